"""The renderer's own process: it draws one job after the other, and goes when the process that started it is gone."""

from __future__ import annotations

import faulthandler
import io
import os
import queue
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable, Sequence
from typing import Final, NoReturn

from msgspec.json import Decoder

from engine.api import Renderer, RunContext
from engine.errors import BadInput, Cancelled, CannotDraw, EngineFailure
from engine.renderers.host import load
from engine.renderers.host.wire import Beat, Down, Draw, Drawn, Job, Line, Memory, Parcel, Refused, Remark, Seen, Step, Stop
from engine.trust import offline
from engine.types import Raster

BEAT_S: Final = 1.0


class Context(RunContext):
    """The context of one job: what is reported goes up the line, and a Stop from above cancels."""

    def __init__(self, line: Line[Down], memory: Memory) -> None:
        self._line, self._memory = line, memory
        self._cancelled = threading.Event()
        self._lock = threading.Lock()
        self._stop: Callable[[], None] | None = None
        self.room = threading.Semaphore()
        """Taken while a preview lies in the memory unread: progress goes without one meanwhile."""

    def progress(self, stage: str, done: float, preview: Raster | None = None) -> None:
        if self._cancelled.is_set():
            raise Cancelled
        shown = self._memory.put(preview) if preview is not None and self.room.acquire(blocking=False) else None
        self._line.send(Step(stage=stage, done=done, preview=shown))

    def tell(self, sentence: str) -> None:
        self._line.send(Remark(sentence=sentence))

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


class Child:
    """The main thread draws, one thread listens, and one beats."""

    def __init__(self, target: str, silence: float, line: Line[Down], memory: Memory) -> None:
        self._target, self._silence = target, silence
        self._line, self._memory = line, memory
        self._jobs: queue.SimpleQueue[tuple[Parcel, Context]] = queue.SimpleQueue()
        self._drawing = threading.Event()
        self._renderer: Renderer | None = None

    def run(self) -> NoReturn:
        for work in (self._listen, self._beat):
            threading.Thread(target=to_the_end, args=(work,), daemon=True).start()
        to_the_end(self._draw)

    def _draw(self) -> NoReturn:
        while True:
            parcel, context = self._jobs.get()
            answer = self._answer(parcel, context)
            self._drawing.clear()
            self._line.send(answer)

    def _answer(self, parcel: Parcel, context: Context) -> Drawn | Refused:
        try:
            job = self._memory.take(Job, parcel)
            if self._renderer is None:
                context.progress("load", 0.0)
                self._renderer = load(self._target)
            render = self._renderer.render(job.plan, job.brief, job.seed, context, base=job.base, region=job.region)
            context.room.acquire()
            return Drawn(render=self._memory.put(render))
        except Cancelled:
            return Refused(error="Cancelled")
        except MemoryError:
            return Refused(error="MemoryError")
        except CannotDraw as error:
            return Refused(error="CannotDraw", happened=error.happened, to_do=error.to_do)
        except BadInput as error:
            return Refused(error="BadInput", happened=error.happened, to_do=error.to_do)
        except EngineFailure as error:
            return Refused(error="EngineFailure", happened=error.happened, to_do=error.to_do)

    def _listen(self) -> NoReturn:
        context = Context(self._line, self._memory)
        while True:
            match self._line.receive():
                case Draw(job):
                    context = Context(self._line, self._memory)
                    self._drawing.set()
                    self._jobs.put((job, context))
                case Stop():
                    context.cancel()
                case Seen():
                    context.room.release()

    def _beat(self) -> NoReturn:
        """While it draws; a thread of C ends the process where Python stands still for twice what is waited for a beat."""
        while True:
            faulthandler.dump_traceback_later(2 * self._silence, exit=True)
            if self._drawing.is_set():
                self._line.send(Beat())
            time.sleep(BEAT_S)


def main(arguments: Sequence[str]) -> NoReturn:
    """`arguments` as `process.command` has them."""
    target, silence, line, memory = arguments
    faulthandler.enable()
    if sys.platform != "win32":
        faulthandler.register(signal.SIGTERM, chain=True)
    _end_with_the_other()
    offline.enforce()
    Child(target, float(silence), *_opened(int(line), int(memory))).run()


def to_the_end(work: Callable[[], NoReturn]) -> NoReturn:
    """Work until nobody listens any more. What else goes wrong is a crash: it is written down, and the process ends."""
    try:
        work()
    except EOFError:
        leave()
    except BaseException:
        traceback.print_exc()
        sys.stderr.flush()
        os._exit(1)


def leave() -> NoReturn:
    """End at once, with all that was started here, whatever other threads are at."""
    if sys.platform != "win32" and os.getpgrp() == os.getpid():
        os.killpg(os.getpid(), signal.SIGKILL)
    os._exit(0)


def _opened(line: int, memory: int) -> tuple[Line[Down], Memory]:
    """The two inherited handles, which nothing started here inherits in its turn."""
    if sys.platform == "win32":
        import msvcrt

        for handle in (line, memory):
            os.set_handle_inheritable(handle, False)
        memory = msvcrt.open_osfhandle(memory, os.O_RDWR | os.O_BINARY)
    else:
        for handle in (line, memory):
            os.set_inheritable(handle, False)
    return Line.inherited(line, Decoder(Down)), Memory(io.FileIO(memory, "r+"))


def _end_with_the_other() -> None:
    """Linux: as soon as nobody holds the other end of stdin the kernel kills this process and all that it started."""
    if sys.platform == "linux" and os.getpgrp() == os.getpid():
        import fcntl

        stdin = 0
        fcntl.fcntl(stdin, fcntl.F_SETOWN, -os.getpgrp())
        fcntl.fcntl(stdin, fcntl.F_SETSIG, signal.SIGKILL)
        fcntl.fcntl(stdin, fcntl.F_SETFL, fcntl.fcntl(stdin, fcntl.F_GETFL) | os.O_ASYNC)


if __name__ == "__main__":
    main(sys.argv[1:])
