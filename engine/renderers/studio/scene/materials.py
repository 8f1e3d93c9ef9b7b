"""Materials as Mitsuba BSDFs. What a surface looks like is a Look; colours are those it shall appear in (see tone.py)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from engine.colour.names import RGB
from engine.renderers.studio.scene.textures import Surface, surface
from engine.renderers.studio.scene.tone import coded, reflectance
from engine.types import Array

Scene = dict[str, Any]

METALS: dict[str, tuple[tuple[float, float, float], float]] = {
    "gold": ((1.0, 0.71, 0.25), 0.11), "silver": ((0.93, 0.93, 0.94), 0.12), "copper": ((0.95, 0.56, 0.39), 0.17),
    "chrome": ((0.9, 0.91, 0.92), 0.03), "metal": ((0.72, 0.73, 0.75), 0.2),
}  # fmt: skip
"""Reflectance at normal incidence (linear) and roughness."""
GLOSS: dict[str, float] = {
    "gloss": 0.06, "plastic": 0.16, "ceramic": 0.07, "leather": 0.34, "marble": 0.12, "lacquer": 0.1, "wood": 0.3,
    "satin": 0.28,
}  # fmt: skip
"""Roughness of materials with a clear layer over their colour; those not listed are matte, and amber is half clear."""
CLEAR = frozenset({"glass", "water", "honey"})


@dataclass(frozen=True)
class Look:
    """`art` is printed on the surface, uint8 sRGB (h, w, 3), read with the mesh's uv in 0..1; `thin` glass is a shell."""

    material: str
    colour: RGB
    art: Array | None = None
    thin: bool = False

    @property
    def diffuse(self) -> bool:
        """Whether the surface shows its own colour, so that exposure can be metered on it."""
        return self.material not in METALS and self.material not in CLEAR


def bsdf(look: Look) -> Scene:
    """The Mitsuba description of a look."""
    if look.material in METALS:
        return _metal(look)
    if look.material in CLEAR:
        return _clear(look)
    if look.material == "amber":
        depths = bsdf(Look("plastic", look.colour))
        return {"type": "blendbsdf", "weight": 0.88, "clear": _clear(look), "depths": depths}
    pattern = surface(look.material, look.colour) if look.art is None else None
    if look.art is not None:
        colour = _printed(look.art)
    elif pattern is not None:
        colour = patterned(look.material, look.colour)
    else:
        colour = _plain(look)
    if look.material in GLOSS:
        inner: Scene = {"type": "roughplastic", "diffuse_reflectance": colour, "alpha": GLOSS[look.material], "int_ior": 1.45}
    else:
        inner = {"type": "diffuse", "reflectance": colour}
    if pattern is not None:
        inner = _bumped(inner, pattern)
    return {"type": "twosided", "bsdf": inner}


def albedo(look: Look) -> Scene:
    """The colour of a look without its gloss, for the denoiser and the exposure meter."""
    if look.material in CLEAR:
        return {"type": "rgb", "value": [0.95, 0.95, 0.95]}
    if look.art is not None:
        return _printed(look.art)
    if look.material in METALS and look.material != "metal":
        return {"type": "rgb", "value": list(METALS[look.material][0])}
    return patterned(look.material, look.colour) if surface(look.material, look.colour) else _plain(look)


def _plain(look: Look) -> Scene:
    return {"type": "rgb", "value": [float(c) for c in reflectance(np.array(look.colour) / 255)]}


def _metal(look: Look) -> Scene:
    tint, rough = METALS[look.material]
    if look.art is not None:
        colour = _printed(look.art)
    elif look.material == "metal":
        colour = _plain(look)
    else:
        colour = {"type": "rgb", "value": list(tint)}
    return {
        "type": "twosided",
        "bsdf": {"type": "roughconductor", "material": "none", "alpha": rough, "specular_reflectance": colour},
    }


def _clear(look: Look) -> Scene:
    tint = {"type": "rgb", "value": [float(c) for c in np.sqrt(reflectance(np.array(look.colour) / 255) / 0.972)]}
    if look.thin:
        return {"type": "thindielectric", "int_ior": 1.5, "specular_transmittance": tint}
    return {"type": "dielectric", "int_ior": 1.34 if look.material == "water" else 1.48, "specular_transmittance": tint}


def _printed(art: Array) -> Scene:
    """A texture of printed artwork, whose first row is at the top."""
    coding = np.round(coded(reflectance(np.arange(256) / 255)) * 255).astype(np.uint8)
    return {"type": "bitmap", "bitmap": _bitmap(coding[art[::-1]]), "wrap_mode": "clamp"}


def printed(art: Array, uv: Array) -> Array:
    """What printed artwork reflects (n, 3) at places (n, 2), as its texture does: linear between the middles of its pixels."""
    height, width = art.shape[:2]
    x, y = uv[:, 0] * width - 0.5, (1 - uv[:, 1]) * height - 0.5
    left, top = np.floor(x), np.floor(y)
    found = np.zeros((len(uv), 3))
    for right, down in ((0, 0), (1, 0), (0, 1), (1, 1)):
        share = np.abs(1 - right - (x - left)) * np.abs(1 - down - (y - top))
        rows, columns = (np.clip(at, 0, most - 1).astype(int) for at, most in ((top + down, height), (left + right, width)))
        found += share[:, None] * reflectance(art[rows, columns] / 255)
    return found


@lru_cache(maxsize=8)
def patterned(material: str, colour: RGB) -> Scene:
    """The texture of a material's procedural surface."""
    pattern = surface(material, colour)
    if pattern is None:
        raise ValueError(f"{material} has no surface of its own")
    return {
        "type": "bitmap",
        "bitmap": _bitmap(np.round(coded(reflectance(pattern.colour)) * 255).astype(np.uint8)),
        **_tiled(pattern),
    }


def _bitmap(pixels: Array) -> Any:
    import mitsuba as mi

    return mi.Bitmap(np.ascontiguousarray(pixels))


def _bumped(inner: Scene, pattern: Surface) -> Scene:
    if pattern.relief is None:
        return inner
    relief = {"type": "bitmap", "bitmap": _bitmap(pattern.relief[..., None]), "raw": True, **_tiled(pattern)}
    return {"type": "bumpmap", "texture": relief, "scale": 1.0, "bsdf": inner}


def _tiled(pattern: Surface) -> Scene:
    import mitsuba as mi

    width, height = pattern.period
    return {"wrap_mode": "repeat", "to_uv": mi.ScalarTransform4f().scale([1 / width, 1 / height, 1])}
