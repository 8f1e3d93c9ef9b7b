"""The reducer: what the window shows after each event."""

from __future__ import annotations

import pytest

from desktop.rounds import checks, effect, plan_of, preferred, rejected
from desktop.state import (
    Accepted,
    AppState,
    Cancelling,
    Chosen,
    Compared,
    Edited,
    Event,
    Kept,
    Notice,
    Opened,
    Planned,
    Replaced,
    Shown,
    Started,
    Told,
    reduce,
)
from engine.messages import Failed, Finished, Progress, Remarked, Updated
from engine.types import Brief, Finding, Fix, Round, Trace
from tests.fakes import PLAN, grey

BRIEF = Brief(prompt="a poster")


def after(*events: Event, state: AppState | None = None) -> AppState:
    shown = state or AppState()
    for event in events:
        shown = reduce(shown, event)
    return shown


def trace(*levels: int, best: int | None = None) -> Trace:
    """Rounds of grey; those from 100 on are bright, each after the first made by a fix."""
    rounds = tuple(
        Round(
            render=grey(level),
            findings=(
                Finding(requirement="bright", critic="fake", verdict="passed" if level >= 100 else "failed", measured=level),
                Finding(requirement="even", critic="", verdict="unchecked"),
            ),
            fix=Fix(kind="reseed", answers=(), message=f"to {level}") if number else None,
        )
        for number, level in enumerate(levels)
    )
    at = len(rounds) - 1 if best is None else best
    return Trace(brief=BRIEF, plan=PLAN, rounds=rounds, best=at, outcome="unfinished")


def test_a_prompt_is_shown_with_the_old_plan_until_it_is_read() -> None:
    state = after(Edited(brief=BRIEF), Planned(brief=BRIEF, plan=PLAN))
    assert state.plan is PLAN
    assert not state.reading
    again = after(Edited(brief=BRIEF.replace(prompt="a poster in red")), state=state)
    assert again.plan is PLAN
    assert again.reading


def test_a_plan_of_an_older_brief_is_ignored() -> None:
    state = after(Edited(brief=BRIEF))
    assert after(Planned(brief=Brief(prompt="older"), plan=PLAN), state=state) is state


def test_a_prompt_that_cannot_be_planned_says_why_and_keeps_the_plan() -> None:
    state = after(Edited(brief=BRIEF), Planned(brief=BRIEF, plan=PLAN))
    other = BRIEF.replace(prompt="!")
    state = after(Edited(brief=other), Planned(brief=other, problem="There is nothing to draw."), state=state)
    assert state.problem == "There is nothing to draw."
    assert state.plan is PLAN


def test_requirements_turn_from_open_to_their_verdicts() -> None:
    state = after(Edited(brief=BRIEF), Planned(brief=BRIEF, plan=PLAN), Started(token=1, fresh=True))
    assert [check.standing for check in checks(state)] == ["open", "open"]
    state = after(Progress(token=1, stage="render", done=0.5), state=state)
    assert state.run is not None
    assert (state.run.stage, state.run.done) == ("render", 0.5)
    state = after(Updated(token=1, trace=trace(50)), state=state)
    assert [check.standing for check in checks(state)] == ["failed", "unchecked"]
    state = after(Finished(token=1, trace=trace(50, 120)), state=state)
    assert [check.standing for check in checks(state)] == ["passed", "unchecked"]
    assert state.run is None


def test_events_of_another_run_change_nothing() -> None:
    state = after(Started(token=2, fresh=True))
    for event in (Progress(token=1, stage="render", done=0.5), Finished(token=1, trace=trace(50)), Cancelling(token=1)):
        assert reduce(state, event) is state


def test_a_cancelled_run_without_a_picture_leaves_the_one_before() -> None:
    before = trace(120)
    state = after(Opened(brief=BRIEF, trace=before), Started(token=1, fresh=True), Cancelling(token=1))
    assert state.run is not None
    assert state.run.cancelling
    assert after(Finished(token=1, trace=None), state=state).trace is before


def test_a_failure_keeps_the_picture_and_tells_a_traceback_in_one_line() -> None:
    made = trace(50)
    state = after(
        Started(token=1, fresh=True), Failed(token=1, message="Traceback …\nKeyError: 'x'", bad_input=False, trace=made)
    )
    assert state.trace is made
    assert state.notice is not None
    assert state.notice.problem
    assert "KeyError: 'x'" in state.notice.text
    assert "\n" not in state.notice.text
    assert state.notice.details.startswith("Traceback")


@pytest.mark.parametrize(("wished", "best", "review"), [(True, 1, True), (True, 0, False), (False, 1, False)])
def test_only_a_wished_change_that_was_kept_is_reviewed(wished: bool, best: int, review: bool) -> None:
    state = after(Opened(brief=BRIEF, trace=trace(50)), Started(token=1, fresh=False, wished=wished))
    state = after(Finished(token=1, trace=trace(50, 60, best=best)), state=state)
    assert state.review is review
    assert not after(Accepted(), state=state).review


def test_the_round_shown_follows_the_best_until_one_is_chosen() -> None:
    state = after(Opened(brief=BRIEF, trace=trace(50, 120)))
    assert state.round == 1
    state = after(Shown(round=0), Compared(round=1, mode="blink"), state=state)
    assert (state.round, state.compared) == (0, 1)
    assert checks(state)[0].standing == "failed"
    assert after(Replaced(trace=trace(50)), state=state).compared is None


def test_the_last_change_says_what_it_broke_and_what_it_cured() -> None:
    assert [r.id for r in effect(trace(50, 120)).gained] == ["bright"]
    assert [r.id for r in effect(trace(120, 50)).lost] == ["bright"]
    made = trace(50, 60)
    asked = Fix(kind="reseed", answers=("bright",), message="to 60")
    made = made.replace(rounds=(made.rounds[0], made.rounds[1].replace(fix=asked)))
    assert [r.id for r in effect(made).uncured] == ["bright"]
    assert not any((effect(trace(50)).gained, effect(trace(50)).lost))


def test_rejecting_goes_back_to_the_last_round_that_was_kept() -> None:
    back = rejected(trace(50, 60, 120))
    assert back.best == 1
    assert [done.kept for done in back.rounds] == [True, True, False]
    assert rejected(back).best == 0


def test_a_preferred_round_is_best_and_shows_its_own_plan() -> None:
    restaged = PLAN.replace(style=("bold",))
    made = trace(50, 60, 120)
    fix = Fix(kind="restage", answers=(), message="bolder", plan=restaged)
    made = made.replace(rounds=(made.rounds[0], made.rounds[1].replace(fix=fix, kept=False), made.rounds[2]))
    assert plan_of(made, 1) == restaged
    assert plan_of(made, 2) == PLAN
    chosen = preferred(made, 1)
    assert chosen.best == 1
    assert chosen.best_plan() == restaged


def test_only_what_is_newest_counts_as_saved() -> None:
    state = after(Edited(brief=BRIEF))
    assert after(Kept(path=None, brief=Brief(prompt="older"), trace=None), state=state).saved == "changed"
    assert after(Kept(path=None, brief=BRIEF, trace=None), state=state).saved == "draft"


def test_a_selection_does_not_outlive_its_requirement() -> None:
    state = after(Opened(brief=BRIEF, trace=trace(50)), Chosen(requirement="bright"))
    assert state.requirement == "bright"
    other = trace(50).replace(plan=PLAN.replace(requirements=()))
    assert after(Replaced(trace=other), state=state).requirement == ""


def test_a_picture_is_outdated_by_another_plan_and_not_by_its_own_restage() -> None:
    made = trace(50, 120)
    fix = Fix(kind="restage", answers=(), message="bolder", plan=PLAN.replace(style=("bold",)))
    made = made.replace(rounds=(made.rounds[0], made.rounds[1].replace(fix=fix)))
    state = after(Opened(brief=BRIEF, trace=made))
    assert not state.replace(plan=PLAN).outdated
    assert not state.replace(plan=made.best_plan()).outdated
    assert state.replace(plan=PLAN.replace(style=("quiet",))).outdated


def test_what_comes_up_in_a_run_is_told_together_and_stays() -> None:
    run = Started(token=1, fresh=True)
    first, second = Remarked(token=1, sentence="Memory is short."), Remarked(token=1, sentence="It is drawn by the CPU.")
    both = after(run, first, second, second)
    assert both.notice == Notice(text="Memory is short.\nIt is drawn by the CPU.", remark=True)
    failed = after(Failed(token=1, message="It stopped.", bad_input=False), state=both).notice
    assert failed == Notice(text=f"{both.notice.text}\nIt stopped.", problem=True, remark=True, details="It stopped.")
    fault = after(Failed(token=1, message="Traceback\nKeyError: 1", bad_input=False), state=both).notice
    assert fault is not None
    assert fault.text == "KeyError: 1"
    assert fault.details.startswith("Memory is short.")
    exported = after(Told(notice=Notice(text="Exported.")), state=both).notice
    assert exported is not None
    assert exported.text.splitlines() == ["Memory is short.", "It is drawn by the CPU.", "Exported."]
    assert after(Told(notice=None), Told(notice=Notice(text="Exported.")), state=both).notice == Notice(text="Exported.")
    full = Told(notice=Notice(text="The disk is full.", problem=True))
    assert after(run, full, first).notice == Notice(text="The disk is full.\nMemory is short.", problem=True, remark=True)
    assert after(Finished(token=1, trace=None), Started(token=2, fresh=True), state=both).notice is None
