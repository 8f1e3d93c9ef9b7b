"""Tokenizers of the real classes over a vocabulary of single bytes: every text can be read, a letter a token."""

from __future__ import annotations

from typing import Any

CHAT = (
    "{% for message in messages %}<|im_start|>{{ message.role }}\n{% if message.content is string %}{{ message.content }}"
    "{% else %}{% for part in message.content %}{% if part.type == 'image' %}<|vision_start|><|image_pad|><|vision_end|>"
    "{% else %}{{ part.text }}{% endif %}{% endfor %}{% endif %}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)
QWEN_MARKS = (
    "<|endoftext|>", "<|im_start|>", "<|im_end|>", "<|vision_start|>", "<|vision_end|>", "<|image_pad|>", "<|video_pad|>",
)  # fmt: skip


def letters() -> list[str]:
    """The 256 characters that byte-level BPE writes bytes with."""
    shown = [*range(33, 127), *range(161, 173), *range(174, 256)]
    hidden = [byte for byte in range(256) if byte not in shown]
    return [chr(byte) for byte in shown] + [chr(256 + place) for place in range(len(hidden))]


def clip(pad: str = "<|endoftext|>") -> Any:
    from transformers import CLIPTokenizer

    tokens = [*letters(), *(letter + "</w>" for letter in letters()), "<|startoftext|>", "<|endoftext|>"]
    return CLIPTokenizer(vocab=_numbered(tokens), merges=[], pad_token=pad, model_max_length=77)


def t5() -> Any:
    from transformers import T5Tokenizer

    pieces = [("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0), ("▁", -1.0)]
    return T5Tokenizer(vocab=pieces + [(chr(code), -2.0) for code in range(33, 127)], model_max_length=512)


def qwen() -> Any:
    from transformers import Qwen2Tokenizer

    vocabulary = _numbered([*letters(), *QWEN_MARKS])
    return Qwen2Tokenizer(vocab=vocabulary, merges=[], additional_special_tokens=list(QWEN_MARKS[1:]), chat_template=CHAT)


def gemma() -> Any:
    from transformers import GemmaTokenizer

    marks = ["<pad>", "<eos>", "<bos>", "<unk>", "<mask>", "▁"]
    return GemmaTokenizer(vocab=_numbered([*marks, *(chr(code) for code in range(33, 127))]), merges=[])


def _numbered(tokens: list[str]) -> dict[str, int]:
    return {token: number for number, token in enumerate(tokens)}
