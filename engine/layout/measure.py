"""How much room text takes, judged from its characters alone: planning knows no font yet."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_SCRIPTS = {
    "CJK": 1.0, "HIRAGANA": 1.0, "KATAKANA": 1.0, "HANGUL": 0.92, "FULLWIDTH": 1.0, "IDEOGRAPHIC": 1.0,
    "ARABIC": 0.48, "HEBREW": 0.55, "DEVANAGARI": 0.6, "THAI": 0.55, "CYRILLIC": 0.58, "GREEK": 0.55,
}  # fmt: skip
_NARROW = set("iljtfrIJ'’‘.,:;!|()[]-·")
_LONGEST = 28  # letters of a word that stay together
_WIDE = set("mwMWÆŒ@%—…&")


@dataclass(frozen=True)
class Extent:
    """A text's width and its longest unbreakable part in em, set in one line, and the ink height of that line in em."""

    width: float
    longest: float
    height: float
    words: int

    @classmethod
    def of(cls, text: str) -> Extent:
        words = re.split(r"(?<!\s\S)(?<!\A\S)\s+", text.strip()) or [text]
        words = [word[at : at + _LONGEST] for word in words for at in range(0, len(word), _LONGEST)]
        free = any(unicodedata.east_asian_width(character) in "WF" for character in text)
        longest = 1.0 if free else max(map(_width, words))
        return cls(max(_width(text), 0.3), max(longest, 0.3), _height(text), len(text) if free else len(words))

    def lines(self, count: int) -> tuple[float, float]:
        """Width and height in em of the text broken into `count` even lines."""
        even = self.width / count * (1.0 if count == 1 else 1.02 if self.longest == 1 else 1.08)
        return max(self.longest, even), self.height + (count - 1) * self.leading

    @property
    def leading(self) -> float:
        return max(0.94, self.height * (1.18 if self.longest == 1 else 1.13))

    def largest(self, width: float, height: float, most: int) -> tuple[float, int]:
        """The largest size in pixels per em at which the text fits, and its number of lines."""
        sizes = []
        for count in range(1, min(most, self.words if self.longest > 1 else max(self.words // 2, 1)) + 1):
            wide, high = self.lines(count)
            sizes.append((min(width / wide, height / high), -count))
        size, count = max(sizes)
        return size, -count

    def at(self, size: float, width: float) -> tuple[float, float]:
        """Width and height in pixels of the text set at `size` in as few lines as `width` allows, smaller if it must."""
        for count in range(1, self.words + 1):
            wide, high = self.lines(count)
            if wide * size <= width:
                return wide * size, high * size
        wide, high = self.lines(self.words)
        return width, high * width / wide


def _width(text: str) -> float:
    return sum(map(_character, text))


def _character(character: str) -> float:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Cf"):
        return 0.0
    if character.isspace():
        return 0.26
    if character in _NARROW:
        return 0.3
    if character in _WIDE:
        return 0.86
    if character.isascii() or unicodedata.name(character, "").startswith("LATIN"):
        return 0.66 if character.isupper() else 0.58 if character.isdigit() else 0.53
    name = unicodedata.name(character, "").split()
    return _SCRIPTS.get(name[0] if name else "", 0.6)


def _height(text: str) -> float:
    names = {unicodedata.name(character, "").split(" ")[0] for character in text if character.isalpha()}
    if names & {"ARABIC", "DEVANAGARI", "THAI"}:
        return 1.15
    if names & {"CJK", "HIRAGANA", "KATAKANA", "HANGUL"}:
        return 0.92
    descends = any(character in "gjpqyçQ,;" for character in text)
    return 0.72 + 0.21 * descends + 0.16 * any(character in "ÄÖÜÉÈÀÅÇÑŠŽ" for character in text)
