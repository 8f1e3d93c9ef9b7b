"""Where the solids are printed on: paper labels and the texts' areas, set by rule or, where they are placed, by their boxes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from engine.staging.follow import differences
from engine.staging.geometry import Pose, Vec, View
from engine.staging.pieces import Sheet, Solid
from engine.staging.prints import Rect, block, with_logos
from engine.staging.shapes import ROUND, UPRIGHT_SHEETS, Patch, face, label_part
from engine.staging.solve import nearest
from engine.types import Array, Box, Element, Plan

Carrier = tuple[Patch, Pose]
WHOLE: Rect = (0.0, 0.0, 1.0, 1.0)
KEPT = 3.0
"""How much more a print's size counts than its place where both cannot be had."""
ROUGH = 8
"""Points along the edges of a wrapped print while its place is sought."""
LEAST = 0.04
"""The smallest side of a placed print, as a share of its carrier's."""


def sheets(plan: Plan, solids: Sequence[Solid], view: View) -> tuple[Sheet, ...]:
    """Every printed surface of the solids, a text or label that is placed as near to its box as its carrier allows."""
    surfaces = [_surface(plan, solid) for solid in solids]
    parts: dict[str, Rect] = {}
    for label in plan.elements:
        host = plan.host(label.id)
        if label.kind == "label" and label.placed and host is not None:
            carriers = [(f, s.pose) for s, f in zip(solids, surfaces, strict=True) if s.element == host.id and f]
            if carriers:
                parts[label.id] = _followed(carriers, label_part(host.kind), label.box, view)
    made = [
        sheet
        for n, (solid, surface) in enumerate(zip(solids, surfaces, strict=True))
        if surface is not None
        for sheet in _printed(plan, n, solid, surface, parts)
    ]
    for element in plan.elements:
        if element.placed and element.kind in {"text", "logo"}:
            made = _with_print_placed(made, element, solids, view)
    return tuple(made)


def _surface(plan: Plan, solid: Solid) -> Patch | None:
    side = round((plan.camera.azimuth - solid.pose.yaw) / 90) if solid.shape not in UPRIGHT_SHEETS | ROUND else 0
    return face(solid.shape, solid.size, 0 if solid.pose.tip >= 45 else side)


def _printed(plan: Plan, n: int, solid: Solid, surface: Patch, parts: Mapping[str, Rect]) -> list[Sheet]:
    on = _on(plan, solid.element)
    own = [e for e in on if e.kind in {"text", "logo"}]
    labels = [e for e in on if e.kind == "label"]
    result = []
    if own or solid.shape in {"phone", "laptop", "frame", "billboard"}:
        result.append(_sheet(solid.element, n, surface, own, solid.shape, pasted=False))
    for k, label in enumerate(labels):
        s0, t0, s1, t1 = label_part(solid.shape)
        step = (t1 - t0) / len(labels)
        part = s0, t1 - step * (k + 1) + (0.03 if len(labels) > 1 else 0.0), s1, t1 - step * k
        texts = [e for e in _on(plan, label.id) if e.kind in {"text", "logo"}]
        result.append(_sheet(label.id, n, surface.part(*parts.get(label.id, part)), texts, "label", pasted=True))
    return result


def _on(plan: Plan, host: str) -> list[Element]:
    return [plan.element(r.subject) for r in plan.relations if r.relation == "on" and r.object == host]


def _sheet(element: str, solid: int, patch: Patch, printed: list[Element], shape: str, *, pasted: bool) -> Sheet:
    width, height = patch.measures
    if patch.radius:
        across = min(0.5, 48 / patch.angle)
        safe = (0.5 - across, 0.1, 0.5 + across, 0.9)
    elif shape in {"phone", "laptop"}:
        safe = WHOLE
    else:
        edge = {"sign": 0.125, "book": 0.13, "card": 0.2}.get(shape, 0.1) * min(width, height)
        safe = (edge / width, edge / height, 1 - edge / width, 1 - edge / height)
    logos, texts = [e for e in printed if e.kind == "logo"], [e for e in printed if e.kind == "text"]
    return Sheet(element, solid, patch, with_logos(logos, texts, width, height, shape, safe), pasted)


def _with_print_placed(made: list[Sheet], text: Element, solids: Sequence[Solid], view: View) -> list[Sheet]:
    """The sheets with the text's or logo's area, the same on every copy, where its box asks for it."""
    carriers = [(s.patch, solids[s.solid].pose) for s in made for line in s.lines if line.element == text.id]
    old = next((line for s in made for line in s.lines if line.element == text.id), None)
    if old is None:
        return made
    rect = _followed(carriers, old.rect, text.box, view)
    width, height = carriers[0][0].measures
    rows = block(text.text, (rect[2] - rect[0]) * width, (rect[3] - rect[1]) * height)[1]
    line = replace(old, rect=rect, text=old.text if old.button or not old.text else rows)
    return [replace(s, lines=tuple(line if one.element == text.id else one for one in s.lines)) for s in made]


def _followed(carriers: Sequence[Carrier], start: Rect, asked: Box, view: View) -> Rect:
    """The part of the carriers' surfaces that fills the box as nearly as may be."""

    def rect(values: Array) -> Rect:
        s0, t0, wide, tall = (float(value) for value in values)
        return s0, t0, min(1.0, s0 + wide), min(1.0, t0 + tall)

    def off(values: Array) -> list[float]:
        s0, t0, wide, tall = values
        seen = view.extent([p for patch, pose in carriers for p in rim(patch, pose, view, rect(values), ROUGH)])
        across, foot, half_wide, half_tall = differences(seen, asked)
        beyond = max(0.0, s0 + wide - 1), max(0.0, t0 + tall - 1)
        return [across, foot, KEPT * half_wide, KEPT * half_tall, *(10 * over for over in beyond)]

    low, high = [0.0, 0.0, LEAST, LEAST], [1 - LEAST, 1 - LEAST, 1.0, 1.0]
    starts = ((s0, t0, s1 - s0, t1 - t0) for s0, t0, s1, t1 in (start, _aimed(carriers, asked, view)))
    found = (nearest(off, one, low, high, np.full(4, 10.0)) for one in starts)
    return rect(min(found, key=lambda one: one[1])[0])


def _aimed(carriers: Sequence[Carrier], asked: Box, view: View) -> Rect:
    """The part between the points of the first surface that lie nearest to the middles of the box's four sides."""
    patch, pose = carriers[0]
    grid = [(s / 24, t / 24) for s in range(25) for t in range(25)]
    seen = {
        at: view.project(pose.world(patch.point(*at))) for at in grid if not patch.radius or _faces(patch, pose, view, *at)
    } or {(0.5, 0.5): (0.5, 0.5, 1.0)}

    def at_sight(x: float, y: float) -> tuple[float, float]:
        return min(seen, key=lambda at: (seen[at][0] - x) ** 2 + (seen[at][1] - y) ** 2)

    x0, y0, x1, y1 = asked
    middle = (x0 + x1) / 2, (y0 + y1) / 2
    across = sorted((at_sight(x0, middle[1])[0], at_sight(x1, middle[1])[0]))
    up = sorted((at_sight(middle[0], y0)[1], at_sight(middle[0], y1)[1]))
    return across[0], up[0], across[1], up[1]


def rim(patch: Patch, pose: Pose, view: View, rect: Rect, along: int = 17) -> list[Vec]:
    """Points of the world along the rectangle's edges; on wrapped surfaces only those that face the camera."""
    s0, t0, s1, t1 = rect
    steps = along if patch.radius or patch.over else 2
    points = [(s0 + (s1 - s0) * k / (steps - 1), t) for k in range(steps) for t in (t0, t1)]
    facing = [at for at in points if not patch.radius or _faces(patch, pose, view, *at)] or [(0.5, t0), (0.5, t1)]
    return [pose.world(patch.point(*at)) for at in facing]


def _faces(patch: Patch, pose: Pose, view: View, s: float, t: float) -> bool:
    at, out = patch.point(s, t), patch.point(s, t, 1.0)
    normal = pose.turned((out[0] - at[0], out[1] - at[1], 0.0))
    return sum(n * (e - w) for n, e, w in zip(normal, view.eye, pose.world(at), strict=True)) >= 0
