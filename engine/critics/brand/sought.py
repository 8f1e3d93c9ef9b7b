"""Where a logo may stand in a picture without masks: by its marks, or by its outline where it is too plain for those."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from engine.critics.brand.resemblance import MARGIN, SIDE, framed
from engine.critics.looking import reduced
from engine.critics.marks import Marks, arranged, marks
from engine.critics.outline import outlines, places
from engine.logo import Logo
from engine.types import Array, Box

SHOWN, ROOM = (400, 150), 48
"""Pixels of the longer sides at which a logo is sought in a picture, and of plain ground around it."""
SEARCHED, MANY = 2_000_000, 6000
"""Pixels of a picture that is searched for one, and marks that are looked at."""
ENOUGH_MARKS = 12
"""Marks in one arrangement by which it is found."""
LIKELY, FEW = 0.6, 3
"""The share of its outline that lies on edges where it may stand, and the places that are looked at."""
GROUNDS = (0, 255)
"""Grey levels on which it is drawn to be known again."""


def outlined(mark: Logo, picture: Array, *, mirrored: bool = False) -> list[Box]:
    """Where its outline, or the mirror image of that, may lie in a picture (h, w, 3), the likeliest first."""
    known = _outlines(mark)
    if mirrored:
        known = tuple(np.ascontiguousarray(one[:, ::-1] * np.array((1, -1), np.float32)) for one in known)
    return [_inner(place.box, picture.shape) for place in places(known, picture, FEW) if place.share >= LIKELY]


def marked(mark: Logo, picture: Array) -> Box | None:
    """The box of the logo in a picture (h, w, 3), where enough of its marks stand in their arrangement."""
    small = reduced(picture, SEARCHED)
    there = marks(small, most=MANY)
    found = [one for look, size in _marks(mark) if (one := arranged(look, there, size)) and one.count >= ENOUGH_MARKS]
    if not found:
        return None
    corners = max(found, key=lambda one: one.count).corners / small.shape[1::-1]
    (x0, y0), (x1, y1) = (np.clip(side, 0, 1) for side in (corners.min(axis=0), corners.max(axis=0)))
    return (float(x0), float(y0), float(x1), float(y1)) if x0 < x1 and y0 < y1 else None


def _inner(frame: Box, shape: tuple[int, ...]) -> Box:
    """What a frame holds besides its margin, in a picture of this shape."""
    x0, y0, x1, y1 = frame
    height, width = shape[:2]
    margin = max((x1 - x0) * width, (y1 - y0) * height) * MARGIN / (SIDE + 2 * MARGIN)
    return x0 + margin / width, y0 + margin / height, x1 - margin / width, y1 - margin / height


@lru_cache(maxsize=8)
def _marks(mark: Logo) -> tuple[tuple[Marks, tuple[int, int]], ...]:
    """The marks of a logo at several sizes and on several grounds, and its width and height there."""
    found = []
    for side in SHOWN:
        drawn = mark.fitted(side, side)
        height, width = drawn.cover.shape
        for ground in GROUNDS:
            roomy = np.full((height + 2 * ROOM, width + 2 * ROOM, 3), ground, np.uint8)
            roomy[ROOM:-ROOM, ROOM:-ROOM] = drawn.over(np.full((height, width, 3), ground, np.float32))
            points, described = marks(roomy)
            found.append(((points - ROOM, described), (width, height)))
    return tuple(found)


@lru_cache(maxsize=8)
def _outlines(mark: Logo) -> tuple[Array, ...]:
    drawn = framed(mark)
    return tuple(outlines([drawn.over(np.full(drawn.pixels.shape, ground, np.float32)).astype(np.uint8) for ground in GROUNDS]))
