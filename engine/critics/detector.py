"""Things found by their names in any picture, by an OWLv2 of the user's: boxes with a score each, every thing once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from engine.api import RunContext
from engine.composite import area, common, inside, overlap
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
    found = [Detection((x0, y0, x1, y1), float(scores[at])) for at in order for x0, y0, x1, y1 in (corners[at].tolist(),)]
    kept: list[Detection] = []
    for one in found:
        if one.score >= FAINT and all(overlap(one.box, other.box) < SAME for other in kept):
            kept.append(one)
    whole = [one for one in kept if not _several(one, kept)]
    return [one for place, one in enumerate(whole) if not any(inside(one.box, other.box) >= WITHIN for other in whole[:place])]


def _look(critic: Installed, raster: Raster, context: RunContext) -> _Seen:
    key = critic.model.sha256, raster.sha256
    seen = _remembered.get(key)
    if seen is None:
        picture = raster.array
        stack = preparing.pixels(picture, critic.card)[None]
        network = brought(critic, "image")
        boxes, vectors, affine, _ = (answer[0] for answer in network.run(context, {network.inputs[0]: stack}))
        centres, halves = boxes[:, :2], boxes[:, 2:] / 2
        corners = np.concatenate([centres - halves, centres + halves], axis=1)
        corners = np.clip(corners / np.tile(preparing.reach(picture), 2), 0, 1)
        sound = (corners[:, 2:] - corners[:, :2]).min(axis=1) > 1e-3
        seen = _remembered[key] = _Seen(corners[sound], vectors[sound], affine[sound])
        while len(_remembered) > KEPT:
            _remembered.pop(next(iter(_remembered)))
    return seen


def _several(group: Detection, kept: list[Detection]) -> bool:
    """Whether a box holds two or more things that stand apart and are about as likely as the whole of them."""
    parts = [
        one.box for one in kept if one is not group and one.score >= 0.5 * group.score and inside(one.box, group.box) >= WITHIN
    ]
    apart = ((one, other) for place, one in enumerate(parts) for other in parts[:place] if not common(one, other))
    return any(area(one) + area(other) > 0.4 * area(group.box) for one, other in apart)
