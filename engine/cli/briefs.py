"""From the words on the command line to a Brief and, for a picture from disk, to the Render to start from."""

from __future__ import annotations

import argparse
import math
import sys
from pathlib import Path
from typing import Any

from engine import pictures
from engine.api import Quiet
from engine.canvas import ASPECTS, SIZES
from engine.codec import from_json
from engine.colour.names import parse
from engine.errors import BadInput
from engine.registry import planner
from engine.reopening import reopened
from engine.trust.loopback import Loopback
from engine.trust.metadata import read_trace
from engine.trust.opinion import Opinion, wanted
from engine.types import Box, Brand, Brief, Plan, Raster, Render

MAX_JSON = 4_000_000


def brief_of(arguments: argparse.Namespace, prompt: str) -> Brief:
    """The brief written in `prompt` (text, @FILE.json or -), with the options given set over it."""
    if prompt == "-":
        brief = Brief(prompt=sys.stdin.read())
    elif prompt.startswith("@"):
        brief = from_json(Brief, read_bytes(prompt[1:]), prompt[1:])
    else:
        brief = Brief(prompt=prompt)
    given = vars(arguments)
    changes: dict[str, Any] = {
        name: given[name] for name in ("aspect", "size", "quality", "seed", "renderer", "model") if given.get(name) is not None
    }
    if sampling := _sampling(given):
        changes["sampling"] = brief.sampling.replace(**sampling)
    if given.get("reference"):
        changes["references"] = tuple(given["reference"])
    if given.get("brand"):
        changes["brand"] = _brand(Path(given["brand"]))
    if given.get("stand_ins"):
        changes["stand_ins"] = True
    limits = {name: given[name] for name in ("max_rounds", "max_seconds") if given.get(name) is not None}
    changes["budget"] = brief.budget.replace(**limits) if limits else brief.budget
    brief = brief.replace(**changes)
    _check_canvas(brief)
    for reference in brief.references:
        pictures.read(reference)
    return brief


def opinion_of(arguments: argparse.Namespace) -> Opinion | None:
    """Whose second opinion the options ask for, the user's own choice for what they leave open; None without any.

    Raises BadInput where an address or a model is missing, and for an address that is not on this computer.
    """
    if arguments.opinion is None and arguments.opinion_model is None:
        return None
    usual = wanted()
    asked = usual.replace(address=arguments.opinion or usual.address, model=arguments.opinion_model or usual.model)
    if not asked.on:
        raise BadInput("A second opinion needs an address and a model.", "Give --opinion URL and --opinion-model NAME.")
    Loopback(asked.address)
    return asked


def picture_brief(arguments: argparse.Namespace) -> tuple[Brief, Render]:
    """The brief for a picture from disk, its plan fitted to that picture, and the picture as a render to start from.

    Where nobody has changed what Plantain saved, it is the render that it was.
    A prompt asks for no layout, so the places that the planner proposes are not held against a picture made elsewhere.
    """
    picture = pictures.read(arguments.image)
    height, width = picture.pixels.shape[:2]
    start: Render | None = None
    if arguments.prompt is not None:
        brief = brief_of(arguments, arguments.prompt)
        asked = planner().plan(brief)
        plan = planner().plan(brief if asked_for_size(asked, brief) else brief.replace(aspect=_nearest_aspect(width, height)))
        plan = plan if asked_for_size(asked, brief) else _sized(plan, width, height)
        plan = plan.replace(requirements=tuple(r for r in plan.requirements if r.kind != "framing"))
    elif arguments.plan is not None:
        brief = brief_of(arguments, "")
        plan = from_json(Plan, read_bytes(arguments.plan), arguments.plan)
    elif trace := read_trace(picture.info, arguments.image):
        brief, plan = brief_of(arguments, trace.brief.prompt), trace.best_plan()
        start = reopened(picture, trace, Quiet())
    else:
        raise BadInput(f"{arguments.image} carries no plan.", "Say with --prompt or --plan what it should show.")
    if region := getattr(arguments, "region", None):
        plan = _within(plan, region)
        brief = brief.replace(regions=(region,))
    if start is None:
        name, file = Path(arguments.image).name, pictures.raster(arguments.image)
        start = Render(renderer="file", pixels=Raster(picture.pixels), parameters={"file": name}, file=file)
    return brief.replace(plan=plan), start


def asked_for_size(plan: Plan, brief: Brief) -> bool:
    """Whether the prompt or an option names the canvas; a picture from disk is not measured against a default."""
    named = any(r.kind == "size" and r.span != (0, 0) for r in plan.requirements)
    return named or brief.aspect is not None or brief.size is not None


def read_bytes(path: str) -> bytes:
    """A JSON file's bytes. Raises BadInput where it is missing or absurdly large."""
    try:
        if Path(path).stat().st_size > MAX_JSON:
            raise BadInput(f"{path} is larger than {MAX_JSON // 1_000_000} MB.", "That is no plan or brief.")
        return Path(path).read_bytes()
    except OSError as error:
        raise BadInput(f"{path} cannot be read ({error.strerror}).", "Check the name and the folder.") from error


def _sampling(given: dict[str, Any]) -> dict[str, Any]:
    """The fields of a Sampling that options were given for."""
    found = {name: given[name] for name in ("steps", "guidance", "scheduler", "negative") if given.get(name) is not None}
    if given.get("lora"):
        found["loras"] = tuple(given["lora"])
    if given.get("controlnet"):
        found["controlnet"], found["signal"] = given["controlnet"]
    return found


def _check_canvas(brief: Brief) -> None:
    if brief.aspect is not None and brief.aspect not in ASPECTS:
        raise BadInput(f"There is no aspect {brief.aspect!r}.", f"Use one of {', '.join(ASPECTS)}.")
    if brief.size is not None and brief.size not in SIZES:
        raise BadInput(f"There is no size {brief.size!r}.", f"Use one of {', '.join(SIZES)}.")


def _brand(path: Path) -> Brand:
    brand = from_json(Brand, read_bytes(str(path)), str(path))
    for name, colour in brand.colors.items():
        if parse(colour) is None:
            raise BadInput(f"{path}: colors.{name} is no colour ({colour!r}).", "Write it as #RRGGBB.")
    files = {key: str(path.parent / value) for key in ("font", "logo") if (value := getattr(brand, key))}
    for key, file in files.items():
        if not Path(file).is_file():
            raise BadInput(f"{path}: {key} names no file ({file}).", "Correct the path; it starts at the brand file.")
    return brand.replace(**files)


def _nearest_aspect(width: int, height: int) -> str:
    def off(aspect: str) -> float:
        across, down = aspect.split(":")
        return abs(math.log(int(across) / int(down)) - math.log(width / height))

    return min(ASPECTS, key=off)


def _sized(plan: Plan, width: int, height: int) -> Plan:
    """The plan on the picture's own canvas, as near as a canvas may be to it, without claims about the size."""
    smallest, largest = 16, 16384
    across, down = (min(max(smallest, side), largest) for side in (width, height))
    canvas = plan.canvas.replace(width=across, height=down)
    return plan.replace(canvas=canvas, requirements=tuple(r for r in plan.requirements if r.kind != "size"))


def _within(plan: Plan, region: Box) -> Plan:
    """The plan with everything it names looked for in the region; several texts share it from top to bottom."""
    x0, y0, x1, y1 = region
    texts = [element.id for element in plan.texts()]
    step = (y1 - y0) / max(1, len(texts))
    boxes = {name: (x0, y0 + n * step, x1, y0 + (n + 1) * step) for n, name in enumerate(texts)}
    elements = tuple(e if e.kind == "background" else e.replace(box=boxes.get(e.id, region)) for e in plan.elements)
    requirements = tuple(
        r for r in plan.requirements if r.kind not in {"framing", "position"} and (r.element or r.kind != "text")
    )
    return plan.replace(elements=elements, requirements=requirements)
