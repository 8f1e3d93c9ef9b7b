"""Every family in every mode that it has, on tiny models: real pipelines, two steps, 64 pixels."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, cast

import numpy as np
import pytest

from engine.models import Family, Model
from engine.renderers.diffusion.drawing import draw, mode_of
from engine.renderers.diffusion.families import FAMILIES, settings
from engine.renderers.diffusion.jobs import Job
from engine.renderers.diffusion.loading import Loaded, load
from tests.fakes import Silent
from tests.tiny import families

SIDE = 64
PICTURE = np.random.default_rng(0).integers(0, 255, (SIDE, SIDE, 3)).astype(np.uint8)
MASK = np.zeros((SIDE, SIDE), np.uint8)
MASK[16:48, 16:48] = 255
JOBS: dict[str, dict[str, Any]] = {
    "text": {},
    "image": {"image": PICTURE, "strength": 0.5},
    "inpaint": {"image": PICTURE, "mask": MASK, "strength": 0.8},
    "edit": {"references": (PICTURE,)},
}
CASES = [(family, mode) for family in families.FAMILIES for mode in JOBS if mode in FAMILIES[cast(Family, family)].pipelines]


@pytest.fixture(scope="module")
def loaded(tiny: Callable[[str], Path]) -> Callable[[str], Loaded]:
    return cache(lambda family: load(described(tiny(family), family), "fp32"))


def described(folder: Path, family: str) -> Model:
    return Model(
        id=family, name=family, path=str(folder), role="pipeline", family=cast(Family, family), layout="folder",
        precision="fp32", parameters=0, bytes=0,
    )  # fmt: skip


def job(**changes: Any) -> Job:
    return Job(**{"prompt": "a ginger cat", "width": SIDE, "height": SIDE, "steps": 2, "guidance": 4.0, "seed": 3, **changes})


@pytest.fixture(autouse=True)
def _small_references(monkeypatch: pytest.MonkeyPatch) -> None:
    """Qwen-Image-Edit brings every reference to a megapixel; a tiny one will do here."""
    monkeypatch.setattr("diffusers.pipelines.qwenimage.pipeline_qwenimage_edit_plus.VAE_IMAGE_SIZE", SIDE * SIDE)


@pytest.mark.parametrize(("family", "mode"), CASES)
def test_each_family_draws_in_each_mode(family: str, mode: str, loaded: Callable[[str], Loaded]) -> None:
    model, context = loaded(family), Silent()
    asked = job(guidance=settings(model.traits, model.pipeline).guidance, **JOBS[mode])
    pixels = draw(model, asked, context, projection=model.projection())
    assert mode_of(asked, model.traits.pipelines) == mode
    assert pixels.shape == (SIDE, SIDE, 3)
    assert pixels.std() > 5
    shares = [done for _, done in context.stages]
    assert (shares[0], shares[-1]) == (0.0, 1.0)
    assert len(context.previews) == len(context.stages) - 1
    assert context.previews[-1].shape[2] == 3
    assert (pixels == draw(model, asked, Silent())).all(), "the same seed, the same picture"
    assert (pixels != draw(model, job(seed=4, **JOBS[mode]), Silent())).any()
