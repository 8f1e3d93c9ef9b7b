"""The engine's sentences in the user's language. The engine speaks English, and so does every trace: here, at the window's
edge, a sentence is recognised by the template it was made from, and the translated template is filled with its parts.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final, get_args

from desktop import strings, words
from desktop.sentences import SENTENCES
from engine.types import Light, RelationName, RequirementKind

_SPECIAL: Final = {
    "figure": r"-?\d[\d.,]*",
    "percent": r"\d[\d.]*%",
    "subject": r"The .+?|“.*?”",
    "words": r".*?",
    "relation": "|".join(get_args(RelationName)),
    "light": "|".join(get_args(Light)),
    "kind": "|".join(get_args(RequirementKind)),
    "shape": "|".join(words.SHAPES),
    "side": "left|right|top|bottom",
    "setting": "aspect|size|light",
    "article": "an?",
}
"""What a placeholder may stand for, where that is not just any words."""
_ANGLE: Final = re.compile(r"(azimuth|elevation|roll) (-?\d+)° \(asked (-?\d+)°\)")
_PLACE: Final = re.compile(r"\{([a-z]+)\d*\}")


def said(text: str) -> str:
    """One or more sentences of the engine's in the user's language; what is none of them stays as it is."""
    if words.look_up("engine", SENTENCES[0]) == SENTENCES[0]:
        return text
    if (found := _parsed(text)) is not None:
        template, parts = found
        filled = {name: _part(name.rstrip("0123456789"), part) for name, part in parts.items()}
        return words.look_up("engine", template).format(**filled)
    ends = [(text[: end.start() + 1], text[end.end() :]) for end in re.finditer(r"\. ", text)]
    for first, rest in ends:
        if _parsed(first) is not None:
            told = said(first)
            return f"{told}{'' if told.endswith('。') else ' '}{said(rest)}"
    return next((f"{first} {said(rest)}" for first, rest in ends if _parsed(rest) is not None), text)


@lru_cache(4096)
def _parsed(sentence: str) -> tuple[str, dict[str, str]] | None:
    """The template that says most of the sentence's words itself, and what stands in its places."""
    for template, pieces, pattern in _patterns():
        if all(piece in sentence for piece in pieces) and (found := pattern.fullmatch(sentence)):
            return template, found.groupdict()
    return None


@cache
def _patterns() -> tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...]:
    """Each template with its own words and as a pattern, the wordiest first."""
    made = []
    for template in SENTENCES:
        pieces = tuple(_PLACE.sub("\0", template).split("\0"))
        pattern, rest = re.escape(pieces[0]), iter(pieces[1:])
        for place in _PLACE.finditer(template):
            pattern += f"(?P<{place[0][1:-1]}>{_SPECIAL.get(place[1], '.+?')}){re.escape(next(rest))}"
        made.append((template, pieces, re.compile(pattern, re.DOTALL)))
    return tuple(sorted(made, key=lambda one: -sum(map(len, one[1]))))


def _part(kind: str, text: str) -> str:
    match kind:
        case "figure":
            return strings.figures(text)
        case "percent":
            return strings.percent(float(text.removesuffix("%")) / 100)
        case "subject":
            return strings.quoted(text[1:-1] if text.startswith("“") else strings.role(text.removeprefix("The ")))
        case "noun":
            return strings.role(text)
        case "colour":
            return words.colour(text)
        case "light" | "value":
            return strings.light(text)
        case "kind":
            return strings.kind(text)
        case "shape":
            return words.shape(text)
        case "relation" | "side" | "setting" | "document" | "things":
            return words.part(text)
        case "angles":
            return _ANGLE.sub(lambda found: strings.angle(words.part(found[1]), found[2], found[3]), text)
        case "source" | "fate" | "mode":
            return words.fragment(text)
        case "sentence":
            return said(text)
    return text
