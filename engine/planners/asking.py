"""The planner that asks the local language model: what it answers is a sketch, held to what the grammar holds itself to.

Whatever is off with the answer, the grammar's own plan is taken, and a note says so.
"""

from __future__ import annotations

from engine.api import Planner, RunContext
from engine.codec import from_json
from engine.errors import BadInput, EngineFailure
from engine.planners.grammar.prompt import normalised
from engine.planners.grammar.sketch import Sketch, planned
from engine.trust.opinion import Chat, Opinion, text
from engine.types import Brief, Note, Plan

SYSTEM = """You plan pictures. Answer with one JSON object of this form, in English, and with nothing else:
{"kind": "flat for a design (poster, label, card), scene for everything else",
"elements": [{"id": "mug", "label": "mug", "count": 2, "colors": ["red"], "material": "ceramic", "contents": "tea",
"details": ["chipped"]}],
"texts": [{"text": "letter for letter as in the prompt", "on": "mug", "role": "headline", "colors": ["white"]}],
"relations": [{"subject": "mug", "relation": "on", "object": "table"}],
"background": ["cream"], "style": ["watercolour"], "light": "daylight", "azimuth": 30, "elevation": 10}
Relations: left of, right of, above, below, on, in front of, behind, inside, next to. Light: studio, soft, hard, side, back,
golden hour, night, neon, daylight. Roles: headline, subtitle, body, small print. Leave out what the prompt does not say"""


class Asking:
    """Asks the model that `opinion` names, and `grammar` besides (engine.api.Planner)."""

    def __init__(self, grammar: Planner, opinion: Opinion) -> None:
        self.id = grammar.id
        self._grammar, self._chat, self._name = grammar, Chat(opinion), opinion.model

    def plan(self, brief: Brief, context: RunContext | None = None) -> Plan:
        """The model's plan in a run, where it is sound; else the grammar's. Raises BadInput where neither finds one."""
        if brief.plan is not None or context is None:
            return self._grammar.plan(brief)
        grammar, refused = None, None
        try:
            grammar = self._grammar.plan(brief)
        except BadInput as error:
            refused = error
        prompt = normalised(brief.prompt)
        try:
            made = planned(_sketch(self._chat.ask(SYSTEM, [text(prompt)], context)), brief, prompt, grammar)
        except (EngineFailure, BadInput) as error:
            context.progress("plan", 0.0)
            if grammar is None:
                raise refused or error from error
            note = f"The plan of {self._name} was not taken: {error.happened}"
            return grammar.replace(notes=(*grammar.notes, Note(kind="assumption", message=note)))
        note = f"{self._name} planned this; the checks are those of every plan."
        return made.replace(notes=(*made.notes, Note(kind="assumption", message=note)))


def _sketch(answer: str) -> Sketch:
    try:
        return from_json(Sketch, answer.removeprefix("```json").strip("` \n"), "The answer")
    except BadInput as error:
        raise BadInput("It is no plan of the form that was asked for.") from error
