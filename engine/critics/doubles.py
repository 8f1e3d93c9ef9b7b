"""Things drawn twice: over a part of the picture lies a translucent copy of it, some pixels aside.

Where it does, every outline has a fainter like, all of them as far away in the same direction. So a small network
(`resources/critics/flaws-doubled.onnx`, made by `engine.training.doubles`) is shown the picture beside itself, displaced, once
for every displacement: at half the size for near copies, at a quarter for those farther away. Pictures of more than about a
megapixel are made so small first, which bounds the time and the memory; copies in them are told from as much farther away.
"""

from __future__ import annotations

from itertools import product
from math import hypot
from typing import Final

import numpy as np

from engine.api import RunContext
from engine.critics.looking import padded, reduced, smaller, spread
from engine.critics.onnx import shipped
from engine.types import Array

NETWORK: Final = "flaws-doubled"
CELL: Final = 8
"""Pixels of the reduced picture of which the network says one likelihood."""
SCALES: Final = 2, 4
"""So many times smaller the picture is looked at."""
RIM: Final = 4
"""Reduced pixels that a displacement leads down or across at most."""
NEAREST, FARTHEST = 2.0, 4.8
"""Reduced pixels that it leads in all: from 4 to 19 pixels of the picture."""
DISPLACEMENTS: Final = tuple(
    (down, across)
    for down, across in product(range(RIM + 1), range(-RIM, RIM + 1))
    if (down + across) % 2 == 0 and (down or across > 0) and NEAREST <= hypot(down, across) <= FARTHEST
)
"""Rows and columns to a copy, or from it; between them is no place more than a pixel from one of them."""


def doubled(picture: Array, context: RunContext) -> Array:
    """How likely each cell of a uint8 picture (h, w, 3) shows something twice: (rows, columns), 0..1."""
    looked = reduced(picture)
    whole = padded(looked, CELL * SCALES[-1])
    likely = np.zeros((whole.shape[0] // CELL, whole.shape[1] // CELL), np.float32)
    for scale in SCALES:
        small = smaller(whole, scale)
        for number, displacement in enumerate(DISPLACEMENTS):
            context.progress("artifact", number / len(DISPLACEMENTS))
            (told,) = shipped(NETWORK).run(context, {"beside": beside(small, displacement)[None]})
            np.maximum(likely, told[0].repeat(scale, 0).repeat(scale, 1), out=likely)
    return spread(likely, looked, picture, CELL)


def beside(small: Array, displacement: tuple[int, int]) -> Array:
    """What the network is shown of a picture (h, w, 3): float32 (11, h, w), its levels, those before and those behind each
    place by the displacement, and rows and columns of its direction, of length 1."""
    rimmed = np.pad(small, ((RIM, RIM), (RIM, RIM), (0, 0)), mode="edge").transpose(2, 0, 1)
    (height, width), (down, across) = small.shape[:2], displacement
    seen = np.empty((11, height, width), np.float32)
    for n, way in enumerate((0, -1, 1)):
        top, left = RIM + way * down, RIM + way * across
        seen[3 * n : 3 * n + 3] = rimmed[:, top : top + height, left : left + width]
    seen[9], seen[10] = down / hypot(*displacement), across / hypot(*displacement)
    return seen
