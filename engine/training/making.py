"""How a script makes a network that ships: it draws the renders, teaches the network and writes its file and its card."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

from engine.training import clean, figures
from engine.training.lessons import SCENES, SHEETS, known
from engine.types import Array

RESOURCES: Final = Path("resources/critics")


def make(
    name: str,
    script: str,
    kinds: tuple[str, ...],
    folder: Path,
    taught: Callable[[Path, int], Any],
    written: Callable[[Any, Path], None],
    device: str = "cpu",
    learnt: Callable[[Path], dict[str, Array]] = known,
    scenes: Sequence[int] = SCENES,
    sheets: Sequence[int] = SHEETS,
) -> None:
    """Writes RESOURCES / name.onnx and its card. `taught` is given the folder of the renders and the number of cores and gives
    back the network, `written` puts it into a file; `script`, `device` and the pictures that are `learnt` from are for the
    card. `scenes` and `sheets` are drawn first."""
    began, cores = time.monotonic(), os.cpu_count() or 1
    clean.draw(folder, scenes, sheets, cores)
    file = RESOURCES / f"{name}.onnx"
    written(taught(folder, cores), file)
    minutes = (time.monotonic() - began) / 60
    made = f"{minutes:.0f} minutes, renders that were not kept among them, on {device} with {cores} cores"
    file.with_suffix(".toml").write_text(figures.card(script, file, kinds, learnt(folder), made), "utf-8")
