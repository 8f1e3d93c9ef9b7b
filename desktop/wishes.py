"""What a person asks to be changed in a picture, as the Fix that the loop carries out. No Qt here."""

from __future__ import annotations

import numpy as np

from desktop import editing
from engine.colour.measure import contrast
from engine.colour.names import parse
from engine.errors import BadInput
from engine.thresholds import threshold
from engine.types import Array, Box, Fix, Plan, Raster, Trace

MOST = 0.5
"""A selection of less than this share of an element gives it a patch, and the colour it shall have stays as it was."""


def rerender(trace: Trace, mask: Array, words: str) -> Fix:
    """The selection (h, w) rendered again, changed as the words say, which are about the element that fills most of it.

    Without words it is drawn again as planned, by a model with another seed; the studio's own would give it other paints, which
    would end at its edge. A picture that a model painted, or that was opened, takes any words. Raises BadInput where nothing is
    selected, or of a picture drawn from its plan none of the words is understood.
    """
    box = bounds(mask)
    if box is None:
        raise BadInput("Nothing is selected.", "Select a region first.")
    render, words = trace.best_round().render, words.strip()
    element, plan = element_under(mask, trace), None
    seed = render.seed + (len(trace.rounds) if render.painted else 0)
    message = "Render the selection again." if render.painted else "Render the selection again, as it was planned."
    changed = editing.amended(trace.best_plan(), element, words) if words and element else None
    if changed is not None and changed.understood:
        plan = changed.plan
        if _share(mask, element, trace) < MOST:
            colours = tuple(r for r in trace.best_plan().requirements if r.kind == "colour" and r.element == element)
            others = tuple(r for r in plan.requirements if not (r.kind == "colour" and r.element == element))
            plan = plan.replace(requirements=(*others, *colours))
        message = f"Render the selection again: {words if render.painted else ', '.join(changed.understood)}."
    elif words and render.painted:
        message = f"Render the selection again: {words}."
    elif words:
        raise BadInput(f"Of “{words}” nothing was understood.", "Name a colour, a material, or new words in quotes.")
    return Fix(kind="rerender", fixer="rerender", answers=(), message=message, element=element, box=box, mask=Raster(mask),
               words=words if render.painted else "", plan=plan, seed=seed)  # fmt: skip


def typeset(trace: Trace, element: str, text: str) -> Fix:
    """New words in place of a text of the picture."""
    plan = trace.best_plan()
    plan = editing.with_element(plan, plan.element(element).replace(text=text))
    return _written(plan, element, text, _place(trace, element))


def written(trace: Trace, text: str, box: Box) -> Fix:
    """Words where there were none, in an ink that can be read there."""
    plan, element = editing.with_text(trace.best_plan(), text, box)
    plan = plan.with_element(plan.element(element).replace(colors=(_ink(trace, box),)))
    return _written(plan, element, text, box)


def _written(plan: Plan, element: str, text: str, box: Box) -> Fix:
    answers = tuple(r.id for r in plan.requirements if r.element == element and r.kind == "text")
    message = f"Write “{text}”."
    return Fix(kind="typeset", fixer="typeset", answers=answers, message=message, element=element, box=box, plan=plan)


def _ink(trace: Trace, box: Box) -> str:
    """The first of the plan's inks that stands out from the picture in the box; white or black where none does."""
    render = trace.best_round().render
    ground = np.median(render.pixels.array[editing.box_mask(box, render.width, render.height) > 0], axis=0)
    around = (int(ground[0]), int(ground[1]), int(ground[2]))

    def clear(ink: str) -> float:
        seen = parse(ink)
        return contrast(seen, around) if seen is not None else 0.0

    inks = (ink for text in trace.best_plan().texts() for ink in text.colors)
    return next((ink for ink in inks if clear(ink) >= threshold("text", "contrast")), max("white", "black", key=clear))


def recolour(trace: Trace, element: str, colour: str) -> Fix:
    """Another colour for an element of the picture."""
    old = trace.best_plan().element(element)
    plan = editing.with_element(trace.best_plan(), old.replace(colors=(colour, *old.colors[1:])))
    box = _place(trace, element)
    message = f"Make the {old.label} {colour}."
    answers = (f"colour:{element}",)
    return Fix(kind="recolour", fixer="recolour", answers=answers, message=message, element=element, box=box, plan=plan)


def _place(trace: Trace, element: str) -> Box:
    """Where an element is in the picture, else where it was planned."""
    mask = trace.best_round().render.masks.get(element)
    seen = bounds(mask.array) if mask is not None and mask.stored else None
    return seen or trace.best_plan().element(element).box


def element_under(mask: Array, trace: Trace) -> str:
    """The element that the selection is about: the smallest that covers a quarter of it, else the one that covers most."""
    masks, inside = trace.best_round().render.masks, mask > 127
    shares = {name: float((raster.array[inside] > 0).mean()) for name, raster in masks.items() if raster.stored}
    covering = [name for name, share in shares.items() if share > 0.25]
    if covering:
        return min(covering, key=lambda name: int((masks[name].array > 0).sum()))
    return max(shares, key=lambda name: shares[name], default="")


def _share(mask: Array, element: str, trace: Trace) -> float:
    """How much of the element is selected; all of it where its mask is not known."""
    known = trace.best_round().render.masks.get(element)
    if known is None or not known.stored or not known.array.any():
        return 1.0
    return float((mask[known.array > 0] > 127).mean())


def bounds(mask: Array) -> Box | None:
    """The box around all of a mask (h, w) that is selected; None where nothing is."""
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    if not len(rows):
        return None
    height, width = mask.shape
    return (columns[0] / width, rows[0] / height, (columns[-1] + 1) / width, (rows[-1] + 1) / height)
