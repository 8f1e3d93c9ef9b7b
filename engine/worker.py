"""The engine as the window and the command line see it: a background thread that works off runs, one at a time.

Thread rule: `emit` is called on the engine's thread; whoever receives events brings them to a thread of its own.
"""

from __future__ import annotations

import queue
import threading
import traceback
from collections.abc import Callable
from itertools import count

from engine.api import Parts, RunContext
from engine.errors import BadInput, Cancelled, EngineError
from engine.loop import run
from engine.messages import Event, Failed, Finished, Progress, Remarked, Updated
from engine.types import Brief, Fix, Raster, Render, Trace


class Engine:
    """Submit a brief, hear its events, cancel it by its token; `close` cancels what runs and waits for the thread."""

    def __init__(self, emit: Callable[[Event], None], parts: Callable[[Brief], Parts]) -> None:
        self._emit = emit
        self._parts = parts
        self._tokens = count(1)
        self._runs: queue.SimpleQueue[_Run | None] = queue.SimpleQueue()
        self._open: dict[int, _Run] = {}
        self._thread = threading.Thread(target=self._work, name="plantain-engine", daemon=True)
        self._thread.start()

    def submit(self, brief: Brief, start: Render | Trace | None = None, wish: Fix | None = None) -> int:
        """Queue a run (`start` and `wish` as `loop.run` takes them) and return its token."""
        token = next(self._tokens)
        job = _Run(token, brief, start, wish, self._emit)
        self._open[token] = job
        self._runs.put(job)
        return token

    def cancel(self, token: int) -> None:
        """Stop a run at its next step, or before it starts. Unknown and finished tokens are ignored."""
        if job := self._open.get(token):
            job.cancel()

    def close(self) -> None:
        for job in list(self._open.values()):
            job.cancel()
        self._runs.put(None)
        self._thread.join()

    def _work(self) -> None:
        while job := self._runs.get():
            self._emit(job.finish(self._parts))
            self._open.pop(job.token, None)


class _Run(RunContext):
    """One run, and the context its parts work in."""

    def __init__(
        self, token: int, brief: Brief, start: Render | Trace | None, wish: Fix | None, emit: Callable[[Event], None]
    ) -> None:
        self.token = token
        self._brief = brief
        self._start = start
        self._wish = wish
        self._emit = emit
        self._cancelled = threading.Event()
        self._lock = threading.Lock()
        self._stop: Callable[[], None] | None = None

    def progress(self, stage: str, done: float, preview: Raster | None = None) -> None:
        if self._cancelled.is_set():
            raise Cancelled
        self._emit(Progress(token=self.token, stage=stage, done=done, preview=preview))

    def tell(self, sentence: str) -> None:
        self._emit(Remarked(token=self.token, sentence=sentence))

    def on_cancel(self, stop: Callable[[], None] | None) -> None:
        with self._lock:
            self._stop = stop
            if stop is not None and self._cancelled.is_set():
                stop()

    def cancel(self) -> None:
        self._cancelled.set()
        with self._lock:
            if self._stop is not None:
                self._stop()

    def finish(self, parts: Callable[[Brief], Parts]) -> Finished | Failed:
        """Run to the end, whatever the end is, and say which."""
        trace = self._start if isinstance(self._start, Trace) else None
        try:
            for trace in run(self._brief, parts(self._brief), self, start=self._start, wish=self._wish):
                if trace.outcome == "unfinished":
                    self._emit(Updated(token=self.token, trace=trace))
            return Finished(token=self.token, trace=trace)
        except Cancelled:
            return Finished(token=self.token, trace=trace.replace(outcome="cancelled") if trace else None)
        except EngineError as error:
            return Failed(token=self.token, message=str(error), bad_input=isinstance(error, BadInput), trace=trace)
        except MemoryError:
            message = "The computer ran out of memory. Choose a smaller size or close other programs."
            return Failed(token=self.token, message=message, bad_input=False, trace=trace)
        except Exception:  # the thread must outlive any fault of a part: the fault is reported whole
            return Failed(token=self.token, message=traceback.format_exc(), bad_input=False, trace=trace)
