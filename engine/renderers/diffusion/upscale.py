"""A picture enlarged: by an upscaler model where the user has one, else by Lanczos."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import numpy as np
from PIL import Image

from engine.api import RunContext
from engine.errors import BadInput
from engine.models import weights
from engine.renderers.diffusion.devices import Device
from engine.types import Array

TILE: Final = 384
OVERLAP: Final = 24
"""Pixels of the small picture that neighbouring tiles share; each gives up its half of them, where it saw only one side."""


def enlarged(picture: Array, size: tuple[int, int], upscaler: Path | None, on: Device, context: RunContext) -> Array:
    """The picture, uint8 (h, w, 3), at `size` (width, height). An upscaler works tile by tile, so any size fits.

    Raises BadInput for an upscaler that is damaged, a pickle, or of an unknown kind.
    """
    if upscaler is not None and size[0] * size[1] > picture.shape[0] * picture.shape[1]:
        picture = _upscaled(picture, upscaler, on, context)
    if picture.shape[1::-1] == size:
        return picture
    return np.asarray(Image.fromarray(picture).resize(size, Image.Resampling.LANCZOS))


def _upscaled(picture: Array, upscaler: Path, on: Device, context: RunContext) -> Array:
    """As many times larger as the upscaler makes it."""
    import torch

    model = _loaded(upscaler, on)
    height, width = picture.shape[:2]
    factor = model.scale
    result = np.empty((height * factor, width * factor, 3), np.uint8)
    step = TILE - OVERLAP
    corners = [(y, x) for y in range(0, max(height - OVERLAP, 1), step) for x in range(0, max(width - OVERLAP, 1), step)]
    for done, (top, left) in enumerate(corners):
        context.progress("enlarge", done / len(corners))
        tile = picture[top : top + TILE, left : left + TILE]
        image = torch.from_numpy(tile.astype(np.float32) / 255).permute(2, 0, 1)[None].to(on.name)
        with torch.inference_mode():
            large = model(image)[0].permute(1, 2, 0).float().cpu().numpy()
        y, x = (OVERLAP // 2 if start else 0 for start in (top, left))
        at = slice((top + y) * factor, (top + len(tile)) * factor), slice((left + x) * factor, (left + tile.shape[1]) * factor)
        result[at] = np.round(large[y * factor :, x * factor :].clip(0, 1) * 255).astype(np.uint8)
    return result


def _loaded(upscaler: Path, on: Device) -> Any:
    import spandrel

    weights.read(upscaler)
    try:
        found = spandrel.ModelLoader().load_from_file(upscaler)
    except spandrel.UnsupportedModelError as error:
        raise BadInput(f"“{upscaler.name}” is no upscaler of a kind known here.", "Choose another, or none.") from error
    if not isinstance(found, spandrel.ImageModelDescriptor) or found.input_channels != 3 or found.scale < 2:
        raise BadInput(f"“{upscaler.name}” does not enlarge colour pictures.", "Choose another upscaler, or none.")
    return found.to(on.name).eval()
