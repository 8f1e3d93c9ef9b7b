"""How far a picture is rolled, by the straight lines in it that ought to be upright."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.critics.looking import reduced
from engine.types import Array

LEAN = 28.0
"""Lines that lean farther than this many degrees are not taken for uprights."""
FEWEST, ENOUGH = 4, 0.9
"""There must be so many uprights, as long together as so many times the picture's shorter side."""


@dataclass(frozen=True)
class Upright:
    """The roll in degrees, + as Camera's, and how far off it may be (one standard deviation)."""

    roll: float
    spread: float


def upright(picture: Array) -> Upright | None:
    """The roll at the picture's middle; None where too few upright lines agree. `picture` is uint8 sRGB.

    Uprights lean towards a vanishing point where the camera looks up or down, so the lean is fitted as a line over x.
    """
    small = reduced(picture, 500_000)
    found = _segments(small)
    shorter = min(small.shape[:2])
    if len(found) < FEWEST or found[:, 2].sum() < ENOUGH * shorter:
        return None
    lean, x, length = found.T
    design = np.stack([np.ones_like(x), x], axis=1)
    trust, fit = length.copy(), np.zeros(2)
    for _ in range(12):
        scaled = design * trust[:, None]
        fit = np.linalg.solve(scaled.T @ design + np.diag([1e-6, 0.05 * trust.sum()]), scaled.T @ lean)
        off = lean - design @ fit
        trust = length / (1 + (off / 1.0) ** 2)
    agreeing = np.abs(off) < 2
    if length[agreeing].sum() < ENOUGH * shorter or length[agreeing].sum() < 0.5 * length.sum():
        return None
    spread = float(np.sqrt(np.average(off[agreeing] ** 2, weights=length[agreeing]) / max(int(agreeing.sum()) / 4, 1)))
    return Upright(float(fit[0]), max(spread, 0.15))


def _segments(picture: Array) -> Array:
    """Straight lines near the upright: (lean in degrees, x from the middle in picture widths, length in pixels) each."""
    import cv2

    grey = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)
    lines = cv2.createLineSegmentDetector(cv2.LSD_REFINE_STD).detect(grey)[0]
    if lines is None:
        return np.zeros((0, 3))
    x0, y0, x1, y1 = lines.reshape(-1, 4).astype(float).T
    down = np.where(y1 >= y0, 1.0, -1.0)
    dx, dy = (x1 - x0) * down, (y1 - y0) * down
    length = np.hypot(dx, dy)
    lean = np.degrees(np.arctan2(dx, np.maximum(dy, 1e-9)))
    kept = (np.abs(lean) < LEAN) & (length > 0.045 * min(grey.shape))
    found: Array = np.stack([lean, (x0 + x1) / 2 / grey.shape[1] - 0.5, length], axis=1)[kept]
    return found
