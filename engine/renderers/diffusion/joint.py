"""What a transformer reads in one row: the prompt, each placed thing's own words behind it, and the picture's patches.

A bias on its attention says which of them looks at which. It is laid on scaled dot-product attention itself, so one way serves
all families whose attention is joint, whatever their layers are made of.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Any, Final

WORDS: Final = ("encoder_hidden_states", "cap_feats", "text_bth")
"""What transformers call the words that they are given, a tensor (batch, tokens, channels), or a list as Z-Image has it."""
MASKS: Final = ("attention_mask", "encoder_hidden_states_mask")
ALONE: Final = ("attn2", "noise_refiner")
"""The layers in which patches look at patches only."""
FILLED: Final = 32
"""Z-Image fills up its words to a multiple of so many tokens."""


@dataclass(frozen=True)
class Text:
    """What a text encoder says of some words (tokens, channels), and which of its tokens count (tokens; 0 or 1) or None."""

    words: Any
    mask: Any

    @property
    def trimmed(self) -> Any:
        return self.words if self.mask is None else self.words[self.mask > 0]


@contextmanager
def reading(pipeline: Any, prompt: str, others: list[str]) -> Iterator[list[Text]]:
    """While it lasts, the list given is filled when the pipeline encodes the prompt: the prompt first, then the others.

    The others are encoded as the pipeline encodes its prompt. Nothing changes for the pipeline.
    """
    encode = pipeline.encode_prompt
    own = vars(pipeline).get("encode_prompt")
    found: list[Text] = []

    def read(*given: Any, **named: Any) -> Any:
        asked = inspect.signature(type(pipeline).encode_prompt).bind(pipeline, *given, **named).arguments
        del asked["self"]
        wanted = not found and asked["prompt"] in (prompt, [prompt])
        said = encode(*given, **named)
        if wanted:
            alone = {**asked, "do_classifier_free_guidance": False} if "do_classifier_free_guidance" in asked else asked
            found.extend([_text(said), *(_text(encode(**{**alone, "prompt": words})) for words in others)])
        return said

    pipeline.encode_prompt = read
    try:
        yield found
    finally:
        if own is None:
            del pipeline.encode_prompt
        else:
            pipeline.encode_prompt = own


def _text(said: Any) -> Text:
    parts = said if isinstance(said, tuple) else (said,)
    words = parts[0][0]
    masks = (one[0] for one in parts[1:] if getattr(one, "shape", None) == (1, len(words)))
    return Text(words, next(masks, None))


@contextmanager
def heard_in_place(networks: list[Any], texts: list[Text], shares: Any, *, words_first: bool) -> Iterator[None]:
    """While it lasts, the networks read the things' words behind the prompt's, each heard by the patches in its box.

    `texts` are the prompt and the things, there when a network is called; `shares` (things, patches) what each thing has to
    say. A patch's look at the prompt and at the things is weighed by their shares, by a bias of the share's logarithm; the
    words look at themselves and at the patches in their box. Words equal to the prompt so change nothing, where words have
    no places in the row or start anew with each text. A text that is not the prompt, a negative one, stays alone.
    """
    row = _Row(texts, shares, words_first)
    layers = {layer: name for one in networks for name, layer in one.named_modules() if hasattr(layer, "processor")}
    with ExitStack() as hooks:
        for layer, name in layers.items():
            alone = any(part in name for part in ALONE)
            hooks.callback(layer.register_forward_pre_hook(lambda *_, alone=alone: row.enter(alone)).remove)
        for one in networks:
            hooks.callback(one.register_forward_pre_hook(row.extend, with_kwargs=True).remove)
            hooks.callback(one.register_forward_hook(lambda *_: row.leave()).remove)
        hooks.enter_context(_biased(row.bias))
        yield


class _Row:
    def __init__(self, texts: list[Text], shares: Any, words_first: bool) -> None:
        self._texts, self._shares, self._first = texts, shares, words_first
        self._lengths: list[tuple[int, bool]] = []
        self._filled = self._longest = 0
        self._alone = False
        self._known: dict[tuple[Any, ...], Any] = {}

    def enter(self, alone: bool) -> None:
        self._alone = alone

    def leave(self) -> None:
        self._lengths = []

    def extend(
        self, network: Any, given: tuple[Any, ...], named: dict[str, Any]
    ) -> tuple[tuple[Any, ...], dict[str, Any]] | None:
        """The network's arguments with the things' words behind the prompt's; None where it is not given the prompt."""
        import torch

        call = inspect.signature(network.forward).bind(*given, **named)
        said = call.arguments
        name = next((one for one in WORDS if said.get(one) is not None), None)
        if name is None:
            return None
        words = said[name]
        own, *things = self._texts
        lengths = said["text_lens"].tolist() if "text_lens" in said else [len(one) for one in words]
        texts = [one[:length] for one, length in zip(words, lengths, strict=True)]
        heard = [one.shape == own.words.shape and torch.equal(one, own.words.to(one)) for one in texts]
        if not any(heard):
            return None
        more = [thing.words.to(words[0]) for thing in things]
        longer = [torch.cat([one, *more]) if hears else one for one, hears in zip(texts, heard, strict=True)]
        most = max(len(one) for one in longer)
        said[name] = longer if isinstance(words, list) else torch.nn.utils.rnn.pad_sequence(longer, batch_first=True)
        self._filled = -(-most // FILLED) * FILLED if isinstance(words, list) else most
        self._longest = 0 if isinstance(words, list) else most
        self._lengths = list(zip(lengths, heard, strict=True))
        if "text_lens" in said:
            said["text_lens"] = torch.tensor([len(one) for one in longer]).to(said["text_lens"])
        if "txt_ids" in said:
            ids = said["txt_ids"]
            said["txt_ids"] = torch.cat([ids, *(ids[..., : len(one), :] for one in more)], dim=-2)
        for key in MASKS:
            if (mask := said.get(key)) is not None:
                counting = [_mask(thing).to(mask).expand(len(mask), -1) for thing in things]
                said[key] = torch.cat([mask[:, : words.shape[1]], *counting, mask[:, words.shape[1] :]], dim=1)
        return call.args, call.kwargs

    def bias(self, query: Any) -> Any:
        """What is added to the attention (batch, 1, tokens, tokens) of a layer with these queries; None for nothing."""
        if not self._lengths or self._alone:
            return None
        tokens = query.shape[-2]
        key = tokens, query.dtype, *self._lengths
        if key not in self._known:
            self._known[key] = self._look(tokens, query.device).log()[:, None].to(query.dtype)
        return self._known[key]

    def _look(self, tokens: int, device: Any) -> Any:
        """How much each token of a row of so many is to look at each: 1 as ever, 0 not at all (batch, tokens, tokens)."""
        import torch

        patches = tokens - self._filled
        start = 0 if self._first else patches
        shares = self._shares.to(device)[:, :patches]
        begin = self._filled if self._first else 0
        seen = slice(begin, begin + shares.shape[1])
        look = torch.ones(len(self._lengths), tokens, tokens, device=device)
        for one, (length, hears) in zip(look, self._lengths, strict=True):
            at = start + length
            if not hears:
                one[:, at : start + self._longest] = 0
                continue
            one[seen, start:at] = 1 - shares.sum(dim=0)[:, None]
            for thing, share in zip(self._texts[1:], shares, strict=True):
                words = slice(at, at + len(thing.words))
                one[words], one[:, words], one[words, words] = 0, 0, 1
                one[seen, words], one[words, seen] = share[:, None], (share > 0).float()
                at = words.stop
        return look


def _mask(text: Text) -> Any:
    import torch

    return torch.ones(len(text.words)) if text.mask is None else text.mask


@contextmanager
def _biased(bias: Callable[[Any], Any]) -> Iterator[None]:
    """While it lasts, attention is biased by what `bias` says of its queries, beside the mask that it is given."""
    import torch
    from torch.overrides import TorchFunctionMode

    attention = torch.nn.functional.scaled_dot_product_attention

    class Biased(TorchFunctionMode):
        def __torch_function__(self, function: Any, types: Any, given: Any = (), named: Any = None) -> Any:
            named = named or {}
            if function is attention and (look := bias(named.get("query", *given[:1]))) is not None:
                mask = named.get("attn_mask")
                if mask is not None:
                    look = look.masked_fill(~mask, -torch.inf) if mask.dtype == torch.bool else look + mask
                named = {**named, "attn_mask": look}
            return function(*given, **named)

    with Biased():
        yield
