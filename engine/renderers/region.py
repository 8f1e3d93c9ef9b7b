"""Region re-render: one recipe for every renderer. Outside the region's mask every byte of the picture stays.

The selection is cropped with context, brought to a size the model draws well and pre-filled; the renderer draws the patch,
which is brought back, matched in colour and place to pixels that nothing has changed, and laid in with an edge that fades
inwards. What is too large for the model is drawn small first and then refined in tiles; what is too small for it to compose
in is sketched larger, in a few steps, and then drawn out at its own size.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import ceil, hypot, sqrt
from typing import cast

import numpy as np

from engine.api import RunContext
from engine.composite import Window, box_of, laid, window
from engine.errors import BadInput, EngineFailure
from engine.renderers.alignment import matched
from engine.types import Array, Region

REFINE = 0.4
"""The strength at which what was drawn small is drawn again at its full size."""
SKETCHED = 0.75
"""The strength at which what was sketched is drawn out: above it a model composes, at it and below it refines."""
SKETCH = 1 / 7
"""The share of its steps that a sketch takes. It is drawn at a size in which the model composes well, for its composition."""
ENLARGED = 0.2
"""Of the pixels in which a model composes well: the fewest it draws at, divided by the share of steps, at one cost for all."""
FEWEST = 4
"""Steps that a pass which starts part of the way takes at least, where the whole takes more; else all but one of those."""
NEAREST, MARGIN = 4, 0.045
"""Pixels around the selection on each side, and so much of its diagonal as well, less what no multiple is made of."""
SMALLEST = 256
"""Pixels that a crop measures at least, with its context; a fifth of the largest side that a model draws where that is less."""
OVERLAP = 64
"""Pixels in which neighbouring tiles fade into each other."""


@dataclass(frozen=True)
class Native:
    """What a model draws well from nothing: sides that are multiples of `multiple`, and `least` to `most` pixels in all.

    `steps`: how many it takes to draw the whole.
    """

    multiple: int = 16
    least: int = 512 * 512
    most: int = 1024 * 1024
    steps: int = 28

    @property
    def sketched(self) -> float:
        """The pixels that a sketch has. It takes a step at least: the fewer there are, the smaller, and of one none is left."""
        return self.least * min(1.0, (self.steps - 1) * SKETCH)

    def fewest(self, strength: float) -> float:
        """The pixels that a pass has at least."""
        begun = inference_steps(self.steps, strength) * strength / self.steps
        return self.least * min(1.0, ENLARGED / begun)


def inference_steps(steps: int, strength: float) -> int:
    """What a pass divides the noise into, of which it takes the last, by its strength; the whole takes `steps`."""
    return max(steps, ceil(min(max(steps - 1, 1), FEWEST) / strength))


@dataclass(frozen=True)
class Patch:
    """What a renderer is to draw anew.

    `pixels` (h, w, 3; uint8): the crop, at full strength with a guess where the mask is. `mask` (h, w; float32): 0 stays, 1
    is drawn from the first step on, and a value between from where that share of the noise is left. `place`: the crop in the
    picture, whose pixels it may enlarge or reduce. `steps`: the share of the usual steps that it is worth.
    """

    pixels: Array
    mask: Array
    strength: float
    place: Window
    steps: float = 1.0


Draw = Callable[[Patch], Array]
"""Gives the patch's pixels drawn anew, as large as they were."""


def rerender(base: Array, region: Region, native: Native | None, draw: Draw, context: RunContext) -> Array:
    """The picture (H, W, 3; uint8) with its region drawn anew.

    `native` None is a renderer that is exact: it draws any crop at its own size, in the picture's own colours and place, so
    its pixels are laid in as they are, with the mask's own edge. Where there is nothing to do it says so and draws nothing.
    Raises BadInput for a mask of another size than the picture, EngineFailure for a patch of another size than asked for.
    """
    found = _selected(base, region)
    if found is None:
        context.tell("Nothing is selected in the region, so nothing was drawn anew.")
        return base
    if region.strength == 0:
        context.tell("At strength 0 everything stays as it is, so nothing was drawn anew.")
        return base
    where, mask = found
    if native is None:
        return laid(base, _drawn(draw, Patch(base[where], mask, region.strength, where)), where, mask)
    around, strength, tiles = _area(_around(base, where, min(SKETCHED, region.strength), native)), region.strength, [where]
    if around > native.most:
        strength, tiles = min(REFINE, strength), list(_tiles(where, native))
    elif around < native.sketched:
        strength = min(SKETCHED, strength)
    pixels = base
    if strength < region.strength:
        pixels = _anew(base, where, mask, region.strength, native, draw, 1.0 if around > native.most else SKETCH)
    for number, tile in enumerate(tiles):
        if len(tiles) > 1:
            context.progress("refine", number / len(tiles))
        if (part := mask[_within(where, tile)]).any():
            pixels = _anew(pixels, tile, part, strength, native, draw)
    return pixels


def _selected(base: Array, region: Region) -> tuple[Window, Array] | None:
    """The smallest window around what is selected, and how much each of its pixels is (h, w; float32, 0..1)."""
    height, width = base.shape[:2]
    rows, columns = window(region.box, width, height)
    if region.mask is None:
        return (rows, columns), np.ones((rows.stop - rows.start, columns.stop - columns.start), np.float32)
    if region.mask.shape != (height, width):
        size = " × ".join(map(str, region.mask.shape[1::-1]))
        raise BadInput(
            f"The mask is {size} pixels and the picture {width} × {height}.", "Make the mask as large as the picture."
        )
    mask = region.mask.array[rows, columns]
    if not mask.any():
        return None
    inner = window(box_of(mask), mask.shape[1], mask.shape[0])
    where = tuple(slice(a.start + b.start, a.start + b.stop) for a, b in zip((rows, columns), inner, strict=True))
    return (where[0], where[1]), mask[inner].astype(np.float32) / 255


def _anew(base: Array, where: Window, mask: Array, strength: float, native: Native, draw: Draw, steps: float = 1.0) -> Array:
    """One pass of the recipe, of so many of its steps: the picture with the window drawn anew by its mask."""
    import cv2

    place = _around(base, where, strength, native)
    old = base[place]
    height, width = old.shape[:2]
    chosen = np.zeros((height, width), np.float32)
    chosen[_within(place, where)] = mask
    feather = max(0.1 * strength * _diagonal(where), 32 * strength)
    crop = _filled(old, chosen) if strength == 1 else old
    soft = _faded(chosen, feather / 2)
    padding = [-height % native.multiple, -width % native.multiple]
    crop = cv2.copyMakeBorder(crop, 0, padding[0], 0, padding[1], cv2.BORDER_REPLICATE)
    soft = cv2.copyMakeBorder(soft, 0, padding[0], 0, padding[1], cv2.BORDER_CONSTANT)
    size = _size(crop.shape[0], crop.shape[1], native.fewest(strength) if steps == 1 else native.sketched, native)
    patch = Patch(_resized(crop, size), np.clip(_resized(soft, size), 0, 1), strength, place, steps)
    drawn = _resized(_drawn(draw, patch), (crop.shape[0], crop.shape[1]))[:height, :width]
    drawn = matched(drawn, old, chosen == 0, cell=8 * max(1.0, crop.shape[0] / size[0]))
    return laid(base, drawn, place, _faded(chosen, feather / 4))


def _drawn(draw: Draw, patch: Patch) -> Array:
    drawn = draw(patch)
    if drawn.shape != patch.pixels.shape:
        asked, given = (f"{one.shape[1]} × {one.shape[0]}" for one in (patch.pixels, drawn))
        raise EngineFailure(f"The renderer drew {given} pixels where {asked} were asked for.", "Try another model.")
    return drawn


def _around(base: Array, where: Window, strength: float, native: Native) -> Window:
    """The selection with the context that the model needs, moved rather than cut off at the picture's border.

    At full strength it takes as much more as it would else have to be enlarged for, up to half the selection on each side.
    """
    sides = [run.stop - run.start for run in where]
    margin = NEAREST + MARGIN * _diagonal(where)
    wanted = [max(side + 2 * margin, min(SMALLEST, sqrt(native.most) / 5)) for side in sides]
    if strength == 1:
        more = max(max(sides) / 16, sum(sides) / 4)
        generous = [max(side + 2 * more, 2 * SMALLEST) for side in sides]
        spare = sqrt(native.sketched / (wanted[0] * wanted[1]))
        wanted = [max(least, min(most, least * spare)) for least, most in zip(wanted, generous, strict=True)]
    whole = [
        max(int(wide // native.multiple), ceil((side + 2 * NEAREST) / native.multiple)) * native.multiple
        for side, wide in zip(sides, wanted, strict=True)
    ]
    rows, columns = (_run(run, side, full) for run, side, full in zip(where, whole, base.shape[:2], strict=True))
    return rows, columns


def _run(inner: slice, side: int, full: int) -> slice:
    """A run of `side` pixels around the inner one, or all there are."""
    side = min(side, full)
    first = min(max((inner.start + inner.stop - side) // 2, 0), full - side)
    return slice(first, first + side)


def _size(height: int, width: int, least: float, native: Native) -> tuple[int, int]:
    """The size at which a crop whose sides are multiples is drawn: of so many pixels at least."""
    area = height * width
    if least <= area <= native.most:
        return height, width
    scale = sqrt((least if area < least else native.most) / area)
    down, across = (max(round(side * scale / native.multiple), 1) * native.multiple for side in (height, width))
    return down, across


def _tiles(where: Window, native: Native) -> Iterator[Window]:
    """Overlapping windows that cover the selection, each small enough to be drawn at its own size with its context."""
    side = max(int(0.75 * sqrt(native.most)), 2 * OVERLAP)
    runs = []
    for run in where:
        length = run.stop - run.start
        count = max(1, ceil((length - OVERLAP) / (side - OVERLAP)))
        step = (length - OVERLAP) / count
        runs.append([slice(run.start + round(n * step), run.start + round((n + 1) * step) + OVERLAP) for n in range(count)])
    for rows in runs[0]:
        for columns in runs[1]:
            yield rows, columns


def _within(outer: Window, inner: Window) -> Window:
    """The inner window as seen from the outer one's corner."""
    rows, columns = (slice(b.start - a.start, b.stop - a.start) for a, b in zip(outer, inner, strict=True))
    return rows, columns


def _area(where: Window) -> int:
    rows, columns = where
    return int((rows.stop - rows.start) * (columns.stop - columns.start))


def _diagonal(where: Window) -> float:
    return hypot(*(run.stop - run.start for run in where))


def _faded(mask: Array, feather: float) -> Array:
    """The mask (h, w; float32) fading inwards from its edge over `feather` pixels, over less where it is narrow.

    What eroding and then blurring gives, but a pixel that was 0 stays 0 and every part of the mask keeps a core. The border
    of the crop is no edge.
    """
    import cv2
    from scipy import ndimage

    inside = (mask > 0).astype(np.uint8)
    if inside.all():
        return mask
    depth = cv2.distanceTransform(inside, cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
    count, parts = cv2.connectedComponents(inside)
    deepest = ndimage.maximum(depth, parts, np.arange(count))
    reach = np.clip(deepest / 2, 1, max(feather, 1)).astype(np.float32)
    share = np.minimum(depth / reach[parts], 1)
    return cast(Array, mask * share * share * (3 - 2 * share))


def _filled(pixels: Array, mask: Array) -> Array:
    """The crop with a smooth continuation of what is around it where the mask is; grey where it is everywhere."""
    import cv2

    height, width = mask.shape
    scale = min(1.0, 96 / max(height, width))
    size = max(round(width * scale), 1), max(round(height * scale), 1)
    known = (mask == 0).astype(np.float32)
    share = cv2.resize(known, size, interpolation=cv2.INTER_AREA)
    if not (share > 0.1).any():
        guess = np.full(pixels.shape, 127, np.float32)
    else:
        small = cv2.resize(pixels * known[..., None], size, interpolation=cv2.INTER_AREA) / np.maximum(share, 0.01)[..., None]
        hole = (share <= 0.1).astype(np.uint8)
        small = cv2.inpaint(np.clip(small, 0, 255).astype(np.uint8), hole, 3, cv2.INPAINT_NS)
        guess = cv2.resize(cv2.GaussianBlur(small, (0, 0), 1.5), (width, height), interpolation=cv2.INTER_LINEAR)
    return np.rint(pixels + mask[..., None] * (guess.astype(np.float32) - pixels)).astype(np.uint8)


def _resized(values: Array, size: tuple[int, int]) -> Array:
    import cv2

    if values.shape[:2] == size:
        return values
    smaller = size[0] * size[1] < values.shape[0] * values.shape[1]
    how = cv2.INTER_AREA if smaller or values.ndim == 2 else cv2.INTER_CUBIC
    return cast(Array, cv2.resize(values, size[::-1], interpolation=how))
