"""Re-render a region: what is wrong there is drawn again from the plan, the rest stays as it is."""

from collections.abc import Sequence

import numpy as np

from engine.api import Renderer, RunContext
from engine.errors import EngineFailure
from engine.fixers.composite import grown, laid_in, window
from engine.fixers.failures import Failure, decided_by_plan, failures, merged, place
from engine.types import Box, Brief, Finding, Fix, Plan, Region, Render

SEEDS = (0, 1)
"""What is added to the render's seed: the same again, which undoes damage, then another."""


class Rerender:
    id = "rerender"

    def propose(self, plan: Plan, render: Render, findings: Sequence[Finding]) -> list[Fix]:
        if render.from_disk:
            return []
        failed = [one for one in failures(plan, findings, "text", "artifact", "presence") if not decided_by_plan(plan, one)]
        return merged(
            Fix(
                kind="rerender",
                fixer=self.id,
                answers=(failure.requirement.id,),
                message="Render this region again." if not step else "Render this region again with another seed.",
                element=failure.requirement.element,
                box=box,
                seed=render.seed + step,
            )
            for step in SEEDS
            for failure in failed
            if (box := _region(plan, render, failure))
        )

    def apply(
        self, fix: Fix, plan: Plan, brief: Brief, render: Render, renderer: Renderer | None, context: RunContext
    ) -> Render:
        if renderer is None or fix.box is None or fix.seed is None:
            raise EngineFailure("A region cannot be rendered again without a renderer.")
        region = Region(box=fix.box, mask=fix.mask, strength=fix.strength, words=fix.words)
        drawn = renderer.render(plan, brief, fix.seed, context, base=render, region=region)
        area = window(fix.box, render.width, render.height)
        weight = fix.mask.array[area].astype(np.float32) / 255 if fix.mask is not None else None
        patch = drawn.pixels.array[area].astype(np.float32)
        return drawn.replace(pixels=laid_in(render, patch, fix.box, weight).pixels)


def _region(plan: Plan, render: Render, failure: Failure) -> Box | None:
    """The place of the failure with room for seams to fade: a fifth of its size around it, at least 8 pixels."""
    box = place(plan, render, failure)
    if box is None:
        return None
    across, down = (box[2] - box[0]) / 5, (box[3] - box[1]) / 5
    return grown(box, max(across, 8 / render.width), max(down, 8 / render.height))
