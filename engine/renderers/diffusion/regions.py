"""Each placed thing's own words in its own box: a U-Net's cross-attention reads them there beside the prompt.

Where a layer looks at the prompt, it looks at each thing's words as well, and in the thing's box the answer is mostly theirs.
Whatever else is at work in the layer (LoRAs, an IP-Adapter) is at work for both. (After regional prompting, as attention
is coupled in Omost and in A1111's Regional Prompter.)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import cache, partial
from typing import Any, Final

from engine.renderers.diffusion.encoding import encoded
from engine.renderers.diffusion.jobs import Placed
from engine.types import Box

SAY: Final = 0.7
"""How much of the answer in a box is its own words'; the rest is the prompt's, so that the picture stays one."""


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
