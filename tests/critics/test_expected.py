"""The outlines that a staged scene should have, held against what the studio draws of it."""

import numpy as np
import pytest

from engine.critics.expected import HALVED, expected
from engine.critics.looking import dilate, erode
from engine.planners.grammar import Grammar
from engine.renderers.studio import Studio
from engine.types import Brief, Plan, Render
from tests.fakes import Silent


@pytest.fixture(scope="module")
def drawn() -> tuple[Plan, Render]:
    prompt = 'A red cereal box that says "CRUNCH" left of a white can on a white table'
    brief = Brief(prompt=prompt, aspect="4:3", size="512", quality="fast")
    plan = Grammar().plan(brief)
    plan = plan.replace(canvas=plan.canvas.replace(width=321, height=243))
    return plan, Studio().render(plan, brief, 7, Silent())


def test_things_have_outlines_at_their_rims_and_a_plain_ground_has_none(drawn: tuple[Plan, Render]) -> None:
    plan, render = drawn
    outlines = expected(plan, render.pixels.shape, Studio().sketch, Silent())
    assert outlines.shape == (122, 161)
    assert outlines.dtype == np.uint8
    masks = {one.kind: render.masks[one.id].array[::HALVED, ::HALVED] > 0 for one in plan.elements if one.kind != "text"}
    things = masks["box"] | masks["can"]
    rims = (dilate(things, 1) & ~things)[: outlines.shape[0], : outlines.shape[1]]
    assert (outlines[rims] > 20).mean() > 0.9
    table = erode(masks["table"], 4)
    assert table.mean() > 0.1
    assert outlines[table].max() < 5


def test_what_is_printed_has_outlines(drawn: tuple[Plan, Render]) -> None:
    plan, render = drawn
    outlines = expected(plan, render.pixels.shape, Studio().sketch, Silent())
    text = plan.texts()[0].id
    words = (render.masks[text].array > 0)[::HALVED, ::HALVED]
    assert (outlines[: words.shape[0], : words.shape[1]][words] > 60).mean() > 0.3


def test_a_picture_of_another_size_has_the_same_outlines_there(drawn: tuple[Plan, Render]) -> None:
    plan, render = drawn
    one = expected(plan, render.pixels.shape, Studio().sketch, Silent())
    other = expected(plan, (2 * render.height, 2 * render.width, 3), Studio().sketch, Silent())
    assert other.shape == (243, 321)
    strong, coarse = dilate(one > 60, 1), other[::2, ::2] > 60
    assert (strong[: coarse.shape[0], : coarse.shape[1]][coarse]).mean() > 0.9
