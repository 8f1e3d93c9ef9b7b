"""A flat line set again in the face it is known to be in, and compared with the picture pixel by pixel.

Size, tracking and place are fitted until the setting lies on the line as exactly as rasters can; what then differs is
damage or noise. It needs the right face and letters that nothing bends: for others glyphs.py compares shapes loosely.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from engine.critics.ink import split_ink
from engine.critics.text.glyphs import TRUSTED, Letter, Match
from engine.critics.text.strip import Strip
from engine.types import Array
from engine.typography.fonts import Face
from engine.typography.shaping import Shaped, cap_height, em, hb_font, shape

TALLEST = 72
"""Lines with more ink height than this are compared in a copy reduced to it: enough to see a quarter of a stroke."""
SIZES = (1.0, 0.97, 0.94, 0.9, 0.86, 0.81, 0.76, 1.04, 1.1)
"""By how much the ink's height may mislead about the size: something above or below the line makes it taller."""
STEP = 0.2
"""Of the finite differences, in pixels."""
SOFTER = (1.5, 0.0)
"""Deviations in pixels by which both are blurred while the line is laid: coarse first, to be drawn in from afar."""
BLURS = (0.0, 0.35, 0.5, 0.7, 1.0)
"""Deviations in pixels of the softening that a picture may have been through."""
FAINT = 0.16
"""Differences below this share of the ink's strength are noise."""
OTHER = 0.12
"""Where half the letters differ by this share of their ink, the line stands in another face or was bent."""
SHARPNESS = 15.0
"""How fast likeness falls with the share of a letter's ink that is wrong, beyond what is usual in the line; in a softened
picture slower."""
SAMPLE = 12_000
"""Of a line's pixels about so many tell the colours of its ink and ground."""
BESIDE = 2.0
"""Deviation in pixels of a letter's neighbourhood: what is wrong within three of them is the letter's."""


def reset(strip: Strip, text: str, face: Face) -> Match | None:
    """The line in an upright strip against the text in the face; None where the two do not go together.

    The boxes of the letters are in the strip's pixels.
    """
    import cv2

    pixels, left, top = strip.source
    zoom = min(1.0, TALLEST / pixels.shape[0])
    if zoom < 1:
        pixels = np.asarray(cv2.resize(pixels, None, fx=zoom, fy=zoom, interpolation=cv2.INTER_AREA))
    laid = _laid_down(pixels, text, face)
    if laid is None or laid.fit < TRUSTED:
        return None
    layers = [layer for at in range(len(laid.shaped.glyphs)) if (layer := laid.drawn(pixels.shape, at)).any()]
    wrong, spill, softened = _wrong(pixels, layers)
    usual = float(np.median(wrong))
    if usual > OTHER:
        return None
    sharpness = SHARPNESS / (1 + 2 * softened)
    likeness = np.clip(1 - sharpness * np.maximum(0, wrong - (usual if len(wrong) >= 3 else 0)), 0, 1)
    across, down = strip.x[0], strip.y[:, 0]
    wide, high = (float(np.ptp(way)) / max(1, len(way) - 1) for way in (across, down))
    letters = []
    for layer, alike in zip(layers, likeness, strict=True):
        rows, columns = np.flatnonzero(layer.any(axis=1)), np.flatnonzero(layer.any(axis=0))
        x0, x1 = ((edge / zoom + left - float(across[0])) / wide for edge in (columns[0], columns[-1] + 1))
        y0, y1 = ((edge / zoom + top - float(down[0])) / high for edge in (rows[0], rows[-1] + 1))
        letters.append(Letter((x0, y0, x1, y1), float(alike)))
    cap = cap_height(face) * laid.size / zoom / high
    return Match(tuple(letters), laid.fit, cap, 1.0, spill, face, text, guessed=False)


@dataclass(frozen=True)
class _Laid:
    """A line set in pixels: `at` holds the height of its ink, its left edge, its baseline and its right edge."""

    shaped: Shaped
    face: Face
    at: Array
    fit: float = 0.0

    @property
    def size(self) -> float:
        """Pixels per em."""
        _, y0, _, y1 = self.shaped.ink or (0.0, 0.0, 1.0, 1.0)
        return float(self.at[0]) / (y1 - y0)

    def drawn(self, frame: tuple[int, ...], only: int | None = None) -> Array:
        """The line, or one glyph of it, as coverage 0..1 in a frame (h, w)."""
        import uharfbuzz

        font, size = hb_font(self.face), self.size
        x0, _, x1, _ = self.shaped.ink or (0.0, 0.0, 1.0, 1.0)
        _, left, foot, right = (float(value) for value in self.at)
        steps = len(self.shaped.glyphs) - 1
        tracking = (right - left - (x1 - x0) * size) / steps if steps else 0.0
        pen, scale = uharfbuzz.RasterDraw(), size / em(self.face)
        for index, glyph in enumerate(self.shaped.glyphs):
            if only is None or index == only:
                x, y = left + (glyph.x - x0) * size + index * tracking, foot - glyph.y * size
                pen.transform = (scale, 0.0, 0.0, -scale, x, y)
                pen.draw_glyph(font, glyph.id)
        pen.extents = uharfbuzz.RasterExtents(0, 0, frame[1], frame[0], 0)
        image = pen.render()
        extents = image.extents
        drawn = np.frombuffer(image.buffer, np.uint8).reshape(extents.height, extents.stride)[: frame[0], : frame[1]]
        return drawn.astype(np.float32) / 255


def _laid_down(pixels: Array, text: str, face: Face) -> _Laid | None:
    """The setting, with ligatures or without, that fits the crop (uint8 sRGB, ground all round) best."""
    ink = split_ink(pixels)
    if ink is None:
        return None
    solid = ink.cover > 0.4
    rows, columns = np.flatnonzero(solid.any(axis=1)), np.flatnonzero(solid.any(axis=0))
    if len(rows) < 5 or len(columns) < 3:
        return None
    settings: list[Shaped] = []
    for shaped in (shape(text, face), shape(text, face, 1e-6)):
        if shaped.ink is not None and all(len(shaped.glyphs) != len(other.glyphs) for other in settings):
            settings.append(shaped)
    extent = (float(columns[0]), float(rows[0]), float(columns[-1] + 1), float(rows[-1] + 1))
    laid = [_laid(ink.cover, shaped, face, extent) for shaped in settings]
    return max(laid, key=lambda one: one.fit, default=None)


def _laid(cover: Array, shaped: Shaped, face: Face, extent: tuple[float, float, float, float]) -> _Laid:
    """The best of a few starts, refined; `extent` is the ink's (left, top, right, bottom)."""
    _, y0, _, y1 = shaped.ink or (0.0, 0.0, 1.0, 1.0)
    left, top, right, bottom = extent
    starts = []
    for share in SIZES:
        high = share * (bottom - top)
        for foot in (bottom + y0 / (y1 - y0) * high, top + y1 / (y1 - y0) * high):
            one = _Laid(shaped, face, np.array([high, left, foot, right]))
            starts.append(replace(one, fit=_correlation(cover, one.drawn(cover.shape))))
    starts.sort(key=lambda one: -one.fit)
    return max((_refined(cover, one) for one in starts[:3]), key=lambda one: one.fit)


def _refined(cover: Array, laid: _Laid) -> _Laid:
    """Gauss–Newton on the difference, coarse and then fine; pixels that are far off sway little."""
    for blur in SOFTER:
        aim, drawn = _soft(cover, blur), _soft(laid.drawn(cover.shape), blur)
        fit = _correlation(aim, drawn)
        for _ in range(8):
            nudged = [replace(laid, at=laid.at + STEP * (np.arange(4) == edge)) for edge in range(4)]
            slopes = [(_soft(one.drawn(cover.shape), blur) - drawn).ravel() / STEP for one in nudged]
            jacobian, off = np.stack(slopes, axis=1), (aim - drawn).ravel()
            weighted = jacobian * (1 / (1 + (off / 0.25) ** 2))[:, None]
            change = np.linalg.solve(weighted.T @ jacobian + 1e-4 * np.eye(4), weighted.T @ off)
            before = fit
            for share in (1.0, 0.4):
                moved = replace(laid, at=laid.at + share * np.clip(change, -4, 4))
                again = _soft(moved.drawn(cover.shape), blur)
                if moved.at[0] > 3 and _correlation(aim, again) > fit:
                    fit, laid, drawn = _correlation(aim, again), moved, again
                    break
            if fit < before + 1e-5:
                break
    return replace(laid, fit=fit)


def _wrong(pixels: Array, layers: list[Array]) -> tuple[Array, float, float]:
    """The area wrong near each letter, as a share of its ink (n,); beyond them, in letters' worth; the picture's softening."""
    whole = np.max(layers, axis=0)
    options = [(np.abs(_difference(pixels, _soft(whole, blur))), blur) for blur in BLURS]
    off, softened = min(options, key=lambda one: float(np.minimum(one[0], 0.3).mean()))
    off = np.where(off > FAINT, off, 0)
    reach = np.array([_soft(layer, BESIDE) for layer in layers])
    owner, near = np.argmax(reach, axis=0), np.max(reach, axis=0) > 1e-3
    areas = np.array([max(1.0, float(layer.sum())) for layer in layers])
    wrong = np.array([float(off[near & (owner == at)].sum()) for at in range(len(layers))])
    return wrong / areas, float(off[~near].sum() / areas.mean()), softened


def _difference(pixels: Array, cover: Array) -> Array:
    """How much more ink each pixel has than the cover says, in shares of full ink, (h, w).

    Ink and ground are fitted to the picture as colours that may drift across the line.
    """
    height, width = cover.shape
    y, x = (way.ravel() for way in np.mgrid[-0.5 : 0.5 : height * 1j, -0.5 : 0.5 : width * 1j].astype(np.float32))
    flat = cover.ravel()
    terms = np.stack([np.ones_like(x), x, y, flat, flat * x], axis=1)
    values = pixels.reshape(-1, 3).astype(np.float32)
    some = np.s_[:: 1 + len(flat) // SAMPLE]
    weight = np.ones((len(flat[some]), 1))
    for _ in range(3):
        weighted = terms[some] * weight
        fit = np.linalg.solve(weighted.T @ terms[some] + 1e-6 * np.eye(5), weighted.T @ values[some])
        far = np.linalg.norm(values[some] - terms[some] @ fit, axis=1, keepdims=True)
        weight = 1 / (1 + (far / max(4.0, 2 * float(np.median(far)))) ** 2)
    rest, way = values - terms @ fit.astype(np.float32), fit[3] + x[:, None] * fit[4]
    along, whole = (np.einsum("nc,nc->n", part, way) for part in (rest, way))
    share: Array = along / np.maximum(whole, 1e-6)
    return share.reshape(height, width)


def _soft(array: Array, deviation: float) -> Array:
    import cv2

    return np.asarray(cv2.GaussianBlur(array, (0, 0), deviation)) if deviation else array


def _correlation(one: Array, other: Array) -> float:
    a, b = one - one.mean(), other - other.mean()
    return float((a * b).sum() / max(1e-6, float(np.sqrt((a * a).sum() * (b * b).sum()))))
