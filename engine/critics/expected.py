"""Where a staged scene has outlines by its plan: at the rims and edges of its things and around what is printed on them."""

from __future__ import annotations

import numpy as np

from engine.api import RunContext
from engine.critics.camera import Sketches
from engine.staging import Sketch
from engine.types import Array, Plan

HALVED = 2
"""So many times smaller than the picture is what is sketched."""
APART = 60
"""Levels by which a thing differs from another at least."""


def expected(plan: Plan, shape: tuple[int, ...], sketches: Sketches, context: RunContext) -> Array:
    """The outlines that a staged plan's picture of this shape (height, width, …) should have: uint8 (rows, columns), HALVED."""
    rows, columns = (-(-length // HALVED) for length in shape[:2])
    longer = max(rows, columns)
    size = longer * HALVED * plan.canvas.width / shape[1]
    return outlines(sketches(plan, (0.0, 0.0, size), longer, context))[:rows, :columns]


def outlines(sketch: Sketch) -> Array:
    """How many levels the sketch's colours or normals change by from pixel to pixel, and 1 more: uint8 (side, side), 1..255."""
    import cv2

    look, solid = np.ascontiguousarray(sketch.look), sketch.solid.astype(np.int16)
    square = np.ones((3, 3), np.uint8)
    change = np.asarray(cv2.morphologyEx(look, cv2.MORPH_GRADIENT, square)).max(axis=2)
    rim = cv2.dilate(solid, square) != cv2.erode(solid, square)
    return np.asarray(1 + np.minimum(254, np.maximum(change, APART * rim)), np.uint8)
