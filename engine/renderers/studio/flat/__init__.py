"""Flat artwork: posters, labels, cards, banners; real type on a plain ground, pictures, a little ornament."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np
from PIL import Image, ImageOps

from engine import logo, pictures
from engine.api import RunContext
from engine.colour.names import RGB, parse
from engine.errors import BadInput
from engine.renderers.region import rerender
from engine.renderers.studio.flat.ornament import ornament, themed
from engine.renderers.studio.flat.paint import paint
from engine.renderers.studio.flat.palette import palette
from engine.renderers.studio.flat.setting import Placed, boxes, coverage, set_texts
from engine.renderers.studio.flat.voice import VOICES, Voice, voice
from engine.types import Array, Box, Brand, Brief, Plan, Raster, Region, Render

_METALS = {"gold", "golden", "silver", "copper", "bronze", "brass", "rose gold", "champagne"}


@dataclass(frozen=True)
class _Design:
    """What a drawing follows from beside its plan and its seed: what was read from the brief, and its files."""

    voice: Voice
    theme: str
    first: int
    """The seed of the brief."""
    brand: Brand | None
    references: Sequence[str] = ()


def render_flat(
    plan: Plan, brief: Brief, seed: int, context: RunContext, *, base: Render | None = None, region: Region | None = None
) -> Render:
    """The plan drawn at its canvas's size; the same seed gives the same bytes.

    Raises BadInput for a picture that cannot be read or a text that no font has.
    """
    design = _Design(voice(plan, brief, seed), themed(plan, brief.prompt), brief.seed, brief.brand, brief.references)
    drawn = _drawn(plan, design, seed, lambda done: context.progress("render", done))
    if base is None or region is None:
        return drawn.replace(parameters={**drawn.parameters, "checksum": _checksum(drawn)})
    anew = rerender(base.pixels.array, region, None, lambda patch: drawn.pixels.array[patch.place], context)
    whole = {} if seed == base.seed else {"checksum": 0}
    return base.replace(pixels=Raster(anew), seed=seed, parameters=drawn.parameters | whole, masks=drawn.masks)


def flat_again(plan: Plan, base: Render, context: RunContext) -> Render | None:
    """A render of the plan drawn again; None where that is not to the byte what was drawn first: fonts or the logo are others,
    a part was drawn by another seed or plan, or another version drew it.

    Raises BadInput where pictures are placed in it or a file of the brand kit cannot be read.
    """
    said = base.parameters
    spoken = VOICES.get(str(said.get("voice")))
    if spoken is None or "checksum" not in said:
        return None
    design = _Design(spoken, str(said["theme"]), int(said["first seed"]), plan.brand)
    drawn = _drawn(plan, design, base.seed, lambda done: context.progress("artifact", 0.0))
    return drawn if _checksum(drawn) == said["checksum"] else None


def _checksum(drawn: Render) -> int:
    return crc32(drawn.pixels.array.tobytes())


def _drawn(plan: Plan, design: _Design, seed: int, progress: Callable[[float], None]) -> Render:
    progress(0.02)
    width, height = plan.canvas.width, plan.canvas.height
    colours, places = palette(plan, seed, design.brand), boxes(plan, (design.first, seed))
    texts = set_texts(plan, design.brand, design.voice, places)
    progress(0.3)
    pixels = np.empty((height, width, 3), np.uint8)
    pixels[:] = colours.ground
    masks = _pictures(plan, design.references, places, pixels) | _logo(plan, design.brand, places, pixels)
    progress(0.4)
    ornament(pixels, plan, design.theme, design.voice, colours, texts, masks, seed)
    progress(0.6)
    for at, text in enumerate(texts):
        _ink(pixels, text, colours.inks[text.element.id], metallic=_metallic(text))
        masks[text.element.id] = _area(text, height, width)
        progress(0.6 + 0.3 * (at + 1) / len(texts))
    for element in plan.elements:
        if element.kind == "background":
            masks[element.id] = _rest(masks, height, width)
            break
    progress(1.0)
    faces = {f"face:{text.element.id}": text.face.name for text in texts}
    return Render(
        renderer="studio",
        pixels=Raster(pixels),
        seed=seed,
        parameters={"voice": design.voice.name, "theme": design.theme, "first seed": design.first, **faces},
        masks={name: Raster(mask) for name, mask in masks.items()},
    )


def _pictures(plan: Plan, references: Sequence[str], places: dict[str, Box], pixels: Array) -> dict[str, Array]:
    """Places the references, in order, in the plan's image boxes, cropped to fill them; gives their masks."""
    height, width = pixels.shape[:2]
    masks = {}
    images = [element for element in plan.elements if element.kind == "image"]
    for element, file in zip(images, references, strict=False):
        x0, y0, x1, y1 = places[element.id]
        left, top, right, bottom = round(x0 * width), round(y0 * height), round(x1 * width), round(y1 * height)
        picture = Image.fromarray(pictures.read(file).pixels)
        fitted = ImageOps.fit(picture, (max(right - left, 1), max(bottom - top, 1)), Image.Resampling.LANCZOS)
        pixels[top : top + fitted.height, left : left + fitted.width] = np.asarray(fitted)
        masks[element.id] = np.zeros((height, width), np.uint8)
        masks[element.id][top : top + fitted.height, left : left + fitted.width] = 1
    if len(images) > len(references):
        raise BadInput(f"The design has room for {len(images)} pictures.", f"Give as many; there are {len(references)}.")
    return masks


def _logo(plan: Plan, brand: Brand | None, places: dict[str, Box], pixels: Array) -> dict[str, Array]:
    """The brand's logo in its room, towards the margin it stands at; on a plate where it would not be seen. Gives its mask."""
    element = next((element for element in plan.elements if element.kind == "logo"), None)
    if element is None:
        return {}
    height, width = pixels.shape[:2]
    x0, y0, x1, y1 = places[element.id]
    left, top, right, bottom = round(x0 * width), round(y0 * height), round(x1 * width), round(y1 * height)
    drawn = logo.of(brand).fitted(max(right - left, 1), max(bottom - top, 1))
    high, wide = drawn.cover.shape
    share = 0.0 if x0 < 1 - x1 - 0.02 else 1.0 if x0 > 1 - x1 + 0.02 else 0.5
    left, top = left + round((right - left - wide) * share), top + (bottom - top - high) // 2
    area = pixels[top : top + high, left : left + wide]
    red, green, blue = (int(v) for v in np.median(area.reshape(-1, 3), axis=0))
    mask = np.zeros((height, width), np.uint8)
    if not drawn.stands_out((red, green, blue)):
        pad = round(0.14 * min(high, wide))
        pixels[max(top - pad, 0) : top + high + pad, max(left - pad, 0) : left + wide + pad] = logo.plate(drawn, brand)
        mask[max(top - pad, 0) : top + high + pad, max(left - pad, 0) : left + wide + pad] = 1
    area[:] = np.round(drawn.over(area)).astype(np.uint8)
    mask[top : top + high, left : left + wide] |= (drawn.cover > 0.5).astype(np.uint8)
    return {element.id: mask}


def _ink(pixels: Array, text: Placed, ink: RGB, *, metallic: bool) -> None:
    where, mask = coverage(text, (pixels.shape[0], pixels.shape[1]))
    paint(pixels, where, mask, _sheen(ink, mask.shape) if metallic else np.array(ink, np.uint8))


def _sheen(ink: RGB, shape: tuple[int, ...]) -> Array:
    """A soft slanting change of light over foil, its mean the ink: uint8 (h, w, 3)."""
    height, width = shape
    slant = np.add.outer(np.linspace(0, 0.3, height, dtype=np.float32), np.linspace(0, 1, width, dtype=np.float32))
    light = 1 + 0.07 * np.sin(slant * 2 * np.pi)
    sheen: Array = np.stack([np.minimum(channel * light, 255).astype(np.uint8) for channel in ink], axis=-1)
    return sheen


def _metallic(text: Placed) -> bool:
    names = text.element.colors[:1]
    return bool(names) and names[0].lower().removeprefix("metallic ") in _METALS and parse(names[0]) is not None


def _area(text: Placed, height: int, width: int) -> Array:
    """The lines the text was set in, as a mask."""
    mask = np.zeros((height, width), np.uint8)
    for x0, y0, x1, y1 in text.lines():
        mask[max(y0, 0) : y1, max(x0, 0) : x1] = 1
    return mask


def _rest(masks: Mapping[str, Array], height: int, width: int) -> Array:
    """What no mask covers."""
    covered = np.zeros((height, width), bool)
    for mask in masks.values():
        covered |= mask > 0
    rest: Array = (~covered).astype(np.uint8)
    return rest
