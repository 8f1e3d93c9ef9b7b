"""Whether a thing is really there in the pixels where its mask says it is.

A mask tells where to look. Along its contour the picture must change: colour just inside against colour just outside,
beyond what the picture changes anyway a little further in and a little further out.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.critics.looking import box_of, lab, mask_of, reduced
from engine.types import Array, Box, Plan, Render

HALF = 2.2
"""The mean excess difference across the contour, in Lab units, that counts as evidence 0.5: a soft but visible edge."""


@dataclass(frozen=True)
class Instance:
    """One copy of an element: its mask (bool), box, centre (x, y) in 0..1 and evidence 0..1 that it is visible."""

    mask: Array
    box: Box
    centre: tuple[float, float]
    evidence: float


class Scene:
    """A picture reduced once, with its Lab values, to look for elements in."""

    def __init__(self, plan: Plan, render: Render, most: int = 400_000) -> None:
        self.plan = plan
        self.render = render
        self.picture = reduced(render.pixels.array, most)
        self.lab = lab(self.picture)
        self._found: dict[str, list[Instance] | None] = {}

    def instances(self, element: str) -> list[Instance] | None:
        """Every instance that the element's mask names, with its evidence; None where there is no mask."""
        if element not in self._found:
            mask = mask_of(self.render, element, self.picture.shape)
            self._found[element] = None if mask is None else self._look(mask)
        return self._found[element]

    def _look(self, mask: Array) -> list[Instance]:
        found = []
        for index in np.unique(mask):
            one = mask == index
            box = box_of(one)
            if index == 0 or box is None or one.sum() < 6:
                continue
            rows, columns = np.nonzero(one)
            centre = (float(columns.mean() + 0.5) / one.shape[1], float(rows.mean() + 0.5) / one.shape[0])
            found.append(Instance(one, box, centre, visible(self.lab, one)))
        return found


def visible(colours: Array, mask: Array) -> float:
    """Evidence 0..1 that a thing with this mask (bool) stands out in the Lab picture along the mask's contour."""
    import cv2

    rows, columns = np.nonzero(mask)
    size = float(np.sqrt(mask.sum()))
    reach = int(np.clip(size / 12, 2, 6))
    margin = 3 * reach + 3
    top, left = max(0, rows.min() - margin), max(0, columns.min() - margin)
    window = np.s_[top : rows.max() + margin + 1, left : columns.max() + margin + 1]
    inner = mask[window].astype(np.uint8)
    local = cv2.GaussianBlur(colours[window], (0, 0), max(0.6, reach / 4))
    within = cv2.distanceTransform(np.pad(inner, 1), cv2.DIST_L2, 5)[1:-1, 1:-1]
    beyond = cv2.distanceTransform(1 - inner, cv2.DIST_L2, 5)
    signed = np.where(inner > 0, within - 0.5, 0.5 - beyond)
    at_edge = _steps(local, signed, -reach, reach)
    if at_edge is None:
        return 0.0
    outside = _steps(local, signed, -3 * reach, -reach)
    inside = _steps(local, signed, reach, 3 * reach)
    usual = min((float(np.mean(steps)) for steps in (outside, inside) if steps is not None), default=0.0)
    strength = float(np.mean(np.minimum(at_edge, 25.0))) - 0.7 * usual
    return float(1 - 0.5 ** (max(0.0, strength) / HALF))


def _steps(colours: Array, signed: Array, lower: float, upper: float) -> Array | None:
    """Lab differences between points at the distance `lower` and `upper` from the contour, along its normal."""
    import cv2

    middle = (lower + upper) / 2
    rows, columns = np.nonzero(np.abs(signed - middle) <= 0.8)
    if len(rows) < 4:
        return None
    gradient_y = cv2.Sobel(signed, cv2.CV_32F, 0, 1, ksize=3)[rows, columns]
    gradient_x = cv2.Sobel(signed, cv2.CV_32F, 1, 0, ksize=3)[rows, columns]
    length = np.hypot(gradient_x, gradient_y)
    half = (upper - lower) / 2
    dx, dy = half * gradient_x / np.maximum(length, 1e-6), half * gradient_y / np.maximum(length, 1e-6)
    height, width = signed.shape
    ends = []
    keep = length > 1e-3
    for sign in (-1, 1):
        x, y = np.rint(columns + sign * dx).astype(int), np.rint(rows + sign * dy).astype(int)
        keep &= (x >= 0) & (y >= 0) & (x < width) & (y < height)
        ends.append((x, y))
    if keep.sum() < 4:
        return None
    (x0, y0), (x1, y1) = ((x[keep], y[keep]) for x, y in ends)
    difference: Array = np.linalg.norm(colours[y0, x0] - colours[y1, x1], axis=1)
    return difference
