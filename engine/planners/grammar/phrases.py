"""Noun phrases: how many, how large, which colours and materials, and of what."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from engine.planners.grammar import adjectives as adj
from engine.planners.grammar import lexicon as lex
from engine.planners.grammar.colours import COATS, THINGS_FIRST, Colour, Palette
from engine.planners.grammar.plural import PAIRED, is_plural, singular
from engine.planners.grammar.prompt import Table, Token
from engine.planners.grammar.verbs import AFTER_PARTICIPLE, BASES, FINITE, RESTING, VERBS
from engine.planners.grammar.wordlist import words
from engine.types import Note, Span
from engine.vocabulary import MATERIALS, SHAPES

UNITS = words("ml l cl dl litre litres liter liters g kg mg oz lb lbs cm mm m inch inches ft px percent % kcal pt")
_WHOLE = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")
_FILLINGS = frozenset({"honey", "juice", "water"})
_CONTAINERS = words(
    "bottle jar can mug cup box carton pouch tube bag glass bowl plate vase basket bucket tray pot tin crate packet barrel "
    "case jug pitcher sack pack package dish platter bouquet cone"
)
_TABLE_MATERIALS = Table({word: name for word, name in MATERIALS.items() if word not in _FILLINGS})
_RELATIONS = Table(lex.RELATIONS)
_STOPS = (
    lex.OTHER_PREPOSITIONS
    | lex.COPULAS
    | lex.RELATIVES
    | lex.PRONOUNS - {"one", "other", "her"}
    | {"and", "or", "but", "while"}
)


@dataclass(slots=True, eq=False)
class Phrase:
    """A noun phrase. `head` is its noun in the singular, "" while it waits for one ("two blue and one red ball")."""

    head: str
    span: Span
    count: int = 1
    stated: bool = False
    plural: bool = False
    definite: bool = False
    colors: list[Colour] = field(default_factory=list)
    material: str = ""
    scale: float = 1.0
    attributes: list[tuple[str, Span]] = field(default_factory=list)
    contents: str = ""
    group: str = ""
    shape: str = ""
    owner: "Phrase | None" = None

    @property
    def last(self) -> str:
        return self.head.rsplit(" ", 1)[-1]

    @property
    def bare(self) -> bool:
        """Whether it says colours or qualities and names nothing."""
        return not self.head


def _has(tokens: Sequence[Token], place: int) -> bool:
    return place < len(tokens)


def is_adjective(low: str) -> bool:
    if low in adj.ADJECTIVES or low in adj.SCALES or low in AFTER_PARTICIPLE:
        return True
    if low in adj.NOUNS_THAT_LOOK_IT or len(low) < 4:
        return False
    last = low.rsplit("-", 1)[-1]
    if "-" in low and (
        last in AFTER_PARTICIPLE or last.endswith("ed") or last in adj.ADJECTIVES or last in {"free", "style", "inspired"}
    ):
        return True
    return low.endswith(adj.ADJECTIVE_ENDINGS) or (low.endswith(("ed", "ing")) and len(low) > 4) or low.endswith("'s")


class Nouns:
    """Reads noun phrases off the tokens; `stop` holds the indices of tokens that belong to something else."""

    def __init__(self, tokens: Sequence[Token], stop: set[int], palette: Palette) -> None:
        self.tokens, self.stop, self.palette = tokens, stop, palette
        self.notes: list[Note] = []

    def at(self, place: int) -> tuple[int, Phrase] | None:
        """The noun phrase that begins at `place` and the place after it; one without a head says only qualities."""
        phrase = Phrase("", (self.tokens[place].start, self.tokens[place].end))
        after, counted = self._counts(place, phrase)
        after, nouns = self._words(after, phrase, counted)
        if after == place or (after > place and not nouns and not self._said(phrase)):
            return None
        if nouns:
            self._name(phrase, nouns)
        phrase.span = phrase.span[0], self.tokens[after - 1].end
        if nouns and after + 1 < len(self.tokens) and self.tokens[after].low == "of":
            after = self._of(after, phrase)
        return after, phrase

    def _said(self, phrase: Phrase) -> bool:
        return bool(phrase.colors or phrase.material or phrase.attributes or phrase.scale != 1)

    def free(self, place: int) -> bool:
        return _has(self.tokens, place) and place not in self.stop and self.tokens[place].is_word

    def _word(self, place: int) -> str:
        return self.tokens[place].low if _has(self.tokens, place) else ""

    def _counts(self, place: int, phrase: Phrase) -> tuple[int, bool]:
        """Determiners and numbers."""
        number: int | None = None
        while self.free(place):
            low = self.tokens[place].low
            following = self._word(place + 1)
            value = self._number(low)
            if value is not None and following in UNITS and low not in {"a", "an"}:
                break
            if low == "half" and following == "a":
                number, place = 6, place + 2 + (_has(self.tokens, place + 2) and self.tokens[place + 2].low == "dozen")
                continue
            if low in lex.VAGUE:
                phrase.count, phrase.plural = lex.VAGUE[low], True
            elif low in {"dozen", "hundred"}:
                number = (number or 1) * lex.NUMBERS[low]
            elif value is not None:
                number = value if number is None or number == 1 else number
            elif low not in lex.DETERMINERS:
                break
            phrase.definite |= low in lex.DEFINITE
            place += 1
            if (
                low in lex.NUMBERS
                and following == "of"
                and _has(self.tokens, place + 1)
                and self.tokens[place + 1].low in lex.DEFINITE
            ):
                place += 1  # "three of the cats"
        if number is not None and not phrase.plural:
            phrase.count, phrase.stated = number, True
        elif phrase.definite:
            phrase.stated = True
        return place, number is not None

    @staticmethod
    def _number(low: str) -> int | None:
        if low in lex.NUMBERS:
            return lex.NUMBERS[low]
        if _WHOLE.fullmatch(low):
            return int(low.replace(",", "")) if len(low) < 8 else None
        tens, _, ones = low.partition("-")
        if tens in lex.NUMBERS and ones in lex.NUMBERS:
            return lex.NUMBERS[tens] + lex.NUMBERS[ones]
        return None

    def _words(self, place: int, phrase: Phrase, counted: bool) -> tuple[int, list[int]]:
        """Adjectives and nouns up to the end of the phrase; the indices of its nouns."""
        nouns: list[int] = []
        start = place
        last_quality: tuple[int, str] | None = None
        while self.free(place):
            token = self.tokens[place]
            low = token.low
            if low in _STOPS or low in lex.DETERMINERS or (nouns and (low in lex.PARTICLES or self._ends(place))):
                break
            if not nouns and last_quality and last_quality[0] == place - 1 and low in FINITE and not low.endswith("ed"):
                break  # "the light shone"
            if (
                low != "opposite"
                and (link := _RELATIONS.match(self.tokens, place))
                and not (place == start and low in {"near", "close"})
            ):
                del link
                break
            if low in lex.NUMBERS or (_WHOLE.fullmatch(low) and nouns):
                break
            if step := self._quality(place, phrase, nouns):
                last_quality = place, low
                place = step
            elif nouns or not self._skips(place):
                nouns.append(place)
                place += 1
            else:
                place += 1
            while not nouns and place > start and self._goes_on(place, phrase):
                place += 1
        if (
            not nouns
            and last_quality
            and place == last_quality[0] + 1
            and self._noun_after_all(last_quality[1], phrase, counted)
        ):
            nouns = [last_quality[0]]
            self._forget(self.tokens[last_quality[0]].span, phrase)
        while len(nouns) > 1 and place == nouns[-1] + 1 and self._verb_before(place, nouns):
            nouns.pop()
            place -= 1
        return place, nouns

    def _skips(self, place: int) -> bool:
        return self.tokens[place].low in lex.SKIPPED

    def _verb_before(self, place: int, nouns: list[int]) -> bool:
        """Whether the last noun is a verb after all, as what follows is a new phrase: "the cat watches the bird"."""
        if not (_has(self.tokens, place) and place not in self.stop):
            return False
        low, following = self.tokens[nouns[-1]].low, self.tokens[place].low
        if following in lex.DETERMINERS | lex.NUMBERS.keys():
            return (low in VERBS or low in BASES) and following != "both"
        return low in RESTING and bool(_RELATIONS.match(self.tokens, place))

    def _goes_on(self, place: int, phrase: Phrase) -> bool:
        """Whether a comma or "and" here stands between two adjectives of one noun."""
        if not _has(self.tokens, place + 1) or place in self.stop or place + 1 in self.stop:
            return False
        if self.tokens[place].low not in {",", "and", "&"} or not self.tokens[place + 1].is_word:
            return False
        if phrase.stated and self.tokens[place].low == "," and self._said(phrase):
            return self._content(place + 1)  # "the soft, pillowy bread": no noun yet, so it must come
        if not self._noun_follows(place + 1):
            return False
        return bool(self.palette.at(self.tokens, place + 1)) or is_adjective(self.tokens[place + 1].low)

    def _noun_follows(self, place: int) -> bool:
        """Whether the adjectives from `place` on lead to a noun."""
        while self.free(place):
            if colour := self.palette.at(self.tokens, place):
                place = colour[0]
            elif is_adjective(self.tokens[place].low) or self.tokens[place].low in {"and", "&"}:
                place += 1
            else:
                low = self.tokens[place].low
                return low not in _STOPS | lex.DETERMINERS | lex.SKIPPED and not _RELATIONS.match(self.tokens, place)
            if _has(self.tokens, place) and self.tokens[place].word == ",":
                place += 1
        return False

    def _compound(self, place: int) -> bool:
        if not (self.free(place) and self.free(place + 1)) or self._pair(place) not in adj.COMPOUNDS:
            return False
        return not (self.free(place + 2) and self._pair(place + 1) in adj.COMPOUNDS)  # "white wine glass" is a white glass

    def _pair(self, place: int) -> tuple[str, str]:
        return self.tokens[place].low, singular(self.tokens[place + 1].low)

    def _content(self, place: int) -> bool:
        """Whether a word that can belong to a noun phrase stands at `place`."""
        if not self.free(place):
            return False
        low = self.tokens[place].low
        return not (low in _STOPS | lex.DETERMINERS | lex.SKIPPED or low in lex.NUMBERS or _RELATIONS.match(self.tokens, place))

    def _ends(self, place: int) -> bool:
        """Whether the word at `place` is a verb that ends the phrase."""
        low = self.tokens[place].low
        if self._compound(place - 1) or self._compound(place) or low in adj.NOUNS_THAT_LOOK_IT or "-" in low:
            return False
        if low in lex.SAYS and not (low in {"print", "writing", "reading"} and self._content(place + 1)):
            return True
        if low.endswith("ing") and len(low) > 4:
            return True
        if (low.endswith("ed") and len(low) > 4) or low in FINITE:
            return not (low in AFTER_PARTICIPLE and self._content(place + 1))
        return low.endswith("ly") and low in lex.SKIPPED

    def _quality(self, place: int, phrase: Phrase, nouns: list[int]) -> int | None:
        """The place after the colour, material, size or adjective at `place`, put into the phrase."""
        token = self.tokens[place]
        if self._compound(place) or (place and place - 1 in nouns and self._compound(place - 1)):
            return None
        if place and self.tokens[place - 1].word == "," and self._said(phrase) and not nouns and self._content(place + 1):
            if not self.palette.at(self.tokens, place) and token.low not in MATERIALS:
                phrase.attributes.append((token.low, token.span))
                return place + 1
        if colour := self._colour(place, phrase, nouns):
            after, said = colour
            self._add_colour(phrase, said, place)
            return after
        if material := _TABLE_MATERIALS.match(self.tokens, place):
            after, name = material
            if self._content(after) or after - place > 1 or (not nouns and is_adjective(token.low)):
                phrase.material = phrase.material or name
                if name in {"gold", "silver", "copper"} and (named := self.palette.at(self.tokens, place)):
                    self._add_colour(phrase, named[1], place)
                phrase.attributes.append(
                    (" ".join(t.low for t in self.tokens[place:after]), (token.start, self.tokens[after - 1].end))
                )
                return after
        low = token.low
        if low in adj.SCALES:
            phrase.scale *= adj.SCALES[low]
            phrase.attributes.append((low, token.span))
            return place + 1
        if low in AFTER_PARTICIPLE and nouns:  # "chocolate covered doughnut"
            while nouns:
                before = self.tokens[nouns.pop()]
                phrase.attributes.append((before.low, before.span))
        if "/" in low and self._word(place + 1) == "scale":
            phrase.attributes.append((low + " scale", (token.start, self.tokens[place + 1].end)))
            return place + 2
        if not nouns and low in adj.GERUNDS and self._content(place + 1):
            return None
        if nouns and low in adj.NOUN_LAST and not self._content(place + 1):
            return None
        if (
            is_adjective(low)
            or low == "3d"
            or "/" in low
            or (self._number(low) is not None and not nouns and self._content(place + 1))
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
        if words == ["gold"] or words == ["golden"] or words == ["silver"]:
            return found
        if len(words) == 1 and words[0] in THINGS_FIRST and not self._content(after):
            joined = place and self.tokens[place - 1].low in {"and", "&", ","}
            if phrase.stated or nouns or (self._said(phrase) and not joined):
                return None
        elif len(words) == 1 and words[0] in THINGS_FIRST and not colour.exact:
            head = singular(self.tokens[after].low)
            written = head in lex.ROLES or head in {"background", "backdrop", "label", "floor", "banner"}
            if not (written or head in COATS) or (words[0] == "brick"):
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

    def _forget(self, span: Span, phrase: Phrase) -> None:
        """Takes a quality back that turned out to be the noun."""
        if any(colour.span == span for colour in phrase.colors) and phrase.material in {"gold", "silver", "copper"}:
            phrase.material = ""
        phrase.colors = [colour for colour in phrase.colors if colour.span != span]
        phrase.attributes = [entry for entry in phrase.attributes if entry[1] != span]

    def _noun_after_all(self, low: str, phrase: Phrase, counted: bool) -> bool:
        """Whether a phrase of qualities alone ends in a noun: "an orange", "the glass", "two oranges"."""
        said = counted or phrase.stated or phrase.plural
        if low in THINGS_FIRST or low in {"orange", "gold", "silver", "violet", "olive", "lavender", "coral"}:
            return said
        return (said and low not in adj.SCALES and not self.palette.at([_word(low)], 0)) or low in _TABLE_NOUNS

    def _name(self, phrase: Phrase, nouns: list[int]) -> None:
        words = [self.tokens[place].low for place in nouns]
        last = words[-1]
        one = phrase.stated and phrase.count == 1 and not phrase.definite
        if last in PAIRED and len(words) == 1:
            if last == "glasses" and phrase.stated and phrase.count > 1:
                words[-1] = "glass"
        elif last in PAIRED and last == "glasses":
            words[-1], phrase.plural = "glass", True
        elif not one and is_plural(last) and not (phrase.definite and last in {"skis"}):
            words[-1] = singular(last)
            if not (phrase.stated and phrase.count > 1) and not phrase.plural:
                phrase.plural, phrase.count, phrase.stated = True, lex.PLURAL, False
        if phrase.plural and phrase.count == 1:
            phrase.count, phrase.stated = lex.PLURAL, False
        phrase.head = " ".join(words)
        if not phrase.material and words[0] in _FILLINGS and len(words) > 1:
            phrase.material = words[0]

    def _of(self, place: int, phrase: Phrase) -> int:
        """What follows "of": the things of a group or portion, the contents of a container, or a quality."""
        head = phrase.last
        if head in lex.MEDIA and head not in lex.PARTS:
            return place
        colour = self.palette.at(self.tokens, place + 1)
        if colour and not self._content(colour[0]):
            phrase.colors.append(colour[1])
            phrase.span = phrase.span[0], colour[1].span[1]
            return colour[0]
        inner = self.at(place + 1) if self.free(place + 1) else None
        if not inner or inner[1].bare:
            return place
        after, thing = inner
        phrase.span = phrase.span[0], thing.span[1]
        if (head in lex.GROUPS and not (thing.definite and not thing.plural)) or (
            head in lex.PARTS and f"{phrase.head} of {thing.head}" not in SHAPES
        ):
            self._take_over(phrase, thing, head)
        elif head in _CONTAINERS or f"{phrase.head} of {thing.head}" in SHAPES:
            phrase.contents = thing.head
            filling = MATERIALS.get(thing.last, "")
            phrase.material = phrase.material or (filling if filling in _FILLINGS else "")
            phrase.attributes.append((f"of {thing.head}", thing.span))
        else:
            phrase.attributes.append((f"of {thing.head}", thing.span))
        return after

    @staticmethod
    def _take_over(phrase: Phrase, thing: Phrase, head: str) -> None:
        outer = phrase.count if phrase.stated or phrase.plural else 1
        if head in lex.GROUPS:
            each = lex.GROUPS[head]
            if each and thing.head not in PAIRED:
                phrase.count, phrase.stated, phrase.plural = outer * each, True, True
            elif thing.stated and thing.count > 1:
                phrase.count, phrase.stated = thing.count, True
            elif thing.plural:
                phrase.count, phrase.stated, phrase.plural = max(lex.PLURAL, thing.count), False, True
            phrase.group = head
        phrase.head, phrase.contents = thing.head, thing.contents
        phrase.colors += thing.colors
        phrase.attributes += thing.attributes
        phrase.material = phrase.material or thing.material
        phrase.scale *= thing.scale


_TABLE_NOUNS = frozenset(MATERIALS) - adj.ADJECTIVES - {word for word in MATERIALS if word.endswith(("ed", "y", "en", "ic"))}


def _word(low: str) -> Token:
    return Token(low, 0, len(low), tuple(low.split("-")))
