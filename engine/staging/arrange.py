"""From relations and counts to positions on the ground, as the camera sees left, right, before and behind."""

from __future__ import annotations

from math import ceil, cos, radians, sin

from engine.staging.items import Item, scaled
from engine.staging.shapes import HANGING, ROUND
from engine.types import Plan
from engine.vocabulary import GROUNDS

PRIMITIVES = frozenset({"sphere", "cube", "cylinder", "cone", "pyramid", "torus"})
LOOSE = 0.9
"""How far apart in depth, in their own depths, neighbouring copies of a primitive lie in a group of things."""
OPENINGS = {"cup": 0.8, "mug": 0.76, "bag": 0.8, "box": 0.86, "jar": 0.7, "pouch": 0.7}


def carriers(plan: Plan, solid: dict[str, Item]) -> dict[str, tuple[str, str]]:
    """Which solid element rests on, or is inside, which other: subject → (object, relation)."""
    found: dict[str, tuple[str, str]] = {}

    def below(start: str, end: str) -> bool:
        while start in found:
            start = found[start][0]
            if start == end:
                return True
        return False

    for relation in plan.relations:
        upper, lower, how = relation.subject, relation.object, relation.relation
        if how == "below":
            upper, lower, how = lower, upper, "above"
        if how in {"on", "above", "inside"} and upper in solid and lower in solid and upper != lower and upper not in found:
            if solid[upper].element.kind in GROUNDS or below(lower, upper):
                continue
            found[upper] = (lower, "inside" if how == "inside" else "on")
    return found


def lattice(count: int, across: float, away: float, height: float, plan: Plan) -> list[tuple[float, float]]:
    """Places for `count` copies, left to right: the rows that fill the picture best while nothing hides behind another."""
    lift = sin(radians(max(0.0, plan.camera.elevation)))
    ratio = plan.canvas.width / plan.canvas.height
    best: tuple[float, int] = (0.0, 1)
    for rows in range(1, count + 1):
        columns = ceil(count / rows)
        pitch = across * (1.28 if rows == 1 else 1.5)
        width = pitch * columns + (0.5 * pitch if rows > 1 else 0.0)
        tall = (rows - 1) * 1.5 * away * lift + height * cos(radians(plan.camera.elevation))
        clear = 1.0 if rows == 1 or lift * 1.5 * away > 0.6 * height else 0.82 if rows == 2 else 0.4
        best = max(best, (clear * min(ratio / width, 1 / tall), -rows))
    rows = -best[1]
    columns = ceil(count / rows)
    pitch, deep = across * (1.28 if rows == 1 else 1.5), away * 1.5
    places = []
    for row in range(rows):
        filled = min(columns, count - row * columns)
        for k in range(filled):
            places.append(
                (
                    (k - (filled - 1) / 2) * pitch + (pitch / 4 if rows > 1 and filled == columns and row % 2 else 0.0),
                    row * deep - (rows - 1) * deep / 2,
                )
            )
    return sorted(places)


def place(plan: Plan, solid: dict[str, Item]) -> None:
    """Fills in the spots of every item."""
    carried = carriers(plan, solid)
    azimuth = plan.camera.azimuth
    for child, (host, how) in carried.items():
        _fit(solid[child], solid[host], how, [c for c, (h, _) in carried.items() if h == host], solid, azimuth)
    bearing = {host for host, _ in carried.values()}
    hung = [i for i, item in solid.items() if i not in carried and i not in bearing and item.element.kind in HANGING]
    roots = [i for i in solid if i not in carried and i not in hung]
    _ground(plan, solid, carried, roots)
    top = max((s[2] + item.extent(azimuth)[2] for item in solid.values() for s in item.spots), default=0.0)
    x = 0.0
    for i in hung:
        across, _, height = solid[i].extent(azimuth)
        for dx, _ in lattice(solid[i].element.count, across, 0.0, height, plan):
            solid[i].spots.append((x + dx, 0.0, top + 0.25 * height if top else 0.0))
        x += across * 1.3 * solid[i].element.count
    if len(hung) > 1:
        middle = sum(s[0] for i in hung for s in solid[i].spots) / sum(len(solid[i].spots) for i in hung)
        for i in hung:
            solid[i].spots = [(a - middle, b, z) for a, b, z in solid[i].spots]


def _fit(child: Item, host: Item, how: str, siblings: list[str], solid: dict[str, Item], azimuth: float) -> None:
    """Makes host and children suit each other's size: a podium grows under its load, a small top bears smaller things."""
    if how == "inside":
        room = OPENINGS.get(host.element.kind, 0.8) * min(host.size[0], host.size[1])
        child.size = scaled(child.size, min(1.0, 0.92 * room / max(child.size[0], child.size[1])))
        return
    load = sum(solid[i].extent(azimuth)[0] * 1.15 * solid[i].element.count for i in siblings) / max(1, host.element.count)
    deep = max(solid[i].extent(azimuth)[1] for i in siblings)
    if host.element.kind == "podium":
        width = max(load * 1.35, deep * 1.7)
        tall = max(solid[i].extent(azimuth)[2] for i in siblings)
        host.size = (width, width, min(max(0.3 * tall, 0.16 * width), 0.5 * tall + 0.1 * width) * host.element.scale)
        return
    room = host.extent(azimuth)[0] if host.element.kind in ROUND else host.size[0]
    if load > room:
        grow = min(load / room, 1.5) if host.element.scale == 1.0 else 1.0
        host.size = scaled(host.size, grow)
        if load > room * grow and child.element.kind in ROUND | {"cube", "box", "pyramid"}:
            shrink = room * grow / load
            for i in siblings:
                solid[i].size = scaled(solid[i].size, shrink)


def _ground(plan: Plan, solid: dict[str, Item], carried: dict[str, tuple[str, str]], roots: list[str]) -> None:
    azimuth = plan.camera.azimuth
    origin = {i: i for i in roots}
    for child in carried:
        root = child
        while root in carried:
            root = carried[root][0]
        origin[child] = root
    pairs = [
        (origin[r.subject], r.relation, origin[r.object]) for r in plan.relations if r.subject in origin and r.object in origin
    ]
    pairs = [p for p in pairs if p[0] != p[2]]
    beside = [(s, o) if how == "left of" else (o, s) for s, how, o in pairs if how in {"left of", "right of"}]
    depth = [(s, o, 1 if how == "behind" else -1) for s, how, o in pairs if how in {"behind", "in front of"}]
    sided = {end for pair in beside for end in pair}
    anchored: dict[str, tuple[str, int]] = {}
    for s, o, sign in depth:
        if s not in sided and s not in anchored and anchored.get(o, ("",))[0] != s:
            anchored[s] = (o, sign)
    cells: dict[str, list[tuple[float, float]]] = {}
    half: dict[str, tuple[float, float, float]] = {}
    for i in roots:
        across, away, height = solid[i].extent(azimuth)
        cells[i] = lattice(solid[i].element.count, across, away, height, plan)
        straight = len(roots) == 1 or len(cells[i]) == 1 or any(i in pair[:2] for pair in depth)
        if solid[i].element.kind in PRIMITIVES and not straight and len({b for _, b in cells[i]}) == 1:
            cells[i] = [(a, b + LOOSE * away * (0.5 - k % 2)) for k, (a, b) in enumerate(cells[i])]
        half[i] = max(abs(a) for a, _ in cells[i]) + across / 2, max(abs(b) for _, b in cells[i]) + away / 2, height
    row = _ordered([i for i in roots if i not in anchored], beside, [(s, o) for s, how, o in pairs if how == "next to"])
    at: dict[str, tuple[float, float]] = {}
    x = 0.0
    for n, i in enumerate(row):
        if n:
            before = row[n - 1]
            x += half[before][0] + half[i][0] + 0.22 * (half[before][0] / len(cells[before]) + half[i][0] / len(cells[i]))
        at[i] = (x, 0.0)
    for s, o, sign in depth:
        if s in at and o in at:
            at[s] = (at[s][0], at[o][1] + sign * 1.15 * (half[s][1] + half[o][1]))
    waiting = list(anchored)
    while waiting:
        i = next((w for w in waiting if anchored[w][0] in at), waiting[0])
        waiting.remove(i)
        host, sign = anchored[i]
        at[i] = _peeking(i, host, sign, at, half)
    shift = (min(at[i][0] - half[i][0] for i in at) + max(at[i][0] + half[i][0] for i in at)) / 2 if at else 0.0
    for i, (a, b) in at.items():
        solid[i].spots = [(a + da - shift, b + db, 0.0) for da, db in cells[i]]
    waiting = list(carried)
    while waiting:
        i = next(w for w in waiting if solid[carried[w][0]].spots)
        waiting.remove(i)
        rank = _ordered([c for c, (h, how) in carried.items() if h == carried[i][0] and how == carried[i][1]], *_sides(plan))
        _stack(i, rank, carried[i], solid, azimuth)


def _sides(plan: Plan) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    left = [(r.subject, r.object) for r in plan.relations if r.relation == "left of"]
    return left + [(r.object, r.subject) for r in plan.relations if r.relation == "right of"], []


def _ordered(ids: list[str], before: list[tuple[str, str]], near: list[tuple[str, str]]) -> list[str]:
    """The ids from left to right: first by who is left of whom, then neighbours together, then in the plan's order."""
    left, result = list(ids), list[str]()
    while left:
        free = [i for i in left if not any(b == i and a in left for a, b in before)] or left
        last = result[-1] if result else ""
        i = next((i for i in free if (i, last) in near or (last, i) in near), free[0])
        left.remove(i)
        result.append(i)
    return result


def _peeking(
    i: str, host: str, sign: int, at: dict[str, tuple[float, float]], half: dict[str, tuple[float, float, float]]
) -> tuple[float, float]:
    """A place behind (or before) the host from which at least half of the hidden one stays in sight."""
    a, b = at.get(host, (0.0, 0.0))
    rear, front = (i, host) if sign > 0 else (host, i)
    covered = min(1.0, half[front][2] / half[rear][2])
    offset = (half[i][0] + half[host][0]) * (0.35 + 0.4 * covered) if covered > 0.55 else 0.25 * half[host][0]
    if half[front][0] < 0.45 * half[rear][0]:
        offset = 0.5 * half[rear][0]
    away = b + sign * 1.12 * (half[i][1] + half[host][1])

    def crowd(x: float) -> float:
        return sum(max(0.0, half[i][0] + half[o][0] - abs(x - p[0])) for o, p in at.items() if o != host)

    side = min((1, -1), key=lambda way: crowd(a + way * offset))
    return a + side * offset, away


def _stack(i: str, siblings: list[str], carrier: tuple[str, str], solid: dict[str, Item], azimuth: float) -> None:
    """Puts the copies of one child, among its siblings, on top of (or inside) the host's copies."""
    host, item = solid[carrier[0]], solid[i]
    count = item.element.count
    height = item.extent(azimuth)[2]
    if carrier[1] == "inside":
        rise = (
            0.1
            if host.element.kind in {"cup", "mug", "bag"} and height > 0.8 * host.size[2]
            else max(0.1, 1 - 0.55 * height / host.size[2])
        )
        item.spots = [
            (*host.spots[k % len(host.spots)][:2], host.spots[k % len(host.spots)][2] + rise * host.size[2])
            for k in range(count)
        ]
        return
    widths = [
        (s, solid[s].extent(azimuth)[0] * 1.15) for s in siblings for _ in range(-(-solid[s].element.count // len(host.spots)))
    ]
    total, x, places = sum(w for _, w in widths), 0.0, []
    for s, w in widths:
        if s == i:
            places.append(x + w / 2 - total / 2)
        x += w
    top = host.extent(azimuth)[2] - {"sphere": 0.06 * host.size[2]}.get(host.element.kind, 0.0)
    turn = radians(host.yaw - azimuth) if host.element.kind not in ROUND else 0.0
    quarter = radians(90 * round((host.yaw - azimuth) / 90)) if host.element.kind not in ROUND else 0.0
    spots = [(a + p * cos(turn - quarter), b + p * sin(turn - quarter), z + top) for p in places for a, b, z in host.spots]
    item.spots = sorted(spots[:count])
