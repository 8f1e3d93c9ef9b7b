"""Makes resources/critics/flaws-form.onnx and its card: `python -m engine.training.flaws form FOLDER`, where the renders are
kept; `grain` instead of `form` makes flaws-grain.onnx, and `limits` after both flaws.toml, their limits and figures.

Two networks, since each kind of damage is told the better the fewer a network must learn. Nothing is downloaded and seeds are
fixed. It takes a graphics card some minutes; without one it learns what two cores can in an hour, which is less.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import onnx_ir
import torch
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from engine.critics.exporting.writing import halve
from engine.training import clean, crops, figures
from engine.training.heatmap import Heatmap, loss
from engine.training.lessons import SCENES, SHEETS, Lessons, drawn, known


@dataclass(frozen=True)
class Course:
    """In how many steps, of so many crops each, a network learns."""

    steps: int
    batch: int


FAMILIES: Final[Mapping[str, tuple[tuple[str, ...], ...]]] = {"form": crops.FORM, "grain": crops.GRAIN}
COURSES: Final[Mapping[str, Course]] = {"cuda": Course(24_000, 64), "cpu": Course(5_000, 16)}
CROPS: Final = 12_000
"""Of each family."""
RATE: Final = 2e-3
REMEMBERED: Final = 0.999
"""The share of the mean weights that a step keeps; the mean is what is shipped (Polyak and Juditsky 1992)."""
FURTHER: Final = (*range(170, 310), *range(560, 1000)), range(70, 120)
"""Scenes and sheets that are measured on."""
SMALL: Final = 1024
"""Arrays of fewer bytes, the offsets, stay in full precision."""
RESOURCES: Final = Path("resources/critics")


def main(name: str, folder: Path) -> None:
    cores = os.cpu_count() or 1
    if name == "limits":
        clean.draw(folder, *FURTHER, cores)
        unseen = dict(clean.renders(folder, *FURTHER)) | clean.photographs(clean.UNSEEN_PHOTOGRAPHS)
        (RESOURCES / "flaws.toml").write_text(figures.limits(unseen), "utf-8")
        return
    began, device = time.monotonic(), "cuda" if torch.cuda.is_available() else "cpu"
    clean.draw(folder, SCENES, SHEETS, cores)
    network = untaught(name).to(device)
    taught = practised(network, Lessons(*drawn(folder, FAMILIES[name], CROPS, cores), device), COURSES[device])
    file = RESOURCES / f"flaws-{name}.onnx"
    exported(taught.cpu(), file)
    made = f"{(time.monotonic() - began) / 60:.0f} minutes, the renders among them, on {device} with {cores} cores"
    file.with_suffix(".toml").write_text(figures.card(name, file, kinds(name), known(folder), made), "utf-8")


def kinds(name: str) -> tuple[str, ...]:
    return sum(FAMILIES[name], ())


def untaught(name: str) -> Heatmap:
    torch.manual_seed(0)
    network = Heatmap(len(kinds(name)))
    network.to(memory_format=torch.channels_last)
    return network


def practised(network: Heatmap, lessons: Lessons, course: Course) -> Any:
    """Teaches the network; the rate rises and falls once (Smith and Topin 2019). Gives back one with its mean weights."""
    optimizer = torch.optim.AdamW(network.parameters(), weight_decay=0.02)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, course.steps, pct_start=0.1)
    averaged = AveragedModel(network, multi_avg_fn=get_ema_multi_avg_fn(REMEMBERED), use_buffers=True)
    lost, began = 0.0, time.monotonic()
    for step in range(1, course.steps + 1):
        picture, wanted = lessons.batch(course.batch)
        with torch.autocast(picture.device.type, torch.bfloat16, enabled=picture.is_cuda):
            logits = network(picture)
        values = loss(logits.float(), wanted)
        optimizer.zero_grad(set_to_none=True)
        values.mean().backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 5.0)
        optimizer.step()
        schedule.step()
        averaged.update_parameters(network)
        lessons.learnt(values.detach())
        lost += values.detach().mean()
        if step % 1000 == 0:
            seconds = time.monotonic() - began
            print(f"{step}/{course.steps} loss {lost / 1000:.3f}, {seconds:.0f} s", file=sys.stderr, flush=True)
            lost = 0.0
    return averaged.module


def exported(network: Any, file: Path) -> None:
    """ONNX, any number of pictures of any size: `picture` (n, 3, h, w), levels, to `likelihood` (n, kinds, h / 8, w / 8)."""
    whole: Any = torch.nn.Sequential(network, torch.nn.Sigmoid()).eval()
    axes = {0: "n", 2: "h", 3: "w"}
    torch.onnx.export(
        whole.to(memory_format=torch.contiguous_format), (torch.zeros(1, 3, 64, 64),), str(file), dynamo=False,
        input_names=["picture"], output_names=["likelihood"], dynamic_axes={"picture": axes, "likelihood": axes},
        opset_version=17,
    )  # fmt: skip
    model = onnx_ir.load(file)
    halve(model, SMALL)
    onnx_ir.save(model, file)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
