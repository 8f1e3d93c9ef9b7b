"""What a weight file is for, told by the names and shapes of its arrays.

A family is known by names that only its network has; block 0 is always there, so tiny models are known too. FLUX.1 and
its Kontext, Qwen-Image and its Edit are one network each: their files are told apart by their metadata, if at all.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from engine.models import lora
from engine.models.header import Header
from engine.models.model import Family, Role

Shapes = dict[str, tuple[int, ...]]

_PREFIXES: Final = ("model.diffusion_model.", "diffusion_model.", "control_model.", "transformer.", "unet.", "net.")
_VAE_PREFIXES: Final = ("first_stage_model.", "vae.")
_TRANSFORMERS: Final[tuple[tuple[Family, tuple[str, ...]], ...]] = (
    ("chroma", ("distilled_guidance_layer.in_proj.weight",)),
    ("flux2", ("single_stream_modulation.lin.weight",)),
    ("flux2", ("single_stream_modulation.linear.weight",)),
    ("flux3", ("early_stream_modulations.image.lin.weight",)),
    ("flux3", ("early_stream_modulations.image.linear.weight",)),
    ("qwen-image-2.1", ("txt_in.text_norm.weight",)),
    ("krea2", ("txtfusion.projector.weight",)),
    ("krea2", ("text_fusion.layerwise_blocks.0.norm1.weight",)),
    ("qwen-image", ("txt_norm.weight", "transformer_blocks.0.img_mod.1.weight")),
    ("ernie-image", ("layers.0.adaLN_sa_ln.weight",)),
    ("glm-image", ("glyph_projector.net.0.proj.weight", "prior_token_embedding.weight")),
    ("ideogram4", ("llm_cond_proj.weight",)),
    ("z-image", ("layers.0.adaLN_modulation.0.weight", "noise_refiner.0.adaLN_modulation.0.weight")),
    ("z-image", ("control_all_x_embedder.2-1.weight",)),
    ("z-image", ("control_layers.0.adaLN_modulation.0.weight",)),
    ("lumina2", ("cap_embedder.0.weight", "layers.0.adaLN_modulation.1.weight")),
    ("lumina2", ("time_caption_embed.caption_embedder.0.weight",)),
    ("hidream", ("double_stream_blocks.0.block.adaLN_modulation.1.bias",)),
    ("auraflow", ("cond_seq_linear.weight", "double_layers.0.attn.w1q.weight")),
    ("auraflow", ("joint_transformer_blocks.0.attn.to_q.weight",)),
    ("sana", ("transformer_blocks.0.ff.conv_inverted.weight",)),
    ("sana", ("blocks.0.cross_attn.q_linear.weight", "blocks.0.mlp.inverted_conv.conv.weight")),
    ("pixart", ("blocks.0.cross_attn.q_linear.weight",)),
    ("pixart", ("adaln_single.linear.weight", "transformer_blocks.0.attn2.to_k.weight")),
    ("cogview4", ("patch_embed.text_proj.weight", "time_condition_embed.timestep_embedder.linear_1.weight")),
    ("longcat-image", ("time_embed.timestep_embedder.linear_1.weight", "context_embedder.weight")),
    ("ovis-image", ("context_embedder_norm.weight", "timestep_embedder.linear_1.weight")),
    ("flux", ("double_blocks.0.img_attn.qkv.weight",)),
    ("flux", ("single_transformer_blocks.0.proj_mlp.weight",)),
    ("flux", ("controlnet_x_embedder.weight", "transformer_blocks.0.norm1_context.linear.weight")),
    ("sd3", ("joint_blocks.0.x_block.attn.qkv.weight",)),
    ("sd3", ("pos_embed.proj.weight", "transformer_blocks.0.attn.add_k_proj.weight")),
)
_CONTROL: Final = (
    "input_hint_block.0.weight", "controlnet_cond_embedding.conv_in.weight", "controlnet_mid_block.weight",
    "controlnet_blocks.0.weight", "control_all_x_embedder.2-1.weight", "control_layers.0.adaLN_modulation.0.weight",
)  # fmt: skip
_TEXT: Final = (
    "text_model.embeddings.token_embedding.weight", "embeddings.token_embedding.weight",
    "encoder.block.0.layer.0.SelfAttention.q.weight",
    "model.layers.0.self_attn.q_proj.weight", "layers.0.self_attn.q_proj.weight", "token_embd.weight",
    "model.language_model.layers.0.self_attn.q_proj.weight", "language_model.model.layers.0.self_attn.q_proj.weight",
)  # fmt: skip
_UPSCALERS: Final = (
    ("conv_first.weight",), ("model.0.weight", "model.1.sub.0.RDB1.conv1.0.weight"), ("body.0.weight", "body.1.weight"),
)  # fmt: skip
_INPUTS: Final = (
    "input_blocks.0.0.weight", "conv_in.weight", "pos_embed.proj.weight", "patch_embed.proj.weight",
    "x_embedder.proj.weight", "img_in.weight", "x_embedder.weight", "all_x_embedder.2-1.weight",
)  # fmt: skip
CONTROLLED, FILL = 32, 96
"""The channels that FLUX.1 Control (Depth, Canny) and FLUX.1 Fill take in: beside the latents a picture, and a mask with it."""
_WIDTHS: Final[dict[int, Family]] = {768: "sd15", 1024: "sd2", 2048: "sdxl"}


class Nature(NamedTuple):
    role: Role
    family: Family
    channels: int = 0


def nature(header: Header) -> Nature | None:
    """Role, family and channels (`Model`); None for weights of no kind that is known here."""
    shapes = {name: tensor.shape for name, tensor in header.tensors.items()}
    if lora.is_lora(shapes):
        return Nature("lora", lora.family(shapes, header.metadata))
    if any(name.startswith("ip_adapter.") for name in shapes):
        return Nature("ip-adapter", _adapter_family(shapes))
    network = _unprefixed(shapes, _PREFIXES)
    if (family := transformer_family(network)) != "unknown" or _is_unet(network):
        family = _told_apart(family, header) if family != "unknown" else unet_family(network, shapes)
        if any(name in network for name in _CONTROL):
            return Nature("controlnet", family)
        whole = any(name.startswith(_VAE_PREFIXES) for name in shapes)
        return Nature("checkpoint" if whole else "transformer", family, channels(network))
    latents = _unprefixed(shapes, _VAE_PREFIXES)
    if (decoded := vae_channels(latents)) is not None:
        return Nature("vae", vae_family(latents), decoded)
    if any(name in shapes for name in _TEXT):
        return Nature("text encoder", "unknown")
    if any(all(name in shapes for name in names) for names in _UPSCALERS):
        return Nature("upscaler", "unknown")
    return _embedding(shapes)


def schedule(header: Header) -> dict[str, str | bool]:
    """What a checkpoint says of the noise that it was trained with, as a scheduler's configuration has it; {} for the usual.

    A model that predicts velocity has an empty array by that name, or says so in its metadata; a distilled one says so in the
    name of its architecture (SAI Model Spec), if at all.
    """
    found: dict[str, str | bool] = {}
    if "v_pred" in header.tensors or header.metadata.get("modelspec.prediction_type", "").lower().startswith("v"):
        found |= {"prediction_type": "v_prediction"} | ({"rescale_betas_zero_snr": True} if "ztsnr" in header.tensors else {})
    if re.search(r"turbo|lightning|hyper|lcm", header.metadata.get("modelspec.architecture", "").lower()):
        found["timestep_spacing"] = "trailing"
    return found


def embeds_guidance(header: Header) -> bool:
    """Whether a transformer was taught the guidance scale as an input, as FLUX.1-dev was and FLUX.1-schnell was not."""
    return any(re.search(r"guidance_(?:in|embedder)\.", name) for name in header.tensors)


def guidance_layer(header: Header) -> str:
    """The name of the layer by which a U-Net was taught the guidance scale, as Latent Consistency models were; "" without."""
    return next((name for name in header.tensors if name.endswith("cond_proj.weight") and "time_embed" in name), "")


def transformer_family(shapes: Shapes) -> Family:
    """The family of a transformer by its arrays, "unknown" for other networks."""
    return next((family for family, names in _TRANSFORMERS if all(name in shapes for name in names)), "unknown")


def unet_family(network: Shapes, all_shapes: Shapes) -> Family:
    """The family of a U-Net, or of a ControlNet made from one, by what conditions it."""
    width = next((shape[-1] for name, shape in network.items() if name.endswith("attn2.to_k.weight")), 0)
    if width == 1024 or any(name.startswith("cond_stage_model.model.") for name in all_shapes):
        return "sd2"
    if "encoder_hid_proj.weight" in network and "add_embedding.linear_1.weight" in network:
        return "kolors"
    if "label_emb.0.0.weight" in network or "add_embedding.linear_1.weight" in network:
        return "sdxl-refiner" if width == 1280 else "sdxl"
    return "sd15"


def channels(network: Shapes) -> int:
    """The latent channels that a denoiser takes in, before they are packed; 0 where it cannot be told."""
    for name in _INPUTS:
        shape = network.get(name, ())
        if len(shape) == 4:
            return shape[1] // 4 if name == "x_embedder.proj.weight" else shape[1]
        if len(shape) == 2:
            return shape[1] // 4
    return 0


def vae_channels(shapes: Shapes) -> int | None:
    """The latent channels that a VAE's decoder takes in; None where this is no VAE."""
    for name in ("decoder.conv_in.weight", "decoder.conv_in.conv.weight", "decoder.project_in.conv.weight",
                 "decoder.project_in.main.conv.weight", "decoder.conv1.weight"):  # fmt: skip
        if len(shape := shapes.get(name, ())) >= 4:
            return shape[1]
    return None


def vae_family(shapes: Shapes) -> Family:
    """The family whose latents a VAE decodes, "unknown" where several families share its shape (`channels` tells which)."""
    if "bn.running_mean" in shapes:
        return "flux2"
    if "decoder.middle.0.residual.0.gamma" in shapes or len(shapes.get("decoder.conv_in.weight", ())) == 5:
        return "qwen-image"
    if any(name.startswith(("decoder.project_in.", "decoder.up_blocks.0.0.", "decoder.stages.")) for name in shapes):
        return "sana"
    return "unknown"


def _unprefixed(shapes: Shapes, prefixes: tuple[str, ...]) -> Shapes:
    for prefix in prefixes:
        inside = {name.removeprefix(prefix): shape for name, shape in shapes.items() if name.startswith(prefix)}
        if inside:
            return inside
    return shapes


def _is_unet(network: Shapes) -> bool:
    return "input_blocks.0.0.weight" in network or ("conv_in.weight" in network and "time_embedding.linear_1.weight" in network)


def _told_apart(family: Family, header: Header) -> Family:
    said = header.metadata.get("modelspec.architecture", "").lower()
    if family == "flux" and "kontext" in said:
        return "flux-kontext"
    return "qwen-image-edit" if family == "qwen-image" and "edit" in said else family


def _adapter_family(shapes: Shapes) -> Family:
    if any("double_blocks" in name or "single_transformer_blocks" in name for name in shapes):
        return "flux"
    width = next((shape[-1] for name, shape in shapes.items() if name.endswith(("to_k_ip.weight", "to_k.weight"))), 0)
    return _WIDTHS.get(width, "unknown")


def _embedding(shapes: Shapes) -> Nature | None:
    if len(shapes) == 2 and set(shapes) == {"clip_l", "clip_g"}:
        return Nature("embedding", "sdxl")
    (shape, *more) = shapes.values()
    if not more and len(shape) in (1, 2) and shape[-1] in (768, 1024, 1280):
        return Nature("embedding", _WIDTHS.get(shape[-1], "unknown"))
    return None
