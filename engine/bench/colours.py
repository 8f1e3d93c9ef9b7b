"""Faults of colour: exact colours off by a known difference, and named ones exchanged for others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

import numpy as np

from engine.bench.fault import Fault
from engine.bench.subjects import Subject, broken, drawn, flat, staged
from engine.colour.measure import delta_e, lab
from engine.colour.names import RGB, hex_of, parse
from engine.thresholds import threshold
from engine.types import Array, Element, Plan, Raster, Render, Requirement

DIFFERENCES = (2, 3, 5, 10, 20)
NAMES = ("red", "green", "blue", "yellow", "purple", "orange", "white", "black")


def colours() -> Iterator[Fault]:
    """Exact colours off by a known difference, and named ones exchanged for others."""
    for subject in (*flat(), *staged()):
        backgrounds = (one for one in subject.plan.elements if one.kind == "background" and one.colors)
        grounds = [rgb for one in backgrounds if (rgb := parse(one.colors[0]))]
        for element in subject.plan.elements:
            stands = _own_colour(subject, element)
            if stands is None:
                continue
            random = Random(f"{subject.name} {element.id}")
            limit = threshold("colour", "exact")
            asked = Requirement(id="exact", kind="colour", element=element.id, expected=hex_of(stands), threshold=limit)
            plan = subject.plan.replace(requirements=(asked,))
            for difference in DIFFERENCES:
                other = away_from(stands, difference, random)
                if other is not None:
                    wrong = None if abs(difference - limit) < 0.5 else difference > limit
                    shown = _coloured(subject, element, stands, other)
                    yield broken("colour", "ΔE", f"{difference}", subject, asked.id, plan, shown, wrong)
            named = next((one for one in subject.plan.requirements if one.kind == "colour" and one.element == element.id), None)
            if named is not None:
                shown = _coloured(subject, element, stands, random.choice(_others([stands, *grounds])))
                yield broken("colour", "another colour", "", subject, named.id, subject.plan, shown)


def _others(known: Sequence[RGB]) -> list[RGB]:
    """The named colours that nobody takes for one of those known."""
    named = [rgb for name in NAMES if (rgb := parse(name))]
    return [rgb for rgb in named if min(float(delta_e(lab(rgb), lab(other))) for other in known) > 30]


def _own_colour(subject: Subject, element: Element) -> RGB | None:
    """The colour as planned for flat artwork; as it looks, by the brighter of its pixels, for a thing; None without one."""
    asked = parse(element.colors[0]) if element.colors else None
    if asked is None or subject.plan.kind == "flat":
        return asked
    covered = _bare(subject.plan, subject.render, element) if element.id in subject.render.masks else None
    if element.kind == "text" or covered is None or covered.sum() < 50:
        return None
    pixels = subject.render.pixels.array[covered]
    light = pixels.mean(axis=1)
    low, high = np.quantile(light, [0.55, 0.9])
    red, green, blue = np.median(pixels[(light >= low) & (light <= high)], axis=0)
    return round(red), round(green), round(blue)


def _coloured(subject: Subject, element: Element, stands: RGB, other: RGB) -> Render:
    """The element in the other colour: flat artwork drawn so, the pixels of a thing moved by the difference in Lab."""
    if subject.plan.kind == "flat":
        return drawn(subject.plan.with_element(element.replace(colors=(hex_of(other),))), subject.brief)
    import cv2

    pixels = subject.render.pixels.array.copy()
    where = _bare(subject.plan, subject.render, element)
    colours = (lab(pixels[where]) + (lab(other) - lab(stands))).astype(np.float32)
    pixels[where] = np.clip(np.rint(255 * cv2.cvtColor(colours[None], cv2.COLOR_LAB2RGB)[0]), 0, 255)
    return subject.render.replace(pixels=Raster(pixels))


def _bare(plan: Plan, render: Render, element: Element) -> Array:
    """Where the element is (bool), without the texts and labels on it."""
    covered: Array = render.masks[element.id].array > 0
    for other in plan.elements:
        if other.id != element.id and other.kind in {"text", "label"} and other.id in render.masks:
            covered = covered & (render.masks[other.id].array == 0)
    return covered


def away_from(colour: RGB, difference: float, random: Random) -> RGB | None:
    """A colour at that CIEDE2000 distance, in a random direction of Lab in which there is one; None where none is found."""
    start = lab(colour)
    for _ in range(60):
        way = np.array([random.gauss(0, 1) for _ in range(3)])
        way /= np.linalg.norm(way)
        for reach in np.geomspace(difference / 4, difference * 4, 40):
            found = _rgb(start + reach * way)
            if found and abs(float(delta_e(lab(found), start)) - difference) < 0.15:
                return found
    return None


def _rgb(colour: Array) -> RGB | None:
    import cv2

    rgb = cv2.cvtColor(colour.reshape(1, 1, 3).astype(np.float32), cv2.COLOR_LAB2RGB)[0, 0]
    red, green, blue = (min(255, max(0, round(float(value) * 255))) for value in rgb)
    return (red, green, blue) if float(delta_e(lab((red, green, blue)), colour)) < 1 else None
