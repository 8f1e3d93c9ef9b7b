"""Safety: the probability of each category of the user's policy, by the classifier that the user has brought."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from engine.api import RunContext
from engine.critics import preparing
from engine.critics.looking import unchecked
from engine.critics.onnx import brought
from engine.errors import EngineFailure
from engine.models.critics import Installed, installed
from engine.trust.safety import Policy
from engine.types import Array, Finding, Plan, Render, Requirement, RequirementKind

NONE: Final = "There is no classifier for the safety policy, so nobody has looked. Import one in Models."


class SafetyCritic:
    id = "safety"
    kinds: frozenset[RequirementKind] = frozenset({"safety"})

    def __init__(self, policy: Policy) -> None:
        self._policy = policy

    def check(self, plan: Plan, requirements: Sequence[Requirement], render: Render, context: RunContext) -> list[Finding]:
        context.progress("safety", 0.0)
        classifier = chosen(self._policy)
        if classifier is None:
            return [unchecked(requirement, self.id, NONE) for requirement in requirements]
        found = probabilities(classifier, render.pixels.array, context)
        return [self._judge(requirement, found, classifier.model.name) for requirement in requirements]

    def _judge(self, requirement: Requirement, found: dict[str, float], name: str) -> Finding:
        category = str(requirement.expected)
        if category not in found:
            return unchecked(requirement, self.id, f"{name} does not know the category “{category}”.")
        seen, most = found[category], requirement.threshold
        held = seen <= most
        why = f"{name} sees {seen:.0%} of “{category}”; the policy allows {most:.0%}."
        rule = "Your policy blocks it." if requirement.hard else "Your policy warns of it."
        return Finding(
            requirement=requirement.id,
            critic=self.id,
            verdict="passed" if held else "failed",
            measured=round(seen, 3),
            threshold=most,
            score=1.0 if held else max(0.0, 1 - seen),
            message=why if held else " ".join((why, rule)),
            confidence=round(min(1.0, abs(seen - most) / max(most, 1 - most)), 3),
        )


def chosen(policy: Policy) -> Installed | None:
    """The classifier that the policy names; the first of the library where it names none."""
    for one in installed("safety"):
        if policy.classifier in {"", one.model.id}:
            return one
    return None


def probabilities(classifier: Installed, picture: Array, context: RunContext) -> dict[str, float]:
    """By category. `figures` of the card say how answers become probabilities: `softmax` or `sigmoid` 1, or they are some.

    Raises EngineFailure for a classifier whose answers are no probabilities, or not one for each of its labels.
    """
    name, card = classifier.model.name, classifier.card
    network = brought(classifier, "classifier")
    (scores,) = network.run(context, {network.inputs[0]: preparing.pixels(picture, card)[None]})
    answers = scores[0].astype(np.float64)
    if card.figures.get("softmax"):
        answers = np.exp(answers - answers.max())
        answers /= answers.sum()
    elif card.figures.get("sigmoid"):
        answers = 1 / (1 + np.exp(-answers))
    if len(answers) != len(card.labels) or not ((answers >= -1e-6) & (answers <= 1 + 1e-6)).all():
        raise EngineFailure(f"The answers of {name} are no probabilities of the categories on its card.", "Correct its card.")
    return {label: float(np.clip(answer, 0, 1)) for label, answer in zip(card.labels, answers, strict=True)}
