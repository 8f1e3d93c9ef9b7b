"""Flaws of the picture as such, by statistics: blur, noise, banding, clipping, seams, tiling, dead areas."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from engine.api import RunContext
from engine.critics import defects
from engine.critics.defects import Defect
from engine.critics.looking import dilate, mask_of, reduced
from engine.types import Array, Finding, Plan, Render, Requirement, RequirementKind

LAID = frozenset({"table", "wall", "floor", "shelf"})
"""Grounds made of boards, bricks or tiles, which have straight lines of their own."""


class ArtifactCritic:
    id = "artifact"
    kinds: frozenset[RequirementKind] = frozenset({"artifact"})

    def check(self, plan: Plan, requirements: Sequence[Requirement], render: Render, context: RunContext) -> list[Finding]:
        picture = reduced(render.pixels.array)
        worst = Defect(1.0, None, "No blur, noise, banding, clipping, seams or dead areas.")
        for done, defect in enumerate(_defects(plan, render, picture)):
            context.progress("artifact", done / 7)
            worst = min(worst, defect, key=lambda one: one.score)
        return [self._finding(requirement, worst) for requirement in requirements]

    def _finding(self, requirement: Requirement, worst: Defect) -> Finding:
        return Finding(
            requirement=requirement.id,
            critic=self.id,
            verdict="passed" if worst.score >= requirement.threshold else "failed",
            measured=round(worst.score, 3),
            threshold=requirement.threshold,
            score=round(worst.score, 4),
            box=worst.box,
            message=worst.sentence,
            confidence=0.7,
        )


def _defects(plan: Plan, render: Render, picture: Array) -> Iterator[Defect]:
    """What each measure says. Flat artwork is constant, striped and clipped by nature: only blur and noise spoil it."""
    yield defects.blur(picture)
    yield defects.noise(picture)
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
    yield defects.seams(picture, outlines)
    if all(element.count == 1 for element in plan.elements):
        yield defects.tiling(picture)


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
