"""What things stand on and before: sweep, floor, table, wall, shelf."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from engine.renderers.studio.scene.materials import Look
from engine.renderers.studio.scene.meshes import Mesh, grid, lathe, pipe, plane, rounded_box
from engine.renderers.studio.scene.palette import backdrop, look
from engine.renderers.studio.scene.textures import surface
from engine.staging import Pose, Solid, Stage, edge_distance
from engine.types import Plan

FAR = 40.0
IRON = Look("lacquer", (26, 30, 30))


def grounds(plan: Plan, stage: Stage, seed: int) -> Iterator[tuple[Mesh, Look, str]]:
    """Meshes in the world with their looks and the elements they are ("" where nobody asked)."""
    behind = backdrop(plan, stage, seed)
    wall, table, floor = stage.ground("wall"), stage.ground("table", "shelf"), stage.ground("floor")
    sweep = stage.ground("backdrop")
    name = sweep.element if sweep else ""
    turn = Pose((stage.centre[0], stage.centre[1], 0.0), stage.azimuth)
    edge = edge_distance(stage)
    size = stage.radius * FAR
    if stage.hung:
        back = max(p[1] for s in stage.solids for p in s.points(fine=False)) + 0.004
        yield (
            _wall(back, stage, size, -size),
            behind if not wall else _wall_look(plan, wall.element, seed),
            wall.element if wall else name,
        )
        if wall:
            for solid in stage.solids:
                if solid.shape == "sign":
                    for mesh, seen in _lamps(solid, back):
                        yield mesh, seen, wall.element
        return
    if table:
        seen = look(plan.element(table.element), seed)
        slab = rounded_box(2 * size, size + edge, 0.04, 0.006).moved(0, (edge - size) / 2, -0.04)
        yield slab.posed(turn), seen, table.element
    if floor:
        seen = look(plan.element(floor.element), seed, "backdrop")
        reach = edge * 1.6
        yield (
            plane(np.array([-size, -size, 0.0]), np.array([2 * size, 0, 0]), np.array([0, size + reach, 0])).posed(turn),
            seen,
            floor.element,
        )
    if wall:
        reach = edge * (1.25 if table else 1.6)
        mesh = _wall(reach, stage, size, -3.0 if table else 0.0)
        yield mesh.posed(turn), _wall_look(plan, wall.element, seed), wall.element
        if not floor and not table:
            plain = plane(np.array([-size, -size, 0.0]), np.array([2 * size, 0, 0]), np.array([0, size + reach, 0]))
            yield plain.posed(turn), Look("concrete", (176, 172, 166)), ""
        return
    low = -0.75 if table else 0.0
    level = max(0.0, 1 + stage.view.forward[2] / 0.7)
    depth = 0.15 if name == "" and not any(e.kind == "background" and e.colors for e in plan.elements) else 0.07
    reach = stage.radius * (2.6 + 3.4 * level)
    if floor:
        wall_mesh = _wall(edge * 1.6, stage, size, 0.0)
        yield (*_pooled(wall_mesh, behind, (size - size % 1.35, stage.centre[2]), reach, depth, turn), name)
    else:
        away, bend = edge * (1.5 if table else 1.35), stage.radius * 2.4
        middle = away + 0.57 * bend + stage.centre[2] - low if table else level * (away + 0.9 * bend)
        yield (*_pooled(_sweep(size, away, bend, low), behind, (0.0, size + middle), reach, depth, turn), name)


def _pooled(mesh: Mesh, seen: Look, centre: tuple[float, float], reach: float, depth: float, pose: Pose) -> tuple[Mesh, Look]:
    """A plain backdrop as if a lamp were turned on its `centre` (u, v): by `depth` darker `reach` metres away and beyond."""
    if surface(seen.material, seen.colour) is not None or not seen.diffuse:
        return mesh.posed(pose), seen
    y, x = np.mgrid[-1:1:256j, -1:1:256j]
    t = np.clip(np.hypot(x, y), 0, 1)[..., None]
    light = 1 - depth * t * t * (3 - 2 * t)
    picture = np.round(np.array(seen.colour) * light).astype(np.uint8)
    uv = (mesh.uv - centre) / (2 * reach) + 0.5
    return Mesh(mesh.points, mesh.normals, uv, mesh.faces).posed(pose), Look(seen.material, seen.colour, picture)


def _lamps(sign: Solid, back: float) -> Iterator[tuple[Mesh, Look]]:
    """Two swan-neck lamps on the wall above a shop's sign."""
    w, _, h = sign.size
    x, _, z = sign.pose.at
    t = np.linspace(0, np.pi, 24)
    reach, rise = 0.36 * h, 0.2 * h
    foot = z + 1.22 * h
    neck = np.stack([np.zeros(24), -reach * (1 - np.cos(t)) / 2, rise * np.sin(t)], 1)
    shade = lathe([(0.02 * h, 0.2 * h), (0.05 * h, 0.16 * h), (0.16 * h, 0.03 * h), (0.165 * h, 0), (0.155 * h, 0.01 * h)])
    plate = lathe([(0, -0.01 * h), (0.06 * h, -0.01 * h), (0.06 * h, 0.01 * h), (0, 0.01 * h)], 32)
    upright = Mesh(plate.points[:, [0, 2, 1]], plate.normals[:, [0, 2, 1]], plate.uv, plate.faces[:, ::-1])
    for side in (-0.29 * w, 0.29 * w):
        at = x + side, back - 0.01 * h, foot
        yield pipe(neck, 0.016 * h, 0.016 * h, side=(1.0, 0.0, 0.0)).moved(*at), IRON
        yield upright.moved(*at), IRON
        yield shade.moved(at[0], at[1] - reach, at[2] - 0.19 * h), IRON


def _wall_look(plan: Plan, element: str, seed: int) -> Look:
    asked = plan.element(element)
    seen = look(asked, seed, "backdrop")
    if not asked.material and not asked.colors:
        return Look("concrete", (214, 208, 198))
    return seen


def _wall(away: float, stage: Stage, size: float, low: float) -> Mesh:
    """An upright wall; its uv begins at the middle of the scene so that courses lie straight."""
    mesh = plane(np.array([-size, away, low]), np.array([2 * size, 0.0, 0.0]), np.array([0.0, 0.0, size - low]))
    return Mesh(mesh.points, mesh.normals, mesh.uv - [size % 1.35, -low % 0.9], mesh.faces)


def _sweep(size: float, away: float, bend: float, low: float) -> Mesh:
    """A seamless sweep: floor, bend, wall."""
    angles = np.linspace(0, np.pi / 2, 24)
    curve = [(away + bend * np.sin(a), low + bend * (1 - np.cos(a))) for a in angles]
    path = np.array([(-size, low), *curve, (away + bend, low + size)])
    steps = np.gradient(path, axis=0)
    normal = np.stack([-steps[:, 1], steps[:, 0]], 1)
    normal[0], normal[1] = (0, 1), (0, 1)
    normal[-1], normal[-2] = (-1, 0), (-1, 0)
    x = np.array([-size, size])
    points = np.stack([np.broadcast_to(x, (len(path), 2)), np.repeat(path[:, :1], 2, 1), np.repeat(path[:, 1:], 2, 1)], 2)
    normals = np.stack([np.zeros((len(path), 2)), np.repeat(normal[:, :1], 2, 1), np.repeat(normal[:, 1:], 2, 1)], 2)
    along = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(path, axis=0), axis=1))])
    return grid(points, normals, np.stack(np.broadcast_arrays(x[None, :], along[:, None]), 2))
