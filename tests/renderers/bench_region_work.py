"""The work of a tenth of a picture as a share of the whole's, counted in floating-point operations at the models' real sizes.

    uv run --extra diffusion python -m tests.renderers.bench_region_work

The networks are the real classes as large as the published ones, without weights, and nothing is computed, so the figures
are the same on every machine. Counted are the denoiser's steps, guidance's second pass where the family takes one, the VAE's
decoding, and for the region its encoding; not the text encoders, which both need alike. The passes are those that `rerender`
asks for at full strength, at the 0.6 at which the loop tries first, and at 0.3, where the whole still takes all of its steps.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from typing import Any, NamedTuple

import numpy as np
import torch
from torch.utils.flop_counter import FlopCounterMode

from engine.renderers.diffusion.briefing import LEAST, MOST
from engine.renderers.diffusion.latents import halved
from engine.renderers.region import Native, Patch, inference_steps, rerender
from engine.types import Array, Region
from tests.fakes import Silent


class Case(NamedTuple):
    """A model and what it draws: squares of so many pixels a side, in so many steps.

    `denoise(rows)` is one step over a square of so many latents, `channels` deep, each of `cell` × `cell` pixels. `starts`:
    whether it can start from a picture, and then takes fewer steps the less it changes.
    """

    name: str
    pictures: tuple[tuple[int, int], ...]
    native: Native
    vae: Any
    channels: int
    denoise: Callable[[int], Any]
    cell: int = 8
    starts: bool = True


def main() -> None:
    sys.stdout.write("| model | picture × steps | passes | full strength | 0.6 | 0.3 |\n|---|---|---|---|---|---|\n")
    with torch.device("meta"), torch.no_grad():
        for case in cases():
            sys.stdout.writelines(rows(case))
            sys.stdout.flush()


def rows(case: Case) -> Iterator[str]:
    frames = (1,) if type(case.vae).__name__ == "AutoencoderKLQwenImage" else ()

    @cache
    def step(side: int) -> int:
        return operations(lambda: case.denoise(side // case.cell))

    @cache
    def decoding(side: int) -> int:
        latents = torch.zeros(1, case.channels, *frames, side // case.cell, side // case.cell)
        return operations(lambda: case.vae.decode(latents))

    @cache
    def encoding(side: int) -> int:
        return operations(lambda: case.vae.encode(torch.zeros(1, 3, *frames, side, side)))

    def work(passes: list[Pass]) -> int:
        return sum(
            steps * step(side) + (encoding(halved(side)) if rough else encoding(side) + decoding(side))
            for side, steps, rough in passes
        )

    for side, steps in case.pictures:
        ways = [passes(case, side, steps, strength) for strength in (1.0, 0.6, 0.3)]
        said = " + ".join(f"{one.side}² × {one.steps}" for one in ways[0])
        whole = steps * step(side) + decoding(side)
        shares = " | ".join(f"{100 * work(way) / whole:.1f} %" for way in ways)
        yield f"| {case.name} | {side}² × {steps} | {said} | {shares} |\n"


def operations(work: Callable[[], Any]) -> int:
    with FlopCounterMode(display=False) as counter:
        work()
    return int(counter.get_total_flops())


class Pass(NamedTuple):
    """A square that is drawn. A rough one, a sketch, is encoded at half its size and not decoded."""

    side: int
    steps: int
    rough: bool


def passes(case: Case, side: int, steps: int, strength: float) -> list[Pass]:
    """Those for a square tenth in the middle, as `regional` and `drawing` make them."""
    asked: list[Pass] = []

    def draw(patch: Patch) -> Array:
        of = max(1, round(steps * patch.steps))
        taken = int(inference_steps(of, patch.strength) * patch.strength) if case.starts else of
        asked.append(Pass(patch.pixels.shape[0], taken, patch.steps < 1))
        return patch.pixels

    first = (1 - 0.1**0.5) / 2
    region = Region(box=(first, first, 1 - first, 1 - first), strength=strength)
    rerender(np.zeros((side, side, 3), np.uint8), region, replace(case.native, steps=steps), draw, Silent())
    return asked


def cases() -> Iterator[Case]:
    zeros = torch.zeros
    yield sd15(zeros)
    yield sd15(zeros, distilled=True)
    yield sdxl(zeros)
    yield sdxl(zeros, distilled=True)
    yield sdxl(zeros, turbo=True)
    yield sd3(zeros)
    yield flux(zeros)
    yield flux(zeros, distilled=True)
    yield flux2(zeros)
    yield z_image(zeros)
    yield qwen_image(zeros)
    yield sana_sprint(zeros)


def sd15(zeros: Any, *, distilled: bool = False) -> Case:
    from diffusers import UNet2DConditionModel

    unet = UNet2DConditionModel(cross_attention_dim=768, attention_head_dim=8, sample_size=64)
    batch = 1 if distilled else 2

    def step(rows: int) -> Any:
        return unet(zeros(batch, 4, rows, rows), zeros(batch), encoder_hidden_states=zeros(batch, 77, 768))

    if distilled:
        return Case("SD 1.5, LCM", ((512, 1), (512, 2), (512, 4), (512, 8)), composing(512), vae(4), 4, step)
    return Case("SD 1.5", ((512, 28), (640, 28), (768, 28)), composing(512), vae(4), 4, step)


def unet_sdxl() -> Any:
    from diffusers import UNet2DConditionModel

    return UNet2DConditionModel(
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


def sdxl(zeros: Any, *, distilled: bool = False, turbo: bool = False) -> Case:
    unet = unet_sdxl()
    batch = 1 if distilled or turbo else 2

    def step(rows: int) -> Any:
        about = {"text_embeds": zeros(batch, 1280), "time_ids": zeros(batch, 6)}
        words = {"encoder_hidden_states": zeros(batch, 77, 2048), "added_cond_kwargs": about}
        return unet(zeros(batch, 4, rows, rows), zeros(batch), **words)

    if turbo:
        return Case("SDXL-Turbo", ((512, 1), (512, 2), (512, 4)), composing(512), vae(4), 4, step)
    few = ((1024, 1), (1024, 2), (1024, 3), (1024, 4), (1024, 6), (1280, 6), (1024, 8))
    pictures = few if distilled else ((1024, 28), (1280, 28))
    return Case(f"SDXL{', distilled' * distilled}", pictures, composing(1024), vae(4), 4, step)


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

    return Case("SD 3.5 medium", ((1024, 28),), plain(1024), vae(16), 16, step)


def flux(zeros: Any, *, distilled: bool = False) -> Case:
    from diffusers import FluxTransformer2DModel

    transformer = FluxTransformer2DModel(guidance_embeds=not distilled)

    def step(rows: int) -> Any:
        tokens = rows * rows // 4
        return transformer(
            hidden_states=zeros(1, tokens, 64), encoder_hidden_states=zeros(1, 512, 4096), pooled_projections=zeros(1, 768),
            timestep=zeros(1), guidance=None if distilled else zeros(1), img_ids=zeros(tokens, 3), txt_ids=zeros(512, 3),
        )  # fmt: skip

    if distilled:
        return Case("FLUX.1-schnell", ((1024, 1), (1024, 2), (1024, 4)), plain(1024), vae(16), 16, step)
    return Case("FLUX.1-dev", ((1024, 28), (1280, 28)), plain(1024), vae(16), 16, step)


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

    return Case("FLUX.2 klein 4B", ((1024, 4),), plain(1024), AutoencoderKLFlux2(), 32, step)


def z_image(zeros: Any) -> Case:
    from diffusers import ZImageTransformer2DModel

    transformer = ZImageTransformer2DModel()

    def step(rows: int) -> Any:
        return transformer([zeros(16, 1, rows, rows)], zeros(1), [zeros(64, 2560)])

    return Case("Z-Image-Turbo", ((1024, 8),), plain(1024), vae(16), 16, step)


def qwen_image(zeros: Any) -> Case:
    from diffusers import AutoencoderKLQwenImage, QwenImageTransformer2DModel

    transformer = QwenImageTransformer2DModel()

    def step(rows: int) -> Any:
        words = {"encoder_hidden_states": zeros(2, 64, 3584), "encoder_hidden_states_mask": None}
        squares = [[(1, rows // 2, rows // 2)]] * 2
        return transformer(zeros(2, rows * rows // 4, 64), timestep=zeros(2), img_shapes=squares, **words)

    return Case("Qwen-Image", ((1328, 40),), plain(1328), AutoencoderKLQwenImage(), 16, step)


def sana_sprint(zeros: Any) -> Case:
    from diffusers import AutoencoderDC, SanaTransformer2DModel

    transformer = SanaTransformer2DModel(guidance_embeds=True, qk_norm="rms_norm_across_heads")
    dc = AutoencoderDC(
        latent_channels=32,
        encoder_block_types=("ResBlock",) * 3 + ("EfficientViTBlock",) * 3,
        decoder_block_types=("ResBlock",) * 3 + ("EfficientViTBlock",) * 3,
        encoder_block_out_channels=(128, 256, 512, 512, 1024, 1024),
        decoder_block_out_channels=(128, 256, 512, 512, 1024, 1024),
        encoder_layers_per_block=(2, 2, 2, 3, 3, 3),
        decoder_layers_per_block=(3,) * 6,
        encoder_qkv_multiscales=((), (), (), (5,), (5,), (5,)),
        decoder_qkv_multiscales=((), (), (), (5,), (5,), (5,)),
        upsample_block_type="interpolate",
    )

    def step(rows: int) -> Any:
        words = {"encoder_hidden_states": zeros(1, 300, 2304), "encoder_attention_mask": zeros(1, 300)}
        return transformer(zeros(1, 32, rows, rows), timestep=zeros(1), guidance=zeros(1), **words)

    few = ((1024, 1), (1024, 2), (1024, 4))
    return Case("SANA-Sprint", few, plain(1024, 32), dc, 32, step, cell=32, starts=False)


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


def plain(side: int, multiple: int = 16) -> Native:
    return Native(multiple, 0, round(MOST * side**2))


if __name__ == "__main__":
    main()
