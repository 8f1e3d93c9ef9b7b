"""Makes resources/critics/flaws-unplanned.onnx and its card: `python -m engine.training.unplanned FOLDER`, where the renders
are kept.

The network learns from staged scenes beside drafts of their plans, parts of which are damaged, and from clean ones. Nothing is
downloaded and seeds are fixed. Its limits are set with the others' (`flaws`).
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path
from typing import Any, Final

import numpy as np
import torch

from engine.critics.unplanned import CELL, HALF, NETWORK, compared
from engine.training import clean, crops, damage
from engine.training.comparison import Comparison
from engine.training.crops import paired, parted
from engine.training.double import loss
from engine.training.lessons import SCENES, gathered
from engine.training.making import make
from engine.training.practice import Course, exported, halved, practised
from engine.types import Array

COURSE: Final = Course(6_000, 32)
COMPARED: Final = (*SCENES, *clean.HARD[:80])
"""The scenes that are learnt from."""
PICTURES: Final = 6_000
AT_ONCE: Final = 100
"""Pictures that one process draws in one go, from one seed."""
SIDE: Final = 288
HARDER: Final = 0.35
"""The share of the pictures that are cut from hard scenes."""
SPOILT: Final = 0.6
"""The share of the pictures that are damaged."""
KINDS: Final = "doubled", "melted", "tiled", "broken", "blotched", "seamed"
OFTEN: Final = 0.4, 0.1, 0.1, 0.1, 0.15, 0.15
"""Their shares of the damaged ones."""
SHOWN_BEFORE: Final = 0.3
"""The share of those that are also seen without it."""
PART: Final = 104
"""Reduced pixels of a side that are looked at in one go: little, but of many pictures."""
DAMAGED: Final = 0.45
"""The share of a batch whose pictures are damaged, whether or not in that part."""
NEITHER: Final = -1


def main(folder: Path) -> None:
    make(NETWORK, "engine.training.unplanned FOLDER", KINDS, folder, taught, written, learnt=scenes, scenes=COMPARED)


def taught(folder: Path, cores: int) -> Any:
    torch.manual_seed(0)
    network: Any = Comparison().to(memory_format=torch.channels_last)
    return practised(network, ComparedLessons(*drawn(folder, PICTURES, cores)), COURSE, loss)


def written(network: Any, file: Path) -> None:
    """ONNX, any number of pictures of any size: `seen` (n, 6, h, w) to `likelihood` (n, h / 4, w / 4)."""
    whole = torch.nn.Sequential(network, torch.nn.Sigmoid())
    axes = {"seen": {0: "n", 2: "h", 3: "w"}, "likelihood": {0: "n", 1: "rows", 2: "columns"}}
    exported(whole, file, torch.zeros(2, 6, 64, 64), axes)
    halved(file)


def drawn(folder: Path, pictures: int, processes: int) -> tuple[Array, Array]:
    """The `examples` of so many pictures, a multiple of AT_ONCE, halved: uint8 (n, h, w, 6), and their cells, int8
    (n, h / 4, w / 4), 1 where damage shows, 0 where none does, or NEITHER; the same whatever the number of processes."""
    made = gathered(partial(_drawn, folder), pictures // AT_ONCE, processes)
    shown, cells = zip(*made, strict=True)
    return np.concatenate(shown), np.concatenate(cells)


def _drawn(folder: Path, seed: int) -> tuple[Array, Array]:
    import cv2

    cv2.setNumThreads(1)
    rng, known = np.random.default_rng(seed), scenes(folder)
    hard = [one for name, one in known.items() if int(name.removeprefix("scene-")) in clean.HARD]
    sorts = [*known.values()], hard
    made: list[tuple[Array, Array]] = []
    for _ in range(AT_ONCE):
        some = sorts[int(rng.random() < HARDER)]
        made.extend(examples(some[int(rng.integers(len(some)))], rng))
    shown, cells = zip(*made, strict=True)
    return np.stack(shown), np.stack(cells)


@cache
def scenes(folder: Path) -> dict[str, Array]:
    """The clean scenes that are learnt from, by name, and their drafts: uint8 (h, w, 6)."""
    drafts = clean.drafts(folder, COMPARED)
    return {name: paired(picture, drafts[name]) for name, picture in clean.renders(folder, COMPARED, ())}


def examples(scene: Array, rng: np.random.Generator) -> Iterator[tuple[Array, Array]]:
    """A part of a scene and of its draft (h, w, 6), as the network sees them, most often damaged, and its cells; some
    are followed by what they were before."""
    sound, draft = parted(crops.varied(scene, SIDE, rng))
    after, seen = sound, np.zeros((SIDE, SIDE), bool)
    if rng.random() < SPOILT:
        after, seen = damage.DAMAGES[KINDS[rng.choice(len(KINDS), p=OFTEN)]](sound, rng.uniform(0.35, 0.9), rng)
    if rng.random() < 0.2:
        quality = int(rng.integers(88, 99))
        sound, after = damage.saved(sound, quality), damage.saved(after, quality)
    share = seen.reshape(SIDE // CELL, CELL, -1, CELL).mean((1, 3))
    yield compared(after, draft), np.select([share > 0.25, share > 0], [1, NEITHER], 0).astype(np.int8)
    if seen.any() and rng.random() < SHOWN_BEFORE:
        yield compared(sound, draft), np.zeros(share.shape, np.int8)


class ComparedLessons:
    """Batches of pictures, which come the more often the more they cost when they were seen last."""

    def __init__(self, shown: Array, cells: Array) -> None:
        self._shown, self._cells = torch.from_numpy(shown), torch.from_numpy(cells)
        self._damaged = self._cells.amax((1, 2)) == 1
        self._cost = torch.ones(len(shown))
        self._given = torch.zeros(0, dtype=torch.long)

    def batch(self, size: int) -> tuple[Any, Any]:
        """Parts of pictures (size, 6, PART, PART), at times mirrored and transposed, and their cells."""
        damaged = round(DAMAGED * size)
        sorts = (self._damaged, damaged), (~self._damaged, size - damaged)
        chosen = [torch.multinomial((self._cost + 0.1) * of, number, replacement=True) for of, number in sorts]
        self._given = torch.cat(chosen)
        each = CELL // HALF
        down, across = torch.randint((self._shown.shape[1] - PART) // each + 1, (2,)).tolist()
        part = np.s_[:, each * down : each * down + PART, each * across : each * across + PART]
        seen = self._shown[self._given][part].permute(0, 3, 1, 2).float()
        cells = self._cells[self._given, down : down + PART // each, across : across + PART // each].float()
        if torch.rand(()) < 0.5:
            seen, cells = seen.transpose(2, 3), cells.transpose(1, 2)
        for axis in (1, 2):
            if torch.rand(()) < 0.5:
                seen, cells = seen.flip(axis + 1), cells.flip(axis)
        return seen.contiguous(memory_format=torch.channels_last), cells

    def learnt(self, losses: Any) -> None:
        """What the last batch's pictures cost."""
        self._cost[self._given] = losses


if __name__ == "__main__":
    main(Path(sys.argv[1]))
