"""Staged scenes: the plan's things as real geometry in real light, path-traced, with exact masks, depth and normals."""

from __future__ import annotations

import time
from math import ceil, floor

import numpy as np

from engine.api import RunContext
from engine.renderers.studio.scene import lights, trace
from engine.renderers.studio.scene.masks import masks, weights
from engine.renderers.studio.scene.tone import developed, metered
from engine.renderers.studio.scene.world import World, world
from engine.types import Array, Box, Brief, Plan, Quality, Raster, Render

__all__ = ["missing", "render_scene"]

SAMPLES: dict[Quality, int] = {"fast": 6, "balanced": 12, "pro": 48}
PREVIEW = 256
MARGIN = 24
"""Pixels traced around a region for the denoiser's sake."""


def missing(plan: Plan) -> tuple[str, ...]:
    """The ids of the elements that the studio has no shape for."""
    return tuple(element.id for element in plan.elements if element.kind == "thing")


def render_scene(
    plan: Plan, brief: Brief, seed: int, context: RunContext, *, base: Render | None = None, region: Box | None = None
) -> Render:
    """The plan as a staged picture; with `base` and `region` only the region is traced, with twice the samples.

    Render.parameters holds the exposure, so that a region is developed like its base.
    Raises EngineFailure where the path tracer breaks.
    """
    import mitsuba as mi

    trace.choose_variant()
    context.progress("staging", 0.0)
    built = world(plan, brief.prompt, seed)
    scene = mi.load_dict(built.scene)
    width, height = plan.canvas.width, plan.canvas.height
    samples = SAMPLES[brief.quality]
    seconds = width * height * samples * 1.6e-6
    if base is None and max(width, height) > 512:
        seconds = _preview(built, scene, plan, seed, context) * samples
    if base is not None and region is not None:
        return _region(built, scene, plan, seed, context, base, region, 2 * samples)
    crop = (0, 0, width, height)
    camera = _camera(built, plan, width, height, crop)
    seen = trace.primary(scene, camera, context, "tracing", (0.05, 0.08))
    traced = trace.trace(scene, camera, samples, seed, context, "tracing", (0.08, 0.9), seconds)
    context.progress("denoising", 0.9)
    clean = trace.denoised(traced)
    context.progress("denoising", 0.97)
    exposure = metered(clean, traced.albedo, weights(built, seen), lights.RIGS[plan.light].exposure)
    context.progress("denoising", 1.0)
    return Render(
        renderer="studio",
        pixels=Raster(developed(clean, exposure)),
        seed=seed,
        parameters={"samples": samples, "quality": brief.quality, "exposure": exposure},
        masks={name: Raster(mask) for name, mask in masks(built, seen, plan).items()},
        depth=Raster(seen.depth.astype(np.float32)),
        normals=Raster(_camera_space(seen.normals, built)),
    )


def _camera(built: World, plan: Plan, width: int, height: int, crop: trace.Crop) -> object:
    view = built.stage.view
    focus = view.project(built.stage.centre)[2]
    return trace.sensor(view, width, height, crop, focus, plan.camera.f_number)


def _camera_space(normals: Array, built: World) -> Array:
    view = built.stage.view
    axes = np.array([view.right, view.up, [-f for f in view.forward]], np.float32)
    result: Array = (normals @ axes.T).astype(np.float32)
    return result


def _preview(built: World, scene: object, plan: Plan, seed: int, context: RunContext) -> float:
    """Shows the picture at 256 pixels and returns how long one sample of the full picture will take, in seconds."""
    scale = PREVIEW / max(plan.canvas.width, plan.canvas.height)
    width, height = max(16, round(plan.canvas.width * scale)), max(16, round(plan.canvas.height * scale))
    camera = _camera(built, plan, width, height, (0, 0, width, height))
    begun = time.monotonic()
    traced = trace.trace(scene, camera, 2, seed, context, "preview", (0.0, 0.04), 0.8)
    each = (time.monotonic() - begun) / (2 * width * height) * plan.canvas.width * plan.canvas.height
    seen = trace.primary(scene, camera, context, "preview", (0.04, 0.045))
    clean = trace.denoised(traced)
    exposure = metered(clean, traced.albedo, weights(built, seen), lights.RIGS[plan.light].exposure)
    context.progress("preview", 0.05, Raster(developed(clean, exposure)))
    return each


def _region(
    built: World, scene: object, plan: Plan, seed: int, context: RunContext, base: Render, region: Box, samples: int
) -> Render:
    width, height = base.width, base.height
    x0, y0, x1, y1 = floor(region[0] * width), floor(region[1] * height), ceil(region[2] * width), ceil(region[3] * height)
    crop = max(0, x0 - MARGIN), max(0, y0 - MARGIN), min(width, x1 + MARGIN), min(height, y1 + MARGIN)
    camera = _camera(built, plan, width, height, crop)
    seconds = (crop[2] - crop[0]) * (crop[3] - crop[1]) * samples * 1.6e-6
    traced = trace.trace(scene, camera, samples, seed, context, "tracing the region", (0.0, 0.9), seconds)
    context.progress("denoising", 0.9)
    clean = trace.denoised(traced)
    if "exposure" in base.parameters:
        exposure = float(base.parameters["exposure"])
    else:
        seen = trace.primary(scene, camera, context, "tracing the region", (0.9, 0.95))
        exposure = metered(clean, traced.albedo, weights(built, seen), lights.RIGS[plan.light].exposure)
    fresh = developed(clean, exposure)
    pixels = base.pixels.array.copy()
    pixels[y0:y1, x0:x1] = fresh[y0 - crop[1] : y1 - crop[1], x0 - crop[0] : x1 - crop[0]]
    context.progress("denoising", 1.0)
    return base.replace(pixels=Raster(pixels), seed=seed)
