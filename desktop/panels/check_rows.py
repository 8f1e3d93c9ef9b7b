"""A check as a row of a list: its shape, what is asked, its kind and standing as words, and the figure at the right."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop import strings
from desktop.rounds import Check, Standing
from desktop.said import said
from desktop.style import tokens
from desktop.style.icons import paint
from desktop.style.look import Look
from engine.types import Plan

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
GLYPHS: dict[Standing, tuple[str, str]] = {
    "open": ("ring", "disabled"),
    "passed": ("passed", "passed"),
    "failed": ("failed", "failed"),
    "unchecked": ("ring-dashed", "unchecked"),
}
CHECK = Qt.ItemDataRole.UserRole


class Checks(QAbstractListModel):
    """The checks in the plan's order; rows stay where they are while their standing changes."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Check, ...] = ()
        self.plan: Plan | None = None

    def show(self, rows: tuple[Check, ...], plan: Plan | None) -> None:
        same = [r.requirement.id for r in rows] == [r.requirement.id for r in self.rows]
        if not same:
            self.beginResetModel()
        self.rows, self.plan = rows, plan
        if not same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        check = self.rows[index.row()]
        if role == CHECK:
            return check
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return spoken(check, self.plan)
        if role == Qt.ItemDataRole.ToolTipRole:
            return (
                said(check.finding.message)
                if check.finding and check.finding.message
                else strings.subject(check.requirement, self.plan)
            )
        return None


class CheckRow(QStyledItemDelegate):
    """A row: the standing's shape, what is asked, its kind and standing as words, and the figure at the right."""

    def __init__(self, look: Look, model: Checks) -> None:
        super().__init__()
        self._look, self._model = look, model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, row_height(self._look))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        check: Check = index.data(CHECK)
        theme, area = self._look.theme, QRect(option.rect).adjusted(2, 1, -2, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(
                QColor(theme.focus) if selected and option.state & QStyle.StateFlag.State_HasFocus else Qt.PenStyle.NoPen
            )
            painter.setBrush(QColor(theme.tint if selected else theme.control))
            painter.drawRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), tokens.RADIUS, tokens.RADIUS)
        glyph, colour = GLYPHS[check.standing]
        side = self._look.px(17)
        paint(
            painter, glyph, str(getattr(theme, colour)), QRectF(area.left() + 8, area.center().y() - side / 2 + 0.5, side, side)
        )
        text = area.adjusted(8 + side + 9, 6, -10, -6)
        figure = strings.figure(check)
        painter.setFont(self._look.font(tokens.CAPTION))
        width = painter.fontMetrics().horizontalAdvance(figure)
        upper = QRect(text.left(), text.top(), text.width(), text.height() // 2)
        lower = QRect(text.left(), text.top() + text.height() // 2, text.width(), text.height() - text.height() // 2)
        painter.setPen(QColor(theme.failed if check.standing == "failed" else theme.muted))
        painter.drawText(lower, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, figure)
        words = f"{strings.kind(check.requirement.kind)} · {strings.standing(check.standing)}"
        lower.setWidth(lower.width() - width - 8)
        if check.standing == "unchecked":
            painter.setPen(QColor(theme.unchecked))
        elided(painter, lower, words)
        painter.setFont(self._look.font(tokens.BODY))
        painter.setPen(QColor(theme.text))
        subject = strings.subject(check.requirement, self._model.plan)
        elided(painter, upper, subject)
        painter.restore()


def row_height(look: Look) -> int:
    return round((tokens.BODY + tokens.CAPTION) * look.scale * 1.35) + 14


def elided(painter: QPainter, area: QRect, text: str) -> None:
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, shown)


def spoken(check: Check, plan: Plan | None) -> str:
    """A check as a screen reader says it."""
    asked = check.requirement
    heads = strings.kind(asked.kind), strings.subject(asked, plan), strings.standing(check.standing), strings.figure(check)
    return ", ".join(one for one in (*heads, said(check.finding.message) if check.finding else "") if one)
