"""Sizes of DESIGN §5."""

from fractions import Fraction

import pytest

from engine.canvas import ASPECTS, SIZES, pixels

SCALE = {"512": Fraction(1, 2), "1k": Fraction(1), "2k": Fraction(2), "4k": Fraction(4)}


@pytest.mark.parametrize("aspect", ASPECTS)
@pytest.mark.parametrize("size", SIZES)
def test_exact_ratio_and_scale(aspect: str, size: str) -> None:
    width, height = pixels(aspect, size)
    across, down = map(int, aspect.split(":"))
    assert Fraction(width, height) == Fraction(across, down)
    assert (Fraction(width), Fraction(height)) == tuple(SCALE[size] * side for side in pixels(aspect, "1k"))


@pytest.mark.parametrize("aspect", ASPECTS)
def test_1k_area_and_steps(aspect: str) -> None:
    width, height = pixels(aspect, "1k")
    assert width % 16 == height % 16 == 0
    assert abs(width * height / 1024**2 - 1) < 0.1215


def test_unknown() -> None:
    with pytest.raises(KeyError):
        pixels("5:7", "1k")
    with pytest.raises(KeyError):
        pixels("1:1", "8k")
