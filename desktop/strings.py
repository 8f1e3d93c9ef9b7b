"""Words for the values of the engine, in the user's language."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale

from desktop import words
from desktop.rounds import Check, Standing
from engine.types import Element, Finding, Plan, Requirement

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
        "opinion": translate("strings", "Second opinion"),
    }.get(name, name)


def standing(name: Standing) -> str:
    return {
        "open": translate("strings", "open"),
        "passed": translate("strings", "passed"),
        "failed": translate("strings", "failed"),
        "unchecked": translate("strings", "unchecked"),
    }[name]


def stage(name: str) -> str:
    """What the engine is at. The critics report their kinds as stages."""
    return {
        "plan": translate("strings", "Planning"),
        "render": translate("strings", "Rendering"),
        "wait": translate("strings", "Waiting for its turn"),
        "load": translate("strings", "Loading the model"),
        "refine": translate("strings", "Adding detail"),
        "enlarge": translate("strings", "Enlarging"),
        "draft": translate("strings", "Drawing a draft"),
        "staging": translate("strings", "Setting the scene"),
        "preview": translate("strings", "Sketching"),
        "tracing": translate("strings", "Tracing light"),
        "denoising": translate("strings", "Removing noise"),
        "developing": translate("strings", "Developing"),
        "check": translate("strings", "Checking"),
        "size": translate("strings", "Checking the size"),
        "text": translate("strings", "Reading the text"),
        "colour": translate("strings", "Measuring colours"),
        "presence": translate("strings", "Looking for every element"),
        "count": translate("strings", "Counting"),
        "position": translate("strings", "Checking positions"),
        "framing": translate("strings", "Checking the framing"),
        "artifact": translate("strings", "Looking for flaws"),
        "identity": translate("strings", "Comparing with the references"),
        "safety": translate("strings", "Looking for what your policy names"),
        "adherence": translate("strings", "Comparing with the words"),
        "opinion": translate("strings", "Asking the local model"),
        "fix": translate("strings", "Fixing"),
        "typeset": translate("strings", "Setting type"),
        "recolour": translate("strings", "Adjusting colour"),
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
    }.get(name, name)


def noun(label: str) -> str:
    """An element by name, as a heading."""
    name = role(label)
    return name.capitalize() if name == label else name


def role(label: str) -> str:
    """A text's role and the background in the user's language; a thing by the prompt's own noun."""
    return {
        "headline": translate("strings", "Headline"),
        "subtitle": translate("strings", "Subtitle"),
        "body": translate("strings", "Body text"),
        "small print": translate("strings", "Small print"),
        "background": translate("strings", "Background"),
    }.get(label, label)


def quoted(text: str) -> str:
    return translate("strings", "“{0}”").format(text)


def material(name: str) -> str:
    return {
        "brick": translate("strings", "Brick"),
        "cardboard": translate("strings", "Cardboard"),
        "ceramic": translate("strings", "Ceramic"),
        "chrome": translate("strings", "Chrome"),
        "concrete": translate("strings", "Concrete"),
        "copper": translate("strings", "Copper"),
        "fabric": translate("strings", "Fabric"),
        "glass": translate("strings", "Glass"),
        "gloss": translate("strings", "Gloss"),
        "gold": translate("strings", "Gold"),
        "honey": translate("strings", "Honey"),
        "juice": translate("strings", "Juice"),
        "leather": translate("strings", "Leather"),
        "marble": translate("strings", "Marble"),
        "matte": translate("strings", "Matte"),
        "metal": translate("strings", "Metal"),
        "paper": translate("strings", "Paper"),
        "plastic": translate("strings", "Plastic"),
        "rubber": translate("strings", "Rubber"),
        "silver": translate("strings", "Silver"),
        "water": translate("strings", "Water"),
        "wood": translate("strings", "Wood"),
    }.get(name, name.capitalize())


def limit(kind_name: str, name: str) -> str:
    """An entry of the thresholds' table: what is measured there."""
    entry = {
        ("text", "exact"): translate("strings", "share of the letters that are right"),
        ("text", "glyphs"): translate("strings", "likeness of the worst letter"),
        ("text", "contrast"): translate("strings", "contrast with the ground"),
        ("text", "min_height_px"): translate("strings", "smallest height of capitals, px"),
        ("text", "stray"): translate("strings", "words too many"),
        ("colour", "named"): translate("strings", "share of a colour asked for by name"),
        ("colour", "exact"): translate("strings", "difference from an exact colour, ΔE"),
        ("presence", "seen"): translate("strings", "evidence of the element"),
        ("presence", "detected"): translate("strings", "score of the detector"),
        ("adherence", "probability"): translate("strings", "probability of the words"),
        ("style", "probability"): translate("strings", "probability against other styles"),
        ("count", "off"): translate("strings", "missing or too many"),
        ("position", "margin"): translate("strings", "tolerance"),
        ("view", "degrees"): translate("strings", "tolerance in degrees"),
        ("framing", "overlap"): translate("strings", "overlap with the plan"),
        ("brand", "logo"): translate("strings", "likeness of the logo"),
        ("brand", "palette"): translate("strings", "share of the brand's colours"),
        ("brand", "font"): translate("strings", "fit of the brand's font"),
        ("identity", "likeness"): translate("strings", "likeness to the reference"),
        ("safety", "probability"): translate("strings", "probability of an unwanted category"),
        ("artifact", "score"): translate("strings", "freedom from flaws"),
    }.get((kind_name, name), name.replace("_", " "))
    return f"{kind(kind_name)} · {entry}"


def relation(name: str, subject: str, other: str) -> str:
    """Where one element is beside another."""
    sentence = {
        "left of": translate("strings", "{0} left of {1}"),
        "right of": translate("strings", "{0} right of {1}"),
        "above": translate("strings", "{0} above {1}"),
        "below": translate("strings", "{0} below {1}"),
        "on": translate("strings", "{0} on {1}"),
        "in front of": translate("strings", "{0} in front of {1}"),
        "behind": translate("strings", "{0} behind {1}"),
        "inside": translate("strings", "{0} inside {1}"),
        "next to": translate("strings", "{0} next to {1}"),
    }.get(name, f"{{0}} {name} {{1}}")
    return sentence.format(subject, other)


def named(element: Element) -> str:
    """A text by its words, anything else by its noun."""
    return quoted(element.text) if element.kind == "text" else noun(element.label)


def number(value: float, decimals: int | None = None) -> str:
    """As the language writes it, with so many decimals, or as few as do."""
    locale = QLocale()
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    shortest = QLocale.FloatingPointPrecisionOption.FloatingPointShortest.value
    return locale.toString(float(value), "g", shortest) if decimals is None else locale.toString(float(value), "f", decimals)


def figures(text: str) -> str:
    """A number as the engine writes it ("1,024", "1.8") as the language does."""
    plain, locale = text.replace(",", ""), QLocale()
    if "," not in text:
        locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    return locale.toString(float(plain), "f", len(plain.partition(".")[2]))


def percent(share: float, decimals: int = 0) -> str:
    """A share of 1 in percent."""
    return translate("strings", "{0} %").format(number(100 * share, decimals))


def subject(requirement: Requirement, plan: Plan | None) -> str:
    """What a requirement is about: the words asked for, or the element's own name."""
    if requirement.kind == "text":
        return quoted(str(requirement.expected)) if requirement.element else translate("strings", "Nothing else is written")
    if requirement.kind == "size" and isinstance(requirement.expected, tuple):
        return " × ".join(f"{float(side):g}" for side in requirement.expected)
    label = ""
    if requirement.element and plan is not None:
        label = named(plan.element(requirement.element))
    if requirement.kind == "colour":
        return f"{label}: {words.colour(str(requirement.expected))}"
    if requirement.kind == "position" and isinstance(requirement.expected, tuple) and plan is not None:
        return relation(str(requirement.expected[0]), label, named(plan.element(str(requirement.expected[1]))))
    if requirement.kind == "count":
        return f"{requirement.expected} × {label}"
    if requirement.kind == "brand" and requirement.of_brand == "palette":
        return translate("strings", "The brand's colours")
    if requirement.kind == "brand" and requirement.of_brand == "font":
        return f"{label}: {Path(str(requirement.expected)).stem}"
    if requirement.kind == "view" and isinstance(requirement.expected, tuple):
        return ", ".join(f"{float(angle):.0f}°" for angle in requirement.expected)
    told = requirement.kind in {"style", "adherence", "safety"} and requirement.expected
    described = str(requirement.expected) if told else ""
    return label or described or translate("strings", "Whole picture")


def figure(check: Check) -> str:
    """What was measured against its limit, as short as it can be: “ΔE 1.8 ≤ 3”. Empty where there is no figure."""
    finding, requirement = check.finding, check.requirement
    if finding is None or finding.critic in {"", "opinion"}:
        return ""
    if requirement.kind == "colour" and requirement.threshold >= 1:
        return f"ΔE {difference(finding)} ≤ {number(requirement.threshold)}"
    if requirement.kind == "count":
        return (
            f"{finding.measured} = {requirement.expected}"
            if check.standing == "passed"
            else f"{finding.measured} ≠ {requirement.expected}"
        )
    if requirement.kind in {"size", "text", "position"} or not isinstance(finding.measured, int | float):
        return ""
    if requirement.kind == "safety":
        return f"{percent(finding.measured)} ≤ {percent(requirement.threshold)}"
    return f"{percent(finding.measured)} ≥ {percent(requirement.threshold)}"


def difference(finding: Finding) -> str:
    return number(float(finding.measured), 1) if isinstance(finding.measured, int | float) else "–"


def went_near() -> str:
    """Why a box that was dragged in a scene is not where it was let go."""
    return translate(
        "strings",
        "In a scene nothing floats, print stays on what carries it, and the ground fills the picture:"
        " the box is in the nearest place.",
    )


def duration(seconds: float) -> str:
    """Time left, in steps that do not flicker."""
    if seconds < 60:
        rounded = max(1, round(seconds)) if seconds < 10 else 5 * round(seconds / 5)
        return translate("strings", "{0} s left").format(rounded)
    return translate("strings", "{0} min left").format(round(seconds / 60))
