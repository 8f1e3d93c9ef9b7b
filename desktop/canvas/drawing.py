"""The canvas's pen: lines that show on any picture, small pills of words, and the signs of the three verdicts."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF, QTransform

from desktop.canvas.geometry import Lens, Point, Rect
from desktop.style.tokens import DARK, RADIUS_SMALL, SMALL, TIGHT
from engine.types import Array, Verdict

COLOURS: dict[Verdict, str] = {"passed": DARK.passed, "failed": DARK.failed, "unchecked": DARK.unchecked}


def colour(name: str, alpha: float = 1.0) -> QColor:
    made = QColor(name)
    made.setAlphaF(alpha)
    return made


def pen(name: str, width: float = 1.0, alpha: float = 1.0, dashes: Iterable[float] = ()) -> QPen:
    made = QPen(colour(name, alpha), width)
    made.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    if pattern := list(dashes):
        made.setDashPattern(pattern)
        made.setCapStyle(Qt.PenCapStyle.FlatCap)
    return made


def crisp(rect: Rect) -> QRectF:
    """The rect moved onto the middles of view pixels, so that a hairline stays one pixel wide."""
    x0, y0, x1, y1 = (round(side) for side in rect)
    return QRectF(x0 + 0.5, y0 + 0.5, max(1, x1 - x0 - 1), max(1, y1 - y0 - 1))


def frame(painter: QPainter, rect: Rect, line: QPen) -> None:
    """A rectangle's outline with a dark line beside it, so that it shows on light and dark alike."""
    shape = crisp(rect)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen(DARK.overlay_back, alpha=0.4 * line.color().alphaF()))
    edge = (line.widthF() + 1) / 2
    painter.drawRect(shape.adjusted(-edge, -edge, edge, edge))
    painter.setPen(line)
    painter.drawRect(shape)


def path(loops: Iterable[Array | list[Point]]) -> QPainterPath:
    """Closed loops of (x, y) as one path."""
    made = QPainterPath()
    for loop in loops:
        made.addPolygon(QPolygonF([QPointF(float(x), float(y)) for x, y in loop]))
        made.closeSubpath()
    return made


def seen(shape: QPainterPath, lens: Lens) -> QPainterPath:
    """A path in canvas pixels as it lies in the view."""
    return QTransform(lens.scale, 0, 0, lens.scale, lens.dx, lens.dy).map(shape)


def twice(painter: QPainter, shape: QPainterPath, line: QPen) -> None:
    """A path with a dark line under it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen(DARK.overlay_back, line.widthF() + 2, 0.45 * line.color().alphaF()))
    painter.drawPath(shape)
    painter.setPen(line)
    painter.drawPath(shape)
    painter.restore()


def short(font: QFont, text: str, width: float = 24.0) -> str:
    """The text on one line, cut to `width` letters' breadth."""
    metrics = QFontMetricsF(font)
    return metrics.elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, width * metrics.averageCharWidth())


def pill_size(font: QFont, text: str, *, sign: bool = False) -> tuple[float, float]:
    """Width and height of the pill for the text, with room for a verdict's sign before it."""
    metrics = QFontMetricsF(font)
    height = round(metrics.height() + TIGHT + 2)
    words = metrics.horizontalAdvance(text) + SMALL if text else 0.0
    return (max(height, round(words + (height if sign else SMALL))), height)


def pill(painter: QPainter, place: QRectF, text: str, *, verdict: Verdict | None = None, back: str = DARK.overlay_back,
         ink: str = DARK.text, alpha: float = 0.78) -> None:  # fmt: skip
    """Words on a dark plate, after the sign of a verdict where one is given."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(back, alpha))
    painter.drawRoundedRect(place, RADIUS_SMALL, RADIUS_SMALL)
    words = place.adjusted(SMALL, 0, -SMALL, 0)
    if verdict is not None:
        square = QRectF(place.left(), place.top(), place.height(), place.height())
        sign(painter, square.adjusted(6, 6, -6, -6), verdict)
        words = QRectF(square.right() - 1, place.top(), place.right() - square.right(), place.height())
    painter.setPen(colour(ink))
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
    painter.restore()


def sign(painter: QPainter, square: QRectF, verdict: Verdict) -> None:
    """A check, a cross or a broken ring."""
    width = max(1.6, square.width() / 6)
    line = QPen(colour(COLOURS[verdict]), width)
    line.setCapStyle(Qt.PenCapStyle.RoundCap)
    line.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    x, y, s = square.x(), square.y(), square.width()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if verdict == "passed":
        painter.setPen(line)
        painter.drawPolyline(
            QPolygonF([QPointF(x, y + s * 0.55), QPointF(x + s * 0.38, y + s * 0.9), QPointF(x + s, y + s * 0.15)])
        )
    elif verdict == "failed":
        painter.setPen(line)
        painter.drawLine(QPointF(x + s * 0.08, y + s * 0.08), QPointF(x + s * 0.92, y + s * 0.92))
        painter.drawLine(QPointF(x + s * 0.92, y + s * 0.08), QPointF(x + s * 0.08, y + s * 0.92))
    else:
        line.setCapStyle(Qt.PenCapStyle.FlatCap)
        line.setDashPattern([1.5, 1.06])
        painter.setPen(line)
        painter.drawEllipse(square)


def ring(painter: QPainter, middle: QPointF, radius: float, softness: float) -> None:
    """The brush: its rim, and inside it where it begins to fade."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for share, alpha in ((1.0, 1.0), (1.0 - softness, 0.45)):
        shape = QPainterPath()
        size = max(radius * share, 0.5)
        shape.addEllipse(middle, size, size)
        if share == 1.0 or softness > 0:
            twice(painter, shape, pen(DARK.overlay, alpha=alpha))
    painter.restore()


def swatch(painter: QPainter, at: QPointF, code: str) -> None:
    """The colour and its code beside the cursor."""
    width, height = pill_size(painter.font(), code)
    plate = QRectF(round(at.x()) + 16, round(at.y()) + 16, width + height - SMALL, height)
    pill(painter, plate, "", alpha=0.92)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen(DARK.edge))
    painter.setBrush(QColor(code))
    painter.drawRoundedRect(QRectF(plate.x() + 4.5, plate.y() + 4.5, height - 9, height - 9), 2, 2)
    painter.setPen(colour(DARK.text))
    words = QRectF(plate.x() + height, plate.y(), width, height)
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, code)
    painter.restore()
