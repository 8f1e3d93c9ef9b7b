"""Tiny pipelines twice over, as the diffusion renderer and as the onnx renderer load them, and what they draw."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import numpy as np

from engine.models import Family, Layout, Model, Role
from engine.renderers.diffusion import extras
from engine.renderers.diffusion.kit import Kit
from engine.renderers.diffusion.loading import Loaded, load
from engine.renderers.onnx.kits import components, kept_in, loaded
from engine.renderers.onnx.networks import hand_over
from engine.sessions import CPU
from engine.types import Array
from tests.tiny.families import FAMILIES, stir

LATENTS, PIXELS = 2e-4, 1e-3
"""The tolerance: of latents that spread by 1 to 15, and of pixels in 0..1."""


@dataclass
class Pair:
    """A kit loaded for torch and for ONNX Runtime; what the latter `told`."""

    torchs: Loaded
    ours: Loaded
    told: list[str]

    def agree(self, mode: str = "text", **said: Any) -> Array:
        """Draw the same with both, which must give the same within the tolerance; that, floats (h, w, 3)."""
        one, other = (drawn(made.mode(cast("Any", mode)), **said) for made in (self.torchs, self.ours))
        assert np.abs(one - other).max() < (LATENTS if said.get("output_type") == "latent" else PIXELS)
        return other


def pair(kit: Kit, files: Path) -> Pair:
    """The kit twice, the networks' files in `files`."""
    told: list[str] = []
    torchs, ours = load(kit.model, "fp32", kit.base), loaded(kit, "fp32")
    extras.equip(torchs, kit)
    hand_over(
        components(ours),
        lambda name: files / kept_in(kit, "fp32", name),
        lambda name: components(loaded(kit, "fp32", name)),
        told.append,
        CPU,
    )
    return Pair(torchs, ours, told)


def drawn(pipeline: Any, size: tuple[int, int] = (64, 64), **said: Any) -> Array:
    """The pipeline's picture, floats (h, w, 3), or its latents."""
    import torch

    call = {"prompt": "a red box", "num_inference_steps": 2, "output_type": "np", "generator": torch.Generator().manual_seed(3)}
    if "image" not in said or "control_image" in said or "mask_image" in said:
        call |= {"height": size[0], "width": size[1]}
    return np.asarray(pipeline(**call | said).images[0])


def described(path: Path, role: Role, family: str, layout: Layout = "folder") -> Model:
    return Model(
        id=path.name, name=path.name, path=str(path), role=role, family=cast("Family", family), layout=layout,
        precision="fp32", parameters=0, bytes=0,
    )  # fmt: skip


def built(family: str) -> Any:
    """The family's tiny pipeline; its U-Net and VAE have two levels, and few layers, since tracing takes longer with each."""
    import torch

    torch.manual_seed(0)
    pipeline = FAMILIES[family]()
    if hasattr(pipeline, "unet"):
        pipeline.register_modules(unet=_unet(pipeline.unet.config))
    if type(pipeline.vae).__name__ == "AutoencoderKL":
        pipeline.register_modules(vae=_vae(pipeline.vae.config))
    stir(getattr(pipeline, "unet", None) or pipeline.transformer)
    return type(pipeline)(**{**pipeline.config, **pipeline.components})


def _unet(config: Any) -> Any:
    from diffusers import UNet2DConditionModel

    names = ("addition_embed_type", "addition_time_embed_dim", "projection_class_embeddings_input_dim")
    return UNet2DConditionModel(
        sample_size=32,
        block_out_channels=(8, 8),
        layers_per_block=1,
        norm_num_groups=4,
        down_block_types=("DownBlock2D",) * 2,
        up_block_types=("UpBlock2D",) * 2,
        attention_head_dim=2,
        cross_attention_dim=config.cross_attention_dim,
        **{name: config[name] for name in names},
    )


def _vae(config: Any) -> Any:
    from diffusers import AutoencoderKL

    return AutoencoderKL(
        latent_channels=config.latent_channels,
        scaling_factor=config.scaling_factor,
        shift_factor=config.shift_factor,
        block_out_channels=(8, 8),
        down_block_types=("DownEncoderBlock2D",) * 2,
        up_block_types=("UpDecoderBlock2D",) * 2,
        norm_num_groups=4,
        use_quant_conv=config.use_quant_conv,
        use_post_quant_conv=config.use_post_quant_conv,
    )
