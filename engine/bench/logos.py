"""Faults of logos: a design and staged things that carry one, which is then mirrored, cut off, squeezed or of other colours."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from typing import cast

import numpy as np

from engine.bench.fault import CLEAN, Fault
from engine.bench.subjects import Subject, broken
from engine.composite import box_of, window
from engine.types import Array, Brand, Brief, Raster

PROMPTS = {
    "logo-poster": 'A poster that says "FRESH BREAD" with the logo',
    "logo-mug": "A white mug with the logo",
    "logo-bag": "A coffee bag with the logo on a wooden table",
    "logo-can": "A red can with the logo at night",
    "logo-box": "A kraft carton with the logo, golden hour light",
}


@lru_cache(maxsize=1)
def marked() -> tuple[Subject, ...]:
    """Pictures with scikit-image's logo."""
    brand = Brand(name="scikit-image", logo=str(files("skimage.data").joinpath("logo.png")))
    return tuple(
        Subject(name, Brief(prompt=prompt, brand=brand, size="512", quality="fast", renderer="studio"))
        for name, prompt in PROMPTS.items()
    )


def logos() -> Iterator[Fault]:
    for subject in marked():
        plan, render = subject.plan, subject.render
        asked = next(one for one in plan.requirements if one.kind == "brand" and one.of_brand == "logo")
        yield Fault("brand", CLEAN, "", subject.name, asked.id, plan, render, wrong=False)
        place = window(box_of(render.masks[asked.element or ""].array), render.width, render.height)
        for name, damage in DAMAGES.items():
            pixels = render.pixels.array.copy()
            pixels[place] = damage(pixels[place])
            yield broken("brand", f"logo {name}", "", subject, asked.id, plan, render.replace(pixels=Raster(pixels)))


def _mirrored(area: Array) -> Array:
    return area[:, ::-1]


def _cut_off(area: Array) -> Array:
    """A third is missing at its right."""
    beyond = np.arange(area.shape[1])[None, :, None] >= round(0.67 * area.shape[1])
    return np.where(beyond, _ground(area), area)


def _recoloured(area: Array) -> Array:
    """Its hue is turned by a third of the circle."""
    return area[..., [2, 0, 1]]


def _squeezed(area: Array) -> Array:
    """It is a fifth narrower."""
    import cv2

    after = np.broadcast_to(_ground(area), area.shape).copy()
    narrow = round(0.8 * area.shape[1])
    left = (area.shape[1] - narrow) // 2
    after[:, left : left + narrow] = cv2.resize(area, (narrow, area.shape[0]), interpolation=cv2.INTER_AREA)
    return after


def _ground(area: Array) -> Array:
    return cast(Array, np.median(np.concatenate([area[0], area[-1]]), axis=0).astype(np.uint8))


DAMAGES: Mapping[str, Callable[[Array], Array]] = {
    "mirrored": _mirrored,
    "cut off": _cut_off,
    "recoloured": _recoloured,
    "squeezed": _squeezed,
}
