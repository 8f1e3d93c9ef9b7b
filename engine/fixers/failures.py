"""What failed, and where in the picture: the part that every fixer reads first."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from engine.composite import area, box_of, inside, overlap, union
from engine.staging import boxes
from engine.types import Box, Finding, Fix, Plan, Render, Requirement, RequirementKind

GRAZING = 2.5


class Failure(NamedTuple):
    requirement: Requirement
    finding: Finding

    @property
    def reason(self) -> str:
        """The word that heads a text finding's message: "Misspelt", "Too small", …; "" where there is none."""
        head, colon, _ = self.finding.message.partition(":")
        return head if colon else ""


def failures(plan: Plan, findings: Sequence[Finding], *kinds: RequirementKind) -> list[Failure]:
    """The failed findings with their requirements, hard ones first; of all kinds where none is given."""
    known = {requirement.id: requirement for requirement in plan.requirements}
    found = [
        Failure(known[finding.requirement], finding)
        for finding in findings
        if finding.verdict == "failed" and finding.requirement in known
    ]
    return sorted(
        (one for one in found if not kinds or one.requirement.kind in kinds), key=lambda one: not one.requirement.hard
    )


def decided_by_plan(plan: Plan, failure: Failure) -> bool:
    """Whether the plan itself makes a text unreadable, so that it would come out the same again: too small, too faint,
    or seen so obliquely that the front would show GRAZING times as much of it."""
    if failure.reason in {"Too small", "Low contrast"}:
        return True
    element = failure.requirement.element
    if plan.kind != "scene" or failure.requirement.kind != "text" or not element or abs(plan.camera.azimuth) < 45:
        return False
    seen, front = boxes(plan)[element], boxes(plan.replace(camera=plan.camera.replace(azimuth=0.0)))[element]
    return area(front) > GRAZING * area(seen)


def place(plan: Plan, render: Render, failure: Failure) -> Box | None:
    """Where the failure is to be cured: round the element's instances that the finding points at; None if unknown."""
    requirement, pointed = failure.requirement, failure.finding.whole or failure.finding.box
    if requirement.element in render.masks:
        instances = instance_boxes(render, requirement.element)
        if pointed and instances:
            within = [box for box in instances if inside(box, pointed) > 0.5]
            return union(within) if within else max(instances, key=lambda box: overlap(box, pointed))
        if instances:
            return instances[0]
    if pointed or not requirement.element:
        return pointed
    return plan.element(requirement.element).box


def instance_boxes(render: Render, element: str) -> list[Box]:
    """The boxes of an element's instances in its mask, in their order."""
    mask = render.masks[element].array
    return [box_of(mask == number) for number in np.unique(mask) if number]


def merged(fixes: Iterable[Fix]) -> list[Fix]:
    """Fixes that make the same edit become one that answers for all; the order stays."""
    kept: list[Fix] = []
    for fix in fixes:
        for index, other in enumerate(kept):
            if fix.replace(answers=other.answers, message=other.message) == other:
                kept[index] = other.replace(answers=tuple(dict.fromkeys(other.answers + fix.answers)))
                break
        else:
            kept.append(fix)
    return kept
