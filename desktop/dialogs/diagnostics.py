"""The log and what this installation has to work with, to read or to copy into a bug report."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop.dialogs.frame import Dialog
from desktop.panels.controls import button, column, label

if TYPE_CHECKING:
    from desktop.window import Window

TAIL = 60_000


class Diagnostics(Dialog):
    _known = Signal(str)

    def __init__(self, window: Window) -> None:
        super().__init__(window, QCoreApplication.translate("diagnostics", "Log and diagnostics"))
        self.facts = QPlainTextEdit(self.tr("Looking…"))
        self.log = QPlainTextEdit(tail(window.places.log) or self.tr("The log is empty."))
        for text, name in ((self.facts, self.tr("This installation")), (self.log, self.tr("Log"))):
            text.setReadOnly(True)
            text.setAccessibleName(name)
            text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        body = QWidget()
        layout = column(label(self.tr("This installation"), "section"), self.facts, label(self.tr("Log"), "section"), self.log)
        body.setLayout(layout)
        copy, folder = button(self.tr("Copy all")), button(self.tr("Show the folder"), "quiet")
        copy.clicked.connect(
            lambda: QGuiApplication.clipboard().setText(f"{self.facts.toPlainText()}\n\n{self.log.toPlainText()}")
        )
        folder.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(window.places.data))))
        self.fill(body, copy, folder)
        self.resize(window.look.px(720), window.look.px(560))
        self._known.connect(self.facts.setPlainText)
        window.in_background(self._look)

    def _look(self) -> None:
        self._known.emit(installation())


def installation() -> str:
    """What `plantain doctor` says."""
    from engine.cli.doctor import facts

    return "\n".join(f"{name}: {', '.join(v) if isinstance(v, list) else v}" for name, v in facts().items())


def tail(path: Path) -> str:
    """The end of the log; "" where there is none."""
    try:
        return path.read_text("utf-8", errors="replace")[-TAIL:]
    except OSError:
        return ""
