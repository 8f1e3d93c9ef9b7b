"""Texts that stand in the prompt without quotation marks: "a sign that says OPEN"."""

from collections.abc import Sequence
from typing import Final

from engine.planners.grammar.lexicon import DETERMINERS, OTHER_PREPOSITIONS
from engine.planners.grammar.prompt import Token
from engine.planners.grammar.quotes import Quote
from engine.planners.grammar.wordlist import words
from engine.types import Note

_SURE: Final = words("says saying say titled entitled captioned headlined spelling inscribed lettered")
_LIKELY: Final = words(
    "reads reading read stating states labelled labeled marked headline title subtitle tagline slogan caption"
    " date venue address"
)
_NAMED: Final = words("text word words phrase inscription message")
_LETTERS: Final = words("letter numeral digit initial")
_ENDS: Final = OTHER_PREPOSITIONS | words(
    "in on at next by under below above beside behind near against standing lying sitting and"
)
_LINKS: Final = words("of the and & a an in to for on at de la le und der die von y el 's ! ? . : , -")
_LONGEST = 12


def with_spoken(prompt: str, tokens: Sequence[Token]) -> tuple[list[Token], list[Note]]:
    """The tokens with each unquoted text made one quoted token, and a note for each."""
    found: list[Token] = []
    notes: list[Note] = []
    place = 0
    while place < len(tokens):
        found.append(tokens[place])
        place += 1
        after_text = len(found) > 1 and found[-2].quote is not None
        start = _start(tokens, place - 1, after_text)
        end = _end(tokens, start, tokens[place - 1].low) if start else 0
        if start and end > start:
            found += tokens[place:start]
            span = tokens[start].start, tokens[end - 1].end
            quote = Quote(prompt[slice(*span)], span, span)
            found.append(Token('"', *span, ('"',), quote))
            message = f"“{quote.text}” has no quotation marks and is taken as text to write."
            notes.append(Note(kind="assumption", message=message, span=span))
            place = end
    return found, notes


def _start(tokens: Sequence[Token], cue: int, after_text: bool) -> int:
    """Where the text after the word at `cue` begins; 0 where it announces none."""
    token, place = tokens[cue], cue + 1
    if token.quote or not token.is_word:
        return 0
    if token.low == "by" and after_text and place < len(tokens) and tokens[place].is_word and tokens[place].capitalised:
        return place
    before = tokens[cue - 1].low if cue else ""
    if token.low in _LETTERS and place < len(tokens) and _single(tokens[place]):
        return place
    if token.low in _NAMED and before not in {"the", "word", "words"} | _SURE:
        return 0
    if token.low not in _SURE | _LIKELY | _NAMED:
        return 0
    while place < len(tokens) and tokens[place].word in {":", ",", "-"} | {"the", "word", "words", "text", "phrase"}:
        place += 1
    if any(token.quote for token in tokens[place : place + 2]) or place >= len(tokens) or not tokens[place].is_word:
        return 0
    return place


def _single(token: Token) -> bool:
    return token.is_word and len(token.word) == 1 and (token.word.isupper() or token.word.isdigit())


def _end(tokens: Sequence[Token], start: int, cue: str) -> int:
    """The place after the text from `start` on: a run of capitals, of capitalised words, or of words up to a preposition."""
    if cue in _LETTERS:
        return start + 1
    named = tokens[start].word[0].isupper() or tokens[start].word[0].isdigit()
    shouted = all(_shouted(token) for token in tokens[start : start + 2][: 2 if len(tokens[start].word) == 1 else 1])
    if not named and (cue not in _SURE or tokens[start].low in DETERMINERS | _ENDS):
        return start
    place = last = start
    while place < len(tokens) and place - start < _LONGEST and not tokens[place].quote and tokens[place].word != "\n":
        token = tokens[place]
        if named:
            fits = _shouted(token) if shouted else token.word[0].isupper() or token.word[0].isdigit()
            if fits or (token.word == "!" and last == place - 1):
                last = place
            elif token.low not in _LINKS or token.word == "," or (token.word == "." and len(tokens[place - 1].word) > 1):
                break
        elif token.low in _ENDS or not token.is_word:
            break
        else:
            last = place
        place += 1
    return last + 1


def _shouted(token: Token) -> bool:
    return (
        token.is_word
        and token.word.upper() == token.word
        and (len(token.word) > 1 or token.word.isdigit() or token.word in {"A", "I"})
    )
