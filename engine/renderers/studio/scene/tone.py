"""From the colour asked for to reflectance, and from traced light to the picture: a film-like shoulder that keeps colours true.

A surface of sRGB colour c that is lit as the exposure meter wants it appears as c: below the shoulder exactly, above it
compressed so that white stays below clipping.
"""

from __future__ import annotations

import numpy as np

from engine.types import Array

KNEE = 0.7
WHITE = 0.9
"""The reflectance that appears as full scale before the shoulder; nothing real reflects more than about this."""
BRIGHTEST = 1.08
DARKEST = 0.009
"""What is asked for in pure black still reflects this much, as real things do."""


def linear(srgb: Array) -> Array:
    """sRGB coding (0..1) to light."""
    result: Array = np.where(srgb <= 0.04045, srgb / 12.92, ((np.maximum(srgb, 0) + 0.055) / 1.055) ** 2.4)
    return result


def coded(light: Array) -> Array:
    """Light to sRGB coding (0..1)."""
    light = np.clip(light, 0, 1)
    result: Array = np.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)
    return result


def shoulder(light: Array) -> Array:
    """Identity up to KNEE, then bending towards 1."""
    room = 1 - KNEE
    result: Array = np.where(light <= KNEE, light, 1 - room * np.exp(-(np.maximum(light, KNEE) - KNEE) / room))
    return result


def reflectance(srgb: Array) -> Array:
    """The reflectance of a surface that shall appear as this colour (sRGB coding, 0..1)."""
    light = linear(np.asarray(srgb, np.float32))
    room = 1 - KNEE
    bent = KNEE - room * np.log(np.maximum(1 - (np.maximum(light, KNEE) - KNEE) / room, 1e-4))
    result: Array = (np.clip(np.where(light <= KNEE, light, bent), DARKEST, BRIGHTEST) * WHITE).astype(np.float32)
    return result


def developed(light: Array, exposure: float) -> Array:
    """Traced light (h, w, 3) to uint8 sRGB."""
    result: Array = np.round(coded(shoulder(np.maximum(light, 0) * exposure)) * 255).astype(np.uint8)
    return result


def metered(light: Array, albedo: Array, weight: Array, target: float) -> float:
    """The exposure at which the well-lit part of the metered surface (`weight` > 0, (h, w)) shows its own colour × target."""
    lit = (weight > 0) & (albedo.max(axis=2) > 0.02)
    if lit.sum() < 16:
        level = float(np.percentile(light.mean(axis=2), 90)) / 0.75
        return target / max(level, 1e-6)
    strongest = albedo[lit].argmax(axis=1)[:, None]
    ratio = np.take_along_axis(light[lit], strongest, 1) / np.take_along_axis(albedo[lit], strongest, 1)
    return target / (max(float(np.percentile(ratio, 60)), 1e-6) * WHITE)
