"""Plan, render, check, fix: the picture of DESIGN §1, as code. It knows the doors and the values, and no part by name."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from engine.api import Critic, Fixer, Planner, Renderer, RunContext
from engine.codec import to_json
from engine.errors import CannotDraw, EngineFailure
from engine.types import Brief, Finding, Fix, Outcome, Plan, Render, Round, Trace


@dataclass(frozen=True)
class Parts:
    """What a run works with. Renderers come best first; fixers cheapest first."""

    planner: Planner
    renderers: Sequence[Renderer]
    critics: Sequence[Critic]
    fixers: Sequence[Fixer]
    versions: dict[str, str]


def run(
    brief: Brief,
    parts: Parts,
    context: RunContext,
    *,
    start: Render | None = None,
    clock: Callable[[], float] = time.monotonic,
) -> Iterator[Trace]:
    """Yields the trace after every round; the last one has the outcome.

    `start` is a picture from disk to check and fix instead of rendering one. What a round made is in the trace before
    the next begins, so an exception (Cancelled, EngineFailure) loses only the round under way.
    """
    began = clock()
    timings: dict[str, float] = {}

    @contextmanager
    def timed(stage: str) -> Iterator[None]:
        since = clock()
        try:
            yield
        finally:
            timings[stage] = round(timings.get(stage, 0.0) + clock() - since, 3)

    context.progress("plan", 0.0)
    with timed("plan"):
        first_plan = plan = parts.planner.plan(brief)
    renderer = pick(parts.renderers, plan, brief) if start is None else None

    def examined(render: Render, fix: Fix | None) -> Round:
        with timed("check"):
            return Round(render=render, findings=check(plan_of(fix), render, parts.critics, context), fix=fix)

    def plan_of(fix: Fix | None) -> Plan:
        return fix.plan if fix is not None and fix.plan is not None else plan

    if renderer is not None:
        with timed("render"):
            start = renderer.render(plan, brief, brief.seed, context)
    assert start is not None
    rounds = [examined(start, None)]
    best, tried = 0, set[tuple[str, str]]()

    def trace(outcome: Outcome) -> Trace:
        return Trace(
            brief=brief,
            plan=first_plan,
            rounds=tuple(rounds),
            best=best,
            outcome=outcome,
            timings=timings | {"total": round(clock() - began, 3)},
            versions=parts.versions,
        )

    while True:
        if not failed(plan, rounds[best].findings):
            yield trace("passed" if holds(plan, rounds[best].findings) else "nothing left to try")
            return
        if len(rounds) >= brief.budget.max_rounds or clock() - began >= brief.budget.max_seconds:
            yield trace("budget spent")
            return
        proposals = propose(plan, rounds[best], parts.fixers)
        chosen = next(((fixer, fix) for fixer, fix in proposals if (to_json(plan), to_json(fix)) not in tried), None)
        if chosen is None:
            yield trace("nothing left to try")
            return
        yield trace("unfinished")
        fixer, fix = chosen
        tried.add((to_json(plan), to_json(fix)))
        with timed("fix"):
            fixed = fixer.apply(fix, plan, brief, rounds[best].render, renderer, context)
        candidate = examined(fixed, fix)
        kept = better(plan, candidate.findings, rounds[best].findings)
        rounds.append(candidate.replace(kept=kept))
        if kept:
            best, plan = len(rounds) - 1, plan_of(fix)


def pick(renderers: Sequence[Renderer], plan: Plan, brief: Brief) -> Renderer:
    """The first renderer that can draw every element of the plan. Raises CannotDraw, which names what is left over."""
    missing: tuple[str, ...] = ()
    for renderer in renderers:
        missing = renderer.missing(plan)
        if not missing or brief.stand_ins:
            return renderer
    names = ", ".join(sorted({plan.element(element).label for element in missing})) or "the plan"
    raise CannotDraw(
        f"No renderer here can draw: {names}.",
        "A diffusion model would; without one, --stand-ins draws labelled stand-ins for a layout preview.",
    )


def check(plan: Plan, render: Render, critics: Sequence[Critic], context: RunContext) -> tuple[Finding, ...]:
    """One finding for each requirement, in the plan's order; `unchecked` where no critic is there or it broke."""
    found: dict[str, Finding] = {}
    for number, critic in enumerate(critics):
        context.progress("check", number / len(critics))
        asked = [r for r in plan.requirements if r.kind in critic.kinds and r.id not in found]
        try:
            found |= {finding.requirement: finding for finding in critic.check(plan, asked, render, context)} if asked else {}
        except EngineFailure as error:
            found |= {r.id: unchecked(r.id, f"The {critic.id} critic failed: {error.happened}") for r in asked}
    missing = "No critic for this is installed, so nobody has looked."
    return tuple(found.get(r.id) or unchecked(r.id, missing) for r in plan.requirements)


def unchecked(requirement: str, why: str) -> Finding:
    return Finding(requirement=requirement, critic="", verdict="unchecked", message=why, confidence=0.0)


def propose(plan: Plan, best: Round, fixers: Sequence[Fixer]) -> Iterator[tuple[Fixer, Fix]]:
    """Every fix on offer for what failed: hard requirements before soft ones, and within each the fixers in their order."""
    wrong = failed(plan, best.findings)
    hard = {r.id for r in plan.requirements if r.hard}
    for group in ([f for f in wrong if f.requirement in hard], [f for f in wrong if f.requirement not in hard]):
        for fixer in fixers if group else ():
            for fix in fixer.propose(plan, best.render, group):
                yield fixer, fix


def failed(plan: Plan, findings: Sequence[Finding]) -> list[Finding]:
    """The findings that failed, in the plan's order."""
    ids = {r.id for r in plan.requirements}
    return [finding for finding in findings if finding.verdict == "failed" and finding.requirement in ids]


def holds(plan: Plan, findings: Sequence[Finding]) -> bool:
    """Whether every hard requirement was checked and passed."""
    verdicts = {finding.requirement: finding.verdict for finding in findings}
    return all(verdicts.get(r.id) == "passed" for r in plan.requirements if r.hard)


def rank(plan: Plan, findings: Sequence[Finding]) -> tuple[int, int, float]:
    """Orders pictures of one plan, higher is better: hard requirements held, soft ones held, then how nearly all hold."""
    hard = {r.id for r in plan.requirements if r.hard}
    passed = [finding.requirement for finding in findings if finding.verdict == "passed"]
    scores = sum(finding.score for finding in findings if finding.verdict != "unchecked")
    return sum(r in hard for r in passed), sum(r not in hard for r in passed), round(scores, 3)


def better(plan: Plan, new: Sequence[Finding], old: Sequence[Finding]) -> bool:
    """Whether `new` ranks above `old` and everything that held still holds."""
    still = {finding.requirement for finding in new if finding.verdict == "passed"}
    held = {finding.requirement for finding in old if finding.verdict == "passed"}
    return held <= still and rank(plan, new) > rank(plan, old)
