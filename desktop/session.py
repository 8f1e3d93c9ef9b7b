"""What a person does in the window, as verbs: each changes the state, most of them so that it can be undone."""

from __future__ import annotations

import random
import unicodedata
import zlib

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from desktop import editing, wishes
from desktop.bridge import Bridge
from desktop.rounds import preferred, rejected
from desktop.state import (
    Accepted,
    AppState,
    Cancelling,
    Edited,
    Event,
    Notice,
    Opened,
    Planned,
    Proposed,
    Replaced,
    Started,
    Told,
    reduce,
)
from desktop.steps import Step
from engine.errors import BadInput
from engine.messages import Failed, Finished
from engine.types import Array, Box, Brief, Fix, Plan, Render, Trace

TYPING_MS = 160
"""How long the prompt must rest before it is planned."""


class Session(QObject):
    """The state, its history, and the engine behind it. `changed` carries the new state and the one before."""

    changed = Signal(object, object)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self.state = AppState()
        self.undo = QUndoStack(self)
        self.undo.setUndoLimit(500)
        self._bridge = bridge
        self._due = False
        self._rest = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._rest.timeout.connect(lambda: bridge.plan(self.state.brief))
        bridge.heard.connect(self.hear)

    def hear(self, event: Event) -> None:
        """The one place where the state changes."""
        if isinstance(event, Proposed):
            self._proposed(event)
            return
        old, run = self.state, self.state.run
        self.state = reduce(old, event)
        ended = run is not None and self.state.run is None and isinstance(event, Finished | Failed)
        if run is not None and ended and self.state.trace is not run.before:
            label = self.tr("Change the picture") if run.wished else self.tr("Render")
            self.undo.push(_Command(self, Step(label=label, before=run.before, after=self.state.trace), done=True))
        if isinstance(event, Opened):
            self.undo.clear()
            for step in event.history:
                self.undo.push(_Command(self, step, done=True))
            if event.brief.prompt and self.state.plan is None:
                self._bridge.plan(event.brief)
        if self.state is not old:
            self.changed.emit(self.state, old)
        if self._due and not self.state.reading:
            self._due = False
            self.render()

    def close(self) -> None:
        """Stop what is under way; nothing is planned any more."""
        self._rest.stop()
        self.undo.blockSignals(True)
        self.cancel()

    def tell(self, text: str, *, problem: bool = False) -> None:
        self.hear(Told(notice=Notice(text=text, problem=problem)))

    # The brief

    def edit(self, brief: Brief, label: str, *, merge: str = "") -> None:
        """Change the brief; changes with the same `merge` in a row are undone as one."""
        if brief != self.state.brief:
            self.undo.push(_Command(self, Step(label=label, was=self.state.brief, brief=brief), merge))

    def write(self, prompt: str) -> None:
        """Change the prompt as it is typed; words are undone one at a time. It is planned anew, without edits by hand."""
        brief = self.state.brief
        text = unicodedata.normalize("NFC", prompt)
        if text == brief.prompt:
            return
        if brief.plan is not None:
            self.tell(self.tr("The prompt is read anew, so changes made to the plan by hand are gone. Undo brings them back."))
        word = len(text.split())
        merge = f"prompt {word}" if abs(len(text) - len(brief.prompt)) == 1 and brief.plan is None else ""
        self.edit(brief.replace(prompt=text, plan=None), self.tr("Typing"), merge=merge)

    def edit_plan(self, plan: Plan, label: str, *, merge: str = "") -> None:
        self.edit(self.state.brief.replace(plan=plan), label, merge=merge)

    def reset_plan(self) -> None:
        """Read the prompt anew, without the changes made by hand."""
        self.edit(self.state.brief.replace(plan=None), self.tr("Read the prompt anew"))

    def read_again(self) -> None:
        """Plan the brief anew, for limits that have changed."""
        self._rest.start()

    def roll_seed(self) -> None:
        self.edit(self.state.brief.replace(seed=random.randrange(2**31)), self.tr("Roll the seed"))

    # Runs

    def render(self) -> None:
        """Make the picture that the brief asks for, or check and mend the picture that was opened."""
        state = self.state
        if state.run is not None:
            return
        if not state.brief.prompt.strip() and state.brief.plan is None:
            self.tell(self.tr("Describe a picture first."), problem=True)
            return
        if state.trace is not None and state.trace.from_disk:
            self._check_picture(state.trace)
            return
        if state.trace is not None and not state.seed_locked and state.trace.brief == state.brief and not state.outdated:
            self.roll_seed()
        self._start(self.state.brief, None, fresh=True)

    def _check_picture(self, trace: Trace) -> None:
        """Check the picture from disk against the brief, as soon as that is read."""
        state = self.state
        self._due = state.reading and not state.problem
        if self._due or state.plan is None:
            return
        start = trace.best_round().render.replace(renderer="file")
        self._start(state.brief.replace(plan=_sized(state.plan, start)), start, fresh=True)

    def go_on(self) -> None:
        """Let the loop mend what still fails."""
        if self.state.trace is not None and self.state.run is None:
            self._start(self.state.trace.brief, self.state.trace)

    def cancel(self) -> None:
        if self.state.run is not None:
            self._bridge.cancel(self.state.run.token)
            self.hear(Cancelling(token=self.state.run.token))

    def fix(self, requirement: str) -> None:
        """Carry out the cheapest fix on offer for what this requirement misses in the best round."""
        trace = self.state.trace
        if trace is None or self.state.run is not None:
            return
        finding = next((f for f in trace.best_round().findings if f.requirement == requirement), None)
        if finding is not None:
            self._bridge.propose(trace, finding, lambda fix: Proposed(trace=trace, fix=fix))

    def rerender(self, mask: Array, words: str) -> None:
        """Render only the selection again, changed as the words say."""
        if self.state.trace is not None:
            try:
                self.wish(wishes.rerender(self.state.trace, mask, words))
            except BadInput as error:
                self.tell(str(error), problem=True)

    def typeset(self, element: str, text: str) -> None:
        """Set new words in place of a text of the picture."""
        if self.state.trace is not None:
            self.wish(wishes.typeset(self.state.trace, element, text))

    def add_text(self, text: str, box: Box) -> None:
        """Set words where there were none: in the picture, or in the plan while there is no picture."""
        if self.state.trace is not None:
            self.wish(wishes.written(self.state.trace, text, box))
        elif self.state.plan is not None:
            self.edit_plan(editing.with_text(self.state.plan, text, box)[0], self.tr("Add text"))

    def recolour(self, element: str, colour: str) -> None:
        """Give an element of the picture another colour."""
        if self.state.trace is not None:
            self.wish(wishes.recolour(self.state.trace, element, colour))

    def wish(self, fix: Fix) -> None:
        """Carry out one change on the best round and nothing else."""
        trace = self.state.trace
        if trace is not None and self.state.run is None:
            budget = trace.brief.budget.replace(max_rounds=1)
            self._start(trace.brief.replace(budget=budget), trace, wish=fix)

    # Rounds

    def accept(self) -> None:
        self.hear(Accepted())

    def reject(self) -> None:
        """Take the last change back; its round stays in the filmstrip."""
        if self.state.trace is not None and self.state.run is None:
            self._exchange(self.tr("Take the change back"), rejected(self.state.trace))

    def prefer(self, number: int) -> None:
        """Make this round the best."""
        if self.state.trace is not None and self.state.run is None:
            self._exchange(self.tr("Choose another round"), preferred(self.state.trace, number))

    def step_back(self) -> None:
        """Undo. A run that is under way is cancelled before the picture under it changes."""
        command = self.undo.command(self.undo.index() - 1) if self.undo.canUndo() else None
        if self.state.run is not None and isinstance(command, _Command) and command.step.changes_picture:
            self.cancel()
        else:
            self.undo.undo()

    def step_forward(self) -> None:
        command = self.undo.command(self.undo.index()) if self.undo.canRedo() else None
        if self.state.run is None or (isinstance(command, _Command) and not command.step.changes_picture):
            self.undo.redo()

    def history(self) -> tuple[Step, ...]:
        """The steps that can be undone, the oldest first."""
        commands = (self.undo.command(index) for index in range(self.undo.index()))
        return tuple(command.step for command in commands if isinstance(command, _Command))

    def take(self, brief: Brief | None, trace: Trace | None, step: Step) -> None:
        """What a step of the history does: bring back a trace, or a brief, which is planned once typing rests."""
        if step.changes_picture or brief is None:
            self.hear(Replaced(trace=trace))
            return
        self.hear(Edited(brief=brief))
        if brief.plan is not None:
            self.hear(Planned(brief=brief, plan=brief.plan))
        self._rest.start()

    def _start(self, brief: Brief, start: Render | Trace | None, *, wish: Fix | None = None, fresh: bool = False) -> None:
        token = self._bridge.submit(brief, start, wish)
        self.hear(Started(token=token, fresh=fresh, wished=wish is not None))

    def _proposed(self, event: Proposed) -> None:
        if event.trace is not self.state.trace:
            return
        if event.fix is None:
            self.tell(self.tr("No fixer has anything left to try here. Select the region and change it by hand."), problem=True)
        else:
            self.wish(event.fix)

    def _exchange(self, label: str, trace: Trace) -> None:
        self.undo.push(_Command(self, Step(label=label, before=self.state.trace, after=trace)))


class _Command(QUndoCommand):
    """A step on the undo stack. `done`: the state is there already, so the first redo has nothing to do."""

    def __init__(self, session: Session, step: Step, merge: str = "", *, done: bool = False) -> None:
        super().__init__(step.label)
        self._session, self.step, self._merge, self._done = session, step, merge, done

    def id(self) -> int:
        return zlib.crc32(self._merge.encode()) & 0x7FFFFFFF if self._merge else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _Command):
            return False
        self.step = self.step.replace(brief=other.step.brief)
        return True

    def undo(self) -> None:
        self._session.take(self.step.was, self.step.before, self.step)

    def redo(self) -> None:
        if not self._done:
            self._session.take(self.step.brief, self.step.after, self.step)
        self._done = False


def _sized(plan: Plan, render: Render) -> Plan:
    """The plan on a canvas as large as a picture from disk, which is not asked for another size."""
    canvas = plan.canvas.replace(width=render.width, height=render.height)
    return plan.replace(canvas=canvas, requirements=tuple(r for r in plan.requirements if r.kind != "size"))
