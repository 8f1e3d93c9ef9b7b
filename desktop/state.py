"""What the window shows, as one frozen value, and the pure function that makes the next one. No Qt here."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from desktop.shelf import Ended, Listed, Shelf, Stopping, Working, shelved
from desktop.steps import Step
from engine.messages import Event as EngineEvent
from engine.messages import Failed, Finished, Progress, Remarked, Updated
from engine.types import Brief, Fix, Plan, Raster, Trace, Value

CompareMode = Literal["wipe", "side", "blink"]
Saved = Literal["empty", "draft", "changed", "saved"]


class Running(Value, frozen=True):
    """A run under way. `fresh`: it began without a picture, and none of its own has come yet; `before` is what it replaces.

    `wished`: it carries out what the user asked for, who will be asked whether to keep it.
    """

    token: int
    fresh: bool
    wished: bool
    before: Trace | None
    stage: str = "plan"
    done: float = 0.0
    preview: Raster | None = None
    cancelling: bool = False


class Notice(Value, frozen=True):
    """What is to be told, a line each; `details` is what only a bug report needs. `fault`: the text names a fault of the
    engine's. `remark`: it came up in a run, and stays until it was read."""

    text: str
    problem: bool = False
    fault: bool = False
    remark: bool = False
    details: str = ""


class AppState(Value, frozen=True):
    """`plan` is how `brief` is understood now; `problem` says why it cannot be planned. `shown` None follows the best.

    `reading`: the plan is of an earlier brief, the present one is being read. `review`: the best round is a change that
    the user asked for and has not yet kept or taken back.
    """

    brief: Brief = Brief()
    plan: Plan | None = None
    problem: str = ""
    trace: Trace | None = None
    shown: int | None = None
    compared: int | None = None
    compare_mode: CompareMode = "wipe"
    requirement: str = ""
    element: str = ""
    run: Running | None = None
    notice: Notice | None = None
    path: Path | None = None
    saved: Saved = "empty"
    seed_locked: bool = False
    review: bool = False
    reading: bool = False
    shelf: Shelf = Shelf()

    @property
    def round(self) -> int | None:
        """The round on the canvas."""
        if self.trace is None:
            return None
        return self.trace.best if self.shown is None else min(self.shown, len(self.trace.rounds) - 1)

    @property
    def outdated(self) -> bool:
        """Whether the brief now asks for something else than the picture was made from."""
        if self.trace is None or self.plan is None:
            return False
        from_disk = self.trace.from_disk
        return all(_differ(self.plan, made, from_disk) for made in (self.trace.plan, self.trace.best_plan()))


def _differ(plan: Plan, made: Plan, from_disk: bool) -> bool:
    """Whether two plans ask for different pictures; a picture from disk keeps its own size."""
    canvas = made.canvas if from_disk else plan.canvas
    return plan.replace(canvas=canvas, requirements=(), notes=()) != made.replace(requirements=(), notes=())


class Edited(Value, frozen=True):
    """The brief was changed by hand; an edited plan travels in it."""

    brief: Brief


class Planned(Value, frozen=True):
    """How a brief was understood, or why it cannot be."""

    brief: Brief
    plan: Plan | None = None
    problem: str = ""


class Opened(Value, frozen=True):
    """Another document: from a file, a dropped picture, a draft, or a new one."""

    brief: Brief
    trace: Trace | None = None
    path: Path | None = None
    saved: Saved = "empty"
    history: tuple[Step, ...] = ()


class Replaced(Value, frozen=True):
    """The trace was exchanged by undo, redo, or by accepting, rejecting or choosing a round."""

    trace: Trace | None


class Started(Value, frozen=True):
    token: int
    fresh: bool
    wished: bool = False


class Accepted(Value, frozen=True):
    """The change under review stays."""


class Cancelling(Value, frozen=True):
    token: int


class Kept(Value, frozen=True):
    """This brief and trace are on the disk (`path` None: as a draft)."""

    path: Path | None
    brief: Brief
    trace: Trace | None


class Shown(Value, frozen=True):
    """A round was chosen in the filmstrip; None follows the best."""

    round: int | None


class Compared(Value, frozen=True):
    round: int | None
    mode: CompareMode = "wipe"


class Chosen(Value, frozen=True):
    """A requirement or an element was selected; "" clears it."""

    requirement: str = ""
    element: str = ""


class SeedLocked(Value, frozen=True):
    locked: bool


class Proposed(Value, frozen=True):
    """The cheapest fix on offer for a finding of `trace`; None where the fixers have nothing left."""

    trace: Trace
    fix: Fix | None


class Told(Value, frozen=True):
    """Something to say to the user; None takes it away."""

    notice: Notice | None


Event = (
    EngineEvent | Edited | Planned | Opened | Replaced | Started | Accepted | Cancelling | Kept | Shown | Compared | Chosen
    | SeedLocked | Proposed | Listed | Working | Stopping | Ended | Told
)  # fmt: skip


def reduce(state: AppState, event: Event) -> AppState:
    """The next state. Events of runs other than the one under way, and plans of older briefs, change nothing."""
    match event:
        case Edited(brief):
            known = brief.plan if brief.plan is not None else state.plan
            return state.replace(brief=brief, plan=known, reading=brief.plan is None, saved="changed")
        case Planned(brief, plan, problem):
            if brief != state.brief:
                return state
            known = plan or (state.plan if brief.prompt.strip() else None)
            return state.replace(plan=known, problem=problem, reading=plan is None)
        case Opened(brief, trace, path, saved, _):
            if trace is not None and brief == Brief():
                brief = Brief(brand=state.brief.brand)  # of a picture nothing is asked yet; the brand kit stays at hand
            plan = brief.plan or (trace.best_plan() if trace else None)
            new = AppState(brief=brief, trace=trace, plan=plan, path=path, saved=saved)
            return new.replace(seed_locked=state.seed_locked, shelf=state.shelf)
        case Replaced(trace):
            return _with_trace(state, trace).replace(review=False, shown=None)
        case Accepted():
            return state.replace(review=False)
        case Started(token, fresh, wished):
            run = Running(token=token, fresh=fresh, wished=wished, before=state.trace)
            return state.replace(run=run, shown=None, compared=None, notice=None, review=False)
        case Cancelling(token):
            return state.replace(run=state.run.replace(cancelling=True)) if _mine(state, token) and state.run else state
        case Kept(path, brief, trace):
            newest = brief == state.brief and trace is state.trace
            kept: Saved = "saved" if path else "draft"
            return state.replace(path=path, saved=kept if newest else "changed")
        case Shown(number):
            return state.replace(shown=number, compared=None)
        case Compared(number, mode):
            return state.replace(compared=number, compare_mode=mode)
        case Chosen(requirement, element):
            return state.replace(requirement=requirement, element=element)
        case SeedLocked(locked):
            return state.replace(seed_locked=locked)
        case Proposed():
            return state
        case Listed() | Working() | Stopping() | Ended():
            return state.replace(shelf=shelved(state.shelf, event))
        case Told(notice):
            return state.replace(notice=_told(state.notice, notice) if notice is not None else None)
        case Progress() | Remarked() | Updated() | Finished() | Failed():
            return _heard(state, event) if _mine(state, event.token) else state


def _mine(state: AppState, token: int) -> bool:
    return state.run is not None and state.run.token == token


def _heard(state: AppState, event: EngineEvent) -> AppState:
    run = state.run
    if run is None:
        return state
    match event:
        case Progress(_, stage, done, preview):
            return state.replace(run=run.replace(stage=stage, done=done, preview=preview or run.preview))
        case Remarked(_, sentence):
            return state.replace(notice=_told(state.notice, Notice(text=sentence, remark=True)))
        case Updated(_, trace):
            return _with_trace(state.replace(run=run.replace(fresh=False, preview=None)), trace)
        case Finished(_, trace):
            changed = trace is not None and run.before is not None and trace.best != run.before.best
            return _with_trace(state, trace or run.before).replace(run=None, review=run.wished and changed)
        case Failed(_, message, bad_input, trace):
            fault = not bad_input and message.startswith("Traceback")
            text = message.strip().splitlines()[-1] if fault else message
            notice = Notice(text=text, problem=True, fault=fault, details=message)
            return _with_trace(state, trace or run.before).replace(run=None, notice=_told(state.notice, notice))


def _told(before: Notice | None, new: Notice) -> Notice:
    """The new notice, under what came up in a run and was not read yet; a remark also leaves a problem standing."""
    if before is None or not (before.remark or (new.remark and before.problem)):
        return new
    if new.fault:
        return new.replace(details=f"{before.text}\n{new.details}")
    lines = [line for line in before.text.splitlines() if line != new.text]
    return new.replace(text="\n".join([*lines, new.text]), problem=before.problem or new.problem, remark=True)


def _with_trace(state: AppState, trace: Trace | None) -> AppState:
    rounds = len(trace.rounds) if trace else 0
    ids = {r.id for r in trace.best_plan().requirements} if trace else set()
    return state.replace(
        trace=trace,
        shown=state.shown if state.shown is not None and state.shown < rounds else None,
        compared=state.compared if state.compared is not None and state.compared < rounds else None,
        requirement=state.requirement if state.requirement in ids else "",
        saved="changed" if trace is not state.trace else state.saved,
    )
