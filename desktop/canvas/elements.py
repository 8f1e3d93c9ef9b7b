"""The elements' masks where the renderer knows them: outlines, and which element lies under a point."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from PySide6.QtGui import QPainter, QPainterPath, QTransform

from desktop.canvas import drawing
from desktop.canvas.geometry import Lens, Point
from desktop.canvas.outlines import outline
from desktop.style.tokens import DARK
from engine.types import Array


class Elements:
    """Masks are uint8 (h, w): 0 elsewhere, k on the k-th instance."""

    def __init__(self) -> None:
        self.visible = False
        self.hovered: str | None = None
        self._masks: dict[str, Array] = {}
        self._by_size: list[str] | None = None
        self._paths: dict[str, QPainterPath] = {}

    def set(self, masks: Mapping[str, Array]) -> None:
        if {name: id(mask) for name, mask in masks.items()} == {name: id(mask) for name, mask in self._masks.items()}:
            return
        self._masks = dict(masks)
        self._by_size, self._paths, self.hovered = None, {}, None

    def at(self, point: Point) -> str | None:
        """The element of the smallest area that covers the canvas point."""
        if self._by_size is None:
            self._by_size = sorted(self._masks, key=lambda name: np.count_nonzero(self._masks[name]))
        return next((name for name in self._by_size if self._instance(name, point)), None)

    def selected(self, name: str, point: Point, *, every: bool) -> Array:
        """A selection of the instance at the canvas point, or of every instance of the element."""
        mask = self._masks[name]
        chosen = mask > 0 if every else mask == self._instance(name, point)
        return np.where(chosen, np.uint8(255), np.uint8(0))

    def paint(self, painter: QPainter, lens: Lens) -> None:
        shown = [name for name in self._masks if name != "background"] if self.visible else []
        if self.hovered is not None and self.hovered not in shown:
            shown.append(self.hovered)
        painter.save()
        painter.setTransform(QTransform(lens.scale, 0, 0, lens.scale, lens.dx, lens.dy), True)
        for name in sorted(shown, key=lambda name: name == self.hovered):
            strong = name == self.hovered
            drawing.twice(painter, self._path(name), drawing.pen(DARK.overlay, 1.5 if strong else 1.0, 1.0 if strong else 0.55))
        painter.restore()

    def _instance(self, name: str, point: Point) -> int:
        mask, x, y = self._masks[name], int(point[0]), int(point[1])
        inside = point[0] >= 0 and point[1] >= 0 and y < mask.shape[0] and x < mask.shape[1]
        return int(mask[y, x]) if inside else 0

    def _path(self, name: str) -> QPainterPath:
        if name not in self._paths:
            loops = outline(np.where(self._masks[name] > 0, np.uint8(255), np.uint8(0)))
            self._paths[name] = drawing.path(loops)
        return self._paths[name]
