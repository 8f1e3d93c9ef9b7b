"""Polygons with holes into triangles by ear clipping."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from engine.types import Array


def triangulate(outer: Array, holes: Sequence[Array]) -> tuple[Array, Array]:
    """Vertices (n, 2) and counter-clockwise triangles (m, 3) of a contour (counter-clockwise) less its holes (clockwise)."""
    points = np.concatenate([outer, *holes])
    ring = list(range(len(outer)))
    start = len(outer)
    inner = []
    for hole in holes:
        inner.append(list(range(start, start + len(hole))))
        start += len(hole)
    for hole_ring in sorted(inner, key=lambda h: -max(points[h, 0])):
        ring = _bridged(points, ring, hole_ring)
    return points, np.array(_ears(points, ring))


def _bridged(points: Array, ring: list[int], hole: list[int]) -> list[int]:
    """The ring with the hole joined to it by a cut from the hole's rightmost point to a point of the ring it can see."""
    at = int(np.argmax(points[hole, 0]))
    eye = points[hole[at]]
    distance = ((points[ring] - eye) ** 2).sum(1)
    starts, ends = points[ring], points[[*ring[1:], ring[0]]]
    for k in np.argsort(distance, kind="stable"):
        target = points[ring[k]]
        if target[0] >= eye[0] and not _crosses(eye, target, starts, ends):
            break
    else:
        k = int(np.argmin(distance))
    return [*ring[: k + 1], *hole[at:], *hole[: at + 1], *ring[k:]]


def _crosses(a: Array, b: Array, starts: Array, ends: Array) -> bool:
    """Whether the open segment a–b properly crosses any of the sides."""

    def turn(p: Array, q: Array, r: Array) -> Array:
        result: Array = (q[..., 0] - p[..., 0]) * (r[..., 1] - p[..., 1]) - (q[..., 1] - p[..., 1]) * (r[..., 0] - p[..., 0])
        return result

    one, two = turn(a, b, starts), turn(a, b, ends)
    three, four = turn(starts, ends, a), turn(starts, ends, b)
    return bool(((one * two < 0) & (three * four < 0)).any())


def _ears(points: Array, ring: list[int]) -> list[tuple[int, int, int]]:
    triangles = []
    ring = list(ring)
    stuck = 0
    k = 0
    while len(ring) > 3 and stuck < len(ring):
        a, b, c = ring[k - 1], ring[k], ring[(k + 1) % len(ring)]
        if _is_ear(points, ring, a, b, c):
            triangles.append((a, b, c))
            ring.pop(k)
            stuck = 0
            k = k % len(ring)
        else:
            stuck += 1
            k = (k + 1) % len(ring)
    if len(ring) == 3:
        triangles.append((ring[0], ring[1], ring[2]))
    return triangles


def _is_ear(points: Array, ring: list[int], a: int, b: int, c: int) -> bool:
    pa, pb, pc = points[a], points[b], points[c]
    area = (pb[0] - pa[0]) * (pc[1] - pa[1]) - (pb[1] - pa[1]) * (pc[0] - pa[0])
    if area <= 0:
        return bool(area > -1e-14 and np.allclose(area, 0, atol=1e-14))
    others = points[[i for i in ring if i not in (a, b, c)]]
    same = (others == pa).all(1) | (others == pb).all(1) | (others == pc).all(1)
    inside = np.ones(len(others), bool)
    for p, q in ((pa, pb), (pb, pc), (pc, pa)):
        inside &= (q[0] - p[0]) * (others[:, 1] - p[1]) - (q[1] - p[1]) * (others[:, 0] - p[0]) >= 0
    return not bool((inside & ~same).any())
