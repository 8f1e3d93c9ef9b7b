"""A logo on a staged thing as it looks from straight ahead: taken off its surface, where the staged camera sees it."""

from __future__ import annotations

import numpy as np

from engine.composite import overlap
from engine.staging import Stage, stage
from engine.staging.pieces import Sheet
from engine.staging.prints import Rect
from engine.types import Array, Box, Plan

STEPS = 25
"""Points across and down at which the surface is projected; between them is interpolated."""
SAME = 0.5
"""The overlap (IoU) from which what is seen is where the staged camera sees it."""


def front(plan: Plan, element: str | None, shape: tuple[int, ...], margin: int, picture: Array, seen: Box) -> Array | None:
    """The logo off a picture (h, w, 3), uint8, in the `shape` (height, width) of its frame, so many pixels of it its margin.

    None where no such logo is staged, or the one that is seen in such a frame is elsewhere.
    """
    import cv2

    try:
        set_up = stage(plan)
    except ValueError:
        return None
    places = [(sheet, line.rect) for sheet in set_up.sheets for line in sheet.lines if line.element == element]
    if not places:
        return None
    there = _projected(set_up, *places[0], shape, margin)
    (x0, y0), (x1, y1) = there.min(axis=(0, 1)), there.max(axis=(0, 1))
    if overlap((x0, y0, x1, y1), seen) < SAME:
        return None
    height, width = picture.shape[:2]
    left, top = max(0, int(x0 * width) - 2), max(0, int(y0 * height) - 2)
    part = picture[top : int(y1 * height) + 3, left : int(x1 * width) + 3]
    scale = min(1.0, max(shape) / max(part.shape[:2]))
    part = cv2.resize(part, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    grid = ((there * (width, height) - (left, top)) * scale - 0.5).astype(np.float32)
    grid = cv2.resize(grid, shape[1::-1], interpolation=cv2.INTER_LINEAR)
    return np.asarray(cv2.remap(part, grid[..., 0], grid[..., 1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE))


def _projected(set_up: Stage, sheet: Sheet, room: Rect, shape: tuple[int, ...], margin: int) -> Array:
    """Where points of the frame of a logo in the middle of its room on a sheet lie in the picture, (STEPS, STEPS, 2), 0..1.

    They are in the middles of cells, as pixels are.
    """
    (s0, t0, s1, t1), (wide, tall) = room, sheet.patch.measures
    size = min((s1 - s0) * wide / (shape[1] - 2 * margin), (t1 - t0) * tall / (shape[0] - 2 * margin))
    cells = (np.arange(STEPS) + 0.5) / STEPS - 0.5
    across, down = (s0 + s1) / 2 + cells * size * shape[1] / wide, (t0 + t1) / 2 - cells * size * shape[0] / tall
    pose, view = set_up.solids[sheet.solid].pose, set_up.view
    return np.array([[view.project(pose.world(sheet.patch.point(s, t)))[:2] for s in across] for t in down])
