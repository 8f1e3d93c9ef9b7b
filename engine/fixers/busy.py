"""Writing on a ground that is no plain surface, a photograph or a pattern: told by its ink, which is all of one colour."""

from __future__ import annotations

from typing import cast

import numpy as np

from engine.fixers.clusters import clusters
from engine.types import Array

COLOURS = 8
"""Into so many colours an area is sorted to find the ink."""
SAME = 12.0
"""Lab distance from the ink's colour within which a pixel is full of ink."""
STROKE = 0.16
"""Half the width of the widest strokes, as a share of the height of the writing."""
BEYOND = 0.08
"""Where a larger share of it lies around, what has the ink's colour is the picture's own as well."""
EDGE = 2
"""Pixels round full ink where it is mixed with the ground."""


def inked(pixels: Array, colours: Array, inside: Array) -> tuple[Array, Array, Array] | None:
    """The ground (h, w, 3) carried on beneath the writing, where the writing and its edges hide it (h, w; bool), and the
    ink's colour (3,), of uint8 sRGB (h, w, 3) with its Lab `colours` and writing somewhere `inside` (h, w; bool); None where
    no colour is that of letters alone: frequent inside and rare around, in thin strokes all along."""
    import cv2

    full = _letters(colours, inside)
    if full is None:
        return None
    ink = np.median(pixels[full], axis=0).astype(np.float32)
    hidden = cv2.dilate(full.astype(np.uint8), cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * EDGE + 1, 2 * EDGE + 1)))
    ground = cv2.inpaint(np.ascontiguousarray(pixels), hidden, 4, cv2.INPAINT_TELEA).astype(np.float32)
    return ground, hidden > 0, ink


def _letters(colours: Array, inside: Array) -> Array | None:
    """Which pixels (h, w; bool) are full of ink."""
    labels, centres = clusters(colours.reshape(-1, 3), COLOURS)
    labels = labels.reshape(inside.shape)
    rows, columns = np.flatnonzero(inside.any(axis=1)), np.flatnonzero(inside.any(axis=0))
    best, found = 0.05, None
    for at, centre in enumerate(centres):
        within = inside & (labels == at)
        if within.sum() < 20:
            continue
        middle = np.median(colours[within], axis=0)
        full = np.linalg.norm(colours - middle, axis=2) < SAME
        thin = inside & _strokes(full, max(1.0, STROKE * len(rows)))
        around = ~inside & (np.linalg.norm(colours - centre, axis=2) < SAME)
        more = thin[inside].mean() - around.sum() / max(1, int((~inside).sum()))
        along = thin[:, columns].any(axis=0).mean()
        even = float((np.linalg.norm(colours[thin] - middle, axis=1) < SAME / 2).mean()) if thin.any() else 0.0
        if (score := more * along * even) > best:
            best, found = score, _whole(thin, full & ~inside)
    return found if found is not None and found[~inside].sum() < BEYOND * found.sum() else None


def _strokes(marked: Array, most: float) -> Array:
    """What is marked (h, w; bool) without what a disc of that radius fits into."""
    import cv2

    deep = cv2.distanceTransform(marked.astype(np.uint8), cv2.DIST_L2, 5) > most
    if not deep.any():
        return marked
    thin: Array = marked & (cv2.distanceTransform((~deep).astype(np.uint8), cv2.DIST_L2, 5) > most)
    return thin


def _whole(letters: Array, beyond: Array) -> Array:
    """The letters (h, w; bool) without specks, and with what of them reaches beyond."""
    import cv2

    labels, stats = cv2.connectedComponentsWithStats((letters | beyond).astype(np.uint8))[1:3]
    sizes = stats[:, cv2.CC_STAT_AREA]
    keep = (sizes >= 4) & (np.bincount(labels[letters], minlength=len(sizes)) > 0.4 * sizes)
    keep[0] = False
    return cast(Array, keep[labels])
