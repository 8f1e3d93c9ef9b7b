"""Re-render a region: what is wrong there is drawn again from the plan, the rest stays as it is."""

from collections.abc import Sequence
from typing import NamedTuple

from engine.api import Renderer, RunContext
from engine.composite import grown
from engine.errors import EngineFailure
from engine.fixers.failures import Failure, decided_by_plan, failures, merged, place
from engine.types import Box, Brief, Finding, Fix, Plan, Region, Render


class Try(NamedTuple):
    """`seed` is added to the render's."""

    message: str
    seed: int
    strength: float = 1.0


DRAWN = (Try("Render this region again.", 0),)
"""For what the studio drew: the same again, which undoes damage. Another seed stands for other paints and other grain, which
would end at the region's edge."""
PAINTED = (
    Try("Render this region again, close to what is there.", 1, 0.6),
    Try("Render this region anew.", 2),
    Try("Render this region anew with another seed.", 3),
)
"""For what a model painted, and what was photographed: a model draws the same fault again from the same seed."""


class Rerender:
    id = "rerender"

    def propose(self, plan: Plan, render: Render, findings: Sequence[Finding]) -> list[Fix]:
        failed = [
            one for one in failures(plan, findings, "text", "artifact", "presence", "brand") if not decided_by_plan(plan, one)
        ]
        return merged(
            Fix(
                kind="rerender",
                fixer=self.id,
                answers=(failure.requirement.id,),
                message=step.message,
                element=failure.requirement.element,
                box=box,
                strength=step.strength,
                seed=render.seed + step.seed,
            )
            for step in (PAINTED if render.painted else DRAWN)
            for failure in failed
            if (box := _region(plan, render, failure))
        )

    def apply(
        self, fix: Fix, plan: Plan, brief: Brief, render: Render, renderer: Renderer | None, context: RunContext
    ) -> Render:
        if renderer is None:
            raise EngineFailure(
                "Nothing here can draw into this picture.", "Set text or change a colour in it, or choose a model that paints."
            )
        if fix.box is None or fix.seed is None:
            raise EngineFailure("There is no region to render again.")
        region = Region(box=fix.box, mask=fix.mask, strength=fix.strength, words=fix.words)
        drawn = renderer.render(plan, brief, fix.seed, context, base=render, region=region)
        return render.replace(
            pixels=drawn.pixels,
            model=drawn.model or render.model,
            seed=drawn.seed,
            parameters={**render.parameters, **drawn.parameters, **_licences(render, drawn)},
            masks={**render.masks, **drawn.masks},
        )


def _licences(before: Render, drawn: Render) -> dict[str, str]:
    """What each of the two was drawn under: it holds for the picture that they make together."""
    old, new = (str(one.parameters.get("licence", "")) for one in (before, drawn))
    licence = old if new in old else new if old in new else f"{old} {new}"
    return {"licence": licence} if licence else {}


def _region(plan: Plan, render: Render, failure: Failure) -> Box | None:
    """The place of the failure with room for seams to fade: a fifth of its size around it, at least 8 pixels."""
    box = place(plan, render, failure)
    if box is None:
        return None
    across, down = (box[2] - box[0]) / 5, (box[3] - box[1]) / 5
    return grown(box, max(across, 8 / render.width), max(down, 8 / render.height))
