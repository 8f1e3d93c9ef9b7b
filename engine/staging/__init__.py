"""Staging: every element of a scene plan put in its place in the world, and the camera set up before them.

The planner asks for the boxes, the studio renders the same stage, so the boxes are true. Plain Python, no arrays.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import atan2, cos, degrees, radians, sin

from engine.staging.arrange import place
from engine.staging.geometry import Pose, Vec, View, framed
from engine.staging.items import FLATS, items
from engine.staging.prints import Line, lines
from engine.staging.shapes import HANGING, ROUND, UPRIGHT_SHEETS, Patch, Size, face, label_part, outline
from engine.types import Box, Element, Plan

__all__ = ["Ground", "Line", "Patch", "Pose", "Sheet", "Solid", "Stage", "View", "boxes", "edge_distance", "stage"]

FILL = 0.67
"""How much of the constraining side of the picture the subject takes."""


@dataclass(frozen=True, slots=True)
class Solid:
    """One copy (`instance`, from 1) of an element, with its size in metres in its own frame."""

    element: str
    instance: int
    shape: str
    label: str
    size: Size
    pose: Pose

    def points(self, *, fine: bool = True) -> list[Vec]:
        points = outline(self.shape, self.size, fine=fine)
        if self.pencils:
            w, _, h = self.size
            points += [(0.5 * w * x, 0.5 * w * y, 1.5 * h) for x, y in ((1, 0), (-1, 0), (0, 1), (0, -1))]
        return [self.pose.world(p) for p in points]

    @property
    def pencils(self) -> bool:
        """Whether it is a cup that pencils stand in."""
        return self.shape == "cup" and any(word in self.label for word in ("pen", "pencil"))


@dataclass(frozen=True, slots=True)
class Sheet:
    """A printed surface: a paper label's (`element` is the label) or the object's own (`element` is the object)."""

    element: str
    solid: int
    patch: Patch
    lines: tuple[Line, ...]
    pasted: bool


@dataclass(frozen=True, slots=True)
class Ground:
    """What things stand on or before: a table, floor, wall, backdrop or shelf."""

    kind: str
    element: str


@dataclass(frozen=True, slots=True)
class Stage:
    """`centre` and `radius` hold all solids; `behind` is how far beyond the centre, along the view, the last one reaches."""

    solids: tuple[Solid, ...]
    sheets: tuple[Sheet, ...]
    grounds: tuple[Ground, ...]
    view: View
    azimuth: float
    centre: Vec
    radius: float
    behind: float
    hung: bool

    def ground(self, *kinds: str) -> Ground | None:
        return next((g for g in self.grounds if g.kind in kinds), None)


def stage(plan: Plan) -> Stage:
    """Raises ValueError where the plan has nothing solid to stage."""
    placed = items(plan)
    if not placed:
        raise ValueError("the plan has no solid element to stage")
    place(plan, placed)
    camera = plan.camera
    a = radians(camera.azimuth)

    def to_world(across: float, away: float, height: float) -> Vec:
        return across * cos(a) - away * sin(a), across * sin(a) + away * cos(a), height

    solids = tuple(
        Solid(item.element.id, k, item.element.kind, item.element.label, item.size, item.pose(spot, to_world))
        for item in placed.values()
        for k, spot in enumerate(item.spots, 1)
    )
    hung = all(s.shape in HANGING for s in solids) and camera.elevation < 45
    points = [p for s in solids for p in s.points(fine=len(solids) <= 24)]
    low = min(p[2] for p in points)
    top = max(p[2] for p in points)
    lowest = None if hung else low + max(0.3 * (top - low), 0.01)
    fill = 0.72 if any(s.shape in {"lettering", "sign", "billboard"} for s in solids) else FILL
    view = framed(
        camera, plan.canvas, points, fill=fill, lowest=lowest, centre=(0.5, 0.5 if hung or camera.elevation > 60 else 0.515)
    )
    solids = tuple(_facing(s, view, camera.azimuth) for s in solids)
    x0, y0, z0 = (min(p[i] for p in points) for i in range(3))
    x1, y1, z1 = (max(p[i] for p in points) for i in range(3))
    centre = (x0 + x1) / 2, (y0 + y1) / 2, (z0 + z1) / 2
    behind = max(-(p[0] - centre[0]) * sin(a) + (p[1] - centre[1]) * cos(a) for p in points)
    radius = max(((p[0] - centre[0]) ** 2 + (p[1] - centre[1]) ** 2 + (p[2] - centre[2]) ** 2) ** 0.5 for p in points)
    grounds = tuple(Ground(e.kind, e.id) for e in plan.elements if e.kind in FLATS)
    return Stage(solids, _sheets(plan, solids), grounds, view, camera.azimuth, centre, radius, behind, hung)


def _facing(solid: Solid, view: View, azimuth: float) -> Solid:
    """A round thing away from the middle of the picture turned so that its print still looks at the camera."""
    if solid.shape not in ROUND - {"mug"} or solid.pose.tip or view.forward[2] < -0.9:
        return solid
    x, y = (e - p for e, p in zip(view.eye[:2], solid.pose.at[:2], strict=True))
    off = (degrees(atan2(x, -y)) - azimuth + 180) % 360 - 180
    return replace(solid, pose=replace(solid.pose, yaw=solid.pose.yaw + off)) if abs(off) < 45 else solid


def _sheets(plan: Plan, solids: tuple[Solid, ...]) -> tuple[Sheet, ...]:
    result = []
    for n, solid in enumerate(solids):
        side = round((plan.camera.azimuth - solid.pose.yaw) / 90) if solid.shape not in UPRIGHT_SHEETS | ROUND else 0
        if solid.pose.tip >= 45:
            side = 0
        surface = face(solid.shape, solid.size, side)
        if surface is None:
            continue
        on = [plan.element(r.subject) for r in plan.relations if r.relation == "on" and r.object == solid.element]
        own = [e for e in on if e.kind == "text"]
        labels = [e for e in on if e.kind == "label"]
        if own or solid.shape in {"phone", "laptop", "frame", "billboard"}:
            result.append(_sheet(solid.element, n, surface, own, solid.shape, pasted=False))
        for k, label in enumerate(labels):
            s0, t0, s1, t1 = label_part(solid.shape)
            step = (t1 - t0) / len(labels)
            patch = surface.part(s0, t1 - step * (k + 1) + (0.03 if len(labels) > 1 else 0.0), s1, t1 - step * k)
            texts = [
                plan.element(r.subject)
                for r in plan.relations
                if r.relation == "on" and r.object == label.id and plan.element(r.subject).kind == "text"
            ]
            result.append(_sheet(label.id, n, patch, texts, "label", pasted=True))
    return tuple(result)


def _sheet(element: str, solid: int, patch: Patch, texts: list[Element], shape: str, *, pasted: bool) -> Sheet:
    width, height = patch.measures
    if patch.radius:
        across = min(0.5, 48 / patch.angle)
        safe = (0.5 - across, 0.1, 0.5 + across, 0.9)
    elif shape in {"phone", "laptop"}:
        safe = (0.0, 0.0, 1.0, 1.0)
    else:
        edge = {"sign": 0.125, "book": 0.13, "card": 0.2}.get(shape, 0.1) * min(width, height)
        safe = (edge / width, edge / height, 1 - edge / width, 1 - edge / height)
    return Sheet(element, solid, patch, lines(texts, width, height, shape, safe), pasted)


def boxes(plan: Plan) -> dict[str, Box]:
    """The box of every element as the camera sees it, clipped to the picture; the full box for walls and backgrounds.

    Raises ValueError where the plan has nothing solid to stage.
    """
    set_up = stage(plan)
    points: dict[str, list[Vec]] = {}
    for solid in set_up.solids:
        points.setdefault(solid.element, []).extend(solid.points())
    for sheet in set_up.sheets:
        pose = set_up.solids[sheet.solid].pose
        if sheet.pasted:
            points.setdefault(sheet.element, []).extend(
                pose.world(p) for p in _rim(sheet.patch, set_up, sheet.solid, (0.0, 0.0, 1.0, 1.0))
            )
        for line in sheet.lines:
            points.setdefault(line.element, []).extend(pose.world(p) for p in _rim(sheet.patch, set_up, sheet.solid, line.rect))
    result = {
        e.id: _clipped(set_up.view.extent(points[e.id])) if e.id in points else (0.0, 0.0, 1.0, 1.0) for e in plan.elements
    }
    edge = far_edge(set_up)
    for ground in set_up.grounds:
        if ground.kind in {"table", "floor", "shelf"}:
            result[ground.element] = _clipped((0.0, edge, 1.0, 1.0))
    return result


def far_edge(set_up: Stage) -> float:
    """Where the table or floor ends behind the things, as a height in the picture."""
    if set_up.view.forward[2] < -0.9:
        return 0.0
    away = edge_distance(set_up)
    a = radians(set_up.azimuth)
    return set_up.view.project((set_up.centre[0] - away * sin(a), set_up.centre[1] + away * cos(a), 0.0))[1]


def edge_distance(set_up: Stage) -> float:
    """How far beyond the centre the table's back edge lies, metres."""
    return set_up.behind + 0.9 * set_up.radius


def _rim(patch: Patch, set_up: Stage, solid: int, rect: tuple[float, float, float, float]) -> list[Vec]:
    """Points along the rectangle's edges; on wrapped surfaces only those that face the camera."""
    s0, t0, s1, t1 = rect
    steps = 17 if patch.radius or patch.over else 2
    points = [(s0 + (s1 - s0) * k / (steps - 1), t) for k in range(steps) for t in (t0, t1)]
    if not patch.radius:
        return [patch.point(s, t) for s, t in points]
    pose, eye = set_up.solids[solid].pose, set_up.view.eye
    facing = []
    for s, t in points:
        at, out = patch.point(s, t), patch.point(s, t, 1.0)
        world, normal = pose.world(at), pose.turned((out[0] - at[0], out[1] - at[1], 0.0))
        if sum(n * (e - w) for n, e, w in zip(normal, eye, world, strict=True)) >= 0:
            facing.append(at)
    return facing or [patch.point(0.5, t0), patch.point(0.5, t1)]


def _clipped(box: Box) -> Box:
    """The part of the box on the canvas; a sliver at its edge where none is."""
    x0, y0, x1, y1 = (min(1.0, max(0.0, v)) for v in box)
    if x1 - x0 < 1e-3:
        x0, x1 = (x0 - 1e-3, x1) if x1 > 0.5 else (x0, x1 + 1e-3)
    if y1 - y0 < 1e-3:
        y0, y1 = (y0 - 1e-3, y1) if y1 > 0.5 else (y0, y1 + 1e-3)
    return max(0.0, x0), max(0.0, y0), min(1.0, x1), min(1.0, y1)
