"""The colours of texts and of the ground they are set on."""

from collections.abc import Sequence
from typing import Final

from engine.planners.grammar import palette
from engine.planners.grammar.elements import Drawn
from engine.planners.grammar.meaning import Reading
from engine.types import Element, PlanKind, Span

PRINTED: Final = frozenset(
    {"box", "carton", "label", "sign", "card", "book", "can", "bag", "pouch", "tube", "mug", "billboard"}
)
"""Shapes whose whole surface is printed or painted: they wear a brand's colours."""


def coloured(drawn: Drawn, reading: Reading, kind: PlanKind, seed: int, kit: Sequence[str] = ()) -> dict[str, Span]:
    """Gives texts the inks that were asked for, and flat artwork a ground and readable inks where the prompt gives none.

    The colours of the brand's `kit` come first; in a scene what carries its print takes them too. Returns the ids of the
    elements of text whose ink was asked for, with where it was.
    """
    asked: dict[str, Span] = {}
    for element in drawn.elements:
        writing = drawn.writings.get(element.id)
        if element.kind != "text" or not writing:
            continue
        role_inks = reading.role_inks.get(element.label, reading.role_inks.get("", []))
        general = reading.inks if reading.inks and writing.span[0] < reading.inks[0].span[0] else []
        inks = writing.inks or role_inks or general
        if inks:
            asked[element.id] = inks[0].span
            _exchange(drawn, element.replace(colors=tuple(colour.text for colour in inks)))
    if kind == "flat":
        _complete(drawn, reading, seed, asked, kit)
    elif kind == "scene" and kit:
        _branded(drawn, seed, kit)
    return asked


def _complete(drawn: Drawn, reading: Reading, seed: int, asked: dict[str, Span], kit: Sequence[str]) -> None:
    first_ink = next((element.colors[0] for element in drawn.elements if element.id in asked), None)
    background = next((element for element in drawn.elements if element.kind == "background"), None)
    if background is None or not background.colors:
        chosen = palette.ground(seed, first_ink, kit)
        if background is None:
            drawn.elements.insert(0, Element(id="background", label="background", kind="background", colors=(chosen,)))
        else:
            _exchange(drawn, background.replace(colors=(chosen,)))
        drawn.chosen.add("background")
    ground = next(element.colors[0] for element in drawn.elements if element.kind == "background")
    spread = first_ink and (not reading.role_inks or palette.plain(first_ink)) and palette.readable(first_ink, ground)
    ink = first_ink if first_ink and spread else palette.ink(seed, ground, kit)
    for element in drawn.elements:
        if element.kind == "text" and not element.colors:
            _exchange(drawn, element.replace(colors=(ink,)))


def _branded(drawn: Drawn, seed: int, kit: Sequence[str]) -> None:
    """What carries a text or the logo takes a colour of the kit, and the text another, where the prompt asks for none."""
    by_id = {element.id: element for element in drawn.elements}
    for relation in drawn.relations:
        printed, host = by_id[relation.subject], by_id[relation.object]
        if relation.relation != "on" or printed.kind not in {"text", "logo"} or host.kind not in PRINTED:
            continue
        if not host.colors and not host.material:
            ink = printed.colors[0] if printed.colors else None
            by_id[host.id] = host = host.replace(colors=(palette.ground(seed, ink, kit),))
            drawn.chosen.add(host.id)
        if printed.kind == "text" and host.colors and not printed.colors:
            by_id[printed.id] = printed.replace(colors=(palette.ink(seed, host.colors[0], kit),))
    drawn.elements = list(by_id.values())


def _exchange(drawn: Drawn, element: Element) -> None:
    drawn.elements = [element if old.id == element.id else old for old in drawn.elements]
