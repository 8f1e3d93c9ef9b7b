"""What the studio would draw of a plan, beside which its picture is looked at: of a scene a draft of the whole, quick, half as
large and drawn apart from it, and a place that looks wrong, exactly as it was drawn; flat artwork exactly as it was drawn."""

from __future__ import annotations

from typing import Final, Protocol

import numpy as np

from engine.api import RunContext
from engine.composite import window
from engine.critics.unplanned import HALF
from engine.types import Array, Box, Plan, Render

SEEN: Final = 5.0
"""Levels on average over nine by nine pixels: what changes less is no flaw to anybody."""


class Drawer(Protocol):
    """Draws plans as renders of them were drawn. Raises BadInput where a file of the brand kit cannot be read."""

    def draft(self, plan: Plan, base: Render, size: tuple[int, int], context: RunContext) -> Render:
        """The staged plan, so large (width, height)."""
        ...

    def again(self, plan: Plan, base: Render, box: Box, context: RunContext) -> Render:
        """The staged render with the box drawn as it was."""
        ...

    def redrawn(self, plan: Plan, base: Render, context: RunContext) -> Render | None:
        """The flat plan, to the byte; None where it cannot be."""
        ...


def untouched(plan: Plan, render: Render) -> bool:
    """Whether the picture is as the studio drew it: nobody changed its pixels, here or in a file, nor cut off a part."""
    if plan.kind == "flat":
        whole = (render.width, render.height) == (plan.canvas.width, plan.canvas.height)
    else:
        whole = abs(render.width * plan.canvas.height - render.height * plan.canvas.width) <= max(render.pixels.shape)
    return studios(render) and whole and not render.retouched and render.file is None


def studios(render: Render) -> bool:
    """Whether it is the studio's."""
    return render.renderer == "studio" and not render.painted


def halved(shape: tuple[int, ...]) -> tuple[int, int]:
    """How large the draft of a picture of this shape is: width, height."""
    return -(-shape[1] // HALF), -(-shape[0] // HALF)


def lettered_alike(one: Render, other: Render) -> bool:
    """Whether two renders of a plan have the same faces; not where a font is gone."""
    faces = [{name: face for name, face in each.parameters.items() if name.startswith("face:")} for each in (one, other)]
    return faces[0] == faces[1]


def differs(picture: Array, other: Array, box: Box) -> bool:
    """Whether anybody can tell one picture from the other, of the same size, in the box."""
    where = window(box, picture.shape[1], picture.shape[0])
    return bool(changed(picture[where], other[where]).any())


def changed(picture: Array, other: Array) -> Array:
    """Where anybody can tell one picture from the other, of the same size: bool (h, w)."""
    import cv2

    apart = np.abs(picture.astype(np.float32) - other).max(axis=2)
    return np.asarray(cv2.blur(apart, (9, 9)) >= SEEN)
