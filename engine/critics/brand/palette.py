"""The brand's palette: the share that lies in it, of the part of the picture where that is least.

Part by part, so that a small text counts as much as the ground it stands on. Flat artwork is measured pixel by pixel; the
soft edge where two colours of the palette meet is theirs. A staged thing lies in light: there a pixel is the palette's where
one of its paints, lit more or less and with some white sheen (Shafer's dichromatic reflection), would look like it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from engine import logo
from engine.api import RunContext
from engine.colour.measure import delta_e
from engine.colour.measure import lab as lab_of
from engine.colour.names import RGB, hex_of, is_exact, parse
from engine.colour.naming import fits
from engine.composite import encoded, linear
from engine.critics.brand.verdict import CRITIC, verdict
from engine.critics.colour import lit_colour, samples_of
from engine.critics.evidence import Scene
from engine.critics.looking import box_of, dilate, erode, mask_of, reduced, unchecked
from engine.errors import BadInput
from engine.thresholds import threshold
from engine.types import Array, Box, Element, Finding, Plan, Render, Requirement
from engine.vocabulary import GROUNDS, PRINTS

PIXELS = 600_000
LIT, SHADED = 8.0, 14.0
"""CIEDE2000 that a pixel may be off from what its paint would look like: fully lit, and where neighbours light it too."""
SHEEN, BRIGHT = 0.35, 1.6
"""The most white light on a paint, and the most light in it, of 1."""
LOOKS = 12.0
"""CIEDE2000 that a thing may look off from its nearest colour, by what its lit part shows most."""
TINTED = 1.6
"""How much farther off colours may be in light that has a colour of its own."""
NEUTRAL = 0.15
"""Relative chroma below which paint cannot be told from sheen by its colour."""
LOSSY = 1.7
"""How much farther off a colour may be in a picture from disk, which may have been through lossy compression."""
THIN = 1500
"""Pixels of full ink below which a text is so small that soft edges pale its colour."""
EDGE = 2
"""Pixels from both colours within which a soft edge between them lies."""
OWN = 0.03
"""The share of a logo that a colour must have to be one of the logo's."""
FEW = 40
SURE = (0.9, 0.97)
"""How often a verdict under masks is right: in a scene, and in flat artwork."""


@dataclass(frozen=True)
class Part:
    """A part of the picture as it is told of; `shown` is the colour of the largest area in it off the palette, `box` where."""

    subject: str
    share: float
    box: Box | None = None
    shown: RGB | None = None


def judged_palette(plan: Plan, requirement: Requirement, render: Render, context: RunContext) -> Finding:
    asked = requirement.expected if isinstance(requirement.expected, tuple) else ()
    palette = [str(colour) for colour in asked if parse(str(colour))]
    masked = any(mask_of(render, element.id) is not None for element in plan.elements)
    if not masked and any(element.kind == "image" for element in plan.elements):
        return unchecked(requirement, CRITIC, "Where the photographs in this design stand is not known.")
    parts = list(_printed(plan, render, palette, masked, context) if plan.kind == "flat" else _staged(plan, render, palette))
    if not parts or not palette:
        return unchecked(requirement, CRITIC, "Which pixels should wear the brand's colours is not known.")
    worst = min(parts, key=lambda part: part.share)
    sentence = f"Every part keeps to the brand's colours: {worst.share:.0%} at the least."
    if worst.share < requirement.threshold and worst.shown:
        shown, away = hex_of(worst.shown), _nearest(worst.shown, palette)
        sentence = f"{worst.subject} is {shown}, {away:.1f} from the nearest colour of the brand (CIEDE2000)."
        if worst.share >= 0.005:
            sentence = f"{worst.subject} is in the brand's colours for {worst.share:.0%}; most of the rest is {shown}."
    box = worst.box if worst.share < requirement.threshold else None
    return verdict(requirement, worst.share, box, sentence, SURE[plan.kind == "flat"] if masked else 0.7)


def _printed(plan: Plan, render: Render, palette: list[str], masked: bool, context: RunContext) -> Iterator[Part]:
    """The texts and the rest of a flat artwork; without masks the ground that most of it shows, and the rest."""
    picture = reduced(render.pixels.array, PIXELS)
    free = np.zeros(picture.shape[:2], bool)
    for element in (one for one in plan.elements if one.kind in {"logo", "image"}):
        mask = mask_of(render, element.id, picture.shape)
        free |= dilate(_filled(mask), 3) if mask is not None else False
        palette = palette + (_worn_by(plan, element) if mask is None else [])
    slack = LOSSY if not masked else 1.0
    off = _off(picture, palette, slack) & ~free
    for element in plan.texts():
        for sample in samples_of(element, Scene(plan, render, context, PIXELS), context):
            yield _inked(element, sample.pixels, sample.box, palette, slack)
    if not masked:
        off = dilate(erode(off, 1), 1)
        common = _commonest(picture[~free])
        ground = np.abs(picture.astype(np.int16) - common).max(axis=2) <= 6
        yield _part("The background", picture, off, ground & ~free)
        yield _part("The foreground", picture, off, ~ground & ~free)
        return
    for element in plan.elements:
        mask = mask_of(render, element.id, picture.shape)
        if mask is not None and element.kind not in {"text", "logo", "image"}:
            yield _part(f"The {element.label}", picture, off, (mask > 0) & ~free)


def _inked(element: Element, ink: Array, box: Box, palette: list[str], slack: float) -> Part:
    """A text, which has one colour: in the palette or not."""
    shown = lit_colour(ink)
    thin = LOSSY if len(ink) < THIN else slack
    held = bool((_which(np.array([shown], np.uint8), palette, max(slack, thin)) >= 0)[0])
    return Part(f"“{element.text}”", float(held), box, shown)


def _staged(plan: Plan, render: Render, palette: list[str]) -> Iterator[Part]:
    """The things, and what is printed on them, whose colours the plan names."""
    picture = reduced(render.pixels.array, PIXELS)
    slack = TINTED if plan.light in {"golden hour", "night", "neon"} else 1.0
    free = np.zeros(picture.shape[:2], bool)
    for mark in (one for one in plan.elements if one.kind == "logo"):
        mask = mask_of(render, mark.id, picture.shape)
        free |= dilate(_filled(mask), 2) if mask is not None else False
    for element in plan.elements:
        mask = mask_of(render, element.id, picture.shape)
        if mask is None or not element.colors or element.kind in GROUNDS | (PRINTS - {"label"}):
            continue
        own = erode(mask > 0, 2) & ~free
        if own.sum() < FEW:
            continue
        off = np.zeros(own.shape, bool)
        off[own] = ~_lit(picture[own], palette, slack)
        part = _part(f"The {element.label}", picture, off, own)
        shown = lit_colour(picture[own])
        looks_so = _nearest(shown, palette) <= slack * LOOKS
        yield part if looks_so else Part(part.subject, 0.0, box_of(own), shown)


def _part(subject: str, picture: Array, off: Array, own: Array) -> Part:
    """How much of the pixels that are its `own` (bool) is not `off`, and the largest patch that is."""
    import cv2

    wrong = off & own
    if not wrong.any():
        return Part(subject, 1.0)
    near = cv2.morphologyEx(wrong.astype(np.uint8), cv2.MORPH_CLOSE, np.ones((7, 7), np.uint8))
    _, labels, stats, _ = cv2.connectedComponentsWithStats(near, connectivity=8)
    largest = labels == 1 + int(np.argmax(stats[1:, cv2.CC_STAT_AREA]))
    red, green, blue = np.median(picture[largest & wrong], axis=0)
    return Part(subject, 1 - float(wrong.sum() / own.sum()), box_of(largest), (round(red), round(green), round(blue)))


def _off(picture: Array, palette: list[str], slack: float) -> Array:
    """Which pixels (bool, h × w) are of no colour of the palette, nor on the soft edge between two of them."""
    packed = picture.astype(np.uint32) @ np.array([65536, 256, 1], np.uint32)
    values, where = np.unique(packed, return_inverse=True)
    colours = np.stack([values >> 16, values >> 8 & 255, values & 255], axis=-1).astype(np.uint8)
    which = _which(colours, palette, slack)[where].reshape(packed.shape)
    meeting = np.sum([dilate(which == at, EDGE) for at in np.unique(which[which >= 0])], axis=0)
    off: Array = (which < 0) & (meeting < 2)
    return off


def _which(colours: Array, palette: list[str], slack: float) -> Array:
    """The index of a colour of the palette that each sRGB colour (n, 3) is, (n,); -1 for none."""
    seen = lab_of(colours)
    which = np.full(len(colours), -1, np.int16)
    for at, one in enumerate(palette):
        near = delta_e(seen, lab_of(parse(one) or (0, 0, 0))) <= slack * threshold("colour", "exact")
        which[(near if is_exact(one) else near | fits(seen, one)) & (which < 0)] = at
    return which


def _lit(pixels: Array, palette: list[str], slack: float) -> Array:
    """Which sRGB pixels (n, 3) a paint of the palette would look like in some light."""
    light, seen = linear(pixels), lab_of(pixels)
    found = np.zeros(len(pixels), bool)
    for one in palette:
        paint = linear(np.array(parse(one) or (0, 0, 0), np.float32))
        if np.ptp(paint) < NEUTRAL * max(float(paint.max()), 1e-5):
            amount, sheen = light.mean(axis=1) / max(float(paint.mean()), 1e-3), np.zeros(len(light))
            amount = np.minimum(amount, max(BRIGHT, 0.1 / max(float(paint.mean()), 1e-3)))
        else:
            amount, sheen = (light @ np.linalg.pinv(np.stack([paint, np.ones(3, np.float32)]))).T
            sheen = np.clip(sheen, 0, SHEEN)
            amount = np.clip(((light - sheen[:, None]) @ paint) / float(paint @ paint), 0.02, BRIGHT)
        looks = encoded(amount[:, None] * paint + sheen[:, None])
        found |= delta_e(seen, lab_of(looks)) <= slack * np.interp(amount, (0.5, 0.95), (SHADED, LIT))
    return found


def _nearest(colour: RGB, palette: list[str]) -> float:
    """How far (CIEDE2000) a colour is from the nearest of the palette."""
    return min(float(delta_e(lab_of(colour), lab_of(parse(one) or (0, 0, 0)))) for one in palette)


def _worn_by(plan: Plan, element: Element) -> list[str]:
    """The colours of a logo, which the kit need not name: for a picture that does not say where it stands."""
    files = [r.expected for r in plan.requirements if r.kind == "brand" and r.element == element.id]
    try:
        mark = logo.read(str(files[0])) if files else None
    except BadInput:
        mark = None
    if mark is None:
        return []
    inside = mark.pixels[mark.cover > 0.9]
    _, where, counts = np.unique(inside // 32, axis=0, return_inverse=True, return_counts=True)
    common = np.flatnonzero(counts >= OWN * len(inside))
    medians = [np.median(inside[where == at], axis=0).astype(int).tolist() for at in common]
    return [hex_of((red, green, blue)) for red, green, blue in medians]


def _filled(mask: Array) -> Array:
    """All within the mask's extent (bool): a logo lies on a plate, or shows the ground in its gaps."""
    filled = np.zeros(mask.shape, bool)
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    if len(rows):
        filled[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1] = True
    return filled


def _commonest(pixels: Array) -> Array:
    """The colour that most pixels (n, 3) have, near enough."""
    _, where, counts = np.unique(pixels // 8, axis=0, return_inverse=True, return_counts=True)
    found: Array = np.median(pixels[where == int(np.argmax(counts))], axis=0)
    return found
