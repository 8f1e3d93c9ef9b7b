"""What a change to a picture cannot have touched: the findings that hold for the changed picture as they are."""

from __future__ import annotations

from typing import Final

import numpy as np

from engine.composite import box_of, common, grown
from engine.types import Array, Box, Finding, Plan, Render, Requirement, RequirementKind, Round

LOCAL: Final = frozenset[RequirementKind]({"text", "colour", "presence", "position", "framing"})
"""Kinds that are judged by the pixels under an element's mask and right round it, wherever the picture brings one."""
ROUND: Final = 0.25
"""How far round a mask a critic looks at most, as a share of the mask's box, …"""
REACH: Final = 32
"""… and pixels of the copy that it looks at, which has at least COPY of them."""
COPY: Final = 400_000


def carried_over(plan: Plan, before: Round, after: Render) -> list[Finding]:
    """The findings of `before` that would be the same on `after`, a later picture of the same plan.

    What changed is seen from the pixels, whatever a fix promised. A verdict on the picture as a whole does not outlive any
    change, and none outlives another size, other masks, or anything else that the renderer says differently.
    """
    old = before.render
    if old.pixels.shape != after.pixels.shape or not _same_scene(old, after):
        return []
    changed = (old.pixels.array != after.pixels.array).any(axis=2)
    if not changed.any():
        return [finding for finding in before.findings if finding.critic]
    touched = {r.id for r in plan.requirements if _touched(r, changed, plan, after)}
    return [finding for finding in before.findings if finding.critic and finding.requirement not in touched]


def _same_scene(old: Render, new: Render) -> bool:
    return old.masks == new.masks and old.depth == new.depth and old.parameters == new.parameters


def _touched(requirement: Requirement, changed: Array, plan: Plan, render: Render) -> bool:
    """Whether a change of these pixels (bool, h × w) can reach what the requirement is judged by."""
    if requirement.kind == "size":
        return False
    if requirement.kind == "text" and not requirement.element:
        return bool((changed & ~_written(plan, render)).any())
    masks = [_mask(render, element) for element in requirement.elements]
    if requirement.kind not in LOCAL or not masks or any(mask is None or not mask.any() for mask in masks):
        return True
    box = box_of(changed)
    return any(common(_surroundings(mask), box) > 0 for mask in masks if mask is not None)


def _written(plan: Plan, render: Render) -> Array:
    """Where the texts of the plan stand, with the soft edge of their letters (bool): no writing there is astray."""
    import cv2

    where = np.zeros((render.height, render.width), np.uint8)
    for text in plan.texts():
        mask = _mask(render, text.id)
        where |= mask > 0 if mask is not None else False
    spread: Array = cv2.dilate(where, np.ones((5, 5), np.uint8)) > 0
    return spread


def _mask(render: Render, element: str) -> Array | None:
    raster = render.masks.get(element)
    return raster.array if raster is not None and raster.stored and raster.shape == render.pixels.shape[:2] else None


def _surroundings(mask: Array) -> Box:
    """The box round a mask (h, w) with all that a critic may look at beside it."""
    height, width = mask.shape
    x0, y0, x1, y1 = box = box_of(mask)
    reach = REACH * max(1.0, float(np.sqrt(height * width / COPY)))
    return grown(box, ROUND * (x1 - x0) + reach / width, ROUND * (y1 - y0) + reach / height)
