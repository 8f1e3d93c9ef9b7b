"""Windows for tests: the real one, with its files in a folder of the test's own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtTest import QTest

from desktop.app import application, dressed
from desktop.bench import wait
from desktop.bridge import Bridge
from desktop.language import speak
from desktop.settings import Places, Settings
from desktop.window import Window
from engine import registry
from engine.api import Parts, Planner
from engine.types import Brief
from tests.fakes import FakePlanner, parts


@contextmanager
def opened(
    folder: Path,
    *,
    made: Callable[[Brief], Parts] = lambda _: parts(),
    planner: Callable[[], Planner] = FakePlanner,
    settings: Settings | None = None,
) -> Iterator[Window]:
    """A window on scripted parts; closed, with its threads, at the end."""
    app = application([])
    chosen = settings or Settings()
    window = Window(Bridge(made, planner), dressed(app, chosen), Places(folder, folder), chosen)
    window.resize(1440, 900)
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    try:
        yield window
    finally:
        window.close()
        window.deleteLater()
        wait(0)


@contextmanager
def real(folder: Path, settings: Settings | None = None) -> Iterator[Window]:
    """A window on the real engine."""
    with opened(folder, made=registry.parts, planner=registry.planner, settings=settings) as window:
        yield window


@contextmanager
def spoken(language: str) -> Iterator[bool]:
    """The application in a language, and in English again at the end; yields whether there is a catalogue of it."""
    app, before = application([]), QLocale()
    try:
        yield speak(app, language)
    finally:
        speak(app, "en")
        QLocale.setDefault(before)


def until(true: Callable[[], object], seconds: float = 20.0) -> None:
    """Let the window live until something is true. Raises AssertionError where it does not become so."""
    for _ in range(round(seconds * 50)):
        if true():
            return
        wait(20)
    raise AssertionError("what was waited for did not happen")
