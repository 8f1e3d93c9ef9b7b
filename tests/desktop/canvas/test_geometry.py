from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.canvas.geometry import (
    LEAST_SIDE,
    Handle,
    Lens,
    dragged,
    fit_zoom,
    handle_at,
    handles,
    next_stop,
    smallest_at,
    snap,
    spanned,
    to_box,
    to_pixels,
)
from engine.types import check_box

SIZE = (400, 300)
RECT = (100.0, 50.0, 200.0, 150.0)
coordinates = st.floats(-1000, 1000, allow_nan=False)


def test_a_lens_goes_there_and_back() -> None:
    lens = Lens(2.5, 30, -12)
    assert lens.to_view((10, 20)) == (55, 38)
    assert lens.to_canvas(lens.to_view((10, 20))) == pytest.approx((10, 20))


@given(coordinates, coordinates, coordinates, coordinates)
def test_every_drag_gives_a_box_that_is_allowed(x0: float, y0: float, x1: float, y1: float) -> None:
    box = to_box((x0, y0, x1, y1), *SIZE)
    check_box(box)
    assert 0 <= box[0] < box[2] <= 1
    assert 0 <= box[1] < box[3] <= 1


def test_a_box_in_pixels_is_the_same_box() -> None:
    box = (0.1, 0.2, 0.55, 0.9)
    assert to_box(to_pixels(box, *SIZE), *SIZE) == pytest.approx(box)


def test_a_square_from_its_middle() -> None:
    assert spanned((50, 50), (60, 55), square=True, centred=True) == (40, 40, 60, 60)
    assert spanned((50, 50), (40.5, 55.5)) == (40, 50, 50, 56)


def test_the_tighter_side_decides_the_fit() -> None:
    assert fit_zoom((1000, 500), (500, 500)) == 0.5
    assert fit_zoom((500, 1000), (500, 500)) == 0.5


def test_zoom_goes_through_round_figures() -> None:
    assert next_stop(0.43, 1) == 0.5
    assert next_stop(0.5, 1) == pytest.approx(2 / 3)
    assert next_stop(0.43, -1) == pytest.approx(1 / 3)
    assert next_stop(64, 1) == 64
    assert next_stop(1 / 64, -1) == 1 / 64


def test_corners_are_held_before_sides_and_sides_before_the_inside() -> None:
    assert handle_at(RECT, (103, 52), 6) == "nw"
    assert handle_at(RECT, (150, 53), 6) == "n"
    assert handle_at(RECT, (140, 90), 6) == "move"
    assert handle_at(RECT, (80, 90), 6) is None


def test_the_smaller_box_lies_on_top() -> None:
    assert smallest_at([("table", (0, 0, 400, 300)), ("cup", RECT)], (150, 100)) == "cup"
    assert smallest_at([("table", (0, 0, 400, 300)), ("cup", RECT)], (20, 100)) == "table"
    assert smallest_at([("cup", RECT)], (20, 100)) is None


@pytest.mark.parametrize("handle", list(handles(RECT)))
@given(dx=coordinates, dy=coordinates, keep=st.booleans())
def test_a_handle_never_leaves_the_canvas_nor_turns_the_box_over(handle: Handle, dx: float, dy: float, keep: bool) -> None:
    x0, y0, x1, y1 = dragged(RECT, handle, (dx, dy), SIZE, keep_ratio=keep)
    assert 0 <= x0 <= x1 - LEAST_SIDE
    assert x1 <= SIZE[0]
    assert 0 <= y0 <= y1 - LEAST_SIDE
    assert y1 <= SIZE[1]


def test_a_handle_moves_only_its_own_sides() -> None:
    assert dragged(RECT, "e", (30, 99), SIZE) == (100, 50, 230, 150)
    assert dragged(RECT, "nw", (-10, 20), SIZE) == (90, 70, 200, 150)


def test_a_box_stops_at_the_border_with_its_size_kept() -> None:
    assert dragged(RECT, "move", (500, -500), SIZE) == (300, 0, 400, 100)


def test_shift_keeps_the_ratio() -> None:
    x0, y0, x1, y1 = dragged(RECT, "se", (50, 5), SIZE, keep_ratio=True)
    assert (x0, y0) == RECT[:2]
    assert x1 - x0 == y1 - y0 == 150


def test_a_move_snaps_to_the_middle_of_the_canvas_and_shows_it() -> None:
    rect, guides = snap((152.0, 20.0, 252.0, 60.0), "move", [], SIZE, 5)
    assert rect == (150.0, 20.0, 250.0, 60.0)
    assert guides == [((200.0, 0.0), (200.0, 300.0))]


def test_a_handle_snaps_to_another_box() -> None:
    rect, guides = snap((20.0, 20.0, 97.0, 60.0), "e", [RECT], SIZE, 5)
    assert rect == (20.0, 20.0, 100.0, 60.0)
    assert len(guides) == 1


def test_nothing_near_nothing_snaps() -> None:
    assert snap((23.0, 21.0, 61.0, 87.0), "move", [], SIZE, 5) == ((23, 21, 61, 87), [])
