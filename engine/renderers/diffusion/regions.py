"""Each placed thing's own words in its own box, beside the prompt, for the networks that can be told so.

A U-Net's cross-attention looks at each thing's words as well as at the prompt, and in the thing's box the answer is mostly
theirs. FLUX.1's transformer reads all of them in one row, and a bias on its attention says which patch of the picture looks
at which. Whatever else is at work in a layer (LoRAs, an IP-Adapter) is at work for all. After regional prompting as Omost
and A1111's Regional Prompter have it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import cache, partial
from typing import Any, Final

from engine.renderers.diffusion.encoding import encoded
from engine.renderers.diffusion.jobs import Job, Placed
from engine.types import Box

SAY: Final = 0.7
"""How much of the answer in a box is its own words'; the rest is the prompt's, so that the picture stays one."""


def can_tell(denoiser: Any) -> bool:
    """Not by an attention kernel of the user's choice: most of those take no bias."""
    return all(getattr(one, "_attention_backend", None) is None for one in denoiser.attn_processors.values())


def read_in_place(pipeline: Any, job: Job) -> dict[str, Any]:
    """What a FLUX.1 pipeline is called with in place of the job's prompt, so that `placed` are read in their boxes.

    A patch's look at the prompt and at each thing's words is weighed by their shares, by a bias of the share's logarithm; the
    words look at themselves and at the patches in their box. Words equal to the prompt so change nothing.
    """
    import torch

    def read(words: str) -> Any:
        return pipeline.encode_prompt(prompt=words, prompt_2=None, device=pipeline._execution_device)[:2]

    with torch.no_grad():
        (prompt, pooled), things = read(job.prompt), [read(one.words)[0] for one in job.placed]
    cell = 2 * pipeline.vae_scale_factor
    rows, columns = job.height // cell, job.width // cell
    own = shares([one.box for one in job.placed], rows, columns, rows * columns)
    weights = torch.cat([1 - own.sum(dim=0, keepdim=True), own])
    tokens = prompt.shape[1]
    blocks = torch.eye(len(weights)).repeat_interleave(tokens, 0).repeat_interleave(tokens, 1)
    seen, seeing = (some.repeat_interleave(tokens, 0) for some in (weights, (weights > 0).float()))
    look = torch.cat([torch.cat([blocks, seeing], 1), torch.cat([seen.T, torch.ones(rows * columns, rows * columns)], 1)])
    bias = look.log().to(prompt)[None, None]
    said = {"prompt_embeds": torch.cat([prompt, *things], 1), "pooled_prompt_embeds": pooled}
    return {**said, "prompt": None, "joint_attention_kwargs": {"attention_mask": bias}}


@contextmanager
def told_in_place(pipeline: Any, placed: Sequence[Placed], size: tuple[int, int]) -> Iterator[None]:
    """While it lasts, the pipeline's U-Net reads `placed` in their boxes of a picture of `size` (width, height) pixels."""
    with ExitStack() as hooks:
        if placed:
            columns, rows = (side // pipeline.vae_scale_factor for side in size)
            said = [encoded(pipeline, one.words, "", guided=False)["prompt_embeds"] for one in placed]
            sharing = cache(partial(shares, tuple(one.box for one in placed), rows, columns))

            def answered(layer: Any, given: tuple[Any, ...], named: dict[str, Any], answer: Any) -> Any:
                """The prompt's answer (batch, cells, channels), of whose batch the last is for what is wanted, set right."""
                seen, words = given[0][-1:], named["encoder_hidden_states"]
                answer = answer.clone()
                general = answer[-1:].clone()
                for text, share in zip(said, sharing(seen.shape[1]), strict=True):
                    own = layer.forward(seen, encoder_hidden_states=_instead(words, text.to(seen)))
                    answer[-1:] += share.to(seen)[None, :, None] * (own - general)
                return answer

            for name, layer in pipeline.unet.named_modules():
                if name.endswith("attn2"):
                    hooks.enter_context(_removed(layer.register_forward_hook(answered, with_kwargs=True)))
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


@contextmanager
def _removed(hook: Any) -> Iterator[None]:
    try:
        yield
    finally:
        hook.remove()
