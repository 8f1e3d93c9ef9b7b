"""Where the camera of a picture of a staged plan stands, sought from where it should stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import ceil, floor
from typing import Final

import numpy as np

from engine.api import RunContext
from engine.critics import pose
from engine.critics.looking import reduced
from engine.critics.onnx import card, shipped
from engine.critics.registration import FREE, LOCKED, Edges, edges, laid, slopes
from engine.staging import Sketch, Solid, Stage, Window, stage
from engine.staging.shapes import ROUND
from engine.types import Array, Box, Plan
from engine.vocabulary import GROUNDS

Angles = tuple[float, float, float]
"""Azimuth, elevation and roll in degrees."""
Sketches = Callable[[Plan, Window, int, RunContext], Sketch]
"""Draws what a window of a staged plan shows, in so many pixels a side."""

SIDE: Final = 2 * pose.SIDE
"""Pixels of a side of the window."""
LARGEST: Final = 4_200_000
"""Pixels: what is larger than 2k is looked at reduced."""
AROUND: Final = (1.3, 2.6)
"""How many times larger than all things, and at most than the main one, the window is."""
BESIDE: Final = 1.0
"""A window shows no more than so many canvases to either side, where a thing reaches behind the camera."""
CLOSE: Final = (4, 4, 3, 3, 2, 2, 2)
FAR: Final = (14, 14, 10, 10, 7, 5, 4, 3, 2, 2, 2)
"""Pixels to either side in which edges are looked for, step by step."""
STEPS, NEAR = 3, 1.0
"""The scene is sketched anew at most so often, while the camera moves on by so many degrees."""
RISES, HOPELESS = 0.02, 0.65
"""And no more where so small a share of its edges lies on edges and did not rise by so much."""
SLACK = 0.03
"""A later sketch, which is of the camera that was found, is believed unless its share is smaller by so much."""
STARTS: Final = ((0.0, 0.0), (20.0, 0.0), (-20.0, 0.0), (0.0, 20.0), (0.0, -20.0), (45.0, 0.0), (-45.0, 0.0))
"""From where else it is sought: azimuth and elevation beside what was asked."""
FLOOR, WIDER = np.array([1.0, 1.0, 0.4]), 4.0
"""Degrees that a fit is off at best, and how many times more than it says of itself: measured on renders."""


@dataclass(frozen=True)
class Pose:
    """A camera's angles, how far off each may be (one deviation, degrees), and the share of the scene's edges that lie on edges
    of the picture where this camera sees them, 0..1."""

    angles: Angles
    spread: Angles
    share: float


class Sought:
    """The camera of one picture (uint8 sRGB, of the canvas's proportions) of a staged plan."""

    def __init__(self, plan: Plan, picture: Array, sketches: Sketches, context: RunContext) -> None:
        self._plan, self._sketches, self._context = plan, sketches, context
        self._picture = reduced(picture, LARGEST)
        self._ready: dict[Angles, tuple[Stage, Sketch, Edges, Array]] = {}

    def at(self, angles: Angles) -> Pose:
        """How well a camera of just these angles explains the picture, wherever it stands."""
        return self._laid(angles, CLOSE, np.array([LOCKED] * 3 + list(FREE[3:])))

    def near(self, angles: Angles, reaches: tuple[int, ...] = CLOSE) -> Pose:
        """The camera that explains it best next to this one."""
        best = pose = self._laid(angles, reaches, np.array(FREE))
        for _ in range(STEPS - 1):
            if max(abs(one - other) for one, other in zip(pose.angles, angles, strict=True)) < NEAR:
                break
            angles, before = pose.angles, pose.share
            pose = self._laid(angles, CLOSE, np.array(FREE))
            best = pose if pose.share > best.share - SLACK else best
            if pose.share < min(before + RISES, HOPELESS):
                break
        return best

    def around(self, angles: Angles) -> Iterator[Pose]:
        """The cameras that explain it best near these angles, farther round, and near those that the network reads."""
        azimuth, elevation, roll = angles
        round_ = subject(stage(self._plan)).shape in ROUND
        for turn, rise in STARTS:
            if abs(elevation + rise) <= 90 and not (turn and round_):
                yield self.near((azimuth + turn, elevation + rise, roll), FAR)
        yield self.near(self.read(angles).angles, FAR)

    def read(self, angles: Angles) -> Pose:
        """The camera as the network that ships reads it, looking where one of these angles would. It reads no azimuth."""
        set_up, sketch, _, _ = self._sketched(angles)
        seen, look = self._cut(set_up, pose.SIDE), pose.halved(sketch.look)
        found = pose.read(seen[None], look[None], np.array([angles[1:]]), shipped("view"), self._context)
        elevation, roll = (float(angle) for angle in found.angles[0])
        rise, tilt = (float(one) for one in found.spread[0] * card("view")["spread"])
        return Pose((angles[0], min(90.0, max(-90.0, elevation)), roll), (180.0, rise, tilt), 0.0)

    def _laid(self, angles: Angles, reaches: tuple[int, ...], free: Array) -> Pose:
        azimuth, elevation, roll = angles
        set_up, sketch, drawn, change = self._sketched(angles)
        if subject(set_up).shape in ROUND:
            free = np.array([LOCKED, *free[1:]])
        found = laid(drawn, change, set_up, sketch.view, (elevation, roll), reaches, free)
        turn, rise, tilt = (float(value) for value in found.away)
        one, two, three = (float(value) for value in np.hypot(FLOOR, WIDER * found.spread))
        return Pose((azimuth + turn, min(90.0, max(-90.0, elevation + rise)), roll + tilt), (one, two, three), found.share)

    def _sketched(self, angles: Angles) -> tuple[Stage, Sketch, Edges, Array]:
        """The scene staged for a camera of these angles, what its window shows of it, the edges of that, and the picture's."""
        if angles not in self._ready:
            self._context.progress("view", 0.5)
            azimuth, elevation, roll = angles
            plan = self._plan.replace(camera=self._plan.camera.replace(azimuth=azimuth, elevation=elevation, roll=roll))
            set_up = stage(plan)
            sketch = self._sketches(plan, window(set_up, plan.canvas.width, plan.canvas.height), SIDE, self._context)
            self._ready[angles] = set_up, sketch, edges(sketch, set_up), slopes(self._cut(set_up, SIDE))
        return self._ready[angles]

    def _cut(self, set_up: Stage, side: int) -> Array:
        """The picture's window for that stage."""
        width, height = self._plan.canvas.width, self._plan.canvas.height
        left, top, size = (value * self._picture.shape[1] / width for value in window(set_up, width, height))
        return cut(self._picture, (left, top, size), side)


def subject(set_up: Stage) -> Solid:
    """The largest thing, one with sides if there is any."""
    things = [solid for solid in set_up.solids if solid.shape not in GROUNDS] or list(set_up.solids)
    sided = [solid for solid in things if solid.shape not in ROUND]
    return max(sided or things, key=lambda solid: solid.size[0] * solid.size[2])


def window(set_up: Stage, width: int, height: int) -> Window:
    """The part of a canvas that is looked at: about all things, or about the main one where it would be too small in there."""
    everything, main = (
        _square(set_up.view.extent([point for solid in solids for point in solid.points()]), width, height, factor)
        for solids, factor in zip((set_up.solids, (subject(set_up),)), AROUND, strict=True)
    )
    return min(everything, main, key=lambda square: square[2])


def _square(box: Box, width: int, height: int, factor: float) -> Window:
    left, top, right, bottom = (min(max(at, -BESIDE), 1 + BESIDE) for at in box)
    x0, y0, x1, y1 = left * width, top * height, right * width, bottom * height
    side = max(1.0, factor * max(x1 - x0, y1 - y0))
    return (x0 + x1 - side) / 2, (y0 + y1 - side) / 2, side


def cut(picture: Array, square: Window, side: int) -> Array:
    """A square of a uint8 picture (h, w, 3), in its pixels, as (side, side, 3); what is beyond repeats its border."""
    import cv2

    left, top, size = square
    scale = side / size
    if scale < 0.75:
        rows, columns = (_about(start, size, most, 2 / scale) for start, most in zip((top, left), picture.shape, strict=False))
        picture = cv2.GaussianBlur(picture[rows, columns], (0, 0), 0.4 / scale)
        left, top = left - columns.start, top - rows.start
    matrix = np.array([[scale, 0, -scale * left + 0.5 * scale - 0.5], [0, scale, -scale * top + 0.5 * scale - 0.5]])
    return np.asarray(cv2.warpAffine(picture, matrix, (side, side), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE))


def _about(start: float, size: float, most: int, margin: float) -> slice:
    """Of `most` pixels in a row those from `start` on, or the nearest to them, and a margin to either side."""
    first, last = (min(max(0.0, at), most) for at in (start, start + size))
    return slice(max(0, floor(first - margin)), min(most, ceil(last + margin)))
