"""What the studio would draw of a plan, beside which its picture is looked at: a draft of the whole, quick, half as large and
drawn apart from it; and a place that looks wrong, exactly as it was drawn."""

from __future__ import annotations

from typing import Final, Protocol

import numpy as np

from engine.api import RunContext
from engine.composite import window
from engine.critics.looking import mask_of, scaled
from engine.critics.unplanned import HALF
from engine.types import Array, Box, Plan, Render

SEEN: Final = 5.0
"""Levels on average over nine by nine pixels: what changes less is no flaw to anybody."""


class Drawer(Protocol):
    """Draws staged plans without a brand kit."""

    def draft(self, plan: Plan, base: Render, size: tuple[int, int], context: RunContext) -> Render:
        """The plan as the render was drawn, so large (width, height)."""
        ...

    def again(self, plan: Plan, base: Render, box: Box, context: RunContext) -> Render:
        """The render with the box drawn as it was."""
        ...


def halved(shape: tuple[int, ...]) -> tuple[int, int]:
    """How large the draft of a picture of this shape is: width, height."""
    return -(-shape[1] // HALF), -(-shape[0] // HALF)


def drafted(plan: Plan, render: Render, picture: Array, drawn: Render) -> Array | None:
    """The draft that was `drawn` of the render, which `picture` shows at any size: uint8, `halved`.

    A brand kit's logo and type are not known to it. There it shows the picture itself; None where no mask says where that is.
    """
    draft = drawn.pixels.array.copy()
    for element in branded(plan, render, drawn):
        mask = mask_of(render, element, draft.shape)
        if mask is None:
            return None
        draft[mask > 0] = scaled(picture, draft)[mask > 0]
    return draft


def branded(plan: Plan, render: Render, drawn: Render) -> list[str]:
    """The elements of the render that a brand kit made other than they were `drawn` without it: its logo, and its type."""
    faces = {one.id: f"face:{one.id}" for one in plan.elements}
    return [
        one.id
        for one in plan.elements
        if one.kind == "logo" or drawn.parameters.get(faces[one.id]) != render.parameters.get(faces[one.id])
    ]


def differs(picture: Array, other: Array, box: Box) -> bool:
    """Whether anybody can tell one picture from the other, of the same size, in the box."""
    import cv2

    where = window(box, picture.shape[1], picture.shape[0])
    apart = np.abs(picture[where].astype(np.float32) - other[where]).max(axis=2)
    return bool(cv2.blur(apart, (9, 9)).max() >= SEEN)
