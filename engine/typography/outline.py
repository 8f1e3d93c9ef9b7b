"""Text as polygons with holes, for letters in three dimensions."""

from __future__ import annotations

from typing import Any

import numpy as np

from engine.types import Array
from engine.typography.fonts import Face
from engine.typography.shaping import em, hb_font, shape

Polygon = tuple[Array, tuple[Array, ...]]
"""An outer contour, counter-clockwise, and its holes, clockwise: float64 (n, 2), the first point not repeated."""

_STEPS = 14  # chords per curve
_PIXELS = 1024  # per em, where overlapping strokes are merged


def outlines(text: str, face: Face, tracking: float = 0.0) -> list[Polygon]:
    """The shaped line's polygons in em, the pen starting at the origin, y up. Strokes that overlap in the font are merged."""
    line = shape(text, face, tracking)
    drawn: dict[int, list[Polygon]] = {}
    placed = []
    for glyph in line.glyphs:
        if glyph.id not in drawn:
            drawn[glyph.id] = _glyph(glyph.id, face)
        shift = np.array([glyph.x, glyph.y])
        placed += [(outer + shift, tuple(hole + shift for hole in holes)) for outer, holes in drawn[glyph.id]]
    return placed


def _glyph(glyph: int, face: Face) -> list[Polygon]:
    from fontTools.pens.recordingPen import RecordingPen

    pen = RecordingPen()
    hb_font(face).draw_glyph_with_pen(glyph, pen)
    contours = _flattened(pen.value, em(face))
    if not contours:
        return []
    merged = _coverage(glyph, face)
    area = abs(sum(_area(contour) for contour in contours))
    inked = float(merged.sum()) / 255 / _PIXELS**2
    return _grouped(contours if abs(inked - area) < 0.0015 * area else _traced(merged))


def _flattened(commands: list[tuple[str, tuple[Any, ...]]], unit: int) -> list[Array]:
    contours: list[list[Array]] = []
    t = np.linspace(0, 1, _STEPS + 1)[1:, None]
    for command, points in commands:
        ends = [np.array(point, float) / unit for point in points]
        if command == "moveTo":
            contours.append([ends[0]])
        elif command == "lineTo":
            contours[-1].append(ends[0])
        elif command == "qCurveTo":
            (a, b), start = ends, contours[-1][-1]
            contours[-1] += list((1 - t) ** 2 * start + 2 * t * (1 - t) * a + t**2 * b)
        elif command == "curveTo":
            (a, b, c), start = ends, contours[-1][-1]
            contours[-1] += list((1 - t) ** 3 * start + 3 * t * (1 - t) ** 2 * a + 3 * t**2 * (1 - t) * b + t**3 * c)
    return [clean for contour in contours if len(clean := _without_repeats(np.array(contour))) > 2]


def _without_repeats(points: Array) -> Array:
    kept: Array = points[np.abs(points - np.roll(points, 1, axis=0)).max(axis=1) > 1e-6]
    return kept


def _coverage(glyph: int, face: Face) -> Array:
    """The glyph drawn at `_PIXELS` per em: uint8 (3, 3 em), its origin one em from the left and two from the top."""
    import uharfbuzz

    scale, side = _PIXELS / em(face), 3 * _PIXELS
    pen = uharfbuzz.RasterDraw()
    pen.transform = (scale, 0.0, 0.0, -scale, float(_PIXELS), 2.0 * _PIXELS)
    pen.draw_glyph(hb_font(face), glyph)
    pen.extents = uharfbuzz.RasterExtents(0, 0, side, side, 0)
    image = pen.render()
    pixels: Array = np.frombuffer(image.buffer, np.uint8).reshape(side, image.extents.stride)
    return pixels[:, :side]


def _traced(coverage: Array) -> list[Array]:
    from skimage.measure import approximate_polygon, find_contours

    contours = []
    for contour in find_contours(coverage.astype(np.float32), 127.5):
        points = approximate_polygon(contour, 0.2)[:-1]
        if len(points) > 2:
            contours.append(np.stack([points[:, 1] + 0.5 - _PIXELS, 2 * _PIXELS - points[:, 0] - 0.5], axis=1) / _PIXELS)
    return contours


def _grouped(contours: list[Array]) -> list[Polygon]:
    """Holes are the contours that turn against the largest one; each goes with the smallest outer contour around it."""
    areas = [_area(contour) for contour in contours]
    sense = np.sign(max(areas, key=abs))
    outers = sorted((abs(area), at) for at, area in enumerate(areas) if area * sense > 0)
    holes: dict[int, list[Array]] = {at: [] for _, at in outers}
    for contour, area in zip(contours, areas, strict=True):
        if area * sense < 0:
            around = next((at for size, at in outers if size > abs(area) and _inside(contour[0], contours[at])), None)
            if around is not None:
                holes[around].append(contour if area < 0 else contour[::-1])
    return [(contours[at] if areas[at] > 0 else contours[at][::-1], tuple(holes[at])) for _, at in outers]


def _area(contour: Array) -> float:
    x, y = contour[:, 0], contour[:, 1]
    return float(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1))) / 2


def _inside(point: Array, contour: Array) -> bool:
    """Whether a ray from the point crosses the contour an odd number of times."""
    (x, y), ends = point, np.roll(contour, -1, axis=0)
    spans = (contour[:, 1] > y) != (ends[:, 1] > y)
    first, last = contour[spans], ends[spans]
    crossing = first[:, 0] + (y - first[:, 1]) / (last[:, 1] - first[:, 1]) * (last[:, 0] - first[:, 0])
    return bool((crossing > x).sum() % 2)
