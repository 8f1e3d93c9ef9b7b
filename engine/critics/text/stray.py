"""Writing that nobody asked for: one sweep of a reduced copy with the planned areas filled by what surrounds them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from engine import composite
from engine.critics.looking import dilate, reduced
from engine.critics.text.copies import Line, read_lines
from engine.critics.text.reading import Reader, find
from engine.critics.text.where import AROUND, windows
from engine.types import Array, Raster

PIXELS = 700_000
ENLARGED = 500_000
LARGEST = 40_000_000
"""Pictures above this are read from a copy reduced to it."""
SIMPLE = frozenset("IlOo01一丨C()|UVXxvLTJ7ニ二三十口日田〇工ノ八人入了丁卜トLSsZzciYKMWNHE")
"""Shapes that ornaments, seams and shadows make by themselves: one of them alone is no writing."""
THING = 0.25
"""Share of the picture from which on a single letter is the outline of a thing: a jar from above reads as a 9."""


def found_lines(picture: Array, planned: Array | None, reader: Reader, *, closely: bool = False) -> list[Line]:
    """The lines that can be read, in reading order; nothing is read under `planned` (bool, the picture's size).

    `closely`: with more of the surroundings, for bent lines, and with twice the pixels of a large picture, for small ones.
    """
    small = sized(picture, 2 * PIXELS if closely and picture.size > 12 * PIXELS else PIXELS)
    if planned is None or not planned.any():
        return _lines(picture, small, _quads(small, reader, 4 * AROUND if closely else AROUND), reader)
    bare = filled(small, planned)
    near: list[Array] = []
    clear: list[Array] = []
    for quad in _quads(bare, reader):
        (near if _touches(quad, small.shape, planned) else clear).append(quad)
    return _lines(picture, small, clear, reader) + _lines(bare, small, near, reader)


def _quads(picture: Array, reader: Reader, around: int = AROUND) -> list[Array]:
    """Quads of the lines of text, looked for where text can be."""
    found = []
    for x0, y0, x1, y1 in windows(picture, around):
        found += [quad + np.array([x0, y0], np.float32) for quad in find(reader, picture[y0:y1, x0:x1])]
    return found


def _lines(source: Array, small: Array, quads: Sequence[Array], reader: Reader) -> list[Line]:
    """The lines in quads of the small copy, read from the source."""
    factors = np.array([source.shape[1] / small.shape[1], source.shape[0] / small.shape[0]], np.float32)
    return read_lines(source, [quad * factors for quad in quads], reader)


def _touches(quad: Array, shape: tuple[int, ...], planned: Array) -> bool:
    """Whether the quad's box, in a copy of this shape, holds any of the planned area."""
    factors = np.array([planned.shape[1] / shape[1], planned.shape[0] / shape[0]])
    (x0, y0), (x1, y1) = quad.min(axis=0) * factors, quad.max(axis=0) * factors
    return bool(planned[max(0, int(y0)) : int(y1) + 1, max(0, int(x0)) : int(x1) + 1].any())


@lru_cache(maxsize=4)
def lines_of(pixels: Raster, reader: Reader, closely: bool = False) -> list[Line]:
    """All lines of a picture without masks: read once by each reader, for more than one critic."""
    return found_lines(reduced(pixels.array, LARGEST), None, reader, closely=closely)


def sized(picture: Array, most: int = PIXELS) -> Array:
    """The copy to sweep, of at most so many pixels; small pictures up to twice as large: the detector misses small letters."""
    import cv2

    height, width = picture.shape[:2]
    factor = min(2.0, (ENLARGED / (height * width)) ** 0.5)
    if factor > 1.1 and min(height, width) >= 8:
        size = (round(width * factor), round(height * factor))
        return np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_CUBIC))
    return reduced(picture, most)


def stray_lines(lines: Sequence[Line]) -> list[Line]:
    """The lines that are writing rather than ornament: two letters or more read with some certainty, or one clear letter.

    The more letters there are, the less sure their reading need be; of nothing but shapes that many things have it must be
    beyond doubt.
    """
    found = []
    for line in lines:
        letters = [character for character in line.read if character.isalnum()]
        sure = line.score >= (0.6 if len(letters) > 4 else 0.75 if len(letters) > 2 else 0.9)
        telling = len(letters) >= 2 and len(set(letters)) >= 2
        if SIMPLE.issuperset(letters) and len(letters) <= 3:
            telling = telling and line.score >= 0.97
        alone = len(letters) == 1 and line.score >= 0.97 and letters[0] not in SIMPLE and composite.area(line.box) < THING
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
        step = max(2, sigma // 3)
        size = (max(1, width // step), max(1, height // step))
        coarse = cv2.GaussianBlur(cv2.resize(total, size, interpolation=cv2.INTER_AREA), (0, 0), sigma / step)
        share = cv2.GaussianBlur(cv2.resize(weight, size, interpolation=cv2.INTER_AREA), (0, 0), sigma / step)
        coarse, share = cv2.resize(coarse, (width, height)), cv2.resize(share, (width, height))
        new = hole & ~have & (share > 0.02)
        out[new] = coarse[new] / share[new][:, None]
        have |= new
        if not (hole & ~have).any():
            break
    result, done = picture.copy(), hole & have
    result[done] = np.clip(out[done], 0, 255)
    return result
