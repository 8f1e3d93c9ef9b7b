"""Z-Image's transformer and its ControlNet, which count in Python and turn in complex numbers: tensors in, tensors out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from engine.renderers.onnx.asked import Asked, pairs, wrapped
from engine.renderers.onnx.turning import turning


def z_image(
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
    if joint_attention_kwargs or any(value is not None for value in omni.values()) or len({one.shape for one in x}) > 1:
        return None
    inputs, sizes = _z_image_cut(network, x, t, cap_feats, patch_size, f_patch_size)
    inputs["controls"] = controlnet_block_samples

    def answer(found: Any) -> Any:
        return wrapped(network.unpatchify(list(found.unbind(0)), sizes, patch_size, f_patch_size), return_dict)

    return Asked(partial(_z_image_forward, f"{patch_size}-{f_patch_size}"), inputs, answer)


def _z_image_cut(
    network: Any, x: Any, t: Any, cap_feats: Any, patch_size: int, f_patch_size: int
) -> tuple[dict[str, Any], Any]:
    """Pictures of one size and their words, cut into tokens with their places, and the sizes to put them together by."""
    import torch
    from torch.nn.utils.rnn import pad_sequence

    cut = network.patchify_and_embed(x, cap_feats, patch_size, f_patch_size)
    tokens, words, sizes, places, word_places, blank, wordless = cut
    word_places = [where[: len(said)] for where, said in zip(word_places, words, strict=True)]
    turns, word_turns = ([pairs(network.rope_embedder(one)) for one in them] for them in (places, word_places))
    return {
        "tokens": torch.stack(tokens),
        "blank": torch.stack(blank),
        "turns": torch.stack(turns),
        "words": pad_sequence(words, batch_first=True),
        "wordless": pad_sequence(wordless, batch_first=True),
        "word_turns": pad_sequence(word_turns, batch_first=True),
        "said": pad_sequence([torch.ones(len(one), dtype=torch.bool) for one in words], batch_first=True),
        "time": t,
    }, sizes


@dataclass(frozen=True)
class _Row:
    """What Z-Image's layers see: picture tokens and words, with their turns, in one row; `seen` are those that count."""

    tokens: Any
    words: Any
    turns: Any
    seen: Any
    how: Any

    @property
    def both(self) -> Any:
        import torch

        return torch.cat((self.tokens, self.words), 1)


def _z_image_row(patch: str, network: Any, given: dict[str, Any], refine: Callable[[Any, Any], Any]) -> _Row:
    """The row; `refine(tokens, how)` is what the refining layers make of the picture's tokens."""
    import torch

    how = network.t_embedder(given["time"] * network.t_scale).type_as(given["tokens"])
    tokens = network.all_x_embedder[patch](given["tokens"])
    tokens = refine(torch.where(given["blank"][..., None], network.x_pad_token, tokens), how)
    words = network.cap_embedder(given["words"])
    words = torch.where(given["wordless"][..., None], network.cap_pad_token, words)
    for layer in network.context_refiner:
        words = layer(words, given["said"], given["word_turns"])
    turns = torch.cat((given["turns"], given["word_turns"]), 1)
    seen = torch.cat((torch.ones_like(given["blank"]), given["said"]), 1)
    return _Row(tokens, words, turns, seen, how)


def _z_image_forward(patch: str, network: Any, **given: Any) -> Any:
    def refined(tokens: Any, how: Any) -> Any:
        for layer in network.noise_refiner:
            tokens = layer(tokens, None, given["turns"], how)
        return tokens

    with turning():
        row = _z_image_row(patch, network, given, refined)
        both = row.both
        for number, layer in enumerate(network.layers):
            both = layer(both, row.seen, row.turns, row.how)
            if number in (given["controls"] or ()):
                both = both + given["controls"][number]
        return network.all_final_layer[patch](both, c=row.how)[:, : row.tokens.shape[1]]


def z_image_control(
    network: Any,
    x: Any,
    t: Any,
    cap_feats: Any,
    control_context: Any,
    conditioning_scale: float = 1.0,
    patch_size: int = 2,
    f_patch_size: int = 1,
) -> Asked | None:
    import torch

    if len({one.shape for one in x}) > 1:
        return None
    inputs, _ = _z_image_cut(network, x, t, cap_feats, patch_size, f_patch_size)
    inputs["control"] = torch.stack(network.patchify(control_context, patch_size, f_patch_size))
    inputs["scale"] = float(conditioning_scale)

    def answer(found: Any) -> Any:
        return dict(zip(network.control_layers_places, found, strict=True))

    return Asked(partial(_z_image_control_forward, f"{patch_size}-{f_patch_size}"), inputs, answer)


def _z_image_control_forward(patch: str, network: Any, **given: Any) -> Any:
    import torch

    turns, control = given["turns"], given["control"]
    first = network.add_control_noise_refiner
    early = {"control_layers": network.control_layers, "control_noise_refiner": network.control_noise_refiner}.get(first, ())

    def refined(tokens: Any, how: Any) -> Any:
        nonlocal control
        control = network.control_all_x_embedder[patch](control)
        control = torch.where(given["blank"][..., None], network.x_pad_token, control)
        hints: list[Any] = []
        for layer in early:
            control = layer(control, tokens, None, turns, how)
        if early:
            *hints, control = control.unbind()
        said = dict(zip(network.control_refiner_layers_places or (), hints, strict=False))
        for number, layer in enumerate(network.noise_refiner):
            tokens = layer(tokens, None, turns, how)
            if number in said:
                tokens = tokens + said[number] * given["scale"]
        for layer in () if early else network.control_noise_refiner:
            control = layer(control, None, turns, how)
        return tokens

    with turning():
        row = _z_image_row(patch, network, given, refined)
        both = torch.cat((control, row.words), 1)
        for layer in network.control_layers:
            both = layer(both, row.both, row.seen, row.turns, row.how)
        return [hint * given["scale"] for hint in both.unbind()[:-1]]
