"""Writing that nobody asked for: one sweep of a reduced copy with the planned areas filled by what surrounds them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from engine.critics.looking import dilate, reduced
from engine.critics.text.copies import Line, in_reading_order, read_lines
from engine.critics.text.reading import detect
from engine.types import Array, Raster

PIXELS = 700_000
ENLARGED = 500_000
LARGEST = 40_000_000
"""Pictures above this are read from a copy reduced to it."""
SIMPLE = frozenset("IlOo01一丨C()|UVXxvLTJ7ニ二三十口日田〇工ノ八人入了丁卜トLSsZzciYKMWNHE")
"""Shapes that ornaments, seams and shadows make by themselves: one of them alone is no writing."""


def found_lines(picture: Array, planned: Array | None = None) -> list[Line]:
    """The lines that can be read, in reading order; nothing is read under `planned` (bool, the picture's size)."""
    small = sized(picture)
    if planned is None or not planned.any():
        return _lines(picture, small, in_reading_order(detect(small)))
    bare = filled(small, planned)
    near: list[Array] = []
    clear: list[Array] = []
    for quad in in_reading_order(detect(bare)):
        (near if _touches(quad, small.shape, planned) else clear).append(quad)
    return _lines(picture, small, clear) + _lines(bare, small, near)


def _lines(source: Array, small: Array, quads: Sequence[Array]) -> list[Line]:
    """The lines in quads of the small copy, read from the source."""
    factors = np.array([source.shape[1] / small.shape[1], source.shape[0] / small.shape[0]], np.float32)
    return read_lines(source, [quad * factors for quad in quads])


def _touches(quad: Array, shape: tuple[int, ...], planned: Array) -> bool:
    """Whether the quad's box, in a copy of this shape, holds any of the planned area."""
    factors = np.array([planned.shape[1] / shape[1], planned.shape[0] / shape[0]])
    (x0, y0), (x1, y1) = quad.min(axis=0) * factors, quad.max(axis=0) * factors
    return bool(planned[max(0, int(y0)) : int(y1) + 1, max(0, int(x0)) : int(x1) + 1].any())


@lru_cache(maxsize=1)
def lines_of(pixels: Raster) -> list[Line]:
    """All lines of a picture without masks: read once, for more than one critic."""
    return found_lines(reduced(pixels.array, LARGEST))


def sized(picture: Array) -> Array:
    """The copy to sweep: at most PIXELS, and small pictures enlarged up to twofold, as the detector misses small letters."""
    import cv2

    height, width = picture.shape[:2]
    factor = min(2.0, (ENLARGED / (height * width)) ** 0.5)
    if factor > 1.1 and min(height, width) >= 8:
        size = (round(width * factor), round(height * factor))
        return np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_CUBIC))
    return reduced(picture, PIXELS)


def stray_lines(lines: Sequence[Line]) -> list[Line]:
    """The lines that are writing rather than ornament: two letters or more read with some certainty, or one clear letter."""
    found = []
    for line in lines:
        letters = [character for character in line.read if character.isalnum()]
        sure = line.score >= (0.75 if len(letters) > 2 else 0.9)
        telling = len(letters) >= 2 and len(set(letters)) >= 2
        alone = len(letters) == 1 and line.score >= 0.97 and letters[0] not in SIMPLE
        if (sure and telling) or alone:
            found.append(line)
    return found


def filled(picture: Array, area: Array) -> Array:
    """The picture with the area (bool, any size) filled smoothly from the pixels round it."""
    import cv2

    height, width = picture.shape[:2]
    hole = cv2.resize(area.astype(np.uint8), (width, height), interpolation=cv2.INTER_AREA) > 0
    hole = dilate(hole, max(2, round(0.004 * max(height, width))))
    known = (~hole).astype(np.float32)
    total, weight = picture * known[..., None], known
    out, have = np.zeros(picture.shape, np.float32), np.zeros(picture.shape[:2], bool)
    for sigma in (3, 9, 27, 81, 243):
        step = max(1, sigma // 3)
        size = (max(1, width // step), max(1, height // step))
        coarse = cv2.GaussianBlur(cv2.resize(total, size, interpolation=cv2.INTER_AREA), (0, 0), sigma / step)
        share = cv2.GaussianBlur(cv2.resize(weight, size, interpolation=cv2.INTER_AREA), (0, 0), sigma / step)
        coarse, share = cv2.resize(coarse, (width, height)), cv2.resize(share, (width, height))
        new = hole & ~have & (share > 0.02)
        out[new] = coarse[new] / share[new][:, None]
        have |= new
    result: Array = np.where((hole & have)[..., None], np.clip(out, 0, 255).astype(np.uint8), picture)
    return result
