"""Copies that are told apart: "two books, the left one red", "three mugs, one red and two blue"."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from engine.planners.grammar.colours import Colour
from engine.planners.grammar.items import Item
from engine.planners.grammar.meaning import Reading
from engine.planners.grammar.scan import Phrase
from engine.types import Span

_PLACES = {"left": 0, "first": 0, "middle": 1, "center": 1, "centre": 1, "second": 1, "right": -1, "third": 2, "last": -1}
_ROW = 3
"""Up to so many copies can be told apart by their places."""


@dataclass(frozen=True)
class Copies:
    """Some of a phrase's copies: how many, their colours, and their place in the row from the left, −1 where it is not said."""

    count: int
    colors: list[Colour]
    place: int = -1


@dataclass
class Apart:
    """The items without what tells copies apart, and what it says of each phrase."""

    items: list[Item] = field(default_factory=list)
    copies: dict[int, list[Copies]] = field(default_factory=dict)
    spans: list[Span] = field(default_factory=list)


def told_apart(items: Sequence[Item], prompt: str) -> Apart:
    """Takes out each run of "the left one red", or of "one red" right after the things that it is about."""
    found, at = Apart(), 0
    several: Phrase | None = None
    while at < len(items):
        phrase = items[at].phrase
        found.items.append(items[at])
        at += 1
        if items[at - 1].kind == "stop":
            several = None
        if items[at - 1].kind != "noun" or phrase is None or phrase.bare:
            continue
        several = phrase if phrase.count > 1 else several
        if several and id(several) not in found.copies:
            copies, after = _run(items, at, several, prompt)
            if copies and (several is phrase or copies[0].place >= 0):
                found.copies[id(several)] = copies
                found.spans += [item.span for item in items[at:after]]
                at = after
    return found


def _run(items: Sequence[Item], start: int, phrase: Phrase, prompt: str) -> tuple[list[Copies], int]:
    copies: list[Copies] = []
    at = after = start
    while at < len(items) and items[at].kind in {"comma", "and"}:
        at += 1
        item = items[at] if at < len(items) else None
        if item and item.kind == "noun" and item.phrase and item.phrase.bare and item.phrase.stated and item.phrase.colors:
            copies.append(Copies(item.phrase.count, item.phrase.colors))
            at = after = at + 1
        elif item and item.kind == "pronoun" and item.name == "one" and (place := _place(item, phrase, prompt)) is not None:
            at += 1
            while at < len(items) and (items[at].kind == "copula" or (items[at].kind == "link" and items[at].name == "in")):
                at += 1
            if at >= len(items) or items[at].kind != "colours":
                break
            copies.append(Copies(1, items[at].colors, place))
            at = after = at + 1
        else:
            break
    ordered = [one.place for one in copies if one.place >= 0]
    sound = len(set(ordered)) == len(ordered) and len(ordered) in {0, len(copies)}
    return (copies, after) if sound and sum(one.count for one in copies) <= phrase.count else ([], start)


def _place(item: Item, phrase: Phrase, prompt: str) -> int | None:
    """The place in the row that "the left one" means; None where it means none in a row of so many."""
    said = next((word for word in prompt[slice(*item.span)].lower().split() if word in _PLACES), None)
    if said is None or phrase.count > _ROW or (said in {"middle", "center", "centre"} and phrase.count != _ROW):
        return None
    place = _PLACES[said] % phrase.count if _PLACES[said] < 0 else _PLACES[said]
    return place if place < phrase.count else None


def part(reading: Reading, apart: Apart) -> None:
    """Makes each phrase whose copies were told apart several things, which stand as the whole did."""
    copies = apart.copies
    reading.understood += apart.spans
    for thing in list(reading.things):
        if id(thing) in copies:
            parts = _parts(thing, copies[id(thing)])
            where = reading.things.index(thing)
            reading.things[where : where + 1] = parts
            for subject, relation, other, span in list(reading.relations):
                reading.relations += [(one, relation, other, span) for one in parts[1:] if subject is thing]
                reading.relations += [(subject, relation, one, span) for one in parts[1:] if other is thing]
            if any(one.place >= 0 for one in copies[id(thing)]):
                reading.relations += [(left, "left of", right, thing.span) for left, right in pairwise(parts)]


def _parts(thing: Phrase, copies: list[Copies]) -> list[Phrase]:
    """The parts from left to right; the first is the phrase itself."""
    if any(one.place >= 0 for one in copies):
        colors = {one.place: one.colors for one in copies}
        row = [Copies(1, colors.get(place, thing.colors)) for place in range(thing.count)]
    else:
        rest = thing.count - sum(one.count for one in copies)
        row = [*copies, *([Copies(rest, thing.colors)] if rest else [])]
    more = [replace(thing, count=one.count, colors=one.colors, plural=one.count > 1) for one in row[1:]]
    thing.count, thing.colors, thing.plural = row[0].count, row[0].colors, row[0].count > 1
    return [thing, *more]
