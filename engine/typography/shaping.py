"""Shaping with HarfBuzz: characters to placed glyphs, in any script and direction."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from engine.typography.bidi import directional_runs
from engine.typography.fonts import Face, hb_face

_CURSIVE = ("ARABIC", "SYRIAC", "MONGOLIAN", "DEVANAGARI", "BENGALI", "GURMUKHI", "THAANA", "NKO")


@dataclass(frozen=True)
class Glyph:
    """A glyph of the face, its origin in em from the start of the line, y up."""

    id: int
    x: float
    y: float


@dataclass(frozen=True)
class Shaped:
    """A line of glyphs. `advance` and `ink` (x0, y0, x1, y1; y up from the baseline) are in em; `ink` is None for spaces."""

    glyphs: tuple[Glyph, ...]
    advance: float
    ink: tuple[float, float, float, float] | None


@lru_cache(maxsize=256)
def hb_font(face: Face) -> Any:
    """The uharfbuzz font of a face, at the scale of its design units."""
    import uharfbuzz

    font = uharfbuzz.Font(hb_face(face.path, face.index))
    font.set_variations(dict(face.axes))
    return font


def em(face: Face) -> int:
    """Design units per em."""
    return int(hb_face(face.path, face.index).upem)


def cap_height(face: Face) -> float:
    """The height of capitals in em; for scripts without capitals, of an ideograph or a common letter."""
    font = hb_font(face)
    for letter in "H中한ا":
        glyph = font.get_nominal_glyph(ord(letter))
        extents = font.get_glyph_extents(glyph) if glyph else None
        if extents and extents.height:
            return float(abs(extents.height)) / em(face)
    return 0.7


@lru_cache(maxsize=4096)
def shape(text: str, face: Face, tracking: float = 0.0) -> Shaped:
    """The text as one line. `tracking` is added after each cluster, in em; joined scripts and their like stay as they are.

    Lines all in capitals get the face's capital forms of dashes and brackets, where it has them.
    """
    import uharfbuzz

    text = unicodedata.normalize("NFC", text)
    if tracking and any(unicodedata.name(character, "").startswith(_CURSIVE) for character in text):
        tracking = 0.0
    font, unit = hb_font(face), em(face)
    features = {"kern": True, "liga": not tracking, "clig": not tracking, "case": text.isupper()}
    pen = 0.0
    glyphs = []
    ink: list[tuple[float, float, float, float]] = []
    for start, end, leftward in directional_runs(text):
        for first, last in _script_runs(text, start, end, leftward):
            buffer = uharfbuzz.Buffer()
            buffer.add_str(text, first, last - first)
            buffer.direction = "rtl" if leftward else "ltr"
            buffer.guess_segment_properties()
            uharfbuzz.shape(font, buffer, features)
            infos, places = buffer.glyph_infos, buffer.glyph_positions
            for at, (info, place) in enumerate(zip(infos, places, strict=True)):
                x, y = pen + place.x_offset / unit, place.y_offset / unit
                glyphs.append(Glyph(info.codepoint, x, y))
                extents = font.get_glyph_extents(info.codepoint)
                if extents and extents.width and extents.height:
                    left, top = x + extents.x_bearing / unit, y + extents.y_bearing / unit
                    ink.append((left, top + extents.height / unit, left + extents.width / unit, top))
                pen += place.x_advance / unit
                if at + 1 == len(infos) or infos[at + 1].cluster != info.cluster:
                    pen += tracking
    if not ink:
        return Shaped(tuple(glyphs), max(pen - tracking, 0.0), None)
    lefts, bottoms, rights, tops = zip(*ink, strict=True)
    return Shaped(tuple(glyphs), pen - tracking, (min(lefts), min(bottoms), max(rights), max(tops)))


def _script_runs(text: str, start: int, end: int, leftward: bool) -> list[tuple[int, int]]:
    """The stretches of one script in text[start:end], in visual order; marks and punctuation go with what precedes them."""
    import uharfbuzz

    runs: list[tuple[int, int]] = []
    current = ""
    for at in range(start, end):
        script = _script(text[at], uharfbuzz)
        if runs and (not script or script == current or not current):
            runs[-1] = (runs[-1][0], at + 1)
        else:
            runs.append((at, at + 1))
        current = script or current
    return runs[::-1] if leftward else runs


def _script(character: str, uharfbuzz: Any) -> str:
    if not character.isalpha():
        return ""
    buffer = uharfbuzz.Buffer()
    buffer.add_str(character)
    buffer.guess_segment_properties()
    return str(buffer.script or "")
