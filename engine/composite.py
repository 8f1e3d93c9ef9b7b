"""Boxes and pixels: which pixels a box holds, and how a patch is laid into them and nowhere else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import numpy as np

from engine.types import Array, Box, Raster, Render

Window = tuple[slice, slice]


def window(box: Box, width: int, height: int) -> Window:
    """Rows and columns of the pixels whose centres lie in the box; at least one pixel."""
    x0, y0, x1, y1 = box
    return _run(y0, y1, height), _run(x0, x1, width)


def _run(start: float, stop: float, size: int) -> slice:
    first = min(round(start * size), size - 1)
    return slice(first, max(round(stop * size), first + 1))


def box_of(mask: Array) -> Box:
    """The box around the pixels that are set; `mask` (h, w) has at least one."""
    height, width = mask.shape
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    x0, y0, x1, y1 = columns[0] / width, rows[0] / height, (columns[-1] + 1) / width, (rows[-1] + 1) / height
    return float(x0), float(y0), float(x1), float(y1)


def union(boxes: Sequence[Box]) -> Box:
    """The box around all the boxes; there must be one."""
    x0, y0, x1, y1 = zip(*boxes, strict=True)
    return min(x0), min(y0), max(x1), max(y1)


def grown(box: Box, across: float, down: float) -> Box:
    """The box with a margin, as shares of the picture, on each side, kept inside the picture."""
    x0, y0, x1, y1 = box
    return max(0.0, x0 - across), max(0.0, y0 - down), min(1.0, x1 + across), min(1.0, y1 + down)


def area(box: Box) -> float:
    """As a share of the picture."""
    return (box[2] - box[0]) * (box[3] - box[1])


def common(one: Box, other: Box) -> float:
    """The area that lies in both, as a share of the picture."""
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return max(0.0, across) * max(0.0, down)


def overlap(one: Box, other: Box) -> float:
    """Intersection over union."""
    shared = common(one, other)
    return shared / max(area(one) + area(other) - shared, 1e-9)


def inside(one: Box, other: Box) -> float:
    """The share of the one that lies in the other."""
    return common(one, other) / max(area(one), 1e-9)


def laid(pixels: Array, patch: Array, where: Window, weight: Array | None = None) -> Array:
    """The picture (H, W, 3) with `patch` (h, w, 3; 0..255) mixed in at the window by `weight` (h, w; 0..1, None = 1).

    Where the weight is 0, and everywhere outside the window, every byte is the picture's.
    """
    mixed, old = patch, pixels[where]
    if weight is not None:
        mixed = np.where(weight[..., None] > 0, old + weight[..., None] * (patch.astype(np.float32) - old), old)
    pixels = pixels.copy()
    pixels[where] = np.clip(np.rint(mixed), 0, 255).astype(np.uint8)
    return pixels


def laid_in(render: Render, patch: Array, box: Box, weight: Array | None = None) -> Render:
    """The render with `patch` laid into the box, as `laid` does it."""
    where = window(box, render.width, render.height)
    return render.replace(pixels=Raster(laid(render.pixels.array, patch, where, weight)), retouched=True)


def soft(mask: Array, sigma: float) -> Array:
    """A mask as weights 0..1, its edge blurred by `sigma` pixels; float32 (h, w)."""
    import cv2

    return cast(Array, cv2.GaussianBlur(mask.astype(np.float32), (0, 0), sigma))


def linear(rgb: Array) -> Array:
    """Linear light 0..1 of sRGB 0..255."""
    values = np.clip(rgb.astype(np.float32) / 255, 0, 1)
    return np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)


def encoded(light: Array) -> Array:
    """sRGB 0..255 (float) of linear light."""
    values = np.clip(light, 0, 1)
    return 255 * np.where(values <= 0.0031308, values * 12.92, 1.055 * values ** (1 / 2.4) - 0.055)
