"""Where in a line that is misspelt the wrong letters stand: what it reads as is laid over its ink, letter by letter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from engine.composite import union
from engine.critics.text.copies import Line
from engine.critics.text.fitting import laid_over
from engine.critics.text.folding import folded, squeezed
from engine.types import Box
from engine.typography.bidi import directional_runs
from engine.typography.fonts import Face


def wrong_letters(lines: Sequence[Line], words: Sequence[str], faces: Iterable[Face], *, stretch: bool) -> Box | None:
    """The box round all letters that are not those of the `words` asked for, line by line; beside a letter that is missing
    its neighbours. None where that cannot be told: where no face at hand draws what is there.
    """
    known = list(faces)
    boxes: list[Box] = []
    for line, part in zip(lines, words, strict=True):
        if squeezed(line.read) == squeezed(part):
            continue
        found = laid_over(line, folded(line.read), known, stretch=stretch)
        if found is None or not found.trusted or len(found.letters) != len(squeezed(line.read)) or _leftward(line.read):
            return None
        boxes += [line.strip.box(*found.letters[at].box) for at in _wrong(squeezed(part), squeezed(line.read))]
    return union(boxes) if boxes else None


def _leftward(text: str) -> bool:
    """Whether any of it runs from right to left, so that its glyphs do not stand in the order of its letters."""
    return any(leftward for *_, leftward in directional_runs(text))


def _wrong(wanted: str, read: str) -> Iterator[int]:
    """Indices of the letters read that were not wanted, and of those beside one that is missing."""
    for what, _, _, start, end in SequenceMatcher(None, wanted, read, autojunk=False).get_opcodes():
        if what == "delete":
            yield from (at for at in (start - 1, start) if 0 <= at < len(read))
        elif what != "equal":
            yield from range(start, end)
