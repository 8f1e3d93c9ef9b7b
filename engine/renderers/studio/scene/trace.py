"""Path tracing with Mitsuba and denoising with Open Image Denoise, in a way that can report progress and be stopped."""

from __future__ import annotations

import threading
import time
from math import atan, degrees
from typing import Any

import numpy as np

from engine.api import RunContext
from engine.errors import EngineFailure
from engine.staging import View
from engine.types import Array

Crop = tuple[int, int, int, int]
DENOISER_MB = 500
RIM = 8
"""Pixels mirrored outwards for the denoiser, which is unsure at a picture's edge."""
BOUNCES, THROUGH_GLASS = 5, 9
"""The longest path of light, in segments."""


def choose_variant() -> None:
    """Mitsuba's variant belongs to the thread: call this before anything else of it.

    The CPU's, also beside a GPU: there each scene, and each part of one, would first be compiled for many seconds, a cancel
    would not be felt, and the same seed would give another picture than here.
    """
    import mitsuba as mi

    mi.set_variant("scalar_rgb")
    mi.set_log_level(mi.LogLevel.Error)


def sensor(
    view: View, width: int, height: int, crop: Crop, *, centred: bool = False, focus: float = 0.0, f_number: float | None = None
) -> Any:
    """The camera of a staged view for a film of width × height of which only `crop` (x0, y0, x1, y1) is exposed.

    `centred`: one sample in the middle of each pixel. `f_number` with a `focus` distance gives depth of field.
    """
    import mitsuba as mi

    x0, y0, x1, y1 = crop
    target = [e + f for e, f in zip(view.eye, view.forward, strict=True)]
    camera: dict[str, Any] = {
        "type": "perspective",
        "fov": degrees(2 * atan(0.5 / view.focal)),
        "fov_axis": "x",
        "near_clip": 0.001,
        "far_clip": 1000.0,
        "principal_point_offset_x": -view.shift[0],
        "principal_point_offset_y": -view.shift[1],
        "to_world": mi.ScalarTransform4f().look_at(origin=list(view.eye), target=target, up=list(view.up)),
        "film": {
            "type": "hdrfilm", "width": width, "height": height, "crop_offset_x": x0, "crop_offset_y": y0,
            "crop_width": x1 - x0, "crop_height": y1 - y0, "rfilter": {"type": "box"}, "pixel_format": "rgb",
            "component_format": "float32",
        },
        "sampler": {"type": "stratified", "jitter": False} if centred else {"type": "multijitter"},
    }  # fmt: skip
    if f_number and focus:
        camera |= {"type": "thinlens", "focus_distance": focus, "aperture_radius": 0.5 * view.focal * 0.036 / f_number * 2.2}
        _shift_by_film(camera, view.focal)
    return mi.load_dict(camera)


def _shift_by_film(camera: dict[str, Any], focal: float) -> None:
    """Move the principal point by whole pixels, for a sensor that cannot: it is the middle of a larger film, of which less is
    exposed."""
    film = camera["film"]
    width = film["width"]
    for axis, side in (("x", "width"), ("y", "height")):
        shift = round(camera.pop(f"principal_point_offset_{axis}") * film[side])
        film[side] += 2 * abs(shift)
        film[f"crop_offset_{axis}"] += abs(shift) + shift
    camera["fov"] = degrees(2 * atan(0.5 / focal * film["width"] / width))


def integrator(*, glass: bool) -> Any:
    """The path tracer, for a scene with `glass` or without."""
    import mitsuba as mi

    return mi.load_dict({"type": "path", "max_depth": THROUGH_GLASS if glass else BOUNCES, "rr_depth": 4})


def trace(
    scene: Any,
    camera: Any,
    samples: int,
    seed: int,
    context: RunContext,
    stage: str,
    span: tuple[float, float] | None,
    seconds: float,
    *,
    glass: bool,
) -> Array:
    """The light that reaches the film, float32 (h, w, 3). `seconds` is how long it will about take."""
    return _rendered(integrator(glass=glass), scene, camera, samples, seed, context, stage, span, seconds)


def first_hits(scene: Any, camera: Any, samples: int, context: RunContext) -> Array:
    """What the shapes of a scene of emitters show directly: float32 (h, w, 3). One sample goes through the pixel's centre."""
    import mitsuba as mi

    return _rendered(mi.load_dict({"type": "path", "max_depth": 1}), scene, camera, samples, 0, context, "tracing", None, 1.0)


def depths(scene: Any, camera: Any, context: RunContext) -> Array:
    """The distance from the camera to what each pixel shows, metres, float32 (h, w)."""
    import mitsuba as mi

    return _rendered(mi.load_dict({"type": "depth"}), scene, camera, 1, 0, context, "tracing", None, 1.0)[..., 0]


def _rendered(
    tracer: Any,
    scene: Any,
    camera: Any,
    samples: int,
    seed: int,
    context: RunContext,
    stage: str,
    span: tuple[float, float] | None,
    seconds: float,
) -> Array:
    """Renders in a thread of its own while this one reports progress, which is where a cancel shows."""
    results: list[Array] = []
    errors: list[Exception] = []

    def work() -> None:
        try:
            results.append(np.array(tracer.render(scene, camera, seed=seed % 2**32, spp=samples), dtype=np.float32))
        except RuntimeError as error:
            errors.append(error)

    context.on_cancel(tracer.cancel)
    worker = threading.Thread(target=work, name="plantain-trace")
    begun = time.monotonic()
    worker.start()
    try:
        while worker.is_alive():
            worker.join(0.12)
            if span is not None:
                share = 1 - np.exp(-2.2 * (time.monotonic() - begun) / max(seconds, 0.05))
                context.progress(stage, span[0] + (span[1] - span[0]) * float(share))
    finally:
        if worker.is_alive():
            tracer.cancel()
        worker.join()
        context.on_cancel(None)
    if errors:
        raise EngineFailure(f"The path tracer stopped: {errors[0]}.", "Try a smaller size or a lower quality.") from errors[0]
    picture: Array = np.nan_to_num(results[0], nan=0.0, posinf=0.0, neginf=0.0)
    return picture


def denoised(light: Array, albedo: Array, normals: Array, *, quick: bool) -> Array:
    """The traced light without its noise; albedo and normals (h, w, 3) keep edges and print sharp.

    `quick` takes the smaller network, which few samples do not tell from the large one.
    Raises EngineFailure where the denoiser breaks.
    """
    import pyoidn

    ceiling = 12 * max(float(np.percentile(light, 99)), 1e-3)
    seen = (np.minimum(light, ceiling), np.clip(albedo, 0, 1), normals)
    color, albedo, normals = (np.pad(image, ((RIM, RIM), (RIM, RIM), (0, 0)), "reflect") for image in seen)
    result = np.empty_like(color)
    images = {
        pyoidn.OIDN_IMAGE_COLOR: color, pyoidn.OIDN_IMAGE_ALBEDO: albedo,
        pyoidn.OIDN_IMAGE_NORMAL: normals, pyoidn.OIDN_IMAGE_OUTPUT: result,
    }  # fmt: skip
    with pyoidn.Device(pyoidn.OIDN_DEVICE_TYPE_CPU) as device:
        device.commit()
        denoiser = pyoidn.Filter(device, pyoidn.OIDN_FILTER_TYPE_RT)
        try:
            for name, image in images.items():
                denoiser.set_image(name, image, pyoidn.OIDN_FORMAT_FLOAT3)
            denoiser.set_bool("hdr", True)
            denoiser.set_int("quality", pyoidn.OIDN_QUALITY_FAST if quick else pyoidn.OIDN_QUALITY_HIGH)
            denoiser.set_int("maxMemoryMB", DENOISER_MB)
            denoiser.commit()
            denoiser.execute()
        finally:
            denoiser.release()
        if problem := device.get_error():
            raise EngineFailure(f"The denoiser stopped: {problem}.", "Try a smaller size.")
    return result[RIM:-RIM, RIM:-RIM]
