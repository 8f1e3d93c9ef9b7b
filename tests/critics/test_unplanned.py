"""The network of what is unplanned: flaws in staged scenes are told beside drafts of their plans."""

from math import ceil

import cv2
import numpy as np
import pytest

from engine.critics.draft import differs
from engine.critics.flaws import Flaw, flaws
from engine.critics.unplanned import CELL, HALF, compared, unplanned
from engine.planners.grammar import Grammar
from engine.renderers.studio import Studio
from engine.training.damage import copied
from engine.training.figures import touches
from engine.types import Array, Box, Brief, Plan, Render
from tests.fakes import Silent

Scene = tuple[Array, Array]
"""A picture and a draft of its plan."""
Drawn = tuple[Plan, Render]


@pytest.fixture(
    scope="module",
    params=["A red tin and a blue mug on a wooden table", "Two yellow cereal boxes and a glass jar on a grey floor"],
)
def drawn(request: pytest.FixtureRequest) -> Drawn:
    brief = Brief(prompt=request.param, aspect="1:1", size="512", quality="fast")
    plan = Grammar().plan(brief)
    plan = plan.replace(canvas=plan.canvas.replace(width=400, height=400))
    return plan, Studio().render(plan, brief, 7, Silent())


@pytest.fixture(scope="module")
def scene(drawn: Drawn) -> Scene:
    plan, render = drawn
    return render.pixels.array, Studio().draft(plan, render, (200, 200), Silent()).pixels.array


def doubled(picture: Array, draft: Array) -> Flaw:
    return next(one for one in flaws(picture, draft, "scenes", Silent()) if one.kind == "doubled")


def test_nothing_in_a_sound_picture_is_unplanned_though_its_rims_and_walls_of_glass_run_in_parallel(scene: Scene) -> None:
    assert unplanned(*scene, Silent()).max() < 0.5


def test_nothing_is_doubled_in_a_sound_picture_once_what_is_accused_was_drawn_again(drawn: Drawn, scene: Scene) -> None:
    def sound(box: Box) -> bool:
        return not differs(scene[0], Studio().again(*drawn, box, Silent()).pixels.array, box)

    found = flaws(*scene, "scenes", Silent(), sound)
    assert next(one for one in found if one.kind == "doubled").excess < 0


def test_a_copy_is_told_where_it_lies(scene: Scene) -> None:
    sound, draft = scene
    told = 0
    for seed in range(4):
        after, seen = copied(sound, (7.0 + 3 * seed, 0.7 + 1.1 * seed), 0.7, np.random.default_rng(seed))
        found = doubled(after, draft)
        assert found.excess < 0 or touches(found, seen)
        told += found.excess > 0
    assert told >= 3


def test_a_patch_of_another_tint_is_unplanned_where_it_lies(scene: Scene) -> None:
    sound, draft = scene
    patched = sound.copy()
    patched[40:100, 60:140] = cv2.add(patched[40:100, 60:140], (14, 4, 0, 0))
    cells = unplanned(patched, draft, Silent())
    row, column = np.unravel_index(int(cells.argmax()), cells.shape)
    assert cells.max() > 0.8
    assert 3 <= row <= 13
    assert 6 <= column <= 18


@pytest.mark.parametrize("shape", [(1, 1), (7, 300), (33, 21), (64, 64), (1601, 999)])
def test_any_size_is_answered(shape: tuple[int, int]) -> None:
    picture = np.random.default_rng(0).integers(0, 255, (*shape, 3), np.uint8)
    draft = np.ones((ceil(shape[0] / 2), ceil(shape[1] / 2), 3), np.uint8)
    assert unplanned(picture, draft, Silent()).shape == (ceil(shape[0] / CELL), ceil(shape[1] / CELL))


def test_a_draft_is_scaled_to_the_picture_and_both_are_halved() -> None:
    picture, draft = np.full((16, 32, 3), 90, np.uint8), np.full((4, 6, 3), 7, np.uint8)
    seen = compared(picture, draft)
    assert seen.shape == (16 // HALF, 32 // HALF, 6)
    np.testing.assert_array_equal(seen[0, 0], (90, 90, 90, 7, 7, 7))
