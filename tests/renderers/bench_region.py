"""Seams and cost of a region drawn anew, ours against diffusers' own inpainting and against a plain paste.

    uv run --extra diffusion python -m tests.renderers.bench_region [--seconds 60] [--family sd15 …]

A no-op: the model is told to draw what is there already, so whatever is seen afterwards is a fault. The pipelines, VAEs and
schedulers are the real classes. The VAEs are trained here, for `seconds` each, on photographs that come with scikit-image, and
judged on one that they have not seen. The denoisers are perfect but for a drift: they know the picture's latents and
answer with them, tinted a little, as real models' colours drift. `step` is the mean change in the CIEDE2000 between neighbours
across the mask's border, `shift` the CIEDE2000 between the region's mean colours before and after, `error` the mean CIEDE2000
in the region. Then the time of a tenth of a picture is compared with that of the whole.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple, cast

import cv2
import numpy as np
import torch
from PIL import Image
from skimage import data
from skimage.color import deltaE_ciede2000, rgb2lab

from engine.models import Family, Model
from engine.renderers.diffusion.drawing import draw
from engine.renderers.diffusion.jobs import Job
from engine.renderers.diffusion.latents import packed
from engine.renderers.diffusion.loading import Loaded, load
from engine.renderers.diffusion.regional import repainted
from engine.renderers.region import Native, Patch, rerender
from engine.types import Array, Raster, Region
from tests.fakes import Silent
from tests.tiny.families import save

FAMILIES = {"sd15": 4, "sdxl": 4, "sd3": 16, "flux": 16}
"""Latent channels of the families that diffusers gives an inpaint pipeline with `padding_mask_crop`."""
SEEN = ("astronaut", "coffee", "rocket")
DRIFT = 0.08
"""Of the latents' deviation, added to their mean."""
STRENGTH, STEPS, SIDE = 0.6, 6, 256
ROUNDS = 3


class Faults(NamedTuple):
    step: float
    shift: float
    error: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=120, help="of processor time")
    parser.add_argument("--family", nargs="*", default=list(FAMILIES))
    options = parser.parse_args()
    torch.manual_seed(0)
    photographs = [getattr(data, name)() for name in SEEN]
    picture, mask = data.chelsea(), selection(data.chelsea().shape[:2])
    vaes = {channels: trained(channels, photographs, options.seconds) for channels in {FAMILIES[f] for f in options.family}}
    for channels, vae in vaes.items():
        say(f"VAE with {channels} channels, unseen photograph: {difference(decoded(vae, picture), picture):.2f} ΔE2000")
    say("\n| family | way | step | shift | error |\n|---|---|---|---|---|")
    for family in options.family:
        model = perfect(family, vaes[FAMILIES[family]])
        for way, make in WAYS.items():
            found = faults(make(model, picture, mask), picture, mask)
            say(f"| {family} | {way} | {found.step:.2f} | {found.shift:.2f} | {found.error:.2f} |")
    cost()


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def selection(shape: tuple[int, ...]) -> Array:
    """A blob in the middle, uint8 (h, w)."""
    mask = np.zeros(shape, np.uint8)
    cv2.ellipse(mask, (shape[1] // 2 - 20, shape[0] // 2), (70, 50), 25, 0, 360, 255, -1)
    cv2.rectangle(mask, (shape[1] // 2, 90), (shape[1] // 2 + 80, 140), 255, -1)
    return mask


def trained(channels: int, photographs: list[Array], seconds: float) -> Any:
    """An AutoencoderKL that has looked at the photographs for so long, its latents scaled to a deviation of 1."""
    from diffusers import AutoencoderKL

    vae = AutoencoderKL(
        block_out_channels=(16, 32, 48, 48),
        down_block_types=("DownEncoderBlock2D",) * 4,
        up_block_types=("UpDecoderBlock2D",) * 4,
        latent_channels=channels,
        norm_num_groups=8,
        sample_size=64,
    )
    optimiser, rng = torch.optim.AdamW(vae.parameters()), np.random.default_rng(0)
    began, latents = time.process_time(), torch.zeros(1)
    while (spent := (time.process_time() - began) / seconds) < 1:
        optimiser.param_groups[0]["lr"] = 3e-3 * (1 - spent) + 1e-5
        crops = [_crop(photographs[int(rng.integers(len(photographs)))], rng) for _ in range(6)]
        given = torch.from_numpy(np.stack(crops)).permute(0, 3, 1, 2).float() / 127.5 - 1
        latents = vae.encode(given).latent_dist.mean
        back = vae.decode(latents + 0.05 * torch.randn_like(latents)).sample
        loss = (back - given).abs().mean() + 0.5 * (back - given).square().mean() + 1e-3 * latents.square().mean()
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    vae.register_to_config(scaling_factor=float(1 / latents.std()), shift_factor=float(latents.mean()))
    return vae.eval().requires_grad_(False)


def _crop(photograph: Array, rng: np.random.Generator) -> Array:
    top, left = (int(rng.integers(side - 64)) for side in photograph.shape[:2])
    crop = photograph[top : top + 64, left : left + 64]
    return np.ascontiguousarray(crop[:, :: int(rng.choice([-1, 1]))])


def decoded(vae: Any, picture: Array) -> Array:
    """What the VAE alone makes of a picture, as large as its multiple of 8 allows."""
    height, width = (side // 8 * 8 for side in picture.shape[:2])
    given = torch.from_numpy(picture[:height, :width].copy()).permute(2, 0, 1)[None].float() / 127.5 - 1
    back = vae.decode(vae.encode(given).latent_dist.mean).sample[0].permute(1, 2, 0)
    return np.pad(_bytes(back), [(0, picture.shape[0] - height), (0, picture.shape[1] - width), (0, 0)], "edge")


def difference(one: Array, other: Array) -> float:
    return float(deltaE_ciede2000(rgb2lab(one), rgb2lab(other)).mean())


def _bytes(pixels: Any) -> Array:
    result: Array = ((pixels.numpy() + 1) * 127.5).round().clip(0, 255).astype(np.uint8)
    return result


def perfect(family: str, vae: Any) -> Loaded:
    """The family's tiny pipeline with that VAE, and a denoiser that knows what picture was encoded and answers with it."""
    from diffusers import DDIMScheduler

    folder = save(family, Path(tempfile.mkdtemp()) / family)
    model = load(
        Model(
            id=family, name=family, path=str(folder), role="pipeline", family=cast(Family, family), layout="folder",
            precision="fp32", parameters=0, bytes=0,
        ),
        "fp32",
        None,
    )  # fmt: skip
    noise = family in {"sd15", "sdxl"}
    own = model.pipeline.vae = deepcopy(vae)
    if noise:
        own.register_to_config(shift_factor=None)
        model.pipeline.scheduler = DDIMScheduler.from_config(model.pipeline.scheduler.config)
    shift, scale = own.config.shift_factor or 0.0, own.config.scaling_factor
    drift = DRIFT * torch.randn(1, own.config.latent_channels, 1, 1, generator=torch.Generator().manual_seed(4))
    encode = own.encode

    def remembering(pixels: Any, *rest: Any, **named: Any) -> Any:
        encoded = encode(pixels, *rest, **named)
        spread = encoded.latent_dist if hasattr(encoded, "latent_dist") else encoded[0]
        spread.std = spread.var = torch.zeros_like(spread.mean)
        KNOWN.append((spread.mean - shift) * scale + drift)
        return encoded

    def answering(*given: Any, **named: Any) -> tuple[Any]:
        seen = named.get("hidden_states", given[0] if given else None)
        moment = named.get("timestep", given[1] if len(given) > 1 else None)
        assert seen is not None
        clean = packed(KNOWN[0][:1], seen[:1]).expand_as(seen)
        if noise:
            kept = model.pipeline.scheduler.alphas_cumprod[int(torch.as_tensor(moment).flatten()[0])]
            return ((seen - kept.sqrt() * clean) / (1 - kept).sqrt(),)
        level = torch.as_tensor(moment).flatten()[0]
        return ((seen - clean) / (level / 1000 if level > 1 else level),)

    own.encode = remembering
    model.denoiser.forward = answering
    return model


KNOWN: list[Any] = []
"""What was encoded since a pass began; the first is the whole picture, later ones are masked."""


def ours(model: Loaded, picture: Array, mask: Array) -> Array:
    return rerender(picture, region_of(mask), NATIVE, partial(drawn, model, repainted), Silent())


def plain(model: Loaded, picture: Array, mask: Array) -> Array:
    """The same crop drawn from the picture by the family's own pipeline, pasted where the mask is."""
    pasted = picture.copy()

    def from_picture(own: Loaded, job: Job, patch: Patch, context: Silent) -> Array:
        image = draw(own, replace(job, image=patch.pixels, strength=patch.strength), context)
        inside = mask[patch.place] > 0
        pasted[patch.place][inside] = image[inside]
        return image

    rerender(picture, region_of(mask), NATIVE, partial(drawn, model, from_picture), Silent())
    return pasted


def theirs(model: Loaded, picture: Array, mask: Array) -> Array:
    KNOWN.clear()
    made = model.mode("inpaint")(
        prompt="a cat", image=Image.fromarray(picture), mask_image=Image.fromarray(mask), padding_mask_crop=32,
        width=SIDE, height=SIDE, strength=STRENGTH, num_inference_steps=STEPS, guidance_scale=1.0,
        generator=torch.Generator().manual_seed(1),
    )  # fmt: skip
    return np.asarray(made.images[0].convert("RGB"))


WAYS = {"ours": ours, "diffusers, padding_mask_crop": theirs, "plain paste": plain}
NATIVE = Native(16, SIDE * SIDE, 512 * 512)


def region_of(mask: Array) -> Region:
    return Region(box=(0, 0, 1, 1), mask=Raster(mask), strength=STRENGTH)


def drawn(model: Loaded, how: Callable[[Loaded, Job, Patch, Silent], Array], patch: Patch) -> Array:
    KNOWN.clear()
    height, width = patch.pixels.shape[:2]
    job = Job(prompt="a cat", width=width, height=height, steps=STEPS, guidance=1.0, seed=1)
    return how(model, job, patch, Silent())


def faults(after: Array, before: Array, mask: Array) -> Faults:
    new, old, inside = rgb2lab(after), rgb2lab(before), mask > 0
    steps = []
    for axis in (0, 1):
        first, second = (np.take(inside, range(n, inside.shape[axis] - 1 + n), axis) for n in (0, 1))
        pairs = [[np.take(lab, range(n, lab.shape[axis] - 1 + n), axis)[first != second] for n in (0, 1)] for lab in (new, old)]
        steps.append(np.abs(deltaE_ciede2000(*pairs[0]) - deltaE_ciede2000(*pairs[1])))
    means = [lab[inside].mean(axis=0) for lab in (new, old)]
    return Faults(
        float(np.concatenate(steps).mean()),
        float(deltaE_ciede2000(*means)),
        float(deltaE_ciede2000(new[inside], old[inside]).mean()),
    )


def cost() -> None:
    """The seconds of processor time of a picture of 768 × 768 pixels drawn by a U-Net of some size, and of a tenth of it.

    On one thread, since two that wait for each other spin, and on a loaded machine most of a small crop's time is that; the
    least of `ROUNDS`, so what is done once for a size or a process is not counted, in either.
    """
    from diffusers import UNet2DConditionModel

    folder = save("sd15", Path(tempfile.mkdtemp()) / "sd15")
    model = load(
        Model(
            id="sd15", name="sd15", path=str(folder), role="pipeline", family="sd15", layout="folder", precision="fp32",
            parameters=0, bytes=0,
        ),
        "fp32",
        None,
    )  # fmt: skip
    small = model.pipeline.unet.config
    model.pipeline.unet = UNet2DConditionModel.from_config(
        {**small, "block_out_channels": [c * 64 // small.block_out_channels[0] for c in small.block_out_channels]}
    ).eval()
    parameters = sum(one.numel() for one in model.pipeline.unet.parameters())
    picture = cv2.resize(data.chelsea(), (768, 768))
    job = Job(prompt="a cat", width=768, height=768, steps=12, guidance=1.0, seed=1)
    region = Region(box=(0.3, 0.3, 0.3 + 0.1**0.5, 0.3 + 0.1**0.5))
    native = Native(model.traits.multiple, 256 * 256)
    ways = {
        "whole": lambda: draw(model, job, Silent()),
        "part": lambda: rerender(picture, region, native, lambda patch: repainted(model, job, patch, Silent()), Silent()),
    }
    torch.set_num_threads(1)
    spent = {name: min(seconds(way) for _ in range(ROUNDS)) for name, way in ways.items()}
    whole, part = spent["whole"], spent["part"]
    found = f"{whole:.1f} s of processor time; a tenth of it: {part:.1f} s, {part / whole:.1%}"
    say(f"\nA U-Net of {parameters / 1e6:.0f} M parameters, {job.steps} steps, 768 × 768: {found}.")


def seconds(work: Callable[[], object]) -> float:
    """Of processor time that the work takes."""
    began = time.process_time()
    work()
    return time.process_time() - began


if __name__ == "__main__":
    main()
