"""A renderer that does what the prompt says, step after step: draw, report, or come to grief in every way there is.

A prompt is words separated by spaces; `once:FILE:WORD` does the word only while there is no such file, and makes it.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

import numpy as np

from engine.api import RunContext
from engine.errors import BadInput, Cancelled, CannotDraw, EngineFailure
from engine.types import Array, Brief, Plan, Raster, Region, Render

SIDE = 64


class Scripted:
    """Draws the grey level of the seed, and lays the base's masks beside it."""

    id = "scripted"
    repaints = True

    def missing(self, plan: Plan) -> tuple[str, ...]:
        return tuple(element.id for element in plan.elements if element.kind == "thing")

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
        context.progress("draw", 0.0)
        masks = dict(base.masks) if base is not None else {}
        if region is not None and region.mask is not None:
            masks["region"] = region.mask
        for word in brief.prompt.split():
            _act(word, context, masks)
        context.progress("draw", 1.0)
        pixels = np.full((SIDE, SIDE, 3), seed % 256, np.uint8)
        return Render(
            renderer=self.id,
            pixels=Raster(pixels),
            seed=seed,
            parameters={"process": os.getpid(), "prompt": brief.prompt, "half": 0.5},
            masks=masks,
            depth=base.depth if base is not None else None,
            normals=base.normals if base is not None else None,
        )


class Dying(Raster):
    """Pixels in the writing of which the process ends."""

    @property
    def array(self) -> Array:
        os.abort()


def _act(word: str, context: RunContext, masks: dict[str, Raster]) -> None:
    if word.startswith("once:"):
        _, file, word = word.split(":", 2)
        if Path(file).exists():
            return
        Path(file).touch()
    name, _, value = word.partition("=")
    number = float(value) if value.replace(".", "").isdecimal() else 0.0
    match name:
        case "note":
            _note(Path(value), os.getpid())
        case "abort":
            os.abort()
        case "segfault":
            ctypes.string_at(0)
        case "exit":
            os._exit(int(number))
        case "fault":
            raise RuntimeError("the device is lost")
        case "sleep":
            time.sleep(number)
        case "load":
            context.progress("load weights", 0.1)
            time.sleep(number)
        case "hang":
            threading.Event().wait()
        case "deaf":
            signal.signal(signal.SIGTERM, signal.SIG_IGN)
        case "freeze":
            ctypes.PyDLL(None).pause()  # a call that keeps Python to itself
        case "eat":
            _eat()
        case "out":
            os.write(1, os.urandom(int(number)) + b"\n")
            sys.stdout.write("garbage on stdout")
            sys.stdout.flush()
        case "err":
            os.write(2, b"x" * int(number) + b"\n")
        case "scribble":
            for number in range(3, 64):
                with suppress(OSError):
                    os.write(number, b"\x7f" * 4096)
            threading.Event().wait()
        case "die-writing":
            masks |= {"first": Raster(np.ones((2048, 2048), np.uint8)), "second": Dying(np.ones((4, 4), np.uint8))}
        case "big":
            side = int(number)
            masks["big"] = Raster(np.arange(side * side, dtype=np.float32).reshape(side, side))
        case "steps":
            for step in range(int(number)):
                context.progress("draw", step / number, Raster(np.full((8, 8, 3), step % 256, np.uint8)))
        case "tell":
            context.tell("This is said on the way.")
        case "native":
            _native(context, number)
        case "child":
            _start_another(Path(value))
        case "bad":
            raise BadInput("The model is another one.", "Choose it again.")
        case "undrawable":
            raise CannotDraw("Nothing can draw it.")
        case "failure":
            raise _Worse("The weights are damaged.", "Import them again.")
        case "give-up":
            raise Cancelled
        case _:
            raise BadInput(f"There is no word {name!r}.")


class _Worse(EngineFailure):
    """An error of a class that the other process may not know."""


def _eat() -> None:
    """Ask for more memory than this process may have."""
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (2**32, 2**32))
    np.ones(2**34, np.uint8)


def _native(context: RunContext, seconds: float) -> None:
    """A long call that only `on_cancel` can break off."""
    stopped = threading.Event()
    context.on_cancel(stopped.set)
    stopped.wait(seconds)
    context.on_cancel(None)


def _start_another(noted: Path) -> None:
    """A process of the renderer's own, which heeds nobody; its id is noted in the file."""
    import subprocess

    held = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    _note(noted, held.pid)


def _note(file: Path, pid: int) -> None:
    with file.open("a") as notes:
        notes.write(f"{pid}\n")
