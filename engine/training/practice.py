"""How a network learns from lessons, and how it is written down."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Protocol

import onnx_ir
import torch
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from engine.critics.exporting.writing import halve

RATE: Final = 2e-3
REMEMBERED: Final = 0.999
"""The share of the mean weights that a step keeps; the mean is what is shipped (Polyak and Juditsky 1992)."""
SMALL: Final = 1024
"""Arrays of fewer bytes, the offsets, stay in full precision."""


@dataclass(frozen=True)
class Course:
    """In how many steps, of so many examples each, a network learns."""

    steps: int
    batch: int


class Batches(Protocol):
    """So many examples at a time, float32, and what is wanted of them; it is told what each of the last batch cost."""

    def batch(self, size: int) -> tuple[Any, Any]: ...

    def learnt(self, losses: Any) -> None: ...


def practised(network: Any, lessons: Batches, course: Course, loss: Callable[[Any, Any], Any]) -> Any:
    """Teaches the network by the loss of each example; the rate rises and falls once (Smith and Topin 2019). Gives back one
    with its mean weights."""
    optimizer = torch.optim.AdamW(network.parameters(), weight_decay=0.02)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, course.steps, pct_start=0.1)
    averaged = AveragedModel(network, multi_avg_fn=get_ema_multi_avg_fn(REMEMBERED), use_buffers=True)
    lost, began = 0.0, time.monotonic()
    for step in range(1, course.steps + 1):
        example, wanted = lessons.batch(course.batch)
        with torch.autocast(example.device.type, torch.bfloat16, enabled=example.is_cuda):
            logits = network(example)
        values = loss(logits.float(), wanted)
        optimizer.zero_grad(set_to_none=True)
        values.mean().backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 5.0)
        optimizer.step()
        schedule.step()
        averaged.update_parameters(network)
        lessons.learnt(values.detach())
        lost += values.detach().mean()
        if step % 500 == 0:
            seconds = time.monotonic() - began
            print(f"{step}/{course.steps} loss {lost / 500:.3f}, {seconds:.0f} s", file=sys.stderr, flush=True)
            lost = 0.0
    return averaged.module


def exported(network: Any, file: Path, example: Any, axes: Mapping[str, Mapping[int, str]]) -> None:
    """ONNX: takes what is like the example and gives the network's answer; the axes of both, by name, may have any length."""
    given, answer = axes
    torch.onnx.export(
        network.eval().to(memory_format=torch.contiguous_format), (example,), str(file), dynamo=False, input_names=[given],
        output_names=[answer], dynamic_axes={name: dict(lengths) for name, lengths in axes.items()}, opset_version=17,
    )  # fmt: skip


def halved(file: Path) -> None:
    """The file with its weights in half precision."""
    model = onnx_ir.load(file)
    halve(model, SMALL)
    onnx_ir.save(model, file)
