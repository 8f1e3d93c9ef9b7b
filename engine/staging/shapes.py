"""What the studio's shapes measure, how they are turned on the lathe, and where they carry print."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi, radians, sin

from engine.staging.geometry import Vec

Size = tuple[float, float, float]
Profile = list[tuple[float, float]]

SIZES: dict[str, Size] = {
    "box": (0.2, 0.1, 0.2), "cube": (0.12, 0.12, 0.12), "bottle": (0.074, 0.074, 0.235), "jar": (0.088, 0.088, 0.112),
    "can": (0.066, 0.066, 0.122), "mug": (0.084, 0.084, 0.094), "cup": (0.086, 0.086, 0.112), "book": (0.15, 0.03, 0.22),
    "card": (0.09, 0.0012, 0.055), "sign": (0.9, 0.035, 0.28), "phone": (0.074, 0.008, 0.154), "podium": (0.26, 0.26, 0.1),
    "sphere": (0.12, 0.12, 0.12), "cylinder": (0.1, 0.1, 0.13), "cone": (0.12, 0.12, 0.16), "pyramid": (0.14, 0.14, 0.13),
    "torus": (0.16, 0.16, 0.046), "lettering": (0.5, 0.05, 0.15), "carton": (0.09, 0.09, 0.24), "pouch": (0.15, 0.07, 0.22),
    "tube": (0.055, 0.042, 0.165), "laptop": (0.32, 0.26, 0.21), "bag": (0.24, 0.11, 0.3), "billboard": (1.6, 0.08, 0.8),
    "frame": (0.4, 0.025, 0.54), "thing": (0.16, 0.1, 0.12),
}  # fmt: skip
"""Width, depth and height in metres of each shape at scale 1."""

PROPORTIONS: dict[str, Size] = {
    "cereal box": (0.19, 0.065, 0.28), "cereal packet": (0.19, 0.065, 0.28), "pizza box": (0.32, 0.32, 0.045),
    "shoe box": (0.32, 0.19, 0.12), "shoebox": (0.32, 0.19, 0.12), "matchbox": (0.055, 0.036, 0.015),
    "tea box": (0.15, 0.075, 0.11), "perfume box": (0.08, 0.05, 0.12), "medicine box": (0.12, 0.03, 0.07),
    "pill box": (0.12, 0.03, 0.07), "gift box": (0.18, 0.18, 0.15), "chocolate box": (0.24, 0.04, 0.16),
    "crate": (0.4, 0.28, 0.24), "wooden crate": (0.4, 0.28, 0.24), "tea tin": (0.085, 0.085, 0.13),
    "coffee tin": (0.1, 0.1, 0.14), "soup tin": (0.075, 0.075, 0.11), "soup can": (0.075, 0.075, 0.11),
    "paint can": (0.16, 0.16, 0.17), "paint tin": (0.16, 0.16, 0.17), "tuna can": (0.085, 0.085, 0.035),
    "barrel": (0.3, 0.3, 0.42), "spray can": (0.055, 0.055, 0.17), "postcard": (0.148, 0.0012, 0.105),
    "greeting card": (0.12, 0.0012, 0.17), "playing card": (0.063, 0.0012, 0.088), "tablet": (0.17, 0.008, 0.24),
    "ipad": (0.17, 0.008, 0.24), "notebook": (0.14, 0.016, 0.2), "magazine": (0.21, 0.006, 0.28),
    "street sign": (0.7, 0.02, 0.17), "plaque": (0.4, 0.02, 0.24), "wine bottle": (0.076, 0.076, 0.31),
    "coffee cup": (0.084, 0.084, 0.08), "espresso cup": (0.066, 0.066, 0.06), "bucket": (0.26, 0.26, 0.24),
    "pencil cup": (0.08, 0.08, 0.1), "column": (0.14, 0.14, 0.42), "pillar": (0.14, 0.14, 0.42), "ring": (0.1, 0.1, 0.022),
    "tea cup": (0.09, 0.09, 0.07),
}  # fmt: skip
"""Better measures where the noun says more than the shape."""

ROUND = frozenset({"bottle", "jar", "can", "mug", "cup", "podium", "sphere", "cylinder", "cone", "torus"})
UPRIGHT_SHEETS = frozenset({"card", "phone", "book", "frame", "sign", "billboard", "laptop"})
"""Shapes whose printed face is what one wants to see: they are turned towards the viewer."""
HANGING = frozenset({"sign", "frame", "billboard"})


def size_of(shape: str, label: str, scale: float) -> Size:
    w, d, h = PROPORTIONS.get(label, SIZES.get(shape, SIZES["thing"]))
    return w * scale, d * scale, h * scale


@dataclass(frozen=True, slots=True)
class Patch:
    """A printable surface in its object's frame; (s, t) in 0..1 run to the right and up as one reads it.

    Flat: `corner` is its lower left, `across` and `up` its sides. Wrapped (`radius` set): about the object's axis, centred on
    its front and `angle` degrees wide, from height z0 to z1; `top_radius` where it tapers. `over`: it lies on the swelling
    front of a pouch or tube.
    """

    corner: Vec = (0.0, 0.0, 0.0)
    across: Vec = (1.0, 0.0, 0.0)
    up: Vec = (0.0, 0.0, 1.0)
    radius: float = 0.0
    top_radius: float = 0.0
    angle: float = 0.0
    heights: tuple[float, float] = (0.0, 1.0)
    turn: float = 0.0
    over: tuple[str, Size] | None = None

    def point(self, s: float, t: float, lift: float = 0.0) -> Vec:
        """The point at (s, t), `lift` metres above the surface."""
        if self.radius:
            r = self.radius + (self.top_radius - self.radius) * t + lift
            phi = radians((s - 0.5) * self.angle + self.turn)
            return r * sin(phi), -r * cos(phi), self.heights[0] + (self.heights[1] - self.heights[0]) * t
        a, u = self.across, self.up
        n = _unit((a[1] * u[2] - a[2] * u[1], a[2] * u[0] - a[0] * u[2], a[0] * u[1] - a[1] * u[0]))
        x, y, z = (self.corner[i] + a[i] * s + u[i] * t + n[i] * lift for i in range(3))
        if self.over:
            wide, deep, power = section(*self.over, z)
            y = -lift - deep * max(0.0, 1 - (abs(x) / wide) ** power[0]) ** power[1]
        return x, y, z

    @property
    def measures(self) -> tuple[float, float]:
        """Width along the surface and height, in metres."""
        if self.radius:
            return radians(self.angle) * (self.radius + self.top_radius) / 2, self.heights[1] - self.heights[0]
        return _length(self.across), _length(self.up)

    def part(self, s0: float, t0: float, s1: float, t1: float) -> Patch:
        """The patch from (s0, t0) to (s1, t1) of this one."""
        if self.radius:
            z0, z1 = self.heights
            r0, r1 = self.radius, self.top_radius
            return Patch(
                radius=r0 + (r1 - r0) * t0, top_radius=r0 + (r1 - r0) * t1, angle=self.angle * (s1 - s0),
                heights=(z0 + (z1 - z0) * t0, z0 + (z1 - z0) * t1), turn=self.turn + self.angle * ((s0 + s1) / 2 - 0.5),
            )  # fmt: skip
        a, u = self.across, self.up
        x, y, z = (self.corner[i] + a[i] * s0 + u[i] * t0 for i in range(3))
        return Patch(
            (x, y, z),
            (a[0] * (s1 - s0), a[1] * (s1 - s0), a[2] * (s1 - s0)),
            (u[0] * (t1 - t0), u[1] * (t1 - t0), u[2] * (t1 - t0)),
            over=self.over,
        )


def section(shape: str, size: Size, z: float) -> tuple[float, float, tuple[float, float]]:
    """Half the width and half the depth of a pouch or tube at height z, and the powers p, q of its outline.

    The outline is depth (1 − (|x| / width)^p)^q.
    """
    w, d, h = size
    if shape == "pouch":
        t = z / h
        full = sin(pi * min(1.0, 0.32 + 0.72 * t)) ** 0.8 if t < 0.93 else 0.02
        deep = max(0.012 * d, 0.5 * d * full * (1 - max(0.0, t - 0.9) * 9.5))
        return 0.5 * w * (1 - 0.03 * sin(pi * t)), deep, (2 / 0.7, 0.55)
    flat = max(0.0, (z / h - 0.16) / 0.84 - 0.08) / 0.92
    flat = flat**1.3
    return 0.43 * w + 0.07 * w * flat, 0.5 * d * (1 - 0.96 * flat), (2.0, 0.5)


def _length(v: Vec) -> float:
    return float((v[0] ** 2 + v[1] ** 2 + v[2] ** 2) ** 0.5)


def _unit(v: Vec) -> Vec:
    length = _length(v) or 1.0
    return v[0] / length, v[1] / length, v[2] / length


def face(shape: str, size: Size, side: int = 0) -> Patch | None:
    """The surface of the shape that is printed on; None where there is none. `side`: 0 front, 1 right, 2 back, 3 left."""
    w, d, h = size
    if shape == "can":
        return _wrap(w / 2, 360, 0.075 * h, 0.895 * h)
    if shape == "mug":
        return _wrap(w / 2, 220, 0.08 * h, 0.93 * h)
    if shape == "cup":
        return Patch(
            radius=w * (0.375 + 0.125 * 0.08), top_radius=w * (0.375 + 0.125 * 0.9), angle=220, heights=(0.08 * h, 0.9 * h)
        )
    if shape == "bottle":
        return _wrap(w / 2, 250, 0.08 * h, 0.56 * h)
    if shape == "jar":
        return _wrap(w / 2, 250, 0.12 * h, 0.7 * h)
    if shape in {"cylinder", "podium"}:
        return _wrap(w / 2, 220, 0.08 * h, 0.92 * h)
    if shape in {"sphere", "cone", "pyramid", "torus"}:
        return None
    if shape == "tube":
        return _flat(w * 0.74, 0.2 * h, 0.84 * h, (shape, size))
    if shape == "pouch":
        return _flat(w * 0.86, 0.16 * h, 0.86 * h, (shape, size))
    if shape == "laptop":
        return Patch((-w * 0.47, d * 0.465, 0.085 * h), (w * 0.94, 0, 0), (0, d * 0.13, h * 0.865))
    if shape == "carton":
        return _sided(w, d, 0.06 * h, 0.7 * h, 0.88, side)
    if shape == "bag":
        return _sided(w, d, 0.06 * h, 0.92 * h, 0.9, side)
    margin = {"phone": 0.035, "frame": 0.06, "book": 0.02, "card": 0.0, "sign": 0.046, "billboard": 0.046}.get(shape, 0.02)
    rim = margin * min(w, h)
    sunk = {"sign": 0.2, "billboard": 0.2, "frame": -0.1}.get(shape, 1.0)
    return _sided(w, d * sunk, rim, h - rim, 1 - 2 * rim / w, side)


def _wrap(radius: float, angle: float, z0: float, z1: float) -> Patch:
    return Patch(radius=radius, top_radius=radius, angle=angle, heights=(z0, z1))


def _flat(width: float, z0: float, z1: float, over: tuple[str, Size]) -> Patch:
    return Patch((-width / 2, 0.0, z0), (width, 0, 0), (0, 0, z1 - z0), over=over)


def _sided(w: float, d: float, z0: float, z1: float, share: float, side: int) -> Patch:
    half_w, half_d = w / 2, d / 2
    across, start = {
        0: ((w * share, 0.0), (-half_w * share, -half_d)), 1: ((0.0, d * share), (half_w, -half_d * share)),
        2: ((-w * share, 0.0), (half_w * share, half_d)), 3: ((0.0, -d * share), (-half_w, half_d * share)),
    }[side % 4]  # fmt: skip
    return Patch((*start, z0), (*across, 0.0), (0, 0, z1 - z0))


def label_part(shape: str) -> tuple[float, float, float, float]:
    """Where on the shape's printable face a paper label is stuck: (s0, t0, s1, t1)."""
    if shape in {"bottle", "jar"}:
        return 0.1, 0.06, 0.9, 0.94
    if shape == "can":
        return 0.0, 0.03, 1.0, 0.97
    if shape in ROUND:
        return 0.2, 0.2, 0.8, 0.8
    return 0.14, 0.2, 0.86, 0.8


def profile(shape: str, size: Size) -> Profile:
    """The outer outline (radius, height) of a round shape from the middle of its base to the middle of its top, rounded off."""
    w, _, h = size
    r = w / 2
    if shape == "bottle":
        shoulder = [(_ease(r, 0.19 * w, k / 14), h * (0.6 + 0.2 * k / 14)) for k in range(15)]
        return [
            *_rounded([(0, 0), (r, 0), (r, 0.58 * h)], 0.11 * r),
            *shoulder,
            (0.19 * w, 0.86 * h),
            (0.19 * w, 0.955 * h),
            (0, 0.955 * h),
        ]
    if shape == "jar":
        shoulder = [(_ease(r, 0.4 * w, k / 10), h * (0.73 + 0.08 * k / 10)) for k in range(11)]
        return [*_rounded([(0, 0), (r, 0), (r, 0.73 * h)], 0.16 * r), *shoulder, (0.4 * w, 0.93 * h), (0, 0.93 * h)]
    if shape == "can":
        foot = [(0, 0.02 * h), (0.66 * r, 0.02 * h), (0.74 * r, 0), (0.8 * r, 0.008 * h)]
        belly = [(_ease(0.8 * r, r, k / 8), h * (0.008 + 0.06 * k / 8)) for k in range(9)]
        neck = [(_ease(r, 0.82 * r, k / 8), h * (0.9 + 0.075 * k / 8)) for k in range(9)]
        return [
            *foot,
            *belly,
            *neck,
            (0.84 * r, 0.985 * h),
            (0.84 * r, 0.996 * h),
            (0.82 * r, h),
            (0.79 * r, 0.996 * h),
            (0.78 * r, 0.965 * h),
            (0, 0.965 * h),
        ]
    if shape == "cup":
        return _rounded([(0, 0), (0.75 * r, 0), (r, h), (0.95 * r, h), (0.7 * r, 0.04 * h), (0, 0.04 * h)], 0.025 * r)
    if shape == "mug":
        return _rounded([(0, 0), (r, 0), (r, h), (0.91 * r, h), (0.91 * r, 0.07 * h), (0, 0.07 * h)], 0.045 * r)
    if shape == "cone":
        return _rounded([(0, 0), (r, 0), (0, h)], 0.05 * r)
    if shape == "sphere":
        return [(r * sin(pi * k / 48), h / 2 - h / 2 * cos(pi * k / 48)) for k in range(49)]
    if shape == "torus":
        tube = h / 2
        return [(r - tube + tube * cos(2 * pi * k / 40), tube + tube * sin(2 * pi * k / 40)) for k in range(41)]
    return _rounded([(0, 0), (r, 0), (r, h), (0, h)], min(0.05 * r, 0.1 * h))


def _ease(a: float, b: float, t: float) -> float:
    return a + (b - a) * t * t * (3 - 2 * t)


def _rounded(corners: Profile, radius: float, steps: int = 6) -> Profile:
    """The polyline with its inner corners replaced by arcs (quadratic Bézier) that begin `radius` before the corner."""
    result = [corners[0]]
    for before, corner, after in zip(corners, corners[1:], corners[2:], strict=False):
        into, out = _towards(corner, before, radius), _towards(corner, after, radius)
        for k in range(steps + 1):
            t = k / steps
            a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t * t
            result.append((a * into[0] + b * corner[0] + c * out[0], a * into[1] + b * corner[1] + c * out[1]))
    return [*result, corners[-1]]


def _towards(start: tuple[float, float], end: tuple[float, float], step: float) -> tuple[float, float]:
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = (dx * dx + dy * dy) ** 0.5 or 1.0
    share = min(step / length, 0.5)
    return start[0] + dx * share, start[1] + dy * share


def outline(shape: str, size: Size, *, fine: bool) -> list[Vec]:
    """Points of the surface in the object's frame whose hull is the shape: enough to know what it covers in a picture."""
    w, d, h = size
    if shape not in ROUND:
        if shape == "pyramid":
            return [*((x * w / 2, y * d / 2, 0.0) for x in (-1, 1) for y in (-1, 1)), (0.0, 0.0, h)]
        return [(x * w / 2, y * d / 2, z * h) for x in (-1, 1) for y in (-1, 1) for z in (0, 1)]
    turns = 32 if fine else 8
    rings = profile(shape, size)
    if not fine:
        rings = [rings[0], *(max(rings, key=lambda p: p[0] * a + p[1] * b) for a, b in ((1, -1), (1, 0), (1, 1), (0, 1)))]
    elif len(rings) > 16:
        rings = [*rings[:: len(rings) // 16 + 1], max(rings), max(rings, key=lambda p: p[1])]
    points = [(r * cos(2 * pi * k / turns), r * sin(2 * pi * k / turns), z) for r, z in rings for k in range(turns)]
    if shape == "bottle":
        points += [(0.215 * w * x, 0.215 * w * y, h) for x, y in ((1, 0), (-1, 0), (0, 1), (0, -1))]
    if shape == "jar":
        points += [(0.44 * w * cos(pi * k / 8), 0.44 * w * sin(pi * k / 8), h) for k in range(16)]
    if shape == "mug":
        points += [(w / 2 + 0.36 * w, y * 0.05 * w, z * h) for y in (-1, 1) for z in (0.3, 0.72)]
    return points
