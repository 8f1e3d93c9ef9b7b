"""What dialogs share: a heading, a body, and a row of buttons at the foot."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from desktop.panels.controls import button, column, label, row, rule
from desktop.style import tokens


class Dialog(QDialog):
    def __init__(self, parent: QWidget, title: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._title = title
        self.finished.connect(self.deleteLater)

    def fill(self, body: QWidget, *buttons: QPushButton, primary: QPushButton | None = None, close: str = "") -> None:
        """Lay the dialog out; without a primary button there is one that closes it. `close` names the way out."""
        words = close or (self.tr("Close") if primary is None else self.tr("Cancel"))
        leave = button(words)
        leave.clicked.connect(self.reject)
        foot = row(*buttons, 0, leave, *([primary] if primary is not None else []))
        foot.setContentsMargins(tokens.LARGE, tokens.MEDIUM, tokens.LARGE, tokens.MEDIUM)
        head = column(label(self._title, "title"))
        head.setContentsMargins(tokens.LARGE, tokens.LARGE, tokens.LARGE, tokens.SMALL)
        inner = column(body)
        inner.setContentsMargins(tokens.LARGE, 0, tokens.LARGE, tokens.MEDIUM)
        layout = column(head, inner, rule(), foot, gap=0)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        (primary or leave).setDefault(True)
