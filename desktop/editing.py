"""Edits of a plan by hand: its requirements follow, so that what was asked is what will be checked. No Qt here."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import cast

import numpy as np

from engine import staging
from engine.colour import names
from engine.thresholds import threshold
from engine.types import Array, Box, Camera, Element, Expected, Light, Note, Plan, Relation, Requirement
from engine.vocabulary import LIGHTS, MATERIALS

MISSED = 0.025
"""A box that is reached to this share of the picture is reached."""
GROUNDLESS = frozenset({"background", "table", "floor", "wall", "backdrop", "shelf"})
"""What fills a scene from edge to edge, and so has no place of its own."""
_QUOTED = re.compile(r"[\"“„«‘']([^\"”“»’']+)[\"”“»’']")


def with_element(plan: Plan, element: Element) -> Plan:
    """The plan with the element of that id exchanged, and its requirements asking for what it is now."""
    old = plan.element(element.id)
    if element.placed and element.scale != old.scale:
        element = element.replace(box=_grown(old.box, element.scale / old.scale))
    plan = plan.with_element(element)
    kept = [
        r for r in plan.requirements if not (r.element == element.id and r.kind == "colour" and old.colors != element.colors)
    ]
    kept = [r.replace(expected=_expected(r, element)) if r.element == element.id else r for r in kept]
    if old.colors != element.colors:
        kept += [_colour(element.id, colour, n) for n, colour in enumerate(element.colors, 1)]
    if old.count != element.count and not any(r.kind == "count" and r.element == element.id for r in kept):
        kept.append(
            Requirement(
                id=f"count:{element.id}",
                kind="count",
                element=element.id,
                expected=element.count,
                threshold=threshold("count", "off"),
            )
        )
    return plan.replace(requirements=tuple(kept))


def restaged(plan: Plan) -> Plan:
    """The plan with every box where its scene, as edited, puts it; flat artwork keeps the boxes it has."""
    if plan.kind != "scene":
        return plan
    places = staging.boxes(plan)
    elements = tuple(e.replace(box=places.get(e.id, e.box)) for e in plan.elements)
    return _framed(plan.replace(elements=elements))


def with_box(plan: Plan, element: str, box: Box) -> Plan:
    """The plan with one box moved or resized; in a scene the staging follows it as nearly as it can.

    A relation that no longer holds is no longer asked for, and a note says so.
    """
    moved = plan.element(element).replace(box=box)
    if plan.kind != "scene":
        return _framed(plan.with_element(moved))
    if moved.kind in GROUNDLESS:
        return plan
    edited = plan.with_element(moved.replace(placed=True))
    left = set(staging.broken(edited)) - set(staging.broken(plan))
    gone = [r for r in plan.requirements if r.kind == "position" and (r.element, r.expected) in {_place(one) for one in left}]
    notes = tuple(Note(kind="contradiction", message=_left(plan, r), span=r.span) for r in gone)
    requirements = tuple(r for r in plan.requirements if r not in gone)
    return restaged(edited.replace(requirements=requirements, notes=(*plan.notes, *notes)))


def _place(relation: Relation) -> tuple[str, tuple[str, str]]:
    return relation.subject, (relation.relation, relation.object)


def _left(plan: Plan, requirement: Requirement) -> str:
    relation, other = cast(tuple[str, str], requirement.expected)
    names = f"the {plan.element(requirement.element).label} is no longer {relation} the {plan.element(other).label}"
    return f"Moved by hand, {names}: that is not asked for any more."


def missed(plan: Plan, element: str, box: Box) -> bool:
    """Whether the element is only near where its box was put; that a thing keeps its proportions is no miss."""
    return staging.missed(plan.element(element).box, box) > MISSED


def with_text(plan: Plan, text: str, box: Box) -> tuple[Plan, str]:
    """The plan with one more text and its requirement, and the id of that text."""
    taken = {element.id for element in plan.elements}
    name = next(f"text-{n}" for n in range(1, len(taken) + 2) if f"text-{n}" not in taken)
    element = Element(id=name, label="body", kind="text", text=text, box=box)
    asked = Requirement(id=f"text:{name}", kind="text", element=name, expected=text, threshold=threshold("text", "exact"))
    return plan.replace(elements=(*plan.elements, element), requirements=(*plan.requirements, asked)), name


def with_camera(plan: Plan, camera: Camera) -> Plan:
    """The plan seen from elsewhere; the view becomes a requirement."""
    view = (camera.azimuth, camera.elevation, camera.roll)
    asked = Requirement(id="view", kind="view", expected=view, threshold=threshold("view", "degrees"), hard=False)
    others = tuple(r for r in plan.requirements if r.kind != "view")
    return restaged(plan.replace(camera=camera, requirements=(*others, asked)))


def _grown(box: Box, factor: float) -> Box:
    """The box so many times as large about the middle of its foot, as far as the canvas goes."""
    x0, y0, x1, y1 = box
    middle, half = (x0 + x1) / 2, (x1 - x0) / 2 * factor
    return max(0.0, middle - half), max(0.0, y1 - (y1 - y0) * factor), min(1.0, middle + half), y1


def _framed(plan: Plan) -> Plan:
    boxes = {e.id: e.box for e in plan.elements}
    return plan.replace(
        requirements=tuple(r.replace(expected=boxes[r.element]) if r.kind == "framing" else r for r in plan.requirements)
    )


def _expected(requirement: Requirement, element: Element) -> Expected:
    following: dict[str, Expected] = {
        "text": element.text,
        "count": element.count,
        "presence": element.label,
        "framing": element.box,
    }
    return following.get(requirement.kind, requirement.expected)


def _colour(element: str, colour: str, number: int) -> Requirement:
    limit = threshold("colour", "exact" if names.is_exact(colour) else "named")
    suffix = "" if number == 1 else f"-{number}"
    return Requirement(id=f"colour:{element}{suffix}", kind="colour", element=element, expected=colour, threshold=limit)


@dataclass(frozen=True)
class Amended:
    """A plan changed by words, and what of the words was understood."""

    plan: Plan
    understood: tuple[str, ...]


def amended(plan: Plan, element: str, words: str) -> Amended:
    """What “dark red”, “wooden”, “OPEN” in quotes, “bigger” or “at sunset” mean for one element of the plan."""
    target = plan.element(element)
    understood: list[str] = []
    if quoted := _QUOTED.search(words):
        text = next((e for e in plan.texts() if e.id == element or plan.host(e.id) == target), None)
        if text is not None:
            plan = with_element(plan, text.replace(text=quoted[1]))
            target = plan.element(element)
            understood.append(f"“{quoted[1]}”")
        words = words.replace(quoted[0], " ")
    tokens = re.findall(r"#[0-9a-fA-F]{3,6}|[\w-]+", words.lower())
    if colour := _longest(tokens, lambda phrase: phrase if names.parse(phrase) else None):
        target = target.replace(colors=(colour, *target.colors[1:]))
        understood.append(colour)
    if (material := _longest(tokens, MATERIALS.get)) and target.kind not in {"text", "background"}:
        target = target.replace(material=material)
        understood.append(material)
    for step, factor in (("bigger", 1.25), ("larger", 1.25), ("smaller", 0.8)):
        if step in tokens:
            target = target.replace(scale=target.scale * factor)
            understood.append(step)
    plan = with_element(plan, target)
    if light := _longest(tokens, LIGHTS.get):
        plan = plan.replace(light=cast(Light, light))
        understood.append(light)
    return Amended(plan, tuple(understood))


def _longest(tokens: Sequence[str], read: Callable[[str], str | None]) -> str | None:
    for length in range(min(4, len(tokens)), 0, -1):
        for first in range(len(tokens) - length + 1):
            if found := read(" ".join(tokens[first : first + length])):
                return found
    return None


def differing(asked: str, read: str) -> tuple[tuple[tuple[str, bool], ...], tuple[tuple[str, bool], ...]]:
    """Both strings in pieces, each marked True where it differs from the other."""
    one, other = [], []
    for what, a0, a1, b0, b1 in SequenceMatcher(None, asked, read, autojunk=False).get_opcodes():
        one += [(asked[a0:a1], what != "equal")] if a1 > a0 else []
        other += [(read[b0:b1], what != "equal")] if b1 > b0 else []
    return tuple(one), tuple(other)


def box_mask(box: Box, width: int, height: int) -> Array:
    """The box as a selection, uint8 (h, w)."""
    mask = np.zeros((height, width), np.uint8)
    x0, y0, x1, y1 = box
    mask[int(y0 * height) : math.ceil(y1 * height), int(x0 * width) : math.ceil(x1 * width)] = 255
    return mask
