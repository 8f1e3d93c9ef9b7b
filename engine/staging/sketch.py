"""A staged plan as a camera sees it without light: what a renderer hands to those who hold pictures against the plan."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.staging.geometry import View
from engine.types import Array

Window = tuple[float, float, float]
"""A square part of the canvas, or beyond it: left, top and side in pixels of the canvas."""


@dataclass(frozen=True)
class Sketch:
    """A square window's pixels: `look` uint8 (side, side, 6), colours in sRGB and normals in camera space (−1..1 is 1..255);
    `depth` along the view in metres, infinite where nothing is; `solid`, the number of the staged solid, −1 for all else.

    `view` is the camera of the window.
    """

    look: Array
    depth: Array
    solid: Array
    view: View


def rays(view: View, side: int) -> Array:
    """Where the middles of a square picture's pixels look, a metre along the view: (side, side, 3)."""
    at = (np.arange(side) + 0.5) / side - 0.5
    across = ((at - view.shift[0]) / view.focal)[None, :, None] * np.array(view.right)
    down = ((at - view.shift[1]) / view.focal)[:, None, None] * np.array(view.up)
    return np.asarray(np.array(view.forward) + across - down)
