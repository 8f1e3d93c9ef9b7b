"""What a network of the flaws is taught: crops drawn beforehand, batch by batch, those most often that cost it most."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from multiprocessing import get_context
from pathlib import Path
from typing import Final

import numpy as np

from engine.training import clean, crops
from engine.types import Array

BATCH: Final = 16
AT_ONCE: Final = 400
"""Crops that one process draws in one go, from one seed."""
LEAVES: Final = 8
"""Pictures of leaves among what these are cut from."""
SHARES: Final = (0.4, 0.25, 0.25, 0.1)
"""Of what the crops are: scenes, photographs, leaves, sheets."""
WARM: Final = 4000
"""So many crops are seen once before any comes again."""
SCENES, SHEETS = range(170), range(70)


def drawn(folder: Path, kinds: Sequence[str], number: int, processes: int) -> tuple[Array, Array]:
    """So many crops damaged in these kinds, uint8 (n, SIDE, SIDE, 3), and their targets, float16 (n, kinds, SIDE / 8,
    SIDE / 8), made of the renders in `folder` and of photographs; the same whatever the number of processes. `number` is a
    multiple of AT_ONCE."""
    cells = crops.SIDE // crops.CELL
    pictures = np.empty((number, crops.SIDE, crops.SIDE, 3), np.uint8)
    targets = np.empty((number, len(kinds), cells, cells), np.float16)
    with ProcessPoolExecutor(processes, get_context("spawn")) as pool:
        for seed, part in enumerate(pool.map(partial(_drawn, folder, kinds), range(number // AT_ONCE))):
            rows = slice(seed * AT_ONCE, (seed + 1) * AT_ONCE)
            pictures[rows], targets[rows] = part
    return pictures, targets


def _drawn(folder: Path, kinds: Sequence[str], seed: int) -> tuple[Array, Array]:
    import cv2

    cv2.setNumThreads(1)
    rng = np.random.default_rng(seed)
    pictures = known(folder)
    photographs = [pictures[name] for name in clean.PHOTOGRAPHS]
    leaves = [crops.leaves(photographs, rng) for _ in range(LEAVES)]
    scenes, sheets = ([one for name, one in pictures.items() if name.startswith(kind)] for kind in ("scene", "flat"))
    made = endless((scenes, photographs, leaves, sheets), kinds, rng)
    some = [next(made) for _ in range(AT_ONCE)]
    return np.stack([picture for picture, _ in some]), np.stack([target for _, target in some]).astype(np.float16)


def endless(sources: Sequence[list[Array]], kinds: Sequence[str], rng: np.random.Generator) -> Iterator[tuple[Array, Array]]:
    """Crops and their targets (`crops.crops`) of the sources, scenes, photographs, leaves and sheets, by their SHARES."""
    while True:
        yield from crops.crops(sources[rng.choice(len(SHARES), p=SHARES)], kinds, rng)


@cache
def known(folder: Path) -> dict[str, Array]:
    """The clean pictures that are learnt from, by name, uint8 (h, w, 3)."""
    return dict(clean.renders(folder, SCENES, SHEETS)) | clean.photographs(clean.PHOTOGRAPHS)


class Lessons:
    """Batches of parts of crops, SIDE / 2 pixels wide: half come in turn, a quarter are damaged ones and a quarter clean ones
    that were seen before. Those come again most often that cost most; one clean place taken for a flaw spoils a kind for all
    pictures."""

    def __init__(self, pictures: Array, targets: Array, rng: np.random.Generator) -> None:
        self._pictures = pictures
        self._targets = targets
        self._side = pictures.shape[1] // 2
        self._rng = rng
        self._order = rng.permutation(len(pictures))
        self._damaged = targets.max(axis=(1, 2, 3)) > 0
        self._lost = np.zeros(len(pictures))
        self._given = self._order[:0]
        self._at = 0

    def batch(self) -> tuple[Array, Array]:
        """Pictures (BATCH, side, side, 3), uint8, and their targets (BATCH, kinds, side / 8, side / 8), float32."""
        again: list[Array] = []
        if self._at >= min(WARM, len(self._order)):
            again = [self._again(self._damaged), self._again(~self._damaged)]
        fresh = np.arange(self._at, self._at + BATCH - sum(map(len, again))) % len(self._order)
        self._at += len(fresh)
        self._given = np.concatenate([self._order[fresh], *again])
        made = [self._varied(at) for at in self._given]
        return np.stack([picture for picture, _ in made]), np.stack([target for _, target in made]).astype(np.float32)

    def learnt(self, losses: Array) -> None:
        """What the last batch's pictures cost."""
        self._lost[self._given] = losses

    def _again(self, which: Array) -> Array:
        costs = self._lost * which
        return self._rng.choice(len(costs), BATCH // 4, p=costs / costs.sum())

    def _varied(self, at: int) -> tuple[Array, Array]:
        """A part of the crop, turned, mirrored, and at times with its colours exchanged."""
        cells = self._side // crops.CELL
        row, column = self._rng.integers(0, self._targets.shape[2] - cells + 1, 2)
        y, x = row * crops.CELL, column * crops.CELL
        picture = self._pictures[at, y : y + self._side, x : x + self._side]
        target = self._targets[at, :, row : row + cells, column : column + cells]
        if self._rng.random() < 0.5:
            picture, target = picture[:, ::-1], target[..., ::-1]
        turns = int(self._rng.integers(4))
        picture, target = np.rot90(picture, turns), np.rot90(target, turns, (1, 2))
        return picture[..., self._rng.permutation(3)] if self._rng.random() < 0.3 else picture, target
