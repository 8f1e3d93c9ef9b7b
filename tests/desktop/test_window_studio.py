"""The real window on the real engine: from a prompt to a passed picture, changed by hand, saved, exported and opened again."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop.dialogs.export import ExportDialog
from desktop.rounds import checks
from desktop.window import Window
from engine.types import Array, Render, Trace
from tests.desktop.canvas import mouse
from tests.desktop.windows import real, until

PROMPT = 'Poster with the headline "NIGHT TIDE" in coral #FF6F61 on a dark blue background'
SECONDS = 120.0


def rest(window: Window) -> Trace:
    """The trace once the run is over."""
    until(lambda: window.state.run is None, SECONDS)
    assert window.state.trace is not None, window.state.notice
    return window.state.trace


def lasso(window: Window, inside: tuple[float, float, float, float]) -> Array:
    """Draw a lasso around a part of the picture, with the mouse; returns the selection."""
    canvas = window.stage.canvas
    canvas.fit()
    canvas.set_tool("lasso")
    shown = canvas.shown()
    x0, y0, x1, y1 = inside
    corners = [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]
    places = [QPoint(round(shown.x() + x * shown.width()), round(shown.y() + y * shown.height())) for x, y in corners]
    view = canvas.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=places[0])
    for place in (*places[1:], places[0]):
        QTest.mouseMove(view, place)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=places[0])
    assert canvas.selection is not None
    return canvas.selection


@pytest.mark.timeout(600)
def test_a_poster_from_the_prompt_to_the_export(tmp_path: Path) -> None:
    with real(tmp_path) as window:
        window.brief.prompt.setPlainText(PROMPT)
        until(lambda: window.state.plan is not None and not window.state.reading, 30)
        QTest.mouseClick(window.brief.sizes.button("512"), Qt.MouseButton.LeftButton)
        QTest.mouseClick(window.brief.quality.button("fast"), Qt.MouseButton.LeftButton)
        window.actions_["render"].trigger()
        first = rest(window)
        assert first.passed()
        assert all(check.standing == "passed" for check in checks(window.state) if check.requirement.hard)

        drawn = first.best_round().render
        text = first.best_plan().texts()[0]
        _re_render_below(window, drawn)
        changed = rest(window).best_round().render
        assert window.state.review
        window.session.reject()
        assert np.array_equal(shown(window), drawn.pixels.array)
        assert changed.pixels.shape == drawn.pixels.shape

        window.session.typeset(text.id, "HIGH TIDE")
        written = rest(window)
        assert written.best_plan().element(text.id).text == "HIGH TIDE"
        reading = next(check for check in checks(window.state) if check.requirement.element == text.id)
        assert (reading.requirement.expected, reading.standing) == ("HIGH TIDE", "passed")
        window.actions_["undo"].trigger()
        assert np.array_equal(shown(window), drawn.pixels.array)
        window.actions_["redo"].trigger()

        document, exported = tmp_path / "tide.plantain", tmp_path / "tide.png"
        window.files.keep_as(document)
        until(lambda: window.state.saved == "saved")
        dialog = ExportDialog(window)
        dialog.export_to(exported)
        until(exported.exists, 30)
        final = shown(window)
    with real(tmp_path) as window:
        window.files.open(document)
        until(lambda: window.state.trace is not None)
        assert np.array_equal(shown(window), final)
        assert np.array_equal(np.array(Image.open(exported).convert("RGB")), final)
        window.files.open(exported)
        until(lambda: window.state.path is None)
        assert window.state.brief.prompt == PROMPT


@pytest.mark.timeout(600)
def test_a_box_dragged_in_a_scene_is_followed_by_the_render(tmp_path: Path) -> None:
    with real(tmp_path) as window:
        window.brief.prompt.setPlainText("a red sphere to the left of a blue cube")
        until(lambda: window.state.plan is not None and not window.state.reading, 30)
        QTest.mouseClick(window.brief.sizes.button("512"), Qt.MouseButton.LeftButton)
        QTest.mouseClick(window.brief.quality.button("fast"), Qt.MouseButton.LeftButton)
        window.actions_["render"].trigger()
        first = rest(window)
        window.show_right("plan")
        canvas = window.stage.canvas
        canvas.fit()
        canvas.set_tool("move")
        assert window.state.plan is not None
        x0, y0, x1, y1 = window.state.plan.element("sphere").box
        start, end = ((x0 + x1) * 256, (y0 + y1) * 256), ((x0 + x1) * 256 - 20, (y0 + y1) * 256 + 60)
        mouse.drag(canvas, [start, ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2), end])
        moved = window.state.plan.element("sphere")
        assert moved.placed
        assert moved.box == pytest.approx((x0 - 20 / 512, y0 + 60 / 512, x1 - 20 / 512, y1 + 60 / 512), abs=0.02)
        window.actions_["render"].trigger()
        second = rest(window)
        assert second.passed()
        assert box_of(second, "sphere") == pytest.approx(moved.box, abs=0.02)
        assert box_of(second, "cube") == pytest.approx(box_of(first, "cube"), abs=0.01)
        window.show_right("plan")
        mouse.drag(canvas, [((moved.box[0] + moved.box[2]) * 256, moved.box[3] * 512 - 30), (150, 100), (100, 80)])
        assert window.state.notice is not None, "it cannot float, and that is said"
        assert "nothing floats" in window.state.notice.text


def box_of(trace: Trace, element: str) -> tuple[float, float, float, float]:
    """Where the render shows the element."""
    mask = trace.best_round().render.masks[element].array
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    height, width = mask.shape
    return columns[0] / width, rows[0] / height, (columns[-1] + 1) / width, (rows[-1] + 1) / height


def shown(window: Window) -> Array:
    pixels = window.stage.canvas.pixels
    assert pixels is not None
    return pixels


def _re_render_below(window: Window, drawn: Render) -> None:
    """Lasso the lower part and ask for red there; nothing outside the selection's box may change."""
    selection = lasso(window, (0.1, 0.7, 0.9, 0.95))
    window.stage.words.setText("dark red")
    QTest.keyClick(window.stage.words, Qt.Key.Key_Return)
    after = rest(window).best_round()
    assert after.fix is not None
    assert after.fix.mask is not None
    rows, columns = np.flatnonzero(selection.any(axis=1)), np.flatnonzero(selection.any(axis=0))
    outside = np.ones(selection.shape, bool)
    outside[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1] = False
    assert np.array_equal(after.render.pixels.array[outside], drawn.pixels.array[outside])
    assert not np.array_equal(after.render.pixels.array, drawn.pixels.array)
    ground = next(check for check in checks(window.state) if check.requirement.element == "background")
    assert ground.requirement.expected == "dark blue", "a patch does not change what the whole ground is asked to be"
