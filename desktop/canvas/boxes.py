"""The plan's boxes over the picture: hairlines with small labels, handles on the chosen one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from desktop.canvas import drawing
from desktop.canvas.geometry import Handle, Lens, Point, Rect, area, handle_at, handles, smallest_at, to_box, to_pixels
from desktop.canvas.values import PlanBox
from desktop.style.tokens import DARK
from engine.types import Box

REACH: Final = 8.0
HANDLE: Final = 7.0
WHOLE: Final = 0.98
"""A box over more than this share of the canvas, a background, shows only once Tab has chosen it."""
CURSORS: Final[dict[Handle, Qt.CursorShape]] = {
    "move": Qt.CursorShape.SizeAllCursor,
    "nw": Qt.CursorShape.SizeFDiagCursor, "se": Qt.CursorShape.SizeFDiagCursor,
    "ne": Qt.CursorShape.SizeBDiagCursor, "sw": Qt.CursorShape.SizeBDiagCursor,
    "n": Qt.CursorShape.SizeVerCursor, "s": Qt.CursorShape.SizeVerCursor,
    "e": Qt.CursorShape.SizeHorCursor, "w": Qt.CursorShape.SizeHorCursor,
}  # fmt: skip


class Boxes:
    def __init__(self) -> None:
        self.items: tuple[PlanBox, ...] = ()
        self.visible = True
        self.editable = False
        self.selected: str | None = None
        self.hovered: str | None = None
        self.guides: tuple[tuple[Point, Point], ...] = ()
        self.size = (1, 1)

    def set(self, items: Sequence[PlanBox]) -> None:
        self.items = tuple(items)
        ids = {item.id for item in items}
        self.selected = self.selected if self.selected in ids else None
        self.hovered = self.hovered if self.hovered in ids else None

    def rect(self, box_id: str) -> Rect:
        """In canvas pixels. Raises KeyError where there is no such box."""
        return dict(self.rects())[box_id]

    def rects(self) -> list[tuple[str, Rect]]:
        return [(item.id, to_pixels(item.box, *self.size)) for item in self.items]

    def place(self, box_id: str, rect: Rect) -> Box:
        """Put the box there, and give it in 0..1."""
        box = to_box(rect, *self.size)
        self.items = tuple(PlanBox(item.id, item.label, box) if item.id == box_id else item for item in self.items)
        return box

    def grab(self, at: Point, lens: Lens) -> tuple[str, Handle] | None:
        """The box under the view point and the handle that is held; the chosen box's handles come first."""
        if not (self.visible and self.editable):
            return None
        if self.selected is not None:
            handle = handle_at(lens.rect_to_view(self.rect(self.selected)), at, REACH)
            if handle is not None and handle != "move":
                return self.selected, handle
        small = [item for item in self.items if area(item.box) < WHOLE]
        found = smallest_at(((item.id, lens.rect_to_view(to_pixels(item.box, *self.size))) for item in small), at)
        return (found, "move") if found is not None else None

    def after(self, box_id: str | None, direction: int) -> str | None:
        """The id of the box that Tab goes to from this one; None past either end."""
        ids = [item.id for item in self.items]
        index = ids.index(box_id) + direction if box_id in ids else (0 if direction > 0 else len(ids) - 1)
        return ids[index] if 0 <= index < len(ids) else None

    def paint(self, painter: QPainter, lens: Lens, shown: QRectF) -> None:
        if not self.visible:
            return
        seen = [item for item in self.items if area(item.box) < WHOLE or item.id == self.selected]
        order = sorted(seen, key=lambda item: (item.id == self.selected, item.id == self.hovered, -area(item.box)))
        for item in order:
            strong = item.id in (self.selected, self.hovered)
            line = drawing.pen(DARK.accent if item.id == self.selected else DARK.overlay, alpha=1.0 if strong else 0.75)
            drawing.frame(painter, lens.rect_to_view(to_pixels(item.box, *self.size)), line)
        self._paint_labels(painter, lens, shown, order)
        for a, b in self.guides:
            painter.setPen(drawing.pen(DARK.accent, alpha=0.9, dashes=(4, 3)))
            painter.drawLine(QPointF(*lens.to_view(a)), QPointF(*lens.to_view(b)))
        if self.editable and self.selected is not None:
            self._paint_handles(painter, lens.rect_to_view(self.rect(self.selected)))

    def _paint_labels(self, painter: QPainter, lens: Lens, shown: QRectF, order: Sequence[PlanBox]) -> None:
        """From the most important down; one that would cover another is left out."""
        placed: list[QRectF] = []
        for item in reversed(order):
            x0, y0, x1, _ = lens.rect_to_view(to_pixels(item.box, *self.size))
            strong = item.id in (self.selected, self.hovered)
            label = drawing.short(painter.font(), item.label)
            width, height = drawing.pill_size(painter.font(), label)
            top = y0 - height - 2 if y0 - height - 2 >= shown.top() else y0 + 3
            spot = QRectF(round(max(x0, shown.left() + 3)) + (3 if top > y0 else 0), round(top), width, height)
            room = strong or (width <= x1 - x0 + 24 and not any(spot.intersects(other) for other in placed))
            if label and room:
                chosen = item.id == self.selected
                back, ink = (DARK.accent, DARK.on_accent) if chosen else (DARK.overlay_back, DARK.text)
                drawing.pill(painter, spot, label, back=back, ink=ink, alpha=1.0 if chosen else 0.6)
                placed.append(spot)

    def _paint_handles(self, painter: QPainter, rect: Rect) -> None:
        small = min(rect[2] - rect[0], rect[3] - rect[1]) < 4 * HANDLE
        for name, (x, y) in handles(rect).items():
            if small and len(name) == 1:
                continue
            square = QRectF(round(x - HANDLE / 2) + 0.5, round(y - HANDLE / 2) + 0.5, HANDLE, HANDLE)
            painter.setPen(drawing.pen(DARK.on_accent))
            painter.setBrush(drawing.colour(DARK.overlay))
            painter.drawRect(square)
