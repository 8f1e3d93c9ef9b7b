"""A surface's paint exchanged under unchanged light (Shafer's dichromatic reflection model)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self, cast

import numpy as np

from engine.colour.measure import delta_e, lab
from engine.colour.names import RGB
from engine.composite import encoded, linear
from engine.types import Array

NEUTRAL = 0.15
"""Relative chroma below which paint cannot be told from its highlights by colour."""


@dataclass(frozen=True)
class Repaint:
    """Takes each pixel's linear light as m · old + s · white and makes it m · new + s · white.

    m carries light, shade and texture, s the highlights; what the model leaves over stays. `old`, `new`: linear light (3,).
    """

    old: Array
    new: Array

    @classmethod
    def to(cls, target: RGB, painted: Array) -> Self:
        """The exchange that makes the representative colour of the `painted` pixels (n, 3; 0..255) the target."""
        if len(painted) > 50_000:
            painted = painted[:: len(painted) // 25_000]
        asked = linear(np.array(target, np.float32))
        made = cls(linear(representative(painted)), asked)
        for _ in range(6):
            reached = representative(made(painted[None])[0])
            if delta_e(lab(reached), lab(target)) < 0.2:
                break
            made = cls(made.old, np.clip(made.new + asked - linear(reached), 0, 2))
        return made

    def __call__(self, pixels: Array) -> Array:
        """Float sRGB (h, w, 3), 0..255, of sRGB pixels (h, w, 3)."""
        light = linear(pixels)
        return encoded(light + self._matte(light)[..., None] * (self.new - self.old))

    def unlike(self, pixels: Array) -> Array:
        """How far (Lab distance, (h, w)) sRGB pixels are from old paint in any light, with highlights only where it is lit."""
        from engine.fixers.ink import lab as quick_lab

        light = linear(pixels)
        amount = self._matte(light, 12)[..., None]
        matte = amount * self.old
        shine = np.where(amount > 0.5, np.maximum((light - matte).mean(axis=2, keepdims=True), 0), 0)
        away = np.linalg.norm(quick_lab(pixels) - quick_lab(encoded(matte + shine)), axis=2)
        if self._neutral:
            lightness = quick_lab(pixels)[..., 0] - quick_lab(encoded(self.old)[None, None])[0, 0, 0]
            away = away + np.maximum(np.abs(lightness) - 20, 0)
        return cast(Array, away + 100 * np.maximum(0.15 - amount[..., 0], 0))

    @property
    def _neutral(self) -> bool:
        return bool(np.ptp(self.old) < NEUTRAL * max(float(self.old.max()), 1e-5))

    def _matte(self, light: Array, most: float = 1.6) -> Array:
        """m (h, w), 0 to `most`: 1 where a pixel shows the paint as brightly as the representative one."""
        shaded = light @ self.old / max(float(self.old @ self.old), 1e-5)
        if self._neutral:
            return np.clip(shaded, 0, min(most, 1.25))
        mixed = light @ np.linalg.pinv(np.stack([self.old, np.ones(3, np.float32)])).astype(np.float32)
        return np.clip(np.where(mixed[..., 1] > 0, mixed[..., 0], shaded), 0, most)


def representative(pixels: Array) -> Array:
    """The lit colour of a surface, sRGB (3,): the median of its pixels (n, 3) without deep shade and highlights."""
    lightness = pixels @ np.array([0.299, 0.587, 0.114], np.float32)
    low, high = np.percentile(lightness, (35, 92))
    lit = (lightness >= low - 0.01) & (lightness <= high + 0.01)
    return np.median(pixels[lit if lit.any() else slice(None)], axis=0).astype(np.float32)
