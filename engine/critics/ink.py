"""Letters and the ground they stand on, told apart by colour alone."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.colour.measure import contrast
from engine.colour.names import RGB
from engine.critics.looking import box_of, dilate, lab
from engine.types import Array, Box

FAINT = 4.0
"""The least Lab distance between two classes that is called ink on a ground."""
SAMPLE = 20_000
"""Of a crop's pixels about so many tell the two apart."""


@dataclass(frozen=True)
class Ink:
    """`cover` is 0..1 float32 (h, w), how much of each pixel is ink; `full` (bool) where it is all ink, or as near as it gets.

    The colours are the sRGB medians of full ink and of the ground.
    """

    cover: Array
    full: Array
    colour: RGB
    ground: RGB

    @property
    def contrast(self) -> float:
        """WCAG ratio of the ink against its ground."""
        return contrast(self.colour, self.ground)


def split_ink(picture: Array, area: Array | None = None) -> Ink | None:
    """Ink and ground of a uint8 sRGB crop; None where there is only one colour.

    The ground is the class that fills more of the area's rim (of the whole area where both do); it and the ink may drift
    smoothly across the crop, as light does. Only pixels of `area` (bool) are looked at.
    """
    height, width = picture.shape[:2]
    inside = np.ones((height, width), bool) if area is None else area
    if inside.sum() < 12 or min(height, width) < 3:
        return None
    colours = lab(picture).reshape(-1, 3)
    flat = inside.ravel()
    chosen = np.flatnonzero(flat)
    chosen = chosen[:: len(chosen) // SAMPLE + 1]
    sample = colours[chosen]
    rows, columns = (way.astype(np.float32) for way in np.divmod(chosen, width))
    rim = (rows < 0.06 * height) | (rows >= 0.94 * height) | (columns < 0.03 * width) | (columns >= 0.97 * width)
    is_ink = _two_classes(sample, rim)
    if is_ink is None:
        return None
    terms = _terms(rows / height, columns / width)
    ground_fit = ink_fit = np.zeros((6, 3), np.float32)
    for _ in range(3):
        if is_ink.sum() < 4 or (~is_ink).sum() < 4:
            return None
        ground_fit = _fit(terms, sample, ~is_ink, 6)
        ink_fit = _fit(terms, sample, is_ink, 3 if is_ink.sum() > 200 else 1)
        is_ink = _cover(sample, terms @ ground_fit, terms @ ink_fit) > 0.5
    cover = _cover(colours, *(_surface(fit, height, width) for fit in (ground_fit, ink_fit))) * flat
    full = (cover >= _full(cover, flat)) & flat
    return Ink(
        cover.reshape(height, width),
        full.reshape(height, width),
        _median(picture, full),
        _median(picture, (cover < 0.1) & flat),
    )


def ink_under(picture: Array, mask: Array) -> tuple[Array, Ink, slice, slice] | None:
    """The part of the picture round a text's mask (bool), its ink, and the rows and columns of the part; None without ink."""
    box = box_of(mask)
    if box is None:
        return None
    height, width = mask.shape
    pad = 2 + round(0.1 * (box[3] - box[1]) * height)
    rows = slice(max(0, round(box[1] * height) - pad), round(box[3] * height) + pad)
    columns = slice(max(0, round(box[0] * width) - pad), round(box[2] * width) + pad)
    part = picture[rows, columns]
    ink = split_ink(part, dilate(mask[rows, columns], pad))
    return None if ink is None else (part, ink, rows, columns)


def ink_box(picture: Array, mask: Array) -> Box | None:
    """The box around the ink inside the mask (bool) of a text; None where no ink is."""
    under = ink_under(picture, mask)
    if under is None:
        return None
    _, ink, rows, columns = under
    found = np.zeros(mask.shape, bool)
    found[rows, columns] = (ink.cover > 0.4) & mask[rows, columns]
    return box_of(found)


def _two_classes(sample: Array, rim: Array) -> Array | None:
    """Which of the Lab samples are ink: Otsu's split along the axis of greatest spread; None where nothing is apart."""
    from skimage.filters import threshold_otsu

    centred = sample - np.median(sample, axis=0)
    _, vectors = np.linalg.eigh(np.cov(centred.T) + 1e-9 * np.eye(3))
    along = centred @ vectors[:, -1]
    if float(np.ptp(along)) < FAINT:
        return None
    above: Array = along > threshold_otsu(along)
    gap = np.linalg.norm(np.median(sample[above], axis=0) - np.median(sample[~above], axis=0))
    if gap < FAINT:
        return None
    border = float(above[rim].mean()) if rim.any() else 0.5
    whole = float(above.mean())
    ground_above = border > 0.5 if abs(border - 0.5) > 0.15 else whole > 0.5
    return ~above if ground_above else above


def _terms(y: Array, x: Array) -> Array:
    return np.stack([np.ones_like(x), x, y, x * y, x * x, y * y], axis=-1)


def _surface(fit: Array, height: int, width: int) -> Array:
    """What the coefficients (6, 3) give at every pixel of a crop, (h·w, 3)."""
    y, x = (np.arange(side, dtype=np.float32)[:, None] / np.float32(side) for side in (height, width))
    down, across = y * fit[2] + y * y * fit[5], fit[0] + x * fit[1] + x * x * fit[4]
    surface: Array = down[:, None] + across + y[:, None] * (x * fit[3])
    return surface.reshape(-1, 3)


def _fit(terms: Array, values: Array, keep: Array, order: int) -> Array:
    """Coefficients (6, 3) of a surface through the kept values, of the first `order` terms."""
    fit = np.zeros((6, 3), np.float32)
    if order == 1:
        fit[0] = np.median(values[keep], axis=0)
    else:
        chosen = terms[keep, :order]
        square = chosen.T @ chosen + 1e-4 * np.eye(order)
        fit[:order] = np.linalg.solve(square, chosen.T @ values[keep])
    return fit


def _cover(colours: Array, ground: Array, ink: Array) -> Array:
    """Where each colour lies on the way from its ground (0) to its ink (1)."""
    way = ink - ground
    along, whole = (np.einsum("nc,nc->n", part, way) for part in (colours - ground, way))
    cover: Array = np.clip(along / np.maximum(whole, 1e-6), 0, 1)
    return cover


def _full(cover: Array, flat: Array) -> float:
    """The cover above which a pixel is all ink: thin strokes hardly have such pixels, so the fullest of them count."""
    inked = cover[flat & (cover > 0.5)]
    return min(0.95, float(np.quantile(inked, 0.6))) if len(inked) else 0.95


def _median(picture: Array, where: Array) -> RGB:
    pixels = picture.reshape(-1, 3)
    shown = pixels[where] if where.any() else pixels
    red, green, blue = (_middle(np.bincount(channel, minlength=256)) for channel in shown.T)
    return red, green, blue


def _middle(counts: Array) -> int:
    """The median of as many levels as are counted, halves rounded down."""
    below, total = np.cumsum(counts), int(counts.sum())
    return int(np.searchsorted(below, (total - 1) // 2, "right") + np.searchsorted(below, total // 2, "right")) // 2
