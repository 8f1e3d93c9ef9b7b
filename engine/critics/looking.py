"""What every critic needs before it looks: a bounded copy of the picture, the masks at that size, findings to hand back."""

from __future__ import annotations

from typing import cast

import numpy as np

from engine import composite
from engine.types import Array, Box, Expected, Finding, Render, Requirement

PIXELS = 1_200_000


def reduced(picture: Array, most: int = PIXELS) -> Array:
    """The picture, or a copy of at most about `most` pixels with its proportions (area average)."""
    import cv2

    height, width = picture.shape[:2]
    factor = (most / (height * width)) ** 0.5
    if factor >= 1:
        return picture
    size = (max(1, round(width * factor)), max(1, round(height * factor)))
    return cast(Array, cv2.resize(picture, size, interpolation=cv2.INTER_AREA))


def smaller(picture: Array, scale: int) -> Array:
    """The picture so many times smaller (area average); its sides are multiples of the scale."""
    import cv2

    size = picture.shape[1] // scale, picture.shape[0] // scale
    return cast(Array, cv2.resize(picture, size, interpolation=cv2.INTER_AREA))


def scaled(one: Array, other: Array) -> Array:
    """The one picture, as large as the other (bilinear)."""
    import cv2

    return cast(Array, cv2.resize(one, other.shape[1::-1], interpolation=cv2.INTER_LINEAR))


def padded(picture: Array, multiple: int) -> Array:
    """The picture with its mirror image below and to the right, so that its sides are multiples."""
    import cv2

    height, width = picture.shape[:2]
    return cast(Array, cv2.copyMakeBorder(picture, 0, -height % multiple, 0, -width % multiple, cv2.BORDER_REFLECT))


def spread(cells: Array, looked: Array, picture: Array, cell: int) -> Array:
    """What was said of the cells (rows, columns) of a `reduced` and `padded` picture, for each cell of the picture itself."""
    import cv2

    (height, width), (rows, columns) = (tuple(-(-side // cell) for side in one.shape[:2]) for one in (looked, picture))
    return cast(Array, cv2.resize(cells[:height, :width], (columns, rows), interpolation=cv2.INTER_NEAREST))


def lab(picture: Array) -> Array:
    """CIE Lab (D65) float32 of a uint8 sRGB picture, quick enough for every pixel."""
    import cv2

    return cast(Array, cv2.cvtColor(np.ascontiguousarray(picture, dtype=np.float32) / 255, cv2.COLOR_RGB2LAB))


def mask_of(render: Render, element: str, shape: tuple[int, ...] | None = None) -> Array | None:
    """The element's uint8 mask, scaled to the (height, width) of `shape`; None where the render has none with pixels."""
    import cv2

    raster = render.masks.get(element)
    if raster is None or not raster.stored or raster.array.ndim != 2 or raster.shape != (render.height, render.width):
        return None
    if shape is None or raster.shape == shape[:2]:
        return raster.array
    return cast(Array, cv2.resize(raster.array, (shape[1], shape[0]), interpolation=cv2.INTER_NEAREST))


def box_of(mask: Array) -> Box | None:
    """The box around all that is set in the mask; None where nothing is."""
    return composite.box_of(mask) if mask.any() else None


def unchecked(requirement: Requirement, critic: str, why: str, measured: Expected = None) -> Finding:
    return Finding(
        requirement=requirement.id,
        critic=critic,
        verdict="unchecked",
        measured=measured,
        threshold=requirement.threshold,
        message=why,
        confidence=0.0,
    )


def erode(mask: Array, pixels: int) -> Array:
    """The boolean mask without its outermost `pixels`; the picture's border counts as an edge."""
    import cv2

    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * pixels + 1, 2 * pixels + 1))
    padded = np.pad(mask.astype(np.uint8), pixels)
    return cast(Array, cv2.erode(padded, kernel)[pixels:-pixels, pixels:-pixels] > 0) if pixels else mask.astype(bool)


def dilate(mask: Array, pixels: int) -> Array:
    """The boolean mask grown by `pixels`; by more than a few of them with square corners, which is much quicker."""
    import cv2

    shape = cv2.MORPH_ELLIPSE if pixels < 8 else cv2.MORPH_RECT
    kernel = cv2.getStructuringElement(shape, (2 * pixels + 1, 2 * pixels + 1))
    return cast(Array, cv2.dilate(mask.astype(np.uint8), kernel) > 0)
