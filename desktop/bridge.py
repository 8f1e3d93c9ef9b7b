"""The one class that owns the engine: it turns what other threads say into one Qt signal on the window's thread."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.state import Event, Notice, Planned, Told
from engine import registry
from engine.api import Parts, Planner
from engine.errors import EngineError
from engine.loop import offers
from engine.messages import Progress
from engine.types import Brief, Finding, Fix, Render, Trace
from engine.worker import Engine

BEAT_MS = 33
"""Events are handed on at most this often; of progress only the latest."""

TURN_S = 0.0005
"""How long a thread may keep Python to itself while another one waits: each of the window's turns waits this long."""


class Bridge(QObject):
    """`heard` carries the state's events. Nothing here blocks: each call answers through `heard`, in the order of calls."""

    heard = Signal(object)
    _arrived = Signal()

    def __init__(
        self, parts: Callable[[Brief], Parts] = registry.parts, planner: Callable[[], Planner] = registry.planner
    ) -> None:
        super().__init__()
        sys.setswitchinterval(TURN_S)
        self._parts, self._planner = parts, planner
        self._lock = threading.Lock()
        self._waiting: list[Event] = []
        self._beat = QTimer(self, interval=BEAT_MS, singleShot=True)
        self._beat.timeout.connect(self._deliver)
        self._arrived.connect(self._wake)
        self._engine = Engine(self._emit, parts)
        self._thinking = ThreadPoolExecutor(1, thread_name_prefix="plantain-planner")
        self._writing = ThreadPoolExecutor(1, thread_name_prefix="plantain-files")
        self._shelving = ThreadPoolExecutor(1, thread_name_prefix="plantain-models")
        self._fetching = ThreadPoolExecutor(1, thread_name_prefix="plantain-downloads")
        self._wanted: Brief | None = None

    def submit(self, brief: Brief, start: Render | Trace | None = None, wish: Fix | None = None) -> int:
        return self._engine.submit(brief, start, wish)

    def cancel(self, token: int) -> None:
        self._engine.cancel(token)

    def plan(self, brief: Brief) -> None:
        """Have the brief planned; a brief asked for later takes its place in the queue."""
        self._wanted = brief
        self._thinking.submit(self._plan, brief).add_done_callback(self._tell_fault)

    def propose(self, trace: Trace, finding: Finding, then: Callable[[Fix | None], Event]) -> None:
        """Ask the fixers, cheapest first, what would cure a finding of the best round."""

        def ask() -> Event:
            plan, render = trace.best_plan(), trace.best_round().render
            tried = [done.fix for done in trace.rounds if done.fix is not None]
            fixes = offers(plan, render, [finding], self._parts(trace.brief))
            return then(next((fix for fix in fixes if fix not in tried), None))

        self._thinking.submit(self._attempt, ask).add_done_callback(self._tell_fault)

    def unload(self, then: Callable[[bool], Event]) -> None:
        """Give back the memory that models take; `then` hears whether all of it, or one is at work."""
        self.work(lambda: then(registry.unload()))

    def work(self, job: Callable[[], Event | None]) -> None:
        """Do a job with files on a thread of its own, one after the other; what it returns is heard."""
        self._writing.submit(self._attempt, job).add_done_callback(self._tell_fault)

    def shelve(self, job: Callable[[], Event | None]) -> None:
        """Do a job with models, which may take minutes, one after the other; what it returns is heard."""
        self._shelving.submit(self._attempt, job).add_done_callback(self._tell_fault)

    def fetch(self, job: Callable[[], Event | None]) -> None:
        """The same for downloads, which do not keep other jobs waiting."""
        self._fetching.submit(self._attempt, job).add_done_callback(self._tell_fault)

    def say(self, event: Event) -> None:
        """Have an event heard, from within a job."""
        self._emit(event)

    def close(self) -> None:
        """Finish the files' jobs, stop everything else. Jobs with models must have been told to stop."""
        self._engine.close()
        self._thinking.shutdown(cancel_futures=True)
        self._writing.shutdown()
        self._fetching.shutdown(cancel_futures=True)
        self._shelving.shutdown(cancel_futures=True)
        self._deliver()

    def _plan(self, brief: Brief) -> None:
        if brief is not self._wanted:
            return
        try:
            self._emit(Planned(brief=brief, plan=self._planner().plan(brief)))
        except EngineError as error:
            self._emit(Planned(brief=brief, problem=str(error)))

    def _attempt(self, job: Callable[[], Event | None]) -> None:
        try:
            event = job()
        except EngineError as error:
            event = Told(notice=Notice(text=str(error), problem=True))
        except MemoryError:
            event = Told(
                notice=Notice(text=self.tr("The computer ran out of memory. Close other programs and try again."), problem=True)
            )
        except OSError as error:
            told = self.tr("The file could not be used ({0}). Try another folder.").format(error.strerror or error)
            event = Told(notice=Notice(text=told, problem=True))
        if event is not None:
            self._emit(event)

    def _tell_fault(self, done: Future[None]) -> None:
        if not done.cancelled() and (error := done.exception()) is not None:
            self.tell_fault(error)

    def tell_fault(self, error: BaseException) -> None:
        """A fault of ours is told whole, on any thread: nothing goes wrong in silence."""
        details = "".join(traceback.format_exception(error))
        told = self.tr("Something went wrong inside ({0}). Your work is kept; please report this.")
        text = told.format(f"{type(error).__name__}: {error}")
        logging.getLogger("plantain").error(details)
        self._emit(Told(notice=Notice(text=text, problem=True, details=details)))

    def _emit(self, event: Event) -> None:
        """Called on any thread."""
        with self._lock:
            last = self._waiting[-1] if self._waiting else None
            if isinstance(event, Progress) and isinstance(last, Progress) and event.token == last.token:
                self._waiting[-1] = event.replace(preview=event.preview or last.preview)
                return
            self._waiting.append(event)
        if last is None:
            self._arrived.emit()

    def _wake(self) -> None:
        if not self._beat.isActive():
            self._beat.start()

    def _deliver(self) -> None:
        with self._lock:
            events, self._waiting = self._waiting, []
        for event in events:
            self.heard.emit(event)
