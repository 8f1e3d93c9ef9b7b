"""What each pixel shows, and the exact masks that follow from it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.api import RunContext
from engine.renderers.studio.scene import trace
from engine.renderers.studio.scene.world import World
from engine.types import Array, Plan


@dataclass(frozen=True)
class Seen:
    """`shape` int (h, w): the shape in each pixel's centre, −1 for none, and its `uv` (h, w, 2) there.

    `albedo` float32 (h, w, 3), antialiased, and `normals` in the centres guide the denoiser.
    """

    shape: Array
    uv: Array
    albedo: Array
    normals: Array


def look_at(built: World, centred: trace.Camera, camera: trace.Camera, samples: int, context: RunContext) -> Seen:
    """What the pixels of a camera that looks through their centres show; albedo through the real camera, `samples` a pixel."""
    ids = trace.first_hits(built.identity, centred, 1, context)
    albedo = trace.first_hits(built.albedo, camera, samples, context)
    normals = trace.first_hits(built.normals, centred, 1, context) - 2
    normals[np.abs(normals).max(axis=2) > 1.5] = 0
    return Seen(np.round(ids[..., 0]).astype(int) - 1, ids[..., 1:] - 1, albedo, normals.astype(np.float32))


def masks(built: World, seen: Seen, plan: Plan) -> dict[str, Array]:
    """Element id → uint8 (h, w), k where instance k is seen; "background": what no other element covers."""
    found = {e.id: np.zeros(seen.shape.shape, np.uint8) for e in plan.elements}
    shape = seen.shape
    for n, owner in enumerate(built.owners):
        here = shape == n
        if not here.any():
            continue
        for name in owner.elements:
            found[name][here] = owner.instance
        s, t = seen.uv[..., 0], seen.uv[..., 1]
        for text, (s0, t0, s1, t1) in owner.areas.items():
            found[text][here & (s >= s0) & (s <= s1) & (t >= t0) & (t <= t1)] = owner.instance
    backgrounds = [e.id for e in plan.elements if e.kind == "background"]
    covered = np.zeros(shape.shape, bool)
    for element in plan.elements:
        if element.kind != "background":
            covered |= found[element.id] > 0
    for background in backgrounds or ["background"]:
        found[background] = (~covered).astype(np.uint8)
    return found


def weights(built: World, seen: Seen) -> Array:
    """Where the exposure is metered: printed faces if there are any, else the subject, else all that is not metal or glass."""
    for wanted in ("sheet", "subject", "diffuse"):
        chosen = [n for n, owner in enumerate(built.owners) if owner.diffuse and getattr(owner, wanted)]
        here: Array = np.isin(seen.shape, chosen)
        if here.sum() > 0.004 * here.size:
            return here.astype(np.float32)
    return np.ones(seen.shape.shape, np.float32)
