"""The glyph check: every letter's shape against the letter as it should look, for what character recognition forgives.

The expected line is set in candidate faces and laid over the ink that is there: height from the ink's own height, width
and tracking from its extent, then each glyph shifted a little along a smooth path (paper bends, cameras look at an
angle). The face that covers the ink best is taken. Strokes that it has and the picture lacks, or the reverse, beyond
a tolerance of a few hundredths of the line's height, are the glyph's defect.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from engine.critics.text.settling import HEIGHT, Placed, settled
from engine.thresholds import threshold
from engine.types import Array
from engine.typography.fonts import Face
from engine.typography.shaping import Shaped, cap_height, em, hb_font, shape

MARGIN = 10
TOLERANCE = 1
SHARPNESS = 11.5
"""How fast likeness falls with the share of a letter's ink that is wrong: a tenth wrong leaves nothing, in a perfect fit."""
TRUSTED = 0.83
"""The correlation between a line and its setting above which the face is taken to be the right one, or near enough."""
GUESSED = 0.4
"""How much less alike a letter may be where the face is only the best of several."""
WIDTHS = (1.0, 0.92, 0.84, 0.76, 1.08, 1.16)
"""How much narrower or wider than the line as a whole one letter may be, where the line runs away from the camera."""
STRETCHES = (1.0, 0.94, 1.06, 0.88, 1.12, 0.82, 0.76, 0.7, 0.64, 0.58, 0.52, 1.2, 1.3)


@dataclass(frozen=True)
class Letter:
    """One glyph found: its box (x0, y0, x1, y1) in the pixels of the ink cover given, and its likeness 0..1."""

    box: tuple[float, float, float, float]
    likeness: float


@dataclass(frozen=True)
class Match:
    """A line laid over its ink. `fit` is the correlation of the two, -1..1; `cap_height` in the cover's pixels.

    `guessed`: the face is only the likest at hand, so small differences may be its own.

    `spill` is the ink that no letter of the text accounts for, in letters' worth.
    `gap` is the narrowest space between words as a share of what it should be; 1 where there is one word.
    """

    letters: tuple[Letter, ...]
    fit: float
    cap_height: float
    gap: float
    spill: float
    face: Face
    text: str
    guessed: bool

    @property
    def limit(self) -> float:
        """The likeness below which a letter counts as damaged."""
        return threshold("text", "glyphs") * (GUESSED if self.guessed else 1.0)

    @property
    def trusted(self) -> bool:
        return self.fit >= TRUSTED

    @property
    def worst(self) -> int:
        """The index of the least alike letter."""
        return int(np.argmin([letter.likeness for letter in self.letters]))


def match(cover: Array, text: str, faces: Iterable[Face], *, stretch: bool, guessed: bool, grain: float = 1.0) -> Match | None:
    """The best match of `text` with a line's ink cover (float 0..1, (h, w), a margin round it); None without ink.

    `stretch`: the line may be seen at an angle, narrower than it was set. `guessed`: nobody said that it is in these faces.
    `grain`: the cover's pixels for one of the picture's, where it was enlarged: nothing finer counts as ink too many.
    """
    framed = _framed(cover)
    if framed is None:
        return None
    ink, left, top, zoom = framed
    settings = [setting for face in faces for setting in _settings(text, face)]
    if not settings:
        return None
    if len(settings) > 1:
        ranked = sorted(settings, key=lambda one: -_correlation(ink, one.laid(ink.shape, 1.0)))
        settings = ranked[:3]
    tried = [(one, width) for one in settings for width in (STRETCHES if stretch else STRETCHES[:3])]
    scored = [(_correlation(ink, one.laid(ink.shape, width)), at) for at, (one, width) in enumerate(tried)]
    one, width = tried[max(scored, key=lambda pair: (pair[0], -pair[1]))[1]]
    return _compared(ink, one, width, WIDTHS if stretch else (1.0,), left, top, zoom, guessed, grain)


@dataclass(frozen=True)
class _Setting:
    """A line in one face at the size whose ink is HEIGHT pixels high."""

    face: Face
    shaped: Shaped
    size: float
    text: str

    def places(self, across: int, stretch: float) -> list[tuple[float, float]]:
        """Where each glyph's origin goes, in pixels from the frame's upper left corner, for ink `across` pixels wide."""
        x0, _, x1, y1 = self.shaped.ink or (0.0, 0.0, 0.0, 0.0)
        steps = max(1, len(self.shaped.glyphs) - 1)
        extra = (across - stretch * (x1 - x0) * self.size) / steps if len(self.shaped.glyphs) > 1 else 0.0
        return [
            (MARGIN + stretch * (glyph.x - x0) * self.size + at * extra, MARGIN + (y1 - glyph.y) * self.size)
            for at, glyph in enumerate(self.shaped.glyphs)
        ]

    def laid(self, frame: tuple[int, ...], stretch: float) -> Array:
        """The whole line drawn in the frame, 0..1."""
        places = self.places(frame[1] - 2 * MARGIN, stretch)
        return _drawn(self.face, [g.id for g in self.shaped.glyphs], places, self.size, stretch, frame[0], frame[1])


def _settings(text: str, face: Face) -> list[_Setting]:
    """The line with and without ligatures, where that makes a difference."""
    found: list[_Setting] = []
    for shaped in dict.fromkeys((shape(text, face), shape(text, face, 1e-6))):
        known = [one.shaped for one in found]
        if shaped.ink is None or any(len(shaped.glyphs) == len(other.glyphs) for other in known):
            continue
        found.append(_Setting(face, shaped, HEIGHT / max(1e-3, shaped.ink[3] - shaped.ink[1]), text))
    return found


def _framed(cover: Array) -> tuple[Array, int, int, float] | None:
    """The ink at HEIGHT pixels with a MARGIN round it; the column and row of its corner in `cover`; and the enlargement."""
    import cv2

    solid = cover > 0.4
    rows, columns = np.flatnonzero(solid.sum(axis=1) >= 1), np.flatnonzero(solid.sum(axis=0) >= 1)
    if len(rows) < 3 or len(columns) < 2:
        return None
    top, bottom, left, right = int(rows[0]), int(rows[-1]) + 1, int(columns[0]), int(columns[-1]) + 1
    zoom = HEIGHT / (bottom - top)
    margin = int(np.ceil(MARGIN / zoom)) + 1
    padded = np.pad(cover, margin)[top : bottom + 2 * margin, left : right + 2 * margin]
    way = cv2.INTER_AREA if zoom < 1 else cv2.INTER_CUBIC
    width = max(1, round((right - left) * zoom))
    if width > 60 * HEIGHT:
        return None
    size = (round(padded.shape[1] * zoom), round(padded.shape[0] * zoom))
    grown = cv2.resize(padded, size, interpolation=way)
    spare_y, spare_x = round(margin * zoom) - MARGIN, round(margin * zoom) - MARGIN
    frame = grown[spare_y : spare_y + HEIGHT + 2 * MARGIN, spare_x : spare_x + width + 2 * MARGIN]
    return np.clip(frame, 0, 1), left, top, zoom


def _drawn(
    face: Face, ids: Sequence[int], places: Sequence[tuple[float, float]], size: float, stretch: float, height: int, width: int
) -> Array:
    import uharfbuzz

    font, scale = hb_font(face), size / em(face)
    pen = uharfbuzz.RasterDraw()
    for glyph, (x, y) in zip(ids, places, strict=True):
        pen.transform = (scale * stretch, 0.0, 0.0, -scale, x, y)
        pen.draw_glyph(font, glyph)
    pen.extents = uharfbuzz.RasterExtents(0, 0, width, height, 0)
    image = pen.render()
    extents = image.extents
    drawn = np.frombuffer(image.buffer, np.uint8).reshape(extents.height, extents.stride)[:height, :width]
    return drawn.astype(np.float32) / 255


@lru_cache(maxsize=4096)
def _glyph(face: Face, glyph: int, size: float, stretch: float) -> tuple[Array, int, int] | None:
    """One glyph drawn tight, and its offset (x, y) from the origin; None for a space."""
    side = int(4 * size)
    canvas = _drawn(face, [glyph], [(1.5 * size, 2.5 * size)], size, stretch, side, side)
    rows, columns = np.flatnonzero(canvas.any(axis=1)), np.flatnonzero(canvas.any(axis=0))
    if not len(rows):
        return None
    tight = canvas[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1].copy()
    return tight, int(columns[0]) - int(1.5 * size), int(rows[0]) - int(2.5 * size)


def _correlation(one: Array, other: Array) -> float:
    a, b = one - one.mean(), other - other.mean()
    return float((a * b).sum() / max(1e-6, float(np.sqrt((a * a).sum() * (b * b).sum()))))


def _compared(
    ink: Array,
    setting: _Setting,
    stretch: float,
    widths: Sequence[float],
    left: int,
    top: int,
    zoom: float,
    guessed: bool,
    grain: float,
) -> Match | None:
    import cv2

    height, width = ink.shape
    soft = 0.45 * zoom if zoom > 1 else 0.0
    glyphs: list[Placed | None] = []
    for glyph, (x, y) in zip(setting.shaped.glyphs, setting.places(width - 2 * MARGIN, stretch), strict=True):
        tight = _glyph(setting.face, glyph.id, setting.size, stretch)
        glyphs.append(None if tight is None else (tight[0], x + tight[1], y + tight[2]))
    inked = [placed for placed in glyphs if placed is not None]
    if not inked:
        return None
    inked = settled(ink, inked, widths)
    layers = [_at(drawn, x, y, height, width) for drawn, x, y in inked]
    owner = np.argmax([cv2.dilate(layer, _disc(5)) for layer in layers], axis=0)
    whole = np.max(layers, axis=0)
    blurred = cv2.GaussianBlur(whole, (0, 0), soft) if soft > 0.3 else whole
    wanted = blurred > 0.6
    reach = TOLERANCE + (1 if zoom > 2 else 0)
    there, asked = cv2.dilate(ink, _disc(reach)), cv2.dilate(whole, _disc(reach))
    level = float(np.quantile(there[wanted], 0.6)) if wanted.any() else 1.0
    missing = wanted & (there < 0.42 * level)
    extra = (ink > max(0.6, 0.6 * level)) & (asked < 0.3)
    defects = [_defect(missing, extra, owner == at, layer > 0.5) for at, layer in enumerate(layers)]
    usual = min(0.08, float(np.median(defects))) if len(defects) >= 3 else 0.0
    fit = _correlation(ink, blurred)
    sharpness = SHARPNESS * float(np.clip((fit - 0.75) / 0.18, 0.3, 1.0))
    letters = []
    for (drawn, x, y), defect in zip(inked, defects, strict=True):
        x0, y0 = (x - MARGIN) / zoom + left, (y - MARGIN) / zoom + top
        box = (x0, y0, x0 + drawn.shape[1] / zoom, y0 + drawn.shape[0] / zoom)
        letters.append(Letter(box, float(np.clip(1 - sharpness * max(0.0, defect - usual), 0, 1))))
    spans = [(x, drawn.shape[1]) for drawn, x, _ in inked]
    return Match(
        tuple(letters),
        fit,
        cap_height(setting.face) * setting.size / zoom,
        _gap(ink, [placed is None for placed in glyphs], spans),
        _spill(extra, max(2, round(grain * zoom))) * len(inked) / max(1.0, float(whole.sum())),
        setting.face,
        setting.text,
        guessed,
    )


def _at(drawn: Array, x: float, y: float, height: int, width: int) -> Array:
    """The glyph placed on an empty frame, at whole pixels."""
    layer = np.zeros((height, width), np.float32)
    left, top = round(x), round(y)
    x0, y0 = max(0, left), max(0, top)
    x1, y1 = min(width, left + drawn.shape[1]), min(height, top + drawn.shape[0])
    if x1 > x0 and y1 > y0:
        layer[y0:y1, x0:x1] = drawn[y0 - top : y1 - top, x0 - left : x1 - left]
    return layer


def _defect(missing: Array, extra: Array, own: Array, strokes: Array) -> float:
    """The largest patch of missing, or (counted less, as neighbours come near) of extra ink, as a share of the glyph's own."""
    ink = max(1, int(strokes.sum()))
    return max(largest(missing & strokes), 0.6 * largest(extra & own)) / ink


def largest(where: Array) -> int:
    """Pixels of the largest patch of a bool (h, w)."""
    import cv2

    if not where.any():
        return 0
    stats = cv2.connectedComponentsWithStats(where.astype(np.uint8), connectivity=8)[2]
    return int(stats[1:, 4].max())


def _spill(extra: Array, thick: int) -> float:
    """The area of the patches of extra ink that are more than slivers along a letter's edge: somewhere so many pixels wide."""
    import cv2

    core = cv2.erode(extra.astype(np.uint8), np.ones((thick, thick), np.uint8))
    labels, stats = cv2.connectedComponentsWithStats(extra.astype(np.uint8), connectivity=8)[1:3]
    found = np.unique(labels[core > 0])
    return float(stats[found[found > 0], 4].sum())


def _gap(ink: Array, spaces: Sequence[bool], boxes: Sequence[tuple[float, int]]) -> float:
    """The narrowest empty space between two words, against that between their laid letters, of which dots may be apart."""
    empty = (ink > 0.5).sum(axis=0) == 0
    narrowest, at = 1.0, -1
    for index, space in enumerate(spaces):
        if not space:
            at += 1
        elif 0 <= at < len(boxes) - 1 and index and not spaces[index - 1]:
            start, end = round(max(x + wide for x, wide in boxes[: at + 1])), round(min(x for x, _ in boxes[at + 1 :]))
            if end > start:
                narrowest = min(narrowest, float(empty[max(0, start - 6) : end + 6].sum()) / (end - start))
    return narrowest


@lru_cache(maxsize=16)
def _disc(radius: int) -> Array:
    import cv2

    disc: Array = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * radius + 1, 2 * radius + 1))
    return disc
