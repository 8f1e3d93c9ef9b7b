"""The selection: its mask, the ants that march around it, and the veil that shows how soft it is."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from desktop.canvas import drawing, masks
from desktop.canvas.geometry import Lens, Point
from desktop.canvas.masks import Region
from desktop.canvas.outlines import outline
from desktop.canvas.tiles import Tiles
from desktop.style.tokens import DARK
from engine.types import Array

DASH: Final = 4.0
VEIL: Final = 0.42


class Selection:
    """`mask` is uint8 (h, w), or None where nothing is selected; it is never changed in place once it was given out."""

    def __init__(self) -> None:
        self.mask: Array | None = None
        self.phase = 0.0
        self.veiled = False
        self._drawn: Tiles | None = None
        self._path: QPainterPath | None = None

    def set(self, mask: Array | None) -> None:
        self.mask = mask if mask is not None and mask.any() else None
        self._drawn, self._path = None, None

    def begin_stroke(self, shape: masks.Shape) -> None:
        """Draw from now on into a copy, which only the veil shows until `set`."""
        start = self.mask if self.mask is not None else masks.rectangle(shape, (0, 0, 0, 0))
        self.mask = start.copy()
        self._drawn, self._path = Tiles(self.mask, drawing.colour(DARK.failed, VEIL)), QPainterPath()

    def stroke(self, a: Point, b: Point, size: float, softness: float, *, erase: bool) -> Region | None:
        """The region that changed. Only between `begin_stroke` and `set`."""
        if self.mask is None or self._drawn is None:
            return None
        region = masks.stroke(self.mask, a, b, size, softness, erase=erase)
        if region is not None:
            self._drawn.changed(region)
        return region

    def paint_veil(self, painter: QPainter, sheet: QRectF, exposed: QRectF, zoom: float) -> bool:
        if not self.veiled or self.mask is None:
            return True
        if self._drawn is None:
            self._drawn = Tiles(self.mask, drawing.colour(DARK.failed, VEIL))
        return self._drawn.paint(painter, sheet, exposed, zoom)

    def paint_ants(self, painter: QPainter, lens: Lens) -> None:
        if self.mask is None:
            return
        ants(painter, drawing.seen(self.path(), lens), self.phase)

    def path(self) -> QPainterPath:
        """The outline in canvas pixels."""
        if self._path is None:
            self._path = drawing.path(outline(self.mask)) if self.mask is not None else QPainterPath()
        return self._path


def ants(painter: QPainter, shape: QPainterPath, phase: float) -> None:
    """Black and white dashes along the path, `phase` view pixels on."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(drawing.pen(DARK.overlay_back))
    painter.drawPath(shape)
    dashes = drawing.pen(DARK.overlay, dashes=(DASH, DASH))
    dashes.setDashOffset(-phase)
    painter.setPen(dashes)
    painter.drawPath(shape)
