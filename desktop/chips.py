"""What of a prompt was understood, as chips and as places in its text. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from engine.colour import names
from engine.types import Plan, Span

ChipKind = Literal["text", "thing", "colour", "camera", "light", "style", "excluded", "unused", "note"]


@dataclass(frozen=True)
class Chip:
    """`element` is what a click on it edits; `colour` as "#RRGGBB"; `message` what there is to say about it."""

    kind: ChipKind
    text: str
    element: str = ""
    colour: str = ""
    message: str = ""
    span: Span = (0, 0)


def chips(plan: Plan, prompt: str) -> tuple[Chip, ...]:
    """In the order in which a person looks for them: words, things, colours, camera and light, style, what is left over."""
    made: list[Chip] = [Chip("text", f"“{e.text}”", e.id, span=e.span) for e in plan.texts()]
    for element in plan.elements:
        if element.kind not in {"text", "background"}:
            count = f"{element.count} × " if element.count > 1 else ""
            made.append(Chip("thing", f"{count}{element.label}", element.id, span=element.span))
    for element in plan.elements:
        for colour in element.colors if _asked(plan, element.id) else ():
            value = names.parse(colour)
            made.append(Chip("colour", colour, element.id, names.hex_of(value) if value else "", span=element.span))
    if plan.kind == "scene":
        made.append(Chip("camera", f"{plan.camera.azimuth:.0f}° · {plan.camera.elevation:.0f}°"))
        made.append(Chip("light", plan.light))
    made += [Chip("style", word) for word in plan.style]
    made += [Chip("excluded", word) for word in plan.excluded]
    for note in plan.notes:
        words = " ".join(prompt[slice(*note.span)].split())
        if note.kind == "unused":
            made.append(Chip("unused", words or note.message, message=note.message, span=note.span))
        else:
            made.append(Chip("note", note.message, span=note.span))
    return tuple(made)


def _asked(plan: Plan, element: str) -> bool:
    return any(r.kind == "colour" and r.element == element for r in plan.requirements)


def highlights(plan: Plan, prompt: str) -> tuple[tuple[Span, str], ...]:
    """Places in the prompt and what became of them: "understood", "unused" or "contradiction"."""
    spans: dict[Span, str] = {}
    for span in (*(e.span for e in plan.elements), *(r.span for r in plan.requirements)):
        spans[span] = "understood"
    for note in plan.notes:
        if note.kind in {"unused", "contradiction"}:
            spans[note.span] = note.kind
    inside = {span: kind for span, kind in spans.items() if 0 <= span[0] < span[1] <= len(prompt)}
    return tuple(sorted(inside.items(), key=lambda item: (item[1] != "understood", item[0])))
