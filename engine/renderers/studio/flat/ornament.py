"""Ornament, sparing: rules, frames and one motif where the page is empty. Never near a letter, never like one."""

from __future__ import annotations

from collections.abc import Sequence

from engine.renderers.studio.flat.palette import Palette
from engine.renderers.studio.flat.setting import Placed
from engine.renderers.studio.flat.voice import Voice
from engine.types import Array, Brief, Plan


def ornament(
    pixels: Array,
    plan: Plan,
    brief: Brief,
    spoken: Voice,
    colours: Palette,
    texts: Sequence[Placed],
    masks: dict[str, Array],
    seed: int,
) -> None:
    return None
