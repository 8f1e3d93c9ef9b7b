"""A picture that Plantain saved and nobody has changed since, as the render that it was."""

from __future__ import annotations

from engine.api import RunContext
from engine.errors import EngineError
from engine.pictures import Picture
from engine.renderers.studio import Studio
from engine.types import Raster, Render, Trace


def reopened(picture: Picture, trace: Trace, context: RunContext) -> Render | None:
    """The best render of the trace with the picture's pixels; None where these are not its own any more, or came from disk.

    What the studio drew has its masks, depth and normals again, which takes a second or two; none where they would not be
    what they were: a font or a file of the brand kit is gone, or another version drew it.
    """
    made, pixels = trace.best_round().render, Raster(picture.pixels)
    if made.file is not None or picture.alpha is not None or pixels != made.pixels:
        return None
    bare = made.replace(pixels=pixels, masks={}, depth=None, normals=None)
    if made.painted:
        return bare
    try:
        shown = Studio().shown(trace.best_plan(), bare, context)
    except EngineError:
        return bare
    return shown if shown.masks == made.masks else bare
