"""What is wrong with a logo that was found without masks, where what is seen is surely the logo and surely wrong."""

from __future__ import annotations

import numpy as np

from engine.composite import box_of, window
from engine.critics.brand.resemblance import Resemblance, Shown, resemblance
from engine.logo import Logo
from engine.types import Array

SURELY = 0.85
"""What is alike so far is the logo, but for what is wrong with it."""
LEFT = 0.6
"""The share of a logo by which one that is cut off is known."""
GONE = 0.5
"""And how little of the rest is there."""
OFF_FLAT, OFF_LIT = 0.5, 0.1
"""How little its colours are those of its file where they are surely others: in flat artwork, and in some light."""
SIMPLE = 0.9
"""The share that an outline has in common with a bare rectangle or ellipse (IoU), from which many things look like it."""
BLOCK, COLOURS, LEAST = 64, 6, 0.03
"""Levels of a channel that are one colour, and of how many colours, of at least such a share, a logo is known in others."""


def simple(drawn: Logo) -> bool:
    """Whether the outline of a logo of one colour is a mere rectangle or ellipse."""
    return len(_colours(drawn)) == 1 and _bare(_filled(drawn.cover))


def plain(drawn: Logo) -> bool:
    """Whether the logo is no more than that: not even a hole is in it."""
    return simple(drawn) and bool((drawn.cover > 0.5).sum() > SIMPLE * _filled(drawn.cover).sum())


def fault(drawn: Logo, area: Array, shown: Shown, found: Resemblance) -> str | None:
    """What is wrong with what the area (h, w, 3) shows, which was `found` so like the logo; None where it may not be one."""
    if found.alike >= SURELY and found.coloured >= SURELY:
        return "The logo is stretched." if found.even < GONE else None
    recoloured = _recoloured(drawn, area) if found.coloured < (OFF_FLAT if shown.flat else OFF_LIT) else None
    if recoloured and resemblance(recoloured, area, shown).share >= SURELY:
        return "The logo's colours are not those of its file."
    for part in _sides(drawn):
        half = resemblance(drawn, area, shown, part)
        if half.share >= SURELY and half.missing >= GONE:
            return "The logo is not like its file, or not all of it is there."
    return None


def _sides(drawn: Logo) -> list[Array]:
    """What is left of a logo that is cut off at its right, left, bottom or top, (h, w; bool)."""
    height, width = drawn.cover.shape
    down, across = np.mgrid[0:height, 0:width]
    return [across < LEFT * width, across >= (1 - LEFT) * width, down < LEFT * height, down >= (1 - LEFT) * height]


def _recoloured(drawn: Logo, area: Array) -> Logo | None:
    """The logo in the colours that are seen in its places; None for one of too many."""
    import cv2

    colours = _colours(drawn)
    if not 0 < len(colours) <= COLOURS:
        return None
    seen = cv2.resize(area, drawn.cover.shape[::-1], interpolation=cv2.INTER_AREA)
    apart = np.abs(drawn.pixels[..., None, :].astype(np.int64) - np.array(colours)).sum(axis=-1)
    nearest, pixels = apart.argmin(axis=-1), drawn.pixels.copy()
    for n in range(len(colours)):
        own = nearest == n
        pixels[own] = np.median(seen[own & (drawn.cover > 0.9)], axis=0)
    return Logo(pixels, drawn.cover)


def _colours(drawn: Logo) -> list[tuple[int, ...]]:
    """The colours of at least a little of the logo."""
    inside = drawn.pixels[drawn.cover > 0.9]
    bins, where, counts = np.unique(inside // BLOCK, axis=0, return_inverse=True, return_counts=True)
    return [
        tuple(int(level) for level in np.median(inside[where.ravel() == n], axis=0))
        for n in range(len(bins))
        if counts[n] >= LEAST * len(inside)
    ]


def _filled(cover: Array) -> Array:
    """What the outermost outlines of a logo hold, (h, w; bool)."""
    import cv2

    outer, _ = cv2.findContours((cover > 0.5).astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    return np.asarray(cv2.drawContours(np.zeros(cover.shape, np.uint8), outer, -1, 1, cv2.FILLED) > 0)


def _bare(filled: Array) -> bool:
    """Whether a shape (h, w; bool) is a rectangle or an ellipse."""
    shape = filled[window(box_of(filled), *filled.shape[::-1])]
    down, across = (np.linspace(-1, 1, side) for side in shape.shape)
    ellipse = across**2 + down[:, None] ** 2 <= 1
    return any((shape & one).sum() >= SIMPLE * (shape | one).sum() for one in (ellipse, np.ones_like(ellipse)))
