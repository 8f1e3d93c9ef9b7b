"""Colours where the prompt gives none: readable, chosen by the seed, and the brand's own where a kit has colours."""

from collections.abc import Sequence
from typing import Final

from engine.colour.measure import contrast
from engine.colour.names import RGB, colours_of, hex_of, parse
from engine.types import Brand

PALETTES: Final = (
    ("#F4EFE6", "#1F2A37"),
    ("#FBF7EF", "#2B2118"),
    ("#10233F", "#F7EFE0"),
    ("#EDE6DB", "#20302A"),
    ("#F7D9C4", "#3A1F2B"),
    ("#1E1E24", "#F3EFE7"),
    ("#E3ECEC", "#12343B"),
    ("#F2E4C9", "#3D2C5A"),
)
"""(ground, ink)"""
_DARK, _PALE = "#1B1B1F", "#FAF7F0"
READABLE = 4.5
LARGE_READABLE = 3.0


def kit(brand: Brand | None) -> tuple[str, ...]:
    """The colours of a brand kit as #rrggbb, each once, in the kit's order."""
    return tuple(hex_of(rgb) for rgb in colours_of(brand))


def ground(seed: int, ink: str | None, kit: Sequence[str] = ()) -> str:
    """A ground for the design; one that `ink` is readable on. Of the brand's `kit`, one that goes with an ink of it."""
    if kit:
        inks = [ink] if ink else kit
        fit = sorted(kit, key=lambda one: -max(contrast(_rgb(one), _rgb(other)) for other in inks))
        clear = [one for one in fit if any(contrast(_rgb(one), _rgb(other)) >= READABLE for other in inks)]
        return clear[seed % len(clear)] if clear else fit[0]
    start = seed % len(PALETTES)
    order = [palette[0] for palette in PALETTES[start:] + PALETTES[:start]]
    rgb = parse(ink) if ink else None
    if rgb is None:
        return order[0]
    return next(
        (colour for colour in order if contrast(_rgb(colour), rgb) >= READABLE),
        max((_DARK, _PALE), key=lambda c: contrast(_rgb(c), rgb)),
    )


def ink(seed: int, background: str, kit: Sequence[str] = ()) -> str:
    """An ink that is readable on the background: the brand's or the palette's own, else near-black or near-white."""
    under = _rgb(background)
    clear = [one for one in kit if contrast(_rgb(one), under) >= READABLE]
    if clear:
        return max(clear, key=lambda one: contrast(_rgb(one), under))
    palette = PALETTES[seed % len(PALETTES)]
    if palette[0] == background:
        return palette[1]
    return max((_DARK, _PALE), key=lambda colour: contrast(_rgb(colour), under))


def readable(one: str, other: str) -> bool:
    """Whether large letters of one colour can be read on the other."""
    return contrast(_rgb(one), _rgb(other)) >= LARGE_READABLE


def plain(colour: str) -> bool:
    """Whether it is black, white or a grey, and so goes with any other ink."""
    rgb = _rgb(colour)
    return max(rgb) - min(rgb) < 30


def _rgb(colour: str) -> RGB:
    return parse(colour) or (128, 128, 128)
