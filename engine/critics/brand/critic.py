"""The brand critic: asks of each claim what it is about, the logo, the palette or the font of a text."""

from __future__ import annotations

from collections.abc import Sequence

from engine.api import RunContext
from engine.critics.brand.font import judged_font
from engine.critics.brand.logo import judged_logo
from engine.critics.brand.palette import judged_palette
from engine.types import Finding, Plan, Render, Requirement, RequirementKind


class BrandCritic:
    id = "brand"
    kinds: frozenset[RequirementKind] = frozenset({"brand"})

    def check(self, plan: Plan, requirements: Sequence[Requirement], render: Render, context: RunContext) -> list[Finding]:
        findings = []
        for done, requirement in enumerate(requirements):
            context.progress("brand", done / len(requirements))
            match requirement.of_brand:
                case "palette":
                    findings.append(judged_palette(plan, requirement, render, context))
                case "font":
                    findings.append(judged_font(plan, requirement, render, context))
                case "logo":
                    findings.append(judged_logo(plan, requirement, render, context))
        return findings
