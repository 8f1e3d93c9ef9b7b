"""Lines of text inside a strip, by the rows that hold ink; and which words of the text stand on which line."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from engine.critics.text.folding import distances, squeezed
from engine.types import Array

Span = tuple[int, int]
ASIDE = 0.35
"""How far into a strip, as a share of its height, the next line may reach."""
NARROW = 0.25
"""The width of a frame's line, as a share of a strip's height."""


def line_rows(cover: Array) -> list[Span]:
    """(top, bottom) of each run of rows with ink in a strip's ink cover (h, w). Dots and accents join the line they top."""
    inked = (cover > 0.45).sum(axis=1)
    runs = _runs(inked >= max(1.0, 0.002 * cover.shape[1]))
    if not runs:
        return []
    tallest = max(bottom - top for top, bottom in runs)
    lines: list[Span] = []
    waiting: Span | None = None
    for top, bottom in runs:
        start = top
        if waiting and top - waiting[1] < 0.35 * tallest:
            start = waiting[0]
        waiting = None
        if bottom - top < 0.3 * tallest and start == top:
            if lines and top - lines[-1][1] < 0.12 * tallest:
                lines[-1] = (lines[-1][0], bottom)
            else:
                waiting = (top, bottom)
            continue
        lines.append((start, bottom))
    if waiting and not lines:
        lines.append(waiting)
    return lines


def reaching_in(cover: Array) -> Array:
    """Ink (bool, h × w) of a line's strip that is not the line's: of lines above and below it, and of frames beside it.

    It touches the upper or lower edge and leaves the line's middle free, or is narrow and runs from one to the other.
    """
    import cv2

    height = cover.shape[0]
    _, labels, stats, _ = cv2.connectedComponentsWithStats((cover > 0.2).astype(np.uint8), connectivity=8)
    top, bottom = stats[:, cv2.CC_STAT_TOP], stats[:, cv2.CC_STAT_TOP] + stats[:, cv2.CC_STAT_HEIGHT]
    above, below = top <= 0, bottom >= height
    strange = (above & (bottom < ASIDE * height)) | (below & (top > (1 - ASIDE) * height))
    strange |= above & below & (stats[:, cv2.CC_STAT_WIDTH] < NARROW * height)
    strange[0] = False
    where: Array = strange[labels]
    return where


def extent(cover: Array) -> Span | None:
    """First and last column with ink; None where there is none."""
    columns = np.flatnonzero((cover > 0.45).sum(axis=0) >= 1)
    return (int(columns[0]), int(columns[-1]) + 1) if len(columns) else None


def broken(expected: str, reads: list[str]) -> list[str]:
    """The expected text cut into as many lines as were read, each cut where what was read so far fits it best."""
    lengths = [len(squeezed(expected[:end])) for end in range(len(expected) + 1)]
    cuts = [0]
    for count in range(1, len(reads)):
        row = distances(squeezed("".join(reads[:count])), squeezed(expected))
        best = min(range(len(row)), key=lambda end: (row[end], -end))
        cuts.append(max(cuts[-1], next(end for end, length in enumerate(lengths) if length >= best)))
    cuts.append(len(expected))
    return [expected[start:end].strip() for start, end in pairwise(cuts)]


def shared_out(expected: str, widths: list[int], spaced: bool) -> list[str]:
    """The expected text cut at its spaces (anywhere, unless `spaced`) so that line lengths go with these ink widths."""
    pieces = expected.split(" ") if spaced else list(expected)
    joint = " " if spaced else ""
    count = len(widths)
    if count <= 1 or len(pieces) < count:
        return [expected] if count <= 1 else []
    total = sum(widths)
    share = [width / total for width in widths]
    lengths = np.concatenate([[0], np.cumsum([len(piece) + len(joint) for piece in pieces])]) / max(
        1, sum(len(piece) + len(joint) for piece in pieces)
    )
    best: dict[tuple[int, int], tuple[float, int]] = {(0, 0): (0.0, 0)}
    for line in range(1, count + 1):
        for end in range(line, len(pieces) + 1):
            options = [
                (best[line - 1, start][0] + (lengths[end] - lengths[start] - share[line - 1]) ** 2, start)
                for start in range(line - 1, end)
                if (line - 1, start) in best
            ]
            if options:
                best[line, end] = min(options)
    cuts, end = [], len(pieces)
    for line in range(count, 0, -1):
        start = best[line, end][1]
        cuts.append(joint.join(pieces[start:end]))
        end = start
    return cuts[::-1]


def _runs(flags: Array) -> list[Span]:
    edges = np.flatnonzero(np.diff(np.concatenate([[False], flags, [False]]).astype(np.int8)))
    return [(int(start), int(end)) for start, end in edges.reshape(-1, 2)]
