"""A model is drawn with after its licence was accepted, and what it draws says under which licence."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from engine.errors import BadInput
from engine.models import Model, library
from engine.models.catalogue import terms_of
from engine.models.importing import import_model
from engine.models.licences import accept
from engine.renderers.diffusion.kit import assembled
from engine.types import Brief
from tests.desktop.models import lora


def taken(source: Path, licence: str = "") -> Model:
    return import_model(library(), source, lambda _: None, licence=licence)


def test_a_restricted_model_waits_for_its_licence(tiny: Callable[[str], Path]) -> None:
    model = taken(tiny("sd3"))
    assert terms_of(model).id == "stabilityai-community"
    with pytest.raises(BadInput, match="below US"):
        assembled(Brief(model=model.id), library())
    accept(terms_of(model), model.id)
    said = str(assembled(Brief(model=model.id), library()).parameters()["licence"])
    assert said.startswith("Stability AI Community License (5 July 2024). Commercial use only below US$ 1 million")


def test_what_is_added_to_a_model_brings_its_own_licence(tiny: Callable[[str], Path], tmp_path: Path) -> None:
    model, style = taken(tiny("sdxl"), "openrail++"), taken(lora(tmp_path / "style.safetensors"), "cc-by-nc-4.0")
    brief = Brief(model=model.id)
    brief = brief.replace(sampling=brief.sampling.replace(loras=((style.id, 1.0),)))
    with pytest.raises(BadInput, match="Not for commercial use"):
        assembled(brief, library())
    accept(terms_of(style), style.id)
    said = str(assembled(brief, library()).parameters()["licence"])
    assert "Open RAIL++-M" in said
    assert "Not for commercial use." in said


def test_a_bare_denoiser_takes_the_folder_of_its_family_that_is_nearest_in_size(
    tiny: Callable[[str], Path], tmp_path: Path
) -> None:
    from diffusers import FluxTransformer2DModel

    small, large = tiny("flux"), Path(shutil.copytree(tiny("flux"), tmp_path / "a larger one"))
    config = FluxTransformer2DModel.load_config(large, subfolder="transformer")
    FluxTransformer2DModel.from_config({**config, "num_layers": 3}).save_pretrained(large / "transformer")
    folders = {folder: taken(folder) for folder in (small, large)}
    for folder, base in folders.items():
        file = shutil.copy(folder / "transformer" / "diffusion_pytorch_model.safetensors", tmp_path / f"{base.id}.safetensors")
        assert assembled(Brief(model=taken(Path(file)).id), library()).base == base
