"""What a change leaves as it is: every finding carried over is the one that its critic gives anew."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine import loop, registry
from engine.carrying import carried_over
from engine.composite import box_of, grown, laid_in, window
from engine.loop import check
from engine.types import Box, Brief, Finding, Plan, Raster, Relation, Render, Round, Trace
from tests.critics.pictures import Thing, changed, still_life
from tests.fakes import Silent

THINGS = (
    Thing("ball", "sphere", "#C0392B", ((0.2, 0.7),)),
    Thing("cube", "cube", "blue", ((0.8, 0.7),)),
    Thing("balls", "sphere", "green", ((0.3, 0.2), (0.6, 0.2)), 0.05),
)
POSTER = 'A poster that says "FRESH BREAD" in brown on cream with small print "Bakery Lane 7, open daily"'


@cache
def scene() -> tuple[Plan, Round]:
    plan, render = still_life(THINGS, (Relation(subject="ball", relation="left of", object="cube"),))
    return plan, first(plan, render)


@cache
def poster() -> tuple[Plan, Round]:
    brief = Brief(prompt=POSTER, aspect="2:3", size="512", quality="fast")
    plan = registry.planner().plan(brief)
    return plan, first(plan, registry.parts(brief).renderers[0].render(plan, brief, 0, Silent()))


def first(plan: Plan, render: Render) -> Round:
    return Round(render=render, findings=check(plan, render, registry.critics(), Silent()))


def painted(render: Render, box: Box, seed: int) -> Render:
    """Another picture of the same scene: stripes in the box."""
    rows, columns = window(box, render.width, render.height)
    stripes = np.random.default_rng(seed).integers(0, 256, (rows.stop - rows.start, 1, 3)).astype(np.float32)
    return laid_in(render, np.repeat(stripes, columns.stop - columns.start, axis=1), box)


def holding(plan: Plan, before: Round, after: Render) -> set[str]:
    return {finding.requirement for finding in carried_over(plan, before, after)}


boxes = st.tuples(st.floats(0, 0.9), st.floats(0, 0.9), st.floats(0.01, 0.4), st.floats(0.01, 0.4)).map(
    lambda at: (at[0], at[1], min(1.0, at[0] + at[2]), min(1.0, at[1] + at[3]))
)


def carried_and_judged(plan: Plan, before: Round, after: Render) -> tuple[list[Finding], list[Finding]]:
    """What is carried over, and what the critics say of the same when they look again."""
    carried = carried_over(plan, before, after)
    asked = {finding.requirement for finding in carried}
    again = check(plan, after, registry.critics(), Silent(), holding=[f for f in before.findings if f.requirement not in asked])
    return carried, [finding for finding in again if finding.requirement in asked]


@settings(max_examples=25, deadline=None)
@given(boxes, st.integers(0, 9))
def test_what_is_carried_over_in_a_scene_is_what_would_be_measured(box: Box, seed: int) -> None:
    plan, before = scene()
    carried, again = carried_and_judged(plan, before, painted(before.render, box, seed))
    assert again == carried


@settings(max_examples=8, deadline=None)
@given(boxes, st.integers(0, 9))
def test_what_is_carried_over_on_a_poster_is_what_would_be_measured(box: Box, seed: int) -> None:
    plan, before = poster()
    carried, again = carried_and_judged(plan, before, painted(before.render, box, seed))
    assert again == carried


def test_a_change_at_one_thing_leaves_the_others() -> None:
    plan, before = scene()
    kept = holding(plan, before, painted(before.render, (0.15, 0.65, 0.25, 0.75), 1))
    assert {"presence:cube", "colour:cube", "framing:cube", "presence:balls", "colour:balls"} <= kept
    assert kept & {"presence:ball", "colour:ball", "framing:ball", "position-0"} == set()
    assert kept & {"artifact", "count:ball", "count:cube", "count:balls"} == set()


def test_stray_writing_is_looked_for_again_unless_only_planned_writing_changed() -> None:
    plan, before = poster()
    x0, y0, *_ = box_of(before.render.masks["headline"].array)
    letters = (x0 + 0.05, y0, x0 + 0.15, y0 + 0.05)
    assert "text" in holding(plan, before, painted(before.render, letters, 1))
    assert "text" not in holding(plan, before, painted(before.render, grown(letters, 0.0, 0.03), 1))
    assert "text:small-print" in holding(plan, before, painted(before.render, letters, 1))


def test_the_same_pixels_are_judged_as_they_were() -> None:
    plan, before = scene()
    assert holding(plan, before, before.render) == {finding.requirement for finding in before.findings if finding.critic}


@pytest.mark.parametrize("other", ["size", "masks", "parameters", "no masks"])
def test_nothing_outlives_another_scene(other: str) -> None:
    plan, before = scene()
    old = before.render
    ball = np.roll(old.masks["ball"].array, 3)
    after = {
        "size": changed(old, old.pixels.array[:200]),
        "masks": old.replace(masks=old.masks | {"ball": Raster(ball)}),
        "parameters": old.replace(parameters={"face:words": "another"}),
        "no masks": old.replace(masks={}),
    }[other]
    assert holding(plan, before, after) == set()


def test_without_masks_only_the_size_is_sure() -> None:
    plan, before = scene()
    old = before.render.replace(masks={})
    bare = Round(render=old, findings=before.findings)
    assert holding(plan, bare, painted(old, (0.0, 0.0, 0.05, 0.05), 1)) == {r.id for r in plan.requirements if r.kind == "size"}


def test_what_nobody_has_looked_at_is_asked_again() -> None:
    plan, before = scene()
    blind = before.replace(findings=check(plan, before.render, [], Silent()))
    assert holding(plan, blind, before.render) == set()


def test_the_loop_ends_as_it_would_if_everything_were_checked_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    plan, before = poster()
    plan = plan.replace(requirements=tuple(r for r in plan.requirements if r.element))
    hurt = before.render
    for text in ("headline", "small-print"):
        x0, y0, x1, y1 = box_of(hurt.masks[text].array)
        letter = (x0 + 0.3 * (x1 - x0), y0, x0 + 0.4 * (x1 - x0), y1)
        there = hurt.pixels.array[window(letter, hurt.width, hurt.height)]
        hurt = laid_in(hurt, np.broadcast_to(np.median(there, axis=(0, 1)), there.shape), letter)
    brief = Brief(prompt=POSTER, aspect="2:3", size="512", quality="fast", plan=plan)

    def played() -> Trace:
        return list(loop.run(brief, registry.parts(brief), Silent(), start=hurt))[-1]

    quick = played()
    monkeypatch.setattr(loop, "carried_over", lambda *_: [])
    whole = played()
    assert (quick.outcome, len(quick.rounds)) == ("passed", 3)
    assert quick.rounds[1].carried
    assert quick.rounds[2].carried == ()
    assert [done.replace(carried=()) for done in quick.rounds] == list(whole.rounds)
