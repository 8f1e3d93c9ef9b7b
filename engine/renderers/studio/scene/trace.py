"""Path tracing with Mitsuba and denoising with Open Image Denoise, in a way that can report progress and be stopped."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from math import atan, degrees
from typing import Any, Final

import numpy as np

from engine.api import RunContext
from engine.errors import EngineFailure
from engine.staging import View
from engine.types import Array

Crop = tuple[int, int, int, int]
"""Left, top, right and bottom, in pixels of the picture."""
TILE: Final = 128
"""Pixels of a side that are traced in one go, each tile from a seed of its own: what a pixel shows depends neither on how much
is traced around it nor on the machine."""
BLOCK: Final = 16
"""Pixels of a side that one thread traces."""
DENOISER_MB = 500
RIM = 8
"""Pixels mirrored outwards for the denoiser, which is unsure at a picture's edge."""
MIDDLE, PART = 0.18, 16
"""The level that the denoiser wants the geometric mean of the picture's parts to have, and their side in pixels."""
BOUNCES, THROUGH_GLASS = 5, 9
"""The longest path of light, in segments."""


@dataclass(frozen=True)
class Camera:
    """A camera in Mitsuba's words and the `crop` of its picture of `size` (width, height) that is exposed, whose sides lie on
    the grid of tiles or at the picture's edge. `shift`: where on the film the picture begins."""

    described: dict[str, Any]
    size: tuple[int, int]
    crop: Crop
    shift: tuple[int, int]

    def tiles(self) -> Iterator[tuple[int, Crop]]:
        """The crop in tiles, each with its number in the whole picture."""
        left, top, right, bottom = self.crop
        across = -(-self.size[0] // TILE)
        for y in range(top, bottom, TILE):
            for x in range(left, right, TILE):
                yield y // TILE * across + x // TILE, (x, y, min(x + TILE, right), min(y + TILE, bottom))

    def sensor(self, crop: Crop) -> Any:
        """The camera with this crop exposed."""
        import mitsuba as mi

        x0, y0, x1, y1 = crop
        exposed = {
            "crop_offset_x": x0 + self.shift[0],
            "crop_offset_y": y0 + self.shift[1],
            "crop_width": x1 - x0,
            "crop_height": y1 - y0,
        }
        return mi.load_dict({**self.described, "film": {**self.described["film"], **exposed}})


def on_grid(crop: Crop, size: tuple[int, int]) -> Crop:
    """The crop of a picture of the size (width, height), grown to whole tiles."""
    left, top = (max(0, length) // TILE * TILE for length in crop[:2])
    right, bottom = (min(-(-length // TILE) * TILE, side) for length, side in zip(crop[2:], size, strict=True))
    return left, top, right, bottom


def choose_variant() -> None:
    """Mitsuba's variant belongs to the thread: call this before anything else of it.

    The CPU's, also beside a GPU: there each scene, and each part of one, would first be compiled for many seconds, a cancel
    would not be felt, and the same seed would give another picture than here.
    """
    import mitsuba as mi

    mi.set_variant("scalar_rgb")
    mi.set_log_level(mi.LogLevel.Error)


def camera(
    view: View, width: int, height: int, crop: Crop, *, centred: bool = False, focus: float = 0.0, f_number: float | None = None
) -> Camera:
    """The camera of a staged view for a picture of width × height, of which `crop` is exposed.

    `centred`: one sample in the middle of each pixel. `f_number` with a `focus` distance gives depth of field.
    """
    import mitsuba as mi

    target = [e + f for e, f in zip(view.eye, view.forward, strict=True)]
    film = {"type": "hdrfilm", "rfilter": {"type": "box"}, "pixel_format": "rgb", "component_format": "float32"}
    described: dict[str, Any] = {
        "near_clip": 0.001,
        "far_clip": 1000.0,
        "fov_axis": "x",
        "to_world": mi.ScalarTransform4f().look_at(origin=list(view.eye), target=target, up=list(view.up)),
        "sampler": {"type": "stratified", "jitter": False} if centred else {"type": "multijitter"},
    }
    if f_number and focus:
        # This camera cannot move its principal point: it is the middle of a larger film, of which less is exposed.
        across, down = round(-view.shift[0] * width), round(-view.shift[1] * height)
        wide, high = width + 2 * abs(across), height + 2 * abs(down)
        described |= {
            "type": "thinlens",
            "focus_distance": focus,
            "aperture_radius": 0.5 * view.focal * 0.036 / f_number * 2.2,
            "fov": degrees(2 * atan(0.5 / view.focal * wide / width)),
            "film": film | {"width": wide, "height": high},
        }
        return Camera(described, (width, height), crop, (abs(across) + across, abs(down) + down))
    described |= {
        "type": "perspective",
        "principal_point_offset_x": -view.shift[0],
        "principal_point_offset_y": -view.shift[1],
        "fov": degrees(2 * atan(0.5 / view.focal)),
        "film": film | {"width": width, "height": height},
    }
    return Camera(described, (width, height), crop, (0, 0))


def integrator(*, glass: bool) -> Any:
    """The path tracer, for a scene with `glass` or without. What lights the things in a thin glass is looked for through
    its wall, as the tracer for volumes does: 12 samples show honey in a jar cleaner than 400 that meet the lamp by chance."""
    import mitsuba as mi

    kind, longest = ("volpath", THROUGH_GLASS) if glass else ("path", BOUNCES)
    return mi.load_dict({"type": kind, "max_depth": longest, "rr_depth": 4, "block_size": BLOCK})


def trace(
    scene: Any,
    camera: Camera,
    samples: int,
    seed: int,
    context: RunContext,
    stage: str,
    span: tuple[float, float] | None,
    *,
    glass: bool,
) -> Array:
    """The light that reaches the film, float32 (h, w, 3)."""
    return _rendered(integrator(glass=glass), scene, camera, samples, seed, context, stage, span)


def first_hits(scene: Any, camera: Camera, samples: int, context: RunContext) -> Array:
    """What the shapes of a scene of emitters show directly: float32 (h, w, 3). One sample goes through the pixel's centre."""
    import mitsuba as mi

    tracer = mi.load_dict({"type": "path", "max_depth": 1, "block_size": BLOCK})
    return _rendered(tracer, scene, camera, samples, 0, context, "tracing", None)


def depths(scene: Any, camera: Camera, context: RunContext) -> Array:
    """The distance from the camera to what each pixel shows, metres, float32 (h, w)."""
    import mitsuba as mi

    return _rendered(mi.load_dict({"type": "depth"}), scene, camera, 1, 0, context, "tracing", None)[..., 0]


def _rendered(
    tracer: Any,
    scene: Any,
    camera: Camera,
    samples: int,
    seed: int,
    context: RunContext,
    stage: str,
    span: tuple[float, float] | None,
) -> Array:
    """Renders in a thread of its own while this one reports progress, which is where a cancel shows."""
    left, top, right, bottom = camera.crop
    picture = np.zeros((bottom - top, right - left, 3), np.float32)
    tiles = list(camera.tiles())
    done, stopped, errors = 0, threading.Event(), list[Exception]()

    def work() -> None:
        nonlocal done
        try:
            for number, (x0, y0, x1, y1) in tiles:
                if stopped.is_set():
                    return
                sensor = camera.sensor((x0, y0, x1, y1))
                light = tracer.render(scene, sensor, seed=(seed + number * TILE * TILE) % 2**32, spp=samples)
                picture[y0 - top : y1 - top, x0 - left : x1 - left] = light
                done += 1
        except RuntimeError as error:
            errors.append(error)

    def stop() -> None:
        stopped.set()
        tracer.cancel()

    context.on_cancel(stop)
    worker = threading.Thread(target=work, name="plantain-trace")
    worker.start()
    try:
        while worker.is_alive():
            worker.join(0.12)
            if span is not None:
                context.progress(stage, span[0] + (span[1] - span[0]) * done / len(tiles))
    finally:
        if worker.is_alive():
            stop()
        worker.join()
        context.on_cancel(None)
    if errors:
        raise EngineFailure(f"The path tracer stopped: {errors[0]}.", "Try a smaller size or a lower quality.") from errors[0]
    found: Array = np.nan_to_num(picture, nan=0.0, posinf=0.0, neginf=0.0)
    return found


@dataclass(frozen=True)
class Levels:
    """Of a whole picture's light: its `middle`, the geometric mean of its parts, and how bright its `brightest` part may be
    for the denoiser, to which a single path that met a lamp looks like one."""

    middle: float
    brightest: float


def levels(light: Array) -> Levels:
    import cv2

    height, width = light.shape[:2]
    parts = cv2.resize(light, (-(-width // PART), -(-height // PART)), interpolation=cv2.INTER_AREA).mean(axis=2)
    lit = parts[parts > 1e-8]
    middle = float(np.exp(np.log(lit).mean())) if lit.size else 1.0
    return Levels(middle, 12 * max(float(np.percentile(light, 99)), 1e-3))


def denoised(light: Array, albedo: Array, normals: Array, whole: Levels, *, quick: bool) -> Array:
    """The traced light without its noise; albedo and normals (h, w, 3) keep edges and print sharp.

    `whole`: the levels of the picture of which the light may be a part. `quick` takes the smaller network, which few samples do
    not tell from the large one.
    Raises EngineFailure where the denoiser breaks.
    """
    import pyoidn

    seen = (np.minimum(light, whole.brightest), np.clip(albedo, 0, 1), normals)
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
            denoiser.set_float("inputScale", MIDDLE / whole.middle)
            denoiser.set_int("quality", pyoidn.OIDN_QUALITY_FAST if quick else pyoidn.OIDN_QUALITY_HIGH)
            denoiser.set_int("maxMemoryMB", DENOISER_MB)
            denoiser.commit()
            denoiser.execute()
        finally:
            denoiser.release()
        if problem := device.get_error():
            raise EngineFailure(f"The denoiser stopped: {problem}.", "Try a smaller size.")
    return result[RIM:-RIM, RIM:-RIM]
