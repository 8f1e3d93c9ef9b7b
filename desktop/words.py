"""The engine's own words that a translation needs: colours, shapes, places and kinds. A person's words stay as they are."""

from __future__ import annotations

import re
from typing import Final, cast

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

look_up = QCoreApplication.translate

COLOURS: Final = cast("tuple[str, ...]", (
    QT_TRANSLATE_NOOP("colour", "amber"), QT_TRANSLATE_NOOP("colour", "apricot"), QT_TRANSLATE_NOOP("colour", "aqua"),
    QT_TRANSLATE_NOOP("colour", "aubergine"), QT_TRANSLATE_NOOP("colour", "azure"), QT_TRANSLATE_NOOP("colour", "beige"),
    QT_TRANSLATE_NOOP("colour", "black"), QT_TRANSLATE_NOOP("colour", "blue"), QT_TRANSLATE_NOOP("colour", "blush"),
    QT_TRANSLATE_NOOP("colour", "brass"), QT_TRANSLATE_NOOP("colour", "brick"), QT_TRANSLATE_NOOP("colour", "bronze"),
    QT_TRANSLATE_NOOP("colour", "brown"), QT_TRANSLATE_NOOP("colour", "burgundy"), QT_TRANSLATE_NOOP("colour", "burnt orange"),
    QT_TRANSLATE_NOOP("colour", "champagne"), QT_TRANSLATE_NOOP("colour", "charcoal"), QT_TRANSLATE_NOOP("colour", "cherry"),
    QT_TRANSLATE_NOOP("colour", "chocolate"), QT_TRANSLATE_NOOP("colour", "cobalt"), QT_TRANSLATE_NOOP("colour", "copper"),
    QT_TRANSLATE_NOOP("colour", "coral"), QT_TRANSLATE_NOOP("colour", "cream"), QT_TRANSLATE_NOOP("colour", "crimson"),
    QT_TRANSLATE_NOOP("colour", "cyan"), QT_TRANSLATE_NOOP("colour", "ecru"), QT_TRANSLATE_NOOP("colour", "eggshell"),
    QT_TRANSLATE_NOOP("colour", "emerald"), QT_TRANSLATE_NOOP("colour", "forest green"),
    QT_TRANSLATE_NOOP("colour", "fuchsia"), QT_TRANSLATE_NOOP("colour", "ginger"), QT_TRANSLATE_NOOP("colour", "gold"),
    QT_TRANSLATE_NOOP("colour", "golden"), QT_TRANSLATE_NOOP("colour", "graphite"), QT_TRANSLATE_NOOP("colour", "gray"),
    QT_TRANSLATE_NOOP("colour", "green"), QT_TRANSLATE_NOOP("colour", "grey"), QT_TRANSLATE_NOOP("colour", "indigo"),
    QT_TRANSLATE_NOOP("colour", "ivory"), QT_TRANSLATE_NOOP("colour", "jet black"), QT_TRANSLATE_NOOP("colour", "khaki"),
    QT_TRANSLATE_NOOP("colour", "lavender"), QT_TRANSLATE_NOOP("colour", "lemon"), QT_TRANSLATE_NOOP("colour", "lilac"),
    QT_TRANSLATE_NOOP("colour", "lime"), QT_TRANSLATE_NOOP("colour", "magenta"), QT_TRANSLATE_NOOP("colour", "maroon"),
    QT_TRANSLATE_NOOP("colour", "mauve"), QT_TRANSLATE_NOOP("colour", "midnight blue"), QT_TRANSLATE_NOOP("colour", "mint"),
    QT_TRANSLATE_NOOP("colour", "mustard"), QT_TRANSLATE_NOOP("colour", "navy"), QT_TRANSLATE_NOOP("colour", "navy blue"),
    QT_TRANSLATE_NOOP("colour", "ochre"), QT_TRANSLATE_NOOP("colour", "off white"), QT_TRANSLATE_NOOP("colour", "off-white"),
    QT_TRANSLATE_NOOP("colour", "olive"), QT_TRANSLATE_NOOP("colour", "orange"), QT_TRANSLATE_NOOP("colour", "peach"),
    QT_TRANSLATE_NOOP("colour", "petrol"), QT_TRANSLATE_NOOP("colour", "pine green"), QT_TRANSLATE_NOOP("colour", "pink"),
    QT_TRANSLATE_NOOP("colour", "plum"), QT_TRANSLATE_NOOP("colour", "purple"), QT_TRANSLATE_NOOP("colour", "red"),
    QT_TRANSLATE_NOOP("colour", "rose"), QT_TRANSLATE_NOOP("colour", "rose gold"), QT_TRANSLATE_NOOP("colour", "ruby"),
    QT_TRANSLATE_NOOP("colour", "rust"), QT_TRANSLATE_NOOP("colour", "sage"), QT_TRANSLATE_NOOP("colour", "salmon"),
    QT_TRANSLATE_NOOP("colour", "sand"), QT_TRANSLATE_NOOP("colour", "sapphire"), QT_TRANSLATE_NOOP("colour", "scarlet"),
    QT_TRANSLATE_NOOP("colour", "sepia"), QT_TRANSLATE_NOOP("colour", "silver"), QT_TRANSLATE_NOOP("colour", "sky"),
    QT_TRANSLATE_NOOP("colour", "slate"), QT_TRANSLATE_NOOP("colour", "tan"), QT_TRANSLATE_NOOP("colour", "taupe"),
    QT_TRANSLATE_NOOP("colour", "teal"), QT_TRANSLATE_NOOP("colour", "terracotta"), QT_TRANSLATE_NOOP("colour", "turquoise"),
    QT_TRANSLATE_NOOP("colour", "ultramarine"), QT_TRANSLATE_NOOP("colour", "vermilion"),
    QT_TRANSLATE_NOOP("colour", "violet"), QT_TRANSLATE_NOOP("colour", "white"), QT_TRANSLATE_NOOP("colour", "wine"),
    QT_TRANSLATE_NOOP("colour", "yellow"),
))  # fmt: skip
SHADES: Final = cast("tuple[str, ...]", (
    QT_TRANSLATE_NOOP("colour", "light {0}"), QT_TRANSLATE_NOOP("colour", "pale {0}"),
    QT_TRANSLATE_NOOP("colour", "pastel {0}"), QT_TRANSLATE_NOOP("colour", "soft {0}"),
    QT_TRANSLATE_NOOP("colour", "bright {0}"), QT_TRANSLATE_NOOP("colour", "vivid {0}"),
    QT_TRANSLATE_NOOP("colour", "deep {0}"), QT_TRANSLATE_NOOP("colour", "dark {0}"),
    QT_TRANSLATE_NOOP("colour", "very dark {0}"), QT_TRANSLATE_NOOP("colour", "very light {0}"),
    QT_TRANSLATE_NOOP("colour", "rich {0}"), QT_TRANSLATE_NOOP("colour", "dusty {0}"),
    QT_TRANSLATE_NOOP("colour", "muted {0}"), QT_TRANSLATE_NOOP("colour", "warm {0}"), QT_TRANSLATE_NOOP("colour", "cool {0}"),
))  # fmt: skip
SHAPES: Final = cast("tuple[str, ...]", (
    QT_TRANSLATE_NOOP("shape", "backdrop"), QT_TRANSLATE_NOOP("shape", "bag"), QT_TRANSLATE_NOOP("shape", "billboard"),
    QT_TRANSLATE_NOOP("shape", "book"), QT_TRANSLATE_NOOP("shape", "bottle"), QT_TRANSLATE_NOOP("shape", "box"),
    QT_TRANSLATE_NOOP("shape", "can"), QT_TRANSLATE_NOOP("shape", "card"), QT_TRANSLATE_NOOP("shape", "carton"),
    QT_TRANSLATE_NOOP("shape", "cone"), QT_TRANSLATE_NOOP("shape", "cube"), QT_TRANSLATE_NOOP("shape", "cup"),
    QT_TRANSLATE_NOOP("shape", "cylinder"), QT_TRANSLATE_NOOP("shape", "floor"), QT_TRANSLATE_NOOP("shape", "frame"),
    QT_TRANSLATE_NOOP("shape", "jar"), QT_TRANSLATE_NOOP("shape", "label"), QT_TRANSLATE_NOOP("shape", "laptop"),
    QT_TRANSLATE_NOOP("shape", "lettering"), QT_TRANSLATE_NOOP("shape", "mug"), QT_TRANSLATE_NOOP("shape", "phone"),
    QT_TRANSLATE_NOOP("shape", "podium"), QT_TRANSLATE_NOOP("shape", "pouch"), QT_TRANSLATE_NOOP("shape", "pyramid"),
    QT_TRANSLATE_NOOP("shape", "shelf"), QT_TRANSLATE_NOOP("shape", "sign"), QT_TRANSLATE_NOOP("shape", "sphere"),
    QT_TRANSLATE_NOOP("shape", "table"), QT_TRANSLATE_NOOP("shape", "torus"), QT_TRANSLATE_NOOP("shape", "tube"),
    QT_TRANSLATE_NOOP("shape", "wall"),
))  # fmt: skip
PARTS: Final = cast("tuple[str, ...]", (
    QT_TRANSLATE_NOOP("part", "left of"), QT_TRANSLATE_NOOP("part", "right of"), QT_TRANSLATE_NOOP("part", "above"),
    QT_TRANSLATE_NOOP("part", "below"), QT_TRANSLATE_NOOP("part", "on"), QT_TRANSLATE_NOOP("part", "in front of"),
    QT_TRANSLATE_NOOP("part", "behind"), QT_TRANSLATE_NOOP("part", "inside"), QT_TRANSLATE_NOOP("part", "next to"),
    QT_TRANSLATE_NOOP("part", "left"), QT_TRANSLATE_NOOP("part", "right"), QT_TRANSLATE_NOOP("part", "top"),
    QT_TRANSLATE_NOOP("part", "bottom"), QT_TRANSLATE_NOOP("part", "aspect"), QT_TRANSLATE_NOOP("part", "size"),
    QT_TRANSLATE_NOOP("part", "light"), QT_TRANSLATE_NOOP("part", "plan"), QT_TRANSLATE_NOOP("part", "brief"),
    QT_TRANSLATE_NOOP("part", "trace"), QT_TRANSLATE_NOOP("part", "brand"), QT_TRANSLATE_NOOP("part", "step"),
    QT_TRANSLATE_NOOP("part", "settings"), QT_TRANSLATE_NOOP("part", "the plan"), QT_TRANSLATE_NOOP("part", "round"),
))  # fmt: skip
FRAGMENTS: Final = cast("tuple[str, ...]", (
    QT_TRANSLATE_NOOP("fragment", "The plan in the brief"), QT_TRANSLATE_NOOP("fragment", "The brief in this document"),
    QT_TRANSLATE_NOOP("fragment", "The trace in this document"), QT_TRANSLATE_NOOP("fragment", "A round in this document"),
    QT_TRANSLATE_NOOP("fragment", "The history"), QT_TRANSLATE_NOOP("fragment", "The trace in {0}"),
    QT_TRANSLATE_NOOP("fragment", "no longer speaks the language of this program"),
    QT_TRANSLATE_NOOP("fragment", "was ended by the system, most likely for want of memory"),
    QT_TRANSLATE_NOOP("fragment", "crashed ({0})"), QT_TRANSLATE_NOOP("fragment", "answered with what is no answer ({0})"),
    QT_TRANSLATE_NOOP("fragment", "did not stop"), QT_TRANSLATE_NOOP("fragment", "has not answered for {0} seconds"),
    QT_TRANSLATE_NOOP("fragment", "has stood still at “{0}” for {1} seconds"), QT_TRANSLATE_NOOP("fragment", "from words"),
    QT_TRANSLATE_NOOP("fragment", "from a picture"), QT_TRANSLATE_NOOP("fragment", "inside a mask"),
    QT_TRANSLATE_NOOP("fragment", "after a ControlNet"), QT_TRANSLATE_NOOP("fragment", "from a picture after a ControlNet"),
    QT_TRANSLATE_NOOP("fragment", "inside a mask after a ControlNet"), QT_TRANSLATE_NOOP("fragment", "from references"),
))  # fmt: skip
"""Parts of sentences that are put together: where something was found, how a process ended, how a model can work."""


def colour(name: str) -> str:
    """A colour in the user's language: "dark brown", "very pale green"; values and names that only some know stay."""
    plain = name.strip().lower()
    if plain in COLOURS:
        return look_up("colour", plain)
    for shade in sorted(SHADES, key=len, reverse=True):
        start = shade.removesuffix("{0}")
        if plain.startswith(start):
            base = colour(plain.removeprefix(start))
            return look_up("colour", shade).format(base) if base != plain.removeprefix(start) else name
    return name


def shape(name: str) -> str:
    return look_up("shape", name)


def part(name: str) -> str:
    """A relation, a side, a setting of the canvas or a kind of file, as it stands in a sentence."""
    return look_up("part", name)


def fragment(text: str) -> str:
    """The end or the beginning of a sentence, where it is one of those that are known."""
    for known in FRAGMENTS:
        places = re.escape(known).replace(r"\{0\}", "(.*)").replace(r"\{1\}", "(.*)")
        if found := re.fullmatch(places, text, re.DOTALL):
            return look_up("fragment", known).format(*found.groups())
    return text
