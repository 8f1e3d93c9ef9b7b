"""How well a picture fits words, and how alike two pictures are, by networks of the user's: SigLIP 2 and DINOv2."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from engine.api import RunContext
from engine.critics import preparing
from engine.critics.identity import Likeness, Subject
from engine.critics.onnx import brought
from engine.models.critic_folder import CriticKind
from engine.models.critics import Installed, installed
from engine.types import Array

SAME: Final[dict[CriticKind, float]] = {"dinov2": 0.6, "siglip2": 0.85}
"""The cosine from which two cut-out things count as the same."""
OTHER: Final[dict[CriticKind, float]] = {"dinov2": 0.25, "siglip2": 0.65}
"""The cosine below which they are different ones."""
GREY: Final = 128
"""What surrounds a thing that is cut out."""


def reader_of_pictures() -> Installed | None:
    """The first critic of the library that compares pictures with words, by name; None where there is none."""
    return next(iter(installed("siglip2")), None)


def logits(critic: Installed, picture: Array, texts: Sequence[str], context: RunContext) -> Array:
    """How well each text fits the picture: the logits (n) of the probabilities that SigLIP was trained to give."""
    (seen,) = _vectors(critic, [picture], context)
    ids, _ = preparing.tokens(critic, texts)
    reader = brought(critic, "text")
    (said,) = reader.run(context, {reader.inputs[0]: ids})
    figures = critic.card.figures
    answer: Array = figures.get("scale", 1.0) * (said @ seen) + figures.get("bias", 0.0)
    return answer


def embedded(reference: Subject, seen: Subject, context: RunContext) -> Likeness:
    """A measure of identity: the cosine of what the best network at hand makes of either, 0.5 where they are just the same."""
    critic = next((one for kind in SAME for one in installed(kind)), None)
    if critic is None:
        return Likeness(0.0, False, "No network that compares things is installed.", 0.0)
    one, other = _vectors(critic, [_cut(reference), _cut(seen)], context)
    alike = float(one @ other)
    same, different = SAME[critic.card.kind], OTHER[critic.card.kind]
    score = 0.5 + 0.5 * (alike - same) / (1 - same) if alike >= same else max(0.0, 0.5 * alike / same)
    why = f"It is like the reference to {max(0.0, alike):.0%} for the network {critic.model.name}."
    return Likeness(score, alike < different, why, 0.8 if alike >= same or alike < different else 0.3)


def _vectors(critic: Installed, pictures: Sequence[Array], context: RunContext) -> Array:
    stack = np.stack([preparing.pixels(picture, critic.card) for picture in pictures])
    network = brought(critic, "image")
    (found,) = network.run(context, {network.inputs[0]: stack})
    return found


def _cut(subject: Subject) -> Array:
    """The thing on plain grey, in the middle of a square that just holds it."""
    rows, columns = np.flatnonzero(subject.own.any(axis=1)), np.flatnonzero(subject.own.any(axis=0))
    window = np.s_[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    thing, own = subject.pixels[window], subject.own[window]
    side = max(thing.shape[:2])
    square = np.full((side, side, 3), GREY, np.uint8)
    top, left = ((side - extent) // 2 for extent in thing.shape[:2])
    square[top : top + thing.shape[0], left : left + thing.shape[1]] = np.where(own[..., None], thing, GREY)
    return square
