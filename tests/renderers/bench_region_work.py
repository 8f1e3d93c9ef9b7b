"""The work of a tenth of a picture as a share of the whole's, counted in floating-point operations at the models' real sizes.

    uv run --extra diffusion python -m tests.renderers.bench_region_work

The networks are the real classes as large as the published ones, without weights, and nothing is computed, so the figures
are the same on every machine. Counted are the denoiser's steps, guidance's second pass where the family takes one, the VAE's
decoding, and for the region its encoding; not the text encoders, which both need alike. The crop is what `rerender` asks for.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple

import numpy as np
import torch
from diffusers import AutoencoderKL, FluxTransformer2DModel, UNet2DConditionModel
from torch.utils.flop_counter import FlopCounterMode

from engine.renderers.diffusion.briefing import LEAST, MOST
from engine.renderers.region import Native, Patch, rerender
from engine.types import Array, Region
from tests.fakes import Silent


class Case(NamedTuple):
    """A picture of `side` pixels. `denoise(rows)` is one step over a square of so many latents, `channels` deep."""

    name: str
    side: int
    native: Native
    steps: int
    channels: int
    denoise: Callable[[int], Any]


def main() -> None:
    sys.stdout.write("| model | picture | crop | one step | in all |\n|---|---|---|---|---|\n")
    with torch.device("meta"), torch.no_grad():
        for case in cases():
            sys.stdout.write(row(case))


def row(case: Case) -> str:
    crop = asked(case.side, case.native)
    vae = AutoencoderKL(
        block_out_channels=(128, 256, 512, 512),
        down_block_types=("DownEncoderBlock2D",) * 4,
        up_block_types=("UpDecoderBlock2D",) * 4,
        layers_per_block=2,
        latent_channels=case.channels,
    )
    encoding = operations(lambda: vae.encode(torch.zeros(1, 3, crop, crop)))
    sizes = [side // 8 for side in (case.side, crop)]
    step = [operations(partial(case.denoise, rows)) for rows in sizes]
    decoding = [operations(partial(vae.decode, torch.zeros(1, case.channels, rows, rows))) for rows in sizes]
    whole, part = (case.steps * one + other for one, other in zip(step, decoding, strict=True))
    return f"| {case.name} | {case.side}² | {crop}² | {step[1] / step[0]:.1%} | {(part + encoding) / whole:.1%} |\n"


def operations(work: Callable[[], Any]) -> int:
    with FlopCounterMode(display=False) as counter:
        work()
    return int(counter.get_total_flops())


def asked(side: int, native: Native) -> int:
    """The side of the crop that is drawn for a square tenth in the middle."""
    sides: list[int] = []

    def draw(patch: Patch) -> Array:
        sides.append(patch.pixels.shape[0])
        return patch.pixels

    first = (1 - 0.1**0.5) / 2
    rerender(np.zeros((side, side, 3), np.uint8), Region(box=(first, first, 1 - first, 1 - first)), native, draw, Silent())
    return sides[0]


def cases() -> list[Case]:
    sd15 = UNet2DConditionModel(cross_attention_dim=768, attention_head_dim=8, sample_size=64)
    sdxl = UNet2DConditionModel(
        sample_size=128,
        block_out_channels=(320, 640, 1280),
        down_block_types=("DownBlock2D", "CrossAttnDownBlock2D", "CrossAttnDownBlock2D"),
        up_block_types=("CrossAttnUpBlock2D", "CrossAttnUpBlock2D", "UpBlock2D"),
        attention_head_dim=(5, 10, 20),
        cross_attention_dim=2048,
        transformer_layers_per_block=(1, 2, 10),
        use_linear_projection=True,
        addition_embed_type="text_time",
        addition_time_embed_dim=256,
        projection_class_embeddings_input_dim=2816,
    )
    flux = FluxTransformer2DModel(guidance_embeds=True)
    zeros = torch.zeros

    def step_sd15(rows: int) -> Any:
        return sd15(zeros(2, 4, rows, rows), zeros(2), encoder_hidden_states=zeros(2, 77, 768))

    def step_sdxl(rows: int) -> Any:
        about = {"text_embeds": zeros(2, 1280), "time_ids": zeros(2, 6)}
        return sdxl(zeros(2, 4, rows, rows), zeros(2), encoder_hidden_states=zeros(2, 77, 2048), added_cond_kwargs=about)

    def step_flux(rows: int) -> Any:
        tokens = rows * rows // 4
        return flux(
            hidden_states=zeros(1, tokens, 64), encoder_hidden_states=zeros(1, 512, 4096), pooled_projections=zeros(1, 768),
            timestep=zeros(1), guidance=zeros(1), img_ids=zeros(tokens, 3), txt_ids=zeros(512, 3),
        )  # fmt: skip

    return [
        Case("SD 1.5", 768, unet(512), 25, 4, step_sd15),
        Case("SDXL", 1024, unet(1024), 30, 4, step_sdxl),
        Case("SDXL", 1280, unet(1024), 30, 4, step_sdxl),
        Case("FLUX.1-dev", 1024, Native(16, 0, round(MOST * 1024**2)), 28, 16, step_flux),
        Case("FLUX.1-dev", 1280, Native(16, 0, round(MOST * 1024**2)), 28, 16, step_flux),
    ]


def unet(side: int) -> Native:
    return Native(8, round(LEAST * side**2), round(MOST * side**2))


if __name__ == "__main__":
    main()
