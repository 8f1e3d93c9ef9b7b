"""The small controls that the panels are made of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLayoutItem,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from desktop.style import tokens
from desktop.style.icons import paint
from desktop.style.look import Look


def label(text: str, role: str = "", *, wrap: bool = False) -> QLabel:
    """A label in one of the sheet's roles: caption, muted, title, section, display, problem."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    return made


def field_label(text: str, field: QWidget) -> QLabel:
    """The name of a form's field, on the field's middle line."""
    made = label(text, "muted")
    made.setBuddy(field)
    made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
    return made


def padded(spin: QAbstractSpinBox) -> None:
    """Give a spin box the margins of the other fields, which the style sheet cannot reach."""
    spin.lineEdit().setTextMargins(6, 0, 4, 0)


def button(text: str, role: str = "", *, tip: str = "") -> QPushButton:
    made = QPushButton(text)
    made.setToolTip(tip)
    if role:
        made.setProperty("role", role)
    return made


def rule() -> QFrame:
    made = QFrame()
    made.setProperty("role", "rule")
    return made


def column(*parts: QWidget | QLayout | int, gap: int = tokens.SMALL, margin: int = 0) -> QVBoxLayout:
    """Widgets and layouts under one another; a number is a space, 0 a stretch."""
    made = QVBoxLayout()
    return _filled(made, parts, gap, margin)


def row(*parts: QWidget | QLayout | int, gap: int = tokens.SMALL, margin: int = 0) -> QHBoxLayout:
    """The same, beside one another."""
    made = QHBoxLayout()
    return _filled(made, parts, gap, margin)


L = TypeVar("L", QVBoxLayout, QHBoxLayout)


def _filled(made: L, parts: Sequence[QWidget | QLayout | int], gap: int, margin: int) -> L:
    made.setSpacing(gap)
    made.setContentsMargins(margin, margin, margin, margin)
    for part in parts:
        if isinstance(part, QWidget):
            made.addWidget(part)
        elif isinstance(part, QLayout):
            made.addLayout(part)
        elif part:
            made.addSpacing(part)
        else:
            made.addStretch(1)
    return made


class IconButton(QToolButton):
    """A tool button with one of our icons; its tooltip is its accessible name."""

    def __init__(self, look: Look, name: str, tip: str, *, checkable: bool = False) -> None:
        super().__init__()
        self._look, self._name = look, name
        self.setToolTip(tip)
        self.setAccessibleName(tip)
        self.setCheckable(checkable)
        look.changed.connect(self._redraw)
        self._redraw()

    def show_icon(self, name: str) -> None:
        if name != self._name:
            self._name = name
            self._redraw()

    def _redraw(self) -> None:
        self.setIcon(self._look.icon(self._name))
        self.setIconSize(self._look.icon_size())


class Segments(QWidget):
    """A choice between a few words, all of them in sight. `chosen` is the user's; `show_choice` only displays."""

    chosen = Signal(str)

    def __init__(self, choices: Sequence[tuple[str, str]], name: str) -> None:
        super().__init__()
        self.setProperty("role", "segments")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(name)
        self._buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        layout = row(gap=0, margin=2)
        for value, text in choices:
            made = button(text, "segment")
            made.setCheckable(True)
            made.setAccessibleName(f"{name}: {text}")
            made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            made.clicked.connect(lambda _=False, value=value: self.chosen.emit(value))
            self._group.addButton(made)
            self._buttons[value] = made
            layout.addWidget(made)
        self.setLayout(layout)

    def show_choice(self, value: str) -> None:
        if value in self._buttons:
            self._buttons[value].setChecked(True)

    def button(self, value: str) -> QPushButton:
        return self._buttons[value]


class Swatch(QWidget):
    """A colour, plainly."""

    def __init__(self, look: Look, size: int = 16) -> None:
        super().__init__()
        self._look, self._colour = look, ""
        self._side = size
        self.setFixedSize(QSize(size, size))

    def show_colour(self, colour: str) -> None:
        """`colour` as "#RRGGBB"; "" shows an empty square."""
        self._colour = colour
        self.setAccessibleName(colour)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._look.theme.edge), 1))
        painter.setBrush(QColor(self._colour) if self._colour else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.end()


class Glyph(QWidget):
    """An icon that is no button."""

    def __init__(self, look: Look, name: str, size: int = tokens.ICON, *, role: str = "muted") -> None:
        super().__init__()
        self._look, self._name, self._role = look, name, role
        self.setFixedSize(QSize(look.px(size), look.px(size)))
        look.changed.connect(self.update)

    def show_icon(self, name: str, role: str = "muted") -> None:
        self._name, self._role = name, role
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint(painter, self._name, str(getattr(self._look.theme, self._role)), QRectF(self.rect()))
        painter.end()


class Flow(QLayout):
    """Widgets beside one another, broken into lines."""

    def __init__(self, gap: int = 6) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        if not 0 <= index < len(self._items):
            return None
        self.invalidate()
        return self._items.pop(index)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), place=False)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        widest = max((min(item.sizeHint().width(), 200) for item in self._items), default=0)
        return QSize(widest, max((item.sizeHint().height() for item in self._items), default=0))

    def setGeometry(self, area: QRect) -> None:
        super().setGeometry(area)
        self._arrange(area, place=True)

    def _arrange(self, area: QRect, *, place: bool) -> int:
        x, y, line = area.x(), area.y(), 0
        for item in self._items:
            size = item.sizeHint()
            width = min(size.width(), area.width())
            if x > area.x() and x + width > area.right() + 1:
                x, y, line = area.x(), y + line + self._gap, 0
            if place:
                item.setGeometry(QRect(x, y, width, size.height()))
            x, line = x + width + self._gap, max(line, size.height())
        return y + line - area.y()
