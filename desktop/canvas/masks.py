"""Selections as masks: uint8 (h, w), 0 outside, 255 inside, soft between. No Qt here.

Pixel (x, y) covers the square from (x, y) to (x + 1, y + 1). Regions are (x0, y0, x1, y1) in whole pixels.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Literal

import numpy as np

from desktop.canvas.geometry import Point, Rect
from engine.types import Array

Shape = tuple[int, int]
Region = tuple[int, int, int, int]
How = Literal["replace", "add", "subtract", "intersect"]

LINES = 4


def clipped(rect: Rect, shape: Shape) -> Region | None:
    """The pixels that the rect touches inside the canvas; None where there are none."""
    x0, y0 = max(0, math.floor(rect[0])), max(0, math.floor(rect[1]))
    x1, y1 = min(shape[1], math.ceil(rect[2])), min(shape[0], math.ceil(rect[3]))
    return (x0, y0, x1, y1) if x0 < x1 and y0 < y1 else None


def region(mask: Array) -> Region | None:
    """The smallest region that holds every selected pixel."""
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    if not len(rows):
        return None
    return int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1


def rectangle(shape: Shape, rect: Rect) -> Array:
    mask = np.zeros(shape, np.uint8)
    if part := clipped(rect, shape):
        mask[part[1] : part[3], part[0] : part[2]] = 255
    return mask


def ellipse(shape: Shape, rect: Rect) -> Array:
    """The ellipse that fills the rect."""
    rx, ry = (rect[2] - rect[0]) / 2, (rect[3] - rect[1]) / 2
    turns = np.arange(0, 2 * math.pi, 0.4 / math.sqrt(max(rx, ry, 1)))
    x, y = (rect[0] + rect[2]) / 2 + rx * np.cos(turns), (rect[1] + rect[3]) / 2 + ry * np.sin(turns)
    return polygon(shape, list(zip(x.tolist(), y.tolist(), strict=True)))


def polygon(shape: Shape, points: Sequence[Point]) -> Array:
    """What the closed line encloses (even-odd), its edge smoothed by LINES scan lines a pixel.

    Each line's spans are written as differences, which one running sum turns into coverage; uint8 wraps around, so it is exact.
    """
    mask = np.zeros(shape, np.uint8)
    a = np.asarray(points, np.float64).reshape(-1, 2)
    b = np.roll(a, -1, axis=0)
    part = clipped((*a.min(axis=0), *a.max(axis=0)), shape) if len(a) > 2 else None
    if part is None:
        return mask
    x0, y0, x1, y1 = part
    low, high = np.minimum(a[:, 1], b[:, 1]), np.maximum(a[:, 1], b[:, 1])
    first = np.ceil(low * LINES - 0.5).astype(int).clip(y0 * LINES, y1 * LINES)
    count = np.ceil(high * LINES - 0.5).astype(int).clip(y0 * LINES, y1 * LINES) - first
    edge = np.repeat(np.arange(len(a)), count)
    line = first[edge] + np.arange(len(edge)) - np.repeat(np.cumsum(count) - count, count)
    slope = (b[edge, 0] - a[edge, 0]) / (b[edge, 1] - a[edge, 1])
    x = (a[edge, 0] + ((line + 0.5) / LINES - a[edge, 1]) * slope).clip(x0, x1) - x0
    order = np.lexsort((x, line))
    x, line = x[order], line[order]
    weight = np.where(line % LINES, 64, 63)
    near = np.rint((1 - x % 1) * weight).astype(int)
    sign = np.where(np.arange(len(x)) % 2, -1, 1)
    steps = np.zeros((y1 - y0, x1 - x0 + 2), np.uint8)
    row, column = line // LINES - y0, x.astype(int)
    np.add.at(steps, (row, column), (sign * near).astype(np.uint8))
    np.add.at(steps, (row, column + 1), (sign * (weight - near)).astype(np.uint8))
    mask[y0:y1, x0:x1] = np.cumsum(steps, axis=1, dtype=np.uint8, out=steps)[:, :-2]
    return mask


def reach(a: Point, b: Point, size: float, shape: Shape) -> Region | None:
    """What a round brush of diameter `size` can touch on its way from `a` to `b`."""
    far = max(size / 2, 0.5) + 1
    return clipped((min(a[0], b[0]) - far, min(a[1], b[1]) - far, max(a[0], b[0]) + far, max(a[1], b[1]) + far), shape)


def stroke(mask: Array, a: Point, b: Point, size: float, softness: float, *, erase: bool = False) -> Region | None:
    """Draw a round brush of diameter `size` from `a` to `b` into the mask; gives the region that it touched.

    Softness 0 has an edge one pixel wide; at 1 the brush fades from its middle. Strokes over one another do not add up.
    """
    part = reach(a, b, size, (mask.shape[0], mask.shape[1]))
    if part is None:
        return None
    radius = max(size / 2, 0.5)
    x0, y0, x1, y1 = part
    px = (np.arange(x0, x1, dtype=np.float32) + 0.5 - a[0])[None]
    py = (np.arange(y0, y1, dtype=np.float32) + 0.5 - a[1])[:, None]
    dx, dy = b[0] - a[0], b[1] - a[1]
    along = np.clip((px * dx + py * dy) / max(dx * dx + dy * dy, 1e-9), 0, 1)
    distance = np.hypot(px - along * dx, py - along * dy)
    fade = max(1.0, radius * min(max(softness, 0.0), 1.0))
    strength = np.clip((radius + 0.5 - distance) / fade, 0, 1)
    if fade > 1:
        strength = strength * strength * (3 - 2 * strength)
    stamp = (strength * 255 + 0.5).astype(np.uint8)
    target = mask[y0:y1, x0:x1]
    if erase:
        np.minimum(target, 255 - stamp, out=target)
    else:
        np.maximum(target, stamp, out=target)
    return part


def combine(base: Array | None, drawn: Array, how: How) -> Array:
    """The selection after `drawn` was added to it, taken from it, crossed with it, or put in its place."""
    if how == "replace" or base is None:
        return drawn if how in ("replace", "add") else np.zeros_like(drawn)
    if how == "add":
        joined: Array = np.maximum(base, drawn)
        return joined
    kept: Array = np.minimum(base, 255 - drawn if how == "subtract" else drawn)
    return kept


def moved(mask: Array, dx: int, dy: int) -> Array:
    """The selection shifted by whole pixels; what leaves the canvas is lost."""
    height, width = mask.shape
    out = np.zeros_like(mask)
    if abs(dx) < width and abs(dy) < height:
        source = mask[max(0, -dy) : height - max(0, dy), max(0, -dx) : width - max(0, dx)]
        out[max(0, dy) : height - max(0, -dy), max(0, dx) : width - max(0, -dx)] = source
    return out


def grow(mask: Array, px: int) -> Array:
    """The selection and every pixel whose centre lies within `px` of one that is selected (mask >= 128).

    Soft edges stay where they reach farther. Each row's runs, widened to a disc's chords, are summed as in `polygon`.
    """
    out = mask.copy()
    inside = np.pad(mask >= 128, ((0, 0), (1, 1))).view(np.int8)
    change = np.diff(inside, axis=1)
    row, start = np.nonzero(change > 0)
    end = np.nonzero(change < 0)[1]
    if not len(row) or px < 1:
        return out
    height, width = mask.shape
    y0, y1 = max(0, int(row[0]) - px), min(height, int(row[-1]) + px + 1)
    steps = np.zeros((y1 - y0, width + 1), np.int16 if px < 120 else np.int32)
    for dy in range(-px, px + 1):
        chord = math.isqrt(px * px - dy * dy)
        seen = (row + dy >= 0) & (row + dy < height)
        at = row[seen] + dy - y0
        np.add.at(steps, (at, np.maximum(start[seen] - chord, 0)), 1)
        np.add.at(steps, (at, np.minimum(end[seen] + chord, width)), -1)
    covered = np.cumsum(steps, axis=1, dtype=steps.dtype, out=steps)[:, :-1] > 0
    out[y0:y1][covered] = 255
    return out


def shrink(mask: Array, px: int) -> Array:
    """The selection without the pixels within `px` of one outside; the canvas border is no edge."""
    out = np.zeros_like(mask)
    if held := region(mask):
        x0, y0, x1, y1 = max(0, held[0] - 1), max(0, held[1] - 1), held[2] + 1, held[3] + 1
        out[y0:y1, x0:x1] = 255 - grow(255 - mask[y0:y1, x0:x1], px)
    return out
