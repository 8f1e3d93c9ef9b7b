"""A model is drawn with after its licence was accepted, and what it draws says under which licence."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from engine.errors import BadInput
from engine.models import Model, library
from engine.models.catalogue import terms_of
from engine.models.importing import import_model, remove_model
from engine.models.licences import accept
from engine.renderers.diffusion import Diffusion
from engine.renderers.diffusion.kit import Kit, assembled
from engine.renderers.diffusion.memory import Placement
from engine.types import Brief, Canvas, Plan, Sampling
from tests.desktop.models import lora
from tests.fakes import Silent


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


def test_nothing_that_is_at_work_can_be_removed(
    tiny: Callable[[str], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests.tiny import extras

    model = taken(tiny("sd15"), "openrail++")
    style = taken(extras.lora("sd15", tmp_path), "openrail++")
    net = taken(extras.controlnet("sd15", tmp_path / "net"), "openrail++")
    tried: list[str] = []

    def ready(self: Diffusion, kit: Kit, placement: Placement) -> None:
        for one in kit.everything():
            with pytest.raises(BadInput, match="is in use"):
                remove_model(library(), one)
            tried.append(one.id)
        raise BadInput("Enough.")

    monkeypatch.setattr(Diffusion, "_ready", ready)
    sampling = Sampling(steps=1, loras=((style.id, 1.0),), controlnet=net.id)
    canvas = Canvas(width=64, height=64, aspect="1:1", size="512")
    brief = Brief(prompt="a cat", model=model.id, sampling=sampling)
    with pytest.raises(BadInput, match="Enough"):
        Diffusion().render(Plan(canvas=canvas, kind="picture", elements=()), brief, 1, Silent())
    assert tried == [model.id, style.id, net.id]
    remove_model(library(), style)
