"""A patch that repeats itself, on photographs and on things that are merely alike."""

import numpy as np
import pytest
from skimage import data

from engine.critics.repeats import repeats
from engine.training.damage import damaged, saved
from engine.types import Array


@pytest.fixture
def picture() -> Array:
    return np.ascontiguousarray(data.astronaut())


@pytest.mark.parametrize(
    "after", [lambda one: one, lambda one: saved(one, 88), lambda one: one[::-1], lambda one: one.swapaxes(0, 1)]
)
def test_a_repeated_patch_is_found_where_it_is(picture: Array, after: object) -> None:
    assert callable(after)
    tiled, mask = damaged("tiled", picture, 0.5, 3)
    defect = repeats(np.ascontiguousarray(after(tiled)))
    assert defect.score < 0.5
    assert defect.box is not None
    x0, y0, x1, y1 = (round(512 * side) for side in defect.box)
    where = np.ascontiguousarray(after(mask.astype(np.uint8)[..., None].repeat(3, axis=2)))[..., 0] > 0
    assert where[y0:y1, x0:x1].mean() > 0.8


@pytest.mark.parametrize("name", ["astronaut", "brick", "coins", "coffee", "gravel"])
def test_things_that_are_alike_are_no_repeats(name: str) -> None:
    sound = getattr(data, name)()
    sound = sound if sound.ndim == 3 else sound[..., None].repeat(3, axis=2)
    assert repeats(np.ascontiguousarray(sound)).score == 1


def test_copies_that_each_have_their_own_grain_are_no_repeats(picture: Array) -> None:
    tiled, _ = damaged("tiled", picture, 0.5, 3)
    rng = np.random.default_rng(0)
    grainy = np.clip(tiled + rng.normal(0, 12, tiled.shape), 0, 255).astype(np.uint8)
    assert repeats(grainy).score == 1


@pytest.mark.parametrize("shape", [(1, 1), (7, 300), (64, 64)])
def test_any_size_is_answered(shape: tuple[int, int]) -> None:
    assert repeats(np.full((*shape, 3), 90, np.uint8)).score == 1
