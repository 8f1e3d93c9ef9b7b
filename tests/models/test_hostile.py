"""Headers from strangers: whatever the bytes, the answer is a header or a BadInput, quickly and without reading the weights."""

from __future__ import annotations

import json
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.errors import BadInput
from engine.models import weights
from engine.models.describe import describe
from engine.models.header import MAX_TENSORS, Header
from tests.models.files import gguf, safetensors
from tests.models.test_recognition import FLUX

FUZZ = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def packed(header: Any, data: bytes = b"", length: int | None = None) -> bytes:
    raw = header if isinstance(header, bytes) else json.dumps(header).encode()
    return (len(raw) if length is None else length).to_bytes(8, "little") + raw + data


def entry(begin: int, end: int, *, dtype: Any = "F16", shape: Any = None) -> dict[str, Any]:
    return {"dtype": dtype, "shape": [(end - begin) // 2] if shape is None else shape, "data_offsets": [begin, end]}


def refusal(path: Path, data: bytes) -> str:
    path.write_bytes(data)
    with pytest.raises(BadInput) as error:
        weights.read(path)
    return str(error.value)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "holds no weights"),
        (b"\x01\x02", "holds no weights"),
        (packed({}, length=2**63), "holds no weights"),
        (packed({"a": entry(0, 8)}, bytes(8), length=3), "no JSON of unique names"),
        (packed(b"[1]", bytes(8)), "holds no weights"),
        (packed({}), "holds no weights"),
        (packed({"__metadata__": {"a": "b"}}), "holds no weights"),
        (packed({"__metadata__": {"a": 1}, "a": entry(0, 8)}, bytes(8)), "metadata is no text"),
        (packed({"__metadata__": [], "a": entry(0, 8)}, bytes(8)), "metadata is no text"),
        (packed({"a": entry(0, 8)}, bytes(6)), "its last 2 bytes are missing"),
        (packed({"a": entry(0, 8)}, bytes(9)), "1 bytes follow its last array"),
        (packed({"a": entry(0, 8), "b": entry(4, 12)}, bytes(12)), "overlap"),
        (packed({"a": entry(0, 8), "b": entry(10, 12)}, bytes(12)), "hole"),
        (packed({"a": entry(2, 8)}, bytes(8)), "hole"),
        (packed({"a": entry(0, 8, shape=[5])}, bytes(8)), "do not agree"),
        (packed({"a": entry(8, 0, shape=[-4])}, bytes(8)), "impossible"),
        (packed({"a": entry(-8, 0, shape=[4])}, bytes(8)), "do not agree"),
        (packed({"a": entry(0, 8, shape=[4.0])}, bytes(8)), "impossible"),
        (packed({"a": entry(0, 8, shape=[True, 4])}, bytes(8)), "impossible"),
        (packed({"a": entry(0, 8, shape=[1] * 99)}, bytes(8)), "impossible"),
        (packed({"a": entry(0, 8, shape=[2**41, 2**41])}, bytes(8)), "impossible"),
        (packed({"a": entry(0, 8, dtype="PICKLE")}, bytes(8)), "of an unknown type, “PICKLE”"),
        (packed({"a": entry(0, 8, dtype=7)}, bytes(8)), "not described as an array"),
        (packed({"a": entry(0, 8) | {"code": "x"}}, bytes(8)), "not described as an array"),
        (packed({"a": [1, 2]}, bytes(8)), "not described as an array"),
        (packed(b'{"a":' + json.dumps(entry(0, 8)).encode() + b',"a":1}', bytes(8)), "unique names"),
        (packed(b'{"a":' + b"[" * 200_000), "unique names"),
        (packed(b'{"a":' * 50_000 + b"1" + b"}" * 50_000), "unique names"),
        (packed(b'{"a":{"dtype":"F16","shape":[' + b"9" * 9_000 + b'],"data_offsets":[0,8]}}'), "unique names"),
        (packed(b'{"a":NaN}', bytes(8)), "not described as an array"),
        (packed(b"{\xff}", bytes(8)), "unique names"),
        (packed({str(n): 0 for n in range(MAX_TENSORS + 1)}), f"claims {MAX_TENSORS + 1} arrays"),
    ],
)  # fmt: skip
def test_a_header_that_lies_is_refused_with_the_reason(data: bytes, why: str, tmp_path: Path) -> None:
    assert why in refusal(tmp_path / "model.safetensors", data)


@pytest.mark.parametrize("name", ["model.ckpt", "model.pt", "model.bin", "model.safetensors", "model.gguf", "model"])
def test_a_pickle_is_refused_under_any_name_with_a_way_out(name: str, tmp_path: Path) -> None:
    import torch

    path = tmp_path / name
    for legacy in (False, True):
        torch.save({"a": torch.zeros(2)}, path, _use_new_zipfile_serialization=not legacy)
        said = refusal(path, path.read_bytes())
        assert "is a pickle, which can run any program" in said
        assert "weights_only=True" in said
    assert "is a pickle" in refusal(tmp_path / "plain.ckpt", packed({"a": entry(0, 8)}, bytes(8)))


def test_a_file_by_another_name_is_told(tmp_path: Path) -> None:
    assert "Rename it to end in .safetensors" in refusal(tmp_path / "model.gguf", packed({"a": entry(0, 8)}, bytes(8)))
    path = gguf(tmp_path / "real.gguf", FLUX)
    assert "Rename it to end in .gguf" in refusal(tmp_path / "model.safetensors", path.read_bytes())


def test_our_reading_is_the_library_s(tmp_path: Path) -> None:
    from safetensors import safe_open

    path = safetensors(tmp_path / "a.safetensors", FLUX | {"scalar": (), "empty": (0, 4)}, made_by="a test")
    header = weights.read(path)
    with safe_open(path, "np") as file:
        names = file.keys()
        assert header.metadata == file.metadata()
        assert {name: list(tensor.shape) for name, tensor in header.tensors.items()} == {
            name: file.get_slice(name).get_shape() for name in names
        }


def test_our_reading_of_gguf_is_the_library_s(tmp_path: Path) -> None:
    from gguf import GGUFReader

    path = gguf(tmp_path / "a.gguf", FLUX | {"norm": (32,)})
    header = weights.read(path)
    theirs = {tensor.name: tensor for tensor in GGUFReader(path).tensors}
    assert set(theirs) == set(header.tensors)
    for name, tensor in header.tensors.items():
        assert tensor.dtype == theirs[name].tensor_type.name
        assert tensor.bytes == theirs[name].n_bytes
        assert list(tensor.shape) == list(theirs[name].shape)[::-1]
    assert header.metadata["general.architecture"] == "flux"


def changed(data: bytes, place: int, code: str, value: int) -> bytes:
    raw = bytearray(data)
    struct.pack_into(f"<{code}", raw, place, value)
    return bytes(raw)


def test_a_gguf_that_lies_is_refused(tmp_path: Path) -> None:
    good = gguf(tmp_path / "good.gguf", {"a": (4, 32)}).read_bytes()
    assert isinstance(weights.read(tmp_path / "good.gguf"), Header)
    path = tmp_path / "bad.gguf"
    assert "no GGUF version" in refusal(path, changed(good, 4, "I", 99))
    assert "no GGUF version" in refusal(path, changed(good, 4, "I", 0x03000000))
    assert "claims" in refusal(path, changed(good, 8, "Q", 2**62))
    assert "claims" in refusal(path, changed(good, 16, "Q", 2**62))
    assert "a name in it is too long" in refusal(path, changed(good, 24, "Q", 2**62))
    assert "ends inside its header" in refusal(path, good[:60])
    assert "bytes are missing" in refusal(path, good[:-40])
    rank = good.rindex(b"a\x02\x00\x00\x00") + 1
    assert "impossible" in refusal(path, changed(good, rank, "I", 200))
    assert "impossible" in refusal(path, changed(good, rank + 12, "Q", 2**63))
    assert "does not fit its type" in refusal(path, changed(good, rank + 4, "Q", 33))
    assert "of a type that is not known" in refusal(path, changed(good, rank + 20, "I", 4_000))
    assert "not aligned" in refusal(path, changed(good, rank + 24, "Q", 7))
    assert "hole" in refusal(path, changed(good, rank + 24, "Q", 64))


@FUZZ
@given(data=st.binary(max_size=300))
def test_random_bytes_are_never_anything_but_refused(data: bytes, tmp_path: Path) -> None:
    for name in ("a.safetensors", "a.gguf"):
        (tmp_path / name).write_bytes(data)
        with pytest.raises(BadInput):
            weights.read(tmp_path / name)
    (tmp_path / "a.gguf").write_bytes(b"GGUF" + data)
    with pytest.raises(BadInput):
        weights.read(tmp_path / "a.gguf")


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=8,
)
_ENTRIES = st.fixed_dictionaries(
    {"dtype": st.sampled_from(["F16", "U8", "F4", "X"]) | _VALUES, "shape": st.lists(st.integers(-1, 9), max_size=3) | _VALUES,
     "data_offsets": st.lists(st.integers(-1, 40), min_size=2, max_size=2) | _VALUES}
) | _VALUES  # fmt: skip


@FUZZ
@given(header=st.dictionaries(st.text(max_size=8) | st.just("__metadata__"), _ENTRIES, max_size=4), data=st.binary(max_size=40))
def test_random_headers_are_a_header_or_refused(header: dict[str, Any], data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.safetensors"
    path.write_bytes(packed(header, data))
    try:
        found = weights.read(path)
    except BadInput:
        return
    assert sum(tensor.bytes for tensor in found.tensors.values()) == len(data)


@FUZZ
@given(seed=st.integers(0, 2**32 - 1), flips=st.integers(1, 12), cut=st.integers(0, 60))
def test_damaged_files_are_described_or_refused(seed: int, flips: int, cut: int, tmp_path: Path) -> None:
    rng = np.random.default_rng(seed)
    sources: dict[str, Callable[..., Path]] = {"good.safetensors": safetensors, "good.gguf": gguf}
    for name, make in sources.items():
        if not (tmp_path / name).exists():
            make(tmp_path / name, FLUX)
        raw = bytearray((tmp_path / name).read_bytes())
        start = min(len(raw), 600)
        for place in rng.integers(0, start, flips):
            raw[place] = rng.integers(0, 256)
        path = tmp_path / f"bad{Path(name).suffix}"
        path.write_bytes(raw[: len(raw) - cut])
        try:
            found = describe(path)
        except BadInput:
            continue
        assert (found.model.path, found.model.bytes) == (str(path), path.stat().st_size)
        assert found.files == (Path(path.name),)
