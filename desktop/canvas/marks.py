"""The findings over the picture: an outline and a pill with sign and word, quiet where the check passed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from desktop.canvas import drawing
from desktop.canvas.geometry import Lens, Point, Rect, area, smallest_at, to_pixels
from desktop.canvas.values import Mark
from desktop.style.tokens import DARK, MEDIUM, RADIUS, SMALL, TIGHT
from engine.types import Verdict

WHOLE = 0.9
"""A mark over more than this share of the canvas is met by its pill only, not by a click anywhere."""


class Marks:
    def __init__(self) -> None:
        self.items: tuple[Mark, ...] = ()
        self.visible = True
        self.selected: str | None = None
        self.hovered: str | None = None
        self.size = (1, 1)
        self._pills: list[tuple[str, QRectF]] = []

    def set(self, items: Sequence[Mark]) -> None:
        self.items = tuple(items)
        ids = {item.id for item in items}
        self.selected = self.selected if self.selected in ids else None
        self.hovered = self.hovered if self.hovered in ids else None
        self._pills = []

    def at(self, point: Point, lens: Lens) -> str | None:
        """The mark whose pill, else whose region, lies under the view point."""
        if not self.visible:
            return None
        for name, place in reversed(self._pills):
            if place.contains(*point):
                return name
        regions = [(m.id, self._rect(m, lens)) for m in self.items if area(m.box) < WHOLE and m.verdict != "passed"]
        return smallest_at(regions, point)

    def mark(self, mark_id: str) -> Mark:
        return next(item for item in self.items if item.id == mark_id)

    def after(self, mark_id: str | None, direction: int) -> str | None:
        """The id of the mark that Tab goes to from this one; None past either end."""
        ids = [item.id for item in self.items]
        index = ids.index(mark_id) + direction if mark_id in ids else (0 if direction > 0 else len(ids) - 1)
        return ids[index] if 0 <= index < len(ids) else None

    def paint(self, painter: QPainter, lens: Lens, shown: QRectF) -> None:
        self._pills = []
        if not self.visible:
            return
        loudness = {"passed": 0, "unchecked": 1, "failed": 2}
        order = sorted(self.items, key=lambda m: (m.id == self.selected, m.id == self.hovered, loudness[m.verdict]))
        for mark in order:
            if mark.verdict == "passed" and mark.id not in (self.selected, self.hovered):
                continue
            self._paint_region(painter, mark, self._rect(mark, lens))
        for mark in reversed(order):
            self._paint_pill(painter, mark, self._rect(mark, lens), shown)
        if chosen := [mark for mark in order if mark.id == self.selected and mark.message]:
            self._paint_message(painter, chosen[0], shown)

    def _rect(self, mark: Mark, lens: Lens) -> Rect:
        return lens.rect_to_view(to_pixels(mark.box, *self.size))

    def _paint_region(self, painter: QPainter, mark: Mark, rect: Rect) -> None:
        chosen, near = mark.id == self.selected, mark.id == self.hovered
        others = self.selected is not None and not chosen
        alpha = 1.0 if chosen or near else 0.35 if others else 0.9
        dashes = (5, 4) if mark.verdict == "unchecked" else ()
        line = drawing.pen(
            drawing.COLOURS[mark.verdict], 2.0 if chosen else 1.5 if mark.verdict == "failed" else 1.0, alpha, dashes
        )
        drawing.frame(painter, rect, line)

    def _paint_pill(self, painter: QPainter, mark: Mark, rect: Rect, shown: QRectF) -> None:
        """Under the region's lower left corner, or beside the pills that are already there."""
        if rect[0] > shown.right() or rect[1] > shown.bottom() or rect[2] < shown.left() or rect[3] < shown.top():
            return
        strong = mark.id in (self.selected, self.hovered)
        text = word(mark.verdict) if strong or mark.verdict != "passed" else ""
        width, height = drawing.pill_size(painter.font(), text, sign=True)
        below = rect[3] + 3 + height <= shown.bottom()
        place = QRectF(round(rect[0]), round(rect[3] + 3 if below else rect[3] - height - 3), width, height)
        place.moveLeft(min(max(place.left(), shown.left() + 3), shown.right() - width - 3))
        place.moveTop(min(max(place.top(), shown.top() + 3), shown.bottom() - height - 3))
        while hit := next((other for _, other in self._pills if other.intersects(place)), None):
            place.moveLeft(hit.right() + 3)
            if place.right() > shown.right():
                place.moveTo(round(max(rect[0], shown.left() + 3)), hit.bottom() + 3)
            if place.bottom() > shown.bottom():
                break
        drawing.pill(painter, place, text, verdict=mark.verdict, alpha=0.92 if strong else 0.78)
        self._pills.append((mark.id, place))

    def _paint_message(self, painter: QPainter, mark: Mark, shown: QRectF) -> None:
        """The finding's sentence on a plate by its pill."""
        anchor = dict(self._pills).get(mark.id)
        if anchor is None:
            return
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)
        font = QFont(painter.font())
        limit = min(20 * QFontMetricsF(font).height(), shown.width() - 2 * MEDIUM)
        words = QFontMetricsF(font).boundingRect(QRectF(0, 0, limit, 1e6), flags, mark.message)
        plate = QRectF(anchor.left(), anchor.bottom() + TIGHT, words.width() + 2 * MEDIUM, words.height() + 2 * SMALL)
        if plate.bottom() > shown.bottom() - TIGHT:
            plate.moveBottom(anchor.top() - TIGHT)
        plate.moveLeft(max(min(plate.left(), shown.right() - plate.width() - TIGHT), shown.left() + TIGHT))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(drawing.pen(drawing.COLOURS[mark.verdict], alpha=0.7))
        painter.setBrush(drawing.colour(DARK.panel, 0.97))
        painter.drawRoundedRect(plate.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        painter.setPen(drawing.colour(DARK.text))
        painter.drawText(plate.adjusted(MEDIUM, SMALL, -MEDIUM + 2, -SMALL + 2), flags, mark.message)
        painter.restore()


def word(verdict: Verdict) -> str:
    return {
        "passed": QCoreApplication.translate("Canvas", "Passed"),
        "failed": QCoreApplication.translate("Canvas", "Failed"),
        "unchecked": QCoreApplication.translate("Canvas", "Unchecked"),
    }[verdict]
