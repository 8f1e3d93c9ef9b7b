"""The text critic: reads where text is planned, then sweeps the rest for text that is not."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

import numpy as np

from engine.api import RunContext
from engine.composite import area, inside, union, window
from engine.critics.draft import untouched
from engine.critics.looking import mask_of, reduced, unchecked
from engine.critics.text.copies import Copy, Line, by_text, copies_among, copy_of, masked_copies
from engine.critics.text.folding import likeness
from engine.critics.text.judging import Judgement, judge
from engine.critics.text.marks import scribbles
from engine.critics.text.printed import Unlit, around, as_printed
from engine.critics.text.reading import BuiltIn, Reader
from engine.critics.text.scripts import reader_for, unread
from engine.critics.text.stray import LARGEST, found_lines, lines_of, stray_lines
from engine.errors import BadInput
from engine.types import Array, Box, Element, Finding, Plan, Render, Requirement, RequirementKind
from engine.typography.fonts import Face

UNDOUBTED = 0.95
"""How sure the reading of a stray line must be where texts are planned that no reader knows: it may be one of them."""


class TextCritic:
    id = "text"
    kinds: frozenset[RequirementKind] = frozenset({"text"})

    def __init__(self, unlit: Unlit | None = None) -> None:
        self._unlit = unlit

    def check(self, plan: Plan, requirements: Sequence[Requirement], render: Render, context: RunContext) -> list[Finding]:
        picture = reduced(render.pixels.array, LARGEST)
        wanted = [requirement for requirement in requirements if requirement.element]
        carriers = {requirement.element for requirement in wanted} | {element.id for element in plan.texts()}
        masks = {element: mask_of(render, element, picture.shape) for element in sorted(carriers)}
        masked = any(mask is not None for mask in masks.values()) or (bool(render.masks) and not masks)
        own = BuiltIn(context)
        readers = {requirement.id: reader_for(_asked(requirement), context) for requirement in wanted}
        context.progress("text", 0.0)
        lines: list[Line] = []
        copies: dict[str, list[Copy]] = {}
        if masked:
            for done, requirement in enumerate(wanted):
                mask, text = masks.get(requirement.element), _asked(requirement)
                straight = plan.kind == "flat"
                reader = readers[requirement.id]
                found = masked_copies(picture, mask, text, straight, reader) if mask is not None else []
                copies[requirement.id] = found
                context.progress("text", (done + 1) / (len(wanted) + 2))
            if any(not requirement.element for requirement in requirements):
                logos = [mask_of(render, one.id, picture.shape) for one in plan.elements if one.kind == "logo"]
                areas = [mask > 0 for mask in masks.values() if mask is not None]
                areas += [_filled(mask) for mask in logos if mask is not None]
                planned = np.any(areas, axis=0) if areas else None
                lines = found_lines(picture, planned, own)
        else:
            lines = lines_of(render.pixels, own)
            context.progress("text", 0.5)
            copies, lines = self._assigned(plan, wanted, readers, own, lines, render)
            foreign = [plan.element(one.element).box for one in wanted if readers[one.id] is None]
            if foreign:
                places = [box for box in foreign if area(box) < 1]
                lines = [line for line in lines if line.score >= UNDOUBTED and not _within(line.box, places)]
        findings = []
        for requirement in requirements:
            context.progress("text", 0.9)
            if requirement.element:
                sound = partial(self._sound, plan, requirement.element, render, context)
                mine, reader = copies[requirement.id], readers[requirement.id]
                findings.append(self._text(plan, requirement, mine, reader, render, masked, sound))
            else:
                findings.append(self._stray(requirement, lines, masked or None not in readers.values()))
        return findings

    def _assigned(
        self,
        plan: Plan,
        wanted: Sequence[Requirement],
        readers: Mapping[str, Reader | None],
        own: Reader,
        lines: list[Line],
        render: Render,
    ) -> tuple[dict[str, list[Copy]], list[Line]]:
        """The lines shared out among the texts, the longest text first; and those of the built-in reader that are left.

        Where a text does not read as planned, a closer look decides.
        """
        copies: dict[str, list[Copy]] = {}
        texts = [_asked(one) for one in wanted]
        left = {(own.id, False): _each(lines, texts)}
        for requirement in sorted(wanted, key=lambda one: -len(_asked(one))):
            text, reader = _asked(requirement), readers[requirement.id] or own
            several = _several(plan, plan.element(requirement.element))
            found: list[Copy] = []
            for closely in (False, True):
                if (reader.id, closely) not in left:
                    left[reader.id, closely] = _each(lines_of(render.pixels, reader, closely), texts)
                mine = left[reader.id, closely]
                seen = [copy_of([mine[index] for index in run]) for run in copies_among(mine, text, several)]
                if _worst(seen, text) > _worst(found, text):
                    found = seen
                if _worst(found, text) == 1:
                    break
            copies[requirement.id] = found
            boxes = [line.box for copy in found for line in copy.lines]
            left = {look: [line for line in those if not _within(line.box, boxes)] for look, those in left.items()}
        return copies, left[own.id, False]

    def _text(
        self,
        plan: Plan,
        requirement: Requirement,
        copies: Sequence[Copy],
        reader: Reader | None,
        render: Render,
        masked: bool,
        sound: Callable[[Box], bool],
    ) -> Finding:
        text = _asked(requirement)
        if reader is None and not copies and not masked:
            return unchecked(requirement, self.id, unread(text))
        hint = _face(render, requirement.element)
        stretch = plan.kind != "flat"
        printed = plan.element(requirement.element).kind == "text"
        asked = text, requirement.threshold, hint, reader
        judged = [judge(copy, *asked, stretch=stretch, printed=printed, sound=sound) for copy in copies]
        if not judged:
            box = plan.element(requirement.element).box
            judged = [Judgement(False, "", requirement.threshold, 0.0, box, f"Missing: “{text}” cannot be seen.", 0.8)]
        doubtful = next((one for one in judged if one.passed is None), None)
        worst = min(judged, key=lambda one: (one.passed is not False, one.passed is not None, one.score))
        if worst.passed is None and doubtful:
            return unchecked(requirement, self.id, doubtful.message).replace(box=doubtful.box)
        wrong = [copy.box for copy, one in zip(copies, judged, strict=False) if one.passed is False]
        whole = (union(wrong) if masked and wrong else copies[judged.index(worst)].box) if copies else None
        return Finding(
            requirement=requirement.id,
            critic=self.id,
            verdict="passed" if worst.passed else "failed",
            measured=worst.measured,
            threshold=worst.limit,
            score=round(min(1.0, worst.score), 4),
            box=worst.box,
            whole=whole if whole != worst.box else None,
            message=worst.message,
            confidence=worst.confidence,
        )

    def _sound(self, plan: Plan, text: str, render: Render, context: RunContext, box: Box) -> bool:
        """Whether a letter of a staged text is as the studio printed it, and nothing stands before what carries it."""
        host = plan.host(text)
        if self._unlit is None or host is None or plan.kind == "flat" or not untouched(plan, render):
            return False
        carrier, place = mask_of(render, host.id), around(box)
        if carrier is None or not (carrier[window(box, render.width, render.height)] > 0).all():
            return False
        try:
            printed = self._unlit(plan, render, place, context)
        except BadInput:
            return False
        return as_printed(render.pixels.array[window(place, render.width, render.height)], printed)

    def _stray(self, requirement: Requirement, lines: Sequence[Line], every_script: bool) -> Finding:
        """`every_script`: what is planned can be read, so what cannot be is not planned."""
        spelt = stray_lines(lines)
        stray = spelt + (scribbles([line for line in lines if line not in spelt]) if every_script else [])
        held = len(stray) <= requirement.threshold
        message = "Nothing else is written."
        if spelt:
            message = f"Stray text: {', '.join(f'“{line.read}”' for line in spelt)} was not asked for."
        elif stray:
            message = "Marks like letters stand where no text was asked for, and no reader here can spell them."
        return Finding(
            requirement=requirement.id,
            critic=self.id,
            verdict="passed" if held else "failed",
            measured=" ".join(line.read for line in stray),
            threshold=requirement.threshold,
            score=1.0 if held else 1 / (1 + len(stray)),
            box=union([line.box for line in stray]) if stray else None,
            message=message,
            confidence=0.9 if not stray else round(max(0.6, *(line.score for line in stray)), 3),
        )


def _asked(requirement: Requirement) -> str:
    return requirement.expected if isinstance(requirement.expected, str) else ""


def _each(lines: Sequence[Line], texts: Sequence[str]) -> list[Line]:
    return [part for line in lines for part in by_text(line, texts)]


def _worst(copies: Sequence[Copy], text: str) -> float:
    """How much like the text the copy reads that is least like it; 0 where there is none."""
    return min((likeness(copy.read, text) for copy in copies), default=0.0)


def _within(box: Box, boxes: Sequence[Box]) -> bool:
    """Whether most of the box lies in one of the others."""
    return any(inside(box, other) > 0.5 for other in boxes)


def _several(plan: Plan, element: Element | None) -> bool:
    """Whether the text, or what carries it, stands more than once."""
    while element is not None:
        if element.count > 1:
            return True
        element = plan.host(element.id)
    return False


def _face(render: Render, element: str) -> Face | None:
    """The face that the renderer says it set the text in, as `path#index#axis=value,…`: where to look, not what is there."""
    named = render.parameters.get(f"face:{element}")
    if not isinstance(named, str) or named.count("#") != 2:
        return None
    path, index, axes = named.split("#")
    if not Path(path).is_file() or not index.isdigit():
        return None
    try:
        stand = tuple((tag, float(value)) for tag, value in (axis.split("=") for axis in axes.split(",") if axis))
    except ValueError:
        return None
    return Face(Path(path), int(index), stand, Path(path).stem)


def _filled(mask: Array) -> Array:
    """All within the mask's extent (bool): what is written in a logo is the logo's."""
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    filled = np.zeros(mask.shape, bool)
    if len(rows):
        filled[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1] = True
    return filled
