"""What the bench damages: the shipped briefs drawn small by the studio, and photographs that scikit-image carries."""

from __future__ import annotations

from functools import cached_property, lru_cache

from engine import registry
from engine.api import Quiet
from engine.bench import briefs
from engine.bench.fault import Fault, damage_box
from engine.renderers.studio import Studio
from engine.thresholds import threshold
from engine.training import clean
from engine.types import Array, Brief, Canvas, Plan, Raster, Render, Requirement, RequirementKind

FLAT = ("poster-bakery", "poster-concert", "banner-sale", "card-business", "label-olive", "social-cjk")
STAGED = ("prims-relations", "prims-count", "can-soda", "box-cereal", "brand-box", "no-text")
PHOTOGRAPHS = ("astronaut", "brick", "coins", "rocket")
"""Those from which no critic that ships has learnt."""


class Subject:
    """One clean picture: the brief, its plan, and the studio's render of it, drawn when it is first asked for."""

    def __init__(self, name: str, brief: Brief) -> None:
        self.name = name
        self.brief = brief
        self.plan = with_view(registry.planner().plan(brief))

    @cached_property
    def render(self) -> Render:
        return drawn(self.plan, self.brief)


def drawn(plan: Plan, brief: Brief) -> Render:
    return Studio().render(plan, brief, brief.seed, Quiet())


@lru_cache(maxsize=1)
def flat() -> tuple[Subject, ...]:
    return subjects(FLAT, "1k")


@lru_cache(maxsize=1)
def staged() -> tuple[Subject, ...]:
    return subjects(STAGED, "512")


@lru_cache(maxsize=1)
def photographs() -> dict[str, tuple[Plan, Render]]:
    """Pictures without masks, asked only for what holds of any: an even horizon and no artifacts."""
    return {name: _photograph(picture) for name, picture in clean.photographs(PHOTOGRAPHS).items()}


def with_view(plan: Plan) -> Plan:
    """The plan of a scene that also asks for the camera it was staged with."""
    if plan.kind == "flat" or any(one.kind == "view" for one in plan.requirements):
        return plan
    camera = plan.camera
    asked = Requirement(
        id="view", kind="view", expected=(camera.azimuth, camera.elevation, camera.roll), threshold=threshold("view", "degrees")
    )
    return plan.replace(requirements=(*plan.requirements, asked))


def subjects(names: tuple[str, ...], size: str) -> tuple[Subject, ...]:
    """Shipped briefs at a size, drawn when they are asked for."""
    entries = {entry["id"]: entry for entry in briefs(list(names))}
    return tuple(
        Subject(name, Brief(prompt=entry["prompt"], aspect=entry["aspect"], size=size, quality="fast", renderer="studio"))
        for name in names
        for entry in (entries[name],)
    )


def _photograph(pixels: Array) -> tuple[Plan, Render]:
    height, width = pixels.shape[:2]
    plan = Plan(
        canvas=Canvas(width=width, height=height, aspect="1:1", size="512"),
        kind="picture",
        elements=(),
        requirements=(Requirement(id="artifact", kind="artifact", threshold=threshold("artifact", "score")),),
    )
    return with_view(plan), Render(renderer="file", pixels=Raster(pixels))


def broken(
    kind: RequirementKind,
    name: str,
    strength: str,
    subject: Subject,
    requirement: str,
    plan: Plan,
    render: Render,
    wrong: bool | None = True,
) -> Fault:
    """What the render shows of the subject, held against the plan: the fault, and where it differs from the sound picture."""
    box = damage_box(subject.render.pixels.array, render.pixels.array)
    return Fault(kind, name, strength, subject.name, requirement, plan, render, wrong, box)
