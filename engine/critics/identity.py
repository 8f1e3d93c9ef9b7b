"""Identity: whether what the picture shows is what a reference shows, by the element's own pixels.

Without weights the measure is classical: the same marks in the same arrangement (SIFT) and the same colours. It knows a
printed, patterned or lettered thing again, from another side too, and a picture placed as it is. A plain thing, a face or
an animal in another pose it neither knows nor denies: that is `unchecked`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from engine import pictures
from engine.api import RunContext
from engine.critics.evidence import Scene
from engine.critics.looking import box_of, lab, mask_of, reduced, unchecked
from engine.critics.marks import arranged, marks
from engine.errors import BadInput
from engine.types import Array, Box, Element, Finding, Plan, Render, Requirement, RequirementKind

PIXELS = 250_000
"""So many of either picture are compared."""
LEAST = 24
"""Pixels of the shorter side below which nothing can be told apart."""
PLAIN = 9.0
"""Lab distance from the border's colour, where the border has one, below which a pixel is a reference's ground."""
SAME_MARKS, FEW_MARKS = 14, 6
"""Marks in one arrangement from which two things are the same, and below which they have none in common."""
SAME_COLOURS, OTHER_COLOURS = 0.3, 0.15
"""The share of colours in common that the same thing has at least, and below which two things are different ones."""
CLOSE = 6.0
"""Mean difference in Lab units at which a picture placed in a design is just still the reference itself."""


@dataclass(frozen=True)
class Subject:
    """A picture (h, w, 3; sRGB uint8), and which of its pixels (h, w; bool) show the thing."""

    pixels: Array
    own: Array


@dataclass(frozen=True)
class Likeness:
    """How alike two subjects are, 0..1 with 0.5 where they are the same; whether they are clearly `other`; by what."""

    score: float
    other: bool
    why: str
    confidence: float


Measure = Callable[[Subject, Subject, RunContext], Likeness]
"""The reference, what the picture shows."""


class IdentityCritic:
    """`measures` are asked in their order until one decides."""

    id = "identity"
    kinds: frozenset[RequirementKind] = frozenset({"identity"})

    def __init__(self, measures: Sequence[Measure] = ()) -> None:
        self._measures = (*measures, classical)

    def check(self, plan: Plan, requirements: Sequence[Requirement], render: Render, context: RunContext) -> list[Finding]:
        findings = []
        for done, requirement in enumerate(requirements):
            context.progress("identity", done / len(requirements))
            findings.append(self._judge(plan, requirement, render, context))
        return findings

    def _judge(self, plan: Plan, requirement: Requirement, render: Render, context: RunContext) -> Finding:
        try:
            picture = pictures.read(str(requirement.expected))
        except BadInput as error:
            return unchecked(requirement, self.id, str(error))
        element = plan.element(requirement.element) if requirement.element else None
        seen, where = shown(plan, render, element, context)
        if seen is None or min(seen.pixels.shape[:2]) < LEAST or min(picture.pixels.shape[:2]) < LEAST:
            return unchecked(requirement, self.id, "There are too few pixels to compare with the reference.")
        if element is not None and element.kind == "image":
            alike = placed(picture.pixels, seen.pixels)
        else:
            reference = subject(picture.pixels, picture.alpha)
            for measure in self._measures:
                alike = measure(reference, seen, context)
                if alike.other or alike.score >= requirement.threshold:
                    break
        held = alike.score >= requirement.threshold
        if not held and not (alike.other and where):
            why = " ".join((alike.why, "That neither confirms nor denies it."))
            return unchecked(requirement, self.id, why, round(alike.score, 3))
        return Finding(
            requirement=requirement.id,
            critic=self.id,
            verdict="passed" if held else "failed",
            measured=round(alike.score, 3),
            threshold=requirement.threshold,
            score=1.0 if held else alike.score,
            box=where,
            message=alike.why,
            confidence=alike.confidence,
        )


def shown(plan: Plan, render: Render, element: Element | None, context: RunContext) -> tuple[Subject | None, Box | None]:
    """The pixels of the element and of what lies on it, cut out, and their box; the whole picture and None where it has no
    mask and no detector finds it.

    No subject where the mask is empty. Of several copies it is the largest, or the one that the detector is surest of.
    """
    mask = mask_of(render, element.id) if element else None
    if element is not None and mask is None:
        scene = Scene(plan, render, context, PIXELS)
        if found := scene.seen(element.id):
            x0, y0, x1, y1 = found[0].box
            (high, wide), own = found[0].mask.shape, found[0].mask
            window = np.s_[int(y0 * high) : max(1, round(y1 * high)), int(x0 * wide) : max(1, round(x1 * wide))]
            return Subject(scene.picture[window], own[window]), found[0].box
    if element is None or mask is None:
        small = reduced(render.pixels.array, PIXELS)
        return Subject(small, np.ones(small.shape[:2], bool)), None
    sizes = np.bincount(mask.ravel())[1:]
    if not sizes.any():
        return None, None
    own = mask == np.argmax(sizes) + 1
    for other in plan.elements:
        if plan.host(other.id) == element and (print_on := mask_of(render, other.id)) is not None:
            own |= print_on > 0
    rows, columns = np.flatnonzero(own.any(axis=1)), np.flatnonzero(own.any(axis=0))
    window = np.s_[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    return _small(render.pixels.array[window], own[window]), box_of(own)


def subject(pixels: Array, alpha: Array | None = None) -> Subject:
    """A reference and the thing in it: what is opaque, or what stands out from a plain ground, or all of it."""
    small = _small(pixels, np.ones(pixels.shape[:2], bool) if alpha is None else alpha > 127)
    if alpha is not None and 0.02 < small.own.mean() < 0.98:
        return small
    colours = lab(small.pixels)
    border = np.concatenate([colours[0], colours[-1], colours[:, 0], colours[:, -1]])
    away = np.linalg.norm(colours - np.median(border, axis=0), axis=2)
    plain = np.mean(np.linalg.norm(border - np.median(border, axis=0), axis=1) < PLAIN) > 0.8
    own = away > PLAIN if plain else np.ones(away.shape, bool)
    return Subject(small.pixels, own if own.mean() > 0.02 else np.ones(own.shape, bool))


def classical(reference: Subject, seen: Subject, _context: RunContext) -> Likeness:
    """Marks in one arrangement, and colours in common."""
    marks, colours = marks_in_common(reference, seen), colours_in_common(reference, seen)
    score = min(1.0, 0.5 * marks / SAME_MARKS) * min(1.0, colours / SAME_COLOURS)
    why = f"{marks} marks and {colours:.0%} of the colours are those of the reference."
    return Likeness(score, marks < FEW_MARKS and colours < OTHER_COLOURS, why, 0.9 if marks >= SAME_MARKS else 0.7)


def placed(reference: Array, seen: Array) -> Likeness:
    """For a picture that a design shows: cropped to fill its room, every pixel as it was."""
    import cv2

    tall, wide = seen.shape[:2]
    scale = max(tall / reference.shape[0], wide / reference.shape[1])
    size = max(wide, round(reference.shape[1] * scale)), max(tall, round(reference.shape[0] * scale))
    whole = cv2.resize(reference, size, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC)
    top, left = (whole.shape[0] - tall) // 2, (whole.shape[1] - wide) // 2
    pair = [
        cv2.resize(one, (96, 96), interpolation=cv2.INTER_AREA) for one in (whole[top : top + tall, left : left + wide], seen)
    ]
    off = float(np.linalg.norm(lab(pair[0]) - lab(pair[1]), axis=2).mean())
    score = 1 / (1 + off / CLOSE)
    return Likeness(score, score < 0.5, f"It differs from the reference by ΔE {off:.1f} on average.", 0.9)


def marks_in_common(reference: Subject, seen: Subject) -> int:
    """How many marks of the reference stand in the same arrangement in what is seen."""
    found = arranged(marks(reference.pixels, reference.own), marks(seen.pixels, seen.own), reference.pixels.shape[1::-1])
    return found.count if found else 0


def colours_in_common(reference: Subject, seen: Subject) -> float:
    """The share, 0..1, that histograms of Lab colour have in common; lightness is told less finely, for light changes it."""
    import cv2

    shares = []
    for one in (reference, seen):
        colours = lab(one.pixels)[one.own]
        counted, _ = np.histogramdd(colours, bins=(5, 16, 16), range=((0, 100), (-80, 80), (-80, 80)))
        soft = np.stack([cv2.GaussianBlur(layer, (0, 0), 1.0) for layer in counted])
        soft = cv2.blur(soft.reshape(5, -1), (1, 3)).reshape(soft.shape)
        shares.append(soft / max(soft.sum(), 1e-9))
    return float(np.minimum(*shares).sum())


def _small(pixels: Array, own: Array) -> Subject:
    import cv2

    small = reduced(pixels, PIXELS)
    fitted = (
        own if small is pixels else cv2.resize(own.astype(np.uint8), small.shape[1::-1], interpolation=cv2.INTER_NEAREST) > 0
    )
    return Subject(small, fitted)
