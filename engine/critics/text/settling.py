"""Laying glyphs over the ink that is there: where, and how wide, each lies best on a smooth path."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from engine.types import Array

HEIGHT = 56
"""Line ink height, in pixels, at which shapes are compared."""
Placed = tuple[Array, float, float]
"""A drawn glyph and where its upper left corner goes (x, y) in the frame."""


def settled(ink: Array, glyphs: Sequence[Placed], widths: Sequence[float]) -> list[Placed]:
    """Each glyph where, and as wide as, it lies best: found one by one, then held to smooth paths along the line.

    Where widths may differ the line runs away from the camera, and a second search sets out from the first one's paths.
    """
    wide, high = round(0.16 * HEIGHT), round(0.06 * HEIGHT)
    centres = np.array([x + drawn.shape[1] / 2 for drawn, x, _ in glyphs])
    path = [np.zeros(len(glyphs)), np.zeros(len(glyphs)), np.ones(len(glyphs))]
    for _ in range(2 if len(widths) > 1 else 1):
        found = [
            _best(ink, glyph, [usual * width for width in widths], (round(across), round(down)), wide, high)
            for glyph, across, down, usual in zip(glyphs, *path, strict=True)
        ]
        path = [_smooth(centres, np.array([one[axis] for one in found], float)) for axis in (0, 1, 2)]
    settled = []
    for glyph, across, down, usual in zip(glyphs, *path, strict=True):
        dx, dy, width = _best(ink, glyph, [usual], (round(across), round(down)), 3, 1)
        drawn, x, y = _widened(glyph, width)
        settled.append((drawn, x + dx, y + dy))
    return settled


def _best(
    ink: Array, glyph: Placed, widths: Sequence[float], start: tuple[int, int], wide: int, high: int
) -> tuple[int, int, float]:
    """The shift (dx, dy) from its place, about `start`, and the width at which the glyph differs least from the ink."""
    import cv2

    options = []
    away = np.hypot(*np.mgrid[-high : high + 1, -wide : wide + 1])
    for width in widths:
        drawn, x, y = _widened(glyph, width)
        window = _window(ink, round(x) + start[0] - wide, round(y) + start[1] - high, drawn.shape, wide, high)
        total = float(drawn.sum())
        scores = 2 * cv2.matchTemplate(window, drawn, cv2.TM_CCORR) - float((drawn * drawn).sum()) - 0.004 * away * total
        row, column = np.unravel_index(int(np.argmax(scores)), scores.shape)
        shift = (start[0] + int(column) - wide, start[1] + int(row) - high)
        options.append((float(scores[row, column]) - 0.02 * abs(width - 1) * total, shift, width))
    _, (dx, dy), width = max(options)
    return dx, dy, width


def _widened(glyph: Placed, width: float) -> Placed:
    """The glyph `width` times as wide about its middle."""
    import cv2

    drawn, x, y = glyph
    if width == 1:
        return glyph
    across = max(1, round(drawn.shape[1] * width))
    return cv2.resize(drawn, (across, drawn.shape[0]), interpolation=cv2.INTER_LINEAR), x + (drawn.shape[1] - across) / 2, y


def _window(ink: Array, left: int, top: int, glyph: tuple[int, ...], wide: int, high: int) -> Array:
    """The ink that a glyph of this shape can meet within the search, empty outside the frame."""
    tall, across = glyph[0] + 2 * high, glyph[1] + 2 * wide
    window = np.zeros((tall, across), np.float32)
    x0, y0, x1, y1 = max(0, left), max(0, top), min(ink.shape[1], left + across), min(ink.shape[0], top + tall)
    if x1 > x0 and y1 > y0:
        window[y0 - top : y1 - top, x0 - left : x1 - left] = ink[y0:y1, x0:x1]
    return window


def _smooth(at: Array, values: Array) -> Array:
    """A robust curve through the values, of an order that their number carries."""
    order = 0 if len(values) < 4 else 1 if len(values) < 7 else 3
    keep = np.ones(len(values), bool)
    place = (at - at.mean()) / max(1.0, float(np.ptp(at)))
    curve = np.full(len(values), float(np.median(values)))
    for _ in range(3):
        if keep.sum() <= order + 1 or order == 0:
            break
        curve = np.polyval(np.polyfit(place[keep], values[keep], order), place)
        error = np.abs(values - curve)
        keep = error <= max(1.0, 2.0 * float(np.median(error)))
    return curve
