"""The motifs: geometry drawn white on black layers, one for the accent colour and one for a quieter tone."""

from __future__ import annotations

import math
import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np
from PIL import Image, ImageDraw

from engine.types import Array

Point = tuple[float, float]


@dataclass(frozen=True)
class Sheet:
    """Two layers of width × height units to draw on, `accent` and `tone`, `scale` pixels a unit so that edges come out smooth.

    `edges` names the sides, "left" or "right", that lie on the canvas's edge, the better one first.
    """

    width: float
    height: float
    scale: int
    edges: tuple[str, ...]
    accent: ImageDraw.ImageDraw
    tone: ImageDraw.ImageDraw

    def disc(self, layer: ImageDraw.ImageDraw, x: float, y: float, radius: float, fill: int = 255) -> None:
        s = self.scale
        layer.ellipse([(x - radius) * s, (y - radius) * s, (x + radius) * s, (y + radius) * s], fill=fill)

    def shape(self, layer: ImageDraw.ImageDraw, points: list[Point], fill: int = 255) -> None:
        layer.polygon([(x * self.scale, y * self.scale) for x, y in points], fill=fill)

    def ring(self, layer: ImageDraw.ImageDraw, x: float, y: float, radius: float, line: float) -> None:
        self.disc(layer, x, y, radius)
        self.disc(layer, x, y, radius - line, fill=0)


Motif = Callable[[Sheet, random.Random], None]


def draw(motif: Motif, width: int, height: int, edges: tuple[str, ...], chance: random.Random) -> tuple[Array, Array]:
    """The motif's accent and tone layers: uint8 (height, width) each."""
    scale = 4 if width * height < 1_500_000 else 2
    layers = [Image.new("L", (width * scale, height * scale)) for _ in range(2)]
    motif(Sheet(width, height, scale, edges, ImageDraw.Draw(layers[0]), ImageDraw.Draw(layers[1])), chance)
    accent, tone = (np.asarray(layer.reduce(scale)) for layer in layers)
    return accent, tone


def _wave(sheet: Sheet, y: float, line: float, swell: float, length: float, phase: float) -> list[Point]:
    xs = np.linspace(-0.02 * sheet.width, 1.02 * sheet.width, 160)
    crest = [(float(x), y + swell * math.sin(x / length * 2 * math.pi + phase)) for x in xs]
    return crest + [(x, wave + line) for x, wave in reversed(crest)]


def waves(sheet: Sheet, chance: random.Random) -> None:
    """A disc that sinks into water: bands of swell cut it, broader towards the bottom."""
    radius = min(0.36 * sheet.width, 0.46 * sheet.height)
    x = sheet.width * chance.choice((0.5, 0.64, 0.36))
    y = min(sheet.height - radius, 0.52 * sheet.height)
    sheet.disc(sheet.accent, x, y, radius)
    count, phase = 7, chance.random() * 6
    top, foot = y - 0.05 * radius, y + radius
    for at in range(count):
        share = at / count
        level = top + (foot - top) * share**0.9
        line = (0.03 + 0.075 * share) * 2 * radius
        points = _wave(sheet, level, line, 0.035 * radius, 1.1 * radius, phase + at * 0.9)
        sheet.shape(sheet.accent, points, fill=0)
        sheet.shape(sheet.tone, _wave(sheet, level + line * 0.28, line * 0.44, 0.035 * radius, 1.1 * radius, phase + at * 0.9))


def sun(sheet: Sheet, chance: random.Random) -> None:
    """Half a disc that rises, with rings of light around it."""
    count = chance.choice((2, 3))
    reach = min(0.44 * sheet.width, 0.86 * sheet.height)
    x, y = sheet.width / 2, sheet.height / 2 + reach / 2
    step = reach / (count + 1.6)
    for at in range(count):
        sheet.ring(sheet.accent if at == count - 1 else sheet.tone, x, y, reach - at * step, step * 0.36)
        sheet.disc(sheet.accent, x, y, reach - at * step - step * 0.36, fill=0)
    sheet.disc(sheet.accent, x, y, step * 1.6)
    for layer in (sheet.accent, sheet.tone):
        sheet.shape(layer, [(0, y), (sheet.width, y), (sheet.width, 2 * sheet.height), (0, 2 * sheet.height)], fill=0)


def sprig(sheet: Sheet, chance: random.Random) -> None:
    """A stem with pairs of leaves."""
    _branch(sheet, chance.choice((-1, 1)) * 0.07, pairs=6, length=0.2, breadth=0.3, angle=0.85)


def wheat(sheet: Sheet, chance: random.Random) -> None:
    """An ear of wheat."""
    _branch(sheet, chance.choice((-1, 1)) * 0.04, pairs=6, length=0.125, breadth=0.36, angle=0.62, start=0.4)


def _branch(sheet: Sheet, bend: float, *, pairs: int, length: float, breadth: float, angle: float, start: float = 0.2) -> None:
    high = min(sheet.height, 2.4 * sheet.width)
    middle, foot, line = sheet.width / 2, (sheet.height + high) / 2, max(0.008 * high, 1.0)

    def stem(t: float) -> Point:
        return middle + bend * high * math.sin(math.pi * t) * 1.2 - bend * high * 0.5, foot - high * (0.02 + 0.86 * t)

    path = [stem(t) for t in np.linspace(0, 1, 60)]
    sheet.shape(sheet.accent, [(x - line / 2, y) for x, y in path] + [(x + line / 2, y) for x, y in reversed(path)])
    for at in range(pairs):
        t = start + (0.9 - start) * at / (pairs - 1)
        size = high * length * (1.0 - 0.35 * (at / pairs) ** 2)
        for side in (-1, 1):
            _leaf(sheet, stem(t), -math.pi / 2 + side * angle * (1 - 0.25 * at / pairs), size, size * breadth)
    _leaf(sheet, stem(0.99), -math.pi / 2, high * length * 0.72, high * length * 0.72 * breadth)


def _leaf(sheet: Sheet, root: Point, angle: float, length: float, breadth: float) -> None:
    along = np.linspace(0, 1, 24)
    half = breadth / 2 * np.sin(np.pi * along**0.85)
    sides = np.concatenate([np.stack([along * length, half], 1), np.stack([along * length, -half], 1)[::-1]])
    gap = 0.08 * length
    turn = np.array([[math.cos(angle), math.sin(angle)], [-math.sin(angle), math.cos(angle)]])
    points = (sides + np.array([gap, 0.0])) @ turn + root
    sheet.shape(sheet.accent, [(float(x), float(y)) for x, y in points])


def rings(sheet: Sheet, chance: random.Random) -> None:
    """Rings around a point of the edge, like sound."""
    reach, count = 0.5 * min(sheet.height, (2.0 if sheet.edges else 1.0) * sheet.width), 6
    x, y = (_edge(sheet), sheet.height / 2) if sheet.edges else (sheet.width - reach, sheet.height / 2)
    for at in range(count, 0, -1):
        layer = sheet.accent if at % 3 == 1 else sheet.tone
        other = sheet.tone if layer is sheet.accent else sheet.accent
        radius = reach * at / count
        sheet.disc(other, x, y, radius, fill=0)
        sheet.ring(layer, x, y, radius, reach / count * 0.52)


def quarters(sheet: Sheet, chance: random.Random) -> None:
    """A grid of quarter discs, as at the Bauhaus."""
    columns = max(3, math.ceil(2 * sheet.width / sheet.height))
    cell = sheet.width / columns
    rows = int(sheet.height / cell)
    top = (sheet.height - rows * cell) / 2
    for row in range(rows):
        for column in range(columns):
            x, y = column * cell, top + row * cell
            layer = sheet.accent if chance.random() < 0.45 else sheet.tone
            corner = chance.choice(((0, 0), (1, 0), (0, 1), (1, 1)))
            s, (across, down) = sheet.scale, (x + corner[0] * cell, y + corner[1] * cell)
            start = {(0, 0): 0, (1, 0): 90, (1, 1): 180, (0, 1): 270}[corner]
            bounds = [(across - cell) * s, (down - cell) * s, (across + cell) * s, (down + cell) * s]
            layer.pieslice(bounds, start, start + 90, fill=255)


def disc(sheet: Sheet, chance: random.Random) -> None:
    """One large disc, cut by the edge where there is one."""
    radius = 0.5 * min(sheet.width, sheet.height)
    x = sheet.width - radius
    if sheet.edges:
        edge = _edge(sheet)
        x = edge + (0.3 if edge == 0 else -0.3) * radius
    sheet.disc(sheet.accent, x, sheet.height / 2, radius)


def _edge(sheet: Sheet) -> float:
    """The x of the sheet's first side that is the canvas's edge."""
    return {"left": 0.0, "right": sheet.width}[sheet.edges[0]]


def halftone(sheet: Sheet, chance: random.Random) -> None:
    """A screen of dots that grow towards one side."""
    step = max(min(sheet.width, sheet.height) / 9, 5.0)
    columns, rows = int(sheet.width / step), int(sheet.height / step)
    flip = chance.random() < 0.3
    for row in range(rows):
        for column in range(columns):
            share = (column + 0.4 * row + 1) / (columns + 0.4 * rows)
            radius = step * 0.44 * (1 - share if flip else share) ** 0.8
            x, y = sheet.width - (columns - column - 0.5) * step, (row + 0.5) * step + (sheet.height - rows * step)
            sheet.disc(sheet.tone, x, y, radius)


def scales(sheet: Sheet, chance: random.Random) -> None:
    """Overlapping scales of rings, as Chinese and Japanese textiles show water."""
    radius = sheet.width / chance.choice((8, 10))
    rows = max(1, int(sheet.height / (radius * 0.5)) - 1)
    for row in range(rows):
        y = sheet.height - (rows - 1 - row) * radius * 0.5
        for column in range(-1, int(sheet.width / radius / 2) + 2):
            x = column * 2 * radius + (radius if (rows - row) % 2 else 0.0)
            for at in range(3):
                outer = radius * (1 - at * 0.3)
                sheet.ring(sheet.tone, x, y, outer, radius * 0.055)


def bunting(sheet: Sheet, chance: random.Random) -> None:
    """Strings of pennants that hang across the page."""
    strings = max(1, min(3, int(sheet.height / sheet.width * 5)))
    deep = sheet.height / strings
    for string in range(strings):
        count = max(7, round(sheet.width / deep * 2.2)) + string % 2
        line, sag, top = 0.012 * deep + 1, 0.3 * deep, string * deep * 0.98 + 0.04 * deep
        xs = np.linspace(0, 1, 80)
        rope = [(float(x) * sheet.width, top + sag * 4 * float(x * (1 - x))) for x in xs]
        sheet.shape(sheet.accent, rope + [(x, y + line) for x, y in reversed(rope)])
        for at in range(count):
            a, b = (at + 0.12) / count, (at + 0.88) / count
            (x0, y0), (x1, y1) = ((t * sheet.width, top + sag * 4 * t * (1 - t)) for t in (a, b))
            tip = ((x0 + x1) / 2 - (y1 - y0) * 0.9, (y0 + y1) / 2 + 0.42 * deep)
            sheet.shape(sheet.accent if (at + string) % 2 else sheet.tone, [(x0, y0), (x1, y1), tip])


BLEEDING: Final = {waves, rings, disc, halftone, scales, bunting}
"""Motifs that run to the canvas edge where the empty area does."""
SYMMETRICAL: Final = {waves, sun, sprig, wheat, scales, bunting}
"""Motifs that may stand on the axis of a centred design."""
