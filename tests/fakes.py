"""Fakes for the four doors: scripted parts whose pictures are one grey level, which is also what they are judged by."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np

from engine.api import Critic, Fixer, Parts, Renderer, RunContext
from engine.errors import Cancelled
from engine.types import Brief, Canvas, Element, Finding, Fix, Plan, Raster, Region, Render, Requirement, RequirementKind

PLAN = Plan(
    canvas=Canvas.of("1:1", "512"),
    kind="flat",
    elements=(Element(id="thing", label="thing", kind="text", text="A"),),
    requirements=(
        Requirement(id="bright", kind="artifact", threshold=100),
        Requirement(id="even", kind="colour", element="thing", threshold=0, expected="grey"),
    ),
)


class Silent(RunContext):
    """A context that listens to nothing; `cancel_after` steps it raises Cancelled."""

    def __init__(self, cancel_after: int | None = None) -> None:
        self.stages: list[tuple[str, float]] = []
        self.previews: list[Raster] = []
        self.told: list[str] = []
        self.stops: list[Callable[[], None]] = []
        self.taken: dict[str, float] = {}
        self._left = cancel_after

    def progress(self, stage: str, done: float, preview: Raster | None = None) -> None:
        if self._left is not None:
            self._left -= 1
            if self._left < 0:
                raise Cancelled
        self.stages.append((stage, done))
        if preview is not None:
            self.previews.append(preview)

    def tell(self, sentence: str) -> None:
        self.told.append(sentence)

    def on_cancel(self, stop: Callable[[], None] | None) -> None:
        if stop is not None:
            self.stops.append(stop)

    def took(self, work: str, seconds: float) -> None:
        self.taken[work] = self.taken.get(work, 0.0) + seconds


def grey(level: int, size: int = 8) -> Render:
    return Render(renderer="fake", pixels=Raster(np.full((size, size, 3), level, np.uint8)))


@dataclass
class FakePlanner:
    plan_made: Plan = PLAN
    id: str = "fake"

    def plan(self, brief: Brief, context: RunContext | None = None) -> Plan:
        return brief.plan or self.plan_made


@dataclass
class FakeRenderer:
    """Renders the grey level scripted for the seed."""

    levels: dict[int, int] = field(default_factory=lambda: {0: 50})
    cannot: tuple[str, ...] = ()
    id: str = "fake"
    repaints: bool = False

    def missing(self, plan: Plan) -> tuple[str, ...]:
        return self.cannot

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
        context.progress("render", 0.5)
        return grey(self.levels.get(seed, 50)).replace(seed=seed)


@dataclass
class FakeCritic:
    """Holds "bright" when the level reaches the threshold and "even" when the level is even."""

    kinds: frozenset[RequirementKind] = frozenset({"artifact", "colour"})
    id: str = "fake"

    def check(self, plan: Plan, requirements: Sequence[Requirement], render: Render, context: RunContext) -> list[Finding]:
        level = int(render.pixels.array[0, 0, 0])
        found = []
        for requirement in requirements:
            holds = level >= requirement.threshold if requirement.id == "bright" else level % 2 == 0
            found.append(
                Finding(
                    requirement=requirement.id,
                    critic=self.id,
                    verdict="passed" if holds else "failed",
                    measured=level,
                    threshold=requirement.threshold,
                    score=min(1.0, level / 100) if requirement.id == "bright" else float(holds),
                )
            )
        return found


@dataclass
class FakeFixer:
    """Offers to set the grey level to each of `levels` in turn, then `fixes`; their seed is the level."""

    levels: tuple[int, ...] = ()
    fixes: Sequence[Fix] = ()
    id: str = "fake"
    applied: list[int] = field(default_factory=list)

    def propose(self, plan: Plan, render: Render, findings: Sequence[Finding]) -> list[Fix]:
        answers = tuple(finding.requirement for finding in findings)
        fix = Fix(kind="reseed", fixer=self.id, answers=answers, message="")
        return [*(fix.replace(message=f"to {level}", seed=level) for level in self.levels), *self.fixes]

    def apply(
        self, fix: Fix, plan: Plan, brief: Brief, render: Render, renderer: Renderer | None, context: RunContext
    ) -> Render:
        assert fix.seed is not None
        context.progress("fix", 0.0)
        self.applied.append(fix.seed)
        return grey(fix.seed)


def parts(*, renderer: Renderer | None = None, critics: Sequence[Critic] | None = None, fixers: Sequence[Fixer] = ()) -> Parts:
    return Parts(
        planner=FakePlanner(),
        renderers=[renderer or FakeRenderer()],
        critics=[FakeCritic()] if critics is None else critics,
        fixers=fixers,
        versions={"plantain": "test"},
    )
