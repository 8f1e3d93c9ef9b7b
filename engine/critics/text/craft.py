"""From CRAFT's two score maps to quads of lines: letters that are linked are a word, words side by side are a line.

Source: Baek and others, Character Region Awareness for Text Detection, CVPR 2019, whose thresholds these are.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from engine.types import Array

LETTER, FAINT, LINK = 0.7, 0.4, 0.4
"""A word's surest letter scores LETTER, all of it FAINT or, between its letters, LINK."""
FEW = 10
"""Pixels of the maps below which nothing is a word."""


def word_quads(letters: Array, links: Array) -> list[Array]:
    """Quads (4, 2) round the words of two score maps (h, w), in the maps' pixels, from the upper left corner clockwise."""
    import cv2

    inside = letters > FAINT
    count, labels, stats, _ = cv2.connectedComponentsWithStats((inside | (links > LINK)).astype(np.uint8), connectivity=4)
    quads = []
    for label in range(1, count):
        left, top, width, height, size = (int(value) for value in stats[label])
        part = np.s_[top : top + height, left : left + width]
        own = (labels[part] == label) & inside[part]
        if size < FEW or not own.any() or float(letters[part][own].max()) < LETTER:
            continue
        grown = 2 * int(np.sqrt(size * min(width, height) / (width * height)))  # the score falls off before the letter ends
        kernel = np.ones((1 + grown, 1 + grown), np.uint8)
        spread = cv2.dilate(np.pad(own.astype(np.uint8), grown), kernel)
        rows, columns = np.nonzero(spread)
        quads.append(upright(np.stack([columns + left - grown, rows + top - grown], axis=-1).astype(np.float32)))
    return quads


def upright(points: Array) -> Array:
    """The smallest rectangle (4, 2) round the points, its corners clockwise from the upper left of its more level sides."""
    import cv2

    corners: Array = cv2.boxPoints(cv2.minAreaRect(points))
    middle = corners.mean(axis=0)
    angles = np.arctan2(corners[:, 1] - middle[1], corners[:, 0] - middle[0])
    corners = corners[np.argsort(angles)]
    sides = np.roll(corners, -1, axis=0) - corners
    level = sides[:, 0] - np.abs(sides[:, 1])
    return np.roll(corners, -int(np.argmax(level / np.linalg.norm(sides, axis=1).clip(1e-6))), axis=0)


def joined(words: Sequence[Array]) -> list[Array]:
    """Words of one size that stand side by side, in whatever direction they run, as one line."""
    groups = [[index] for index in range(len(words))]
    for at, one in enumerate(words):
        for index in range(at):
            if _beside(one, words[index]):
                mine, its = (next(group for group in groups if member in group) for member in (at, index))
                if mine is not its:
                    mine += its
                    groups.remove(its)
    return [words[group[0]] if len(group) == 1 else upright(np.concatenate([words[at] for at in group])) for group in groups]


def _beside(one: Array, other: Array) -> bool:
    (height, along), (its_height, _) = _measured(one), _measured(other)
    if not 0.6 < height / its_height < 1.6:
        return False
    across = np.array([-along[1], along[0]])
    middle, its = (quad @ np.stack([along, across], axis=-1) for quad in (one, other))
    gap = max(middle[:, 0].min(), its[:, 0].min()) - min(middle[:, 0].max(), its[:, 0].max())
    aside = abs(float(middle[:, 1].mean() - its[:, 1].mean()))
    return bool(gap < 0.8 * height and aside < 0.4 * height and np.ptp(its[:, 1]) < 1.6 * height)


def _measured(quad: Array) -> tuple[float, Array]:
    """A word's height, and the unit vector along it."""
    level, steep = quad[1] - quad[0], quad[3] - quad[0]
    wide, high = float(np.linalg.norm(level)), float(np.linalg.norm(steep))
    along = level if wide >= high else steep
    return max(min(wide, high), 1e-3), along / max(wide, high, 1e-6)
