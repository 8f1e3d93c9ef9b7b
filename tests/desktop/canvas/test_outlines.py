from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from desktop.canvas import masks
from desktop.canvas.outlines import FINEST_PIXELS, outline, smoothed
from engine.types import Array


def signed_area(loop: Array) -> float:
    x, y = loop[:, 0].astype(float), loop[:, 1].astype(float)
    return float((x * np.roll(y, -1) - y * np.roll(x, -1)).sum() / 2)


def test_a_rectangle_has_four_corners() -> None:
    loops = outline(masks.rectangle((20, 30), (4, 5, 14, 9)))
    assert [sorted(map(tuple, loop.tolist())) for loop in loops] == [[(4, 5), (4, 9), (14, 5), (14, 9)]]


def test_a_hole_runs_the_other_way() -> None:
    ring = masks.combine(masks.rectangle((40, 40), (5, 5, 35, 35)), masks.rectangle((40, 40), (15, 15, 25, 25)), "subtract")
    areas = sorted(signed_area(loop) for loop in outline(ring))
    assert areas == [-100, 900]


def test_pixels_that_touch_at_a_corner_are_apart() -> None:
    assert len(outline(np.array([[255, 0], [0, 255]], np.uint8))) == 2
    assert len(outline(np.array([[0, 255], [255, 0]], np.uint8))) == 2


def test_stairs_become_straight_and_corners_stay() -> None:
    stairs = np.tril(np.full((20, 20), 255, np.uint8))
    (loop,) = outline(stairs)
    straight = smoothed(loop)
    slope = straight[(straight[:, 0] > 2) & (straight[:, 0] < 18) & (straight[:, 1] < 18)]
    assert len(slope) > 10
    assert np.ptp(slope[:, 0] - slope[:, 1]) <= 0.5
    (square,) = outline(masks.rectangle((20, 30), (4, 5, 14, 9)))
    assert np.array_equal(smoothed(square), square)
    (dot,) = outline(masks.rectangle((9, 9), (4, 4, 5, 5)))
    assert len(smoothed(dot)) >= 3


def test_nothing_has_no_outline() -> None:
    assert outline(np.zeros((9, 9), np.uint8)) == []
    assert outline(np.full((9, 9), 90, np.uint8)) == []


@given(arrays(np.uint8, (9, 11), elements=st.sampled_from([0, 255])))
def test_the_loops_enclose_just_what_is_selected(mask: Array) -> None:
    loops = outline(mask)
    assert sum(signed_area(loop) for loop in loops) == np.count_nonzero(mask)
    for loop in loops:
        steps = np.roll(loop, -1, axis=0) - loop
        assert ((steps[:, 0] == 0) != (steps[:, 1] == 0)).all()


def test_a_large_selection_is_sampled_and_keeps_its_place() -> None:
    side = int(FINEST_PIXELS**0.5) * 2
    mask = np.zeros((side + 100, side + 100), np.uint8)
    mask[50 : 50 + side, 50 : 50 + side] = 255
    (loop,) = outline(mask)
    assert loop.min() == 50
    assert loop.max() == 50 + side
