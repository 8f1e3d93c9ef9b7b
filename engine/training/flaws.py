"""Makes resources/critics/flaws.onnx and its card: `python -m engine.training.flaws FOLDER`, where the renders are kept.

Nothing is downloaded and seeds are fixed. The renders take 12 minutes of one processor core, the training 69 of two.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch

from engine.training import clean, crops
from engine.training.figures import card
from engine.training.heatmap import Heatmap, loss
from engine.types import Array


@dataclass(frozen=True)
class Course:
    """So many steps at the highest rate of learning, in which the hard kinds come so much more often than the others."""

    steps: int
    rate: float
    hard: int


SCENES, SHEETS, LEAVES = range(170), range(70), 300
FURTHER = range(170, 250), range(70, 120)
"""Scenes and sheets that are measured on alone."""
THREADS = 2
BATCH, POOL, WAITING = 16, 4000, 100
HARD = frozenset({"melted", "doubled", "seamed", "tiled", "blotched", "broken"})
"""Kinds that are no matter of grain: they are learnt last."""
COURSES = (Course(14_000, 2e-3, 1), Course(4_000, 1e-3, 3))
SHARES = (0.4, 0.25, 0.25, 0.1)
"""Of what the new crops are: scenes, photographs, leaves, sheets."""
HELD_OUT = 5
"""Every so many renders one is not trained on."""
RESOURCES = Path("resources/critics")


def main(folder: Path) -> None:
    began = time.process_time()
    known, unseen = pictures(folder)
    drawn = time.process_time()
    network = trained(known)
    done = time.process_time()
    RESOURCES.mkdir(parents=True, exist_ok=True)
    exported(network, RESOURCES / "flaws.onnx")
    minutes = {"pictures": (drawn - began) / 60, "training": (done - drawn) / 60}
    (RESOURCES / "flaws.toml").write_text(card(RESOURCES / "flaws.onnx", known, unseen, minutes), "utf-8")


def pictures(folder: Path) -> tuple[dict[str, Array], dict[str, Array]]:
    """Clean pictures by name, uint8 (h, w, 3): those to train on, and those to measure on."""
    known: dict[str, Array] = {}
    unseen: dict[str, Array] = {}
    for number, (name, picture) in enumerate(clean.renders(folder, SCENES, SHEETS)):
        (unseen if number % HELD_OUT == HELD_OUT - 1 else known)[name] = picture
    unseen |= clean.renders(folder, *FURTHER)
    known |= clean.photographs(clean.PHOTOGRAPHS)
    unseen |= clean.photographs(clean.UNSEEN_PHOTOGRAPHS)
    return known, unseen


def trained(known: dict[str, Array], courses: Sequence[Course] = COURSES) -> Heatmap:
    """The network after the courses, one after the other, each with lessons of its own."""
    import cv2

    cv2.setNumThreads(1)
    torch.set_num_threads(THREADS)
    torch.manual_seed(0)
    network: Heatmap = Heatmap(len(crops.KINDS)).to(memory_format=torch.channels_last)
    for seed, course in enumerate(courses):
        taught(network, known, course, seed)
    network.eval()
    return network


def taught(network: Heatmap, known: dict[str, Array], course: Course, seed: int) -> None:
    """One course."""
    rng = np.random.default_rng(seed)
    photographs = [known[name] for name in clean.PHOTOGRAPHS]
    leaves = [crops.leaves(photographs, rng) for _ in range(LEAVES)]
    scenes = [picture for name, picture in known.items() if name.startswith("scene")]
    sheets = [picture for name, picture in known.items() if name.startswith("flat")]
    often = np.array([course.hard if kind in HARD else 1 for kind in crops.KINDS])
    lessons = Lessons((scenes, photographs, leaves, sheets), None if course.hard == 1 else often / often.sum(), rng)
    optimizer = torch.optim.AdamW(network.parameters(), lr=course.rate, weight_decay=0.02)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, course.rate, total_steps=course.steps, pct_start=0.1)
    lost = 0.0
    for step in range(course.steps):
        pictures, targets = lessons.batch()
        inputs = torch.from_numpy(pictures).permute(0, 3, 1, 2).float()
        values = loss(network(inputs), torch.from_numpy(targets))
        optimizer.zero_grad(set_to_none=True)
        values.mean().backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 5.0)
        optimizer.step()
        schedule.step()
        lessons.learnt(values.detach().numpy())
        lost += values.mean().item()
        if step % 100 == 99:
            print(f"{step + 1}/{course.steps} loss {lost / 100:.3f}, {time.process_time():.0f} s", file=sys.stderr, flush=True)
            lost = 0.0


class Lessons:
    """Crops to learn from: in every batch half are new, a quarter damaged ones and a quarter clean ones seen before, turned
    over. Those come again most often that cost most; one clean place taken for a flaw spoils a kind for all pictures."""

    def __init__(self, sources: Sequence[list[Array]], often: Array | None, rng: np.random.Generator) -> None:
        self._sources = sources
        self._often = often
        self._rng = rng
        self._fresh: list[Lesson] = []
        self._damaged: list[Lesson] = []
        self._clean: list[Lesson] = []
        self._given: list[Lesson] = []

    def batch(self) -> tuple[Array, Array]:
        """Pictures (BATCH, h, w, 3), uint8, and their targets (BATCH, kinds, rows, columns)."""
        again = self._again(self._damaged) + self._again(self._clean)
        while len(self._fresh) < WAITING:
            source = self._sources[self._rng.choice(len(SHARES), p=SHARES)]
            self._fresh += [Lesson(*one) for one in crops.crops(source, self._often, self._rng)]
        fresh = [self._fresh.pop(int(self._rng.integers(len(self._fresh)))) for _ in range(BATCH - len(again))]
        for lesson in fresh:
            pool = self._damaged if lesson.target.any() else self._clean
            pool.append(lesson)
            del pool[:-POOL]
        self._given = fresh + again
        return np.stack([one.picture for one in self._given]), np.stack([one.target for one in self._given])

    def learnt(self, losses: Array) -> None:
        """What the last batch's pictures cost."""
        for lesson, lost in zip(self._given, losses, strict=True):
            lesson.lost = float(lost)

    def _again(self, pool: list[Lesson]) -> list[Lesson]:
        """A quarter of a batch out of the pool."""
        if len(pool) < BATCH:
            return []
        costs = np.array([lesson.lost for lesson in pool])
        chosen = [pool[at] for at in self._rng.choice(len(pool), BATCH // 4, p=costs / costs.sum())]
        for lesson in chosen:
            lesson.turn()
        return chosen


@dataclass(eq=False)
class Lesson:
    """A crop, its target, and what it cost the network when last seen."""

    picture: Array
    target: Array
    lost: float = 1.0

    def turn(self) -> None:
        self.picture, self.target = self.picture[:, ::-1], self.target[..., ::-1]


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
    main(Path(sys.argv[1]))
