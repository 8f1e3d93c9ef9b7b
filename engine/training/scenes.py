"""Views to learn the camera from: a small studio render, and what the studio sketches of its plan from near its camera."""

from __future__ import annotations

import hashlib
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from random import Random
from typing import Any

import numpy as np

from engine.api import Quiet
from engine.canvas import ASPECTS
from engine.critics.camera import cut, subject, window
from engine.critics.pose import SIDE, halved
from engine.errors import EngineError
from engine.planners.grammar import Grammar
from engine.renderers.studio import Studio
from engine.staging import stage
from engine.staging.shapes import HANGING, ROUND
from engine.training.clean import COLOURS, FINISHES, LIGHTS, PLACES, WORDS
from engine.types import Array, Brief, Camera, Plan
from engine.vocabulary import SHAPES

WIDER = 1.3
"""A picture is kept so many times wider than the sketch, to be turned and moved."""
SKETCHES = 4
"""Of each picture so many sketches."""
WINDOW, PIXELS = 120, 40_000
"""A picture is rendered as small as gives its window so many pixels a side, and no larger than so many in all."""
KINDS = (
    "box", "box", "carton", "cube", "book", "pouch", "bag", "tube", "card", "phone", "laptop", "pyramid", "frame", "sign",
    "lettering", "bottle", "bottle", "jar", "jar", "can", "can", "mug", "cup", "cylinder", "cone", "sphere", "torus",
)  # fmt: skip
SIDES = ("to the left of", "to the right of", "behind", "in front of", "next to")


@dataclass(frozen=True)
class Views:
    """`pictures` uint8 (n, WIDER × SIDE, WIDER × SIDE, 3) and `sketches` uint8 (n, SIDE, SIDE, 6) of the same scene.

    `angles` (n, 2, 2): elevation and roll of the picture's camera and of the sketch's; whether the subject is `round` (n,), and
    which `scene` it is (n,).
    """

    pictures: Array
    sketches: Array
    angles: Array
    round: Array
    scene: Array


@dataclass(frozen=True)
class Sketches:
    """`sketches` uint8 (n, SIDE, SIDE, 6) of a scene each, and the `angles` (n, 2) of their cameras: elevation and roll."""

    sketches: Array
    angles: Array


Kind = type[Views] | type[Sketches]


def held_out(noun: str) -> bool:
    """Whether the noun is for the measurement alone: about one in five, the same ones always."""
    return hashlib.sha256(noun.encode()).digest()[0] < 51


@cache
def _nouns(kind: str, held: bool) -> tuple[str, ...]:
    known = sorted(noun for noun, shape in SHAPES.items() if shape == kind)
    return tuple(noun for noun in known if held_out(noun) == held) or tuple(known)


def prompt(random: Random, held: bool) -> str:
    """A few things, turned as for a view that was asked for; of nouns that are held out, or of all others."""

    def thing(kind: str) -> str:
        return " ".join(f"{random.choice(COLOURS)} {random.choice(FINISHES)} {random.choice(_nouns(kind, held))}".split())

    kind, form = random.choice(KINDS), random.random()
    if kind == "lettering":
        subject = f'{random.choice(COLOURS)} {random.choice(FINISHES)} 3D letters "{random.choice(WORDS)}"'
    elif form < 0.65:
        label = f" with a {random.choice(COLOURS)} label" if random.random() < 0.25 else ""
        subject = f"A {thing(kind)}{label}" + (f' that says "{random.choice(WORDS)}"' if random.random() < 0.45 else "")
    elif form < 0.8:
        subject = f"{random.choice(('Two', 'Three', 'Four'))} {thing(kind)}s"
    else:
        subject = f"A {thing(kind)} {random.choice(SIDES)} a {thing(random.choice(KINDS))}"
    place = f" {random.choice(PLACES)}" if random.random() < 0.7 else ""
    light = f", {random.choice(LIGHTS)}" if random.random() < 0.5 else ""
    return f"{subject}{place}{light}, three-quarter view"


def planned(random: Random, held: bool) -> Plan:
    """The plan of a prompt that the studio can stage, with a camera as people ask for, or any other."""
    while True:
        words, aspect = prompt(random, held), random.choice((*ASPECTS[:7], "1:1", "1:1", "4:3"))
        try:
            plan = Grammar().plan(Brief(prompt=words, seed=random.randrange(1000), aspect=aspect, size="512"))
            plan = plan.replace(camera=_camera(random, plan))
            stage(plan)
        except (EngineError, ValueError):
            continue
        if plan.kind == "scene" and not Studio().missing(plan):
            return plan


def _camera(random: Random, plan: Plan) -> Camera:
    hangs = any(element.kind in HANGING for element in plan.elements)
    about = random.choice((0, 0, 25, 30, -30, 45, 90, 180)) + random.uniform(-12, 12)
    azimuth = random.uniform(-50, 50) if hangs else random.choice((about, about, random.uniform(-180, 180)))
    elevation = random.choice((random.uniform(-15, 10), *(random.uniform(2, 50) for _ in range(4)), random.uniform(50, 88)))
    roll = random.choice((0.0, 0.0, random.uniform(-6, 6), random.uniform(-15, 15)))
    return plan.camera.replace(azimuth=azimuth, elevation=elevation, roll=roll)


def _elsewhere(random: Random, camera: Camera, nth: int) -> Camera:
    """The camera itself for the first sketch, then near it or farther off, in one of its angles or in all."""
    if not nth:
        return camera
    far = random.choice((0.5, 1.0, 1.0))
    turn, rise, tilt = (far * random.uniform(-reach, reach) * (random.random() < 0.6) for reach in (25, 25, 14))
    elevation = min(88.0, max(-20.0, camera.elevation + rise))
    return camera.replace(azimuth=camera.azimuth + turn, elevation=elevation, roll=camera.roll + tilt)


def cameras(seed: int, number: int, held: bool) -> tuple[Plan, int, list[Plan]]:
    """The plan of the numbered scene, as small as it is rendered, the seed of that, and the same plan for the sketches."""
    random = Random(f"{seed}:{number}")
    plan = planned(random, held)
    set_up = stage(plan)
    side = window(set_up, plan.canvas.width, plan.canvas.height)[2]
    scale = min(1.0, WINDOW / side, (PIXELS / (plan.canvas.width * plan.canvas.height)) ** 0.5)
    canvas = plan.canvas.replace(width=round(scale * plan.canvas.width), height=round(scale * plan.canvas.height))
    plan, chance = plan.replace(canvas=canvas), random.randrange(1000)
    others = [plan.replace(camera=_elsewhere(random, plan.camera, nth)) for nth in range(SKETCHES)]
    tips = [solid.pose.tip for solid in set_up.solids]
    return plan, chance, [other for other in others if [solid.pose.tip for solid in stage(other).solids] == tips]


def views(seed: int, number: int, held: bool) -> Iterator[tuple[object, ...]]:
    """What Views holds of the numbered scene, one sketch after the other."""
    plan, chance, others = cameras(seed, number, held)
    picture = Studio().render(plan, Brief(quality="fast"), chance, Quiet()).pixels.array
    for other in others:
        left, top, size = square = window(stage(other), plan.canvas.width, plan.canvas.height)
        more = (WIDER - 1) / 2 * size
        wide = cut(picture, (left - more, top - more, WIDER * size), round(WIDER * SIDE))
        angles = [(camera.elevation, camera.roll) for camera in (plan.camera, other.camera)]
        is_round = subject(stage(other)).shape in ROUND
        yield (
            wide,
            halved(Studio().sketch(other, square, 2 * SIDE, Quiet()).look),
            np.array(angles, np.float32),
            is_round,
            number,
        )


def sketched(seed: int, number: int, held: bool) -> Iterator[tuple[object, ...]]:
    """What Sketches holds of the numbered scene, which is not rendered: twenty times as quick."""
    plan = planned(Random(f"{seed}:{number}"), held)
    square = window(stage(plan), plan.canvas.width, plan.canvas.height)
    yield (
        halved(Studio().sketch(plan, square, 2 * SIDE, Quiet()).look),
        np.array((plan.camera.elevation, plan.camera.roll), np.float32),
    )


def kept(
    folder: Path, kind: type[Views] | type[Sketches], seed: int, scenes: Sequence[range], *, held: bool
) -> tuple[Any, float]:
    """The views or sketches of the numbered scenes, drawn in two processes where an earlier run has not left them, and the
    seconds of processor time that took. Scenes are kept in blocks of the ranges' steps."""
    folder.mkdir(parents=True, exist_ok=True)
    blocks = [range(first, first + some.step) for some in scenes for first in some]
    paths = [folder / f"{kind.__name__}-{'held' if held else 'seen'}-{seed}-{block.start:05d}.npz" for block in blocks]
    missing = [(path, kind, seed, block, held) for path, block in zip(paths, blocks, strict=True)]
    missing = [one for one in missing if not one[0].exists()]
    with ProcessPoolExecutor(2, get_context("spawn")) as processes:
        for done in processes.map(_keep, *zip(*missing, strict=True)) if missing else ():
            print(done, file=sys.stderr, flush=True)
    parts = [dict(np.load(path)) for path in paths]
    seconds = float(sum(part.pop("seconds") for part in parts))
    return kind(**{name: np.concatenate([part[name] for part in parts]) for name in parts[0]}), seconds


def _keep(path: Path, kind: Kind, seed: int, numbers: range, held: bool) -> str:
    begun, drawn = time.process_time(), views if kind is Views else sketched
    rows = [row for number in numbers for row in drawn(seed, number, held)]
    columns = dict(zip(kind.__dataclass_fields__, map(np.stack, zip(*rows, strict=True)), strict=True))
    unfinished = path.with_suffix(".part.npz")
    np.savez(unfinished, allow_pickle=False, seconds=np.array(time.process_time() - begun), **columns)
    unfinished.rename(path)
    return f"{path.name}: {len(rows)}, {time.process_time() - begun:.0f} s"
