"""A kit in memory for ONNX Runtime: networks without weights, one whole where it is asked for, and their files told apart."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("diffusers", reason="needs the diffusion extra")

from engine.renderers.diffusion import loading
from engine.renderers.diffusion.kit import Kit
from engine.renderers.diffusion.loading import load
from engine.renderers.onnx import faces
from engine.renderers.onnx.kits import components, kept_in, loaded
from engine.renderers.onnx.networks import networks
from tests.renderers.onnx.pairs import described
from tests.tiny import extras, ldm
from tests.tiny.families import FAMILIES

PATHS = ["folder", "checkpoint", "denoiser", "gguf"]


def empty(network: Any) -> bool:
    return {weight.untyped_storage().nbytes() for weight in network.parameters()} == {4}


def kit(kind: str, tiny: Callable[[str], Path], folder: Path, monkeypatch: pytest.MonkeyPatch) -> Kit:
    """A model as people have it."""
    family = "sd15" if kind == "checkpoint" else "flux"
    base = described(tiny(family), "pipeline", family)
    if kind == "folder":
        return Kit(base)
    if kind == "denoiser":
        file = tiny(family) / "transformer" / "diffusion_pytorch_model.safetensors"
        return Kit(described(file, "transformer", family, "file"), base)
    if kind == "gguf":
        return Kit(
            described(extras.gguf(tiny(family) / "transformer", folder / "flux.gguf"), "transformer", family, "gguf"), base
        )
    for module in (loading, faces):
        monkeypatch.setattr(module, "config_folder", lambda *_: base.file)
    return Kit(described(ldm.save(load(base, "fp32").pipeline, folder / "one.safetensors"), "checkpoint", family, "file"))


@pytest.mark.slow
@pytest.mark.parametrize("kind", PATHS)
def test_only_the_network_that_is_asked_for_has_its_weights(
    kind: str, tiny: Callable[[str], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import torch

    made = kit(kind, tiny, tmp_path, monkeypatch)
    whole = networks(load(made.model, "fp32", made.base).pipeline.components)
    assert len(whole) == (5 if made.model.family == "flux" else 4)
    for asked in ("", "text_encoder", "transformer" if "transformer" in whole else "unet"):
        found = networks(components(loaded(made, "fp32", asked)))
        assert {name for name, network in found.items() if not empty(network)} == {asked, "vae_encoder", "vae_decoder"} - {""}
        for name, network in found.items():
            assert network.dtype == whole[name].dtype if hasattr(network, "dtype") else True
            if not empty(network):
                assert all(torch.equal(a, b) for a, b in zip(network.parameters(), whole[name].parameters(), strict=True))


@pytest.mark.parametrize("family", FAMILIES)
def test_every_family_has_a_face(family: str, tiny: Callable[[str], Path]) -> None:
    made = loaded(Kit(described(tiny(family), "pipeline", family)), "fp16")
    found = {name: network for name, network in networks(components(made)).items() if not name.startswith("vae")}
    assert {"transformer", "unet"} & found.keys()
    assert "text_encoder" in found
    assert all(
        weight.untyped_storage().nbytes() == weight.element_size() for one in found.values() for weight in one.parameters()
    )


def test_files_are_those_of_the_weights_that_are_at_work(tiny: Callable[[str], Path], tmp_path: Path) -> None:
    model = described(tiny("sd15"), "pipeline", "sd15")
    lora = described(extras.lora("sd15", tmp_path), "lora", "sd15", "file")
    net = described(extras.controlnet("sd15", tmp_path / "net"), "controlnet", "sd15")
    names = ("text_encoder", "unet", "vae_decoder", "controlnet")

    def kept(**parts: Any) -> list[Path]:
        return [kept_in(Kit(model, **parts), "fp32", name) for name in names]

    def changed(one: list[Path], other: list[Path]) -> set[str]:
        return {name for name, a, b in zip(names, one, other, strict=True) if a != b}

    plain, with_lora = kept(), kept(loras=((lora, 1.0),))
    assert changed(plain, with_lora) == {"unet"}
    assert changed(with_lora, kept(loras=((lora, 0.7),))) == {"unet"}
    assert changed(plain, kept(controlnet=net)) == {"controlnet"}
    assert changed(plain, kept(vae=described(extras.vae_folder(tmp_path / "vae"), "vae", "sd15"))) == {"vae_decoder"}
    os.utime(lora.file, (1, 1))
    assert changed(with_lora, kept(loras=((lora, 1.0),))) == {"unet"}, "another file by the same name"
    assert kept_in(Kit(model), "fp16", "unet") != plain[1]


def test_a_controlnet_and_an_image_encoder_have_faces_too(tiny: Callable[[str], Path], tmp_path: Path) -> None:
    model = described(tiny("sd15"), "pipeline", "sd15")
    net = described(extras.controlnet("sd15", tmp_path / "net"), "controlnet", "sd15")
    adapter = described(extras.ip_adapter("sd15", tmp_path / "adapter"), "ip-adapter", "sd15")
    for asked in ("", "controlnet", "image_encoder"):
        found = networks(components(loaded(Kit(model, controlnet=net, adapter=adapter), "fp32", asked)))
        for name in ("controlnet", "image_encoder"):
            assert empty(found[name]) == (name != asked)
