"""Makes resources/critics/flaws-doubled.onnx and its card: `python -m engine.training.doubles FOLDER`, where the renders are
kept.

The network learns from pictures over parts of which a copy lies, beside themselves, displaced as the copy is or otherwise, and
from clean ones. Nothing is downloaded and seeds are fixed. Its limits are set with the others' (`flaws`).
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
import torch
from torch.nn import functional

from engine.critics.doubles import CELL, DISPLACEMENTS, NETWORK, SCALES, beside
from engine.critics.looking import smaller
from engine.training import crops, damage
from engine.training.double import Double, loss
from engine.training.lessons import gathered, sampled
from engine.training.making import make
from engine.training.practice import Course, exported, halved, practised
from engine.types import Array

COURSE: Final = Course(6_000, 60)
PICTURES: Final = 9_000
AT_ONCE: Final = 100
"""Pictures that one process draws in one go, from one seed."""
SIDE: Final = 288
TURNS: Final = 0, 1, 1
"""Whose scale's turn it is, batch by batch: most copies lie far aside, and small pictures cost little."""
SPOILT: Final = 0.7
"""The share of the pictures that have a copy laid over them."""
SHOWN_BEFORE: Final = 0.3
"""The share of those that are also seen without it."""
COPIES, FALSE = 0.2, 0.4
"""Of a batch so much are copies, and so much pictures with a copy, displaced otherwise; the rest are sound."""
SAME, OTHER = 1.2, 2.0
"""How near a displacement is to the copy's to show it, and how far from it to show none, in reduced pixels."""
UNKNOWN: Final = -1


class Shown(NamedTuple):
    """Pictures at one scale, uint8 (n, h, w, 3); their cells, int8 (n, h / 8, w / 8): 1 where a copy shows, 0 where none does,
    or UNKNOWN; and how many reduced pixels down and across the copy lies, (n, 2), NaN where there is none."""

    pictures: Array
    cells: Array
    aside: Array


def main(folder: Path) -> None:
    make(NETWORK, "engine.training.doubles FOLDER", ("doubled",), folder, taught, written)


def taught(folder: Path, cores: int) -> Any:
    torch.manual_seed(0)
    network: Any = Double().to(memory_format=torch.channels_last)
    return practised(network, DoubleLessons(drawn(folder, PICTURES, cores)), COURSE, loss)


def written(network: Any, file: Path) -> None:
    """ONNX, any number of pictures of any size: `beside` (n, 11, h, w) to `likelihood` (n, h / 8, w / 8)."""
    whole = torch.nn.Sequential(network, torch.nn.Sigmoid())
    axes = {"beside": {0: "n", 2: "h", 3: "w"}, "likelihood": {0: "n", 1: "rows", 2: "columns"}}
    exported(whole, file, torch.zeros(2, 11, 64, 64), axes)
    halved(file)


def drawn(folder: Path, pictures: int, processes: int) -> list[Shown]:
    """The `examples` of so many pictures, a multiple of AT_ONCE, at each of the SCALES; the same whatever the number of
    processes."""
    made = gathered(partial(_drawn, folder), pictures // AT_ONCE, processes)
    return [Shown(*map(np.concatenate, zip(*parts, strict=True))) for parts in zip(*made, strict=True)]


def _drawn(folder: Path, seed: int) -> list[Shown]:
    return shown(*map(np.stack, zip(*sampled(folder, AT_ONCE, seed, examples), strict=True)))


def examples(picture: Array, rng: np.random.Generator) -> Iterator[tuple[Array, Array, Array]]:
    """A part of the picture, most often with a copy laid over it, where that shows (bool, h × w), and by how many pixels down
    and across it lies aside, NaN where none shows; some are followed by what they were before."""
    sound = crops.varied(picture, SIDE, rng)
    after, seen, aside = sound, np.zeros((SIDE, SIDE), bool), np.full(2, np.nan)
    if rng.random() < SPOILT:
        far, angle = damage.aside(rng)
        after, seen = damage.copied(sound, (far, angle), rng.uniform(0.35, 0.9), rng)
        aside = far * np.array([np.sin(angle), np.cos(angle)]) if seen.any() else aside
    if rng.random() < 0.2:
        quality = int(rng.integers(88, 99))
        sound, after = damage.saved(sound, quality), damage.saved(after, quality)
    yield after, seen, aside
    if seen.any() and rng.random() < SHOWN_BEFORE:
        yield sound, np.zeros_like(seen), np.full(2, np.nan)


def shown(pictures: Array, seen: Array, aside: Array) -> list[Shown]:
    """Examples, stacked, at each of the SCALES. A cell of the finest shows the copy where a quarter of it does."""
    fine = CELL * SCALES[0]
    share = seen.reshape(len(seen), SIDE // fine, fine, SIDE // fine, fine).mean((2, 4))
    made = []
    for scale in SCALES:
        several = scale // SCALES[0]
        most = share.reshape(len(seen), SIDE // fine // several, several, -1, several).max((2, 4))
        cells = np.select([most > 0.25, most > 0], [1, UNKNOWN], 0).astype(np.int8)
        made.append(Shown(np.stack([smaller(one, scale) for one in pictures]), cells, aside / scale))
    return made


class DoubleLessons:
    """Batches of pictures beside themselves, of one scale after the other; pictures and displacements come the more often the
    more they cost when they were seen last."""

    def __init__(self, scales: list[Shown]) -> None:
        self._scales = [_Scale(one) for one in scales]
        self._batches = self._turn = 0

    def batch(self, size: int) -> tuple[Any, Any]:
        """What the network is shown (size, 11, h, w), at times mirrored and transposed, and its cells (size, h / 8, w / 8)."""
        self._turn = TURNS[self._batches % len(TURNS)]
        self._batches += 1
        seen, cells = self._scales[self._turn].batch(size)
        if torch.rand(()) < 0.5:
            seen, cells = seen.transpose(2, 3), cells.transpose(1, 2)
            seen = torch.cat([seen[:, :9], seen[:, 10:], seen[:, 9:10]], 1)
        for axis in (1, 2):
            if torch.rand(()) < 0.5:
                seen, cells = seen.flip(axis + 1), cells.flip(axis)
                seen[:, 8 + axis] *= -1
        return seen.contiguous(memory_format=torch.channels_last), cells

    def learnt(self, losses: Any) -> None:
        """What the last batch's pictures cost."""
        self._scales[self._turn].learnt(losses)


class _Scale:
    def __init__(self, shown: Shown) -> None:
        self._shown = shown
        ways = np.array(DISPLACEMENTS)[None]
        far = np.minimum(*(np.hypot(*np.moveaxis(shown.aside[:, None] - way, 2, 0)) for way in (ways, -ways)))
        self._same, other = (torch.from_numpy(one) for one in (far <= SAME, ~(far < OTHER)))
        self._spoilt = torch.from_numpy(shown.cells.max((1, 2)) == 1)
        self._copied = self._spoilt & self._same.any(1)
        self._sound = torch.from_numpy((shown.cells == 0).all((1, 2)))
        self._other = other.float()
        self._cost, self._each = torch.ones(len(far)), torch.full(far.shape, 0.3)
        self._given = torch.zeros(2, 0, dtype=torch.long)

    def batch(self, size: int) -> tuple[Any, Any]:
        copies, false = round(COPIES * size), round(FALSE * size)
        sorts = (self._copied, copies), (self._spoilt, false), (self._sound, size - copies - false)
        one = torch.cat([torch.multinomial((self._cost + 0.1) * of, number, replacement=True) for of, number in sorts])
        likely = torch.cat([self._same[one[:copies]].float(), ((self._each + 0.02) * self._other)[one[copies:]]])
        self._given = torch.stack([one, torch.multinomial(likely, 1)[:, 0]])
        seen = [beside(self._shown.pictures[n], DISPLACEMENTS[which]) for n, which in self._given.T.tolist()]
        cells = torch.from_numpy(self._shown.cells[one]).float()
        cells[copies:] = -functional.max_pool2d((cells[copies:] != 0).float(), 3, 1, 1)
        return torch.from_numpy(np.stack(seen)), cells

    def learnt(self, losses: Any) -> None:
        one, which = self._given
        self._each[one, which] = losses
        self._cost[one] = 0
        self._cost.scatter_reduce_(0, one, losses, "amax")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
