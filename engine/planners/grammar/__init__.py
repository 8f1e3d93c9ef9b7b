"""The planner `grammar`: a prompt in English becomes a plan, by rules alone, offline and the same every time.

tokens → phrases about the whole picture (claims) → things, texts and connecting words (items) → who stands where and what
is written on what (reading) → elements, boxes and requirements.
"""

from engine.api import RunContext
from engine.codec import from_json, to_json
from engine.planners.grammar.draft import drafted
from engine.planners.grammar.prompt import normalised
from engine.types import Brief, Plan

__all__ = ["Grammar"]


class Grammar:
    """Plans a brief by grammar (engine.api.Planner)."""

    id = "grammar"

    def plan(self, brief: Brief, context: RunContext | None = None) -> Plan:
        """The plan for a brief; spans refer to the prompt in NFC.

        Raises BadInput for a prompt that is empty, too long, holds control characters, asks for a format that is not
        offered, or names nothing to draw; and for a brief whose own plan is not sound.
        """
        if brief.plan is not None:
            return from_json(Plan, to_json(brief.plan), "The plan in the brief")
        return drafted(brief, normalised(brief.prompt))
