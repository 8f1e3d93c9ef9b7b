"""Where the camera stands: a globe around the subject that is turned with the mouse or the arrow keys."""

from __future__ import annotations

from itertools import pairwise
from math import cos, radians, sin

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from desktop.style.look import Look

TILT = 24.0
"""The globe is looked at from this far above."""
STEP = 5.0


class Orbit(QWidget):
    """`turned` carries azimuth and elevation in degrees while the camera is dragged."""

    turned = Signal(float, float)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._azimuth, self._elevation, self._roll = 0.0, 0.0, 0.0
        self._grabbed: tuple[QPointF, float, float] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setMinimumSize(QSize(120, 140))
        self.setAccessibleName(self.tr("Camera"))
        self.setToolTip(self.tr("Drag to walk around the subject; arrow keys turn by 5°"))

    def show_view(self, azimuth: float, elevation: float, roll: float) -> None:
        self._azimuth, self._elevation, self._roll = azimuth, elevation, roll
        self.setAccessibleDescription(f"{azimuth:.0f}°, {elevation:.0f}°")
        self.update()

    def _point(self, azimuth: float, elevation: float, radius: float = 1.0) -> tuple[QPointF, float]:
        """A place on the globe on the widget, and how near it is (positive: on the viewer's side)."""
        a, e, t = radians(azimuth), radians(elevation), radians(TILT)
        x, y, z = cos(e) * sin(a), sin(e), cos(e) * cos(a)
        up, near = y * cos(t) - z * sin(t), y * sin(t) + z * cos(t)
        size = min(self.width(), self.height()) * 0.40 * radius
        return QPointF(self.width() / 2 + x * size, self.height() / 2 - up * size), near

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = self._point(0, 0)[0], min(self.width(), self.height()) * 0.40
        centre = QPointF(self.width() / 2, self.height() / 2)
        painter.setPen(QPen(QColor(theme.line), 1.2))
        painter.setBrush(QColor(theme.field))
        painter.drawEllipse(centre, ring[1], ring[1])
        self._circle(painter, [(angle, 0.0) for angle in range(0, 361, 6)], theme.edge)
        self._circle(painter, [(self._azimuth, float(angle)) for angle in range(-90, 91, 6)], theme.accent)
        self._cube(painter, theme.muted, theme.control)
        camera, near = self._point(self._azimuth, self._elevation)
        painter.setPen(QPen(QColor(theme.accent), 1.4, Qt.PenStyle.DotLine))
        painter.drawLine(camera, centre)
        painter.setPen(QPen(QColor(theme.on_accent if near >= 0 else theme.accent), 1.4))
        painter.setBrush(QColor(theme.accent if near >= 0 else theme.field))
        painter.drawEllipse(camera, 7, 7)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.focus), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.end()

    def _circle(self, painter: QPainter, places: list[tuple[float, float]], colour: str) -> None:
        for first, second in pairwise(places):
            (start, near), (end, _) = self._point(*first), self._point(*second)
            faint = QColor(colour)
            faint.setAlphaF(1.0 if near >= 0 else 0.3)
            painter.setPen(QPen(faint, 1.3))
            painter.drawLine(start, end)

    def _cube(self, painter: QPainter, line: str, fill: str) -> None:
        """The subject: a block whose front faces azimuth 0."""
        painter.setPen(QPen(QColor(line), 1))
        painter.setBrush(QColor(fill))
        corners = {(x, y, z): self._corner(x, y, z) for x in (-1, 1) for y in (-1, 1) for z in (-1, 1)}
        for face in (
            [(-1, 1, 1), (1, 1, 1), (1, 1, -1), (-1, 1, -1)],
            [(-1, -1, 1), (1, -1, 1), (1, 1, 1), (-1, 1, 1)],
        ):
            painter.drawPolygon(QPolygonF([corners[corner] for corner in face]))

    def _corner(self, x: float, y: float, z: float) -> QPointF:
        t, size = radians(TILT), min(self.width(), self.height()) * 0.105
        return QPointF(self.width() / 2 + x * size, self.height() / 2 - (y * cos(t) - z * sin(t)) * size)

    def _turn(self, azimuth: float, elevation: float) -> None:
        azimuth = (azimuth + 180) % 360 - 180
        self.show_view(azimuth, min(90.0, max(-90.0, elevation)), self._roll)
        self.turned.emit(self._azimuth, self._elevation)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._grabbed = (event.position(), self._azimuth, self._elevation)
        self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grabbed is not None:
            start, azimuth, elevation = self._grabbed
            moved = event.position() - start
            self._turn(round(azimuth + moved.x() * 0.8), round(elevation + -moved.y() * 0.6))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grabbed = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        sideways = {Qt.Key.Key_Left: -STEP, Qt.Key.Key_Right: STEP}.get(key, 0.0)
        upwards = {Qt.Key.Key_Down: -STEP, Qt.Key.Key_Up: STEP}.get(key, 0.0)
        if not sideways and not upwards:
            super().keyPressEvent(event)
        else:
            self._turn(self._azimuth + sideways, self._elevation + upwards)
