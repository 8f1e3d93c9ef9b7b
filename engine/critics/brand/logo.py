"""The brand kit's logo: whether it is there, whole, in its proportions and in its colours, against the file it comes from."""

from __future__ import annotations

from contextlib import suppress

import numpy as np

from engine import logo
from engine.critics.brand.verdict import CRITIC, verdict
from engine.critics.looking import box_of, lab, mask_of, unchecked
from engine.errors import BadInput
from engine.types import Array, Finding, Plan, Render, Requirement

SIDE = 160
"""Pixels of the longer side at which a logo is compared."""
LEAST = 12
"""Pixels of the shorter side below which a logo cannot be judged."""
STRETCHED_FLAT, STRETCHED_LIT = 1.04, 1.12
"""How much wider or narrower than it should look a logo may be: in flat artwork, and on a thing that turns or bends it."""
OBLIQUE = 50.0
"""Degrees from which on a face is seen too much from the side for that to be told."""
PALED = 52.0
"""Grey levels of its ground that a logo in a scene may show: sheen lifts dark inks by up to 50 where nothing is wrong."""
OFF_FLAT, OFF_LIT = 5.0, 22.0
"""CIEDE2000 that its colours may be off, in flat artwork and under a scene's light."""
ALIKE = 0.97
"""Cosine of two colours from which on light on the one looks like a share of the other."""
ENOUGH = 40
"""Pixels of a logo by which its colours are judged, where it has so many that no blur reaches."""

FLIPPED = 0.02
"""By how much more the logo must look like its mirror image than like itself to count as mirrored."""
WORST_FLAT, WORST_LIT = 0.5, 0.25
"""How much the part that is least like it counts; on a thing in a scene the logo bends, and light lies on it."""


def judged_logo(plan: Plan, requirement: Requirement, render: Render) -> Finding:
    """Under the element's mask, against the file that the requirement names."""
    label = plan.element(requirement.element).label if requirement.element else "logo"
    mask = mask_of(render, requirement.element) if requirement.element else None
    try:
        mark = logo.read(str(requirement.expected))
    except BadInput as error:
        return unchecked(requirement, CRITIC, str(error))
    if mask is None:
        return unchecked(requirement, CRITIC, f"Where the {label} stands is not known: there is no mask.")
    box = box_of(mask)
    if box is None:
        return verdict(requirement, 0.0, None, "The logo is not in the picture.", 0.85)
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    area = render.pixels.array[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    if min(area.shape[:2]) < LEAST:
        return unchecked(requirement, CRITIC, f"The logo is {min(area.shape[:2])} pixels high: too small to be judged.")
    camera = plan.camera
    likeness, why = _likeness(mark, area, None if plan.kind == "flat" else (camera.azimuth, camera.elevation))
    message = why if likeness < requirement.threshold else "The logo is as it should be."
    return verdict(requirement, likeness, box, message, 0.85)


def _likeness(mark: logo.Logo, area: Array, view: tuple[float, float] | None) -> tuple[float, str]:
    """How like the logo the area (h, w, 3) that it takes is, 0..1, and what is least like it.

    `view` is the azimuth and elevation that the thing it is printed on is seen from; None in flat artwork.
    """
    import cv2
    from skimage.color import deltaE_ciede2000

    drawn = mark.fitted(SIDE, SIDE)
    border = np.concatenate([area[0], area[-1], area[:, 0], area[:, -1]])
    ground = np.broadcast_to(np.median(border, axis=0).astype(np.float32), (*drawn.cover.shape, 3))
    asked = drawn.over(ground)
    seen, wider = _aligned(asked, area)
    flat = view is None
    near = cv2.dilate(drawn.cover, np.ones((9, 9), np.uint8)) > 0.5
    share = WORST_FLAT if flat else WORST_LIT
    whole = _correlation(asked, seen, near)
    alike = max(0.0, (1 - share) * whole + share * _worst_part(asked, seen, near))
    flipped = asked[:, ::-1]
    if _correlation(flipped, _aligned(flipped, area)[0], near[:, ::-1]) > whole + FLIPPED:
        alike *= 0.5
    solid = _inside(drawn.cover, max(area.shape[:2]))
    off = deltaE_ciede2000(lab(asked.astype(np.uint8))[solid], lab(seen)[solid]) if solid.any() else np.zeros(1)
    free = OFF_FLAT if flat else OFF_LIT
    coloured = 1 - float(np.clip((np.percentile(off, 80) - free) / 20, 0, 1))
    if not flat:
        coloured *= 1 - float(np.clip((_paled(asked, seen, ground, solid) - PALED) / 25, 0, 1))
    even = 1 - float(np.clip((_stretch(wider, view) - (STRETCHED_FLAT if flat else STRETCHED_LIT)) / 0.1, 0, 1))
    faults = {
        "The logo is not like its file, or not all of it is there.": alike,
        "The logo's colours are not those of its file.": coloured,
        "The logo is stretched.": even,
    }
    return alike * coloured * even, min(faults, key=lambda fault: faults[fault])


def _inside(cover: Array, size: int) -> Array:
    """The pixels of the logo (h, w) that the blur of a picture of `size` pixels does not reach, where those are enough."""
    import cv2

    reach = 2 * round(max(cover.shape) / size) + 1
    inner: Array = cv2.erode(cover, np.ones((reach, reach), np.uint8)) > 0.9
    if inner.sum() < ENOUGH:
        inner = cv2.erode(cover, np.ones((3, 3), np.uint8)) > 0.9
    return inner


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


def _stretch(wider: float, view: tuple[float, float] | None) -> float:
    """By how much it is stretched one way or the other, from 1 on, beside how it should look from there."""
    azimuth, elevation = view or (0.0, 0.0)
    if max(abs(azimuth), abs(elevation)) > OBLIQUE:
        return 1.0
    looks = np.cos(np.radians(azimuth)) / np.cos(np.radians(elevation))
    off = wider / float(looks)
    return max(off, 1 / max(off, 1e-6))


def _paled(asked: Array, seen: Array, ground: Array, solid: Array) -> float:
    """How many grey levels of the ground shine through the logo, whatever the brightness of the light; 0 where that cannot
    be told, as on a dark ground, where paler is darker.
    """
    if not solid.any():
        return 0.0
    ink, through, found = (image[solid].astype(np.float64).ravel() for image in (asked, ground, seen))
    if ink @ through > ALIKE * np.linalg.norm(ink) * np.linalg.norm(through):
        return 0.0
    (_, share), *_ = np.linalg.lstsq(np.stack([ink, through], axis=1), found, rcond=None)
    return float(share * through.mean())


def _worst_part(asked: Array, seen: Array, near: Array) -> float:
    """The least correlation among the eighths of the logo that hold something of it."""
    rows, columns = (np.array_split(np.arange(side), parts) for side, parts in zip(near.shape, (2, 4), strict=True))
    found = []
    for high in rows:
        for wide in columns:
            part = np.ix_(high, wide)
            where = near[part]
            if where.sum() > 0.03 * near.sum() and asked[part][where].std(axis=0).max() > 12:
                found.append(_correlation(asked[part], seen[part], where))
    return min(found, default=1.0)


def _correlation(one: Array, other: Array, where: Array) -> float:
    a, b = (image.astype(np.float32)[where] for image in (one, other))
    a, b = a - a.mean(axis=0), b - b.mean(axis=0)
    return float((a * b).sum() / max(np.sqrt((a * a).sum() * (b * b).sum()), 1e-6))
