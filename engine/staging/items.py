"""The solid things of a plan: how large each is and how it is turned."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from engine.staging.geometry import Pose, add, to_world
from engine.staging.prints import width_em
from engine.staging.shapes import HANGING, ROUND, UPRIGHT_SHEETS, Size, outline, size_of
from engine.types import Element, Plan
from engine.vocabulary import GROUNDS, PRINTS

FLATS = frozenset({"table", "floor", "wall", "backdrop", "shelf"})
"""Grounds without a size of their own."""
CORNERED = frozenset({"cube", "box", "pyramid", "carton", "thing"})
"""Shapes that show two sides, as a photographer turns them, unless print or a view that was asked for wants one."""
SPREAD = 3.5
"""How many times larger than another thing the largest may look; beyond, real measures are softened."""


@dataclass
class Item:
    """An element to be placed: its instances stand at (across, away, height) as the camera sees the ground."""

    element: Element
    size: Size
    yaw: float
    tip: float
    spots: list[tuple[float, float, float]] = field(default_factory=list)

    def pose(self, spot: tuple[float, float, float], azimuth: float) -> Pose:
        """Standing with the middle of its footprint on the spot."""
        turned = Pose(yaw=self.yaw, tip=self.tip)
        points = [turned.turned(p) for p in outline(self.element.kind, self.size, fine=False)]
        low = [min(p[i] for p in points) for i in range(3)]
        high = [max(p[i] for p in points) for i in range(3)]
        middle = (0.0, 0.0) if self.element.kind in ROUND and not self.tip else ((low[0] + high[0]) / 2, (low[1] + high[1]) / 2)
        return replace(turned, at=add(to_world(azimuth, *spot), (-middle[0], -middle[1], -low[2])))

    def extent(self, azimuth: float) -> tuple[float, float, float]:
        """Its size across, away from and above the ground, as the camera sees it."""
        turned = Pose(yaw=self.yaw - azimuth, tip=self.tip)
        points = [turned.turned(p) for p in outline(self.element.kind, self.size, fine=False)]
        across, away, up = (max(p[i] for p in points) - min(p[i] for p in points) for i in range(3))
        return across, away, up


def items(plan: Plan) -> dict[str, Item]:
    """Every element that is a solid thing, sized and turned, not yet placed."""
    found = {
        e.id: Item(e, size_of(e.kind, e.label, e.scale), *turned(plan, e))
        for e in plan.elements
        if e.kind not in PRINTS | FLATS and e.count > 0
    }
    things = [item for item in found.values() if item.element.kind not in GROUNDS]
    largest = max((max(item.size) / item.element.scale for item in things), default=1.0)
    for item in things:
        if item.element.kind == "lettering":
            item.size = _letters(item.element)
        small = largest / SPREAD * item.element.scale / max(item.size)
        if small > 1:
            item.size = scaled(item.size, small**0.7)
    return found


def turned(plan: Plan, element: Element) -> tuple[float, float]:
    """Yaw and tip in degrees. Printed faces look to the front (azimuth 0), and follow a camera that goes further round."""
    camera, shape = plan.camera, element.kind
    printed = any(
        r.object == element.id and r.relation == "on" and plan.element(r.subject).kind in {"text", "label", "logo"}
        for r in plan.relations
    )
    lies = (
        camera.elevation >= (45 if shape in UPRIGHT_SHEETS else 55)
        and (printed or shape in UPRIGHT_SHEETS)
        and shape not in {"mug", "laptop"}
    )
    hangs = shape in HANGING
    tip = 90.0 if lies else {"card": 10.0, "phone": 7.0}.get(shape, 0.0)
    if hangs and not lies:
        return 0.0, 0.0
    asked = any(r.kind == "view" for r in plan.requirements)
    if shape in CORNERED and not printed and not asked and abs(camera.azimuth) < 10 and 8 <= camera.elevation <= 75:
        return camera.azimuth - 26.0, tip
    free = 8.0 if shape in ROUND else 50.0 if shape in UPRIGHT_SHEETS | {"lettering"} else 180.0
    if shape in ROUND and not printed and shape != "mug":
        free = 180.0
    return camera.azimuth - max(-free, min(free, camera.azimuth)), tip


def _letters(element: Element) -> Size:
    """Letters as wide as their text: see `engine.staging.prints.width_em`."""
    height = 0.15 * element.scale
    return max(0.3, width_em(element.text or element.label) * 1.08) * height / 0.72, 0.24 * height, height


def scaled(size: Size, factor: float) -> Size:
    return size[0] * factor, size[1] * factor, size[2] * factor
