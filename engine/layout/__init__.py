"""Where texts and pictures stand in flat artwork. Pure Python: planning imports this.

A layout is a frame inside margins, a size for each text by its role, and one of a few arrangements chosen by the
canvas, the texts and the seed. Boxes are as tight as the texts' estimated extents.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

from engine.layout.arrange import Block, Frame, arrange, rows
from engine.layout.logo import aligned, reserved
from engine.layout.measure import Extent
from engine.types import Box, Canvas, Element

__all__ = ["flat_boxes", "grown"]

_ROLES = {"headline": 0, "subtitle": 1, "body": 2, "small print": 3}


def flat_boxes(canvas: Canvas, elements: Sequence[Element], seed: int) -> dict[str, Box]:
    """A box for every text, image and logo element, by id. Boxes do not overlap; texts stay inside the margins.

    A text whose `scale` is not 1 has a box that much larger or smaller, as far as its neighbours leave room.
    """
    texts = [
        Block(element.id, Extent.of(element.text), _ROLES.get(element.label, 2), element.text)
        for element in elements
        if element.kind == "text" and element.text.strip()
    ]
    images = [element.id for element in elements if element.kind == "image"]
    logo = next((element.id for element in elements if element.kind == "logo"), None)
    if not texts and not images and logo is None:
        return {}
    frame = left = Frame.of(canvas)
    chance = random.Random(f"layout {seed}")
    room = None
    if logo is not None:
        room, left = reserved(frame, alone=not texts and not images, at_foot=bool(images), chance=chance)
    placed = arrange(left, texts, images, chance) if texts or images else {}
    if not _sound(placed, frame):
        placed = rows(left, texts, images)
    if logo is not None and room is not None:
        stands = aligned(room, [placed[text.id] for text in texts], frame)
        if not _sound(placed | {logo: stands}, frame):
            placed, stands = rows(left, texts, images) if texts or images else {}, room
        placed[logo] = stands
    boxes = {name: _normalised(box, canvas) for name, box in placed.items()}
    scales = {element.id: element.scale for element in elements if element.kind == "text" and element.id in boxes}
    return grown(boxes, scales, (frame.x0 / canvas.width, frame.y0 / canvas.height))


def grown(boxes: Mapping[str, Box], scales: Mapping[str, float], margin: tuple[float, float]) -> dict[str, Box]:
    """The boxes with each scaled about its centre within the margins; larger ones push neighbours to shrink, never overlap."""
    out = dict(boxes)
    for name, scale in scales.items():
        if scale == 1:
            continue
        x0, y0, x1, y1 = boxes[name]
        across, down = min((x1 - x0) * scale, 1 - 2 * margin[0]), min((y1 - y0) * scale, 1 - 2 * margin[1])
        left = min(max((x0 + x1 - across) / 2, margin[0]), 1 - margin[0] - across)
        top = min(max((y0 + y1 - down) / 2, margin[1]), 1 - margin[1] - down)
        out[name] = (left, top, left + across, top + down)
    for name, scale in sorted(scales.items(), key=lambda pair: -pair[1]):
        for other in boxes:
            if scale > 1 and other != name:
                out[name], out[other] = _parted(out[name], out[other], boxes[name], boxes[other])
    return out


def _parted(big: Box, small: Box, big_was: Box, small_was: Box) -> tuple[Box, Box]:
    """The two boxes without overlap: the smaller gives way down to half its side, then the larger stops growing."""
    if big[2] <= small[0] or small[2] <= big[0] or big[3] <= small[1] or small[3] <= big[1]:
        return big, small
    apart = [(small_was[axis] - big_was[axis + 2], axis, 1) for axis in (0, 1)]
    apart += [(big_was[axis] - small_was[axis + 2], axis, -1) for axis in (0, 1)]
    _, axis, side = max(apart)
    b, s = list(big), list(small)
    if side > 0:
        half = (small_was[axis] + small_was[axis + 2]) / 2
        b[axis + 2] = min(b[axis + 2], half)
        s[axis] = min(max(s[axis], b[axis + 2]), s[axis + 2] - 1e-3)
        b[axis + 2] = min(b[axis + 2], s[axis])
    else:
        half = (small_was[axis] + small_was[axis + 2]) / 2
        b[axis] = max(b[axis], half)
        s[axis + 2] = max(min(s[axis + 2], b[axis]), s[axis] + 1e-3)
        b[axis] = max(b[axis], s[axis + 2])
    return (b[0], b[1], b[2], b[3]), (s[0], s[1], s[2], s[3])


def _sound(placed: Mapping[str, Box], frame: Frame) -> bool:
    """Whether every box has an area inside the canvas and none overlaps another."""
    boxes = list(placed.values())
    inside = all(0 <= x0 < x1 <= frame.width and 0 <= y0 < y1 <= frame.height for x0, y0, x1, y1 in boxes)
    return inside and not any(
        a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3] for at, a in enumerate(boxes) for b in boxes[at + 1 :]
    )


def _normalised(box: Box, canvas: Canvas) -> Box:
    x0, y0, x1, y1 = box
    return max(x0 / canvas.width, 0.0), max(y0 / canvas.height, 0.0), min(x1 / canvas.width, 1.0), min(y1 / canvas.height, 1.0)
