"""Which colour and material everything has: what the plan asks for, and where it is silent what suits it."""

from __future__ import annotations

import colorsys
import zlib
from functools import lru_cache

from engine.colour import names
from engine.colour.names import RGB
from engine.renderers.studio.scene.materials import CLEAR, METALS, Look
from engine.staging import Stage
from engine.types import Element, Plan

MATERIAL_COLOURS: dict[str, RGB] = {
    "wood": (178, 130, 84), "cardboard": (198, 158, 112), "marble": (238, 234, 228), "concrete": (172, 169, 164),
    "brick": (158, 78, 60),
    "leather": (120, 74, 46), "paper": (248, 245, 238), "fabric": (206, 196, 180), "ceramic": (246, 243, 238),
    "rubber": (48, 48, 50),
    "glass": (250, 253, 252), "water": (250, 253, 254), "honey": (246, 176, 44), "metal": (206, 208, 212),
    "gold": (222, 178, 70),
    "silver": (200, 203, 208), "copper": (190, 120, 80), "chrome": (205, 208, 212), "juice": (246, 150, 28),
}  # fmt: skip
SHAPE_COLOURS: dict[str, tuple[RGB, ...]] = {
    "phone": ((34, 35, 39),), "laptop": ((196, 199, 204),), "podium": ((244, 240, 232), (238, 228, 216)),
    "book": ((28, 58, 84), (120, 36, 44), (30, 84, 76), (58, 48, 92)), "card": ((250, 248, 242),), "mug": ((246, 243, 238),),
    "sign": ((24, 56, 50), (28, 40, 72), (84, 24, 34)), "frame": ((40, 36, 34),), "jar": ((250, 253, 252),),
    "bottle": ((250, 253, 252),),
    "box": ((246, 240, 228), (40, 92, 98), (200, 98, 70)), "label": ((250, 245, 232),), "carton": ((250, 248, 242),),
    "bag": ((198, 158, 112),),
    "thing": ((222, 220, 216),),
}  # fmt: skip
PALETTE: tuple[RGB, ...] = ((200, 98, 70), (62, 110, 140), (214, 166, 60), (74, 122, 98), (226, 118, 104), (112, 82, 128))
SHAPE_MATERIALS: dict[str, str] = {
    "can": "lacquer", "bottle": "glass", "jar": "glass", "mug": "ceramic", "phone": "gloss", "laptop": "metal",
    "table": "wood", "sphere": "satin",
    "cube": "satin", "cylinder": "satin", "cone": "satin", "pyramid": "satin", "torus": "satin", "lettering": "gloss",
    "tube": "plastic",
    "pouch": "satin", "sign": "satin", "book": "satin", "box": "satin", "carton": "satin", "frame": "satin", "shelf": "wood",
    "label": "matte",
}  # fmt: skip
METAL_NAMES = {
    "gold": "gold",
    "golden": "gold",
    "silver": "silver",
    "copper": "copper",
    "bronze": "copper",
    "brass": "gold",
    "rose gold": "copper",
}
FILLINGS: dict[str, tuple[str, RGB]] = {
    "honey": ("amber", (255, 172, 12)), "syrup": ("amber", (190, 100, 30)), "juice": ("plastic", (253, 158, 20)),
    "smoothie": ("plastic", (232, 110, 120)),
    "orange": ("plastic", (248, 152, 24)), "apple": ("plastic", (214, 176, 70)), "lemonade": ("plastic", (248, 232, 140)),
    "wine": ("plastic", (74, 14, 30)),
    "beer": ("amber", (232, 160, 40)), "milk": ("plastic", (252, 250, 244)), "water": ("water", (250, 253, 254)),
    "oil": ("amber", (222, 200, 70)),
    "jam": ("plastic", (158, 22, 44)), "marmalade": ("amber", (240, 140, 30)), "cola": ("plastic", (46, 20, 12)),
    "ketchup": ("plastic", (190, 24, 20)),
    "pickle": ("amber", (190, 200, 90)), "mustard": ("plastic", (220, 172, 40)), "peanut": ("plastic", (190, 134, 78)),
    "tea": ("amber", (206, 120, 50)),
    "whisky": ("amber", (214, 130, 40)), "cream": ("plastic", (252, 248, 238)), "sauce": ("plastic", (168, 40, 24)),
    "perfume": ("amber", (246, 222, 190)),
    "shampoo": ("plastic", (150, 200, 190)), "candle": ("plastic", (250, 244, 228)), "spice": ("plastic", (196, 96, 34)),
    "vinegar": ("amber", (150, 70, 30)),
}  # fmt: skip
VESSELS = frozenset({"bottle", "jar", "cup"})
VESSEL = {(True, held): "glass" for held in ("honey", "juice", "water")} | {
    (False, "honey"): "amber",
    (False, "juice"): "plastic",
}
"""The material of a thing asked for in something to drink or spread: a vessel of it is glass."""
WHITE, CREAM, BLACK = (255, 255, 255), (255, 248, 232), (30, 28, 28)


def look(element: Element, seed: int, shape: str = "") -> Look:
    """The look of the element's body."""
    shape = shape or element.kind
    material = VESSEL.get((shape in VESSELS, element.material), element.material)
    colour = names.parse(element.colors[0]) if element.colors else None
    metal = METAL_NAMES.get(element.colors[0].lower()) if element.colors else None
    if metal and material in {"", "metal", "gloss"} and not names.is_exact(element.colors[0]):
        material = metal
    if not material:
        material = SHAPE_MATERIALS.get(shape, "matte")
        if material == "glass" and colour is not None:
            material = "plastic"
        if material == "wood" and colour is not None:
            material = "matte"
    if colour is None:
        if material in METALS or (element.material and material in MATERIAL_COLOURS):
            colour = MATERIAL_COLOURS[material]
        else:
            choices = SHAPE_COLOURS.get(shape, (MATERIAL_COLOURS["wood"],) if material == "wood" else PALETTE)
            colour = choices[(zlib.crc32(element.id.encode()) + seed) % len(choices)]
    return Look(material, colour, thin=material == "glass" and shape in {"bottle", "jar", "cup", "mug"})


def filling(element: Element) -> Look | None:
    """What a glass vessel holds, by what the plan says of it; None where it is empty."""
    words = f"{element.label} {element.material} {element.contents}".lower().split()
    for word, (material, colour) in FILLINGS.items():
        if word in words or f"{word}s" in words:
            return Look(material, colour)
    return Look("amber", (250, 214, 140)) if element.kind == "bottle" else None


@lru_cache(maxsize=512)
def ink_on(ground: RGB, seed: int) -> RGB:
    """A colour for letters that reads well on the ground and belongs to it: contrast at least 4.5 where any colour has it."""
    from engine.colour.measure import contrast

    deep, pale = toned(ground, 0.16, 0.9), toned(ground, 0.95, 0.8)
    wishes = ((CREAM, WHITE, pale), (WHITE, pale, CREAM), (deep, BLACK), (BLACK, deep))
    ranked = [colour for k in range(4) for colour in wishes[(k + seed) % 4]]
    fit = [colour for colour in ranked if contrast(colour, ground) >= 7] or [c for c in ranked if contrast(c, ground) >= 4.5]
    return fit[0] if fit else max((WHITE, BLACK), key=lambda c: contrast(c, ground))


def toned(colour: RGB, lightness: float, saturation: float = 1.0) -> RGB:
    """The same hue at a lightness of 0..1 with its saturation scaled."""
    hue, _, strength = colorsys.rgb_to_hls(*(c / 255 for c in colour))
    red, green, blue = colorsys.hls_to_rgb(hue, lightness, min(1.0, strength * saturation))
    return round(red * 255), round(green * 255), round(blue * 255)


def nudged(colour: RGB, step: float) -> RGB:
    """A little lighter (step > 0) or darker: tone on tone."""
    _, light, _ = colorsys.rgb_to_hls(*(c / 255 for c in colour))
    if light + step > 0.97 or light + step < 0.03:
        step = -step
    return toned(colour, light + step)


def backdrop(plan: Plan, stage: Stage, seed: int) -> Look:
    """The sweep behind: asked for, or a quiet tint that sets the first thing off."""
    for kind in ("backdrop", "wall", "background"):
        for element in plan.elements:
            if element.kind == kind and (element.colors or element.material):
                return look(element, seed, "backdrop")
    floor = next((e for e in plan.elements if e.kind == "floor" and e.colors), None)
    if floor is not None:
        return Look("matte", toned(look(floor, seed, "backdrop").colour, 0.9, 0.6))
    hue, light, strength = colorsys.rgb_to_hls(*(c / 255 for c in _character(plan, stage, seed)))
    if strength < 0.12:
        hue = (0.08, 0.58, 0.09, 0.6)[seed % 4]
    elif seed % 3 == 0:
        hue = 0.09 if not 0.02 < hue < 0.2 else 0.56
    elif seed % 3 == 1:
        hue = (hue + 0.5) % 1.0
    tone = 0.72 if light > 0.88 and strength * (1 - light) < 0.1 else 0.81
    red, green, blue = colorsys.hls_to_rgb(hue, tone, 0.17 if tone > 0.8 else 0.1)
    return Look("matte", (round(red * 255), round(green * 255), round(blue * 255)))


def _character(plan: Plan, stage: Stage, seed: int) -> RGB:
    """The colour that a picture is about: the first label's or thing's that has one of its own."""
    labels = [look(e, seed) for e in plan.elements if e.kind == "label"]
    things = [look(plan.element(s.element), seed) for s in stage.solids]
    return next((seen.colour for seen in (*labels, *things) if seen.material not in CLEAR), things[0].colour)
