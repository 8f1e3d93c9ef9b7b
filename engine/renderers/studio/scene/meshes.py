"""Triangle meshes made with numpy: lathe, rounded box, extrusion, tube and printed patch. Nothing real has a sharp edge."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from engine.renderers.studio.scene.triangulate import triangulate
from engine.staging import Patch, Pose
from engine.types import Array


@dataclass(frozen=True)
class Mesh:
    """`points` and `normals` float (n, 3) metres, `uv` float (n, 2), `faces` int (m, 3), counter-clockwise from outside."""

    points: Array
    normals: Array
    uv: Array
    faces: Array

    def posed(self, pose: Pose) -> Mesh:
        axes = np.array([pose.turned(axis) for axis in ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))])
        return Mesh(self.points @ axes + np.array(pose.at), self.normals @ axes, self.uv, self.faces)

    def moved(self, x: float, y: float, z: float) -> Mesh:
        return Mesh(self.points + np.array([x, y, z]), self.normals, self.uv, self.faces)


def joined(meshes: Sequence[Mesh]) -> Mesh:
    starts = np.cumsum([0, *(len(m.points) for m in meshes)])
    return Mesh(
        np.concatenate([m.points for m in meshes]),
        np.concatenate([m.normals for m in meshes]),
        np.concatenate([m.uv for m in meshes]),
        np.concatenate([m.faces + start for m, start in zip(meshes, starts, strict=False)]),
    )


def grid(points: Array, normals: Array, uv: Array) -> Mesh:
    """A mesh over points of shape (rows, columns, 3)."""
    rows, columns = points.shape[:2]
    corner = (np.arange(rows - 1)[:, None] * columns + np.arange(columns - 1)).ravel()
    right, up = corner + 1, corner + columns
    faces = np.concatenate([np.stack([corner, right, up + 1], 1), np.stack([corner, up + 1, up], 1)])
    return Mesh(points.reshape(-1, 3), unit(normals).reshape(-1, 3), uv.reshape(-1, 2), faces)


def unit(vectors: Array) -> Array:
    length: Array = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return vectors / np.maximum(length, 1e-12)


def lathe(profile: Sequence[tuple[float, float]], turns: int = 96) -> Mesh:
    """The outline (radius, height), bottom to top, turned about the z axis. uv in metres around and along."""
    line = np.array(profile, float)
    steps = np.diff(line, axis=0)
    across = np.stack([steps[:, 1], -steps[:, 0]], 1)  # as long as its segment, so long segments keep their flat look
    normal = np.vstack([across[:1], across[:-1] + across[1:], across[-1:]])
    phi = np.linspace(-np.pi, np.pi, turns + 1)
    ring = np.stack([np.sin(phi), -np.cos(phi)], 1)
    points = np.concatenate([line[:, :1, None] * ring, np.broadcast_to(line[:, 1, None, None], (len(line), turns + 1, 1))], 2)
    normals = np.concatenate(
        [normal[:, :1, None] * ring, np.broadcast_to(normal[:, 1, None, None], (len(line), turns + 1, 1))], 2
    )
    along = np.concatenate([[0.0], np.cumsum(np.linalg.norm(steps, axis=1))])
    uv = np.stack(np.broadcast_arrays(phi * line[:, 0].max(), along[:, None]), 2)
    return grid(points, normals, uv)


def rounded_box(width: float, depth: float, height: float, bevel: float, steps: int = 5) -> Mesh:
    """A box standing on z = 0 about the origin with round edges. uv in metres over each face."""
    half = np.array([width, depth, height]) / 2
    bevel = min(bevel, *(0.49 * half * 2))
    arc = bevel * np.tan(np.linspace(0, np.pi / 4, steps + 1))
    faces = []
    for axis in range(3):
        for sign in (-1.0, 1.0):
            u, v = ((axis + 1) % 3, (axis + 2) % 3) if sign > 0 else ((axis + 2) % 3, (axis + 1) % 3)
            lines = [np.concatenate([-(half[i] - bevel) - arc[::-1], half[i] - bevel + arc]) for i in (u, v)]
            a, b = np.meshgrid(*lines)
            cube = np.zeros((*a.shape, 3))
            cube[..., u], cube[..., v], cube[..., axis] = a, b, sign * half[axis]
            inner = np.clip(cube, -(half - bevel), half - bevel)
            normals = unit(cube - inner)
            points = inner + bevel * normals + np.array([0, 0, half[2]])
            horizontal = (a, b) if axis != 0 else (b, a)
            faces.append(grid(points, normals, np.stack([*horizontal], 2) if sign > 0 or axis == 0 else np.stack([b, a], 2)))
    return joined(faces)


def extrude(outer: Array, holes: Sequence[Array], depth: float, bevel: float) -> Mesh:
    """A polygon in (x, z), counter-clockwise, made `depth` thick along y about y = 0, its rims rounded by `bevel`."""
    contours = [outer, *holes]
    bevel, insets, flat, triangles = _capped(contours, bevel)
    parts = []
    for y, sign in ((-depth / 2, -1.0), (depth / 2, 1.0)):
        points = np.stack([flat[:, 0], np.full(len(flat), y), flat[:, 1]], 1)
        normals = np.tile([0.0, sign, 0.0], (len(flat), 1))
        parts.append(Mesh(points, normals, flat.copy(), triangles if sign < 0 else triangles[:, ::-1]))
    angles = np.linspace(0, np.pi / 2, 4)
    rings = [(-depth / 2 + bevel * (1 - np.sin(a)), 1 - np.cos(a), a) for a in angles[::-1]]
    rings += [(depth / 2 - bevel * (1 - np.sin(a)), 1 - np.cos(a), -a) for a in angles]
    for contour, inset in zip(contours, insets, strict=True):
        parts += _walls(contour, inset, rings)
    return joined(parts)


def _capped(contours: list[Array], bevel: float) -> tuple[float, list[Array], Array, Array]:
    """The widest bevel, up to the one wished for, at which the inset cap does not cross itself; its contours and triangles."""
    for width in (bevel, bevel / 2, bevel / 4, bevel / 12):
        insets = [_inset(c, width) for c in contours]
        flat, triangles = triangulate(insets[0], insets[1:])
        corners = flat[triangles] if len(triangles) else np.zeros((0, 3, 2))
        covered = float(_cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]).sum())
        if abs(covered - sum(_doubled_area(c) for c in insets)) < 1e-3 * covered:
            return width, insets, flat, triangles
    flat, triangles = triangulate(contours[0], contours[1:])
    return bevel / 1000, contours, flat, triangles


def _doubled_area(contour: Array) -> float:
    return float(_cross(contour, np.roll(contour, -1, axis=0)).sum())


def _cross(a: Array, b: Array) -> Array:
    result: Array = a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0]
    return result


def simplified(contour: Array, step: float) -> Array:
    """The contour without the points that lie within `step` of the last one kept, but with all its corners."""
    into, out = unit(contour - np.roll(contour, 1, axis=0)), unit(np.roll(contour, -1, axis=0) - contour)
    corner = (into * out).sum(1) < 0.9
    kept = [contour[0]]
    for point, sharp in zip(contour[1:], corner[1:], strict=True):
        if np.linalg.norm(point - kept[-1]) > (0.15 * step if sharp else step):
            kept.append(point)
    return np.array(kept) if len(kept) > 3 else contour


def _walls(contour: Array, inset: Array, rings: list[tuple[float, float, float]]) -> list[Mesh]:
    """One strip a side of the contour; where sides meet nearly straight their normals are shared, so curves look round."""
    sides = np.roll(contour, -1, axis=0) - contour
    length = np.maximum(np.linalg.norm(sides, axis=1, keepdims=True), 1e-12)
    flat = np.stack([sides[:, 1], -sides[:, 0]], 1) / length
    before = np.roll(flat, 1, axis=0)
    smooth = (flat * before).sum(1) > 0.8
    start = np.where(smooth[:, None], unit(flat + before), flat)
    after = np.roll(flat, -1, axis=0)
    end = np.where(np.roll(smooth, -1)[:, None], unit(flat + after), flat)
    walls = []
    for k in range(len(contour)):
        ends = [(contour[k], inset[k], start[k]), ((contour[(k + 1) % len(contour)]), inset[(k + 1) % len(contour)], end[k])]
        points = np.array([[[*(c + (i - c) * t), 0] for c, i, _ in ends] for _, t, _ in rings])[:, :, [0, 2, 1]]
        points[..., 1] = np.array([y for y, _, _ in rings])[:, None]
        normals = np.array([[[n[0] * np.cos(a), -np.sin(a), n[1] * np.cos(a)] for _, _, n in ends] for _, _, a in rings])
        mesh = grid(points, normals, np.zeros((*points.shape[:2], 2)))
        walls.append(Mesh(mesh.points, mesh.normals, mesh.uv, mesh.faces[:, ::-1]))
    return walls


def _inset(contour: Array, step: float) -> Array:
    """The contour moved inwards (to the left of its direction) by `step`; corners are mitred up to twice the step."""
    sides = unit(np.roll(contour, -1, axis=0) - contour)
    left = np.stack([-sides[:, 1], sides[:, 0]], 1)
    middle = left + np.roll(left, 1, axis=0)
    moved: Array = contour + middle * (step * 2 / np.maximum((middle**2).sum(1), 1.0))[:, None]
    return moved


def rounded_rectangle(width: float, height: float, radius: float, steps: int = 8) -> Array:
    """Counter-clockwise outline of a rectangle standing on z = 0 about x = 0: float (n, 2)."""
    quarter = np.linspace(0, np.pi / 2, steps + 1)
    corners = []
    for k, (x, z) in enumerate(((1, 1), (-1, 1), (-1, 0), (1, 0))):
        angle = quarter + k * np.pi / 2
        centre = np.array([x * (width / 2 - radius), height - radius if z else radius])
        corners.append(centre + radius * np.stack([np.cos(angle), np.sin(angle)], 1))
    return np.concatenate(corners)


def pipe(path: Array, across: float, thick: float, side: tuple[float, float, float] = (0.0, 1.0, 0.0)) -> Mesh:
    """A tube of elliptic section along a path (n, 3) that lies in a plane with normal `side`; `across` along that normal."""
    tangent = unit(np.gradient(path, axis=0))
    sideways = np.array(side)
    outward = unit(np.cross(tangent, sideways))
    phi = np.linspace(2 * np.pi, 0, 25)
    c, s = np.cos(phi)[None, :, None], np.sin(phi)[None, :, None]
    points = path[:, None] + thick * c * outward[:, None] + across * s * sideways
    normals = c / thick * outward[:, None] + s / across * sideways
    return grid(points, normals, np.zeros((*points.shape[:2], 2)))


def loft(sections: Array) -> Mesh:
    """A skin over closed outlines (sections, points, 3), bottom to top, counter-clockwise from above, first point last."""
    around, up = np.gradient(sections, axis=1), np.gradient(sections, axis=0)
    around[:, [0, -1]] = (sections[:, 1] - sections[:, -2])[:, None] / 2
    uv = np.stack(np.broadcast_arrays(np.linspace(0, 1, sections.shape[1]) * 0.4, sections[:, :1, 2]), 2)
    return grid(sections, np.cross(around, up), uv)


def patch(surface: Patch, lift: float) -> Mesh:
    """A printed surface `lift` metres above its object, uv 0..1 as one reads it."""
    columns, rows = 97 if surface.radius else 49 if surface.over else 2, 33 if surface.over else 2
    s, t = np.linspace(0, 1, columns), np.linspace(0, 1, rows)
    points = np.array([[surface.point(a, b, lift) for a in s] for b in t])
    if surface.over:
        normals = np.cross(np.gradient(points, axis=1), np.gradient(points, axis=0))
    else:
        normals = np.array([[surface.point(a, b, lift + 1.0) for a in s] for b in t]) - points
    return grid(points, normals, np.stack(np.broadcast_arrays(s[None, :], t[:, None]), 2))


def plane(corner: Array, across: Array, up: Array) -> Mesh:
    """A rectangle; uv in metres from its corner."""
    width, height = np.linalg.norm(across), np.linalg.norm(up)
    ends = np.array([0.0, 1.0])
    points = corner + ends[None, :, None] * across + ends[:, None, None] * up
    normals = np.broadcast_to(np.cross(across, up), points.shape)
    return grid(points, normals, np.stack(np.broadcast_arrays(ends[None, :] * width, ends[:, None] * height), 2))
