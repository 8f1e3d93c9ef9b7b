"""Room for a brand's logo: a corner of a wide design, else a strip at the top or the foot, with clear space around it."""

from __future__ import annotations

import random
from collections.abc import Collection
from dataclasses import replace

from engine.layout.arrange import Frame
from engine.types import Box

CLEAR = 0.8
"""The clear space beside a logo, as a share of its own height."""


def reserved(frame: Frame, *, alone: bool, at_foot: bool, chance: random.Random) -> tuple[Box, Frame]:
    """The logo's room in pixels, and the frame that is left. `alone`: it has the frame to itself; `at_foot`: not at the top."""
    if alone:
        wide, high = 0.6 * frame.across, 0.45 * frame.down
        left, top = frame.x0 + (frame.across - wide) / 2, frame.y0 + (frame.down - high) / 2
        return (left, top, left + wide, top + high), frame
    if frame.across > 1.5 * frame.down:
        high = min(0.3 * frame.down, 0.16 * frame.unit)
        wide = min(2.4 * high, 0.26 * frame.across)
        return (frame.x1 - wide, frame.y0, frame.x1, frame.y0 + high), replace(frame, x1=frame.x1 - wide - CLEAR * high)
    high = min(0.105 * frame.unit, 0.14 * frame.down)
    wide = min(4 * high, 0.5 * frame.across)
    if at_foot or chance.random() < 0.4:
        return (frame.x0, frame.y1 - high, frame.x0 + wide, frame.y1), replace(frame, y1=frame.y1 - (1 + CLEAR) * high)
    return (frame.x0, frame.y0, frame.x0 + wide, frame.y0 + high), replace(frame, y0=frame.y0 + (1 + CLEAR) * high)


def aligned(room: Box, texts: Collection[Box], frame: Frame) -> Box:
    """A strip's room under the texts' left edge, or on their axis where they have one; a corner stays where it is."""
    x0, y0, x1, y1 = room
    if not texts or x0 > frame.x0:
        return room
    axes = [(text[0] + text[2]) / 2 for text in texts]
    left = min(text[0] for text in texts)
    if max(axes) - min(axes) < 0.02 * frame.across and left > frame.x0 + 0.01 * frame.across:
        left = axes[0] - (x1 - x0) / 2
    return left, y0, left + x1 - x0, y1
