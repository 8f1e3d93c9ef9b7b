"""Makes resources/critics/flaws-form.onnx and its card: `python -m engine.training.flaws form FOLDER`, where the renders are
kept; `grain` instead of `form` makes flaws-grain.onnx, and `limits` after both flaws.toml, their limits and figures.

Two networks, since each kind of damage is told the better the fewer a network must learn. Nothing is downloaded and seeds are
fixed. It takes a graphics card some minutes; without one it learns what two cores can in an hour, which is less.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any, Final

import torch

from engine.training import clean, crops, figures
from engine.training.heatmap import Heatmap, loss
from engine.training.lessons import Lessons, drawn, sources
from engine.training.making import RESOURCES, make
from engine.training.practice import Course, exported, halved, practised

FAMILIES: Final[Mapping[str, tuple[tuple[str, ...], ...]]] = {"form": crops.FORM, "grain": crops.GRAIN}
COURSES: Final[Mapping[str, Course]] = {"cuda": Course(24_000, 64), "cpu": Course(5_000, 16)}
CROPS: Final = 12_000
"""Of each family."""
FURTHER: Final = (*range(170, 310), *range(560, 1000), *clean.HARD[80:]), (*range(70, 120), *range(400, 500))
"""Scenes and sheets that are measured on."""


def main(name: str, folder: Path) -> None:
    cores = os.cpu_count() or 1
    if name == "limits":
        clean.draw(folder, *FURTHER, cores)
        unseen = dict(clean.renders(folder, *FURTHER)) | clean.photographs(clean.UNSEEN_PHOTOGRAPHS)
        (RESOURCES / "flaws.toml").write_text(figures.limits(unseen, clean.drafts(folder, FURTHER[0]), cores), "utf-8")
        return
    device = "cuda" if torch.cuda.is_available() else "cpu"

    def taught(folder: Path, cores: int) -> Any:
        lessons = Lessons(*drawn(partial(sources, folder), FAMILIES[name], CROPS, cores), device)
        return practised(untaught(name).to(device), lessons, COURSES[device], loss).cpu()

    make(f"flaws-{name}", f"engine.training.flaws {name} FOLDER", kinds(name), folder, taught, written, device)


def kinds(name: str) -> tuple[str, ...]:
    return sum(FAMILIES[name], ())


def untaught(name: str) -> Heatmap:
    torch.manual_seed(0)
    network = Heatmap(len(kinds(name)))
    network.to(memory_format=torch.channels_last)
    return network


def written(network: Any, file: Path) -> None:
    """ONNX, any number of pictures of any size: `picture` (n, 3, h, w), levels, to `likelihood` (n, kinds, h / 8, w / 8)."""
    axes = {0: "n", 2: "h", 3: "w"}
    whole = torch.nn.Sequential(network, torch.nn.Sigmoid())
    exported(whole, file, torch.zeros(1, 3, 64, 64), {"picture": axes, "likelihood": axes})
    halved(file)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
