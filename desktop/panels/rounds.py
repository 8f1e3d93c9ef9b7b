"""The filmstrip: every round of the loop, the best one starred, and ways to compare two of them."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)  # fmt: skip

from desktop.panels.controls import IconButton, column, label, row
from desktop.said import said
from desktop.state import AppState
from desktop.style import tokens
from desktop.style.icons import paint
from desktop.style.look import Look
from engine.types import Array, Round

Index = QModelIndex | QPersistentModelIndex
THUMB = QSize(88, 60)
ROUND = Qt.ItemDataRole.UserRole


class Rounds(QWidget):
    round_chosen = Signal(int)
    best_chosen = Signal(int)
    compared = Signal(int, str)
    compare_ended = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: tuple[Round, ...] = ()
        self.setProperty("ground", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.list = QListWidget()
        self.list.setProperty("role", "bare")
        self.list.setFlow(QListWidget.Flow.LeftToRight)
        self.list.setWrapping(False)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setHorizontalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setAccessibleName(self.tr("Rounds"))
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._row = _Thumb(look)
        self.list.setItemDelegate(self._row)
        self.caption = label("", "caption", wrap=True)
        self.caption.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.compare = {
            "wipe": IconButton(look, "wipe", self.tr("Compare with a wipe"), checkable=True),
            "side": IconButton(look, "side", self.tr("Compare side by side"), checkable=True),
            "blink": IconButton(look, "blink", self.tr("Compare by blinking"), checkable=True),
        }
        self.best = IconButton(look, "star-outline", self.tr("Make this round the best"))
        tools = row(self.best, tokens.TIGHT, *self.compare.values(), 0, gap=2)
        aside = column(tools, self.caption, 0, gap=4)
        layout = row(self.list, aside, gap=tokens.MEDIUM)
        layout.setContentsMargins(tokens.SMALL, 6, tokens.MEDIUM, 6)
        layout.setStretch(0, 1)
        self.setLayout(layout)
        self.caption.setFixedWidth(230)
        self.list.setFixedHeight(THUMB.height() + 16)
        self.list.currentRowChanged.connect(lambda number: self.round_chosen.emit(number) if number >= 0 else None)
        self.list.customContextMenuRequested.connect(self._menu)
        self.best.clicked.connect(lambda: self.best_chosen.emit(self.list.currentRow()))
        for mode, made in self.compare.items():
            made.clicked.connect(lambda on=False, mode=mode: self._compare(mode, on))

    def show_state(self, state: AppState) -> None:
        rounds = state.trace.rounds if state.trace is not None else ()
        best = state.trace.best if state.trace is not None else -1
        self.setVisible(len(rounds) > 0)
        self._best = best
        self._row.best, self._row.compared = best, state.compared
        self.list.blockSignals(True)
        if rounds is not self._shown:
            same = sum(1 for old, new in zip(self._shown, rounds, strict=False) if old is new)
            while self.list.count() > same:
                self.list.takeItem(self.list.count() - 1)
            for number in range(same, len(rounds)):
                self.list.addItem(self._item(number, rounds[number]))
            self._shown = rounds
        number = state.round if state.round is not None else -1
        if self.list.currentRow() != number:
            self.list.setCurrentRow(number)
        self.list.blockSignals(False)
        self.list.viewport().update()
        self._show_aside(state, number, best)

    def _show_aside(self, state: AppState, number: int, best: int) -> None:
        several = len(self._shown) > 1
        for mode, made in self.compare.items():
            made.setEnabled(several)
            made.setChecked(state.compared is not None and state.compare_mode == mode)
        self.best.setEnabled(several and number != best and state.run is None)
        self.best.show_icon("star" if number == best else "star-outline")
        self.caption.setText(self._caption(number, best) if 0 <= number < len(self._shown) else "")

    def _caption(self, number: int, best: int) -> str:
        shown = self._shown[number]
        name = self.tr("Round {0}").format(number + 1)
        if number == best and len(self._shown) > 1:
            name += " · " + self.tr("best")
        elif not shown.kept:
            name += " · " + self.tr("set aside")
        change = said(shown.fix.message) if shown.fix else self.tr("First picture")
        width = 2 * self.caption.width() - 40
        return f"{name}\n{self.caption.fontMetrics().elidedText(change, Qt.TextElideMode.ElideRight, width)}"

    def _item(self, number: int, made: Round) -> QListWidgetItem:
        passed = sum(f.verdict == "passed" for f in made.findings)
        words = self.tr("{0} of {1} passed").format(passed, len(made.findings))
        item = QListWidgetItem()
        item.setData(ROUND, (f"{passed}/{len(made.findings)}", made.kept))
        item.setData(Qt.ItemDataRole.DecorationRole, self._thumb(made))
        name = self.tr("Round {0}").format(number + 1)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name}, {words}")
        change = said(made.fix.message) if made.fix else self.tr("First picture")
        item.setToolTip(f"{name}: {change}\n{words}")
        return item

    def _thumb(self, made: Round) -> QPixmap:
        raster = made.render.pixels
        return thumbnail(raster.array, THUMB * self.devicePixelRatioF()) if raster.stored else QPixmap()

    def _compare(self, mode: str, on: bool) -> None:
        number = self.list.currentRow()
        other = self._best if number != self._best else max(0, number - 1)
        if on and other != number:
            self.compared.emit(other, mode)
        else:
            self.compare_ended.emit()

    def _menu(self, place: QPoint) -> None:
        item = self.list.itemAt(place)
        if item is None:
            return
        number = self.list.row(item)
        menu = QMenu(self)
        menu.addAction(self.tr("Make this round the best"), lambda: self.best_chosen.emit(number))
        menu.addAction(self.tr("Compare with this round"), lambda: self.compared.emit(number, "wipe"))
        menu.exec(self.list.mapToGlobal(place))


class _Thumb(QStyledItemDelegate):
    """A round's picture with its share of passed checks; a star on the best, a faded look where it was set aside."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.best = -1
        self.compared: int | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(THUMB.width() + 8, THUMB.height() + 8)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = self._look.theme
        score, kept = index.data(ROUND)
        area = QRectF(QRect(option.rect)).adjusted(3, 3, -3, -3)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.surround))
        painter.drawRoundedRect(area, 4, 4)
        picture: QPixmap = index.data(Qt.ItemDataRole.DecorationRole)
        if not picture.isNull():
            painter.setOpacity(1.0 if kept else 0.45)
            room = area.adjusted(2, 2, -2, -2)
            size = picture.size().scaled(room.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
            target = QRectF(
                room.center().x() - size.width() / 2, room.center().y() - size.height() / 2, size.width(), size.height()
            )
            painter.drawPixmap(target, picture, QRectF(picture.rect()))
            painter.setOpacity(1.0)
        painter.setFont(self._look.font(tokens.CAPTION - 1))
        width = painter.fontMetrics().horizontalAdvance(score) + 8
        height = painter.fontMetrics().height() + 1
        tag = QRectF(area.right() - width - 3, area.bottom() - height - 3, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 170))
        painter.drawRoundedRect(tag, 3, 3)
        painter.setPen(QColor("#FFFFFF"))
        painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, score)
        if index.row() == self.best:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(0, 0, 0, 170))
            painter.drawRoundedRect(QRectF(area.left() + 3, area.top() + 3, 17, 17), 3, 3)
            paint(painter, "star", "#FFFFFF", QRectF(area.left() + 5, area.top() + 5, 13, 13))
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected or index.row() == self.compared or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QColor(theme.accent if selected else theme.text if index.row() == self.compared else theme.edge))
            painter.drawRoundedRect(area.adjusted(-1, -1, 1, 1), 5, 5)
        painter.restore()


def thumbnail(pixels: Array, size: QSize) -> QPixmap:
    """A small picture of pixels (h, w, 3), without touching more of them than it shows."""
    step = max(1, min(pixels.shape[0] // (2 * size.height()), pixels.shape[1] // (2 * size.width())))
    thin = pixels[::step, ::step].copy()
    image = QImage(thin.data, thin.shape[1], thin.shape[0], thin.shape[1] * 3, QImage.Format.Format_RGB888)
    return QPixmap.fromImage(image.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation))
