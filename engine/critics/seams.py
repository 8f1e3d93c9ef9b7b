"""A seam: the tones step along a straight line, yet what lies on one side goes on on the other, only lighter, darker or tinted.

At the edge of a thing the two sides show different things. So a run along a line is a seam where its two sides differ by the
same step all along although they themselves change: the one side then tells the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, cast

import numpy as np

from engine.critics.defects import Defect, falling
from engine.types import Array

TOLD: Final = 30.0
"""Nats that one side tells of the other at a seam. Of 695 sound scenes three show more: joints of boards, up to 85, and things
in a row."""
LEAST: Final = 6.0
"""Levels by which one channel must step: less nobody sees."""
BEYOND: Final = np.array([[0.5, 0, -1.5, 0, 1.5, 0, -0.5]], np.float32)
"""The step from the pixel before to the pixel after, beyond the mean of the steps next to it. A seam is one pixel sharp, or two
once the picture was made smaller."""
FAR: Final = np.array([[-1, -1, -1, -1, 0, 0, 0, 1, 1, 1, 1]], np.float32) / 4
"""The step between what lies two to five pixels away on both sides."""
LASTING: Final = 0.25
"""The share by which that may differ from the step at the line: a line that is laid over the picture steps back again."""
NEAR: Final = np.array([-9, -8, -7, -6, -5, 5, 6, 7, 8, 9])
"""The lines beside a line that a seam must differ from: grain and boards run along many lines at once."""
APART: Final = 0.25
"""How large the step there may be, as a share of the one at the line. Seams show up to 0.12."""
MARGIN: Final = 10
"""Pixels at the rim in which no line is looked for: there is too little beside it."""
BLOCK: Final = 16
"""Pixels along a line that are judged together to find the lines worth a closer look."""
SPREAD: Final = 0.5
"""How much of the square of a block's step may be its variance there."""
LINES: Final = 16
"""So many lines are looked at closely in each direction; a seam is seen on two of them."""
REACH: Final = 32
"""Pixels along a line whose median is tried as its step."""
VALUES: Final = 5
"""So many steps are tried on a line, the most frequent ones."""
LEVELS, ALIKE, ROUGH = 2.0, 0.12, 2.0
"""By how much the step may differ along the run: levels, a share of itself, or a multiple of what is usual beside the line."""
SMOOTH: Final = 2
"""Degree of the polynomial along a run that tells nothing: light falls alike on neighbouring faces."""
STRAY: Final = 1.2
"""Pixels that one with another step takes from a run: less than half of a run may be crossed by other things."""
ROUNDED: Final = 0.3
"""Variance that rounding to whole levels leaves in three channels."""


@dataclass(frozen=True)
class Run:
    """Where a line, column `at` or (`across`) row `at`, has the same step from `start` to `end`, and the nats that are told."""

    at: int
    start: int
    end: int
    across: bool
    told: float


def seams(picture: Array) -> Defect:
    """The run down or across the picture (uint8, h × w × 3) whose one side tells most of the other though they differ."""
    worst = max(_runs(picture), key=lambda run: run.told, default=None)
    if worst is None or worst.told < 0.5 * TOLD:
        return Defect(1.0, None, "No seams.")
    height, width = picture.shape[:2]
    box = (worst.at - 2) / width, worst.start / height, (worst.at + 3) / width, worst.end / height
    if worst.across:
        box = worst.start / width, (worst.at - 2) / height, worst.end / width, (worst.at + 3) / height
    whole = worst.end - worst.start > 0.5 * (width if worst.across else height)
    sentence = f"A straight seam runs {'across' if worst.across else 'down'} the picture." if whole else "A seam shows here."
    return Defect(falling(worst.told, 0.5 * TOLD, TOLD), box, sentence)


def _runs(picture: Array) -> Iterator[Run]:
    """The longest run of each line that is worth a look."""
    import cv2

    for across in (False, True):
        plane = np.ascontiguousarray(picture.swapaxes(0, 1)) if across else picture
        if plane.shape[0] < REACH or plane.shape[1] <= 2 * MARGIN:
            continue
        steps = cv2.filter2D(plane, cv2.CV_32F, BEYOND)
        for at in _likeliest(plane, steps):
            start, end, rows = _longest(plane, steps, at)
            if len(rows):
                yield Run(at, start, end, across, _told(plane, steps, at, rows))


def _likeliest(plane: Array, steps: Array) -> list[int]:
    """The columns of a plane (h, w, 3) that have an even and lasting step in most blocks."""
    import cv2

    size = plane.shape[1], plane.shape[0] // BLOCK
    mean, power, rough = (cv2.resize(one, size, interpolation=cv2.INTER_AREA) for one in (steps, steps * steps, plane))
    square = np.maximum((mean * mean).sum(axis=2), 1)
    spread = power.sum(axis=2) / square - 1
    far = (cv2.filter2D(rough, cv2.CV_32F, FAR) * mean).sum(axis=2) / square
    even = (np.abs(far - 1) < LASTING) & (square > LEAST**2) & (spread < SPREAD)
    count = (even * (1 - spread)).sum(axis=0)
    count[:MARGIN] = count[-MARGIN:] = 0
    return [int(at) for at in np.argsort(count)[: -LINES - 1 : -1] if count[at] > 0]


def _longest(plane: Array, steps: Array, at: int) -> tuple[int, int, Array]:
    """Start and end of the longest run of one step at a column, and its rows that have it; no rows where there is none."""
    step, sides = steps[:, at], (plane[:, at - 1], plane[:, at + 1])
    full = ((np.minimum(*sides) <= 1) | (np.maximum(*sides) >= 254)).any(axis=1)
    usual = float(np.median(np.abs(steps[:, at + NEAR]).max(axis=2)))
    longest, run = 0.0, (0, 0, np.zeros(0, int))
    for value in _values(step, usual):
        same = np.abs(step - value).max(axis=1) < _tolerance(value, usual)
        length = np.concatenate([[0], np.cumsum(np.where(same, 1.0, np.where(full, 0.0, -STRAY)))])
        least = np.minimum.accumulate(length)
        end = int(np.argmax(length - least))
        if length[end] - least[end] > longest:
            longest = float(length[end] - least[end])
            start = int(np.flatnonzero(length[: end + 1] == least[end])[-1])
            run = start, end, np.flatnonzero(same[start:end]) + start
    return run


def _values(step: Array, usual: float) -> Array:
    """The steps (values, 3), in levels, that most stretches of a line (h, 3) have."""
    stretches = np.lib.stride_tricks.sliding_window_view(step, REACH, axis=0)[:: REACH // 4]
    middle = np.median(stretches, axis=2)
    same = np.abs(stretches - middle[..., None]).max(axis=1) < _tolerance(middle, usual)[:, None]
    clear = (np.abs(middle).max(axis=1) >= LEAST) & (same.mean(axis=1) > 0.5)
    values, often = np.unique(np.rint(middle[clear]), axis=0, return_counts=True)
    return values[np.argsort(-often, kind="stable")][:VALUES]


def _tolerance(value: Array, usual: float) -> Array:
    """By how many levels a step may differ from the values (…, 3), where steps of `usual` levels are beside the line."""
    most = np.abs(value).max(axis=-1)
    return cast(Array, np.maximum(np.maximum(LEVELS, ALIKE * most), np.minimum(ROUGH * usual, 0.5 * most)))


def _told(plane: Array, steps: Array, at: int, rows: Array) -> float:
    """How much of what varies along the rows of a run one side tells of the other, as the information (nats) that two normal
    variables share; 0 where the step does not last or its neighbours have it too."""
    step = steps[rows, at]
    value = step.mean(axis=0)
    square = float(value @ value)
    strip = plane[rows, at - 5 : at + 6].astype(np.float32)
    far = np.median(np.tensordot(strip, FAR[0], (1, 0)), axis=0)
    beside = np.median(steps[rows[:, None], at + NEAR], axis=0)
    lasting = abs(float(far @ value) / square - 1) < LASTING
    apart = float((beside**2).sum(axis=1).max()) < APART**2 * square
    if np.abs(value).max() < LEAST or not lasting or not apart:
        return 0.0
    side = 0.5 * (strip[:, 4] + strip[:, 6])
    smooth, _ = np.linalg.qr(np.vander(rows.astype(float), SMOOTH + 1))
    before, left = (float(((one - smooth @ (smooth.T @ one)) ** 2).sum()) / len(rows) + ROUNDED for one in (side, step))
    return 0.5 * len(rows) * float(np.log(before / left))
