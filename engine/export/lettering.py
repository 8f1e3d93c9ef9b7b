"""Letters told from the ground they stand on, so that a text can be a layer of its own."""

from __future__ import annotations

from typing import Final

import numpy as np
from PIL import Image, ImageFilter

from engine.types import Array

SAMPLES: Final = 20_000
FAINT: Final = 4.0


def lifted(pixels: Array, mask: Array) -> tuple[Array, Array]:
    """Where the ink of a text is (h, w), and a picture (h, w, 3) that shows its ground in that place.

    `mask` (h, w) holds k on the k-th copy of the text. The ground is the quadratic surface of colour through what surrounds
    a copy; ink is what departs from it by more than the surroundings do. A copy without surroundings is left as it is.
    """
    ink = np.zeros(mask.shape, np.bool_)
    bare = pixels.copy()
    for copy in np.unique(mask[mask > 0]):
        box = _around(mask == copy)
        surroundings = mask[box] == 0
        if surroundings.sum() < 16:
            continue
        ground, deviation = _surface(pixels[box], surroundings)
        red, green, blue = np.moveaxis(np.abs(pixels[box] - ground), 2, 0)
        away = np.maximum(np.maximum(red, green), blue)
        strokes = _wider(mask[box] == copy) & (away > max(FAINT, 3 * deviation))
        ink[box] |= strokes
        bare[box][strokes] = np.clip(np.rint(ground[strokes]), 0, 255)
    return ink, bare


def _around(where: Array) -> tuple[slice, slice]:
    """The box of what is marked, with a margin of a quarter of its height."""
    rows, columns = np.flatnonzero(where.any(axis=1)), np.flatnonzero(where.any(axis=0))
    margin = max(3, (rows[-1] - rows[0]) // 4)
    return (
        slice(max(0, rows[0] - margin), rows[-1] + 1 + margin),
        slice(max(0, columns[0] - margin), columns[-1] + 1 + margin),
    )


def _surface(pixels: Array, where: Array) -> tuple[Array, float]:
    """The quadratic surface of colour (h, w, 3) through the marked pixels, and how far half of them depart from it.

    Pixels that depart much more than the others do not count: they are some other thing beside the text.
    """
    height, width = where.shape
    size = max(height, width)
    rows, columns = np.nonzero(where)
    step = len(rows) // SAMPLES + 1
    down, across = rows[::step] / size, columns[::step] / size
    basis = np.stack([np.ones_like(down), down, down**2, across, across**2, down * across], axis=1)
    colours = pixels[rows[::step], columns[::step]].astype(float)
    near = np.ones(len(basis), np.bool_)
    for _ in range(3):
        terms = np.linalg.lstsq(basis[near], colours[near], rcond=None)[0]
        away = np.abs(colours - basis @ terms).max(axis=1)
        near = away <= 2 * np.median(away[near]) + 1
    one, y, yy, x, xx, xy = terms.astype(np.float32)
    down = (np.arange(height, dtype=np.float32) / size)[:, None, None]
    across = (np.arange(width, dtype=np.float32) / size)[None, :, None]
    return (one + y * down + yy * down**2) + (x * across + xx * across**2) + xy * down * across, float(np.median(away[near]))


def _wider(where: Array) -> Array:
    """Grown by two pixels all around: a mask that is tight to the letters cuts their soft edges."""
    return np.asarray(Image.fromarray(where.astype(np.uint8)).filter(ImageFilter.MaxFilter(5))) > 0
