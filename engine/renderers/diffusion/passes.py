"""The passes that make a plan's picture with a loaded model: the whole, what is larger than it draws well, a region."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

import numpy as np

from engine.api import RunContext
from engine.renderers.diffusion.blockout import blockout
from engine.renderers.diffusion.briefing import drawn_size, job, native, resized
from engine.renderers.diffusion.drawing import draw
from engine.renderers.diffusion.jobs import Guidance, Job
from engine.renderers.diffusion.loading import Loaded
from engine.renderers.diffusion.regional import repainted
from engine.renderers.diffusion.schedulers import scheduler
from engine.renderers.diffusion.upscale import Upscaler, enlarged
from engine.renderers.region import Patch, rerender
from engine.types import Array, Brief, Plan, Region, Render

Parameters = dict[str, str | int | float]
REFINED: Final = 0.35
"""The strength at which a picture larger than the model draws well is gone over after it was enlarged."""
_told: set[tuple[str, str]] = set()


def drawn(
    loaded: Loaded,
    plan: Plan,
    brief: Brief,
    seed: int,
    context: RunContext,
    scale: float = 1.0,
    base: Render | None = None,
    region: Region | None = None,
    upscaler: Upscaler | None = None,
) -> tuple[Array, Parameters]:
    """The plan's picture, uint8 (h, w, 3), or the base's with its region drawn anew, and how it was made.

    A canvas that the model would not draw well is drawn at the next size that it does and brought to its own; one much
    larger than that is then gone over in tiles.
    """
    good, canvas = native(loaded), (plan.canvas.width, plan.canvas.height)
    options: dict[str, Any] = {
        "projection": loaded.projection(), "scheduler": scheduler(loaded, brief.sampling.scheduler), "encodings": {}
    }  # fmt: skip

    def painted(pixels: Array, part: Region) -> Array:
        control = None if asked.control is None else resized(asked.control, pixels.shape[1::-1])
        whole = replace(asked, control=control, placed=())
        fits = replace(good, steps=asked.steps)
        return rerender(pixels, part, fits, lambda patch: repainted(loaded, whole, patch, context, **options), context)

    if base is not None and region is not None:
        followed = followed_inside(loaded, plan, brief, seed, context, base)
        asked = job(loaded, plan, brief, seed, followed, drawn_size(plan.canvas, good), region)
        return painted(base.pixels.array, region), made(asked, options["scheduler"])
    asked = job(loaded, plan, brief, seed, guided(loaded, plan, brief, seed, context), drawn_size(plan.canvas, good, scale))
    tell_unheard(loaded, brief, asked, context)
    if asked.image is None or {"image", "inpaint"} & loaded.traits.pipelines.keys():
        pixels = draw(loaded, asked, context, **options)
    else:
        everything = np.ones(asked.image.shape[:2], np.float32)
        patch = Patch(asked.image, everything, asked.strength, (slice(0, asked.height), slice(0, asked.width)))
        pixels = repainted(loaded, asked, patch, context, **options)
    pixels, by = enlarged(pixels, canvas, upscaler, context)
    if scale == 1.0 and brief.quality != "fast" and canvas[0] * canvas[1] > good.most:
        pixels = painted(pixels, Region(box=(0, 0, 1, 1), strength=REFINED))
    return pixels, made(asked, options["scheduler"]) | {"quality": brief.quality} | ({"upscaler": by} if by else {})


def guided(loaded: Loaded, plan: Plan, brief: Brief, seed: int, context: RunContext) -> Guidance:
    """The studio's draft, where it leads further than the model alone.

    A scene is not drafted for a quick picture: the studio would take longer than the model. Where the brief has references,
    the picture starts from those, and the draft's depth and edges are what a ControlNet follows.
    """
    traits = loaded.traits
    if brief.quality == "fast" and plan.kind != "flat" and loaded.controlnet is None:
        return Guidance()
    found = blockout(plan, brief, seed, context, traits.reads, traits.solver)
    starts = not brief.references and (loaded.controlnet is None or "control image" in traits.pipelines)
    return found if starts else replace(found, image=None, strength=1.0)


def followed_inside(loaded: Loaded, plan: Plan, brief: Brief, seed: int, context: RunContext, base: Render) -> Guidance:
    """What a ControlNet follows in a part of a picture that was drawn from the plan; nothing in one that was opened."""
    if loaded.controlnet is None or base.from_disk:
        return Guidance()
    return replace(guided(loaded, plan, brief, seed, context), image=None, strength=1.0)


def tell_unheard(loaded: Loaded, brief: Brief, asked: Job, context: RunContext) -> None:
    """Say that the user's negative prompt has no effect, once for a model and its words."""
    unheard = loaded.model.id, brief.sampling.negative.strip()
    if not unheard[1] or asked.negative or unheard in _told:
        return
    _told.add(unheard)
    if loaded.traits.reads.negative:
        context.tell("A negative prompt has no effect at a guidance of 1 or less, so yours is left out.")
    else:
        context.tell("This model reads no negative prompt, so yours is left out.")


def made(asked: Job, scheduler: Any) -> Parameters:
    """What of the job a render names, so that it can be drawn again."""
    found: Parameters = {
        "prompt": asked.prompt,
        "negative prompt": asked.negative,
        "steps": asked.steps,
        "guidance": asked.guidance,
        "scheduler": type(scheduler).__name__,
        "drawn": f"{asked.width}x{asked.height}",
    }
    if asked.image is not None:
        found["strength"] = asked.strength
    if asked.placed:
        found["told in place"] = len(asked.placed)
    return {key: value for key, value in found.items() if value != ""}
