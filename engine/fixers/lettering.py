"""Letters taken off a surface and others put on, as if they had always been there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import cast

import numpy as np

from engine.colour.measure import contrast
from engine.colour.names import RGB
from engine.fixers.edges import sheet_of_box, sheet_of_ink, sheet_of_mask
from engine.fixers.ground import bared, grain_of
from engine.fixers.hand import Hand, Written, broken_like, hand, lines_of, recognised
from engine.fixers.ink import Split, split
from engine.fixers.sheet import Sheet
from engine.types import Array
from engine.typography.fonts import Face, face
from engine.typography.setting import fit, set_line

BLURS = (0.0, 0.3, 0.45, 0.6, 0.8, 1.0, 1.25, 1.5, 2.0, 2.5, 3.0, 4.0)
PAPER: RGB = (250, 250, 250)
INK: RGB = (20, 20, 22)


@dataclass(frozen=True)
class Wanted:
    """What is to stand there. `hint` is the face the renderer used, `colour` the plan's ink, where they are known.

    `faces`: it is to be set in one of these, whatever it was set in; in any where there are none.
    """

    text: str
    hint: Face | None = None
    colour: RGB | None = None
    faces: tuple[Face, ...] = ()


def erased(pixels: Array) -> Array:
    """The picture area, uint8 (h, w, 3), without the writing on it; float."""
    inside = np.ones(pixels.shape[:2], bool)
    parts = split(pixels, inside)
    return bared(pixels, parts.ground, _halo(parts), parts.known)


def relettered(pixels: Array, wanted: Wanted, mask: Array | None, normals: Array | None, upright: bool) -> Array:
    """The picture area, uint8 (h, w, 3), with the writing on it replaced; float.

    `mask` (h, w) bool is where the text was set, None where nobody knows; `normals` (h, w, 3) its surface's, where known.
    `upright`: flat artwork, whose text runs along the rows.
    """
    inside = np.ones(pixels.shape[:2], bool) if mask is None else _grown(mask, max(2, round(0.012 * mask.shape[0])))
    parts = split(pixels, inside)
    bare = bared(pixels, parts.ground, _halo(parts) & inside, parts.known)
    sheet = _sheet(parts.coverage, mask, normals, upright)
    free = sheet.upright((parts.known | parts.writing).astype(np.float32))
    laid = _as_sharp(sheet.laid(_set(wanted, lines_of(sheet.upright(parts.coverage)), free, sheet)), parts.coverage)
    ink = parts.ink if parts.ink is not None and parts.coverage.max() > 0.5 else _fresh_ink(wanted.colour, bare)
    solid = parts.coverage > 0.97
    own, under = grain_of(pixels, ink, solid), grain_of(pixels, parts.ground, parts.known)
    grain = _fine(bare) * float(np.clip(own / under, 0, 1.5)) if under > 0 else 0
    return bare + laid[..., None] * (ink + grain - bare)


def _halo(parts: Split) -> Array:
    """The writing with the soft edge that belongs to it."""
    steepness = _steepness(parts.coverage)
    return _grown(parts.writing, 1 + int(np.ceil(0.6 / steepness)) if steepness > 0.1 else 3)


def _grown(mask: Array, pixels: int) -> Array:
    import cv2

    shape = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * pixels + 1, 2 * pixels + 1))
    return cast(Array, cv2.dilate(mask.astype(np.uint8), shape) > 0)


def _sheet(coverage: Array, mask: Array | None, normals: Array | None, upright: bool) -> Sheet:
    if mask is not None and upright:
        return sheet_of_box(mask)
    if mask is not None and (found := sheet_of_mask(mask, normals)):
        return found
    if (coverage > 0.5).sum() > 20:
        return sheet_of_ink(coverage)
    if mask is not None:
        return sheet_of_box(mask)
    height, width = coverage.shape
    inner = np.zeros(coverage.shape, bool)
    inner[height // 6 : height - height // 6, width // 12 : width - width // 12] = True
    return sheet_of_box(inner)


def _set(wanted: Wanted, lines: list[Written], free: Array, sheet: Sheet) -> Array:
    """The text as coverage on the sheet, 0..1: in the hand of the lines that are there, or filling the block."""
    letters = sum(not character.isspace() for character in wanted.text)
    if sum(len(line.pieces) for line in lines) < max(2, 0.4 * letters):
        return _filling(wanted, free.shape, sheet)
    chosen = recognised(wanted.text, lines, wanted.hint, wanted.faces)
    texts = broken_like(wanted.text, lines, chosen)
    lines = lines[: len(texts)]
    hands = [hand(chosen, text, line) for text, line in zip(texts, lines, strict=True)]
    if wanted.faces:  # how letters of another font were spaced and widened says nothing of these
        hands = [replace(one, tracking=0.0, stretch=1.0) for one in hands]
    usual = float(np.median([one.size for one in hands]))
    coverage = np.zeros(free.shape, np.float32)
    for text, line, one in zip(texts, lines, hands, strict=True):
        size = usual if abs(one.size / usual - 1) < 0.12 else one.size
        _put(coverage, text, one, size, _anchor(lines), line, _room(free, line))
    return coverage


def _filling(wanted: Wanted, shape: tuple[int, ...], sheet: Sheet) -> Array:
    branded = wanted.faces[len(wanted.faces) // 2] if wanted.faces else None
    chosen = branded or wanted.hint or face(wanted.text, weight=600)
    across, down = sheet.margin
    block = fit(wanted.text, chosen, max(shape[1] - 2 * across, 1), max(shape[0] - 2 * down, 1))
    coverage = np.zeros(shape, np.float32)
    coverage[down : down + block.mask.shape[0], across : across + block.mask.shape[1]] = block.mask / 255
    return coverage


def _anchor(lines: list[Written]) -> float:
    """What the lines have in common: 0 their left edge, 0.5 their middle, 1 their right edge."""
    if len(lines) == 1:
        return 0.5
    spreads = {share: float(np.std([one.left + share * (one.right - one.left) for one in lines])) for share in (0.5, 0.0, 1.0)}
    return min(spreads, key=lambda share: spreads[share])


def _room(free: Array, line: Written) -> tuple[int, int]:
    """The columns around the line over which bare ground goes on."""
    open_ = free[int(line.top) : max(int(line.bottom), int(line.top) + 1)].mean(axis=0) > 0.8
    left = right = int((line.left + line.right) / 2)
    while left > 0 and (open_[left - 1] or left > line.left):
        left -= 1
    while right < len(open_) - 1 and (open_[right + 1] or right < line.right - 1):
        right += 1
    inset = int(0.15 * (line.bottom - line.top))
    return min(left + inset, int(line.left)), max(right + 1 - inset, int(np.ceil(line.right)))


def _put(coverage: Array, text: str, how: Hand, size: float, anchor: float, line: Written, room: tuple[int, int]) -> None:
    """Sets a line into the coverage at its anchor, closer and then smaller where the room is too narrow."""
    import cv2

    tracking = how.tracking
    for _ in range(20):
        set_ = set_line(text, how.face, size, tracking)
        width = max(round(set_.mask.shape[1] * how.stretch), 1)
        if width <= room[1] - room[0]:
            break
        size, tracking = size * 0.98, tracking - 0.004 if tracking > -0.015 else tracking
    mask = (
        cv2.resize(set_.mask, (width, set_.mask.shape[0]), interpolation=cv2.INTER_AREA)
        if width != set_.mask.shape[1]
        else set_.mask
    )
    left = round(line.left + anchor * (line.right - line.left) - anchor * width)
    left = int(np.clip(left, room[0], max(room[0], room[1] - width)))
    top = round(how.baseline - set_.baseline)
    x0, y0, x1, y1 = (
        max(left, 0),
        max(top, 0),
        min(left + width, coverage.shape[1]),
        min(top + mask.shape[0], coverage.shape[0]),
    )
    if x0 < x1 and y0 < y1:
        part = coverage[y0:y1, x0:x1]
        np.maximum(part, mask[y0 - top : y1 - top, x0 - left : x1 - left].astype(np.float32) / 255, out=part)


def _as_sharp(laid: Array, existing: Array) -> Array:
    """The new coverage blurred until its edges are as soft as those of the letters that were there."""
    import cv2

    aim = _steepness(existing)
    if aim <= 0:
        return laid
    softened = [cv2.GaussianBlur(laid, (0, 0), blur) if blur else laid for blur in BLURS]
    return min(softened, key=lambda one: abs(_steepness(one) - aim))


def _steepness(coverage: Array) -> float:
    """How fast coverage changes per pixel across the sharper edges, grain smoothed away; 0 where there is none."""
    import cv2

    if min(coverage.shape) < 2:
        return 0.0
    smooth = cv2.GaussianBlur(coverage, (0, 0), 0.8)
    slope = np.hypot(*np.gradient(smooth))
    steep = slope[(smooth > 0.25) & (smooth < 0.75) & (slope > 0.4 * np.percentile(slope, 99.5))]
    return float(np.percentile(steep, 75)) if steep.size > 8 else 0.0


def _fresh_ink(colour: RGB | None, bare: Array) -> Array:
    """Ink (h, w, 3) where there was none to copy: the plan's, else what stands out best; lit as the ground is."""
    import cv2

    middle = np.median(bare.reshape(-1, 3), axis=0)
    ground = (int(middle[0]), int(middle[1]), int(middle[2]))
    ink = colour or max((PAPER, INK), key=lambda one: contrast(one, ground))
    light = cv2.GaussianBlur(bare.mean(axis=2), (0, 0), max(1.0, min(bare.shape[:2]) / 8))
    shade = np.clip(light / max(float(np.median(light)), 1), 0.6, 1.4)
    return cast(Array, np.clip(np.array(ink, np.float32) * shade[..., None], 0, 255))


def _fine(bare: Array) -> Array:
    """The grain of a bare surface alone."""
    import cv2

    return cast(Array, bare - cv2.GaussianBlur(bare, (0, 0), 1.5))
