"""The arrangements: how a headline, what goes with it and pictures share a frame. All in pixels."""

from __future__ import annotations

import math
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from engine.layout.measure import Extent
from engine.types import Box, Canvas

_SIZES = (0.2, 0.062, 0.04, 0.036)  # em by role, as a share of the frame's unit
_WIDE = 1.7  # how much larger small texts are on wide canvases, which are seen whole at little height
_LEAST = 17.0  # pixels per em below which capitals are under 12 pixels high
_CONTACT = re.compile(r"\b\d{5}\b|@|www\.|\+\d\d|\.(?:com|org|de|net)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Frame:
    """The area inside the margins of a canvas of width × height pixels."""

    width: float
    height: float
    x0: float
    y0: float
    x1: float
    y1: float
    margin: float

    @classmethod
    def of(cls, canvas: Canvas) -> Frame:
        short, long = sorted((canvas.width, canvas.height))
        margin = short * (0.085 if long < 2.2 * short else 0.12)
        return cls(canvas.width, canvas.height, margin, margin, canvas.width - margin, canvas.height - margin, margin)

    @property
    def across(self) -> float:
        return self.x1 - self.x0

    @property
    def down(self) -> float:
        return self.y1 - self.y0

    @property
    def unit(self) -> float:
        """What type sizes are measured by: the short side, and a little more of it where the canvas is long."""
        short, long = sorted((self.width, self.height))
        return short * min(math.pow(long / short, 0.35), 1.8)


@dataclass(frozen=True)
class Block:
    """A text to place: its id, extent, rank (0 headline … 3 small print) and words."""

    id: str
    extent: Extent
    rank: int
    text: str


@dataclass(frozen=True)
class _Set:
    """A block at its size: the room it takes, in pixels."""

    id: str
    width: float
    height: float
    rank: int


def arrange(frame: Frame, texts: Sequence[Block], images: Sequence[str], chance: random.Random) -> dict[str, Box]:
    """A box in pixels for every text and image."""
    placed: dict[str, Box] = {}
    if images:
        placed, frame = _pictures(frame, images, bool(texts), chance)
    if not texts:
        return placed
    heads = [text for text in texts if text.rank == 0] or [min(texts, key=lambda text: text.rank)]
    rest = [text for text in texts if text not in heads]
    leftward = any("\u0590" <= character <= "\u08ff" for character in heads[0].text)
    if frame.across > 2.1 * frame.down and rest:
        boxes = _beside(frame, heads, rest, chance)
    elif any(_CONTACT.search(text.text) for text in rest) and frame.across > 1.15 * frame.down:
        boxes = _card(frame, heads, rest, chance)
    elif images:
        boxes = _column(frame, [*heads, *rest], chance.choice((0.0, 0.5)) if placed[images[0]][0] > 0 else 0.0)
    elif frame.across > 1.5 * frame.down or not rest or chance.random() < (0.65 if frame.across > 0.9 * frame.down else 0.4):
        boxes = _centred(frame, heads, rest)
    else:
        boxes = _ends(frame, heads, rest, chance)
    if leftward:
        boxes = {name: (frame.x0 + frame.x1 - x1, y0, frame.x0 + frame.x1 - x0, y1) for name, (x0, y0, x1, y1) in boxes.items()}
    return placed | boxes


def rows(frame: Frame, texts: Sequence[Block], images: Sequence[str]) -> dict[str, Box]:
    """Equal rows, where there is too much for any other arrangement."""
    names = [*images, *(text.id for text in texts)]
    columns = max(1, min(len(names), round(frame.across / frame.down / 2 * len(names) ** 0.5)))
    lines = -(-len(names) // columns)
    wide, high = frame.across / columns, frame.down / lines
    out = {}
    for at, name in enumerate(names):
        left, top = frame.x0 + wide * (at % columns), frame.y0 + high * (at // columns)
        out[name] = (left + wide * 0.02, top + high * 0.08, left + wide * 0.98, top + high * 0.92)
    return out


def _ends(frame: Frame, heads: Sequence[Block], rest: Sequence[Block], chance: random.Random) -> dict[str, Box]:
    """The headline large at one end, flush left; what is small at the other end, in a row where it is short enough."""
    first = [text for text in rest if text.rank == 1][:1] if len(rest) > 1 and chance.random() < 0.5 else []
    foot = [text for text in rest if text not in first]
    below = _row(frame, foot) or _stack(frame, _sized(frame, foot), 0.0)
    used = max(box[3] for box in below.values()) - min(box[1] for box in below.values())
    room = frame.down - used - 0.12 * frame.unit
    above = _fitting(replace(frame, y1=frame.y0 + max(room, 0.3 * frame.down)), heads, first, 0.0)
    if chance.random() < 0.35:
        return _moved(above, bottom=frame.y1) | _moved(below, top=frame.y0)
    return _moved(above, top=frame.y0) | _moved(below, bottom=frame.y1)


def _centred(frame: Frame, heads: Sequence[Block], rest: Sequence[Block]) -> dict[str, Box]:
    """All on the middle axis: the headline and what belongs to it a little above the middle, small print at the foot."""
    small = [text for text in rest if text.rank == 3] if len(rest) > 1 and frame.down > 0.6 * frame.across else []
    near = [text for text in rest if text not in small]
    foot = _stack(frame, _sized(frame, small), 0.5) if small else {}
    used = sum(box[3] - box[1] for box in foot.values()) + (0.14 * frame.unit if small else 0.0)
    inner = replace(frame, y1=frame.y1 - used)
    inset = 0.06 * frame.across
    group = _fitting(replace(inner, x0=frame.x0 + inset, x1=frame.x1 - inset), heads, near, 0.5)
    high = max(box[3] for box in group.values()) - min(box[1] for box in group.values())
    top = inner.y0 + (inner.down - high) * (0.42 if small or frame.down > frame.across else 0.5)
    return _moved(group, top=top) | _moved(foot, bottom=frame.y1)


def _beside(frame: Frame, heads: Sequence[Block], rest: Sequence[Block], chance: random.Random) -> dict[str, Box]:
    """For wide canvases: the headline at the left, the rest in a column at the right, standing on one line."""
    small = _stack(frame, _sized(replace(frame, x1=frame.x0 + 0.34 * frame.across), rest, _WIDE), 0.0)
    wide = max(box[2] - box[0] for box in small.values())
    gap = 0.5 * frame.down if frame.across > 3 * frame.down else 0.09 * frame.across
    left = _fitting(replace(frame, x1=frame.x1 - wide - gap), heads, [], 0.0)
    high = max(box[3] for box in left.values()) - min(box[1] for box in left.values())
    left = _moved(left, top=frame.y0 + (frame.down - high) / 2)
    foot = max(box[3] for box in left.values())
    tall = max(box[3] for box in small.values()) - min(box[1] for box in small.values())
    middle = chance.random() < 0.4 or tall > high
    small = _moved(small, top=frame.y0 + (frame.down - tall) / 2) if middle else _moved(small, bottom=foot)
    shift = frame.x1 - wide - frame.x0
    return left | {name: (x0 + shift, y0, x1 + shift, y1) for name, (x0, y0, x1, y1) in small.items()}


def _card(frame: Frame, heads: Sequence[Block], rest: Sequence[Block], chance: random.Random) -> dict[str, Box]:
    """Stationery: a name of modest size with its title, the particulars at the foot, much air."""
    contact = [text for text in rest if _CONTACT.search(text.text) or text.rank == 3]
    titles = [text for text in rest if text not in contact]
    name = _stack(frame, _sized(frame, heads, 0.55) + _sized(frame, titles, 0.8), 0.0)
    foot = _stack(frame, _sized(frame, contact, 0.95), 0.0)
    if chance.random() < 0.3:
        inner = replace(frame, x0=frame.x0 + 0.38 * frame.across)
        name = _stack(inner, _sized(inner, heads, 0.55) + _sized(inner, titles, 0.8), 0.0)
        foot = _stack(inner, _sized(inner, contact, 0.95), 0.0)
    return _moved(name, top=frame.y0) | _moved(foot, bottom=frame.y1)


def _column(frame: Frame, texts: Sequence[Block], share: float) -> dict[str, Box]:
    group = _fitting(frame, texts[:1], texts[1:], share)
    high = max(box[3] for box in group.values()) - min(box[1] for box in group.values())
    return _moved(group, top=frame.y0 + (frame.down - high) * 0.5)


def _pictures(frame: Frame, images: Sequence[str], with_text: bool, chance: random.Random) -> tuple[dict[str, Box], Frame]:
    """The pictures' boxes and the frame left for text: beside them on wide canvases, else below."""
    margin = frame.margin
    bleed = with_text and chance.random() < 0.6
    area = (0.0, 0.0, frame.width, frame.height) if bleed else (frame.x0, frame.y0, frame.x1, frame.y1)
    if not with_text:
        left = frame
    elif frame.across > 1.2 * frame.down:
        share = 0.46 if frame.across < 2.5 * frame.down else 0.36
        edge = frame.width * share
        if chance.random() < 0.5:
            area, left = (area[0], area[1], edge, area[3]), replace(frame, x0=edge + margin)
        else:
            area, left = (frame.width - edge, area[1], area[2], area[3]), replace(frame, x1=frame.width - edge - margin)
    else:
        edge = frame.height * chance.choice((0.56, 0.62))
        area, left = (area[0], area[1], area[2], edge), replace(frame, y0=edge + margin * 0.8)
    gap = 0.0 if len(images) == 1 else margin * 0.25
    along = area[2] - area[0] >= area[3] - area[1]
    size = ((area[2] - area[0]) if along else (area[3] - area[1])) + gap
    step = size / len(images)
    out: dict[str, Box] = {}
    for at, name in enumerate(images):
        start, end = at * step, (at + 1) * step - gap
        out[name] = (
            (area[0] + start, area[1], area[0] + end, area[3]) if along else (area[0], area[1] + start, area[2], area[1] + end)
        )
    return out, left


def _fitting(frame: Frame, heads: Sequence[Block], near: Sequence[Block], share: float) -> dict[str, Box]:
    """Headlines as large as they fit over what is set near them, in a stack no higher than the frame."""
    small = _sized(frame, near)
    gaps = sum(_gap(frame, block.rank) for block in small)
    room = frame.down - sum(block.height for block in small) - gaps
    if room < 0.25 * frame.down:
        shrink = 0.7 * frame.down / (frame.down - room)
        small = [replace(block, width=block.width * shrink, height=block.height * shrink) for block in small]
        room = 0.25 * frame.down
    each = room / len(heads) - 0.02 * frame.down * (len(heads) - 1)
    large = []
    for head in heads:
        size, count = head.extent.largest(frame.across, min(each, 0.62 * frame.down if near else each), 6)
        size = min(size, 0.37 * frame.unit)
        wide, high = head.extent.lines(count)
        large.append(_Set(head.id, min(wide * size, frame.across), high * size, 0))
    return _stack(frame, large + small, share)


def _sized(frame: Frame, texts: Sequence[Block], factor: float = 1.0) -> list[_Set]:
    """Texts at the size of their role, wrapped to the frame."""
    out = []
    for text in texts:
        share = (
            _SIZES[text.rank]
            * factor
            * (1.3 if frame.down > 2 * frame.across else 1.0)
            * (1.4 if text.extent.width < 5 and text.rank < 3 else 1.0)
        )
        size = max(share * frame.unit, min(_LEAST * factor, 0.3 * frame.down))
        wide, high = text.extent.at(size, frame.across)
        out.append(_Set(text.id, wide, high, text.rank))
    total = sum(block.height for block in out) * 1.4
    shrink = min(1.0, 0.9 * frame.down / total) if total else 1.0
    return [replace(block, width=block.width * shrink, height=block.height * shrink) for block in out]


def _row(frame: Frame, texts: Sequence[Block]) -> dict[str, Box]:
    """Two or three short texts in one row, spread to both edges; none where they do not fit."""
    sets = _sized(frame, texts)
    if not 2 <= len(sets) <= 3 or sum(block.width for block in sets) > 0.8 * frame.across:
        return {}
    if max(block.height for block in sets) > 1.5 * min(block.height for block in sets):
        return {}
    free = (frame.across - sum(block.width for block in sets)) / (len(sets) - 1)
    out, left = {}, frame.x0
    for block in sets:
        out[block.id] = (left, frame.y1 - block.height, left + block.width, frame.y1)
        left += block.width + free
    return out


def _stack(frame: Frame, blocks: Sequence[_Set], share: float) -> dict[str, Box]:
    """One under the other from the frame's top; `share` of the free width stands left of each."""
    gaps = [0.0, *(_gap(frame, block.rank) for block in blocks[1:])]
    total = sum(block.height for block in blocks) + sum(gaps)
    shrink = min(1.0, frame.down / total) if total else 1.0
    out, top = {}, frame.y0
    for block, gap in zip(blocks, gaps, strict=True):
        top += gap * shrink
        wide, high = block.width * shrink, block.height * shrink
        left = frame.x0 + (frame.across - wide) * share
        out[block.id] = (left, top, left + wide, top + high)
        top += high
    return out


def _gap(frame: Frame, rank: int) -> float:
    """The space above a text of this rank."""
    return min((0.05, 0.055, 0.035, 0.035)[rank] * frame.unit, 0.12 * frame.down)


def _moved(boxes: dict[str, Box], top: float | None = None, bottom: float | None = None) -> dict[str, Box]:
    if not boxes:
        return {}
    by = (
        top - min(box[1] for box in boxes.values())
        if top is not None
        else (bottom or 0.0) - max(box[3] for box in boxes.values())
    )
    return {name: (x0, y0 + by, x1, y1 + by) for name, (x0, y0, x1, y1) in boxes.items()}
