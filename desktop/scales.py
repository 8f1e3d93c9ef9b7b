"""What was measured as a figure on a scale, with the part of it where the requirement holds. No Qt here."""

from __future__ import annotations

from typing import Final, Literal

from desktop.rounds import Check
from engine.types import Finding, Requirement, Value

Unit = Literal["share", "difference", "degrees", "pixels", "ratio", "number"]
Sense = Literal["at least", "at most", "exactly"]
LEGIBLE: Final[dict[str, tuple[str, Unit]]] = {
    "Too small": ("min_height_px", "pixels"),
    "Low contrast": ("contrast", "ratio"),
    "Damaged letter": ("glyphs", "share"),
}
"""Which limit a text misses whose message begins so, and its unit."""
SHARES: Final = {
    "colour": "named", "presence": "seen", "framing": "overlap", "artifact": "score",
    "identity": "likeness", "adherence": "probability", "style": "probability",
}  # fmt: skip


class Scale(Value, frozen=True):
    """`figure` against `limit`, on a scale from `low` to `high`. `entry`: the limit's name in the table of thresholds."""

    entry: str
    figure: float
    limit: float
    sense: Sense
    unit: Unit
    low: float
    high: float

    @property
    def holds(self) -> bool:
        return {
            "at least": self.figure >= self.limit,
            "at most": self.figure <= self.limit,
            "exactly": self.figure == self.limit,
        }[self.sense]


def scale(check: Check) -> Scale | None:
    """None where there is no such figure, or it alone did not decide: nothing is drawn that the verdict contradicts."""
    finding = check.finding
    if finding is None or not finding.critic or finding.verdict == "unchecked":
        return None
    found = _scale(check.requirement, finding)
    return found if found is not None and found.holds == (finding.verdict == "passed") else None


def _scale(asked: Requirement, finding: Finding) -> Scale | None:
    measured, limit = finding.measured, finding.threshold
    match asked.kind, measured:
        case "text", str() if asked.element:
            from engine.critics.text.folding import likeness

            return _share("exact", likeness(measured, str(asked.expected)), limit)
        case "text", str():
            return _most("stray", float(len(measured.split())), limit, "number", least=3.0)
        case "text", int() | float():
            entry, unit = LEGIBLE.get(finding.message.partition(":")[0], ("exact", "share"))
            return _share(entry, measured, limit) if unit == "share" else _least(entry, measured, limit, unit)
        case "count", int() | float() if isinstance(asked.expected, int | float):
            wanted = float(asked.expected)
            if limit:
                return _most("off", abs(measured - wanted), limit, "number", least=3.0)
            high = max(measured, wanted) + 1
            return Scale(entry="off", figure=measured, limit=wanted, sense="exactly", unit="number", low=0.0, high=high)
        case "colour", int() | float() if limit >= 1:
            return _most("exact", measured, limit, "difference", least=2 * limit)
        case "position", int() | float():
            return _most("margin", measured, limit, "share", least=0.1)
        case "view", tuple() if isinstance(asked.expected, tuple):
            off = max(_turn(float(one) - float(other)) for one, other in zip(measured, asked.expected, strict=True))
            return _most("degrees", off, limit, "degrees", least=2 * limit)
        case "safety", int() | float():
            return _most("probability", measured, limit, "share", least=1.0)
        case "size", _:
            return None
        case "brand", int() | float():
            return _share(asked.of_brand, measured, limit)
        case kind, int() | float():
            return _share(SHARES.get(kind, ""), measured, limit)
    return None


def _share(entry: str, figure: float, limit: float) -> Scale:
    return Scale(entry=entry, figure=figure, limit=limit, sense="at least", unit="share", low=0.0, high=1.0)


def _least(entry: str, figure: float, limit: float, unit: Unit) -> Scale:
    high = 2 * max(limit, figure)
    return Scale(entry=entry, figure=figure, limit=limit, sense="at least", unit=unit, low=0.0, high=high)


def _most(entry: str, figure: float, limit: float, unit: Unit, *, least: float) -> Scale:
    """A figure that may not be too large; the scale ends at `least` or a little behind the figure."""
    high = max(least, 1.15 * figure)
    return Scale(entry=entry, figure=figure, limit=limit, sense="at most", unit=unit, low=0.0, high=high)


def _turn(degrees: float) -> float:
    """The size of a turn, 0 to 180."""
    return abs((degrees + 180) % 360 - 180)
