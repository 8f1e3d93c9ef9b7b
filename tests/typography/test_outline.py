"""Outlines: polygons whose area is the ink's, with the holes letters have."""

import numpy as np
import pytest

from engine.types import Array
from engine.typography.fonts import Style, face
from engine.typography.outline import outlines
from engine.typography.setting import set_line


def area(contour: Array) -> float:
    x, y = contour[:, 0], contour[:, 1]
    return float(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1))) / 2


@pytest.mark.parametrize("style", ["sans", "grotesk", "soft", "display"])
def test_letters_have_their_holes(style: Style) -> None:
    polygons = outlines("SALE8", face("SALE8", style=style, weight=800))
    assert [len(holes) for _, holes in polygons] == [0, 1, 0, 0, 2]
    assert all(area(outer) > 0 > max((area(hole) for hole in holes), default=-1.0) for outer, holes in polygons)


@pytest.mark.parametrize("text", ["SALE &8", "新年快乐", "Привет"])
def test_the_polygons_cover_what_the_letters_ink(text: str) -> None:
    chosen = face(text, weight=700)
    filled = sum(area(outer) + sum(map(area, holes)) for outer, holes in outlines(text, chosen))
    inked = float(set_line(text, chosen, 800).mask.sum()) / 255 / 800**2
    assert filled == pytest.approx(inked, rel=0.01)


def test_spaces_have_no_outline() -> None:
    assert outlines(" ", face("A")) == []
