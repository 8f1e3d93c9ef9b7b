"""Placed elements (`Element.placed`) follow their boxes: along what they stand on or hang on, and in size.

The camera is the one that frames the scene without them. A box that nothing standing can fill is met as nearly as may be.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import cos, exp, inf, log, radians, sin

import numpy as np

from engine.staging.geometry import Vec, View, add, times, to_world
from engine.staging.items import scaled
from engine.staging.pieces import Solid
from engine.staging.shapes import HANGING
from engine.staging.solve import nearest
from engine.types import Array, Box, Plan

NEAR = 0.02
"""A box met to this share of the picture is met."""
SIZES = 0.12, 8.0
"""How many times as large as it was staged a thing may become."""
UNEVEN = frozenset({"sphere", "cone", "pyramid", "torus", "bottle", "lettering", "pouch", "tube", "carton", "bag", "laptop"})
"""Shapes that nothing is set down on by hand."""
FARTHEST = 1.2
"""How much farther away a thing may go, in what the picture is wide where it stands: not to the horizon."""
GAP = 0.004
"""Metres between a thing and what it would run into."""

Carried = Mapping[str, tuple[str, str]]
Spread = tuple[tuple[float, float], tuple[float, float], tuple[float, float]]
"""From where to where something reaches across, away and in height, in metres as the camera sees the ground."""


@dataclass(frozen=True)
class Step:
    """The point `foot` goes to `to`, and everything becomes `size` times as large about it."""

    foot: Vec
    to: Vec
    size: float = 1.0

    def of(self, points: Array) -> Array:
        """Where the points (n, 3) of the world go."""
        moved: Array = np.array(self.to) + self.size * (points - np.array(self.foot))
        return moved


def followed(plan: Plan, solids: Sequence[Solid], view: View, carried: Carried) -> tuple[Solid, ...]:
    """The solids with every placed element moved to its box; what stands on a moved thing goes with it."""
    groups: dict[str, list[Solid]] = {}
    for solid in solids:
        groups.setdefault(solid.element, []).append(solid)
    for name in sorted(groups, key=lambda one: len(_hosts(one, carried))):
        if plan.element(name).placed:
            step = _found(plan, name, groups, view, carried)
            _move(name, groups, carried, step, step.size)
    return tuple(solid for group in groups.values() for solid in group)


def _found(plan: Plan, name: str, groups: Mapping[str, list[Solid]], view: View, carried: Carried) -> Step:
    """On what the thing stands on, else on the ground, else on what else it could stand on: the first that meets the box."""
    azimuth, asked, points = plan.camera.azimuth, plan.element(name).box, _points(groups[name])
    if groups[name][0].shape in HANGING and name not in carried:
        standing = any(group[0].shape not in HANGING for group in groups.values())
        return _solved(points, asked, view, azimuth, height=None, lowest=0.0 if standing else -inf)
    family = {name, *_hosts(name, carried), *(one for one in groups if name in _hosts(one, carried))}
    others = {one: _spread(_points(group), azimuth) for one, group in groups.items() if one not in family}
    supports: list[Spread | None] = [None]
    supports += [spread for one, spread in others.items() if groups[one][0].shape not in UNEVEN | HANGING]
    if name in carried:
        supports.insert(0, _spread(_points(groups[carried[name][0]]), azimuth))
    low = points[:, 2].min()
    best, least = Step(_foot(points), _foot(points)), inf
    for n, top in enumerate(supports):
        height = 0.0 if n == 0 else (top[2][1] if top else 0.0) - low
        step = _solved(points, asked, view, azimuth, height=height, within=top)
        if top is None:
            step = _beside(step, points, asked, view, azimuth, list(others.values()))
        miss = missed(_extent(view, step.of(points)), asked)
        if miss < least:
            best, least = step, miss
        if least < NEAR:
            break
    return best


def _solved(
    points: Array,
    asked: Box,
    view: View,
    azimuth: float,
    *,
    height: float | None,
    within: Spread | None = None,
    away: float | None = None,
    lowest: float = 0.0,
) -> Step:
    """The step whose box comes nearest to the one asked for.

    `height` is the rise onto a support, None for what hangs and moves along its wall; `within`: the spread of a support,
    over which its middle stays; `away`: how far away it goes, where that is known; `lowest`: how low what hangs may hang.
    """
    own, foot = _spread(points, azimuth), _foot(points)
    width = view.project(foot)[2] / view.focal
    ahead = float(((points - np.array(view.eye)) @ np.array(view.forward)).min())
    level = max(0.15, (1 - view.forward[2] ** 2) ** 0.5)
    low, high = [-3 * width, -min(2 * width, 0.7 * ahead / level)], [3 * width, FARTHEST * width]
    if within:
        for axis in (0, 1):
            middle, slack = sum(own[axis]) / 2, 0.35 * (own[axis][1] - own[axis][0])
            centre, room = sum(within[axis]) / 2, max(1e-4, (within[axis][1] - within[axis][0]) / 2 - slack)
            low[axis], high[axis] = centre - room - middle, centre + room - middle
    if height is None:
        low[1], high[1] = max(lowest - own[2][0], -3 * width), 3 * width
    if away is not None:
        low[1], high[1] = away - 1e-9, away + 1e-9

    def step(values: Array) -> Step:
        across, free, size = (float(value) for value in values)
        shift = (across, 0.0, free) if height is None else (across, free, height)
        return Step(foot, add(foot, to_world(azimuth, *shift)), exp(size))

    found, _ = nearest(
        lambda values: differences(_extent(view, step(values).of(points)), asked),
        (0.0, 0.0, 0.0), [*low, log(SIZES[0])], [*high, log(SIZES[1])], np.array([width, width, 1.0]),
    )  # fmt: skip
    return step(found)


def _beside(step: Step, points: Array, asked: Box, view: View, azimuth: float, others: Sequence[Spread]) -> Step:
    """The step, or the nearest before or behind what the thing would run into."""
    for _ in range(4):
        reached = _spread(step.of(points), azimuth)
        struck = next((other for other in others if _overlap(reached, other)), None)
        if struck is None:
            break
        half, middle = (reached[1][1] - reached[1][0]) / 2 + GAP, sum(_spread(points, azimuth)[1]) / 2
        sides = [
            _solved(points, asked, view, azimuth, height=step.to[2] - step.foot[2], away=edge - middle)
            for edge in (struck[1][0] - half, struck[1][1] + half)
        ]
        step = min(sides, key=lambda one: missed(_extent(view, one.of(points)), asked))
    return step


def _overlap(one: Spread, other: Spread) -> bool:
    return all(min(a[1], b[1]) - max(a[0], b[0]) > 1e-6 for a, b in zip(one, other, strict=True))


def missed(box: Box, asked: Box) -> float:
    """How far a box is off in place or in size, as a share of the picture; its proportions are its own."""
    across, foot, wide, tall = differences(box, asked)
    return max(abs(across), abs(foot), abs(wide + tall))


def differences(box: Box, asked: Box) -> list[float]:
    """By how much the middle, the foot, and half the width and the height differ; what the canvas cuts off is not known."""
    cut = [side <= 1e-3 if k < 2 else side >= 1 - 1e-3 for k, side in enumerate(asked)]
    beyond = [box[k] < asked[k] if k < 2 else box[k] > asked[k] for k in range(4)]
    x0, y0, x1, y1 = (0.0 if cut[k] and beyond[k] else box[k] - asked[k] for k in range(4))
    return [(x0 + x1) / 2, y1, (x1 - x0) / 2, (y1 - y0) / 2]


def _move(name: str, groups: dict[str, list[Solid]], carried: Carried, step: Step, size: float) -> None:
    """Takes the element along with the step, `size` times as large, and what it carries with it: what is inside grows too."""
    foot = _foot(_points(groups[name]))
    groups[name] = [_put(solid, step, size) for solid in groups[name]]
    onward = step if size == step.size else Step(foot, _at(step, foot))
    for child, (host, how) in carried.items():
        if host == name:
            _move(child, groups, carried, onward, size if how == "inside" else 1.0)


def _put(solid: Solid, step: Step, size: float) -> Solid:
    """The solid with its foot where the step takes it, `size` times as large about that."""
    foot = _foot(_points([solid]))
    at = add(_at(step, foot), times(add(solid.pose.at, times(foot, -1)), size))
    return replace(solid, size=scaled(solid.size, size), pose=replace(solid.pose, at=at))


def _at(step: Step, point: Vec) -> Vec:
    x, y, z = (float(v) for v in step.of(np.array(point)))
    return x, y, z


def _points(group: Sequence[Solid]) -> Array:
    """Points of the solids' surfaces, float (n, 3)."""
    return np.array([p for solid in group for p in solid.points(fine=len(group) <= 24)])


def _extent(view: View, points: Array) -> Box:
    """View.extent of an array of points (n, 3)."""
    v = points - np.array(view.eye)
    depth = np.maximum(v @ np.array(view.forward), 1e-6)
    x = 0.5 + view.shift[0] + view.focal * (v @ np.array(view.right)) / depth
    y = 0.5 + view.shift[1] - view.focal * view.ratio * (v @ np.array(view.up)) / depth
    return float(x.min()), float(y.min()), float(x.max()), float(y.max())


def _foot(points: Array) -> Vec:
    """The middle of the points' footprint, at the height of the lowest."""
    low, high = points.min(axis=0), points.max(axis=0)
    return float(low[0] + high[0]) / 2, float(low[1] + high[1]) / 2, float(low[2])


def _seen(points: Array, azimuth: float) -> Array:
    """The points (n, 3) as across, away and height."""
    a = radians(azimuth)
    turn = np.array([(cos(a), sin(a), 0.0), (-sin(a), cos(a), 0.0), (0.0, 0.0, 1.0)])
    seen: Array = points @ turn.T
    return seen


def _spread(points: Array, azimuth: float) -> Spread:
    seen = _seen(points, azimuth)
    across, away, height = ((float(low), float(high)) for low, high in zip(seen.min(axis=0), seen.max(axis=0), strict=True))
    return across, away, height


def _hosts(name: str, carried: Carried) -> list[str]:
    """What the element stands on or in, and what that stands on."""
    found: list[str] = []
    while name in carried and carried[name][0] not in found:
        name = carried[name][0]
        found.append(name)
    return found
