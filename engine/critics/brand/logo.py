"""The brand kit's logo: whether it is there, whole, in its proportions and in its colours, against the file it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress

import numpy as np

from engine import logo
from engine.composite import window
from engine.critics.brand.front import front
from engine.critics.brand.verdict import CRITIC, verdict
from engine.critics.looking import box_of, lab, mask_of, reduced, unchecked
from engine.critics.marks import Marks, arranged, marks
from engine.errors import BadInput
from engine.types import Array, Box, Finding, Light, Plan, Render, Requirement

SIDE = 160
"""Pixels of the longer side at which a logo is compared."""
SHOWN, ROOM = (400, 150), 48
"""Pixels of the longer sides at which a logo is sought in a picture, and of plain ground around it."""
SEARCHED, MANY = 2_000_000, 6000
"""Pixels of a picture that is searched for one, and marks that are looked at."""
ENOUGH_MARKS = 12
"""Marks in one arrangement by which it is found."""
LEAST = 12
"""Pixels of the shorter side below which a logo cannot be judged."""
STRETCHED_FLAT, STRETCHED_LIT = 1.04, 1.08
"""How much wider or narrower than in its file a logo may be: in flat artwork, and on a thing."""
PALED = 52.0
"""Grey levels of its ground that a logo in a scene may show: sheen lifts dark inks by up to 50 where nothing is wrong."""
OFF_FLAT, OFF_LIT = 5.0, 14.0
"""CIEDE2000 that its colours may be off, in flat artwork and under a scene's light."""
IN_LITTLE_LIGHT = (1.0, 0.9, 0.8, 0.7, 0.6)
DIM: Mapping[Light, tuple[float, ...]] = {"night": IN_LITTLE_LIGHT, "neon": IN_LITTLE_LIGHT}
"""Shares of its levels that a logo may show in little light."""
SAME_WAY = 0.9
"""Cosine of the ways in which it differs from its ground, below which a logo of thin lines is not of its file's colours."""
ALIKE = 0.97
"""Cosine of two colours from which on light on the one looks like a share of the other."""
ENOUGH = 40
"""Pixels of a logo by which its colours are judged at least, and that no blur reaches where it has so many."""

COARSE = 32
"""Levels of a channel that count as one colour of a logo's ground."""
FLIPPED = 0.02
"""By how much more the logo must look like its mirror image than like itself to count as mirrored."""
BENT = 3
"""Pixels by which a part of a logo may lie elsewhere on a thing that bends it."""


def judged_logo(plan: Plan, requirement: Requirement, render: Render) -> Finding:
    """Under the element's mask, against the file that the requirement names."""
    label = plan.element(requirement.element).label if requirement.element else "logo"
    mask = mask_of(render, requirement.element) if requirement.element else None
    try:
        mark = logo.read(str(requirement.expected))
    except BadInput as error:
        return unchecked(requirement, CRITIC, str(error))
    box = sought(mark, render.pixels.array) if mask is None else box_of(mask)
    if box is None and mask is None:
        why = f"Where the {label} stands is not known: it is too small or too plain to be found."
        return unchecked(requirement, CRITIC, why)
    if box is None:
        return verdict(requirement, 0.0, None, "The logo is not in the picture.", 0.95)
    area = render.pixels.array[window(box, render.width, render.height)]
    if min(area.shape[:2]) < LEAST:
        return unchecked(requirement, CRITIC, f"The logo is {min(area.shape[:2])} pixels high: too small to be judged.")
    drawn, size, flat = mark.fitted(SIDE, SIDE), max(area.shape[:2]), plan.kind == "flat"
    ahead = front(plan, requirement.element, drawn.cover.shape, render.pixels.array, box)
    seen = area if ahead is None else ahead
    dim = DIM.get(plan.light, (1.0,))
    likeness, why = _likeness(drawn, seen, size, dim, flat=flat, straight=flat or ahead is not None)
    message = why if likeness < requirement.threshold else "The logo is as it should be."
    return verdict(requirement, likeness, box, message, 0.95)


def sought(mark: logo.Logo, picture: Array) -> Box | None:
    """The box of the logo in a picture (h, w, 3) without masks, where enough of its marks stand in their arrangement."""
    small = reduced(picture, SEARCHED)
    there = marks(small, most=MANY)
    looks = [_look(mark, side, ground) for side in SHOWN for ground in (0, 255)]
    found = [one for look, size in looks if (one := arranged(look, there, size)) and one.count >= ENOUGH_MARKS]
    if not found:
        return None
    corners = max(found, key=lambda one: one.count).corners / small.shape[1::-1]
    (x0, y0), (x1, y1) = (np.clip(side, 0, 1) for side in (corners.min(axis=0), corners.max(axis=0)))
    return (float(x0), float(y0), float(x1), float(y1)) if x0 < x1 and y0 < y1 else None


def _look(mark: logo.Logo, side: int, ground: int) -> tuple[Marks, tuple[int, int]]:
    """The marks of a logo so large on a ground of this grey level, and its width and height."""
    drawn = mark.fitted(side, side)
    height, width = drawn.cover.shape
    roomy = np.full((height + 2 * ROOM, width + 2 * ROOM, 3), ground, np.uint8)
    roomy[ROOM:-ROOM, ROOM:-ROOM] = drawn.over(np.full((height, width, 3), ground, np.float32))
    points, described = marks(roomy)
    return (points - ROOM, described), (width, height)


def _likeness(
    drawn: logo.Logo, area: Array, size: int, dim: tuple[float, ...], *, flat: bool, straight: bool
) -> tuple[float, str]:
    """How like the logo the area (h, w, 3) that it takes is, 0..1, and what is least like it.

    It took `size` pixels of the picture, of flat artwork or of a scene; it is seen `straight` ahead, or as it may be; its
    levels may be `dim`.
    """
    import cv2

    near = cv2.dilate(drawn.cover, np.ones((9, 9), np.uint8)) > 0.5
    laid = [(ground, asked, *_aligned(asked, area)) for ground in _grounds(area) for asked in [drawn.over(ground)]]
    ground, asked, seen, wider = max(laid, key=lambda one: _correlation(one[1], one[2], near))
    mirrored = asked[:, ::-1]
    flipped = _correlation(mirrored, _aligned(mirrored, area)[0], near[:, ::-1]) - _correlation(asked, seen, near)
    seen = seen if flat else _straightened(asked, seen, near)
    alike = max(0.0, (_correlation(asked, seen, near) + _worst_part(asked, seen, near)) / 2)
    if flipped > FLIPPED:
        alike *= 0.5
    coloured = _coloured(drawn.cover, asked, seen, ground, size, dim, flat=flat)
    stretched = max(wider, 1 / max(wider, 1e-6)) - (STRETCHED_FLAT if flat else STRETCHED_LIT)
    even = 1 - float(np.clip(stretched / 0.1, 0, 1)) if straight else 1.0
    faults = {
        "The logo is not like its file, or not all of it is there.": alike,
        "The logo's colours are not those of its file.": coloured,
        "The logo is stretched.": even,
    }
    return alike * coloured * even, min(faults, key=lambda fault: faults[fault])


def _coloured(
    cover: Array, asked: Array, seen: Array, ground: Array, size: int, dim: tuple[float, ...], *, flat: bool
) -> float:
    """How nearly the logo as it is seen has the colours it was asked for, 0..1."""
    from skimage.color import deltaE_ciede2000

    solid = _inside(cover, size)
    if not solid.any():
        ink, found = ((cover[..., None] * (image - ground)).sum(axis=(0, 1)) for image in (asked, seen))
        alike = float(ink @ found / max(np.linalg.norm(ink) * np.linalg.norm(found), 1e-6))
        return 1 - float(np.clip((SAME_WAY - alike) / 0.1, 0, 1))
    found = lab(seen)[solid]
    off = min(np.percentile(deltaE_ciede2000(lab((share * asked).astype(np.uint8))[solid], found), 80) for share in dim)
    near = 1 - float(np.clip((off - (OFF_FLAT if flat else OFF_LIT)) / 20, 0, 1))
    if flat:
        return near
    through = _paled(asked, seen, np.broadcast_to(ground, asked.shape), solid)
    return near * (1 - float(np.clip((through - PALED) / 25, 0, 1)))


def _grounds(area: Array) -> list[Array]:
    """Colours (3,) that may be what the logo lies on: what surrounds it, and what most of its area (h, w, 3) shows."""
    border = np.concatenate([area[0], area[-1], area[:, 0], area[:, -1]])
    bins = (area // COARSE).astype(np.int64) @ (1, COARSE, COARSE**2)
    most = area[bins == np.argmax(np.bincount(bins.ravel()))]
    return [np.median(colours, axis=0).astype(np.float32) for colours in (border, most)]


def _inside(cover: Array, size: int) -> Array:
    """The pixels of the logo (h, w) that the blur of a picture of `size` pixels does not reach; none where those are few, as
    in one of thin lines."""
    import cv2

    reach = 2 * round(max(cover.shape) / size) + 1
    inner: Array = cv2.erode(cover, np.ones((reach, reach), np.uint8)) > 0.9
    if inner.sum() < ENOUGH:
        inner = cv2.erode(cover, np.ones((3, 3), np.uint8)) > 0.9
    return inner if inner.sum() >= ENOUGH else np.zeros(cover.shape, bool)


def _aligned(asked: Array, area: Array) -> tuple[Array, float]:
    """The area warped onto the logo as asked for (h, w, 3), uint8, and how much wider than high it is scaled."""
    import cv2

    high, wide = asked.shape[:2]
    scale = max(high, wide) / max(area.shape[:2])
    small = cv2.resize(area, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC)
    fit = np.array([[small.shape[1] / wide, 0, 0], [0, small.shape[0] / high, 0]], np.float32)
    grey = [cv2.cvtColor(one.astype(np.uint8), cv2.COLOR_RGB2GRAY).astype(np.float32) for one in (asked, small)]
    stop = (cv2.TERM_CRITERIA_EPS | cv2.TERM_CRITERIA_COUNT, 80, 1e-5)
    with suppress(cv2.error):  # no alignment is better than the first
        _, fit = cv2.findTransformECC(grey[0], grey[1], fit.copy(), cv2.MOTION_AFFINE, stop, None, 5)
    how = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    seen = cv2.warpAffine(small, fit, (wide, high), flags=how, borderMode=cv2.BORDER_REPLICATE)
    across, down = np.linalg.norm(fit[:, :2], axis=0)
    return seen, float(across / max(down, 1e-6))


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
    height, width = near.shape
    for n in range(8):
        part = np.s_[n // 4 * height // 2 : (n // 4 + 1) * height // 2, n % 4 * width // 4 : (n % 4 + 1) * width // 4]
        where = near[part]
        if where.sum() > 0.03 * near.sum() and asked[part][where].std(axis=0).max() > 12:
            yield part


def _correlation(one: Array, other: Array, where: Array) -> float:
    a, b = (image.astype(np.float32)[where] for image in (one, other))
    a, b = a - a.mean(axis=0), b - b.mean(axis=0)
    return float((a * b).sum() / max(np.sqrt((a * a).sum() * (b * b).sum()), 1e-6))
