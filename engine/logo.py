"""A brand's logo: read, trimmed to what is seen of it, and scaled without a change of its proportions."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from PIL import Image

from engine import pictures
from engine.colour.measure import contrast
from engine.colour.names import RGB, colours_of
from engine.composite import box_of, window
from engine.errors import BadInput
from engine.types import Array, Brand, Raster

READABLE = 1.6
"""WCAG contrast from which a part of a logo is told from its ground."""
EVEN = 24
"""Levels that the rim of an opaque logo may differ by to be the ground that it is drawn on."""
CLEAR = 8
"""What is covered to less of 255 is not seen."""
LARGEST = 2048
"""Pixels of the longer side that are kept of a logo."""


@dataclass(frozen=True, eq=False)
class Logo:
    """sRGB uint8 (h, w, 3) and how far each pixel covers what is below it, float32 (h, w), 0..1."""

    pixels: Array
    cover: Array

    def fitted(self, width: int, height: int) -> Logo:
        """The logo as large as it fits into so many pixels."""
        tall, wide = self.cover.shape
        scale = min(width / wide, height / tall)
        size = max(1, round(wide * scale)), max(1, round(tall * scale))
        layers = [*np.moveaxis(self.pixels * self.cover[..., None], -1, 0), self.cover]
        small = [
            np.asarray(Image.fromarray(layer.astype(np.float32)).resize(size, Image.Resampling.LANCZOS)) for layer in layers
        ]
        cover = np.clip(small[3], 0, 1)
        colour = np.stack(small[:3], axis=-1) / np.maximum(cover, 1e-3)[..., None]
        return Logo(np.clip(np.round(colour), 0, 255).astype(np.uint8), cover)

    def over(self, ground: Array) -> Array:
        """The logo laid over float (h, w, 3) of its own size."""
        share = self.cover[..., None]
        laid: Array = ground * (1 - share) + self.pixels.astype(np.float32) * share
        return laid

    def stands_out(self, ground: RGB) -> bool:
        """Whether its outline is told from a ground of this colour nearly all around, or lies on an even one of its own."""
        rim = np.concatenate([self.pixels[0], self.pixels[-1], self.pixels[:, 0], self.pixels[:, -1]]).astype(int)
        own = self.cover.min() > 0.5 and np.ptp(rim, axis=0).max() <= EVEN
        if own and np.abs(self.pixels - rim.mean(axis=0)).max() > 2 * EVEN:
            return True
        inside = np.pad(self.cover > 0.5, 1)
        around = inside[:-2, 1:-1] & inside[2:, 1:-1] & inside[1:-1, :-2] & inside[1:-1, 2:]
        seen = self.pixels[inside[1:-1, 1:-1] & ~around]
        colours, counts = np.unique(seen // 16 * 16 + 8, axis=0, return_counts=True)
        clear = [contrast((int(r), int(g), int(b)), ground) >= READABLE for r, g, b in colours]
        return bool(counts[clear].sum() >= 0.9 * counts.sum())


def of(brand: Brand | None) -> Logo:
    """The brand kit's logo. Raises BadInput where there is none, or none that can be read."""
    if brand is None or not brand.logo:
        raise BadInput("The plan has a logo, but no brand kit with one came with it.", "Add the brand kit.")
    return read(brand.logo)


def plate(logo: Logo, brand: Brand | None) -> RGB:
    """A colour that shows the logo: the brand's own where one does, else white or black."""
    return next((rgb for rgb in (*colours_of(brand), (255, 255, 255)) if logo.stands_out(rgb)), (16, 16, 18))


def read(path: str) -> Logo:
    """The same one for the same content. Raises BadInput for a file that is no picture, or in which nothing is to be seen."""
    picture = pictures.read(path)
    cover = np.full(picture.pixels.shape[:2], 255, np.uint8) if picture.alpha is None else picture.alpha
    if not (cover > CLEAR).any():
        raise BadInput(f"The logo {path} is transparent all over.", "Save it anew with something to see in it.")
    return _trimmed(Raster(picture.pixels), Raster(cover))


@lru_cache(maxsize=8)
def _trimmed(pixels: Raster, cover: Raster) -> Logo:
    seen = window(box_of(cover.array > CLEAR), *cover.array.shape[::-1])
    whole = Logo(pixels.array[seen], cover.array[seen].astype(np.float32) / 255)
    return whole.fitted(LARGEST, LARGEST) if max(whole.cover.shape) > LARGEST else whole
