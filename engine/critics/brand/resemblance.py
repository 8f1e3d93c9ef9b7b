"""How like its file a logo is that was cut out of a picture: its shape, its proportions and its colours."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from engine.critics.looking import lab
from engine.logo import Logo
from engine.types import Array

SIDE, MARGIN = 160, 20
"""Pixels of the longer side at which a logo is compared, and of the ground around it."""
STRETCHED_FLAT, STRETCHED_LIT = 1.04, 1.08
"""How much more a logo may be scaled one way than the other: in flat artwork, and on a thing."""
PALED = 52.0
"""Grey levels of its ground that a logo in a scene may show: sheen lifts dark inks by up to 50 where nothing is wrong."""
OFF_FLAT, OFF_LIT = 5.0, 14.0
"""CIEDE2000 that its colours may be off, in flat artwork and under a scene's light."""
SAME_WAY = 0.9
"""Cosine of the ways in which it differs from its ground, below which a logo of thin lines is not of its file's colours."""
ALIKE = 0.97
"""Cosine of two colours from which on light on the one looks like a share of the other."""
ENOUGH = 40
"""Pixels of a logo by which its colours are judged at least, and that no blur reaches where it has so many."""
BARE = 0.05
"""What a logo covers no more than so far is ground."""
COARSE = 32
"""Levels of a channel that count as one colour of a logo's ground."""
FLIPPED = 0.02
"""By how much more the logo must look like its mirror image than like itself to count as mirrored."""
TURNED = 30.0
"""Degrees by which it may lean."""
BENT = 3
"""Pixels by which a part of a logo may lie elsewhere on a thing that bends it."""


@lru_cache(maxsize=8)
def framed(mark: Logo) -> Logo:
    """The logo as it is compared: SIDE pixels long, with a MARGIN of ground on each side."""
    drawn = mark.fitted(SIDE, SIDE)
    around = (MARGIN, MARGIN), (MARGIN, MARGIN)
    return Logo(np.pad(drawn.pixels, (*around, (0, 0)), mode="edge"), np.pad(drawn.cover, around))


@dataclass(frozen=True)
class Shown:
    """How a logo is shown: in so many pixels (the longer side of its frame), in flat artwork or in a scene, `straight` ahead or
    as it may be, at which shares of its levels."""

    size: int
    flat: bool
    straight: bool
    dim: tuple[float, ...] = (1.0,)


@dataclass(frozen=True)
class Resemblance:
    """How `alike` its file it is, in whose colours, and how `even` in scale, 0..1.

    `uneven` is by how much more it is scaled one way than the other, `missing` how little of what was not looked at is there.
    """

    alike: float
    coloured: float
    even: float
    uneven: float
    missing: float = 0.0

    @property
    def share(self) -> float:
        return self.alike * self.coloured * self.even

    @property
    def fault(self) -> str:
        """What is least like the file."""
        faults = {
            "The logo is not like its file, or not all of it is there.": self.alike,
            "The logo's colours are not those of its file.": self.coloured,
            "The logo is stretched.": self.even,
        }
        return min(faults, key=lambda fault: faults[fault])


def resemblance(drawn: Logo, area: Array, shown: Shown, part: Array | None = None) -> Resemblance:
    """How like the logo, `framed`, the area (h, w, 3) of its frame is, or `part` of it (h, w of the frame; bool)."""
    import cv2

    whole = cv2.dilate(drawn.cover, np.ones((9, 9), np.uint8)) > 0.5
    own = np.zeros_like(whole)
    own[MARGIN:-MARGIN, MARGIN:-MARGIN] = True
    laid = [
        (ground, asked, near, where, *_aligned(asked, area, where))
        for ground, plate in _grounds(drawn.cover, area)
        for asked in [drawn.over(ground)]
        for near in [whole & (own if plate else True) & (True if part is None else part)]
        for where in ((near, np.ones_like(near), None) if part is None else (near,))
    ]
    ground, asked, near, where, seen, uneven = max(laid, key=lambda one: _correlation(one[1], one[4], one[2]))
    turned = part is None and _mirrored(asked, area, near, where) > _correlation(asked, seen, near) + FLIPPED
    seen = seen if shown.flat else _straightened(asked, seen, near)
    alike = max(0.0, (_correlation(asked, seen, near) + _worst_part(asked, seen, near)) / 2) * (0.5 if turned else 1.0)
    cover = drawn.cover if part is None else drawn.cover * part
    coloured = _coloured(cover, asked, seen, ground, shown)
    stretched = uneven - (STRETCHED_FLAT if shown.flat else STRETCHED_LIT)
    even = 1 - float(np.clip(stretched / 0.1, 0, 1)) if shown.straight else 1.0
    missing = 0.0 if part is None else 1 - _correlation(asked, seen, whole & ~part)
    return Resemblance(alike, coloured, even, uneven, missing)


def _coloured(cover: Array, asked: Array, seen: Array, ground: Array, shown: Shown) -> float:
    """How nearly the logo as it is seen has the colours it was asked for, 0..1."""
    from skimage.color import deltaE_ciede2000

    solid = _inside(cover, shown.size)
    if not solid.any():
        ink, found = ((cover[..., None] * (image - ground)).sum(axis=(0, 1)) for image in (asked, seen))
        alike = float(ink @ found / max(np.linalg.norm(ink) * np.linalg.norm(found), 1e-6))
        return 1 - float(np.clip((SAME_WAY - alike) / 0.1, 0, 1))
    found = lab(seen)[solid]
    off = min(np.percentile(deltaE_ciede2000(lab((share * asked).astype(np.uint8))[solid], found), 80) for share in shown.dim)
    near = 1 - float(np.clip((off - (OFF_FLAT if shown.flat else OFF_LIT)) / 20, 0, 1))
    if shown.flat:
        return near
    through = _paled(asked, seen, np.broadcast_to(ground, asked.shape), solid)
    return near * (1 - float(np.clip((through - PALED) / 25, 0, 1)))


def _grounds(cover: Array, area: Array) -> list[tuple[Array, bool]]:
    """Colours (3,) that may be what the logo lies on, and whether that is a plate no larger than itself: what its area
    (h, w, 3) shows where it does not cover it (h, w), what most of that shows, and what is seen close to it."""
    import cv2

    bare, near = (cv2.resize(one, area.shape[1::-1]) for one in (cover, cv2.dilate(cover, np.ones((5, 5), np.uint8))))
    free, close = area[bare < BARE], area[(bare < BARE) & (near > 0.5)]
    bins = (free // COARSE).astype(np.int64) @ (1, COARSE, COARSE**2)
    most = free[bins == np.argmax(np.bincount(bins))]
    found: list[tuple[Array, bool]] = []
    for colours, plate in ((free, False), (most, False), (close, True)):
        ground = np.median(colours, axis=0).astype(np.float32) if len(colours) else None
        if ground is not None and all(np.abs(ground - one).max() > COARSE / 2 for one, _ in found):
            found.append((ground, plate))
    return found


def _inside(cover: Array, size: int) -> Array:
    """The pixels of the logo (h, w) that the blur of a picture of `size` pixels does not reach; none where those are few, as
    in one of thin lines."""
    import cv2

    reach = 2 * round(max(cover.shape) / size) + 1
    inner: Array = cv2.erode(cover, np.ones((reach, reach), np.uint8)) > 0.9
    if inner.sum() < ENOUGH:
        inner = cv2.erode(cover, np.ones((3, 3), np.uint8)) > 0.9
    return inner if inner.sum() >= ENOUGH else np.zeros(cover.shape, bool)


def _aligned(asked: Array, area: Array, where: Array | None) -> tuple[Array, float]:
    """The area warped onto the logo as asked for (h, w, 3), uint8, and by how much more it is scaled one way than the other.

    Only what lies about where the logo is (h, w; bool) counts, or the logo itself without its margin.
    """
    import cv2

    high, wide = asked.shape[:2]
    scale = max(high, wide) / max(area.shape[:2])
    small = cv2.resize(area, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC)
    margin = MARGIN if where is None else 0
    counted = None if where is None else cv2.resize(where.astype(np.uint8), small.shape[1::-1], interpolation=cv2.INTER_NEAREST)
    across, down = (small.shape[1] - 2 * margin) / (wide - 2 * margin), (small.shape[0] - 2 * margin) / (high - 2 * margin)
    fit = np.array([[across, 0, margin], [0, down, margin]], np.float32)
    grey = [cv2.cvtColor(one.astype(np.uint8), cv2.COLOR_RGB2GRAY).astype(np.float32) for one in (asked, small)]
    own = grey[0][margin : high - margin, margin : wide - margin]
    stop = (cv2.TERM_CRITERIA_EPS | cv2.TERM_CRITERIA_COUNT, 80, 1e-5)
    with suppress(cv2.error):  # no alignment is better than the first
        _, found = cv2.findTransformECC(own, grey[1], fit.copy(), cv2.MOTION_AFFINE, stop, counted, 5)
        fit = found if _turned(found) <= TURNED else fit
    fit[:, 2] -= margin * fit[:, :2].sum(axis=1)
    how = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    seen = cv2.warpAffine(small, fit, (wide, high), flags=how, borderMode=cv2.BORDER_REPLICATE)
    longer, shorter = np.linalg.svd(fit[:, :2], compute_uv=False)
    return seen, float(longer / max(shorter, 1e-6))


def _turned(fit: Array) -> float:
    """By how many degrees a transform (2, 3) turns what lies or stands."""
    across, down = fit[:, 0], fit[:, 1]
    return float(np.degrees(max(abs(np.arctan2(across[1], across[0])), abs(np.arctan2(-down[0], down[1])))))


def _mirrored(asked: Array, area: Array, near: Array, where: Array | None) -> float:
    """How like the logo's mirror image the area is."""
    other, there = asked[:, ::-1], near[:, ::-1]
    return _correlation(other, _aligned(other, area, None if where is None else where[:, ::-1])[0], there)


def _paled(asked: Array, seen: Array, ground: Array, solid: Array) -> float:
    """How many grey levels of the ground shine through the logo, whatever the brightness of the light; 0 where that cannot
    be told, as on a dark ground, where paler is darker.
    """
    ink, through, found = (image[solid].astype(np.float64).ravel() for image in (asked, ground, seen))
    if ink @ through > ALIKE * np.linalg.norm(ink) * np.linalg.norm(through):
        return 0.0
    (_, share), *_ = np.linalg.lstsq(np.stack([ink, through], axis=1), found, rcond=None)
    return float(share * through.mean())


def _worst_part(asked: Array, seen: Array, near: Array) -> float:
    """The least correlation among the eighths of the logo that hold something of it."""
    return min((_correlation(asked[part], seen[part], near[part]) for part in _parts(asked, near)), default=1.0)


def _straightened(asked: Array, seen: Array, near: Array) -> Array:
    """`seen` (h, w, 3) with each eighth of the logo moved to where it is likest to the one that was asked for."""
    straight = seen.copy()
    moves = range(-BENT, BENT + 1)
    for part in _parts(asked, near):
        moved = (np.roll(seen, (down, right), (0, 1))[part] for down in moves for right in moves)
        straight[part] = max(moved, key=lambda one: _correlation(asked[part], one, near[part]))
    return straight


def _parts(asked: Array, near: Array) -> Iterator[tuple[slice, slice]]:
    """The eighths of the logo that hold something of it."""
    height, width = (side - 2 * MARGIN for side in near.shape)
    for n in range(8):
        rows, columns = (
            (MARGIN + k * side // by, MARGIN + (k + 1) * side // by) for k, side, by in ((n // 4, height, 2), (n % 4, width, 4))
        )
        part = slice(*rows), slice(*columns)
        where = near[part]
        if where.sum() > 0.03 * near.sum() and asked[part][where].std(axis=0).max() > 12:
            yield part


def _correlation(one: Array, other: Array, where: Array) -> float:
    a, b = (image.astype(np.float32)[where] for image in (one, other))
    a, b = a - a.mean(axis=0), b - b.mean(axis=0)
    return float((a * b).sum() / max(np.sqrt((a * a).sum() * (b * b).sum()), 1e-6))
