"""Letters told from the ground they stand on, so that a text can be a layer of its own."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageFilter

from engine.types import Array


def lifted(pixels: Array, mask: Array) -> tuple[Array, Array]:
    """Where the ink of a text is (h, w), and a picture (h, w, 3) that shows its ground in that place.

    `mask` (h, w) holds k on the k-th copy of the text. The ground is the plane of colour through what surrounds a copy;
    ink is what departs from it by more than the surroundings do. A copy without surroundings is left as it is.
    """
    ink = np.zeros(mask.shape, np.bool_)
    ground = pixels.copy()
    for copy in np.unique(mask[mask > 0]):
        box = _around(mask == copy)
        here, taken = mask[box] == copy, mask[box] > 0
        surroundings = ~taken
        if surroundings.sum() < 16:
            continue
        plane, deviation = _plane(pixels[box], surroundings)
        away = np.abs(pixels[box] - plane).max(axis=2)
        strokes = _wider(here & (away > max(8.0, 3 * deviation))) & ~(taken & ~here)
        ink[box] |= strokes
        ground[box][strokes] = np.clip(np.rint(plane), 0, 255).astype(np.uint8)[strokes]
    return ink, ground


def _around(where: Array) -> tuple[slice, slice]:
    """The box of what is marked, with a margin of a quarter of its height."""
    rows, columns = np.flatnonzero(where.any(axis=1)), np.flatnonzero(where.any(axis=0))
    margin = max(3, (rows[-1] - rows[0]) // 4)
    return (
        slice(max(0, rows[0] - margin), rows[-1] + 1 + margin),
        slice(max(0, columns[0] - margin), columns[-1] + 1 + margin),
    )


def _plane(pixels: Array, where: Array) -> tuple[Array, float]:
    """The plane of colour (h, w, 3) that fits the marked pixels best, and how far the nearer half of them departs from it."""
    height, width = where.shape
    down, across = np.mgrid[0:height, 0:width] / max(height, width)
    basis = np.stack([down, across, np.ones_like(down)], axis=-1)
    plane, away = basis, np.zeros(where.shape)
    for _ in range(2):
        solution = np.linalg.lstsq(basis[where], pixels[where].astype(float), rcond=None)[0]
        plane = basis @ solution
        away = np.abs(pixels - plane).max(axis=2)
        where = where & (away <= 2 * np.median(away[where]) + 1)
    return plane, float(np.median(away[where]))


def _wider(where: Array) -> Array:
    """Grown by a pixel all around."""
    return np.asarray(Image.fromarray(where.astype(np.uint8)).filter(ImageFilter.MaxFilter(3))) > 0
