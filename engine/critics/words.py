"""Adherence and style: whether the picture fits words, by a SigLIP 2 of the user's. Without one nobody looks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from engine.api import RunContext
from engine.composite import grown, union
from engine.critics.evidence import Scene
from engine.critics.likeness import logits, reader_of_pictures
from engine.critics.looking import unchecked
from engine.models.critics import Installed
from engine.thresholds import threshold
from engine.types import Array, Box, Finding, Plan, Render, Requirement, RequirementKind

MEDIA: Final = {
    "photograph": "photograph photo photographic photography photorealistic", "oil painting": "oil painting painted",
    "watercolor painting": "watercolor watercolour aquarelle painting", "pencil drawing": "pencil drawing sketch charcoal",
    "flat vector illustration": "flat vector illustration", "3d render": "3d render rendered cgi", "pixel art": "pixel",
    "anime drawing": "anime manga drawing", "comic": "comic cartoon", "engraving": "engraving woodcut linocut etching",
}  # fmt: skip
"""Ways of making a picture, and the words by which each is known."""
NONE: Final = ""
"""No style at all."""
AROUND: Final = 0.1
"""A thing is shown with so much of its own extent around it."""


class WordsCritic:
    """A claim of adherence is a thing and what is said of it, "cup: steaming"; one of style, words between commas."""

    id = "adherence"
    kinds: frozenset[RequirementKind] = frozenset({"adherence", "style"})

    def check(self, plan: Plan, requirements: Sequence[Requirement], render: Render, context: RunContext) -> list[Finding]:
        critic = reader_of_pictures()
        if critic is None:
            why = "No network that compares pictures with words is installed."
            return [unchecked(requirement, self.id, why) for requirement in requirements]
        scene = Scene(plan, render, context)
        findings = []
        for done, requirement in enumerate(requirements):
            context.progress("adherence", done / len(requirements))
            if not str(requirement.expected or "").strip(" ,"):
                findings.append(unchecked(requirement, self.id, "There are no words to compare the picture with."))
                continue
            judge = self._style if requirement.kind == "style" else self._adherence
            findings.append(judge(requirement, scene, critic, context))
        return findings

    def _adherence(self, requirement: Requirement, scene: Scene, critic: Installed, context: RunContext) -> Finding:
        said = str(requirement.expected).replace(": ", ", ")
        where = _place(requirement, scene)
        (fits,) = logits(critic, _part(scene.render.pixels.array, where), [f"a photo of a {said}"], context)
        chance = _chance(float(fits))
        sentence = f"“{said}” fits the picture with a probability of {chance:.0%}."
        return self._finding(requirement, chance, where, sentence)

    def _style(self, requirement: Requirement, scene: Scene, critic: Installed, context: RunContext) -> Finding:
        asked = [words.strip() for words in str(requirement.expected).split(",") if words.strip()]
        known = [*dict.fromkeys((*asked, *MEDIA)), NONE]
        fits = logits(critic, scene.render.pixels.array, [_picture(words) for words in known], context)
        chances = {words: _against_others(words, dict(zip(known, fits, strict=True))) for words in asked}
        weakest = min(chances, key=lambda words: chances[words])
        sentence = f"“{weakest}” fits the picture better than other styles with a probability of {chances[weakest]:.0%}."
        return self._finding(requirement, chances[weakest], None, sentence)

    def _finding(self, requirement: Requirement, chance: float, where: Box | None, sentence: str) -> Finding:
        limit = requirement.threshold or threshold(requirement.kind, "probability")
        held = chance >= limit
        return Finding(
            requirement=requirement.id,
            critic=self.id,
            verdict="passed" if held else "failed",
            measured=round(chance, 3),
            threshold=limit,
            score=1.0 if held else chance / limit,
            box=where,
            message=sentence,
            confidence=round(min(0.8, 0.2 + abs(chance - limit) / max(limit, 1 - limit)), 3),
        )


def _picture(words: str) -> str:
    return f"a picture, {words}" if words else "a picture"


def _against_others(words: str, fits: dict[str, float]) -> float:
    """The probability of a style against others: against other media where it names one, else against none at all."""
    own = set(words.lower().split())
    others = [medium for medium, known in MEDIA.items() if not own & set(known.split())]
    if len(others) == len(MEDIA):
        others = [NONE]
    own_fit = fits[words]
    return float(1 / (1 + sum(np.exp(min(50.0, fits[other] - own_fit)) for other in others)))


def _place(requirement: Requirement, scene: Scene) -> Box | None:
    """The box around the thing and a little of what surrounds it; None where it is not known."""
    seen = scene.seen(requirement.element) if requirement.element else None
    if not seen:
        return None
    x0, y0, x1, y1 = box = union([one.box for one in seen])
    return grown(box, AROUND * (x1 - x0), AROUND * (y1 - y0))


def _part(picture: Array, box: Box | None) -> Array:
    if box is None:
        return picture
    height, width = picture.shape[:2]
    x0, y0 = int(box[0] * width), int(box[1] * height)
    return picture[y0 : max(y0 + 1, round(box[3] * height)), x0 : max(x0 + 1, round(box[2] * width))]


def _chance(logit: float) -> float:
    return float(1 / (1 + np.exp(-np.clip(logit, -50, 50))))
