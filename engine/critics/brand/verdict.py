"""What was measured of a brand, a share of 1, against the least that will do."""

from __future__ import annotations

from engine.types import Box, Finding, Requirement

CRITIC = "brand"


def verdict(requirement: Requirement, share: float, box: Box | None, message: str, confidence: float) -> Finding:
    held = share >= requirement.threshold
    return Finding(
        requirement=requirement.id,
        critic=CRITIC,
        verdict="passed" if held else "failed",
        measured=round(share, 3),
        threshold=requirement.threshold,
        score=1.0 if held else max(0.0, share) / max(requirement.threshold, 1e-6),
        box=box,
        message=message,
        confidence=confidence,
    )
