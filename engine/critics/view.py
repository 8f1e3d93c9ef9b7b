"""How the camera was held: its roll, by the straight lines in the picture that ought to be upright.

From where it looks, azimuth and elevation, nothing here can tell: a view is failed for its roll, and never passed.
"""

from __future__ import annotations

from collections.abc import Sequence

from engine.api import RunContext
from engine.critics.lines import Upright, upright
from engine.critics.looking import unchecked
from engine.types import Finding, Plan, Render, Requirement, RequirementKind

SURE = 3.0
"""A roll fails only where it is off by so many deviations more than is allowed."""
STEEP = 50.0
"""From this elevation on what is upright does not look upright."""


class ViewCritic:
    id = "view"
    kinds: frozenset[RequirementKind] = frozenset({"view"})

    def check(self, plan: Plan, requirements: Sequence[Requirement], render: Render, context: RunContext) -> list[Finding]:
        context.progress("view", 0.0)
        seen = upright(render.pixels.array)
        return [self._judge(requirement, seen) for requirement in requirements]

    def _judge(self, requirement: Requirement, seen: Upright | None) -> Finding:
        asked = requirement.expected if isinstance(requirement.expected, tuple) else (0.0, 0.0, 0.0)
        azimuth, elevation, roll = (float(value) for value in asked)
        if abs(elevation) >= STEEP or seen is None:
            return unchecked(requirement, self.id, "Too few upright lines show how the camera was held.")
        measured = azimuth, elevation, round(seen.roll, 1)
        off = abs(seen.roll - roll)
        if off <= requirement.threshold + SURE * seen.spread:
            told = f"The roll reads {round(seen.roll)}°; from where the camera looks nobody has measured."
            return unchecked(requirement, self.id, told, measured)
        return Finding(
            requirement=requirement.id,
            critic=self.id,
            verdict="failed",
            measured=measured,
            threshold=requirement.threshold,
            score=round(requirement.threshold / off, 4),
            message=f"The camera is rolled by {round(seen.roll)}°; {round(roll)}° were asked for.",
            confidence=0.8,
        )
