"""A staged scene's own edges laid onto a picture's: the camera is moved until they lie there.

Every point of an edge is looked for along the edge's normal, and the turn, the elevation, the roll and the place of the camera
are fitted to what was found (RAPID: Harris and Stennett 1990; Drummond and Cipolla 2002). How well each is known follows from
the fit.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import radians
from typing import Final

import numpy as np

from engine.critics.looking import reduced
from engine.staging import Sketch, Stage, View, rays
from engine.staging.geometry import axes
from engine.types import Array, Camera

FAINT: Final = 12.0
"""A change of so many levels over two pixels is a strong edge even in a picture that has no stronger ones."""
PLAIN: Final = 100.0
"""The same for a sketch, in which only what is printed and what has an edge counts, not how a round thing's normals turn."""
EDGE: Final = 0.25
"""A change of such a share of a strong edge is an edge."""
LOOKED_AT: Final = 250_000
"""Pixels in which edges are looked for at all."""
MOST, FEWEST = 1200, 60
"""So many points of edges are followed; fewer say nothing."""
TOGETHER: Final = 6.0
"""So many neighbouring points of an edge err together."""
FREE: Final = (40.0, 30.0, 20.0, 0.1, 0.1, 0.15)
"""How far the camera may be expected to be off: turn, elevation and roll in degrees, and its place to the right, up and ahead
in radii of the scene."""
LOCKED: Final = 0.01
"""What is not to move is expected to be off by so little."""


@dataclass(frozen=True)
class Edges:
    """Points of edges and their `normals` (n, 2) in the window. `points` and `hubs` (n, 3) are in the frame in which the
    camera's azimuth is 0; a thing `turns` (n,) about its hub as the camera goes round, a ground does not."""

    points: Array
    hubs: Array
    turns: Array
    normals: Array


@dataclass(frozen=True)
class Laid:
    """By how much the camera was moved: turn, elevation and roll in degrees; how far off each may be (one deviation); and the
    share of the edges that then lie on edges of the picture, 0..1."""

    away: Array
    spread: Array
    share: float


def edges(sketch: Sketch, set_up: Stage) -> Edges:
    """The points at which the sketch's colours or normals change most, each at the depth of what stands in front."""
    change = slopes(sketch.look, PLAIN)
    strength = np.hypot(change[..., 0], change[..., 1])
    strength[:2], strength[-2:], strength[:, :2], strength[:, -2:] = 0, 0, 0, 0
    rows, columns = np.nonzero(strength > EDGE)
    way = change[rows, columns] / strength[rows, columns, None]
    beside = [
        strength[np.rint(rows + sign * way[:, 1]).astype(int), np.rint(columns + sign * way[:, 0]).astype(int)]
        for sign in (1, -1)
    ]
    peak = (strength[rows, columns] >= beside[0]) & (strength[rows, columns] > beside[1])
    around = np.array([(dy, dx) for dy in (-1, 0, 1) for dx in (-1, 0, 1)])
    depths = np.stack([sketch.depth[rows + dy, columns + dx] for dy, dx in around])
    dy, dx = around[depths.argmin(axis=0)].T
    owner, depth = sketch.solid[rows + dy, columns + dx], depths.min(axis=0)
    chosen = np.flatnonzero(peak & np.isfinite(depth))
    chosen = chosen[np.linspace(0, len(chosen) - 1, min(MOST, len(chosen))).astype(int)]
    world = np.array(sketch.view.eye) + depth[chosen, None] * rays(sketch.view, len(strength))[rows[chosen], columns[chosen]]
    owner = owner[chosen]
    hubs = np.array([_hub(solid.points()) for solid in set_up.solids])[np.maximum(owner, 0)]
    facing = _facing(set_up.azimuth)
    return Edges(world @ facing.T, hubs @ facing.T, owner >= 0, way[chosen])


def _hub(points: Sequence[tuple[float, float, float]]) -> tuple[float, float, float]:
    x, y, _ = zip(*points, strict=True)
    return (min(x) + max(x)) / 2, (min(y) + max(y)) / 2, 0.0


def _facing(azimuth: float) -> Array:
    """From the world into the frame in which the camera's azimuth is 0."""
    c, s = np.cos(radians(azimuth)), np.sin(radians(azimuth))
    return np.array([(c, s, 0), (-s, c, 0), (0, 0, 1)])


def slopes(picture: Array, faint: float = FAINT) -> Array:
    """How strongly a uint8 picture of any channels changes at each pixel to the right and down, in strong edges: (h, w, 2)."""
    import cv2

    smooth = cv2.GaussianBlur(picture, (0, 0), 0.8).astype(np.float32)
    channels = [np.ascontiguousarray(smooth[..., n]) for n in range(smooth.shape[2])]
    across = np.stack([cv2.Sobel(one, cv2.CV_32F, 1, 0) / 4 for one in channels], axis=-1)
    down = np.stack([cv2.Sobel(one, cv2.CV_32F, 0, 1) / 4 for one in channels], axis=-1)
    sizes = np.hypot(across, down)
    strongest = sizes.argmax(axis=2)[..., None]
    size = np.take_along_axis(sizes, strongest, 2)
    full = max(float(np.quantile(size, 0.9)), faint)
    change = np.concatenate([np.take_along_axis(one, strongest, 2) for one in (across, down)], axis=2)
    return np.asarray(change / np.maximum(size, full))


def edged(picture: Array) -> bool:
    """Whether a uint8 picture (h, w, 3) has edges at all: without any it shows no scene."""
    return bool((np.hypot(*np.moveaxis(slopes(reduced(picture, LOOKED_AT)), 2, 0)) > EDGE).any())


def laid(
    found: Edges, change: Array, set_up: Stage, view: View, angles: tuple[float, float], reaches: Sequence[int], free: Array
) -> Laid:
    """The edges laid onto those of a picture's window, `change` (side, side, 2).

    `view` is the window's camera and `angles` its elevation and roll. Edges are looked for by `reaches`, pixels to either side,
    step by step. `free` (6,) is FREE or less.
    """
    side = len(change)
    facing = _facing(set_up.azimuth)
    middle, eye = facing @ np.array(set_up.centre), facing @ np.array(view.eye)
    start = np.array(axes(Camera(0.0, *angles))) @ (middle - eye)
    hubs, offs = found.hubs, found.points - found.hubs

    def seen(camera: Array) -> Array:
        c, s = np.cos(radians(-camera[0])), np.sin(radians(-camera[0]))
        turned = hubs + np.stack([offs[:, 0] * c - offs[:, 1] * s, offs[:, 0] * s + offs[:, 1] * c, offs[:, 2]], axis=1)
        points = np.where(found.turns[:, None], turned, found.points) - middle
        frame = np.array(axes(Camera(0.0, float(np.clip(angles[0] + camera[1], -90, 90)), angles[1] + float(camera[2]))))
        x, y, z = (points @ frame.T + start + set_up.radius * camera[3:]).T
        z = np.maximum(z, 1e-6)
        return side * np.stack([0.5 + view.shift[0] + view.focal * x / z, 0.5 + view.shift[1] - view.focal * y / z], axis=1)

    def matched(at: Array, reach: int) -> tuple[Array, Array, Array]:
        """How far along its normal each point's edge is, how strong it is, and whether the point is in the window."""
        steps = np.arange(-reach, reach + 1)
        x, y = (np.rint(at[:, n, None] + steps * found.normals[:, n, None] - 0.5).astype(int) for n in (0, 1))
        inside = (x > 1) & (y > 1) & (x < side - 2) & (y < side - 2)
        there = change[np.clip(y, 0, side - 1), np.clip(x, 0, side - 1)]
        strength = np.abs((there * found.normals[:, None]).sum(axis=2)) * inside
        best = (strength * (1 - 0.6 * np.abs(steps) / (reach + 1))).argmax(axis=1)
        rows = np.arange(len(at))
        before, peak, after = (strength[rows, np.clip(best + n, 0, 2 * reach)] for n in (-1, 0, 1))
        finer = np.clip(0.5 * (after - before) / np.maximum(2 * peak - before - after, 1e-3), -0.5, 0.5)
        return steps[best] + finer, np.minimum(peak, 1.0), inside[:, reach]

    def jacobian(camera: Array, at: Array) -> Array:
        sizes = (1.0, 1.0, 1.0, 0.01, 0.01, 0.01)
        rows = [((seen(camera + step * np.eye(6)[n]) - at) / step * found.normals).sum(axis=1) for n, step in enumerate(sizes)]
        return np.stack(rows, axis=1)

    prior, camera = np.diag(1 / free**2), np.zeros(6)
    for reach in reaches:
        at = seen(camera)
        off, strength, _ = matched(at, reach)
        weight = np.where(strength >= EDGE, strength, 0.0) / (1 + (off / (0.5 * reach)) ** 2)
        slope = jacobian(camera, at)
        pulled = slope.T * weight
        camera = camera + np.clip(np.linalg.solve(pulled @ slope + prior, pulled @ off - prior @ camera), -15, 15)
    at = seen(camera)
    off, strength, _ = matched(at, 2)
    weight = np.where(strength >= EDGE, strength, 0.0)
    noise = max(0.3, float(np.sqrt((weight * off**2).sum() / max(weight.sum(), 1.0))))
    slope = jacobian(camera, at)
    spread = np.sqrt(np.diag(np.linalg.inv((slope.T * weight) @ slope / (TOGETHER * noise**2) + prior)))[:3]
    _, strength, inside = matched(at, 1)
    return Laid(camera[:3], spread, float(strength[inside].mean()) if inside.sum() >= FEWEST else 0.0)
