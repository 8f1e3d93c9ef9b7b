"""Qwen-Image's transformer and its ControlNet, which turn in complex numbers: tensors in, tensors out."""

from __future__ import annotations

from typing import Any

from engine.renderers.onnx.asked import Asked, pairs, wrapped
from engine.renderers.onnx.turning import turning


def qwen_image(
    network: Any,
    hidden_states: Any,
    encoder_hidden_states: Any,
    encoder_hidden_states_mask: Any = None,
    timestep: Any = None,
    img_shapes: Any = None,
    controlnet_block_samples: Any = None,
    return_dict: bool = True,
    **others: Any,
) -> Asked | None:
    if any(value for value in others.values()):
        return None
    inputs = _inputs(network, hidden_states, encoder_hidden_states, encoder_hidden_states_mask, timestep, img_shapes)
    inputs["shown"] = _shown(img_shapes) if network.zero_cond_t else None
    inputs["controls"] = controlnet_block_samples
    return Asked(_qwen_image_forward, inputs, lambda found: wrapped(found, return_dict))


def _inputs(network: Any, tokens: Any, words: Any, said: Any, time: Any, shapes: Any) -> dict[str, Any]:
    """What the transformer and its ControlNet are both told: tokens and words with their turns, which words count, the time."""
    import torch

    turns, word_turns = network.pos_embed(shapes, max_txt_seq_len=words.shape[1], device=tokens.device)
    return {
        "tokens": tokens,
        "turns": pairs(turns),
        "words": words,
        "word_turns": pairs(word_turns),
        "said": torch.ones(words.shape[:2], dtype=torch.bool) if said is None else said.bool(),
        "time": time,
    }


def _shown(shapes: Any) -> Any:
    """Which tokens are the references', (batch, tokens): those after the first picture's."""
    import torch

    sizes = [[frames * rows * columns for frames, rows, columns in one] for one in shapes]
    return torch.tensor([[0] * own + [1] * sum(others) for own, *others in sizes], dtype=torch.int)


def _qwen_image_forward(network: Any, **given: Any) -> Any:
    import torch

    with turning():
        tokens, controls = network.img_in(given["tokens"]), given["controls"]
        words = network.txt_in(network.txt_norm(given["words"]))
        time = given["time"].to(tokens.dtype)
        # References are read as they are at the end: at time 0, the second half of the batch.
        how = network.time_text_embed(time if given["shown"] is None else torch.cat((time, time * 0)), tokens)
        for number, block in enumerate(network.transformer_blocks):
            words, tokens = block(
                hidden_states=tokens,
                encoder_hidden_states=words,
                encoder_hidden_states_mask=given["said"],
                temb=how,
                image_rotary_emb=(given["turns"], given["word_turns"]),
                modulate_index=given["shown"],
            )
            if controls is not None:
                tokens = tokens + controls[number // -(-len(network.transformer_blocks) // len(controls))]
        return network.proj_out(network.norm_out(tokens, how if given["shown"] is None else how.chunk(2)[0]))


def qwen_image_control(
    network: Any,
    hidden_states: Any,
    controlnet_cond: Any,
    conditioning_scale: float = 1.0,
    encoder_hidden_states: Any = None,
    encoder_hidden_states_mask: Any = None,
    timestep: Any = None,
    img_shapes: Any = None,
    joint_attention_kwargs: Any = None,
    return_dict: bool = True,
) -> Asked | None:
    if joint_attention_kwargs:
        return None
    inputs = _inputs(network, hidden_states, encoder_hidden_states, encoder_hidden_states_mask, timestep, img_shapes)
    inputs["control"] = controlnet_cond
    inputs["scale"] = float(conditioning_scale)

    def answer(found: Any) -> Any:
        from diffusers.models.controlnets.controlnet_qwenimage import QwenImageControlNetOutput

        return QwenImageControlNetOutput(controlnet_block_samples=found) if return_dict else found

    return Asked(_qwen_image_control_forward, inputs, answer)


def _qwen_image_control_forward(network: Any, **given: Any) -> Any:
    with turning():
        tokens = network.img_in(given["tokens"]) + network.controlnet_x_embedder(given["control"])
        words = network.txt_in(network.txt_norm(given["words"]))
        how = network.time_text_embed(given["time"].to(tokens.dtype), tokens)
        found = []
        for block, out in zip(network.transformer_blocks, network.controlnet_blocks, strict=True):
            words, tokens = block(
                hidden_states=tokens,
                encoder_hidden_states=words,
                encoder_hidden_states_mask=given["said"],
                temb=how,
                image_rotary_emb=(given["turns"], given["word_turns"]),
            )
            found.append(out(tokens) * given["scale"])
        return found
