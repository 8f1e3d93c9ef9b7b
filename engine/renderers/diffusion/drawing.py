"""One run of a pipeline: a job in, pixels out, with progress at every step."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from itertools import count
from typing import Any, Final

import numpy as np

from engine.api import RunContext
from engine.errors import EngineFailure, first_line
from engine.renderers.diffusion import schedulers
from engine.renderers.diffusion.briefing import resized
from engine.renderers.diffusion.encoding import Encodings, encoded, encoded_once
from engine.renderers.diffusion.families import Mode
from engine.renderers.diffusion.jobs import Job
from engine.renderers.diffusion.ladder import out_of_memory
from engine.renderers.diffusion.loading import Loaded
from engine.renderers.diffusion.previews import Projection
from engine.renderers.diffusion.regions import told_in_place
from engine.renderers.region import inference_steps
from engine.types import Array

Steer = Callable[[Any, int, Any], Any]
"""(pipeline, step, latents) to the latents to go on with: a hand on the pass between two steps."""
STAGE: Final = "render"
BROKEN_DEVICE: Final = ("CUDA error", "HIP error", "XPU error", "MPS backend")
"""Signs that the device is of no use to this process any more; only a new process helps."""


def draw(
    loaded: Loaded,
    job: Job,
    context: RunContext,
    *,
    projection: Projection | None = None,
    scheduler: Any = None,
    steer: Steer | None = None,
    encodings: Encodings | None = None,
) -> Array:
    """The picture, uint8 (h, w, 3). Cancel is felt within a step and leaves nothing of the pass on the device.

    A prompt that is in `encodings` is not encoded again; a new one is put there. A rough picture is the `projection`'s, where
    there is one: the VAE is spared.

    Raises EngineFailure where the model gives no numbers: black pictures are not handed on.
    """
    pipeline = loaded.mode(mode_of(job, loaded.traits.pipelines))
    pipeline.scheduler = scheduler or schedulers.scheduler(loaded, "")
    with encoded_once(pipeline, {} if encodings is None else encodings):
        pixels, finite = _run(loaded, pipeline, job, context, projection, steer)
        if finite and not np.isfinite(pixels).all():
            context.tell(
                "The picture came out black: the VAE overflowed in half precision. It is drawn again with the VAE in full."
            )
            in_full(pipeline.vae)
            pixels, finite = _run(loaded, pipeline, job, context, projection, steer)
    if not np.isfinite(pixels).all():
        raise EngineFailure(
            f"{loaded.model.name} gave no picture: its numbers overflowed in {loaded.precision}.",
            "Take a lower guidance scale, leave the LoRAs out, set another precision in diffusion.toml, or check the model "
            "with `plantain models verify`.",
        )
    return (pixels * 255).round().clip(0, 255).astype(np.uint8)


_CONTROLLED: Final[dict[Mode, Mode]] = {"text": "control", "image": "control image", "inpaint": "control inpaint"}


def mode_of(job: Job, pipelines: Mapping[Mode, str]) -> Mode:
    """Which of the family's pipelines does the job."""
    if job.references and job.image is None and "edit" in pipelines:
        return "edit"
    start: Mode = "text" if job.image is None else "inpaint" if job.mask is not None or "image" not in pipelines else "image"
    if job.control is None:
        return start
    return _CONTROLLED[start]


def _run(
    loaded: Loaded, pipeline: Any, job: Job, context: RunContext, projection: Projection | None, steer: Steer | None
) -> tuple[Array, bool]:
    """The picture, float (h, w, 3) in 0..1, and whether the last latents were finite.

    What a pipeline draws by chance without its generator, as SD 3.5 does to encode a control, comes from the seed as well.
    """
    import torch

    torch.manual_seed(job.seed)
    last: dict[str, Any] = {}

    def after_step(running: Any, step: int, timestep: Any, tensors: dict[str, Any]) -> dict[str, Any]:
        latents = last["latents"] = tensors["latents"] if steer is None else steer(running, step, tensors["latents"])
        shown = projection.preview(latents, job.width, job.height) if projection else None
        steps = getattr(running, "num_timesteps", None) or len(running.scheduler.timesteps)
        context.progress(STAGE, min(1.0, (step + 1) / steps), shown)
        return {"latents": latents}

    context.progress(STAGE, 0.0)
    try:
        with told_in_place(pipeline, job, loaded.traits), _heard(pipeline, after_step) as callback:
            given = _call(loaded, pipeline, job)
            if projection is not None and job.rough:
                given["output_type"] = "latent"
            pixels = pipeline(**given, **callback).images[0]
    except (RuntimeError, ValueError, TypeError, LookupError, AttributeError) as error:
        if out_of_memory(error) or any(broken in str(error) for broken in BROKEN_DEVICE):
            raise
        raise EngineFailure(
            f"{loaded.model.name} broke as it drew: {first_line(error)}",
            "Leave out what was added to it (LoRAs, a ControlNet), or import it again from where it came.",
        ) from error
    finally:
        pipeline.maybe_free_model_hooks()
    finite = bool(torch.isfinite(last["latents"]).all()) if last else True
    if projection is not None and job.rough:
        size = job.width, job.height
        shown = resized(projection.preview(last["latents"], *size).array, size) / np.float32(255)
        return (shown if finite else np.full_like(shown, np.nan)), finite
    return np.asarray(pixels)[..., :3], finite


@contextmanager
def _heard(pipeline: Any, after_step: Callable[..., dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """What the pipeline's call is to be given, so that `after_step` is called after each of its steps. A pipeline that takes no
    callback, as LongCat-Image's and PixArt's do not, is heard through its scheduler while this lasts."""
    if "callback_on_step_end" in inspect.signature(pipeline.__call__).parameters:
        yield {"callback_on_step_end": after_step}
        return
    scheduler, steps = pipeline.scheduler, count()
    plain = scheduler.step

    def step(output: Any, timestep: Any, *rest: Any, **named: Any) -> Any:
        found = plain(output, timestep, *rest, **named)
        latents = after_step(pipeline, next(steps), timestep, {"latents": found[0]})["latents"]
        if isinstance(found, tuple):
            return (latents, *found[1:])
        found.prev_sample = latents
        return found

    scheduler.step = step
    try:
        yield {}
    finally:
        del scheduler.step


def _call(loaded: Loaded, pipeline: Any, job: Job) -> dict[str, Any]:
    """The arguments of the pipeline's call: of all that the job says, what this one takes."""
    import torch
    from PIL import Image

    family = loaded.traits
    taken = inspect.signature(pipeline.__call__).parameters
    said: dict[str, Any] = {
        "prompt": job.prompt,
        "width": job.width,
        "height": job.height,
        "max_area": job.width * job.height,
        "num_inference_steps": job.steps,
        family.guidance: job.guidance,
        "generator": torch.Generator("cpu").manual_seed(job.seed),
        "output_type": "np",
        **family.always,
    }
    if family.reads.negative:
        said["negative_prompt"] = job.negative or " "
    start = job.image
    if start is None and family.pipelines["text"] == family.pipelines.get("inpaint"):
        start = np.full((job.height, job.width, 3), 127, np.uint8)
    if start is not None:
        said |= {"image": Image.fromarray(start), "strength": job.strength}
        said["num_inference_steps"] = inference_steps(job.steps, job.strength)
        mask = job.mask if job.mask is not None else np.full(start.shape[:2], 255, np.uint8)
        said["mask_image"] = Image.fromarray(mask)
    if said["num_inference_steps"] != 2:
        said["intermediate_timesteps"] = None  # SANA-Sprint's way of two steps
    if job.whole is not None:
        said["original_size"] = said["target_size"] = job.whole[::-1]
    if job.control is not None:
        said["control_image" if "control_image" in taken else "image"] = Image.fromarray(job.control)
        said["controlnet_conditioning_scale"] = job.control_scale
    shown = [Image.fromarray(one) for one in job.references]
    if shown and loaded.adapter_path:
        said["ip_adapter_image"] = [shown]
    elif shown and job.image is None:
        said["image"] = shown[0] if family.references == 1 else shown[: family.references]
    if family.reads.style == "tags":
        guided = job.guidance > 1
        said |= encoded(pipeline, job.prompt, job.negative, guided=guided) | {"prompt": None, "negative_prompt": None}
    return {key: value for key, value in said.items() if key in taken}


def in_full(vae: Any) -> None:
    """Has the VAE work in fp32, whatever it is given."""
    import torch

    vae.to(torch.float32)
    for name in ("encode", "decode"):
        work = getattr(vae, name)
        setattr(vae, name, lambda given, *rest, work=work, **named: work(given.float(), *rest, **named))
