"""Another seed for the whole picture: the last resort."""

from collections.abc import Mapping, Sequence
from typing import Final

from engine.api import Renderer, RunContext
from engine.errors import EngineFailure
from engine.fixers.failures import failures
from engine.types import Brief, Finding, Fix, Plan, Render

TRIES: Final = 4
PAINTED: Final[Mapping[object, int]] = {"fast": 1, "balanced": 2, "pro": 4}
"""Of what a model paints, by the quality asked for: each is a whole picture, of which the loop keeps the best."""


class Reseed:
    id = "reseed"

    def propose(self, plan: Plan, render: Render, findings: Sequence[Finding]) -> list[Fix]:
        fixed = {"size"} if render.model else {"size", "identity", "view"}
        answers = tuple(one.requirement.id for one in failures(plan, findings) if one.requirement.kind not in fixed)
        if render.from_disk or not answers:
            return []
        tries = PAINTED.get(render.parameters.get("quality"), TRIES) if render.model else TRIES
        return [
            Fix(kind="reseed", fixer=self.id, answers=answers, message=f"Render everything with seed {seed}.", seed=seed)
            for seed in range(render.seed + 1, render.seed + 1 + tries)
        ]

    def apply(
        self, fix: Fix, plan: Plan, brief: Brief, render: Render, renderer: Renderer | None, context: RunContext
    ) -> Render:
        if renderer is None or fix.seed is None:
            raise EngineFailure("Another seed needs a renderer.")
        return renderer.render(plan, brief, fix.seed, context)
