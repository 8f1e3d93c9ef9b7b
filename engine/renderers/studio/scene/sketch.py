"""What a camera sees of a staged plan, small and without light: quick enough to hold a picture against several cameras."""

from __future__ import annotations

import numpy as np

from engine.api import RunContext
from engine.renderers.studio.scene import trace
from engine.renderers.studio.scene.tone import coded
from engine.renderers.studio.scene.world import World, world
from engine.staging import Sketch, Window, rays
from engine.types import Brief, Plan


def sketch(plan: Plan, window: Window, side: int, context: RunContext) -> Sketch:
    """What the window shows in `side` × `side` pixels. Raises ValueError where the plan has nothing solid to stage."""
    trace.choose_variant()
    built = world(plan, Brief(), 0)
    view = built.stage.view.through(window, plan.canvas.width, plan.canvas.height)
    sensor = trace.sensor(view, side, side, (0, 0, side, side), centred=True)
    colours = coded(trace.first_hits(built.plain, sensor, 1, context))
    normals = trace.first_hits(built.normals, sensor, 1, context) - 2
    normals[np.abs(normals).max(axis=2) > 1.5] = 0
    normals = normals @ np.array([view.right, view.up, [-f for f in view.forward]]).T
    shapes = np.rint(trace.first_hits(built.identity, sensor, 1, context)[..., 0]).astype(int) - 1
    far = trace.depths(built.identity, sensor, context)
    depth = np.where(shapes >= 0, far / np.linalg.norm(rays(view, side), axis=2), np.inf)
    look = np.concatenate([np.rint(255 * colours), np.rint(128 + 127 * np.clip(normals, -1, 1))], axis=2).astype(np.uint8)
    return Sketch(look, depth, np.array([*_solids(built), -1])[shapes], view)


def _solids(built: World) -> list[int]:
    """By shape the number of the solid that it belongs to, −1 for a ground's."""
    numbers = {(solid.element, solid.instance): n for n, solid in enumerate(built.stage.solids)}
    return [
        next((numbers[key] for name in one.elements if (key := (name, one.instance)) in numbers), -1) for one in built.owners
    ]
