"""Each placed thing's own words in its own box, beside the prompt, for the networks that can be told so.

Cross-attention (U-Nets, Sana) looks at each thing's words as well as at the prompt, and in the thing's box the answer is mostly
theirs. Transformers that read words and picture in one row are told by a bias on their attention (`joint`). Whatever else is
at work in a layer (LoRAs, an IP-Adapter) is at work for all. After regional prompting as Omost and A1111's Regional Prompter
have it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import cache, partial
from typing import Any, Final

from engine.renderers.diffusion.encoding import encoded
from engine.renderers.diffusion.families import Traits
from engine.renderers.diffusion.jobs import Job
from engine.renderers.diffusion.joint import Text, heard_in_place, reading
from engine.types import Box

SAY: Final = 0.7
"""How much of the answer in a box is its own words'; the rest is the prompt's, so that the picture stays one."""


def can_tell(denoiser: Any) -> bool:
    """Not by an attention kernel of the user's choice: most of those take no bias."""
    processors = (getattr(layer, "processor", None) for layer in denoiser.modules())
    return all(getattr(one, "_attention_backend", None) is None for one in processors)


@contextmanager
def told_in_place(pipeline: Any, job: Job, family: Traits) -> Iterator[None]:
    """While it lasts, the pipeline's denoiser reads the job's `placed` in their boxes."""
    if not job.placed:
        yield
        return
    rows, columns = job.height // family.multiple, job.width // family.multiple
    boxes, words = tuple(one.box for one in job.placed), [one.words for one in job.placed]
    sharing = cache(partial(shares, boxes, rows, columns))
    with ExitStack() as told:
        if hasattr(pipeline, "unet"):
            said = [encoded(pipeline, one, "", guided=False)["prompt_embeds"] for one in words]
            told.enter_context(_answered_in_place(pipeline.unet, lambda: said, sharing))
        elif family.places == "aside":
            texts = told.enter_context(reading(pipeline, job.prompt, words))
            told.enter_context(_answered_in_place(pipeline.transformer, cache(partial(_captions, pipeline, texts)), sharing))
        else:
            texts = told.enter_context(reading(pipeline, job.prompt, words))
            networks = [pipeline.transformer, getattr(pipeline, "controlnet", None)]
            first = family.places == "first"
            told.enter_context(heard_in_place(list(filter(None, networks)), texts, sharing(rows * columns), words_first=first))
        yield


def _captions(pipeline: Any, texts: list[Text]) -> list[Any]:
    """The things' words as Sana's layers read them."""
    denoiser = pipeline.transformer
    things = [one.trimmed[None].to(pipeline._execution_device, denoiser.dtype) for one in texts[1:]]
    return [denoiser.caption_norm(denoiser.caption_projection(one)) for one in things]


@contextmanager
def _answered_in_place(denoiser: Any, texts: Callable[[], list[Any]], sharing: Callable[[int], Any]) -> Iterator[None]:
    """While it lasts, cross-attention answers from each text (1, tokens, channels) as well, by its `sharing` of the cells."""

    def answered(layer: Any, given: tuple[Any, ...], named: dict[str, Any], answer: Any) -> Any:
        """The prompt's answer (batch, cells, channels), of whose batch the last is for what is wanted, set right."""
        seen, words = given[0][-1:], named["encoder_hidden_states"]
        answer = answer.clone()
        general = answer[-1:].clone()
        for text, share in zip(texts(), sharing(seen.shape[1]), strict=True):
            own = layer.forward(seen, encoder_hidden_states=_instead(words, text.to(seen)))
            answer[-1:] += share.to(seen)[None, :, None] * (own - general)
        return answer

    with ExitStack() as hooks:
        for name, layer in denoiser.named_modules():
            if name.endswith("attn2"):
                hooks.callback(layer.register_forward_hook(answered, with_kwargs=True).remove)
        yield


def shares(boxes: Sequence[Box], rows: int, columns: int, cells: int) -> Any:
    """How much each box has to say (boxes, cells) where a layer sees rows × columns halved so often that `cells` are left.

    Where boxes overlap they divide it among them; a cell that a box covers in part counts in part.
    """
    import torch

    while rows * columns > cells:
        rows, columns = (rows + 1) // 2, (columns + 1) // 2

    def covered(start: float, end: float, count: int) -> Any:
        cell = torch.arange(count)
        return ((cell + 1).clamp(max=end * count) - cell.clamp(min=start * count)).clamp(min=0)

    inside = [covered(y0, y1, rows)[:, None] * covered(x0, x1, columns)[None] for x0, y0, x1, y1 in boxes]
    every = torch.stack(inside).reshape(len(boxes), -1)
    return SAY * every / every.sum(dim=0).clamp(min=1)


def _instead(words: Any, text: Any) -> Any:
    """What the layer was given to read for the last of the batch, with other text; an IP-Adapter's pictures beside it stay."""
    if not isinstance(words, tuple):
        return text
    _, pictures = words
    return text, [one[-1:] for one in pictures]
