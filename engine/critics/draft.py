"""A draft of the plan, beside which the studio's picture is looked at: quick, half as large, and drawn apart from it."""

from __future__ import annotations

from collections.abc import Callable

from engine.api import RunContext
from engine.critics.looking import mask_of, scaled
from engine.critics.unplanned import HALF
from engine.types import Array, Plan, Render

Drafts = Callable[[Plan, Render, tuple[int, int], RunContext], Render]
"""Draws the plan anew, as the render was drawn, so large (width, height)."""


def halved(shape: tuple[int, ...]) -> tuple[int, int]:
    """How large the draft of a picture of this shape is: width, height."""
    return -(-shape[1] // HALF), -(-shape[0] // HALF)


def drafted(plan: Plan, render: Render, picture: Array, drafts: Drafts, context: RunContext) -> Array | None:
    """The draft of the render, which `picture` shows at any size: uint8, `halved`.

    A brand kit's logo and type are not known to it. There it shows the picture itself; None where no mask says where that is.
    """
    drawn = drafts(plan, render, halved(picture.shape), context)
    draft = drawn.pixels.array.copy()
    for element in plan.elements:
        face = f"face:{element.id}"
        if element.kind == "logo" or drawn.parameters.get(face) != render.parameters.get(face):
            mask = mask_of(render, element.id, draft.shape)
            if mask is None:
                return None
            draft[mask > 0] = scaled(picture, draft)[mask > 0]
    return draft
