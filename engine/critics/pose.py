"""How a camera was held, as a small network of our own reads it off a staged picture.

`resources/critics/view.onnx`, made by `engine.training.view` from studio renders whose camera is known. It sees
nothing of what was asked for. Its card says how far off it may be; it is believed of pictures of staged scenes alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from engine.api import RunContext
from engine.critics.onnx import Network
from engine.types import Array

SIDE: Final = 88
"""Pixels of a side of what the network is shown."""
LIGHTS: Final = (0.0, 1.0, 0.5), (-1.0, 0.5, 1.0), (1.0, 0.5, 1.0)
"""From where a sketch is lit."""
SHARED: Final = 0.5
"""Such a share of what is misread in sketches is misread in pictures."""
UNITS: Final = np.array((30.0, 10.0))
"""Degrees of elevation and roll in which it answers."""


@dataclass(frozen=True)
class Reading:
    """Elevation and roll in degrees, (n, 2), and how far off each may be (one deviation)."""

    angles: Array
    spread: Array


def read(windows: Array, looks: Array, asked: Array, network: Network, context: RunContext) -> Reading:
    """What the network reads in uint8 windows (n, SIDE, SIDE, 3), less what it is known to misread there: SHARED of what it is
    off by in sketches of the same things (n, SIDE, SIDE, 6), whose elevations and rolls are those `asked` for (n, 2)."""
    drawn = [lit(looks, light, 0.6, 0.45) for light in LIGHTS]
    found = _read(np.concatenate([windows, *drawn]), network, context)
    angles = found.angles.reshape(-1, len(windows), 2)
    return Reading(angles[0] - SHARED * (angles[1:].mean(0) - asked), found.spread[: len(windows)])


def _read(windows: Array, network: Network, context: RunContext) -> Reading:
    """On average with what is read in the mirror images."""
    both = levels(np.concatenate([windows, windows[:, :, ::-1]]))
    one, other = np.split(network.run(context, {"window": both})[0], 2)
    angles = (one[:, :2] + other[:, :2] * (1, -1)) / 2
    return Reading(UNITS * angles, UNITS * np.exp(np.maximum(one[:, 2:], other[:, 2:])))


def lit(looks: Array, light: Sequence[float], strength: float, ambient: float) -> Array:
    """What a sketch's `look` (…, 6) shows in a light from some side, to the right, up and in front: uint8 (…, 3)."""
    normals = (looks[..., 3:].astype(np.float32) - 128) / 127
    shade = ambient + strength * np.clip(normals @ (np.array(light, np.float32) / np.linalg.norm(light)), 0, 1)
    shade = np.where((looks[..., 3:] == 128).all(axis=-1), 1.0, shade)
    return np.asarray(np.clip(looks[..., :3] * shade[..., None], 0, 255).astype(np.uint8))


def halved(look: Array) -> Array:
    """A sketch's `look` (2 × SIDE, 2 × SIDE, 6), averaged by four."""
    return np.asarray(np.rint(look.reshape(SIDE, 2, SIDE, 2, -1).mean(axis=(1, 3))).astype(np.uint8))


def levels(windows: Array) -> Array:
    """What the network is shown: float32 (n, 3, SIDE, SIDE), −1..1."""
    return np.ascontiguousarray(windows.transpose(0, 3, 1, 2).astype(np.float32) / 127.5 - 1)
