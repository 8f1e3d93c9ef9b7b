"""Where an outline lies in a picture, on shapes drawn at known places."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
from PIL import Image, ImageDraw

from engine.composite import overlap
from engine.critics.outline import Place, directions, outlines, places
from engine.types import Array, Box

Colour = tuple[int, int, int]
RAYS = [(48, k * np.pi / 5) if k % 2 == 0 else (19, k * np.pi / 5) for k in range(10)]


def star(ground: Colour, ink: Colour, width: int = 100, height: int = 100) -> Array:
    """A star that nearly fills so many pixels."""
    image = Image.new("RGB", (400, 400), ground)
    ImageDraw.Draw(image).polygon([(200 + 4 * r * np.sin(a), 200 - 4 * r * np.cos(a)) for r, a in RAYS], fill=ink)
    return np.asarray(image.resize((width, height), Image.Resampling.LANCZOS))


@cache
def known() -> list[Array]:
    return outlines([star(ground, (128, 20, 60)) for ground in ((0, 0, 0), (255, 255, 255))])


def looked(page: Array, most: int = 3) -> list[Place]:
    return places(known(), page, most)


def page(ground: Colour, noise: float = 3) -> Array:
    return np.clip(np.random.default_rng(4).normal(ground, noise, (300, 420, 3)), 0, 255).astype(np.uint8)


@pytest.mark.parametrize(("ground", "ink"), [((240, 240, 235), (180, 30, 40)), ((20, 24, 60), (250, 220, 90))])
@pytest.mark.parametrize(("width", "height"), [(34, 34), (60, 60), (150, 150), (100, 80)])
def test_a_shape_is_found_whatever_its_colours_and_size(ground: Colour, ink: Colour, width: int, height: int) -> None:
    shown = page(ground)
    shown[90 : 90 + height, 210 : 210 + width] = star(ground, ink, width, height)
    best, second, *_ = looked(shown)
    assert overlap(best.box, (210 / 420, 90 / 300, (210 + width) / 420, (90 + height) / 300)) > 0.75
    assert best.share > 0.85
    assert second.share < 0.7


def test_other_shapes_and_grain_are_less_like_it() -> None:
    image = Image.fromarray(page((230, 230, 230), 12))
    draw = ImageDraw.Draw(image)
    draw.ellipse((40, 40, 140, 140), fill=(180, 30, 40))
    draw.rectangle((200, 60, 300, 160), fill=(180, 30, 40))
    draw.regular_polygon((340, 220, 50), 6, fill=(180, 30, 40))
    assert looked(np.asarray(image))[0].share < 0.7


def test_places_lie_apart_and_no_more_are_told_than_asked() -> None:
    shown = page((240, 240, 235))
    boxes: list[Box] = []
    for left in (20, 160, 300):
        shown[100:180, left : left + 80] = star((240, 240, 235), (30, 90, 60), 80, 80)
        boxes.append((left / 420, 100 / 300, (left + 80) / 420, 180 / 300))
    found = looked(shown)
    assert sorted(n for place in found for n, box in enumerate(boxes) if overlap(place.box, box) > 0.6) == [0, 1, 2]
    assert len(looked(shown, 2)) == 2


@pytest.mark.parametrize("shape", [(1, 1, 3), (2, 900, 3), (28, 28, 3)])
def test_in_what_is_smaller_than_any_outline_nothing_is_found(shape: tuple[int, int, int]) -> None:
    assert looked(np.full(shape, 200, np.uint8)) == []


def test_directions_are_doubled_so_that_dark_on_light_is_like_light_on_dark() -> None:
    one = star((240, 240, 235), (30, 90, 60))
    plain = directions(one)
    assert directions(255 - one) == pytest.approx(plain, abs=1e-4)
    assert directions(one[::-1].copy())[::-1] == pytest.approx(plain * (1, -1), abs=1e-4)
    assert directions(one.transpose(1, 0, 2).copy()).transpose(1, 0, 2) == pytest.approx(plain * (-1, 1), abs=1e-4)
