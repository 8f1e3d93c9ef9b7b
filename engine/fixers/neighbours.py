"""From one letter of a text to the whole of it, where no mask tells how far the text goes."""

from __future__ import annotations

import numpy as np

from engine.composite import grown, window
from engine.fixers.ink import split
from engine.types import Box, Render

REACH = 14
"""How far around a letter its text is looked for, in letter heights."""


def text_around(render: Render, letter: Box) -> Box:
    """The box of the letters that stand near the one in the box and near each other, of like height, on the same ground."""
    import cv2

    high = (letter[3] - letter[1]) * render.height
    rows, columns = window(
        grown(letter, REACH * high / render.width, REACH / 2 * high / render.height), render.width, render.height
    )
    pixels = render.pixels.array[rows, columns]
    parts = split(pixels, np.ones(pixels.shape[:2], bool))
    stats = cv2.connectedComponentsWithStats((parts.coverage > 0.5).astype(np.uint8))[2][1:]
    offset = np.array([columns.start, rows.start] * 2)
    pieces = [tuple(np.array([x, y, x + w, y + h]) + offset) for x, y, w, h, _ in stats if 0.4 * high < h < 1.8 * high]
    scale = np.array([render.width, render.height] * 2)
    found = tuple(np.array(letter) * scale)
    grew = True
    while grew:
        beside = [one for one in pieces if _near(found, one, high)]
        pieces = [one for one in pieces if one not in beside]
        grew = bool(beside)
        for left, top, right, bottom in beside:
            found = min(found[0], left), min(found[1], top), max(found[2], right), max(found[3], bottom)
    x0, y0, x1, y1 = (float(edge) for edge in np.array(found) / scale)
    return x0, y0, x1, y1


def _near(one: tuple[float, ...], other: tuple[float, ...], high: float) -> bool:
    """Whether two boxes (x0, y0, x1, y1) lie within a word space, or a line space, of each other."""
    across = max(one[0], other[0]) - min(one[2], other[2])
    down = max(one[1], other[1]) - min(one[3], other[3])
    return bool(across < 0.9 * high and down < 0.5 * high)
