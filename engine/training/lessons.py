"""What a network of the flaws is taught: crops drawn beforehand, batch by batch, those most often that cost it most."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any, Final, TypeVar

import numpy as np
import torch

from engine.training import clean, crops
from engine.types import Array

T = TypeVar("T")
Sources = Callable[[np.random.Generator], Sequence[list[Array]]]
"""Gives clean pictures in as many sorts as there are SHARES."""
AT_ONCE: Final = 200
"""Crops that one process draws in one go, from one seed."""
LEAVES: Final = 6
"""Pictures of leaves among what these are cut from."""
SHARES: Final = (0.45, 0.22, 0.18, 0.15)
"""Of what the crops are: scenes, photographs, leaves, sheets."""
WARM: Final = 500
"""So many batches are drawn evenly before what cost most comes more often."""
SCENES, SHEETS = (*range(170), *range(310, 560)), range(70)


def drawn(sources: Sources, families: Sequence[Sequence[str]], number: int, processes: int) -> tuple[Array, Array]:
    """So many crops of each family, damaged in its kinds, uint8 (n, SIDE, SIDE, 3), and their targets of all kinds, float16
    (n, kinds, SIDE / 8, SIDE / 8); the same whatever the number of processes. `number` is a multiple of AT_ONCE."""
    cells = crops.SIDE // crops.CELL
    pictures = np.empty((len(families) * number, crops.SIDE, crops.SIDE, 3), np.uint8)
    targets = np.zeros((len(pictures), sum(map(len, families)), cells, cells), np.float16)
    start = first = 0
    with ProcessPoolExecutor(processes, get_context("spawn")) as pool:
        for family in families:
            for some, wanted in pool.map(partial(_drawn, sources, family), range(number // AT_ONCE)):
                pictures[start : start + AT_ONCE] = some
                targets[start : start + AT_ONCE, first : first + len(family)] = wanted
                start += AT_ONCE
            first += len(family)
    return pictures, targets


def _drawn(sources: Sources, kinds: Sequence[str], seed: int) -> tuple[Array, Array]:
    import cv2

    cv2.setNumThreads(1)
    rng = np.random.default_rng(seed)
    made = endless(sources(rng), kinds, rng)
    some = [next(made) for _ in range(AT_ONCE)]
    return np.stack([picture for picture, _ in some]), np.stack([target for _, target in some]).astype(np.float16)


def gathered(drawn: Callable[[int], T], number: int, processes: int) -> list[T]:
    """What is drawn from each of so many seeds, the same whatever the number of processes."""
    with ProcessPoolExecutor(processes, get_context("spawn")) as pool:
        return list(pool.map(drawn, range(number)))


def sources(folder: Path, rng: np.random.Generator) -> Sequence[list[Array]]:
    """Clean pictures in four sorts, whose SHARES what is learnt has: scenes, photographs, leaves and sheets."""
    pictures = known(folder)
    photographs = [pictures[name] for name in clean.PHOTOGRAPHS]
    leaves = [crops.leaves(photographs, rng) for _ in range(LEAVES)]
    scenes, sheets = ([one for name, one in pictures.items() if name.startswith(kind)] for kind in ("scene", "flat"))
    return scenes, photographs, leaves, sheets


def sampled(folder: Path, pictures: int, seed: int, examples: Callable[[Array, np.random.Generator], Iterable[T]]) -> list[T]:
    """The `examples` of so many clean pictures, chosen by their SHARES."""
    import cv2

    cv2.setNumThreads(1)
    rng = np.random.default_rng(seed)
    sorts = sources(folder, rng)
    made: list[T] = []
    for _ in range(pictures):
        some = sorts[rng.choice(len(SHARES), p=SHARES)]
        made.extend(examples(some[int(rng.integers(len(some)))], rng))
    return made


def endless(sources: Sequence[list[Array]], kinds: Sequence[str], rng: np.random.Generator) -> Iterator[tuple[Array, Array]]:
    """Crops and their targets (`crops.crops`) of the sources, scenes, photographs, leaves and sheets, by their SHARES."""
    while True:
        yield from crops.crops(sources[rng.choice(len(SHARES), p=SHARES)], kinds, rng)


@cache
def known(folder: Path) -> dict[str, Array]:
    """The clean pictures that are learnt from, by name, uint8 (h, w, 3)."""
    return dict(clean.renders(folder, SCENES, SHEETS)) | clean.photographs(clean.PHOTOGRAPHS)


class Lessons:
    """Batches of parts of crops, SIDE / 2 pixels wide: half are drawn evenly, a quarter among damaged and a quarter among clean
    ones, the more often the more they cost when they were seen last; one clean place taken for a flaw spoils a kind for all
    pictures."""

    def __init__(self, pictures: Array, targets: Array, device: str) -> None:
        self._pictures = torch.from_numpy(pictures).to(device)
        self._targets = torch.from_numpy(targets).to(device)
        self._damaged = self._targets.amax((1, 2, 3)) > 0
        self._lost = torch.zeros(len(pictures), device=device)
        self._given = torch.zeros(0, dtype=torch.long, device=device)
        self._batches = 0

    def batch(self, size: int) -> tuple[Any, Any]:
        """Pictures (size, 3, side, side) and their targets (size, kinds, side / 8, side / 8), float32."""
        again = size // 4 if self._batches >= WARM else 0
        self._batches += 1
        costs = torch.ones_like(self._lost), self._lost * self._damaged + 1e-9, self._lost * ~self._damaged + 1e-9
        numbers = size - 2 * again, again, again
        chosen = [torch.multinomial(each, n, replacement=True) for each, n in zip(costs, numbers, strict=True) if n]
        self._given = torch.cat(chosen)
        return self._varied()

    def learnt(self, losses: Any) -> None:
        """What the last batch's pictures cost."""
        self._lost[self._given] = losses

    def _varied(self) -> tuple[Any, Any]:
        """Parts of the crops, mirrored, half of them transposed, and some with their colours exchanged."""
        size, device, cells = len(self._given), self._given.device, self._targets.shape[2] // 2
        at = torch.randint(0, cells + 1, (2, size, 1), device=device)
        mirrored = torch.rand((2, size, 1), device=device) < 0.5

        def along(length: int, unit: int) -> Any:
            forth = torch.arange(length, device=device)
            return torch.where(mirrored, length - 1 - forth, forth) + at * unit

        (rows, columns), (down, across) = along(cells * crops.CELL, crops.CELL), along(cells, 1)
        given = self._given[:, None, None]
        picture = self._pictures[given, rows[:, :, None], columns[:, None, :]].permute(0, 3, 1, 2)
        target = self._targets.permute(0, 2, 3, 1)[given, down[:, :, None], across[:, None, :]].permute(0, 3, 1, 2)
        turned = torch.randperm(size, device=device)[: size // 2]
        picture[turned], target[turned] = picture[turned].transpose(2, 3), target[turned].transpose(2, 3)
        exchanged = torch.randperm(size, device=device)[: size * 3 // 10]
        picture[exchanged] = picture[exchanged][:, torch.randperm(3, device=device)]
        return picture.float().contiguous(memory_format=torch.channels_last), target.float()
