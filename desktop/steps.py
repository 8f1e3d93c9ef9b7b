"""One step of the history, as a value that a document can keep. No Qt here."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from engine.codec import from_json, to_json
from engine.errors import BadInput
from engine.types import Brief, Trace, Value


class Step(Value, frozen=True):
    """A change of the brief (`brief` and `was`), or of the trace where `brief` is None. `label` names it to the user."""

    label: str
    was: Brief | None = None
    brief: Brief | None = None
    before: Trace | None = None
    after: Trace | None = None

    @property
    def changes_picture(self) -> bool:
        return self.brief is None


def packed(steps: Sequence[Step]) -> list[bytes]:
    return [to_json(step, indent=-1).encode() for step in steps]


def unpacked(data: Sequence[bytes], filled: Callable[[Trace], Trace]) -> tuple[Step, ...]:
    """The steps kept in a document, with their pixels; those before one that cannot be read are let go."""
    steps: list[Step] = []
    for text in reversed(data):
        try:
            step = from_json(Step, text, "The history")
        except BadInput:
            break
        before, after = (filled(trace) if trace is not None else None for trace in (step.before, step.after))
        steps.append(step.replace(before=before, after=after))
    return tuple(reversed(steps))
