"""The contract of renderers, on those that draw here at once; the onnx renderer's own test asks it of that one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from engine.models import library
from engine.renderers.diffusion import Diffusion
from engine.renderers.studio import Studio
from engine.types import Brief, Canvas, Element, Plan, Sampling
from tests.fakes import Silent
from tests.renderers.contract import kept_and_drawn

SIGN = Element(id="t", label="headline", kind="text", text="HI", colors=("red",), box=(0.1, 0.1, 0.9, 0.9))
PLAN = Plan(canvas=Canvas(width=64, height=64, aspect="1:1", size="512"), kind="flat", elements=(SIGN,))


def test_the_studio_keeps_what_is_outside() -> None:
    studio, brief = Studio(), Brief(prompt="a sign")
    assert all(
        kept and drawn for kept, drawn in kept_and_drawn(studio, PLAN, brief, studio.render(PLAN, brief, 1, Silent()), 1.0)
    )


@pytest.mark.parametrize("family", ["sd15", "flux", "sana"])
def test_a_model_keeps_what_is_outside(family: str, tiny: Callable[[str], Path]) -> None:
    library().share(tiny(family).parent)
    brief = Brief(prompt="a sign", model=library().find(family).id, quality="fast", sampling=Sampling(steps=2))
    renderer = Diffusion()
    assert all(
        kept and drawn
        for kept, drawn in kept_and_drawn(renderer, PLAN, brief, renderer.render(PLAN, brief, 1, Silent()), 1.0, 0.5)
    )
    renderer.unload()
