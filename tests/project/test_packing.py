"""Every array comes back byte for byte; anything else is refused without being unpacked."""

import zlib

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from engine.errors import BadInput
from engine.project.packing import Packed, pack, unpack
from engine.types import Array, Raster

SHAPES = st.tuples(st.integers(1, 20), st.integers(1, 20)) | st.tuples(st.integers(1, 20), st.integers(1, 20), st.just(3))


@given(arrays.arrays(np.uint8, SHAPES) | arrays.arrays(np.float32, SHAPES, elements=st.floats(width=32)))
def test_round_trip(array: Array) -> None:
    raster = Raster(array)
    back = unpack(pack(array), raster.sha256, array.dtype.type, array.shape).array
    assert back.dtype == array.dtype
    assert back.shape == array.shape
    assert back.tobytes() == array.tobytes()


def test_views_and_selections_are_packed_too() -> None:
    array = np.arange(60, dtype=np.uint8).reshape(6, 10)[::2, ::-1]
    back = unpack(pack(array), Raster(array).sha256, np.uint8, (3, 10)).array
    assert np.array_equal(back, array)
    chosen = np.eye(5, dtype=np.bool_)
    assert np.array_equal(unpack(pack(chosen), Raster(chosen).sha256, np.uint8, (5, 5)).array, chosen)


def test_other_types_are_a_fault_of_the_caller() -> None:
    with pytest.raises(TypeError, match="float64"):
        pack(np.zeros((2, 2)))


@settings(max_examples=200)
@given(st.data())
def test_a_flipped_bit_is_noticed(data: st.DataObject) -> None:
    array = np.arange(300, dtype=np.uint8).reshape(10, 30)
    packed = pack(array)
    flipped = bytearray(packed.data)
    flipped[data.draw(st.integers(0, len(flipped) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    try:
        back = unpack(packed._replace(data=bytes(flipped)), Raster(array).sha256, np.uint8, array.shape)
    except BadInput:
        return
    assert np.array_equal(back.array, array)


@pytest.mark.parametrize(
    "changed",
    [{"size": 301}, {"row": 0}, {"row": -10}, {"row": 7}, {"item": 3}, {"item": 0}, {"data": b""}, {"data": b"no deflate"}],
)
def test_impossible_rows_are_refused(changed: dict[str, object]) -> None:
    array = np.arange(300, dtype=np.uint8).reshape(10, 30)
    with pytest.raises(BadInput):
        unpack(Packed(**(pack(array)._asdict() | changed)), Raster(array).sha256, np.uint8, array.shape)


def test_a_bomb_unpacks_to_no_more_than_its_size() -> None:
    bomb = zlib.compress(bytes(50_000_000), 9)
    assert len(bomb) < 60_000
    with pytest.raises(BadInput):
        unpack(Packed(100, 10, 1, bomb), "0" * 64, np.uint8, (10, 10))
