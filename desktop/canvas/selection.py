"""The selection: its mask, the ants that march around it, and the veil that shows how soft it is."""

from __future__ import annotations

from typing import Final

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from desktop.canvas import drawing, masks
from desktop.canvas.geometry import Lens, Point
from desktop.canvas.masks import Region
from desktop.canvas.outlines import outline
from desktop.canvas.tiles import TILE, Tiles
from desktop.style.tokens import DARK
from engine.types import Array

DASH: Final = 4.0
VEIL: Final = 0.42


class Selection:
    """`mask` is uint8 (h, w), or None where nothing is selected. A stroke changes it in place: copy it to keep it."""

    def __init__(self) -> None:
        self.mask: Array | None = None
        self.phase = 0.0
        self.veiled = False
        self._was_empty = True
        self._replaced: dict[tuple[int, int], Array] = {}
        self._drawn: Tiles | None = None
        self._path: QPainterPath | None = None
        self._traced: tuple[int, Region] | None = None

    def set(self, mask: Array | None) -> None:
        if mask is None or mask is not self.mask:
            self._drawn = None
        self.mask = mask if mask is not None and mask.any() else None
        self._path = None

    def begin_stroke(self, shape: masks.Shape) -> None:
        """Draw from now on into the mask, of which only the veil shows until `set`."""
        self._was_empty, self._replaced = self.mask is None, {}
        if self.mask is None:
            self.mask = np.zeros(shape, np.uint8)
        elif not self.mask.flags.writeable:
            self.mask = self.mask.copy()
        self._path, self._traced = QPainterPath(), None
        if self._drawn is None or self._drawn.pixels is not self.mask:
            self._drawn = Tiles(self.mask, drawing.colour(DARK.failed, VEIL))

    def stroke(self, a: Point, b: Point, size: float, softness: float, *, erase: bool) -> Region | None:
        """The region that changed. Only between `begin_stroke` and `set`."""
        if self.mask is None or self._drawn is None:
            return None
        region = masks.reach(a, b, size, (self.mask.shape[0], self.mask.shape[1]))
        if region is not None:
            for y in range(region[1] // TILE * TILE, region[3], TILE):
                for x in range(region[0] // TILE * TILE, region[2], TILE):
                    if (x, y) not in self._replaced:
                        self._replaced[x, y] = self.mask[y : y + TILE, x : x + TILE].copy()
            masks.stroke(self.mask, a, b, size, softness, erase=erase)
            self._drawn.changed(region)
        return region

    def cancel_stroke(self) -> None:
        """The mask as it was before `begin_stroke`."""
        if self.mask is not None:
            for (x, y), pixels in self._replaced.items():
                self.mask[y : y + TILE, x : x + TILE] = pixels
        self._drawn = None
        self.set(None if self._was_empty else self.mask)

    def paint_veil(self, painter: QPainter, sheet: QRectF, exposed: QRectF, zoom: float) -> bool:
        if not self.veiled or self.mask is None:
            return True
        if self._drawn is None:
            self._drawn = Tiles(self.mask, drawing.colour(DARK.failed, VEIL))
        return self._drawn.paint(painter, sheet, exposed, zoom)

    def paint_ants(self, painter: QPainter, lens: Lens, shown: QRectF) -> None:
        if self.mask is not None:
            ants(painter, drawing.seen(self.path(lens, shown), lens), self.phase)

    def path(self, lens: Lens, shown: QRectF) -> QPainterPath:
        """The outline in canvas pixels, for what the view shows and as much around it, no finer than the view is."""
        if self.mask is None:
            return QPainterPath()
        step = max(1, int(1 / lens.scale))
        (x0, y0), (x1, y1) = (lens.to_canvas((p.x(), p.y())) for p in (shown.topLeft(), shown.bottomRight()))
        seen = masks.clipped((x0, y0, x1, y1), (self.mask.shape[0], self.mask.shape[1]))
        if self._path is None or (seen and not self._covers(step, seen)):
            around = ((x1 - x0) / 2, (y1 - y0) / 2)
            wide = (x0 - around[0], y0 - around[1], x1 + around[0], y1 + around[1])
            part = masks.clipped(wide, (self.mask.shape[0], self.mask.shape[1])) or (0, 0, 1, 1)
            self._path, self._traced = self._outlined(part, step), (step, part)
        return self._path

    def _covers(self, step: int, seen: Region) -> bool:
        if self._traced is None:
            return True
        traced, (x0, y0, x1, y1) = self._traced
        return traced == step and x0 <= seen[0] and y0 <= seen[1] and x1 >= seen[2] and y1 >= seen[3]

    def _outlined(self, part: Region, step: int) -> QPainterPath:
        """What is too small for the step is traced to the pixel."""
        x0, y0, x1, y1 = part
        inside: Array = self.mask[y0:y1, x0:x1] if self.mask is not None else np.zeros((1, 1), np.uint8)
        corner = np.array([x0, y0], np.float32)
        loops = outline(inside[::step, ::step]) if step > 1 else []
        if not loops:
            return drawing.path(loop + corner for loop in outline(inside))
        return drawing.path(loop * step + corner for loop in loops)


def ants(painter: QPainter, shape: QPainterPath, phase: float) -> None:
    """Black and white dashes along the path, `phase` view pixels on."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(drawing.pen(DARK.overlay_back))
    painter.drawPath(shape)
    dashes = drawing.pen(DARK.overlay, dashes=(DASH, DASH))
    dashes.setDashOffset(-phase)
    painter.setPen(dashes)
    painter.drawPath(shape)
