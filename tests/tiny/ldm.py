"""SD 1.5 and SDXL as one file with the names and shapes that their authors published: those of latent diffusion (LDM)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

_RESNET = {
    "norm1": "in_layers.0",
    "conv1": "in_layers.2",
    "norm2": "out_layers.0",
    "conv2": "out_layers.3",
    "time_emb_proj": "emb_layers.1",
    "conv_shortcut": "skip_connection",
}
_UNET = {
    "time_embedding.linear_1": "time_embed.0",
    "time_embedding.linear_2": "time_embed.2",
    "add_embedding.linear_1": "label_emb.0.0",
    "add_embedding.linear_2": "label_emb.0.2",
    "conv_in": "input_blocks.0.0",
    "conv_norm_out": "out.0",
    "conv_out": "out.2",
}
_VAE = {
    "mid_block.resnets.0": "mid.block_1",
    "mid_block.resnets.1": "mid.block_2",
    "mid_block.attentions.0": "mid.attn_1",
    ".resnets.": ".block.",
    "samplers.0": "sample",
    "conv_shortcut": "nin_shortcut",
    "conv_norm_out": "norm_out",
    "group_norm": "norm",
    "to_q": "q",
    "to_k": "k",
    "to_v": "v",
    "to_out.0": "proj_out",
    "down_blocks": "down",
    **{f"up_blocks.{place}": f"up.{3 - place}" for place in range(4)},
}
_OPENCLIP = {
    "text_model.encoder.layers": "transformer.resblocks",
    "text_model.embeddings.token_embedding": "token_embedding",
    "text_model.embeddings.position_embedding.weight": "positional_embedding",
    "text_model.final_layer_norm": "ln_final",
    "layer_norm": "ln_",
    "self_attn": "attn",
    "fc1": "c_fc",
    "fc2": "c_proj",
}


def save(pipeline: Any, file: Path) -> Path:
    """Save a StableDiffusionPipeline or StableDiffusionXLPipeline as such a file."""
    import torch
    from safetensors.torch import save_file

    double = hasattr(pipeline, "text_encoder_2")
    clip = "conditioner.embedders.0.transformer." if double else "cond_stage_model.transformer."
    unet = pipeline.unet.state_dict()
    found = {f"model.diffusion_model.{_of_unet(name, unet)}": weight for name, weight in unet.items()}
    for name, weight in pipeline.vae.state_dict().items():
        convolved = "attentions" in name and weight.ndim == 2
        found[f"first_stage_model.{_renamed(name, _VAE)}"] = weight[..., None, None] if convolved else weight
    for name, weight in pipeline.text_encoder.state_dict().items():
        found[f"{clip}text_model.{name.removeprefix('text_model.')}"] = weight
    found[f"{clip}text_model.embeddings.position_ids"] = torch.arange(77)[None]
    found["alphas_cumprod"] = pipeline.scheduler.alphas_cumprod
    if double:
        weights = _openclip(pipeline.text_encoder_2.state_dict())
        found |= {f"conditioner.embedders.1.model.{name}": weight for name, weight in weights.items()}
    save_file({name: weight.contiguous() for name, weight in found.items()}, file)
    return file


def _of_unet(name: str, names: Iterable[str]) -> str:
    """Blocks are counted in layers, three to each: what makes a picture smaller is a layer, what makes it larger is not."""
    if match := re.fullmatch(r"(.*)\.(weight|bias)", name):
        name = f"{_UNET.get(match[1], match[1])}.{match[2]}"
    if ".resnets." in name:
        name = _renamed(name, _RESNET)
    if match := re.fullmatch(r"down_blocks\.(\d)\.(resnets|attentions)\.(\d)\.(.*)", name):
        return f"input_blocks.{1 + 3 * int(match[1]) + int(match[3])}.{int(match[2] == 'attentions')}.{match[4]}"
    if match := re.fullmatch(r"up_blocks\.(\d)\.(resnets|attentions)\.(\d)\.(.*)", name):
        return f"output_blocks.{3 * int(match[1]) + int(match[3])}.{int(match[2] == 'attentions')}.{match[4]}"
    if match := re.fullmatch(r"mid_block\.(resnets|attentions)\.(\d)\.(.*)", name):
        return f"middle_block.{1 if match[1] == 'attentions' else 2 * int(match[2])}.{match[3]}"
    if match := re.fullmatch(r"down_blocks\.(\d)\.downsamplers\.0\.conv\.(.*)", name):
        return f"input_blocks.{3 * int(match[1]) + 3}.0.op.{match[2]}"
    if match := re.fullmatch(r"up_blocks\.(\d)\.upsamplers\.0\.conv\.(.*)", name):
        attends = any(one.startswith(f"up_blocks.{match[1]}.attentions") for one in names)
        return f"output_blocks.{3 * int(match[1]) + 2}.{1 + attends}.conv.{match[2]}"
    return name


def _openclip(weights: dict[str, Any]) -> dict[str, Any]:
    """Query, key and value in one matrix; the projection from the left."""
    import torch

    found = {}
    for name, weight in weights.items():
        if name == "text_projection.weight":
            found["text_projection"] = weight.T
        elif match := re.fullmatch(r"(.*self_attn)\.q_proj\.(weight|bias)", name):
            joined = torch.cat([weights[f"{match[1]}.{part}_proj.{match[2]}"] for part in "qkv"])
            found[f"{_renamed(match[1], _OPENCLIP)}.in_proj_{match[2]}"] = joined
        elif not re.search(r"[kv]_proj", name):
            found[_renamed(name, _OPENCLIP)] = weight
    return found


def _renamed(name: str, words: dict[str, str]) -> str:
    for old, new in words.items():
        name = name.replace(old, new)
    return name
