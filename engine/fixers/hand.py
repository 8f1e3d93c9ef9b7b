"""The hand a text was written in: its lines, face, size and spacing, read off the letters that are there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, pairwise, product
from typing import cast

import numpy as np

from engine.types import Array
from engine.typography import breaking
from engine.typography.fonts import Face, cut, faces
from engine.typography.setting import set_line

WEIGHTS = (300, 400, 500, 600, 700, 800, 900)
OPTICAL = (10, 20, 40)
PATCH = 24
ROUGH, FINE = 64, 256
"""Pixels per em at which candidate faces are compared, and at which the one chosen is measured."""
SPACED = 0.1
"""Tracking, in em, that keeps the letters of a sample from touching."""


@dataclass(frozen=True, eq=False)
class Piece:
    """A connected piece of ink: its box in pixels and fractions, and its shape as a zero-mean unit vector of PATCH² values."""

    left: float
    top: float
    right: float
    bottom: float
    shape: Array

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


@dataclass(frozen=True)
class Written:
    """A line of writing as it stands on the sheet, in pixels."""

    left: float
    right: float
    top: float
    bottom: float
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Hand:
    """How a line was set: `size` and `baseline` in sheet pixels, tracking in em; `stretch` widens the letters."""

    face: Face
    size: float
    baseline: float
    tracking: float
    stretch: float


def lines_of(coverage: Array) -> list[Written]:
    """The lines of writing in upright coverage (h, w; 0..1), from top to bottom."""
    pieces = _pieces(coverage)
    rows = (coverage > 0.5).sum(axis=1)
    runs = _runs(rows > 0.03 * rows.max()) if rows.any() else []
    owners = [max(runs, key=lambda run: min(piece.bottom, run[1]) - max(piece.top, run[0])) for piece in pieces]
    grouped = {run: [piece for piece, owner in zip(pieces, owners, strict=True) if owner == run] for run in runs}
    tallest = max((piece.height for piece in pieces), default=0)
    bodies = [run for run in runs if max((piece.height for piece in grouped[run]), default=0) > 0.4 * tallest]
    for run in runs:
        if run not in bodies and grouped[run]:
            nearest = min(bodies, key=lambda body: max(body[0] - run[1], run[0] - body[1]))
            grouped[nearest] += grouped[run]
    return [_line(grouped[run]) for run in bodies]


def _line(pieces: list[Piece]) -> Written:
    lefts, tops, rights, bottoms = zip(*((p.left, p.top, p.right, p.bottom) for p in pieces), strict=True)
    return Written(min(lefts), max(rights), min(tops), max(bottoms), tuple(pieces))


def broken_like(text: str, lines: list[Written], face: Face) -> list[str]:
    """The text broken into as many lines as are there, or as it can be, each about as long as its counterpart."""
    parts = breaking.pieces(text)
    count = min(len(lines), len(parts))
    asked = np.array([line.right - line.left for line in lines[:count]], float)
    wide = [set_line(part, face, ROUGH).advance for part in parts]

    def misfit(cuts: tuple[int, ...]) -> float:
        ends = (0, *cuts, len(parts))
        widths = np.array([sum(wide[a:b]) for a, b in pairwise(ends)])
        return float(((widths / widths.sum() - asked / asked.sum()) ** 2).sum())

    if len(parts) > 14:
        return breaking.lines(parts, count, lambda part: set_line(part, face, ROUGH).advance) or [text]
    cuts = min(combinations(range(1, len(parts)), count - 1), key=misfit)
    ends = (0, *cuts, len(parts))
    return ["".join(parts[a:b]).strip() for a, b in pairwise(ends)]


def recognised(text: str, lines: list[Written], hint: Face | None, among: Sequence[Face] = ()) -> Face:
    """The face whose letters of `text` look most like those there: the hint where it fits, else the best built-in one.

    Of those `among` which it must be, where there are any.
    """
    pieces = [piece for line in lines for piece in line.pieces]
    pieces = sorted(pieces, key=lambda piece: -piece.height * piece.width)[:60]
    candidates = [*among] or ([hint] if hint else [])
    if not among and (not hint or _likeness(hint, text, pieces) < 0.55):
        cuts = product(WEIGHTS, OPTICAL)
        candidates += [face for weight, size in cuts for face in faces(text, weight=weight, optical=size)]
        candidates = list(dict.fromkeys(candidates))
    return max(candidates, key=lambda face: _likeness(face, text, pieces))


def hand(face: Face, text: str, line: Written) -> Hand:
    """Size, baseline, spacing and stretch with which `face` repeats the letters of the line that `text` shares with it."""
    sample = _sample(face, text, FINE)
    pieces = sorted(line.pieces, key=lambda piece: piece.left)
    pieces = [piece for piece in pieces if piece.height > 0.3 * max(piece.height for piece in pieces)]
    partners, likeness = _matched(pieces, sample.pieces)
    sure = [(piece, partner) for piece, partner, like in zip(pieces, partners, likeness, strict=True) if like > 0.6]
    if len(sure) < 2:
        size = FINE * (line.bottom - line.top) / max(sample.bottom - sample.top, 1)
        return Hand(face, size, line.bottom - (sample.bottom - sample.baseline) * size / FINE, 0.0, 1.0)
    scale = float(np.median([piece.height / partner.height for piece, partner in sure]))
    across = float(np.median([piece.width / partner.width for piece, partner in sure if partner.width > 24] or [scale]))
    stretch = float(np.clip(across / scale, 0.6, 1.6))
    stretch = 1.0 if abs(stretch - 1) < 0.03 else stretch
    baseline = float(np.median([piece.bottom - (partner.bottom - sample.baseline) * scale for piece, partner in sure]))
    return Hand(face, FINE * scale, baseline, _tracking(sure, sample.pieces, scale * stretch), stretch)


def _tracking(sure: Sequence[tuple[Piece, Piece]], letters: Sequence[Piece], scale: float) -> float:
    """Letter-spacing in em: how much farther apart neighbours stand than the face puts the same neighbours."""
    order = {letter: place for place, letter in enumerate(sorted(letters, key=lambda letter: letter.left))}
    apart = [
        (after.middle - before.middle) / scale - (second.middle - first.middle)
        for (before, first), (after, second) in pairwise(sure)
        if order[second] == order[first] + 1
    ]
    tracking = float(np.median(apart)) / FINE + SPACED if len(apart) >= 2 else 0.0
    return float(np.clip(tracking, -0.06, 0.6)) if abs(tracking) > 0.008 else 0.0


@dataclass(frozen=True)
class _Sample:
    pieces: tuple[Piece, ...]
    baseline: float
    top: float
    bottom: float


@lru_cache(maxsize=256)
def _sample(face: Face, text: str, size: int) -> _Sample:
    """The text's letters in a face at `size` pixels per em, SPACED, with room around them."""
    line = set_line(text, face, size, SPACED)
    coverage = np.pad(line.mask.astype(np.float32) / 255, 2)
    return _Sample(tuple(_pieces(coverage)), line.baseline + 2, 2, coverage.shape[0] - 2)


def _likeness(face: Face, text: str, pieces: list[Piece]) -> float:
    """Mean likeness, 0..1, of the pieces of ink to the most similar letters of the face; the worst fifth may be misspelt."""
    sample = _sample(face, text, ROUGH).pieces
    if not sample or not pieces:
        return 0.0
    found = np.sort(_matched(pieces, sample)[1])
    return float(found[len(found) // 5 :].mean())


def _matched(pieces: Sequence[Piece], letters: Sequence[Piece]) -> tuple[list[Piece], Array]:
    """For each piece the letter most like it, and how like (n,): correlation of shapes less what their proportions differ.

    A stretch that all share (a foreshortened surface) costs little; one that a letter has alone tells it is another letter.
    """
    shapes = np.stack([one.shape for one in pieces]) @ np.stack([one.shape for one in letters]).T
    proportions = np.subtract.outer(*([np.log(one.width / one.height) for one in group] for group in (pieces, letters)))
    every = np.arange(len(pieces))
    stretch = float(np.median(proportions[every, (shapes - 0.4 * np.abs(proportions)).argmax(axis=1)]))
    likeness = shapes - 0.4 * np.abs(proportions - stretch) - 0.25 * abs(stretch)
    best = likeness.argmax(axis=1)
    return [letters[k] for k in best], np.maximum(likeness[every, best], 0)


def _pieces(coverage: Array) -> list[Piece]:
    """The connected pieces of ink in coverage (h, w), specks left out."""
    import cv2

    count, labels, stats, _ = cv2.connectedComponentsWithStats((coverage > 0.5).astype(np.uint8))
    tallest = max((int(stat[cv2.CC_STAT_HEIGHT]) for stat in stats[1:]), default=0)
    found = []
    for number in range(1, count):
        x, y, width, height, area = (int(value) for value in stats[number][:5])
        if area < max(6.0, (0.06 * tallest) ** 2):
            continue
        alone = (labels[y : y + height, x : x + width] == number).astype(np.float32)
        patch = np.pad(cv2.resize(alone, (PATCH - 4, PATCH - 4), interpolation=cv2.INTER_AREA), 2).ravel()
        patch -= patch.mean()
        patch /= max(float(np.linalg.norm(patch)), 1e-6)
        top, bottom = _ends(coverage[:, x : x + width].max(axis=1), y, y + height)
        left, right = _ends(coverage[y : y + height].max(axis=0), x, x + width)
        found.append(Piece(left, top, right, bottom, patch))
    return found


def _ends(profile: Array, start: int, stop: int) -> tuple[float, float]:
    """Where a piece between two whole pixels really ends, by how far the pixels at and beyond its ends are covered."""
    first, last = max(start - 2, 0), min(stop + 2, len(profile))
    for at in (start - 1, start - 2):
        if at >= first and profile[at] > 0.5:
            first = at + 1
            break
    for at in (stop, stop + 1):
        if at < last and profile[at] > 0.5:
            last = at
            break
    middle = (start + stop) // 2
    return middle - float(profile[first:middle].sum()), middle + float(profile[middle:last].sum())


def _runs(flags: Array) -> list[tuple[int, int]]:
    edges = np.flatnonzero(np.diff(np.concatenate([[False], flags, [False]]).astype(np.int8)))
    return cast("list[tuple[int, int]]", list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True)))


def named(parameter: str) -> Face | None:
    """The face that a renderer names as "path#index#axes" in its parameters; None where that cannot be read."""
    from pathlib import Path

    path, _, rest = parameter.partition("#")
    index, _, axes = rest.partition("#")
    try:
        stand = {tag: float(value) for tag, value in (pair.split("=") for pair in axes.split(",") if pair)}
        return cut(Path(path), int(index or 0), weight=400, optical=24, axes=stand)
    except (OSError, ValueError):
        return None
