"""The studio's draft guides a model: exact text, depth, edges, and no name of what it cannot draw."""

from __future__ import annotations

import numpy as np
import pytest

from engine.errors import Cancelled
from engine.planners.grammar import Grammar
from engine.renderers.diffusion.blockout import blockout, drafted, edges, nearness, strength
from engine.renderers.diffusion.prompting import Reads
from engine.renderers.studio import Studio
from engine.types import Brief, Plan
from tests.fakes import Silent

CLIP = Reads("tags", 0, negative=True)
LLM = Reads("sentences", 100, negative=False)


def planned(prompt: str, side: int = 96) -> tuple[Plan, Brief]:
    brief = Brief(prompt=prompt, size="512")
    plan = Grammar().plan(brief)
    return plan.replace(canvas=plan.canvas.replace(width=side, height=side)), brief


def test_flat_artwork_is_its_own_draft() -> None:
    plan, brief = planned('A poster that says "BREAD" in dark brown on cream', 256)
    found = blockout(plan, brief, 3, Silent(), LLM, "flow")
    assert found.image is not None
    assert np.array_equal(found.image, Studio().render(plan, brief, 3, Silent()).pixels.array)
    assert found.depth is None
    assert found.edges is not None
    assert 0.02 < (found.edges > 0).mean() < 0.3
    assert found.strength == strength(plan, "balanced", LLM, "flow")


def test_a_scene_gives_depth_with_the_near_things_bright() -> None:
    plan, brief = planned("a red box on a wooden table")
    context = Silent()
    found = blockout(plan, brief, 0, context, LLM, "flow")
    box = plan.element("box").box
    x, y = round(96 * (box[0] + box[2]) / 2), round(96 * (box[1] + box[3]) / 2)
    assert found.image is not None
    assert found.depth is not None
    assert found.image.shape == found.depth.shape == (96, 96, 3)
    assert found.depth[y, x, 0] > found.depth[2, 48, 0] + 60
    assert found.image[y, x, 0] > 1.5 * found.image[y, x, 2]
    assert {stage for stage, _ in context.stages} == {"draft"}


def test_what_the_studio_cannot_draw_stands_there_without_a_name() -> None:
    plan, brief = planned("three lemons next to a blue bottle on a table")
    draft = drafted(plan)
    assert draft is not None
    assert Studio().missing(draft) == ()
    assert draft.element("lemon").label == "sphere"
    found, vague = blockout(plan, brief, 0, Silent(), CLIP, "noise"), Studio().render(draft, brief, 0, Silent()).masks["lemon"]
    assert found.edges is not None
    assert not found.edges[vague.array > 0].any()
    assert found.edges.any()


def test_something_that_carries_writing_stands_there_as_a_box() -> None:
    plan, _ = planned('a robot with "R2" written on it')
    draft = drafted(plan)
    assert draft is not None
    assert [e.kind for e in draft.elements if e.kind != "text"] == ["box"]


@pytest.mark.parametrize(
    "prompt", ["a watercolour of a ginger cat asleep on a windowsill", "a portrait of a woman", "two foxes"]
)
def test_where_the_studio_can_show_nothing_there_is_no_draft(prompt: str) -> None:
    found = blockout(*planned(prompt), 0, Silent(), LLM, "flow")
    assert (found.image, found.depth, found.edges, found.strength) == (None, None, None, 1.0)


def test_a_large_scene_is_drafted_small() -> None:
    draft = drafted(planned("a red box on a table", 2048)[0])
    assert draft is not None
    assert (draft.canvas.width, draft.canvas.height) == (640, 640)


def test_strength_follows_what_is_drawn_what_can_be_spelt_and_the_quality() -> None:
    whole, partly = planned("a red box on a table")[0], planned("three lemons next to a blue bottle")[0]
    poster = planned('A poster that says "FRESH BREAD"')[0]
    assert strength(whole, "balanced", LLM, "noise") < strength(whole, "balanced", LLM, "flow")
    assert strength(whole, "balanced", LLM, "flow") < strength(partly, "balanced", LLM, "flow") < 1
    assert strength(poster, "balanced", CLIP, "noise") < strength(poster, "balanced", LLM, "noise")
    assert strength(whole, "fast", LLM, "noise") < strength(whole, "pro", LLM, "noise")


def test_a_cancel_during_the_draft_is_heard() -> None:
    with pytest.raises(Cancelled):
        blockout(*planned("a red box on a table"), 0, Silent(cancel_after=2), LLM, "flow")


def test_depth_is_near_white_far_black_and_nothing_black() -> None:
    depth = np.full((20, 20), 4.0, np.float32)
    depth[5:10, 5:10], depth[0, 0], depth[0, 1] = 1.0, 0.0, np.inf
    found = nearness(depth, np.zeros((20, 20), bool))
    assert (found[7, 7].tolist(), found[15, 15].tolist()) == ([255] * 3, [0] * 3)
    assert not found[0, :2].any()
    assert not nearness(np.zeros((4, 4), np.float32), np.zeros((4, 4), bool)).any()


def test_edges_are_lines_where_colours_change() -> None:
    pixels = np.zeros((40, 40, 3), np.uint8)
    pixels[10:30, 10:30] = 255
    found = edges(pixels, np.zeros((40, 40), bool))
    assert found[10:30, 9:11].any()
    assert not found[15:25, 15:25].any()
    assert not edges(pixels, np.ones((40, 40), bool)).any()
