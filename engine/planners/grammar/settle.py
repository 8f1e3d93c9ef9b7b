"""What the words leave open: whose text is whose, what a label sticks to, which kind of picture it is."""

import re
from collections.abc import Sequence

from engine.errors import BadInput
from engine.planners.grammar.frame import PAINTED
from engine.planners.grammar.items import Item
from engine.planners.grammar.lexicon import CARRIERS
from engine.planners.grammar.meaning import Reading, Writing
from engine.planners.grammar.scan import Phrase
from engine.types import Brief, Note, PlanKind
from engine.vocabulary import GROUNDS

_LOGO = re.compile(r"\b(?:(?:the|our|their|its|a|with|brand|brand's|company|company's)\s+)*logo\b", re.IGNORECASE)
_DASH = re.compile(r"\s+[—–|·]\s+|\n+")


def settle(reading: Reading, items: Sequence[Item], prompt: str, brief: Brief, flat: bool) -> None:
    """Completes the reading in place."""
    for writing in reading.writings:
        writing.text = prompt[slice(*writing.span)]
    if flat and "card" in reading.design:
        reading.writings = [part for writing in reading.writings for part in _parts(writing)]
    if brief.references and (flat or not reading.things):
        _place_pictures(reading, brief)
    if not flat:
        _stick_labels(reading)
        _find_hosts(reading)
    if brief.brand and brief.brand.logo and "logo" not in reading.design:
        _place_logo(reading, prompt, flat)
    if reading.sources:
        names = ", ".join(f"“{thing.head}”" for thing in reading.sources)
        message = f"{names} is taken from the reference picture and not drawn by itself."
        reading.notes.append(Note(kind="assumption", message=message, span=reading.sources[0].span))


def kind_of(reading: Reading, flat: bool) -> PlanKind:
    """Raises BadInput where there is nothing to draw."""
    things = [thing for thing in reading.things if thing.shape not in {"image", "logo"}]
    if not (reading.things or reading.writings or reading.background):
        raise BadInput("The prompt names nothing to draw.", "Name a thing, or put the text to write in quotation marks.")
    painted = "art" in reading.media or any(PAINTED.search(text) for text, _ in reading.styles)
    if not things and (flat or not painted):
        return "flat"
    staged = all(thing.shape for thing in things) and any(thing.shape not in GROUNDS | {"label", "logo"} for thing in things)
    return "scene" if staged and not painted else "picture"


def _parts(writing: Writing) -> list[Writing]:
    """ "Zoë Müller — Architektin" on a card is two texts."""
    parts: list[Writing] = []
    place = 0
    for piece in _DASH.split(writing.text):
        start = writing.text.index(piece, place)
        place = start + len(piece)
        if piece:
            span = writing.span[0] + start, writing.span[0] + place
            role = writing.role if not parts else ""
            parts.append(Writing(piece, span, role, writing.host, list(writing.inks), writing.place, writing.scale))
    return parts


def _place_pictures(reading: Reading, brief: Brief) -> None:
    """The reference pictures; what the prompt says is in them is not drawn by itself."""
    depicted = list(reading.things) if reading.media else []
    for number in range(len(brief.references)):
        name = depicted[number].head if number < len(depicted) else "picture"
        span = depicted[number].span if number < len(depicted) else (0, 0)
        picture = Phrase(name, span, shape="image", stated=True)
        reading.things.append(picture)
    reading.things = [thing for thing in reading.things if thing not in depicted]


def _place_logo(reading: Reading, prompt: str, flat: bool) -> None:
    """The brand kit's logo: in a design always, in a scene on what carries the text, else on what carries print best."""
    said = _LOGO.search(prompt)
    span = said.span() if said else (0, 0)
    named = [thing for thing in reading.things if thing.last == "logo"]
    hosts = [place for thing, relation, place, _ in reading.relations if thing in named and relation == "on"]
    rest = [thing for thing in reading.things if thing not in named]
    if not flat and not all(thing.shape for thing in rest):
        return
    reading.understood.append(span)
    reading.things = rest
    reading.relations = [one for one in reading.relations if not {id(one[0]), id(one[2])} & {id(thing) for thing in named}]
    logo = Phrase("logo", span, shape="logo", stated=True)
    if not flat:
        hosts += [writing.host for writing in reading.writings if writing.host]
        hosts += sorted((thing for thing in rest if thing.shape in CARRIERS), key=lambda thing: thing.shape != "label")
        host = next((host for host in hosts if host.shape in CARRIERS), None)
        if host is None:
            message = "The logo of the brand kit is left out: nothing in the scene carries print."
            reading.notes.append(Note(kind="assumption", message=message, span=span))
            return
        reading.relations.append((logo, "on", host, span))
    reading.things.append(logo)


def _stick_labels(reading: Reading) -> None:
    for thing in reading.things:
        if thing.shape == "label" and thing.last == "label" and (thing.owner is None or thing.owner.shape in GROUNDS):
            earlier = [other for other in reading.things if other is not thing and other.shape not in GROUNDS | {"label"}]
            thing.owner = earlier[0] if earlier else None


def _find_hosts(reading: Reading) -> None:
    """Texts without a place go to the thing that carries text best; one on the bare ground becomes standing letters."""
    able = [thing for thing in reading.things if thing.shape in CARRIERS]
    able.sort(key=lambda thing: (thing.shape != "label", CARRIERS.index(thing.shape) if len(able) > 1 else 0))
    for writing in reading.writings:
        if writing.host is None and able:
            writing.host = able[0]
        host = writing.host
        if host is None and reading.things and all(thing.shape in GROUNDS for thing in reading.things):
            host = reading.things[-1]
        if host and host.shape in GROUNDS:
            letters = Phrase("letters", writing.span, shape="lettering", stated=True, colors=writing.inks)
            reading.things.append(letters)
            reading.relations.append((letters, "on", host, writing.span))
            writing.host = letters
