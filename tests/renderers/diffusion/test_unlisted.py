"""Families that are drawn with what their pipeline says of itself, some of whose pipelines take no callback; and FLUX.2-dev."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.errors import BadInput, Cancelled
from engine.models.describe import describe
from engine.renderers.diffusion.drawing import draw
from engine.renderers.diffusion.families import Settings, settings
from engine.renderers.diffusion.jobs import Job, Placed
from engine.renderers.diffusion.loading import Loaded, load
from tests.fakes import Silent
from tests.renderers.diffusion.test_regional import RIGHT, last_grid
from tests.tiny import words
from tests.tiny.families import stir
from tests.tiny.parts import t5_text
from tests.tiny.unlisted import UNLISTED

SIDE = 64
PICTURE = np.random.default_rng(0).integers(0, 255, (SIDE, SIDE, 3)).astype(np.uint8)


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Any:
    import torch

    @cache
    def loaded(family: str) -> Loaded:
        torch.manual_seed(0)
        pipeline = UNLISTED[family]()
        stir(pipeline.transformer)
        folder = tmp_path_factory.mktemp(family)
        pipeline.save_pretrained(folder)
        found = describe(folder).model
        assert found.family == family
        return load(found, "fp32")

    return loaded


def job(model: Loaded, **changes: Any) -> Job:
    guidance = settings(model.traits, model.pipeline).guidance
    return Job(**{"prompt": "a cat", "width": SIDE, "height": SIDE, "steps": 2, "guidance": guidance, "seed": 3, **changes})


@pytest.mark.parametrize("family", UNLISTED)
def test_each_draws_shows_its_steps_and_is_cancelled_within_one(family: str, loaded: Any) -> None:
    model, context = loaded(family), Silent()
    pixels = draw(model, job(model), context, projection=model.projection())
    assert pixels.shape == (SIDE, SIDE, 3)
    assert pixels.std() > 5
    assert [done for _, done in context.stages] == [0.0, 0.5, 1.0]
    assert len(context.previews) == 2
    with pytest.raises(Cancelled):
        draw(model, job(model), Silent(cancel_after=2))


@pytest.mark.parametrize("family", UNLISTED)
def test_what_is_locked_ends_as_it_was(family: str, loaded: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    grid, clean = last_grid(loaded(family), RIGHT, monkeypatch)
    half = clean.shape[2] // 2
    assert (grid - clean)[..., :half].abs().max() < 1e-4
    assert (grid - clean)[..., half:].abs().mean() > 0.05


def test_flux2_dev_is_told_of_places_and_shown_references(loaded: Any) -> None:
    model = loaded("flux2")
    plain = draw(model, job(model), Silent())
    left = Placed((0.0, 0.0, 0.5, 1.0), "a red cube")
    for changes in ({"placed": (left, left)}, {"references": (PICTURE, PICTURE)}):
        assert np.any(draw(model, job(model, **changes), Silent()) != plain)


def test_a_distilled_one_takes_few_steps(loaded: Any) -> None:
    model = loaded("krea2")
    assert settings(model.traits, model.pipeline) == Settings(8, 0.0, when=("", "is_distilled", True))


def test_a_pipeline_that_works_without_a_vae_is_refused_with_its_name(tmp_path: Path) -> None:
    from diffusers import DDPMScheduler, IFPipeline, UNet2DConditionModel

    unet = UNet2DConditionModel(
        block_out_channels=(4,), norm_num_groups=1, down_block_types=("DownBlock2D",), up_block_types=("UpBlock2D",),
        attention_head_dim=4, cross_attention_dim=4, layers_per_block=1,
    )  # fmt: skip
    IFPipeline(words.t5(), t5_text(), unet, DDPMScheduler(), None, None, None, requires_safety_checker=False).save_pretrained(
        tmp_path / "if"
    )
    with pytest.raises(BadInput, match="if is DeepFloyd IF, which is not drawn here"):
        load(describe(tmp_path / "if").model, "fp32")
