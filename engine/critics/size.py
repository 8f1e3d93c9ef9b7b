"""The file's pixels against the size that was asked for."""

from __future__ import annotations

from collections.abc import Sequence

from engine.api import RunContext
from engine.types import Finding, Plan, Render, Requirement, RequirementKind


class SizeCritic:
    id = "size"
    kinds: frozenset[RequirementKind] = frozenset({"size"})

    def check(self, plan: Plan, requirements: Sequence[Requirement], render: Render, context: RunContext) -> list[Finding]:
        context.progress("size", 0.0)
        return [self._judge(plan, requirement, render) for requirement in requirements]

    def _judge(self, plan: Plan, requirement: Requirement, render: Render) -> Finding:
        expected = requirement.expected if isinstance(requirement.expected, tuple) else (plan.canvas.width, plan.canvas.height)
        measured = width, height = render.width, render.height
        right = measured == tuple(expected)
        asked = " × ".join(str(side) for side in expected)
        return Finding(
            requirement=requirement.id,
            critic=self.id,
            verdict="passed" if right else "failed",
            measured=measured,
            threshold=requirement.threshold,
            score=1.0 if right else 0.0,
            message=f"{width} × {height} pixels." if right else f"{width} × {height} pixels; {asked} were asked for.",
        )
