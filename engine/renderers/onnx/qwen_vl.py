"""Qwen2.5-VL shown pictures, which it cuts into windows by sizes read from numbers: tensors in, tensors out.

What says which piece lies in which window torch finds before each call; in the network a piece looks at all and heeds its
own window alone, so one file does for every size and number of pictures.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from engine.renderers.onnx.asked import Asked


def qwen_vl(
    network: Any,
    input_ids: Any = None,
    attention_mask: Any = None,
    pixel_values: Any = None,
    image_grid_thw: Any = None,
    output_hidden_states: bool = False,
    **others: Any,
) -> Asked | None:
    if pixel_values is None or any(value is not None for value in others.values()):
        return None
    import torch
    from transformers.vision_utils import get_vision_position_ids, get_vision_window_index

    visual, said = network.model.visual, network.config.vision_config
    merged = visual.spatial_merge_size
    order, ends = get_vision_window_index(image_grid_thw, merged, visual.window_size, visual.patch_size)
    pieces = image_grid_thw[:, 1:].prod(1).repeat_interleave(image_grid_thw[:, 0])
    unit = visual.spatial_merge_unit
    ordered = (unit * order[:, None] + torch.arange(unit)).flatten()
    inputs = {
        "words": input_ids,
        "read": attention_mask,
        "pixels": pixel_values[ordered],
        "places": get_vision_position_ids(image_grid_thw, merged)[ordered],
        "back": order.argsort(),
        "windows": _numbered(ends.diff()),
        "pictures": _numbered(pieces),
    }
    forward = partial(_forward, said.fullatt_block_indexes, network.config.image_token_id, output_hidden_states)
    return Asked(forward, inputs, lambda found: found)


def _numbered(lengths: Any) -> Any:
    """Runs of such lengths, each piece with the number of its run."""
    import torch

    return torch.arange(len(lengths)).repeat_interleave(lengths)


def _forward(whole: list[int], mark: int, states: bool, network: Any, **given: Any) -> Any:
    import torch

    seen = _eye(network.model.visual, whole, **{key: given[key] for key in given.keys() - {"words", "read"}})
    words = network.model.get_input_embeddings()(given["words"])
    shown = given["words"] == mark
    which = (shown.flatten().cumsum(0) - 1).clamp(min=0).reshape(shown.shape)
    row = torch.where(shown[..., None], seen[which].to(words.dtype), words)
    return network.forward(inputs_embeds=row, attention_mask=given["read"], output_hidden_states=states)


def _eye(visual: Any, whole: list[int], pixels: Any, places: Any, back: Any, windows: Any, pictures: Any) -> Any:
    """What is seen of the pieces, (merged pieces, width), which come window by window; `whole` are the layers that look across
    windows."""
    from torch.nn.functional import linear

    cut = visual.patch_embed.proj  # over the whole of a piece
    pieces = linear(pixels.type(visual.dtype), cut.weight.flatten(1), cut.bias)
    turns = visual.rotary_pos_emb(pieces, places)
    for number, layer in enumerate(visual.blocks):
        run = pictures if number in whole else windows
        pieces = pieces + _looked(layer.attn, layer.norm1(pieces), turns, run[:, None] == run[None])
        pieces = pieces + layer.mlp(layer.norm2(pieces))
    return visual.merger(pieces)[back]


def _looked(attention: Any, pieces: Any, turns: tuple[Any, ...], heeds: Any) -> Any:
    from torch.nn.functional import scaled_dot_product_attention
    from transformers.models.qwen2_5_vl.modeling_qwen2_5_vl import apply_rotary_pos_emb_vision

    asks, keys, values = attention.qkv(pieces).unflatten(-1, (3, attention.num_heads, -1)).unbind(1)
    asks, keys = apply_rotary_pos_emb_vision(asks, keys, *turns)
    asks, keys, values = (one.transpose(0, 1)[None] for one in (asks, keys, values))
    found = scaled_dot_product_attention(asks, keys, values, heeds, scale=attention.scaling)
    return attention.proj(found[0].transpose(0, 1).flatten(1))
