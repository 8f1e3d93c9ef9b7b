"""Restage: the plan itself is edited (size of a text, camera, light, ink that nobody asked for) and rendered anew."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from math import ceil

import numpy as np

from engine.api import Renderer, RunContext
from engine.colour.measure import contrast
from engine.colour.names import RGB, hex_of, parse
from engine.composite import area, window
from engine.errors import EngineFailure
from engine.fixers.failures import Failure, failures, merged, place
from engine.fixers.ink import split
from engine.layout import flat_boxes
from engine.staging import boxes
from engine.types import Box, Brief, Element, Finding, Fix, Light, Plan, Render

READABLE = 4.5
"""WCAG contrast of body text."""
GROWN = 1.1
"""An edit that is to make a text larger must make its planned area so much larger."""
LIGHTS: dict[Light, Light] = {"studio": "soft", "soft": "studio"}
"""The lights that may be exchanged: any other was asked for."""

Edit = tuple[str, Plan]


class Restage:
    """Requirements stay as they are, but for the planned boxes of what moves with the edit."""

    id = "restage"

    def propose(self, plan: Plan, render: Render, findings: Sequence[Finding]) -> list[Fix]:
        if render.from_disk:
            return []
        discoloured = {failure.requirement.element for failure in failures(plan, findings, "colour")}
        return merged(
            Fix(kind="restage", fixer=self.id, answers=(failure.requirement.id,), message=message, plan=edited)
            for failure in failures(plan, findings, "text", "colour", "presence", "count", "position", "framing")
            for message, edit in _edits(plan, render, failure, discoloured)
            if (edited := _with_true_boxes(plan, edit, render.seed)) != plan
        )

    def apply(
        self, fix: Fix, plan: Plan, brief: Brief, render: Render, renderer: Renderer | None, context: RunContext
    ) -> Render:
        if renderer is None or fix.plan is None:
            raise EngineFailure("An edited plan needs a renderer.")
        return renderer.render(fix.plan, brief, render.seed, context)


def _edits(plan: Plan, render: Render, failure: Failure, discoloured: Collection[str]) -> Iterator[Edit]:
    """Edits that may cure the failure, the gentlest first; no other ink for a ground that has not its own colour."""
    requirement = failure.requirement
    if requirement.kind == "colour":
        yield from _light(plan)
    elif requirement.kind != "text":
        yield from _reframed(plan, requirement.element, render.seed, cut_off=requirement.kind == "framing")
    elif requirement.element and failure.reason == "Low contrast":
        host = plan.host(requirement.element)
        if (host.id if host else "background") not in discoloured:
            yield from _ink(plan, render, failure)
        yield from _light(plan)
        yield from _aside(plan)
    elif requirement.element and failure.reason == "Too small":
        measured = failure.finding.measured
        need = failure.finding.threshold / measured if isinstance(measured, float) and measured > 0 else 1.4
        yield from _larger(plan, plan.element(requirement.element), need, render.seed)
    elif requirement.element:
        text = plan.element(requirement.element)
        yield from _turned(plan, text, render.seed)
        yield from _aside(plan)
        yield from _light(plan)
        yield from _larger(plan, text, 1.4, render.seed)


def _larger(plan: Plan, text: Element, need: float, seed: int) -> Iterator[Edit]:
    """The text `need` times as large with room to spare: on what carries it, or seen from nearer, or on a larger thing."""
    enough = ceil(10 * min(max(1.1 * need, 1.1), 4.0)) / 10
    was = _laid_out(plan, seed).get(text.id, text.box)
    for factor in (enough, round(1.4 * enough, 1)):
        edited = _scaled(plan, text, factor)
        if area(_laid_out(edited, seed).get(text.id, was)) > GROWN * area(was):
            yield f"Set “{text.text}” {factor:g} times as large.", edited
    if plan.kind != "scene":
        return
    yield from _zoomed(plan, enough, "Come closer.")
    yield from _turned(plan, text, seed)
    if (host := _carrier(plan, text)) and not host.placed:
        yield f"Make the {host.label} larger.", _scaled(plan, host, 1.4)


def _turned(plan: Plan, text: Element, seed: int) -> Iterator[Edit]:
    """The camera brought round to the front, where it then sees more of the text and nobody asked for the view."""
    camera = plan.camera
    if plan.kind != "scene" or _asks(plan, "view"):
        return
    was = _laid_out(plan, seed)[text.id]
    for message, share in (("Turn the text to the camera.", 0.5), ("Turn the text straight to the camera.", 0.0)):
        edited = plan.replace(camera=camera.replace(azimuth=round(share * camera.azimuth, 2)))
        if area(_laid_out(edited, seed)[text.id]) > GROWN * area(was):
            yield message, edited


def _aside(plan: Plan) -> Iterator[Edit]:
    """The camera moved off a highlight: a reflection leaves its place as the camera leaves its own."""
    if plan.kind == "scene" and not _asks(plan, "view"):
        camera = plan.camera
        side = -15.0 if camera.azimuth > 0 else 15.0
        for azimuth, elevation in ((camera.azimuth + side, camera.elevation), (camera.azimuth, camera.elevation + 12)):
            if elevation <= 75:
                moved = camera.replace(azimuth=azimuth, elevation=elevation)
                yield "Move the camera off the highlight.", plan.replace(camera=moved)


def _reframed(plan: Plan, element_id: str, seed: int, *, cut_off: bool) -> Iterator[Edit]:
    """Room for what is cut off, hidden or miscounted: from farther off, seen from higher up, smaller."""
    if plan.kind == "scene":
        for factor in (0.85, 0.7, 0.55, 0.4):
            for message, edited in _zoomed(plan, factor, "Step back."):
                if not cut_off or _whole(_laid_out(edited, seed).get(element_id)):
                    yield message, edited
        if not cut_off and not _asks(plan, "view") and plan.camera.elevation <= 60:
            higher = plan.camera.replace(elevation=plan.camera.elevation + 15)
            yield "Look from higher up, so that nothing is hidden.", plan.replace(camera=higher)
    if element_id and not plan.element(element_id).placed:
        element = plan.element(element_id)
        for factor in (0.85, 0.7):
            yield f"Make the {element.label} smaller.", _scaled(plan, element, factor)


def _light(plan: Plan) -> Iterator[Edit]:
    if plan.kind == "scene" and plan.light in LIGHTS:
        light = LIGHTS[plan.light]
        yield f"Light the scene with {light} light.", plan.replace(light=light)


def _ink(plan: Plan, render: Render, failure: Failure) -> Iterator[Edit]:
    """The text in a darker or lighter shade of its ink, then in black or white; nothing where its ink was asked for."""
    text = plan.element(failure.requirement.element)
    box = place(plan, render, failure)
    if box is None or any(one.kind == "colour" and one.element == text.id for one in plan.requirements):
        return
    pixels = render.pixels.array[window(box, render.width, render.height)]
    middle = np.median(split(pixels, np.ones(pixels.shape[:2], bool)).ground.reshape(-1, 3), axis=0)
    ground = (int(middle[0]), int(middle[1]), int(middle[2]))
    end = max(((0, 0, 0), (255, 255, 255)), key=lambda one: contrast(one, ground))
    palettes = [r.expected for r in plan.requirements if r.kind == "brand" and isinstance(r.expected, tuple)]
    for colour in (str(one) for palette in palettes for one in palette):
        if (rgb := parse(colour)) and contrast(rgb, ground) >= READABLE and (colour,) != text.colors:
            yield f"Print “{text.text}” in {colour}.", plan.with_element(text.replace(colors=(colour,)))
    ink = parse(text.colors[0]) if text.colors else None
    steps: list[RGB] = [_mixed(ink, end, share / 10) for share in range(1, 10)] if ink else []
    shade = next((one for one in steps if contrast(one, ground) >= READABLE), None)
    if shade:
        yield f"Print “{text.text}” in a stronger shade.", plan.with_element(text.replace(colors=(hex_of(shade),)))
    name = "black" if end == (0, 0, 0) else "white"
    yield f"Print “{text.text}” in {name}.", plan.with_element(text.replace(colors=(name,)))


def _mixed(one: RGB, other: RGB, share: float) -> RGB:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def _scaled(plan: Plan, element: Element, factor: float) -> Plan:
    return plan.with_element(element.replace(scale=round(min(max(element.scale * factor, 0.05), 20), 4)))


def _zoomed(plan: Plan, factor: float, message: str) -> Iterator[Edit]:
    zoom = round(plan.camera.zoom * factor, 4)
    if 0.2 <= zoom <= 4:
        yield message, plan.replace(camera=plan.camera.replace(zoom=zoom))


def _carrier(plan: Plan, text: Element) -> Element | None:
    """The object that a text stands on, past any label between them."""
    host = plan.host(text.id)
    while host is not None and host.kind == "label":
        host = plan.host(host.id)
    return host


def _asks(plan: Plan, kind: str) -> bool:
    return any(requirement.kind == kind for requirement in plan.requirements)


def _with_true_boxes(plan: Plan, edited: Plan, seed: int) -> Plan:
    """The edited plan with the boxes that follow from the edit, and its framing asked for there.

    An element whose box is not where the layout had put it was placed by a person, and stays.
    """
    was, now = _laid_out(plan, seed), _laid_out(edited, seed)
    moved = {name: box for name, box in now.items() if name in was and _same(plan.element(name).box, was[name])}
    elements = tuple(one.replace(box=moved[one.id]) if one.id in moved else one for one in edited.elements)
    requirements = tuple(
        one.replace(expected=moved[one.element]) if one.kind == "framing" and one.element in moved else one
        for one in edited.requirements
    )
    return edited.replace(elements=elements, requirements=requirements)


def _whole(box: Box | None) -> bool:
    """Whether the box, which is clipped to the picture, stands clear of its borders; so does what has none."""
    return box is None or (min(box[:2]) > 0.01 and max(box[2:]) < 0.99)


def _laid_out(plan: Plan, seed: int) -> dict[str, Box]:
    if plan.kind == "scene":
        return boxes(plan)
    return flat_boxes(plan.canvas, plan.elements, seed) if plan.kind == "flat" else {}


def _same(one: Box, other: Box) -> bool:
    return max(abs(a - b) for a, b in zip(one, other, strict=True)) < 0.02
