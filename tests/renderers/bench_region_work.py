"""The work of a tenth of a picture as a share of the whole's, counted in floating-point operations at the models' real sizes.

    uv run --extra diffusion python -m tests.renderers.bench_region_work

The networks are the real classes as large as the published ones, without weights, and nothing is computed, so the figures
are the same on every machine. Counted are the denoiser's steps, guidance's second pass where the family takes one, the VAE's
decoding, and for the region its encoding; not the text encoders, which both need alike. The passes are those that `rerender`
asks for at full strength, and at the 0.6 at which the loop tries first, where the whole still takes all of its steps.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from functools import cache
from math import ceil
from typing import Any, NamedTuple

import numpy as np
import torch
from torch.utils.flop_counter import FlopCounterMode

from engine.renderers.diffusion.briefing import LEAST, MOST
from engine.renderers.diffusion.drawing import FEWEST
from engine.renderers.diffusion.latents import halved
from engine.renderers.region import Native, Patch, rerender
from engine.types import Array, Region
from tests.fakes import Silent


class Case(NamedTuple):
    """A model. `denoise(rows)` is one step over a square of so many latents of 8 × 8 pixels, `channels` deep."""

    name: str
    sides: tuple[int, ...]
    native: Native
    steps: int
    vae: Any
    channels: int
    denoise: Callable[[int], Any]


def main() -> None:
    sys.stdout.write("| model | picture | passes (side × steps) | full strength | strength 0.6 |\n|---|---|---|---|---|\n")
    with torch.device("meta"), torch.no_grad():
        for case in cases():
            for side in case.sides:
                sys.stdout.write(row(case, side))
                sys.stdout.flush()


def row(case: Case, side: int) -> str:
    frames = (1,) if type(case.vae).__name__ == "AutoencoderKLQwenImage" else ()

    @cache
    def step(side: int) -> int:
        return operations(lambda: case.denoise(side // 8))

    @cache
    def decoding(side: int) -> int:
        latents = torch.zeros(1, case.channels, *frames, side // 8, side // 8)
        return operations(lambda: case.vae.decode(latents))

    @cache
    def encoding(side: int) -> int:
        return operations(lambda: case.vae.encode(torch.zeros(1, 3, *frames, side, side)))

    def share(passes: list[tuple[int, int, bool]]) -> float:
        part = sum(
            steps * step(side) + (encoding(halved(side)) if rough else encoding(side) + decoding(side))
            for side, steps, rough in passes
        )
        return part / (case.steps * step(side) + decoding(side))

    whole, close = passes(case, side, 1.0), passes(case, side, 0.6)
    said = " + ".join(f"{drawn}² × {steps}" for drawn, steps, _ in whole)
    return f"| {case.name} | {side}² × {case.steps} | {said} | {share(whole):.1%} | {share(close):.1%} |\n"


def operations(work: Callable[[], Any]) -> int:
    with FlopCounterMode(display=False) as counter:
        work()
    return int(counter.get_total_flops())


def passes(case: Case, side: int, strength: float) -> list[tuple[int, int, bool]]:
    """The side and the steps of each pass for a square tenth in the middle, as `regional` and `drawing` make them.

    And whether it is a rough one, a sketch, which is encoded at half its size and not decoded.
    """
    asked: list[tuple[int, int, bool]] = []

    def draw(patch: Patch) -> Array:
        steps = max(1, round(case.steps * patch.steps))
        taken = max(steps, ceil(min(steps, FEWEST) / patch.strength)) * patch.strength
        asked.append((patch.pixels.shape[0], int(taken), patch.steps < 1))
        return patch.pixels

    first = (1 - 0.1**0.5) / 2
    region = Region(box=(first, first, 1 - first, 1 - first), strength=strength)
    rerender(np.zeros((side, side, 3), np.uint8), region, case.native, draw, Silent())
    return asked


def cases() -> Iterator[Case]:
    zeros = torch.zeros
    yield sd15(zeros)
    yield sdxl(zeros)
    yield sdxl(zeros, distilled=True)
    yield sd3(zeros)
    yield flux(zeros)
    yield flux2(zeros)
    yield z_image(zeros)
    yield qwen_image(zeros)


def sd15(zeros: Any) -> Case:
    from diffusers import UNet2DConditionModel

    unet = UNet2DConditionModel(cross_attention_dim=768, attention_head_dim=8, sample_size=64)

    def step(rows: int) -> Any:
        return unet(zeros(2, 4, rows, rows), zeros(2), encoder_hidden_states=zeros(2, 77, 768))

    return Case("SD 1.5", (512, 640, 768), composing(512), 28, vae(4), 4, step)


def sdxl(zeros: Any, *, distilled: bool = False) -> Case:
    from diffusers import UNet2DConditionModel

    unet = UNet2DConditionModel(
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
    batch = 1 if distilled else 2

    def step(rows: int) -> Any:
        about = {"text_embeds": zeros(batch, 1280), "time_ids": zeros(batch, 6)}
        words = {"encoder_hidden_states": zeros(batch, 77, 2048), "added_cond_kwargs": about}
        return unet(zeros(batch, 4, rows, rows), zeros(batch), **words)

    return Case(f"SDXL{', distilled' * distilled}", (1024, 1280), composing(1024), 6 if distilled else 28, vae(4), 4, step)


def sd3(zeros: Any) -> Case:
    from diffusers import SD3Transformer2DModel

    transformer = SD3Transformer2DModel(
        num_layers=24,
        num_attention_heads=24,
        caption_projection_dim=1536,
        pos_embed_max_size=384,
        dual_attention_layers=tuple(range(13)),
        qk_norm="rms_norm",
    )

    def step(rows: int) -> Any:
        words = {"encoder_hidden_states": zeros(2, 77 + 256, 4096), "pooled_projections": zeros(2, 2048)}
        return transformer(hidden_states=zeros(2, 16, rows, rows), timestep=zeros(2), **words)

    return Case("SD 3.5 medium", (1024,), plain(1024), 28, vae(16), 16, step)


def flux(zeros: Any) -> Case:
    from diffusers import FluxTransformer2DModel

    transformer = FluxTransformer2DModel(guidance_embeds=True)

    def step(rows: int) -> Any:
        tokens = rows * rows // 4
        return transformer(
            hidden_states=zeros(1, tokens, 64), encoder_hidden_states=zeros(1, 512, 4096), pooled_projections=zeros(1, 768),
            timestep=zeros(1), guidance=zeros(1), img_ids=zeros(tokens, 3), txt_ids=zeros(512, 3),
        )  # fmt: skip

    return Case("FLUX.1-dev", (1024, 1280), plain(1024), 28, vae(16), 16, step)


def flux2(zeros: Any) -> Case:
    from diffusers import AutoencoderKLFlux2, Flux2Transformer2DModel

    transformer = Flux2Transformer2DModel(
        num_layers=5, num_single_layers=20, num_attention_heads=24, joint_attention_dim=7680, guidance_embeds=False
    )

    def step(rows: int) -> Any:
        tokens = rows * rows // 4
        return transformer(
            hidden_states=zeros(1, tokens, 128), encoder_hidden_states=zeros(1, 512, 7680), timestep=zeros(1),
            img_ids=zeros(1, tokens, 4), txt_ids=zeros(1, 512, 4),
        )  # fmt: skip

    return Case("FLUX.2 klein 4B", (1024,), plain(1024), 4, AutoencoderKLFlux2(), 32, step)


def z_image(zeros: Any) -> Case:
    from diffusers import ZImageTransformer2DModel

    transformer = ZImageTransformer2DModel()

    def step(rows: int) -> Any:
        return transformer([zeros(16, 1, rows, rows)], zeros(1), [zeros(64, 2560)])

    return Case("Z-Image-Turbo", (1024,), plain(1024), 8, vae(16), 16, step)


def qwen_image(zeros: Any) -> Case:
    from diffusers import AutoencoderKLQwenImage, QwenImageTransformer2DModel

    transformer = QwenImageTransformer2DModel()

    def step(rows: int) -> Any:
        words = {"encoder_hidden_states": zeros(2, 64, 3584), "encoder_hidden_states_mask": None}
        squares = [[(1, rows // 2, rows // 2)]] * 2
        return transformer(zeros(2, rows * rows // 4, 64), timestep=zeros(2), img_shapes=squares, **words)

    return Case("Qwen-Image", (1328,), plain(1328), 40, AutoencoderKLQwenImage(), 16, step)


def vae(channels: int) -> Any:
    from diffusers import AutoencoderKL

    return AutoencoderKL(
        block_out_channels=(128, 256, 512, 512),
        down_block_types=("DownEncoderBlock2D",) * 4,
        up_block_types=("UpDecoderBlock2D",) * 4,
        layers_per_block=2,
        latent_channels=channels,
    )


def composing(side: int) -> Native:
    """Of a U-Net, which composes badly below its own size."""
    return Native(8, round(LEAST * side**2), round(MOST * side**2))


def plain(side: int) -> Native:
    return Native(16, 0, round(MOST * side**2))


if __name__ == "__main__":
    main()
