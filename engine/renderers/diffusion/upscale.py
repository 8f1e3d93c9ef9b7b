"""A picture enlarged: by an upscaler model where the user has one, else by Lanczos."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np

from engine.api import RunContext
from engine.errors import BadInput
from engine.models import Model, weights
from engine.renderers.diffusion.briefing import resized
from engine.renderers.diffusion.devices import Device
from engine.renderers.diffusion.ladder import out_of_memory
from engine.types import Array

TILE: Final = 384
OVERLAP: Final = 24
"""Pixels of the small picture that neighbouring tiles share; each gives up its half of them, where it saw only one side."""
WORTH: Final = 1.2
"""How many times as many pixels a picture must get for an upscaler to be worth its time."""
LANCZOS: Final = "lanczos"


@dataclass(frozen=True)
class Upscaler:
    """A model that enlarges pictures, and the device that it works on."""

    model: Model
    on: Device


def enlarged(picture: Array, size: tuple[int, int], upscaler: Upscaler | None, context: RunContext) -> tuple[Array, str]:
    """The picture, uint8 (h, w, 3), at `size` (width, height), and what enlarged it: an upscaler's id, "lanczos", or "".

    An upscaler works tile by tile, so any size fits. One that cannot be used is told, and Lanczos does it.
    """
    growth = size[0] * size[1] / (picture.shape[0] * picture.shape[1])
    if upscaler is None or growth < WORTH:
        return resized(picture, size), LANCZOS if growth > 1 else ""
    try:
        return resized(_upscaled(picture, upscaler.model.file, upscaler.on, context), size), upscaler.model.id
    except BadInput as error:
        context.tell(str(error))
    except (RuntimeError, MemoryError) as error:
        if not out_of_memory(error):
            raise
        context.tell("Memory does not suffice for the upscaler; the picture is enlarged without it.")
    return resized(picture, size), LANCZOS


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
    """Raises BadInput for an upscaler that is damaged, a pickle, or of an unknown kind."""
    import spandrel

    weights.read(upscaler)
    try:
        found = spandrel.ModelLoader().load_from_file(upscaler)
    except (spandrel.UnsupportedModelError, RuntimeError) as error:
        if out_of_memory(error):
            raise
        raise BadInput(f"“{upscaler.name}” is no upscaler of a kind known here.", "Choose another, or none.") from error
    if not isinstance(found, spandrel.ImageModelDescriptor) or found.input_channels != 3 or found.scale < 2:
        raise BadInput(f"“{upscaler.name}” does not enlarge colour pictures.", "Choose another upscaler, or none.")
    return found.to(on.name).eval()
