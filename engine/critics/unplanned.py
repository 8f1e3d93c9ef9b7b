"""What is in a staged scene's picture and not in a draft of its plan: copies, steps, stains, what a wrong patch left behind.

A small network (`resources/critics/flaws-unplanned.onnx`, made by `engine.training.unplanned`) is shown the picture at half its
size beside the draft. Two drawings of one scene differ at rims, in glass and in what metal mirrors; it has learnt by how much
from sound ones. Pictures of more than about a megapixel are made so small first.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from engine.api import RunContext
from engine.critics.looking import padded, reduced, scaled, smaller, spread
from engine.critics.onnx import shipped
from engine.types import Array

NETWORK: Final = "flaws-unplanned"
CELL: Final = 8
"""Pixels of the reduced picture of which the network says one likelihood."""
HALF: Final = 2
"""So many times smaller the picture is looked at."""
WHOLE: Final = 16
"""Pixels of which the sides are multiples, so that the network's cells fit."""


def unplanned(picture: Array, draft: Array, context: RunContext) -> Array:
    """How likely each cell of a uint8 picture (h, w, 3) shows what this draft of it (of any size) does not: (rows, columns),
    0..1."""
    looked = reduced(picture)
    seen = compared(looked, draft)
    (likely,) = shipped(NETWORK).run(context, {"seen": seen.transpose(2, 0, 1)[None].astype(np.float32)})
    return spread(likely[0], looked, picture, CELL)


def compared(picture: Array, draft: Array) -> Array:
    """The picture (h, w, 3) and its draft, as the network sees them: uint8 (h / 2, w / 2, 6), rounded up to whole cells."""
    return np.dstack([smaller(padded(one, WHOLE), HALF) for one in (picture, scaled(draft, picture))])
