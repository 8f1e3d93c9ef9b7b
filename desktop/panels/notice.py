"""A sentence to the user, in a bar of its own; what was wrong stays until it is dismissed, what is only told goes by itself."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication
from PySide6.QtWidgets import QFrame

from desktop.panels.controls import Glyph, IconButton, button, label, row
from desktop.said import said
from desktop.state import Notice
from desktop.style import tokens
from desktop.style.look import Look

SHOWN_MS = 7000


class NoticeBar(QFrame):
    dismissed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("role", "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._glyph = Glyph(look, "info")
        self.text = label("", wrap=True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.details = button(self.tr("Copy details"), "quiet", tip=self.tr("For a bug report"))
        close = IconButton(look, "close", self.tr("Dismiss"))
        layout = row(self._glyph, self.text, self.details, close, gap=tokens.SMALL)
        layout.setContentsMargins(tokens.MEDIUM, 6, 6, 6)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self._notice: Notice | None = None
        self._gone = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._gone.timeout.connect(self.dismissed)
        self.details.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._notice.details if self._notice else ""))
        close.clicked.connect(self.dismissed)
        self.hide()

    def show_notice(self, notice: Notice | None) -> None:
        if notice is self._notice:
            return
        self._notice = notice
        self.setVisible(notice is not None)
        self._gone.stop()
        if notice is None:
            return
        stumbled = self.tr("The engine stumbled ({0}). Your picture is kept; try again.")
        text = stumbled.format(notice.text) if notice.fault else "\n".join(said(line) for line in notice.text.splitlines())
        self.text.setText(text)
        self._glyph.show_icon("failed" if notice.problem else "info", "failed" if notice.problem else "muted")
        self.setProperty("kind", "problem" if notice.problem else "")
        self.style().polish(self)
        self.details.setVisible(bool(notice.details) and notice.details != notice.text)
        if not (notice.problem or notice.remark):
            self._gone.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))
