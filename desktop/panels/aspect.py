"""The canvas's ratios, drawn to be chosen from."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.style import tokens
from desktop.style.look import Look
from engine.canvas import ASPECTS


class AspectPicker(QWidget):
    """The canvas's ratios, drawn. Arrow keys walk through them; `chosen` says which."""

    chosen = Signal(str)
    COLUMNS = 5

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look, self._value, self._hover = look, "1:1", ""
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def show_choice(self, value: str) -> None:
        if value != self._value:
            self._value = value
            self.setAccessibleDescription(value)
            self.update()

    def sizeHint(self) -> QSize:
        rows = -(-len(ASPECTS) // self.COLUMNS)
        return QSize(self._look.px(54) * self.COLUMNS, self._cell_height() * rows)

    def cell(self, aspect: str) -> QRect:
        """Where a ratio is drawn."""
        index = ASPECTS.index(aspect)
        width, height = self.width() / self.COLUMNS, self._cell_height()
        left, right = round(index % self.COLUMNS * width), round((index % self.COLUMNS + 1) * width)
        return QRect(left, index // self.COLUMNS * height, right - left, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._look.font(tokens.CAPTION))
        for aspect in ASPECTS:
            cell, selected = self.cell(aspect), aspect == self._value
            if selected or aspect == self._hover:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(theme.tint if selected else theme.control))
                painter.drawRoundedRect(QRectF(cell).adjusted(1, 1, -1, -1), tokens.RADIUS, tokens.RADIUS)
            if selected and self.hasFocus():
                painter.setPen(QPen(QColor(theme.focus), 1))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(cell).adjusted(1.5, 1.5, -1.5, -1.5), tokens.RADIUS, tokens.RADIUS)
            self._draw(painter, aspect, cell, theme.accent if selected else theme.muted)
            painter.setPen(QColor(theme.text if selected else theme.muted))
            text = cell.adjusted(0, 0, 0, -self._look.px(4))
            painter.drawText(text, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, aspect)
        painter.end()

    def _draw(self, painter: QPainter, aspect: str, cell: QRect, colour: str) -> None:
        across, down = (int(part) for part in aspect.split(":"))
        room = self._look.px(18)
        scale = min(room * 1.35 / across, room / down)
        width, height = max(3.0, across * scale), max(3.0, down * scale)
        centre = QRectF(cell).center().x(), cell.top() + self._look.px(6) + room / 2
        painter.setPen(QPen(QColor(colour), 1.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(centre[0] - width / 2, centre[1] - height / 2, width, height), 1.5, 1.5)

    def _cell_height(self) -> int:
        return self._look.px(28) + round(tokens.CAPTION * self._look.scale * 1.45)

    def _at(self, position: QPoint) -> str:
        return next((aspect for aspect in ASPECTS if self.cell(aspect).contains(position)), "")

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover = self._at(event.position().toPoint())
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = ""
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if aspect := self._at(event.position().toPoint()):
            self._choose(aspect)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -self.COLUMNS, Qt.Key.Key_Down: self.COLUMNS}.get(key)
        index = ASPECTS.index(self._value) + (step or 0)
        if step is None:
            super().keyPressEvent(event)
        elif 0 <= index < len(ASPECTS):
            self._choose(ASPECTS[index])

    def _choose(self, aspect: str) -> None:
        self.show_choice(aspect)
        self.chosen.emit(aspect)
