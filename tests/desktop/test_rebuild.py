"""Another language takes effect at once: everything is said in it, and nothing that a person has done is lost."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton

from desktop import dialogs
from desktop.bench import wait
from desktop.dialogs.preferences import Preferences
from desktop.language import speak
from desktop.settings import Settings, load
from desktop.style import tokens
from desktop.style.look import LARGEST, system_scale
from tests.desktop.test_window import render
from tests.desktop.windows import opened, spoken, until
from tests.fakes import FakeFixer, parts


def choose_language(language: str, shown: list[str]) -> None:
    """What a person does in the preferences that are open; then they are closed."""
    for dialog in QApplication.topLevelWidgets():
        if isinstance(dialog, Preferences) and dialog.isVisible():
            shown.append(dialog.windowTitle())
            box = next(box for box in dialog.findChildren(QComboBox) if box.findData(language) >= 0)
            if box.currentData() == language:
                dialog.reject()
            else:
                box.setCurrentIndex(box.findData(language))
                box.activated.emit(box.currentIndex())


def test_another_language_takes_effect_at_once_and_nothing_is_lost(tmp_path: Path) -> None:
    with spoken("en"), opened(tmp_path, made=lambda _: parts(fixers=[FakeFixer()])) as window:
        render(window)
        window.show_right("plan")
        window.toggle_panels()
        window.canvas.set_tool("lasso")
        window.canvas.zoom_100()
        mask = np.zeros(window.canvas.mask_shape, np.uint8)
        mask[:4] = 255
        window.canvas.select(mask)
        window.stage.words.setText("dark red")
        state, steps, zoom, canvas = window.state, window.session.undo.count(), window.canvas.zoom, window.canvas
        shown: list[str] = []
        timer = QTimer()
        timer.timeout.connect(lambda: choose_language("ja", shown))
        timer.start(150)
        dialogs.open_preferences(window)
        timer.stop()
        assert shown == ["Preferences", "環境設定"]
        assert window.brief.go.text() == "レンダリング"
        assert window.menuBar().actions()[0].text() == "ファイル"
        assert [
            field for field in window.findChildren(QPushButton) if field.property("role") == "search" and field.isVisible()
        ] == [window.search]
        assert window.search.mapTo(window, window.search.rect().topLeft()).x() > window.width() / 2
        assert load(window.places).language == "ja"
        assert (window.state.trace, window.state.brief) == (state.trace, state.brief)
        assert window.session.undo.count() == steps
        assert window.canvas is canvas
        assert window.stage.canvas is canvas
        assert (canvas.zoom, canvas.tool) == (zoom, "lasso")
        assert window.stage.tools["lasso"].isChecked()
        assert canvas.selection is not None
        assert np.array_equal(canvas.selection, mask)
        assert window.stage.words.text() == "dark red"
        assert window.right.page == "plan"
        assert window.brief.isHidden()
        assert window.canvas.accessibleName() == "カンバス"
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        window.toggle_panels()
        window.brief.prompt.setFocus()
        QTest.keyClicks(window.brief.prompt, "!")
        assert window.state.brief.prompt.endswith("!")
        window.actions_["undo"].trigger()
        assert window.state.brief == state.brief


def test_a_run_goes_on_in_the_other_language(tmp_path: Path) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    with spoken("en"), opened(tmp_path) as window:
        window.session.write("a red ball")
        until(lambda: window.state.plan is not None and not window.state.reading)
        window.session.render()
        speak(app, "de")
        window.build()
        until(lambda: window.state.run is None and window.state.trace is not None)
        wait(50)
        assert window.brief.go.text() == "Rendern"
        assert window.rounds.list.count() == len(window.state.trace.rounds if window.state.trace else ())


def test_the_text_is_as_large_as_the_system_and_the_person_want(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with opened(tmp_path, settings=Settings(text_scale=1.25)) as window:
        render(window)
        assert window.look.scale == 1.25
        small, trace = window.brief.go.font().pixelSize(), window.state.trace
        monkeypatch.setattr("desktop.style.look.system_scale", lambda: 1.2)
        QApplication.sendEvent(window, QEvent(QEvent.Type.ThemeChange))
        assert window.look.scale == 1.5
        wait(0)
        assert window.brief.go.font().pixelSize() > small
        assert window.state.trace is trace
        window.change_settings(window.settings.replace(text_scale=2.0))
        assert window.look.scale == LARGEST
    assert system_scale() >= 1


def test_the_theme_follows_the_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with opened(tmp_path, settings=Settings(theme="system")) as window:
        for theme in (tokens.LIGHT, tokens.DARK):
            monkeypatch.setattr("desktop.style.look.system_theme", lambda _, theme=theme: theme)
            QApplication.sendEvent(window, QEvent(QEvent.Type.ThemeChange))
            assert window.look.theme is theme
            assert window.canvas.theme is theme
