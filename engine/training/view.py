"""Makes resources/critics/view.onnx and its card: `python -m engine.training.view FOLDER`, where the renders are kept.

Nothing is downloaded. Seeds are fixed; the renders take two processes, the training takes one thread.
"""

from __future__ import annotations

import hashlib
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch

from engine.api import Quiet
from engine.critics.onnx import Network
from engine.critics.pose import SIDE, levels, read
from engine.training.pose import Pose, loss, shaded, varied
from engine.training.practice import exported
from engine.training.scenes import SKETCHES, Sketches, Views, kept
from engine.types import Array

SCENES = range(0, 275, 25), range(1000, 1200, 25), range(2000, 2300, 25), range(3000, 3300, 25)
HELD_OUT = (range(0, 75, 25),)
"""Blocks of scenes that are rendered: to learn from, and to measure on."""
SKETCHED = range(0, 2000, 250), range(50000, 52000, 250)
"""Blocks of scenes that are sketched alone."""
STEPS, BATCH, RATE = 6000, 32, 2e-3
RENDERED, BESIDE = 0.45, 0.15
"""Of what is learnt from such shares are renders, and sketches of the same scenes; all else are other sketches."""
HELD = 0.975
"""Two deviations hold this share of errors."""
NAMES = ("elevation", "roll")
RESOURCES = Path("resources/critics")


def main(folder: Path) -> None:
    views, rendered = kept(folder, Views, 1, SCENES, held=False)
    sketches, sketched = kept(folder, Sketches, 3, SKETCHED, held=False)
    unseen, more = kept(folder, Views, 2, HELD_OUT, held=True)
    began = time.process_time()
    *_, network = trained(views, sketches, STEPS)
    minutes = {"renders": (rendered + sketched + more) / 60, "training": (time.process_time() - began) / 60}
    RESOURCES.mkdir(parents=True, exist_ok=True)
    written(network, RESOURCES / "view.onnx")
    (RESOURCES / "view.toml").write_text(card(RESOURCES / "view.onnx", unseen, minutes), "utf-8")


def trained(views: Views, sketches: Sketches, steps: int) -> Iterator[Any]:
    """The network after each of so many steps, on one thread; the rate rises and falls once (Smith and Topin 2019)."""
    import cv2

    cv2.setNumThreads(1)
    torch.set_num_threads(1)
    torch.manual_seed(0)
    rng = np.random.default_rng(0)
    network: Any = Pose().to(memory_format=torch.channels_last)
    optimizer = torch.optim.AdamW(network.parameters(), weight_decay=0.05)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, steps, pct_start=0.1)
    lost = 0.0
    for step in range(steps):
        windows, angles = (torch.from_numpy(array) for array in batch(views, sketches, rng))
        value = loss(network(windows.contiguous(memory_format=torch.channels_last)), angles)
        optimizer.zero_grad(set_to_none=True)
        value.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 2.0)
        optimizer.step()
        schedule.step()
        lost += value.item()
        if step % 100 == 99:
            print(f"{step + 1}/{steps} loss {lost / 100:.3f}, {time.process_time():.0f} s", file=sys.stderr, flush=True)
            lost = 0.0
        yield network


def batch(views: Views, sketches: Sketches, rng: np.random.Generator) -> tuple[Array, Array]:
    """Windows as the network is shown them, and their elevations and rolls."""
    made = []
    for chance in rng.random(BATCH):
        if chance < RENDERED:
            n = rng.integers(len(views.scene))
            made.append(varied(views.pictures[n], views.angles[n, 0], rng))
        elif chance < RENDERED + BESIDE:
            n = rng.integers(len(views.scene))
            made.append(varied(shaded(views.sketches[n], rng), views.angles[n, 1], rng))
        else:
            n = rng.integers(len(sketches.angles))
            made.append(varied(shaded(sketches.sketches[n], rng), sketches.angles[n], rng))
    windows, angles = (np.stack(column) for column in zip(*made, strict=True))
    return levels(windows), angles


def written(network: Any, file: Path) -> None:
    """ONNX, any number of windows: `window` (n, 3, SIDE, SIDE) to `read` (n, 4)."""
    exported(network, file, torch.zeros(2, 3, SIDE, SIDE), {"window": {0: "n"}, "read": {0: "n"}})


def card(file: Path, unseen: Views, minutes: dict[str, float]) -> str:
    """The card (TOML): how much wider the spreads are than the network says, from one half of the unseen scenes, and figures
    from the other."""
    sha256 = hashlib.sha256(file.read_bytes()).hexdigest()
    start = (unseen.pictures.shape[1] - SIDE) // 2
    middle = slice(start, start + SIDE)
    pictures, network = unseen.pictures[:, middle, middle], Network(file, sha256)
    found = read(pictures, unseen.sketches, unseen.angles[:, 1], network, Quiet())
    off, judged = np.abs(found.angles - unseen.angles[:, 0]), unseen.scene % 2 == 1
    factors = np.quantile((off / found.spread)[~judged], HELD, axis=0) / 2
    spread, median = factors * found.spread, np.median(found.spread[:, 0])
    kinds = {"off": judged, "off_round": judged & unseen.round, "off_sure": judged & (found.spread[:, 0] <= median)}
    return "\n".join(
        [
            f'sha256 = "{sha256}"',
            'made_by = "python -m engine.training.view FOLDER"',
            f'made_from = "{_count(SCENES)} studio renders of made-up prompts (engine/training/scenes.py), up to '
            f'{SKETCHES} sketches of each scene in some light, and {_count(SKETCHED)} sketches of other scenes."',
            f'measured_on = "{len(set(unseen.scene[judged]))} such renders of nouns that it never saw, each cut in up to '
            f'{SKETCHES} ways; the spreads on {len(set(unseen.scene[~judged]))} others."',
            'fails = "Pictures that the studio did not draw; plain things before a plain ground. The azimuth is not read."',
            f"minutes = {{ renders = {minutes['renders']:.0f}, training = {minutes['training']:.0f} }}",
            f"spread = {[round(float(value), 2) for value in factors]}  # of elevation and roll: so many times what it says",
            f"beyond = {[round(float(value), 3) for value in (off > 2 * spread)[judged].mean(0)]}  # share off by two spreads",
            *(line for name, kind in kinds.items() for line in _figures(name, off[kind], spread[kind])),
            "",
        ]
    )


def _count(scenes: Sequence[range]) -> int:
    return sum(len(some) * some.step for some in scenes)


def _figures(name: str, off: Array, spread: Array) -> Iterator[str]:
    yield from ("", f"[{name}]  # degrees: median, 90 of 100, and the spread (median)")
    for n, angle in enumerate(NAMES):
        yield f"{angle} = [{np.median(off[:, n]):.2f}, {np.quantile(off[:, n], 0.9):.2f}, {np.median(spread[:, n]):.2f}]"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
