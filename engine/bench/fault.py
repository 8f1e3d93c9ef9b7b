"""A fault: a picture damaged in one known way at a graded strength, and what the plan asked for."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine import composite
from engine.critics.looking import box_of
from engine.types import Array, Box, Plan, Render, RequirementKind

CLEAN = "clean"
VISIBLE = 2
"""Levels by which a pixel must differ to count as damaged."""


@dataclass(frozen=True)
class Fault:
    """One picture of the bench; `name` CLEAN for a sound one.

    `requirement` is the id of the claim that the fault breaks, "" for all of the plan's. `wrong`: whether the claim is broken
    at this strength; None where that is a matter of opinion, as right at the threshold. `box` is where the damage is.
    """

    kind: RequirementKind
    name: str
    strength: str
    subject: str
    requirement: str
    plan: Plan
    render: Render
    wrong: bool | None = True
    box: Box | None = None


def damage_box(before: Array, after: Array) -> Box | None:
    """Where two pictures of one shape, uint8 (h, w, 3), differ."""
    away = np.abs(before.astype(np.int16) - after.astype(np.int16)).max(axis=2)
    return box_of(away > VISIBLE)


def overlap(one: Box | None, other: Box | None) -> float | None:
    """Intersection over union; None where there is a box too few."""
    return None if one is None or other is None else composite.overlap(one, other)
