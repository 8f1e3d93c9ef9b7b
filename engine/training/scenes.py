"""Small studio renders with the camera they were really taken with, to learn the camera from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np

from engine.critics.view import CORNERED
from engine.planners.grammar import Grammar
from engine.renderers.studio.scene import lights, trace
from engine.renderers.studio.scene.sight import look_at, weights
from engine.renderers.studio.scene.tone import developed, metered
from engine.renderers.studio.scene.world import World, world
from engine.staging import Stage, View, stage
from engine.types import Array, Brief, Camera, Canvas, Plan, Raster

SIDE = 144
"""The longer side of a render, pixels."""
VIEWS = 4
"""How many cameras look at each scene; they share its azimuth, which the staging depends on."""
SAMPLES = 4
BLOCKS = ("box", "cereal box", "cube", "milk carton", "book", "wooden crate", "tea box", "pyramid", "gift box")
FACED = ("smartphone", "laptop", "picture frame", '3D letters "SALE"', '3D letters "YES"', "card", "paper bag", "coffee pouch")
TURNED = ("soda can", "juice bottle", "jar of honey", "mug", "paper cup", "cylinder", "cone", "sphere", "ring", "tube")
COLOURS = (
    "red", "blue", "green", "yellow", "white", "black", "orange", "pink", "purple", "teal", "cream", "brown", "grey", "navy",
    "gold",
)  # fmt: skip
GROUNDS = ("", "", " on a wooden table", " on a white podium", " on a black table", " on a marble table", " on a pink floor",
           " on a concrete floor", " on a grey background", " on a tiled floor", " on a shelf")  # fmt: skip
LIGHTS = ("", "", ", soft studio light", ", side light", ", golden hour", ", hard light", ", at night")
WORDS = ("FIZZ", "NORDA", "Good morning", "CRUNCH", "Wild Honey", "No. 27", "TEA", "HERO 01", "fresh", "Olive & Co")
ASPECTS = ((1, 1), (1, 1), (4, 3), (3, 4), (3, 2), (2, 3), (16, 9))


class Unwatched:
    """A run that nobody watches."""

    def progress(self, stage: str, done: float, preview: Raster | None = None) -> None:
        """Nobody watches."""

    def tell(self, sentence: str) -> None:
        """Nobody listens."""

    def on_cancel(self, stop: object) -> None:
        """Ctrl-C ends the script."""


@dataclass(frozen=True)
class Photo:
    """A render (h, w, 3) and its truth in degrees; `azimuth` is of the largest thing that has corners, None where none has."""

    pixels: Array
    azimuth: float | None
    elevation: float
    roll: float


def photos(seed: int, scenes: int) -> Iterator[Photo]:
    """VIEWS renders of each of `scenes` random scenes; the same seed gives the same pictures."""
    trace.choose_variant()
    for number in range(scenes):
        yield from _photographed(Random(f"{seed}:{number}"))


def _photographed(random: Random) -> Iterator[Photo]:
    words = prompt(random)
    across, down = random.choice(ASPECTS)
    longest = max(across, down)
    canvas = Canvas(
        width=16 * round(SIDE * across / longest / 16), height=16 * round(SIDE * down / longest / 16), aspect="1:1", size="512"
    )
    plan = Grammar().plan(Brief(prompt=f"{words}, three-quarter view", seed=random.randrange(1000))).replace(canvas=canvas)
    azimuth = random.choice((0.0, 180.0, random.uniform(-180, 180), random.uniform(-60, 60), random.uniform(-60, 60)))
    first = plan.replace(camera=camera(random, azimuth))
    built = world(first, Brief(prompt=words), random.randrange(1000))
    lit = built.lit()
    for taken in [first, *(plan.replace(camera=camera(random, azimuth)) for _ in range(VIEWS - 1))]:
        set_up = stage(taken)
        if [s.pose for s in set_up.solids] == [s.pose for s in built.stage.solids]:
            yield Photo(
                _shot(built, lit, set_up.view, taken, random), _corner(set_up), taken.camera.elevation, taken.camera.roll
            )


def camera(random: Random, azimuth: float) -> Camera:
    """A camera such as people ask for, a little off; half of them upright."""
    elevation = random.choice((random.uniform(-20, 12), random.uniform(0, 45), random.uniform(0, 45), random.uniform(30, 90)))
    roll = random.choice((0.0, 0.0, random.uniform(-6, 6), random.uniform(-25, 25)))
    focal = 24 * (135 / 24) ** random.random()
    return Camera(azimuth=azimuth, elevation=elevation, roll=roll, focal_mm=focal, zoom=random.uniform(0.7, 1.25))


def prompt(random: Random) -> str:
    """One thing, a few of a kind, or two things beside each other."""

    def thing(*kinds: tuple[str, ...]) -> str:
        return f"{random.choice(COLOURS)} {random.choice(random.choice(kinds))}"

    def written() -> str:
        return f' that says "{random.choice(WORDS)}"' if random.random() < 0.5 else ""

    kind = random.random()
    if kind < 0.55:
        subject = f"A {thing(BLOCKS, BLOCKS, FACED, TURNED)}{written()}"
    elif kind < 0.7:
        subject = f"{random.choice(('Two', 'Three', 'Four'))} {thing(BLOCKS, TURNED)}s"
    else:
        relation = random.choice(("to the left of", "behind", "next to", "in front of", "to the right of"))
        subject = f"A {thing(BLOCKS, FACED)} {relation} a {thing(BLOCKS, TURNED)}"
    return subject + random.choice(GROUNDS) + random.choice(LIGHTS)


def _corner(set_up: Stage) -> float | None:
    """How far round the largest thing with corners the camera stands; None where there is none, or it lies on its back."""
    found = [solid for solid in set_up.solids if solid.shape in CORNERED]
    if not found:
        return None
    largest = max(found, key=lambda solid: solid.size[0] * solid.size[2])
    return None if largest.pose.tip >= 45 else set_up.azimuth - largest.pose.yaw


def _shot(built: World, lit: object, view: View, plan: Plan, random: Random) -> Array:
    width, height = plan.canvas.width, plan.canvas.height
    whole, context = (0, 0, width, height), Unwatched()
    eye = trace.sensor(view, width, height, whole)
    seen = look_at(built, trace.sensor(view, width, height, whole, centred=True), eye, 3, context)
    light = trace.trace(lit, eye, SAMPLES, random.randrange(2**31), context, "", (0, 1), 1.0, glass=built.glass)
    clean = trace.denoised(light, seen.albedo, seen.normals, quick=True)
    return developed(clean, metered(clean, seen.albedo, weights(built, seen), lights.RIGS[plan.light].exposure))


def save(path: Path, kept: list[Photo]) -> None:
    pixels = np.zeros((len(kept), SIDE, SIDE, 3), np.uint8)
    sizes = np.array([photo.pixels.shape[:2] for photo in kept])
    for n, photo in enumerate(kept):
        pixels[n, : sizes[n, 0], : sizes[n, 1]] = photo.pixels
    angles = np.array([(np.nan if p.azimuth is None else p.azimuth, p.elevation, p.roll) for p in kept], np.float32)
    np.savez_compressed(path, pixels=pixels, sizes=sizes, angles=angles)


def load(path: Path) -> list[Photo]:
    with np.load(path) as file:
        pixels, sizes, angles = file["pixels"], file["sizes"], file["angles"]
    return [
        Photo(picture[:h, :w], None if np.isnan(azimuth) else float(azimuth), float(elevation), float(roll))
        for picture, (h, w), (azimuth, elevation, roll) in zip(pixels, sizes, angles, strict=True)
    ]
