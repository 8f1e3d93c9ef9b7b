"""Critics of the user's own: folders of ONNX files with a card, in the library like any model, and known to be safe to open."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import onnx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from onnx import helper, numpy_helper

from engine.errors import BadInput
from engine.models import Library, library
from engine.models.card import card
from engine.models.critics import installed
from engine.models.describe import describe
from engine.models.importing import import_model, remove_model
from engine.models.onnx import read
from engine.models.verify import faults
from tests.critics.networks import array, perspective, redness, save, siglip2

FUZZ = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def quiet(done: float) -> None:
    assert 0 <= done <= 1


@pytest.fixture
def shelf() -> Library:
    return library()


def edited(folder: Path, **changes: object) -> Path:
    path = folder / "critic.json"
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | changes), "utf-8")
    return folder


def test_a_critic_is_imported_listed_verified_shown_and_removed_like_any_model(shelf: Library, tmp_path: Path) -> None:
    folder = edited(redness(tmp_path / "Redness"), languages=["en"], facts={"fails on": "blue pictures"})
    for name in ("notes.txt", "other.onnx", "weights.bin"):
        (folder / name).write_bytes(b"x")
    made = import_model(shelf, folder, quiet)
    assert (made.role, made.critic, made.name, made.layout, made.makes_pictures) == (
        "critic",
        "safety",
        "Redness",
        "folder",
        False,
    )
    assert made.licence == "apache-2.0"
    assert sorted(path.name for path in made.file.iterdir()) == ["classifier.onnx", "critic.json"]
    assert shelf.models() == (made,)
    assert shelf.find("redness") == made
    assert shelf.image_models() == ()
    facts = card(made, shelf.record(made))
    assert facts["sees"] == "sorts pictures into the categories of the safety policy"
    assert (facts["made from"], facts["languages"], facts["fails on"]) == ("these tests", "en", "blue pictures")
    assert "family" not in facts
    assert faults(shelf, made, quiet) == ()

    (found,) = installed("safety")
    assert (found.model, found.card.labels) == (made, ("red", "green", "blue"))
    assert set(found.hashes) == {"classifier.onnx", "critic.json"}
    assert installed("owlv2") == ()

    (made.file / "classifier.onnx").write_bytes(b"y")
    assert "“redness/classifier.onnx” of “Redness” is damaged" in faults(shelf, made, quiet)[0]
    remove_model(shelf, made)
    assert (installed("safety"), shelf.models()) == ((), ())


def test_a_network_alone_is_known_by_the_card_beside_it(shelf: Library, tmp_path: Path) -> None:
    folder = redness(tmp_path / "Downloads")
    made = import_model(shelf, folder / "classifier.onnx", quiet)
    assert (made.name, made.critic) == ("classifier", "safety")
    (folder / "critic.json").unlink()
    with pytest.raises(BadInput, match=r"has no critic\.json, so what its networks are for is not known"):
        import_model(shelf, folder / "classifier.onnx", quiet)


def test_weights_beside_a_network_belong_to_it(shelf: Library, tmp_path: Path) -> None:
    folder = redness(tmp_path / "scaled")
    nodes = [
        helper.make_node("ReduceMean", ["pixels"], ["mean"], axes=[2, 3], keepdims=0),
        helper.make_node("Mul", ["mean", "weights"], ["scores"]),
    ]
    weights = np.ones((1, 3), np.float16).astype(np.float32)
    path = folder / "classifier.onnx"
    save(path, nodes, [array("pixels", "n", 3, 32, 32)], [array("scores", "n", 3)], weights=weights)
    onnx.save(onnx.load(path), path, save_as_external_data=True, location="classifier.data", size_threshold=0)
    assert read(path).beside == ("classifier.data",)
    made = import_model(shelf, folder, quiet)
    assert (made.parameters, made.precision) == (3, "fp32")
    assert (made.file / "classifier.data").is_file()
    (folder / "classifier.data").unlink()
    with pytest.raises(BadInput, match=r"“classifier\.onnx” lacks its weights, classifier\.data"):
        describe(folder)


def _elsewhere(folder: Path) -> Path:
    weights = numpy_helper.from_array(np.ones(3, np.float32), "weights")
    weights.ClearField("raw_data")
    weights.data_location = onnx.TensorProto.EXTERNAL
    weights.external_data.add(key="location", value="../secret")
    graph = helper.make_graph(
        [helper.make_node("Identity", ["weights"], ["scores"])], "g", [array("pixels", 1, 3, 1, 1)], [array("scores", 1, 3)],
        [weights],
    )  # fmt: skip
    (redness(folder) / "classifier.onnx").write_bytes(
        helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)]).SerializeToString()
    )
    return folder


def _foreign(folder: Path) -> Path:
    node = helper.make_node("Strange", ["pixels"], ["scores"])
    save(redness(folder) / "classifier.onnx", [node], [array("pixels", "n", 3, 32, 32)], [array("scores", "n", 3)])
    return folder


def _without_words(folder: Path) -> Path:
    (siglip2(folder) / "tokenizer.json").write_text("{}", "utf-8")
    return folder


def _of_any_length(folder: Path) -> Path:
    from tokenizers import Tokenizer

    path = siglip2(folder) / "tokenizer.json"
    read = Tokenizer.from_file(str(path))
    read.no_padding()
    read.save(str(path))
    return folder


def _mixed(folder: Path) -> Path:
    node = helper.make_node("ReduceMean", ["pixels"], ["vectors"], axes=[1, 2], keepdims=0)
    save(siglip2(folder) / "image.onnx", [node], [array("pixels", "n", 3, 32, 32)], [array("vectors", "n", 32)])
    return folder


def _one_sided(folder: Path) -> Path:
    return perspective(folder, np.ones((1, 8, 8)), np.ones((8, 8)))


def _bytes(data: bytes) -> Callable[[Path], Path]:
    def written(folder: Path) -> Path:
        (redness(folder) / "classifier.onnx").write_bytes(data)
        return folder

    return written


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (
            lambda folder: redness(folder, rank=5),
            "inputs and outputs are (n, 3, 32, 32, 32) → (n, 3), not (n, 3, 32, 32) → (n, categories)",
        ),
        (lambda folder: edited(redness(folder), size=48), "are (n, 3, 32, 32) → (n, 3), not (n, 3, 48, 48)"),
        (
            _one_sided,
            "are (n, 3, h, w) → (1, 1, 8, 8), (1, 1, 8, 8), (1, 1, 8, 8), (1, 1, 8, 8), not (n, 3, h, w) → (n, 2, rows",
        ),
        (lambda folder: redness(folder, opset=999), "of ONNX operator set 999; Plantain runs 11 to 25"),
        (lambda folder: redness(folder, opset=7), "of ONNX operator set 7"),
        (_foreign, "ONNX Runtime cannot run “classifier.onnx”"),
        (_elsewhere, "wants weights from ../secret"),
        (_bytes(b""), "is no ONNX network"),
        (_bytes(b"PK\x03\x04 not a network at all"), "“classifier.onnx” is damaged"),
        (_bytes(b"\x3a\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01"), "“classifier.onnx” is damaged"),
        (lambda folder: edited(redness(folder), networks={"classifier": "none.onnx"}), "There is no file"),
        (lambda folder: edited(redness(folder), networks={"classifier": "../classifier.onnx"}), "in the same folder"),
        (lambda folder: edited(redness(folder), networks={"reader": "classifier.onnx"}), "networks must be classifier"),
        (lambda folder: edited(redness(folder), kind="oracle"), "Invalid enum value 'oracle'"),
        (lambda folder: edited(redness(folder), kind="dinov2"), "networks must be image"),
        (lambda folder: edited(redness(folder), std=[1, 0, 1]), "std above 0"),
        (lambda folder: edited(redness(folder), size=10**9), "size must be 8 to 4096 pixels"),
        (lambda folder: edited(redness(folder), fit="crop"), "shorter must not be below size"),
        (lambda folder: edited(siglip2(folder), figures={}), "figures must have scale and bias"),
        (_without_words, "has no tokenizer.json that can be read"),
        (_of_any_length, "does not pad texts to one length"),
        (_mixed, "do not belong together"),
    ],
)
def test_what_is_not_what_its_card_says_is_refused_in_a_sentence(
    make: Callable[[Path], Path], why: str, shelf: Library, tmp_path: Path
) -> None:
    with pytest.raises(BadInput) as error:
        import_model(shelf, make(tmp_path / "critic"), quiet)
    assert why in str(error.value)
    assert "\n" not in str(error.value)
    assert shelf.models() == ()


@FUZZ
@given(data=st.data())
def test_a_damaged_network_is_read_or_refused(data: st.DataObject, tmp_path: Path) -> None:
    path = tmp_path / "classifier.onnx"
    whole = bytearray((redness(tmp_path) / "classifier.onnx").read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    path.write_bytes(whole[: data.draw(st.integers(0, len(whole)))])
    try:
        network = read(path)
    except BadInput:
        return
    assert network.opset
