"""Setting text: one line at a size, or a block as large as its area allows, as antialiased coverage."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np

from engine.errors import BadInput
from engine.types import Array
from engine.typography import breaking
from engine.typography.fonts import Face
from engine.typography.shaping import Glyph, Shaped, cap_height, em, hb_font, shape

Align = Literal["left", "center", "right"]
_TILE = 4000  # HarfBuzz draws at most 4096 pixels a side
_HANGING = "“”‘’«»„‚\"'.,·-–—。，、"


@dataclass(frozen=True)
class Line:
    """A line of text as coverage: `mask` uint8 (h, w), tight to the ink; (1, 1) of zero where there is none.

    `start` and `baseline` are where the pen began, in pixels right of and below the mask's upper left corner.
    """

    mask: Array
    start: float
    baseline: float
    advance: float


@dataclass(frozen=True)
class BlockLine:
    """A line of a block: its ink box (x0, y0, x1, y1) and baseline in the block's pixels."""

    text: str
    box: tuple[int, int, int, int]
    baseline: float


@dataclass(frozen=True)
class Block:
    """Text set in an area. `mask` is uint8 (height, width) of that area; `ink` the tight box of what is inked in it."""

    size_px: float
    lines: tuple[BlockLine, ...]
    mask: Array
    ink: tuple[int, int, int, int]


def set_line(text: str, face: Face, size_px: float, tracking: float = 0.0) -> Line:
    """The text in one line at `size_px` pixels per em; `tracking` in em. Bidirectional; never hinted."""
    shaped = shape(text, face, tracking)
    advance = shaped.advance * size_px
    if shaped.ink is None:
        return Line(np.zeros((1, 1), np.uint8), 0.0, 0.0, advance)
    x0, y0, x1, y1 = (edge * size_px for edge in shaped.ink)
    left, top = int(np.floor(x0)), int(np.floor(-y1))
    width, height = int(np.ceil(x1)) - left, int(np.ceil(-y0)) - top
    mask = np.zeros((max(height, 1), max(width, 1)), np.uint8)
    _draw(shaped.glyphs, face, size_px, -left, -top, mask)
    return Line(mask, -left, -top, advance)


def fit(
    text: str,
    face: Face,
    width: int,
    height: int,
    *,
    max_lines: int = 4,
    align: Align = "center",
    valign: Literal["top", "middle", "bottom"] = "middle",
    leading: float = 1.15,
    tracking: float = 0.0,
    balance: bool = True,
    max_size: float = float("inf"),
) -> Block:
    """The text as large as it fits in width × height pixels, broken where it reads best.

    `leading` is baseline to baseline and `tracking` letter-spacing, both in em; `max_size` in pixels per em. Text stands
    by its ink: the first line's touches the top, the outermost the sides; punctuation at line ends hangs where balanced.
    A newline always breaks. Raises BadInput for text without a visible letter.
    """
    if width < 1 or height < 1:
        raise ValueError("the area has no pixels")
    best: _Set | None = None
    for broken in _breakings(text, face, width, height, max_lines, leading, tracking, balance):
        candidate = _Set.of(broken, face, leading, tracking, align)
        size = min(width / candidate.width, height / candidate.height, max_size)
        if best is None or size > best.size * 1.04:
            best = candidate.at(size)
    if best is None:
        raise BadInput("A text has no letters that can be seen.", "Put letters between the quotation marks.")
    return _compose(best, face, width, height, align, valign, tracking)


@dataclass
class _Set:
    """A text broken into lines and measured in em: each line's left edge, baseline below the top, and the extents."""

    lines: list[str]
    shaped: list[Shaped]
    lefts: list[float]
    baselines: list[float]
    width: float
    height: float
    size: float = 0.0

    @classmethod
    def of(cls, lines: list[str], face: Face, leading: float, tracking: float, align: Align) -> _Set:
        shaped = [shape(line, face, tracking) for line in lines]
        inks = [one.ink or (0.0, 0.0, 0.0, 0.0) for one in shaped]
        bodies = [
            _body(line, ink, face, tracking) if len(lines) > 1 else (ink[0], ink[2])
            for line, ink in zip(lines, inks, strict=True)
        ]
        shares = {"left": 0.0, "center": 0.5, "right": 1.0}
        anchors = [left + (right - left) * shares[align] for left, right in bodies]
        lefts = [ink[0] - anchor for ink, anchor in zip(inks, anchors, strict=True)]
        edge = min(lefts)
        extent = max(left + ink[2] - ink[0] for left, ink in zip(lefts, inks, strict=True)) - edge
        top = max(ink[3] - at * leading for at, ink in enumerate(inks))
        bottom = max(at * leading - ink[1] for at, ink in enumerate(inks))
        baselines = [top + at * leading for at in range(len(lines))]
        return cls(lines, shaped, [left - edge for left in lefts], baselines, max(extent, 1e-6), max(top + bottom, 1e-6))

    def at(self, size: float) -> _Set:
        self.size = size
        return self


def _breakings(
    text: str, face: Face, width: int, height: int, max_lines: int, leading: float, tracking: float, balance: bool
) -> list[list[str]]:
    """The candidates: the best break into each number of lines, or a filled paragraph."""
    parts = breaking.pieces(text.strip())
    if not any(shape(part, face, tracking).ink for part in parts):
        return []

    def wide(part: str) -> float:
        return shape(part, face, tracking).advance + tracking

    most = max(max_lines, 1 + sum(part.endswith("\n") for part in parts[:-1]))
    if balance:
        counts = range(1, min(most, len(parts)) + 1)
        broken = [lines for count in counts if (lines := breaking.lines(parts, count, wide))]
        return [lines for lines in broken if all(len(line) > 1 for line in lines)] or broken[:1]
    return [_paragraph(parts, wide, width, height, most, leading, cap_height(face))]


def _paragraph(
    parts: list[str], wide: Callable[[str], float], width: int, height: int, most: int, leading: float, cap: float
) -> list[str]:
    """Lines filled at the largest size whose paragraph is no higher than the area."""
    low, high = 0.0, 2.0 * height
    for _ in range(30):
        size = (low + high) / 2
        count = len(breaking.filled(parts, width / size, wide))
        fits = max(map(wide, parts)) * size <= width and count <= most and ((count - 1) * leading + cap + 0.25) * size <= height
        low, high = (size, high) if fits else (low, size)
    return breaking.filled(parts, width / max(low, 1e-6), wide)


def _body(line: str, ink: tuple[float, float, float, float], face: Face, tracking: float) -> tuple[float, float]:
    """The line's edges as the eye sees them: without the punctuation that hangs."""
    left, right = ink[0], ink[2]
    if len(line) > 2 and line[0] in _HANGING:
        left += shape(line[0], face, tracking).advance * 0.8
    if len(line) > 2 and line[-1] in _HANGING:
        right -= shape(line[-1], face, tracking).advance * 0.8
    return left, right


def _compose(text: _Set, face: Face, width: int, height: int, align: Align, valign: str, tracking: float) -> Block:
    mask = np.zeros((height, width), np.uint8)
    across = {"left": 0.0, "center": 0.5, "right": 1.0}[align] * max(0.0, width - text.width * text.size)
    down = {"top": 0.0, "middle": 0.5, "bottom": 1.0}[valign] * max(0.0, height - text.height * text.size)
    lines = []
    for line, shaped, left, baseline in zip(text.lines, text.shaped, text.lefts, text.baselines, strict=True):
        if shaped.ink is None:
            continue
        pen = across + (left - shaped.ink[0]) * text.size
        base = down + baseline * text.size
        _draw(shaped.glyphs, face, text.size, pen, base, mask)
        x0, y0, x1, y1 = (edge * text.size for edge in shaped.ink)
        box = (
            max(int(pen + x0), 0),
            max(int(base - y1), 0),
            min(int(np.ceil(pen + x1)), width),
            min(int(np.ceil(base - y0)), height),
        )
        lines.append(BlockLine(line, box, base))
    lefts, tops, rights, bottoms = zip(*(line.box for line in lines), strict=True)
    return Block(text.size, tuple(lines), mask, (min(lefts), min(tops), max(rights), max(bottoms)))


def _draw(glyphs: tuple[Glyph, ...], face: Face, size: float, x: float, y: float, mask: Array) -> None:
    """Adds the glyphs' coverage to the mask, the pen beginning at pixel (x, y), y down; what lies outside is cut off."""
    import uharfbuzz

    font, scale = hb_font(face), size / em(face)
    reach = 3 * size
    for top in range(0, mask.shape[0], _TILE):
        for left in range(0, mask.shape[1], _TILE):
            tile = mask[top : top + _TILE, left : left + _TILE]
            height, width = tile.shape
            pen = uharfbuzz.RasterDraw()
            for glyph in glyphs:
                across, down = x + glyph.x * size - left, y - glyph.y * size - top
                if -reach < across < width + reach and -reach < down < height + reach:
                    pen.transform = (scale, 0.0, 0.0, -scale, across, down)
                    pen.draw_glyph(font, glyph.id)
            pen.extents = uharfbuzz.RasterExtents(0, 0, width, height, 0)
            image = pen.render()
            extents = image.extents
            drawn = np.frombuffer(image.buffer, np.uint8).reshape(extents.height, extents.stride)[:height, :width]
            np.maximum(tile, drawn, out=tile)
