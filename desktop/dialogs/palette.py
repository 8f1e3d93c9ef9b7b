"""The command palette: type a few letters of what you want, Enter does it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)  # fmt: skip

from desktop.panels.check_rows import Index
from desktop.panels.controls import column, label
from desktop.style import tokens
from desktop.style.look import Look

if TYPE_CHECKING:
    from desktop.window import Window

translate = QCoreApplication.translate
CHOICE = Qt.ItemDataRole.UserRole
ROW, ROWS = 34, 11
"""Height of a choice in pixels, and how many are in sight at most."""


@dataclass(frozen=True)
class Choice:
    text: str
    aside: str
    icon: QIcon
    run: Callable[[], object]
    enabled: bool = True


class Picker(QFrame):
    """A field over a list of choices, at the top of the window; Escape or a click elsewhere closes it."""

    def __init__(self, window: Window, choices: list[Choice], placeholder: str, empty: str) -> None:
        super().__init__(window, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "popover")
        self._window, self._choices = window, choices
        self.field = QLineEdit()
        self.field.setPlaceholderText(placeholder)
        self.field.setAccessibleName(placeholder)
        self.list = QListWidget()
        self.list.setProperty("role", "bare")
        self.list.setItemDelegate(_Row(window.look))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.none = label(empty, "muted")
        self.setLayout(column(self.field, self.list, self.none, gap=6, margin=tokens.SMALL))
        self.field.textChanged.connect(self._fill)
        self.field.installEventFilter(self)
        self.list.itemClicked.connect(self._run)
        self._fill("")

    def open_over(self) -> None:
        width = min(self._window.look.px(560), self._window.width() - 80)
        self.setFixedWidth(width)
        corner = self._window.mapToGlobal(QPoint((self._window.width() - width) // 2, self._window.menuBar().height() + 24))
        self.move(corner)
        self.show()
        self.field.setFocus()

    def _fill(self, text: str) -> None:
        self.list.clear()
        for choice in ranked(text, self._choices):
            item = QListWidgetItem(choice.text)
            item.setData(CHOICE, choice)
            item.setIcon(choice.icon)
            if not choice.enabled:
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEnabled)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.none.setVisible(self.list.count() == 0)
        self.list.setVisible(self.list.count() > 0)
        self.list.setFixedHeight(self._window.look.px(ROW) * min(self.list.count(), ROWS) + 4)
        self.adjustSize()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
            step = steps.get(Qt.Key(event.key()))
            if step is not None:
                self.list.setCurrentRow(max(0, min(self.list.count() - 1, self.list.currentRow() + step)))
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._run(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)

    def _run(self, item: QListWidgetItem | None) -> None:
        choice: Choice | None = item.data(CHOICE) if item is not None else None
        if choice is not None and choice.enabled:
            self.close()
            choice.run()


class Palette(Picker):
    """Every command of the window with its shortcut."""

    def __init__(self, window: Window) -> None:
        native = QKeySequence.SequenceFormat.NativeText
        choices = [
            Choice(
                action.text().rstrip("…"), action.shortcut().toString(native), action.icon(), action.trigger, action.isEnabled()
            )
            for name, action in window.actions_.all().items()
            if name not in {"palette", "panels-tab"}
        ]
        super().__init__(
            window,
            choices,
            translate("palette", "Search commands"),
            translate("palette", "No command is called that."),
        )


class Recent(Picker):
    """Documents that were worked on, the last one first."""

    def __init__(self, window: Window) -> None:
        icon = window.look.icon("paper", window.look.theme.muted)
        paths = [Path(name) for name in window.settings.recent]
        choices = [Choice(path.stem, str(path.parent), icon, partial(window.files.open, path)) for path in paths]
        super().__init__(
            window,
            choices,
            translate("palette", "Open recent"),
            translate("palette", "Nothing here yet."),
        )


def ranked(text: str, choices: list[Choice]) -> list[Choice]:
    """The choices that hold the letters of `text` in order: whole words' beginnings first, what cannot be done now last."""

    def rank(choice: Choice) -> tuple[bool, int, int] | None:
        wanted, name = text.lower().strip(), choice.text.lower()
        if not wanted:
            return (not choice.enabled, 0, 0)
        if wanted in name:
            starts = any(word.startswith(wanted) for word in name.split()) or name.startswith(wanted)
            return (not choice.enabled, 0 if starts else 1, name.index(wanted))
        letters = iter(name)
        return (not choice.enabled, 2, len(name)) if all(letter in letters for letter in wanted) else None

    rated = [(rating, choice) for choice in choices if (rating := rank(choice)) is not None]
    return [choice for _, choice in sorted(rated, key=lambda pair: pair[0])]


class _Row(QStyledItemDelegate):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, self._look.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, choice, area = self._look.theme, index.data(CHOICE), QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.hover if option.state & QStyle.StateFlag.State_Selected else theme.control))
            painter.drawRoundedRect(QRectF(area), tokens.RADIUS_SMALL, tokens.RADIUS_SMALL)
        side = self._look.px(16)
        mode = QIcon.Mode.Normal if choice.enabled else QIcon.Mode.Disabled
        choice.icon.paint(painter, QRect(area.left() + 10, area.center().y() - side // 2, side, side), mode=mode)
        text = area.adjusted(side + 22, 0, -12, 0)
        painter.setFont(self._look.font(tokens.CAPTION))
        painter.setPen(QColor(theme.muted if choice.enabled else theme.disabled))
        room = text.width() // 2
        aside = painter.fontMetrics().elidedText(choice.aside, Qt.TextElideMode.ElideMiddle, room)
        painter.drawText(text, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, aside)
        text.setWidth(text.width() - painter.fontMetrics().horizontalAdvance(aside) - 12)
        painter.setFont(self._look.font())
        painter.setPen(QColor(theme.text if choice.enabled else theme.disabled))
        words = painter.fontMetrics().elidedText(choice.text, Qt.TextElideMode.ElideRight, text.width())
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()
