"""The prompt's editor: the words that were understood light up, those that were not are underlined."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QSize, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QSyntaxHighlighter, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextEdit

from desktop.style import tokens
from desktop.style.look import Look
from engine.types import Span


class Prompt(QPlainTextEdit):
    """`written` carries the text as it is typed. Undo and redo are the window's."""

    written = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._marks = _Marks(self.document(), look)
        self._shown = ""
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setAccessibleName(self.tr("Prompt"))
        self.setPlaceholderText(
            self.tr("Describe the picture. Put words that must be readable in quotes, and name colours, counts and the view.")
        )
        self.textChanged.connect(self._changed)
        look.changed.connect(self._marks.rehighlight)

    def show_text(self, text: str) -> None:
        if text == self._shown:
            return
        self._shown = text
        if self.toPlainText() != text:
            place = self.textCursor().position() if self.toPlainText() else _units(text, len(text))
            self.blockSignals(True)
            self.setPlainText(text)
            self.blockSignals(False)
            cursor = self.textCursor()
            cursor.setPosition(min(place, len(self.toPlainText().encode("utf-16-le")) // 2))
            self.setTextCursor(cursor)

    def show_marks(self, marks: tuple[tuple[Span, str], ...]) -> None:
        """Spans are in characters of the text shown; while another text is being typed they are left out."""
        self._marks.show(marks if self.toPlainText() == self._shown else (), self.toPlainText())

    def select(self, span: Span) -> None:
        """Select a part of the text, given in characters."""
        start, end = (_units(self.toPlainText(), place) for place in span)
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.setFocus()

    def _changed(self) -> None:
        self._shown = self.toPlainText()
        self.written.emit(self._shown)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            keys = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
            if any(event.matches(key) for key in keys):
                event.ignore()
                return False
        return super().event(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() and not source.hasUrls() and not source.hasImage()

    def sizeHint(self) -> QSize:
        return QSize(240, round(7.5 * tokens.BODY * 1.45 * self._look.scale))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, round(4 * tokens.BODY * 1.45 * self._look.scale))


def _units(text: str, place: int) -> int:
    """A place in characters as Qt counts it, in UTF-16 units."""
    return len(text[:place].encode("utf-16-le")) // 2


class _Marks(QSyntaxHighlighter):
    def __init__(self, document: QTextDocument, look: Look) -> None:
        super().__init__(document)
        self._look = look
        self._spans: tuple[tuple[int, int, str], ...] = ()

    def show(self, marks: tuple[tuple[Span, str], ...], text: str) -> None:
        spans = tuple((_units(text, start), _units(text, end), kind) for (start, end), kind in marks)
        if spans != self._spans:
            self._spans = spans
            self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        first = self.currentBlock().position()
        for start, end, kind in self._spans:
            low, high = max(start - first, 0), min(end - first, len(text.encode("utf-16-le")) // 2)
            if low < high:
                self.setFormat(low, high - low, self._format(kind))

    def _format(self, kind: str) -> QTextCharFormat:
        theme, made = self._look.theme, QTextCharFormat()
        if kind == "understood":
            made.setBackground(QColor(theme.tint))
        else:
            made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            made.setUnderlineColor(QColor(theme.unchecked if kind == "unused" else theme.failed))
            if kind == "contradiction":
                made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        return made
