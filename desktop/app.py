"""Start the window: `main(argv)` opens it with the files named, and returns when it is closed."""

from __future__ import annotations

import logging
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from desktop import settings
from desktop.bridge import Bridge
from desktop.language import speak
from desktop.settings import Places, Settings
from desktop.style import icons, sheet, tokens
from desktop.style.look import Look
from desktop.window import Window
from engine.trust import offline


def main(argv: list[str]) -> int:
    """`argv` are the files to open. Returns the exit code."""
    app = application(argv)
    places = Places()
    _log_to(places.log)
    offline.enforce()
    chosen = settings.load(places)
    speak(app, chosen.language)
    bridge = Bridge()
    sys.excepthook = lambda _, error, __: bridge.tell_fault(error)
    window = Window(bridge, dressed(app, chosen), places, chosen)
    window.show()
    for name in argv:
        QTimer.singleShot(0, lambda name=name: window.files.open(Path(name)))
    return app.exec()


def application(argv: list[str]) -> QApplication:
    """The Qt application in its plain Fusion style, with our fonts and icon."""
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication([sys.argv[0], *argv])
    app.setApplicationName("Plantain")
    app.setApplicationDisplayName("")
    QGuiApplication.setDesktopFileName("plantain")
    app.setStyle("Fusion")
    sheet.load_fonts()
    app.setWindowIcon(QIcon(icons.pixmap("plantain", tokens.DARK.accent, 64)))
    return app


def dressed(app: QApplication, chosen: Settings) -> Look:
    """The look that the settings ask for, put on."""
    look = Look()
    look.follow(app, chosen)
    return look


def _log_to(path: Path) -> None:
    """Keep the log of the last sessions; where it cannot be written there is none."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(path, maxBytes=500_000, backupCount=1, encoding="utf-8")
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.getLogger().addHandler(handler)
    logging.getLogger().setLevel(logging.INFO)
