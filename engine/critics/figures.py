"""Things standing on a plain ground in a picture without masks: the simple case that needs no detector."""

from __future__ import annotations

import numpy as np

from engine.critics.evidence import Instance
from engine.critics.looking import box_of, lab
from engine.types import Array, Element, Plan
from engine.vocabulary import GROUNDS, PRINTS

PLAIN = 5.0
APART = 14.0
SOLID = 0.94
"""The share of its convex hull that two round things fill at most where they touch, about."""


def figures(plan: Plan, element: Element, picture: Array) -> list[Instance]:
    """The blobs that stand out from a plain ground, if `element` is the plan's only thing; else none.

    Evidence is 1 by construction; whether a blob really is what the element's label says nobody has checked.
    """
    import cv2

    things = [one for one in plan.elements if one.kind not in GROUNDS | PRINTS]
    if [one.id for one in things] != [element.id] or min(picture.shape[:2]) < 32:
        return []
    colours = lab(picture)
    away = ground_distance(colours)
    if away is None:
        return []
    opened = cv2.morphologyEx((away > APART).astype(np.uint8), cv2.MORPH_OPEN, np.ones((3, 3), np.uint8))
    number, labels, stats, centres = cv2.connectedComponentsWithStats(opened, connectivity=8)
    height, width = away.shape
    found = []
    largest = max((int(stats[index][4]) for index in range(1, number)), default=0)
    for index in range(1, number):
        if stats[index][4] < max(0.002 * away.size, 0.2 * largest):
            continue
        mask = labels == index
        box = box_of(mask)
        if box is not None:
            found.append(Instance(mask, box, (float(centres[index][0]) / width, float(centres[index][1]) / height), 1.0))
    return found


def ragged(blob: Instance) -> bool:
    """Whether the blob's outline goes in so far that it may be several things."""
    import cv2

    outline, _ = cv2.findContours(blob.mask.astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    hull = cv2.fillConvexPoly(np.zeros(blob.mask.shape, np.uint8), cv2.convexHull(np.concatenate(outline)), 1)
    return bool(blob.mask.sum() < SOLID * hull.sum())


def ground_distance(colours: Array) -> Array | None:
    """Lab distance of each pixel from the ground seen along the border, a smooth surface; None where it is not plain."""
    height, width = colours.shape[:2]
    ring = max(2, min(height, width) // 25)
    border = np.ones((height, width), bool)
    border[ring:-ring, ring:-ring] = False
    rows, columns = np.nonzero(border)
    step = max(1, len(rows) // 4000)
    rows, columns = rows[::step], columns[::step]
    values = colours[rows, columns]
    keep = np.ones(len(rows), bool)
    terms = _terms(rows / height, columns / width)
    for _ in range(3):
        fit, *_rest = np.linalg.lstsq(terms[keep], values[keep], rcond=None)
        error = np.linalg.norm(values - terms @ fit, axis=1)
        keep = error <= max(2.0, 2.5 * float(np.median(error)))
    if keep.mean() < 0.7 or float(np.median(error)) > PLAIN:
        return None
    grid_y, grid_x = np.mgrid[0:height, 0:width]
    ground = (_terms(grid_y.ravel() / height, grid_x.ravel() / width) @ fit).reshape(colours.shape)
    distance: Array = np.linalg.norm(colours - ground, axis=2)
    return distance


def _terms(y: Array, x: Array) -> Array:
    return np.stack([np.ones_like(x), x, y, x * y, x * x, y * y], axis=-1).astype(np.float64)
