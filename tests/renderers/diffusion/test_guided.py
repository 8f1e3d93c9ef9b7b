"""The whole renderer on a tiny model: it starts from the studio's draft, and goes on where memory runs out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from engine.models import library
from engine.planners.grammar import Grammar
from engine.renderers.diffusion import Diffusion, drawing, passes
from engine.renderers.diffusion.briefing import resized
from engine.renderers.diffusion.jobs import Job
from engine.renderers.studio import Studio
from engine.types import Array, Brief, Plan, Render, Sampling
from tests.fakes import Silent


@pytest.fixture
def model(tiny: Callable[[str], Path]) -> str:
    library().share(tiny("sd15").parent)
    return library().find("sd15").id


def asked(prompt: str, model: str, **options: Any) -> tuple[Plan, Brief]:
    brief = Brief(prompt=prompt, size="512", model=model, sampling=Sampling(steps=4), **options)
    plan = Grammar().plan(brief)
    return plan.replace(canvas=plan.canvas.replace(width=64, height=64)), brief


def drawn(plan: Plan, brief: Brief, context: Silent) -> Render:
    renderer = Diffusion()
    try:
        return renderer.render(plan, brief, 1, context)
    finally:
        renderer.unload()


def test_a_plan_that_the_studio_can_draw_starts_from_its_draft(model: str, monkeypatch: pytest.MonkeyPatch) -> None:
    jobs, own = list[Job](), drawing.draw

    def seen(loaded: Any, job: Job, *others: Any, **options: Any) -> Array:
        jobs.append(job)
        return own(loaded, job, *others, **options)

    monkeypatch.setattr(passes, "draw", seen)
    plan, brief = asked('A poster that says "HI" in black on white', model)
    context = Silent()
    made = drawn(plan, brief, context)
    draft = Studio().render(plan, brief, 1, Silent()).pixels.array
    assert jobs[0].image is not None
    assert np.corrcoef(resized(jobs[0].image, (64, 64)).ravel(), draft.ravel())[0, 1] > 0.98
    assert made.parameters["strength"] == jobs[0].strength == 0.43
    assert made.masks == {}
    assert "draft" in {stage for stage, _ in context.stages}


@pytest.mark.parametrize("prompt", ["a ginger cat asleep", "a red box on a table"])
def test_a_quick_picture_of_a_scene_is_not_drafted(model: str, prompt: str) -> None:
    assert "strength" not in drawn(*asked(prompt, model, quality="fast"), Silent()).parameters


@pytest.mark.parametrize("guidance", [1.0, 7.0])
def test_a_negative_prompt_without_effect_is_told_once(model: str, guidance: float) -> None:
    plan, brief = asked("a ginger cat asleep", model, quality="fast")
    brief = brief.replace(sampling=Sampling(steps=1, negative=f"rain at {guidance}", guidance=guidance))
    told = "A negative prompt has no effect at a guidance of 1 or less, so yours is left out."
    context = Silent()
    made = [drawn(plan, brief, context).parameters.get("negative prompt") for _ in range(2)]
    assert context.told == ([told] if guidance == 1 else [])
    assert made == [None, None] if guidance == 1 else all(str(words).startswith("rain") for words in made)


def test_a_model_that_reads_no_negative_prompt_is_told_as_such(tiny: Callable[[str], Path]) -> None:
    library().share(tiny("flux").parent)
    plan, brief = asked("a ginger cat asleep", library().find("flux").id, quality="fast")
    context = Silent()
    drawn(plan, brief.replace(sampling=Sampling(steps=1, negative="fog")), context)
    assert context.told == ["This model reads no negative prompt, so yours is left out."]


def test_running_out_of_memory_is_told_and_recorded(model: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The door is the VAE: it raises what torch raises on a full GPU until it decodes in tiles."""
    from diffusers import AutoencoderKL

    own = AutoencoderKL.decode

    def full(self: Any, *arguments: Any, **named: Any) -> Any:
        if not self.use_tiling:
            raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB.")
        return own(self, *arguments, **named)

    plan, brief = asked("a ginger cat asleep", model, quality="fast")
    whole = drawn(plan, brief, Silent())
    monkeypatch.setattr(AutoencoderKL, "decode", full)
    context = Silent()
    made = drawn(plan.replace(canvas=plan.canvas.replace(width=72)), brief, context)
    assert made.parameters["tiled decoding"] == 1
    assert "tiled decoding" not in whole.parameters
    assert [sentence.partition(";")[0] for sentence in context.told][-1] == "Memory is still short"
    assert made.pixels.shape == (64, 72, 3)
