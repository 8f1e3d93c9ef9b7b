"""The real window while a renderer comes to grief in its own process."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.window import Window
from engine import registry
from engine.renderers.host import Hosted
from tests.desktop.windows import opened, until
from tests.fakes import parts


@pytest.fixture
def host() -> Iterator[Hosted]:
    host = Hosted("scripted", "tests.renderers.scripted:Scripted")
    yield host
    host.close()


@pytest.fixture
def window(tmp_path: Path, host: Hosted) -> Iterator[Window]:
    with opened(tmp_path, made=lambda _: parts(renderer=host)) as window:
        yield window


def render(window: Window, words: str) -> None:
    window.brief.prompt.setPlainText(words)
    until(lambda: not window.state.reading and window.state.brief.prompt == words)
    QTest.mouseClick(window.brief.go, Qt.MouseButton.LeftButton)


def told(window: Window) -> str:
    return window.state.notice.text if window.state.notice is not None else ""


def test_a_crash_ends_a_run_and_neither_the_window_nor_the_document(window: Window, tmp_path: Path) -> None:
    render(window, "steps=3")
    until(lambda: window.state.run is None and window.state.trace is not None)
    trace, shown = window.state.trace, window.stage.canvas.pixels
    assert shown is not None
    assert trace is not None

    render(window, "steps=3 sleep=0.5 segfault")
    until(lambda: window.state.run is not None and window.state.run.stage == "draw")
    window.toggle_panels()
    assert not window.brief.isVisible()
    window.toggle_panels()
    until(lambda: window.state.run is None)
    assert window.state.notice is not None
    assert window.state.notice.problem
    assert "The scripted renderer crashed (segmentation fault), twice in a row." in told(window)
    assert window.notice.isVisible()
    assert window.state.trace == trace
    assert window.stage.canvas.pixels is not None
    assert np.array_equal(window.stage.canvas.pixels, shown)

    render(window, f"steps=3 once:{tmp_path / 'once'}:abort")
    until(lambda: window.state.run is None)
    assert told(window).startswith("The scripted renderer crashed (aborted). It was started again")
    assert window.state.trace is not None
    assert window.state.trace is not trace


def test_a_model_leaves_the_memory_when_asked_but_not_while_it_draws(
    window: Window, host: Hosted, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(registry, "hosted", lambda: (host,))
    render(window, "steps=2 sleep=0.3")
    until(lambda: window.state.run is not None and window.state.run.stage == "draw")
    window.actions_["unload"].trigger()
    until(lambda: told(window) == "A model is at work; it stays in memory.")
    until(lambda: window.state.run is None and window.state.trace is not None)
    assert host.pid is not None
    window.actions_["unload"].trigger()
    until(lambda: told(window) == "No model is in memory.")
    assert host.pid is None
