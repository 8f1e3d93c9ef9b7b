"""How often a critic's verdict is right, as the fault bench found it. No Qt here."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from engine.types import RequirementKind, Value, Verdict


class Right(Value, frozen=True):
    """The share of `number` verdicts on pictures with known faults that were right."""

    share: float
    number: int


def right(kind: RequirementKind, verdict: Verdict) -> Right | None:
    """Of verdicts like this one; None where the bench has not measured them."""
    entry = table().get(kind, {}).get(verdict)
    return Right(share=entry["right"], number=int(entry["n"])) if entry else None


@cache
def table() -> dict[str, dict[str, dict[str, float]]]:
    """By kind of requirement and verdict: `right` of `n`. Empty where the bench has not been run yet."""
    file = files("resources").joinpath("critics", "reliability.toml")
    return tomllib.loads(file.read_text("utf-8")) if file.is_file() else {}
