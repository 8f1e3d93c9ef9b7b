"""The shared briefs: what each must be planned as."""

import json
from importlib.resources import files
from typing import Any

import pytest

from engine.colour.names import parse
from engine.errors import BadInput
from engine.planners.grammar import Grammar
from engine.types import Brief, Plan

_LINES = files("resources").joinpath("briefs.jsonl").read_text("utf-8").splitlines()
BRIEFS: list[dict[str, Any]] = [json.loads(line) for line in _LINES]


def plan(brief: dict[str, Any]) -> Plan:
    return Grammar().plan(Brief(prompt=brief["prompt"], aspect=brief["aspect"]))


def of(*keys: str) -> list[Any]:
    return [pytest.param(brief, id=brief["id"]) for brief in BRIEFS if all(key in brief["expects"] for key in keys)]


@pytest.mark.parametrize("brief", of("kind"))
def test_kind(brief: dict[str, Any]) -> None:
    assert plan(brief).kind == brief["expects"]["kind"]
    assert plan(brief).canvas.aspect == brief["aspect"]


@pytest.mark.parametrize("brief", of("text"))
def test_texts_exactly_and_in_reading_order(brief: dict[str, Any]) -> None:
    made = plan(brief)
    assert [element.text for element in made.elements if element.text] == brief["expects"]["text"]
    asked = [r.expected for r in made.requirements if r.kind == "text" and r.element]
    assert asked == brief["expects"]["text"]
    assert [r.expected for r in made.requirements if r.kind == "text" and not r.element] == [""]


@pytest.mark.parametrize("brief", of("count"))
def test_counts(brief: dict[str, Any]) -> None:
    counts = {element.kind: element.count for element in plan(brief).elements}
    assert counts | brief["expects"]["count"] == counts
    asked = {r.element: r.expected for r in plan(brief).requirements if r.kind == "count" and r.hard}
    assert set(brief["expects"]["count"].values()) <= set(asked.values())


@pytest.mark.parametrize("brief", of("colors"))
def test_colours(brief: dict[str, Any]) -> None:
    made = plan(brief)
    for kind, colour in brief["expects"]["colors"].items():
        element = next(element for element in made.elements if element.kind == kind)
        assert colour in element.colors
        assert (element.id, colour) in {(r.element, r.expected) for r in made.requirements if r.kind == "colour"}


@pytest.mark.parametrize("brief", of("exact_colors"))
def test_exact_colours_are_kept(brief: dict[str, Any]) -> None:
    asked = [r.expected for r in plan(brief).requirements if r.kind == "colour"]
    assert set(brief["expects"]["exact_colors"]) <= set(asked)


@pytest.mark.parametrize("brief", of("relations"))
def test_relations(brief: dict[str, Any]) -> None:
    made = plan(brief)
    kinds = {element.id: element.kind for element in made.elements}
    found = [[kinds[r.subject], r.relation, kinds[r.object]] for r in made.relations]
    for relation in brief["expects"]["relations"]:
        assert relation in found


@pytest.mark.parametrize("brief", of("view"))
def test_view(brief: dict[str, Any]) -> None:
    camera = plan(brief).camera
    for axis, wanted in brief["expects"]["view"].items():
        angle = getattr(camera, axis)
        low, high = {"three-quarter": (30, 50), "above": (10, 50), "low": (-40, -5)}.get(wanted, (wanted, wanted))
        assert low <= angle <= high
    assert [r.hard for r in plan(brief).requirements if r.kind == "view"] == [False]


@pytest.mark.parametrize("brief", of("error"))
def test_nothing_to_draw(brief: dict[str, Any]) -> None:
    with pytest.raises(BadInput):
        plan(brief)


@pytest.mark.parametrize("brief", of("kind"))
def test_every_word_is_accounted_for(brief: dict[str, Any]) -> None:
    assert [note.message for note in plan(brief).notes if note.kind in {"unused", "contradiction"}] == []


def test_contradictory_views_and_colours_are_noted_with_the_choice() -> None:
    made = plan(next(brief for brief in BRIEFS if brief["id"] == "contradiction"))
    messages = " ".join(note.message for note in made.notes if note.kind == "contradiction")
    assert "front view” is taken because it comes first" in messages
    assert "“red” is taken" in messages
    assert (made.camera.azimuth, made.element("box").colors) == (0, ("red",))


def test_a_very_long_prompt_loses_no_cube() -> None:
    brief = next(brief for brief in BRIEFS if brief["id"] == "very-long")
    elements = plan(brief).elements
    assert sum(e.count for e in elements if e.kind == "cube") == brief["prompt"].count("cube")
    assert sum(e.count for e in elements if e.kind == "sphere") == 1


@pytest.mark.parametrize("brief", of("kind"))
def test_colours_of_elements_can_be_read(brief: dict[str, Any]) -> None:
    assert all(parse(colour) for element in plan(brief).elements for colour in element.colors)
