"""LoRAs and their kin (LoHa, LoKr, DoRA): which family's layers they change, in kohya's and in PEFT's way of naming.

Names are compared with every dot as an underscore, so both ways read alike. Where names alone do not tell, the widths of
the layers do: they belong to the full-size networks that LoRAs are made for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from engine.models.model import Family

Shapes = Mapping[str, tuple[int, ...]]

_MARK: Final = re.compile(
    r"[._](lora_[AB]|lora_(up|down|mid)|lora\.(up|down)|lora_linear_layer\.(up|down)|hada_w\d_[ab]|lokr_w\d(_[ab])?|dora_scale)\b"
)
_DOWN: Final = re.compile(r"(lora_A|lora_down|lora\.down|lora_linear_layer\.down)(\.default)?\.weight$")
_UP: Final = re.compile(r"(lora_B|lora_up|lora\.up|lora_linear_layer\.up)(\.default)?\.weight$")
_PREFIX: Final = re.compile(r"^(lora_unet_|lora_transformer_|model\.diffusion_model\.|diffusion_model\.|transformer\.|unet\.)")
_NAMED: Final[tuple[tuple[Family, str], ...]] = (
    ("chroma", r"distilled_guidance_layer"),
    ("flux2", r"to_qkv_mlp_proj|(single|double)_stream_modulation|transformer_blocks_\d+_ff(_context)?_linear_(in|out)"),
    ("flux", r"single_transformer_blocks_\d+"),
    ("hidream", r"(double|single)_stream_blocks_\d+"),
    ("auraflow", r"joint_transformer_blocks_\d+"),
    ("sd3", r"joint_blocks_\d+"),
    ("qwen-image-2.1", r"img_mlp_(proj|out|gate_layer)"),
    ("qwen-image", r"(img|txt)_(mlp_net|mod_1)"),
    ("krea2", r"text_fusion|txtfusion"),
    ("ernie-image", r"layers_\d+_(self_attention|mlp_linear_fc2)"),
    ("sana", r"conv_inverted|inverted_conv"),
    ("lumina2", r"layers_\d+_attn_to_"),
)
_BASES: Final[tuple[tuple[Family, str], ...]] = (
    ("sdxl", r"sdxl|stable-diffusion-xl"),
    ("sd2", r"sd_v2|stable-diffusion-v2"),
    ("sd15", r"sd_v1|stable-diffusion-v1"),
    ("sd3", r"sd3|stable-diffusion-3"),
    ("flux2", r"flux-?2"),
    ("flux", r"flux"),
    ("qwen-image", r"qwen-image|qwen_image"),
    ("z-image", r"z-?image"),
)
_CONTEXTS: Final[dict[int, Family]] = {768: "sd15", 1024: "sd2", 2048: "sdxl"}
_SINGLE_STREAM: Final[dict[int, Family]] = {2304: "lumina2", 3840: "z-image", 4608: "ideogram4"}
_SHALLOW: Final = r"down_blocks_0_attentions|up_blocks_3_attentions|input_blocks_[12]_1_|output_blocks_(9|1[01])_1_"


def is_lora(names: Iterable[str]) -> bool:
    return any(_MARK.search(name) for name in names)


def family(shapes: Shapes, metadata: Mapping[str, str]) -> Family:
    """The family that a LoRA was made for: by its layers, else by what its metadata says, else "unknown"."""
    names = "\n".join(name.replace(".", "_") for name in shapes)
    found = _by_layers(names, shapes)
    if found != "unknown":
        return found
    said = " ".join(metadata.get(key, "") for key in ("modelspec.architecture", "ss_base_model_version")).lower()
    return next((base for base, words in _BASES if re.search(words, said)), "unknown")


def inputs(shapes: Shapes) -> dict[str, int]:
    """The layers that a LoRA changes (`layer`) and the width that each takes in."""
    return {
        layer(name[: mark.start()]): shape[1]
        for name, shape in shapes.items()
        if (mark := _DOWN.search(name)) and len(shape) > 1
    }


def layer(name: str) -> str:
    """The name of a layer, alike in kohya's, in PEFT's and in the model's own naming."""
    return re.sub(_PREFIX, "", name.removesuffix(".weight")).replace(".", "_").strip("_")


def _by_layers(names: str, shapes: Shapes) -> Family:
    for named, words in _NAMED:
        if re.search(words, names):
            return named
    if re.search(r"(single|double)_blocks_\d+", names):
        return _flux(shapes)
    if re.search(r"(down|up|input|output|mid|middle)_blocks?_", names):
        return _unet(names, shapes)
    if re.search(r"layers_\d+_attention_", names):
        return _SINGLE_STREAM.get(_width(shapes, r"attention_(to_q|qkv)"), "z-image")
    if re.search(r"transformer_blocks_\d+_attn2_", names):
        return "sana" if _width(shapes, r"attn[12]_to_[qk]") == 2240 else "pixart"
    if re.search(r"transformer_blocks_\d+_", names):
        last = max(int(number) for number in re.findall(r"transformer_blocks_(\d+)_", names))
        width = _width(shapes, r"attn_(to_q|add_q_proj|to_k|to_out_0)")
        if width == 3072:
            return "qwen-image" if last >= 19 else "flux"
        return "sd3" if width in (1536, 2432) or re.search(r"norm1_context|attn2_", names) else "unknown"
    return "sdxl" if re.search(r"lora_te2_|text_encoder_2_", names) else "unknown"


def _flux(shapes: Shapes) -> Family:
    """FLUX.1 or FLUX.2 in their makers' naming: the second has a wider MLP (6 and 3 times the width, not 4)."""
    for layer, widening in ((r"single_blocks_\d+_linear1", 8), (r"double_blocks_\d+_(img|txt)_mlp_0", 5)):
        if (inner := _width(shapes, layer)) and _width(shapes, layer, up=True) >= widening * inner:
            return "flux2"
    inner = _width(shapes, r"single_blocks_\d+_linear2", up=True)
    return "flux2" if inner and _width(shapes, r"single_blocks_\d+_linear2") <= 4 * inner else "flux"


def _unet(names: str, shapes: Shapes) -> Family:
    width = _width(shapes, r"attn2_to_k")
    if width in _CONTEXTS:
        return _CONTEXTS[width]
    if re.search(r"lora_te2_|text_encoder_2_", names):
        return "sdxl"
    shallow = re.search(
        r"down_blocks_0_attentions|up_blocks_3_attentions|input_blocks_[12]_1_|output_blocks_(9|1[01])_1_", names
    )
    return "sd15" if shallow else "sdxl"


def _width(shapes: Shapes, layer: str, *, up: bool = False) -> int:
    """The width that goes into (or comes out of, `up`) the first layer whose name matches; 0 where there is none."""
    for name, shape in shapes.items():
        mark = (_UP if up else _DOWN).search(name)
        if mark and shape and re.search(layer, name.replace(".", "_")):
            return shape[0] if up else shape[1] if len(shape) > 1 else 0
    return 0
