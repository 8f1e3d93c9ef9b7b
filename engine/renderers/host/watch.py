"""The wait for a picture: what the process says is passed on, a cancel is passed down, and patience has an end."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass
from typing import Final

from engine.api import RunContext
from engine.errors import BadInput, Cancelled, CannotDraw, EngineError, EngineFailure
from engine.renderers.host.process import Process
from engine.renderers.host.wire import Draw, Drawn, Job, Refused, Remark, Seen, Step, Stop, Up
from engine.types import Raster, Render

TICK_S: Final = 0.05
"""How often a waiting run looks whether it was cancelled."""

ERRORS: Final[dict[str, type[EngineError]]] = {kind.__name__: kind for kind in (BadInput, CannotDraw, EngineFailure)}


@dataclass(frozen=True)
class Patience:
    """Seconds that a renderer's process is waited for."""

    silence: float = 60.0
    """without a beat, once it has started: Python stands still there."""
    step: float = 600.0
    """without a step."""
    load: float = 1800.0
    """without a step before the first one, and in stages whose names begin with "load"."""
    stop: float = 5.0
    """after a cancel, until it is made to stop."""
    idle: float = 600.0
    """without a job, until it is ended and its memory is free."""


class Hung(Exception):
    """The process lives and is of no use; the text completes "The … renderer"."""


class Watch:
    """One job from its start to its end. `answered`: the process is ready for the next one; `stopping`: cancelled."""

    def __init__(self, process: Process, context: RunContext, patience: Patience) -> None:
        self._process, self._context, self._patience = process, context, patience
        self._cancelled = threading.Event()
        self._stage, self._silent, self._still, self._stopping = "load", 0.0, 0.0, 0.0
        self.stopping = self.answered = False

    def drawn(self, job: Job) -> Render:
        """Raises what the renderer raised, Cancelled, Hung, or EOFError where the process ended."""
        self._context.on_cancel(self._cancelled.set)
        try:
            self._process.line.send(Draw(job=self._process.memory.put(job)))
            while True:
                frame = self._next()
                if isinstance(frame, Drawn | Refused):
                    return self._result(frame)
                if isinstance(frame, Step | Remark):
                    self._pass_on(frame)
        except ValueError as error:
            raise Hung(f"answered with what is no answer ({error})") from error
        finally:
            self._context.on_cancel(None)

    def _next(self) -> Up | None:
        """Wait a tick for the next frame. A computer that was asleep meanwhile has not used up anyone's patience."""
        before = time.monotonic()
        frame = self._process.line.receive(TICK_S)
        waited = min(time.monotonic() - before, 10 * TICK_S)
        self._process.heard = self._process.heard or frame is not None
        self._silent = 0.0 if frame is not None else self._silent + waited
        self._still = 0.0 if isinstance(frame, Step | Remark) else self._still + waited
        if self._cancelled.is_set() and not self.stopping:
            self._stop()
        limit = self._patience.load if self._stage.startswith("load") else self._patience.step
        if self.stopping:
            self._stopping += waited
            if self._stopping > self._patience.stop:
                raise Hung("did not stop")
        elif self._silent > (self._patience.silence if self._process.heard else self._patience.load):
            raise Hung(f"has not answered for {self._silent:.0f} seconds")
        elif self._still > limit:
            raise Hung(f"has stood still at “{self._stage}” for {limit:.0f} seconds")
        return frame

    def _pass_on(self, frame: Step | Remark) -> None:
        preview = None
        if isinstance(frame, Step):
            self._stage = frame.stage
            if frame.preview is not None:
                preview = self._process.memory.take(Raster, frame.preview)
                self._process.line.send(Seen())
        if self.stopping:
            return
        try:
            if isinstance(frame, Step):
                self._context.progress(frame.stage, frame.done, preview)
            else:
                self._context.tell(frame.sentence)
        except Cancelled:
            self._stop()

    def _stop(self) -> None:
        self.stopping = True
        self._process.line.send(Stop())

    def _result(self, end: Drawn | Refused) -> Render:
        self.answered = True
        if self.stopping:
            raise Cancelled
        if isinstance(end, Drawn):
            return self._process.memory.take(Render, end.render)
        if end.error == "Cancelled":
            raise Cancelled
        if end.error == "MemoryError":
            raise MemoryError
        raise ERRORS[end.error](end.happened, end.to_do)
