"""Where things are: canvas pixels and view pixels, boxes and their handles, what fits. No Qt here.

Canvas pixels count from the picture's top left, view pixels from the widget's. Rects are (x0, y0, x1, y1).
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from engine.types import Box

Point = tuple[float, float]
Rect = tuple[float, float, float, float]
Handle = Literal["move", "nw", "n", "ne", "e", "se", "s", "sw", "w"]

MAX_ZOOM: Final = 64.0
LEAST_SIDE: Final = 8.0
ZOOM_STOPS: Final = (
    1 / 64, 1 / 32, 1 / 16, 1 / 12, 1 / 8, 1 / 6, 1 / 4, 1 / 3, 1 / 2, 2 / 3, 1, 1.5, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64,
)  # fmt: skip


@dataclass(frozen=True)
class Lens:
    """How canvas pixels appear in the view: view = canvas · scale + (dx, dy)."""

    scale: float
    dx: float
    dy: float

    def to_view(self, point: Point) -> Point:
        return point[0] * self.scale + self.dx, point[1] * self.scale + self.dy

    def to_canvas(self, point: Point) -> Point:
        return (point[0] - self.dx) / self.scale, (point[1] - self.dy) / self.scale

    def rect_to_view(self, rect: Rect) -> Rect:
        return *self.to_view(rect[:2]), *self.to_view(rect[2:])


def to_pixels(box: Box, width: int, height: int) -> Rect:
    return box[0] * width, box[1] * height, box[2] * width, box[3] * height


def to_box(rect: Rect, width: int, height: int) -> Box:
    """The rect, corners in any order, as a box inside the canvas that covers a pixel at least."""
    x0, x1 = _side(rect[0], rect[2], width)
    y0, y1 = _side(rect[1], rect[3], height)
    return x0, y0, x1, y1


def _side(a: float, b: float, length: int) -> tuple[float, float]:
    low = min(max(min(a, b), 0), length - 1)
    high = max(min(max(a, b), length), low + 1)
    return low / length, high / length


def spanned(a: Point, b: Point, *, square: bool = False, centred: bool = False) -> Rect:
    """The rect dragged from `a` to `b`, in whole pixels; `square` makes its sides equal, `centred` puts `a` in its middle."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    if square:
        side = max(abs(dx), abs(dy))
        dx, dy = math.copysign(side, dx), math.copysign(side, dy)
    start = (a[0] - dx, a[1] - dy) if centred else a
    x0, x1 = sorted((start[0], a[0] + dx))
    y0, y1 = sorted((start[1], a[1] + dy))
    return float(math.floor(x0)), float(math.floor(y0)), float(math.ceil(x1)), float(math.ceil(y1))


def fit_zoom(size: tuple[float, float], room: tuple[float, float]) -> float:
    """The scale at which `size` just fits into `room`, at most MAX_ZOOM."""
    return min(max(1.0, room[0]) / size[0], max(1.0, room[1]) / size[1], MAX_ZOOM)


def same_shape(a: tuple[float, float], b: tuple[float, float]) -> bool:
    """Whether the sizes (width, height) have the same proportions, as near as small previews are rounded."""
    return abs(a[0] * b[1] / (a[1] * b[0]) - 1) < 0.02


def next_stop(zoom: float, direction: int) -> float:
    """The next of ZOOM_STOPS above (direction > 0) or below `zoom`."""
    if direction > 0:
        index = bisect_right(ZOOM_STOPS, zoom * 1.001)
        return ZOOM_STOPS[min(index, len(ZOOM_STOPS) - 1)]
    return ZOOM_STOPS[max(bisect_left(ZOOM_STOPS, zoom * 0.999) - 1, 0)]


def handles(rect: Rect) -> dict[Handle, Point]:
    x0, y0, x1, y1 = rect
    mx, my = (x0 + x1) / 2, (y0 + y1) / 2
    return {
        "nw": (x0, y0), "ne": (x1, y0), "se": (x1, y1), "sw": (x0, y1),
        "n": (mx, y0), "e": (x1, my), "s": (mx, y1), "w": (x0, my),
    }  # fmt: skip


def handle_at(rect: Rect, point: Point, reach: float) -> Handle | None:
    """The handle within `reach` of the point (corners first), "move" inside the rect, else None."""
    for name, (x, y) in handles(rect).items():
        if abs(point[0] - x) <= reach and abs(point[1] - y) <= reach:
            return name
    return "move" if contains(rect, point) else None


def contains(rect: Rect, point: Point) -> bool:
    return rect[0] <= point[0] <= rect[2] and rect[1] <= point[1] <= rect[3]


def area(rect: Rect) -> float:
    return (rect[2] - rect[0]) * (rect[3] - rect[1])


def smallest_at(rects: Iterable[tuple[str, Rect]], point: Point) -> str | None:
    """The id of the smallest rect that holds the point: what lies on top is what is smaller."""
    held = [(area(rect), name) for name, rect in rects if contains(rect, point)]
    return min(held)[1] if held else None


def dragged(rect: Rect, handle: Handle, delta: Point, size: tuple[int, int], *, keep_ratio: bool = False) -> Rect:
    """The rect after its handle moved by `delta`: whole pixels, inside the canvas, no side under LEAST_SIDE."""
    x0, y0, x1, y1 = rect
    dx, dy = delta
    width, height = size
    if handle == "move":
        dx = round(min(max(dx, -x0), width - x1))
        dy = round(min(max(dy, -y0), height - y1))
        return x0 + dx, y0 + dy, x1 + dx, y1 + dy
    if keep_ratio and len(handle) == 2:
        dx, dy = _along_diagonal(rect, handle, delta, size)
    if "w" in handle:
        x0 = round(min(max(x0 + dx, 0), x1 - LEAST_SIDE))
    if "e" in handle:
        x1 = round(max(min(x1 + dx, width), x0 + LEAST_SIDE))
    if "n" in handle:
        y0 = round(min(max(y0 + dy, 0), y1 - LEAST_SIDE))
    if "s" in handle:
        y1 = round(max(min(y1 + dy, height), y0 + LEAST_SIDE))
    return x0, y0, x1, y1


def _along_diagonal(rect: Rect, handle: Handle, delta: Point, size: tuple[int, int]) -> Point:
    """`delta` bent so that the rect grows in proportion, and only as far as the canvas reaches."""
    x0, y0, x1, y1 = rect
    sx, sy = (-1 if "w" in handle else 1), (-1 if "n" in handle else 1)
    room_x, room_y = (x0 if sx < 0 else size[0] - x1), (y0 if sy < 0 else size[1] - y1)
    grow = max(sx * delta[0] / (x1 - x0), sy * delta[1] / (y1 - y0))
    grow = min(grow, room_x / (x1 - x0), room_y / (y1 - y0))
    grow = max(grow, LEAST_SIDE / min(x1 - x0, y1 - y0) - 1)
    return sx * grow * (x1 - x0), sy * grow * (y1 - y0)


def snapped(value: float, targets: Sequence[float], reach: float) -> float | None:
    """The target nearest to the value within `reach`."""
    near = min(targets, key=lambda target: abs(target - value), default=None)
    return near if near is not None and abs(near - value) <= reach else None


def snap(
    rect: Rect, handle: Handle, others: Sequence[Rect], size: tuple[int, int], reach: float
) -> tuple[Rect, list[tuple[Point, Point]]]:
    """The rect with what moves of it put onto the edges and middles of `others` and the canvas, and guide lines to show for it.

    A move aligns edges and middle, a handle the edges that it holds; only lines within `reach` count.
    """
    sides, guides = list(rect), []
    for axis, (low, high) in enumerate((("w", "e"), ("n", "s"))):
        a, b = sides[axis], sides[axis + 2]
        values = (a, (a + b) / 2, b) if handle == "move" else (a,) if low in handle else (b,) if high in handle else ()
        spans = [(other[axis], other[axis + 2]) for other in others] + [(0.0, float(size[axis]))]
        lines = [line for start, end in spans for line in (start, (start + end) / 2, end)]
        near = [
            (abs(line - value), line - value, line) for value in values if (line := snapped(value, lines, reach)) is not None
        ]
        if not near:
            continue
        _, shift, line = min(near)
        a += shift if handle == "move" or low in handle else 0
        b += shift if handle == "move" or high in handle else 0
        if a >= 0 and b <= size[axis] and b - a >= LEAST_SIDE:
            sides[axis], sides[axis + 2] = a, b
            across = float(size[1 - axis])
            guides.append(((line, 0.0), (line, across)) if axis == 0 else ((0.0, line), (across, line)))
    return (sides[0], sides[1], sides[2], sides[3]), guides
