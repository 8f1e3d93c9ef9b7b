"""Whether things stand inside the canvas, whole, and near their planned boxes."""

from __future__ import annotations

from collections.abc import Sequence

from engine.api import RunContext
from engine.composite import inside, overlap, union
from engine.critics.evidence import Instance, Scene
from engine.critics.figures import figures
from engine.critics.ink import ink_box
from engine.critics.looking import unchecked
from engine.critics.text.copies import copies_among
from engine.critics.text.scripts import reader_for, unread
from engine.critics.text.stray import lines_of
from engine.thresholds import threshold
from engine.types import Array, Box, Finding, Plan, Raster, Render, Requirement, RequirementKind

CUT = 0.06
"""A thing counts as cut off where this share of its own extent runs along a border of the canvas."""
SLACK = 0.01


class FramingCritic:
    id = "framing"
    kinds: frozenset[RequirementKind] = frozenset({"framing"})

    def check(self, plan: Plan, requirements: Sequence[Requirement], render: Render, context: RunContext) -> list[Finding]:
        scene = Scene(plan, render, context)
        findings = []
        for done, requirement in enumerate(requirements):
            context.progress("framing", done / len(requirements))
            findings.append(self._judge(requirement, scene, render.pixels, context))
        return findings

    def _judge(self, requirement: Requirement, scene: Scene, pixels: Raster, context: RunContext) -> Finding:
        element = scene.plan.element(requirement.element)
        planned = element.box
        if isinstance(requirement.expected, tuple) and len(requirement.expected) == 4:
            x0, y0, x1, y1 = (float(value) for value in requirement.expected)
            planned = (x0, y0, x1, y1)
        name = f"“{element.text}”" if element.kind == "text" else f"The {element.label}"
        confidence = 0.97
        instances = scene.instances(element.id)
        cut = None
        if element.kind == "text" and instances is None:
            reader = reader_for(element.text, context)
            if reader is None:
                return unchecked(requirement, self.id, unread(element.text))
            lines = lines_of(pixels, reader)
            seen = [union([lines[index].box for index in run]) for run in copies_among(lines, element.text, several=False)]
            confidence = 0.8
        elif element.kind == "text":
            boxes = [ink_box(scene.picture, instance.mask) for instance in instances or ()]
            seen = [box for box in boxes if box is not None]
        else:
            if instances is None:
                instances, confidence = figures(scene.plan, element, scene.picture), 0.3
                if not instances:
                    return unchecked(requirement, self.id, f"{name} has no mask, so its place is not known.")
            visible = [one for one in instances if one.evidence >= threshold("presence", "seen")]
            confidence = min([confidence, *(one.sure for one in visible)])
            seen = [one.box for one in visible]
            cut = next((side for one in visible if (side := _cut(one, planned))), None)
        if not seen:
            return self._finding(requirement, 0.0, planned, f"{name} cannot be seen.", 0.7)
        box = union(seen)
        near = inside(box, planned) if element.kind == "text" else overlap(box, planned)
        if cut:
            return self._finding(
                requirement, min(near, 0.9 * requirement.threshold), box, f"{name} is cut off at the {cut}.", confidence
            )
        if near < requirement.threshold:
            return self._finding(requirement, near, box, f"{name} is away from its planned place.", confidence)
        return self._finding(requirement, near, box, f"{name} is whole and in its place.", confidence)

    def _finding(self, requirement: Requirement, near: float, box: Box, sentence: str, confidence: float) -> Finding:
        held = near >= requirement.threshold
        return Finding(
            requirement=requirement.id,
            critic=self.id,
            verdict="passed" if held else "failed",
            measured=round(near, 3),
            threshold=requirement.threshold,
            score=1.0 if held else near / max(requirement.threshold, 1e-6),
            box=box,
            message=sentence,
            confidence=confidence,
        )


def _cut(instance: Instance, planned: Box) -> str | None:
    """The border of the canvas that cuts the thing off, unless the plan put it there."""
    mask: Array = instance.mask
    height, width = mask.shape
    across, down = int(mask.any(axis=0).sum()), int(mask.any(axis=1).sum())
    sides = {
        "left": (int(mask[:, 0].sum()) / down, planned[0] <= SLACK),
        "top": (int(mask[0].sum()) / across, planned[1] <= SLACK),
        "right": (int(mask[:, width - 1].sum()) / down, planned[2] >= 1 - SLACK),
        "bottom": (int(mask[height - 1].sum()) / across, planned[3] >= 1 - SLACK),
    }
    return next((side for side, (share, meant) in sides.items() if share > CUT and not meant), None)
