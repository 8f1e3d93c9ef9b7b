"""The network of the ghosts: copies in staged scenes are told by what the plan has outlines for."""

from math import ceil

import numpy as np
import pytest

from engine.critics.expected import expected
from engine.critics.flaws import Flaw, flaws
from engine.critics.ghosts import CELL, HALF, ghosts, outlined
from engine.critics.looking import smaller
from engine.planners.grammar import Grammar
from engine.renderers.studio import Studio
from engine.training.damage import copied
from engine.training.figures import touches
from engine.types import Array, Brief
from tests.fakes import Silent

Scene = tuple[Array, Array]
"""A picture and the outlines that it should have."""


@pytest.fixture(
    scope="module",
    params=["A red tin and a blue mug on a wooden table", "Two yellow cereal boxes and a glass jar on a grey floor"],
)
def scene(request: pytest.FixtureRequest) -> Scene:
    brief = Brief(prompt=request.param, aspect="1:1", size="512", quality="fast")
    plan = Grammar().plan(brief)
    plan = plan.replace(canvas=plan.canvas.replace(width=400, height=400))
    picture = Studio().render(plan, brief, 7, Silent()).pixels.array
    return picture, expected(plan, picture.shape, Studio().sketch, Silent())


def worst(picture: Array, outlines: Array) -> Flaw:
    return next(one for one in flaws(picture, outlines, "scenes", Silent()) if one.kind == "doubled")


def test_rims_and_walls_of_glass_are_no_copies(scene: Scene) -> None:
    assert worst(*scene).excess < 0


def test_a_copy_is_told_where_it_lies(scene: Scene) -> None:
    sound, outlines = scene
    told = 0
    for seed in range(4):
        after, seen = copied(sound, (7.0 + 3 * seed, 0.7 + 1.1 * seed), 0.7, np.random.default_rng(seed))
        found = worst(after, outlines)
        assert found.excess < 0 or touches(found, seen)
        told += found.excess > 0
    assert told >= 3


@pytest.mark.parametrize("shape", [(1, 1), (7, 300), (33, 21), (64, 64), (1601, 999)])
def test_any_size_is_answered(shape: tuple[int, int]) -> None:
    picture = np.random.default_rng(0).integers(0, 255, (*shape, 3), np.uint8)
    outlines = np.ones((ceil(shape[0] / 2), ceil(shape[1] / 2)), np.uint8)
    assert ghosts(picture, outlines, Silent()).shape == (ceil(shape[0] / CELL), ceil(shape[1] / CELL))


def test_outlines_are_scaled_to_the_picture_and_both_are_halved() -> None:
    picture, outlines = np.full((8, 12, 3), 90, np.uint8), np.full((4, 6), 7, np.uint8)
    seen = smaller(outlined(picture, outlines), HALF)
    assert seen.shape == (4, 6, 4)
    np.testing.assert_array_equal(seen[0, 0], (90, 90, 90, 7))
