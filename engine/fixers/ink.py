"""Writing and what it stands on, taken apart: the ground, how much ink covers it, and the ink's own colour."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

import numpy as np

from engine.fixers.busy import inked
from engine.fixers.clusters import clusters
from engine.fixers.ground import diffused
from engine.types import Array

MARGIN_DE = 8.0
"""Lab distance from the ground below which a pixel counts as ground."""

BUSY = 0.05
"""The share of what is inside beyond which it is not all one sheet of ground."""
OTHER = 0.35
"""How far from the line between ground and ink a colour is neither, as a share of its length."""


@dataclass(frozen=True)
class Split:
    """A picture area of (h, w) pixels taken apart.

    `ground` (h, w, 3) sRGB 0..255: the smooth surface as lit there, under the ink as well. `known` (h, w) bool:
    pixels that show it bare. `writing` (h, w) bool: what stands on it. `coverage` (h, w) 0..1: ink over ground.
    `ink` (h, w, 3): its colour as lit; None where nothing is written.
    """

    ground: Array
    known: Array
    writing: Array
    coverage: Array
    ink: Array | None


def split(pixels: Array, inside: Array) -> Split:
    """Takes uint8 sRGB (h, w, 3) apart; ink is looked for where `inside` (h, w) is set.

    The ground is the colour that fills most of the inside and of its edge, followed along its shading (a polynomial of
    the second order, refitted to the pixels it explains); the rest is ink. Where that leaves much over, the ground is no plain
    surface, and the writing is told by its own colour.
    """
    import cv2

    values = pixels.astype(np.float32)
    colours = lab(pixels)
    known, sheet = _ground(colours, inside)
    middle = inside if not inside.all() else _middle(inside.shape)
    if (~sheet)[middle].mean() > BUSY and (found := inked(pixels, colours, middle)):
        ground, hidden, colour = found
        ink = np.broadcast_to(colour, ground.shape)
        away = ink - ground
        along = ((values - ground) * away).sum(axis=2) / np.maximum((away**2).sum(axis=2), 1.0)
        return Split(ground, ~hidden, hidden, np.where(hidden, np.clip(along, 0, 1), 0).astype(np.float32), ink)
    ground = surface(values, known, order=2)
    distance = cv2.GaussianBlur(np.linalg.norm(colours - lab(ground), axis=2), (0, 0), 0.7)
    writing = _writing(inside, known, sheet)
    if not writing.any() or (strongest := float(np.percentile(distance[writing], 90))) < MARGIN_DE:
        return Split(ground, known, writing, np.zeros(known.shape, np.float32), None)
    ink = _ink(values, colours, writing & (distance >= 0.6 * strongest), 0.25 * strongest)
    away = ink - ground
    reach = np.maximum((away**2).sum(axis=2), 1.0)
    along = ((values - ground) * away).sum(axis=2) / reach
    aside = ((values - ground - along[..., None] * away) ** 2).sum(axis=2)
    touched = cv2.dilate(writing.astype(np.uint8), np.ones((5, 5), np.uint8)) > 0
    mixed = inside & touched & (aside < OTHER**2 * reach)
    return Split(ground, known, writing, np.where(mixed, np.clip(along, 0, 1), 0).astype(np.float32), ink)


def _middle(shape: tuple[int, ...]) -> Array:
    """The area without the surroundings that a place to be set anew comes with."""
    room = round(0.2 * min(shape))
    inside = np.zeros(shape, bool)
    inside[room : shape[0] - room, room : shape[1] - room] = True
    return inside


def lab(rgb: Array) -> Array:
    """Lab (D65) as float32 (h, w, 3) of sRGB 0..255: OpenCV's, quick enough to segment with."""
    import cv2

    return cast(Array, cv2.cvtColor(np.clip(rgb, 0, 255).astype(np.float32) / 255, cv2.COLOR_RGB2Lab))


def surface(values: Array, known: Array, order: int) -> Array:
    """The polynomial surface of that order through the known pixels, for all; kept within the range of what is known."""
    height, width = known.shape
    y, x = np.nonzero(known)
    if y.size > 40_000:
        step = y.size // 20_000
        y, x = y[::step], x[::step]
    sample = values[y, x].astype(np.float64)
    middle = np.median(sample, axis=0)
    if y.size < 20:
        return np.full(values.shape, middle, np.float32)
    powers = [(i, j) for i in range(order + 1) for j in range(order + 1 - i)]
    across, down = _unit(np.arange(width), width), _unit(np.arange(height), height)
    basis = np.stack([across[x] ** i * down[y] ** j for i, j in powers], axis=1)
    found = np.linalg.lstsq(basis, sample - middle, rcond=1e-4)[0]
    fitted = np.broadcast_to(middle, values.shape).copy()
    for (i, j), weights in zip(powers, found, strict=True):
        fitted += np.multiply.outer(np.outer(down**j, across**i), weights)
    low, high = np.percentile(sample, (1, 99), axis=0)
    slack = 0.15 * (high - low)
    return np.clip(fitted, low - slack, high + slack).astype(np.float32)


def _unit(positions: Array, size: int) -> Array:
    return 2 * positions / max(size - 1, 1) - 1


def _writing(inside: Array, known: Array, sheet: Array) -> Array:
    """Which pixels (h, w) are written on: what is not ground inside, without specks.

    Where the inside is the whole area, only what stands on the sheet of ground counts, unless that is nothing.
    """
    import cv2

    marked = inside & ~known
    labels, stats = cv2.connectedComponentsWithStats(marked.astype(np.uint8))[1:3]
    keep = stats[:, cv2.CC_STAT_AREA] >= 4
    keep[0] = False
    if inside.all():
        outside = np.unique(labels[marked & ~sheet])
        on_sheet = keep.copy()
        on_sheet[outside] = False
        keep = on_sheet if on_sheet.any() else keep
    return cast(Array, keep[labels])


def _sheet(near: Array, inside: Array) -> Array:
    """The connected stretch of ground (h, w) under the writing, with what stands on it: of several the largest.

    Around a mask, all stretches that reach it count.
    """
    import cv2

    zone = inside | _edge(inside)
    labels = cv2.connectedComponents(near.astype(np.uint8), connectivity=4)[1]
    counts = np.bincount(labels[zone & near], minlength=labels.max() + 1)
    chosen = counts >= max(counts.max() * (1.0 if inside.all() else 0.1), 1)
    stretch = (chosen[labels] & near).astype(np.uint8)
    outlines = cv2.findContours(stretch, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)[0]
    return cast(Array, cv2.drawContours(np.zeros_like(stretch), outlines, -1, 1, cv2.FILLED) > 0)


def _ink(values: Array, colours: Array, marked: Array, spread: float) -> Array:
    """The commonest colour of what is `marked` (h, w), as it changes over the area (h, w, 3): by shading or by a gradient."""
    labels, centres = clusters(colours[marked], 3)
    centre = centres[np.argmax(np.bincount(labels))]
    core = marked & (np.linalg.norm(colours - centre, axis=2) < min(18.0, spread))
    core = core if core.any() else marked
    plain = surface(values, core, order=1)
    return plain + diffused(values - plain, core, max(3.0, core.shape[0] / 25))


def _ground(colours: Array, inside: Array) -> tuple[Array, Array]:
    """Which pixels show the ground, and the sheet they make: seeded with its commonest colour, grown along its gradients."""
    distance: Array = np.linalg.norm(colours - _commonest(colours, inside), axis=2)
    near: Array = distance <= max(1.5 * MARGIN_DE, float(distance.min()))
    for order in (1, 2, 2, 2):
        known = near & _sheet(near, inside)
        distance = np.linalg.norm(colours - surface(colours, known, order), axis=2)
        spread = 1.48 * float(np.median(distance[known]))
        near = distance <= max(min(max(MARGIN_DE, 4 * spread), 2.5 * MARGIN_DE), float(distance.min()))
    sheet = _sheet(near, inside)
    return near & sheet, sheet


def _commonest(colours: Array, inside: Array) -> Array:
    """The centre of the Lab cluster that holds most of the inside and of its edge together."""
    edge = _edge(inside)
    labels, centres = clusters(colours[inside | edge], 3)
    on_edge = labels[edge[inside | edge]]
    shares = np.bincount(labels, minlength=len(centres)) / labels.size
    shares = shares + np.bincount(on_edge, minlength=len(centres)) / on_edge.size
    return cast(Array, centres[int(np.argmax(shares))])


def _edge(inside: Array) -> Array:
    """Three pixels around the inside; where that is all of the area, the area's border."""
    import cv2

    edge: Array = (cv2.dilate(inside.astype(np.uint8), np.ones((7, 7), np.uint8)) > 0) & ~inside
    if not edge.any():
        edge[[0, -1]] = edge[:, [0, -1]] = True
    return edge
