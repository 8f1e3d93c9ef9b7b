"""FLUX.1 Fill, which draws inside a mask alone; single files unlike the folder they complete; models that draw nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from engine.errors import BadInput
from engine.models import Model, library
from engine.models.describe import describe
from engine.models.importing import import_model
from engine.renderers.diffusion.drawing import draw
from engine.renderers.diffusion.families import settings
from engine.renderers.diffusion.jobs import Job
from engine.renderers.diffusion.kit import assembled
from engine.renderers.diffusion.loading import Loaded, load
from engine.renderers.diffusion.regional import repainted
from engine.renderers.region import Patch
from engine.types import Brief
from tests.fakes import Silent
from tests.models.files import safetensors
from tests.tiny.families import fill, stir

SIDE = 64
PICTURE = np.random.default_rng(0).integers(0, 255, (SIDE, SIDE, 3)).astype(np.uint8)
RIGHT = np.zeros((SIDE, SIDE), np.float32)
RIGHT[:, SIDE // 2 :] = 1


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    import torch

    torch.manual_seed(0)
    pipeline, place = fill(), tmp_path_factory.mktemp("fill")
    stir(pipeline.transformer)
    pipeline.save_pretrained(place)
    return place


def job(model: Loaded) -> Job:
    guidance = settings(model.traits, model.pipeline).guidance
    return Job(prompt="a cat", width=SIDE, height=SIDE, steps=2, guidance=guidance, seed=3)


def drawn(model: Loaded) -> None:
    """From words, and in a part of a picture, of which it is shown the rest and the mask."""
    assert draw(model, job(model), Silent()).std() > 5
    seen: list[int] = []
    model.denoiser.register_forward_pre_hook(
        lambda _, given, named: seen.append(named["hidden_states"].shape[-1]), with_kwargs=True
    )
    patch = Patch(PICTURE, RIGHT, 0.8, (slice(0, SIDE), slice(0, SIDE)))
    assert repainted(model, job(model), patch, Silent()).std() > 5
    assert set(seen) == {384}


def test_it_draws_from_words_and_in_a_region(folder: Path) -> None:
    found = describe(folder).model
    assert (found.family, found.channels) == ("flux", 96)
    drawn(load(found, "fp32"))


def test_a_file_of_it_takes_the_rest_from_any_folder_of_its_family(folder: Path, tiny: Callable[[str], Path]) -> None:
    file = folder / "transformer" / "diffusion_pytorch_model.safetensors"
    drawn(load(describe(file).model, "fp32", describe(tiny("flux")).model))
    plain = describe(tiny("flux") / "transformer" / "diffusion_pytorch_model.safetensors").model
    model = load(plain, "fp32", describe(folder).model)
    assert draw(model, job(model), Silent()).std() > 5


def test_a_file_whose_arrays_are_named_as_comfyui_names_them(tiny: Callable[[str], Path], tmp_path: Path) -> None:
    import torch
    from safetensors.torch import load_file, save_file

    weights = load_file(tiny("flux2") / "transformer" / "diffusion_pytorch_model.safetensors")
    save_file({f"model.diffusion_model.{key}": value for key, value in weights.items()}, tmp_path / "klein.safetensors")
    found = describe(tmp_path / "klein.safetensors").model
    assert (found.role, found.family) == ("transformer", "flux2")
    model = load(found, "fp32", describe(tiny("flux2")).model)
    there = model.denoiser.state_dict()
    assert there.keys() == weights.keys()
    assert all(torch.equal(there[key], value) for key, value in weights.items())


@pytest.mark.parametrize(
    ("shapes", "said"),
    [
        ({"double_blocks.0.img_attn.qkv.weight": (96, 32), "img_in.weight": (32, 128)}, "after a picture of depth or edges"),
        (
            {"input_blocks.0.0.weight": (4, 4, 3, 3), "label_emb.0.0.weight": (4, 4), "a.attn2.to_k.weight": (4, 1280)},
            "goes over pictures that SDXL drew",
        ),
        (
            {
                "conv_in.weight": (4, 4, 3, 3), "time_embedding.linear_1.weight": (4, 4), "encoder_hid_proj.weight": (4, 4),
                "add_embedding.linear_1.weight": (4, 4), "a.attn2.to_k.weight": (4, 2048),
            },
            "Kolors in one file",
        ),
    ],
)  # fmt: skip
def test_what_is_not_drawn_with_is_told_before_anything_is_loaded(
    shapes: dict[str, tuple[int, ...]], said: str, tmp_path: Path
) -> None:
    made: Model = import_model(library(), safetensors(tmp_path / "a.safetensors", shapes), lambda _: None, licence="mit")
    with pytest.raises(BadInput, match=said):
        assembled(Brief(model=made.id), library())
