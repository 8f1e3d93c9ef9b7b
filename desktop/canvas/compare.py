"""Two pictures against each other: a wipe, side by side, or one after the other."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QPainter, QPolygonF

from desktop.canvas import drawing
from desktop.canvas.geometry import Lens, Point
from desktop.canvas.tiles import Tiles
from desktop.canvas.values import CompareMode
from desktop.style.tokens import DARK, SMALL, Theme
from engine.types import Array

KNOB: Final = 13.0
BLINK_MS: Final = 700


class Compare:
    """`other` is the picture on the left or the one that blinks in; `at` is the wipe's place in 0..1 of the canvas."""

    def __init__(self) -> None:
        self.other: Tiles | None = None
        self.mode: CompareMode = "wipe"
        self.at = 0.5
        self.blinked = False
        self.names = ("", "")

    def set(self, other: Array | None, mode: CompareMode, names: tuple[str, str]) -> None:
        if other is None or self.other is None or self.other.pixels is not other:
            self.other = Tiles(other) if other is not None else None
        self.mode, self.names, self.blinked = mode, names, False

    def pane(self, shown: QRectF) -> QRectF:
        """Where the picture itself is: the right half when side by side, else all."""
        if self.other is not None and self.mode == "side":
            return shown.adjusted(round(shown.width() / 2), 0, 0, 0)
        return shown

    def over(self, at: Point, shown: QRectF) -> Point:
        """The point's place in the pane of the picture, where it lies in the other's half."""
        left = self.pane(shown).left()
        return (at[0] + left, at[1]) if at[0] < left else at

    def holds(self, at: Point, lens: Lens, size: tuple[int, int]) -> bool:
        """Whether the view point is on the wipe's line."""
        return self.other is not None and self.mode == "wipe" and abs(at[0] - self._line(lens, size)) <= KNOB

    def slide(self, at: Point, lens: Lens, size: tuple[int, int]) -> None:
        self.at = min(max(lens.to_canvas(at)[0] / size[0], 0.0), 1.0)

    def paint(self, painter: QPainter, lens: Lens, shown: QRectF, size: tuple[int, int], zoom: float, theme: Theme) -> bool:
        """`zoom` is device pixels per canvas pixel, the painter is in view pixels. False: coarse parts are left to mend."""
        if self.other is None:
            return True
        x0, y0, x1, y1 = lens.rect_to_view((0, 0, *size))
        sheet = QRectF(x0, y0, x1 - x0, y1 - y0)
        left, right = self.names
        painter.save()
        whole = True
        dense = zoom / lens.scale
        if self.mode == "wipe":
            line = self._line(lens, size)
            painter.setClipRect(QRectF(shown.left(), shown.top(), line - shown.left(), shown.height()))
            whole = self.other.paint(
                painter, sheet, QRectF(shown.left(), shown.top(), line - shown.left(), shown.height()), dense
            )
            painter.setClipping(False)
            self._paint_line(painter, line, QRectF(sheet.intersected(shown)))
        elif self.mode == "side":
            pane = self.pane(shown)
            half = QRectF(shown.left(), shown.top(), pane.left() - shown.left(), shown.height())
            painter.setClipRect(half)
            painter.fillRect(half, drawing.colour(theme.surround))
            whole = self.other.paint(painter, sheet.translated(-pane.left(), 0), half, dense)
            painter.setClipping(False)
            painter.fillRect(QRectF(pane.left() - 1, shown.top(), 1, shown.height()), drawing.colour(theme.edge))
        elif self.blinked:
            whole = self.other.paint(painter, sheet, shown, dense)
            left, right = self.names[0], ""
        else:
            left, right = self.names[1], ""
        painter.restore()
        self._paint_names(painter, shown, left, right)
        return whole

    def _line(self, lens: Lens, size: tuple[int, int]) -> float:
        return round(lens.to_view((self.at * size[0], 0))[0])

    def _paint_line(self, painter: QPainter, x: float, sheet: QRectF) -> None:
        painter.fillRect(QRectF(x - 2, sheet.top(), 3, sheet.height()), drawing.colour(DARK.overlay_back, 0.45))
        painter.fillRect(QRectF(x - 1, sheet.top(), 1, sheet.height()), drawing.colour(DARK.overlay))
        middle = QPointF(x - 0.5, round(sheet.center().y()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(drawing.pen(DARK.overlay_back, alpha=0.5))
        painter.setBrush(drawing.colour(DARK.overlay))
        painter.drawEllipse(middle, KNOB, KNOB)
        painter.setPen(drawing.pen(DARK.on_accent, 1.6))
        painter.setBrush(drawing.colour(DARK.overlay, 0))
        for side in (-1, 1):
            tip = [QPointF(side * 4, -4), QPointF(side * 8, 0), QPointF(side * 4, 4)]
            painter.drawPolyline(QPolygonF([middle + point for point in tip]))

    def _paint_names(self, painter: QPainter, shown: QRectF, left: str, right: str) -> None:
        """Left name in the left corner; the right one in the right corner, or at the pane's left when side by side."""
        for name, is_left in ((left, True), (right, False)):
            if not name:
                continue
            width, height = drawing.pill_size(painter.font(), name)
            x = shown.left() + SMALL if is_left else shown.right() - SMALL - width
            if not is_left and self.mode == "side":
                x = self.pane(shown).left() + SMALL
            drawing.pill(painter, QRectF(round(x), round(shown.top() + SMALL), width, height), name)


def usual_names() -> tuple[str, str]:
    return QCoreApplication.translate("Canvas", "Before"), QCoreApplication.translate("Canvas", "After")
