"""Noun phrases: what is named, how many, and of what."""

from engine.planners.grammar import adjectives as adj
from engine.planners.grammar import lexicon as lex
from engine.planners.grammar.colours import THINGS_FIRST
from engine.planners.grammar.counts import WHOLE
from engine.planners.grammar.plural import PAIRED, is_plural, singular
from engine.planners.grammar.qualities import FILLINGS, Qualities
from engine.planners.grammar.scan import ASIDE, RELATIONS, STOPS, Phrase, is_adjective
from engine.planners.grammar.verbs import AFTER_PARTICIPLE, BASES, FINITE, RESTING, STANDING, VERBS
from engine.planners.grammar.wordlist import words
from engine.vocabulary import MATERIALS, SHAPES

_CONTAINERS = words(
    "bottle jar can mug cup box carton pouch tube bag glass bowl plate vase basket bucket tray pot tin crate packet barrel "
    "case jug pitcher sack pack package dish platter bouquet cone"
)
_DEEPEST = 3
_FARTHEST = 12


class Nouns(Qualities):
    """Reads noun phrases off the tokens."""

    def at(self, place: int, depth: int = 0) -> tuple[int, Phrase] | None:
        """The noun phrase that begins at `place` and the place after it; one without a head says only qualities."""
        phrase = Phrase("", (self.tokens[place].start, self.tokens[place].end))
        after, counted = self.counts(place, phrase)
        after, nouns = self._words(after, phrase, counted)
        if after == place or (after > place and not nouns and not phrase.qualified):
            return None
        if nouns:
            self._name(phrase, nouns)
        phrase.span = phrase.span[0], self.tokens[after - 1].end
        if nouns and after + 1 < len(self.tokens) and self.tokens[after].low == "of" and depth < _DEEPEST:
            after = self._of(after, phrase, depth)
        return after, phrase

    def _words(self, place: int, phrase: Phrase, counted: bool) -> tuple[int, list[int]]:
        """Adjectives and nouns up to the end of the phrase; the indices of its nouns."""
        nouns: list[int] = []
        start = place
        last_quality: tuple[int, str] | None = None
        while self.free(place):
            token = self.tokens[place]
            low = token.low
            if low in STOPS or low in lex.DETERMINERS or (nouns and (low in lex.PARTICLES or self._ends(place))):
                break
            if nouns and self.content(place + 1) and self._agrees(low, start, nouns):
                break  # "the lamp and the desk provide light"
            shone = low in FINITE and not low.endswith("ed") and not self.compound(place)
            if shone and not nouns and last_quality and last_quality[0] == place - 1:
                break  # "the light shone"
            if low == "to" and phrase.qualified:
                break  # "rushing to catch"
            if self._connects(place) and not (place == start and low in {"near", "close", "opposite"}):
                break
            if low in lex.NUMBERS or (WHOLE.fullmatch(low) and nouns):
                break
            if step := self.quality(place, phrase, nouns):
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
            and not (place in self.stop and last_quality[1] in adj.ADJECTIVES)  # "a bold [Swiss style]"
            and self.noun_after_all(last_quality[1], phrase, counted)
        ):
            nouns = [last_quality[0]]
            self.forget(self.tokens[last_quality[0]].span, phrase)
        while len(nouns) > 1 and place == nouns[-1] + 1 and self._verb_before(start, place, nouns):
            nouns.pop()
            place -= 1
        return place, nouns

    def _connects(self, place: int) -> bool:
        return bool(RELATIONS.match(self.tokens, place) or ASIDE.match(self.tokens, place))

    def _skips(self, place: int) -> bool:
        return self.tokens[place].low in lex.SKIPPED

    def _verb_before(self, start: int, place: int, nouns: list[int]) -> bool:
        """Whether the last noun is a verb after all, as what follows is a new phrase: "the cat watches the bird"."""
        if not (place < len(self.tokens) and place not in self.stop):
            return False
        low, following = self.tokens[nouns[-1]].low, self.tokens[place].low
        if following in lex.DETERMINERS | lex.NUMBERS.keys() - {"both", "all"}:
            return low in VERBS or low in BASES
        if low in STANDING and not is_plural(self.tokens[nouns[-2]].low) and self.word(start - 1) in lex.DETERMINERS:
            return bool(RELATIONS.match(self.tokens, place))
        follows = following in lex.PARTICLES or RELATIONS.match(self.tokens, place)
        return bool(follows) and self._agrees(low, start, nouns[:-1])

    def _agrees(self, low: str, start: int, nouns: list[int]) -> bool:
        """Whether this is a verb in its base form after nouns that call for one: a plural, or the end of a list."""
        if is_plural(self.tokens[nouns[-1]].low):
            return low in BASES
        before = start - 1
        while before >= 0 and (self.word(before) in lex.DETERMINERS or self.word(before) in lex.NUMBERS):
            before -= 1
        return low in RESTING and before >= 0 and self.word(before) in {"and", "&"}

    def _goes_on(self, place: int, phrase: Phrase) -> bool:
        """Whether a comma or "and" here stands between two adjectives of one noun."""
        if not place + 1 < len(self.tokens) or place in self.stop or place + 1 in self.stop:
            return False
        if self.tokens[place].low not in {",", "and", "&"} or not self.tokens[place + 1].is_word:
            return False
        if phrase.stated and self.tokens[place].low == "," and phrase.qualified:
            return self.content(place + 1)  # "the soft, pillowy bread": no noun yet, so it must come
        if self.tokens[place].low == "," and not phrase.stated and phrase.colors:
            return False  # "in white, small text below"
        if not self._noun_follows(place + 1):
            return False
        return bool(self.palette.at(self.tokens, place + 1)) or is_adjective(self.tokens[place + 1].low)

    def _noun_follows(self, place: int) -> bool:
        """Whether the adjectives from `place` on lead to a noun."""
        farthest = place + _FARTHEST
        while self.free(place) and place < farthest:
            if colour := self.palette.at(self.tokens, place):
                place = colour[0]
            elif is_adjective(self.tokens[place].low) or self.tokens[place].low in {"and", "&"}:
                place += 1
            else:
                low = self.tokens[place].low
                return low not in STOPS | lex.DETERMINERS | lex.SKIPPED and not RELATIONS.match(self.tokens, place)
            if place < len(self.tokens) and self.tokens[place].word == ",":
                place += 1
        return False

    def _ends(self, place: int) -> bool:
        """Whether the word at `place` is a verb that ends the phrase."""
        low = self.tokens[place].low
        if self.compound(place - 1) or self.compound(place) or low in adj.NOUNS_THAT_LOOK_IT or "-" in low:
            return False
        if low in lex.SAYS and not (low in {"print", "writing", "reading"} and self.content(place + 1)):
            return True
        if low.endswith("ing") and len(low) > 4:
            return True
        if (low.endswith("ed") and len(low) > 4) or low in FINITE:
            return not (low in AFTER_PARTICIPLE and self.content(place + 1))
        return low.endswith("ly") and low in lex.SKIPPED

    def _name(self, phrase: Phrase, nouns: list[int]) -> None:
        words = [self.tokens[place].low for place in nouns]
        last = words[-1]
        one = phrase.article and phrase.count == 1
        if last in PAIRED and len(words) == 1:
            if last == "glasses" and phrase.stated and phrase.count > 1:
                words[-1] = "glass"
        elif last in PAIRED and last == "glasses":
            words[-1], phrase.plural = "glass", True
        elif not one and is_plural(last):
            words[-1] = singular(last)
            if not (phrase.stated and (phrase.count != 1 or not phrase.definite)) and not phrase.plural:
                phrase.plural, phrase.count, phrase.stated = True, lex.PLURAL, False
        if phrase.plural and phrase.count == 1:
            phrase.count, phrase.stated = lex.PLURAL, False
        phrase.head = " ".join(words)
        if not phrase.material and words[0] in FILLINGS - {"water"} and len(words) > 1:
            phrase.material = words[0]

    def _of(self, place: int, phrase: Phrase, depth: int) -> int:
        """What follows "of": the things of a group or portion, the contents of a container, or a quality."""
        head = phrase.last
        if (head in lex.MEDIA or head in lex.DESIGNS) and head not in lex.PARTS:
            return place
        colour = self.palette.at(self.tokens, place + 1)
        if colour and not self.content(colour[0]) and self.word(place + 1) not in THINGS_FIRST:
            phrase.colors.append(colour[1])
            phrase.span = phrase.span[0], colour[1].span[1]
            return colour[0]
        inner = self.at(place + 1, depth + 1) if self.free(place + 1) else None
        if not inner or inner[1].bare:
            return place
        after, thing = inner
        phrase.span = phrase.span[0], thing.span[1]
        if head in lex.ASPECTS:
            thing.attributes += [(head, phrase.span), *phrase.attributes]
            phrase.count, phrase.stated, phrase.plural, phrase.definite = (
                thing.count,
                thing.stated,
                thing.plural,
                thing.definite,
            )
            phrase.attributes = []
            self._take_over(phrase, thing, head)
        elif (head in lex.GROUPS and not (thing.definite and not thing.plural)) or (
            head in lex.PARTS and f"{phrase.head} of {thing.head}" not in SHAPES
        ):
            self._take_over(phrase, thing, head)
        elif head in _CONTAINERS or f"{phrase.head} of {thing.head}" in SHAPES:
            phrase.contents = thing.head
            filling = MATERIALS.get(thing.last, "")
            phrase.material = phrase.material or (filling if filling in FILLINGS else "")
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
