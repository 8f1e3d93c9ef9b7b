"""Figures of findings as scales: what is measured, against which limit, and that no scale contradicts its verdict."""

from __future__ import annotations

import pytest

from desktop.rounds import Check
from desktop.scales import Scale, scale
from engine.types import Expected, Finding, Requirement, RequirementKind, Verdict


def check(
    kind: RequirementKind, expected: Expected, measured: Expected, limit: float, verdict: Verdict, message: str = ""
) -> Check:
    asked = Requirement(id="it", kind=kind, element="thing", expected=expected, threshold=limit)
    finding = Finding(
        requirement="it", critic=kind, verdict=verdict, measured=measured, threshold=limit, message=message, confidence=0.9
    )
    return Check(requirement=asked, standing=verdict, finding=finding)


CASES = {
    "a misspelt word": (check("text", "BREAD", "BRED", 1.0, "failed"), ("exact", 0.8, 1.0, "at least", "share")),
    "a word as asked": (check("text", "BREAD", 1.0, 1.0, "passed"), ("exact", 1.0, 1.0, "at least", "share")),
    "small letters": (
        check("text", "BREAD", 7.5, 10.0, "failed", "Too small: …"),
        ("min_height_px", 7.5, 10.0, "at least", "pixels"),
    ),
    "faint letters": (
        check("text", "BREAD", 1.6, 3.0, "failed", "Low contrast: …"),
        ("contrast", 1.6, 3.0, "at least", "ratio"),
    ),
    "a broken letter": (
        check("text", "BREAD", 0.31, 0.55, "failed", "Damaged letter: …"),
        ("glyphs", 0.31, 0.55, "at least", "share"),
    ),
    "a named colour": (check("colour", "red", 0.99, 0.55, "passed"), ("named", 0.99, 0.55, "at least", "share")),
    "an exact colour": (check("colour", "#FF0000", 4.1, 3.0, "failed"), ("exact", 4.1, 3.0, "at most", "difference")),
    "one too many": (check("count", 3, 4, 0.0, "failed"), ("off", 4, 3, "exactly", "number")),
    "one too many, and allowed": (check("count", 3, 4, 1.0, "passed"), ("off", 1, 1, "at most", "number")),
    "in its place": (check("position", ("on", "table"), 0.0, 0.0, "passed"), ("margin", 0, 0, "at most", "share")),
    "turned past the back": (
        check("view", (170.0, 10.0, 0.0), (-175.0, 12.0, 0.0), 5.0, "failed"),
        ("degrees", 15, 5, "at most", "degrees"),
    ),
    "clean": (check("artifact", None, 0.9, 0.5, "passed"), ("score", 0.9, 0.5, "at least", "share")),
    "what is not wanted": (check("safety", "gore", 0.9, 0.5, "failed"), ("probability", 0.9, 0.5, "at most", "share")),
    "a palette": (check("brand", ("#123456",), 0.4, 0.97, "failed"), ("palette", 0.4, 0.97, "at least", "share")),
    "a font": (check("brand", "Norda.OTF", 0.8, 0.99, "failed"), ("font", 0.8, 0.99, "at least", "share")),
    "a logo": (check("brand", "norda.png", 0.8, 0.6, "passed"), ("logo", 0.8, 0.6, "at least", "share")),
    "a style": (check("style", "gothic", 0.2, 0.4, "failed"), ("probability", 0.2, 0.4, "at least", "share")),
}


@pytest.mark.parametrize("name", CASES)
def test_the_figure_and_its_limit(name: str) -> None:
    given, wanted = CASES[name]
    found = scale(given)
    assert found is not None
    assert (found.entry, found.figure, found.limit, found.sense, found.unit) == pytest.approx(wanted)
    assert found.holds == (given.standing == "passed")
    assert found.low <= min(found.figure, found.limit) <= max(found.figure, found.limit) <= found.high
    assert found.low < found.high


def test_stray_words_are_counted() -> None:
    given = check("text", "", "SALE now", 0.0, "failed")
    found = scale(given.replace(requirement=given.requirement.replace(element="")))
    assert found == Scale(entry="stray", figure=2, limit=0, sense="at most", unit="number", low=0, high=3)


@pytest.mark.parametrize(
    "given",
    [
        check("size", (512, 512), (512, 500), 0.0, "failed"),
        check("text", "BREAD", "BREAD", 1.0, "failed", "Damaged letter: something else is written over it."),
        check("view", (0.0, 0.0, 0.0), (0.0, 0.0, 2.0), 5.0, "unchecked"),
        check("colour", "red", None, 0.55, "unchecked"),
    ],
)
def test_no_scale_where_no_figure_decided(given: Check) -> None:
    assert scale(given) is None
