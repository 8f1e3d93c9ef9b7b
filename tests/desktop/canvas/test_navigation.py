from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.canvas.view import CanvasView
from engine.types import Array
from tests.desktop.canvas.mouse import CTRL, PLAIN, SHIFT, key, place, wheel


def settled(canvas: CanvasView, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not canvas.gliding, timeout=2000)


def test_the_whole_picture_is_shown_at_first_and_when_the_window_grows(canvas: CanvasView, pixels: Array) -> None:
    canvas.set_picture(pixels)
    x0, y0, x1, y1 = canvas.lens.rect_to_view((0, 0, 400, 300))
    assert x0 >= 0
    assert y0 >= 0
    assert x1 <= 800
    assert y1 <= 600
    assert x1 - x0 > 650
    zoom = canvas.zoom
    canvas.resize(1200, 900)
    assert canvas.zoom > zoom


@pytest.mark.parametrize("delta", [120, -120, 360])
def test_the_wheel_keeps_the_point_under_the_cursor(canvas: CanvasView, pixels: Array, qtbot: QtBot, delta: int) -> None:
    canvas.set_picture(pixels)
    for at in (QPoint(120, 80), QPoint(555, 433)):
        before, zoom = canvas.lens.to_canvas((at.x(), at.y())), canvas.zoom
        for _ in range(3):
            wheel(canvas, at, delta)
            settled(canvas, qtbot)
        after = canvas.lens.to_canvas((at.x(), at.y()))
        assert after == pytest.approx(before, abs=1.5 / canvas.lens.scale)
        assert (canvas.zoom > zoom) == (delta > 0)


def test_notches_that_come_quickly_add_up(canvas: CanvasView, pixels: Array, qtbot: QtBot) -> None:
    canvas.set_picture(pixels)
    zoom = canvas.zoom
    for _ in range(3):
        wheel(canvas, QPoint(300, 200), 120)
    settled(canvas, qtbot)
    assert canvas.zoom == pytest.approx(2 * zoom)


def test_shift_and_the_wheel_go_sideways(canvas: CanvasView, pixels: Array) -> None:
    canvas.set_picture(pixels)
    before, zoom = canvas.lens, canvas.zoom
    wheel(canvas, QPoint(300, 200), -120, SHIFT)
    assert canvas.lens.dx < before.dx
    assert canvas.lens.dy == before.dy
    assert canvas.zoom == zoom


def test_zoom_has_limits(canvas: CanvasView, pixels: Array) -> None:
    canvas.set_picture(pixels)
    canvas.zoom_by(1e9)
    assert canvas.zoom == 64
    canvas.zoom_by(1e-9)
    assert 0 < canvas.zoom < 0.2


def test_keys_fit_and_show_at_full_size(canvas: CanvasView, pixels: Array, qtbot: QtBot) -> None:
    canvas.set_picture(pixels)
    fitted = canvas.zoom
    with qtbot.waitSignal(canvas.zoom_changed):
        key(canvas, Qt.Key.Key_1, CTRL)
    assert canvas.zoom == pytest.approx(1)
    key(canvas, Qt.Key.Key_Plus, CTRL)
    assert canvas.zoom == pytest.approx(1.5)
    key(canvas, Qt.Key.Key_0, CTRL)
    assert canvas.zoom == pytest.approx(fitted)


def test_the_picture_cannot_be_pushed_out_of_view(canvas: CanvasView, pixels: Array) -> None:
    canvas.set_picture(pixels)
    for dx, dy in ((1e5, 1e5), (-1e6, -1e6)):
        canvas.pan(dx, dy)
        x0, y0, x1, y1 = canvas.lens.rect_to_view((0, 0, 400, 300))
        assert x0 < 800 - 50
        assert x1 > 50
        assert y0 < 600 - 50
        assert y1 > 50


def test_space_and_the_middle_button_pan_with_any_tool(canvas: CanvasView, pixels: Array) -> None:
    canvas.set_picture(pixels)
    canvas.set_tool("lasso")
    for button in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
        before = canvas.lens
        if button == Qt.MouseButton.LeftButton:
            QTest.keyPress(canvas, Qt.Key.Key_Space)
        QTest.mousePress(canvas.viewport(), button, PLAIN, QPoint(300, 300))
        QTest.mouseMove(canvas.viewport(), QPoint(340, 280))
        QTest.mouseRelease(canvas.viewport(), button, PLAIN, QPoint(340, 280))
        QTest.keyRelease(canvas, Qt.Key.Key_Space)
        assert (canvas.lens.dx - before.dx, canvas.lens.dy - before.dy) == (40, -20)
    assert canvas.selection is None


def test_a_new_picture_of_the_same_size_keeps_zoom_and_place(canvas: CanvasView, pixels: Array) -> None:
    canvas.set_picture(pixels)
    canvas.zoom_by(3, (100, 90))
    before = canvas.lens
    canvas.set_picture(255 - pixels)
    assert canvas.lens == before
    canvas.set_picture(pixels[:200])
    assert canvas.lens != before


def test_resizing_keeps_what_is_in_the_middle(canvas: CanvasView, pixels: Array) -> None:
    canvas.set_picture(pixels)
    canvas.zoom_by(4)
    middle = canvas.lens.to_canvas((400, 300))
    canvas.resize(600, 500)
    assert canvas.lens.to_canvas((300, 250)) == pytest.approx(middle, abs=1)


def test_a_box_is_brought_to_the_middle(canvas: CanvasView, pixels: Array) -> None:
    canvas.set_picture(pixels)
    canvas.focus_box((0.5, 0.5, 0.6, 0.6))
    x, y = place(canvas, (220, 165)).toTuple()
    assert (x, y) == pytest.approx((400, 300), abs=2)
    assert canvas.zoom == 4
