"""What a camera sees of a staged plan, small and without light: quick enough to hold a picture against several cameras."""

from __future__ import annotations

import numpy as np

from engine.api import RunContext
from engine.renderers.studio.scene import trace
from engine.renderers.studio.scene.materials import Look, printed
from engine.renderers.studio.scene.meshes import joined
from engine.renderers.studio.scene.tone import coded, reflectance
from engine.renderers.studio.scene.world import World, world
from engine.staging import Sketch, Window
from engine.types import Array, Plan


def sketch(plan: Plan, window: Window, side: int, context: RunContext) -> Sketch:
    """What the window shows in `side` × `side` pixels. Raises ValueError where the plan has nothing solid to stage.

    The scene is traced once, for the face in each pixel's middle and the place in it; all else follows from these.
    """
    trace.choose_variant()
    built = world(plan, None, 0)
    view = built.stage.view.through(window, plan.canvas.width, plan.canvas.height)
    camera = trace.camera(view, side, side, (0, 0, side, side), centred=True)
    hits = trace.first_hits(built.triangles, camera, 1, context)
    number = np.rint(hits[..., 0]).astype(int) - 1
    there = number >= 0
    whole, number, weights = joined(built.meshes), number[there], _within(hits[there, 1:])
    corners = whole.faces[number]

    def at(values: Array) -> Array:
        one, two, three = (values[corners[:, n]] for n in range(3))
        return np.asarray(one + weights[:, :1] * (two - one) + weights[:, 1:] * (three - one))

    shape = np.repeat(np.arange(len(built.meshes)), [len(mesh.faces) for mesh in built.meshes])[number]
    normals = at(whole.normals) @ np.array([view.right, view.up, [-f for f in view.forward]]).T
    colours = _colours(built.looks, shape, at(whole.uv))
    look, depth, solid = np.zeros((side, side, 6), np.uint8), np.full((side, side), np.inf), np.full((side, side), -1)
    look[..., 3:] = 128
    look[there] = np.rint(np.concatenate([255 * colours, 128 + 127 * np.clip(normals, -1, 1)], axis=1))
    depth[there] = (at(whole.points) - np.array(view.eye)) @ np.array(view.forward)
    solid[there] = np.array(_solids(built))[shape]
    return Sketch(look, depth, solid, view)


def _within(weights: Array) -> Array:
    """Barycentric weights (n, 2) of places on their faces: rounding sets them beside small ones by up to some per cent."""
    positive = np.maximum(weights, 0)
    return np.asarray(positive / np.maximum(1, positive.sum(axis=1, keepdims=True)))


def _colours(looks: list[Look], shape: Array, uv: Array) -> Array:
    """The colours (n, 3) in sRGB coding of places on shapes: what is printed there, or the shape's own, without grain."""
    found = coded(reflectance(np.array([look.colour for look in looks]) / 255))[shape]
    for n, look in enumerate(looks):
        if look.art is not None:
            found[shape == n] = coded(printed(look.art, uv[shape == n]))
    return np.asarray(found)


def _solids(built: World) -> list[int]:
    """By shape the number of the solid that it belongs to, −1 for a ground's."""
    numbers = {(solid.element, solid.instance): n for n, solid in enumerate(built.stage.solids)}
    return [
        next((numbers[key] for name in one.elements if (key := (name, one.instance)) in numbers), -1) for one in built.owners
    ]
