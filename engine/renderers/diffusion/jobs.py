"""What a pipeline is asked to draw: one picture, everything it needs said, no model yet."""

from __future__ import annotations

from dataclasses import dataclass

from engine.types import Array, Box, Signal


@dataclass(frozen=True)
class Guidance:
    """What the picture should follow: pictures as large as the canvas, uint8 (h, w, 3), None where there is none.

    `image` is a draft to start from, `strength` how far the new may be from it: 1 leaves nothing of it. `depth` is bright
    where near, `edges` white lines on black, `pose` a skeleton as OpenPose colours it.
    """

    image: Array | None = None
    depth: Array | None = None
    edges: Array | None = None
    pose: Array | None = None
    strength: float = 1.0

    def signal(self, kind: Signal) -> Array | None:
        return {"depth": self.depth, "edges": self.edges, "pose": self.pose}[kind]


@dataclass(frozen=True)
class Placed:
    """A thing that has its place in the picture, and the words for it."""

    box: Box
    words: str


@dataclass(frozen=True)
class Job:
    """One run of a pipeline. `width` and `height` are the pipeline's own multiples; pictures are uint8 (h, w, 3) of that size.

    With `image` it starts from that picture as `strength` allows, with `mask` (h, w; 255 is drawn anew) only there.
    `control` is what a ControlNet follows, weighed by `control_scale`; `references` are of any size. `whole` is the size
    (width, height) of the picture that the job draws a part of, None where it draws all of it. `placed` are told in their
    boxes, beside the prompt. `rough`: the picture is a start for another pass, and need only say what is where.
    """

    prompt: str
    width: int
    height: int
    steps: int
    guidance: float
    seed: int
    negative: str = ""
    image: Array | None = None
    mask: Array | None = None
    strength: float = 1.0
    control: Array | None = None
    control_scale: float = 1.0
    references: tuple[Array, ...] = ()
    whole: tuple[int, int] | None = None
    placed: tuple[Placed, ...] = ()
    rough: bool = False
