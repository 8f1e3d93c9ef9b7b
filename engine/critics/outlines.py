"""Whether the outlines of the staged things lie in a picture where a camera of given angles sees them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

import numpy as np

from engine.critics.looking import reduced
from engine.staging import Solid, View, stage
from engine.staging.shapes import ROUND
from engine.types import Array, Plan

PIXELS = 400_000
STEP = 3.0
"""Pixels between two samples of an outline."""
FEWEST = 60
"""An outline of fewer samples says nothing."""
FAINT = 12.0
"""A change of so many levels over two pixels is a strong edge even in a picture that has no stronger ones."""
EDGED = frozenset({"box", "cube", "book", "card", "sign", "billboard", "frame"})
"""Shapes with the straight, sharp edges of a block."""
OUTLINED = ROUND | EDGED | {"pyramid"}
"""Shapes that fill their outline; of the others (letters, bags, pouches, cartons …) the stage knows it only roughly."""
STARTS, STEPS = (-20.0, 0.0, 20.0), (10.0, 5.0, 2.5, 1.0)
"""Where a search for the camera begins, from where it should stand, and how it comes nearer, in degrees."""

Angles = tuple[float, float, float]


@dataclass(frozen=True)
class Fit:
    """Azimuth, elevation and roll in degrees, and the share of the outlines that lies on edges of the picture, 0..1."""

    angles: Angles
    share: float


class Outlines:
    """The outlines of a plan's things held against a picture, uint8 sRGB."""

    def __init__(self, plan: Plan, picture: Array) -> None:
        self._plan, self._edges = plan, _edges(reduced(picture, PIXELS))
        self._fits: dict[Angles, Fit] = {}

    def fit(self, angles: Angles) -> Fit:
        """How well a camera of these angles explains the picture: 0 where it has no outline to show."""
        if angles not in self._fits:
            self._fits[angles] = Fit(angles, self._share(angles))
        return self._fits[angles]

    def nearest(self, angles: Angles) -> Fit:
        """The camera about these angles that explains the picture best."""
        starts = (self.fit(_moved(angles, off)) for off in product(STARTS, STARTS, (-10.0, 0.0, 10.0)))
        best = [self._climbed(start) for start in sorted(starts, key=lambda one: -one.share)[:3]]
        return max([*best, self._climbed(self.fit(angles))], key=lambda one: one.share)

    def _climbed(self, fit: Fit) -> Fit:
        for step in STEPS:
            while True:
                around = (self.fit(_moved(fit.angles, off)) for off in _STAR * step)
                better = max(around, key=lambda one: one.share)
                if better.share <= fit.share:
                    break
                fit = better
        return fit

    def _share(self, angles: Angles) -> float:
        azimuth, elevation, roll = angles
        if abs(elevation) > 90:
            return 0.0
        set_up = stage(self._plan.replace(camera=self._plan.camera.replace(azimuth=azimuth, elevation=elevation, roll=roll)))
        height, width = self._edges.shape[:2]
        lines = [line for solid in set_up.solids for line in _lines(solid, set_up.view, width, height)]
        found = np.concatenate([_along(self._edges, line) for line in lines]) if lines else np.zeros(0)
        return float(found.mean()) if len(found) >= FEWEST else 0.0


_STAR = np.array([(1, 0, 0), (-1, 0, 0), (0, 1, 0), (0, -1, 0), (0, 0, 1), (0, 0, -1)], float)


def _moved(angles: Angles, off: Array | Angles) -> Angles:
    azimuth, elevation, roll = (round(a + float(o), 3) for a, o in zip(angles, off, strict=True))
    return azimuth, elevation, roll


def _edges(picture: Array) -> Array:
    """How strongly the picture changes at each pixel to the right and down, in strong edges: float32 (h, w, 2)."""
    import cv2

    smooth = cv2.GaussianBlur(picture, (0, 0), 1.0).astype(np.float32)
    slopes = np.stack([cv2.Sobel(smooth, cv2.CV_32F, 1, 0) / 4, cv2.Sobel(smooth, cv2.CV_32F, 0, 1) / 4], axis=-1)
    sizes = np.hypot(slopes[..., 0], slopes[..., 1])
    channel = sizes.argmax(axis=2)[..., None]
    size = np.take_along_axis(sizes, channel, 2)
    full = max(float(np.quantile(size, 0.9)), FAINT)
    change: Array = np.take_along_axis(slopes, channel[..., None], 2)[:, :, 0] / np.maximum(size, full)
    return change


def _lines(solid: Solid, view: View, width: int, height: int) -> list[Array]:
    """The polylines (n, 2) in pixels that the solid's outline and near edges make; none of shapes that do not fill it."""
    import cv2

    if solid.shape not in OUTLINED:
        return []
    seen = [view.project(point) for point in solid.points()]
    points = (np.array(seen)[:, :2] * (width, height)).astype(np.float32)
    if not np.isfinite(points).all() or np.abs(points).max() > 1e6:
        return []
    hull = cv2.convexHull(points)[:, 0]
    lines = [np.vstack([hull, hull[:1]])]
    if solid.shape in EDGED:
        near = int(np.argmin([depth for _, _, depth in seen]))
        lines += [points[[near, near ^ bit]] for bit in (1, 2, 4)]
    return lines


def _along(edges: Array, line: Array) -> Array:
    """How much of an edge lies along a polyline, within a pixel of it, at each sample inside the picture: (n,) of 0..1."""
    height, width = edges.shape[:2]
    steps = np.diff(line, axis=0)
    lengths = np.hypot(steps[:, 0], steps[:, 1])
    counts = (lengths // STEP).astype(int)
    if not counts.sum():
        return np.zeros(0)
    side = np.repeat(np.arange(len(steps)), counts)
    share = np.concatenate([(np.arange(count) + 0.5) / count for count in counts if count])
    points = line[side] + share[:, None] * steps[side]
    normals = np.stack([-steps[side, 1], steps[side, 0]], axis=1) / lengths[side, None]
    inside = (points > 2).all(axis=1) & (points < (width - 3, height - 3)).all(axis=1)
    points, normals = points[inside], normals[inside]
    best = np.zeros(len(points))
    for off in (-1.0, 0.0, 1.0):
        x, y = np.round(points + off * normals).astype(int).T
        best = np.maximum(best, np.abs((edges[y, x] * normals).sum(axis=1)))
    return best
