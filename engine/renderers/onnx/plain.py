"""Transformers that count in Python or turn in complex numbers, as ONNX can be told of them: tensors in, a tensor out.

What surrounds their layers and needs no weights, cutting tokens and finding positions, torch does before and after each call.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from engine.renderers.onnx.turning import turning


@dataclass(frozen=True)
class Asked:
    """A call of a network: `forward(network, **inputs)` gives what `answer` makes the pipeline's answer of."""

    forward: Callable[..., Any]
    inputs: dict[str, Any]
    answer: Callable[[Any], Any]


def plain(network: Any, args: tuple[Any, ...], named: dict[str, Any]) -> Asked | None:
    """The call in plain tensors; None for a network, or a way to call it, that is not known here."""
    known = _KNOWN.get(type(network).__name__)
    return known(network, *args, **named) if known else None


def _z_image(
    network: Any,
    x: Any,
    t: Any,
    cap_feats: Any,
    return_dict: bool = True,
    controlnet_block_samples: Any = None,
    patch_size: int = 2,
    f_patch_size: int = 1,
    joint_attention_kwargs: Any = None,
    **omni: Any,
) -> Asked | None:
    import torch
    from torch.nn.utils.rnn import pad_sequence

    if joint_attention_kwargs or any(value is not None for value in omni.values()) or len({one.shape for one in x}) > 1:
        return None
    cut = network.patchify_and_embed(x, cap_feats, patch_size, f_patch_size)
    tokens, words, sizes, places, word_places, blank, wordless = cut
    word_places = [where[: len(said)] for where, said in zip(word_places, words, strict=True)]
    turns, word_turns = ([_pairs(network.rope_embedder(one)) for one in them] for them in (places, word_places))
    inputs = {
        "tokens": torch.stack(tokens),
        "blank": torch.stack(blank),
        "turns": torch.stack(turns),
        "words": pad_sequence(words, batch_first=True),
        "wordless": pad_sequence(wordless, batch_first=True),
        "word_turns": pad_sequence(word_turns, batch_first=True),
        "said": pad_sequence([torch.ones(len(one), dtype=torch.bool) for one in words], batch_first=True),
        "time": t,
        "controls": controlnet_block_samples,
    }

    def answer(found: Any) -> Any:
        return _wrapped(network.unpatchify(list(found.unbind(0)), sizes, patch_size, f_patch_size), return_dict)

    return Asked(partial(_z_image_forward, f"{patch_size}-{f_patch_size}"), inputs, answer)


def _z_image_forward(patch: str, network: Any, **given: Any) -> Any:
    import torch

    with turning():
        how = network.t_embedder(given["time"] * network.t_scale).type_as(given["tokens"])
        tokens = network.all_x_embedder[patch](given["tokens"])
        tokens = torch.where(given["blank"][..., None], network.x_pad_token, tokens)
        for layer in network.noise_refiner:
            tokens = layer(tokens, None, given["turns"], how)
        words = network.cap_embedder(given["words"])
        words = torch.where(given["wordless"][..., None], network.cap_pad_token, words)
        for layer in network.context_refiner:
            words = layer(words, given["said"], given["word_turns"])
        both = torch.cat((tokens, words), 1)
        turns = torch.cat((given["turns"], given["word_turns"]), 1)
        seen = torch.cat((torch.ones_like(given["blank"]), given["said"]), 1)
        for number, layer in enumerate(network.layers):
            both = layer(both, seen, turns, how)
            if number in (given["controls"] or ()):
                both = both + given["controls"][number]
        return network.all_final_layer[patch](both, c=how)[:, : tokens.shape[1]]


def _qwen_image(
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
    import torch

    if any(value for value in others.values()):
        return None
    length = encoder_hidden_states.shape[1]
    turns, word_turns = network.pos_embed(img_shapes, max_txt_seq_len=length, device=hidden_states.device)
    said = encoder_hidden_states_mask
    inputs = {
        "tokens": hidden_states,
        "turns": _pairs(turns),
        "words": encoder_hidden_states,
        "word_turns": _pairs(word_turns),
        "said": torch.ones(encoder_hidden_states.shape[:2], dtype=torch.bool) if said is None else said.bool(),
        "time": timestep,
        "shown": _shown(img_shapes) if network.zero_cond_t else None,
        "controls": controlnet_block_samples,
    }
    return Asked(_qwen_image_forward, inputs, lambda found: _wrapped(found, return_dict))


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


_KNOWN: Final[dict[str, Callable[..., Asked | None]]] = {
    "ZImageTransformer2DModel": _z_image,
    "QwenImageTransformer2DModel": _qwen_image,
}


def _pairs(numbers: Any) -> Any:
    """Complex numbers (…) as (…, 2): real and imaginary."""
    import torch

    return torch.view_as_real(numbers)


def _wrapped(found: Any, return_dict: bool) -> Any:
    from diffusers.models.modeling_outputs import Transformer2DModelOutput

    return Transformer2DModelOutput(sample=found) if return_dict else (found,)
