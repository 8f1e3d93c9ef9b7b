from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from desktop.canvas import masks
from engine.types import Array

SHAPE = (120, 160)


def distance(mask: Array) -> Array:
    """Of every pixel's centre to the nearest selected one, by looking at all of them."""
    inside = np.argwhere(mask >= 128)
    grid = np.indices(mask.shape).transpose(1, 2, 0)[:, :, None]
    nearest: Array = np.sqrt(((grid - inside[None, None]) ** 2).sum(axis=3)).min(axis=2)
    return nearest


def test_a_rectangle_is_its_whole_pixels() -> None:
    mask = masks.rectangle(SHAPE, (10, 20, 30, 50))
    assert mask[20:50, 10:30].min() == 255
    assert np.count_nonzero(mask) == 20 * 30


def test_what_lies_outside_the_canvas_is_cut() -> None:
    assert masks.region(masks.rectangle(SHAPE, (-50, 100, 20, 500))) == (0, 100, 20, 120)
    assert not masks.ellipse(SHAPE, (500, 500, 600, 600)).any()


def test_an_ellipse_has_its_area_and_a_soft_edge() -> None:
    mask = masks.ellipse(SHAPE, (20, 10, 120, 90))
    assert mask.sum() / 255 == pytest.approx(math.pi * 50 * 40, rel=0.005)
    assert mask[50, 70] == 255
    assert ((mask > 0) & (mask < 255)).any()


def test_a_polygon_agrees_with_a_drawing_sixteen_times_as_fine() -> None:
    points = [(10.3, 5.2), (140.8, 30.1), (90.5, 110.7), (60.2, 40.4), (20.9, 100.6)]
    fine = Image.new("L", (SHAPE[1] * 16, SHAPE[0] * 16))
    ImageDraw.Draw(fine).polygon([(x * 16, y * 16) for x, y in points], fill=255)
    expected = np.asarray(fine.reduce(16)).astype(int)
    error = np.abs(masks.polygon(SHAPE, points).astype(int) - expected)
    assert error.max() <= 64
    assert error.mean() < 0.3


@given(st.lists(st.tuples(st.floats(-300, 300), st.floats(-300, 300)), max_size=12))
def test_any_line_drawn_by_hand_gives_a_mask(points: list[tuple[float, float]]) -> None:
    """Where lines cross, what they enclose twice is outside; rows never leak to the right."""
    mask = masks.polygon(SHAPE, points)
    assert mask.shape == SHAPE
    if points and max(x for x, _ in points) < SHAPE[1] - 2:
        assert not mask[:, -1].any()


def test_a_hard_brush_covers_a_capsule() -> None:
    mask = np.zeros(SHAPE, np.uint8)
    region = masks.stroke(mask, (40, 60), (100, 60), 30, 0)
    assert region is not None
    assert mask.sum() / 255 == pytest.approx(math.pi * 15**2 + 60 * 30, rel=0.01)
    inside = mask[region[1] : region[3], region[0] : region[2]]
    assert inside.sum() == mask.sum()


def test_a_soft_brush_fades_to_its_rim() -> None:
    mask = np.zeros(SHAPE, np.uint8)
    masks.stroke(mask, (80, 60), (80, 60), 80, 1)
    row = mask[60, 80:].astype(int)
    assert row[0] > 250
    assert (np.diff(row) <= 0).all()
    assert 100 < row[20] < 155
    assert not row[42:].any()


def test_strokes_over_one_another_do_not_add_up() -> None:
    once, twice = np.zeros(SHAPE, np.uint8), np.zeros(SHAPE, np.uint8)
    masks.stroke(once, (40, 60), (100, 60), 30, 0.8)
    for _ in range(3):
        masks.stroke(twice, (40, 60), (100, 60), 30, 0.8)
    assert np.array_equal(once, twice)


def test_the_eraser_takes_away_what_the_brush_has_drawn() -> None:
    mask = np.zeros(SHAPE, np.uint8)
    masks.stroke(mask, (40, 60), (100, 60), 30, 0.5)
    masks.stroke(mask, (40, 60), (100, 60), 60, 0, erase=True)
    assert not mask.any()


def test_a_stroke_beside_the_canvas_touches_nothing() -> None:
    assert masks.stroke(np.zeros(SHAPE, np.uint8), (-90, -90), (-80, -90), 20, 0) is None


def test_add_subtract_and_intersect() -> None:
    a, b = masks.rectangle(SHAPE, (0, 0, 20, 10)), masks.rectangle(SHAPE, (10, 0, 30, 10))
    assert np.count_nonzero(masks.combine(a, b, "add")) == 300
    assert np.count_nonzero(masks.combine(a, b, "subtract")) == 100
    assert np.count_nonzero(masks.combine(a, b, "intersect")) == 100
    assert np.array_equal(masks.combine(a, b, "replace"), b)
    assert np.array_equal(masks.combine(None, b, "add"), b)
    assert not masks.combine(None, b, "subtract").any()


def test_a_selection_moves_and_loses_what_leaves() -> None:
    a = masks.rectangle(SHAPE, (0, 0, 20, 10))
    assert masks.region(masks.moved(a, 5, 7)) == (5, 7, 25, 17)
    assert masks.region(masks.moved(a, -5, -7)) == (0, 0, 15, 3)
    assert not masks.moved(a, 1000, 0).any()


@pytest.mark.parametrize("px", [1, 4, 11])
def test_growing_reaches_as_far_as_the_distance_says(px: int) -> None:
    mask = masks.combine(masks.ellipse((60, 70), (20, 15, 45, 40)), masks.rectangle((60, 70), (0, 50, 9, 60)), "add")
    assert np.array_equal(masks.grow(mask, px) >= 128, distance(mask) <= px)


@pytest.mark.parametrize("px", [1, 4, 11])
def test_shrinking_is_growing_what_is_outside(px: int) -> None:
    mask = masks.ellipse((60, 70), (10, 5, 60, 55))
    assert np.array_equal(masks.shrink(mask, px) >= 128, distance(255 - mask) > px)


def test_the_border_of_the_canvas_is_no_edge_to_shrink_from() -> None:
    everything = masks.rectangle(SHAPE, (0, 0, 160, 120))
    assert np.array_equal(masks.shrink(everything, 5), everything)
    corner = masks.shrink(masks.rectangle(SHAPE, (0, 0, 40, 30)), 5)
    assert masks.region(corner) == (0, 0, 35, 25)


def test_nothing_grows_from_nothing() -> None:
    assert not masks.grow(np.zeros(SHAPE, np.uint8), 9).any()
    assert not masks.shrink(np.zeros(SHAPE, np.uint8), 9).any()


def test_soft_edges_survive_growing() -> None:
    mask = np.zeros(SHAPE, np.uint8)
    masks.stroke(mask, (80, 60), (80, 60), 80, 1)
    grown = masks.grow(mask, 3)
    assert (grown >= mask).all()
    assert ((grown > 0) & (grown < 255)).any()
