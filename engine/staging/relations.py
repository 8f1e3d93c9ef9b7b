"""Whether the relations of a plan hold on its stage: a thing that was placed by hand may have left its place."""

from __future__ import annotations

from engine.staging.pieces import Solid, Stage
from engine.types import Box, Plan, Relation

CLEAR = 0.1
"""How far apart two middles are at least, as a share of the two things' mean extent (as the position critic measures it)."""
TOUCHING = 0.01
"""How far above what it stands on a thing's foot may lie, as a share of the stage's radius."""


def unheld(plan: Plan, set_up: Stage) -> list[Relation]:
    """The relations between solid things that do not hold on the stage."""
    groups: dict[str, list[Solid]] = {}
    for solid in set_up.solids:
        groups.setdefault(solid.element, []).append(solid)
    return [r for r in plan.relations if r.subject in groups and r.object in groups and not _holds(r, groups, set_up)]


def _holds(relation: Relation, groups: dict[str, list[Solid]], set_up: Stage) -> bool:
    one, other = groups[relation.subject], groups[relation.object]
    a, b = _seen(one, set_up), _seen(other, set_up)
    match relation.relation:
        case "left of":
            return _before(a, b, 0)
        case "right of":
            return _before(b, a, 0)
        case "above":
            return _before(a, b, 1)
        case "below":
            return _before(b, a, 1)
        case "behind":
            return _depth(one, set_up) > _depth(other, set_up)
        case "in front of":
            return _depth(one, set_up) < _depth(other, set_up)
        case "next to":
            gap = max(max(a[k], b[k]) - min(a[k + 2], b[k + 2]) for k in (0, 1))
            return gap <= max(box[k + 2] - box[k] for box in (a, b) for k in (0, 1))
        case "on":
            return all(any(_over(s, host) and _rests(s, host, set_up) for host in other) for s in one)
        case "inside":
            return all(any(_over(s, host) for host in other) for s in one)


def _seen(solids: list[Solid], set_up: Stage) -> Box:
    return set_up.view.extent([p for solid in solids for p in solid.points()])


def _before(first: Box, second: Box, axis: int) -> bool:
    middle, after = ((box[axis] + box[axis + 2]) / 2 for box in (first, second))
    return after - middle >= CLEAR * sum(box[axis + 2] - box[axis] for box in (first, second)) / 2


def _depth(solids: list[Solid], set_up: Stage) -> float:
    return sum(set_up.view.project(s.pose.at)[2] for s in solids) / len(solids)


def _over(solid: Solid, host: Solid) -> bool:
    """Whether the middle of its footprint lies over the host's."""
    own, under = solid.points(), host.points()
    for axis in (0, 1):
        middle = (min(p[axis] for p in own) + max(p[axis] for p in own)) / 2
        if not min(p[axis] for p in under) <= middle <= max(p[axis] for p in under):
            return False
    return True


def _rests(solid: Solid, host: Solid, set_up: Stage) -> bool:
    top, foot = max(p[2] for p in host.points()), min(p[2] for p in solid.points())
    return foot > top - 0.1 * host.size[2] - TOUCHING * set_up.radius
