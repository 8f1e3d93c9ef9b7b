"""The studio's shapes as parts, each a mesh with its look, in the object's own frame."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from engine.renderers.studio.scene import vessels
from engine.renderers.studio.scene.materials import METALS, Look
from engine.renderers.studio.scene.meshes import (
    Mesh,
    extrude,
    joined,
    lathe,
    loft,
    pipe,
    plane,
    rounded_box,
    rounded_rectangle,
    simplified,
    unit,
)
from engine.renderers.studio.scene.palette import nudged
from engine.renderers.studio.scene.parts import Asked, Part
from engine.staging.shapes import profile, section
from engine.types import Array
from engine.typography.fonts import Face, face

PAGES = Look("paper", (246, 240, 226))
DARK = Look("plastic", (26, 26, 28))


def parts(asked: Asked) -> list[Part]:
    return MODELS.get(asked.solid.shape, _box)(asked)


def _box(a: Asked) -> list[Part]:
    w, d, h = a.solid.size
    return [(rounded_box(w, d, h, 0.012 * min(w, h) if a.body.material != "cardboard" else 0.006 * w), a.body)]


def _cube(a: Asked) -> list[Part]:
    w, d, h = a.solid.size
    return [(rounded_box(w, d, h, 0.04 * w), a.body)]


def _turned(a: Asked) -> list[Part]:
    return [(lathe(profile(a.solid.shape, a.solid.size), 128), a.body)]


def _pyramid(a: Asked) -> list[Part]:
    w, d, h = a.solid.size
    corners = np.array([[-w, -d, 0], [w, -d, 0], [w, d, 0], [-w, d, 0]]) / 2
    tip = np.array([0, 0, h])
    sides = []
    for k in range(4):
        points = np.array([corners[k], corners[(k + 1) % 4], tip])
        normal = np.cross(points[1] - points[0], points[2] - points[0])
        normals = np.tile(normal / np.linalg.norm(normal), (3, 1))
        sides.append(Mesh(points, normals, points[:, [0, 2]], np.array([[0, 1, 2]])))
    return [(joined(sides), a.body)]


def _book(a: Asked) -> list[Part]:
    w, d, h = a.solid.size
    board, edge = min(0.0028, 0.2 * d), 0.016 * w
    cover = rounded_box(w, board, h, 0.3 * board)
    spine = rounded_box(board * 1.6, d, h, 0.7 * board)
    lines = loft(_page_edges(w - 1.6 * edge, d - 2.05 * board, h - 2 * edge))
    return [
        (cover.moved(0, -(d - board) / 2, 0), a.body),
        (cover.moved(0, (d - board) / 2, 0), a.body),
        (spine.moved(-w / 2 + 0.8 * board, 0, 0), a.body),
        (lines.moved(-0.2 * edge, 0, edge), PAGES),
        (_lid(w - 1.6 * edge, d - 2.05 * board).moved(-0.2 * edge, 0, h - edge), PAGES),
    ]


def _page_edges(w: float, d: float, h: float) -> Array:
    """The block of pages: finely grooved across its thickness, slightly hollow at the fore edge."""
    y = np.linspace(-d / 2, d / 2, 61)
    groove = 0.00012 * (np.arange(61) % 2)
    fore = np.stack([w / 2 - groove - 0.0012 * np.cos(np.pi * y / d), y], 1)
    outline = np.concatenate([[[-w / 2, -d / 2]], fore, [[-w / 2, d / 2], [-w / 2, -d / 2]]])
    return np.stack([np.concatenate([outline, np.full((len(outline), 1), z)], 1) for z in (0.0, h)])


def _lid(w: float, d: float) -> Mesh:
    return plane(np.array([-w / 2, -d / 2, 0.0]), np.array([w, 0.0, 0.0]), np.array([0.0, d, 0.0]))


def _slab(radius: float, bevel: float, look: Look | None = None) -> Callable[[Asked], list[Part]]:
    """A plate with round corners: `radius` in shares of its shorter side, `bevel` of its thickness."""

    def model(a: Asked) -> list[Part]:
        w, d, h = a.solid.size
        return [(extrude(rounded_rectangle(w, h, radius * min(w, h)), [], d, bevel * d), look or a.body)]

    return model


def _phone(a: Asked) -> list[Part]:
    w, d, h = a.solid.size
    body = extrude(rounded_rectangle(w, h, 0.13 * w, 12), [], d, 0.42 * d)
    key = rounded_box(0.012 * w, 0.3 * d, 0.1 * h, 0.004 * w).moved(w / 2, 0, 0.62 * h)
    return [(body, a.body), (key, a.body)]


def _sign(a: Asked) -> list[Part]:
    w, d, h = a.solid.size
    board = extrude(rounded_rectangle(w, h, 0.03 * h), [], 0.6 * d, 0.1 * d)
    rim = 0.045 * h
    hole = rounded_rectangle(w - 2 * rim, h - 2 * rim, 0.02 * h)[::-1] + np.array([0, rim])
    trim = extrude(rounded_rectangle(w, h, 0.03 * h), [hole], d, 0.16 * d)
    return [(board.moved(0, 0.2 * d, 0), a.body), (trim, Look("gold", (205, 165, 80)) if a.body.material != "wood" else a.body)]


def _frame(a: Asked) -> list[Part]:
    w, d, h = a.solid.size
    rim = 0.06 * min(w, h)
    hole = rounded_rectangle(w - 2 * rim, h - 2 * rim, 0.002)[::-1] + np.array([0, rim])
    back = rounded_box(w - rim, 0.3 * d, h - rim, 0.001).moved(0, 0.2 * d, 0.5 * rim)
    return [(extrude(rounded_rectangle(w, h, 0.004), [hole], d, 0.2 * d), a.body), (back, PAGES)]


def _laptop(a: Asked) -> list[Part]:
    w, d, h = a.solid.size
    base = extrude(rounded_rectangle(w, 0.92 * d, 0.03 * w), [], 0.06 * h, 0.02 * h)
    laid = Mesh(base.points[:, [0, 2, 1]] * [1, 1, -1], base.normals[:, [0, 2, 1]] * [1, 1, -1], base.uv, base.faces)
    keys = joined(
        [
            rounded_box(0.058 * w, 0.075 * d, 0.008 * h, 0.002 * h).moved((c - 6) * 0.068 * w, (0.3 - r * 0.095) * d, 0.056 * h)
            for r in range(5)
            for c in range(13)
        ]
    )
    tilt = np.arctan2(0.13 * d, 0.865 * h)
    screen = extrude(rounded_rectangle(w, 0.93 * h, 0.03 * w), [], 0.02 * h, 0.006 * h)
    c, s = np.cos(tilt), np.sin(tilt)
    turn = np.array([[1, 0, 0], [0, c, -s], [0, s, c]])
    lid = Mesh(screen.points @ turn, screen.normals @ turn, screen.uv, screen.faces).moved(
        0, 0.465 * d - 0.145 * d * 0.03, 0.05 * h
    )
    return [(laid.moved(0, -0.46 * d, 0.03 * h), a.body), (keys, DARK), (lid.moved(0, 0.013 * h, 0), a.body)]


def _carton(a: Asked) -> list[Part]:
    w, d, h = a.solid.size
    body = rounded_box(w, d, 0.76 * h, 0.012 * w)
    gable = np.array(
        [
            [-d / 2, 0.745 * h],
            [d / 2, 0.745 * h],
            [0.006 * w, 0.93 * h],
            [0.006 * w, h],
            [-0.006 * w, h],
            [-0.006 * w, 0.93 * h],
        ]
    )
    roof = extrude(gable, [], w * 0.985, 0.004 * w)
    turned = Mesh(roof.points[:, [1, 0, 2]] * [1, -1, 1], roof.normals[:, [1, 0, 2]] * [1, -1, 1], roof.uv, roof.faces)
    cap = lathe([(0, 0), (0.13 * w, 0), (0.13 * w, 0.1 * w), (0.12 * w, 0.11 * w), (0, 0.11 * w)], 48)
    lean = np.arctan2(0.185 * h, d / 2)
    c, s = np.cos(lean), np.sin(lean)
    tip = np.array([[1, 0, 0], [0, c, s], [0, -s, c]])
    return [
        (body, a.body),
        (turned, a.body),
        (
            vessels.ribbed(Mesh(cap.points @ tip, cap.normals @ tip, cap.uv, cap.faces), 24, 0.03).moved(
                0, -0.25 * d, 0.837 * h
            ),
            Look("plastic", nudged(a.body.colour, -0.3)),
        ),
    ]


def _swelling(a: Asked, heights: Array) -> Mesh:
    """A pouch or tube from its sections at these heights."""
    rows = []
    x, y = np.cos(np.linspace(0, 2 * np.pi, 97)), np.sin(np.linspace(0, 2 * np.pi, 97))
    for z in heights:
        wide, deep, (p, q) = section(a.solid.shape, a.solid.size, float(z))
        across, away = np.sign(x) * np.abs(x) ** (2 / p), np.sign(y) * np.abs(y) ** (2 * q)
        rows.append(np.stack([wide * across, deep * away, np.full(97, z)], 1))
    return loft(np.array(rows))


def _pouch(a: Asked) -> list[Part]:
    """A stand-up pouch: full below, flat at its seams."""
    return [(_swelling(a, np.linspace(0, a.solid.size[2], 40)), a.body)]


def _tube(a: Asked) -> list[Part]:
    """A squeeze tube on its cap: round below, pressed flat at the seam."""
    w, _, h = a.solid.size
    cap = lathe([(0, 0), (0.36 * w, 0), (0.37 * w, 0.004), (0.4 * w, 0.155 * h), (0.39 * w, 0.165 * h), (0, 0.165 * h)], 96)
    lid = Look("plastic", nudged(a.body.colour, -0.25))
    return [(_swelling(a, np.linspace(0.16 * h, h, 30)), a.body), (vessels.ribbed(cap, 48, 0.012), lid)]


def _bag(a: Asked) -> list[Part]:
    w, d, h = a.solid.size
    wall = 0.0012
    outer = rounded_rectangle(w, d, 0.01 * w)
    inner = rounded_rectangle(w - 2 * wall, d - 2 * wall, 0.008 * w)[::-1] + np.array([0, wall])
    sides = extrude(outer, [inner], h, 0.0004)
    upright = Mesh(sides.points[:, [0, 2, 1]] * [1, 1, -1], sides.normals[:, [0, 2, 1]] * [1, 1, -1], sides.uv, sides.faces)
    floor = rounded_box(w - wall, d - wall, 0.002, 0.0004)
    t = np.linspace(-1, 1, 50)
    made: list[Part] = [(upright.moved(0, -d / 2, h / 2), a.body), (floor, a.body)]
    for y in (-d / 2 - 0.001, d / 2 + 0.001):
        path = np.stack([0.2 * w * t, np.full_like(t, y), h * (0.93 + 0.24 * (1 - np.abs(t) ** 2.6))], 1)
        made.append((pipe(path, 0.006 * w, 0.006 * w), Look("fabric", nudged(a.body.colour, -0.2))))
    return made


def letter_face(text: str) -> Face:
    """The face of letters that stand in the scene themselves."""
    return face(text, style="grotesk", weight=800)


def _lettering(a: Asked) -> list[Part]:
    from engine.typography.outline import outlines

    w, d, h = a.solid.size
    text = a.text or a.solid.label
    contours = outlines(text, letter_face(text), 0.015)
    every = np.concatenate([outer for outer, _ in contours])
    low, high = every.min(axis=0), every.max(axis=0)
    scale = np.array([w, h]) / np.maximum(high - low, 1e-6)

    def placed(contour: Array) -> Array:
        return simplified((contour - low) * scale - [w / 2, 0], 0.011 * h)

    letters = joined([extrude(placed(outer), [placed(hole) for hole in holes], d, 0.035 * h) for outer, holes in contours])
    return [(_pillowed(letters, w, h) if a.body.material in METALS else letters, a.body)]


def _pillowed(letters: Mesh, w: float, h: float) -> Mesh:
    """The letters with faces that mirror a sweep of the room, as slightly domed and polished metal does."""
    face = np.abs(letters.normals[:, 1:2]) > 0.99
    dome = np.stack(
        [0.1 * np.sin(9 * letters.points[:, 0] / h), 0 * letters.points[:, 0], 0.45 * letters.points[:, 2] / h - 0.06], 1
    )
    return Mesh(letters.points, unit(letters.normals + dome * face), letters.uv, letters.faces)


MODELS: dict[str, Callable[[Asked], list[Part]]] = {
    "box": _box,
    "cube": _cube,
    "thing": _cube,
    "bottle": vessels.bottle,
    "jar": vessels.jar,
    "can": vessels.can,
    "mug": vessels.mug,
    "cup": vessels.cup,
    "book": _book,
    "card": _slab(0.04, 0.1),
    "sign": _sign,
    "billboard": _sign,
    "phone": _phone,
    "frame": _frame,
    "laptop": _laptop,
    "carton": _carton,
    "pouch": _pouch,
    "tube": _tube,
    "bag": _bag,
    "pyramid": _pyramid,
    "lettering": _lettering,
    "podium": _turned,
    "sphere": _turned,
    "cylinder": _turned,
    "cone": _turned,
    "torus": _turned,
}
