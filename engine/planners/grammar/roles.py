"""The part a noun plays: a thing to draw, a word for a text, the background, a quality of the picture."""

from collections.abc import Sequence
from enum import Enum, auto

from engine.planners.grammar import lexicon as lex
from engine.planners.grammar.items import Item
from engine.planners.grammar.scan import Phrase
from engine.planners.grammar.wordlist import words
from engine.vocabulary import GROUNDS, SHAPES

_NEAR = 40
_CERTAIN = words(
    "headline title heading subtitle subheading subline tagline slogan caption footer text texts word words"
    " inscription logotype"
)


class Part(Enum):
    THING = auto()
    WRITTEN = auto()
    BACKGROUND = auto()
    QUALITY = auto()
    PIECE = auto()
    DESIGN = auto()


def shape_of(phrase: Phrase) -> str:
    """The studio's shape for a thing, "" where it has none."""
    words = phrase.head.replace("-", " ").split()
    for held in (phrase.contents, phrase.contents.rsplit(" ", 1)[-1]):
        if shape := SHAPES.get(f"{phrase.head} of {held}"):
            return shape
    for first in range(len(words)):
        name = " ".join(words[first:])
        if name in lex.OUTLIERS:
            return ""
        if name in SHAPES:
            return SHAPES[name]
    return ""


def name_shapes(items: Sequence[Item]) -> None:
    """Gives every thing its shape; a poster or painting in a room is a frame."""
    for index, item in enumerate(items):
        if item.phrase and item.phrase.head:
            item.phrase.head = item.phrase.head.replace("wall background", "wall")
            item.phrase.shape = shape_of(item.phrase) or lex.EVERYDAY_SHAPES.get(item.phrase.head, "")
            if item.phrase.shape == "lettering" and not _standing(items, index, item.phrase):
                item.phrase.shape = ""


def _standing(items: Sequence[Item], index: int, letters: Phrase) -> bool:
    """Whether letters are things in a room, and not how a text before is set: "OPEN" in red letters."""
    if any(text in {"3d", "three-dimensional", "standing"} for text, _ in letters.attributes):
        return True
    earlier = items[max(0, index - _NEAR) : index]
    listed = bool(earlier) and earlier[-1].kind == "and"
    carried = any(item.phrase and item.phrase.shape in lex.CARRIERS for item in earlier) and not listed
    return not carried and not any(item.kind == "text" for item in earlier)


def part_of(items: Sequence[Item], index: int, phrase: Phrase, flat: bool, host: Phrase | None) -> Part:
    """The part of the noun phrase at `index`; `host` is the thing before that it may belong to."""
    last = phrase.last
    near = any(item.kind == "text" for item in items[max(0, index - 2) : index + 3])
    before = items[index - 1].kind if index else ""
    if last == "background":
        return Part.BACKGROUND
    if flat and phrase.shape == "backdrop":
        return Part.BACKGROUND
    if last in {"font", "typeface"} and not phrase.colors:
        return Part.QUALITY
    if last in lex.ROLES and phrase.shape != "lettering" and (near or flat or last in _CERTAIN):
        return Part.WRITTEN
    loose = last in lex.LOOSE_QUALITIES and (
        flat or (not _counted(phrase) and (before in {"link", "with"} or not phrase.stated))
    )
    if (" " not in phrase.head or last in {"color", "colour"}) and (last in lex.QUALITIES or loose):
        return Part.QUALITY
    if last in lex.ABSTRACT and host is not None and not flat:
        return Part.PIECE
    if (
        last in {"letter", "lettering"}
        and not phrase.shape
        and before == "link"
        and any(i.kind == "text" for i in items[max(0, index - _NEAR) : index])
    ):
        return Part.WRITTEN
    on_it = before == "link" and phrase.definite and any(item.kind == "text" for item in items[max(0, index - 6) : index])
    if on_it and host is not None and phrase.head in lex.PARTS_OF_THINGS:
        return Part.PIECE
    if last in {"window", "stripe", "band"} and host is not None and host.shape in lex.CARRIERS and before == "with":
        return Part.PIECE
    piece = last in lex.PARTS_OF_THINGS and " " not in phrase.head and host is not None
    if piece and host and (near or (before in {"with", "says"} and (host.shape or not phrase.colors))):
        return Part.PIECE
    if flat and last in lex.DESIGNS:
        return Part.DESIGN
    return Part.THING


def _counted(phrase: Phrase) -> bool:
    return bool(phrase.colors) or (phrase.stated and not phrase.definite)


def is_flat(items: Sequence[Item], staged: bool) -> bool:
    """Whether the prompt asks for artwork from edge to edge rather than for things in a room.

    `staged`: other words (a camera, a mockup) already speak of a room.
    """
    nouns = [
        (index, item.phrase)
        for index, item in enumerate(items)
        if item.kind == "noun"
        and item.phrase
        and item.phrase.head
        and item.phrase.last not in lex.QUALITIES | {"background", "color", "colour"}
    ]
    written = [entry for entry in nouns if entry[1].last in lex.ROLES and entry[1].shape != "lettering"]
    if len(nouns) == len(written):
        return not staged and not any(item.kind == "medium" for item in items)
    index, first = nouns[0]
    if staged or first.last not in lex.DESIGNS or (first.stated and first.count > 1):
        return False
    for place, other in nouns[1:]:
        if items[place - 1].kind == "and" and index == place - 2:
            return False
        if other.shape in GROUNDS and other.shape != "backdrop":
            return False
        if (
            (items[place - 1].kind in {"link", "and"} or place == index + 1)
            and other.shape
            and other.last not in lex.DESIGNS | lex.ROLES.keys()
        ):
            return False
        if items[place - 1].kind == "link" and place - 2 == index:
            return False
    return True
