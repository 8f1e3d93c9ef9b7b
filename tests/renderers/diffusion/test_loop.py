"""The loop on a real model: its picture fails, is fixed by region, and only that region changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest

from engine.api import Parts, RunContext
from engine.composite import window
from engine.fixers.rerender import Rerender
from engine.fixers.reseed import Reseed
from engine.loop import run
from engine.models import library
from engine.renderers.diffusion import Diffusion
from engine.types import (
    Box,
    Brief,
    Canvas,
    Finding,
    Plan,
    Raster,
    Region,
    Render,
    Requirement,
    RequirementKind,
    Sampling,
    Verdict,
)
from tests.fakes import FakePlanner, Silent

SPOT: Box = (0.25, 0.5, 0.5, 0.75)
PLAN = Plan(
    canvas=Canvas(width=128, height=128, aspect="1:1", size="512"),
    kind="picture",
    elements=(),
    requirements=(Requirement(id="artifact", kind="artifact", threshold=0.2),),
)


class Scratched(Diffusion):
    """Its pictures come out with a dead area; a region drawn by itself does not."""

    def render(
        self,
        plan: Plan,
        brief: Brief,
        seed: int,
        context: RunContext,
        *,
        base: Render | None = None,
        region: Region | None = None,
    ) -> Render:
        made = super().render(plan, brief, seed, context, base=base, region=region)
        if region is not None:
            return made
        pixels = made.pixels.array.copy()
        pixels[window(SPOT, 128, 128)] = 0
        return made.replace(pixels=Raster(pixels))


class DeadAreas:
    """Fails a picture of which a part of the spot is black."""

    id = "dead areas"
    kinds: frozenset[RequirementKind] = frozenset({"artifact"})

    def check(self, plan: Plan, requirements: Sequence[Requirement], render: Render, context: RunContext) -> list[Finding]:
        dead = float((render.pixels.array[window(SPOT, 128, 128)].max(axis=2) < 8).mean())
        verdict: Verdict = "failed" if dead > requirements[0].threshold else "passed"
        return [Finding(requirement="artifact", critic=self.id, verdict=verdict, score=1 - dead, box=SPOT)]


@pytest.fixture
def brief(tiny: Callable[[str], Path]) -> Brief:
    library().share(tiny("flux").parent)
    return Brief(prompt="a cat", model=library().find("flux").id, sampling=Sampling(steps=2))


@pytest.mark.parametrize("from_disk", [False, True])
def test_a_models_picture_fails_is_fixed_by_region_and_only_that_region_changes(brief: Brief, from_disk: bool) -> None:
    renderer = Scratched()
    parts = Parts(FakePlanner(PLAN), [renderer], [DeadAreas()], [Rerender(), Reseed()], {})
    start = renderer.render(PLAN, brief, 0, Silent()).replace(renderer="file", model="") if from_disk else None
    trace = list(run(brief, parts, Silent(), start=start))[-1]
    renderer.unload()
    first, last = trace.rounds[0], trace.best_round()
    assert first.findings[0].verdict == "failed"
    assert trace.outcome == "passed"
    assert last.fix is not None
    assert last.fix.kind == "rerender"
    assert last.fix.box is not None
    outside = np.ones((128, 128), bool)
    outside[window(last.fix.box, 128, 128)] = False
    assert np.array_equal(last.render.pixels.array[outside], first.render.pixels.array[outside])
    assert not np.array_equal(last.render.pixels.array, first.render.pixels.array)
    assert last.render.model == brief.model
    assert last.render.from_disk == from_disk
