"""PP-OCRv6, whose networks lie in RapidOCR's package: what its detector and its recogniser take, and what they answer.

The package's own code is not loaded, which would take longer than to read a picture. The detector marks the cores of lines
(Liao and others, Real-time Scene Text Detection with Differentiable Binarization, AAAI 2020), the recogniser names a letter,
or none, at each step along a line.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import numpy as np

from engine.api import Quiet, RunContext
from engine.critics.onnx import Network
from engine.types import Array

DETECTOR: Final = "PP-OCRv6_det_small"
RECOGNISER: Final = "PP-OCRv6_rec_small"
HASHES: Final = {
    DETECTOR: "090f04abcd9d9a7498bc4ebf677e4cb9bdce1fe4197ddb7e529f1ef44e1ff94f",
    RECOGNISER: "6f327246b50388f3c176ae304bd95767ea6dc0c9ae92153ef8cbe210b3c14884",
}
"""Those of RapidOCR 3.10: what is said of how well texts are read was measured with them."""
LONGEST: Final = 6000
"""Pixels of a picture's longer side up to which text is looked for; a larger one is reduced to that."""
STEP: Final = 32
"""The detector takes whole steps of so many pixels."""
FLAT: Final = 8
"""A picture wider than so many heights gets a margin above and below, which the detector wants."""
CORE, SURE, GROWN = 0.3, 0.5, 1.6
"""A line's core scores CORE everywhere and SURE on the average; the line is larger by GROWN times its area over its outline."""
LEAST: Final = 3
"""Pixels of a core's shorter side below which it is no line."""
HEIGHT, WIDTH, WIDEST = 48, 320, 4000
"""A line as the recogniser takes it: its height, and the width that a shorter one is filled up to, in pixels."""
BATCH: Final = 16 * WIDTH
"""Pixels of lines side by side that are read at once, which bounds the memory."""


@cache
def network(name: str) -> Network:
    """The network, DETECTOR or RECOGNISER, opened once. Raises EngineFailure where it is not there or another one."""
    package = find_spec("rapidocr")
    folder = Path(package.origin).parent if package and package.origin else Path("rapidocr")
    return Network(folder / "models" / f"{name}.onnx", HASHES[name])


@cache
def alphabet() -> tuple[str, ...]:
    """What each of the recogniser's labels stands for; the first for no letter."""
    return ("", *network(RECOGNISER).notes["character"].splitlines(), " ")


@cache
def warm() -> None:
    """Opens both networks and runs each once, so that no reading waits for that."""
    detect(np.zeros((STEP, STEP, 3), np.uint8), Quiet())
    recognise([np.zeros((HEIGHT, HEIGHT, 3), np.uint8)], Quiet())


def detect(picture: Array, context: RunContext) -> list[Array]:
    """Quads (4, 2) of the lines of text in a uint8 sRGB picture, in its pixels, in reading order."""
    if min(picture.shape[:2]) < 8:
        return []
    picture = _wide_enough(picture)
    fitted = _fitted(picture)
    height, width = fitted.shape[:2]
    above = (2 * (width // FLAT) - height) // 2 if width > FLAT * height else 0
    padded = np.pad(fitted, ((above, above), (0, 0), (0, 0)))
    (scores,) = network(DETECTOR).run(context, {"x": _signed(_stepped(padded, 1.0))[None]})
    quads = _ordered(_lines(scores[0, 0], padded.shape[:2]))
    factors = np.array([picture.shape[1] / width, picture.shape[0] / height], np.float32)
    return [np.clip((quad - np.array([0, above])) * factors, 0, picture.shape[1::-1]).astype(np.float32) for quad in quads]


def recognise(lines: Sequence[Array], context: RunContext) -> list[tuple[str, float]]:
    """What each crop of one upright line (uint8 sRGB) says, and how sure the recogniser is, 0..1. Lines of one width go
    through together."""
    prepared = [_line(crop) for crop in lines]
    widths: dict[int, list[int]] = {}
    for at, line in enumerate(prepared):
        widths.setdefault(line.shape[2], []).append(at)
    read: dict[int, tuple[str, float]] = {}
    for width, alike in widths.items():
        many = max(1, BATCH // width)
        for first in range(0, len(alike), many):
            some = alike[first : first + many]
            (chances,) = network(RECOGNISER).run(context, {"x": np.stack([prepared[at] for at in some])})
            read |= {at: _decoded(one) for at, one in zip(some, chances, strict=True)}
    return [read[at] for at in range(len(lines))]


def _wide_enough(picture: Array) -> Array:
    """The picture, a thin one with its last row or column repeated, so that its length stays within LONGEST."""
    height, width = picture.shape[:2]
    least = -(-STEP * max(height, width) // LONGEST)
    return np.pad(picture, ((0, max(0, least - height)), (0, max(0, least - width)), (0, 0)), mode="edge")


def _fitted(picture: Array) -> Array:
    """The picture neither longer than LONGEST nor narrower than a step."""
    short, long = sorted(picture.shape[:2])
    factor = LONGEST / long if long > LONGEST else max(1.0, STEP / short)
    return picture if factor == 1 else _stepped(picture, factor)


def _stepped(picture: Array, factor: float) -> Array:
    """The picture so many times as large, in whole steps."""
    import cv2

    height, width = (max(1, round(int(side * factor) / STEP)) * STEP for side in picture.shape[:2])
    out: Array = cv2.resize(picture, (width, height))
    return out


def _signed(picture: Array) -> Array:
    """uint8 sRGB (h, w, 3) as the networks take it: blue first, −1..1, (3, h, w)."""
    out: Array = (picture[..., ::-1].transpose(2, 0, 1) / np.float32(127.5) - 1).astype(np.float32)
    return out


def _lines(scores: Array, shape: tuple[int, ...]) -> list[Array]:
    """Quads of the lines, each from its upper left corner, clockwise, in whole pixels of a picture of this shape."""
    import cv2
    import pyclipper

    (rows, columns), (height, width) = scores.shape, shape
    core = cv2.dilate((scores > CORE).astype(np.uint8), np.ones((2, 2), np.uint8))
    contours, _ = cv2.findContours(core, cv2.RETR_LIST, cv2.CHAIN_APPROX_SIMPLE)
    quads = []
    for contour in contours:
        tight = cv2.minAreaRect(contour)
        wide, high = tight[1]
        corners = cv2.boxPoints(tight)
        if min(wide, high) < LEAST or _mean(scores, corners) < SURE:
            continue
        offset = pyclipper.PyclipperOffset()
        offset.AddPath(corners, pyclipper.JT_ROUND, pyclipper.ET_CLOSEDPOLYGON)
        grown = cv2.minAreaRect(np.array(offset.Execute(GROWN * wide * high / (2 * (wide + high)))).reshape(-1, 1, 2))
        if min(grown[1]) < LEAST + 2:
            continue
        quad = _clockwise(np.round(cv2.boxPoints(grown) / (columns, rows) * (width, height)))
        quad = np.clip(quad, 0, (width - 1, height - 1))
        if min(int(np.linalg.norm(quad[1] - quad[0])), int(np.linalg.norm(quad[3] - quad[0]))) > LEAST:
            quads.append(quad)
    return quads


def _mean(scores: Array, corners: Array) -> float:
    """The mean score within the corners (4, 2)."""
    import cv2

    height, width = scores.shape
    left, top = np.clip(np.floor(corners.min(axis=0)).astype(int), 0, (width - 1, height - 1))
    right, bottom = np.clip(np.ceil(corners.max(axis=0)).astype(int), 0, (width - 1, height - 1))
    mask = np.zeros((bottom - top + 1, right - left + 1), np.uint8)
    cv2.fillPoly(mask, [(corners - (left, top)).astype(np.int32)], (1,))
    return float(cv2.mean(scores[top : bottom + 1, left : right + 1], mask)[0])


def _clockwise(corners: Array) -> Array:
    """Four corners: of the two on the left the upper and the lower are the first and the last."""
    by_side = corners[np.argsort(corners[:, 0], kind="stable")]
    left, right = (two[np.argsort(two[:, 1], kind="stable")] for two in (by_side[:2], by_side[2:]))
    return np.array([left[0], right[0], right[1], left[1]])


def _ordered(quads: Sequence[Array]) -> list[Array]:
    """From top to bottom, and from left to right where they begin at nearly one height."""
    down = sorted(quads, key=lambda quad: quad[0, 1])
    row, rows = 0, list[int]()
    for above, quad in zip([*down[:1], *down], down, strict=False):
        row += quad[0, 1] - above[0, 1] >= 10
        rows.append(row)
    return [quad for _, quad in sorted(zip(rows, down, strict=True), key=lambda one: (one[0], one[1][0, 0]))]


def _line(crop: Array) -> Array:
    """A line as the recogniser takes it, area-averaged where it gets smaller, what is left of WIDTH grey."""
    import cv2

    height, width = crop.shape[:2]
    width = int(np.clip(round(width * HEIGHT / max(height, 1)), 8, WIDEST))
    way = cv2.INTER_AREA if height > HEIGHT else cv2.INTER_CUBIC
    line = _signed(cv2.resize(crop, (width, HEIGHT), interpolation=way))
    return np.pad(line, ((0, 0), (0, 0), (0, max(0, WIDTH - width))))


def _decoded(chances: Array) -> tuple[str, float]:
    """The likeliest label's letter at each step (steps, labels), once for each run of steps; and their mean chance."""
    best = chances.argmax(axis=1)
    starts = np.flatnonzero((best > 0) & (np.diff(best, prepend=0) != 0))
    if not len(starts):
        return "", 0.0
    return "".join(alphabet()[label] for label in best[starts]), float(chances[starts, best[starts]].mean())
