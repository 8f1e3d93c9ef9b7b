"""Words for the values of the engine, in the user's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.rounds import Check, Standing
from engine.types import Finding, Plan, Requirement

translate = QCoreApplication.translate


def kind(name: str) -> str:
    """A requirement's kind as a heading."""
    return {
        "size": translate("strings", "Size"),
        "text": translate("strings", "Text"),
        "colour": translate("strings", "Colour"),
        "presence": translate("strings", "Shown"),
        "count": translate("strings", "Count"),
        "position": translate("strings", "Position"),
        "view": translate("strings", "View"),
        "framing": translate("strings", "Framing"),
        "artifact": translate("strings", "Clean picture"),
        "adherence": translate("strings", "Description"),
        "style": translate("strings", "Style"),
        "identity": translate("strings", "Likeness"),
        "brand": translate("strings", "Brand"),
        "safety": translate("strings", "Safety"),
    }.get(name, name)


def standing(name: Standing) -> str:
    return {
        "open": translate("strings", "open"),
        "passed": translate("strings", "passed"),
        "failed": translate("strings", "failed"),
        "unchecked": translate("strings", "unchecked"),
    }[name]


def stage(name: str) -> str:
    return {
        "plan": translate("strings", "Planning"),
        "render": translate("strings", "Rendering"),
        "check": translate("strings", "Checking"),
        "fix": translate("strings", "Fixing"),
        "typeset": translate("strings", "Setting type"),
        "recolour": translate("strings", "Adjusting colour"),
        "denoise": translate("strings", "Removing noise"),
    }.get(name, name.capitalize())


def outcome(name: str) -> str:
    return {
        "passed": translate("strings", "Passed"),
        "budget spent": translate("strings", "Stopped after its last round"),
        "nothing left to try": translate("strings", "Nothing left to try"),
        "cancelled": translate("strings", "Cancelled"),
        "unfinished": translate("strings", "Unfinished"),
    }[name]


def light(name: str) -> str:
    return {
        "studio": translate("strings", "Studio"),
        "soft": translate("strings", "Soft"),
        "hard": translate("strings", "Hard"),
        "side": translate("strings", "Side"),
        "back": translate("strings", "Back"),
        "golden hour": translate("strings", "Golden hour"),
        "night": translate("strings", "Night"),
        "neon": translate("strings", "Neon"),
        "daylight": translate("strings", "Daylight"),
    }[name]


def role(label: str) -> str:
    """A text's role."""
    return {
        "headline": translate("strings", "Headline"),
        "subtitle": translate("strings", "Subtitle"),
        "body": translate("strings", "Body text"),
        "small print": translate("strings", "Small print"),
    }.get(label, label)


def subject(requirement: Requirement, plan: Plan | None) -> str:
    """What a requirement is about: the words asked for, or the element's own name."""
    if requirement.kind == "text":
        return f"“{requirement.expected}”" if requirement.element else translate("strings", "Nothing else is written")
    if requirement.kind == "size" and isinstance(requirement.expected, tuple):
        return " × ".join(f"{float(side):g}" for side in requirement.expected)
    label = ""
    if requirement.element and plan is not None:
        element = plan.element(requirement.element)
        label = f"“{element.text}”" if element.kind == "text" else element.label.capitalize()
    if requirement.kind == "colour":
        return f"{label}: {requirement.expected}"
    if requirement.kind == "position" and isinstance(requirement.expected, tuple) and plan is not None:
        relation, other = str(requirement.expected[0]), str(requirement.expected[1])
        return f"{label} {relation} {plan.element(other).label}"
    if requirement.kind == "count":
        return f"{requirement.expected} × {label}"
    if requirement.kind == "view" and isinstance(requirement.expected, tuple):
        return ", ".join(f"{float(angle):.0f}°" for angle in requirement.expected)
    described = str(requirement.expected) if requirement.kind in {"style", "adherence"} and requirement.expected else ""
    return label or described or translate("strings", "Whole picture")


def figure(check: Check) -> str:
    """What was measured against its limit, as short as it can be: “ΔE 1.8 ≤ 3”. Empty where there is no figure."""
    finding, requirement = check.finding, check.requirement
    if finding is None or finding.critic == "":
        return ""
    if requirement.kind == "colour" and requirement.threshold >= 1:
        return f"ΔE {difference(finding)} ≤ {requirement.threshold:g}"
    if requirement.kind == "count":
        return (
            f"{finding.measured} = {requirement.expected}"
            if check.standing == "passed"
            else f"{finding.measured} ≠ {requirement.expected}"
        )
    if requirement.kind in {"size", "text", "position"} or not isinstance(finding.measured, int | float):
        return ""
    return f"{finding.measured:.0%} ≥ {requirement.threshold:.0%}".replace("%", " %")


def difference(finding: Finding) -> str:
    return f"{float(finding.measured):.1f}" if isinstance(finding.measured, int | float) else "–"


def spoken(check: Check, plan: Plan | None) -> str:
    """A check as a screen reader says it."""
    message = check.finding.message if check.finding else ""
    words = (kind(check.requirement.kind), subject(check.requirement, plan), standing(check.standing), figure(check), message)
    return ", ".join(word for word in words if word)


def duration(seconds: float) -> str:
    """Time left, in steps that do not flicker."""
    if seconds < 60:
        rounded = max(1, round(seconds)) if seconds < 10 else 5 * round(seconds / 5)
        return translate("strings", "{0} s left").format(rounded)
    return translate("strings", "{0} min left").format(round(seconds / 60))
