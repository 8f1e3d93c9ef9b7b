"""A patch that repeats itself side by side, pixel by pixel: things that are alike never do so in a picture that was taken or
traced, where each is seen from a little elsewhere and has grain of its own."""

from __future__ import annotations

from typing import Final

import numpy as np

from engine.critics.defects import Defect, falling
from engine.types import Array, Box

SHORTEST, NEAR, FAR = 8, 0.05, 0.2
"""How far apart copies are looked for: in pixels, and as shares of the shorter side."""
ALIKE: Final = 3
"""Levels by which copies may differ once three by three pixels are averaged."""
STEEP: Final = 60
"""What counts as an edge across the direction looked in; without edges anything is like its neighbour."""


def repeats(picture: Array) -> Defect:
    """The place where three copies of a patch lie closest to each other's likeness, in a row or in a column."""
    import cv2

    grey = cv2.blur(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY), (3, 3))
    across, down = _likest(grey), _likest(np.ascontiguousarray(grey.T))
    share, box = max(across, (down[0], (down[1][1], down[1][0], down[1][3], down[1][2])))
    return Defect(falling(share, 0.86, 0.93), box, "A patch repeats itself here.")


def _likest(grey: Array) -> tuple[float, Box]:
    """For the likest row of three copies in a plane (h, w): the share of its pixels that are the same one copy further on,
    and its box; 0 where no row has edges."""
    import cv2

    height, width = grey.shape
    slope, other = (np.abs(cv2.Sobel(grey, cv2.CV_32F, *way)) for way in ((1, 0), (0, 1)))
    edges = ((slope > STEEP) & (slope > 2 * other)).astype(np.uint8)
    best: tuple[float, Box] = 0.0, (0.0, 0.0, 1.0, 1.0)
    side = min(height, width)
    for shift in range(max(SHORTEST, int(NEAR * side)), min(int(FAR * side), width // 3, height) + 1):
        same = (cv2.absdiff(grey[:, shift:], grey[:, :-shift]) <= ALIKE).astype(np.uint8)
        drawn = edges[:, :-shift] & cv2.erode(same, np.ones((1, 9), np.uint8), borderValue=0)
        if drawn.sum() < shift:
            continue
        row = 2 * shift, shift
        share = cv2.boxFilter(same, cv2.CV_32F, row, borderType=cv2.BORDER_CONSTANT)
        enough = cv2.boxFilter(drawn, cv2.CV_32F, row, normalize=False, borderType=cv2.BORDER_CONSTANT) >= shift
        _, most, _, (x, y) = cv2.minMaxLoc(share * enough)
        if most > best[0]:
            left, top = max(0, x - shift), max(0, y - shift // 2)
            right, bottom = min(width, left + 3 * shift), min(height, top + shift)
            best = most, (left / width, top / height, right / width, bottom / height)
    return best
