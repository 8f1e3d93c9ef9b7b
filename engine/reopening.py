"""A picture that Plantain saved and nobody has changed since, as the render that it was."""

from __future__ import annotations

from engine.api import RunContext
from engine.errors import EngineError
from engine.pictures import Picture
from engine.renderers.studio import Studio
from engine.types import Raster, Render, Trace


def reopened(picture: Picture, trace: Trace, context: RunContext) -> Render | None:
    """The best render of the trace with the picture's pixels; None where these are not its own any more, or came from disk.

    What the studio drew has its masks, depth and normals again, drawn in a second or two. It has none where these would not
    be what they were (a font or a file of the brand kit is gone, or another version drew it), nor where that kit is on another
    computer, which nobody has asked to call.
    """
    made, pixels = trace.best_round().render, Raster(picture.pixels)
    if made.file is not None or picture.alpha is not None or pixels != made.pixels:
        return None
    bare, plan = made.replace(pixels=pixels, masks={}, depth=None, normals=None), trace.best_plan()
    if made.painted or _elsewhere(plan.brand.logo) or _elsewhere(plan.brand.font):
        return bare
    try:
        shown = Studio().shown(plan, bare, context)
    except EngineError:
        return bare
    return shown if shown.masks == made.masks else bare


def _elsewhere(file: str) -> bool:
    """Whether it lies on another computer, by how Windows names such files."""
    return file.replace("\\", "/").startswith("//")
