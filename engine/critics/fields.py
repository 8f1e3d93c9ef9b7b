"""How any picture's camera was held, by a network of the user's that tells for every pixel where up is (`geocalib`).

Perspective fields (Jin et al. 2023): at each pixel the direction in which the world's up appears, and the latitude, the angle
of its ray above the horizon. Roll, elevation and focal length of a pinhole camera are fitted to them (Veicht et al. 2024).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from engine.api import RunContext
from engine.critics import preparing
from engine.critics.onnx import brought
from engine.models.critic_folder import Card
from engine.models.critics import Installed, installed
from engine.types import Array

MULTIPLE: Final = 32
"""Sides that the network takes are multiples of so many pixels."""
CELLS: Final = 40
"""Of the fields about so many columns and rows are fitted, which tell as much as all."""
SURE: Final = 0.2
"""A pixel whose confidence is below this share of the highest says nothing."""
OFF: Final = 0.05
"""Residuals beyond this (radians) count less and less."""


@dataclass(frozen=True)
class Held:
    """Roll and elevation in degrees as Camera's, the focal length in picture widths, the mean residual in degrees."""

    roll: float
    elevation: float
    focal: float
    residual: float


def held(picture: Array, context: RunContext) -> Held | None:
    """How the camera of a uint8 sRGB picture was held, by the first `geocalib` of the library; None where there is none.

    Raises EngineFailure where the network's files are not the ones that were imported, or it stops.
    """
    critic = next(iter(installed("geocalib")), None)
    if critic is None:
        return None
    return fitted(*_fields(critic, picture, context))


def _fields(critic: Installed, picture: Array, context: RunContext) -> tuple[Array, Array, Array, Array]:
    network = brought(critic, "fields")
    up, latitude, up_sure, latitude_sure = network.run(context, {network.inputs[0]: _ready(picture, critic.card)})
    return up[0], latitude[0, 0], up_sure[0, 0], latitude_sure[0, 0]


def _ready(picture: Array, card: Card) -> Array:
    """The picture with `size` pixels on its shorter side, its middle cut to whole multiples, as float32 (1, 3, h, w)."""
    import cv2

    height, width = picture.shape[:2]
    scale = max(card.size, MULTIPLE) / min(height, width)
    size = max(MULTIPLE, round(width * scale)), max(MULTIPLE, round(height * scale))
    way = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
    whole = np.asarray(cv2.resize(picture, size, interpolation=way))
    top, left = (side % MULTIPLE // 2 for side in whole.shape[:2])
    down, across = (side - side % MULTIPLE for side in whole.shape[:2])
    middle = whole[top : top + down, left : left + across].astype(np.float32) / 255
    return preparing.normalised(middle, card)[None]


def fitted(up: Array, latitude: Array, up_sure: Array, latitude_sure: Array) -> Held:
    """The pinhole camera that the fields fit best: `up` (2, h, w) to the right and down, `latitude` in radians and both
    confidences (h, w)."""
    from scipy.optimize import least_squares

    height, width = latitude.shape
    step = max(1, max(height, width) // CELLS)
    rows, columns = (grid.ravel() for grid in np.mgrid[step // 2 : height : step, step // 2 : width : step])
    x, y = (columns + 0.5) / width - 0.5, (rows + 0.5 - height / 2) / width
    seen = np.concatenate([up[:, rows, columns], latitude[None, rows, columns]]).astype(float)
    seen[:2] /= np.maximum(np.hypot(seen[0], seen[1]), 1e-9)
    trust = np.stack([_trust(sure[rows, columns]) for sure in (up_sure, up_sure, latitude_sure)])

    def residuals(camera: Array) -> Array:
        return np.asarray((trust * (fields(camera[0], camera[1], camera[2], x, y) - seen)).ravel())

    middle = np.argmin(np.hypot(x, y))
    roll, elevation = np.arctan2(-seen[0, middle], -seen[1, middle]), -seen[2, middle]
    starts = (np.array([roll, elevation, np.log(focal)]) for focal in (0.6, 1.0, 2.0))
    bounds = [-np.pi, -np.pi / 2, np.log(0.15)], [np.pi, np.pi / 2, np.log(20)]
    fits = [least_squares(residuals, np.clip(start, *bounds), bounds=bounds, loss="soft_l1", f_scale=OFF) for start in starts]
    best: Any = min(fits, key=lambda one: one.cost)
    roll, elevation, focal = best.x
    residual = float(np.abs(residuals(best.x)).sum() / max(trust.sum(), 1e-9))
    return Held(float(np.degrees(roll)), float(np.degrees(elevation)), float(np.exp(focal)), float(np.degrees(residual)))


def _trust(sure: Array) -> Array:
    share = sure / max(float(sure.max()), 1e-9)
    return np.asarray(np.where(share >= SURE, np.clip(share, 0, 1), 0.0))


def fields(roll: float, elevation: float, log_focal: float, x: Array, y: Array) -> Array:
    """Where up appears (two unit coordinates) and the latitude at places (n,) in picture widths from the middle: (3, n).

    Roll and elevation in radians.
    """
    focal = np.exp(log_focal)
    right, down, ahead = -np.sin(roll) * np.cos(elevation), -np.cos(roll) * np.cos(elevation), -np.sin(elevation)
    x, y = x / focal, y / focal
    across, along = right - x * ahead, down - y * ahead
    length = np.maximum(np.hypot(across, along), 1e-9)
    latitude = np.arcsin(np.clip((x * right + y * down + ahead) / np.sqrt(x * x + y * y + 1), -1, 1))
    return np.stack([across / length, along / length, latitude])
