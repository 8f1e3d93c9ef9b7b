"""Failures that come up by themselves, and the loop that cures them: real planner, studio, critics and fixers."""

from __future__ import annotations

import numpy as np
import pytest

from engine import registry
from engine.codec import to_json
from engine.composite import window
from engine.loop import run
from engine.types import Brief, Finding, Plan, Round, Trace
from tests.fakes import Silent


def planned(prompt: str, aspect: str) -> Plan:
    return registry.planner().plan(Brief(prompt=prompt, aspect=aspect, size="512"))


def seen_from(plan: Plan, **changes: float) -> Plan:
    """The plan with another camera and nothing else changed: as if somebody had moved it."""
    return plan.replace(camera=plan.camera.replace(**changes))


def played(plan: Plan) -> Trace:
    brief = Brief(plan=plan, quality="fast")
    return list(run(brief, registry.parts(brief), Silent()))[-1]


def cured(plan: Plan, requirement: str, *, rounds: int) -> Trace:
    """The finished trace of a plan whose first picture misses the requirement and whose best one misses nothing."""
    trace = played(plan)
    said = [finding.message for finding in trace.best_round().findings if finding.verdict != "passed"]
    assert found(trace.rounds[0], requirement).verdict == "failed"
    assert trace.outcome == "passed", said
    assert trace.passed()
    assert 1 < len(trace.rounds) <= rounds
    outside_is_untouched(trace)
    return trace


def found(made: Round, requirement: str) -> Finding:
    return next(finding for finding in made.findings if finding.requirement == requirement)


def kinds(trace: Trace) -> list[str]:
    """What the kept fixes were."""
    return [made.fix.kind for made in trace.rounds if made.fix and made.kept]


def outside_is_untouched(trace: Trace) -> None:
    """Every fix of a region left each byte outside its box as it was in the picture that it started from."""
    best = trace.rounds[0].render
    for made in trace.rounds[1:]:
        if made.fix is not None and made.fix.box is not None:
            before, after = best.pixels.array.copy(), made.render.pixels.array.copy()
            area = window(made.fix.box, best.width, best.height)
            before[area], after[area] = 0, 0
            assert np.array_equal(before, after)
        if made.kept:
            best = made.render


def test_small_print_on_a_poster() -> None:
    plan = planned('A poster that says "FRESH BREAD" in brown on cream with small print "Bakery Lane 7, open daily"', "2:3")
    plan = plan.with_element(plan.element("small-print").replace(scale=0.35))
    trace = cured(plan, "text:small-print", rounds=2)
    assert found(trace.rounds[0], "text:small-print").message.startswith("Too small:")
    assert kinds(trace) == ["restage"]
    assert to_json(played(plan).replace(timings={})) == to_json(trace.replace(timings={}))


@pytest.mark.slow
def test_small_print_on_a_label() -> None:
    said = '"HONEY" and small print "Net weight 500 g, best before the end of December 2028"'
    trace = cured(planned(f"A jar with a white label that says {said}", "1:1"), "text:small-print", rounds=4)
    assert found(trace.rounds[0], "text:small-print").message.startswith("Too small:")
    assert set(kinds(trace)) == {"restage"}


@pytest.mark.slow
def test_a_text_at_a_grazing_angle() -> None:
    plan = seen_from(planned('A white sign that says "OPEN" in black', "16:9"), azimuth=86)
    trace = cured(plan, "text:headline", rounds=5)
    assert kinds(trace)[-1] == "restage"
    assert abs(trace.best_plan().camera.azimuth) < 60


def test_a_brand_colour_shifted_by_the_light() -> None:
    trace = cured(planned("A matte box in exactly #FF6F61, golden hour", "1:1"), "colour:box", rounds=2)
    assert kinds(trace) == ["recolour"]
    assert trace.best_plan().light == "golden hour"
    assert not np.array_equal(trace.rounds[0].render.pixels.array, trace.best_round().render.pixels.array)


@pytest.mark.slow
def test_a_reflection_over_the_letters() -> None:
    trace = cured(planned('A chrome box that says "NORDA" in white', "1:1"), "text:headline", rounds=4)
    assert found(trace.rounds[0], "text:headline").message.startswith("Low contrast:")
    assert kinds(trace)[0] in {"recolour", "restage"}


@pytest.mark.slow
def test_a_subject_cut_off_in_a_narrow_picture() -> None:
    plan = seen_from(planned("A blue bottle", "1:8"), zoom=2.4)
    trace = cured(plan, "framing:bottle", rounds=3)
    assert "cut off" in found(trace.rounds[0], "framing:bottle").message
    assert set(kinds(trace)) == {"restage"}
