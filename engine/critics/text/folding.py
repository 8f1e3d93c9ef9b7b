"""Exact strings, compared as far as eyes can tell.

Folded: canonical composition, how wide a character is, and the marks of this table, which look alike in many faces.
Never folded: one letter for another. A zero is not an O, a small l is no capital I: where the recogniser takes one for
the other, the shapes of the letters decide (glyphs.py).
"""

from __future__ import annotations

import unicodedata
from typing import Final

_ALIKE: Final = {
    "'": "’‘‛′´`ʼʹ＇",
    '"': "“”„‟″＂",
    "-": "‐‑‒–—―−－ー一ｰ",
    "·": "•∙⋅‧・･●",
    "...": "…⋯",
    "<": "‹〈＜",
    ">": "›〉＞",
    "<<": "«《",
    ">>": "»》",
    "×": "✕✖⨯",
    "/": "⁄∕",
    "~": "∼〜～",
    ":": "∶：",
    ",": "‚，",
    "|": "｜∣",
    "°": "º˚",
    "µ": "μ",
    "*": "∗",
}
_FOLD: Final = {ord(character): plain for plain, characters in _ALIKE.items() for character in characters}
_DASH_LETTERS: Final = "ー一ｰ"


def folded(text: str) -> str:
    """The text without what the table folds, in one line, single spaces between words."""
    text = unicodedata.normalize("NFC", text)
    table = _FOLD
    if any("぀" <= character <= "鿿" and character not in _DASH_LETTERS for character in text):
        table = {code: plain for code, plain in _FOLD.items() if chr(code) not in _DASH_LETTERS}
    wide = "".join(chr(ord(c) - 0xFEE0) if "！" <= c <= "～" else c for c in text.translate(table))
    return " ".join("".join(c for c in wide if unicodedata.category(c) not in ("Cf", "Cc") or c.isspace()).split())


def squeezed(text: str) -> str:
    """`folded` without its spaces: the recogniser is unsure of them, and tracking opens gaps like theirs."""
    return folded(text).replace(" ", "")


def distances(one: str, other: str) -> list[int]:
    """Levenshtein edits from `one` to each beginning of `other`, the empty one first."""
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        before, row[0] = row[0], at
        for index, against in enumerate(other, 1):
            before, row[index] = row[index], min(row[index] + 1, row[index - 1] + 1, before + (letter != against))
    return row


def distance(one: str, other: str) -> int:
    """Levenshtein edits between two strings."""
    return distances(one, other)[-1]


def likeness(one: str, other: str) -> float:
    """1 − edits / length of the longer, after squeezing: 1 where both say the same."""
    one, other = squeezed(one), squeezed(other)
    return 1 - distance(one, other) / max(len(one), len(other), 1)


def misspelt(expected: str, read: str) -> str:
    """What went wrong, for a designer: “an A is missing”."""
    want, have = squeezed(expected), squeezed(read)
    if len(want) > len(have):
        for at, letter in enumerate(want):
            if want[:at] + want[at + 1 :] == have:
                return f"Misspelt: reads “{read}”; {_article(letter)} {letter} is missing."
    if len(have) > len(want):
        for at, letter in enumerate(have):
            if have[:at] + have[at + 1 :] == want:
                return f"Misspelt: reads “{read}”; {_article(letter)} {letter} too many."
    if len(have) == len(want):
        wrong = [(a, b) for a, b in zip(want, have, strict=True) if a != b]
        if len(wrong) == 1:
            asked, seen = wrong[0]
            return f"Misspelt: reads “{read}”; {_article(seen)} {seen} stands where {_article(asked)} {asked} belongs."
    return f"Misspelt: reads “{read}”; {distance(want, have)} letters are wrong."


def _article(letter: str) -> str:
    return "an" if letter.upper() in "AEFHILMNORSX8" else "a"
