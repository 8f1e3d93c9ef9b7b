"""The sheet that a text lies on: how upright, straight lettering maps into the picture, in perspective and round a curve."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self, cast

import numpy as np

from engine.types import Array

FAR = -1e6
"""Coordinate for pixels that the sheet does not reach."""


@dataclass(frozen=True)
class Sheet:
    """An upright sheet of (height, width) pixels that carries a block of text, and where its points lie in a picture area.

    The block takes the middle; `margin` (x, y) sheet pixels are left around it. `there` (height, width, 2): each sheet
    pixel's place in the area. `back` (h, w, 2): each area pixel's place on the sheet. Places are x, y indices for cv2.remap.
    """

    margin: tuple[int, int]
    there: Array
    back: Array

    @classmethod
    def between(cls, top: Array, bottom: Array, along: Array, shape: tuple[int, int], room: float = 0.5) -> Self:
        """The sheet whose block reaches from the polyline `top` to `bottom`, both (n, 2) x, y in an area of `shape` (h, w).

        `along` (n,) says how far along the block each pair of points lies, 0 to 1. Two pairs make a plane in perspective,
        more a curve. `room` is the margin as a share of the block's height.
        """
        height = float(np.linalg.norm(bottom - top, axis=1).mean())
        length = float(np.linalg.norm(np.diff((top + bottom) / 2, axis=0), axis=1).sum())
        scale = 2.0 if height < 300 else 1.25
        block = np.array([max(round(length * scale), 8), max(round(height * scale), 8)])
        margin = np.maximum(int(room * block[1]), 4).repeat(2)
        there = np.full((*(block + 2 * margin)[::-1], 2), FAR, np.float32)
        back = np.full((*shape, 2), FAR, np.float32)
        places = along * block[0] + margin[0]
        high, low = float(margin[1]), float(margin[1] + block[1])
        for k in range(len(along) - 1):
            upright = [(places[k], high), (places[k + 1], high), (places[k + 1], low), (places[k], low)]
            corners = [top[k], top[k + 1], bottom[k + 1], bottom[k]]
            start = -np.inf if k == 0 else places[k]
            stop = np.inf if k == len(along) - 2 else places[k + 1]
            _strip(np.array(upright, np.float32), np.array(corners, np.float32), start, stop, there, back)
        return cls((int(margin[0]), int(margin[1])), there, back)

    def upright(self, values: Array) -> Array:
        """Values (h, w) or (h, w, 3) of the area as they lie on the sheet; 0 beyond the area."""
        import cv2

        return cast(Array, cv2.remap(values, self.there, None, cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT))

    def laid(self, coverage: Array) -> Array:
        """Coverage on the sheet, float32 0..1, as it lies in the area (h, w), antialiased."""
        import cv2

        height, width = self.back.shape[:2]
        fine = 3 if height * width < 500_000 else 2
        places = cv2.resize(self.back, (width * fine, height * fine), interpolation=cv2.INTER_LINEAR)
        laid = cv2.remap(coverage.astype(np.float32), places, None, cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT)
        return cast(Array, cv2.resize(laid, (width, height), interpolation=cv2.INTER_AREA))


def _strip(upright: Array, corners: Array, start: float, stop: float, there: Array, back: Array) -> None:
    """Fills the maps for the sheet's columns start ≤ x < stop with the homography between the two quadrangles."""
    import cv2

    out = cv2.getPerspectiveTransform(upright, corners).astype(np.float64)
    first = int(np.clip(np.ceil(start - 0.5), 0, there.shape[1])) if np.isfinite(start) else 0
    last = int(np.clip(np.ceil(stop - 0.5), 0, there.shape[1])) if np.isfinite(stop) else there.shape[1]
    x, y = np.meshgrid(np.arange(first, last) + 0.5, np.arange(there.shape[0]) + 0.5)
    there[:, first:last] = _through(out, x, y)
    x, y = np.meshgrid(np.arange(back.shape[1]) + 0.5, np.arange(back.shape[0]) + 0.5)
    places = _through(np.linalg.inv(out), x, y)
    reached = (places[..., 0] + 0.5 >= start) & (places[..., 0] + 0.5 < stop) & (places[..., 0] > FAR)
    back[reached] = places[reached]


def _through(matrix: Array, x: Array, y: Array) -> Array:
    """The points' images as indices (pixel centres are whole numbers); FAR behind the horizon."""
    weight = matrix[2, 0] * x + matrix[2, 1] * y + matrix[2, 2]
    front = weight > 1e-6
    weight = np.where(front, weight, 1)
    across = (matrix[0, 0] * x + matrix[0, 1] * y + matrix[0, 2]) / weight
    down = (matrix[1, 0] * x + matrix[1, 1] * y + matrix[1, 2]) / weight
    return np.where(front[..., None], np.stack([across, down], axis=-1) - 0.5, FAR).astype(np.float32)
