"""Whether a prompt is in English, the only language that the grammar reads."""

from collections.abc import Sequence
from typing import Final

from engine.planners.grammar import lexicon as lex
from engine.planners.grammar.prompt import Token
from engine.planners.grammar.wordlist import words

_FOREIGN: Final = words(
    """
    der das dem den ein eine einen einem einer und mit auf oder im am vor neben über unter aufschrift oben unten
    darunter schrift
    le la les un une des du de et avec sur dans pour texte qui deux trois
    el los las una unos y con sobre para que dice del en
    il lo gli di e con su per che testo
    um uma com em e o os para texto
    het een en met op van tekst
    och med på ett som
    """
)
_ENGLISH: Final = lex.SKIPPED | lex.DETERMINERS | lex.SAYS | lex.NUMBERS.keys() - _FOREIGN


def is_foreign(tokens: Sequence[Token]) -> bool:
    """Whether most of the function words outside quotation marks, or of the letters, are not English ones."""
    said = [token.low for token in tokens if token.is_word and token.word[0].isalpha()]
    letters = "".join(said)
    if sum(ord(letter) > 0x24F for letter in letters) * 2 > len(letters):
        return True
    foreign = sum(word in _FOREIGN for word in said)
    english = sum(word in _ENGLISH for word in said)
    return foreign > english and foreign * 6 >= len(said)
