"""Restage: the plan itself is edited (size of a text, camera, light, ink that nobody asked for) and rendered anew."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from engine.api import Renderer, RunContext
from engine.colour.measure import contrast
from engine.colour.names import RGB, hex_of, parse
from engine.errors import EngineFailure
from engine.fixers.composite import window
from engine.fixers.failures import FROM_DISK, Failure, failures, merged, place
from engine.fixers.ink import split
from engine.layout import flat_boxes
from engine.staging import boxes
from engine.types import Box, Brief, Element, Finding, Fix, Light, Plan, Render

READABLE = 4.5
"""WCAG contrast of body text."""
LIGHTS: dict[Light, Light] = {"studio": "soft", "soft": "studio"}
"""The lights that may be exchanged: any other was asked for."""

Edit = tuple[str, Plan]


class Restage:
    """Requirements stay as they are, but for the planned boxes of what moves with the edit."""

    id = "restage"

    def propose(self, plan: Plan, render: Render, findings: Sequence[Finding]) -> list[Fix]:
        if render.renderer == FROM_DISK:
            return []
        return merged(
            Fix(kind="restage", fixer=self.id, answers=(failure.requirement.id,), message=message, plan=edited)
            for failure in failures(plan, findings, "text", "colour", "presence", "count", "position", "framing")
            for message, edit in _edits(plan, render, failure)
            if (edited := _with_true_boxes(plan, edit, render.seed)) != plan
        )

    def apply(
        self, fix: Fix, plan: Plan, brief: Brief, render: Render, renderer: Renderer | None, context: RunContext
    ) -> Render:
        if renderer is None or fix.plan is None:
            raise EngineFailure("An edited plan needs a renderer.")
        return renderer.render(fix.plan, brief, render.seed, context)


def _edits(plan: Plan, render: Render, failure: Failure) -> Iterator[Edit]:
    """Edits that may cure the failure, the gentlest first."""
    requirement = failure.requirement
    if requirement.kind == "colour":
        yield from _light(plan)
    elif requirement.kind != "text":
        yield from _reframed(plan, requirement.element, cut_off=requirement.kind == "framing")
    elif requirement.element and failure.reason == "Low contrast":
        yield from _ink(plan, render, failure)
        yield from _light(plan)
    elif requirement.element:
        yield from _larger(plan, plan.element(requirement.element))


def _larger(plan: Plan, text: Element) -> Iterator[Edit]:
    """The text larger on what carries it; in a scene also nearer and facing the camera."""
    for factor in (1.4, 1.8):
        yield f"Set “{text.text}” {factor:g} times as large.", _scaled(plan, text, factor)
    if plan.kind != "scene":
        return
    camera = plan.camera
    if not _asks(plan, "view") and abs(camera.azimuth) > 3:
        yield "Turn the text to the camera.", plan.replace(camera=camera.replace(azimuth=camera.azimuth / 2))
        yield "Turn the text straight to the camera.", plan.replace(camera=camera.replace(azimuth=0.0))
    yield from _zoomed(plan, 1.25, "Come closer.")
    if host := _carrier(plan, text):
        yield f"Make the {host.label} larger.", _scaled(plan, host, 1.4)


def _reframed(plan: Plan, element_id: str, *, cut_off: bool) -> Iterator[Edit]:
    """Room for what is cut off, hidden or miscounted: from farther off, smaller, seen from higher up."""
    if plan.kind == "scene":
        yield from _zoomed(plan, 0.85, "Step back.")
        if not cut_off and not _asks(plan, "view") and plan.camera.elevation <= 60:
            higher = plan.camera.replace(elevation=plan.camera.elevation + 15)
            yield "Look from higher up, so that nothing is hidden.", plan.replace(camera=higher)
        yield from _zoomed(plan, 0.7, "Step farther back.")
    if element_id:
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


def _laid_out(plan: Plan, seed: int) -> dict[str, Box]:
    if plan.kind == "scene":
        return boxes(plan)
    return flat_boxes(plan.canvas, plan.elements, seed) if plan.kind == "flat" else {}


def _same(one: Box, other: Box) -> bool:
    return max(abs(a - b) for a, b in zip(one, other, strict=True)) < 0.02
