"""Zooming and panning: a view whose scene is the canvas in pixels, with room to move all around it."""

from __future__ import annotations

import math
from typing import Final

from PySide6.QtCore import QAbstractAnimation, QEasingCurve, QEvent, QPointF, QRectF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QNativeGestureEvent, QResizeEvent, QTransform, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView, QStyle, QWidget

from desktop.canvas.geometry import MAX_ZOOM, ZOOM_STOPS, Lens, Point, Rect, fit_zoom, next_stop
from desktop.style.tokens import MOTION_MS

MARGIN: Final = 28
LEFT_IN_VIEW: Final = 96
NOTCHES_TO_DOUBLE: Final = 3


class NavigatedView(QGraphicsView):
    """`zoom` is screen pixels per canvas pixel, so that 1 is sharp on every screen."""

    zoom_changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setScene(QGraphicsScene(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.canvas_size = (1024, 1024)
        self._fitted = True
        self._anchor: tuple[Point, Point] = ((0, 0), (0, 0))
        self._glide = QVariantAnimation(self, easingCurve=QEasingCurve(QEasingCurve.Type.OutCubic))
        self._glide.valueChanged.connect(self._glided)

    @property
    def lens(self) -> Lens:
        transform = self.viewportTransform()
        return Lens(transform.m11(), transform.dx(), transform.dy())

    @property
    def zoom(self) -> float:
        return self.transform().m11() * self.devicePixelRatioF()

    @property
    def gliding(self) -> bool:
        return self._glide.state() == QAbstractAnimation.State.Running

    def shown(self) -> QRectF:
        """The viewport in view pixels."""
        return QRectF(self.viewport().rect())

    def pane(self) -> QRectF:
        """The part of the viewport that the canvas is fitted into."""
        return self.shown()

    def over(self, at: Point) -> Point:
        """The view point where the lens shows what the user sees at `at`."""
        return at

    def fit(self) -> None:
        """The whole canvas, as large as it goes."""
        self._fitted = True
        self._show((0, 0, *self.canvas_size), MAX_ZOOM)
        self._fitted = True

    def zoom_100(self) -> None:
        self.zoom_by(1 / self.zoom)

    def zoom_step(self, direction: int) -> None:
        """To the next round figure, about the middle."""
        self.zoom_by(next_stop(self.zoom, direction) / self.zoom)

    def zoom_by(self, factor: float, at: Point | None = None) -> None:
        """The canvas point under the view point `at` (the middle by default) stays where it is."""
        middle = self.pane().center()
        where = at if at is not None else (middle.x(), middle.y())
        self._glide.stop()
        self._set_zoom(self.zoom * factor, where, self.lens.to_canvas(where))

    def focus_box(self, box: tuple[float, float, float, float]) -> None:
        """Show the box (0..1) with some of what surrounds it."""
        width, height = self.canvas_size
        pad = 0.25 * max((box[2] - box[0]) * width, (box[3] - box[1]) * height)
        self._show((box[0] * width - pad, box[1] * height - pad, box[2] * width + pad, box[3] * height + pad), 4.0)

    def pan(self, dx: float, dy: float) -> None:
        """Move the canvas by view pixels."""
        self._glide.stop()
        self._fitted = False
        self.horizontalScrollBar().setValue(round(self.horizontalScrollBar().value() - dx))
        self.verticalScrollBar().setValue(round(self.verticalScrollBar().value() - dy))

    def glide_by(self, factor: float, at: Point) -> None:
        """As `zoom_by`, in a short movement where the system allows motion."""
        target = (math.exp(self._glide.endValue()) if self.gliding else self.zoom) * factor
        if not self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self):
            self.zoom_by(factor, at)
            return
        self._glide.stop()
        self._anchor = (at, self.lens.to_canvas(at))
        self._glide.setDuration(MOTION_MS)
        self._glide.setStartValue(math.log(self.zoom))
        self._glide.setEndValue(math.log(min(max(target, self._least()), MAX_ZOOM)))
        self._glide.start()

    def _glided(self, value: object) -> None:
        if isinstance(value, float):
            self._set_zoom(math.exp(value), *self._anchor)

    def _least(self) -> float:
        width, height = self.canvas_size
        whole = fit_zoom((width, height), (self.width(), self.height())) * self.devicePixelRatioF()
        return min(ZOOM_STOPS[3], whole / 2)

    def _show(self, rect: Rect, most: float) -> None:
        self._glide.stop()
        pane = self.pane().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        scale = fit_zoom((rect[2] - rect[0], rect[3] - rect[1]), (pane.width(), pane.height()))
        middle = self.pane().center()
        centre = ((rect[0] + rect[2]) / 2, (rect[1] + rect[3]) / 2)
        self._set_zoom(min(scale * self.devicePixelRatioF(), most), (middle.x(), middle.y()), centre)

    def _set_zoom(self, zoom: float, at: Point, canvas: Point) -> None:
        """Zoom so that the canvas point comes to lie at the view point."""
        self._fitted = False
        zoom = min(max(zoom, self._least()), MAX_ZOOM)
        scale = zoom / self.devicePixelRatioF()
        self.setTransform(QTransform.fromScale(scale, scale))
        self._make_room()
        self.horizontalScrollBar().setValue(round(canvas[0] * scale - at[0]))
        self.verticalScrollBar().setValue(round(canvas[1] * scale - at[1]))
        self.zoom_changed.emit(zoom)

    def _make_room(self) -> None:
        """So much scene around the canvas that it can be pushed aside, but not out of view."""
        scale = self.transform().m11()
        width, height = self.canvas_size
        across = max(0, self.viewport().width() - LEFT_IN_VIEW) / scale
        down = max(0, self.viewport().height() - LEFT_IN_VIEW) / scale
        self.setSceneRect(-across, -down, width + 2 * across, height + 2 * down)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fitted:
            self.fit()
            return
        self._make_room()
        if event.oldSize().isValid():
            grown = event.size() - event.oldSize()
            self.pan(grown.width() / 2, grown.height() / 2)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel zooms to the cursor; two fingers on a touchpad pan, and zoom with Ctrl."""
        at = self.over(point(event.position()))
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        touchpad = event.phase() != Qt.ScrollPhase.NoScrollPhase and not event.pixelDelta().isNull()
        if touchpad and not control:
            self.pan(event.pixelDelta().x(), event.pixelDelta().y())
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.pan((event.angleDelta().y() + event.angleDelta().x()) / 2, 0)
        elif touchpad:
            self.zoom_by(2 ** (event.pixelDelta().y() / 120), at)
        else:
            self.glide_by(2 ** (event.angleDelta().y() / 120 / NOTCHES_TO_DOUBLE), at)
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self.zoom_by(1 + event.value(), self.over(point(event.position())))
            return True
        return super().viewportEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange and self._fitted:
            self.fit()
        return super().event(event)


def point(at: QPointF) -> Point:
    return at.x(), at.y()
