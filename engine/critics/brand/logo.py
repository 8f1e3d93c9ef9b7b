"""The brand kit's logo: whether it is there, whole, in its proportions and in its colours, against the file it comes from."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from engine.api import RunContext
from engine.composite import Window, grown, window
from engine.critics.brand.faults import fault, plain, simple
from engine.critics.brand.front import front
from engine.critics.brand.resemblance import MARGIN, SIDE, Resemblance, Shown, framed, resemblance
from engine.critics.brand.sought import marked, outlined
from engine.critics.brand.verdict import CRITIC, verdict
from engine.critics.looking import box_of, mask_of, unchecked
from engine.errors import BadInput
from engine.logo import Logo, read
from engine.types import Array, Box, Finding, Light, Plan, Render, Requirement

LEAST = 12
"""Pixels of the shorter side below which a logo cannot be judged."""
SURE, OBLIQUE = 0.75, 1.15
"""What was found without a mask passes where it is so like its file, and scaled no more one way than the other than this."""
IN_LITTLE_LIGHT = (1.0, 0.9, 0.8, 0.7, 0.6)
DIM: Mapping[Light, tuple[float, ...]] = {"night": IN_LITTLE_LIGHT, "neon": IN_LITTLE_LIGHT}
"""Shares of its levels that a logo may show in little light."""


def judged_logo(plan: Plan, requirement: Requirement, render: Render, context: RunContext) -> Finding:
    """Under the element's mask, or wherever it is found, against the file that the requirement names."""
    label = plan.element(requirement.element).label if requirement.element else "logo"
    mask = mask_of(render, requirement.element) if requirement.element else None
    picture = render.pixels.array
    try:
        mark = read(str(requirement.expected))
    except BadInput as error:
        return unchecked(requirement, CRITIC, str(error))
    if mask is None:
        return _found(plan, requirement, mark, picture, label, context)
    box = box_of(mask)
    if box is None:
        return verdict(requirement, 0.0, None, "The logo is not in the picture.", 0.95)
    return _judged(plan, requirement, mark, picture, box)


def _judged(plan: Plan, requirement: Requirement, mark: Logo, picture: Array, box: Box) -> Finding:
    """What a picture (h, w, 3) shows in a box, held against the logo."""
    low = _low(box, picture)
    if low < LEAST:
        return unchecked(requirement, CRITIC, f"The logo is {low} pixels high: too small to be judged.")
    area, shown = _cut(plan, requirement, mark, picture, box)
    return _told(requirement, resemblance(framed(mark), area, shown), box, 0.95)


def _told(requirement: Requirement, like: Resemblance, box: Box, confidence: float) -> Finding:
    message = like.fault if like.share < requirement.threshold else "The logo is as it should be."
    return verdict(requirement, like.share, box, message, confidence)


def _found(plan: Plan, requirement: Requirement, mark: Logo, picture: Array, label: str, context: RunContext) -> Finding:
    """What a picture (h, w, 3) without masks shows of the logo: by its marks, or else by its outline."""
    place = marked(mark, picture)
    by_marks = _judged(plan, requirement, mark, picture, place) if place else None
    if by_marks and by_marks.verdict == "passed":
        return by_marks
    drawn, seen = framed(mark), []
    for box in [] if plain(drawn) else outlined(mark, picture):
        context.progress("brand", 0.5)
        if _low(box, picture) < LEAST:
            continue
        area, shown = _cut(plan, requirement, mark, picture, box)
        like = resemblance(drawn, area, shown)
        if like.share >= SURE and like.uneven <= OBLIQUE:
            return _told(requirement, like, box, 0.9)
        seen.append((box, area, shown, like))
    if by_marks:
        return by_marks
    if any(like.share >= SURE for *_, like in seen):
        return unchecked(requirement, CRITIC, "The logo is seen from the side: whether it is stretched does not show.")
    for box, area, shown, like in [] if simple(drawn) else seen:
        context.progress("brand", 0.7)
        if why := fault(drawn, area, shown, like):
            return verdict(requirement, min(like.share, requirement.threshold / 2), box, why, 0.8)
    for box in [] if simple(drawn) else outlined(mark, picture, mirrored=True):
        context.progress("brand", 0.9)
        area, shown = _cut(plan, requirement, mark, picture, box)
        if resemblance(drawn, area[:, ::-1], shown).share >= SURE:
            return verdict(requirement, 0.0, box, "The logo is mirrored.", 0.8)
    why = f"Where the {label} stands is not known: it is too small or too plain to be found."
    return unchecked(requirement, CRITIC, why)


def _low(box: Box, picture: Array) -> int:
    """Pixels of the box's shorter side."""
    return int(min(one.stop - one.start for one in window(box, *picture.shape[1::-1])))


def _cut(plan: Plan, requirement: Requirement, mark: Logo, picture: Array, box: Box) -> tuple[Array, Shown]:
    """The area (h, w, 3) of the frame of a logo that lies in a box of a picture (h, w, 3), and how that shows it."""
    height, width = picture.shape[:2]
    place, flat = window(box, width, height), plan.kind == "flat"
    size = max(one.stop - one.start for one in place)
    margin = round(size * MARGIN / SIDE)
    room, shape = grown(box, margin / width, margin / height), framed(mark).cover.shape
    ahead = front(plan, requirement.element, shape, MARGIN, picture, room)
    area = around(picture, place, margin) if ahead is None else ahead
    return area, Shown(size + 2 * margin, flat, flat or ahead is not None, DIM.get(plan.light, (1.0,)))


def around(picture: Array, place: Window, margin: int) -> Array:
    """A window of a picture (h, w, 3) with a margin of so many pixels; what is beyond repeats its border."""
    inside = zip(place, picture.shape, strict=False)
    down, across = (np.clip(np.arange(one.start - margin, one.stop + margin), 0, size - 1) for one, size in inside)
    return np.asarray(picture[np.ix_(down, across)])
