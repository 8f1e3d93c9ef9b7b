"""What a picture will look like, from its latents: a linear map from latent channels to red, green and blue.

The map is fitted by least squares on a picture of soft patches of colour that the model's own VAE encodes: every family,
and every VAE put in the place of its own, is shown in its true colours without a table.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from engine.renderers.diffusion.latents import encode, unpacked
from engine.types import Array, Raster

SIDE: Final = 128
"""Side in pixels of the picture that the map is fitted on."""


@dataclass(frozen=True)
class Projection:
    """`matrix` (channels + 1, 3) takes a latent pixel, and 1, to colour in 0..1."""

    matrix: Array

    def preview(self, latents: Any, width: int, height: int) -> Raster:
        """The picture that `latents` of a pass over width × height pixels stand for, an eighth or less of its size."""
        grid = unpacked(latents, len(self.matrix) - 1, width, height)[0].detach().float().cpu().numpy()
        colours = grid.reshape(len(grid), -1).T @ self.matrix[:-1] + self.matrix[-1]
        shown = (np.nan_to_num(colours).clip(0, 1) * 255).round().astype(np.uint8)
        return Raster(shown.reshape(*grid.shape[1:], 3))


def fitted(vae: Any) -> Projection:
    """The map for the VAE, which is on the CPU and is run once."""
    import torch

    picture = _patches()
    with torch.inference_mode():
        latents = encode(vae, picture).float().numpy()[0]
    channels, rows, columns = latents.shape
    seen = picture.reshape(rows, SIDE // rows, columns, SIDE // columns, 3).mean(axis=(1, 3)).reshape(-1, 3) / 255
    known = np.hstack([latents.reshape(channels, -1).T, np.ones((rows * columns, 1))])
    return Projection(np.linalg.lstsq(known, seen, rcond=1e-3)[0].astype(np.float32))


def _patches() -> Array:
    """Soft patches of every colour, uint8 (SIDE, SIDE, 3)."""
    from scipy.ndimage import zoom

    coarse = np.random.default_rng(0).uniform(0, 255, (9, 9, 3))
    return np.asarray(zoom(coarse, (SIDE / 9, SIDE / 9, 1), order=1)).clip(0, 255).round().astype(np.uint8)
