"""Where the outline of a small picture lies in a large one, whatever the colours of either.

The small one's edges are laid on the large one's by their directions alone (orientation correlation: Fitch, Kadyrov, Christmas
and Kittler 2002), which are doubled, so that dark on light is like light on dark; at many sizes and some proportions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from engine.composite import overlap
from engine.critics.looking import reduced
from engine.types import Array, Box

FAINT: Final = 10.0
"""A change of so many levels over two pixels counts half."""
SOFT: Final = 1.2
"""Pixels by which edges may miss each other."""
SIZES: Final = (30, 33, 36, 40, 44, 49, 54)
"""Pixels of the longer side at which the small picture is laid on the large one, and on each that is half as large."""
ASPECTS: Final = (1.0, 0.8, 1.25)
"""How much wider than in its file it may be, as a thing in a scene shows it."""
NARROW: Final = 14
"""Pixels of the shorter side below which an outline is not looked for."""
SEARCHED: Final = 400_000
"""Pixels of a picture that is searched."""
EACH: Final = 4
"""So many places of each size are looked at."""
NEARLY: Final = 0.85
"""Of places that are one the likest counts, if such a share of the outline lies there as at the one where most does."""
APART: Final = 0.4
"""The overlap (IoU) from which two places are one."""


@dataclass(frozen=True)
class Place:
    """A box, the share of an outline that lies on edges there, and the share that these are of all that does, about 0..1."""

    box: Box
    share: float
    alike: float


def outlines(looks: Sequence[Array]) -> list[Array]:
    """The edges of a picture at all sizes and proportions, each (height, width, 2).

    It is drawn on several grounds, uint8 (h, w, 3), on one of which each edge is seen.
    """
    import cv2

    high, wide = looks[0].shape[:2]
    found = []
    for size in SIZES:
        for aspect in ASPECTS:
            scale = size / max(high, wide * aspect)
            shape = round(wide * aspect * scale), round(high * scale)
            if min(shape) >= NARROW:
                seen = np.stack([directions(cv2.resize(look, shape, interpolation=cv2.INTER_AREA)) for look in looks])
                clearest = np.hypot(seen[..., 0], seen[..., 1]).argmax(axis=0)[None, ..., None]
                found.append(np.take_along_axis(seen, clearest, 0)[0])
    return found


def places(known: Sequence[Array], picture: Array, most: int) -> list[Place]:
    """The likeliest places of an outline in a uint8 picture (h, w, 3), `most` at most and none over another."""
    found = sorted(_peaks(known, reduced(picture, SEARCHED)), key=lambda place: -place.share)
    kept: list[Place] = []
    while found and len(kept) < most:
        same = [place for place in found if overlap(place.box, found[0].box) >= APART]
        kept.append(max((place for place in same if place.share >= NEARLY * found[0].share), key=lambda place: place.alike))
        found = [place for place in found if place not in same]
    return kept


def _peaks(known: Sequence[Array], picture: Array) -> Iterator[Place]:
    import cv2

    while min(picture.shape[:2]) > SIZES[0]:
        edges, (height, width) = directions(picture), picture.shape[:2]
        drawn = (edges**2).sum(axis=2)
        for one in known:
            high, wide = one.shape[:2]
            if high > height or wide > width:
                continue
            own = float((one**2).sum())
            share = cv2.matchTemplate(edges, one, cv2.TM_CCORR) / own
            there = cv2.boxFilter(drawn, -1, (wide, high), normalize=False, anchor=(0, 0))
            for _ in range(EACH):
                _, best, _, (x, y) = cv2.minMaxLoc(share)
                box = x / width, y / height, (x + wide) / width, (y + high) / height
                yield Place(box, best, best * (own / max(float(there[y, x]), 1e-6)) ** 0.5)
                share[max(0, y - high // 3) : y + high // 3 + 1, max(0, x - wide // 3) : x + wide // 3 + 1] = -1
        picture = cv2.resize(picture, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)


def directions(picture: Array) -> Array:
    """The doubled directions of the edges of a uint8 picture (h, w, 3): (h, w, 2), as long as they are clear, 0..1."""
    import cv2

    across, down = (cv2.Sobel(picture, cv2.CV_32F, *way) / 4 for way in ((1, 0), (0, 1)))
    strongest = (across**2 + down**2).argmax(axis=2)[..., None]
    x, y = (np.take_along_axis(one, strongest, 2)[..., 0] for one in (across, down))
    size = np.hypot(x, y)
    share = 1 / np.maximum(size * (size + FAINT), 1e-6)
    return np.asarray(cv2.GaussianBlur(np.stack([(x * x - y * y) * share, 2 * x * y * share], axis=2), (0, 0), SOFT))
