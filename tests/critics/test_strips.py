"""The network of the seams: they are told where they are, and neither edges nor lines taken for one."""

from collections.abc import Callable

import numpy as np
import pytest
from skimage import data

from engine.critics.flaws import Flaw
from engine.critics.strips import CELL, LINES, likeliest, seamed
from engine.training.clean import photographs
from engine.training.damage import saved
from engine.training.figures import variants
from engine.types import Array
from tests.critics.pictures import Thing, flaw, lighter, smaller, staged, still_life
from tests.fakes import Silent


@pytest.fixture(scope="module")
def picture() -> Array:
    return np.ascontiguousarray(data.astronaut())


@pytest.fixture(scope="module")
def scene() -> Array:
    return staged("A red cube and a blue sphere on a wooden table")


def pixels(found: Flaw, picture: Array) -> tuple[float, float, float, float]:
    (height, width), (x0, y0, x1, y1) = picture.shape[:2], found.box
    return x0 * width, y0 * height, x1 * width, y1 * height


@pytest.mark.parametrize("name", ["astronaut", "brick", "camera", "coffee"])
def test_a_sound_photograph_has_no_seams(name: str) -> None:
    sound = photographs((name,))[name]
    assert all(flaw("seamed", one).excess < 0 for one in variants(sound))


@pytest.mark.slow
def test_a_sound_render_has_no_seams(scene: Array) -> None:
    assert all(flaw("seamed", one).excess < 0 for one in variants(scene))


@pytest.mark.parametrize("after", [lambda one: one, lambda one: saved(one, 90), smaller])
def test_a_lighter_part_is_told_along_its_border(picture: Array, after: Callable[[Array], Array]) -> None:
    down, across = after(lighter(picture, 14, 0, 100, 512, 512)), after(lighter(picture, -14, 200, 0, 512, 512))
    for stepped, border, upright in ((down, 100 / 512 * down.shape[1], True), (across, 200 / 512 * across.shape[0], False)):
        found = flaw("seamed", stepped)
        x0, y0, x1, y1 = pixels(found, stepped)
        near, far, start, end = (x0, x1, y0, y1) if upright else (y0, y1, x0, x1)
        assert found.excess > 0
        assert near - 1 <= border <= far + 1
        assert far - near <= 2 * CELL < end - start


def test_a_tinted_block_is_told_at_its_sides(picture: Array) -> None:
    after = lighter(picture, (12, 4, -16), 60, 300, 240, 460)
    found = flaw("seamed", after)
    x0, y0, x1, y1 = pixels(found, after)
    assert found.excess > 0
    assert any(x0 <= side <= x1 for side in (300, 460)) or any(y0 <= side <= y1 for side in (60, 240))


@pytest.mark.parametrize("move", [(7, 0), (0, 7), (-5, 5)])
def test_a_displaced_part_is_told(picture: Array, move: tuple[int, int]) -> None:
    after = picture.copy()
    after[:, 230:] = np.roll(picture, move, (0, 1))[:, 230:]
    found = flaw("seamed", after)
    x0, _, x1, _ = pixels(found, after)
    assert found.excess > 0
    assert x0 - 1 <= 230 <= x1 + 1


def test_a_horizon_a_card_and_a_line_are_no_seams() -> None:
    _, render = still_life((Thing("a", "sphere", "red", ((0.3, 0.6),), 0.15), Thing("b", "cube", "blue", ((0.7, 0.6),), 0.12)))
    sound = render.pixels.array
    carded, ruled = sound.copy(), sound.copy()
    carded[60:300, 100:180] = 215, 205, 190
    ruled[:, 120:123] = 60
    assert all(flaw("seamed", one).excess < 0 for one in (sound, carded, ruled))


@pytest.mark.parametrize("shape", [(1, 1), (7, 300), (300, 7), (32, 21), (64, 64)])
def test_any_size_is_answered(shape: tuple[int, int]) -> None:
    for picture in (np.full((*shape, 3), 90, np.uint8), np.random.default_rng(0).integers(0, 255, (*shape, 3), np.uint8)):
        assert seamed(picture, Silent()).shape == (-(-shape[0] // CELL), -(-shape[1] // CELL))


def test_a_line_that_stands_out_is_looked_at(scene: Array) -> None:
    after = scene.copy()
    after[:, 150:] = np.roll(scene, 6, 0)[:, 150:]
    assert 150 in likeliest(after)
    assert len(likeliest(scene)) <= LINES
    assert likeliest(np.full((64, 64, 3), 90, np.uint8)) == []
