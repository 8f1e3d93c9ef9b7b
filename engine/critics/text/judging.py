"""One copy of a text, judged: does it read as asked, are its letters whole, large and dark enough."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from engine.critics.text.copies import Copy, Line
from engine.critics.text.fitting import CERTAIN, fitting, laid_over
from engine.critics.text.folding import likeness, misspelt, squeezed
from engine.critics.text.glyphs import Match
from engine.critics.text.lines import broken, extent, shared_out
from engine.critics.text.mistakes import wrong_letters
from engine.critics.text.reading import Reader
from engine.critics.text.resetting import reset
from engine.critics.text.scripts import unread
from engine.thresholds import threshold
from engine.types import Box, Expected
from engine.typography.fonts import Face, faces

GAP = 0.4
"""A space between words narrower than this share of its width counts as none."""
WHOLE = 0.8
"""Likeness of its worst letter from which the shapes of a line that surely fits overrule what the recogniser read."""
SURE = 0.94
"""Fit from which ink that no letter accounts for is no quirk of the face."""
SPILL = (0.02, 0.07)
"""How much such ink, in letters' worth, a line may show: in a face that is known, and in one that is guessed."""
ASTRAY = 0.75
"""Fit below which flat letters in a face that is known do not stand as they were set."""


@dataclass(frozen=True)
class Judgement:
    """`measured` against `limit`; `score` 0..1 orders judgements, `passed` None: cannot tell. `box` is that of the
    letters that are wrong, where they are known, else the copy's."""

    passed: bool | None
    measured: Expected
    limit: float
    score: float
    box: Box
    message: str
    confidence: float


def judge(
    copy: Copy,
    text: str,
    exact: float,
    hint: Face | None,
    reader: Reader | None,
    *,
    stretch: bool,
    printed: bool,
    sound: Callable[[Box], bool] | None = None,
) -> Judgement:
    """How the copy stands up to `text`; `exact` is the share that must read as asked.

    `reader` read it, if any has its letters: where that is not Plantain's own, letters whose shapes are right overrule it.
    `stretch`: it may be seen at an angle. `printed`: by ink alone, so contrast matters; letters that stand as solid things
    are told from their ground by light and shade as well. `sound` is asked of a letter that seems damaged, and may clear it.
    """
    lines = [line for line in copy.lines if line.ink is not None]
    if not lines:
        return Judgement(False, "", exact, 0.0, copy.box, f"Missing: no letters stand where “{text}” should.", 0.9)
    words = parts(lines, text, reader is not None)
    matches = _matches(lines, words, hint, stretch)
    read = copy.read
    share = likeness(read, text)
    whole = bool(matches) and all(found is not None and found.trusted for found in matches)
    by_shape = whole and all(
        found.fit >= CERTAIN and found.letters[found.worst].likeness >= WHOLE for found in matches if found
    )
    if reader is None and not whole:
        why = " ".join((unread(text), "No face here draws its letters alike."))
        return Judgement(None, None, exact, 0.0, copy.box, why, 0.0)
    enough = 0.75 if reader is not None and reader.own else 0.0
    right = whole if reader is None else share >= exact or (by_shape and share >= enough)
    covered = any(found.fit >= SURE and found.spill > SPILL[found.guessed] for found in matches if found)
    if right and (covered or (hint is not None and not stretch and any(found.fit < ASTRAY for found in matches if found))):
        sentence = f"Damaged letter: something else is written or drawn over “{text}”."
        return Judgement(False, read, exact, 0.55, copy.box, sentence, 0.75)
    judged = _verdict(copy, lines, matches, text, right, share, exact, printed, sound)
    if judged.message.startswith("Misspelt") and not right:
        shown = [found.face for found in matches if found and found.trusted] or ([hint] if hint else [])
        where = wrong_letters(lines, words, shown or _candidates(text), stretch=stretch)
        return replace(judged, box=where or judged.box)
    return judged


def _verdict(
    copy: Copy,
    lines: Sequence[Line],
    matches: Sequence[Match | None],
    text: str,
    right: bool,
    share: float,
    exact: float,
    printed: bool,
    sound: Callable[[Box], bool] | None,
) -> Judgement:
    read = copy.read
    contrast = min(line.ink.contrast for line in lines if line.ink)
    height = min(_cap_height(line, found) for line, found in zip(lines, matches or [None] * len(lines), strict=True))
    low, small = threshold("text", "contrast"), threshold("text", "min_height_px")
    part = 1.0 if right else 0.5 * share
    sure = max(copy.score, 0.5)
    if height < small:
        sentence = f"Too small: the capitals of “{text}” are {height:.1f} pixels high, {small:.0f} are needed."
        return Judgement(False, round(height, 1), small, part * (0.4 + 0.4 * height / small), copy.box, sentence, 0.9)
    if printed and contrast < low:
        sentence = f"Low contrast: “{text}” stands {contrast:.1f} : 1 against its ground, {low:.1f} : 1 is needed."
        return Judgement(False, round(contrast, 2), low, part * (0.4 + 0.4 * contrast / low), copy.box, sentence, 0.9)
    if not right:
        if not squeezed(read):
            return Judgement(
                False, "", exact, 0.0, copy.box, f"Unreadable: nothing can be read where “{text}” should stand.", 0.7
            )
        if share < 0.4:
            sentence = f"Unreadable: it reads “{read}” where “{text}” should stand."
            return Judgement(False, read, exact, 0.4 * share, copy.box, sentence, 0.8)
        return Judgement(False, read, exact, 0.6 * share, copy.box, misspelt(text, read), sure)
    trusted = [(line, found) for line, found in zip(lines, matches, strict=False) if found is not None and found.trusted]
    for line, found in trusted:
        for at, letter in sorted(enumerate(found.letters), key=lambda one: one[1].likeness):
            if letter.likeness >= found.limit:
                break
            where = line.strip.box(*letter.box)
            if sound and sound(where):
                continue
            sentence = _damaged(found, at, text)
            score = 0.5 + 0.4 * letter.likeness / found.limit
            sure = 0.85 if found.guessed else 0.95
            return Judgement(False, round(letter.likeness, 2), found.limit, score, where, sentence, sure)
        if found.gap < GAP:
            return Judgement(False, read, exact, 0.6, copy.box, f"Misspelt: the words of “{text}” run together.", 0.7)
    confidence = 0.97 if len(trusted) == len(lines) else 0.8
    sentence = f"Reads “{text}”; its capitals are {height:.0f} pixels high, its contrast is {contrast:.1f} : 1."
    return Judgement(True, 1.0, exact, 1.0, copy.box, sentence, round(confidence * sure, 3))


def parts(lines: Sequence[Line], text: str, legible: bool) -> list[str]:
    """Which words of the text stand on which line; none where that cannot be told."""
    if legible:
        return broken(text, [line.read for line in lines])
    widths = []
    for line in lines:
        across = extent(line.ink.cover) if line.ink else None
        widths.append((across[1] - across[0]) * 100 // max(1, line.strip.pixels.shape[0]) if across else 1)
    return shared_out(text, widths, spaced=" " in text)


def _matches(lines: Sequence[Line], words: Sequence[str], hint: Face | None, stretch: bool) -> list[Match | None]:
    """Each line against its words; the face that a first line shows is tried alone on the others."""
    found: list[Match | None] = []
    shown = hint
    for line, part in zip(lines, words, strict=False):
        if not squeezed(part) or line.ink is None:
            found.append(None)
            continue
        one = reset(line.strip, part, hint) if hint and not stretch else None
        if one is None and shown:
            one = laid_over(line, part, [shown], stretch=stretch, guessed=shown is not hint)
        if one is None or not one.trusted:
            one = fitting(one, laid_over(line, part, _candidates(part), stretch=stretch))
        if one is not None and one.trusted:
            shown = one.face
        found.append(one)
    return found


def _candidates(text: str) -> Iterable[Face]:
    return chain.from_iterable(faces(text, weight=weight) for weight in (400, 600, 800))


def _cap_height(line: Line, found: Match | None) -> float:
    """In pixels of the picture; from the ink's own height where no face was laid over it."""
    if found is not None:
        return found.cap_height * line.strip.scale
    rows = (line.ink.cover > 0.45).any(axis=1).sum() if line.ink else 0
    return 0.8 * float(rows) * line.strip.scale


def _damaged(found: Match, at: int, text: str) -> str:
    letters = [character for character in found.text if not character.isspace()]
    if len(letters) == len(found.letters):
        return f"Damaged letter: the {letters[at]} in “{text}” is not whole."
    return f"Damaged letter: a letter in “{text}” is not whole."
