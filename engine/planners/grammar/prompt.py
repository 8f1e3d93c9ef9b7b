"""A prompt as it is read: normalised to NFC, its quoted texts found, and cut into tokens that know where they stood."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from engine.errors import BadInput
from engine.planners.grammar.quotes import Quote, find_quotes
from engine.types import Span

LONGEST = 100_000
V = TypeVar("V")

_TOKEN = re.compile(
    r"""rgb\(\s*\d+\s*,\s*\d+\s*,\s*\d+\s*\)     # rgb(30, 90, 168)
      | \#[0-9a-fA-F]{3,8}\b                     # #1E5AA8
      | f/\d+(?:\.\d+)?                          # f/2.8
      | \d+(?:[.,:/×x]\d+)*(?:[^\W\d_]+|\s?°|%)?   # 7, 1,000, 16:9, 1/7, 3D, 4k, 35mm, 20°
      | [^\W_]+(?:['’][^\W_]+)*                  # words, with their apostrophes
      | \n | \S
    """,
    re.VERBOSE | re.IGNORECASE,
)
_HYPHENS = "-‐‑"


@dataclass(frozen=True, slots=True)
class Token:
    """A word (hyphenated ones are one token of several parts), a number, a mark, or a whole quoted text."""

    word: str
    start: int
    end: int
    parts: tuple[str, ...]
    quote: Quote | None = None

    @property
    def span(self) -> Span:
        return self.start, self.end

    @property
    def is_word(self) -> bool:
        return self.quote is None and (self.word[0].isalnum() or self.word[0] == "#")

    @property
    def capitalised(self) -> bool:
        return self.word != self.word.lower()

    @property
    def low(self) -> str:
        return self.parts[0] if len(self.parts) == 1 else "-".join(self.parts)


def normalised(prompt: str) -> str:
    """The prompt in NFC; every span of the plan refers to this text.

    Raises BadInput for a prompt that is empty, longer than LONGEST, or holds control characters but line breaks and tabs.
    """
    if len(prompt) > LONGEST:
        raise BadInput(f"The prompt has {len(prompt):,} characters; at most {LONGEST:,} can be planned.", "Shorten it.")
    text = unicodedata.normalize("NFC", prompt)
    for place, character in enumerate(text):
        if unicodedata.category(character) in {"Cc", "Cs"} and character not in "\n\r\t":
            raise BadInput(
                f"The prompt holds the control character U+{ord(character):04X} at position {place + 1}.", "Remove it."
            )
    if not text.strip():
        raise BadInput("The prompt is empty.", "Describe what the picture should show.")
    return text


def tokens(prompt: str) -> list[Token]:
    """The prompt's tokens in order; each quoted text is one of them."""
    found: list[Token] = []
    place = 0
    for quote in find_quotes(prompt):
        found += _plain(prompt, place, quote.span[0])
        found.append(Token('"', *quote.span, ('"',), quote))
        place = quote.span[1]
    return found + _plain(prompt, place, len(prompt))


def _plain(prompt: str, start: int, end: int) -> list[Token]:
    found: list[Token] = []
    hyphen = False
    for match in _TOKEN.finditer(prompt, start, end):
        word, touching = match.group(), bool(found) and found[-1].end == match.start()
        if word in _HYPHENS and touching and found[-1].is_word:
            hyphen = True
            continue
        part = word.lower().replace("’", "'")
        if hyphen and found[-1].end == match.start() - 1 and (word[0].isalnum()):
            last = found.pop()
            found.append(Token(prompt[last.start : match.end()], last.start, match.end(), (*last.parts, part)))
        else:
            found.append(Token(word, match.start(), match.end(), (part,)))
        hyphen = False
    return found


class Table(Generic[V]):
    """Phrases of one or several words, each with its meaning; the longest that fits at a place wins."""

    def __init__(self, phrases: Mapping[str, V]) -> None:
        self._meanings = {tuple(re.split(r"[\s-]+", phrase)): meaning for phrase, meaning in phrases.items()}
        self._longest: dict[str, int] = {}
        for words in self._meanings:
            self._longest[words[0]] = max(len(words), self._longest.get(words[0], 0))

    def match(self, tokens: Sequence[Token], place: int) -> tuple[int, V] | None:
        """The place after the phrase that begins at `place`, and its meaning."""
        longest = self._longest.get(tokens[place].parts[0])
        if longest is None:
            return None
        words: tuple[str, ...] = ()
        best: tuple[int, V] | None = None
        for after in range(place + 1, len(tokens) + 1):
            words += tokens[after - 1].parts
            if len(words) > longest:
                break
            if words in self._meanings:
                best = after, self._meanings[words]
        return best
