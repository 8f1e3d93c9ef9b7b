"""Flaws of the picture as such: by statistics, which judge the whole, and by networks, which see what is wrong in a place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import zip_longest
from statistics import mean
from typing import Final

import numpy as np

from engine.api import RunContext
from engine.composite import window
from engine.critics import defects
from engine.critics.defects import Defect, falling
from engine.critics.draft import Drawer, differs, halved, lettered_alike, studios, untouched
from engine.critics.flaws import Flaw, Group, flaws, unlike
from engine.critics.looking import dilate, mask_of, reduced
from engine.critics.onnx import card
from engine.critics.repeats import repeats
from engine.critics.seams import seams
from engine.errors import BadInput
from engine.types import Array, Box, Finding, Plan, Render, Requirement, RequirementKind

SOUND: Final = "No blur, noise, banding, clipping, seams or dead areas, and no place that looks wrong."
SENTENCES: Final = {
    "melted": "Outlines look melted here.",
    "doubled": "Things look doubled here.",
    "seamed": "A seam shows here.",
    "tiled": "A patch repeats itself here.",
    "blotched": "The surface is blotched here.",
    "banded": "Smooth tones break into steps here.",
    "oversharpened": "Edges have the halos of too much sharpening here.",
    "jpeg": "The blocks and rings of strong JPEG compression show here.",
    "checkered": "A fine grid lies over the picture here.",
    "fringed": "Edges have coloured fringes here.",
    "broken": "Lines are broken here.",
    "blurred": "Detail is lost in a blur here.",
    "noisy": "Grain lies over the picture here.",
}
LEAD: Final = 1.0
"""Log-odds by which the likeliest kind of damage must lead to be named."""
DOUBTED: Final = 0.9
"""Confidence in a flaw that is right at the threshold; it grows to 1 where the score is 0."""
LAID = frozenset({"table", "wall", "floor", "shelf"})
"""Grounds made of boards, bricks or tiles, which have straight lines of their own."""


class ArtifactCritic:
    id = "artifact"
    kinds: frozenset[RequirementKind] = frozenset({"artifact"})

    def __init__(self, studio: Drawer) -> None:
        self._studio = studio
        self._last: tuple[object, Array | None] | None = None

    def check(self, plan: Plan, requirements: Sequence[Requirement], render: Render, context: RunContext) -> list[Finding]:
        context.progress("artifact", 0.0)
        picture, group = reduced(render.pixels.array), group_of(plan, render)
        draft = self._draft(plan, render, halved(picture.shape), context) if untouched(plan, render) else None
        if draft is None and group == "scenes":
            group = "pictures"
        if draft is not None and group == "artwork":
            told = _places(plan, render, unlike(render.pixels.array, draft, context))
            sureness = 1.0
        else:
            sound = None if draft is None else partial(self._sound, plan, render, context)
            told = _defects(plan, render, picture, flaws(render.pixels.array, draft, group, context, sound))
            sureness = _sureness(group)
        worst = Defect(1.0, None, SOUND)
        for done, defect in enumerate(told):
            context.progress("artifact", done / 20)
            worst = min(worst, defect, key=lambda one: one.score)
        return [self._finding(requirement, worst, sureness) for requirement in requirements]

    def _draft(self, plan: Plan, render: Render, size: tuple[int, int], context: RunContext) -> Array | None:
        """The draft, which is the last one where only a region was drawn anew; None where there cannot be one."""
        asked = plan, render.seed, render.parameters, size
        if self._last is None or self._last[0] != asked:
            try:
                drawn = self._anew(plan, render, size, context)
            except BadInput:
                return None
            self._last = asked, drawn.pixels.array if drawn else None
        return self._last[1]

    def _anew(self, plan: Plan, render: Render, size: tuple[int, int], context: RunContext) -> Render | None:
        if plan.kind == "flat":
            return self._studio.redrawn(plan, render, context)
        draft = self._studio.draft(plan, render, size, context)
        return draft if lettered_alike(draft, render) else None

    def _sound(self, plan: Plan, render: Render, context: RunContext, box: Box) -> bool:
        """Whether a place is as the studio draws it; not where a file of the brand kit is gone by now."""
        try:
            again = self._studio.again(plan, render, box, context)
        except BadInput:
            return False
        return not differs(render.pixels.array, again.pixels.array, box)

    def _finding(self, requirement: Requirement, worst: Defect, sureness: float) -> Finding:
        failed = worst.score < requirement.threshold
        return Finding(
            requirement=requirement.id,
            critic=self.id,
            verdict="failed" if failed else "passed",
            measured=round(worst.score, 3),
            threshold=requirement.threshold,
            score=round(worst.score, 4),
            box=worst.box if failed else None,
            message=worst.sentence if failed else SOUND,
            confidence=DOUBTED + (1 - DOUBTED) * (1 - worst.score / requirement.threshold) if failed else sureness,
        )


def _sureness(group: Group) -> float:
    """How likely a picture that passes is sound, were half of all damaged moderately, each kind as often: by the card."""
    missed = 1 - float(mean(found for found, _ in card("flaws")[group]["recall"].values()))
    return round(1 / (1 + missed), 2)


def _defects(plan: Plan, render: Render, picture: Array, found: Sequence[Flaw]) -> Iterator[Defect]:
    """What each measure says. Flat artwork is constant, striped and clipped by nature: of the statistics only blur and noise
    spoil it."""
    yield defects.blur(picture)
    yield defects.noise(picture)
    yield from _places(plan, render, found)
    if plan.kind == "flat":
        return
    outlines = _outlines(plan, render, picture)
    yield defects.dead(picture, outlines)
    yield defects.banding(picture)
    words = " ".join(colour for element in plan.elements for colour in element.colors)
    white = "white" in words or not render.masks
    black = "black" in words or plan.light in {"night", "neon"} or not render.masks
    yield defects.burnt(picture, 0.35 if white else 0.12, pure=white)
    yield defects.crushed(picture, 0.7 if black else 0.3, pure=black)
    seam = seams(picture)
    if not _runs_along(outlines, seam.box):
        yield seam
    if all(element.count == 1 for element in plan.elements):
        yield defects.tiling(picture)
        yield repeats(picture)


def group_of(plan: Plan, render: Render) -> Group:
    """What the networks hold the picture to."""
    if plan.kind == "flat" and studios(render):
        return "artwork"
    return "scenes" if untouched(plan, render) else "pictures"


def _places(plan: Plan, render: Render, found: Sequence[Flaw]) -> Iterator[Defect]:
    """Where the networks are surest that something is wrong, and what, where one kind leads the next. Nothing is doubled in a
    logo: lines may run in parallel there by design, and the brand critic compares it with its file."""
    masks = [mask_of(render, one.id) for one in plan.elements if one.kind == "logo"]
    logos = [mask for mask in masks if mask is not None]
    places = [one for one in found if one.kind != "doubled" or not any(_lies_on(logo, one.box) for logo in logos)]
    for place, after in zip_longest(places, places[1:]):
        sure = after is None or place.excess - after.excess > LEAD
        sentence = SENTENCES[place.kind] if sure else "Something looks wrong here."
        yield Defect(falling(place.excess, -3.0, 0.0), place.box, sentence)


def _lies_on(mask: Array, box: Box) -> bool:
    """Whether more than half of the box is the mask's."""
    return bool((mask[window(box, mask.shape[1], mask.shape[0])] > 0).mean() > 0.5)


def _outlines(plan: Plan, render: Render, picture: Array) -> Array | None:
    """Where the picture may step (bool): at the rims of masks, and on grounds laid in rows; None without masks."""
    if not render.masks:
        return None
    laid = {element.id for element in plan.elements if element.kind in LAID}
    edges = np.zeros(picture.shape[:2], bool)
    rows = edges.copy()
    for element in render.masks:
        mask = mask_of(render, element, picture.shape)
        if mask is not None:
            edges[:, 1:] |= mask[:, 1:] != mask[:, :-1]
            edges[1:] |= mask[1:] != mask[:-1]
            rows |= (mask > 0) if element in laid else False
    return dilate(edges, 4) | rows


def _runs_along(outlines: Array | None, box: Box | None) -> bool:
    """Whether the line in a box lies on outlines for more than half of its length: the rim of a thing is no seam, nor are the
    joints of boards."""
    if outlines is None or box is None:
        return False
    part = outlines[window(box, outlines.shape[1], outlines.shape[0])]
    return bool(part.any(axis=int(part.shape[0] > part.shape[1])).mean() > 0.5)
