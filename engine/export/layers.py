"""A round of a trace as layers, bottom to top: the first picture, what each kept fix changed, and the texts."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np
from PIL import Image

from engine.errors import BadInput
from engine.export.lettering import lifted
from engine.types import Array, Fix, Plan, Raster, Trace

NAME_LENGTH: Final = 60


class Layer(NamedTuple):
    """Pixels (h, w, 4) with a hard alpha, and where their top left corner lies."""

    name: str
    left: int
    top: int
    pixels: Array


def picture(trace: Trace, number: int, scale: float = 1.0) -> Array:
    """The pixels of a round, scaled; uint8 (h, w, 3). Raises BadInput where they are not there."""
    raster = trace.rounds[number].render.pixels
    if not raster.stored:
        raise BadInput(
            f"The picture of round {number + 1} is not in this document.", "Export another round, or render it anew."
        )
    return _resized(raster.array, scale, Image.Resampling.LANCZOS)


def layers(trace: Trace, number: int, scale: float = 1.0) -> list[Layer]:
    """They flatten to `picture(trace, number, scale)`, byte for byte; under a text lies its ground."""
    chain = _chain(trace, number)
    pictures = [picture(trace, made, scale) for made in chain]
    shown = pictures[-1]
    texts, ink, ground = _texts(trace, number, shown)
    if texts:
        pictures = [np.where(ink[..., None], ground, below) for below in pictures]
    found = [whole(pictures[0])]
    for made, below, above in zip(chain[1:], pictures, pictures[1:], strict=False):
        red, green, blue = np.moveaxis(below != above, 2, 0)
        changed = red | green | blue
        if changed.any():
            found.append(_cut(_title(trace.rounds[made].fix, made), above, changed))
    return [*found, *texts]


def whole(pixels: Array) -> Layer:
    """A picture (h, w, 3) as a layer that covers the canvas."""
    return _cut("Base", pixels, np.ones(pixels.shape[:2], np.bool_))


def _chain(trace: Trace, number: int) -> list[int]:
    """The rounds that led to this one: kept, of its size, with pixels at hand."""
    shape = trace.rounds[number].render.pixels.shape
    before = [n for n in range(number) if n == 0 or trace.rounds[n].kept]
    same = [n for n in before if trace.rounds[n].render.pixels.shape == shape and trace.rounds[n].render.pixels.stored]
    return [*same, number]


def _texts(trace: Trace, number: int, shown: Array) -> tuple[list[Layer], Array, Array]:
    """The text layers, where their ink is, and the picture without it."""
    masks = trace.rounds[number].render.masks
    found, inks, bare = [], np.zeros(shown.shape[:2], np.bool_), shown.copy()
    for element in _plan(trace, number).texts():
        if element.id in masks and masks[element.id].stored:
            ink, ground = lifted(shown, _fitted(masks[element.id], shown))
            if ink.any():
                found.append(_cut(_short(f"Text: {element.text}"), shown, ink))
                inks |= ink
                bare[ink] = ground[ink]
    return found, inks, bare


def _plan(trace: Trace, number: int) -> Plan:
    """The plan that the round shows."""
    fix = trace.rounds[number].fix
    return fix.plan if fix is not None and fix.plan is not None else trace.replace(best=number).best_plan()


def _title(fix: Fix | None, number: int) -> str:
    return _short(fix.message if fix is not None and fix.message else f"Round {number + 1}")


def _short(name: str) -> str:
    name = " ".join("".join(letter if letter.isprintable() else " " for letter in name).split())
    return name if len(name) <= NAME_LENGTH else name[: NAME_LENGTH - 1] + "…"


def _cut(name: str, pixels: Array, where: Array) -> Layer:
    """The pixels that are marked in `where` (h, w), in the smallest box that holds them."""
    rows, columns = np.flatnonzero(where.any(axis=1)), np.flatnonzero(where.any(axis=0))
    box = (slice(rows[0], rows[-1] + 1), slice(columns[0], columns[-1] + 1))
    seen = where[box]
    cut = np.zeros((*seen.shape, 4), np.uint8)
    cut[..., :3] = pixels[box] * seen[..., None]
    cut[..., 3] = seen * np.uint8(255)
    return Layer(name, int(columns[0]), int(rows[0]), cut)


def _fitted(mask: Raster, shown: Array) -> Array:
    height, width = shown.shape[:2]
    if mask.shape == (height, width):
        return mask.array
    return np.asarray(Image.fromarray(mask.array).resize((width, height), Image.Resampling.NEAREST))


def _resized(pixels: Array, scale: float, how: Image.Resampling) -> Array:
    height, width = pixels.shape[:2]
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    return pixels if size == (width, height) else np.asarray(Image.fromarray(pixels).resize(size, how))
