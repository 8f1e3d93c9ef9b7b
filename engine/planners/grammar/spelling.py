"""Everyday words of a picture spelt with one letter missing, doubled or out of place."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from engine.planners.grammar.prompt import Token
from engine.planners.grammar.wordlist import words
from engine.types import Note

_KEPT: Final = words(
    """
    white black brown green yellow orange purple blue red pink grey background wooden metal glass paper leather table
    floor wall podium shelf bottle sphere cylinder pyramid carton pouch laptop poster banner flyer label sign headline
    subtitle letters square portrait landscape
    """
)
_REAL: Final = words(
    "back brow lack tale bale sine gras able crate sigh sing sin gin wail tall ball hall self meal cartoon poser lather letter"
    " meta whit bleu orang"
)
"""Words that are only a letter away and mean something else."""


def _slips(word: str) -> Iterator[str]:
    for place in range(1, len(word)):
        if len(word) > 4:
            yield word[:place] + word[place + 1 :]
            yield word[:place] + word[place] + word[place:]
        yield word[: place - 1] + word[place] + word[place - 1] + word[place + 1 :]


_SLIPS: Final = {slip: word for word in sorted(_KEPT) for slip in _slips(word) if slip not in _KEPT | _REAL}


def respelt(tokens: Sequence[Token]) -> tuple[list[Token], list[Note]]:
    """The tokens with such words set right, and a note for each."""
    found: list[Token] = []
    notes: list[Note] = []
    for place, token in enumerate(tokens):
        named = token.quote is not None or (token.capitalised and place > 0)
        meant = None if named else _SLIPS.get(token.low)
        if meant:
            notes.append(Note(kind="assumption", message=f"“{token.word}” is read as “{meant}”.", span=token.span))
        found.append(replace(token, parts=(meant,)) if meant else token)
    return found, notes
