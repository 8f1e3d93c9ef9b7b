"""Drive one run of the engine from a terminal: progress on stderr, Ctrl-C cancels, the best picture so far is kept."""

from __future__ import annotations

import queue
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from engine import pictures, registry
from engine.codec import to_json
from engine.errors import BadInput, EngineFailure
from engine.files import check_writable, write_text
from engine.messages import Event, Failed, Finished, Progress, Remarked, Updated
from engine.trust import offline
from engine.trust.metadata import save_options
from engine.trust.opinion import Opinion
from engine.types import Brief, Finding, Render, Trace
from engine.worker import Engine

MARKS = {"passed": "✓", "failed": "✗", "unchecked": "○"}


@dataclass(frozen=True)
class Ended:
    """How a run ended: its exit code, and the trace where a picture was made."""

    code: int
    trace: Trace | None
    message: str = ""


def drive(brief: Brief, *, start: Render | None = None, quiet: bool = False, opinion: Opinion | None = None) -> Ended:
    """Run the brief to its end, with the second `opinion` asked instead of the user's usual one.

    Raises BadInput where nothing can be made of the brief.
    """
    offline.enforce()
    events: queue.SimpleQueue[Event | None] = queue.SimpleQueue()
    line = _Progress(quiet)
    make = partial(registry.parts, opinion=opinion) if opinion else registry.parts
    with _on_ctrl_c(lambda: events.put(None)), closing(Engine(events.put, make)) as engine:
        token = engine.submit(brief, start)
        try:
            while True:
                try:
                    event = events.get(timeout=0.2)
                except queue.Empty:
                    continue
                if event is None:
                    engine.cancel(token)
                elif isinstance(event, Finished | Failed):
                    return _ended(event)
                else:
                    line.show(event)
        finally:
            line.end()


@contextmanager
def _on_ctrl_c(cancel: Callable[[], None]) -> Iterator[None]:
    """The first Ctrl-C calls `cancel`, between any two instructions; a second one ends the program as usual."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def interrupted(*_: object) -> None:
        signal.signal(signal.SIGINT, usual)
        cancel()

    usual = signal.signal(signal.SIGINT, interrupted)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, usual)


def _ended(event: Finished | Failed) -> Ended:
    if isinstance(event, Failed):
        if event.bad_input:
            raise BadInput(event.message)
        if event.trace is None:
            raise EngineFailure(event.message)
        return Ended(3, event.trace, event.message)
    if event.trace is None or event.trace.outcome == "cancelled":
        return Ended(130, event.trace, "Cancelled.")
    return Ended(0 if event.trace.passed() else 1, event.trace)


def save(ended: Ended, output: str) -> None:
    """Write the best picture so far, with its origin."""
    if ended.trace is None:
        return
    render = ended.trace.best_round().render
    options = save_options(ended.trace, Path(output).suffix)
    pictures.write(output, render.pixels.array, opened=pictures.opened(render), **options)


def report(trace: Trace, path: str | None) -> None:
    if path:
        write_text(path, to_json(trace) + "\n")


def check_outputs(output: str, report_path: str | None) -> None:
    """Refuse at once what could not be written after a long run."""
    pictures.check_output(output)
    if report_path:
        check_writable(Path(report_path))


def summary(trace: Trace, where: str) -> str:
    """What was made and how it did, a line a requirement; failed and unchecked ones say why."""
    render, plan = trace.best_round().render, trace.best_plan()
    kinds = {r.id: r for r in plan.requirements}
    changes = sum(done.kept and done.fix is not None for done in trace.rounds)
    outcome = trace.outcome if trace.brief.budget.max_rounds > 1 else "passed" if trace.passed() else "not passed"
    head = f"{where}  {render.width} × {render.height}  {outcome}  {trace.timings.get('total', 0):.1f} s"
    if trace.brief.budget.max_rounds > 1:
        head += f", {len(trace.rounds)} round{'s'[: len(trace.rounds) != 1]}, {changes} fix{'es' if changes != 1 else ''} kept"
    rows = [head]
    for finding in trace.best_round().findings:
        soft = "" if kinds[finding.requirement].hard else " (soft)"
        rows.append(f"  {MARKS[finding.verdict]} {finding.verdict:<9} {finding.requirement}{soft}: {message(finding)}")
    rows += [f"  · {note.kind}: {note.message}" for note in plan.notes]
    return "\n".join(rows)


def message(finding: Finding) -> str:
    return finding.message or "holds"


class _Progress:
    """One line on a terminal; elsewhere a line for each stage of a round, once."""

    def __init__(self, quiet: bool) -> None:
        self._quiet = quiet
        self._live = sys.stderr.isatty()
        self._began = time.monotonic()
        self._seen = {"plan"}
        self._round = 1

    def show(self, event: Progress | Remarked | Updated) -> None:
        if isinstance(event, Remarked):
            self.end()
            complain(event.sentence)
        elif isinstance(event, Updated):
            self._round = len(event.trace.rounds) + 1
            self._seen = set()
        elif self._live:
            self.say(f"round {self._round}  {event.stage} {event.done:4.0%}  {time.monotonic() - self._began:.0f} s")
        elif event.stage not in self._seen:
            self._seen.add(event.stage)
            self.say(f"round {self._round}: {event.stage}")

    def say(self, text: str) -> None:
        if not self._quiet:
            print(f"\r\033[K{text}" if self._live else text, end="" if self._live else "\n", file=sys.stderr, flush=True)

    def end(self) -> None:
        if self._live and not self._quiet:
            print("\r\033[K", end="", file=sys.stderr, flush=True)


def complain(text: str) -> None:
    print(f"plantain: {text}", file=sys.stderr)
