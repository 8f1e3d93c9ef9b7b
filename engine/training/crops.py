"""What the networks of the flaws learn from: crops of clean pictures, half of them damaged, with where and how."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, cast

import numpy as np

from engine.critics.looking import scaled
from engine.training.damage import DAMAGES, saved
from engine.types import Array

SIDE: Final = 288
CELL: Final = 8
"""Pixels of a cell of the heat map."""
DRAWN: Final = (288, 448)
"""Sides of the pictures that are damaged and then cut into crops: a flaw may be larger than a crop, and no grid of it begins
at a crop's corner."""
SHOWN_BEFORE: Final = 0.4
"""The share of damaged crops that are also seen without the damage."""
FORM: Final = (("melted", "tiled", "broken"), ("blotched", "seamed", "doubled"))
"""What spoils the drawing, in families: no crop shows kinds of both."""
GRAIN: Final = (("banded", "oversharpened", "jpeg", "checkered", "fringed", "blurred", "noisy"),)
"""What is a matter of a few pixels."""
HARD: Final = frozenset({"broken", "blotched", "seamed", "doubled", "oversharpened", "blurred"})
"""Kinds that come twice as often as others, since they are harder to learn."""


def crops(pictures: list[Array], kinds: Sequence[str], rng: np.random.Generator) -> Iterator[tuple[Array, Array]]:
    """Crops (SIDE, SIDE, 3) of one picture, about as many as cover it, damaged in some of these kinds, and their targets
    (kinds, SIDE / CELL, SIDE / CELL): the share of each cell that is. Some are followed by what they were before."""
    picture = pictures[int(rng.integers(len(pictures)))]
    side = max(SIDE, min(int(rng.choice(DRAWN)), *picture.shape[:2]))
    sound = picture = varied(picture, side, rng)
    masks = np.zeros((len(kinds), side, side), bool)
    often = np.array([2 if kind in HARD else 1 for kind in kinds])
    for kind in rng.choice(len(kinds), rng.choice(3, p=[0.1, 0.45, 0.45]), replace=False, p=often / often.sum()):
        picture, masks[kind] = DAMAGES[kinds[kind]](picture, rng.uniform(0.35, 0.9), rng)
    if rng.random() < 0.15:
        quality = int(rng.integers(90, 99))
        sound, picture = saved(sound, quality), saved(picture, quality)
    rows, columns = np.nonzero(masks.any(axis=0))
    for _ in range(side * side // SIDE**2):
        top, left = rng.integers(0, side - SIDE + 1, 2)
        if len(rows) and rng.random() < 0.6:
            at = int(rng.integers(len(rows)))
            top, left = np.clip((rows[at], columns[at]) - rng.integers(0, SIDE, 2), 0, side - SIDE)
        area = np.s_[top : top + SIDE, left : left + SIDE]
        cells = masks[:, *area].reshape(len(kinds), SIDE // CELL, CELL, SIDE // CELL, CELL).mean((2, 4), dtype=np.float32)
        yield picture[area], cells
        if cells.any() and rng.random() < SHOWN_BEFORE:
            yield sound[area], np.zeros_like(cells)


def varied(picture: Array, side: int, rng: np.random.Generator) -> Array:
    """A square of the picture, turned, scaled, recoloured and saved as pictures well may be: still without a flaw. Of two
    pictures in one, (h, w, 6), the other is turned, scaled and recoloured alike."""
    import cv2

    scale = float(np.exp(rng.uniform(np.log(0.5), np.log(1.3)))) if rng.random() < 0.6 else 1.0
    scale = max(scale, side / min(picture.shape[:2]))
    wide = min(round(side / scale), *picture.shape[:2])
    top, left = (int(rng.integers(0, length - wide + 1)) for length in picture.shape[:2])
    part = picture[top : top + wide, left : left + wide]
    if wide != side:
        way = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
        pictures = np.split(part, part.shape[2] // 3, axis=2)
        part = np.dstack([cv2.resize(one, (side, side), interpolation=way) for one in pictures])
    part = np.rot90(part, int(rng.integers(4)))
    part = part[::-1] if rng.random() < 0.5 else part
    values: Array = part.reshape(side, side, -1, 3).astype(np.float32)
    if rng.random() < 0.7:
        values = 255 * (values / 255) ** rng.uniform(0.75, 1.35) * rng.uniform(0.85, 1.1, 3)
        grey = values.mean(axis=3, keepdims=True)
        values = grey + (values - grey) * rng.choice([0.0, 0.5, 0.8, 1.0, 1.3], p=[0.1, 0.2, 0.2, 0.3, 0.2])
        values = values[..., rng.permutation(3)] if rng.random() < 0.3 else values
    own, other = values[:, :, 0], values[:, :, 1:].reshape(side, side, -1)
    if rng.random() < 0.25:
        own = own + rng.normal(0, rng.uniform(0.5, 4.5), (side, side, 1 if rng.random() < 0.5 else 3))
    if rng.random() < 0.1:
        own = cv2.GaussianBlur(own, (0, 0), rng.uniform(0.4, 1.2))
    own, other = (np.clip(np.rint(one), 0, 255).astype(np.uint8) for one in (own, other))
    own = saved(own, int(rng.integers(88, 99))) if rng.random() < 0.3 else own
    return np.dstack([own, other])


def paired(one: Array, other: Array) -> Array:
    """Two pictures as one, (h, w, 6): the other is made as large as the one."""
    return np.dstack([one, scaled(other, one)])


def parted(picture: Array) -> tuple[Array, Array]:
    """The two pictures (h, w, 3) that are `paired`."""
    return np.ascontiguousarray(picture[..., :3]), picture[..., 3:]


def leaves(textures: list[Array], rng: np.random.Generator, side: int = 384) -> Array:
    """Shapes over shapes like fallen leaves: plain, shaded, textured, striped, dotted or out of focus, and no flaw among them.

    Such pictures have the statistics of photographs (Lee, Mumford and Huang 2001, "Occlusion models for natural images").
    """
    import cv2

    canvas = _filling(textures, rng, side)
    for _ in range(int(rng.integers(8, 60))):
        size = side * float(np.exp(rng.uniform(np.log(0.03), np.log(0.5))))
        at = rng.uniform(0, side, 2)
        corners = int(rng.choice([3, 4, 4, 5, 40]))
        angles = np.sort(rng.uniform(0, 2 * np.pi, corners)) if corners < 40 else np.linspace(0, 2 * np.pi, corners)
        points = at + size / 2 * np.stack([np.cos(angles) * rng.uniform(0.4, 1), np.sin(angles)], axis=1)
        cover = np.zeros((side, side), np.uint8)
        cv2.fillPoly(cover, [np.rint(points * 16).astype(np.int32)], 255, cv2.LINE_AA, 4)
        soft = rng.uniform(3, 9) if rng.random() < 0.1 else rng.uniform(0.3, 0.7)
        share = cv2.GaussianBlur(cover, (0, 0), soft)[..., None] / np.float32(255)
        canvas = canvas + (_filling(textures, rng, side) - canvas) * share
    return np.clip(np.rint(canvas), 0, 255).astype(np.uint8)


def _filling(textures: list[Array], rng: np.random.Generator, side: int) -> Array:
    """A surface (side, side, 3), float32."""
    rows, columns = np.mgrid[0:side, 0:side].astype(np.float32)
    one, other = rng.uniform(0, 255, (2, 3)).astype(np.float32)
    angle, way = rng.uniform(0, 2 * np.pi), rng.random()
    along = columns * np.float32(np.cos(angle)) + rows * np.float32(np.sin(angle))
    if way < 0.25:
        mix = np.zeros_like(rows)
    elif way < 0.5:
        mix = np.clip(0.5 + (along - along.mean()) / side * rng.uniform(0.2, 1), 0, 1)
    elif way < 0.6:
        mix = np.clip(0.5 + 3 * np.sin(along * 2 * np.pi / rng.uniform(5, 40)), 0, 1)
    elif way < 0.68:
        across = columns * np.float32(-np.sin(angle)) + rows * np.float32(np.cos(angle))
        pitch = 2 * np.pi / rng.uniform(5, 20)
        mix = np.clip(0.5 + 2 * (np.sin(along * pitch) * np.sin(across * pitch) + rng.uniform(-0.6, 0.6)), 0, 1)
    else:
        part = varied(textures[int(rng.integers(len(textures)))], side, rng)
        return cast(Array, part.astype(np.float32) * rng.uniform(0.5, 1.1, 3).astype(np.float32))
    return cast(Array, one + (other - one) * mix[..., None].astype(np.float32))
