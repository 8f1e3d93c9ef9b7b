"""Which parts exist: explicit lists, imported when they are asked for."""

from __future__ import annotations

import platform
from functools import cache
from importlib.metadata import PackageNotFoundError, version

from engine.api import Critic, Fixer, Parts, Planner, Renderer
from engine.errors import BadInput
from engine.types import Brief


def parts(brief: Brief) -> Parts:
    """The parts that a run of this brief works with."""
    return Parts(planner(), renderers(brief.renderer), critics(), fixers(), versions())


@cache
def planner() -> Planner:
    from engine.planners.grammar import Grammar

    return Grammar()


def renderers(name: str = "auto") -> list[Renderer]:
    """The renderers that `name` allows, best first. Raises BadInput where none of that name is installed."""
    from engine.renderers.studio import Studio

    installed: list[Renderer] = [Studio()]
    chosen = [renderer for renderer in installed if name in {"auto", renderer.id}]
    if not chosen:
        names = ", ".join(renderer.id for renderer in installed)
        raise BadInput(f"There is no renderer {name!r} in this installation.", f"Use auto or {names}.")
    return chosen


@cache
def critics() -> tuple[Critic, ...]:
    from engine.critics.artifact import ArtifactCritic
    from engine.critics.colour import ColourCritic
    from engine.critics.framing import FramingCritic
    from engine.critics.position import PositionCritic
    from engine.critics.presence import PresenceCritic
    from engine.critics.size import SizeCritic
    from engine.critics.text import TextCritic

    return (
        SizeCritic(),
        TextCritic(),
        ColourCritic(),
        PresenceCritic(),
        PositionCritic(),
        FramingCritic(),
        ArtifactCritic(),
    )


def fixers() -> tuple[Fixer, ...]:
    """Cheapest first: pixels in a region, then the region anew, then the whole."""
    from engine.fixers.recolour import Recolour
    from engine.fixers.rerender import Rerender
    from engine.fixers.reseed import Reseed
    from engine.fixers.restage import Restage
    from engine.fixers.typeset import Typeset

    return Typeset(), Recolour(), Rerender(), Restage(), Reseed()


@cache
def versions() -> dict[str, str]:
    """What a trace must name to be reproduced."""
    found = {"python": platform.python_version()}
    for package in ("plantain", "mitsuba", "pyoidn", "rapidocr", "onnxruntime", "pillow", "numpy"):
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            found[package] = "unknown"
    return found
