"""Latents as every family's pipeline keeps them between two steps, and as a grid of channels, which all have in common."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from engine.types import Array


def encode(vae: Any, picture: Array) -> Any:
    """The picture, uint8 (h, w, 3) with sides the VAE can take, as its clean latents (1, channels, rows, columns)."""
    import torch

    weight = next(vae.parameters())
    device = getattr(getattr(vae, "_hf_hook", None), "execution_device", None) or weight.device
    pixels = (torch.from_numpy(picture.copy()).permute(2, 0, 1)[None] / 127.5 - 1).to(device, weight.dtype)
    config = vae.config
    if config.get("in_channels") == 4:  # Qwen-Image-2.1's, which sees through pictures
        pixels = torch.cat((pixels, torch.ones_like(pixels[:, :1])), 1)
    if "latents_mean" in config and "z_dim" in config:
        grid = _mean(vae.encode(pixels[:, :, None]))[:, :, 0]
        mean, deviation = (_channels(grid, config[key]) for key in ("latents_mean", "latents_std"))
        return (grid - mean) / deviation
    grid = _mean(vae.encode(pixels))
    if hasattr(vae, "bn"):
        grid = torch.nn.functional.pixel_unshuffle(grid, 2)
        deviation = (vae.bn.running_var + config.batch_norm_eps).sqrt()
        return (grid - _channels(grid, vae.bn.running_mean)) / _channels(grid, deviation)
    return (grid - (config.get("shift_factor") or 0.0)) * config.scaling_factor


@contextmanager
def encoding_once(vae: Any, *, roughly: bool = False) -> Iterator[None]:
    """While it lasts, the picture that the VAE encoded last costs nothing to encode again, to half a step of its bytes.

    `roughly`: pictures are encoded at half their size, a quarter of the work, and their latents enlarged.
    """
    import torch

    own = vae.encode
    encode = partial(_roughly, own) if roughly and hasattr(vae, "quant_conv") else own
    last: list[Any] = []

    def once(pixels: Any, *rest: Any, **named: Any) -> Any:
        same = last and last[0].shape == pixels.shape and last[0].dtype == pixels.dtype
        if not (same and torch.allclose(last[0].to(pixels.device), pixels, rtol=0, atol=1 / 255)):
            last[:] = pixels, encode(pixels, *rest, **named)
        return last[1]

    vae.encode = once
    try:
        yield
    finally:
        last.clear()
        if vae.encode is once:
            vae.encode = own


def halved(side: int) -> int:
    """The side at which a picture of that side is encoded roughly."""
    return max(round(side / 32), 1) * 16


def _roughly(encode: Any, pixels: Any, *rest: Any, **named: Any) -> Any:
    """What an AutoencoderKL says of the pixels (batch, 3, h, w), told from half their size."""
    from diffusers.models.autoencoders.vae import DiagonalGaussianDistribution
    from diffusers.models.modeling_outputs import AutoencoderKLOutput
    from torch.nn.functional import interpolate

    height, width = pixels.shape[-2:]
    small = interpolate(pixels, (halved(height), halved(width)), mode="area")
    said = encode(small, *rest, **named).latent_dist.parameters
    cell = small.shape[-1] // said.shape[-1]
    enlarged = interpolate(said, (height // cell, width // cell), mode="bilinear")
    return AutoencoderKLOutput(latent_dist=DiagonalGaussianDistribution(enlarged))


def unpacked(latents: Any, channels: int, width: int, height: int) -> Any:
    """The grid (batch, channels, rows, columns) of a pass over width × height pixels, from a pipeline's own latents."""
    if latents.ndim == 5:
        return latents[:, :, 0]
    if latents.ndim == 4:
        return latents
    batch, tokens, numbers = latents.shape
    rows = round((tokens * height / width) ** 0.5)
    fold = round((numbers / channels) ** 0.5)
    grid = latents.reshape(batch, rows, tokens // rows, channels, fold, fold)
    return grid.permute(0, 3, 1, 4, 2, 5).reshape(batch, channels, rows * fold, tokens // rows * fold)


def packed(grid: Any, like: Any) -> Any:
    """The grid in the shape of `like`, a pipeline's own latents: the inverse of `unpacked`."""
    if like.ndim == 5:
        return grid[:, :, None]
    if like.ndim == 4:
        return grid
    batch, channels, height, width = grid.shape
    fold = round((like.shape[2] / channels) ** 0.5)
    tokens = grid.reshape(batch, channels, height // fold, fold, width // fold, fold).permute(0, 2, 4, 1, 3, 5)
    return tokens.reshape(like.shape)


def _mean(encoded: Any) -> Any:
    """The mean of what a VAE says of a picture, whichever way it says it."""
    return encoded.latent_dist.mean if hasattr(encoded, "latent_dist") else encoded.latent


def _channels(grid: Any, values: Any) -> Any:
    import torch

    return torch.as_tensor(values, device=grid.device, dtype=grid.dtype).view(1, -1, 1, 1)
