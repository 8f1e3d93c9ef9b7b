"""How the window behaves on this machine: `plantain bench --window` measures start-up, stalls, frames, memory and idle load."""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtTest import QTest

from desktop.app import application, dressed
from desktop.bridge import Bridge
from desktop.canvas.frames import frame_times
from desktop.settings import Places, Settings
from desktop.window import Window
from engine import registry
from engine.api import Parts, Planner
from engine.cli.options import parser
from engine.types import Brief

PROMPT: Final = 'Poster, headline "NIGHT TIDE" in coral #FF6F61 on a deep blue #0B1F4B background'
TICK_MS: Final = 5
LONG_MS: Final = 50
"""A longer stall is one that a person notices."""
IDLE_S: Final = 3.0


def main(argv: Sequence[str], began: float) -> int:
    """`argv` as the command line has it, `began` when the process did (`time.perf_counter`). Returns the exit code."""
    arguments = parser().parse_args(argv)
    figures = measure(began, arguments.size or "2k")
    sys.stdout.write((json.dumps(figures, indent=2) if arguments.json else table(figures)) + "\n")
    return 0


def measure(
    began: float,
    size: str,
    *,
    side: int = 8192,
    parts: Callable[[Brief], Parts] = registry.parts,
    planner: Callable[[], Planner] = registry.planner,
) -> dict[str, Any]:
    """Open the window on files of its own, type, render twice at `size`, and draw a picture of `side`² pixels."""
    app = application([])
    with tempfile.TemporaryDirectory() as folder:
        window = Window(Bridge(parts, planner), dressed(app, Settings()), Places(Path(folder), Path(folder)), Settings())
        window.show()
        QTest.qWaitForWindowExposed(window)
        wait(0)
        figures: dict[str, Any] = {"start_seconds": round(time.perf_counter() - began, 2), "start_mb": resident()}
        wait(1500)
        figures["idle_percent"] = _idle_load()
        late = _Stalls(window)
        window.session.write(PROMPT)
        _wait(lambda: window.state.plan is not None and not window.state.reading)
        figures |= {"typing_stall_ms": late.worst(), "size": size, "runs": [_run(window, size, seed, late) for seed in (1, 2)]}
        figures["end_mb"] = resident()
        window.close()
        window.deleteLater()
        wait(0)
    figures |= {"frame_side": side, "frames": {name: _spread(times) for name, times in frame_times(side).items()}}
    return figures


def table(figures: dict[str, Any]) -> str:
    """The figures of `measure` for people."""
    facts = [
        ("from start to interactive", f"{figures['start_seconds']:.2f} s"),
        ("memory before a render", _mb(figures["start_mb"])),
        ("idle load of one core", f"{figures['idle_percent']:.2f} %"),
        ("longest stall while typing", f"{figures['typing_stall_ms']:.0f} ms"),
    ]
    for number, run in enumerate(figures["runs"], 1):
        facts.append(
            (f"run {number} at {figures['size']}", f"{run['seconds']:.1f} s, stalls over {LONG_MS} ms: {run['long_stalls']}")
        )
        facts += [(f"  longest stall in {stage}", f"{ms:.0f} ms") for stage, ms in run["stalls_ms"].items()]
    facts.append(("memory after both", _mb(figures["end_mb"])))
    lines = [f"{name:30}{value}" for name, value in facts]
    lines.append(f"\n{'frames of ' + str(figures['frame_side']) + '², ms':30}{'median':>8}{'p95':>8}{'worst':>8}")
    lines += [f"{name:30}" + "".join(f"{ms:8.1f}" for ms in spread.values()) for name, spread in figures["frames"].items()]
    return "\n".join(lines)


def resident() -> float | None:
    """MB of memory that the process holds now; None where the system does not say so in a file."""
    try:
        status = Path("/proc/self/status").read_text()
    except OSError:
        return None
    return next(round(int(line.split()[1]) * 1024 / 1e6) for line in status.splitlines() if line.startswith("VmRSS"))


class _Stalls:
    """How late a timer of TICK_MS fires, and in which stage of a run."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._seen: list[tuple[str, float]] = []
        self._last = time.perf_counter()
        self._timer = QTimer(window, interval=TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def reset(self) -> None:
        self._seen, self._last = [], time.perf_counter()

    def worst(self) -> float:
        return max((ms for _, ms in self._seen), default=0.0)

    def long(self) -> int:
        return sum(ms > LONG_MS for _, ms in self._seen)

    def by_stage(self) -> dict[str, float]:
        return {stage: max(ms for name, ms in self._seen if name == stage) for stage in dict(self._seen)}

    def _tick(self) -> None:
        now, run = time.perf_counter(), self._window.state.run
        late = 1000 * (now - self._last) - TICK_MS
        self._seen.append((run.stage if run is not None else "rest", round(max(0.0, late), 1)))
        self._last = now


def _run(window: Window, size: str, seed: int, late: _Stalls) -> dict[str, Any]:
    window.session.edit(window.state.brief.replace(size=size, seed=seed), "size")
    _wait(lambda: not window.state.reading)
    late.reset()
    since = time.perf_counter()
    window.session.render()
    _wait(lambda: window.state.run is None)
    seconds = round(time.perf_counter() - since, 2)
    return {"seconds": seconds, "long_stalls": late.long(), "stalls_ms": late.by_stage()}


def wait(milliseconds: int) -> None:
    """Let the window live, and other threads with it: QTest.qWait would keep Python from them."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _idle_load() -> float:
    """Percent of one core that the process takes while nothing happens."""
    used, since = time.process_time(), time.perf_counter()
    wait(round(1000 * IDLE_S))
    return round(100 * (time.process_time() - used) / (time.perf_counter() - since), 2)


def _wait(true: Callable[[], object]) -> None:
    while not true():
        wait(20)


def _spread(times: Sequence[float]) -> dict[str, float]:
    median, high = np.percentile(times, [50, 95])
    return {"median": round(float(median), 1), "p95": round(float(high), 1), "worst": round(max(times), 1)}


def _mb(megabytes: float | None) -> str:
    return f"{megabytes:.0f} MB" if megabytes is not None else "not known here"
