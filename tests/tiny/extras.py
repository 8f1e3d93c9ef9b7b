"""What is added to a pipeline: LoRAs, ControlNets, IP-Adapters, a VAE, a transformer as GGUF; tiny, with random weights."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.tiny.families import build, stir
from tests.tiny.parts import WIDTH, clip_vision, vae

ATTENTION = ["to_q", "to_k", "to_v"]


def lora(family: str, folder: Path, pipeline: Any = None, seed: int = 1) -> Path:
    """A LoRA on every attention of the family's denoiser, strong enough to be seen: a file pytorch_lora_weights.safetensors.

    Here and below, `pipeline` is what it is made for where that is not the family's own.
    """
    import torch
    from peft import LoraConfig, get_peft_model_state_dict

    pipeline = pipeline or build(family)
    torch.manual_seed(seed)
    part = "unet" if hasattr(pipeline, "unet") else "transformer"
    denoiser = getattr(pipeline, part)
    denoiser.add_adapter(LoraConfig(r=2, lora_alpha=2, target_modules=ATTENTION, init_lora_weights=False))
    for name, weight in denoiser.named_parameters():
        if "lora_B" in name:
            torch.nn.init.normal_(weight, std=2.0)
    pipeline.save_lora_weights(folder, **{f"{part}_lora_layers": get_peft_model_state_dict(denoiser)})
    return folder / "pytorch_lora_weights.safetensors"


def controlnet(family: str, folder: Path, pipeline: Any = None) -> Path:
    """A ControlNet made from the family's denoiser, its last layers random so that it has a say."""
    import torch

    pipeline = pipeline or build(family)
    torch.manual_seed(2)
    net = _CONTROLNETS[family](pipeline)
    stir(net)
    for name, weight in net.named_parameters():
        if "controlnet" in name:
            torch.nn.init.normal_(weight, std=0.5)
    net.save_pretrained(folder)
    return folder


def ip_adapter(family: str, folder: Path, pipeline: Any = None) -> Path:
    """An IP-Adapter for a U-Net family: ip-adapter.safetensors beside the image encoder it was made for."""
    import torch
    from safetensors.torch import save_file

    torch.manual_seed(3)
    unet = (pipeline or build(family)).unet
    cross = unet.config.cross_attention_dim
    weights = {
        "image_proj.proj.weight": torch.randn(4 * cross, WIDTH),
        "image_proj.proj.bias": torch.zeros(4 * cross),
        "image_proj.norm.weight": torch.ones(cross),
        "image_proj.norm.bias": torch.zeros(cross),
    }
    crossed = [name for name in unet.attn_processors if name.endswith("attn2.processor")]
    for place, name in enumerate(crossed):
        width = unet.get_submodule(name.removesuffix(".processor")).to_k.weight.shape[0]
        for part in ("to_k_ip", "to_v_ip"):
            weights[f"ip_adapter.{2 * place + 1}.{part}.weight"] = torch.randn(width, cross)
    folder.mkdir(parents=True)
    save_file(weights, folder / "ip-adapter.safetensors")
    clip_vision().save_pretrained(folder / "image_encoder")
    return folder


def vae_folder(folder: Path) -> Path:
    """Another VAE for the SD 1.5 family."""
    import torch

    torch.manual_seed(4)
    vae(4, 0.18215).save_pretrained(folder)
    return folder


def _unet_control(pipeline: Any) -> Any:
    from diffusers import ControlNetModel

    halvings = (8,) * len(pipeline.vae.config.block_out_channels)
    return ControlNetModel.from_unet(pipeline.unet, conditioning_embedding_out_channels=halvings)


def _sd3_control(pipeline: Any) -> Any:
    from diffusers import SD3ControlNetModel

    return SD3ControlNetModel.from_transformer(pipeline.transformer, num_layers=1, num_extra_conditioning_channels=0)


def _flux_control(pipeline: Any) -> Any:
    from diffusers import FluxControlNetModel

    return FluxControlNetModel.from_transformer(
        pipeline.transformer, num_layers=1, num_single_layers=1, attention_head_dim=16, num_attention_heads=2
    )


def _qwen_control(pipeline: Any) -> Any:
    from diffusers import QwenImageControlNetModel

    return QwenImageControlNetModel.from_transformer(
        pipeline.transformer, num_layers=1, attention_head_dim=16, num_attention_heads=2
    )


def _z_image_control(pipeline: Any) -> Any:
    from diffusers import ZImageControlNetModel

    return ZImageControlNetModel(
        control_layers_places=[0],
        control_refiner_layers_places=[0],
        control_in_dim=16,
        dim=32,
        n_refiner_layers=1,
        n_heads=2,
        n_kv_heads=2,
    )


def _sana_control(pipeline: Any) -> Any:
    from diffusers import SanaControlNetModel

    config = {key: value for key, value in pipeline.transformer.config.items() if not key.startswith("_")}
    taken = inspect.signature(SanaControlNetModel.__init__).parameters
    return SanaControlNetModel(**{key: value for key, value in config.items() if key in taken})


_CONTROLNETS: dict[str, Callable[[Any], Any]] = {
    "sd15": _unet_control,
    "sdxl": _unet_control,
    "sd3": _sd3_control,
    "flux": _flux_control,
    "z-image": _z_image_control,
    "qwen-image": _qwen_control,
    "sana": _sana_control,
}


def gguf(transformer: Path, file: Path) -> Path:
    """A transformer's folder as GGUF: matrices as Q8_0 where their rows allow, the rest as it is."""
    import numpy as np
    from gguf import GGMLQuantizationType, GGUFWriter, quants
    from safetensors.numpy import load_file

    writer = GGUFWriter(file, "flux")
    for name, array in load_file(transformer / "diffusion_pytorch_model.safetensors").items():
        if array.ndim == 2 and array.shape[1] % 32 == 0:
            packed = quants.quantize(array.astype(np.float32), GGMLQuantizationType.Q8_0)
            writer.add_tensor(name, packed, raw_dtype=GGMLQuantizationType.Q8_0)
        else:
            writer.add_tensor(name, array)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return file
