"""The studio's draft of a plan as guidance for a model: a picture to start from with exact text, its depth, its edges.

What the studio has no shape for stands in the draft as a plain round body of its colour. No name is written on it, and
depth and edges say where it is but not that it is round.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import numpy as np
from PIL import Image

from engine.api import RunContext
from engine.errors import EngineFailure
from engine.renderers.diffusion.families import Solver
from engine.renderers.diffusion.jobs import Guidance
from engine.renderers.diffusion.prompting import Reads
from engine.renderers.studio import Studio
from engine.types import Array, Brief, Element, Plan, Quality, Raster, Render
from engine.vocabulary import GROUNDS

LONGEST: Final = 640
"""The longer side, in pixels, at which a scene is traced for a draft: enough for its letters, a tenth of the time."""
STRENGTH: Final[dict[tuple[bool, bool], float]] = {
    (True, False): 0.55, (True, True): 0.75, (False, False): 0.88, (False, True): 0.94,
}  # fmt: skip
"""How far from the draft the picture may go, by (the studio drew all of it, the model denoises by flow matching).

Flow matching holds on longer to what it starts from: it needs a higher strength for the same change.
"""
FREEDOM: Final[dict[Quality, float]] = {"fast": -0.05, "balanced": 0.0, "pro": 0.05}
KEPT_LETTERS: Final = 0.12
"""How much closer the picture stays to the draft whose letters the model could not write itself."""
_SAID: Final = frozenset({"text", "label", "image", "background"})


class _Quietly(RunContext):
    """A context for the draft: it can be cancelled and tells what it has to; its progress is that of one stage."""

    def __init__(self, context: RunContext) -> None:
        self._context = context

    def progress(self, stage: str, done: float, preview: Raster | None = None) -> None:
        self._context.progress("draft", done)

    def tell(self, sentence: str) -> None:
        self._context.tell(sentence)

    def on_cancel(self, stop: Callable[[], None] | None) -> None:
        self._context.on_cancel(stop)

    def took(self, work: str, seconds: float) -> None:
        self._context.took(work, seconds)


def blockout(plan: Plan, brief: Brief, seed: int, context: RunContext, reads: Reads, solver: Solver) -> Guidance:
    """The draft as large as the canvas, with the strength for a model that `reads` and denoises so.

    Empty where the studio can draw nothing of the plan, or too little to be worth following.
    """
    draft = drafted(plan)
    if draft is None:
        return Guidance()
    try:
        render = Studio().render(draft, brief.replace(quality="fast"), seed, _Quietly(context))
    except EngineFailure as error:
        context.tell(f"The picture is drawn without a draft: {error.happened}")
        return Guidance()
    size, standing = (plan.canvas.width, plan.canvas.height), _standing_where(plan, render)
    return Guidance(
        image=_resized(render.pixels.array, size),
        depth=None if render.depth is None else _resized(nearness(render.depth.array, standing), size),
        edges=_resized(edges(render.pixels.array, standing), size),
        strength=strength(plan, brief.quality, reads, solver),
    )


def strength(plan: Plan, quality: Quality, reads: Reads, solver: Solver) -> float:
    """How far from its draft the plan's picture may go, 0..1."""
    value = STRENGTH[not Studio().missing(plan) and plan.kind != "picture", solver != "noise"] + FREEDOM[quality]
    unspelt = any(len(text.text) > reads.spells for text in plan.texts())
    return round(min(0.97, value - KEPT_LETTERS * unspelt), 2)


def drafted(plan: Plan) -> Plan | None:
    """The plan as the studio can draw it, at a draft's size; None where it would show nothing that the plan asks for."""
    if plan.kind == "flat" and not Studio().missing(plan):
        return plan if any(e.kind in {"text", "image"} for e in plan.elements) else None
    shapes = [e for e in plan.elements if e.kind not in _SAID | GROUNDS and e.count]
    drawable = [e for e in shapes if e.kind != "thing"]
    arranged = bool(plan.relations) or any(r.kind == "view" for r in plan.requirements)
    hosted = [text for text in plan.texts() if plan.host(text.id) is not None]
    if not drawable and not (shapes and (hosted or (arranged and len(shapes) > 1))):
        return None
    standing = plan.replace(kind="scene", elements=tuple(_standing(plan, element) for element in plan.elements))
    scale = min(1.0, LONGEST / max(plan.canvas.width, plan.canvas.height))
    width, height = (max(16, round(side * scale)) for side in (plan.canvas.width, plan.canvas.height))
    return standing.replace(canvas=plan.canvas.replace(width=width, height=height))


def _standing(plan: Plan, element: Element) -> Element:
    """The element, or for a thing a body without a name: a box where something is written on it, else round."""
    if element.kind != "thing":
        return element
    written = any(r.relation == "on" and r.object == element.id and plan.element(r.subject).text for r in plan.relations)
    return element.replace(kind="box" if written else "sphere", label="box" if written else "sphere", text="")


def _standing_where(plan: Plan, render: Render) -> Array:
    """Where bodies stand in for things, with a margin around them: bool (h, w)."""
    from scipy.ndimage import binary_dilation

    here = np.zeros(render.pixels.shape[:2], bool)
    for element in plan.elements:
        if element.kind == "thing" and element.id in render.masks:
            here |= render.masks[element.id].array > 0
    found: Array = binary_dilation(here, iterations=max(1, max(here.shape) // 64))
    return found


def nearness(depth: Array, vague: Array) -> Array:
    """Distances, float (h, w), as a depth ControlNet was taught them: uint8 (h, w, 3), white near, black far or nothing.

    Where it is `vague`, bool (h, w), shapes are blurred away.
    """
    from scipy.ndimage import gaussian_filter

    seen = np.isfinite(depth) & (depth > 0)
    if not seen.any():
        return np.zeros((*depth.shape, 3), np.uint8)
    inverse = np.where(seen, 1 / np.where(seen, depth, 1.0), 0.0)
    far, near = np.percentile(inverse[seen], (1, 99))
    scaled = np.where(seen, np.clip((inverse - far) / max(near - far, 1e-9), 0, 1), 0.0)
    scaled = np.where(vague, gaussian_filter(scaled, max(depth.shape) / 40), scaled)
    return np.repeat(np.round(scaled * 255).astype(np.uint8)[..., None], 3, axis=2)


def edges(pixels: Array, vague: Array) -> Array:
    """Canny's edges as a ControlNet was taught them: uint8 (h, w, 3), white lines on black; none where it is `vague`."""
    import cv2

    lines = cv2.Canny(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), 100, 200)
    return np.repeat(np.where(vague, 0, lines).astype(np.uint8)[..., None], 3, axis=2)


def _resized(picture: Array, size: tuple[int, int]) -> Array:
    if picture.shape[1::-1] == size:
        return picture
    return np.asarray(Image.fromarray(picture).resize(size, Image.Resampling.LANCZOS))
