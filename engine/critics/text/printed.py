"""A letter of a staged scene beside what the studio printed there, seen by the same camera without light.

A letter that stands at an angle, on the side of a jar for instance, is less like its face's glyph than a damaged one that
stands upright. What the studio printed it knows, and how the camera sees that.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import numpy as np

from engine.api import RunContext
from engine.composite import grown
from engine.critics.ink import split_ink
from engine.critics.text.glyphs import largest
from engine.types import Array, Box, Plan, Render

Unlit = Callable[[Plan, Render, Box, RunContext], Array]
"""The colours of what a box of a staged render shows, uint8 (h, w, 3). Raises BadInput where a file of the kit is gone."""
AROUND: Final = 0.25
"""So much of its sides is looked at around a letter's box."""
APART: Final = 24
"""Levels by which ink and ground differ at least."""
ALIKE: Final = 0.04
"""The largest patch that may be wrong, as a share of the ink."""


def around(box: Box) -> Box:
    """The box and AROUND it."""
    return grown(box, AROUND * (box[2] - box[0]), AROUND * (box[3] - box[1]))


def as_printed(picture: Array, printed: Array) -> bool:
    """Whether the picture shows the ink that is printed there: both uint8 (h, w, 3), the second without light."""
    import cv2

    seen, wanted = split_ink(picture), split_ink(printed)
    if seen is None or wanted is None or max(abs(a - b) for a, b in zip(seen.colour, seen.ground, strict=True)) < APART:
        return False
    square = np.ones((3, 3), np.uint8)
    missing = (wanted.cover > 0.6) & (cv2.dilate(seen.cover, square) < 0.42)
    extra = (wanted.cover < 0.4) & (cv2.erode(seen.cover, square) > 0.58)
    least = min((wanted.cover > 0.5).sum(), (wanted.cover < 0.5).sum())
    return bool(max(largest(missing), largest(extra)) <= ALIKE * least)
