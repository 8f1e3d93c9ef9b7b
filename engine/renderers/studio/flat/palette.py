"""The colours of a design: what the plan asks for exactly, the rest chosen to go with it and to be readable."""

from __future__ import annotations

import colorsys
import random
from dataclasses import dataclass

from engine.colour.measure import contrast
from engine.colour.names import RGB, colours_of, is_exact, parse
from engine.types import Brand, Plan

_PAIRS = (  # ground, ink, accent
    ("#F4EFE6", "#1E1B18", "#C4472B"), ("#10203F", "#F5EFE2", "#F2A541"), ("#E8E3D8", "#22303C", "#B5482F"),
    ("#F7F5F0", "#131313", "#1F4FD8"), ("#1B1B1D", "#F3F0E8", "#E9C46A"), ("#DCE5DF", "#17302B", "#E0663F"),
    ("#F2C14E", "#1D1A16", "#B23A2B"), ("#7A1F2B", "#F8EBDD", "#E6B65A"), ("#F3D9CF", "#4A1F24", "#B8432F"),
    ("#183A33", "#F2EBDA", "#D9A441"),
)  # fmt: skip
_LARGE, _SMALL = 3.0, 4.5
_CLASH = 8.0  # contrast between two inks that look like a mistake side by side
_SEEN = 1.3
_LARGE_PX = 22  # height from which a text counts as large


@dataclass(frozen=True)
class Palette:
    """`ground` fills the canvas; `inks` are the texts' colours by element id; `accent` and `tone` colour ornament.

    `tint` stands beside full accents, `tone` where ornament fills much of the page.
    """

    ground: RGB
    inks: dict[str, RGB]
    accent: RGB
    tone: RGB
    tint: RGB


def palette(plan: Plan, seed: int, brand: Brand | None = None) -> Palette:
    """Colours asked for by value are kept to the byte; a text without one gets the headline's where that is readable.

    With a brand that has colours nothing is mixed: ornament wears one that no text has, where there is one to be seen.
    """
    chance = random.Random(f"palette {seed}")
    texts = plan.texts()
    grounds = [rgb for element in plan.elements if element.kind == "background" for rgb in _colours(element.colors)]
    asked = {text.id: colours[0] for text in texts if (colours := _colours(text.colors))}
    pairs = [[parse(colour) or (0, 0, 0) for colour in pair] for pair in _PAIRS]
    chance.shuffle(pairs)
    if grounds:
        ground = grounds[0]
        ink = readable(ground)
        accent = grounds[1] if len(grounds) > 1 else None
    else:
        known = list(asked.values())
        ground, ink, accent = max(pairs, key=lambda pair: min((contrast(pair[0], ink) for ink in known), default=1.0))
        if not all(contrast(ground, one) >= _SMALL for one in known):
            ground = readable(known[0]) if known else ground
        ink = ink if contrast(ground, ink) >= _SMALL else readable(ground)
    lead = next((asked[text.id] for text in texts if text.id in asked), ink)
    echo = chance.random() < 0.5 or contrast(lead, ink) > _CLASH
    inks = {}
    for text in texts:
        large = text.label == "headline" or (text.box[3] - text.box[1]) * plan.canvas.height >= _LARGE_PX
        echoes = echo and contrast(ground, lead) >= (_LARGE if large else _SMALL)
        inks[text.id] = asked.get(text.id) or (lead if echoes else ink)
    ground, inks = _apart(plan, ground, inks)
    if accent is None or contrast(ground, accent) < _SEEN:
        accent = inks.get(texts[0].id, lead) if texts else lead
    if kit := colours_of(brand):
        spare = [rgb for rgb in kit if rgb not in inks.values() and contrast(ground, rgb) >= _SEEN]
        accent = spare[0] if spare else accent
        return Palette(ground, inks, accent, accent, accent)
    return Palette(ground, inks, accent, mixed(ground, accent, 0.13), mixed(ground, accent, 0.26))


def _apart(plan: Plan, ground: RGB, inks: dict[str, RGB]) -> tuple[RGB, dict[str, RGB]]:
    """Ground and inks drawn apart in lightness, within what their names mean, where they are too near to be read.

    Colours given by value stay as they are.
    """
    named = {element.id for element in plan.elements if element.colors and not is_exact(element.colors[0])}
    grounds = {element.id for element in plan.elements if element.kind == "background" and element.colors}
    asked = {text.id for text in plan.texts() if text.colors}
    for step in range(1, 9):
        near = [name for name in asked & named if contrast(ground, inks[name]) < _LARGE + 0.3]
        if not near:
            break
        lighter = _luminous(inks[near[0]]) > _luminous(ground)
        if grounds and grounds <= named:
            ground = mixed(ground, (0, 0, 0) if lighter else (255, 255, 255), 0.035)
        if step % 2:
            inks = inks | {name: mixed(inks[name], (255, 255, 255) if lighter else (0, 0, 0), 0.035) for name in near}
    return ground, inks


def _luminous(rgb: RGB) -> float:
    return contrast(rgb, (0, 0, 0))


def readable(ground: RGB) -> RGB:
    """A dark or light ink with a breath of the ground's hue, whichever stands out more; pure where that is not enough."""
    hue, _, saturation = colorsys.rgb_to_hls(*(channel / 255 for channel in ground))
    inks = [_hls(hue, lightness, min(saturation, 0.35)) for lightness in (0.09, 0.95)]
    best = max(inks, key=lambda ink: contrast(ground, ink))
    if contrast(ground, best) >= _SMALL:
        return best
    return max(((0, 0, 0), (255, 255, 255)), key=lambda ink: contrast(ground, ink))


def mixed(one: RGB, other: RGB, share: float) -> RGB:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def _colours(names: tuple[str, ...]) -> list[RGB]:
    return [rgb for name in names if (rgb := parse(name))]


def _hls(hue: float, lightness: float, saturation: float) -> RGB:
    red, green, blue = (round(channel * 255) for channel in colorsys.hls_to_rgb(hue, lightness, saturation))
    return red, green, blue
