"""Marks of a picture that stand in the same arrangement in another one (SIFT: Lowe 2004), whatever its size and from another
side too."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.types import Array

DISTINCT = 0.8
"""How much nearer the best match must be than the second best (Lowe's ratio)."""


@dataclass(frozen=True)
class Arrangement:
    """`count` marks in common, and where corners of the one picture lie in the other, (4, 2): x, y in pixels."""

    count: int
    corners: Array


Marks = tuple[Array, Array | None]
"""Positions (n, 2) in pixels, and what is around each."""


def marks(pixels: Array, own: Array | None = None, most: int = 1500) -> Marks:
    """The clearest marks of a uint8 picture (h, w, 3), `most` at most, or of what is its `own` (h, w; bool) in there."""
    import cv2

    grey = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)
    within = None if own is None else own.astype(np.uint8)
    points, described = cv2.SIFT.create(most).detectAndCompute(grey, within)
    return np.array([point.pt for point in points], np.float32).reshape(-1, 2), described


def arranged(one: Marks, other: Marks, size: tuple[int, int]) -> Arrangement | None:
    """How the marks of a picture of this width and height are arranged in another one, if they are.

    Its corners come clockwise from the top left.
    """
    import cv2

    (here, mine), (there, theirs) = one, other
    if mine is None or theirs is None or min(len(here), len(there)) < 4:
        return None
    pairs = cv2.BFMatcher().knnMatch(mine, theirs, k=2)
    good = [best for best, second in pairs if best.distance < DISTINCT * second.distance]
    if len(good) < 4:
        return None
    start, end = here[[match.queryIdx for match in good]], there[[match.trainIdx for match in good]]
    cv2.setRNGSeed(1)
    fit, inside = cv2.findHomography(start, end, cv2.RANSAC, 4.0)
    if fit is None:
        return None
    wide, high = size
    corners = cv2.perspectiveTransform(np.array([[[0, 0], [wide, 0], [wide, high], [0, high]]], np.float32), fit)[0]
    if not _sound(corners):
        return None
    return Arrangement(len(np.unique(np.round(end[inside.ravel() > 0]), axis=0)), corners)


def _sound(corners: Array) -> bool:
    """Whether the corners are in their order, and what is between them neither flat nor mirrored."""
    edges = np.roll(corners, -1, axis=0) - corners
    onward = np.roll(edges, -1, axis=0)
    turns = edges[:, 0] * onward[:, 1] - edges[:, 1] * onward[:, 0]
    area = 0.5 * abs(float(np.sum(corners[:, 0] * np.roll(corners[:, 1], -1) - np.roll(corners[:, 0], -1) * corners[:, 1])))
    return bool((turns > 0).all() and area > 400)
