"""What a process of its own costs: `python -m tests.renderers.bench_host [TIMES]`, or `… window` for the window's stalls.

The same renderer is called here and there in turn, so that other work on the machine falls on both. Figures are medians,
with the best in brackets; the limits are those of a one-second render, one message and one 4k picture.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import cache, partial
from pathlib import Path
from statistics import median

import numpy as np

from engine.api import Renderer, RunContext
from engine.renderers.host import Hosted
from engine.types import Brief, Plan, Raster, Region, Render
from tests.fakes import PLAN, Silent

STEPS = 20
MESSAGES = 500


class Paced:
    """Takes a second in steps, or none at all, or returns a picture of 4096² pixels."""

    id = "paced"
    repaints = True

    def missing(self, plan: Plan) -> tuple[str, ...]:
        return ()

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
        if brief.prompt == "second":
            began = time.monotonic()
            for step in range(1, STEPS + 1):
                time.sleep(max(0.0, began + step / STEPS - time.monotonic()))
                context.progress("denoise", step / STEPS, Raster(picture(128)))
        elif brief.prompt == "crash":
            time.sleep(0.5)
            os.abort()
        elif brief.prompt == "messages":
            for step in range(MESSAGES):
                context.progress("denoise", step / MESSAGES)
        return Render(renderer=self.id, pixels=Raster(picture(4096 if brief.prompt == "4k" else 16)))


@cache
def picture(side: int) -> np.ndarray:
    return np.random.default_rng(0).integers(0, 256, (side, side, 3), dtype=np.uint8)


def seconds(renderer: Renderer, words: str) -> float:
    began = time.perf_counter()
    renderer.render(PLAN, Brief(prompt=words), 0, Silent())
    return time.perf_counter() - began


def main(times: int) -> None:
    here, there = Paced(), Hosted("paced", "tests.renderers.bench_host:Paced")
    for renderer in (here, there):
        for words in ("", "4k"):
            seconds(renderer, words)
    alone, hosted = [], []
    for _ in range(times):
        alone.append(seconds(here, "second"))
        hosted.append(seconds(there, "second"))
    report("a one-second render, in process", alone, "s")
    report("the same, hosted", hosted, "s")
    say(f"overhead {median(hosted) / median(alone) - 1:.2%} of it, {min(hosted) / min(alone) - 1:.2%} at best (limit 1 %)")
    rounds = [seconds(there, "") * 1e3 for _ in range(20 * times)]
    report("a job there and back", rounds, "ms")
    say(f"{median(rounds) / 5:.3f} of the limit of 5 ms")
    messages = [(seconds(there, "messages") - seconds(there, "")) / MESSAGES * 1e3 for _ in range(times)]
    report("a message", messages, "ms")
    say(f"{median(messages) / 5:.4f} of the limit of 5 ms")
    big = picture(4096)
    copies = [timed(big.copy) * 1e3 for _ in range(4 * times)]
    crossings = [(seconds(there, "4k") - median(rounds) / 1e3) * 1e3 for _ in range(4 * times)]
    report("a copy of a 4096² picture in one process", copies, "ms")
    report("its crossing", crossings, "ms")
    say(f"{median(crossings) / median(copies):.2f} copies, {median(crossings) / 30:.2f} of the limit of 30 ms")
    there.close()


def stalls() -> None:
    """How late a timer of the real window fires while nothing happens, and during pictures drawn here and there."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from desktop.bench import TICK_MS, _Stalls, wait
    from desktop.window import Window
    from tests.desktop.windows import opened, until
    from tests.fakes import parts

    frame_ms = 1000 / 60

    def drawn(window: Window, words: str) -> None:
        window.session.write(words)
        until(lambda: not window.state.reading and window.state.brief.prompt == words)
        window.session.render()
        until(lambda: window.state.run is None, 60)

    def measured(name: str, window: Window, work: Callable[[], object]) -> None:
        late = _Stalls(window)
        work()
        late._timer.stop()
        seen = [ms for _, ms in late._seen]
        missed = sum(ms + TICK_MS > frame_ms for ms in seen)
        say(
            f"{name:20}{len(seen):5} turns, the longest {max(seen):6.1f} ms late, {missed / len(seen):6.1%} longer than a frame"
        )

    def at_work(place: str, renderer: Renderer, jobs: Sequence[str]) -> None:
        with tempfile.TemporaryDirectory() as folder, opened(Path(folder), made=lambda _: parts(renderer=renderer)) as window:
            drawn(window, "4k")
            measured(f"{place}, at rest", window, partial(wait, 2000))
            for words in jobs:
                measured(f"{place}, {words}", window, partial(drawn, window, words))

    host = Hosted("paced", "tests.renderers.bench_host:Paced")
    at_work("in process", Paced(), ("second", "4k"))
    at_work("hosted", host, ("second", "4k", "crash"))
    host.close()


def timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def report(name: str, figures: list[float], unit: str) -> None:
    say(f"{name:44}{median(figures):9.3f} {unit}  ({min(figures):.3f})")


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    if sys.argv[1:] == ["window"]:
        stalls()
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
