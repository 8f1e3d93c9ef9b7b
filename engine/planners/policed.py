"""A planner's plan under the user's safety policy: its claims are part of what the picture is checked for."""

from __future__ import annotations

from engine.api import Planner, RunContext
from engine.thresholds import threshold
from engine.trust.safety import policy
from engine.types import Brief, Plan


class Policed:
    """Plans as `planner` does; the policy is that of the moment, also for a plan that came with the brief."""

    def __init__(self, planner: Planner) -> None:
        self.id = planner.id
        self._planner = planner

    def plan(self, brief: Brief, context: RunContext | None = None) -> Plan:
        """Raises BadInput as the planner does, and where the policy cannot be read."""
        return policy().over(self._planner.plan(brief, context), threshold("safety", "probability"))
