"""Texts into their boxes: alignment read from the boxes, one size for one role, rows on one baseline."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from engine.errors import BadInput
from engine.layout import flat_boxes, grown
from engine.renderers.studio.flat.voice import Voice, cut_for
from engine.types import Array, Box, Brand, Element, Plan
from engine.typography.bidi import right_to_left
from engine.typography.fonts import Face
from engine.typography.setting import Align, Block, fit
from engine.typography.shaping import shape

Pixels = tuple[int, int, int, int]
_ROLES = ("headline", "subtitle", "body", "small print")


@dataclass(frozen=True)
class Placed:
    """A text set: its block's upper left corner on the canvas in pixels, and the face it is set in."""

    element: Element
    block: Block
    face: Face
    left: int
    top: int

    def lines(self) -> list[Pixels]:
        """The lines' ink boxes on the canvas."""
        return [
            (x0 + self.left, y0 + self.top, x1 + self.left, y1 + self.top)
            for x0, y0, x1, y1 in (line.box for line in self.block.lines)
        ]


def boxes(plan: Plan, seeds: Iterable[int]) -> dict[str, Box]:
    """The plan's boxes of texts and pictures, with each text's scale carried out unless they hold it already, since they are
    what the layout makes of one of the seeds."""
    own = {element.id: element.box for element in plan.elements if element.kind in ("text", "image", "logo")}
    scales = {text.id: text.scale for text in plan.texts() if text.scale != 1}
    for one in set(seeds) if scales else ():
        laid_out = flat_boxes(plan.canvas, plan.elements, one)
        scales = {name: scale for name, scale in scales.items() if not _same(own[name], laid_out.get(name))}
    side = 0.03 * min(plan.canvas.width, plan.canvas.height)
    return grown(own, scales, (side / plan.canvas.width, side / plan.canvas.height)) if scales else own


def set_texts(plan: Plan, brand: Brand | None, spoken: Voice, places: Mapping[str, Box]) -> list[Placed]:
    """Every text of the plan set in its box."""
    texts = [text for text in plan.texts() if text.text.strip()]
    areas = {text.id: _pixels(places[text.id], plan) for text in texts}
    font = brand.font if brand else ""
    align = _alignment(areas, leftward={text.id for text in texts if right_to_left(text.text)})
    free = float("inf")
    natural = {one.id: _set(one, spoken, areas[one.id], align[one.id], "middle", plan, font, free)[0].size_px for one in texts}
    sizes = _levelled(texts, natural)
    placed = []
    for text in texts:
        left, top = areas[text.id][:2]
        valign = _hang(areas[text.id], areas, plan)
        block, face = _set(text, spoken, areas[text.id], align[text.id], valign, plan, font, sizes[text.id])
        placed.append(Placed(text, block, face, left, top))
    return _on_one_baseline(placed, areas)


def _levelled(texts: Sequence[Element], natural: Mapping[str, float]) -> dict[str, float]:
    """Sizes in pixels per em: alike within a role where they are near, and no role larger than one above it."""
    out: dict[str, float] = {}
    limit = float("inf")
    for role in _ROLES:
        group = [text for text in texts if text.label == role or (role == "body" and text.label not in _ROLES)]
        for text in group:
            size = natural[text.id]
            peers = [natural[peer.id] for peer in group if peer.scale == text.scale and natural[peer.id] > size / 1.5]
            out[text.id] = min(size, *peers, limit if text.scale <= 1 else size)
        limit = min([limit, *(out[text.id] for text in group)])
    return out


def _set(
    text: Element,
    spoken: Voice,
    area: Pixels,
    align: Align,
    valign: Literal["top", "middle", "bottom"],
    plan: Plan,
    font: str,
    most: float,
) -> tuple[Block, Face]:
    width, height = area[2] - area[0], area[3] - area[1]
    page = min(plan.canvas.width, plan.canvas.height)
    face, tracking = cut_for(text, spoken, min(height, width), page, font)
    ink = shape(text.text.replace("\n", " "), face, tracking).ink
    if ink is None:
        raise BadInput(f"The text “{text.text}” has no letters that can be seen.", "Put letters between the quotation marks.")
    high = ink[3] - ink[1]
    caseless = text.text.lower() == text.text.upper()
    leading = max(high * (1.18 if caseless else 1.13), 0.94) if text.label == "headline" else max(high * 1.35, 1.2)
    long = len(text.text) > 90
    block = fit(
        text.text, face, width, height, max_lines=60 if long else 8, align="left" if long and align == "center" else align,
        valign=valign, leading=leading, tracking=tracking, balance=not long, max_size=most,
    )  # fmt: skip
    return block, face


def _alignment(areas: Mapping[str, Pixels], leftward: set[str]) -> dict[str, Align]:
    """Left where boxes share their left edge, centred where they share an axis, right for what stands at the right edge."""
    lefts, rights = [area[0] for area in areas.values()], [area[2] for area in areas.values()]
    axes = [(area[0] + area[2]) / 2 for area in areas.values()]
    span = max(rights) - min(lefts)
    centred = max(axes) - min(axes) <= 0.012 * span and (len(areas) == 1 or max(lefts) - min(lefts) > 0.012 * span)
    out: dict[str, Align] = {}
    for name, (left, _, right, _) in areas.items():
        at_right = right >= max(rights) - 0.01 * span and left > min(lefts) + 0.35 * span
        shared = sum(abs(left - other) <= 0.01 * span for other in lefts) > 1
        out[name] = "center" if centred else "right" if name in leftward or (at_right and not shared) else "left"
    return out


def _hang(area: Pixels, areas: Mapping[str, Pixels], plan: Plan) -> Literal["top", "middle", "bottom"]:
    """What stands highest keeps to the top of its box, what stands lowest to the foot."""
    tops, bottoms = [other[1] for other in areas.values()], [other[3] for other in areas.values()]
    slack = 0.01 * plan.canvas.height
    if len(areas) > 1 and area[1] <= min(tops) + slack and area[3] < max(bottoms) - slack:
        return "top"
    return "bottom" if len(areas) > 1 and area[3] >= max(bottoms) - slack and area[1] > min(tops) + slack else "middle"


def _on_one_baseline(placed: list[Placed], areas: Mapping[str, Pixels]) -> list[Placed]:
    """Single lines whose boxes end at one height stand on the highest of their baselines."""
    out = []
    for one in placed:
        row = [
            other for other in placed
            if abs(areas[other.element.id][3] - areas[one.element.id][3]) <= 2
            and len(other.block.lines) == 1 and other.element.label != "headline"
        ]  # fmt: skip
        rise = 0
        if len(row) > 1 and one in row:
            rise = int(one.top + one.block.lines[0].baseline - min(other.top + other.block.lines[0].baseline for other in row))
        out.append(Placed(one.element, one.block, one.face, one.left, max(one.top - rise, -one.block.ink[1])))
    return out


def _pixels(box: Box, plan: Plan) -> Pixels:
    width, height = plan.canvas.width, plan.canvas.height
    x0, y0 = min(int(box[0] * width), width - 1), min(int(box[1] * height), height - 1)
    return x0, y0, max(round(box[2] * width), x0 + 1), max(round(box[3] * height), y0 + 1)


def _same(one: Box, other: Box | None) -> bool:
    return other is not None and max(abs(a - b) for a, b in zip(one, other, strict=True)) < 1e-4


def coverage(placed: Placed, shape_of: tuple[int, int]) -> tuple[tuple[slice, slice], Array]:
    """Where on the canvas (height, width) the text's ink lies, and its coverage there, uint8."""
    x0, y0, x1, y1 = placed.block.ink
    top, left = placed.top + y0, placed.left + x0
    bottom, right = min(placed.top + y1, shape_of[0]), min(placed.left + x1, shape_of[1])
    return (slice(top, bottom), slice(left, right)), placed.block.mask[y0 : y0 + bottom - top, x0 : x0 + right - left]
