"""Whether a thing is really there in the pixels: where its mask says it is, else where a detector finds it.

A mask tells where to look. Along its contour the picture must change: colour just inside against colour just outside,
beyond what the picture changes anyway a little further in and a little further out. A picture without masks is shown to the
user's detector, where there is one.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from engine.api import RunContext
from engine.critics.detector import Detection, detections, detector
from engine.critics.looking import box_of, lab, mask_of, reduced
from engine.thresholds import threshold
from engine.types import Array, Box, Element, Plan, Render
from engine.vocabulary import PRINTS

HALF = 2.2
"""The mean excess difference across the contour, in Lab units, that counts as evidence 0.5: a soft but visible edge."""
NOWHERE = PRINTS | {"wall", "floor", "backdrop"}
"""Kinds of elements that a detector is not asked for: what is printed, and what is all around."""
OUTLINED = 24
"""Of so many things that were detected the outline is looked for; the rest fill their boxes."""
MOST = 150
"""At most so many of a thing are told of; they are counted up to there."""
CROP = 20_000
"""Pixels of a thing in which its outline is looked for."""


@dataclass(frozen=True)
class Instance:
    """One copy of an element: its mask (bool), box, centre (x, y) in 0..1 and evidence 0..1 that it is visible. `sure`: how
    far what is concluded from it can be trusted, 0..1."""

    mask: Array
    box: Box
    centre: tuple[float, float]
    evidence: float
    sure: float = 0.97


class Scene:
    """A picture reduced once, with its Lab values, to look for elements in."""

    def __init__(self, plan: Plan, render: Render, context: RunContext, most: int = 400_000) -> None:
        self.plan = plan
        self.render = render
        self._context = context
        self.picture = reduced(render.pixels.array, most)
        self.lab = lab(self.picture)
        self._found: dict[str, list[Instance] | None] = {}

    def instances(self, element: str) -> list[Instance] | None:
        """Every instance that the element's mask names, with its evidence; those that a detector finds, the likeliest first,
        where there is no mask; None where there is no detector for it either."""
        if element not in self._found:
            mask = mask_of(self.render, element, self.picture.shape)
            self._found[element] = self._detected.get(element) if mask is None else self._look(mask)
        return self._found[element]

    def seen(self, element: str) -> list[Instance]:
        """The instances of which there is enough evidence."""
        return [one for one in self.instances(element) or () if one.evidence >= threshold("presence", "seen")]

    def masked(self, element: str) -> bool:
        """Whether the picture itself knows where the element is."""
        return mask_of(self.render, element) is not None

    @cached_property
    def _detected(self) -> dict[str, list[Instance]]:
        critic = detector()
        things = {one.id: _words(one, self.plan) for one in self.plan.elements if one.kind not in NOWHERE}
        if critic is None or not things:
            return {}
        found = detections(critic, self.render.pixels, things, self._context)
        likely = 0.3 * threshold("presence", "detected")
        return {
            element: [
                _instance(self.picture, one, place < OUTLINED)
                for place, one in enumerate(these[:MOST])
                if place == 0 or one.score > likely
            ]
            for element, these in found.items()
        }

    def _look(self, mask: Array) -> list[Instance]:
        found = []
        for index in np.unique(mask):
            one = mask == index
            box = box_of(one)
            if index == 0 or box is None or one.sum() < 6:
                continue
            rows, columns = np.nonzero(one)
            centre = (float(columns.mean() + 0.5) / one.shape[1], float(rows.mean() + 0.5) / one.shape[0])
            found.append(Instance(one, box, centre, visible(self.lab, one)))
        return found


def _words(element: Element, plan: Plan) -> str:
    """What to ask a detector for: the thing's label, with its colours where another thing has the same."""
    several = sum(one.label == element.label for one in plan.elements) > 1
    return " ".join((*element.colors, element.label)) if several else element.label


def _instance(picture: Array, found: Detection, outlined: bool) -> Instance:
    height, width = picture.shape[:2]
    x0, y0, x1, y1 = found.box
    top, left = min(int(y0 * height), height - 1), min(int(x0 * width), width - 1)
    window = np.s_[top : max(top + 1, round(y1 * height)), left : max(left + 1, round(x1 * width))]
    mask = np.zeros((height, width), bool)
    evidence = found.score / (found.score + threshold("presence", "detected"))
    mask[window] = _outline(picture, window) if outlined and evidence >= threshold("presence", "seen") else True
    return Instance(mask, found.box, ((x0 + x1) / 2, (y0 + y1) / 2), evidence, min(0.8, max(0.1, 2 * abs(evidence - 0.5))))


def _outline(picture: Array, window: tuple[slice, slice]) -> Array:
    """Which pixels of a window are the thing's own rather than like those around it; all of them where that is not clear."""
    import cv2

    rows, columns = window
    margin = max(3, (rows.stop - rows.start) // 8, (columns.stop - columns.start) // 8)
    top, left = max(0, rows.start - margin), max(0, columns.start - margin)
    around = picture[top : rows.stop + margin, left : columns.stop + margin]
    small = reduced(around, CROP)
    scale = np.array([small.shape[1] / around.shape[1], small.shape[0] / around.shape[0]] * 2)
    inner = np.array([columns.start - left, rows.start - top, columns.stop - columns.start, rows.stop - rows.start])
    x, y, w, h = (int(side) for side in np.maximum(inner * scale, (0, 0, 1, 1)).round())
    shape = rows.stop - rows.start, columns.stop - columns.start
    if min(w, h) < 4 or w * h >= 0.98 * small.shape[0] * small.shape[1]:
        return np.ones(shape, bool)
    cv2.setRNGSeed(1)
    marks, models = np.zeros(small.shape[:2], np.uint8), np.zeros((2, 1, 65))
    cv2.grabCut(np.ascontiguousarray(small), marks, (x, y, w, h), models[0], models[1], 3, cv2.GC_INIT_WITH_RECT)
    own = (marks & 1)[y : y + h, x : x + w]
    fitted = cv2.resize(own, shape[::-1], interpolation=cv2.INTER_NEAREST) > 0
    return fitted if fitted.mean() >= 0.15 else np.ones(shape, bool)


def visible(colours: Array, mask: Array) -> float:
    """Evidence 0..1 that a thing with this mask (bool) stands out in the Lab picture along the mask's contour."""
    import cv2

    rows, columns = np.nonzero(mask)
    size = float(np.sqrt(mask.sum()))
    reach = int(np.clip(size / 12, 2, 6))
    margin = 3 * reach + 3
    top, left = max(0, rows.min() - margin), max(0, columns.min() - margin)
    window = np.s_[top : rows.max() + margin + 1, left : columns.max() + margin + 1]
    inner = mask[window].astype(np.uint8)
    local = cv2.GaussianBlur(colours[window], (0, 0), max(0.6, reach / 4))
    within = cv2.distanceTransform(np.pad(inner, 1), cv2.DIST_L2, 5)[1:-1, 1:-1]
    beyond = cv2.distanceTransform(1 - inner, cv2.DIST_L2, 5)
    signed = np.where(inner > 0, within - 0.5, 0.5 - beyond)
    at_edge = _steps(local, signed, -reach, reach)
    if at_edge is None:
        return 0.0
    outside = _steps(local, signed, -3 * reach, -reach)
    inside = _steps(local, signed, reach, 3 * reach)
    usual = min((float(np.mean(steps)) for steps in (outside, inside) if steps is not None), default=0.0)
    strength = float(np.mean(np.minimum(at_edge, 25.0))) - 0.7 * usual
    return float(1 - 0.5 ** (max(0.0, strength) / HALF))


def _steps(colours: Array, signed: Array, lower: float, upper: float) -> Array | None:
    """Lab differences between points at the distance `lower` and `upper` from the contour, along its normal."""
    import cv2

    middle = (lower + upper) / 2
    rows, columns = np.nonzero(np.abs(signed - middle) <= 0.8)
    if len(rows) < 4:
        return None
    gradient_y = cv2.Sobel(signed, cv2.CV_32F, 0, 1, ksize=3)[rows, columns]
    gradient_x = cv2.Sobel(signed, cv2.CV_32F, 1, 0, ksize=3)[rows, columns]
    length = np.hypot(gradient_x, gradient_y)
    half = (upper - lower) / 2
    dx, dy = half * gradient_x / np.maximum(length, 1e-6), half * gradient_y / np.maximum(length, 1e-6)
    height, width = signed.shape
    ends = []
    keep = length > 1e-3
    for sign in (-1, 1):
        x, y = np.rint(columns + sign * dx).astype(int), np.rint(rows + sign * dy).astype(int)
        keep &= (x >= 0) & (y >= 0) & (x < width) & (y < height)
        ends.append((x, y))
    if keep.sum() < 4:
        return None
    (x0, y0), (x1, y1) = ((x[keep], y[keep]) for x, y in ends)
    difference: Array = np.linalg.norm(colours[y0, x0] - colours[y1, x1], axis=1)
    return difference
