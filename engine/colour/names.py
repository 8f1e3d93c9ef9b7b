"""Colour words and notations and the sRGB they stand for. Pure Python: planning imports this.

CSS names come from Pillow's table; the everyday names are this file's own reading of them.
"""

import colorsys
import re
from typing import Final

from PIL import ImageColor

from engine.types import Brand

RGB = tuple[int, int, int]

EVERYDAY: Final[dict[str, RGB]] = {
    "amber": (255, 191, 0), "apricot": (251, 206, 177), "aubergine": (71, 36, 59), "blush": (233, 190, 188),
    "brass": (181, 148, 76), "brick": (156, 70, 56), "bronze": (205, 127, 50), "burgundy": (110, 20, 40),
    "burnt orange": (191, 87, 0), "champagne": (240, 222, 190), "charcoal": (54, 58, 63), "cherry": (190, 20, 50),
    "chocolate": (92, 56, 34), "cobalt": (0, 71, 171), "copper": (184, 115, 51), "cream": (255, 246, 221),
    "ecru": (216, 200, 165), "eggshell": (240, 234, 214), "emerald": (16, 135, 82), "forest green": (34, 85, 51),
    "ginger": (192, 103, 40), "gold": (212, 168, 60), "golden": (222, 178, 70), "graphite": (64, 66, 70),
    "jet black": (10, 10, 10), "lemon": (250, 230, 70), "lilac": (200, 162, 200), "mauve": (190, 150, 190),
    "midnight blue": (20, 24, 72), "mint": (170, 230, 200), "mustard": (215, 165, 35), "navy blue": (12, 26, 84),
    "ochre": (200, 130, 40), "off-white": (246, 243, 235), "off white": (246, 243, 235), "peach": (255, 203, 164),
    "petrol": (10, 84, 96), "pine green": (20, 82, 66), "rose": (225, 110, 135), "rose gold": (200, 140, 125),
    "ruby": (155, 17, 50), "rust": (176, 73, 32), "sage": (156, 172, 138), "sand": (222, 203, 164),
    "sapphire": (15, 82, 186), "scarlet": (220, 30, 24), "sepia": (112, 66, 20), "silver": (196, 199, 204),
    "sky": (135, 206, 235), "slate": (90, 104, 120), "taupe": (140, 125, 112), "terracotta": (200, 98, 70),
    "turquoise": (48, 200, 190), "ultramarine": (42, 38, 148), "vermilion": (227, 66, 52), "wine": (114, 28, 52),
    "white": (255, 255, 255), "black": (0, 0, 0), "grey": (128, 128, 128), "gray": (128, 128, 128),
    "red": (208, 32, 38), "orange": (240, 130, 20), "yellow": (248, 208, 24), "green": (36, 140, 66),
    "blue": (32, 84, 190), "purple": (112, 48, 150), "violet": (126, 70, 180), "pink": (242, 150, 182),
    "brown": (122, 76, 44), "beige": (232, 217, 190), "teal": (0, 128, 128), "coral": (255, 111, 97),
}  # fmt: skip
"""Everyday names; where CSS has the same word, this reading (what a designer would pick) wins."""

CSS: Final[dict[str, RGB]] = {
    name: (int(value[1:3], 16), int(value[3:5], 16), int(value[5:7], 16))
    for name, value in ImageColor.colormap.items()
    if isinstance(value, str)
}
NAMES: Final[dict[str, RGB]] = CSS | EVERYDAY
MODIFIERS: Final[dict[str, tuple[float, float]]] = {
    # (lightness towards white +, towards black −), saturation factor
    "light": (0.45, 0.9), "pale": (0.62, 0.75), "pastel": (0.55, 0.7), "soft": (0.35, 0.75), "bright": (0.08, 1.25),
    "vivid": (0.0, 1.35), "deep": (-0.4, 1.1), "dark": (-0.5, 1.0), "very dark": (-0.7, 1.0), "very light": (0.7, 0.8),
    "rich": (-0.15, 1.15), "dusty": (0.15, 0.5), "muted": (0.05, 0.55), "warm": (0.0, 1.0), "cool": (0.0, 1.0),
}  # fmt: skip

_HEX = re.compile(r"#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{3})\b")
_RGB = re.compile(r"rgb\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*\)", re.IGNORECASE)


def is_exact(colour: str) -> bool:
    """Whether the colour is given by value (#hex or rgb()) and so is measured by its difference, not by its name."""
    return bool(_HEX.fullmatch(colour.strip()) or _RGB.fullmatch(colour.strip()))


def colours_of(brand: Brand | None) -> tuple[RGB, ...]:
    """The colours of a brand kit, each once, in the kit's order; none where there is no kit."""
    return tuple(dict.fromkeys(rgb for value in (brand.colors.values() if brand else ()) if (rgb := parse(value))))


def parse(colour: str) -> RGB | None:
    """The sRGB of "#1E5AA8", "rgb(30, 90, 168)", "navy blue", "light grey", "dark olive green"; None if it is no colour."""
    text = " ".join(colour.strip().lower().replace("-", " ").split())
    if _HEX.fullmatch(text):
        digits = text[1:] if len(text) == 7 else "".join(digit * 2 for digit in text[1:])
        return int(digits[0:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)
    if found := _RGB.fullmatch(text):
        red, green, blue = (int(part) for part in found.groups())
        return (red, green, blue) if max(red, green, blue) <= 255 else None
    for name in (colour.strip().lower(), text, text.replace(" ", "")):
        if name in EVERYDAY:
            return EVERYDAY[name]
    for modifier in sorted(MODIFIERS, key=len, reverse=True):
        if text.startswith(modifier + " ") and (base := parse(text[len(modifier) + 1 :])):
            return _modified(base, *MODIFIERS[modifier])
    return CSS.get(text.replace(" ", ""))


def hex_of(rgb: RGB) -> str:
    return "#{:02X}{:02X}{:02X}".format(*rgb)


def _modified(rgb: RGB, towards: float, saturation: float) -> RGB:
    hue, light, sat = colorsys.rgb_to_hls(*(channel / 255 for channel in rgb))
    light = light + (1 - light) * towards if towards > 0 else light * (1 + towards)
    red, green, blue = colorsys.hls_to_rgb(hue, light, min(1.0, sat * saturation))
    return round(red * 255), round(green * 255), round(blue * 255)
