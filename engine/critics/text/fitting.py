"""A line of the picture with words laid over it in the faces at hand, whatever else reaches into its strip."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from engine.critics.text.copies import Line
from engine.critics.text.glyphs import Match, match
from engine.typography.fonts import Face

CERTAIN: Final = 0.9
"""The fit from which there is no doubt that the line says this."""


def laid_over(line: Line, words: str, faces: Iterable[Face], *, stretch: bool, guessed: bool = True) -> Match | None:
    """The best match of the words with the line's ink, or with that ink without its neighbours' where that fits better."""
    known = list(faces)
    found = _matched(line, words, known, stretch, guessed)
    if line.alone and (found is None or found.fit < CERTAIN):
        return fitting(found, _matched(line.alone, words, known, stretch, guessed))
    return found


def fitting(*matches: Match | None) -> Match | None:
    """The one that fits best."""
    return max((one for one in matches if one is not None), key=lambda one: one.fit, default=None)


def _matched(line: Line, words: str, faces: Iterable[Face], stretch: bool, guessed: bool) -> Match | None:
    if line.ink is None:
        return None
    grain = max(1.0, 1 / max(line.strip.scale, 1e-3))
    return match(line.ink.cover, words, faces, stretch=stretch, guessed=guessed, grain=grain)
