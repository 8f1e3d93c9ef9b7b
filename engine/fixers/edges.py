"""The edges between which a text runs: of its mask where the renderer knows it, else as its letters stand."""

from __future__ import annotations

from typing import NamedTuple, cast

import numpy as np

from engine.fixers.sheet import Sheet
from engine.types import Array

CURVED = 0.012
"""Sag of an edge, as a share of its length, above which the surface is round."""
STRIPS = 24


class Letters(NamedTuple):
    """Connected pieces of ink in upright coordinates: each one's left, top, right, bottom (n,)."""

    left: Array
    top: Array
    right: Array
    bottom: Array


def sheet_of_box(mask: Array) -> Sheet:
    """The upright sheet around what is set in `mask` (h, w)."""
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    x0, x1, y0, y1 = columns[0], columns[-1] + 1, rows[0], rows[-1] + 1
    return Sheet.between(*_pairs((x0, y0), (x1, y0), (x0, y1), (x1, y1)), np.array([0.0, 1.0]), mask.shape)


def sheet_of_mask(mask: Array, normals: Array | None) -> Sheet | None:
    """The sheet that fills a text's mask (h, w): round a curve, in perspective, or None where the mask is no such shape.

    `normals` (h, w, 3) tell how a round surface turns away; without them its columns count as evenly spaced.
    """
    import cv2

    contours = cv2.findContours(mask.astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)[0]
    if not contours:
        return None
    corners = _corners(np.concatenate(contours)[:, 0].astype(np.float64) + 0.5)
    if corners is None:
        return None
    top, bottom, along = _round_edges(mask, normals)
    sag = max(_sag(top), _sag(bottom))
    if sag > CURVED and abs(corners[0][0] - corners[3][0]) < 0.2 * mask.shape[0]:
        return Sheet.between(top, bottom, along, mask.shape)
    filled = mask.sum() / max(cv2.contourArea(np.array(corners, np.float32)), 1)
    if filled < 0.9:
        return None
    return Sheet.between(*_pairs(corners[0], corners[1], corners[3], corners[2]), np.array([0.0, 1.0]), mask.shape)


def sheet_of_ink(coverage: Array) -> Sheet:
    """The sheet that the letters in `coverage` (h, w; 0..1) stand on: along their baselines, their verticals upright.

    The letters' tops and feet give the perspective where enough of them agree, their stems the slant.
    """
    y, x = np.nonzero(coverage > 0.5)
    angle = _baseline_angle(x, y)
    turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    along, down = turn @ np.stack([x + 0.5, y + 0.5])
    letters = _letters(coverage, turn)
    first, last = _lines(letters)
    height = float(np.median(first.bottom - first.top))
    feet = _edge(last, last.bottom, height)
    heads = _edge(first, first.top, height)
    if heads is None or feet is None:
        slope = 0.0
        heads = heads if heads is not None and feet is None else (slope, float(np.median(first.top)))
        feet = (slope, float(np.median(last.bottom)))
    slant = _slant(coverage, turn)
    left, right = float(along.min()), float(along.max())
    corners = []
    for slope, offset in (heads, feet):
        for edge in (left, right):
            level = slope * edge + offset
            corners.append(turn.T @ np.array([edge + slant * (level - (down.min() + down.max()) / 2), level]))
    return Sheet.between(*_pairs(*corners), np.array([0.0, 1.0]), coverage.shape, room=1.0)


def _pairs(top_left: object, top_right: object, bottom_left: object, bottom_right: object) -> tuple[Array, Array]:
    return np.array([top_left, top_right], float), np.array([bottom_left, bottom_right], float)


def _corners(points: Array) -> list[Array] | None:
    """The four corners (upper left, upper right, lower right, lower left) of the tightest quadrangle around the points."""
    import cv2

    hull = cv2.convexHull(points.astype(np.float32))[:, 0].astype(np.float64)
    length = cv2.arcLength(hull.astype(np.float32), True)
    for share in np.arange(0.01, 0.16, 0.01):
        four = cv2.approxPolyDP(hull.astype(np.float32), share * length, True)[:, 0]
        if len(four) == 4:
            break
    else:
        return None
    sides = [_side(hull, four[k], four[(k + 1) % 4]) for k in range(4)]
    corners = [_crossing(sides[k - 1], sides[k]) for k in range(4)]
    upper = sorted(range(4), key=lambda k: corners[k][1])[:2]
    start = min(upper, key=lambda k: corners[k][0])
    turned = [corners[(start + k) % 4] for k in range(4)]
    return turned if turned[1][1] < turned[3][1] else [turned[0], turned[3], turned[2], turned[1]]


def _side(hull: Array, start: Array, stop: Array) -> Array:
    """The line a·x + b·y = c through the contour points that lie along start–stop; (a, b, c)."""
    along = (stop - start) / max(float(np.linalg.norm(stop - start)), 1e-6)
    dense = np.concatenate([np.linspace(hull[k - 1], hull[k], 20) for k in range(len(hull))])
    reach, away = (dense - start) @ along, np.abs((dense - start) @ np.array([-along[1], along[0]]))
    span = float(np.linalg.norm(stop - start))
    near = dense[(away < 0.02 * span + 1) & (reach > 0.05 * span) & (reach < 0.95 * span)]
    if len(near) >= 8:
        middle = near.mean(axis=0)
        along = np.linalg.svd(near - middle)[2][0]
        start = middle
    normal = np.array([-along[1], along[0]])
    return np.array([normal[0], normal[1], normal @ start])


def _crossing(one: Array, other: Array) -> Array:
    return cast(Array, np.linalg.lstsq(np.array([one[:2], other[:2]]), np.array([one[2], other[2]]), rcond=None)[0])


def _round_edges(mask: Array, normals: Array | None) -> tuple[Array, Array, Array]:
    """Upper and lower edge (n, 2) of an upright mask, smoothed, and how far along the surface each column lies, 0..1."""
    columns = np.flatnonzero(mask.any(axis=0))
    tops = mask.argmax(axis=0)[columns]
    bottoms = mask.shape[0] - mask[::-1].argmax(axis=0)[columns]
    keep = bottoms - tops > 0.8 * np.median(bottoms - tops)
    columns, tops, bottoms = columns[keep], tops[keep], bottoms[keep]
    places = np.linspace(columns[0], columns[-1] + 1, STRIPS + 1)
    degree = 4 if len(columns) > 20 else 1
    middle, half = (columns[0] + columns[-1] + 1) / 2, max((columns[-1] + 1 - columns[0]) / 2, 1)
    top, bottom = (
        np.polyval(np.polyfit((columns + 0.5 - middle) / half, edge, degree), (places - middle) / half)
        for edge in (tops, bottoms)
    )
    along = _turned(normals, places, ((top + bottom) / 2).round().astype(int)) if normals is not None else None
    if along is None:
        along = (places - places[0]) / (places[-1] - places[0])
    return np.stack([places, top], axis=1), np.stack([places, bottom], axis=1), along


def _turned(normals: Array, columns: Array, rows: Array) -> Array | None:
    """How far along a round surface the columns lie, 0..1, by the angle its normals have turned; None where it hardly turns."""
    x = np.clip(columns.round().astype(int), 0, normals.shape[1] - 1)
    seen = normals[np.clip(rows, 0, normals.shape[0] - 1), x].astype(np.float64)
    seen /= np.maximum(np.linalg.norm(seen, axis=1, keepdims=True), 1e-6)
    steps = np.arccos(np.clip((seen[1:] * seen[:-1]).sum(axis=1), -1, 1))
    total = float(steps.sum())
    if total < np.radians(15):
        return None
    smooth = np.convolve(np.pad(steps, 2, mode="edge"), np.ones(5) / 5, mode="valid")
    return cast(Array, np.concatenate([[0.0], np.cumsum(smooth)]) / smooth.sum())


def _sag(edge: Array) -> float:
    """How far an edge (n, 2) bows from the line between its ends, as a share of its length."""
    chord = edge[-1] - edge[0]
    length = max(float(np.linalg.norm(chord)), 1.0)
    away = (edge - edge[0]) @ np.array([-chord[1], chord[0]]) / length
    return float(np.abs(away).max()) / length


def _baseline_angle(x: Array, y: Array) -> float:
    """The angle (radians, within ±45°) along which the ink falls into the clearest rows."""
    step = max(1, x.size // 20_000)
    x, y = x[::step].astype(float), y[::step].astype(float)

    def clarity(angle: float) -> float:
        rows = np.round(y * np.cos(angle) - x * np.sin(angle)).astype(int)
        counts = np.bincount(rows - rows.min()).astype(float)
        return float((counts**2).sum()) * (1 - 0.02 * abs(angle))

    coarse = max(np.radians(np.arange(-45, 46, 1.0)), key=clarity)
    return float(max(coarse + np.radians(np.arange(-1, 1.01, 0.1)), key=clarity))


def _letters(coverage: Array, turn: Array) -> Letters:
    """The pieces of ink that are large enough to be letters, in coordinates turned upright."""
    import cv2

    count, labels = cv2.connectedComponents((coverage > 0.5).astype(np.uint8))
    y, x = np.nonzero(labels)
    owner = labels[y, x]
    across, down = turn @ np.stack([x + 0.5, y + 0.5])
    edges = [np.full(count, sign * 1e9) for sign in (1, 1, -1, -1)]
    np.minimum.at(edges[0], owner, across)
    np.minimum.at(edges[1], owner, down)
    np.maximum.at(edges[2], owner, across)
    np.maximum.at(edges[3], owner, down)
    left, top, right, bottom = (edge[1:] for edge in edges)
    tall = bottom - top > 0.35 * np.percentile(bottom - top, 80)
    return Letters(left[tall], top[tall] - 0.5, right[tall], bottom[tall] + 0.5)


def _lines(letters: Letters) -> tuple[Letters, Letters]:
    """The letters of the first and of the last line."""
    middles = (letters.top + letters.bottom) / 2
    height = float(np.median(letters.bottom - letters.top))
    order = np.argsort(middles)
    breaks = np.flatnonzero(np.diff(middles[order]) > 0.6 * height)
    if not breaks.size:
        return letters, letters
    first, last = order[: breaks[0] + 1], order[breaks[-1] + 1 :]
    return Letters(*(edge[first] for edge in letters)), Letters(*(edge[last] for edge in letters))


def _edge(letters: Letters, ends: Array, height: float) -> tuple[float, float] | None:
    """Slope and offset of the line on which most letters end; None where too few agree to trust a slope."""
    middles = (letters.left + letters.right) / 2
    best: tuple[int, float, float, Array] | None = None
    for one in range(len(ends)):
        for other in range(one + 1, len(ends)):
            gap = middles[other] - middles[one]
            if abs(gap) < 1.5 * height:
                continue
            slope = (ends[other] - ends[one]) / gap
            offset = ends[one] - slope * middles[one]
            agree = np.abs(ends - slope * middles - offset) < 0.05 * height + 0.6
            if abs(slope) < 0.35 and (best is None or agree.sum() > best[0]):
                best = int(agree.sum()), float(slope), float(offset), agree
    if best is None or best[0] < max(4, 0.5 * len(ends)):
        return None
    slope, offset = np.polyfit(middles[best[3]], ends[best[3]], 1)
    return float(slope), float(offset)


def _slant(coverage: Array, turn: Array) -> float:
    """How far stems lean: x per y in turned coordinates, 0 below 2°."""
    import cv2

    smooth = cv2.GaussianBlur(coverage, (0, 0), 0.8)
    gradient = np.stack([cv2.Sobel(smooth, cv2.CV_32F, 1, 0), cv2.Sobel(smooth, cv2.CV_32F, 0, 1)])
    across, down = np.tensordot(turn, gradient, axes=1)
    stems = (np.abs(across) > 0.4 * np.abs(across).max()) & (np.abs(down) < 0.6 * np.abs(across))
    if stems.sum() < 30:
        return 0.0
    slant = float(-np.median(down[stems] / across[stems]))
    return slant if abs(slant) > np.tan(np.radians(2)) else 0.0
