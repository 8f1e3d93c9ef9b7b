"""Colours as they are in the pixels: named ones by colour naming, exact ones by CIEDE2000.

Measured is what the thing's lit part shows: rims, highlights, deep shade, and what lies on the thing are left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from engine.api import RunContext
from engine.colour.measure import delta_e
from engine.colour.measure import lab as lab_of
from engine.colour.names import RGB, hex_of, is_exact, parse
from engine.colour.naming import coordinates, fits, name_of
from engine.critics.evidence import Scene
from engine.critics.figures import figures, ground_distance
from engine.critics.ink import ink_under
from engine.critics.looking import box_of, dilate, erode, lab, mask_of, reduced, unchecked
from engine.critics.text.copies import copies_among
from engine.critics.text.reading import BuiltIn
from engine.critics.text.scripts import reader_for
from engine.critics.text.stray import lines_of
from engine.types import Array, Box, Element, Finding, Plan, Render, Requirement, RequirementKind

WHOLE = 0.5
"""An instance that shows less than this share of what the fullest one shows is mostly hidden and not judged."""
FEW = 12
SHARP = 2_000_000
"""Ink is looked for in up to so many pixels: thin strokes lose their colour in a smaller copy."""


@dataclass(frozen=True)
class Sample:
    """sRGB pixels (n, 3) that show a thing's own colour, and where they are."""

    pixels: Array
    box: Box


class ColourCritic:
    id = "colour"
    kinds: frozenset[RequirementKind] = frozenset({"colour"})

    def check(self, plan: Plan, requirements: Sequence[Requirement], render: Render, context: RunContext) -> list[Finding]:
        scene = Scene(plan, render, context, 1_000_000)
        findings = []
        for done, requirement in enumerate(requirements):
            context.progress("colour", done / len(requirements))
            findings.append(self._judge(requirement, scene, context))
        return findings

    def _judge(self, requirement: Requirement, scene: Scene, context: RunContext) -> Finding:
        asked = requirement.expected if isinstance(requirement.expected, str) else ""
        target = parse(asked)
        if target is None:
            return unchecked(requirement, self.id, f"“{asked}” names no colour that can be measured.")
        element = scene.plan.element(requirement.element)
        confidence = 0.97 if element.id in scene.render.masks else 0.5
        samples = list(samples_of(element, scene, context))
        if not samples:
            return unchecked(requirement, self.id, f"Which pixels are the {element.label}'s own is not known.")
        judge = self._exact if is_exact(asked) else self._named
        findings = [judge(requirement, element, asked, target, sample, confidence) for sample in samples]
        return min(findings, key=lambda finding: finding.score)

    def _exact(
        self, requirement: Requirement, element: Element, asked: str, target: RGB, sample: Sample, confidence: float
    ) -> Finding:
        shown = lit_colour(sample.pixels)
        off = float(delta_e(lab_of(shown), lab_of(target)))
        held = off <= requirement.threshold
        sentence = f"{_subject(element)} is {hex_of(shown)}, {off:.1f} from {hex_of(target)} (CIEDE2000)."
        score = 1.0 if held else requirement.threshold / max(off, 1e-6)
        return self._finding(requirement, held, round(off, 2), score, sample, sentence, confidence)

    def _named(
        self, requirement: Requirement, element: Element, asked: str, target: RGB, sample: Sample, confidence: float
    ) -> Finding:
        shown = lab_of(lit_colour(sample.pixels))
        usable = _usable(sample.pixels)
        share = float(fits(lab_of(usable), asked, lit=float(shown[0])).mean())
        if not bool(fits(shown, asked)):
            share = min(share, 0.5 * requirement.threshold)
        held = share >= requirement.threshold
        seen = name_of(shown)
        sentence = f"{_subject(element)} is {asked}: {share:.0%} of it."
        if not held:
            sentence = f"{_subject(element)} looks {seen}, not {asked}."
            if seen == asked:
                sentence = f"{_subject(element)} is only {share:.0%} {asked}."
        score = 1.0 if held else 0.9 * share / max(requirement.threshold, 1e-6)
        return self._finding(requirement, held, round(share, 3), score, sample, sentence, confidence)

    def _finding(
        self,
        requirement: Requirement,
        held: bool,
        measured: float,
        score: float,
        sample: Sample,
        sentence: str,
        confidence: float,
    ) -> Finding:
        return Finding(
            requirement=requirement.id,
            critic=self.id,
            verdict="passed" if held else "failed",
            measured=measured,
            threshold=requirement.threshold,
            score=round(score, 4),
            box=sample.box,
            message=sentence,
            confidence=confidence,
        )


def samples_of(element: Element, scene: Scene, context: RunContext) -> Iterator[Sample]:
    """The pixels that show the element's colour, a sample for each instance that is not mostly hidden; none if unknown."""
    picture = scene.picture
    if element.kind == "text":
        yield from _inks(element, scene, context)
        return
    mask = mask_of(scene.render, element.id, picture.shape)
    if mask is not None:
        on_it = np.zeros(picture.shape[:2], bool)
        for other in scene.plan.elements:
            if other.id != element.id and other.kind in {"text", "label"}:
                covered = mask_of(scene.render, other.id, picture.shape)
                on_it |= dilate(covered > 0, 2) if covered is not None else False
        sizes = {int(index): int((mask == index).sum()) for index in np.unique(mask) if index}
        for index, size in sizes.items():
            if size >= WHOLE * max(sizes.values()):
                yield from _own(picture, mask == index, on_it)
    elif element.kind == "background":
        away = ground_distance(scene.lab)
        if away is not None:
            yield from _own(picture, away < 6, np.zeros(picture.shape[:2], bool))
    elif not any(one.kind == "label" and scene.plan.host(one.id) == element for one in scene.plan.elements):
        for one in scene.seen(element.id) or figures(scene.plan, element, picture):
            yield from _own(picture, one.mask, np.zeros(picture.shape[:2], bool))


def _own(picture: Array, mask: Array, on_it: Array) -> Iterator[Sample]:
    """The mask's pixels without its rim and what lies on it, as many as are left."""
    box = box_of(mask)
    for inner in (erode(mask, 2) & ~on_it, mask & ~on_it, mask):
        if box is not None and inner.sum() >= FEW:
            yield Sample(picture[inner], box)
            return


def _inks(element: Element, scene: Scene, context: RunContext) -> Iterator[Sample]:
    """Full ink of each copy of a text."""
    picture = reduced(scene.render.pixels.array, SHARP)
    mask = mask_of(scene.render, element.id, picture.shape)
    if mask is None:
        lines = lines_of(scene.render.pixels, reader_for(element.text, context) or BuiltIn(context))
        for run in copies_among(lines, element.text, several=False):
            for line in (lines[index] for index in run):
                if line.ink is not None and line.ink.full.sum() >= FEW:
                    yield Sample(line.strip.pixels[line.ink.full], line.box)
        return
    sizes = {int(index): int((mask == index).sum()) for index in np.unique(mask) if index}
    for index, size in sizes.items():
        under = ink_under(picture, mask == index) if size >= WHOLE * max(sizes.values()) else None
        if under is not None and under[1].full.sum() >= FEW:
            part, ink, rows, columns = under
            height, width = mask.shape
            box = (columns.start / width, rows.start / height, min(1.0, columns.stop / width), min(1.0, rows.stop / height))
            yield Sample(part[ink.full], box)


def lit_colour(pixels: Array) -> RGB:
    """The colour that the lit part of a thing shows most: the brightest strong peak of lightness, without highlights."""
    colours = _thinned(pixels)
    values = lab(colours[None])[0]
    usable = ~_highlight(values)
    light = values[usable, 0]
    bins = np.histogram(light, bins=56, range=(-2, 110))[0].astype(float)
    smooth = np.convolve(bins, [0.06, 0.24, 0.4, 0.24, 0.06], mode="same")
    around = np.pad(smooth, 1)
    peaks = np.flatnonzero((smooth >= around[:-2]) & (smooth >= around[2:]) & (smooth >= 0.45 * smooth.max()))
    peak = -2 + 2 * (float(peaks[-1]) + 0.5)
    near = values[usable][np.abs(light - peak) <= 4]
    if not len(near):
        near = values[usable]
    middle = np.median(near, axis=0)
    distance = np.linalg.norm(values - middle, axis=1)
    close = distance <= max(3.0, float(np.quantile(distance, 0.05)))
    red, green, blue = np.median(colours[close], axis=0)
    return round(red), round(green), round(blue)


def _usable(pixels: Array) -> Array:
    """The pixels without highlights and deep shade."""
    colours = _thinned(pixels)
    values = lab(colours[None])[0]
    lit = float(np.quantile(values[:, 0], 0.8))
    keep = ~_highlight(values) & (values[:, 0] >= min(0.25 * lit, 12.0))
    return colours[keep] if keep.sum() >= FEW else colours


def _highlight(values: Array) -> Array:
    """Glints: clearly lighter than most of the thing and much less saturated."""
    _, saturation, light = coordinates(values)
    usual, top = float(np.median(saturation)), float(np.quantile(light, 0.5))
    glint: Array = (light > top + 18) & (saturation < 0.6 * usual) & (usual > 0.12)
    return glint if glint.mean() < 0.4 else np.zeros(len(values), bool)


def _thinned(pixels: Array) -> Array:
    return pixels[:: max(1, len(pixels) // 60_000)]


def _subject(element: Element) -> str:
    return f"“{element.text}”" if element.kind == "text" else f"The {element.label}"
