"""Prompts as designers write them: kind, things, texts with role, host and ink, ground, camera, light, exclusions."""

import json
from pathlib import Path
from typing import Any

import pytest

from engine.planners.grammar import Grammar
from engine.types import Brief, Element, Plan

_LINES = Path(__file__).with_name("studio.jsonl").read_text("utf-8").splitlines()
CASES: list[dict[str, Any]] = [json.loads(line) for line in _LINES]


def read(plan: Plan) -> dict[str, Any]:
    """What the plan says, in the form of studio.jsonl: colours only where they were asked for."""
    asked = {(r.element, r.expected) for r in plan.requirements if r.kind == "colour"}
    kinds = {element.id: element.kind for element in plan.elements}

    def colours(element: Element) -> list[str]:
        return [colour for colour in element.colors if (element.id, colour) in asked]

    def host(element: Element) -> str:
        found = plan.host(element.id)
        return found.id if found else ""

    said: dict[str, Any] = {
        "things": [
            [e.id, e.kind, e.count, colours(e), e.material] for e in plan.elements if e.kind not in {"text", "background"}
        ],
        "texts": [[e.label, e.text, host(e), colours(e)] for e in plan.elements if e.text],
        "background": [colour for e in plan.elements if e.kind == "background" for colour in colours(e)],
        "relations": [[r.subject, r.relation, r.object] for r in plan.relations if kinds[r.subject] != "text"],
        "view": [
            angle for r in plan.requirements if r.kind == "view" and isinstance(r.expected, tuple) for angle in r.expected
        ],
        "excluded": list(plan.excluded),
        "aspect": "" if plan.canvas.aspect == "1:1" else plan.canvas.aspect,
        "light": "" if plan.light == "studio" else plan.light,
    }
    return {"kind": plan.kind} | {key: value for key, value in said.items() if value}


@pytest.mark.parametrize("case", CASES, ids=[case["prompt"][:50] for case in CASES])
def test_a_designers_prompt(case: dict[str, Any]) -> None:
    plan = Grammar().plan(Brief(prompt=case["prompt"]))
    assert {"prompt": case["prompt"], **read(plan)} == case
    assert [note.message for note in plan.notes if note.kind in {"unused", "contradiction"}] == []


@pytest.mark.parametrize(
    ("prompt", "text"),
    [
        ("Ein rotes Plakat mit der Aufschrift „Sommerfest“", "Sommerfest"),
        ("une affiche rouge avec le texte « Bonjour » en blanc", "Bonjour"),
        ('un cartel azul que dice "Hola Mundo" con letras blancas', "Hola Mundo"),
        ("海报，标题「春节快乐」，红色背景", "春节快乐"),
    ],
)
def test_prompts_in_other_languages_keep_their_texts_and_say_so_once(prompt: str, text: str) -> None:
    plan = Grammar().plan(Brief(prompt=prompt))
    assert [element.text for element in plan.elements if element.text] == [text]
    assert [(note.kind, note.span) for note in plan.notes] == [("unused", (0, len(prompt)))]


def test_slips_of_the_pen_are_read_as_meant_and_noted() -> None:
    plan = Grammar().plan(Brief(prompt='A wite box with a rde label that says "HELO" on a woden tabel'))
    assert [(e.label, e.colors, e.material) for e in plan.elements if e.kind in {"box", "label", "table"}] == [
        ("box", ("white",), ""),
        ("label", ("red",), ""),
        ("table", (), "wood"),
    ]
    assert [note.kind for note in plan.notes] == ["assumption"] * 4
    assert [element.text for element in plan.elements if element.text] == ["HELO"]


def test_words_for_a_text_that_is_not_given_are_noted() -> None:
    prompt = 'a poster with a logo and the headline "HI"'
    notes = Grammar().plan(Brief(prompt=prompt)).notes
    assert [(note.kind, prompt[slice(*note.span)]) for note in notes] == [("unused", "logo")]


def test_water_bottles_are_not_made_of_water() -> None:
    plan = Grammar().plan(Brief(prompt="a water bottle, a wine glass and a glass of water"))
    assert {element.label: element.material for element in plan.elements} == {
        "water bottle": "",
        "wine glass": "",
        "glass": "water",
    }
