"""Presence and count: things that are visible in the pixels where their masks are, and things that no mask knows."""

from __future__ import annotations

from collections.abc import Sequence

from engine.api import RunContext
from engine.composite import union
from engine.critics.evidence import Instance, Scene
from engine.critics.extras import extras
from engine.critics.figures import figures, ragged
from engine.critics.looking import unchecked
from engine.types import Element, Finding, Plan, Render, Requirement, RequirementKind

NO_MASK = "This picture brings no element masks, and no detector for them is installed."
TOUCHING = "Things that touch or hide each other are not counted: no detector for them is installed."


class PresenceCritic:
    id = "presence"
    kinds: frozenset[RequirementKind] = frozenset({"presence", "count"})

    def check(self, plan: Plan, requirements: Sequence[Requirement], render: Render, context: RunContext) -> list[Finding]:
        scene = Scene(plan, render, context)
        findings = []
        for done, requirement in enumerate(requirements):
            context.progress("presence", done / len(requirements))
            element = plan.element(requirement.element)
            judge = self._presence if requirement.kind == "presence" else self._count
            findings.append(judge(requirement, element, scene))
        return findings

    def _presence(self, requirement: Requirement, element: Element, scene: Scene) -> Finding:
        instances = scene.instances(element.id)
        if instances is None:
            return self._presence_unmasked(requirement, element, scene)
        best = max(instances, key=lambda instance: instance.evidence, default=None)
        evidence = best.evidence if best else 0.0
        seen = evidence >= requirement.threshold
        sentence = f"The {element.label} is visible." if seen else f"No {element.label} can be seen where it should stand."
        most = 1.0
        if not scene.masked(element.id):
            most = 0.8
            sentence = f"The detector finds the {element.label}: {evidence:.0%}."
            if not seen:
                sentence = f"The detector finds no {element.label}: {evidence:.0%} at most."
        return Finding(
            requirement=requirement.id,
            critic=self.id,
            verdict="passed" if seen else "failed",
            measured=round(evidence, 3),
            threshold=requirement.threshold,
            score=min(1.0, evidence / max(requirement.threshold, 1e-6)) if not seen else 1.0,
            box=best.box if best else element.box,
            message=sentence,
            confidence=round(
                min(
                    most,
                    0.5 + 0.5 * abs(evidence - requirement.threshold) / max(requirement.threshold, 1 - requirement.threshold),
                ),
                3,
            ),
        )

    def _presence_unmasked(self, requirement: Requirement, element: Element, scene: Scene) -> Finding:
        found = figures(scene.plan, element, scene.picture)
        if not found:
            return unchecked(requirement, self.id, NO_MASK)
        return Finding(
            requirement=requirement.id,
            critic=self.id,
            verdict="passed",
            measured=1.0,
            threshold=requirement.threshold,
            score=1.0,
            box=union([instance.box for instance in found]),
            message=f"Something that may be the {element.label} stands on a plain ground.",
            confidence=0.3,
        )

    def _count(self, requirement: Requirement, element: Element, scene: Scene) -> Finding:
        instances = scene.instances(element.id)
        wanted = int(requirement.expected) if isinstance(requirement.expected, int | float) else element.count
        confidence = 0.97
        more: list[Instance] = []
        if instances is None:
            found = figures(scene.plan, element, scene.picture)
            if not found:
                return unchecked(requirement, self.id, NO_MASK)
            if len(found) < wanted and any(ragged(one) for one in found):
                return unchecked(requirement, self.id, TOUCHING)
            seen, confidence = found, 0.3
        else:
            seen = scene.seen(element.id)
            if scene.masked(element.id):
                more = extras(scene, element, seen)
            else:
                confidence = min((instance.sure for instance in instances), default=0.6)
        number = len(seen) + len(more)
        off = abs(number - wanted)
        right = off <= requirement.threshold
        name = element.label
        sentence = f"{number} × {name}." if right else f"{number} × {name} where {wanted} were asked for."
        if instances is not None and not scene.masked(element.id):
            sentence = f"The detector counts {number} × {name}."
            if not right:
                sentence = f"The detector counts {number} × {name} where {wanted} were asked for."
        where = more or seen
        return Finding(
            requirement=requirement.id,
            critic=self.id,
            verdict="passed" if right else "failed",
            measured=number,
            threshold=requirement.threshold,
            score=1.0 if right else 1 / (1 + off),
            box=union([instance.box for instance in where]) if where else element.box,
            message=sentence,
            confidence=confidence,
        )
