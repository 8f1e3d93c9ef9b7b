"""Makes resources/critics/flaws-sheets.onnx and its card: `python -m engine.training.sheets FOLDER`, where the renders are
kept.

The network learns from flat artwork alone: there lines, plain fields and letters look so alike that what a photograph may well
show, a faint rim or a second outline, is a flaw. Nothing is downloaded and seeds are fixed. Its limits are set with the others'
(`flaws`).
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import cache, partial
from pathlib import Path
from typing import Any, Final

import numpy as np
import torch

from engine.critics.flaws import SHEETS as NETWORK
from engine.training import clean
from engine.training.flaws import written
from engine.training.heatmap import Heatmap, loss
from engine.training.lessons import SHARES, Lessons, drawn
from engine.training.making import make
from engine.training.practice import Course, practised
from engine.types import Array

KINDS: Final = "melted", "blotched", "doubled", "oversharpened", "jpeg", "checkered", "fringed", "blurred", "noisy"
COURSE: Final = Course(7_000, 16)
CROPS: Final = 10_000
NUMBERS: Final = (*range(70), *range(120, 400))
"""The sheets that are learnt from."""
WIDTHS: Final = 16, 32, 56, 72


def main(folder: Path) -> None:
    make(NETWORK, "engine.training.sheets FOLDER", KINDS, folder, taught, written, learnt=known, scenes=(), sheets=NUMBERS)


def taught(folder: Path, cores: int) -> Any:
    lessons = Lessons(*drawn(partial(sources, folder), (KINDS,), CROPS, cores), "cpu")
    return practised(untaught(), lessons, COURSE, loss)


def untaught() -> Any:
    torch.manual_seed(0)
    network: Any = Heatmap(len(KINDS), WIDTHS)
    return network.to(memory_format=torch.channels_last)


def sources(folder: Path, rng: np.random.Generator) -> Sequence[list[Array]]:
    """Sheets, whichever sort is drawn from."""
    return [[*known(folder).values()]] * len(SHARES)


@cache
def known(folder: Path) -> dict[str, Array]:
    """The clean sheets that are learnt from, by name, uint8 (h, w, 3)."""
    return dict(clean.renders(folder, (), NUMBERS))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
