"""Seams on photographs: told where they are, and neither edges nor lines taken for one."""

from collections.abc import Callable

import numpy as np
import pytest
from skimage import data

from engine.critics.seams import seams
from engine.training.clean import photographs
from engine.training.damage import saved
from engine.training.figures import variants
from engine.types import Array
from tests.critics.pictures import Thing, lighter, smaller, staged, still_life


@pytest.fixture(scope="module")
def picture() -> Array:
    return np.ascontiguousarray(data.astronaut())


@pytest.fixture(scope="module")
def scene() -> Array:
    return staged("A red cube and a blue sphere on a wooden table")


@pytest.mark.parametrize("name", ["astronaut", "brick", "camera", "coffee"])
def test_a_sound_photograph_has_no_seams(name: str) -> None:
    sound = photographs((name,))[name]
    for one in variants(sound):
        assert seams(one).score == 1


@pytest.mark.slow
def test_a_sound_render_has_no_seams(scene: Array) -> None:
    assert {seams(one).score for one in variants(scene)} == {1.0}


@pytest.mark.parametrize("after", [lambda one: one, lambda one: saved(one, 90), smaller])
def test_a_lighter_part_is_told_along_its_border(picture: Array, after: Callable[[Array], Array]) -> None:
    down = seams(after(lighter(picture, 14, 0, 100, 512, 512)))
    assert down.score < 0.5
    assert down.box is not None
    assert down.box[::2] == pytest.approx((100 / 512, 100 / 512), abs=0.01)
    across = seams(after(lighter(picture, -14, 200, 0, 512, 512)))
    assert across.score < 0.5
    assert across.sentence == "A straight seam runs across the picture."
    assert across.box is not None
    assert across.box[1::2] == pytest.approx((200 / 512, 200 / 512), abs=0.01)


def test_a_tinted_block_is_told_at_one_of_its_sides(picture: Array) -> None:
    defect = seams(lighter(picture, (12, 4, -16), 60, 300, 240, 460))
    assert defect.score < 0.5
    assert defect.sentence == "A seam shows here."
    assert defect.box is not None
    x0, y0, x1, y1 = (512 * side for side in defect.box)
    assert min(abs(x0 - 300), abs(x1 - 460), abs(y0 - 60), abs(y1 - 240)) < 4


def test_a_step_across_bricks_is_a_seam_although_their_joints_are_none() -> None:
    assert seams(lighter(photographs(("brick",))["brick"], 60, 0, 300, 512, 512)).score < 0.5


def test_a_horizon_a_card_and_a_line_are_no_seams() -> None:
    _, render = still_life((Thing("a", "sphere", "red", ((0.3, 0.6),), 0.15), Thing("b", "cube", "blue", ((0.7, 0.6),), 0.12)))
    sound = render.pixels.array
    assert seams(sound).score == 1
    assert seams(lighter(sound, -20, 100, 60, 180, 300)).score == 1
    ruled = sound.copy()
    ruled[:, 120:123] = 60
    assert seams(ruled).score == 1


@pytest.mark.parametrize("shape", [(1, 1), (7, 300), (300, 7), (32, 21), (64, 64)])
def test_any_size_is_answered(shape: tuple[int, int]) -> None:
    assert seams(np.full((*shape, 3), 90, np.uint8)).score == 1
    assert seams(np.random.default_rng(0).integers(0, 255, (*shape, 3), np.uint8)).score == 1
