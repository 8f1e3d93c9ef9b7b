"""The mouse over a canvas, in canvas pixels."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6 import __version_info__
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.canvas.geometry import Point
from desktop.canvas.view import CanvasView

LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def place(canvas: CanvasView, at: Point) -> QPoint:
    return QPointF(*canvas.lens.to_view(at)).toPoint()


def press(canvas: CanvasView, at: Point, keys: Qt.KeyboardModifier = PLAIN, button: Qt.MouseButton = LEFT) -> None:
    QTest.mousePress(canvas.viewport(), button, keys, place(canvas, at))


def move(canvas: CanvasView, at: Point) -> None:
    QTest.mouseMove(canvas.viewport(), place(canvas, at))


def release(canvas: CanvasView, at: Point, keys: Qt.KeyboardModifier = PLAIN, button: Qt.MouseButton = LEFT) -> None:
    QTest.mouseRelease(canvas.viewport(), button, keys, place(canvas, at))


def drag(canvas: CanvasView, points: Sequence[Point], keys: Qt.KeyboardModifier = PLAIN) -> None:
    press(canvas, points[0], keys)
    for point in points[1:]:
        move(canvas, point)
    release(canvas, points[-1], keys)


def click(canvas: CanvasView, at: Point, keys: Qt.KeyboardModifier = PLAIN) -> None:
    drag(canvas, [at], keys)


def wheel(canvas: CanvasView, at: QPoint, delta: int, keys: Qt.KeyboardModifier = PLAIN) -> None:
    spot = QPointF(at)
    event = QWheelEvent(
        spot,
        QPointF(canvas.viewport().mapToGlobal(at)),
        QPoint(),
        QPoint(0, delta),
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas.viewport(), event)


def hold(canvas: CanvasView, mime: QMimeData) -> bool:
    """What another program's drag does as it enters and moves; True where a drop would be welcome."""
    middle = canvas.viewport().rect().center()
    spot: Any = QPointF(middle) if __version_info__ >= (6, 12) else middle
    QApplication.sendEvent(canvas.viewport(), QDragEnterEvent(spot, Qt.DropAction.CopyAction, mime, LEFT, PLAIN))
    step = QDragMoveEvent(spot, Qt.DropAction.CopyAction, mime, LEFT, PLAIN)
    QApplication.sendEvent(canvas.viewport(), step)
    return step.isAccepted()


def drop(canvas: CanvasView, mime: QMimeData) -> bool:
    """Hold it and let go; True where it was taken."""
    if not hold(canvas, mime):
        QApplication.sendEvent(canvas.viewport(), QDragLeaveEvent())
        return False
    end = QDropEvent(QPointF(canvas.viewport().rect().center()), Qt.DropAction.CopyAction, mime, LEFT, PLAIN)
    QApplication.sendEvent(canvas.viewport(), end)
    return end.isAccepted()


def key(canvas: CanvasView, which: Qt.Key, keys: Qt.KeyboardModifier = PLAIN) -> None:
    QTest.keyClick(canvas, which, keys)
