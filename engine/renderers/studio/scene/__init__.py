"""Staged scenes: the plan's things as real geometry in real light, path-traced, with exact masks, depth and normals."""

from __future__ import annotations

from dataclasses import asdict, dataclass

import numpy as np

from engine import logo
from engine.api import RunContext
from engine.composite import window
from engine.errors import BadInput
from engine.renderers.region import Patch, rerender
from engine.renderers.studio.scene import lights, trace
from engine.renderers.studio.scene.sight import Seen, look_at, masks, weights
from engine.renderers.studio.scene.tone import coded, developed, metered
from engine.renderers.studio.scene.world import World, world
from engine.staging.items import items
from engine.types import Array, Box, Brief, Plan, Quality, Raster, Region, Render

__all__ = ["draft_scene", "missing", "render_scene", "scene_again", "scene_shown", "scene_unlit"]

SAMPLES: dict[Quality, int] = {"fast": 6, "balanced": 12, "pro": 48}
DRAFTED = 12
"""Samples of a draft: with fewer, glass and what it holds are too grainy to hold a picture beside."""
QUICK = 12
"""Up to so many samples the denoiser's smaller network shows as much."""
PREVIEW = 256
UNLIT = 16
"""Samples of colours without light."""
MARGIN = 48
"""Pixels traced around a region at least, for the denoiser's sake."""


def missing(plan: Plan) -> tuple[str, ...]:
    """The ids of the elements that the studio has no shape for; of all where nothing stands there to point a camera at."""
    bare = not items(plan)
    return tuple(element.id for element in plan.elements if bare or element.kind == "thing")


def render_scene(
    plan: Plan, brief: Brief, seed: int, context: RunContext, *, base: Render | None = None, region: Region | None = None
) -> Render:
    """The plan as a staged picture; with `base` and `region` only the tiles around the region are traced.

    Render.parameters holds the exposure and the levels, so that a region is denoised and developed like its base: from the
    same plan and seed it is the same again.
    Raises BadInput where nothing stands there or the plan has a logo and the brand kit has none, and EngineFailure where the
    path tracer breaks.
    """
    if not items(plan):
        raise BadInput("The prompt names nothing to draw.", "Name a thing, or put the text to write in quotation marks.")
    if any(element.kind == "logo" for element in plan.elements):
        logo.of(brief.brand)
    trace.choose_variant()
    context.progress("staging", 0.0)
    built = world(plan, brief.brand, seed)
    scene = built.lit()
    width, height = plan.canvas.width, plan.canvas.height
    samples = SAMPLES[brief.quality]
    if base is not None and region is not None:
        return _region(built, scene, plan, seed, context, base, region, samples, (0.06, 0.9))
    if max(width, height) > 512:
        _preview(built, scene, plan, seed, context)
    shot = _shoot(built, scene, plan, (width, height), (0, 0, width, height), samples, seed, context, (0.05, 0.9))
    context.progress("developing", 0.97)
    drawn = Render(
        renderer="studio",
        pixels=Raster(developed(shot.light, shot.exposure)),
        seed=seed,
        parameters={
            "samples": samples,
            "quality": brief.quality,
            "exposure": shot.exposure,
            **asdict(shot.levels),
            **_faces(built),
        },
    )
    return _shown(built, scene, shot.seen, plan, drawn, context)


def scene_shown(plan: Plan, base: Render, context: RunContext) -> Render:
    """A render of the plan with its masks, depth and normals, without light. Raises BadInput like `draft_scene`."""
    built = _rebuilt(plan, base)
    camera = _camera(built, plan, (base.width, base.height), (0, 0, base.width, base.height), centred=True)
    return _shown(built, built.lit(), look_at(built, camera, camera, 1, context), plan, base, context)


def draft_scene(plan: Plan, base: Render, size: tuple[int, int], context: RunContext) -> Render:
    """The plan of a render staged again, quickly and so large (width, height), as that is exposed.

    Raises BadInput where a file of its brand kit cannot be read."""
    built = _rebuilt(plan, base)
    shot = _shoot(built, built.lit(), plan, size, (0, 0, *size), DRAFTED, base.seed, context, None)
    exposure = float(base.parameters.get("exposure", shot.exposure))
    return Render(
        renderer="studio", pixels=Raster(developed(shot.light, exposure)), seed=base.seed, parameters=dict(_faces(built))
    )


def scene_again(plan: Plan, base: Render, box: Box, context: RunContext) -> Render:
    """A render of the plan with the box staged again as it was. Raises BadInput like `draft_scene`."""
    built = _rebuilt(plan, base)
    samples = int(base.parameters.get("samples", SAMPLES["balanced"]))
    return _region(built, built.lit(), plan, base.seed, context, base, Region(box=box), samples, None)


def _rebuilt(plan: Plan, base: Render) -> World:
    """The world that a render of the plan shows."""
    trace.choose_variant()
    return world(plan, plan.brand, base.seed)


def _shown(built: World, scene: object, seen: Seen, plan: Plan, drawn: Render, context: RunContext) -> Render:
    size = drawn.width, drawn.height
    return drawn.replace(
        masks={name: Raster(mask) for name, mask in masks(built, seen, plan).items()},
        depth=Raster(trace.depths(scene, _camera(built, plan, size, (0, 0, *size), centred=True), context)),
        normals=Raster(_camera_space(seen.normals, built)),
    )


def scene_unlit(plan: Plan, base: Render, box: Box, context: RunContext) -> Array:
    """The colours of what a box of a render of the plan shows, without light: uint8 (h, w, 3). Raises BadInput like
    `draft_scene`."""
    built = _rebuilt(plan, base)
    rows, columns = window(box, base.width, base.height)
    camera = _camera(built, plan, (base.width, base.height), (columns.start, rows.start, columns.stop, rows.stop))
    shown: Array = np.rint(255 * coded(trace.first_hits(built.albedo, camera, UNLIT, context))).astype(np.uint8)
    return shown


def _faces(built: World) -> dict[str, str]:
    return {f"face:{name}": font.name for name, font in built.faces.items()}


@dataclass(frozen=True)
class Shot:
    """Clean light (h, w, 3), what its pixels show, the levels it was denoised by and the exposure the meter found."""

    light: Array
    seen: Seen
    levels: trace.Levels
    exposure: float


def _shoot(
    built: World,
    scene: object,
    plan: Plan,
    size: tuple[int, int],
    crop: trace.Crop,
    samples: int,
    seed: int,
    context: RunContext,
    span: tuple[float, float] | None,
    levels: trace.Levels | None = None,
) -> Shot:
    """Reports progress along the span, which ends early for a preview; none without one. `levels` None are the crop's own."""
    full = span is not None and span[1] > 0.05
    stage = "tracing" if full else "preview"
    camera = _camera(built, plan, size, crop)
    guides = 1 if samples == 1 else min(8, max(3, samples // 6))
    seen = look_at(built, _camera(built, plan, size, crop, centred=True), camera, guides, context)
    light = trace.trace(scene, camera, samples, seed, context, stage, span, glass=built.glass)
    if span is not None:
        context.progress("denoising" if full else stage, span[1])
    levels = levels or trace.levels(light)
    clean = trace.denoised(light, seen.albedo, seen.normals, levels, quick=samples <= QUICK)
    return Shot(clean, seen, levels, metered(clean, seen.albedo, weights(built, seen), lights.RIGS[plan.light].exposure))


def _camera(built: World, plan: Plan, size: tuple[int, int], crop: trace.Crop, *, centred: bool = False) -> trace.Camera:
    view = built.stage.view
    if centred or plan.camera.f_number is None:
        return trace.camera(view, *size, crop, centred=centred)
    nearest = min(view.project(point)[2] for solid in built.stage.solids for point in solid.points())
    return trace.camera(view, *size, crop, focus=nearest, f_number=plan.camera.f_number)


def _camera_space(normals: Array, built: World) -> Array:
    view = built.stage.view
    axes = np.array([view.right, view.up, [-f for f in view.forward]], np.float32)
    result: Array = (normals @ axes.T).astype(np.float32)
    return result


def _preview(built: World, scene: object, plan: Plan, seed: int, context: RunContext) -> None:
    """Shows the picture at 256 pixels."""
    scale = PREVIEW / max(plan.canvas.width, plan.canvas.height)
    width, height = max(16, round(plan.canvas.width * scale)), max(16, round(plan.canvas.height * scale))
    shot = _shoot(built, scene, plan, (width, height), (0, 0, width, height), 1, seed, context, (0.0, 0.05))
    context.progress("preview", 0.05, Raster(developed(shot.light, shot.exposure)))


def _region(
    built: World,
    scene: object,
    plan: Plan,
    seed: int,
    context: RunContext,
    base: Render,
    region: Region,
    samples: int,
    span: tuple[float, float] | None,
) -> Render:
    size, known = (base.width, base.height), base.parameters
    levels = trace.Levels(float(known["middle"]), float(known["brightest"])) if "middle" in known else None

    def traced(patch: Patch) -> Array:
        rows, columns = patch.place
        around = columns.start - MARGIN, rows.start - MARGIN, columns.stop + MARGIN, rows.stop + MARGIN
        left, top, *_ = crop = trace.on_grid(around, size)
        shot = _shoot(built, scene, plan, size, crop, samples, seed, context, span, levels)
        fresh = developed(shot.light, float(known.get("exposure", shot.exposure)))
        return fresh[rows.start - top : rows.stop - top, columns.start - left : columns.stop - left]

    pixels = rerender(base.pixels.array, region, None, traced, context)
    if span is not None:
        context.progress("developing", 1.0)
    return base.replace(pixels=Raster(pixels), seed=seed)
