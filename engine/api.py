"""The four doors, and the narrow context a part is given while it works."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from engine.types import Brief, Finding, Fix, Plan, Raster, Region, Render, Requirement, RequirementKind


class RunContext(Protocol):
    """What a working part may do to the run: report progress, tell the user something, and notice that it was cancelled."""

    def progress(self, stage: str, done: float, preview: Raster | None = None) -> None:
        """Report `stage` as `done` (0..1), perhaps with a preview. Call it often: raises Cancelled after a cancel."""

    def tell(self, sentence: str) -> None:
        """Tell the user what happened on the way and matters: less memory than hoped for, a crash survived."""

    def on_cancel(self, stop: Callable[[], None] | None) -> None:
        """Have `stop()` called from another thread at a cancel, to break off a long native call; None forgets it."""

    def took(self, work: str, seconds: float) -> None:
        """Add to the trace's timings how long a piece of work took. Not every context does."""
        return


class Quiet(RunContext):
    """A context that nobody watches, hears or cancels."""

    def progress(self, stage: str, done: float, preview: Raster | None = None) -> None:
        """Nobody watches."""

    def tell(self, sentence: str) -> None:
        """Nobody listens."""

    def on_cancel(self, stop: Callable[[], None] | None) -> None:
        """Ctrl-C ends it all."""


class Planner(Protocol):
    id: str

    def plan(self, brief: Brief, context: RunContext | None = None) -> Plan:
        """Deterministic. A run gives its context; without one the plan is made at once.

        Raises BadInput where the brief holds nothing to draw.
        """


class Renderer(Protocol):
    """`repaints`: whether it can draw a region of any picture anew, not only of those that it drew itself."""

    id: str
    repaints: bool

    def missing(self, plan: Plan) -> tuple[str, ...]:
        """The ids of the plan's elements that it cannot draw."""

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
        """Draw the plan. With `base` and `region` only the region is drawn anew: outside it every byte is the base's."""


class Critic(Protocol):
    id: str
    kinds: frozenset[RequirementKind]

    def check(self, plan: Plan, requirements: Sequence[Requirement], render: Render, context: RunContext) -> list[Finding]:
        """One finding for each requirement given, all of the critic's kinds. What it cannot judge is `unchecked`."""


class Fixer(Protocol):
    id: str

    def propose(self, plan: Plan, render: Render, findings: Sequence[Finding]) -> list[Fix]:
        """Fixes for the failed findings, deterministic, the likeliest first; none where it has nothing to offer."""

    def apply(
        self, fix: Fix, plan: Plan, brief: Brief, render: Render, renderer: Renderer | None, context: RunContext
    ) -> Render:
        """The render with the fix carried out. `renderer` is None where none can draw into this picture."""


@dataclass(frozen=True)
class Parts:
    """What a run works with. Renderers come best first; fixers cheapest first.

    `warm`: what the first check would wait for, to be done on another thread while the first picture is drawn.
    """

    planner: Planner
    renderers: Sequence[Renderer]
    critics: Sequence[Critic]
    fixers: Sequence[Fixer]
    versions: dict[str, str]
    warm: Sequence[Callable[[], object]] = ()
