"""Which parts exist: explicit lists, imported when they are asked for."""

from __future__ import annotations

import platform
import sys
from collections.abc import Callable
from ctypes.util import find_library
from functools import cache, partial
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final

from engine.api import Critic, Fixer, Parts, Planner, Renderer
from engine.errors import BadInput
from engine.trust.opinion import Opinion, wanted
from engine.trust.safety import Policy, policy
from engine.types import Brief

if TYPE_CHECKING:
    from engine.renderers.host import Hosted

RENDERERS: Final = ("studio", "diffusion", "onnx")
EXTRA: Final = "uv sync --extra diffusion"


def parts(brief: Brief, opinion: Opinion | None = None) -> Parts:
    """The parts that a run of this brief works with. `opinion` takes the place of the one that the user has chosen.

    Raises BadInput for a choice that cannot be used.
    """
    from engine.models.critics import installed

    asked, rules = opinion or wanted(), policy()
    named = {"opinion": f"{asked.model} at {asked.address}"} if asked.on else {}
    named |= {f"critic {one.card.kind}": f"{one.model.id} {one.model.sha256}" for one in reversed(installed())}
    seeing = (*critics(), *policing(rules), *second(asked))
    return Parts(planner(asked), renderers(brief), seeing, fixers(), versions() | named, warming())


def planner(opinion: Opinion | None = None) -> Planner:
    """The grammar, under the safety policy; in a run the model of the `opinion` is asked first where the user wants that."""
    from engine.planners.asking import Asking
    from engine.planners.grammar import Grammar
    from engine.planners.policed import Policed

    return Policed(Asking(Grammar(), opinion) if opinion and opinion.on and opinion.plans else Grammar())


def renderers(brief: Brief) -> list[Renderer]:
    """The renderers that the brief allows and that have what they need, best first: a model that it names leads.

    Raises BadInput where none is left, and where the model named is not there.
    """
    from engine.models import library
    from engine.renderers.studio import Studio

    if brief.renderer not in {"auto", *RENDERERS}:
        names = ", ".join(RENDERERS)
        raise BadInput(f"There is no renderer {brief.renderer!r} in this installation.", f"Use auto or {names}.")
    if brief.renderer == "studio":
        return [Studio()]
    auto = brief.renderer == "auto"
    painters: list[Renderer] = [painter for painter in hosted() if auto or painter.id == brief.renderer]
    if not painters and (brief.model or not auto):
        name = "diffusion" if auto else brief.renderer
        raise BadInput(f"The {name} renderer is not installed.", f"Install it ({EXTRA}), or use the renderer studio.")
    if brief.model:
        library().find(brief.model)
    elif painters and not library().image_models():
        painters = []
    if auto:
        return [*painters, Studio()] if brief.model else [Studio(), *painters]
    if not painters:
        raise BadInput("There is no model here that makes pictures.", "Import one: plantain models import FILE.")
    return painters


@cache
def hosted() -> tuple[Hosted, ...]:
    """The renderers that hold a model, best first, each in a process of its own that all runs share; none without the extra.

    Torch computes on NVIDIA's cards; on Windows ONNX Runtime's DirectML does so on all others.
    """
    if any(find_spec(library) is None for library in ("torch", "diffusers")):
        return ()
    from engine.renderers.host import Hosted

    diffusion = Hosted("diffusion", "engine.renderers.diffusion:Diffusion")
    onnx = Hosted("onnx", "engine.renderers.onnx:Onnx")
    directml = sys.platform == "win32" and find_library("nvcuda") is None
    return (onnx, diffusion) if directml else (diffusion, onnx)


def unload() -> bool:
    """Give back the memory that models take; False where one is at work and keeps its own."""
    freed = [host.unload() for host in hosted()]
    return all(freed)


@cache
def critics() -> tuple[Critic, ...]:
    from engine.critics.artifact import ArtifactCritic
    from engine.critics.brand import BrandCritic
    from engine.critics.colour import ColourCritic
    from engine.critics.framing import FramingCritic
    from engine.critics.identity import IdentityCritic
    from engine.critics.likeness import embedded
    from engine.critics.position import PositionCritic
    from engine.critics.presence import PresenceCritic
    from engine.critics.size import SizeCritic
    from engine.critics.text import TextCritic
    from engine.critics.view import ViewCritic
    from engine.critics.words import WordsCritic
    from engine.renderers.studio import Studio

    return (
        SizeCritic(),
        TextCritic(Studio().unlit),
        ColourCritic(),
        PresenceCritic(),
        PositionCritic(),
        FramingCritic(),
        BrandCritic(),
        IdentityCritic([embedded]),
        WordsCritic(),
        ViewCritic(Studio().sketch),
        ArtifactCritic(Studio()),
    )


def warming() -> tuple[Callable[[], object], ...]:
    """Opens the networks that come with Plantain, each once."""
    from engine.critics.flaws import NETWORKS
    from engine.critics.onnx import shipped
    from engine.critics.text import ppocr

    return ppocr.warm, *(partial(shipped, name) for name in NETWORKS)


def policing(rules: Policy) -> tuple[Critic, ...]:
    """Who looks for what the safety policy names: nobody where all is off."""
    from engine.critics.safety import SafetyCritic

    return (SafetyCritic(rules),) if rules.on else ()


def second(opinion: Opinion) -> tuple[Critic, ...]:
    """Who is asked last, about what is unchecked still: nobody unless the user has named a model."""
    from engine.critics.opinion import OpinionCritic

    return (OpinionCritic(opinion),) if opinion.on else ()


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
    for package in ("torch", "diffusers", "transformers") if hosted() else ():
        found[package] = version(package)
    return found
