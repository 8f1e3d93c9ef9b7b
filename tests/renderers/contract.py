"""What every renderer promises of a region: outside it each byte of the picture stays, wherever it lies."""

from __future__ import annotations

from collections.abc import Iterator

import cv2
import numpy as np

from engine.api import Renderer
from engine.composite import window
from engine.types import Array, Brief, Plan, Raster, Region, Render
from tests.fakes import Silent


def kept_and_drawn(
    renderer: Renderer, plan: Plan, brief: Brief, base: Render, *strengths: float
) -> Iterator[tuple[bool, bool]]:
    """Of regions of all shapes whether what is outside stays, and whether something is drawn inside.

    Tried on noise in place of the base's pixels: whatever is drawn there is another picture.
    """
    noise = np.random.default_rng(0).integers(0, 256, base.pixels.shape, np.uint8)
    base = base.replace(pixels=Raster(noise))
    side = len(noise)
    for region in [Region(box=(0.2, 0.0, 0.7, 0.5)), *(Region(box=(0, 0, 1, 1), mask=Raster(mask)) for mask in masks(side))]:
        touched = np.zeros((side, side), bool)
        touched[window(region.box, side, side)] = True
        if region.mask is not None:
            touched &= region.mask.array > 0
        for strength in strengths:
            asked = region.replace(strength=strength)
            after = renderer.render(plan, brief, 2, Silent(), base=base, region=asked).pixels.array
            yield np.array_equal(after[~touched], noise[~touched]), bool((after[touched] != noise[touched]).any())


def masks(side: int) -> list[Array]:
    """A soft one, one with a hole, one along the border, one of a single pixel; uint8 (side, side)."""
    blank = np.zeros((side, side), np.uint8)
    soft, ring, edge, pixel = (blank.copy() for _ in range(4))
    cv2.circle(soft, (side * 5 // 8, side // 2), side // 5, 255, -1)
    cv2.circle(ring, (side // 2, side // 2), side // 3, 255, -1)
    cv2.circle(ring, (side // 2, side // 2), side // 8, 0, -1)
    edge[-side // 5 :] = 255
    pixel[-4, 9] = 255
    return [cv2.GaussianBlur(soft, (0, 0), side / 16), ring, edge, pixel]
