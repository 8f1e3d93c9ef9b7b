"""Where things stand to each other, from the centres and outlines of instances that are visible in the pixels."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from engine.api import RunContext
from engine.composite import union
from engine.critics.evidence import Instance, Scene
from engine.critics.looking import dilate, unchecked
from engine.types import Array, Box, Finding, Plan, Render, Requirement, RequirementKind
from engine.vocabulary import GROUNDS, PRINTS

CLEAR = 0.1
"""How far apart two centres must be along the relation's axis, as a share of the two things' mean extent."""
TOUCHING = 0.3
"""The share of a thing's lower edge that must meet what it stands on."""
SEEN = 0.2
"""The share of a thing's width along which its lower edge must be in sight to tell what it stands on."""


class PositionCritic:
    id = "position"
    kinds: frozenset[RequirementKind] = frozenset({"position"})

    def check(self, plan: Plan, requirements: Sequence[Requirement], render: Render, context: RunContext) -> list[Finding]:
        scene = Scene(plan, render, context)
        findings = []
        for done, requirement in enumerate(requirements):
            context.progress("position", done / len(requirements))
            findings.append(self._judge(requirement, scene))
        return findings

    def _judge(self, requirement: Requirement, scene: Scene) -> Finding:
        relation, other = requirement.expected if isinstance(requirement.expected, tuple) else ("", "")
        ends = []
        for element in (requirement.element, str(other)):
            label = scene.plan.element(element).label
            if scene.instances(element) is None:
                return unchecked(requirement, self.id, f"Where the {label} stands is not known: there is no mask.")
            seen = scene.seen(element)
            if not seen:
                return self._finding(requirement, scene, 1.0, f"No {label} can be seen, so it cannot be in its place.", None)
            ends.append(seen)
        subject, base = ends
        hiding = _hiding(scene, (requirement.element, str(other)))
        depth = scene.render.depth if scene.render.depth is not None and scene.render.depth.stored else None
        away = depth.array if depth is not None else None
        off = _off(str(relation), subject, base, hiding, away, scene.plan.camera.elevation)
        if off is None:
            return unchecked(requirement, self.id, f"Whether it is {relation} the other cannot be seen or measured.")
        names = [scene.plan.element(element).label for element in (requirement.element, str(other))]
        sentence = f"The {names[0]} is {relation} the {names[1]}."
        if off > requirement.threshold:
            sentence = f"The {names[0]} is not {relation} the {names[1]}: it is off by {off:.0%} of the picture."
        return self._finding(requirement, scene, off, sentence, subject)

    def _finding(
        self, requirement: Requirement, scene: Scene, off: float, sentence: str, subject: list[Instance] | None
    ) -> Finding:
        held = off <= requirement.threshold
        return Finding(
            requirement=requirement.id,
            critic=self.id,
            verdict="passed" if held else "failed",
            measured=round(off, 4),
            threshold=requirement.threshold,
            score=1.0 if held else max(0.0, 1 - off / 0.5) * 0.9,
            box=union([one.box for one in subject]) if subject else scene.plan.element(requirement.element).box,
            message=sentence,
            confidence=min((one.sure for one in subject), default=0.7) if subject else 0.7,
        )


def _hiding(scene: Scene, ends: Sequence[str]) -> list[Instance]:
    """Everything else that stands in the picture and may hide where a thing rests."""
    others = (one.id for one in scene.plan.elements if one.id not in ends and one.kind not in GROUNDS | PRINTS)
    return [instance for other in others for instance in scene.instances(other) or ()]


def _off(
    relation: str,
    subject: list[Instance],
    base: list[Instance],
    hiding: list[Instance],
    depth: Array | None,
    elevation: float,
) -> float | None:
    """How far the relation is from holding, as a share of the picture's side: 0 where it holds, None if unmeasurable."""
    match relation:
        case "left of":
            return _before(subject, base, 0)
        case "right of":
            return _before(base, subject, 0)
        case "above":
            return _before(subject, base, 1)
        case "below":
            return _before(base, subject, 1)
        case "next to":
            return _apart(subject, base)
        case "inside":
            one, other = _box(subject), _box(base)
            return max(0.0, other[0] - one[0], other[1] - one[1], one[2] - other[2], one[3] - other[3])
        case "on":
            gaps = [_on(one, base, [other for other in subject + hiding if other is not one]) for one in subject]
            return max((gap for gap in gaps if gap is not None), default=None)
        case "behind":
            return _behind(subject, base, depth, elevation)
        case "in front of":
            return _behind(base, subject, depth, elevation)
    return None


def _box(instances: list[Instance]) -> Box:
    return union([instance.box for instance in instances])


def _before(first: list[Instance], second: list[Instance], axis: int) -> float:
    """How far `first` is from lying clearly before `second` along x (axis 0) or y (axis 1)."""
    one, other = (float(np.mean([instance.centre[axis] for instance in group])) for group in (first, second))
    extent = sum(box[axis + 2] - box[axis] for box in (_box(first), _box(second))) / 2
    return max(0.0, one - other + CLEAR * extent)


def _apart(subject: list[Instance], base: list[Instance]) -> float:
    """How much more than one thing's extent lies between the two."""
    one, other = _box(subject), _box(base)
    gap = max(max(one[axis], other[axis]) - min(one[axis + 2], other[axis + 2]) for axis in (0, 1))
    return max(0.0, gap - max(box[axis + 2] - box[axis] for box in (one, other) for axis in (0, 1)))


def _on(instance: Instance, base: list[Instance], hiding: list[Instance]) -> float | None:
    """0 where the thing's lower edge touches one of the base's instances; else the gap below it, as a share of the height.

    What stands right below the edge hides what is there; None where most of the edge is hidden.
    """
    height, width = instance.mask.shape
    under = np.any([one.mask for one in base], axis=0)
    columns = np.flatnonzero(instance.mask.any(axis=0))
    columns = columns[len(columns) // 5 : max(1, len(columns) - len(columns) // 5)]
    lowest = height - 1 - np.argmax(instance.mask[::-1, columns], axis=0)
    near = max(2, round(0.012 * max(height, width)))
    for other in hiding:
        clear = ~dilate(other.mask, near)[np.minimum(lowest + 1, height - 1), columns]
        columns, lowest = columns[clear], lowest[clear]
    if len(columns) < SEEN * instance.mask.any(axis=0).sum():
        return None
    touching = dilate(under, near)[np.minimum(lowest + 1, height - 1), columns]
    if touching.mean() >= TOUCHING:
        return 0.0
    rows = np.arange(height)[:, None]
    below = np.where(under[:, columns] & (rows >= lowest), rows - lowest, height).min(axis=0)
    gap: float = max(float(np.median(below)), near) / height
    return gap


def _behind(far: list[Instance], near: list[Instance], depth: Array | None, elevation: float) -> float | None:
    """By depth where the render knows it, else by which thing's foot is higher in a picture taken from above."""
    if depth is not None and depth.ndim == 2:
        one, other = (float(np.median([_depth(depth, instance) for instance in group])) for group in (far, near))
        if np.isfinite(one) and np.isfinite(other):
            return max(0.0, (other - one) / max(abs(other), abs(one), 1e-6))
    if elevation < 3:
        return None
    return max(0.0, _box(far)[3] - _box(near)[3])


def _depth(depth: Array, instance: Instance) -> float:
    """The thing's median distance from the camera; not finite where none is known."""
    rows, columns = np.nonzero(instance.mask)
    height, width = instance.mask.shape
    rows, columns = rows * depth.shape[0] // height, columns * depth.shape[1] // width
    values = depth[rows, columns]
    values = values[np.isfinite(values) & (values > 0)]
    return float(np.median(values)) if len(values) else float("nan")
