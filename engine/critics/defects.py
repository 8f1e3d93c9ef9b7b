"""Measures of single flaws. Each gives a score, 1 for none down to 0, the box of the worst place, and a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Any, cast

import numpy as np

from engine.types import Array, Box

TILE = 32


@dataclass(frozen=True)
class Defect:
    score: float
    box: Box | None
    sentence: str


def blur(picture: Array) -> Defect:
    """How wide the picture's own best edges are: contrast across an edge over its steepest slope, in pixels."""
    import cv2

    grey = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY).astype(np.float32)
    dx, dy = cv2.Sobel(grey, cv2.CV_32F, 1, 0, ksize=3) / 8, cv2.Sobel(grey, cv2.CV_32F, 0, 1, ksize=3) / 8
    slope = np.hypot(dx, dy)
    ridge = slope >= cv2.dilate(slope, np.ones((3, 3), np.uint8))
    strong = max(2.5, 0.2 * float(np.quantile(slope, 0.9995)))
    rows, columns = np.nonzero(ridge & (slope > strong))
    if len(rows) < 40:
        return Defect(1.0, None, "Too few edges to measure their sharpness.")
    step = max(1, len(rows) // 4000)
    rows, columns = rows[::step], columns[::step]
    along_x, along_y = dx[rows, columns] / slope[rows, columns], dy[rows, columns] / slope[rows, columns]
    reach = np.arange(-12, 13)
    xs = np.clip(np.rint(columns[:, None] + along_x[:, None] * reach), 0, grey.shape[1] - 1).astype(int)
    ys = np.clip(np.rint(rows[:, None] + along_y[:, None] * reach), 0, grey.shape[0] - 1).astype(int)
    profile = grey[ys, xs]
    contrast = np.maximum.accumulate(profile[:, 12:], axis=1)[:, -1] - np.minimum.accumulate(profile[:, 12::-1], axis=1)[:, -1]
    width = float(np.quantile(contrast / np.maximum(slope[rows, columns], 1e-3), 0.2))
    return Defect(falling(width, 2.8, 3.8), None, f"The sharpest edges are {width:.1f} pixels wide: the picture is blurred.")


def noise(picture: Array) -> Defect:
    """White noise: fine grain whose neighbours know nothing of each other, in the tiles that show it."""
    tiles = _tiles(picture.mean(axis=2, dtype=np.float32))
    if tiles is None:
        return Defect(1.0, None, "Too small to measure noise.")
    fine = tiles[..., 1:-1, 1:-1] - 0.25 * (
        tiles[..., :-2, 1:-1] + tiles[..., 2:, 1:-1] + tiles[..., 1:-1, :-2] + tiles[..., 1:-1, 2:]
    )
    level = np.median(np.abs(fine), axis=(2, 3)) / 0.6745 / np.sqrt(1.25)
    centred = tiles - tiles.mean(axis=(2, 3), keepdims=True)
    power = np.maximum((centred**2).mean(axis=(2, 3)), 1e-6)
    across = (centred[..., :, 1:] * centred[..., :, :-1]).mean(axis=(2, 3)) / power
    down = (centred[..., 1:, :] * centred[..., :-1, :]).mean(axis=(2, 3)) / power
    white = np.where(np.maximum(across, down) < 0.45, level, 0)
    quiet = float(np.quantile(level, 0.1))
    strong = white > 7
    share = float(strong.mean())
    score = min(falling(quiet, 4.0, 9.0), falling(share, 0.01, 0.03))
    return Defect(
        score,
        _tile_box(strong, picture),
        f"Noise of {max(quiet, float(white.max())):.0f} levels covers the picture's fine tones.",
    )


def dead(picture: Array, outlines: Array | None) -> Defect:
    """Rectangles of one exact value that broken computation leaves (black, middle grey, full channels), with sharp borders.

    Those whose rim follows `outlines` (bool, where elements end) are things: a screen, a sign.
    """
    import cv2

    same = np.ones(picture.shape[:2], bool)
    same[:, 1:] &= (picture[:, 1:] == picture[:, :-1]).all(axis=2)
    same[1:] &= (picture[1:] == picture[:-1]).all(axis=2)
    number, labels, stats, _ = cv2.connectedComponentsWithStats(same.astype(np.uint8), connectivity=4)
    worst = Defect(1.0, None, "No dead areas.")
    smallest = max(12, round(0.02 * min(picture.shape[:2])))
    for index in range(1, number):
        x, y, w, h, area = (int(value) for value in stats[index])
        if min(w, h) < smallest or area < 0.92 * w * h:
            continue
        value = np.median(picture[y : y + h, x : x + w].reshape(-1, 3), axis=0)
        broken = all(channel <= 6 or channel >= 254 or 126 <= channel <= 129 for channel in value)
        if not broken or not _stands_out(picture, x, y, w, h) or _follows(outlines, x, y, w, h):
            continue
        score = falling(area / labels.size, 0.0, 0.0006)
        if score < worst.score:
            worst = Defect(score, _pixel_box(picture, x, y, w, h), "A block of one flat value looks dead.")
    return worst


def banding(picture: Array) -> Defect:
    """Smooth tones broken into visible steps: long plateaus that rise or fall by a few levels, again and again."""
    import cv2

    grey = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)
    worst, where = 0.0, None
    for lines in (grey, grey.T):
        step = max(1, len(lines) // 120)
        shares = np.array([_stepped(line) for line in lines[::step]])
        if len(shares) and float(shares.mean()) > worst:
            worst = float(shares.mean())
            at = int(np.argmax(shares)) * step
            side = len(lines)
            span = (max(0.0, at / side - 0.05), min(1.0, at / side + 0.05))
            where = (0.0, span[0], 1.0, span[1]) if lines is grey else (span[0], 0.0, span[1], 1.0)
    return Defect(falling(worst, 0.03, 0.12), where, f"Tones break into steps over {worst:.0%} of the picture.")


def burnt(picture: Array, allowed: float, pure: bool) -> Defect:
    """White without any drawing left in it, larger than `allowed`, as a share of the picture.

    `pure`: a ground that reaches three sides of the picture may be pure white.
    """
    sound, broken = "Nothing is burnt out to pure white.", "A large area is burnt out to pure white."
    return _clipped(picture.min(axis=2) >= 254, allowed, pure, sound, broken)


def crushed(picture: Array, allowed: float, pure: bool) -> Defect:
    """Black without any drawing left in it, larger than `allowed`, as a share of the picture; `pure` as for `burnt`."""
    sound, broken = "Nothing is crushed to pure black.", "A large area is crushed to pure black."
    return _clipped(picture.max(axis=2) <= 1, allowed, pure, sound, broken)


def tiling(picture: Array) -> Defect:
    """The picture repeats itself: its detail matches its own shifted copy over at least half of its area."""
    import cv2

    small = cv2.resize(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY), (192, 192), interpolation=cv2.INTER_AREA).astype(np.float32)
    detail = small - cv2.GaussianBlur(small, (0, 0), 6)
    if float(detail.std()) < 2:
        return Defect(1.0, None, "No detail that could repeat.")
    padded = np.zeros((384, 384), np.float32)
    padded[:192, :192] = detail
    spectrum = np.fft.rfft2(padded)
    power = np.fft.irfft2(np.abs(spectrum) ** 2, s=padded.shape)
    worst = 0.0
    far = np.ones(power.shape, bool)
    shifts = np.minimum(np.arange(384), 384 - np.arange(384))
    far &= np.maximum(shifts[:, None], shifts[None, :]) >= 24
    far &= np.maximum(shifts[:, None], shifts[None, :]) <= 96
    for flat in np.argsort(np.where(far, power, -np.inf), axis=None)[-12:]:
        row, column = (int(value) for value in np.unravel_index(flat, power.shape))
        dy, dx = (value - 384 if value > 192 else value for value in (row, column))
        one = detail[max(0, dy) : 192 + min(0, dy), max(0, dx) : 192 + min(0, dx)]
        other = detail[max(0, -dy) : 192 + min(0, -dy), max(0, -dx) : 192 + min(0, -dx)]
        scale = float(np.sqrt((one**2).sum() * (other**2).sum()))
        spread = min(float(one.std()), float(other.std())) / float(detail.std())
        if spread > 0.8:
            worst = max(worst, float((one * other).sum()) / max(scale, 1e-6))
    return Defect(falling(worst, 0.85, 0.95), None, "The picture repeats itself like tiles.")


def falling(value: float, good: float, half: float) -> float:
    """1 up to `good`, 0.5 at `half`, 0 as far beyond."""
    return float(np.clip(1 - 0.5 * (value - good) / (half - good), 0, 1))


def _tiles(grey: Array) -> Array | None:
    """(rows, columns, TILE, TILE) of a (h, w) plane; None where it holds none."""
    rows, columns = grey.shape[0] // TILE, grey.shape[1] // TILE
    if rows * columns == 0:
        return None
    whole = grey[: rows * TILE, : columns * TILE].reshape(rows, TILE, columns, TILE)
    return cast(Array, whole.transpose(0, 2, 1, 3))


def _tile_box(tiles: Array, picture: Array) -> Box | None:
    rows, columns = np.flatnonzero(tiles.any(axis=1)), np.flatnonzero(tiles.any(axis=0))
    if not len(rows):
        return None
    x, y = int(columns[0]) * TILE, int(rows[0]) * TILE
    return _pixel_box(picture, x, y, int(columns[-1] + 1) * TILE - x, int(rows[-1] + 1) * TILE - y)


def _pixel_box(picture: Array, x: int, y: int, w: int, h: int) -> Box:
    height, width = picture.shape[:2]
    return x / width, y / height, (x + w) / width, (y + h) / height


def _stands_out(picture: Array, x: int, y: int, w: int, h: int) -> bool:
    """Whether a rectangle differs sharply from what lies just outside it, along most of the rim it has in the picture."""
    height, width = picture.shape[:2]
    x, y, w, h = max(0, x - 1), max(0, y - 1), w + 1, h + 1
    middle = np.median(picture[y + 2 : y + h - 2, x + 2 : x + w - 2].reshape(-1, 3), axis=0)
    rims = []
    if y >= 3:
        rims.append(picture[y - 3, x : x + w])
    if y + h + 3 <= height:
        rims.append(picture[y + h + 2, x : x + w])
    if x >= 3:
        rims.append(picture[y : y + h, x - 3])
    if x + w + 3 <= width:
        rims.append(picture[y : y + h, x + w + 2])
    if not rims:
        return False
    apart = np.abs(np.concatenate(rims).astype(np.float32) - middle).max(axis=1) > 10
    return float(apart.mean()) > 0.8


def _follows(outlines: Array | None, x: int, y: int, w: int, h: int) -> bool:
    """Whether most of a rectangle's rim lies on the outlines."""
    if outlines is None:
        return False
    part = outlines[y : y + h, x : x + w]
    rim = np.concatenate([part[0], part[-1], part[:, 0], part[:, -1]])
    return float(rim.mean()) > 0.6


def _stepped(line: Array) -> float:
    """The share of a line that lies on plateaus which climb or fall by 3 to 24 levels at least three times running."""
    edges = np.flatnonzero(np.diff(line.astype(np.int16)))
    starts = np.concatenate([[0], edges + 1, [len(line)]])
    runs = [(int(a), int(b)) for a, b in pairwise(starts) if b - a >= 6]
    covered, chain, direction = 0, [runs[0]] if runs else [], 0
    for before, run in pairwise(runs):
        rise = int(line[run[0]]) - int(line[before[0]])
        sign = 1 if rise > 0 else -1
        if 3 <= abs(rise) <= 24 and run[0] - before[1] <= 4 and direction in (0, sign):
            chain.append(run)
            direction = sign
            continue
        covered += chain[-1][1] - chain[0][0] if len(chain) >= 4 else 0
        chain, direction = [run], 0
    covered += chain[-1][1] - chain[0][0] if len(chain) >= 4 else 0
    return covered / len(line)


def _clipped(clipped: Any, allowed: float, pure: bool, sound: str, broken: str) -> Defect:
    """The largest clipped region."""
    import cv2

    number, labels, stats, _ = cv2.connectedComponentsWithStats(clipped.astype(np.uint8), connectivity=8)
    height, width = clipped.shape
    worst = Defect(1.0, None, sound)
    for index in range(1, number):
        x, y, w, h, area = (int(value) for value in stats[index])
        ground = (x == 0) + (y == 0) + (x + w == width) + (y + h == height) >= 3
        if area < 0.5 * allowed * labels.size or (ground and pure):
            continue
        score = falling(area / labels.size, allowed, 1.5 * allowed)
        if score < worst.score:
            worst = Defect(score, _pixel_box(clipped, x, y, w, h), broken)
    return worst
