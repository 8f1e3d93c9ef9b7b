"""Procedural surfaces: sRGB-coded float pictures (h, w, 3) in 0..1 that tile, and their relief (h, w)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from engine.colour.names import RGB
from engine.types import Array


@dataclass(frozen=True)
class Surface:
    """`colour` float32 (h, w, 3) in 0..1 sRGB; `relief` float32 (h, w) in metres or None; `period` (width, height) metres."""

    colour: Array
    relief: Array | None
    period: tuple[float, float]


def noise(shape: tuple[int, int], stretch: tuple[float, float], roughness: float, seed: int) -> Array:
    """Tiling noise of mean 0 and deviation 1. `stretch`: pixels of a feature down and across; `roughness`: 1 fine, 3 smooth."""
    random = np.random.default_rng(seed)
    fy = np.fft.fftfreq(shape[0]).astype(np.float32)[:, None] * np.float32(stretch[0])
    fx = np.fft.rfftfreq(shape[1]).astype(np.float32)[None, :] * np.float32(stretch[1])
    spectrum = np.fft.rfft2(random.standard_normal(shape, np.float32)) / (0.15 + fy**2 + fx**2) ** (roughness / 2)
    field = np.fft.irfft2(spectrum, s=shape)
    field -= field.mean()
    result: Array = (field / max(float(field.std()), 1e-9)).astype(np.float32)
    return result


def _ramp(base: RGB, light: Array, hue: Array | float = 0.0) -> Array:
    """The colour made lighter and darker by `light` (about −1..1), slightly redder where darker as in nature."""
    tone = np.clip(light, -1.6, 1.6)[..., None]
    colour = np.array(base, np.float32) / 255
    warm = np.array([1.0, 1.25, 1.5], np.float32)
    shifted = colour * (1 + tone * np.where(tone < 0, 0.42 * warm, 0.26)) + np.asarray(hue)[..., None] * np.array(
        [0.02, 0, -0.02]
    )
    result: Array = np.clip(shifted, 0.02, 1.0).astype(np.float32)
    return result


def wood(base: RGB, planks: bool = True) -> Surface:
    """Boards with cathedral grain, fibres and pores; the grain runs across (u)."""
    shape = (1024, 2048)
    y = np.linspace(0, 1, shape[0], endpoint=False, dtype=np.float32)[:, None]
    count = 6 if planks else 1
    board = np.floor(y * count).astype(int)
    random = np.random.default_rng(11)
    tone = random.normal(0, 0.32, count)[board] if planks else np.zeros_like(y)
    field = noise(shape, (220, 1400), 3.2, 5) + 0.3 * noise(shape, (60, 900), 2.6, 6)
    for k in range(count):
        rows = board[:, 0] == k
        field[rows] = np.roll(field[rows], int(random.integers(shape[1])), axis=1)
    rings = 0.5 + 0.5 * np.sin(2 * np.pi * (field * 3.4 + y * count * 1.7))
    grain = rings**2.2 * 0.5 - 0.2
    fibre = noise(shape, (1.2, 90), 1.2, 7)
    pores = np.clip(noise(shape, (1.0, 34), 1.0, 8) - 1.55, 0, 1.2)
    light = tone - grain * 0.85 + 0.09 * fibre - 0.55 * pores
    if planks:
        edge = np.abs((y * count + 0.5) % 1 - 0.5) / count * shape[0]
        gap = np.exp(-((edge / 1.3) ** 2))
        light = light - 1.5 * gap
    return Surface(_ramp(base, light, 0.4 * noise(shape, (300, 900), 3, 9)), None, (1.3, 0.65))


def brick(base: RGB) -> Surface:
    """Running bond, eight courses of four bricks, with soft arrises and recessed mortar."""
    shape = (1248, 1800)
    courses, across = 12, 6
    y, x = np.meshgrid(np.arange(shape[0]) / shape[0] * courses, np.arange(shape[1]) / shape[1] * across, indexing="ij")
    wobble = noise(shape, (70, 70), 2.4, 3) * 0.011
    row = np.floor(y + wobble * 3) % courses
    x = (x + 0.5 * (row % 2)) % across
    column = np.floor(x)
    ey = 0.5 - np.abs((y + wobble * 3) % 1 - 0.5)
    ex = (0.5 - np.abs((x + wobble) % 1 - 0.5)) * 3.0
    edge = np.minimum(ex, ey) + 0.018 * noise(shape, (14, 14), 1.6, 4)
    face = np.clip((edge - 0.062) / 0.05, 0, 1)
    face = face * face * (3 - 2 * face)
    random = np.random.default_rng(21)
    tone = random.normal(0, 0.36, (courses, across))[row.astype(int), column.astype(int)]
    burn = random.normal(0, 1, (courses, across))[row.astype(int), column.astype(int)]
    grit = noise(shape, (2.5, 2.5), 1.0, 5)
    light = tone + 0.16 * noise(shape, (60, 90), 2.2, 6) + 0.1 * grit - 0.25 * np.clip(noise(shape, (9, 9), 1.4, 8) - 1.4, 0, 1)
    bricks = _ramp(base, light, burn)
    mortar = _ramp((188, 180, 168), 0.12 * noise(shape, (4, 4), 1.2, 7))
    colour = bricks * face[..., None] + mortar * (1 - face[..., None])
    relief = 0.006 * face + 0.0006 * face * grit * 0.5 + 0.0012 * noise(shape, (40, 40), 2.2, 9)
    return Surface(colour.astype(np.float32), relief.astype(np.float32), (1.35, 0.9))


def marble(base: RGB) -> Surface:
    shape = (1024, 1024)
    warp = noise(shape, (420, 420), 3.0, 2)
    veins = np.zeros(shape, np.float32)
    for k, (size, thin, strength) in enumerate(((300, 26.0, 0.8), (140, 20.0, 0.35), (60, 12.0, 0.16))):
        field = noise(shape, (size, size), 2.8, 30 + k) + 0.5 * warp
        veins += strength * np.exp(-np.abs(field) * thin) * np.clip(0.6 + 0.5 * noise(shape, (260, 260), 3, 40 + k), 0, 1.2)
    cloud = 0.1 * warp
    return Surface(_ramp(base, cloud - 0.95 * veins), None, (0.7, 0.7))


def concrete(base: RGB) -> Surface:
    shape = (1024, 1024)
    pits = np.clip(noise(shape, (7, 7), 2.0, 3) - 2.1, 0, 1)
    light = 0.16 * noise(shape, (300, 300), 2.6, 1) + 0.09 * noise(shape, (30, 30), 1.6, 2) + 0.05 * noise(shape, (2, 2), 1, 5)
    relief = 0.0002 * noise(shape, (12, 12), 1.6, 4) - 0.0015 * pits
    return Surface(_ramp(base, light - 0.9 * pits), relief.astype(np.float32), (0.8, 0.8))


def cardboard(base: RGB) -> Surface:
    shape = (768, 768)
    light = 0.08 * noise(shape, (3, 3), 1.2, 1) + 0.07 * noise(shape, (2, 26), 1.4, 2) + 0.05 * noise(shape, (200, 200), 2.5, 3)
    specks = np.clip(noise(shape, (2.5, 5), 1.4, 4) - 2.3, 0, 1)
    return Surface(_ramp(base, light - 0.7 * specks), None, (0.3, 0.3))


def fabric(base: RGB) -> Surface:
    """Plain weave, a thread every millimetre and a half."""
    shape, threads = (900, 900), 60
    y, x = np.meshgrid(np.arange(shape[0]) / shape[0] * threads, np.arange(shape[1]) / shape[1] * threads, indexing="ij")
    over = (np.floor(x) + np.floor(y)) % 2
    warp, weft = np.sin(np.pi * (x % 1)), np.sin(np.pi * (y % 1))
    height = np.where(over > 0, warp * (0.55 + 0.45 * weft), weft * (0.55 + 0.45 * warp))
    slub = 0.09 * noise(shape, (4, 240), 1.5, 1) + 0.09 * noise(shape, (240, 4), 1.5, 2)
    return Surface(_ramp(base, 0.55 * (height - 0.72) + slub), (0.0005 * height).astype(np.float32), (0.09, 0.09))


def leather(base: RGB) -> Surface:
    shape = (1024, 1024)
    folds = np.abs(noise(shape, (16, 16), 2.2, 1)) * np.abs(noise(shape, (22, 22), 2.4, 2))
    height = np.clip(folds**0.45, 0, 1.1)
    light = 0.35 * (height - 0.7) + 0.08 * noise(shape, (300, 300), 2.6, 3)
    return Surface(_ramp(base, light), (0.0006 * height).astype(np.float32), (0.16, 0.16))


_SURFACES: dict[str, Callable[[RGB], Surface]] = {
    "wood": wood, "brick": brick, "marble": marble, "concrete": concrete, "cardboard": cardboard, "fabric": fabric,
    "leather": leather,
}  # fmt: skip


def surface(material: str, base: RGB) -> Surface | None:
    """The procedural surface of a material in this colour; None for plain ones."""
    return made(material, base) if material in _SURFACES else None


@lru_cache(maxsize=8)
def made(material: str, base: RGB) -> Surface:
    return _SURFACES[material](base)
