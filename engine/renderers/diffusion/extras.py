"""What is added to a loaded model: LoRAs, a ControlNet, a VAE in place of its own, an IP-Adapter for references."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from engine.errors import BadInput
from engine.models import Model
from engine.renderers.diffusion.kit import Kit
from engine.renderers.diffusion.loading import Loaded, diffusers, dtype, told

IP_SCALE = 0.6
"""How much an IP-Adapter has to say beside the prompt."""


def equip(loaded: Loaded, kit: Kit) -> None:
    """The kit's LoRAs, ControlNet and IP-Adapter, and no others, go with the model from now on."""
    set_loras(loaded, kit.loras)
    set_controlnet(loaded, kit.controlnet)
    set_ip_adapter(loaded, kit.adapter)


def set_loras(loaded: Loaded, loras: Sequence[tuple[Model, float]]) -> None:
    """Exactly these LoRAs with these weights are at work from now on; the same ones again cost nothing."""
    wanted = [lora.path for lora, _ in loras]
    pipeline = loaded.pipeline
    if wanted != loaded.loras:
        if loaded.loras:
            pipeline.unload_lora_weights()
            loaded.loras = []
        for number, (lora, _) in enumerate(loras):
            with told(lora):
                pipeline.load_lora_weights(
                    str(lora.file.parent), weight_name=lora.file.name, adapter_name=f"lora{number}", local_files_only=True
                )
            loaded.loras = wanted[: number + 1]
            if not any(f"lora{number}" in names for names in pipeline.get_list_adapters().values()):
                raise BadInput(f"Nothing in “{lora.name}” fits “{loaded.model.name}”.", "Choose a LoRA that was made for it.")
    if loras:
        pipeline.set_adapters([f"lora{number}" for number in range(len(loras))], [weight for _, weight in loras])


def set_controlnet(loaded: Loaded, controlnet: Model | None) -> None:
    """This ControlNet, or none, is there for the modes that follow one."""
    path = controlnet.path if controlnet else ""
    if path == loaded.controlnet_path:
        return
    net = None
    if controlnet is not None:
        kind = getattr(diffusers(), loaded.traits.controlnet, None)
        if kind is None:
            raise BadInput(
                f"{loaded.model.name} works with no ControlNet.", "Leave it out, or choose a model of another family."
            )
        with told(controlnet):
            net = _controlnet(kind, controlnet, loaded)
    loaded.add(controlnet=net)
    loaded.controlnet_path = path


def set_vae(loaded: Loaded, vae: Model) -> None:
    """This VAE takes the place of the model's own."""
    own = loaded.pipeline.vae
    with told(vae):
        if vae.layout == "folder":
            new = type(own).from_pretrained(
                vae.path, dtype=dtype(loaded.precision), local_files_only=True, use_safetensors=True
            )
        else:
            with TemporaryDirectory() as config:
                own.save_config(config)
                new = type(own).from_single_file(vae.path, config=config, dtype=dtype(loaded.precision), local_files_only=True)
    loaded.add(vae=new)


def set_ip_adapter(loaded: Loaded, adapter: Model | None) -> None:
    """This IP-Adapter, or none, shows the model its references."""
    path = adapter.path if adapter else ""
    if path == loaded.adapter_path:
        return
    if loaded.adapter_path:
        loaded.pipeline.unload_ip_adapter()
    elif hasattr(loaded.pipeline, "disable_attention_slicing"):
        loaded.pipeline.disable_attention_slicing()
    loaded.adapter_path = ""
    if adapter is not None:
        file = _weights(adapter.file)
        if not (file.parent / "image_encoder").is_dir():
            raise BadInput(
                f"The image encoder of “{adapter.name}” is missing.", f"Put its folder image_encoder into {file.parent}."
            )
        with told(adapter):
            loaded.pipeline.load_ip_adapter(str(file.parent), subfolder="", weight_name=file.name, local_files_only=True)
        loaded.pipeline.set_ip_adapter_scale(IP_SCALE)
        loaded.adapter_path = path
    loaded.add()


def _controlnet(kind: Any, controlnet: Model, loaded: Loaded) -> Any:
    precision = dtype(loaded.precision)
    if controlnet.layout == "folder":
        return kind.from_pretrained(controlnet.path, dtype=precision, local_files_only=True, use_safetensors=True)
    if not hasattr(kind, "from_unet"):
        raise BadInput(f"“{controlnet.name}” comes without its configuration.", "Import it as a diffusers folder.")
    with TemporaryDirectory() as config:
        kind.from_unet(loaded.denoiser, load_weights_from_unet=False).save_config(config)
        return kind.from_single_file(controlnet.path, config=config, dtype=precision, local_files_only=True)


def _weights(place: Path) -> Path:
    return next(iter(sorted(place.glob("*.safetensors"))), place) if place.is_dir() else place
