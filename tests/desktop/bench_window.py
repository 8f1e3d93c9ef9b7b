"""Start-up, memory, idle load and event-loop stalls of the window: `python -m tests.desktop.bench_window [PROMPT] [SIZE]`.

Measured from the start of the process. A stall is how late a timer of 5 ms fires while the engine works.
"""

from __future__ import annotations

import os
import resource
import sys
import tempfile
import time
from pathlib import Path

BEGAN = time.perf_counter()
PROMPT = 'Poster, headline "NIGHT TIDE" in coral #FF6F61 on a deep blue #0B1F4B background'


def resident() -> float:
    """MB of memory the process holds now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 1e6


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def main() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QEventLoop, QTimer
    from PySide6.QtTest import QTest

    from desktop.settings import Settings
    from tests.desktop.windows import real, until

    prompt, size = (sys.argv[1:] + [PROMPT, "1k"][len(sys.argv) - 1 :])[:2]
    with tempfile.TemporaryDirectory() as folder, real(Path(folder), Settings()) as window:
        QTest.qWait(0)
        say(f"interactive after       {time.perf_counter() - BEGAN:6.2f} s")
        say(f"memory before a render  {resident():6.0f} MB")
        QTest.qWait(1500)
        used = time.process_time()
        end = time.perf_counter() + 3
        loop_end = QTimer(singleShot=True, interval=3000)
        loop_end.start()
        loop = QEventLoop()
        loop_end.timeout.connect(loop.quit)
        loop.exec()
        say(f"idle load               {100 * (time.process_time() - used) / (3 + time.perf_counter() - end):6.2f} %")

        late: list[tuple[float, str]] = []
        last = [time.perf_counter()]

        def tick() -> None:
            now = time.perf_counter()
            stage = window.state.run.stage if window.state.run else "none"
            late.append((1000 * (now - last[0]) - 5, stage))
            last[0] = now

        timer = QTimer(interval=5)
        timer.timeout.connect(tick)
        timer.start()
        last[0] = time.perf_counter()
        window.session.write(prompt)
        until(lambda: window.state.plan is not None and not window.state.reading)
        say(f"stall while typing      {max(late)[0]:6.0f} ms")
        for name in ("first", "second"):
            late.clear()
            window.session.edit(window.state.brief.replace(size=size, seed=len(name)), "size")
            began = time.perf_counter()
            window.session.render()
            until(lambda: window.state.run is None, 600)
            worst = sorted(late, reverse=True)[:3]
            over = sum(ms > 50 for ms, _ in late)
            words = ", ".join(f"{ms:.0f} ms in {stage}" for ms, stage in worst)
            say(f"{name} run at {size}       {time.perf_counter() - began:6.1f} s; {over} stalls over 50 ms; worst {words}")
        say(f"memory after            {resident():6.0f} MB")


if __name__ == "__main__":
    main()
