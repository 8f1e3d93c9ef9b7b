"""Things found by their names in any picture, by an OWLv2 of the user's: boxes with a score each, every thing once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from engine.api import RunContext
from engine.critics import preparing
from engine.critics.onnx import brought
from engine.models.critics import Installed, installed
from engine.types import Array, Box, Raster

KEPT: Final = 2
"""So many pictures are remembered as the network saw them."""
MOST: Final = 300
"""At most so many boxes of a thing are looked at, the likeliest ones."""
FAINT: Final = 0.02
"""What scores less is not heard of."""
SAME: Final = 0.5
"""Intersection over union from which two boxes hold one thing."""
WITHIN: Final = 0.85
"""The share of a box inside another one from which it is a part of it."""


@dataclass(frozen=True)
class Detection:
    """A box that holds a thing, and its score 0..1 as the detector gives it."""

    box: Box
    score: float


@dataclass(frozen=True)
class _Seen:
    """Corners (p, 4) in 0..1 of the picture, vectors (p, d), affine (p, 2)."""

    corners: Array
    vectors: Array
    affine: Array


_remembered: dict[tuple[str, str], _Seen] = {}


def detector() -> Installed | None:
    """The first detector of the library by name, None where there is none."""
    return next(iter(installed("owlv2")), None)


def detections(critic: Installed, raster: Raster, things: Mapping[str, str], context: RunContext) -> dict[str, list[Detection]]:
    """Where each thing is, by its key in `things`, whose values are the words for it; the likeliest first.

    A place belongs to the thing whose words fit it best. Raises EngineFailure where the networks do.
    """
    seen = _look(critic, raster, context)
    ids, mask = preparing.tokens(critic, [f"a photo of a {words}" for words in things.values()])
    (asked,) = brought(critic, "text").run(context, {"ids": ids, "mask": mask})
    logits = (seen.vectors @ asked.T + seen.affine[:, :1]) * seen.affine[:, 1:]
    scores = 1 / (1 + np.exp(-np.clip(logits, -50, 50)))
    best = scores.argmax(axis=1)
    return {key: single(seen.corners[best == n], scores[best == n, n]) for n, key in enumerate(things)}


def single(corners: Array, scores: Array) -> list[Detection]:
    """Boxes (n, 4) with scores (n) as one detection for each thing: no double, no part of a thing, no group of several."""
    order = np.argsort(-scores, kind="stable")[:MOST]
    order = order[scores[order] >= FAINT]
    kept: list[int] = []
    for index in order:
        if all(_union(corners[index], corners[other]) < SAME for other in kept):
            kept.append(int(index))
    groups = {index for index in kept if _several(index, kept, corners, scores)}
    whole = [index for index in kept if index not in groups]
    parts = {
        index
        for place, index in enumerate(whole)
        if any(_inside(corners[index], corners[other]) >= WITHIN for other in whole[:place])
    }
    return [
        Detection((float(x0), float(y0), float(x1), float(y1)), float(scores[index]))
        for index in whole
        if index not in parts
        for x0, y0, x1, y1 in (corners[index],)
    ]


def _look(critic: Installed, raster: Raster, context: RunContext) -> _Seen:
    key = critic.model.sha256, raster.sha256
    seen = _remembered.get(key)
    if seen is None:
        picture = raster.array
        stack = preparing.pixels(picture, critic.card)[None]
        boxes, vectors, affine, _ = (answer[0] for answer in brought(critic, "image").run(context, {"pixels": stack}))
        centres, halves = boxes[:, :2], boxes[:, 2:] / 2
        corners = np.concatenate([centres - halves, centres + halves], axis=1)
        corners = np.clip(corners / np.tile(preparing.reach(picture), 2), 0, 1)
        sound = (corners[:, 2:] - corners[:, :2]).min(axis=1) > 1e-3
        seen = _remembered[key] = _Seen(corners[sound], vectors[sound], affine[sound])
        while len(_remembered) > KEPT:
            _remembered.pop(next(iter(_remembered)))
    return seen


def _several(index: int, kept: list[int], corners: Array, scores: Array) -> bool:
    """Whether a box holds two or more things that stand apart and are about as likely as the whole of them."""
    inside = [
        other
        for other in kept
        if other != index and scores[other] >= 0.5 * scores[index] and _inside(corners[other], corners[index]) >= WITHIN
    ]
    apart = (
        (one, other)
        for place, one in enumerate(inside)
        for other in inside[:place]
        if not _common(corners[one], corners[other])
    )
    return any(_area(corners[one]) + _area(corners[other]) > 0.4 * _area(corners[index]) for one, other in apart)


def _area(box: Array) -> float:
    return float(max(0.0, box[2] - box[0]) * max(0.0, box[3] - box[1]))


def _common(one: Array, other: Array) -> float:
    return _area(np.concatenate([np.maximum(one[:2], other[:2]), np.minimum(one[2:], other[2:])]))


def _union(one: Array, other: Array) -> float:
    """Intersection over union."""
    common = _common(one, other)
    return common / max(_area(one) + _area(other) - common, 1e-9)


def _inside(one: Array, other: Array) -> float:
    """The share of one box that lies in another."""
    return _common(one, other) / max(_area(one), 1e-9)
