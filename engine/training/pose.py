"""The network of the view: a window of a picture in, elevation and roll of the camera out.

Residual convolutions (He et al. 2016) down to six by six places, and one layer over all of them, since where things stand in
the window counts.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import torch
from torch import nn

from engine.critics.pose import SIDE, UNITS, lit
from engine.training.damage import saved
from engine.training.residual import Block, layer
from engine.types import Array

WIDTHS = (24, 32, 48, 80, 112)
LIKELY = 0.2
"""How much the likelihood counts beside the distance."""


class Pose(nn.Module):
    """(n, 3, SIDE, SIDE) −1..1 → (n, 4): elevation and roll in UNITS, and the logarithms of their mean deviations."""

    def __init__(self) -> None:
        super().__init__()
        one, two, three, four, five = WIDTHS
        self.seen = nn.Sequential(
            layer(3, one, 5, 2), layer(one, two), layer(two, three, 3, 2), Block(three), layer(three, four, 3, 2),
            Block(four), layer(four, five, 3, 2), Block(five), nn.Conv2d(five, 32, 1), nn.ReLU(inplace=True),
        )  # fmt: skip
        places = 32 * (-(-SIDE // 16)) ** 2
        self.read = nn.Sequential(nn.Flatten(), nn.Dropout(0.2), nn.Linear(places, 96), nn.ReLU(inplace=True), nn.Linear(96, 4))

    def forward(self, window: Any) -> Any:
        return self.read(self.seen(window))


def loss(found: Any, angles: Any) -> Any:
    """The distance from the true `angles` (n, 2), degrees, and the Laplace likelihood of it."""
    off = (found[:, :2] - angles / torch.from_numpy(UNITS).float()).abs()
    spread = found[:, 2:].clamp(-4.0, 2.0)
    return (off + LIKELY * (off * (-spread).exp() + spread)).mean()


def varied(picture: Array, angles: Array, rng: np.random.Generator) -> tuple[Array, Array]:
    """A window of SIDE out of a uint8 picture no smaller, and its elevation and roll, as it might have come out otherwise:
    rolled, moved, nearer, mirrored, in another light, less clean."""
    import cv2

    roll = float(rng.uniform(-12, 12)) if rng.random() < 0.5 else 0.0
    middle = picture.shape[0] / 2 - 0.5
    matrix = cv2.getRotationMatrix2D((middle, middle), roll, float(rng.uniform(0.85, 1.15)))
    matrix[:, 2] += rng.uniform(-5, 5, 2) - (picture.shape[0] - SIDE) / 2
    window = cv2.warpAffine(picture, matrix, (SIDE, SIDE), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    angles = angles + np.array((0, roll), np.float32)
    if rng.random() < 0.5:
        window, angles = window[:, ::-1], angles * np.array((1, -1), np.float32)
    return relit(np.ascontiguousarray(window), rng), angles


def shaded(sketch: Array, rng: np.random.Generator) -> Array:
    """A sketch's `look` (h, w, 6) in some light from anywhere in front, uint8 (h, w, 3)."""
    right, up, front = rng.normal(size=3)
    exposure = rng.uniform(0.7, 1.3)
    return lit(sketch, (right, up, abs(front)), exposure * rng.uniform(0.3, 0.9), exposure * rng.uniform(0.2, 0.7))


def relit(picture: Array, rng: np.random.Generator) -> Array:
    """The uint8 picture in another light, in other colours, softer, with grain, or saved as a JPEG."""
    import cv2

    look = picture.astype(np.float32) / 255
    if rng.random() < 0.5:
        look = look ** float(rng.uniform(0.6, 1.6)) * rng.uniform(0.75, 1.2, 3 if rng.random() < 0.5 else 1).astype(np.float32)
    if rng.random() < 0.15:
        look = look[..., rng.permutation(3)]
    if rng.random() < 0.15:
        look = np.repeat(look.mean(axis=2, keepdims=True), 3, axis=2)
    if rng.random() < 0.25:
        look = cv2.GaussianBlur(look, (0, 0), float(rng.uniform(0.3, 0.9)))
    if rng.random() < 0.25:
        look = look + rng.normal(0, rng.uniform(0.005, 0.04), look.shape).astype(np.float32)
    picture = np.ascontiguousarray(np.clip(255 * look, 0, 255).astype(np.uint8))
    return saved(picture, int(rng.integers(40, 95))) if rng.random() < 0.1 else picture
