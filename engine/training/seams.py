"""Makes resources/critics/flaws-seams.onnx and its card: `python -m engine.training.seams FOLDER`, where the renders are kept.

The network learns from strips around the lines that stand out in clean pictures and in pictures with a seam: those are the
lines that it will be asked of. Nothing is downloaded and seeds are fixed. Its limits are set with the others' (`flaws`).
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any, Final

import numpy as np
import torch

from engine.critics.strips import CELL, HALF, NETWORK, likeliest, strips
from engine.training import crops
from engine.training.damage import saved, side, stepped
from engine.training.lessons import gathered, sampled
from engine.training.making import make
from engine.training.practice import Course, exported, halved, practised
from engine.training.strip import Strip, loss
from engine.types import Array

COURSE: Final = Course(5_000, 48)
PICTURES: Final = 12_000
AT_ONCE: Final = 100
"""Pictures that one process draws in one go, from one seed."""
LENGTH: Final = 288
SIDES: Final = (288, 352, 448)
SPOILT: Final = 0.85
"""The share of the pictures that have a seam."""
SOUND: Final = 3
"""So many other lines of a picture are kept in each direction, sooner those that stand out more."""
NEAR: Final = 8
"""Pixels around a seam where another line is neither."""
SHOWN: Final = 20
"""Seams of a batch; the rest are sound lines."""
UNKNOWN: Final = -1


def main(folder: Path) -> None:
    make(NETWORK, "engine.training.seams FOLDER", ("seamed",), folder, taught, written)


def taught(folder: Path, cores: int) -> Any:
    torch.manual_seed(0)
    network: Any = Strip().to(memory_format=torch.channels_last)
    return practised(network, StripLessons(*drawn(folder, PICTURES, cores)), COURSE, loss)


def written(network: Any, file: Path) -> None:
    """ONNX, any number of strips of any length: `strip` (n, 3, h, 2 · HALF), levels, to `likelihood` (n, h / 8)."""
    whole = torch.nn.Sequential(network, torch.nn.Sigmoid())
    axes = {"strip": {0: "n", 2: "h"}, "likelihood": {0: "n", 1: "cells"}}
    exported(whole, file, torch.zeros(2, 3, LENGTH, 2 * HALF), axes)
    halved(file)


def drawn(folder: Path, pictures: int, processes: int) -> tuple[Array, Array]:
    """The `examples` of so many pictures, a multiple of AT_ONCE: strips uint8 (n, LENGTH, 2 · HALF, 3) and cells int8
    (n, LENGTH / CELL); the same whatever the number of processes."""
    made = gathered(partial(_drawn, folder), pictures // AT_ONCE, processes)
    shown, cells = zip(*made, strict=True)
    return np.concatenate(shown), np.concatenate(cells)


def _drawn(folder: Path, seed: int) -> tuple[Array, Array]:
    shown, cells = zip(*sampled(folder, AT_ONCE, seed, examples), strict=True)
    return np.stack(shown), np.stack(cells)


def examples(picture: Array, rng: np.random.Generator) -> Iterator[tuple[Array, Array]]:
    """Strips of one picture, most often with a seam, and their cells: 1 where it runs there to be seen, 0 where there is none,
    and UNKNOWN."""
    import cv2

    wide = max(LENGTH, min(int(rng.choice(SIDES)), *picture.shape[:2]))
    after = crops.varied(picture, wide, rng)
    inside, seen = np.zeros(after.shape[:2], np.float32), np.zeros(after.shape[:2], bool)
    if rng.random() < SPOILT:
        inside = side(after.shape, rng)
        after, seen = stepped(after, inside, rng.uniform(0.35, 0.9), rng)
    if rng.random() < 0.3:
        after = saved(after, int(rng.integers(75, 99)))
    if wide > LENGTH and rng.random() < 0.3:
        size = LENGTH, LENGTH
        after = cv2.resize(after, size, interpolation=cv2.INTER_AREA)
        seen = cv2.resize(seen.astype(np.uint8), size, interpolation=cv2.INTER_AREA) > 0
    yield from _strips(after, seen, _borders(inside) * len(after) / wide, rng)
    yield from _strips(after.swapaxes(0, 1), seen.T, _borders(inside.T) * len(after) / wide, rng)


def _borders(inside: Array) -> Array:
    """The columns at which one comes to another side."""
    return np.asarray(np.flatnonzero((inside[:, 1:] != inside[:, :-1]).any(axis=0)) + 1.0)


def _strips(plane: Array, seen: Array, borders: Array, rng: np.random.Generator) -> Iterator[tuple[Array, Array]]:
    lines = likeliest(np.ascontiguousarray(plane))
    apart = np.abs(np.subtract.outer(lines, borders)).min(axis=1, initial=np.inf)
    seams = {line for line, far in zip(lines, apart, strict=True) if far <= 1}
    missed = [round(at) for at in borders if not any(abs(at - line) <= 1 for line in seams)]
    seams |= {line for line in missed if HALF <= line <= plane.shape[1] - HALF}
    sound = [line for line, far in zip(lines, apart, strict=True) if far > NEAR]
    often = np.exp(-np.arange(len(sound)) / 8)
    kept = np.zeros(0, int)
    if sound:
        kept = rng.choice(len(sound), min(len(sound), SOUND), replace=False, p=often / often.sum())
    top = int(rng.integers(0, plane.shape[0] - LENGTH + 1))
    part = plane[top : top + LENGTH]
    for line in seams:
        shows = seen[top : top + LENGTH, line - 3 : line + 3].any(axis=1).reshape(-1, CELL).mean(axis=1) >= 0.5
        if shows.any():
            yield strips(part, [line])[0], np.where(shows, 1, UNKNOWN).astype(np.int8)
    for n in kept:
        yield strips(part, [sound[n]])[0], np.zeros(LENGTH // CELL, np.int8)


class StripLessons:
    """Batches of strips, SHOWN of them seams, both sorts the more often the more they cost when they were seen last."""

    def __init__(self, shown: Array, cells: Array) -> None:
        self._shown, self._cells = torch.from_numpy(shown), torch.from_numpy(cells)
        seams = self._cells.amax(1) > 0
        self._seams, self._sound = torch.nonzero(seams)[:, 0], torch.nonzero(~seams)[:, 0]
        self._lost = torch.ones(len(shown))
        self._given = torch.zeros(0, dtype=torch.long)

    def batch(self, size: int) -> tuple[Any, Any]:
        """Strips (size, 3, LENGTH, 2 · HALF) and their cells (size, LENGTH / CELL), mirrored and with colours exchanged."""
        sorts = (self._seams, SHOWN), (self._sound, size - SHOWN)
        self._given = torch.cat([of[torch.multinomial(self._lost[of] + 0.1, number, replacement=True)] for of, number in sorts])
        strip, cells = self._shown[self._given].permute(0, 3, 1, 2).float(), self._cells[self._given].float()
        aside, over, exchanged = torch.rand(3) < torch.tensor([0.5, 0.5, 0.3])
        strip = strip.flip(3) if aside else strip
        strip, cells = (strip.flip(2), cells.flip(1)) if over else (strip, cells)
        strip = strip[:, torch.randperm(3)] if exchanged else strip
        return strip.contiguous(memory_format=torch.channels_last), cells

    def learnt(self, losses: Any) -> None:
        """What the last batch's strips cost."""
        self._lost[self._given] = losses


if __name__ == "__main__":
    main(Path(sys.argv[1]))
