"""Exact masks from what each pixel shows."""

from __future__ import annotations

import numpy as np

from engine.renderers.studio.scene.trace import Primary
from engine.renderers.studio.scene.world import World
from engine.types import Array, Plan


def masks(built: World, seen: Primary, plan: Plan) -> dict[str, Array]:
    """Element id → uint8 (h, w), k where instance k is seen; "background": what no other element covers."""
    found = {e.id: np.zeros(seen.shape.shape, np.uint8) for e in plan.elements}
    shape = seen.shape
    for n, owner in enumerate(built.owners):
        here = shape == n
        if not here.any():
            continue
        for element in owner.elements:
            found[element][here] = owner.instance
        s, t = seen.uv[..., 0], seen.uv[..., 1]
        for text, (s0, t0, s1, t1) in owner.areas.items():
            found[text][here & (s >= s0) & (s <= s1) & (t >= t0) & (t <= t1)] = owner.instance
    backgrounds = [e.id for e in plan.elements if e.kind == "background"]
    covered = np.zeros(shape.shape, bool)
    for element in plan.elements:
        if element.kind != "background":
            covered |= found[element.id] > 0
    for name in backgrounds or ["background"]:
        found[name] = (~covered).astype(np.uint8)
    for element in plan.elements:
        if element.kind == "lettering":
            continue
    return found


def weights(built: World, seen: Primary) -> Array:
    """Where the exposure is metered: printed faces if there are any, else the subject, else all that has a colour of its own."""
    for wanted in ("sheet", "subject", "diffuse"):
        chosen = [n for n, owner in enumerate(built.owners) if owner.diffuse and getattr(owner, wanted)]
        here: Array = np.isin(seen.shape, chosen)
        if here.sum() > 0.004 * here.size:
            return here.astype(np.float32)
    return np.ones(seen.shape.shape, np.float32)
