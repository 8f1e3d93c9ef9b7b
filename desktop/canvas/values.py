"""What the canvas is given to show, and the words for how it is used. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, get_args

from engine.types import Box, Verdict

Tool = Literal["move", "rect", "ellipse", "lasso", "brush", "eraser", "element", "text", "pick"]
TOOLS: Final[tuple[Tool, ...]] = get_args(Tool)
CompareMode = Literal["wipe", "side", "blink"]


@dataclass(frozen=True)
class PlanBox:
    """An element of the plan and where it is meant to be. `box` is (x0, y0, x1, y1) in 0..1."""

    id: str
    label: str
    box: Box


@dataclass(frozen=True)
class Mark:
    """A finding at its place in the picture: `id` is the requirement's, `message` a sentence for a designer."""

    id: str
    box: Box
    verdict: Verdict
    message: str = ""
