"""The copies of a text in a picture, line by line: under its mask, or wherever something like it can be read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from engine.critics.ink import Ink, split_ink
from engine.critics.looking import union
from engine.critics.text.folding import likeness, squeezed
from engine.critics.text.lines import extent, line_rows
from engine.critics.text.reading import detect, recognise
from engine.critics.text.strip import Strip, flatten, of_quad
from engine.types import Array, Box

HIDDEN = 0.5
"""A copy that shows less than this share of the area the fullest copy shows is mostly hidden, and not judged."""


@dataclass(frozen=True)
class Line:
    """One line as it stands in the picture: its strip, what it reads as, and how sure the recogniser is."""

    strip: Strip
    read: str
    score: float

    @cached_property
    def ink(self) -> Ink | None:
        return split_ink(self.strip.pixels, self.strip.area)

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


def masked_copies(picture: Array, mask: Array, text: str, straight: bool, legible: bool) -> list[Copy]:
    """A copy for every instance of the mask that is not mostly hidden, read as far as the recogniser has the letters."""
    instances = [mask == index for index in np.unique(mask) if index]
    sizes = [int(instance.sum()) for instance in instances]
    copies = []
    for instance, size in zip(instances, sizes, strict=True):
        if size < HIDDEN * max(sizes):
            continue
        strip = flatten(picture, instance, straight, line=48)
        if strip is None:
            continue
        height, width = strip.pixels.shape[:2]
        copies.append(_read_strip(strip, strip.box(0, 0, width, height), text, legible))
    return copies


def _read_strip(strip: Strip, box: Box, text: str, legible: bool) -> Copy:
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
    if not legible:
        return Copy(tuple(Line(part, "", 0.0) for part in parts), box, strip)
    by_rows = _read(parts, box, strip)
    if squeezed(by_rows.read) == squeezed(text):
        return by_rows
    zoom = min(1.0, 60 * max(1, len(parts)) / strip.pixels.shape[0] * 1.5)
    found = [quad / zoom for quad in detect(_zoomed(_framed(strip.pixels), zoom))]
    quads = [quad - FRAME for quad in in_reading_order(found)]
    by_detection = _read([of_quad_in(strip, quad) for quad in quads], box, strip)
    return max((by_rows, by_detection), key=lambda copy: likeness(copy.read, text))


FRAME = 24


def _framed(pixels: Array) -> Array:
    """The strip with more of its own margin round it, which the detector wants."""
    return np.pad(pixels, ((FRAME, FRAME), (FRAME, FRAME), (0, 0)), mode="edge")


def _zoomed(pixels: Array, zoom: float) -> Array:
    import cv2

    if zoom >= 1:
        return pixels
    size = (max(8, round(pixels.shape[1] * zoom)), max(8, round(pixels.shape[0] * zoom)))
    out: Array = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA)
    return out


def of_quad_in(strip: Strip, quad: Array) -> Strip:
    """The upright window of a strip round a quad given in the strip's pixels."""
    height = strip.pixels.shape[0]
    x0, y0 = np.floor(quad.min(axis=0)).astype(int)
    x1, y1 = np.ceil(quad.max(axis=0)).astype(int)
    y0, y1 = int(np.clip(y0, 0, height - 4)), int(np.clip(y1, 4, height))
    return strip.rows(min(y0, y1 - 4), y1).columns(int(x0), int(x1))


def _read(parts: Sequence[Strip], box: Box, strip: Strip | None = None) -> Copy:
    reads = recognise([part.pixels for part in parts])
    lines = tuple(Line(part, text.strip(), score) for part, (text, score) in zip(parts, reads, strict=True))
    return Copy(lines, box, strip)


def in_reading_order(quads: Sequence[Array]) -> list[Array]:
    """Rows from top to bottom, each from left to right: quads whose middles overlap in height share a row."""
    rows: list[list[Array]] = []
    for quad in sorted(quads, key=lambda one: float(one[:, 1].mean())):
        middle = float(quad[:, 1].mean())
        last = rows[-1][-1] if rows else None
        if last is not None and last[:, 1].min() < middle < last[:, 1].max() and quad[:, 1].min() < last[:, 1].mean():
            rows[-1].append(quad)
        else:
            rows.append([quad])
    return [quad for row in rows for quad in sorted(row, key=lambda one: float(one[:, 0].mean()))]


def read_lines(picture: Array, quads: Sequence[Array]) -> list[Line]:
    """Each quad's line as it reads, in the order given."""
    strips = [of_quad(picture, quad, pad=0.1) for quad in quads]
    reads = recognise([strip.pixels for strip in strips])
    return [Line(strip, text.strip(), score) for strip, (text, score) in zip(strips, reads, strict=True)]


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
