"""Vectors, poses and the camera's projection, in plain Python (planning must be quick, so no numpy).

World: metres, x to the right and y away from a viewer at azimuth 0, z up. An object's own frame is the same, its origin
in the middle of its base, its front towards −y.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import cos, hypot, radians, sin

from engine.types import Box, Camera, Canvas

Vec = tuple[float, float, float]

FULL_FRAME_DIAGONAL_MM = 43.2666


def add(a: Vec, b: Vec) -> Vec:
    return a[0] + b[0], a[1] + b[1], a[2] + b[2]


def times(a: Vec, factor: float) -> Vec:
    return a[0] * factor, a[1] * factor, a[2] * factor


def dot(a: Vec, b: Vec) -> float:
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def to_world(azimuth: float, across: float, away: float, height: float) -> Vec:
    """The point so far to the right, away from a viewer at this azimuth, and up."""
    a = radians(azimuth)
    return across * cos(a) - away * sin(a), across * sin(a) + away * cos(a), height


@dataclass(frozen=True, slots=True)
class Pose:
    """Tips over backwards by `tip` degrees, turns by `yaw` (counter-clockwise from above), then moves to `at`."""

    at: Vec = (0.0, 0.0, 0.0)
    yaw: float = 0.0
    tip: float = 0.0

    def world(self, p: Vec) -> Vec:
        return add(self.turned(p), self.at)

    def turned(self, p: Vec) -> Vec:
        x, y, z = p
        if self.tip:
            c, s = cos(radians(self.tip)), sin(radians(self.tip))
            y, z = y * c + z * s, z * c - y * s
        c, s = cos(radians(self.yaw)), sin(radians(self.yaw))
        return x * c - y * s, x * s + y * c, z


@dataclass(frozen=True, slots=True)
class View:
    """A camera in place. `focal` is in picture widths, `shift` moves the picture (in widths and heights): a shift lens."""

    eye: Vec
    right: Vec
    up: Vec
    forward: Vec
    focal: float
    ratio: float
    shift: tuple[float, float] = (0.0, 0.0)

    def project(self, p: Vec) -> tuple[float, float, float]:
        """x and y in 0..1 from the top left, and the depth in metres along the view."""
        v = p[0] - self.eye[0], p[1] - self.eye[1], p[2] - self.eye[2]
        depth = max(dot(v, self.forward), 1e-6)
        x = 0.5 + self.shift[0] + self.focal * dot(v, self.right) / depth
        y = 0.5 + self.shift[1] - self.focal * self.ratio * dot(v, self.up) / depth
        return x, y, depth

    def through(self, window: tuple[float, float, float], width: int, height: int) -> View:
        """The view of a square picture that shows what a square window (left, top, side, in pixels) of this canvas does."""
        left, top, side = window
        across, down = (0.5 + self.shift[0]) * width, (0.5 + self.shift[1]) * height
        shift = (across - left) / side - 0.5, (down - top) / side - 0.5
        return replace(self, focal=self.focal * width / side, ratio=1.0, shift=shift)

    def extent(self, points: Iterable[Vec]) -> Box:
        """The unclipped box that the points fill."""
        seen = [self.project(p) for p in points]
        return min(p[0] for p in seen), min(p[1] for p in seen), max(p[0] for p in seen), max(p[1] for p in seen)


def axes(camera: Camera) -> tuple[Vec, Vec, Vec]:
    """Right, up and forward of the camera. A positive roll turns the camera clockwise, so the horizon sinks to the left."""
    a, e, r = radians(camera.azimuth), radians(camera.elevation), radians(camera.roll)
    forward = (-sin(a) * cos(e), cos(a) * cos(e), -sin(e))
    right = (cos(a), sin(a), 0.0)
    up = (-sin(a) * sin(e), cos(a) * sin(e), cos(e))
    return add(times(right, cos(r)), times(up, -sin(r))), add(times(up, cos(r)), times(right, sin(r))), forward


def framed(
    camera: Camera,
    canvas: Canvas,
    points: list[Vec],
    *,
    fill: float,
    lowest: float | None,
    centre: tuple[float, float] = (0.5, 0.5),
) -> View:
    """The view along the camera's angles in which the points fill `fill` of the side that constrains them, about `centre`.

    The eye stays above `lowest` (None: anywhere); from there a shift of the lens brings the points back to the centre.
    """
    right, up, forward = axes(camera)
    diagonal = hypot(canvas.width, canvas.height)
    focal = camera.focal_mm / FULL_FRAME_DIAGONAL_MM * diagonal / canvas.width
    x, y, z = (sum(along) for along in zip(*points, strict=True))
    middle = times((x, y, z), 1 / len(points))
    radius = max(hypot(*(p[i] - middle[i] for i in range(3))) for p in points)
    distance = radius * (1 + 2 * focal / fill)
    target, shift = middle, (centre[0] - 0.5, centre[1] - 0.5)
    for _ in range(24):
        eye = add(target, times(forward, -distance))
        lifted = lowest is not None and eye[2] < lowest
        if lifted and lowest is not None:
            eye = (eye[0], eye[1], lowest)
        view = View(eye, right, up, forward, focal, canvas.width / canvas.height, shift)
        nearest = min(dot(add(p, times(eye, -1)), forward) for p in points)
        if nearest < 0.15 * radius:
            distance += 0.15 * radius - nearest + 0.1 * radius
            continue
        x0, y0, x1, y1 = view.extent(points)
        away_x, away_y = (x0 + x1) / 2 - centre[0], (y0 + y1) / 2 - centre[1]
        size = max(x1 - x0, y1 - y0) / fill
        if abs(size - 1) < 1e-3 and abs(away_x) + abs(away_y) < 1e-3:
            break
        if lifted:
            shift = (shift[0], shift[1] - away_y)
            away_y = 0.0
        step = add(times(right, away_x * distance / focal), times(up, -away_y * distance / (focal * view.ratio)))
        target = add(target, step)
        distance *= size**0.9
    if camera.zoom != 1.0:
        eye = add(add(eye, times(forward, distance)), times(forward, -distance / camera.zoom))
        eye = (eye[0], eye[1], max(eye[2], lowest) if lowest is not None else eye[2])
        view = View(eye, right, up, forward, focal, view.ratio, shift)
    return view
