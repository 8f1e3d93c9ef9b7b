"""Canvas sizes: exact ratios whose 1k sides are multiples of 16 with an area nearest to 1024² (DESIGN §5)."""

from fractions import Fraction
from math import gcd

ASPECTS = ("1:1", "2:3", "3:2", "3:4", "4:3", "9:16", "16:9", "21:9", "9:21", "4:5", "5:4", "1:4", "4:1", "1:8", "8:1")
SIZES = {"512": Fraction(1, 2), "1k": Fraction(1), "2k": Fraction(2), "4k": Fraction(4)}


def pixels(aspect: str, size: str) -> tuple[int, int]:
    """Width and height in pixels.

    16:9 at 1k is 1280 × 720, 12.1 % under 1024²: no other exact 16:9 with sides in steps of 16 comes nearer.

    Raises KeyError for an unknown aspect or size.
    """
    if aspect not in ASPECTS:
        raise KeyError(aspect)
    across, down = (int(part) for part in aspect.split(":"))
    common = gcd(across, down)
    unit = (16 * across // common, 16 * down // common)
    area = unit[0] * unit[1]
    steps = min(range(1, 65), key=lambda k: abs(k * k * area - 1024 * 1024))
    scale = SIZES[size]
    return int(unit[0] * steps * scale), int(unit[1] * steps * scale)
