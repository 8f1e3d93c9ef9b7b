"""The prompt as a sequence of items: things, texts, and the words that connect them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from engine.planners.grammar import lexicon as lex
from engine.planners.grammar.claims import Claims
from engine.planners.grammar.colours import Colour, Palette
from engine.planners.grammar.counts import UNITS
from engine.planners.grammar.phrases import Nouns
from engine.planners.grammar.prompt import Table, Token
from engine.planners.grammar.quotes import Quote
from engine.planners.grammar.scan import Phrase
from engine.planners.grammar.verbs import BASES, VERBS
from engine.planners.grammar.wordlist import phrases, words
from engine.types import Note, RelationName, Span

ItemKind = Literal[
    "noun", "text", "measure", "link", "trailing", "place", "colours", "quality", "copula", "verb", "says", "with", "of",
    "for", "to",
    "pronoun", "and", "comma", "stop", "medium", "made", "relative", "claimed", "arranged",
    "edit",
]  # fmt: skip

_RELATIONS = Table(lex.RELATIONS)
_TRAILING = Table(lex.TRAILING)
_PLACES = Table(lex.PLACES)
_VERB_RELATIONS = Table(lex.VERB_RELATIONS)
_ARRANGED = Table(
    dict.fromkeys(
        phrases(
            """
            in mid-air, in midair, in the air, in a row, in a line, in line, in a circle, in a grid, in rows,
            lined up, in a stack, in a group, in a pile, in pairs, in a neat row, in a single row, in formation,
            in a semicircle, in order, on their own, on its own
        """
        ),
        "",
    )
)
_MADE = Table(
    dict.fromkeys(
        ["made of", "made out of", "made from", "crafted from", "carved from", "built of", "built from", "out of"], ""
    )
)
_MEASURE = re.compile(r"\d+(?:[.,]\d+)?(?:ml|l|cl|dl|g|kg|mg|oz|lb|lbs|cm|%|kcal)", re.IGNORECASE)
_MARKS: dict[str, ItemKind] = {
    ",": "comma", ";": "stop", ".": "stop", ":": "comma", "!": "stop", "?": "stop", "\n": "stop", "(": "comma", ")": "comma",
    "—": "comma", "–": "comma", "-": "comma", "/": "comma", "&": "and", "+": "and", "、": "comma", "，": "comma",
    "。": "stop", "…": "stop",
    "|": "comma",
}  # fmt: skip
_ORDER = words("top bottom left right middle upper lower first second third last front back other")
_COPULA_NOUNS = frozenset({"look", "looks"})


@dataclass(slots=True, eq=False)
class Item:
    """One piece of the prompt. `name` is a relation, a verb or a place; `turned`: the object is what stands in the relation."""

    kind: ItemKind
    span: Span
    name: str = ""
    phrase: Phrase | None = None
    quote: Quote | None = None
    colors: list[Colour] = field(default_factory=list)
    relation: RelationName | None = None
    turned: bool = False


class Reader:
    """Cuts the tokens into items, left to right."""

    def __init__(self, tokens: Sequence[Token], claims: Claims, palette: Palette) -> None:
        self.tokens, self.claims, self.palette = tokens, claims, palette
        self.nouns = Nouns(tokens, claims.taken, palette)
        self.excluded: list[tuple[str, Span]] = []

    @property
    def notes(self) -> list[Note]:
        return self.nouns.notes

    def items(self) -> list[Item]:
        found: list[Item] = []
        place = 0
        while place < len(self.tokens):
            after, item = self._at(place, found[-1] if found else None)
            if item:
                found.append(item)
            place = max(after, place + 1)
        return found

    def _span(self, place: int, after: int) -> Span:
        return self.tokens[place].start, self.tokens[after - 1].end

    def _low(self, place: int) -> str:
        return self.tokens[place].low if place < len(self.tokens) and place not in self.claims.taken else ""

    def _at(self, place: int, before: Item | None) -> tuple[int, Item | None]:
        token = self.tokens[place]
        if place in self.claims.taken:
            return place + 1, Item("claimed", token.span)
        if token.quote:
            return place + 1, Item("text", token.span, quote=token.quote)
        if not token.is_word:
            return place + 1, Item(_MARKS[token.word], token.span) if token.word in _MARKS else None
        low = token.low
        if (low in {"no", "without", "excluding"} or (low == "free" and self._low(place + 1) == "of")) and not self._numbered(
            place
        ):
            return self._exclusion(place)
        if len(token.parts) == 2 and token.parts[1] == "free" and token.parts[0] in {"text", "people", "shadow"}:
            self.excluded.append((token.parts[0], token.span))
            return place + 1, Item("claimed", token.span)
        return self._connector(place, low) or self._small(place, low, before) or self._content(place, low)

    def _numbered(self, place: int) -> bool:
        return self._low(place) == "no" and place + 1 < len(self.tokens) and self.tokens[place + 1].word == "."

    def _connector(self, place: int, low: str) -> tuple[int, Item] | None:
        """Words that put one thing in a relation to another, or somewhere in the picture."""
        if match := _VERB_RELATIONS.match(self.tokens, place):
            relation, turned = match[1]
            words = " ".join(token.low for token in self.tokens[place : match[0]])
            return match[0], Item("link", self._span(place, match[0]), words, relation=relation, turned=turned)
        if made := _MADE.match(self.tokens, place):
            return made[0], Item("made", self._span(place, made[0]))
        if arranged := _ARRANGED.match(self.tokens, place):
            return arranged[0], Item("arranged", self._span(place, arranged[0]))
        link, trailing, spot = (
            _RELATIONS.match(self.tokens, place),
            _TRAILING.match(self.tokens, place),
            _PLACES.match(self.tokens, place),
        )
        reach = link[0] if link else 0
        if spot and spot[0] > reach and not (trailing and trailing[0] > spot[0]):
            return spot[0], Item("place", self._span(place, spot[0]), spot[1])
        if trailing and (trailing[0] > reach or (trailing[0] == reach and not self._object_follows(reach))):
            return trailing[0], Item("trailing", self._span(place, trailing[0]), relation=trailing[1])
        if link:
            words = " ".join(token.low for token in self.tokens[place : link[0]])
            return link[0], Item("link", self._span(place, link[0]), words, relation=link[1])
        return None

    def _object_follows(self, place: int) -> bool:
        if place >= len(self.tokens) or place in self.claims.taken or not self.tokens[place].is_word:
            return False
        low = self.tokens[place].low
        return low in lex.DETERMINERS or low in lex.PRONOUNS or low not in lex.SKIPPED | lex.OTHER_PREPOSITIONS

    def _small(self, place: int, low: str, before: Item | None) -> tuple[int, Item | None] | None:
        """Function words, and verbs outside noun phrases."""
        span = self.tokens[place].span
        kinds: dict[str, ItemKind] = {
            "with": "with",
            "of": "of",
            "for": "for",
            "to": "to",
            "and": "and",
            "or": "and",
            "but": "and",
        }
        if low == "for" and self._low(place + 1) in {"me", "us"}:
            return place + 2, None
        if low in kinds:
            return place + 1, Item(kinds[low], span)
        if low in lex.RELATIVES and not (low == "that" and before and before.kind == "link"):
            return place + 1, Item("relative", span)
        if low in lex.COPULAS and not (low in _COPULA_NOUNS and before and before.kind not in {"noun", "relative"}):
            return place + 1, Item("copula", span, low)
        if low in lex.SAYS and (self._text_follows(place + 1) or (before and before.kind == "text")):
            return place + 1, Item("says", span)
        if low == "the" and self._low(place + 1) in _ORDER and self._low(place + 2) in {"one", "ones"}:
            return place + 3, Item("pronoun", self._span(place, place + 3), "one")
        if low in {"has", "have", "having", "had"}:
            return place + 1, Item("with", span)
        if low in {"one", "both", "all", "each"} and self._low(place + 1) in lex.SAYS:
            return place + 1, Item("pronoun", span, low)
        if low in lex.PRONOUNS and not (low in {"one", "each", "other", "her"} and self._object_follows(place + 1)):
            return place + 1, Item("pronoun", span, low)
        if low in {"both", "all"} and not self._object_follows(place + 1):
            return place + 1, Item("pronoun", span, low)
        starts = before is None or before.kind in {"stop", "comma"}
        if low in lex.IMPERATIVES and starts and self._low(place + 1) in lex.DETERMINERS | lex.NUMBERS.keys():
            return place + 1, Item("edit" if low in lex.EDITS else "verb", span, low)
        if low == "between":
            return place + 1, Item("link", span, low, relation="right of")
        if low in lex.OTHER_PREPOSITIONS:
            return place + 1, Item("relative", span)
        if (before and before.kind == "to" and low not in lex.DETERMINERS) or self._low(
            place - 1 if place else 0
        ) in lex.MODALS:
            return place + 1, Item("verb", span, low)
        if before and before.kind == "noun" and low in BASES and self.tokens[place - 1].end == before.span[1]:
            return place + 1, Item("verb", span, low)  # the noun phrase ended before it
        if low in VERBS and not (before and before.kind in {"link", "with"}):
            following = self._low(place + 1)
            ends = not self._object_follows(place + 1) or following in lex.DETERMINERS or following in lex.NUMBERS
            if ends or _RELATIONS.match(self.tokens, place + 1) or (before and before.kind in {"copula", "noun"}):
                return place + 1, Item("verb", span, low)
        return None

    def _text_follows(self, place: int) -> bool:
        return any(token.quote for token in self.tokens[place : place + 7])

    def _content(self, place: int, low: str) -> tuple[int, Item | None]:
        if self._is_measure(place):
            after = place + (1 if _MEASURE.fullmatch(low) else 2)
            if not self._object_follows(after) or self._low(after) == "of":
                return after, Item("measure", self._span(place, after))
        if low in lex.SKIPPED and low not in lex.DETERMINERS:
            return place + 1, None
        found = self.nouns.at(place)
        if not found:
            return place + 1, None
        after, phrase = found
        if phrase.bare:
            qualities = [text for text, _ in phrase.attributes]
            if phrase.colors and not phrase.stated and not phrase.plural and not qualities:
                return after, Item("colours", phrase.span, colors=phrase.colors, phrase=phrase)
            return after, Item("noun" if phrase.stated else "quality", phrase.span, colors=phrase.colors, phrase=phrase)
        medium = lex.MEDIA.get(phrase.last, "")
        if medium and (self._low(after) in {"of", "showing", "depicting"} or medium == "mockup"):
            return after + (self._low(after) != ""), Item("medium", phrase.span, medium, phrase)
        return after, Item("noun", phrase.span, phrase=phrase)

    def _is_measure(self, place: int) -> bool:
        low = self.tokens[place].low
        return bool(_MEASURE.fullmatch(low)) or (low.replace(".", "").isdigit() and self._low(place + 1) in UNITS)

    def _exclusion(self, place: int) -> tuple[int, Item | None]:
        """What must not be in the picture: "no text or logos", "without any people"."""
        after = place + 1 + (self._low(place) == "free")
        end = after
        while self._low(after):
            found = self.nouns.at(after) if self.tokens[after].is_word else None
            if not found or found[1].bare:
                break
            end = found[0]
            names = found[1].head.removesuffix(" other")
            self.excluded.append((names, self._span(place, end)))
            if self._low(end) in {"other", "except", "but", "besides"} or self._low(end - 1) == "other":
                while self._low(end) in {"other", "except", "but", "besides", "than", "for", "the"}:
                    end += 1
                allowed = self.nouns.at(end) if self._low(end) else None
                end = allowed[0] if allowed else end
                self.excluded.pop()
                self.claims.taken |= set(range(place, end))
                return end, Item("claimed", self._span(place, end))  # "no text other than COLA"
            if self._low(end) not in {"or", "nor", "and"} or self._low(end + 1) in lex.DETERMINERS - {"any", "no"}:
                break
            after = end + 1
        return end, Item("claimed", self._span(place, max(end, place + 1)))
