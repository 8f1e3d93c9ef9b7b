from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.canvas.values import CompareMode
from desktop.canvas.view import CanvasView
from engine.types import Array
from tests.desktop.canvas.mouse import LEFT, PLAIN, key, wheel


@pytest.fixture
def white() -> Array:
    return np.full((300, 400, 3), 255, np.uint8)


@pytest.fixture
def black() -> Array:
    return np.zeros((300, 400, 3), np.uint8)


def colour(canvas: CanvasView, x: float, y: float) -> int:
    """The red of what is shown at the view point."""
    return QColor(canvas.grab().toImage().pixel(round(x), round(y))).red()


def at(canvas: CanvasView, x: float, y: float) -> int:
    return colour(canvas, *canvas.lens.to_view((x, y)))


def test_the_wipe_shows_the_other_on_its_left(canvas: CanvasView, white: Array, black: Array) -> None:
    canvas.set_picture(white)
    canvas.compare(black, "wipe")
    assert at(canvas, 100, 100) == 0
    assert at(canvas, 300, 100) == 255


def test_the_wipe_s_line_is_dragged_and_goes_with_the_arrows(canvas: CanvasView, white: Array, black: Array) -> None:
    canvas.set_picture(white)
    canvas.compare(black, "wipe")
    start = QPoint(*(round(value) for value in canvas.lens.to_view((200, 150))))
    end = QPoint(*(round(value) for value in canvas.lens.to_view((100, 150))))
    QTest.mousePress(canvas.viewport(), LEFT, PLAIN, start)
    QTest.mouseMove(canvas.viewport(), end)
    QTest.mouseRelease(canvas.viewport(), LEFT, PLAIN, end)
    assert canvas.compared.at == pytest.approx(0.25, abs=0.01)
    assert at(canvas, 150, 100) == 255
    canvas.setFocus()
    key(canvas, Qt.Key.Key_Right)
    assert canvas.compared.at == pytest.approx(0.26, abs=0.01)


def test_both_stand_side_by_side_and_move_together(canvas: CanvasView, white: Array, black: Array) -> None:
    canvas.set_picture(white)
    canvas.compare(black, "side")
    assert colour(canvas, 200, 300) == 0
    assert colour(canvas, 600, 300) == 255
    x0, _, x1, _ = canvas.lens.rect_to_view((0, 0, 400, 300))
    assert x0 >= 400
    assert x1 <= 800
    canvas.zoom_by(3)
    assert colour(canvas, 390, 300) == 0
    assert colour(canvas, 410, 300) == 255
    canvas.compare(None)
    assert canvas.lens.rect_to_view((0, 0, 400, 300))[0] < 400


def test_zooming_over_the_left_half_goes_to_its_own_point(
    canvas: CanvasView, pixels: Array, white: Array, qtbot: QtBot
) -> None:
    canvas.set_picture(pixels)
    canvas.compare(white, "side")
    left = (150.0, 280.0)
    before = canvas.lens.to_canvas((left[0] + 400, left[1]))
    wheel(canvas, QPoint(150, 280), 120)
    qtbot.waitUntil(lambda: not canvas.gliding)
    assert canvas.lens.to_canvas((left[0] + 400, left[1])) == pytest.approx(before, abs=1)


def test_blinking_shows_one_after_the_other(canvas: CanvasView, white: Array, black: Array, qtbot: QtBot) -> None:
    canvas.set_picture(white)
    canvas.compare(black, "blink")
    assert at(canvas, 200, 150) == 255
    qtbot.waitUntil(lambda: at(canvas, 200, 150) == 0, timeout=3000)
    qtbot.waitUntil(lambda: at(canvas, 200, 150) == 255, timeout=3000)
    canvas.compare(None)
    assert not canvas.moving


@pytest.mark.parametrize("mode", ["wipe", "side", "blink"])
def test_rounds_of_another_size_are_shown_over_the_same_canvas(canvas: CanvasView, white: Array, mode: CompareMode) -> None:
    canvas.set_picture(white)
    canvas.compare(np.zeros((150, 200, 3), np.uint8), mode)
    if mode == "wipe":
        assert at(canvas, 10, 290) == 0
    canvas.grab()
