"""A renderer in a process of its own: a crash, a hang or running out of memory there ends a render, never the window."""

from __future__ import annotations

import atexit
import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module

from engine.api import Renderer, RunContext
from engine.errors import Cancelled, EngineFailure
from engine.renderers.host.process import Process
from engine.renderers.host.watch import TICK_S, Hung, Patience, Watch
from engine.renderers.host.wire import Job
from engine.types import Brief, Plan, Region, Render

_log = logging.getLogger(__name__)


class Hosted:
    """The renderer "module:Class" behind the same door. Importing the module and making the class must be cheap.

    The process starts with the first picture and keeps its model loaded for the next, until it is idle for long, `unload()`
    is called or this process ends. One that crashes or hangs is started again and draws the picture anew, once; after the
    second time `render` raises EngineFailure, with the end of what the process wrote as a note.
    """

    repaints = True
    """What needs a process of its own is a model, and a model paints into any picture."""

    def __init__(self, id: str, target: str, patience: Patience | None = None) -> None:
        self.id = id
        self._target, self._patience = target, patience or Patience()
        self._process: Process | None = None
        self._turn = threading.Lock()
        self._idle = threading.Timer(0, self.unload)
        self._closed = False
        self._here: Renderer | None = None
        atexit.register(self.close)

    def missing(self, plan: Plan) -> tuple[str, ...]:
        """Asked of an instance in this process."""
        self._here = self._here or load(self._target)
        return self._here.missing(plan)

    def render(
        self,
        plan: Plan,
        brief: Brief,
        seed: int,
        context: RunContext,
        *,
        base: Render | None = None,
        region: Region | None = None,
    ) -> Render:
        job = Job(plan=plan, brief=brief, seed=seed, base=base, region=region)
        with self._one_at_a_time(context):
            try:
                return self._draw(job, context)
            except _Lost as loss:
                context.tell(f"The {self.id} renderer {loss.how}. It was started again and draws the picture anew.")
            try:
                return self._draw(job, context)
            except _Lost as loss:
                failure = EngineFailure(
                    f"The {self.id} renderer {loss.how}, twice in a row.",
                    "Try a smaller size, another model or another renderer.",
                )
                failure.add_note(loss.written)
                raise failure from None

    @property
    def pid(self) -> int | None:
        """The process that is there now, if there is one."""
        return self._process.pid if self._process is not None and self._process.alive else None

    def unload(self) -> bool:
        """End the process and free its memory; False where it is drawing and goes on."""
        if not self._turn.acquire(blocking=False):
            return False
        try:
            self._end()
        finally:
            self._turn.release()
        return True

    def close(self) -> None:
        """End the process, whatever it is at. A picture under way is cancelled, and no other one is begun."""
        self._closed = True
        self._idle.cancel()
        atexit.unregister(self.close)
        if (process := self._process) is not None:
            process.kill()
        with self._turn:
            self._end()

    @contextmanager
    def _one_at_a_time(self, context: RunContext) -> Iterator[None]:
        while not self._turn.acquire(timeout=TICK_S):
            context.progress("wait", 0.0)
        self._idle.cancel()
        try:
            yield
        finally:
            if not self._closed:
                self._idle = threading.Timer(self._patience.idle, self.unload)
                self._idle.daemon = True
                self._idle.start()
            self._turn.release()

    def _draw(self, job: Job, context: RunContext) -> Render:
        """Raises _Lost where the process did not live to the end of it."""
        context.progress("load", 0.0)
        process = self._living()
        watch = Watch(process, context, self._patience)
        try:
            if self._closed:
                raise Cancelled
            return watch.drawn(job)
        except (EOFError, Hung) as end:
            how = str(end) if isinstance(end, Hung) else process.fate()
            self._end(stuck=True)
            if watch.stopping or self._closed:
                raise Cancelled from None
            _log.info("The %s renderer %s. It wrote:\n%s", self.id, how, process.written())
            raise _Lost(how, process.written()) from None
        finally:
            if not watch.answered:
                self._end()

    def _living(self) -> Process:
        """The process, started where there is none."""
        if self._process is None or not self._process.alive:
            self._end()
            try:
                self._process = Process(self._target, self._patience.silence)
            except OSError as error:
                raise EngineFailure(
                    f"The process of the {self.id} renderer cannot be started ({error.strerror}).", "Close other programs."
                ) from error
        return self._process

    def _end(self, *, stuck: bool = False) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.end(stuck=stuck)


class _Lost(Exception):
    """The process is gone, `how` completes "The … renderer", and `written` is the end of what it wrote."""

    def __init__(self, how: str, written: str) -> None:
        super().__init__(how)
        self.how, self.written = how, written


def load(target: str) -> Renderer:
    """The renderer named "module:Class"."""
    module, _, name = target.partition(":")
    made: Renderer = getattr(import_module(module), name)()
    return made
