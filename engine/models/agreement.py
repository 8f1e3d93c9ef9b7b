"""Whether a configuration and the weights beside it belong together, told by shapes without building the network."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

Shapes = Mapping[str, tuple[int, ...]]

# (name of an array, its axis, what the configuration says that axis is).
_SIDES: Final[tuple[tuple[str, int, Callable[[Mapping[str, Any]], Any]], ...]] = (
    ("conv_in.weight", 1, lambda config: config.get("in_channels")),
    ("conv_in.weight", 0, lambda config: _first(config.get("block_out_channels"))),
    ("conv_out.weight", 0, lambda config: config.get("out_channels")),
    ("decoder.conv_in.weight", 1, lambda config: config.get("latent_channels")),
    ("encoder.conv_in.weight", 0, lambda config: _first(config.get("block_out_channels"))),
    ("img_in.weight", 1, lambda config: config.get("in_channels")),
    ("x_embedder.weight", 1, lambda config: config.get("in_channels")),
    ("pos_embed.proj.weight", 1, lambda config: config.get("in_channels")),
    ("context_embedder.weight", 1, lambda config: config.get("joint_attention_dim")),
    ("txt_in.weight", 1, lambda config: config.get("joint_attention_dim")),
    ("caption_projection.linear_1.weight", 1, lambda config: config.get("caption_channels")),
    ("text_model.embeddings.token_embedding.weight", 0, lambda config: config.get("vocab_size")),
    ("text_model.embeddings.token_embedding.weight", 1, lambda config: config.get("hidden_size")),
    ("embeddings.token_embedding.weight", 0, lambda config: config.get("vocab_size")),
    ("embeddings.token_embedding.weight", 1, lambda config: config.get("hidden_size")),
    ("shared.weight", 0, lambda config: config.get("vocab_size")),
    ("shared.weight", 1, lambda config: config.get("d_model")),
    ("model.embed_tokens.weight", 0, lambda config: config.get("vocab_size")),
    ("model.embed_tokens.weight", 1, lambda config: config.get("hidden_size")),
)
# (the part of a name that counts blocks, the entry of the configuration that says how many there are).
_DEPTHS: Final = (
    (r"^transformer_blocks\.(\d+)\.", "num_layers"),
    (r"^single_transformer_blocks\.(\d+)\.", "num_single_layers"),
    (r"^(?:text_model\.)?encoder\.layers\.(\d+)\.", "num_hidden_layers"),
    (r"^encoder\.block\.(\d+)\.", "num_layers"),
    (r"^model\.layers\.(\d+)\.", "num_hidden_layers"),
)


def disagreement(config: Mapping[str, Any], shapes: Shapes) -> str:
    """The first thing in which the weights are not as the configuration says, "" where none is found."""
    patch = config.get("patch_size")
    packed = patch * patch if isinstance(patch, int) else 1
    for name, axis, wanted in _SIDES:
        said, shape = wanted(config), shapes.get(name, ())
        if type(said) is int and axis < len(shape) and shape[axis] not in (said, said * packed):
            return f"“{name}” has {shape[axis]} where the configuration says {said}"
    if type(width := config.get("cross_attention_dim")) is int:
        for name, shape in shapes.items():
            if name.endswith("attn2.to_k.weight") and shape and shape[-1] != width:
                return f"“{name}” takes {shape[-1]} where the configuration says {width}"
    for pattern, entry in _DEPTHS:
        said = config.get(entry)
        found = {int(match[1]) for name in shapes if (match := re.match(pattern, name))}
        if type(said) is int and found and max(found) + 1 != said:
            return f"there are {max(found) + 1} blocks where “{entry}” says {said}"
    return ""


def _first(values: Any) -> Any:
    return values[0] if isinstance(values, list) and values else None
