"""Which rasters a trace holds, and a trace read from JSON given its pixels back."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from engine.errors import BadInput
from engine.types import Raster, Render, Round, Trace

Read = Callable[[Raster, type[np.generic]], Raster]


def rasters(trace: Trace) -> Iterator[Raster]:
    """Every raster of the trace; the same one may come more than once."""
    for done in trace.rounds:
        render = done.render
        yield render.pixels
        yield from render.masks.values()
        yield from (raster for raster in (render.depth, render.normals, render.file) if raster is not None)
        if done.fix is not None and done.fix.mask is not None:
            yield done.fix.mask


def filled(trace: Trace, read: Read) -> Trace:
    """The trace with each raster as `read(raster, dtype)` gives it: the best round first, then the newest.

    Raises BadInput where a raster is not shaped as its place asks.
    """
    rounds = list(trace.rounds)
    order = sorted(range(len(rounds)), key=lambda number: (number == trace.best, number), reverse=True)
    for number in order:
        rounds[number] = _filled_round(rounds[number], read)
    return trace.replace(rounds=tuple(rounds))


def _filled_round(done: Round, read: Read) -> Round:
    fix = done.fix
    if fix is not None and fix.mask is not None:
        fix = fix.replace(mask=read(_shaped(fix.mask, 2), np.uint8))
    return done.replace(render=_filled_render(done.render, read), fix=fix)


def _filled_render(render: Render, read: Read) -> Render:
    size = _shaped(render.pixels, 3).shape[:2]
    return render.replace(
        pixels=read(render.pixels, np.uint8),
        masks={element: read(_shaped(mask, 2, size), np.uint8) for element, mask in render.masks.items()},
        depth=read(_shaped(render.depth, 2, size), np.float32) if render.depth else None,
        normals=read(_shaped(render.normals, 3, size), np.float32) if render.normals else None,
        file=read(_shaped(render.file, 2), np.uint8) if render.file else None,
    )


def _shaped(raster: Raster, dimensions: int, size: tuple[int, ...] = ()) -> Raster:
    shape = raster.shape
    fits = len(shape) == dimensions and min(shape) > 0 and shape[2:] in {(), (3,)} and (not size or shape[:2] == size)
    if not fits:
        raise BadInput("A picture in this document has an impossible shape.", "Open an older copy of it.")
    return raster
