"""Colour words and values in the prompt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from engine.colour.names import MODIFIERS, NAMES, hex_of, is_exact, parse
from engine.planners.grammar.prompt import Token
from engine.planners.grammar.wordlist import words
from engine.types import Span

_TWO_WORDS: Final = words(
    """
    alice antique blanched blue cadet cornflower dim floral forest ghost green hot indian lawn lemon lime medium midnight
    mint misty navajo old olive orange papaya peach pale powder rebecca rosy royal saddle sandy sea sky slate spring steel
    white yellow dodger deep burnt jet off pine navy rose violet red baby dark light
    """
)
_FIRST: Final = frozenset({*(name.split()[0].split("-")[0] for name in (*NAMES, *MODIFIERS)), *_TWO_WORDS})
_HUES: Final = words("red orange yellow green blue purple violet pink brown black white grey gray")
_SUFFIXES: Final = frozenset({"coloured", "colored", "colour", "color", "tinted", "toned", "hued"})
_INTENSITY: Final = words("bright vivid soft warm cool rich muted dusty deep")

THINGS_FIRST: Final = words(
    """
    brick wine tomato snow sand sky chocolate lemon lime cherry rose salmon linen wheat plum apricot champagne
    petrol slate eggshell amber blush cream thistle orchid peru seashell honeydew honey olive peach mint ginger rust
    coral smoke sea
"""
)
"""Colour words that are things before other things ("tomato soup"): a colour only where nothing else fits."""
COATS: Final = words("cat kitten dog puppy hair fur horse fox jacket coat dress shirt sweater scarf sofa couch cushion curtain")
"""Things whose colour such words do name ("ginger cat", "olive jacket")."""


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour as text that engine.colour.names.parse understands, and where it was said."""

    text: str
    span: Span

    @property
    def exact(self) -> bool:
        return is_exact(self.text)


class Palette:
    """Reads colours; a brand kit's colour names come before everyday ones."""

    def __init__(self, brand: Mapping[str, str]) -> None:
        self._brand = {" ".join(name.lower().split()): value for name, value in brand.items()}

    def at(self, tokens: Sequence[Token], place: int) -> tuple[int, Colour] | None:
        """The longest colour named at `place`, and the place after it; a value after a name wins over the name."""
        first = tokens[place]
        if not first.is_word:
            return None
        low = first.parts[0]
        if low in {"color", "colour", "hex"} and place + 1 < len(tokens) and tokens[place + 1].parts[0] not in _SUFFIXES:
            found = self.at(tokens, place + 1)
            return (found[0], Colour(found[1].text, (first.start, found[1].span[1]))) if found and found[1].exact else None
        if low[0] != "#" and not low.startswith("rgb(") and low not in _FIRST and not self._brand:
            return None
        for after in range(min(place + 4, len(tokens)), place, -1):
            if any(not token.is_word for token in tokens[place:after]):
                continue
            colour = self._colour(tokens[place:after])
            if colour:
                return self._with_value(tokens, after, colour)
        return None

    def _with_value(self, tokens: Sequence[Token], after: int, colour: Colour) -> tuple[int, Colour]:
        opened = after < len(tokens) and tokens[after].word == "("
        value_at = after + opened
        if value_at < len(tokens) and (value := self._colour(tokens[value_at : value_at + 1])) and value.exact:
            closed = opened and value_at + 1 < len(tokens) and tokens[value_at + 1].word == ")"
            end = value_at + 1 + closed
            return end, Colour(value.text, (colour.span[0], tokens[end - 1].end))
        if after < len(tokens) and tokens[after].low in _SUFFIXES:
            return after + 1, Colour(colour.text, (colour.span[0], tokens[after].end))
        return after, colour

    def _colour(self, words: Sequence[Token]) -> Colour | None:
        parts = [part for word in words for part in word.parts]
        while len(parts) > 1 and parts[-1] in _SUFFIXES:
            parts.pop()
        text = " ".join(parts)
        span = words[0].start, words[-1].end
        for name in (text, text.removeprefix("brand ")):
            if name in self._brand:
                return Colour(self._brand[name], span)
        given = text[0] == "#" or text.startswith("rgb(")
        if not given and (parts[0] not in _FIRST or (len(parts) == 1 and parts[0] in _INTENSITY)):
            return None
        if (
            len(parts) == 2
            and parts[1] in _HUES
            and text not in {"gold orange", "silver orange"}
            and parts[0] not in _HUES | MODIFIERS.keys()
            and parse(text) is None
            and parse(parts[0])
        ):
            return Colour(parts[0], span)  # "sage green" is sage
        rgb = parse(text)
        if rgb is None:
            return None
        return Colour(hex_of(rgb) if text[0] == "#" else text, span)
