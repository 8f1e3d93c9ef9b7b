"""What is printed on a sheet: ground, ornament and type, as a package designer would lay them out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine import logo
from engine.colour import names
from engine.colour.names import RGB
from engine.renderers.studio.scene.materials import Look
from engine.renderers.studio.scene.palette import WHITE, ink_on, nudged, toned
from engine.renderers.studio.scene.textures import surface
from engine.staging import Line, Sheet
from engine.staging.prints import Rect
from engine.types import Array, Brand, Plan
from engine.typography.fonts import Face, Style, face

FACES: dict[str, tuple[tuple[Style, int], ...]] = {
    "box": (("grotesk", 800), ("condensed", 700), ("geometric", 700)),
    "label": (("soft", 700), ("display", 400), ("grotesk", 800)),
    "can": (("wide", 900), ("grotesk", 900), ("condensed", 800)), "mug": (("soft", 600), ("geometric", 700), ("sans", 700)),
    "book": (("display", 400), ("serif", 600), ("soft", 600)), "sign": (("display", 400), ("condensed", 700)),
    "phone": (("sans", 700),), "laptop": (("sans", 700),), "card": (("sans", 600), ("serif", 600)),
}  # fmt: skip
"""Type styles and weights a kind of object is printed in; the seed chooses."""


SCREEN, BUTTON = (250, 246, 240), (196, 62, 40)
"""A lit screen's ground, and the colour of the button on it."""


@dataclass(frozen=True)
class Artwork:
    """`picture` uint8 sRGB (h, w, 3), first row at the top; `areas` of the set text by element: (s0, t0, s1, t1), t upwards.

    `faces`: what each text is set in.
    """

    picture: Array
    areas: dict[str, Rect]
    faces: dict[str, Face]


def artwork(
    sheet: Sheet, shape: str, label: str, plan: Plan, brand: Brand | None, body: Look, pixels: tuple[int, int], seed: int
) -> Artwork:
    """The sheet of an object of this shape, `pixels` (width, height) large; the brand gives its font and its logo, whose place
    stays empty without one.

    Raises BadInput for a font or a logo that cannot be read.
    """
    style = "label" if sheet.pasted else shape
    screen = style in {"phone", "laptop"}
    if screen:
        body = Look("gloss", SCREEN)
    picture = _ground(sheet, body, pixels)
    if screen:
        _screen(picture, sheet)
    elif style in _ORNAMENTS:
        _ORNAMENTS[style](picture, sheet, body.colour, _accent(sheet, plan, body, seed), seed)
    areas, faces = {}, {}
    for line in sheet.lines:
        if plan.element(line.element).kind == "logo":
            if brand and brand.logo:
                areas[line.element] = _logo(picture, line, brand, body.colour)
            continue
        faces[line.element] = _face(line, plan, style, seed, brand.font if brand else "")
        areas[line.element] = _set(picture, line, plan, style, faces[line.element], body.colour, seed)
    if shape == "thing":
        _caption(picture, label, body.colour)
    return Artwork(np.round(picture * 255).astype(np.uint8), areas, faces)


def _ground(sheet: Sheet, body: Look, pixels: tuple[int, int]) -> Array:
    width, height = pixels
    pattern = surface(body.material, body.colour) if not sheet.pasted else None
    if pattern is None:
        return np.broadcast_to(np.array(body.colour, np.float32) / 255, (height, width, 3)).copy()
    across, up = sheet.patch.measures
    rows, columns = pattern.colour.shape[:2]
    y = (np.arange(height)[::-1] / height * up / pattern.period[1] * rows).astype(int) % rows
    x = (np.arange(width) / width * across / pattern.period[0] * columns).astype(int) % columns
    return pattern.colour[np.ix_(y, x)].copy()


def _accent(sheet: Sheet, plan: Plan, body: Look, seed: int) -> RGB:
    texts = [line for line in sheet.lines if line.text]
    return _ink(texts[0], plan, body.colour, seed) if texts else ink_on(body.colour, seed)


def _ink(line: Line, plan: Plan, ground: RGB, seed: int) -> RGB:
    colors = plan.element(line.element).colors
    asked = names.parse(colors[0]) if colors else None
    return asked if asked is not None else ink_on(ground, seed)


def _logo(picture: Array, line: Line, brand: Brand | None, ground: RGB) -> Rect:
    """Lays the logo into the middle of its area, on a plate where it would not be seen; returns the area that it takes."""
    height, width = picture.shape[:2]
    s0, t0, s1, t1 = line.rect
    drawn = logo.of(brand).fitted(max(1, round((s1 - s0) * width)), max(1, round((t1 - t0) * height)))
    high, wide = drawn.cover.shape
    left = min(max(0, round((s0 + s1) / 2 * width - wide / 2)), width - wide)
    top = min(max(0, round((1 - (t0 + t1) / 2) * height - high / 2)), height - high)
    if not drawn.stands_out(ground):
        pad = round(0.12 * min(high, wide))
        _pill(picture, left - pad, top - pad, left + wide + pad, top + high + pad, logo.plate(drawn, brand), pad)
    area = picture[top : top + high, left : left + wide]
    area[:] = drawn.over(area * 255) / 255
    return left / width, 1 - (top + high) / height, (left + wide) / width, 1 - top / height


def _face(line: Line, plan: Plan, style: str, seed: int, font: str) -> Face:
    element = plan.element(line.element)
    choices = FACES.get(style, FACES["box"])
    kind, weight = choices[seed % len(choices)]
    if element.label in {"subtitle", "body", "small print"} and style not in {"phone", "laptop"}:
        kind, weight = ("sans" if kind in {"wide", "condensed", "grotesk", "geometric"} else "serif"), 600
    return face(element.text, style=kind, weight=weight, font=font)


def _set(picture: Array, line: Line, plan: Plan, style: str, font: Face, ground: RGB, seed: int) -> Rect:
    """Sets one text into its area and returns the area its lines take."""
    from engine.typography.setting import fit

    height, width = picture.shape[:2]
    element = plan.element(line.element)
    s0, t0, s1, t1 = line.rect
    x0, x1, y0, y1 = round(s0 * width), round(s1 * width), round((1 - t1) * height), round((1 - t0) * height)
    x1, y1 = max(x1, x0 + 4), max(y1, y0 + 4)
    ink = _ink(line, plan, ground, seed)
    if line.button:
        deep = y1 - y0
        _pill(picture, x0 - deep, y0 - round(0.62 * deep), x1 + deep, y1 + round(0.62 * deep), BUTTON)
        ink = ink if element.colors else WHITE
    tracking = 0.03 if element.text.isupper() and font.family != "Archivo Condensed" else 0.0
    screen = style in {"phone", "laptop"} and not line.button
    block = fit(
        line.text,
        font,
        x1 - x0,
        y1 - y0,
        max_lines=line.text.count("\n") + 1,
        align="left" if screen else "center",
        valign="top" if screen else "middle",
        tracking=tracking,
        leading=1.12,
    )
    area = picture[y0:y1, x0:x1]
    cover = (block.mask.astype(np.float32) / 255)[: area.shape[0], : area.shape[1], None]
    area[:] = area * (1 - cover) + np.array(ink, np.float32) / 255 * cover
    left, top, right, bottom = block.ink
    return (x0 + left) / width, 1 - (y0 + bottom) / height, (x0 + right) / width, 1 - (y0 + top) / height


def _pill(picture: Array, x0: int, y0: int, x1: int, y1: int, colour: RGB, radius: float | None = None) -> None:
    height, width = picture.shape[:2]
    r = min((y1 - y0) / 2, (x1 - x0) / 2) if radius is None else radius
    top, bottom, left, right = max(y0, 0), min(y1, height), max(x0, 0), min(x1, width)
    if top >= bottom or left >= right:
        return
    y, x = np.ogrid[top:bottom, left:right]
    dx = np.maximum(np.maximum(x0 + r - x - 0.5, x + 0.5 - (x1 - r)), 0)
    dy = np.maximum(np.maximum(y0 + r - y - 0.5, y + 0.5 - (y1 - r)), 0)
    cover = np.clip(r + 0.5 - np.hypot(dx, dy), 0, 1)[..., None]
    area = picture[top:bottom, left:right]
    area[:] = area * (1 - cover) + np.array(colour, np.float32) / 255 * cover


def _outline(picture: Array, inset: float, thick: float, colour: RGB, strength: float = 1.0) -> None:
    """A rectangular line at `inset`, `thick` wide, both in shares of the shorter side."""
    height, width = picture.shape[:2]
    side = min(height, width)
    a, t = round(inset * side), max(1, round(thick * side))
    y, x = np.ogrid[:height, :width]
    depth = np.minimum(np.minimum(x, width - 1 - x), np.minimum(y, height - 1 - y))
    on = (depth >= a) & (depth < a + t)
    picture[on] = picture[on] * (1 - strength) + np.array(colour, np.float32) / 255 * strength


def _bands(picture: Array, heights: tuple[tuple[float, float], ...], colour: RGB) -> None:
    height = picture.shape[0]
    for top, bottom in heights:
        picture[round(top * height) : max(round(bottom * height), round(top * height) + 1)] = np.array(colour, np.float32) / 255


def _box_art(picture: Array, sheet: Sheet, ground: RGB, accent: RGB, seed: int) -> None:
    height, width = picture.shape[:2]
    if seed % 2 == 0 and height > 1.25 * width:
        y, x = np.mgrid[:height, :width].astype(np.float32)
        disc = np.clip(0.62 * width - np.hypot(x - 0.5 * width, y - 1.06 * height) + 0.5, 0, 1)[..., None]
        picture[:] = picture * (1 - disc) + np.array(nudged(ground, -0.05), np.float32) / 255 * disc
    _outline(picture, 0.035, 0.006, accent)


def _label_art(picture: Array, sheet: Sheet, ground: RGB, accent: RGB, seed: int) -> None:
    if sheet.patch.angle > 200 or seed % 2:
        _bands(picture, ((0.035, 0.05), (0.065, 0.072), (0.928, 0.935), (0.95, 0.965)), accent)
    else:
        _outline(picture, 0.04, 0.014, accent)
        _outline(picture, 0.07, 0.005, accent)


def _can_art(picture: Array, sheet: Sheet, ground: RGB, accent: RGB, seed: int) -> None:
    height, width = picture.shape[:2]
    y, x = np.mgrid[:height, :width].astype(np.float32)
    around = x / width * 2 * np.pi
    wave = height * (0.74 + 0.05 * np.sin(around * 3 + 0.6))
    lower = np.clip(y - wave + 0.5, 0, 1)[..., None]
    picture[:] = picture * (1 - lower) + np.array(nudged(ground, -0.09), np.float32) / 255 * lower
    crest = np.clip(0.008 * height - np.abs(y - wave) + 0.5, 0, 1)[..., None]
    picture[:] = picture * (1 - crest) + np.array(accent, np.float32) / 255 * crest
    _bands(picture, ((0.03, 0.037), (0.963, 0.97)), accent)


def _book_art(picture: Array, sheet: Sheet, ground: RGB, accent: RGB, seed: int) -> None:
    _outline(picture, 0.05, 0.007, accent)
    if seed % 2 == 0:
        _outline(picture, 0.072, 0.0025, accent)
    width = picture.shape[1]
    hinge = round(0.045 * width)
    picture[:, hinge : hinge + max(2, width // 90)] *= 0.86


def _sign_art(picture: Array, sheet: Sheet, ground: RGB, accent: RGB, seed: int) -> None:
    _outline(picture, 0.055, 0.012, accent)


_ORNAMENTS = {"box": _box_art, "label": _label_art, "can": _can_art, "book": _book_art, "sign": _sign_art, "pouch": _label_art}


def _screen(picture: Array, sheet: Sheet) -> None:
    """A quiet interface: a lit ground and blank cards between title and button."""
    height, width = picture.shape[:2]
    top, bottom = np.array(SCREEN) / 255, np.array((240, 228, 218)) / 255
    t = np.linspace(0, 1, height)[:, None, None]
    picture[:] = top * (1 - t) + bottom * t
    upright = height > width
    if not sheet.lines:
        return
    _pill(picture, round(0.36 * width), round(0.018 * height), round(0.64 * width), round(0.036 * height) + 1, (36, 36, 40))
    start = 1 - min(line.rect[1] for line in sheet.lines if not line.button) + 0.035
    button = next((line for line in sheet.lines if line.button), None)
    end = (1 - button.rect[3] - 0.06) if button else 0.94
    left, right = round(0.08 * width), round(0.92 * width)
    rows = 3 if upright else 1
    tall = (end - start - 0.02 * rows) / rows
    if tall < 0.03:
        return
    for k in range(rows):
        y0, y1 = start + k * (tall + 0.02), start + k * (tall + 0.02) + tall
        colour = ((252, 214, 190), (206, 222, 226), (228, 220, 236))[k % 3]
        _pill(picture, left, round(y0 * height), right, round(y1 * height), colour, 0.045 * width)


def _caption(picture: Array, label: str, ground: RGB) -> None:
    """The name of the thing that a stand-in stands for."""
    from engine.typography.setting import fit

    height, width = picture.shape[:2]
    _outline(picture, 0.06, 0.008, toned(ground, 0.45))
    w, h = round(0.7 * width), round(0.4 * height)
    block = fit(label, face(label, weight=600), w, h, max_lines=2, max_size=0.3 * height)
    x, y = (width - w) // 2, (height - h) // 2
    cover = (block.mask.astype(np.float32) / 255)[..., None]
    area = picture[y : y + h, x : x + w]
    area[:] = area * (1 - cover) + np.array(ink_on(ground, 3), np.float32) / 255 * cover
