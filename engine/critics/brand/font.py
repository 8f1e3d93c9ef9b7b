"""The brand's font: whether the letters that are there look like its own, or more like those of another font.

Each line is set in the brand's font and in every built-in one, at several weights, and laid over its ink as the glyph check
does it. What counts is how well the brand's font fits beside the one that fits best.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from engine.api import RunContext
from engine.composite import union
from engine.critics.brand.verdict import CRITIC, verdict
from engine.critics.looking import mask_of, reduced, unchecked
from engine.critics.text.copies import Line, copies_among, copy_of, masked_copies
from engine.critics.text.fitting import laid_over
from engine.critics.text.folding import squeezed
from engine.critics.text.judging import parts
from engine.critics.text.reading import BuiltIn
from engine.critics.text.scripts import reader_for
from engine.critics.text.stray import LARGEST, lines_of
from engine.errors import BadInput
from engine.types import Array, Finding, Plan, Render, Requirement
from engine.typography.fonts import Face, cuts, face, faces

WEIGHTS = (300, 400, 500, 600, 700, 800, 900)
OPTICAL = (10, 24, 60)
GOOD_FLAT, GOOD_LIT = 0.93, 0.85
"""Fit of a line from which it may be taken to be set in that font: in flat artwork, and on a thing that bends it."""
SURE = (0.85, 0.97)
"""How often such a verdict is right: in a scene, and in flat artwork."""
BENT = (0.06, 0.03)
"""How much worse, and better, than that the brand's font must fit on a thing in a scene, which bends letters."""


def judged_font(plan: Plan, requirement: Requirement, render: Render, context: RunContext) -> Finding:
    """By all lines of the text's copies together."""
    element, file = plan.element(requirement.element), str(requirement.expected)
    try:
        own = _cuts(file, element.text)
    except BadInput as error:
        return unchecked(requirement, CRITIC, str(error))
    lines = _lines(plan, requirement, render, context)
    if not lines:
        return unchecked(requirement, CRITIC, f"The letters of “{element.text}” are not found.")
    flat = plan.kind == "flat"
    letters = [len(squeezed(words)) for _, words in lines]
    means = {
        family: float(np.average([_fit(line, words, known, flat) for line, words in lines], weights=letters))
        for family, known in _families(element.text, own).items()
    }
    ours = means.pop(own[0].family)
    rival = max(means, key=lambda family: means[family], default="")
    share = ours / max(means[rival], 1e-6) if rival else 1.0
    (worse, better), good = ((0.0, 0.0), GOOD_FLAT) if flat else (BENT, GOOD_LIT)
    box = union([line.box for line, _ in lines])
    name = own[0].family
    if share < requirement.threshold - worse and means[rival] >= good:
        sentence = f"The letters of “{element.text}” look like {rival}, not like {name}."
        return verdict(requirement, share, box, sentence, SURE[flat])
    if share >= requirement.threshold + better and ours >= good:
        return verdict(requirement, min(share, 1.0), box, f"“{element.text}” is set in {name}.", SURE[flat])
    return unchecked(requirement, CRITIC, f"Whether “{element.text}” is set in {name} does not show.", round(share, 3))


def _fit(line: Line, words: str, known: Sequence[Face], flat: bool) -> float:
    found = laid_over(line, words, known, stretch=not flat)
    return found.fit if found else 0.0


def _cuts(file: str, text: str) -> tuple[Face, ...]:
    """The brand's font at every weight and optical size that it has. Raises BadInput where it cannot be read."""
    face(text, font=file)
    return cuts(Path(file), WEIGHTS, OPTICAL)


def _families(text: str, own: Sequence[Face]) -> dict[str, list[Face]]:
    """The brand's cuts and those of every built-in family that has the text's characters, by family."""
    name, found = own[0].family, defaultdict(list)
    found[name] = [*own]
    for weight in WEIGHTS:
        for one in faces(text, weight=weight):
            if one.path != own[0].path and not one.family.startswith(name):
                found[one.family].append(one)
    return {family: list(dict.fromkeys(known)) for family, known in found.items()}


def _lines(plan: Plan, requirement: Requirement, render: Render, context: RunContext) -> list[tuple[Line, str]]:
    """Every line that shows ink, with the words that should stand on it."""
    element = plan.element(requirement.element)
    picture: Array = reduced(render.pixels.array, LARGEST)
    mask = mask_of(render, element.id, picture.shape)
    reader = reader_for(element.text, context)
    if mask is not None:
        copies = masked_copies(picture, mask, element.text, plan.kind == "flat", reader)
    else:
        lines = lines_of(render.pixels, reader or BuiltIn(context))
        copies = [copy_of([lines[index] for index in run]) for run in copies_among(lines, element.text, several=False)]
    found = []
    for copy in copies:
        inked = [line for line in copy.lines if line.ink is not None]
        words = parts(inked, element.text, mask is None or reader is not None)
        found += [(line, part) for line, part in zip(inked, words, strict=False) if squeezed(part)]
    return found
