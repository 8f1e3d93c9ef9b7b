"""Marks that stand in a row like letters and are none: what a renderer draws that was asked for writing it cannot spell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from engine.critics.text.copies import Line

ROW: Final = 4
"""So many marks of one height in a row look like writing."""
CLEAR: Final = 1.5
"""The least contrast, as a WCAG ratio, of marks that catch the eye."""


def scribbles(lines: Sequence[Line]) -> list[Line]:
    """The lines that look like writing and read as nothing: rows of marks that are no letters, or hardly any."""
    return [line for line in lines if letterlike(line) >= ROW]


def letterlike(line: Line) -> int:
    """How many marks of about one height stand in a row in a line's ink; 0 where they are not apart or hardly show."""
    import cv2

    if line.ink is None or line.ink.contrast < CLEAR:
        return 0
    count, _, stats, _ = cv2.connectedComponentsWithStats((line.ink.cover > 0.5).astype(np.uint8), connectivity=8)
    left, top, wide, high, area = stats[1:].T if count > 1 else np.zeros((5, 0), np.int32)
    border = (top <= 0) | (left <= 0) | (top + high >= line.ink.cover.shape[0]) | (left + wide >= line.ink.cover.shape[1])
    tall = (high >= 0.3 * line.ink.cover.shape[0]) & ~border & (wide < 2 * high) & (area > 0.12 * wide * high)
    if not tall.any():
        return 0
    usual, middle = float(np.median(high[tall])), float(np.median((top + high / 2)[tall]))
    alike = tall & (np.abs(high - usual) <= 0.35 * usual) & (np.abs(top + high / 2 - middle) <= 0.35 * usual)
    return int(alike.sum())
