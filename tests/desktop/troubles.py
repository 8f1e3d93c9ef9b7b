"""Two more screenshots, of runs that really happen: `python -m tests.desktop.troubles FOLDER`.

A renderer whose memory runs out climbs down the real ladder, on a device made up for it, and then draws with the studio; and a
renderer's process dies of a segmentation fault, twice, under a window that keeps the picture.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import Any

from desktop.bench import wait
from desktop.settings import Settings
from desktop.window import Window
from engine import registry
from engine.api import Parts, RunContext
from engine.renderers.diffusion.devices import Device
from engine.renderers.diffusion.ladder import climb
from engine.renderers.diffusion.memory import Placement
from engine.renderers.host import Hosted
from engine.renderers.studio import Studio
from engine.types import Brief, Budget, Plan, Render
from tests.desktop.shots import PROMPT
from tests.desktop.windows import opened, until
from tests.fakes import parts

CARD = Device(
    kind="cuda", name="cpu:0", label="the graphics card", precisions=("bf16",), attention="flash", total=8 << 30, free=8 << 30
)


class Narrow(Studio):
    """Draws once the model would come layer by layer; before that its memory runs out."""

    def render(self, plan: Plan, brief: Brief, seed: int, context: RunContext, **given: Any) -> Render:
        def work(placement: Placement) -> Render:
            context.progress("render", 0.3)
            if placement.offload != "sequential":
                raise MemoryError
            return super(Narrow, self).render(plan, brief, seed, context, **given)

        made, _ = climb(Placement(CARD, "bf16"), ("narrow", seed), work, context)
        return made


def shoot(folder: Path) -> None:
    crashing = Hosted("scripted", "tests.renderers.scripted:Scripted")

    def made(brief: Brief) -> Parts:
        if "segfault" in brief.prompt:
            return parts(renderer=crashing, critics=())
        return Parts(registry.planner(), (Narrow(),), registry.critics(), (), registry.versions())

    with (
        tempfile.TemporaryDirectory() as own,
        opened(Path(own), made=made, planner=registry.planner, settings=Settings()) as window,
    ):
        _run(window, PROMPT)
        window.grab().save(str(folder / "window-memory.png"))
        window.notice.dismissed.emit()
        _run(window, "steps=3 segfault")
        window.grab().save(str(folder / "window-crash.png"))
    crashing.close()


def _run(window: Window, words: str) -> None:
    window.session.write(words)
    until(lambda: not window.state.reading and window.state.plan is not None and window.state.brief.prompt == words, 60)
    window.session.edit(window.state.brief.replace(size="512", budget=Budget(max_rounds=1)), "")
    until(lambda: not window.state.reading, 60)
    window.session.render()
    until(lambda: window.state.run is None, 200)
    wait(400)


def main() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    shoot(folder)


if __name__ == "__main__":
    main()
