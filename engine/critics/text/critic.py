"""The text critic: reads where text is planned, then sweeps the rest for text that is not."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from engine.api import RunContext
from engine.critics.looking import mask_of, reduced, unchecked, union
from engine.critics.text.copies import Copy, Line, copies_among, copy_of, masked_copies
from engine.critics.text.folding import squeezed
from engine.critics.text.judging import Judgement, judge
from engine.critics.text.reading import alphabet
from engine.critics.text.stray import LARGEST, found_lines, lines_of, stray_lines
from engine.types import Array, Element, Finding, Plan, Render, Requirement, RequirementKind
from engine.typography.fonts import Face


class TextCritic:
    id = "text"
    kinds: frozenset[RequirementKind] = frozenset({"text"})

    def check(self, plan: Plan, requirements: Sequence[Requirement], render: Render, context: RunContext) -> list[Finding]:
        picture = reduced(render.pixels.array, LARGEST)
        wanted = [requirement for requirement in requirements if requirement.element]
        carriers = {requirement.element for requirement in wanted} | {element.id for element in plan.texts()}
        masks = {element: mask_of(render, element, picture.shape) for element in sorted(carriers)}
        masked = any(mask is not None for mask in masks.values()) or (bool(render.masks) and not masks)
        context.progress("text", 0.0)
        lines: list[Line] = []
        copies: dict[str, list[Copy]] = {}
        if masked:
            for done, requirement in enumerate(wanted):
                mask, text = masks.get(requirement.element), _asked(requirement)
                straight = plan.kind == "flat"
                found = masked_copies(picture, mask, text, straight, _legible(text)) if mask is not None else []
                copies[requirement.id] = found
                context.progress("text", (done + 1) / (len(wanted) + 2))
            if any(not requirement.element for requirement in requirements):
                logos = [mask_of(render, one.id, picture.shape) for one in plan.elements if one.kind == "logo"]
                areas = [mask > 0 for mask in masks.values() if mask is not None]
                areas += [_filled(mask) for mask in logos if mask is not None]
                planned = np.any(areas, axis=0) if areas else None
                lines = found_lines(picture, planned)
        else:
            lines = lines_of(render.pixels)
            context.progress("text", 0.5)
            copies, lines = self._assigned(plan, wanted, lines)
        findings = []
        for requirement in requirements:
            context.progress("text", 0.9)
            if requirement.element:
                findings.append(self._text(plan, requirement, copies[requirement.id], render, masked))
            else:
                findings.append(self._stray(requirement, lines))
        return findings

    def _assigned(
        self, plan: Plan, wanted: Sequence[Requirement], lines: list[Line]
    ) -> tuple[dict[str, list[Copy]], list[Line]]:
        """The lines shared out among the texts, the longest text first; and those that are left."""
        copies: dict[str, list[Copy]] = {}
        for requirement in sorted(wanted, key=lambda one: -len(_asked(one))):
            runs = copies_among(lines, _asked(requirement), _several(plan, plan.element(requirement.element)))
            copies[requirement.id] = [copy_of([lines[index] for index in run]) for run in runs]
            taken = {index for run in runs for index in run}
            lines = [line for index, line in enumerate(lines) if index not in taken]
        return copies, lines

    def _text(self, plan: Plan, requirement: Requirement, copies: Sequence[Copy], render: Render, masked: bool) -> Finding:
        text = _asked(requirement)
        legible = _legible(text)
        if not copies and not masked and not legible:
            return unchecked(requirement, self.id, f"“{text}” is in a script that no reader here knows.")
        hint = _face(render, requirement.element)
        stretch = plan.kind != "flat"
        printed = plan.element(requirement.element).kind == "text"
        judged = [
            judge(copy, text, requirement.threshold, hint, stretch=stretch, legible=legible, printed=printed) for copy in copies
        ]
        if not judged:
            box = plan.element(requirement.element).box
            judged = [Judgement(False, "", requirement.threshold, 0.0, box, f"Missing: “{text}” cannot be seen.", 0.8)]
        doubtful = next((one for one in judged if one.passed is None), None)
        worst = min(judged, key=lambda one: (one.passed is not False, one.passed is not None, one.score))
        if worst.passed is None and doubtful:
            return unchecked(requirement, self.id, doubtful.message).replace(box=doubtful.box)
        return Finding(
            requirement=requirement.id,
            critic=self.id,
            verdict="passed" if worst.passed else "failed",
            measured=worst.measured,
            threshold=worst.limit,
            score=round(min(1.0, worst.score), 4),
            box=worst.box,
            message=worst.message,
            confidence=worst.confidence,
        )

    def _stray(self, requirement: Requirement, lines: Sequence[Line]) -> Finding:
        stray = stray_lines(lines)
        held = len(stray) <= requirement.threshold
        written = ", ".join(f"“{line.read}”" for line in stray)
        return Finding(
            requirement=requirement.id,
            critic=self.id,
            verdict="passed" if held else "failed",
            measured=" ".join(line.read for line in stray),
            threshold=requirement.threshold,
            score=1.0 if held else 1 / (1 + len(stray)),
            box=union([line.box for line in stray]) if stray else None,
            message="Nothing else is written." if not stray else f"Stray text: {written} was not asked for.",
            confidence=0.9 if not stray else round(max(line.score for line in stray), 3),
        )


def _asked(requirement: Requirement) -> str:
    return requirement.expected if isinstance(requirement.expected, str) else ""


def _legible(text: str) -> bool:
    """Whether the recogniser has every letter of the text."""
    return set(squeezed(text)) <= alphabet()


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
