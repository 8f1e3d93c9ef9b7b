"""Pieces of a plan in words, as image models were taught them: things, colours, relations, the camera, the light."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, Literal

from engine.colour.names import EVERYDAY, is_exact, parse
from engine.types import Camera, Element, Light, RelationName
from engine.vocabulary import LIGHTS, MATERIALS

Style = Literal["tags", "sentences"]

NUMBERS: Final = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_COUNTS: Final = {word: n for n, word in enumerate(NUMBERS)} | {"a": 1, "an": 1, "single": 1, "both": 2, "pair": 2, "dozen": 12}
_LIGHTS: Final[dict[Light, str]] = {
    "studio": "studio lighting", "soft": "soft diffused light", "hard": "hard light with crisp shadows",
    "side": "side lighting", "back": "backlit", "golden hour": "golden hour light", "night": "at night", "neon": "neon light",
    "daylight": "daylight",
}  # fmt: skip
_RELATIONS: Final[dict[RelationName, str]] = {"left of": "to the left of", "right of": "to the right of"}
_WORD: Final = re.compile(r"#[0-9a-fA-F]{3,8}\b|[^\W_]+(?:['’][^\W_]+)*")


def mentions(text: str, phrase: str) -> bool:
    """Whether the text holds the phrase's words in a row, case, hyphens and a plural's ending aside."""
    here, wanted = _stems(text), _stems(phrase)
    return bool(wanted) and any(here[n : n + len(wanted)] == wanted for n in range(len(here)))


def described(element: Element, style: Style) -> str:
    """The element by itself: "two red bicycles"."""
    named = any(mentions(words, element.material) for words in (element.label, element.contents))
    finish = "" if named else element.material
    looks = [colour_words(colour, style) for colour in element.colors]
    noun = plural(element.label) if element.count > 1 else element.label
    noun += f" of {element.contents}" if element.contents and not mentions(element.label, element.contents) else ""
    number = "" if element.count == 1 and (style == "tags" or element.kind == "background") else number_words(element.count)
    number = "a" if number == "one" else number
    phrase = " ".join(part for part in (" and ".join(looks), finish, noun) if part)
    number = "an" if number == "a" and phrase[0].lower() in "aeiou" else number
    written = f' with the letters "{element.text}"' if element.text else ""
    return f"{number} {phrase}".strip() + written


def corrected(passage: str, element: Element, style: Style) -> str:
    """The words that asked for the element, their number, colours and material those of the plan."""
    passage = _counted(passage, element)
    passage = _coloured(passage, element, style)
    made_of = {MATERIALS.get(word.lower()) for word in _WORD.findall(passage)}
    if element.material and element.material not in made_of and not mentions(passage, element.material):
        passage = _before_noun(passage, element, element.material)
    return passage


def colour_words(colour: str, style: Style) -> str:
    """A colour as a model knows it: exact ones by their nearest name, with the value for a language model."""
    if not is_exact(colour):
        return colour
    rgb = parse(colour)
    name = _nearest(rgb) if rgb else colour
    return f"{name} ({colour})" if style == "sentences" else name


def number_words(count: int) -> str:
    return NUMBERS[count] if count < len(NUMBERS) else str(count)


def plural(noun: str) -> str:
    """A regular plural; image models read an irregular one no worse for it."""
    if re.search(r"(s|x|z|ch|sh)$", noun):
        return noun + "es"
    return noun[:-1] + "ies" if re.search(r"[^aeiou]y$", noun) else noun + "s"


def related(subject: Element, relation: RelationName, other: Element, style: Style) -> str:
    """Who stands where: "the cat is on the windowsill", for CLIP "cat on windowsill"."""
    one, two = (plural(e.label) if e.count > 1 else e.label for e in (subject, other))
    where = _RELATIONS.get(relation, relation)
    return f"{one} {where} {two}" if style == "tags" else f"the {one} {'are' if subject.count > 1 else 'is'} {where} the {two}"


def camera_words(camera: Camera) -> Iterator[str]:
    """A view in a photographer's terms: what a model can follow, and no figures, which it cannot."""
    if camera.elevation >= 75:
        yield "top-down view"
    elif camera.elevation >= 30:
        yield "high-angle view from above"
    elif camera.elevation <= -12:
        yield "low-angle view from below"
    elif abs(camera.elevation) < 8:
        yield "eye-level view"
    around = abs(camera.azimuth) % 360
    around = 360 - around if around > 180 else around
    side = "right" if camera.azimuth % 360 < 180 else "left"
    if around >= 150:
        yield "seen from behind"
    elif around >= 65:
        yield f"side view from the {side}"
    elif around >= 15:
        yield f"three-quarter view from the {side}"
    elif abs(camera.elevation) < 8:
        yield "front view"
    if abs(camera.roll) >= 5:
        yield "tilted horizon"
    if camera.focal_mm <= 28:
        yield "wide-angle lens"
    elif camera.focal_mm >= 100:
        yield "telephoto lens"
    if camera.zoom >= 1.5:
        yield "close-up"
    if camera.f_number is not None and camera.f_number <= 4:
        yield "shallow depth of field"


def light_words(light: Light, said: str) -> Iterator[str]:
    """The plan's light, unless the words say it already; the usual light goes without saying."""
    ways = [phrase for phrase, meant in LIGHTS.items() if meant == light]
    if light != "studio" and not any(mentions(said, phrase) for phrase in ways):
        yield _LIGHTS[light]


def _stems(text: str) -> list[str]:
    return [re.sub(r"(?<=..)(ies|es|s|e|y)$", "", word) for word in _WORD.findall(text.casefold().replace("-", " "))]


def _counted(passage: str, element: Element) -> str:
    for match in _WORD.finditer(passage):
        word = match.group().lower()
        count = int(word) if word.isdigit() else _COUNTS.get(word)
        if count is None:
            continue
        if count == element.count:
            return passage
        after = passage[match.end() :]
        if element.count > 1 and count == 1:
            after = re.sub(rf"\b{re.escape(element.label)}\b", plural(element.label), after, count=1, flags=re.IGNORECASE)
        return passage[: match.start()] + number_words(element.count) + after
    return passage


def _coloured(passage: str, element: Element, style: Style) -> str:
    """Colours that the plan no longer has give way, in their order, to those that the passage does not name."""
    missing = [colour_words(colour, style) for colour in element.colors if not mentions(passage, colour) or is_exact(colour)]
    for start, stop in reversed(_colours(passage, element)):
        passage = passage[:start] + (missing.pop() if missing else "") + passage[stop:]
    for colour in reversed(missing):
        passage = _before_noun(passage, element, colour)
    return re.sub(r"[ \t]{2,}", " ", passage)


def _colours(passage: str, element: Element) -> list[tuple[int, int]]:
    """Where the passage names a colour that is not one of the element's, the longest name first; its noun is left alone."""
    if not element.colors:
        return []
    tokens = [(m.start(), m.end()) for m in _WORD.finditer(passage)]
    noun = passage.casefold().rfind(element.label.casefold())
    found: list[tuple[int, int]] = []
    place = 0
    while place < len(tokens):
        for length in (3, 2, 1):
            if place + length > len(tokens):
                continue
            start, stop = tokens[place][0], tokens[place + length - 1][1]
            name = passage[start:stop]
            if parse(name) is not None and not (0 <= noun < stop):
                if is_exact(name) or not any(mentions(colour, name) for colour in element.colors):
                    found.append((start, stop))
                place += length - 1
                break
        place += 1
    return found


def _before_noun(passage: str, element: Element, word: str) -> str:
    noun = re.search(rf"\b{re.escape(element.label.split()[0])}", passage, re.IGNORECASE)
    at = noun.start() if noun else 0
    return f"{passage[:at]}{word} {passage[at:]}"


@cache
def _nearest(rgb: tuple[int, int, int]) -> str:
    import numpy as np

    from engine.colour.measure import delta_e, lab

    names = list(EVERYDAY)
    return names[int(np.argmin(delta_e(lab(np.array([EVERYDAY[name] for name in names])), lab(rgb))))]
