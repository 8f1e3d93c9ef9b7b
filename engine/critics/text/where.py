"""Where text can be: letters have corners close together, in a picture's smooth parts and along its plain edges there are none.

Nothing that the detector could find at this size is meant to be left out; much that is no text is let through.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from engine.types import Array

CELL: Final = 16
"""The side of a cell in pixels: a cell holds a corner or none."""
CORNER: Final = 6e-5
"""The least response of a corner, which a step of some four grey levels has."""
AROUND: Final = 2
"""Cells round those with corners that are looked at as well: the detector wants a margin, and a wider one for bent lines."""
WHOLE: Final = 0.7
"""The share of the picture from which on all of it is looked at."""

Window = tuple[int, int, int, int]


def windows(picture: Array, around: int = AROUND) -> list[Window]:
    """The parts (x0, y0, x1, y1), in pixels, of a uint8 sRGB picture that may hold text, none over another."""
    import cv2

    height, width = picture.shape[:2]
    grey = cv2.GaussianBlur(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY), (0, 0), 1).astype(np.float32) / 255
    corners = cv2.cornerMinEigenVal(grey, 5, 3)
    padded = np.pad(corners, ((0, -height % CELL), (0, -width % CELL)))
    cells = padded.reshape(padded.shape[0] // CELL, CELL, padded.shape[1] // CELL, CELL).max(axis=(1, 3))
    fired = (cells > CORNER).astype(np.uint8)
    spread = cv2.dilate(fired, np.ones((2 * around + 1, 2 * around + 1), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(spread, connectivity=8)
    held = np.bincount(labels[fired > 0], minlength=count)
    boxes = [(int(x), int(y), int(x + w), int(y + h)) for x, y, w, h, _ in stats[1:][held[1:] > 1]]
    parts = [(CELL * x0, CELL * y0, min(width, CELL * x1), min(height, CELL * y1)) for x0, y0, x1, y1 in _apart(boxes)]
    if sum((x1 - x0) * (y1 - y0) for x0, y0, x1, y1 in parts) > WHOLE * width * height:
        return [(0, 0, width, height)]
    return parts


def _apart(boxes: list[Window]) -> list[Window]:
    """Boxes that overlap, as one box round them, until none do."""
    done: list[Window] = []
    while boxes:
        one = boxes.pop()
        for other in done:
            if one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]:
                done.remove(other)
                boxes.append((min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])))
                break
        else:
            done.append(one)
    return sorted(done, key=lambda box: (box[1], box[0]))
