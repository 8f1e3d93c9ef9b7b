"""A plain layout in two dimensions for pictures: boxes that satisfy the relations."""

from collections import deque
from collections.abc import Sequence
from math import ceil, sqrt
from typing import Final

from engine.types import Box, Element, Relation, RelationName

_STEPS: Final[dict[RelationName, tuple[float, float]]] = {
    "left of": (-1.0, 0.0), "right of": (1.0, 0.0), "above": (0.0, -1.0), "below": (0.0, 1.0), "on": (0.0, -0.85),
    "in front of": (0.45, 0.35), "behind": (0.45, -0.35), "inside": (0.0, 0.0), "next to": (1.0, 0.0),
}  # fmt: skip
_MARGIN = 0.06
Spot = tuple[float, float, float]


def arrange(elements: Sequence[Element], relations: Sequence[Relation]) -> dict[str, Box]:
    """A box for every element; texts lie on their hosts, and those without one along the top."""
    hosts = {relation.subject: relation.object for relation in relations if relation.relation == "on"}
    things = [element.id for element in elements if element.kind not in {"text", "background", "label"}]
    boxes = _things(things, relations)
    boxes |= {element.id: (0.0, 0.0, 1.0, 1.0) for element in elements if element.kind == "background"}
    for element in elements:
        if element.kind == "label":
            boxes[element.id] = _within(boxes.get(hosts.get(element.id, ""), (0.2, 0.2, 0.8, 0.8)), 0, 1)
    for host in dict.fromkeys(hosts.get(element.id, "") for element in elements if element.kind == "text"):
        texts = [element.id for element in elements if element.kind == "text" and hosts.get(element.id, "") == host]
        area = boxes.get(host, (0.08, 0.05, 0.92, 0.3))
        boxes |= {text: _within(area, place, len(texts)) for place, text in enumerate(texts)}
    return boxes


def _within(area: Box, place: int, parts: int) -> Box:
    x0, y0, x1, y1 = area
    width, height = x1 - x0, (y1 - y0) * 0.6
    top = y0 + (y1 - y0) * 0.2 + height * place / parts
    return x0 + width * 0.12, top, x1 - width * 0.12, top + height / parts * 0.85


def _things(things: Sequence[str], relations: Sequence[Relation]) -> dict[str, Box]:
    known = set(things)
    links: dict[str, list[tuple[str, RelationName, bool]]] = {thing: [] for thing in things}
    for relation in relations:
        if relation.subject in known and relation.object in known:
            links[relation.object].append((relation.subject, relation.relation, False))
            links[relation.subject].append((relation.object, relation.relation, True))
    groups: list[dict[str, Spot]] = []
    seen: set[str] = set()
    for thing in things:
        if thing not in seen:
            groups.append(_group(thing, links))
            seen |= groups[-1].keys()
    return _on_canvas(groups)


def _group(first: str, links: dict[str, list[tuple[str, RelationName, bool]]]) -> dict[str, Spot]:
    """Centres and sizes, in cells, of all things connected with the first."""
    spots: dict[str, Spot] = {first: (0.0, 0.0, 1.0)}
    taken = {(0.0, 0.0)}
    waiting = deque([first])
    while waiting:
        known = waiting.popleft()
        x, y, size = spots[known]
        for other, relation, inverse in links[known]:
            if other in spots:
                continue
            dx, dy = _STEPS[relation]
            sign = -1 if inverse else 1
            new = x + sign * dx * size, y + sign * dy * size
            scale = size * (2.2 if inverse else 0.45) if relation == "inside" else size
            drift = 0
            while new in taken and relation != "inside":
                drift += 1
                aside = (0.0, 1.0) if dx and not dy else (1.0, 0.0)
                new = new[0] + aside[0] * size, new[1] + aside[1] * size * 0.2
                if drift > 200:
                    break
            spots[other] = (*new, scale)
            taken.add(new)
            waiting.append(other)
    return spots


def _on_canvas(groups: Sequence[dict[str, Spot]]) -> dict[str, Box]:
    """The groups side by side in rows, scaled to the canvas."""
    columns = ceil(sqrt(len(groups))) if len(groups) > 3 else max(1, len(groups))
    rows = ceil(len(groups) / columns) if groups else 1
    usable = 1 - 2 * _MARGIN
    boxes: dict[str, Box] = {}
    for place, group in enumerate(groups):
        left, top = _MARGIN + place % columns * usable / columns, _MARGIN + place // columns * usable / rows
        x0 = min(x - size / 2 for x, _, size in group.values())
        y0 = min(y - size / 2 for _, y, size in group.values())
        wide = max(x + size / 2 for x, _, size in group.values()) - x0
        high = max(y + size / 2 for _, y, size in group.values()) - y0
        sx, sy = usable / columns / wide, usable / rows / high
        for thing, (x, y, size) in group.items():
            cx, cy, half = left + (x - x0) * sx, top + (y - y0) * sy, size * 0.45
            boxes[thing] = cx - half * sx, cy - half * sy, cx + half * sx, cy + half * sy
    return boxes
