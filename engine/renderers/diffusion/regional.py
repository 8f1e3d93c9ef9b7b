"""A patch drawn anew by any family's pipeline, under a soft mask that unlocks step by step (differential diffusion)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from engine.api import RunContext
from engine.models.nature import FILL
from engine.renderers.diffusion.briefing import resized
from engine.renderers.diffusion.drawing import Steer, draw
from engine.renderers.diffusion.families import Mode
from engine.renderers.diffusion.jobs import Job
from engine.renderers.diffusion.latents import encode, encoding_once, packed, unpacked
from engine.renderers.diffusion.loading import Loaded
from engine.renderers.region import Patch
from engine.types import Array


def repainted(loaded: Loaded, job: Job, patch: Patch, context: RunContext, **options: Any) -> Array:
    """The patch drawn anew as the job for the whole says, uint8 (h, w, 3); `options` as `drawing.draw` takes them.

    A family that can start from a picture starts as late as the strength says. One that only draws from words, or follows a
    ControlNet only then, runs all of its steps, and the strength says when the mask begins to unlock. A denoiser that was
    trained to inpaint is shown the mask. The context of a sketch is encoded roughly: it is seen through much noise, and not
    laid in. The job's control is as large as the picture: its part there is what is followed.
    """
    height, width = patch.pixels.shape[:2]
    mask, control = patch.mask, job.control
    job = replace(
        job,
        width=width,
        height=height,
        whole=(job.width, job.height),
        steps=max(1, round(job.steps * patch.steps)),
        rough=patch.steps < 1,
        control=None if control is None else resized(control[patch.place], (width, height)),
    )
    starts: set[Mode] = {"image", "inpaint"} if control is None else {"control image"}
    if starts & loaded.traits.pipelines.keys():
        shown = (255 * (mask > 0)).astype("uint8") if inpaints(loaded.denoiser) else None
        job = replace(job, image=patch.pixels, strength=patch.strength, mask=shown)
    else:
        mask = mask * patch.strength
        job = replace(job, image=None)
    vae = loaded.pipeline.vae
    with encoding_once(vae, roughly=job.rough):
        return draw(loaded, job, context, steer=unlocking(vae, patch.pixels, mask, job.seed), **options)


def inpaints(denoiser: Any) -> bool:
    """Whether it takes the mask and what is left of the picture beside the latents, as SD's inpainting models do."""
    return denoiser.config.get("in_channels") in (9, 4 * FILL)


def _noised(scheduler: Any, clean: Any, noise: Any, now: Any) -> Any:
    """The latents with as much noise as the scheduler has at the time `now` (1)."""
    if hasattr(scheduler, "scale_noise"):
        return scheduler.scale_noise(clean, now, noise)
    if hasattr(scheduler, "add_noise"):
        return scheduler.add_noise(clean, noise, now)
    return (now.cos() * clean + now.sin() * noise) * scheduler.config.sigma_data  # TrigFlow, as SANA-Sprint has it


def unlocking(vae: Any, pixels: Array, mask: Array, seed: int) -> Steer:
    """Keeps latents at the picture (h, w, 3), noised as the step asks, until the mask (h, w; 0..1) lets them go.

    A latent is free from where the mask is at least the share of the steps that is left; where it is 0, never, and after the
    last step it is the picture's own.
    """
    import torch

    with torch.no_grad():
        clean = encode(vae, pixels).float()
    rows, columns = clean.shape[-2:]
    wanted = torch.nn.functional.adaptive_avg_pool2d(torch.from_numpy(mask)[None, None], (rows, columns)).to(clean.device)
    noise = torch.randn(clean.shape, generator=torch.Generator("cpu").manual_seed(seed)).to(clean.device)
    height, width = mask.shape

    def steer(pipeline: Any, step: int, latents: Any) -> Any:
        scheduler = pipeline.scheduler
        steps = getattr(pipeline, "num_timesteps", None) or len(scheduler.timesteps)
        left = max(0.0, 1 - (step + 1) / steps)
        locked = wanted <= left
        kept = clean
        if step + 1 < steps:
            now = scheduler.timesteps[-steps:][step + 1][None]
            kept = _noised(scheduler, clean, noise, now)
        grid = unpacked(latents, clean.shape[1], width, height)
        return packed(torch.where(locked, kept.to(grid), grid), latents)

    return steer
