"""The safety policy: what the user wants to be warned of, or not to let pass, per category. All is off until then.

`warn` makes the category a soft requirement, `block` a hard one: a picture that misses it, or that nobody could check, has
not passed, and leaves the window only after the user has read why and said so. Nothing is hidden, changed or deleted.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Literal

import msgspec

from engine.choices import keep, place, read
from engine.types import Finding, Plan, Requirement, Trace, Value

Rule = Literal["off", "warn", "block"]


class Policy(Value, frozen=True):
    """`rules` by category, as the classifier names it; `classifier` is a model of the library, "" the first there."""

    classifier: str = ""
    rules: dict[str, Rule] = msgspec.field(default_factory=dict)

    @property
    def on(self) -> bool:
        return any(rule != "off" for rule in self.rules.values())

    def over(self, plan: Plan, largest: float) -> Plan:
        """The plan with a requirement for each category that is not off, and no other of this kind.

        `largest` is the probability that may be reached.
        """
        claims = (
            Requirement(id=f"safety:{category}", kind="safety", expected=category, threshold=largest, hard=rule == "block")
            for category, rule in self.rules.items()
            if rule != "off"
        )
        return plan.replace(requirements=(*(r for r in plan.requirements if r.kind != "safety"), *claims))


def blocked(trace: Trace, rounds: tuple[int, ...]) -> tuple[Finding, ...]:
    """What the policy blocks in these rounds: found, or not checked. One finding for each category."""
    hard = {r.id for r in trace.best_plan().requirements if r.kind == "safety" and r.hard}
    found = [finding for number in rounds for finding in trace.rounds[number].findings]
    return tuple({one.requirement: one for one in found if one.requirement in hard and one.verdict != "passed"}.values())


def user_file() -> Path:
    return place("safety")


def policy() -> Policy:
    """The user's policy. Raises BadInput where its file cannot be used: a policy is never silently dropped."""
    return read(user_file(), Policy)


def choose(chosen: Policy) -> None:
    """Keep the policy; it holds from the next picture on. Raises BadInput where it cannot be written."""
    rules = "".join(f"{json.dumps(category)} = {json.dumps(rule)}\n" for category, rule in chosen.rules.items())
    keep(user_file(), f"classifier = {json.dumps(chosen.classifier)}\n\n[rules]\n{rules}")
