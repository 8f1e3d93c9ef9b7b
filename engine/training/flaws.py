"""Makes resources/critics/flaws-form.onnx and its card: `python -m engine.training.flaws form FOLDER`, where the renders are
kept; `grain` instead of `form` makes flaws-grain.onnx, and `limits` after both flaws.toml, their limits and figures.

Two networks, since each kind of damage is told the better the fewer a network must learn. Nothing is downloaded and seeds are
fixed. It takes two cores.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import torch

from engine.training import clean, crops, figures
from engine.training.heatmap import Heatmap, Widths, loss
from engine.training.lessons import SCENES, SHEETS, Lessons, drawn, known


@dataclass(frozen=True)
class Course:
    """Which kinds a network is taught, how large it is, and in how many steps."""

    kinds: tuple[str, ...]
    widths: Widths
    steps: int


COURSES: Final[Mapping[str, Course]] = {
    "form": Course(crops.FORM, (24, 48, 96, 128), 12_000),
    "grain": Course(crops.GRAIN, (24, 48, 64, 96), 12_000),
}
CROPS: Final = 12_000
RATE: Final = 2e-3
FURTHER: Final = range(170, 310), range(70, 120)
"""Scenes and sheets that are measured on."""
CORES: Final = 2
RESOURCES: Final = Path("resources/critics")


def main(name: str, folder: Path) -> None:
    torch.set_num_threads(CORES)
    if name == "limits":
        clean.draw(folder, *FURTHER, CORES)
        unseen = dict(clean.renders(folder, *FURTHER)) | clean.photographs(clean.UNSEEN_PHOTOGRAPHS)
        (RESOURCES / "flaws.toml").write_text(figures.limits(unseen), "utf-8")
        return
    began = time.monotonic()
    clean.draw(folder, SCENES, SHEETS, CORES)
    course, network = COURSES[name], untaught(COURSES[name])
    practised(network, Lessons(*drawn(folder, course.kinds, CROPS, CORES), np.random.default_rng(0)), course.steps)
    file = RESOURCES / f"flaws-{name}.onnx"
    exported(network, file)
    minutes = (time.monotonic() - began) / 60
    file.with_suffix(".toml").write_text(figures.card(name, file, course.kinds, known(folder), minutes), "utf-8")


def untaught(course: Course) -> Heatmap:
    torch.manual_seed(0)
    network = Heatmap(len(course.kinds), course.widths)
    network.to(memory_format=torch.channels_last)
    return network


def practised(network: Heatmap, lessons: Lessons, steps: int) -> None:
    """Teaches the network for so many steps; the rate rises and falls once (Smith and Topin 2019)."""
    optimizer = torch.optim.AdamW(network.parameters(), weight_decay=0.02)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, steps, pct_start=0.1)
    lost = 0.0
    for step in range(steps):
        inputs, wanted = (torch.from_numpy(array) for array in lessons.batch())
        values = loss(network(inputs.permute(0, 3, 1, 2).float()), wanted)
        optimizer.zero_grad(set_to_none=True)
        values.mean().backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 5.0)
        optimizer.step()
        schedule.step()
        lessons.learnt(values.detach().numpy())
        lost += values.mean().item()
        if step % 100 == 99:
            print(f"{step + 1}/{steps} loss {lost / 100:.3f}, {time.process_time():.0f} s", file=sys.stderr, flush=True)
            lost = 0.0


def exported(network: Heatmap, file: Path) -> None:
    """ONNX, any number of pictures of any size: `picture` (n, 3, h, w), levels, to `likelihood` (n, kinds, h / 8, w / 8)."""
    whole: Any = torch.nn.Sequential(network, torch.nn.Sigmoid()).eval()
    axes = {0: "n", 2: "h", 3: "w"}
    torch.onnx.export(
        whole.to(memory_format=torch.contiguous_format), (torch.zeros(1, 3, 64, 64),), str(file), dynamo=False,
        input_names=["picture"], output_names=["likelihood"], dynamic_axes={"picture": axes, "likelihood": axes},
        opset_version=17,
    )  # fmt: skip


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
