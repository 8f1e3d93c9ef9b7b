"""Light: soft boxes, suns and skies painted into one environment, turned with the camera as a photographer would."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.types import Array, Light

ROWS = 256
Tint = tuple[float, float, float]
NEUTRAL: Tint = (1.0, 1.0, 1.0)


@dataclass(frozen=True)
class Softbox:
    """A lamp seen `azimuth`° to the right of the camera's direction from the subject and `elevation`° up.

    `width` and `height` in degrees, `power` relative irradiance face on, `edge` the softness of its rim in degrees.
    """

    azimuth: float
    elevation: float
    width: float
    height: float
    power: float
    tint: Tint = NEUTRAL
    edge: float = 4.0


@dataclass(frozen=True)
class Rig:
    """`sky` and `horizon` light everything; `exposure` scales what the meter asks for (a night stays dark)."""

    boxes: tuple[Softbox, ...]
    sky: float
    horizon: float
    tint: Tint = NEUTRAL
    exposure: float = 1.0


WARM, SUN, COOL, MOON = (1.0, 0.93, 0.85), (1.0, 0.72, 0.42), (0.82, 0.9, 1.0), (0.62, 0.76, 1.0)
RIGS: dict[Light, Rig] = {
    "studio": Rig(
        (
            Softbox(-44, 40, 38, 42, 1.0, edge=6),
            Softbox(66, 22, 22, 64, 0.13),
            Softbox(16, 20, 40, 22, 0.1, edge=20),
            Softbox(150, 52, 44, 18, 0.4),
            Softbox(0, 82, 120, 18, 0.34),
        ),
        0.18,
        0.11,
    ),
    "soft": Rig(
        (
            Softbox(-40, 44, 70, 60, 1.0, edge=14),
            Softbox(64, 28, 40, 60, 0.12, edge=14),
            Softbox(150, 56, 50, 20, 0.25),
            Softbox(0, 82, 120, 18, 0.36),
        ),
        0.24,
        0.15,
    ),
    "hard": Rig((Softbox(-44, 44, 5, 5, 1.0, edge=1), Softbox(150, 50, 10, 10, 0.3, edge=2)), 0.1, 0.06),
    "side": Rig(
        (Softbox(-80, 26, 34, 50, 1.0), Softbox(-30, 34, 36, 44, 0.2, edge=10), Softbox(140, 50, 30, 16, 0.3)), 0.12, 0.07
    ),
    "back": Rig(
        (Softbox(165, 50, 50, 22, 1.3), Softbox(-140, 50, 30, 24, 0.7), Softbox(-40, 30, 60, 60, 0.32, edge=14)), 0.16, 0.1
    ),
    "golden hour": Rig(
        (Softbox(-58, 17, 9, 9, 1.0, SUN, edge=3), Softbox(-50, 24, 60, 40, 0.3, (1.0, 0.8, 0.56), edge=20)),
        0.2,
        0.12,
        (0.86, 0.88, 1.0),
    ),
    "night": Rig(
        (Softbox(-58, 42, 14, 14, 0.8, MOON, edge=5), Softbox(112, 20, 18, 44, 0.7, (1.0, 0.7, 0.4), edge=8)),
        0.028,
        0.014,
        MOON,
        0.3,
    ),
    "neon": Rig(
        (
            Softbox(-70, 16, 26, 60, 0.8, (1.0, 0.22, 0.72), edge=6),
            Softbox(70, 16, 26, 60, 0.75, (0.16, 0.66, 1.0), edge=6),
            Softbox(0, 40, 50, 30, 0.4, edge=12),
        ),
        0.06,
        0.04,
        (0.6, 0.5, 1.0),
        0.72,
    ),
    "daylight": Rig(
        (Softbox(-46, 50, 4, 4, 1.0, (1.0, 0.97, 0.92), edge=1.2), Softbox(40, 50, 110, 70, 0.2, COOL, edge=30)),
        0.26,
        0.16,
        COOL,
    ),
}


def environment(light: Light, mirrored: bool) -> Array:
    """The environment around the subject: float32 (ROWS, 2 ROWS, 3), zenith first, its middle column towards the camera.

    Seen from within, so columns run to the viewer's left.

    `mirrored` puts the key light on the other side.
    """
    rig = RIGS[light]
    elevation = np.radians(90 - (np.arange(ROWS) + 0.5) * 180 / ROWS)[:, None]
    azimuth = np.radians(((np.arange(2 * ROWS) + 0.5) / (2 * ROWS) - 0.5) * 360)[None, :]
    up = np.sin(elevation)
    glow = np.where(up > 0, rig.horizon + (rig.sky - rig.horizon) * np.clip(up, 0, 1) ** 0.6, 0.6 * rig.horizon)
    picture: Array = (glow[..., None] * np.array(rig.tint) * np.ones((ROWS, 2 * ROWS, 1))).astype(np.float32)
    for box in rig.boxes:
        side = box.azimuth if mirrored else -box.azimuth
        across = _degrees(azimuth - np.radians(side)) * np.cos(elevation)
        away = np.degrees(elevation) - box.elevation
        shape = _ramp(box.width / 2 - np.abs(across), box.edge) * _ramp(box.height / 2 - np.abs(away), box.edge)
        solid = float((shape * np.cos(elevation)).sum() * (np.pi / ROWS) ** 2)
        picture += (shape * (np.pi * box.power / max(solid, 1e-9)))[..., None] * np.array(box.tint, np.float32)
    return picture.astype(np.float32)


def emitter(light: Light, azimuth: float, mirrored: bool) -> dict[str, Any]:
    """The Mitsuba emitter; `azimuth` is the camera's."""
    import mitsuba as mi

    turn = mi.ScalarTransform4f().rotate([0, 0, 1], azimuth) @ mi.ScalarTransform4f().rotate([1, 0, 0], 90)
    return {"type": "envmap", "bitmap": mi.Bitmap(environment(light, mirrored)), "to_world": turn}


def _degrees(angle: Array) -> Array:
    result: Array = np.degrees((angle + np.pi) % (2 * np.pi) - np.pi)
    return result


def _ramp(inside: Array, edge: float) -> Array:
    t = np.clip(inside / edge + 0.5, 0, 1)
    result: Array = t * t * (3 - 2 * t)
    return result
