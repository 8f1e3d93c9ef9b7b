"""Which colour words fit a colour, as people use them: broad for “green”, narrower for “dark green” or “coral”.

Light that falls on a thing scales its linear RGB. Above the darkest tones that leaves the Lab hue and chroma / (L + 16),
called saturation here, as they are, so these two name a shaded pixel as well as a lit one; lightness is asked of the lit.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np

from engine.colour.measure import lab
from engine.colour.names import EVERYDAY, MODIFIERS, RGB, is_exact, parse
from engine.types import Array


@dataclass(frozen=True)
class Region:
    """Hue in degrees from `hue[0]` up to `hue[1]` (over 360 where it wraps), saturation and lightness from and to."""

    hue: tuple[float, float]
    saturation: tuple[float, float]
    lightness: tuple[float, float]


_ANY = (0.0, 360.0)
_BASIC: Final[dict[str, Region]] = {
    "red": Region((352, 408), (0.72, 9), (12, 66)),
    "orange": Region((43, 80), (0.55, 9), (46, 88)),
    "yellow": Region((77, 116), (0.35, 9), (58, 100)),
    "green": Region((108, 188), (0.2, 9), (10, 96)),
    "blue": Region((212, 308), (0.18, 9), (8, 90)),
    "purple": Region((307, 350), (0.2, 9), (8, 72)),
    "pink": Region((318, 412), (0.12, 1.0), (50, 96)),
    "brown": Region((28, 86), (0.22, 1.15), (8, 56)),
    "teal": Region((172, 232), (0.2, 9), (22, 66)),
    "turquoise": Region((165, 225), (0.2, 9), (55, 96)),
    "cyan": Region((180, 245), (0.15, 9), (55, 100)),
    "magenta": Region((316, 365), (0.6, 9), (25, 72)),
    "beige": Region((45, 108), (0.07, 0.36), (62, 98)),
    "cream": Region((60, 112), (0.035, 0.3), (82, 100)),
    "gold": Region((60, 104), (0.25, 1.3), (30, 96)),
    "silver": Region(_ANY, (0, 0.1), (38, 99)),
    "copper": Region((35, 80), (0.25, 1.3), (25, 85)),
    "bronze": Region((40, 90), (0.25, 1.3), (20, 78)),
    "brass": Region((62, 105), (0.2, 1.2), (30, 92)),
    "white": Region(_ANY, (0, 0.1), (76, 100)),
    "grey": Region(_ANY, (0, 0.13), (24, 84)),
    "black": Region(_ANY, (0, 0.22), (0, 31)),
    "light grey": Region(_ANY, (0, 0.11), (60, 94)),
    "dark grey": Region(_ANY, (0, 0.16), (12, 50)),
    "charcoal": Region(_ANY, (0, 0.2), (8, 44)),
    "off-white": Region(_ANY, (0, 0.14), (84, 100)),
    "navy": Region((255, 315), (0.25, 9), (4, 36)),
}
_SAME: Final = {
    "gray": "grey", "golden": "gold", "navy blue": "navy", "violet": "purple", "off white": "off-white", "aqua": "cyan",
    "light gray": "light grey", "dark gray": "dark grey", "jet black": "black", "rose gold": "copper", "fuchsia": "magenta",
}  # fmt: skip
_TOLD: Final = (
    "white", "black", "grey", "red", "orange", "yellow", "green", "blue", "purple", "pink", "brown", "beige", "teal",
    "turquoise",
)  # fmt: skip
_DARKER: Final = ("dark", "very dark", "deep", "rich")
_LIGHTER: Final = ("light", "very light", "pale", "pastel", "soft")


def coordinates(colours: Array) -> tuple[Array, Array, Array]:
    """Hue in degrees, saturation and lightness of Lab colours (…, 3)."""
    light, a, b = colours[..., 0], colours[..., 1], colours[..., 2]
    return np.degrees(np.arctan2(b, a)) % 360, np.hypot(a, b) / (light + 16), light


def fits(colours: Array, name: str, lit: float | None = None) -> Array:
    """Whether each Lab colour (…, 3) may be called `name`: bool (…).

    `lit` is the lightness of the thing's lit part: what is darker than that is in shade, and is named as if lit.
    Raises KeyError for words that name no colour.
    """
    region = _region(name)
    hue, saturation, light = coordinates(colours)
    if lit is not None:
        light = np.maximum(light, lit)
    start, end = region.hue
    inside = ((hue - start) % 360 <= end - start) | (end - start >= 360)
    slack = 1.25 * np.clip((22 - colours[..., 0]) / 22, 0, 1)
    inside |= (slack > 0.6) & (saturation < 0.35)
    enough = saturation >= region.saturation[0] * (1 - np.clip(slack, 0, 0.9))
    little = saturation <= region.saturation[1] + 0.25 * slack
    found: Array = inside & enough & little & (light >= region.lightness[0]) & (light <= region.lightness[1])
    return found


def name_of(colour: Array) -> str:
    """The basic colour term for a Lab colour (3,), for messages; "#RRGGBB" never."""
    for name in _TOLD:
        if bool(fits(colour, name)):
            return name
    distances = {name: float(np.linalg.norm(lab(EVERYDAY[name]) - colour)) for name in _TOLD}
    return min(distances, key=lambda name: distances[name])


@cache
def _region(name: str) -> Region:
    plain = " ".join(name.lower().replace("-", " ").split())
    for known in (name.lower(), plain, _SAME.get(plain, "")):
        if known in _BASIC:
            return _BASIC[known]
    for modifier in sorted(MODIFIERS, key=len, reverse=True):
        base = plain.removeprefix(modifier + " ")
        base = _SAME.get(base, base)
        if base != plain and base in _BASIC:
            return _modified(plain, modifier, base)
    colour = parse(name)
    if colour is None or is_exact(name):
        raise KeyError(name)
    return _around(colour)


def _modified(name: str, modifier: str, base: str) -> Region:
    """The base's region, moved to the darker or lighter half that the modifier asks for."""
    region = _BASIC[base]
    usual, wanted = parse(base), parse(name)
    if usual is None or wanted is None or modifier not in (*_DARKER, *_LIGHTER):
        return region
    middle = float(lab(usual)[0] + lab(wanted)[0]) / 2
    low, high = region.lightness
    least, most = region.saturation
    if modifier in _DARKER:
        return Region(region.hue, (0.6 * least, most), (0.0, min(high, middle + 7)))
    start, end = region.hue
    most = min(most, 1.6 * float(coordinates(lab(wanted))[1]) + 0.2)
    return Region((start - 8, end + 8), (0.3 * least, most), (max(low, middle - 7), 100.0))


def _around(colour: RGB) -> Region:
    """What may still be called by a particular name: near its hue, and about as saturated and as light."""
    hue, saturation, light = (float(value) for value in coordinates(lab(colour)))
    reach = 20.0 if saturation > 0.35 else 34.0
    around = (hue - reach, hue + reach) if saturation > 0.06 else _ANY
    return Region(
        around,
        (max(0.0, 0.5 * saturation - 0.02), 1.7 * saturation + 0.12),
        (max(0.0, light - 18), min(100.0, light + 18)),
    )
