"""A measured figure on its scale: where the requirement holds the scale is solid, elsewhere it is hatched."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop import strings
from desktop.panels.check_rows import GLYPHS
from desktop.rounds import Standing
from desktop.scales import Scale
from desktop.style import tokens
from desktop.style.icons import paint
from desktop.style.look import Look

translate = QCoreApplication.translate
TRACK = 10
LEAST = 3.0
"""Pixels that the part where the requirement holds is wide at least: a limit at the very end is still seen."""


class ScaleBar(QWidget):
    """The figure with its standing above the scale, the limit in words below it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._scale: Scale | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def show_scale(self, scale: Scale | None) -> None:
        self._scale = scale
        self.setVisible(scale is not None)
        if scale is not None:
            told = ", ".join((measured(scale), strings.standing(self._standing(scale)), demanded(scale)))
            self.setAccessibleName(self.tr("Measured: {0}").format(told))
            self.setToolTip(self.accessibleName())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, round(2 * self._line() + self._look.px(TRACK) + 2 * tokens.TIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        scale = self._scale
        if scale is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = self._look.px(TRACK)
        track = QRectF(height / 2, self._line() + tokens.TIGHT, self.width() - height, height)
        self._paint_track(painter, track, scale)
        self._paint_limit(painter, track, scale)
        self._paint_figure(painter, track, scale)
        painter.end()

    def _paint_track(self, painter: QPainter, track: QRectF, scale: Scale) -> None:
        theme = self._look.theme
        painter.setPen(QPen(QColor(theme.failed), 1))
        painter.setBrush(QBrush(QColor(theme.failed), Qt.BrushStyle.BDiagPattern))
        painter.drawRoundedRect(track, tokens.HAIR, tokens.HAIR)
        limit = self._at(track, scale, scale.limit)
        ends = {"at least": (limit, track.right()), "at most": (track.left(), limit), "exactly": (limit, limit)}[scale.sense]
        room = max(0.0, LEAST - (ends[1] - ends[0]))
        holds = QRectF(QPointF(ends[0] - room / 2, track.top()), QPointF(ends[1] + room / 2, track.bottom()))
        painter.setPen(QPen(QColor(theme.passed), 1))
        painter.setBrush(QColor(theme.passed))
        painter.drawRect(holds)

    def _paint_limit(self, painter: QPainter, track: QRectF, scale: Scale) -> None:
        at = self._at(track, scale, scale.limit)
        painter.setPen(QPen(QColor(self._look.theme.text), 2))
        painter.drawLine(QPointF(at, track.top()), QPointF(at, track.bottom() + tokens.TIGHT))
        painter.setFont(self._font())
        painter.setPen(QColor(self._look.theme.muted))
        words = demanded(scale)
        width = painter.fontMetrics().horizontalAdvance(words)
        painter.drawText(self._beside(at, width, track.bottom() + tokens.TIGHT), Qt.AlignmentFlag.AlignCenter, words)

    def _paint_figure(self, painter: QPainter, track: QRectF, scale: Scale) -> None:
        theme, at = self._look.theme, self._at(track, scale, scale.figure)
        standing = self._standing(scale)
        glyph, role = GLYPHS[standing]
        colour = str(getattr(theme, role))
        half = self._look.px(TRACK) / 2
        painter.setPen(QPen(QColor(theme.panel), 1.5))
        painter.setBrush(QColor(theme.text))
        tip = [QPointF(at - half, track.top() - half), QPointF(at + half, track.top() - half), QPointF(at, track.center().y())]
        painter.drawPolygon(QPolygonF(tip))
        font = self._font(QFont.Weight.DemiBold)
        painter.setFont(font)
        words = f"{measured(scale)} · {strings.standing(standing)}"
        side = self._look.px(13)
        place = self._beside(at, side + tokens.TIGHT + QFontMetricsF(font).horizontalAdvance(words), 0.0)
        paint(painter, glyph, colour, QRectF(place.left(), place.center().y() - side / 2, side, side))
        painter.setPen(QColor(theme.failed if standing == "failed" else theme.text))
        words_at = place.adjusted(side + tokens.TIGHT, 0, 0, 0)
        painter.drawText(words_at, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, words)

    def _standing(self, scale: Scale) -> Standing:
        return "passed" if scale.holds else "failed"

    def _at(self, track: QRectF, scale: Scale, figure: float) -> float:
        share = (figure - scale.low) / (scale.high - scale.low)
        return track.left() + min(1.0, max(0.0, share)) * track.width()

    def _beside(self, at: float, width: float, top: float) -> QRectF:
        """A line of text of this width about `at`, kept inside the widget."""
        return QRectF(min(max(0.0, at - width / 2), self.width() - width), top, width, self._line())

    def _font(self, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        return self._look.font(tokens.CAPTION, weight)

    def _line(self) -> float:
        return QFontMetricsF(self._font()).height()


def measured(scale: Scale) -> str:
    """The figure with its unit, as exactly as it takes to tell it from the limit."""
    told = _united(scale, scale.figure)
    if told == _united(scale, scale.limit) and not scale.holds:
        return _united(scale, scale.figure, more=1)
    return told


def demanded(scale: Scale) -> str:
    """What the figure has to be."""
    limit = _united(scale, scale.limit)
    return {
        "at least": translate("ScaleBar", "at least {0}"),
        "at most": translate("ScaleBar", "at most {0}"),
        "exactly": translate("ScaleBar", "exactly {0}"),
    }[scale.sense].format(limit)


def _united(scale: Scale, figure: float, more: int = 0) -> str:
    """A figure of the scale with its unit and so many decimals more than usual."""
    match scale.unit:
        case "share":
            return strings.percent(figure, more)
        case "difference":
            return f"ΔE {strings.number(figure, 1 + more)}"
        case "degrees":
            return f"{strings.number(figure, more)}°"
        case "pixels":
            return translate("ScaleBar", "{0} px").format(strings.number(figure, 1 + more))
        case "ratio":
            return f"{strings.number(figure, 1 + more)} : 1"
    return strings.number(figure)
