"""Recolour: an element takes the colour that was asked for; its light, texture and highlights stay."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast

import numpy as np

from engine.api import Renderer, RunContext
from engine.colour.measure import delta_e
from engine.colour.measure import lab as lab_of
from engine.colour.names import RGB, parse
from engine.composite import Window, box_of, grown, laid_in, soft, window
from engine.errors import EngineFailure
from engine.fixers.clusters import clusters
from engine.fixers.failures import Failure, failures, merged, place
from engine.fixers.ink import lab, split
from engine.fixers.paint import Repaint
from engine.types import Array, Box, Brief, Element, Finding, Fix, Plan, Render, Requirement

EDGE = 0.8
"""Blur of a mask's edge in pixels: as soft as an antialiased edge."""
NEAR, FAR = 9.0, 16.0
"""Lab distances from the paint within which a pixel is surely painted with it, and beyond which surely not."""


class Recolour:
    """Of what is not there, or not as often as asked, no colour is changed: a patch of paint would pass for the thing."""

    id = "recolour"

    def propose(self, plan: Plan, render: Render, findings: Sequence[Finding]) -> list[Fix]:
        absent = {failure.requirement.element for failure in failures(plan, findings, "presence", "count")}
        return merged(
            Fix(
                kind="recolour",
                fixer=self.id,
                answers=(failure.requirement.id,),
                message=f"Shift the colour of the {plan.element(element).label} to {aim}.",
                element=element,
                box=box,
            )
            for failure in failures(plan, findings, "colour", "text", "brand")
            if (element := _painted(plan, render, failure))
            and element not in absent
            and parse(aim := _aim(plan, failure.requirement, element))
            and (box := _painted_box(plan, render, element) or place(plan, render, failure))
        )

    def apply(
        self, fix: Fix, plan: Plan, brief: Brief, render: Render, renderer: Renderer | None, context: RunContext
    ) -> Render:
        target = next((parse(_aim(plan, r, fix.element)) for r in plan.requirements if r.id in fix.answers), None)
        if fix.box is None or target is None:
            raise EngineFailure(f"There is no colour to give to {fix.element!r}.")
        context.progress("recolour", 0.0)
        area = window(fix.box, render.width, render.height)
        pixels = render.pixels.array[area]
        element = plan.element(fix.element)
        if element.kind == "text":
            mask = render.masks[element.id].array[area] > 0 if element.id in render.masks else np.ones(pixels.shape[:2], bool)
            patch, weight = _ink(pixels, mask, target)
        elif element.id in render.masks:
            patch, weight = _surface(plan, render, element, area, target)
        else:
            patch, weight = _object(pixels, target, ground=element.kind == "background")
        context.progress("recolour", 1.0)
        return laid_in(render, patch, fix.box, weight)


def _painted(plan: Plan, render: Render, failure: Failure) -> str:
    """The element whose colour may be wrong; "" where another colour would not help.

    Of a palette that is not kept to it is what lies most in the finding's box, where all of it is off.
    """
    requirement, finding = failure
    if requirement.kind != "brand":
        return requirement.element if requirement.kind == "colour" or _faded(plan, render, failure) else ""
    if not isinstance(requirement.expected, tuple) or finding.box is None or finding.measured:
        return ""
    area = window(finding.box, render.width, render.height)
    known = [one.id for one in plan.elements if one.id in render.masks and one.kind not in {"logo", "image"}]
    return max(known, key=lambda one: int((render.masks[one].array[area] > 0).sum()), default="")


def _faded(plan: Plan, render: Render, failure: Failure) -> bool:
    """Whether light may have taken the contrast: flat artwork was drawn with its inks in full."""
    return failure.reason == "Low contrast" and (plan.kind != "flat" or render.from_disk)


def _aim(plan: Plan, requirement: Requirement, element: str) -> str:
    """The colour that the element should have; "" where nobody said. Faint letters want the ink that was planned, in full;
    what keeps to no palette wants the colour of it that was planned, or the nearest to that.
    """
    if requirement.kind == "colour":
        return str(requirement.expected)
    planned = next(iter(plan.element(element).colors), "") if element else ""
    if isinstance(requirement.expected, tuple) and planned not in requirement.expected and (rgb := parse(planned)):
        known = {str(one): lab_of(other) for one in requirement.expected if (other := parse(str(one)))}
        return min(known, key=lambda one: float(delta_e(known[one], lab_of(rgb))), default="")
    return planned


def _painted_box(plan: Plan, render: Render, element: str) -> Box | None:
    """The box of all that carries the element's colour, with a pixel or two for the soft edge; None without a mask."""
    if element not in render.masks:
        return None
    mask = render.masks[element].array > 0
    for text in _texts_on(plan, render, plan.element(element)):
        mask = mask | (render.masks[text].array > 0)
    return grown(box_of(mask), 3 / render.width, 3 / render.height) if mask.any() else None


def _texts_on(plan: Plan, render: Render, element: Element) -> Iterator[str]:
    """The texts that are written straight on the element; those on nothing are written on the background."""
    for text in plan.texts():
        host = plan.host(text.id)
        if text.id in render.masks and (host.id if host else "background") == element.id:
            yield text.id


def _surface(plan: Plan, render: Render, element: Element, area: Window, target: RGB) -> tuple[Array, Array]:
    """Patch and weight for an element with a mask: where text stands on it, only the ground between the letters changes, and of
    a background only what has its paint, not what is drawn on it."""
    pixels = render.pixels.array[area]
    mask = render.masks[element.id].array[area] > 0
    written = [render.masks[text].array[area] > 0 for text in _texts_on(plan, render, element)]
    lettered = np.logical_or.reduce(written) if written else np.zeros_like(mask)
    if not (mask | lettered).any():
        return pixels, np.zeros(mask.shape, np.float32)
    clean = mask & ~lettered
    repaint = Repaint.to(target, pixels[_without_edge(clean if clean.any() else mask | lettered)])
    patch = repaint(pixels)
    for text in (one for one in written if one.any()):
        spot = window(grown(box_of(text), 0.01, 0.01), text.shape[1], text.shape[0])
        parts = split(pixels[spot], text[spot])
        bare = (1 - parts.coverage)[..., None]
        letters = pixels[spot] + bare * (repaint(parts.ground) - parts.ground)
        patch[spot] = np.where((text[spot] & ~parts.known)[..., None], letters, patch[spot])
    if element.kind == "background":
        return patch, soft(np.maximum(mask * _with_edge(_share(repaint.unlike(pixels))), lettered), EDGE)
    return patch, soft(mask | lettered, EDGE)


def _share(away: Array) -> Array:
    """How surely, 0..1, pixels so far (Lab distance) from the paint are painted with it."""
    return np.clip((FAR - away) / (FAR - NEAR), 0, 1).astype(np.float32)


def _with_edge(weight: Array) -> Array:
    """The weight also of the pixels beside, where colours mix."""
    import cv2

    return cast(Array, cv2.dilate(weight, np.ones((3, 3), np.uint8)))


def _ink(pixels: Array, inside: Array, target: RGB) -> tuple[Array, Array]:
    """Patch and weight for letters: their ink is exchanged as far as it covers the ground."""
    parts = split(pixels, inside)
    if parts.ink is None:
        return pixels, np.zeros(inside.shape, np.float32)
    covered = parts.coverage > 0.9 if (parts.coverage > 0.9).sum() > 8 else parts.coverage > 0.5
    repaint = Repaint.to(target, pixels[covered])
    moved = np.where((parts.coverage > 0.9)[..., None], repaint(pixels) - pixels, repaint(parts.ink) - parts.ink)
    return pixels + parts.coverage[..., None] * moved, (parts.coverage > 0.02).astype(np.float32)


def _object(pixels: Array, target: RGB, *, ground: bool) -> tuple[Array, Array]:
    """Patch and weight for an object without a mask: the colour region of the box that is nearest to the target, grown softly.
    Of a `ground` it is the region that lies along most of the box's border.

    Membership follows the paint through light and shade, and only through regions that touch a sure one.
    """
    import cv2

    colours = lab(pixels)
    seed, foreign = _object_colour(colours, lab(np.array(target, np.float32).reshape(1, 1, 3))[0, 0], ground)
    near = np.linalg.norm(colours - seed, axis=2) < NEAR
    repaint = Repaint.to(target, pixels[near])
    for _ in range(2):
        away = np.where(foreign, FAR, cv2.GaussianBlur(repaint.unlike(pixels), (0, 0), 0.7))
        repaint = Repaint.to(target, pixels[near | (away < NEAR)])
    weight = _share(away)
    count, regions, sizes, _ = cv2.connectedComponentsWithStats((weight > 0).astype(np.uint8), connectivity=4)
    sure = np.bincount(regions[near], minlength=count) > 0.08 * sizes[:, cv2.CC_STAT_AREA]
    sure[0] = False
    weight = _with_edge(np.where(sure[regions], weight, 0).astype(np.float32))
    return repaint(pixels), soft(weight, EDGE)


def _object_colour(colours: Array, aim: Array, ground: bool) -> tuple[Array, Array]:
    """The Lab colour (3,) that is likeliest the object's, and which pixels (h, w) have that of its surroundings.

    An off-brand colour is near its brand, and a colour that lies along the border and not in the middle is the surroundings'.
    """
    import cv2

    height, width = colours.shape[:2]
    labels, centres = clusters(colours.reshape(-1, 3), 5)
    labels = labels.reshape(height, width)
    ring = np.concatenate([labels[0], labels[-1], labels[:, 0], labels[:, -1]])
    middle = labels[height // 4 : height - height // 4, width // 4 : width - width // 4]
    every, on_ring, within = (np.bincount(part.ravel(), minlength=len(centres)) / part.size for part in (labels, ring, middle))
    if ground:
        return centres[int(np.argmax(on_ring))], np.zeros((height, width), bool)
    far = np.linalg.norm((centres - aim) * (0.5, 1, 1), axis=1) / 100
    cost = np.where(every >= min(0.1, every.max()), far + np.maximum(on_ring - within, 0), np.inf)
    chosen = int(np.argmin(cost))
    around = [k for k in range(len(centres)) if on_ring[k] > within[k] + 0.1 and k != chosen]
    shade = np.zeros((height, width), np.uint8)
    for k in around:
        shade[np.linalg.norm(colours - centres[k], axis=2) < NEAR / 2] = 1
    regions = cv2.connectedComponents(shade)[1]
    edge = np.concatenate([regions[0], regions[-1], regions[:, 0], regions[:, -1]])
    return centres[chosen], np.isin(regions, edge[edge > 0])


def _without_edge(mask: Array) -> Array:
    """The mask less two pixels at its edge, where colours mix; the mask itself where nothing would be left."""
    import cv2

    inner = cv2.erode(mask.astype(np.uint8), np.ones((5, 5), np.uint8)) > 0
    return cast(Array, inner) if inner.sum() > 20 else mask
