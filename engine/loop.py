"""Plan, render, check, fix: the picture of DESIGN §1, as code. It knows the doors and the values, and no part by name."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress

from engine.api import Critic, Parts, Renderer, RunContext
from engine.carrying import carried_over
from engine.codec import to_json
from engine.errors import CannotDraw, EngineError, EngineFailure
from engine.types import Brief, Finding, Fix, Outcome, Plan, Raster, Render, Round, Trace


def run(
    brief: Brief,
    parts: Parts,
    context: RunContext,
    *,
    start: Render | Trace | None = None,
    wish: Fix | None = None,
    clock: Callable[[], float] = time.monotonic,
) -> Iterator[Trace]:
    """Yields the trace after every round; the last one has the outcome.

    `start` is a picture from disk to check and fix instead of rendering one, or a trace to go on from. `wish` is a fix
    that the user asks for: it comes first and is kept whatever the critics say. What a round made is in the trace before
    the next begins, so an exception (Cancelled, EngineFailure) loses only the round under way.

    After a fix, only what it can have touched is checked again; at the end the rest is, on the best picture, and where that
    disagrees the loop goes on from the truth.
    """
    session = _Session(brief, parts, context, clock)
    trace = start if isinstance(start, Trace) else session.first_round(start)
    made = 0 if isinstance(start, Trace) else 1
    tried = set[tuple[str, str]]()
    while True:
        plan, best = trace.best_plan(), trace.best_round()
        wrong = wish is not None or bool(failed(plan, best.findings))
        spent = made >= brief.budget.max_rounds or session.seconds() >= brief.budget.max_seconds
        fixes = propose(plan, best, parts)
        fix = None if spent else wish or next((f for f in fixes if (to_json(plan), to_json(f)) not in tried), None)
        if fix is not None:
            yield trace
            tried.add((to_json(plan), to_json(fix)))
            trace = session.next_round(trace, fix, wished=fix is wish)
            made, wish = made + 1, None
        elif best.carried:
            trace = session.completed(trace)
        else:
            done: Outcome = "passed" if not wrong and trace.passed() else "nothing left to try"
            yield trace.replace(outcome="budget spent" if wrong and spent else done)
            return


class _Session:
    """The parts at work on one brief, with a watch on every stage."""

    def __init__(self, brief: Brief, parts: Parts, context: RunContext, clock: Callable[[], float]) -> None:
        self._brief, self._parts, self._context, self._clock = brief, parts, context, clock
        self._began = clock()
        self._timings: dict[str, float] = {}

    def seconds(self) -> float:
        return self._clock() - self._began

    def first_round(self, start: Render | None) -> Trace:
        """Plan, render (unless there is a picture to start from) and check."""
        self._context.progress("plan", 0.0)
        with self._timed("plan"):
            plan = self._parts.planner.plan(self._brief, self._context)
        if start is None:
            renderer = pick(self._parts.renderers, plan, self._brief)
            with _beside(self._parts.warm), self._timed("render"):
                start = renderer.render(plan, self._brief, self._brief.seed, self._context)
        first = Round(render=start, findings=self._check(plan, start))
        trace = Trace(
            brief=self._brief, plan=plan, rounds=(first,), best=0, outcome="unfinished", versions=self._parts.versions
        )
        return self._stamped(trace)

    def next_round(self, trace: Trace, fix: Fix, *, wished: bool) -> Trace:
        """Carry the fix out on the best picture and check the result; it becomes the best where it is better, or wished."""
        best = trace.best_round()
        plan = fix.plan or trace.best_plan()
        able = painters(self._parts.renderers, best.render, fix)
        renderer = pick(able, plan, self._brief) if able else None
        fixer = next(fixer for fixer in self._parts.fixers if fixer.id == fix.fixer)
        with self._timed("fix"):
            render = fixer.apply(fix, plan, self._brief, best.render, renderer, self._context)
        holding = [] if wished or fix.plan is not None else carried_over(plan, best, render)
        findings = self._check(plan, render, holding)
        kept = wished or better(plan, findings, best.findings)
        carried = tuple(finding.requirement for finding in holding)
        rounds = (*trace.rounds, Round(render=render, findings=findings, fix=fix, kept=kept, carried=carried))
        return self._stamped(trace.replace(rounds=rounds, best=len(rounds) - 1 if kept else trace.best))

    def completed(self, trace: Trace) -> Trace:
        """Check on the best picture what was carried over to it; it is given up where that no longer holds after all."""
        plan, best = trace.best_plan(), trace.best_round()
        measured = [finding for finding in best.findings if finding.requirement not in best.carried]
        findings = self._check(plan, best.render, measured)
        kept = held(best.findings) <= held(findings)
        rounds = list(trace.rounds)
        rounds[trace.best] = best.replace(findings=findings, carried=(), kept=kept)
        before = max(index for index in range(trace.best) if rounds[index].kept)
        return self._stamped(trace.replace(rounds=tuple(rounds), best=trace.best if kept else before))

    def _check(self, plan: Plan, render: Render, holding: Sequence[Finding] = ()) -> tuple[Finding, ...]:
        with self._timed("check"):
            return check(plan, render, self._parts.critics, _Timed(self._context, self._spent), holding)

    def _stamped(self, trace: Trace) -> Trace:
        return trace.replace(outcome="unfinished", timings=self._timings | {"total": round(self.seconds(), 3)})

    @contextmanager
    def _timed(self, stage: str) -> Iterator[None]:
        since = self._clock()
        try:
            yield
        finally:
            self._spent(stage, self._clock() - since)

    def _spent(self, stage: str, seconds: float) -> None:
        self._timings[stage] = round(self._timings.get(stage, 0.0) + seconds, 3)


class _Timed(RunContext):
    """A run's context, and who hears how long what took."""

    def __init__(self, context: RunContext, spent: Callable[[str, float], None]) -> None:
        self._context, self._spent = context, spent

    def progress(self, stage: str, done: float, preview: Raster | None = None) -> None:
        self._context.progress(stage, done, preview)

    def tell(self, sentence: str) -> None:
        self._context.tell(sentence)

    def on_cancel(self, stop: Callable[[], None] | None) -> None:
        self._context.on_cancel(stop)

    def took(self, work: str, seconds: float) -> None:
        self._spent(work, seconds)


@contextmanager
def _beside(work: Sequence[Callable[[], object]]) -> Iterator[None]:
    """The pieces of work are done on a thread meanwhile; what has not begun at the end is left. Whoever needs a piece that
    failed meets its fault again."""
    left = threading.Event()

    def done() -> None:
        for piece in work:
            if not left.is_set():
                with suppress(EngineError):
                    piece()

    thread = threading.Thread(target=done, name="plantain-warm", daemon=True)
    thread.start()
    try:
        yield
    finally:
        left.set()
        thread.join()


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
        "Import a model that can (plantain models import FILE), or turn stand-ins on (--stand-ins) for a layout preview.",
    )


def check(
    plan: Plan,
    render: Render,
    critics: Sequence[Critic],
    context: RunContext,
    holding: Sequence[Finding] = (),
) -> tuple[Finding, ...]:
    """One finding for each requirement, in the plan's order; `unchecked` where no critic is there or it broke.

    The critics look one after the other: side by side they are hardly quicker and keep the window waiting for Python. What
    one of them leaves unchecked a later one is asked about too. For what has a finding in `holding` nobody is asked.
    """
    context.progress("check", 0.0, render.pixels)
    found = {finding.requirement: finding for finding in holding}
    given, left = set(found), dict[str, Finding]()
    for critic in critics:
        asked = [r for r in plan.requirements if r.kind in critic.kinds and (r.id not in found or r.id in left)]
        if not asked:
            continue
        since = time.monotonic()
        try:
            findings = critic.check(plan, asked, render, context)
        except EngineFailure as error:
            why = f"The {critic.id} critic failed: {error.happened}"
            findings = [unchecked(r.id, f"{why} {error.to_do}".strip()) for r in asked]
        context.took(f"check:{critic.id}", time.monotonic() - since)
        found |= {finding.requirement: _after(left.get(finding.requirement), finding) for finding in findings}
        left = {name: finding for name, finding in found.items() if finding.verdict == "unchecked" and name not in given}
    missing = "No critic for this is installed, so nobody has looked."
    return tuple(found.get(r.id) or unchecked(r.id, missing) for r in plan.requirements)


def _after(earlier: Finding | None, finding: Finding) -> Finding:
    """What a later critic found; where it cannot say either, what both said."""
    if earlier is None or finding.verdict != "unchecked":
        return finding
    return earlier.replace(message=f"{earlier.message} {finding.message}")


def unchecked(requirement: str, why: str) -> Finding:
    return Finding(requirement=requirement, critic="", verdict="unchecked", message=why, confidence=0.0)


def propose(plan: Plan, best: Round, parts: Parts) -> Iterator[Fix]:
    """Every fix on offer for what failed: hard requirements before soft ones, and within each the fixers in their order."""
    wrong = failed(plan, best.findings)
    hard = {r.id for r in plan.requirements if r.hard}
    for group in ([f for f in wrong if f.requirement in hard], [f for f in wrong if f.requirement not in hard]):
        yield from offers(plan, best.render, group, parts) if group else ()


def offers(plan: Plan, render: Render, findings: Sequence[Finding], parts: Parts) -> Iterator[Fix]:
    """What the fixers offer for the findings, the cheapest first; a region to draw anew only where something here can."""
    for fixer in parts.fixers:
        for fix in fixer.propose(plan, render, findings):
            if fix.kind != "rerender" or painters(parts.renderers, render, fix):
                yield fix


def painters(renderers: Sequence[Renderer], render: Render, fix: Fix) -> list[Renderer]:
    """Those that may carry the fix out: a region is drawn anew by what drew the picture or can draw into any."""
    if fix.kind == "rerender":
        return [one for one in renderers if one.repaints or one.id == render.renderer]
    return [] if render.from_disk else list(renderers)


def failed(plan: Plan, findings: Sequence[Finding]) -> list[Finding]:
    """The findings that failed, in the plan's order."""
    ids = {r.id for r in plan.requirements}
    return [finding for finding in findings if finding.verdict == "failed" and finding.requirement in ids]


def rank(plan: Plan, findings: Sequence[Finding]) -> tuple[int, int, float]:
    """Orders pictures of one plan, higher is better: hard requirements held, soft ones held, then how nearly all hold."""
    hard = {r.id for r in plan.requirements if r.hard}
    passed = [finding.requirement for finding in findings if finding.verdict == "passed"]
    scores = sum(finding.score for finding in findings if finding.verdict != "unchecked")
    return sum(r in hard for r in passed), sum(r not in hard for r in passed), round(scores, 3)


def better(plan: Plan, new: Sequence[Finding], old: Sequence[Finding]) -> bool:
    """Whether `new` ranks above `old` and everything that held still holds."""
    return held(old) <= held(new) and rank(plan, new) > rank(plan, old)


def held(findings: Sequence[Finding]) -> set[str]:
    """The requirements that hold."""
    return {finding.requirement for finding in findings if finding.verdict == "passed"}
