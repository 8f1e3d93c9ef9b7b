"""Flat artwork: posters, labels, cards, banners; real type on a plain ground, pictures, a little ornament."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from PIL import Image, ImageOps

from engine import logo, pictures
from engine.api import RunContext
from engine.colour.names import RGB, parse
from engine.errors import BadInput
from engine.renderers.region import rerender
from engine.renderers.studio.flat.ornament import ornament
from engine.renderers.studio.flat.paint import paint
from engine.renderers.studio.flat.palette import palette
from engine.renderers.studio.flat.setting import Placed, boxes, coverage, set_texts
from engine.renderers.studio.flat.voice import voice
from engine.types import Array, Box, Brief, Plan, Raster, Region, Render

_METALS = {"gold", "golden", "silver", "copper", "bronze", "brass", "rose gold", "champagne"}


def render_flat(
    plan: Plan, brief: Brief, seed: int, context: RunContext, *, base: Render | None = None, region: Region | None = None
) -> Render:
    """The plan drawn at its canvas's size; the same seed gives the same bytes.

    Raises BadInput for a picture that cannot be read or a text that no font has.
    """
    context.progress("render", 0.02)
    width, height = plan.canvas.width, plan.canvas.height
    colours, spoken, places = palette(plan, seed, brief.brand), voice(plan, brief, seed), boxes(plan, brief, seed)
    texts = set_texts(plan, brief, spoken, places)
    context.progress("render", 0.3)
    pixels = np.empty((height, width, 3), np.uint8)
    pixels[:] = colours.ground
    masks = _pictures(plan, brief, places, pixels) | _logo(plan, brief, places, pixels)
    context.progress("render", 0.4)
    ornament(pixels, plan, brief, spoken, colours, texts, masks, seed)
    context.progress("render", 0.6)
    for at, text in enumerate(texts):
        _ink(pixels, text, colours.inks[text.element.id], metallic=_metallic(text))
        masks[text.element.id] = _area(text, height, width)
        context.progress("render", 0.6 + 0.3 * (at + 1) / len(texts))
    for element in plan.elements:
        if element.kind == "background":
            masks[element.id] = _rest(masks, height, width)
            break
    made = Render(renderer="studio", pixels=Raster(pixels))
    if base is not None and region is not None:
        anew = rerender(base.pixels.array, region, None, lambda patch: pixels[patch.place], context)
        made = base.replace(pixels=Raster(anew))
    context.progress("render", 1.0)
    return made.replace(
        seed=seed,
        parameters={"voice": spoken.name, **{f"face:{text.element.id}": text.face.name for text in texts}},
        masks={name: Raster(mask) for name, mask in masks.items()},
    )


def _pictures(plan: Plan, brief: Brief, places: dict[str, Box], pixels: Array) -> dict[str, Array]:
    """Places the brief's references, in order, in the plan's image boxes, cropped to fill them; gives their masks."""
    height, width = pixels.shape[:2]
    masks = {}
    images = [element for element in plan.elements if element.kind == "image"]
    for element, file in zip(images, brief.references, strict=False):
        x0, y0, x1, y1 = places[element.id]
        left, top, right, bottom = round(x0 * width), round(y0 * height), round(x1 * width), round(y1 * height)
        picture = Image.fromarray(pictures.read(file).pixels)
        fitted = ImageOps.fit(picture, (max(right - left, 1), max(bottom - top, 1)), Image.Resampling.LANCZOS)
        pixels[top : top + fitted.height, left : left + fitted.width] = np.asarray(fitted)
        masks[element.id] = np.zeros((height, width), np.uint8)
        masks[element.id][top : top + fitted.height, left : left + fitted.width] = 1
    if len(images) > len(brief.references):
        raise BadInput(f"The design has room for {len(images)} pictures.", f"Give as many; there are {len(brief.references)}.")
    return masks


def _logo(plan: Plan, brief: Brief, places: dict[str, Box], pixels: Array) -> dict[str, Array]:
    """The brand's logo in its room, towards the margin it stands at; on a plate where it would not be seen. Gives its mask."""
    element = next((element for element in plan.elements if element.kind == "logo"), None)
    if element is None:
        return {}
    height, width = pixels.shape[:2]
    x0, y0, x1, y1 = places[element.id]
    left, top, right, bottom = round(x0 * width), round(y0 * height), round(x1 * width), round(y1 * height)
    drawn = logo.of(brief.brand).fitted(max(right - left, 1), max(bottom - top, 1))
    high, wide = drawn.cover.shape
    share = 0.0 if x0 < 1 - x1 - 0.02 else 1.0 if x0 > 1 - x1 + 0.02 else 0.5
    left, top = left + round((right - left - wide) * share), top + (bottom - top - high) // 2
    area = pixels[top : top + high, left : left + wide]
    red, green, blue = (int(v) for v in np.median(area.reshape(-1, 3), axis=0))
    mask = np.zeros((height, width), np.uint8)
    if not drawn.stands_out((red, green, blue)):
        pad = round(0.14 * min(high, wide))
        pixels[max(top - pad, 0) : top + high + pad, max(left - pad, 0) : left + wide + pad] = logo.plate(drawn, brief.brand)
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
