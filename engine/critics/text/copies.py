"""The copies of a text in a picture, line by line: under its mask, or wherever something like it can be read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np

from engine.composite import union
from engine.critics.ink import Ink, split_ink
from engine.critics.looking import dilate
from engine.critics.text.folding import likeness, squeezed
from engine.critics.text.lines import extent, line_rows, reaching_in
from engine.critics.text.reading import Reader, find, read
from engine.critics.text.straight import apart, in_words, side_by_side, unrolled
from engine.critics.text.strip import Strip, beside, flatten, of_quad
from engine.types import Array, Box

SURE = 0.95
"""How sure a reading must be for a line not to be tried in another direction."""
TALL = 1.5
"""How much higher than wide the strip of a line is that does not run level."""
LETTER = 12_000
"""Pixels of a strip for each letter in it: more are not needed to tell whether it is whole."""
_QUARTERS = [np.linalg.matrix_power(np.array([[0, -1], [1, 0]]), quarter) for quarter in range(4)]
HIDDEN = 0.5
"""A copy that shows less than this share of the area the fullest copy shows is mostly hidden, and not judged."""


@dataclass(frozen=True, eq=False)
class Line:
    """One line as it stands in the picture: its strip, what it reads as, and how sure the recogniser is."""

    strip: Strip
    read: str
    score: float

    @cached_property
    def ink(self) -> Ink | None:
        return split_ink(self.strip.pixels, self.strip.area)

    @cached_property
    def alone(self) -> Line | None:
        """The line without what reaches into its strip from beside, for whoever cannot make it out; None where nothing does."""
        strange = reaching_in(self.ink.cover) if self.ink else np.zeros(0)
        if self.ink is None or not strange.any():
            return None
        pixels = np.where(dilate(strange, 2)[..., None], np.array(self.ink.ground, np.uint8), self.strip.pixels)
        return replace(self, strip=replace(self.strip, pixels=pixels))

    @property
    def box(self) -> Box:
        height, width = self.strip.pixels.shape[:2]
        return self.strip.box(0, 0, width, height)


@dataclass(frozen=True)
class Copy:
    """One copy of a text: its lines from top to bottom. `box` is where it stands or should stand."""

    lines: tuple[Line, ...]
    box: Box
    area: Strip | None = field(default=None)

    @property
    def read(self) -> str:
        return " ".join(line.read for line in self.lines if line.read)

    @property
    def score(self) -> float:
        return min((line.score for line in self.lines), default=0.0)


def masked_copies(picture: Array, mask: Array, text: str, straight: bool, reader: Reader | None) -> list[Copy]:
    """A copy for every instance of the mask that is not mostly hidden, read where there is a reader."""
    import cv2

    sizes = cv2.calcHist([mask], [0], None, [256], [0, 256]).ravel()[1:]
    copies = []
    for index in np.flatnonzero(sizes >= max(1.0, HIDDEN * float(sizes.max()))):
        strip = flatten(picture, mask == index + 1, straight, line=48, most=LETTER * max(1, len(squeezed(text))))
        if strip is None:
            continue
        height, width = strip.pixels.shape[:2]
        copies.append(_read_strip(strip, strip.box(0, 0, width, height), text, reader))
    return copies


def _read_strip(strip: Strip, box: Box, text: str, reader: Reader | None) -> Copy:
    """By rows of ink first, which is quick; where that does not read as `text`, by the detector's own lines too."""
    ink = split_ink(strip.pixels, strip.area)
    parts = []
    rows = line_rows(ink.cover) if ink else []
    above, below = [-strip.pixels.shape[0], *(bottom for _, bottom in rows)], [*(top for top, _ in rows[1:]), 10**9]
    for (top, bottom), ceiling, floor in zip(rows, above, below, strict=False):
        pad = max(2, round(0.14 * (bottom - top)))
        row = strip.rows(max(top - pad, ceiling), min(bottom + pad, floor))
        across = extent(ink.cover[max(0, top) : bottom]) if ink else None
        if across:
            parts.append(row.columns(across[0] - 2 * pad, across[1] + 2 * pad))
    if reader is None:
        return Copy(tuple(Line(part, "", 0.0) for part in parts), box, strip)
    by_rows = _read(reader, parts, box, strip)
    if squeezed(by_rows.read) == squeezed(text):
        return by_rows
    zoom = min(1.0, 60 * max(1, len(parts)) / strip.pixels.shape[0] * 1.5)
    found = [quad / zoom for quad in find(reader, _zoomed(_framed(strip.pixels), zoom))]
    lines = read_lines(strip.pixels, [_squared(quad - FRAME) for quad in found], reader)
    by_detection = Copy(tuple(replace(line, strip=line.strip.within(strip)) for line in lines), box, strip)
    return max((by_rows, by_detection), key=lambda copy: likeness(copy.read, text))


FRAME = 24


def _framed(pixels: Array) -> Array:
    """The strip with more of its own margin round it, which the detector wants."""
    return np.pad(pixels, ((FRAME, FRAME), (FRAME, FRAME), (0, 0)), mode="edge")


def _squared(quad: Array) -> Array:
    """The quad, an upright one in place of one that is hardly turned: what is set straight is compared pixel by pixel."""
    (x0, y0), (x1, y1) = quad.min(axis=0), quad.max(axis=0)
    level = np.abs(quad[1] - quad[0])
    return np.array([[x0, y0], [x1, y0], [x1, y1], [x0, y1]], np.float32) if level[1] < 0.05 * level[0] else quad


def _zoomed(pixels: Array, zoom: float) -> Array:
    import cv2

    if zoom >= 1:
        return pixels
    size = (max(8, round(pixels.shape[1] * zoom)), max(8, round(pixels.shape[0] * zoom)))
    out: Array = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA)
    return out


def _read(reader: Reader, parts: Sequence[Strip], box: Box, strip: Strip | None = None) -> Copy:
    return Copy(tuple(_recognised(parts, reader)), box, strip)


def reading_order(quads: Sequence[Array]) -> list[int]:
    """Indices by rows from top to bottom, each from left to right: quads whose middles overlap in height share a row."""
    rows: list[list[int]] = []
    for index in sorted(range(len(quads)), key=lambda one: float(quads[one][:, 1].mean())):
        quad = quads[index]
        middle = float(quad[:, 1].mean())
        last = quads[rows[-1][-1]] if rows else None
        if last is not None and last[:, 1].min() < middle < last[:, 1].max() and quad[:, 1].min() < last[:, 1].mean():
            rows[-1].append(index)
        else:
            rows.append([index])
    return [index for row in rows for index in sorted(row, key=lambda one: float(quads[one][:, 0].mean()))]


def read_lines(picture: Array, quads: Sequence[Array], reader: Reader) -> list[Line]:
    """Each quad's line as it reads, in reading order; several where a gap in it is too wide for a space between words.

    A line that does not read surely as it stands is tried upside down and unrolled; a tall one turned either way, and with
    its letters put side by side.
    """
    strips = [of_quad(picture, quad, pad=0.1) for quad in quads]
    parts = [part for strip in strips for part in ([strip] if _tall(strip) else apart(strip))]
    found: list[Line] = []
    for line in _recognised(parts, reader):
        if _tall(line.strip):
            best = _surest(line, [line.strip.turned(1), line.strip.turned(3), side_by_side(line.strip)], reader)
            cut = apart(best.strip)
            found += _recognised(cut, reader) if len(cut) > 1 else [best]
        elif line.score < SURE:
            alone = line.alone.strip if line.alone else None
            found.append(_surest(line, [alone, unrolled(line.strip), line.strip.turned(2)], reader))
        else:
            found.append(line)
    return _ordered(found)


def _ordered(lines: Sequence[Line]) -> list[Line]:
    """In reading order, those that run one way together: level ones first, then those turned by one right angle, two, three."""
    ordered = []
    for quarter in range(4):
        turned = [line for line in lines if line.strip.quarter == quarter]
        ordered += [turned[index] for index in reading_order([line.strip.corners @ _QUARTERS[quarter] for line in turned])]
    return ordered


def _tall(strip: Strip) -> bool:
    height, width = strip.pixels.shape[:2]
    return bool(height > TALL * width)


def _surest(line: Line, ways: Sequence[Strip | None], reader: Reader) -> Line:
    """The line, or the way of looking at it that reads clearly more surely."""
    others = _recognised([way for way in ways if way is not None], reader)
    best = max(others, key=lambda other: other.score, default=line)
    return best if best.score > line.score + 0.02 else line


def _recognised(strips: Sequence[Strip], reader: Reader) -> list[Line]:
    reads = read(reader, [strip.pixels for strip in strips])
    return [Line(strip, text.strip(), score) for strip, (text, score) in zip(strips, reads, strict=True)]


def by_text(line: Line, texts: Sequence[str]) -> list[Line]:
    """The line, or where it reads as several of the texts side by side, or one beside something else, a line for each part."""
    words, wanted = line.read.split(), {squeezed(text) for text in texts}
    if len(words) < 2 or any(squeezed(line.read) in text for text in wanted):
        return [line]
    groups: list[tuple[int, int, bool]] = []
    at = 0
    while at < len(words):
        ends = (end for end in range(len(words), at, -1) if squeezed(" ".join(words[at:end])) in wanted)
        known = next(ends, 0)
        if not known and groups and not groups[-1][2]:
            groups[-1] = (groups[-1][0], at + 1, False)
        else:
            groups.append((at, known or at + 1, bool(known)))
        at = known or at + 1
    parts = in_words(line.strip, len(words))
    if len(groups) < 2 or len(parts) != len(words):
        return [line]
    return [Line(beside(parts[start:end]), " ".join(words[start:end]), line.score) for start, end, _ in groups]


def copies_among(lines: Sequence[Line], text: str, several: bool) -> list[tuple[int, ...]]:
    """Indices of the lines that make up each copy of the text, best first; more than one copy only where `several`.

    A copy is a run of lines in reading order, or of those below one another, that reads at least half like the text.
    """
    free = set(range(len(lines)))
    copies: list[tuple[int, ...]] = []
    while free:
        best: tuple[int, ...] = ()
        score = 0.6 if copies else 0.5
        for run in _runs(lines, sorted(free)):
            alike = likeness(" ".join(lines[index].read for index in run), text)
            if alike > score + 1e-9:
                best, score = run, alike
        if not best:
            break
        copies.append(best)
        free -= set(best)
        if not several:
            break
    return copies


def _runs(lines: Sequence[Line], free: Sequence[int]) -> list[tuple[int, ...]]:
    """Candidate runs of up to eight lines: consecutive ones, and columns of lines under one another."""
    runs = {tuple(free[at : at + length]) for at in range(len(free)) for length in range(1, 9) if at + length <= len(free)}
    for at, first in enumerate(free):
        left, _, right, _ = lines[first].box
        column = [first]
        for index in free[at + 1 :]:
            box = lines[index].box
            if min(right, box[2]) - max(left, box[0]) > 0.4 * min(right - left, box[2] - box[0]):
                column.append(index)
                runs.add(tuple(column))
            if len(column) == 8:
                break
    return sorted(runs, key=lambda run: (len(run), run))


def copy_of(lines: Sequence[Line]) -> Copy:
    return Copy(tuple(lines), union([line.box for line in lines]))
