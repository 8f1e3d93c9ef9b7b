"""Faults of the whole picture: each way in which renderers fail, done to studio renders and photographs."""

from __future__ import annotations

from collections.abc import Iterator

from engine.bench.fault import Fault
from engine.bench.subjects import flat, photographs, staged
from engine.critics.artifact import group_of
from engine.critics.draft import untouched
from engine.critics.looking import box_of
from engine.critics.onnx import card
from engine.training.damage import DAMAGES, damaged
from engine.types import Plan, Raster, Render

STRENGTHS = {"slight": 0.25, "moderate": 0.5, "strong": 1.0}


def artifacts() -> Iterator[Fault]:
    """Each damage at each strength on each picture that it changes; whether a slight one is wrong is a matter of opinion."""
    for seed, (name, (plan, render)) in enumerate(sorted(_pictures().items())):
        for kind in DAMAGES:
            for word, strength in STRENGTHS.items():
                pixels, where = damaged(kind, render.pixels.array, strength, seed)
                if where.any():
                    spoilt = render.replace(pixels=Raster(pixels))
                    wrong = None if word == "slight" else True
                    yield Fault("artifact", kind, word, name, "artifact", plan, spoilt, wrong, box_of(where))


def told(fault: Fault) -> bool:
    """Whether the critic tells this kind of damage on such a picture."""
    drawn_again = fault.plan.kind == "flat" and untouched(fault.plan, fault.render)
    return drawn_again or fault.name in card("flaws")[group_of(fault.plan, fault.render)]["thresholds"]


def _pictures() -> dict[str, tuple[Plan, Render]]:
    drawn = {subject.name: (subject.plan, subject.render) for subject in (*flat()[:3], *staged()[:4])}
    return photographs() | drawn
