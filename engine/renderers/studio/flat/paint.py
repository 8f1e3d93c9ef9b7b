"""Colour through coverage onto the picture."""

from __future__ import annotations

import numpy as np

from engine.types import Array

_ROWS = 256  # at a time, to keep what is held in memory small


def paint(pixels: Array, where: tuple[slice, slice], cover: Array, colour: Array) -> None:
    """Lays `colour`, uint8 (3,) or (h, w, 3), over `pixels[where]` as far as `cover`, uint8 (h, w), covers; in place."""
    area = pixels[where]
    for top in range(0, cover.shape[0], _ROWS):
        rows = slice(top, top + _ROWS)
        if not cover[rows].any():
            continue
        share = cover[rows][..., None].astype(np.uint16)
        over = (colour[rows] if colour.ndim == 3 else colour).astype(np.uint16)
        area[rows] = (area[rows] * (255 - share) + over * share + 127) // 255
