"""Subjects for the bench's tests: a small poster and shaded things, drawn without the studio's path tracer."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.bench.subjects import with_view
from engine.types import Brief, Plan, Raster, Relation, Render
from tests.critics.pictures import Thing, poster, still_life


@dataclass(frozen=True)
class Made:
    """What engine.bench.subjects.Subject is, made by hand."""

    name: str
    brief: Brief
    plan: Plan
    render: Render


def sheet() -> Made:
    plan, render = poster()
    return Made("sheet", Brief(prompt="a poster", renderer="studio"), plan, render)


def things() -> Made:
    """A red sphere left of three blue cubes."""
    row = tuple((0.4 + 0.2 * at, 0.6) for at in range(3))
    made = (Thing("ball", "sphere", "red", ((0.15, 0.6),), 0.08), Thing("cube", "cube", "blue", row, 0.06))
    plan, render = still_life(made, (Relation(subject="ball", relation="left of", object="cube"),))
    return Made("things", Brief(prompt="things", renderer="studio"), with_view(plan), render)


def photograph() -> tuple[Plan, Render]:
    """Noise over a slope: no thing, no text."""
    plan = things().plan
    rows = np.linspace(60, 190, 300)[:, None, None]
    pixels = np.clip(rows + np.random.default_rng(1).normal(0, 6, (300, 300, 3)), 0, 255).astype(np.uint8)
    asked = tuple(one for one in plan.requirements if one.kind in {"artifact", "view"})
    return plan.replace(kind="picture", elements=(), relations=(), requirements=asked), Render(
        renderer="file", pixels=Raster(pixels)
    )
