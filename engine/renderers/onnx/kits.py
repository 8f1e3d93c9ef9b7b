"""A kit in memory for ONNX Runtime: its pipeline with networks that have no weights, but for one that is asked for whole."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from engine.models import Model, weights
from engine.renderers.diffusion import extras
from engine.renderers.diffusion.devices import Precision
from engine.renderers.diffusion.drawing import in_full
from engine.renderers.diffusion.kit import Kit
from engine.renderers.diffusion.loading import Loaded, diffusers, load
from engine.renderers.onnx.faces import face, faces

_SHARING: Final = ("z-image",)
"""Families whose ControlNet works with layers of the denoiser's."""
_TAUGHT: Final = ("text_encoder", "text_encoder_2", "text_encoder_3", "unet", "transformer")
"""What a LoRA may change."""


def loaded(kit: Kit, precision: Precision, whole: str = "") -> Loaded:
    """The kit's pipeline. The network `whole` has its weights, as it is with the kit's LoRAs and IP-Adapter; the VAE always."""
    empties = faces(kit.model, kit.base, precision)
    shared = kit.model.family in _SHARING and whole == "controlnet"
    for part in (whole, *(("transformer",) if shared else ())):
        empties.pop(part, None)
    made = load(kit.model, precision, kit.base, empties)
    made.traits = replace(made.traits, places="")
    if kit.vae is not None:
        extras.set_vae(made, kit.vae)
    if whole in _TAUGHT:
        extras.set_loras(made, kit.loras)
    _set_controlnet(made, kit.controlnet, empty=whole != "controlnet")
    _set_ip_adapter(made, kit.adapter, empty=whole != "image_encoder")
    if shared:
        made.mode("control")
    if precision != "fp32":
        in_full(made.pipeline.vae)
    return made


def components(loaded: Loaded) -> dict[str, Any]:
    return {**loaded.pipeline.components, "controlnet": loaded.controlnet}


def kept_in(kit: Kit, precision: Precision, name: str) -> Path:
    """The folder for the files of the network `name`: of the model that it belongs to, and no other's for other weights."""
    own, added = _belongs(kit, name), list[str]()
    if name in _TAUGHT:
        added += [f"{_state(lora)}:{weight}" for lora, weight in kit.loras if _changes(lora, name)]
    if name == "unet" and kit.adapter is not None:
        added.append(_state(kit.adapter))
    if name == "controlnet" and kit.model.family in _SHARING:
        added.append(_state(kit.model))
    what = " ".join((precision, _state(own), *added))
    return Path(f"{own.id}-{hashlib.sha256(what.encode()).hexdigest()[:10]}")


def _belongs(kit: Kit, name: str) -> Model:
    if name == "controlnet" and kit.controlnet is not None:
        return kit.controlnet
    if name == "image_encoder" and kit.adapter is not None:
        return kit.adapter
    if name.startswith("vae") and kit.vae is not None:
        return kit.vae
    return kit.model if name in ("unet", "transformer") or kit.base is None else kit.base


def _changes(lora: Model, name: str) -> bool:
    """Whether the LoRA has a word in the network: few have one in a text encoder."""
    return not name.startswith("text") or any(
        "text_encoder" in key or "lora_te" in key for key in weights.read(lora.file).tensors
    )


def _state(model: Model) -> str:
    """Tells a model's weights from others that its file may come to hold."""
    files = sorted(model.file.rglob("*.safetensors")) if model.file.is_dir() else [model.file]
    return " ".join((model.id, model.sha256, *(f"{file.stat().st_size} {file.stat().st_mtime_ns}" for file in files)))


def _set_controlnet(made: Loaded, controlnet: Model | None, *, empty: bool) -> None:
    own = getattr(diffusers(), made.traits.controlnet, None)
    if controlnet is None or not empty or own is None or controlnet.layout != "folder":
        extras.set_controlnet(made, controlnet)
    else:
        made.add(controlnet=face(own, controlnet.file, made.precision))


def _set_ip_adapter(made: Loaded, adapter: Model | None, *, empty: bool) -> None:
    if adapter is not None and empty:
        from transformers import CLIPVisionModelWithProjection

        encoder = (adapter.file if adapter.file.is_dir() else adapter.file.parent) / "image_encoder"
        if encoder.is_dir():
            made.add(image_encoder=face(CLIPVisionModelWithProjection, encoder, made.precision))
    extras.set_ip_adapter(made, adapter)
