"""The hand a text was written in: its lines, face, size and spacing, read off the letters that are there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, pairwise
from typing import cast

import numpy as np

from engine.types import Array
from engine.typography import breaking
from engine.typography.fonts import Face, cut, faces
from engine.typography.setting import set_line

WEIGHTS = (300, 400, 500, 600, 700, 800, 900)
PATCH = 24
SAMPLE_PX = 64
"""Pixels per em at which candidate faces are compared."""


@dataclass(frozen=True)
class Piece:
    """A connected piece of ink: its box in pixels, and its shape as a zero-mean unit vector of PATCH² values."""

    left: int
    top: int
    right: int
    bottom: int
    shape: Array

    @property
    def height(self) -> int:
        return self.bottom - self.top

    @property
    def width(self) -> int:
        return self.right - self.left


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
    """How a line was set: `size` and `baseline` in sheet pixels, tracking in em, `stretch` widens the letters.

    `likeness` 0..1: how well the face's letters match those that are there.
    """

    face: Face
    size: float
    baseline: float
    tracking: float
    stretch: float
    likeness: float


def lines_of(coverage: Array) -> list[Written]:
    """The lines of writing in upright coverage (h, w; 0..1), from top to bottom."""
    rows = (coverage > 0.5).sum(axis=1)
    runs = _runs(rows > 0.03 * rows.max()) if rows.any() else []
    typical = float(np.median([stop - start for start, stop in runs])) if runs else 0.0
    joined: list[tuple[int, int]] = []
    for start, stop in runs:
        slight = min(stop - start, joined[-1][1] - joined[-1][0]) < 0.45 * typical if joined else False
        if joined and slight and start - joined[-1][1] < 0.25 * typical:
            joined[-1] = (joined[-1][0], stop)
        else:
            joined.append((start, stop))
    lines = []
    for start, stop in joined:
        found = _pieces(coverage[start:stop], start)
        if found:
            lines.append(
                Written(
                    min(p.left for p in found), max(p.right for p in found),
                    min(p.top for p in found), max(p.bottom for p in found), tuple(found),
                )
            )  # fmt: skip
    return lines


def broken_like(text: str, lines: list[Written], face: Face) -> list[str]:
    """The text broken into as many lines as are there, each about as long as the one that is there; fewer where it has fewer words."""
    parts = breaking.pieces(text)
    count = min(len(lines), len(parts))
    asked = np.array([line.right - line.left for line in lines[:count]], float)
    wide = [set_line(part, face, SAMPLE_PX).advance for part in parts]

    def misfit(cuts: tuple[int, ...]) -> float:
        ends = (0, *cuts, len(parts))
        widths = np.array([sum(wide[a:b]) for a, b in pairwise(ends)])
        return float(((widths / widths.sum() - asked / asked.sum()) ** 2).sum())

    if len(parts) > 14:
        return breaking.lines(parts, count, lambda part: set_line(part, face, SAMPLE_PX).advance) or [text]
    cuts = min(combinations(range(1, len(parts)), count - 1), key=misfit)
    ends = (0, *cuts, len(parts))
    return ["".join(parts[a:b]).strip() for a, b in pairwise(ends)]


def recognised(text: str, lines: list[Written], hint: Face | None) -> Face:
    """The face whose letters of `text` look most like those there: the hint where it fits, else the best built-in one."""
    pieces = [piece for line in lines for piece in line.pieces]
    pieces = sorted(pieces, key=lambda piece: -piece.height * piece.width)[:60]
    candidates = [hint] if hint else []
    if not hint or _likeness(hint, text, pieces) < 0.8:
        candidates += [face for weight in WEIGHTS for face in faces(text, weight=weight, optical=48)]
        candidates = list(dict.fromkeys(candidates))
    return max(candidates, key=lambda face: _likeness(face, text, pieces))


def hand(face: Face, text: str, line: Written) -> Hand:
    """Size, baseline, spacing and stretch with which `face` repeats the letters of the line that `text` shares with it."""
    sample = _sample(face, text)
    tall = max(piece.height for piece in line.pieces)
    matches = [
        (piece, best, likeness)
        for piece in line.pieces
        if piece.height > 0.3 * tall
        and (found := _match(piece, sample.pieces))
        and (best := found[0])
        and (likeness := found[1]) > 0.6
    ]
    if len(matches) < 2:
        size = SAMPLE_PX * (line.bottom - line.top) / max(sample.bottom - sample.top, 1)
        return Hand(face, size, line.bottom - (sample.bottom - sample.baseline) * size / SAMPLE_PX, 0.0, 1.0, 0.0)
    scale = float(np.median([piece.height / best.height for piece, best, _ in matches]))
    across = float(np.median([piece.width / best.width for piece, best, _ in matches if best.width > 6] or [scale]))
    stretch = float(np.clip(across / scale, 0.6, 1.6))
    stretch = 1.0 if abs(stretch - 1) < 0.04 else stretch
    baseline = float(np.median([piece.bottom - (best.bottom - sample.baseline) * scale for piece, best, _ in matches]))
    size = SAMPLE_PX * scale
    tracking = (_gap(line.pieces) / (size * stretch)) - _gap(sample.pieces) / SAMPLE_PX
    likeness = float(np.mean([likeness for *_, likeness in matches]))
    return Hand(face, size, baseline, float(np.clip(tracking, -0.06, 0.6)), stretch, likeness)


@dataclass(frozen=True)
class _Sample:
    pieces: tuple[Piece, ...]
    baseline: float
    top: float
    bottom: float


@lru_cache(maxsize=256)
def _sample(face: Face, text: str) -> _Sample:
    """The text's letters in a face at SAMPLE_PX, with room around them."""
    line = set_line(text, face, SAMPLE_PX)
    coverage = np.pad(line.mask.astype(np.float32) / 255, 2)
    return _Sample(tuple(_pieces(coverage, 0)), line.baseline + 2, 2, coverage.shape[0] - 2)


def _likeness(face: Face, text: str, pieces: list[Piece]) -> float:
    """Mean likeness, 0..1, of the pieces of ink to the most similar letters of the face."""
    sample = _sample(face, text).pieces
    if not sample or not pieces:
        return 0.0
    found = [max(match[1], 0.0) if (match := _match(piece, sample)) else 0.0 for piece in pieces]
    return float(np.mean(sorted(found)[len(found) // 5 :]))


def _match(piece: Piece, letters: Iterable[Piece]) -> tuple[Piece, float] | None:
    """The letter most like the piece, and how like: correlation of their shapes less what their proportions differ."""
    best: tuple[Piece, float] | None = None
    for letter in letters:
        proportion = abs(np.log((piece.width / piece.height) / (letter.width / letter.height)))
        likeness = float(piece.shape @ letter.shape) - 0.4 * proportion
        if best is None or likeness > best[1]:
            best = letter, likeness
    return best


def _gap(pieces: Iterable[Piece]) -> float:
    """The usual gap between neighbours in a line, in pixels."""
    ordered = sorted(pieces, key=lambda piece: piece.left)
    gaps = [after.left - before.right for before, after in pairwise(ordered)]
    beside = [gap for gap in gaps if gap > -2]
    return float(np.median(beside)) if len(beside) >= 2 else 0.0


def _pieces(coverage: Array, down: int) -> list[Piece]:
    """The connected pieces of ink in coverage (h, w), specks left out; `down` is added to their rows."""
    import cv2

    count, labels, stats, _ = cv2.connectedComponentsWithStats((coverage > 0.5).astype(np.uint8))
    tallest = max((int(stat[cv2.CC_STAT_HEIGHT]) for stat in stats[1:]), default=0)
    found = []
    for number in range(1, count):
        x, y, width, height, area = (int(value) for value in stats[number][:5])
        if area < max(6.0, (0.06 * tallest) ** 2):
            continue
        alone = np.where(labels[y : y + height, x : x + width] == number, coverage[y : y + height, x : x + width], 0)
        patch = cv2.resize(alone.astype(np.float32), (PATCH, PATCH), interpolation=cv2.INTER_AREA).ravel()
        patch -= patch.mean()
        patch /= max(float(np.linalg.norm(patch)), 1e-6)
        found.append(Piece(x, y + down, x + width, y + height + down, patch))
    return found


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
