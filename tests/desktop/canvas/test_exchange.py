from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag, QDragLeaveEvent, QGuiApplication
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.canvas import transfer
from desktop.canvas.view import CanvasView
from engine.types import Array
from tests.desktop.canvas.mouse import CTRL, drag, drop, hold, key


def files(*names: str) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(name) for name in names])
    return mime


def png(pixels: Array) -> QMimeData:
    data = io.BytesIO()
    Image.fromarray(pixels).save(data, "PNG")
    mime = QMimeData()
    mime.setData("image/png", data.getvalue())
    return mime


def test_files_that_are_dropped_are_handed_on(canvas: CanvasView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(canvas.paths_dropped) as dropped:
        assert drop(canvas, files("/a/menu.png", "/a/notes.txt", "/a/poster.plantain"))
    assert dropped.args == [[Path("/a/menu.png"), Path("/a/poster.plantain")]]


def test_a_picture_from_a_browser_is_decoded(canvas: CanvasView, pixels: Array, qtbot: QtBot) -> None:
    mime = png(pixels)
    mime.setUrls([QUrl("https://example.org/menu.png")])
    with qtbot.waitSignal(canvas.image_dropped) as dropped:
        assert drop(canvas, mime)
    assert dropped.args is not None
    assert np.array_equal(dropped.args[0], pixels)


def test_an_image_without_png_bytes_is_taken_too(canvas: CanvasView, pixels: Array, qtbot: QtBot) -> None:
    mime = QMimeData()
    mime.setImageData(transfer.qimage(pixels))
    with qtbot.waitSignal(canvas.image_dropped) as dropped:
        assert drop(canvas, mime)
    assert dropped.args is not None
    assert np.array_equal(dropped.args[0], pixels)


def test_transparent_parts_come_in_white() -> None:
    clear = np.zeros((4, 4, 4), np.uint8)
    clear[:2] = (10, 20, 30, 255)
    taken = transfer.picture(png(clear))
    assert taken is not None
    assert taken[0, 0].tolist() == [10, 20, 30]
    assert taken[3, 3].tolist() == [255, 255, 255]


@pytest.mark.parametrize(
    ("mime", "reason"),
    [
        (files("/a/menu.heic"), "menu.heic"),
        (files("/a/folder"), "folder"),
    ],
)
def test_wrong_files_say_why(canvas: CanvasView, mime: QMimeData, reason: str) -> None:
    offer = transfer.offered(mime)
    assert not offer.welcome
    assert reason in offer.sentence
    assert not drop(canvas, mime)


def test_words_and_links_are_refused(canvas: CanvasView) -> None:
    words, link = QMimeData(), QMimeData()
    words.setText("a poster")
    link.setUrls([QUrl("https://example.org/")])
    spies = [QSignalSpy(canvas.paths_dropped), QSignalSpy(canvas.image_dropped)]
    assert not drop(canvas, words)
    assert not drop(canvas, link)
    assert [spy.count() for spy in spies] == [0, 0]


def test_damaged_bytes_are_no_picture(canvas: CanvasView, qtbot: QtBot) -> None:
    mime = QMimeData()
    mime.setData("image/png", b"\x89PNG\r\n\x1a\nnot really")
    spy = QSignalSpy(canvas.image_dropped)
    with qtbot.waitSignal(canvas.drop_refused) as refused:
        assert not canvas.take(mime)
    assert refused.args is not None
    assert "damaged" in refused.args[0]
    assert spy.count() == 0


def test_the_canvas_shows_where_a_drop_lands_and_forgets_it(canvas: CanvasView, pixels: Array) -> None:
    canvas.set_picture(pixels)
    before = canvas.grab().toImage()
    mime = files("/a/menu.png")
    assert hold(canvas, mime)
    during = canvas.grab().toImage()
    assert during != before
    QApplication.sendEvent(canvas.viewport(), QDragLeaveEvent())
    assert canvas.grab().toImage() == before
    assert not hold(canvas, files("/a/menu.heic"))
    assert canvas.grab().toImage() not in (before, during)


def test_copy_and_paste(canvas: CanvasView, pixels: Array, qtbot: QtBot) -> None:
    canvas.set_picture(pixels)
    key(canvas, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().mimeData().hasImage()
    with qtbot.waitSignal(canvas.image_dropped) as pasted:
        key(canvas, Qt.Key.Key_V, CTRL)
    assert pasted.args is not None
    assert np.array_equal(pasted.args[0], pixels)


def test_what_is_dragged_out_is_a_file_and_a_picture(pixels: Array, tmp_path: Path) -> None:
    path = tmp_path / "a poster.png"
    mime = transfer.packed(pixels, path)
    assert [Path(url.toLocalFile()) for url in mime.urls()] == [path]
    assert mime.hasImage()
    assert transfer.offered(mime).paths == (path,)


def test_the_drag_carries_the_file(canvas: CanvasView, pixels: Array, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    carried: list[tuple[list[str], bool, bool]] = []

    def taken(drag: QDrag, _: object) -> Qt.DropAction:
        carried.append(
            ([url.toLocalFile() for url in drag.mimeData().urls()], drag.mimeData().hasImage(), drag.pixmap().isNull())
        )
        return Qt.DropAction.CopyAction

    monkeypatch.setattr(QDrag, "exec", taken)
    assert not canvas.drag_out(tmp_path / "poster.png"), "there is no picture yet"
    canvas.set_picture(pixels)
    assert canvas.drag_out(tmp_path / "poster.png")
    assert carried == [([str(tmp_path / "poster.png")], True, False)]


def test_a_drag_out_is_asked_for_once(canvas: CanvasView, pixels: Array) -> None:
    spy = QSignalSpy(canvas.drag_out_requested)
    drag(canvas, [(100, 100), (150, 150), (200, 200)], CTRL)
    assert spy.count() == 0, "there is no picture yet"
    canvas.set_picture(pixels)
    before = canvas.lens
    drag(canvas, [(100, 100), (150, 150), (200, 200), (250, 200)], CTRL)
    assert spy.count() == 1
    assert canvas.lens == before
