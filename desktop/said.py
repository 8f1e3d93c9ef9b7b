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
_QUOTED: Final = re.compile(r"“([^“”]*)”")
_PLACE: Final = re.compile(r"\{([a-z]+)\d*\}")


def said(text: str) -> str:
    """One or more sentences of the engine's in the user's language; what is none of them stays as it is."""
    if words.look_up("engine", SENTENCES[0]) == SENTENCES[0]:
        return text
    told = ""
    for sentence in _sentences(text)[1]:
        gap = "" if not told or told.endswith("。") else " "
        told += gap + _translated(sentence)
    return told


@lru_cache(4096)
def _sentences(text: str) -> tuple[int, tuple[str, ...]]:
    """The text cut into sentences so that the most letters belong to known templates, less those of unknown sentences."""
    best: tuple[int, tuple[str, ...]] = (_known(text), (text,))
    for end in re.finditer(r"\. ", text):
        first = text[: end.start() + 1]
        known, rest = _sentences(text[end.end() :])
        if _known(first) + known > best[0]:
            best = _known(first) + known, (first, *rest)
    return best


def _known(sentence: str) -> int:
    found = _parsed(sentence)
    return found[0] if found is not None else -len(sentence)


def _translated(sentence: str) -> str:
    found = _parsed(sentence)
    if found is None:
        return sentence
    _, template, parts = found
    filled = {name: _part(name.rstrip("0123456789"), part) for name, part in parts.items()}
    return words.look_up("engine", template).format(**filled)


@lru_cache(4096)
def _parsed(sentence: str) -> tuple[int, str, dict[str, str]] | None:
    """How many letters of the sentence its template says, a known sentence inside it counted too; the template; its parts."""
    best: tuple[int, str, dict[str, str]] | None = None
    for template, pieces, pattern in _patterns():
        if all(piece in sentence for piece in pieces) and (found := pattern.fullmatch(sentence)):
            parts = found.groupdict()
            known = sum(map(len, pieces)) + (_sentences(parts["sentence"])[0] if "sentence" in parts else 0)
            if best is None or known > best[0]:
                best = known, template, parts
    return best


@cache
def _patterns() -> tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...]:
    """Each template with its own words and as a pattern."""
    made = []
    for template in SENTENCES:
        pieces = tuple(_PLACE.sub("\0", template).split("\0"))
        pattern, rest = re.escape(pieces[0]), iter(pieces[1:])
        for place in _PLACE.finditer(template):
            pattern += f"(?P<{place[0][1:-1]}>{_SPECIAL.get(place[1], '.+?')}){re.escape(next(rest))}"
        made.append((template, pieces, re.compile(pattern, re.DOTALL)))
    return tuple(made)


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
        case "source" | "fate" | "mode":
            return words.fragment(text)
        case "sentence":
            return said(text)
        case "words":
            return _QUOTED.sub(lambda found: strings.quoted(found[1]), text)
    return text
