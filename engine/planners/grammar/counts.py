"""Determiners and numbers: how many."""

import re

from engine.planners.grammar import lexicon as lex
from engine.planners.grammar.scan import Phrase, Scan
from engine.planners.grammar.wordlist import words
from engine.types import Note

UNITS = words("ml l cl dl litre litres liter liters g kg mg oz lb lbs cm mm m inch inches ft px percent % kcal pt")
MOST = 1000
"""How many of one thing a prompt can ask for in one phrase."""
WHOLE = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")


class Counts(Scan):
    """Reads the determiners and numbers of a noun phrase."""

    def counts(self, place: int, phrase: Phrase) -> tuple[int, bool]:
        """Determiners and numbers."""
        number: int | None = None
        while self.free(place):
            low = self.tokens[place].low
            following = self.word(place + 1)
            value = self.number(low)
            if value is not None and following in UNITS and low not in {"a", "an"}:
                break
            if low == "half" and following == "a":
                number, place = 6, place + 2 + (place + 2 < len(self.tokens) and self.tokens[place + 2].low == "dozen")
                continue
            if low in lex.VAGUE:
                phrase.count, phrase.plural = lex.VAGUE[low], True
            elif low in {"dozen", "hundred"}:
                number = (number or 1) * lex.NUMBERS[low]
            elif value is not None:
                number = value if number is None or number == 1 else number
            elif low not in lex.DETERMINERS:
                break
            phrase.article |= low in {"a", "an"}
            phrase.definite |= low in lex.DEFINITE
            place += 1
            if (
                low in lex.NUMBERS
                and following == "of"
                and place + 1 < len(self.tokens)
                and self.tokens[place + 1].low in lex.DEFINITE
            ):
                place += 1  # "three of the cats"
        if number is not None and number > MOST and self.content(place):
            message = f"A picture holds {MOST:,} of a thing at most, not {number:,}."
            self.notes.append(Note(kind="contradiction", message=message, span=phrase.span))
        number = min(number, MOST) if number is not None else None
        if number is not None and not phrase.plural:
            phrase.count, phrase.stated = number, True
        elif phrase.definite:
            phrase.stated = True
        return place, number is not None

    @staticmethod
    def number(low: str) -> int | None:
        if low in lex.NUMBERS:
            return lex.NUMBERS[low]
        if WHOLE.fullmatch(low):
            return int(low.replace(",", "")) if len(low) < 8 else None
        tens, _, ones = low.partition("-")
        if tens in lex.NUMBERS and ones in lex.NUMBERS:
            return lex.NUMBERS[tens] + lex.NUMBERS[ones]
        return None
