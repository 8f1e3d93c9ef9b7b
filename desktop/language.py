"""The window's language: English unless there is a catalogue of the one asked for."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication


def speak(app: QApplication, language: str) -> bool:
    """Have new widgets made in a language ("" follows the system); False where there is no catalogue of it: English then."""
    for before in app.findChildren(QTranslator):
        app.removeTranslator(before)
        before.setParent(None)
    name = language or QLocale.system().name().partition("_")[0]
    QLocale.setDefault(QLocale(language) if language else QLocale.system())
    catalogue = Path(str(files("resources"))) / "translations" / f"plantain_{name}.qm"
    if not catalogue.is_file():
        return False
    theirs = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)) / f"qtbase_{name}.qm"
    for file in (theirs, catalogue):
        translator = QTranslator(app)
        if translator.load(str(file)):
            app.installTranslator(translator)
    return True
