"""Pictures made for the critics' tests: posters set in real fonts and shaded things on a ground, with exact masks."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from engine.api import Critic
from engine.canvas import ASPECTS
from engine.colour.names import RGB, parse
from engine.critics.flaws import Flaw, flaws
from engine.planners.grammar import Grammar
from engine.renderers.studio import Studio
from engine.thresholds import threshold
from engine.types import (
    Array,
    Box,
    Brief,
    Canvas,
    Element,
    Expected,
    Finding,
    Plan,
    Raster,
    Relation,
    Render,
    Requirement,
    RequirementKind,
)
from engine.typography.fonts import Style, face
from engine.typography.setting import fit
from tests.fakes import Silent


@dataclass(frozen=True)
class Words:
    """A text of a poster: its id, string, box, ink colour, style and weight."""

    id: str
    text: str
    box: Box
    ink: str = "dark brown"
    style: Style = "sans"
    weight: int = 600
    lines: int = 3


BAKERY = (
    Words("headline", "FRESH BREAD DAILY", (0.1, 0.1, 0.9, 0.6)),
    Words("subtitle", "from 6:30 am", (0.1, 0.75, 0.6, 0.8), weight=400, lines=1),
)


def poster(
    words: tuple[Words, ...] = BAKERY, ground: str = "cream", width: int = 480, height: int = 640
) -> tuple[Plan, Render]:
    """Flat artwork with masks, tight to the ink of the set text, and every requirement a planner would write for it."""
    pixels = np.full((height, width, 3), _rgb(ground), np.float32)
    masks: dict[str, Raster] = {}
    free = np.ones((height, width), np.uint8)
    for one in words:
        x0, y0, x1, y1 = (round(value * side) for value, side in zip(one.box, (width, height) * 2, strict=True))
        chosen = face(one.text, style=one.style, weight=one.weight)
        block = fit(one.text, chosen, x1 - x0, y1 - y0, max_lines=one.lines, align="left")
        cover = block.mask[..., None] / 255
        pixels[y0:y1, x0:x1] = pixels[y0:y1, x0:x1] * (1 - cover) + np.array(_rgb(one.ink)) * cover
        mask = np.zeros((height, width), np.uint8)
        left, top, right, bottom = block.ink
        mask[y0 + top : y0 + bottom, x0 + left : x0 + right] = 1
        free[mask > 0] = 0
        masks[one.id] = Raster(mask)
    masks["background"] = Raster(free)
    elements = [Element(id="background", label="background", kind="background", colors=(ground,))]
    requirements = [Requirement(id="size", kind="size", expected=(width, height)), requirement("text", "", "", "stray")]
    for one in words:
        elements.append(Element(id=one.id, label="headline", kind="text", text=one.text, box=one.box, colors=(one.ink,)))
        requirements.append(requirement("text", one.id, one.text, "exact"))
        requirements.append(requirement("colour", one.id, one.ink, "exact" if one.ink.startswith("#") else "named"))
        requirements.append(requirement("framing", one.id, one.box, "overlap"))
    requirements.append(requirement("colour", "background", ground, "exact" if ground.startswith("#") else "named"))
    requirements.append(requirement("artifact", "", None, "score"))
    canvas = Canvas(width=width, height=height, aspect=ASPECTS[0], size="512")
    plan = Plan(canvas=canvas, kind="flat", elements=tuple(elements), requirements=tuple(requirements))
    return plan, Render(renderer="studio", pixels=Raster(np.rint(pixels).astype(np.uint8)), masks=masks)


def without_a_part() -> tuple[Array, int]:
    """The poster's pixels without a quarter of the first letter of its headline, and where that begins on the left."""
    pixels = poster()[1].pixels.array.copy()
    rows, columns = np.nonzero(pixels[:, :, 0] < 120)
    first = rows < rows.min() + 70
    left, top, bottom = int(columns[first].min()), int(rows[first].min()), int(rows[first].max())
    pixels[bottom - (bottom - top) // 4 : bottom + 2, left - 2 : left + 40] = pixels[0, 0]
    return pixels, left


@dataclass(frozen=True)
class Thing:
    """A shaded thing: "sphere" or "cube" (a square with a lit and a shaded half) of a colour, centre and radius in 0..1."""

    id: str
    kind: str
    colour: str
    centres: tuple[tuple[float, float], ...]
    radius: float = 0.1


def still_life(things: tuple[Thing, ...], relations: tuple[Relation, ...] = (), side: int = 400) -> tuple[Plan, Render]:
    """Things on a soft grey ground with a horizon, with masks and the requirements a planner would write."""
    rows = np.mgrid[0:side, 0:side][0] / side
    shade = np.where(rows < 0.45, 0.8 - 0.15 * rows, 0.62 + 0.2 * rows)
    pixels = (shade[..., None] * np.array([236, 234, 230])).astype(np.float32)
    pixels += np.random.default_rng(7).normal(0, 0.8, pixels.shape).astype(np.float32)
    floor = (rows >= 0.45).astype(np.uint8)
    masks: dict[str, Array] = {"upper": 1 - floor, "lower": floor}
    for thing in things:
        mask = np.zeros((side, side), np.uint8)
        for index, (x, y) in enumerate(thing.centres, 1):
            paint(pixels, mask, thing, x, y, index)
        masks[thing.id] = mask
    grounds = tuple(Element(id=name, label="backdrop", kind="backdrop") for name in ("upper", "lower"))
    elements = grounds + tuple(
        Element(id=t.id, label=t.kind, kind=t.kind, count=len(t.centres), colors=(t.colour,), box=_around(t)) for t in things
    )
    requirements = [requirement("artifact", "", None, "score")]
    for thing in things:
        requirements.append(requirement("presence", thing.id, thing.kind, "seen"))
        requirements.append(requirement("count", thing.id, len(thing.centres), "off"))
        requirements.append(requirement("colour", thing.id, thing.colour, "exact" if thing.colour.startswith("#") else "named"))
        requirements.append(requirement("framing", thing.id, _around(thing), "overlap"))
    for at, relation in enumerate(relations):
        expected = (relation.relation, relation.object)
        requirements.append(requirement("position", relation.subject, expected, "margin").replace(id=f"position-{at}"))
    canvas = Canvas(width=side, height=side, aspect="1:1", size="512")
    plan = Plan(canvas=canvas, kind="scene", elements=elements, relations=relations, requirements=tuple(requirements))
    rasters = {name: Raster(mask) for name, mask in masks.items()}
    return plan, Render(renderer="studio", pixels=Raster(np.clip(pixels, 0, 255).astype(np.uint8)), masks=rasters)


def paint(pixels: Array, mask: Array, thing: Thing, x: float, y: float, index: int) -> None:
    """One thing painted into float pixels (h, w, 3) and its mask, lit from the upper left."""
    side = pixels.shape[0]
    rows, columns = np.mgrid[0:side, 0:side] / side
    across, down = (columns - x) / thing.radius, (rows - y) / thing.radius
    if thing.kind == "sphere":
        inside = across**2 + down**2 <= 1
        depth = np.sqrt(np.clip(1 - across**2 - down**2, 0, 1))
        light = np.clip(-0.45 * across - 0.55 * down + 0.7 * depth, 0, 1) * 0.75 + 0.22
    else:
        inside = np.maximum(np.abs(across), np.abs(down)) <= 1
        light = np.where(across < 0.2, 0.95, 0.5) - 0.04 * down
    linear = (np.array(_rgb(thing.colour)) / 255) ** 2.2
    colour = 255 * np.clip(linear * light[..., None], 0, 1) ** (1 / 2.2)
    pixels[inside] = colour[inside]
    mask[inside] = index


def requirement(kind: RequirementKind, element: str, expected: Expected, limit: str) -> Requirement:
    return Requirement(
        id=f"{kind}:{element}" if element else kind,
        kind=kind,
        element=element,
        expected=expected,
        threshold=threshold(kind, limit),
    )


def judged(critic: Critic, plan: Plan, render: Render) -> dict[str, Finding]:
    """The critic's findings by requirement, for all requirements of its kinds."""
    asked = [one for one in plan.requirements if one.kind in critic.kinds]
    return {finding.requirement: finding for finding in critic.check(plan, asked, render, Silent())}


def changed(render: Render, pixels: Array, **changes: dict[str, Raster]) -> Render:
    """The render with other pixels."""
    return render.replace(pixels=Raster(np.ascontiguousarray(pixels)), **changes)


def unmasked(render: Render) -> Render:
    return render.replace(renderer="file", masks={})


def _rgb(colour: str) -> RGB:
    found = parse(colour)
    assert found is not None
    return found


def _around(thing: Thing) -> Box:
    xs, ys = zip(*thing.centres, strict=True)
    r = thing.radius
    return max(0.0, min(xs) - r), max(0.0, min(ys) - r), min(1.0, max(xs) + r), min(1.0, max(ys) + r)


def staged(prompt: str) -> Array:
    """What the studio draws of the prompt at 320 × 320."""
    brief = Brief(prompt=prompt, aspect="1:1", size="512", quality="fast")
    plan = Grammar().plan(brief)
    plan = plan.replace(canvas=plan.canvas.replace(width=320, height=320))
    return Studio().render(plan, brief, 7, Silent()).pixels.array


def flaw(kind: str, picture: Array) -> Flaw:
    """The likeliest place of a kind of damage, by the limits of any picture."""
    return next(one for one in flaws(picture, None, "pictures", Silent()) if one.kind == kind)


def lighter(picture: Array, step: object, top: int, left: int, bottom: int, right: int) -> Array:
    """The picture with a step (levels, one or three) in a box."""
    after = picture.astype(int)
    after[top:bottom, left:right] += np.asarray(step)
    return np.asarray(np.clip(after, 0, 255), np.uint8)


def smaller(picture: Array) -> Array:
    """The picture at three quarters of its size."""
    return np.asarray(cv2.resize(picture, None, fx=0.75, fy=0.75, interpolation=cv2.INTER_AREA))
