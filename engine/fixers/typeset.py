"""Typeset: exact letters laid into the surface's perspective, light and grain, in place of the wrong ones."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from engine.api import Renderer, RunContext
from engine.colour.names import parse
from engine.composite import Window, grown, inside, laid_in, window
from engine.errors import BadInput, EngineFailure
from engine.fixers.failures import Failure, decided_by_plan, failures, instance_boxes, merged, place
from engine.fixers.hand import WEIGHTS, named
from engine.fixers.lettering import Wanted, erased, relettered
from engine.types import Array, Box, Brief, Element, Finding, Fix, Plan, Render
from engine.typography.fonts import Face, cuts, face, has

CURED = ("Misspelt", "Damaged letter", "Missing", "Unreadable")
STRAY = "Stray text"


class Typeset:
    """Works on the pixels alone, so on pictures from disk as well. A fix without an element takes stray writing off; not of
    flat artwork that was drawn here, of which drawing the region again brings back what lies beneath."""

    id = "typeset"

    def propose(self, plan: Plan, render: Render, findings: Sequence[Finding]) -> list[Fix]:
        fixes = []
        for failure in failures(plan, findings, "text", "brand"):
            box = place(plan, render, failure)
            element = failure.requirement.element
            redrawn = not element and plan.kind == "flat" and not (render.model or render.from_disk)
            if box is None or redrawn or not _can_cure(plan, failure):
                continue
            message = f"Set “{plan.element(element).text}” anew." if element else "Take the stray writing off."
            fixes.append(
                Fix(
                    kind="typeset",
                    fixer=self.id,
                    answers=(failure.requirement.id,),
                    message=message,
                    element=element,
                    box=_with_surroundings(box, render),
                )
            )
        return merged(fixes)

    def apply(
        self, fix: Fix, plan: Plan, brief: Brief, render: Render, renderer: Renderer | None, context: RunContext
    ) -> Render:
        if fix.box is None:
            raise EngineFailure("There is no place to set the text in.")
        context.progress("typeset", 0.0)
        if fix.element:
            for box in _copies(fix, render):
                render = laid_in(render, self._set(plan, fix.element, render, window(box, render.width, render.height)), box)
        else:
            render = laid_in(render, erased(render.pixels.array[window(fix.box, render.width, render.height)]), fix.box)
        context.progress("typeset", 1.0)
        return render

    def _set(self, plan: Plan, name: str, render: Render, area: Window) -> Array:
        """The area with the text set anew."""
        element = plan.element(name)
        parameter = render.parameters.get(f"face:{element.id}")
        wanted = Wanted(
            element.text,
            hint=named(str(parameter)) if parameter else None,
            colour=parse(element.colors[0]) if element.colors else None,
            faces=_branded(plan, element),
        )
        normals = render.normals.array[area] if render.normals else None
        return relettered(
            render.pixels.array[area], wanted, _mask(render, element.id, area), normals, upright=plan.kind == "flat"
        )


def _copies(fix: Fix, render: Render) -> list[Box]:
    """The places of the text's copies within the fix's, each with its surroundings; that of the fix where they are unknown."""
    if fix.box is None or fix.element not in render.masks:
        return [fix.box] if fix.box else []
    x0, y0, x1, y1 = fix.box
    within = [box for box in instance_boxes(render, fix.element) if inside(box, fix.box) > 0.95]
    rooms = [_with_surroundings(box, render) for box in within] if len(within) > 1 else [fix.box]
    return [(max(x0, left), max(y0, top), min(x1, right), min(y1, bottom)) for left, top, right, bottom in rooms]


def _can_cure(plan: Plan, failure: Failure) -> bool:
    """Whether letters laid on pixels can cure it: not solid lettering, and no script that has no font here."""
    if not failure.requirement.element:
        return failure.reason == STRAY
    element = plan.element(failure.requirement.element)
    curable = failure.requirement.kind == "brand" or failure.reason in CURED
    if not curable or element.kind != "text" or decided_by_plan(plan, failure):
        return False
    try:
        face(element.text)
    except BadInput:
        return False
    return True


def _branded(plan: Plan, element: Element) -> tuple[Face, ...]:
    """The brand's font at every weight, where the plan asks for it; none where it cannot be read."""
    files = [
        str(r.expected) for r in plan.requirements if r.kind == "brand" and r.of_brand == "font" and r.element == element.id
    ]
    if not files or not has(files[0], element.text):
        return ()
    return cuts(Path(files[0]), WEIGHTS, (24,))


def _with_surroundings(box: Box, render: Render) -> Box:
    """The box with the ground around it that tells how the surface is lit, and room for a longer text."""
    height = (box[3] - box[1]) * render.height
    room = max(6.0, 0.35 * height)
    return grown(box, room / render.width, room / render.height)


def _mask(render: Render, element: str, area: tuple[slice, slice]) -> Array | None:
    """Where in the area the element's most visible instance is; None where the renderer does not say."""
    if element not in render.masks:
        return None
    mask = render.masks[element].array[area]
    counts = np.bincount(mask.ravel(), minlength=2)[1:]
    return mask == int(np.argmax(counts)) + 1 if counts.any() else None
