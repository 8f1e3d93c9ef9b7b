"""The elements' masks where the renderer knows them: outlines, and which element lies under a point."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath

from desktop.canvas import drawing
from desktop.canvas.geometry import Lens, Point
from desktop.canvas.outlines import outline, smoothed
from desktop.style.tokens import DARK
from engine.types import Array

FINEST = 1024
"""Outlines are traced in copies of the masks whose longer side has about so many pixels."""


class Elements:
    """Masks are uint8 (h, w): 0 elsewhere, k on the k-th instance. Those of another size than the canvas are left out."""

    def __init__(self) -> None:
        self.visible = True
        self.size = (1, 1)
        self.hovered: tuple[str, int] | None = None
        self.chosen: tuple[str, ...] = ()
        self._masks: dict[str, Array] = {}
        self._by_size: list[str] | None = None
        self._paths: dict[tuple[str, int], QPainterPath] = {}

    def set(self, masks: Mapping[str, Array]) -> None:
        if {name: id(mask) for name, mask in masks.items()} == {name: id(mask) for name, mask in self._masks.items()}:
            return
        self._masks = dict(masks)
        self._by_size, self._paths, self.hovered = None, {}, None

    def at(self, point: Point) -> tuple[str, int] | None:
        """The element of the smallest area that covers the canvas point, and which of its instances."""
        if self._by_size is None:
            self._by_size = sorted(self._masks, key=lambda name: np.count_nonzero(self._masks[name]))
        return next(((name, k) for name in self._by_size if (k := self._instance(name, point))), None)

    def selected(self, name: str, instance: int) -> Array:
        """A selection of the instance; of every instance for 0."""
        mask = self._masks[name]
        return np.where(mask == instance if instance else mask > 0, np.uint8(255), np.uint8(0))

    def paint(self, painter: QPainter, lens: Lens, labels: Mapping[str, str]) -> None:
        """What is chosen, and the element under the cursor: this instance clearly, the others faintly, and its label."""
        for name in self.chosen:
            if name in self._masks:
                drawing.twice(painter, drawing.seen(self._path(name, 0), lens), drawing.pen(DARK.overlay, 1.5))
        if self.hovered is None:
            return
        name, instance = self.hovered
        drawing.twice(painter, drawing.seen(self._path(name, 0), lens), drawing.pen(DARK.overlay, alpha=0.5))
        drawing.twice(painter, drawing.seen(self._path(name, instance), lens), drawing.pen(DARK.overlay, 1.5))
        if label := drawing.short(painter.font(), labels.get(name, "")):
            bounds = self._path(name, instance).boundingRect()
            x, y = lens.to_view((bounds.left(), bounds.top()))
            width, height = drawing.pill_size(painter.font(), label)
            drawing.pill(painter, QRectF(round(max(x, 4)), round(max(y - height - 4, 4)), width, height), label)

    def _instance(self, name: str, point: Point) -> int:
        mask, x, y = self._masks[name], int(point[0]), int(point[1])
        inside = point[0] >= 0 and point[1] >= 0 and x < self.size[0] and y < self.size[1] and mask.shape == self.size[::-1]
        return int(mask[y, x]) if inside else 0

    def _path(self, name: str, instance: int) -> QPainterPath:
        if (name, instance) not in self._paths:
            step = max(1, max(self.size) // FINEST)
            mask = self._masks[name][::step, ::step]
            inside = np.where(mask == instance if instance else mask > 0, np.uint8(255), np.uint8(0))
            self._paths[name, instance] = drawing.path(smoothed(loop) * step for loop in outline(inside))
        return self._paths[name, instance]
