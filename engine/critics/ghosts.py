"""Things drawn twice in a staged scene: lines where the plan has none, like lines that it has nearby.

A small network (`resources/critics/flaws-ghosts.onnx`, made by `engine.training.ghosts`) is shown the picture at half its size
with the outlines that it should have (`expected`). Rims, ribs and panes, which run in parallel by nature, are among these;
shadows, mirrored things and the grain of materials are not, and it has learnt them from sound scenes. Pictures of more than
about a megapixel are made so small first.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from engine.api import RunContext
from engine.critics.looking import padded, reduced, smaller, spread
from engine.critics.onnx import shipped
from engine.types import Array

NETWORK: Final = "flaws-ghosts"
CELL: Final = 8
"""Pixels of the reduced picture of which the network says one likelihood."""
HALF: Final = 2
"""So many times smaller the picture is looked at."""
WHOLE: Final = 16
"""Pixels of which the sides are multiples, so that the network's cells fit."""


def ghosts(picture: Array, outlines: Array, context: RunContext) -> Array:
    """How likely each cell of a uint8 picture (h, w, 3), which should have these outlines (of any size), shows something twice:
    (rows, columns), 0..1."""
    looked = reduced(picture)
    seen = smaller(padded(outlined(looked, outlines), WHOLE), HALF)
    (likely,) = shipped(NETWORK).run(context, {"seen": seen.transpose(2, 0, 1)[None].astype(np.float32)})
    return spread(likely[0], looked, picture, CELL)


def outlined(picture: Array, outlines: Array) -> Array:
    """The picture (h, w, 3) and the outlines it should have, scaled to it: uint8 (h, w, 4)."""
    import cv2

    return np.dstack([picture, cv2.resize(outlines, picture.shape[1::-1], interpolation=cv2.INTER_LINEAR)])
