"""SANA-Sprint, whose steps are counted on a circle: a family that is drawn with what its pipeline says of itself."""

from typing import Any

import numpy as np
import pytest

from engine.models.describe import describe
from engine.renderers.diffusion.drawing import draw
from engine.renderers.diffusion.families import settings
from engine.renderers.diffusion.jobs import Job
from engine.renderers.diffusion.loading import Loaded, load
from engine.renderers.diffusion.regional import repainted
from engine.renderers.region import Patch
from tests.fakes import Silent
from tests.tiny.families import sana

SIDE = 64


@pytest.fixture(scope="module")
def sprint(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    from diffusers import SanaSprintPipeline, SCMScheduler

    folder = tmp_path_factory.mktemp("sprint")
    SanaSprintPipeline(**sana(guidance_embeds=True).components | {"scheduler": SCMScheduler()}).save_pretrained(folder)
    found = describe(folder).model
    assert found.family == "sana-sprint"
    return load(found, "fp32")


def job(**changes: Any) -> Job:
    return Job(**{"prompt": "a cat", "width": SIDE, "height": SIDE, "steps": 2, "guidance": 4.5, "seed": 3, **changes})


def test_it_takes_two_steps_of_its_own(sprint: Loaded) -> None:
    found = settings(sprint.traits, sprint.pipeline)
    assert (found.steps, found.guidance, found.few) == (2, 4.5, True)
    assert dict(sprint.traits.pipelines) == {"text": "SanaSprintPipeline"}


@pytest.mark.parametrize("steps", [1, 2, 4])
def test_it_draws_in_any_number_of_steps(steps: int, sprint: Loaded) -> None:
    context = Silent()
    pixels = draw(sprint, job(steps=steps), context)
    assert pixels.shape == (SIDE, SIDE, 3)
    assert pixels.std() > 5
    assert len(context.stages) == steps + 1


def test_a_part_of_a_picture_is_drawn_anew(sprint: Loaded) -> None:
    picture = np.random.default_rng(0).integers(0, 255, (SIDE, SIDE, 3)).astype(np.uint8)
    right = np.zeros((SIDE, SIDE), np.float32)
    right[:, SIDE // 2 :] = 1
    patch = Patch(pixels=picture, mask=right, strength=1.0, place=np.s_[:SIDE, :SIDE], steps=1.0)
    assert repainted(sprint, job(), patch, Silent()).std() > 5
