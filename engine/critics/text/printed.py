"""A letter of a staged scene beside what the studio printed there, seen by the same camera without light.

A letter that stands at an angle, on the side of a jar for instance, is less like its face's glyph than a damaged one that
stands upright. What the studio printed it knows, and how the camera sees that.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import numpy as np

from engine.api import RunContext
from engine.types import Array, Box, Plan, Render

Unlit = Callable[[Plan, Render, Box, RunContext], Array]
"""The colours of what a box of a staged render shows, uint8 (h, w, 3). Raises BadInput where a file of the kit is gone."""
AROUND: Final = 0.25
"""So much of its sides is looked at around a letter's box."""
APART: Final = 24.0
"""Levels by which ink and ground differ at least."""
ALIKE: Final = 0.04
"""The largest patch that may be wrong, as a share of the ink."""


def around(box: Box) -> Box:
    """The box and AROUND it."""
    x0, y0, x1, y1 = box
    across, down = AROUND * (x1 - x0), AROUND * (y1 - y0)
    return max(0.0, x0 - across), max(0.0, y0 - down), min(1.0, x1 + across), min(1.0, y1 + down)


def as_printed(picture: Array, printed: Array) -> bool:
    """Whether the picture shows the ink that is printed there: both uint8 (h, w, 3), the second without light."""
    import cv2

    wanted = _two(printed, *_means(printed))
    ink, ground = cv2.erode(wanted, _SQUARE) > 0.9, cv2.dilate(wanted, _SQUARE) < 0.1
    if not ink.any() or not ground.any():
        return False
    means = picture[ground].mean(axis=0), picture[ink].mean(axis=0)
    if np.abs(means[1] - means[0]).max() < APART:
        return False
    seen = _two(picture, *means)
    missing = (wanted > 0.6) & (cv2.dilate(seen, _SQUARE) < 0.42)
    extra = (wanted < 0.4) & (cv2.erode(seen, _SQUARE) > 0.58)
    least = min((wanted > 0.5).sum(), (wanted < 0.5).sum())
    return bool(max(_largest(missing), _largest(extra)) <= ALIKE * least)


_SQUARE: Final = np.ones((3, 3), np.uint8)


def _means(picture: Array) -> tuple[Array, Array]:
    """Its two colours."""
    import cv2

    colours = picture.reshape(-1, 3).astype(np.float32)
    ends = (cv2.TERM_CRITERIA_EPS + cv2.TERM_CRITERIA_MAX_ITER, 20, 0.5)
    first = (np.linalg.norm(colours - colours[0], axis=1) > 30).astype(np.int32)[:, None]
    centres = cv2.kmeans(colours, 2, first, ends, 1, cv2.KMEANS_USE_INITIAL_LABELS)[2]
    return centres[0], centres[1]


def _two(picture: Array, one: Array, other: Array) -> Array:
    """How much of the other colour each pixel has: float32 (h, w), 0..1."""
    way = other - one
    share = ((picture - one) @ way) / max(1e-6, float(way @ way))
    return np.asarray(np.clip(share, 0, 1), np.float32)


def _largest(where: Array) -> int:
    """Pixels of the largest patch."""
    import cv2

    stats = cv2.connectedComponentsWithStats(where.astype(np.uint8), connectivity=8)[2]
    return int(stats[1:, 4].max(initial=0))
