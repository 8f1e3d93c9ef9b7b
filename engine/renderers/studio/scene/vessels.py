"""Vessels from the lathe: bottle, jar, can, mug, cup."""

from __future__ import annotations

import numpy as np

from engine.renderers.studio.scene.materials import Look
from engine.renderers.studio.scene.meshes import Mesh, extrude, lathe, pipe, rounded_rectangle
from engine.renderers.studio.scene.parts import STEEL, Asked, Part
from engine.staging.shapes import Profile, profile

LID = (240, 237, 230)


def _between(line: Profile, low: float, high: float) -> Profile:
    return [p for p in line if low <= p[1] <= high]


def bottle(a: Asked) -> list[Part]:
    w, _, h = a.solid.size
    outline = profile("bottle", a.solid.size)
    cap = [(0, 0.895 * h), (0.205 * w, 0.895 * h), (0.215 * w, 0.9 * h), (0.215 * w, 0.992 * h), (0.205 * w, h), (0, h)]
    ring = [(0.195 * w, 0.868 * h), (0.212 * w, 0.872 * h), (0.212 * w, 0.884 * h), (0.195 * w, 0.888 * h)]
    lid = a.filling.colour if a.filling and a.filling.material == "plastic" else (238, 236, 230)
    made = [(ribbed(lathe(cap, 144), 36, 0.018), Look("plastic", lid)), (lathe(ring), Look("plastic", lid))]
    made.append((lathe(outline), a.body))
    if a.filling is not None:
        made.append((lathe(_filled(outline, 0.69 * h, 0.03 * w)), a.filling))
    return made


def _filled(outline: Profile, level: float, wall: float) -> Profile:
    """The inside of a vessel up to a level, a wall's thickness in from its outline."""
    inside = [(max(r - wall, 0.0), max(z, wall)) for r, z in _between(outline, -1.0, level)]
    top = inside[-1][0]
    return [(0, wall), *inside[1:], (top, level), (0, level)]


def ribbed(mesh: Mesh, ribs: int, depth: float) -> Mesh:
    phi = np.arctan2(mesh.points[:, 0], -mesh.points[:, 1])
    wave = 1 + depth * (np.cos(ribs * phi) - 1) / 2 * (np.abs(mesh.normals[:, 2]) < 0.5)
    return Mesh(mesh.points * np.stack([wave, wave, np.ones_like(wave)], 1), mesh.normals, mesh.uv, mesh.faces)


def jar(a: Asked) -> list[Part]:
    w, _, h = a.solid.size
    outline = profile("jar", a.solid.size)
    lid = [
        (0, 0.83 * h),
        (0.43 * w, 0.83 * h),
        (0.44 * w, 0.835 * h),
        (0.44 * w, 0.985 * h),
        (0.43 * w, h),
        (0.4 * w, h),
        (0.39 * w, 0.993 * h),
        (0, 0.993 * h),
    ]
    made: list[Part] = [(ribbed(lathe(lid, 192), 64, 0.008), Look("gold", (222, 178, 70))), (lathe(outline), a.body)]
    if a.filling is not None:
        made.append((lathe(_filled(outline, 0.765 * h, 0.03 * w)), a.filling))
    return made


def can(a: Asked) -> list[Part]:
    w, _, h = a.solid.size
    line = profile("can", a.solid.size)
    neck = max(k for k, p in enumerate(line) if p[1] <= 0.976 * h and p[0] > 0.81 * w / 2)
    foot = next(k for k, p in enumerate(line) if p[1] >= 0.02 * h and k > 3)
    tab = extrude(
        rounded_rectangle(0.2 * w, 0.32 * w, 0.09 * w),
        [rounded_rectangle(0.1 * w, 0.1 * w, 0.045 * w)[::-1] + np.array([0, 0.05 * w])],
        0.02 * w,
        0.004 * w,
    )
    flat = Mesh(tab.points[:, [0, 2, 1]] * [1, 1, -1], tab.normals[:, [0, 2, 1]] * [1, 1, -1], tab.uv, tab.faces)
    return [
        (lathe(line[: foot + 1]), STEEL),
        (lathe(line[foot : neck + 1], 128), a.body),
        (lathe(line[neck:]), STEEL),
        (flat.moved(0, -0.1 * w, 0.972 * h), STEEL),
    ]


def mug(a: Asked) -> list[Part]:
    w, _, h = a.solid.size
    t = np.linspace(-0.5, 0.5, 40)
    reach = 0.33 * w * np.cos(np.pi * t) ** 0.62
    path = np.stack([w / 2 - 0.02 * w + reach, np.zeros_like(t), h * (0.51 + 0.52 * np.sin(np.pi * t) * 0.62)], 1)
    made = [(lathe(profile("mug", a.solid.size), 128), a.body), (pipe(path, 0.07 * w, 0.042 * w), a.body)]
    return made + _poured(a, (0.455 * w, 0.07 * h), (0.455 * w, h))


def cup(a: Asked) -> list[Part]:
    w, _, h = a.solid.size
    made: list[Part] = [(lathe(profile("cup", a.solid.size), 128), a.body)]
    made += _poured(a, (0.35 * w, 0.04 * h), (0.475 * w, h))
    if a.solid.pencils:
        made += _pencils(a)
    elif a.body.material == "paper" or any(word in a.solid.label for word in ("paper", "coffee", "takeaway", "to-go")):
        lid = [
            (0.51, 0.955),
            (0.52, 0.96),
            (0.52, 0.995),
            (0.5, 1.01),
            (0.46, 1.015),
            (0.44, 1.06),
            (0.42, 1.07),
            (0.4, 1.045),
            (0, 1.04),
        ]
        made.append((lathe([(r * w, z * h) for r, z in lid], 128), Look("plastic", LID)))
    return made


def _poured(a: Asked, foot: tuple[float, float], rim: tuple[float, float]) -> list[Part]:
    """What an open glass vessel holds, within its inner wall from foot to rim (radius, height), up to four fifths."""
    if a.filling is None:
        return []
    gap, full = 0.01 * a.solid.size[0], 0.8
    top = foot[0] + full * (rim[0] - foot[0]) - gap, foot[1] + full * (rim[1] - foot[1])
    return [(lathe([(0, foot[1] + gap), (foot[0] - gap, foot[1] + gap), top, (0, top[1])], 128), a.filling)]


def _pencils(a: Asked) -> list[Part]:
    w, _, h = a.solid.size
    made: list[Part] = []
    for turn, lean, tall, coloured in (
        (0.2, 0.34, 1.5, (226, 172, 52)),
        (1.2, 0.28, 1.35, (196, 74, 52)),
        (2.3, 0.36, 1.42, (52, 92, 132)),
        (3.3, 0.3, 1.55, (226, 172, 52)),
        (4.4, 0.36, 1.38, (40, 42, 46)),
        (5.4, 0.32, 1.5, (206, 112, 88)),
    ):
        r, z = 0.052 * w, tall * h
        stem = [(0, 0), (r, 0), (r, z - 3.2 * r)]
        for line, look in (
            (stem, Look("lacquer", coloured)),
            ([(r, z - 3.2 * r), (0.3 * r, z - 0.7 * r)], Look("matte", (222, 180, 130))),
            ([(0.3 * r, z - 0.7 * r), (0, z)], Look("matte", coloured)),
        ):
            mesh = lathe(line, 12)
            shear = np.array([lean * np.cos(turn), lean * np.sin(turn)])
            points = mesh.points.copy()
            points[:, :2] += (points[:, 2:] - 0.35 * h) * shear
            made.append((Mesh(points, mesh.normals, mesh.uv, mesh.faces).moved(0, 0, 0.06 * h), look))
    return made
