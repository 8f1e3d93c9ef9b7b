"""The list of the models page: what is here, then what can be had, each under its heading."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.models import words
from desktop.panels.check_rows import NOWHERE, Index, elided
from desktop.style import tokens
from desktop.style.icons import paint
from desktop.style.look import Look
from engine.models.catalogue import Entry
from engine.models.model import Model

translate = QCoreApplication.translate

Row = Model | Entry | str | None
"""A string is a heading; None is the page that tells how to bring a model."""
ROW = Qt.ItemDataRole.UserRole


class Rows(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Row, ...] = ()

    def show(self, rows: tuple[Row, ...]) -> None:
        if rows != self.rows:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()

    def place(self, row_id: str) -> QModelIndex:
        """Where the model or entry of that id is; an invalid index where it is not."""
        line = next((n for n, row in enumerate(self.rows) if isinstance(row, Model | Entry) and row.id == row_id), None)
        return self.index(line) if line is not None else NOWHERE

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        heading = isinstance(self.rows[index.row()], str)
        return Qt.ItemFlag.NoItemFlags if heading else Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return name(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return name(row) if isinstance(row, str) else f"{name(row)}, {line(row)}"
        return None


def name(row: Row) -> str:
    if row is None:
        return translate("models", "Bring a model")
    return row if isinstance(row, str) else row.name


def line(row: Model | Entry | None) -> str:
    if row is None:
        return translate("models", "your own, or another program's")
    return words.entry_line(row) if isinstance(row, Entry) else words.model_line(row)


class RowPainter(QStyledItemDelegate):
    """Name over a line of facts, with the shape of the licence before an entry and of the model's place before a model."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        scale = self._look.scale
        if isinstance(index.data(ROW), str):
            return QSize(120, round(tokens.CAPTION * scale * 1.35) + 18)
        return QSize(120, round((tokens.BODY + tokens.CAPTION) * scale * 1.35) + 14)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, theme = index.data(ROW), self._look.theme
        area = QRect(option.rect).adjusted(2, 1, -2, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, str):
            painter.setFont(self._look.font(tokens.CAPTION, painter.font().weight().DemiBold))
            painter.setPen(QColor(theme.muted))
            elided(painter, area.adjusted(8, 6, -8, 0), row)
            painter.restore()
            return
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected or option.state & QStyle.StateFlag.State_MouseOver:
            ring = selected and option.state & QStyle.StateFlag.State_HasFocus
            painter.setPen(QColor(theme.focus) if ring else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.tint if selected else theme.control))
            painter.drawRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), tokens.RADIUS, tokens.RADIUS)
        glyph, colour = _glyph(row)
        side = self._look.px(17)
        place = QRectF(area.left() + 8, area.center().y() - side / 2 + 0.5, side, side)
        paint(painter, glyph, str(getattr(theme, colour)), place)
        text = area.adjusted(8 + side + 9, 6, -10, -6)
        upper = QRect(text.left(), text.top(), text.width(), text.height() // 2)
        lower = QRect(text.left(), text.top() + text.height() // 2, text.width(), text.height() - text.height() // 2)
        painter.setFont(self._look.font(tokens.CAPTION))
        painter.setPen(QColor(theme.muted))
        elided(painter, lower, line(row))
        painter.setFont(self._look.font(tokens.BODY))
        painter.setPen(QColor(theme.text))
        elided(painter, upper, name(row))
        painter.restore()


def _glyph(row: Model | Entry | None) -> tuple[str, str]:
    if row is None:
        return "plus", "muted"
    if isinstance(row, Entry):
        return ("lock", "unchecked") if row.terms.restricted else ("download", "muted")
    if row.shared:
        return "folder", "muted"
    return ("model", "accent") if row.makes_pictures else ("model", "muted")
