"""What the rounds of a trace say: each requirement's standing, each round's plan, and which round is best. No Qt here."""

from __future__ import annotations

from typing import Literal

from desktop.state import AppState
from engine.types import Finding, Plan, Requirement, Trace, Value

Standing = Literal["open", "passed", "failed", "unchecked"]


class Check(Value, frozen=True):
    """A requirement and how it stands; `finding` None as long as nobody has looked.

    `carried`: the finding is that of an earlier round, as what was changed since cannot have touched it.
    """

    requirement: Requirement
    standing: Standing
    finding: Finding | None = None
    carried: bool = False


def checks(state: AppState) -> tuple[Check, ...]:
    """What the Checks panel lists: the findings of the round shown, or the plan's requirements, still open."""
    number = state.round
    if state.trace is None or number is None or (state.run is not None and state.run.fresh):
        asked = state.plan.requirements if state.plan else ()
        return tuple(Check(requirement=r, standing="open") for r in asked)
    done = state.trace.rounds[number]
    found = {finding.requirement: finding for finding in done.findings}
    return tuple(
        Check(
            requirement=r,
            standing=found[r.id].verdict if r.id in found else "unchecked",
            finding=found.get(r.id),
            carried=r.id in done.carried,
        )
        for r in plan_of(state.trace, number).requirements
    )


def plan_of(trace: Trace, number: int) -> Plan:
    """The plan that this round was drawn from: the kept restages up to it, and its own."""
    plan = trace.plan
    for index, done in enumerate(trace.rounds[: number + 1]):
        if done.fix is not None and done.fix.plan is not None and (done.kept or index == number):
            plan = done.fix.plan
    return plan


class Effect(Value, frozen=True):
    """What the best round changed against the one it replaced: requirements that hold now, that no longer do, and those
    that it was to cure and that still fail."""

    gained: tuple[Requirement, ...] = ()
    lost: tuple[Requirement, ...] = ()
    uncured: tuple[Requirement, ...] = ()


def effect(trace: Trace) -> Effect:
    """Of the last change that was kept."""
    done = trace.best_round()
    if done.fix is None:
        return Effect()
    old = {finding.requirement: finding.verdict for finding in trace.rounds[_before(trace)].findings}
    new = {finding.requirement: finding.verdict for finding in done.findings}
    asked = trace.best_plan().requirements
    return Effect(
        gained=tuple(r for r in asked if new.get(r.id) == "passed" and old.get(r.id) == "failed"),
        lost=tuple(r for r in asked if new.get(r.id) == "failed" and old.get(r.id) == "passed"),
        uncured=tuple(r for r in asked if new.get(r.id) == "failed" and old.get(r.id) == "failed" and r.id in done.fix.answers),
    )


def rejected(trace: Trace) -> Trace:
    """The trace with its best round given up for the last one that was kept before it."""
    rounds = list(trace.rounds)
    rounds[trace.best] = rounds[trace.best].replace(kept=False)
    return trace.replace(rounds=tuple(rounds), best=_before(trace))


def _before(trace: Trace) -> int:
    """The round that the best one replaced."""
    return max((index for index in range(trace.best) if trace.rounds[index].kept), default=0)


def preferred(trace: Trace, number: int) -> Trace:
    """The trace with a round of the user's choice as its best."""
    rounds = tuple(
        done.replace(kept=True if index == number else done.kept and index < number) for index, done in enumerate(trace.rounds)
    )
    return trace.replace(rounds=rounds, best=number)
