"""Colours, materials, sizes and other adjectives of a noun phrase."""

from engine.planners.grammar import adjectives as adj
from engine.planners.grammar import lexicon as lex
from engine.planners.grammar.colours import COATS, THINGS_FIRST, Colour
from engine.planners.grammar.counts import Counts
from engine.planners.grammar.plural import singular
from engine.planners.grammar.prompt import Table, Token
from engine.planners.grammar.scan import Phrase, is_adjective
from engine.planners.grammar.verbs import AFTER_PARTICIPLE
from engine.types import Note, Span
from engine.vocabulary import MATERIALS

FILLINGS = frozenset({"honey", "juice", "water"})
_MATERIALS = Table({word: name for word, name in MATERIALS.items() if word not in FILLINGS})
_MATERIAL_NOUNS = frozenset(MATERIALS) - adj.ADJECTIVES - {word for word in MATERIALS if word.endswith(("ed", "y", "en", "ic"))}
_DEGREES = frozenset({"very", "really", "quite", "rather", "extremely", "super", "slightly", "fairly"})


class Qualities(Counts):
    """Reads one quality at a time into a phrase."""

    def quality(self, place: int, phrase: Phrase, nouns: list[int]) -> int | None:
        """The place after the colour, material, size or adjective at `place`, put into the phrase."""
        token = self.tokens[place]
        if self.compound(place) or (place and place - 1 in nouns and self.compound(place - 1)):
            return None
        listed = place > 0 and self.tokens[place - 1].word == "," and phrase.qualified and not nouns
        if listed and self.content(place + 1) and token.low not in MATERIALS and not self.palette.at(self.tokens, place):
            phrase.attributes.append((token.low, token.span))
            return place + 1
        if colour := self._colour(place, phrase, nouns):
            after, said = colour
            self._add_colour(phrase, said, place)
            return after
        if material := _MATERIALS.match(self.tokens, place):
            after, name = material
            if (
                self.content(after)
                or after - place > 1
                or (not nouns and (is_adjective(token.low) or token.low.endswith("en")))
            ):
                phrase.material = phrase.material or name
                if name in {"gold", "silver", "copper"} and (named := self.palette.at(self.tokens, place)):
                    self._add_colour(phrase, named[1], place)
                phrase.attributes.append(
                    (" ".join(t.low for t in self.tokens[place:after]), (token.start, self.tokens[after - 1].end))
                )
                return after
        low = token.low
        if low in _DEGREES and self.content(place + 1):
            return place + 1
        if low in adj.SCALES:
            phrase.scale *= adj.SCALES[low]
            phrase.attributes.append((low, token.span))
            return place + 1
        if low in AFTER_PARTICIPLE and nouns:  # "chocolate covered doughnut"
            while nouns:
                before = self.tokens[nouns.pop()]
                phrase.attributes.append((before.low, before.span))
        if "/" in low and self.word(place + 1) == "scale":
            phrase.attributes.append((low + " scale", (token.start, self.tokens[place + 1].end)))
            return place + 2
        if not nouns and low in adj.GERUNDS and self.content(place + 1):
            return None
        if nouns and low in adj.NOUN_LAST and not self.content(place + 1):
            return None
        if (
            is_adjective(low)
            or low == "3d"
            or "/" in low
            or (self.number(low) is not None and not nouns and self.content(place + 1))
        ):
            phrase.attributes.append((low, token.span))
            return place + 1
        return None

    def _colour(self, place: int, phrase: Phrase, nouns: list[int]) -> tuple[int, Colour] | None:
        found = self.palette.at(self.tokens, place)
        if not found:
            return None
        after, colour = found
        words = [token.low for token in self.tokens[place:after]]
        if len(words) == 1 and words[0] in THINGS_FIRST and not self.content(after):
            joined = place and self.tokens[place - 1].low in {"and", "&", ","}
            if phrase.stated or nouns or (phrase.qualified and not joined):
                return None
        elif len(words) == 1 and words[0] in THINGS_FIRST and not colour.exact:
            head = singular(self.tokens[after].low)
            written = head in lex.ROLES or head in {"background", "backdrop", "label", "floor", "banner"}
            if not (written or head in COATS or head in MATERIALS) or words[0] == "brick":
                return None
        return found

    def _add_colour(self, phrase: Phrase, colour: Colour, place: int) -> None:
        if any(colour.text == other.text for other in phrase.colors):
            return
        joined = place and self.tokens[place - 1].low in {"and", "&", ",", "or"}
        if phrase.colors and not joined and not colour.exact and phrase.colors[-1].span[1] <= colour.span[0]:
            first = phrase.colors[-1].text
            message = (
                f"“{first}” and “{colour.text}” cannot both colour the same thing: “{first}” is taken because it comes first."
            )
            self.notes.append(Note(kind="contradiction", message=message, span=colour.span))
            return
        phrase.colors.append(colour)
        if (material := MATERIALS.get(colour.text)) in {"gold", "silver", "copper"}:
            phrase.material = phrase.material or material

    def forget(self, span: Span, phrase: Phrase) -> None:
        """Takes a quality back that turned out to be the noun."""
        if any(colour.span == span for colour in phrase.colors) and phrase.material in {"gold", "silver", "copper"}:
            phrase.material = ""
        phrase.colors = [colour for colour in phrase.colors if colour.span != span]
        phrase.attributes = [entry for entry in phrase.attributes if entry[1] != span]
        self.notes = [note for note in self.notes if note.span != span]

    def noun_after_all(self, low: str, phrase: Phrase, counted: bool) -> bool:
        """Whether a phrase of qualities alone ends in a noun: "an orange", "the glass", "two oranges"."""
        said = counted or phrase.stated or phrase.plural
        if low in THINGS_FIRST or low in {"orange", "gold", "silver", "violet", "olive", "lavender", "coral"}:
            return said
        return (said and low not in adj.SCALES and not self.palette.at([_word(low)], 0)) or low in _MATERIAL_NOUNS


def _word(low: str) -> Token:
    return Token(low, 0, len(low), tuple(low.split("-")))
