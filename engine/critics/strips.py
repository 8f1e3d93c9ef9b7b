"""Seams of a faint step of tone or tint, or of a displaced drawing, down or across the picture.

Of the lines that stand out most from those beside them a small network (`resources/critics/flaws-seams.onnx`, made by
`engine.training.seams`) is shown a strip each, as long as the picture, since a seam is one pixel sharp but long, and an
outline that happens to be straight shows different things on its two sides. Strong steps `engine.critics.seams` tells.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from engine.api import RunContext
from engine.critics.onnx import shipped
from engine.types import Array

NETWORK: Final = "flaws-seams"
CELL: Final = 8
"""Pixels along a strip of which the network says one likelihood."""
HALF: Final = 12
"""Pixels on each side of a line that its strip shows."""
LINES: Final = 24
"""So many lines are looked at in each direction."""
BESIDE: Final = np.array([[1, 1, 1, 1, 1, 0, 0, 0, 1, 1, 1, 1, 1]], np.float32) / 10
"""The steps two to six pixels away, which a line must exceed to stand out."""
BEYOND, CLEAR = 1.5, 20.0
"""So many times, and by at most so many levels of each pixel along it."""


def seamed(picture: Array, context: RunContext) -> Array:
    """How likely a seam runs through each cell of a uint8 picture (h, w, 3): (rows, columns), 0..1."""
    likely = np.zeros((-(-picture.shape[0] // CELL), -(-picture.shape[1] // CELL)), np.float32)
    for plane, cells in ((picture, likely), (np.ascontiguousarray(picture.swapaxes(0, 1)), likely.T)):
        lines = likeliest(plane)
        if lines:
            (told,) = shipped(NETWORK).run(context, {"strip": strips(plane, lines).transpose(0, 3, 1, 2)})
            for line, along in zip(lines, told, strict=True):
                cells[:, line // CELL] = np.maximum(cells[:, line // CELL], along)
    return likely


def likeliest(plane: Array) -> list[int]:
    """The columns of a plane (h, w, 3) that differ most from the one before, beyond what those beside them do."""
    import cv2

    if plane.shape[1] <= 2 * HALF:
        return []
    step = np.zeros(plane.shape[:2], np.float32)
    step[:, 1:] = cv2.absdiff(plane[:, 1:], plane[:, :-1]).max(axis=2)
    out = np.clip(step - BEYOND * cv2.filter2D(step, -1, BESIDE) - 1, 0, CLEAR).sum(axis=0)
    out[:HALF] = out[1 - HALF :] = 0
    peak = (out > 0) & (out >= np.roll(out, 1)) & (out >= np.roll(out, -1))
    return [int(line) for line in np.argsort(-out * peak, kind="stable")[:LINES] if peak[line]]


def strips(plane: Array, lines: list[int]) -> Array:
    """What lies around each of the lines: (lines, h, 2 · HALF, 3)."""
    return np.stack([plane[:, line - HALF : line + HALF] for line in lines])
