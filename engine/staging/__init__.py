"""Staging: every element of a scene plan put in its place in the world, and the camera set up before them.

The planner asks for the boxes, the studio renders the same stage, so the boxes are true. Plain Python, no arrays.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from math import atan2, cos, degrees, radians, sin

from engine.staging.arrange import carriers, place
from engine.staging.follow import followed, missed
from engine.staging.geometry import Pose, Vec, View, framed
from engine.staging.items import FLATS, items
from engine.staging.pieces import Ground, Sheet, Solid, Stage
from engine.staging.prints import Line
from engine.staging.relations import unheld
from engine.staging.shapes import HANGING, ROUND, Patch
from engine.staging.sheets import WHOLE, rim, sheets
from engine.staging.sketch import Sketch, Window, rays
from engine.types import Box, Plan, Relation

__all__ = [
    "Ground",
    "Line",
    "Patch",
    "Pose",
    "Sheet",
    "Sketch",
    "Solid",
    "Stage",
    "View",
    "Window",
    "boxes",
    "broken",
    "edge_distance",
    "missed",
    "rays",
    "stage",
]

FILL = 0.67
"""How much of the constraining side of the picture the subject takes."""


@lru_cache(maxsize=16)
def stage(plan: Plan) -> Stage:
    """Raises ValueError where the plan has nothing solid to stage."""
    placed = items(plan)
    if not placed:
        raise ValueError("the plan has no solid element to stage")
    place(plan, placed)
    camera = plan.camera
    a = radians(camera.azimuth)
    solids = tuple(
        Solid(item.element.id, k, item.element.kind, item.element.label, item.size, item.pose(spot, camera.azimuth))
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
    if any(plan.element(s.element).placed for s in solids):
        solids = followed(plan, solids, view, carriers(plan, placed))
        points = [p for s in solids for p in s.points(fine=len(solids) <= 24)]
    solids = tuple(_facing(s, view, camera.azimuth) for s in solids)
    x0, y0, z0 = (min(p[i] for p in points) for i in range(3))
    x1, y1, z1 = (max(p[i] for p in points) for i in range(3))
    centre = (x0 + x1) / 2, (y0 + y1) / 2, (z0 + z1) / 2
    behind = max(-(p[0] - centre[0]) * sin(a) + (p[1] - centre[1]) * cos(a) for p in points)
    radius = max(((p[0] - centre[0]) ** 2 + (p[1] - centre[1]) ** 2 + (p[2] - centre[2]) ** 2) ** 0.5 for p in points)
    grounds = tuple(Ground(e.kind, e.id) for e in plan.elements if e.kind in FLATS)
    return Stage(solids, sheets(plan, solids, view), grounds, view, camera.azimuth, centre, radius, behind, hung)


def _facing(solid: Solid, view: View, azimuth: float) -> Solid:
    """A round thing away from the middle of the picture turned so that its print still looks at the camera."""
    if solid.shape not in ROUND - {"mug"} or solid.pose.tip or view.forward[2] < -0.9:
        return solid
    x, y = (e - p for e, p in zip(view.eye[:2], solid.pose.at[:2], strict=True))
    off = (degrees(atan2(x, -y)) - azimuth + 180) % 360 - 180
    return replace(solid, pose=replace(solid.pose, yaw=solid.pose.yaw + off)) if abs(off) < 45 else solid


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
            points.setdefault(sheet.element, []).extend(rim(sheet.patch, pose, set_up.view, WHOLE))
        for line in sheet.lines:
            points.setdefault(line.element, []).extend(rim(sheet.patch, pose, set_up.view, line.rect))
    result = {
        e.id: _clipped(set_up.view.extent(points[e.id])) if e.id in points else (0.0, 0.0, 1.0, 1.0) for e in plan.elements
    }
    edge = far_edge(set_up)
    for ground in set_up.grounds:
        if ground.kind in {"table", "floor", "shelf"}:
            result[ground.element] = _clipped((0.0, edge, 1.0, 1.0))
    return result


def broken(plan: Plan) -> list[Relation]:
    """The relations between solid things that do not hold where the plan has them placed.

    Raises ValueError where the plan has nothing solid to stage.
    """
    return unheld(plan, stage(plan))


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


def _clipped(box: Box) -> Box:
    """The part of the box on the canvas; a sliver at its edge where none is."""
    x0, y0, x1, y1 = (min(1.0, max(0.0, v)) for v in box)
    if x1 - x0 < 1e-3:
        x0, x1 = (x0 - 1e-3, x1) if x1 > 0.5 else (x0, x1 + 1e-3)
    if y1 - y0 < 1e-3:
        y0, y1 = (y0 - 1e-3, y1) if y1 > 0.5 else (y0, y1 + 1e-3)
    return max(0.0, x0), max(0.0, y0), min(1.0, x1), min(1.0, y1)
