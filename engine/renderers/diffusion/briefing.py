"""From a plan and a brief to the job that a loaded model is given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from math import sqrt
from typing import Final

import numpy as np
from PIL import Image

from engine import pictures
from engine.errors import BadInput
from engine.renderers.diffusion.families import settings
from engine.renderers.diffusion.jobs import Guidance, Job, Placed
from engine.renderers.diffusion.loading import Loaded
from engine.renderers.diffusion.prompting import Words, words, words_in_place
from engine.renderers.diffusion.regions import can_tell
from engine.renderers.region import Native
from engine.types import Array, Brief, Canvas, Plan, Quality, Region

STEPS: Final[Mapping[Quality, float]] = {"fast": 0.6, "balanced": 1.0, "pro": 1.4}
"""The share of its usual steps that a model takes; one distilled to few steps always takes those."""
FROM_REFERENCE: Final = 0.7
"""The strength of a picture that is started from because the model can be shown none."""
LEAST, MOST = 0.5, 1.6
"""What a model draws well, as shares of the pixels it was trained at."""


def native(loaded: Loaded) -> Native:
    """The sizes that the model draws well. Only a U-Net falls apart below its own size."""
    side = loaded.native
    least = LEAST * side**2 if hasattr(loaded.pipeline, "unet") else 0
    return Native(multiple=loaded.traits.multiple, least=round(least), most=round(MOST * side**2))


def drawn_size(canvas: Canvas, good: Native, scale: float = 1.0) -> tuple[int, int]:
    """Width and height to draw the canvas at: its own, as near as the model allows; `scale` makes the sides smaller."""
    area = canvas.width * canvas.height
    fit = sqrt(min(max(area, good.least), good.most) / area) * scale
    width, height = (max(1, round(side * fit / good.multiple)) * good.multiple for side in (canvas.width, canvas.height))
    return width, height


def steps(loaded: Loaded, brief: Brief) -> int:
    """As many as the brief says, else what the model usually takes at this quality."""
    usual = settings(loaded.traits, loaded.pipeline)
    return brief.sampling.steps or (usual.steps if usual.few else max(1, round(usual.steps * STEPS[brief.quality])))


def job(
    loaded: Loaded, plan: Plan, brief: Brief, seed: int, guidance: Guidance, size: tuple[int, int], region: Region | None = None
) -> Job:
    """What the model is asked to draw at `size` (width, height), or for a region of the plan.

    Raises BadInput for a reference that cannot be read, and where a ControlNet is there and nothing to follow; in a region
    it then has no say.
    """
    asked, usual = brief.sampling, settings(loaded.traits, loaded.pipeline)
    said = spoken(loaded, plan, brief, region)
    references = tuple(pictures.read(name).pixels for name in brief.references)
    signal = guidance.signal(asked.signal)
    if loaded.controlnet is not None and signal is None:
        if references:
            signal, *rest = references
            references = tuple(rest)
        elif region is None:
            raise BadInput(
                f"There is no {asked.signal} for the ControlNet to follow: the studio can draw none of this plan.",
                "Give it as a picture with --reference, or leave the ControlNet out.",
            )
    start, strength = guidance.image, guidance.strength
    if references and starts_from_references(loaded, brief):
        (start, *_), strength, references = references, FROM_REFERENCE, ()
    if signal is not None and loaded.controlnet is not None and "control image" not in loaded.traits.pipelines:
        start = None
    edits = bool(references) and "edit" in loaded.traits.pipelines
    places = region is None and loaded.traits.places != "" and not edits and can_tell(loaded.denoiser)
    return Job(
        prompt=said.positive,
        negative=said.negative,
        width=size[0],
        height=size[1],
        steps=steps(loaded, brief),
        guidance=usual.guidance if asked.guidance is None else asked.guidance,
        seed=seed,
        image=None if start is None else resized(start, size),
        strength=strength if start is not None else 1.0,
        control=None if loaded.controlnet is None or signal is None else resized(signal, size),
        references=references,
        placed=tuple(Placed(*one) for one in words_in_place(plan, brief, loaded.traits.reads)) if places else (),
    )


def starts_from_references(loaded: Loaded, brief: Brief) -> bool:
    """Whether the first reference is what the picture starts from, because the model can be shown none."""
    return bool(brief.references) and not loaded.traits.references and not loaded.adapter_path


def spoken(loaded: Loaded, plan: Plan, brief: Brief, region: Region | None) -> Words:
    """The prompt, and the negative prompt where it counts: the user's, then the plan's. Without guidance none counts."""
    guidance = brief.sampling.guidance
    guidance = settings(loaded.traits, loaded.pipeline).guidance if guidance is None else guidance
    reads = replace(loaded.traits.reads, negative=loaded.traits.reads.negative and guidance > 1)
    said = words(plan, brief, reads, region)
    negatives = (brief.sampling.negative.strip(), said.negative)
    return Words(said.positive, ", ".join(filter(None, negatives)) if reads.negative else "")


def resized(picture: Array, size: tuple[int, int]) -> Array:
    """The picture at `size` (width, height), uint8 (h, w, 3)."""
    if picture.shape[1::-1] == size:
        return picture
    return np.asarray(Image.fromarray(picture).resize(size, Image.Resampling.LANCZOS))
