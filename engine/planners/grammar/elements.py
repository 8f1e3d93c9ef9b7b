"""From what was read to the plan's elements and relations, with ids that are words."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from engine.planners.grammar import lexicon as lex
from engine.planners.grammar.colours import Colour
from engine.planners.grammar.meaning import Reading, Writing
from engine.planners.grammar.scan import Phrase
from engine.types import Element, Note, PlanKind, Relation, RelationName, Span

MOST_ELEMENTS = 200
MOST_TEXTS = 60
MOST_OF_ONE = 255
MOST_OF_ALL = 1000
_ROLE_ORDER = ("headline", "subtitle", "body")


@dataclass(slots=True)
class Drawn:
    """The elements of a plan, and what each was read from."""

    elements: list[Element] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    relation_spans: dict[tuple[str, str, str], Span] = field(default_factory=dict)
    phrases: dict[str, Phrase] = field(default_factory=dict)
    writings: dict[str, Writing] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)
    ids: dict[int, str] = field(default_factory=dict)
    used: dict[str, int] = field(default_factory=dict)
    chosen: set[str] = field(default_factory=set)

    def new_id(self, label: str) -> str:
        slug = re.sub(r"[^\w]+", "-", label.lower()).strip("-") or "thing"
        while True:
            self.used[slug] = number = self.used.get(slug, 0) + 1
            name = slug if number == 1 else f"{slug}-{number}"
            if number == 1 or name not in self.used:
                return name

    def relate(self, subject: str, relation: RelationName, other: str, span: Span) -> None:
        """Adds the relation unless it is known or contradicts one that came before."""
        if subject == other or (subject, relation, other) in self.relation_spans:
            return
        opposite = lex.OPPOSITE.get(relation)
        if (opposite and (subject, opposite, other) in self.relation_spans) or (
            other,
            relation,
            subject,
        ) in self.relation_spans:
            message = f"“{subject}” cannot be {relation} “{other}” as well: what was said first is taken."
            self.notes.append(Note(kind="contradiction", message=message, span=span))
            return
        self.relations.append(Relation(subject=subject, relation=relation, object=other))
        self.relation_spans[subject, relation, other] = span


def draw(reading: Reading, kind: PlanKind) -> Drawn:
    """The elements for a reading, without boxes: background, things, labels, then texts."""
    drawn = Drawn()
    if reading.background and (reading.background.colors or kind == "flat"):
        colors = tuple(colour.text for colour in reading.background.colors)
        drawn.used["background"] = 1
        drawn.elements.append(
            Element(id="background", label="background", kind="background", colors=colors, span=reading.background.span)
        )
        drawn.phrases["background"] = reading.background
    things = list(_merged(reading))
    for thing in things[:MOST_ELEMENTS]:
        _add_thing(drawn, thing, kind)
    for thing in things[MOST_ELEMENTS:]:
        message = f"A plan holds {MOST_ELEMENTS} different things at most; “{thing.head}” is left out."
        drawn.notes.append(Note(kind="unused", message=message, span=thing.span))
    for subject, relation, other, span in reading.relations:
        if id(subject) in drawn.ids and id(other) in drawn.ids:
            drawn.relate(drawn.ids[id(subject)], relation, drawn.ids[id(other)], span)
    for thing in things:
        if thing.shape == "label" and thing.owner and id(thing.owner) in drawn.ids and id(thing) in drawn.ids:
            drawn.relate(drawn.ids[id(thing)], "on", drawn.ids[id(thing.owner)], thing.span)
    _add_texts(drawn, reading, kind)
    return drawn


def _merged(reading: Reading) -> Iterator[Phrase]:
    """The things; equal ones that stand in no relation are one with the sum of their counts."""
    held = {id(end) for subject, _, other, _ in reading.relations for end in (subject, other)}
    held |= {id(writing.host) for writing in reading.writings} | {id(thing.owner) for thing in reading.things}
    held |= {id(thing) for thing, *_ in reading.actions}
    seen: dict[tuple[object, ...], Phrase] = {}
    for thing in reading.things:
        if id(thing) in held or thing.owner:
            continue
        colors = tuple(colour.text for colour in thing.colors)
        attributes = tuple(text for text, _ in thing.attributes)
        key = thing.head, colors, thing.material, thing.contents, attributes, thing.stated, thing.definite
        if key in seen:
            seen[key].count += thing.count
        else:
            seen[key] = thing
    held |= {id(thing) for thing in seen.values()}
    yield from (thing for thing in reading.things if id(thing) in held or thing.owner)


def _add_thing(drawn: Drawn, thing: Phrase, kind: PlanKind) -> None:
    left = min(thing.count, MOST_OF_ALL - sum(element.count for element in drawn.elements))
    if left < thing.count:
        message = f"A picture holds {MOST_OF_ALL:,} things at most; left out: {thing.count - max(left, 0):,} × “{thing.head}”."
        drawn.notes.append(Note(kind="unused", message=message, span=thing.span))
        if left <= 0:
            return
    while left >= 0:
        element_id = drawn.new_id(thing.head)
        drawn.ids.setdefault(id(thing), element_id)
        drawn.phrases[element_id] = thing
        lettering = thing.shape == "lettering"
        drawn.elements.append(
            Element(
                id=element_id,
                label="letters" if lettering else thing.head,
                kind=thing.shape or "thing",
                count=1 if lettering else min(left, MOST_OF_ONE),
                colors=tuple(colour.text for colour in thing.colors),
                material=thing.material,
                contents=thing.contents,
                scale=min(max(thing.scale, 0.01), 100.0),
                span=thing.span,
            )
        )
        left -= MOST_OF_ONE
        if left <= 0:
            break
    if kind == "scene" and thing.shape and thing.last != thing.shape and not thing.head.endswith(thing.shape):
        article = "an" if thing.shape[0] in "aeiou" else "a"
        said = f"“{thing.head}” is drawn as {article} {thing.shape}."
        if thing.shape != "lettering":
            drawn.notes.append(Note(kind="substitution", message=said, span=thing.span))
    if thing.plural and not thing.stated and thing.shape != "lettering":
        said = f"“{thing.head}” came without a number: {thing.count} are planned."
        drawn.notes.append(Note(kind="assumption", message=said, span=thing.span))


def _add_texts(drawn: Drawn, reading: Reading, kind: PlanKind) -> None:
    writings = (
        sorted(reading.writings, key=lambda writing: {"top": 0, "bottom": 2}.get(writing.place, 1))
        if kind == "flat"
        else reading.writings
    )
    said: dict[int, set[str]] = {}
    for writing in writings:
        said.setdefault(id(writing.host), set()).add(writing.role)
    for writing in writings[MOST_TEXTS:]:
        message = f"A plan holds {MOST_TEXTS} texts at most; “{writing.text[:40]}” is left out."
        drawn.notes.append(Note(kind="unused", message=message, span=writing.span))
    for writing in writings[:MOST_TEXTS]:
        host = drawn.ids.get(id(writing.host), "") if writing.host else ""
        if host and drawn.phrases[host].shape == "lettering" and not (old := _element(drawn, host)).text:
            drawn.elements[drawn.elements.index(old)] = old.replace(text=writing.text)
            drawn.writings[host] = writing
            continue
        if not writing.role:
            taken = said[id(writing.host)]
            writing.role = next((role for role in _ROLE_ORDER if role not in taken), "body")
            taken.add(writing.role)
        element_id = drawn.new_id(writing.role)
        drawn.writings[element_id] = writing
        drawn.elements.append(
            Element(
                id=element_id,
                label=writing.role,
                kind="text",
                colors=_texts(writing.inks),
                text=writing.text,
                scale=min(max(writing.scale, 0.25), 4.0) if writing.role != "small print" else 1.0,
                span=writing.span,
            )
        )
        if host:
            drawn.relate(element_id, "on", host, writing.span)


def _element(drawn: Drawn, element_id: str) -> Element:
    return next(element for element in drawn.elements if element.id == element_id)


def _texts(colors: Iterable[Colour]) -> tuple[str, ...]:
    return tuple(colour.text for colour in colors)
