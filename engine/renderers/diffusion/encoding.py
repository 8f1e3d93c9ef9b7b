"""Prompts as embeddings: once for all passes of a job; for CLIP, which reads 77 tokens, in passages laid end to end."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import zip_longest
from typing import Any

Encodings = dict[str, Any]
"""What the text encoders said of a prompt, by all that they were asked with."""


@contextmanager
def encoded_once(pipeline: Any, known: Encodings) -> Iterator[None]:
    """While it lasts, the pipeline takes from `known` what it has encoded before, and puts there what it encodes.

    A prompt that is encoded together with pictures is not kept.
    """
    import torch

    encode: Any = getattr(pipeline, "encode_prompt", None)
    plain = (str, int, float, type(None), torch.device)

    def once(*given: Any, **named: Any) -> Any:
        asked = [*given, *named.values()]
        if not all(isinstance(part, plain) for one in asked for part in (one if isinstance(one, list | tuple) else [one])):
            return encode(*given, **named)
        key = repr((given, sorted(named.items())))
        if key not in known:
            known[key] = encode(*given, **named)
        return type(known[key])(list(part) if isinstance(part, list) else part for part in known[key])

    if encode is not None:
        pipeline.encode_prompt = once
    try:
        yield
    finally:
        vars(pipeline).pop("encode_prompt", None)


def encoded(pipeline: Any, positive: str, negative: str, *, guided: bool) -> dict[str, Any]:
    """The prompts as a CLIP pipeline's call takes them: embeddings of all of their tokens, both of one length.

    A prompt that fits is encoded exactly as the pipeline would. SDXL's pooled embedding is that of the first passage.
    `guided`: classifier-free guidance is on, and the negative prompt counts.
    """
    import torch

    tokenizer = pipeline.tokenizer or pipeline.tokenizer_2
    pairs = list(zip_longest(passages(positive, tokenizer), passages(negative, tokenizer) if guided else [""], fillvalue=""))
    with torch.no_grad():
        found = pipeline.encode_prompt(
            prompt=[yes for yes, _ in pairs],
            device=pipeline._execution_device,
            num_images_per_prompt=1,
            do_classifier_free_guidance=guided,
            negative_prompt=[no for _, no in pairs] if negative else None,
        )
    names = ("prompt_embeds", "negative_prompt_embeds", "pooled_prompt_embeds", "negative_pooled_prompt_embeds")
    taken = inspect.signature(pipeline.__call__).parameters
    return {
        name: value[:1] if "pooled" in name else value.reshape(1, -1, value.shape[-1])
        for name, value in zip(names, found, strict=False)
        if value is not None and name in taken
    }


def passages(text: str, tokenizer: Any) -> list[str]:
    """The text in pieces that each fit between CLIP's two marks, cut after a comma or a sentence where one is near."""
    room = tokenizer.model_max_length - 2
    found, piece, size = [], "", 0
    for word, tokens in _words(text, tokenizer, room):
        if size + tokens > room:
            cut = max((match.end() for match in re.finditer(r"[,.;]\s", piece)), default=0)
            cut = cut if _length(piece[cut:], tokenizer) <= room // 3 else len(piece)
            found.append(piece[:cut].strip())
            piece = piece[cut:]
            size = _length(piece, tokenizer)
        piece, size = piece + word, size + tokens
    return [*found, piece.strip()]


def _words(text: str, tokenizer: Any, room: int) -> Iterator[tuple[str, int]]:
    """Each word with the space after it and its number of tokens; one that is too long for a passage comes in halves."""
    waiting = [match.group() for match in re.finditer(r"\S+\s*", text)][::-1]
    while waiting:
        word = waiting.pop()
        tokens = _length(word, tokenizer)
        if tokens <= room:
            yield word, tokens
        else:
            waiting += [word[len(word) // 2 :], word[: len(word) // 2]]


def _length(text: str, tokenizer: Any) -> int:
    return len(tokenizer(text, add_special_tokens=False).input_ids) if text.strip() else 0
