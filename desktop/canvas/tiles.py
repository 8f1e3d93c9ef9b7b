"""A picture or a mask of any size, drawn from tiles that are made when they are first seen."""

from __future__ import annotations

import math
import time
from collections import OrderedDict
from typing import Final

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap

from desktop.canvas.masks import Region
from engine.types import Array

TILE: Final = 256
KEPT: Final = 600
SECONDS_A_PAINT: Final = 0.01
NEAREST_FROM: Final = 2.0

Key = tuple[int, int, int]


class Tiles:
    """uint8 sRGB (h, w, 3), or a mask (h, w) shown as a veil of `tint`. The array is kept, not copied.

    `smooth` blurs pixels even where they are large. Level n is 2^n times smaller, averaged. A paint makes clean tiles
    for SECONDS_A_PAINT and draws the rest coarsely.
    """

    def __init__(self, pixels: Array, tint: QColor | None = None, *, smooth: bool = False) -> None:
        self.pixels = pixels
        self._smooth = smooth
        self._veil = [tint_at(tint, value) for value in range(256)] if tint is not None else []
        self._clean: OrderedDict[Key, QPixmap] = OrderedDict()

    @property
    def size(self) -> tuple[int, int]:
        return int(self.pixels.shape[1]), int(self.pixels.shape[0])

    @property
    def kept(self) -> int:
        """How many clean tiles there are."""
        return len(self._clean)

    def changed(self, region: Region) -> None:
        """Forget the tiles that show a part of the region."""
        for key in [key for key in self._clean if self._touches(key, region)]:
            del self._clean[key]

    def paint(self, painter: QPainter, target: QRectF, exposed: QRectF, zoom: float) -> bool:
        """Draw over `target` what lies in `exposed`; `zoom` is device pixels per unit. False: coarse parts are left to mend."""
        width, height = self.size
        ratio = target.width() / width
        scale = zoom * ratio
        level = max(0, min(int(math.log2(1 / scale)), 8)) if scale < 1 else 0
        side = TILE << level
        seen = exposed.intersected(target)
        if seen.isEmpty():
            return True
        painter.save()
        painter.setClipRect(seen)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self._smooth or scale < NEAREST_FROM)
        painter.translate(target.topLeft())
        painter.scale(ratio, target.height() / height)
        x0, x1 = (int((x - target.x()) / ratio) // side for x in (seen.left(), seen.right()))
        y0, y1 = (int((y - target.y()) / target.height() * height) // side for y in (seen.top(), seen.bottom()))
        until = time.perf_counter() + SECONDS_A_PAINT
        whole = True
        for ty in range(y0, min(y1, (height - 1) // side) + 1):
            for tx in range(x0, min(x1, (width - 1) // side) + 1):
                tile = self._clean.get((level, tx, ty))
                if tile is not None:
                    self._clean.move_to_end((level, tx, ty))
                elif time.perf_counter() < until:
                    tile = self._clean[level, tx, ty] = self._tile(level, tx, ty, clean=True)
                else:
                    tile = self._tile(level, tx, ty, clean=False)
                    whole = False
                if tile.isNull():
                    continue
                step = 1 << level
                place = QRectF(tx * side, ty * side, tile.width() * step, tile.height() * step)
                painter.drawPixmap(place, tile, QRectF(tile.rect()))
        painter.restore()
        while len(self._clean) > KEPT:
            self._clean.popitem(last=False)
        return whole

    def _touches(self, key: Key, region: Region) -> bool:
        level, tx, ty = key
        side = TILE << level
        return tx * side < region[2] and ty * side < region[3] and (tx + 1) * side > region[0] and (ty + 1) * side > region[1]

    def _tile(self, level: int, tx: int, ty: int, *, clean: bool) -> QPixmap:
        """Null where a mask has nothing to show."""
        side, step = TILE << level, 1 << level
        part = self.pixels[ty * side : (ty + 1) * side, tx * side : (tx + 1) * side]
        if self._veil and not part.any():
            return QPixmap()
        small = averaged(part, step) if clean and step > 1 else part[::step, ::step]
        height, width = small.shape[:2]
        if small.ndim == 3:
            image = QImage(np.ascontiguousarray(small).data, width, height, width * 3, QImage.Format.Format_RGB888)
        else:
            image = QImage(np.ascontiguousarray(small).data, width, height, width, QImage.Format.Format_Indexed8)
            image.setColorTable(self._veil)
        return QPixmap.fromImage(image)


def averaged(pixels: Array, step: int) -> Array:
    """Each `step` by `step` block as its mean; blocks at the far edges may be smaller."""
    height, width = pixels.shape[:2]
    missing = (-height % step, -width % step)
    if any(missing):
        pixels = np.pad(pixels, ((0, missing[0]), (0, missing[1]), *[(0, 0)] * (pixels.ndim - 2)), mode="edge")
    rows, columns = pixels.shape[0] // step, pixels.shape[1] // step
    tall = np.add.reduce(np.ascontiguousarray(pixels).reshape(rows, step, -1), axis=1, dtype=np.uint16)
    total = tall.reshape(rows, columns, step, -1).sum(axis=2, dtype=np.uint32)
    mean: Array = ((total + step * step // 2) // (step * step)).astype(np.uint8)
    return mean.reshape(rows, columns, *pixels.shape[2:])


def tint_at(tint: QColor, value: int) -> int:
    """The colour table's entry for a mask value: `tint` as opaque as the mask is strong."""
    return QColor(tint.red(), tint.green(), tint.blue(), round(tint.alpha() * value / 255)).rgba()
