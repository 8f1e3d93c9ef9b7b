"""Phrases about the picture as a whole, taken out before the things in it are read."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from engine.planners.grammar import camera, frame
from engine.planners.grammar.prompt import Token
from engine.types import Note, Span

Kind = Literal["view", "light", "aspect", "size", "style"]


@dataclass(slots=True)
class Claims:
    """What was said about the picture as a whole. `taken` holds the indices of the tokens that said it."""

    views: list[camera.View] = field(default_factory=list)
    lights: list[tuple[str, Span]] = field(default_factory=list)
    aspects: list[tuple[str, Span]] = field(default_factory=list)
    sizes: list[tuple[str, Span]] = field(default_factory=list)
    styles: list[tuple[str, Span]] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)
    notes: list[Note] = field(default_factory=list)


def claims(prompt: str, tokens: list[Token]) -> Claims:
    found = Claims()
    _numbers(prompt, tokens, found)
    place = 0
    while place < len(tokens):
        token = tokens[place]
        if place in found.taken or not token.is_word:
            place += 1
            continue
        matches = list(_matches(tokens, place))
        end = max((match[1] for match in matches), default=place)
        if end == place or found.taken & set(range(place, end)):
            place += 1
            continue
        light = any(kind == "light" and after == end for kind, after, _ in matches)
        while light and place and place - 1 not in found.taken and tokens[place - 1].low in frame.OF_LIGHT:
            place -= 1  # "hard side light", "long soft shadows"
        span = tokens[place].start, tokens[end - 1].end
        for kind, after, value in matches:
            if after == end:
                _record(found, kind, value, prompt[span[0] : span[1]], span)
                break
        if matches[-1][0] == "size" and matches[-1][1] == end and matches[0][0] == "aspect":  # 1024x1024 says both
            found.sizes.append((str(matches[-1][2]), span))
        found.taken |= set(range(place, end))
        place = end
    found.views.sort(key=lambda view: view.span)
    return found


def _matches(tokens: list[Token], place: int) -> Iterator[tuple[Kind, int, camera.Settings | str]]:
    if place + 2 < len(tokens) and tokens[place + 1].word == ":":
        if tokens[place].low in {"camera", "view", "angle"} and (set_view := camera.VIEWS.match(tokens, place + 2)):
            yield "view", *set_view
        if tokens[place].low in {"light", "lighting"} and (set_light := frame.KEYED_LIGHTS.match(tokens, place + 2)):
            yield "light", *set_light
    if aspect := frame.aspect_at(tokens, place):
        yield "aspect", *aspect
    if view := camera.PHRASES.match(tokens, place):
        yield "view", *view
    if light := frame.light_at(tokens, place):
        yield "light", *light
    if style := frame.STYLE.match(tokens, place):
        yield "style", *style
    if size := frame.size_at(tokens, place):
        yield "size", *size


def _record(found: Claims, kind: Kind, value: camera.Settings | str, text: str, span: Span) -> None:
    if isinstance(value, dict):
        found.views.append(camera.View(value, text, span))
    else:
        {"light": found.lights, "aspect": found.aspects, "size": found.sizes, "style": found.styles}[kind].append((value, span))


def _numbers(prompt: str, tokens: list[Token], found: Claims) -> None:
    """Angles given as numbers, in the prompt without its quoted texts."""
    plain = list(prompt)
    for token in tokens:
        if token.quote:
            plain[token.start : token.end] = "\0" * (token.end - token.start)
    text = "".join(plain)
    if not any(character.isdigit() for character in text):
        return
    starts = [token.start for token in tokens]
    for pattern in camera.NUMBERS:
        for match in pattern.finditer(text):
            indices = set(range(bisect_left(starts, match.start()), bisect_left(starts, match.end())))
            settings = camera.by_number(match)
            if settings and indices and not indices & found.taken:
                found.views.append(camera.View(settings, match.group().strip(), match.span()))
                found.taken |= indices
