"""Rerender, restage and reseed: what they offer for which failure, and what they ask of the renderer."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

import numpy as np
import pytest

from engine.api import Fixer, RunContext
from engine.codec import from_json, to_json
from engine.colour.measure import contrast
from engine.colour.names import parse
from engine.errors import EngineFailure
from engine.fixers.recolour import Recolour
from engine.fixers.rerender import Rerender
from engine.fixers.reseed import Reseed
from engine.fixers.restage import Restage
from engine.fixers.typeset import Typeset
from engine.layout import flat_boxes
from engine.staging import boxes
from engine.types import (
    Box,
    Brief,
    Camera,
    Canvas,
    Element,
    Finding,
    Fix,
    Plan,
    Region,
    Relation,
    Render,
    Requirement,
)
from tests.fakes import FakeRenderer, Silent
from tests.fixers.pictures import failed, opened, rendered

FIXERS: list[Fixer] = [Typeset(), Recolour(), Rerender(), Restage(), Reseed()]


def scene(**changes: object) -> Plan:
    """A box with a text on it, on a table."""
    elements = (
        Element(id="box", label="cereal box", kind="box", colors=("red",)),
        Element(id="title", label="headline", kind="text", text="CRUNCH", colors=("#B04040",)),
        Element(id="table", label="table", kind="table"),
    )
    plan = Plan(
        canvas=Canvas.of("1:1", "512"),
        kind="scene",
        elements=elements,
        camera=Camera(azimuth=35, elevation=12),
        relations=(
            Relation(subject="title", relation="on", object="box"),
            Relation(subject="box", relation="on", object="table"),
        ),
        requirements=(
            Requirement(id="text:title", kind="text", element="title", expected="CRUNCH", threshold=1),
            Requirement(id="text", kind="text", expected=""),
            Requirement(id="colour:box", kind="colour", element="box", expected="red", threshold=0.5),
            Requirement(id="presence:box", kind="presence", element="box", expected="cereal box", threshold=0.5),
            Requirement(id="framing:box", kind="framing", element="box", expected=(0, 0, 1, 1), threshold=0.3),
            Requirement(id="artifact", kind="artifact", threshold=0.5),
            Requirement(id="size", kind="size", expected=(512, 512)),
        ),
    )
    return settled(plan.replace(**changes), boxes)


def poster() -> Plan:
    plan = Plan(
        canvas=Canvas.of("2:3", "512"),
        kind="flat",
        elements=(
            Element(id="background", label="background", kind="background", colors=("cream",)),
            Element(id="title", label="headline", kind="text", text="FRESH BREAD"),
            Element(id="small", label="small print", kind="text", text="from 6:30 am", colors=("#E0D8C0",)),
        ),
        requirements=(
            Requirement(id="text:title", kind="text", element="title", expected="FRESH BREAD", threshold=1),
            Requirement(id="text:small", kind="text", element="small", expected="from 6:30 am", threshold=1),
            Requirement(id="framing:title", kind="framing", element="title", expected=(0, 0, 1, 1), threshold=0.3),
            Requirement(id="framing:small", kind="framing", element="small", expected=(0, 0, 1, 1), threshold=0.3),
        ),
    )
    return settled(plan, lambda one: flat_boxes(one.canvas, one.elements, 0))


def settled(plan: Plan, laid_out: Callable[[Plan], dict[str, Box]]) -> Plan:
    """The plan with the boxes its layout gives, and framing expected there, as the planner leaves it."""
    places = laid_out(plan)
    return plan.replace(
        elements=tuple(e.replace(box=places.get(e.id, e.box)) for e in plan.elements),
        requirements=tuple(
            r.replace(expected=places[r.element]) if r.kind == "framing" else r for r in plan.requirements
        ),
    )  # fmt: skip


def picture(plan: Plan, level: int = 200) -> Render:
    return rendered(np.full((plan.canvas.height, plan.canvas.width, 3), level, np.uint8))


def offers(fixer: Fixer, plan: Plan, *findings: Finding) -> list[Fix]:
    return fixer.propose(plan, picture(plan), findings)


def edited(fix: Fix) -> Plan:
    assert fix.plan is not None
    return fix.plan


def test_a_text_too_small_grows_as_far_as_it_lacks() -> None:
    finding = failed("text:small", "Too small: 4 pixels.").replace(measured=4.0, threshold=10.0)
    fixes = offers(Restage(), poster(), finding)
    assert [edited(fix).element("small").scale for fix in fixes] == [2.8, 3.9]


def test_a_text_that_fills_its_face_is_brought_nearer_and_turned() -> None:
    finding = failed("text:title", "Too small: 8 pixels.").replace(measured=8.0, threshold=10.0)
    fixes = offers(Restage(), scene(), finding)
    assert {edited(fix).element("title").scale for fix in fixes} == {1.0}
    assert edited(fixes[0]).camera.zoom == 1.4
    assert edited(fixes[1]).camera.azimuth == 17.5


def test_a_text_that_cannot_be_read_is_turned_first() -> None:
    plan = scene(camera=Camera(azimuth=44, elevation=12))
    fixes = offers(Restage(), plan, failed("text:title", "Unreadable: it reads “CH”."))
    assert edited(fixes[0]).camera.azimuth == 22
    assert edited(fixes[1]).camera.azimuth == 0


def test_what_a_person_placed_is_not_made_smaller() -> None:
    plan = scene()
    hidden = failed("presence:box", "The cereal box cannot be seen.")
    scales = [edited(fix).element("box").scale for fix in offers(Restage(), plan, hidden)]
    assert min(scales) < 1
    x0, y0, x1, y1 = plan.element("box").box
    by_hand = plan.with_element(plan.element("box").replace(box=(x0 - 0.05, y0, x1 - 0.05, y1), placed=True))
    fixes = offers(Restage(), by_hand, hidden)
    assert fixes
    for fix in fixes:
        assert edited(fix).element("box").scale == 1
        assert edited(fix).element("box").box == pytest.approx(by_hand.element("box").box, abs=0.02)


def test_what_is_cut_off_is_seen_from_as_far_as_it_takes() -> None:
    plan = scene()
    near = plan.replace(camera=plan.camera.replace(zoom=2.4))
    fixes = offers(Restage(), near, failed("framing:box", "The cereal box is cut off at the left."))
    first = edited(fixes[0])
    assert all(0.01 < edge < 0.99 for edge in boxes(first)["box"])
    assert first.camera.zoom > 1.2


def test_a_view_that_was_asked_for_is_kept() -> None:
    plan = scene()
    view = Requirement(id="view", kind="view", expected=(35, 12, 0), threshold=5, hard=False)
    plan = plan.replace(requirements=(*plan.requirements, view))
    findings = [failed("text:title", "Too small: 7 pixels."), failed("presence:box", "The cereal box cannot be seen.")]
    for fix in offers(Restage(), plan, *findings):
        camera = edited(fix).camera
        assert (camera.azimuth, camera.elevation, camera.roll) == (35, 12, 0)


def test_what_moves_with_an_edit_is_expected_where_it_goes() -> None:
    plan = scene()
    back = next(fix for fix in offers(Restage(), plan, failed("framing:box", "The box is cut off.")) if "back" in fix.message)
    expected = next(one.expected for one in edited(back).requirements if one.id == "framing:box")
    assert expected == edited(back).element("box").box == boxes(edited(back))["box"]
    assert expected != plan.element("box").box


def test_nothing_but_the_framing_is_asked_differently_after_a_restage() -> None:
    for plan in (scene(), poster()):
        every = [failed(one.id, "Too small: it.") for one in plan.requirements]
        fixes = offers(Restage(), plan, *every)
        assert fixes
        for fix in fixes:
            pairs = zip(plan.requirements, edited(fix).requirements, strict=True)
            assert all(a == b.replace(expected=a.expected) and (a == b or a.kind == "framing") for a, b in pairs)
            assert from_json(Plan, to_json(edited(fix)), "the edited plan") == edited(fix)


def test_a_place_chosen_by_a_person_is_kept() -> None:
    plan = poster()
    own = plan.element("title").replace(box=(0.1, 0.7, 0.5, 0.8))
    for fix in offers(Restage(), plan.with_element(own), failed("text:small", "Too small: 7 pixels.")):
        assert edited(fix).element("title").box == (0.1, 0.7, 0.5, 0.8)


def test_faint_ink_that_nobody_asked_for_gets_stronger() -> None:
    fixes = offers(Restage(), poster(), failed("text:small", "Low contrast: 1.4."))
    inks = [parse(edited(fix).element("small").colors[0]) for fix in fixes]
    assert len(inks) == 2
    assert all(ink is not None and contrast(ink, (200, 200, 200)) >= 4.5 for ink in inks)


def test_no_other_ink_is_looked_for_on_a_ground_that_has_not_its_own_colour() -> None:
    ground = Requirement(id="colour:background", kind="colour", element="background", expected="cream", threshold=0.5)
    plan = poster()
    plan = plan.replace(requirements=(*plan.requirements, ground))
    assert offers(Restage(), plan, failed("text:small", "Low contrast: 1.4."), failed("colour:background")) == []


def test_ink_that_was_asked_for_stays() -> None:
    plan = scene()
    ink = Requirement(id="colour:title", kind="colour", element="title", expected="#B04040", threshold=3)
    fixes = offers(Restage(), plan.replace(requirements=(*plan.requirements, ink)), failed("text:title", "Low contrast: 2."))
    assert [edited(fix).light for fix in fixes] == ["soft", "studio", "studio"]
    assert [edited(fix).camera.azimuth for fix in fixes] == [35, 20, 35]
    assert edited(fixes[0]).elements == plan.elements


@pytest.mark.parametrize("light", ["golden hour", "night", "side"])
def test_a_light_that_was_asked_for_stays(light: str) -> None:
    assert offers(Restage(), scene(light=light), failed("colour:box")) == []


def test_asked_colours_are_never_changed() -> None:
    plan = scene()
    for one in plan.requirements:
        for fix in offers(Restage(), plan, failed(one.id, "Low contrast: 2.")):
            assert edited(fix).element("box").colors == ("red",)


def test_what_the_studio_drew_is_rendered_again_with_its_own_seed_alone() -> None:
    fixes = offers(
        Rerender(), scene(), failed("artifact", box=(0.4, 0.4, 0.6, 0.6)), failed("text", "Stray text: “X”.", (0, 0, 0.1, 0.1))
    )
    assert [fix.seed for fix in fixes] == [0, 0]
    assert fixes[0].box == pytest.approx((0.36, 0.36, 0.64, 0.64))


@pytest.mark.parametrize("message", ["Too small: 7 pixels.", "Low contrast: 1.4."])
def test_what_the_plan_decides_is_not_rendered_again_in_vain(message: str) -> None:
    assert offers(Rerender(), scene(), failed("text:title", message, (0.4, 0.4, 0.6, 0.6))) == []


class Listening(FakeRenderer):
    """Keeps what it was asked for."""

    asked: ClassVar[list[tuple[int, Render | None, Region | None]]] = []

    def render(
        self,
        plan: Plan,
        brief: Brief,
        seed: int,
        context: RunContext,
        *,
        base: Render | None = None,
        region: Region | None = None,
    ) -> Render:
        self.asked.append((seed, base, region))
        return super().render(plan, brief, seed, context, base=base, region=region)


def test_the_renderer_is_asked_for_the_region_and_no_more() -> None:
    plan, renderer = scene(), Listening()
    before = picture(plan).replace(model="a model")
    fix = Rerender().propose(plan, before, [failed("presence:box", box=(0.31, 0.2, 0.6, 0.47))])[0]
    Rerender().apply(fix, plan, Brief(), before, renderer, Silent())
    assert fix.box is not None
    assert renderer.asked == [(1, before, Region(box=fix.box, strength=0.6))]


@pytest.mark.parametrize(
    ("before", "now", "after"),
    [
        ("A. B.", "B.", "A. B."),
        ("A.", "A. B.", "A. B."),
        ("A.", "B.", "A. B."),
        ("", "B.", "B."),
        ("A.", "", "A."),
        ("", "", None),
    ],
)
def test_the_licence_of_what_stays_holds_beside_that_of_what_is_drawn_anew(before: str, now: str, after: str | None) -> None:
    class Licensed(FakeRenderer):
        def render(self, plan: Plan, brief: Brief, seed: int, context: RunContext, **others: object) -> Render:
            return super().render(plan, brief, seed, context).replace(parameters={"licence": now} if now else {})

    plan = scene()
    old = picture(plan).replace(parameters={"licence": before} if before else {})
    fix = Rerender().propose(plan, old, [failed("presence:box", box=(0.31, 0.2, 0.6, 0.47))])[0]
    assert Rerender().apply(fix, plan, Brief(), old, Licensed(), Silent()).parameters.get("licence") == after


def test_what_a_model_painted_is_changed_a_little_first_then_drawn_from_nothing() -> None:
    plan = scene()
    findings = [
        failed("text:title", "Misspelt: it reads “CRUNHC”.", (0.4, 0.4, 0.6, 0.5)),
        failed("artifact", "", (0, 0, 0.2, 0.2)),
    ]
    for render in (picture(plan).replace(model="a model"), opened(np.full((512, 512, 3), 9, np.uint8))):
        fixes = Rerender().propose(plan, render, findings)
        assert [fix.strength for fix in fixes] == [0.6, 0.6, 1, 1, 1, 1]
        assert {fix.words for fix in fixes} == {""}, "the plan says what belongs there"
        assert all(fix.seed != render.seed for fix in fixes)


def test_another_seed_answers_for_all_that_failed_but_the_size() -> None:
    plan = scene()
    fixes = offers(Reseed(), plan, failed("presence:box"), failed("size"), failed("artifact"))
    assert [fix.seed for fix in fixes] == [1, 2, 3, 4]
    assert all(fix.answers == ("presence:box", "artifact") for fix in fixes)
    renderer = FakeRenderer(levels={0: 50, 1: 90})
    after = Reseed().apply(fixes[0], plan, Brief(), picture(plan), renderer, Silent())
    assert after.seed == 1
    assert after.pixels.array[0, 0, 0] == 90


def test_another_seed_of_the_studio_makes_nothing_like_a_reference() -> None:
    plan = scene()
    plan = plan.replace(requirements=(*plan.requirements, Requirement(id="identity:box", kind="identity", element="box")))
    studio, model = picture(plan), picture(plan).replace(model="some XL")
    assert Reseed().propose(plan, studio, [failed("identity:box")]) == []
    assert Reseed().propose(plan, model, [failed("identity:box")])[0].answers == ("identity:box",)


def wrong(plan: Plan) -> list[Finding]:
    """Everything is there and fails otherwise."""
    there = [one for one in plan.requirements if one.kind not in {"presence", "count"}]
    return [failed(one.id, "Misspelt: it.", (0.3, 0.3, 0.6, 0.5)) for one in there]


@pytest.mark.parametrize("fixer", FIXERS, ids=lambda fixer: fixer.id)
class TestEvery:
    def test_passed_and_unchecked_findings_get_no_offer(self, fixer: Fixer) -> None:
        plan = scene()
        findings = [
            Finding(requirement=one.id, critic="", verdict="unchecked", message="Misspelt: it.") for one in plan.requirements
        ]
        assert fixer.propose(plan, picture(plan), findings) == []
        held = [one.__class__(requirement=one.requirement, critic="x", verdict="passed", box=(0, 0, 1, 1)) for one in findings]
        assert fixer.propose(plan, picture(plan), held) == []

    def test_offers_are_distinct_named_answer_something_and_come_out_the_same_again(self, fixer: Fixer) -> None:
        plan = scene()
        findings = wrong(plan)
        fixes = offers(fixer, plan, *findings)
        texts = [to_json(fix) for fix in fixes]
        assert fixes
        assert len(set(texts)) == len(texts)
        assert texts == [to_json(fix) for fix in offers(fixer, plan, *findings)]
        ids = {one.id for one in plan.requirements}
        assert all(
            fix.fixer == fixer.id == fix.kind and fix.message and fix.answers and set(fix.answers) <= ids for fix in fixes
        )

    def test_pictures_from_disk_get_only_what_keeps_them(self, fixer: Fixer) -> None:
        plan = scene()
        findings = wrong(plan)
        fixes = fixer.propose(plan, opened(np.full((64, 64, 3), 200, np.uint8)), findings)
        assert bool(fixes) == (fixer.id in {"typeset", "recolour", "rerender"})

    def test_a_fix_that_lacks_what_it_needs_says_so(self, fixer: Fixer) -> None:
        plan = scene()
        empty = Fix(kind="reseed", answers=("artifact",), message="")
        with pytest.raises(EngineFailure):
            fixer.apply(empty, plan, Brief(), picture(plan), None, Silent())
