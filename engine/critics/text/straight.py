"""Lines that do not run level: bent ones unrolled from their circle, letters that stand below one another put side by side."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from engine.critics.ink import split_ink
from engine.critics.text.lines import extent, line_rows
from engine.critics.text.strip import LONGEST, Strip, beside, sampled
from engine.types import Array

BEND = 0.12
"""The least rise of an arc, as a share of its chord, that is unrolled."""
GAP = 0.8
"""The widest space inside a line, in heights of its strip."""
TURN = 5.0
"""The widest angle, in radians, an arc may span."""


def unrolled(strip: Strip) -> Strip | None:
    """The bent line inside a strip, level; None where its ink lies on no arc, or on one that is nearly straight."""
    ink = split_ink(strip.pixels, strip.area)
    if ink is None:
        return None
    rows, columns = np.nonzero(ink.cover > 0.5)
    if len(rows) < 50:
        return None
    height, width = strip.pixels.shape[:2]
    points = np.stack([columns, rows], axis=-1).astype(np.float64)
    middle, radius = _circle(points)
    away = points - middle
    far = np.hypot(away[:, 0], away[:, 1])
    hanging = middle[1] < points[:, 1].mean()
    angle = np.arctan2(away[:, 0], away[:, 1] if hanging else -away[:, 1])
    first, last = float(np.quantile(angle, 0.001)), float(np.quantile(angle, 0.999))
    inner, outer = float(np.quantile(far, 0.002)), float(np.quantile(far, 0.998))
    high = outer - inner
    rise = radius * (1 - np.cos((last - first) / 2))
    if rise < BEND * width or last - first > TURN or not 0 < high < min(radius, 0.8 * height + 0.5 * rise):
        return None
    pad = 0.2 * high
    wide = radius * (last - first) + 2 * pad
    fine = min(strip.scale, LONGEST / wide)
    along = np.linspace(first - pad / radius, last + pad / radius, max(8, round(wide * fine)))
    down = np.linspace(outer + pad, inner - pad, max(8, round((high + 2 * pad) * fine)))[:, None]
    if hanging:
        down = down[::-1]
    across = (middle[0] + down * np.sin(along)).astype(np.float32)
    below = (middle[1] + down * (np.cos(along) if hanging else -np.cos(along))).astype(np.float32)
    return _through(strip, across, below)


def apart(strip: Strip) -> list[Strip]:
    """The strip cut where nothing stands in it for longer than between words: lines side by side that were taken for one."""
    height = strip.pixels.shape[0]
    return _cut(strip, [gap for gap in _gaps(strip) if gap[1] - gap[0] > GAP * height])


def in_words(strip: Strip, number: int) -> list[Strip]:
    """The strip cut at its widest gaps into so many parts, or fewer where it has not so many gaps."""
    widest = sorted(_gaps(strip), key=lambda gap: gap[0] - gap[1])[: number - 1]
    return _cut(strip, sorted(widest))


def _gaps(strip: Strip) -> list[tuple[int, int]]:
    """From and to which columns nothing stands between what stands in a strip."""
    spread = np.ptp(strip.pixels.mean(axis=2), axis=0)
    empty = spread < 0.25 * np.quantile(spread, 0.9)
    edges = np.flatnonzero(np.diff(np.concatenate([[False], ~empty, [False]]).astype(np.int8))).reshape(-1, 2)
    return [(int(end), int(start)) for (_, end), (start, _) in pairwise(edges)]


def _cut(strip: Strip, gaps: Sequence[tuple[int, int]]) -> list[Strip]:
    cuts = [(start + end) // 2 for start, end in gaps]
    return [strip.columns(left, right - 1) for left, right in pairwise([0, *cuts, strip.pixels.shape[1]])]


def _circle(points: Array) -> tuple[Array, float]:
    """Centre and radius of the circle that lies nearest to the points (n, 2), by Kåsa's linear fit."""
    terms = np.column_stack([points, np.ones(len(points))])
    across, down, rest = np.linalg.lstsq(terms, (points**2).sum(axis=1), rcond=None)[0]
    middle = np.array([across, down]) / 2
    return middle, float(np.sqrt(max(1.0, rest + middle @ middle)))


def _through(strip: Strip, across: Array, down: Array) -> Strip:
    """The strip whose pixels lie at these places (column, row) of another strip, taken from the picture itself."""
    import cv2

    x, y = (cv2.remap(part, across, down, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE) for part in (strip.x, strip.y))
    return sampled(strip.picture, np.ones(strip.picture.shape[:2], bool), x, y, 1.0)


def side_by_side(strip: Strip) -> Strip | None:
    """The letters of a strip in which they stand below one another, in one row; None for fewer than two."""
    ink = split_ink(strip.pixels, strip.area)
    rows = line_rows(ink.cover) if ink else []
    if ink is None or len(rows) < 2:
        return None
    tallest = max(bottom - top for top, bottom in rows)
    gap = max(1, round(0.12 * tallest))
    edges = [0, *((above[1] + below[0]) // 2 for above, below in pairwise(rows)), strip.pixels.shape[0]]
    letters = []
    for (top, bottom), (upper, lower) in zip(rows, pairwise(edges), strict=True):
        across = extent(ink.cover[top:bottom])
        if across is not None:
            letter = strip.rows(max(upper, bottom - tallest - gap), min(lower, bottom + gap))
            letters.append(letter.columns(across[0] - gap, across[1] + gap).on_the_line(tallest + 2 * gap))
    return beside(letters) if len(letters) > 1 else None
