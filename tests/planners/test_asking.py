"""The local model plans: a sound answer becomes a plan like any other; anything else leaves the grammar's, and says so."""

from __future__ import annotations

import json
from typing import Any

import pytest

from engine import registry
from engine.errors import BadInput
from engine.planners.asking import Asking
from engine.planners.grammar import Grammar
from engine.trust import opinion
from engine.trust.opinion import Opinion
from engine.types import Brief, Plan
from tests.fakes import Silent
from tests.talker import Talker, talking, words

PROMPT = 'Zwei rote Becher auf einem Tisch, darauf steht "MORGEN"'
SKETCH: dict[str, Any] = {
    "kind": "scene",
    "elements": [
        {"id": "mugs", "label": "mug", "count": 2, "colors": ["red"], "contents": "Tee"},
        {"id": "table", "label": "table", "material": "wood"},
        {"id": "dog", "label": "dog", "details": ["asleep"]},
    ],
    "texts": [{"text": "MORGEN", "on": "mugs"}],
    "relations": [{"subject": "mugs", "relation": "on", "object": "table"}],
    "style": ["watercolour"],
}


def asked(answer: str, prompt: str = PROMPT, **talker: Any) -> tuple[Plan, Talker]:
    with talking(Talker(lambda _: answer, **talker)) as server:
        planner = Asking(Grammar(), Opinion(address=server.address, model="mind:7b", plans=True, seconds=2))
        return planner.plan(Brief(prompt=prompt, size="512"), Silent()), server


@pytest.mark.parametrize("fence", ["{}", "```json\n{}\n```", "<think>Cups…</think>{}"])
def test_a_sound_answer_becomes_a_plan_with_its_requirements(fence: str) -> None:
    made, server = asked(fence.replace("{}", json.dumps(SKETCH)))
    assert [(e.label, e.kind, e.count) for e in made.elements] == [
        ("mug", "mug", 2), ("table", "table", 1), ("dog", "thing", 1), ("headline", "text", 1),
    ]  # fmt: skip
    assert made.element("headline").text == "MORGEN"
    assert made.element("mug").contents == "tee"
    assert {("mug", "on", "table"), ("headline", "on", "mug")} <= {(r.subject, r.relation, r.object) for r in made.relations}
    claims = {r.id: (r.expected, r.hard) for r in made.requirements}
    assert claims["text:headline"] == ("MORGEN", True)
    assert claims["count:mug"] == (2, True)
    assert claims["colour:mug"] == ("red", True)
    assert claims["adherence:dog"] == ("dog: asleep", False)
    assert claims["style"] == ("watercolour", False)
    assert made.canvas.size == "512"
    assert made.notes[-1].message == "mind:7b planned this; the checks are those of every plan."
    assert words(server.asked[0]) == PROMPT
    assert (server.asked[0]["temperature"], server.asked[0]["seed"]) == (0, 0)
    assert asked(json.dumps(SKETCH))[0] == made, "the same answer makes the same plan"


def changed(**changes: Any) -> str:
    return json.dumps({**SKETCH, **changes})


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        ("Sure! Here is your plan.", "no plan of the form"),
        (changed()[:-9], "no plan of the form"),
        ("[]", "no plan of the form"),
        (changed(requirements=[]), "no plan of the form"),
        (changed(kind="video"), "no plan of the form"),
        (changed(elements=[{"id": "a", "label": "mug", "count": 0}]), "no plan of the form"),
        (changed(elements=[{"id": "a", "label": "mug", "count": 99999}]), "no plan of the form"),
        (changed(elements=[{"id": "mugs", "label": "mug"}, {"id": "mugs", "label": "cup"}]), "twice"),
        (changed(elements=[{"id": "mugs", "label": "mug", "colors": ["reddish-ish"]}], relations=[]), "no colour"),
        (changed(relations=[{"subject": "mugs", "relation": "on", "object": "moon"}]), "no element “moon”"),
        (changed(relations=[{"subject": "mugs", "relation": "eats", "object": "dog"}]), "no plan of the form"),
        (changed(texts=[{"text": "MORNING", "on": "mugs"}]), "texts are not those"),
        (changed(texts=[]), "texts are not those"),
        (changed(texts=[{"text": "MORGEN", "on": "mugs"}, {"text": "Zwei", "on": "mugs"}]), "texts are not those"),
        ("[" * 100_000, "no plan of the form"),
    ],
)
def test_anything_else_leaves_the_grammars_plan_and_says_so(answer: str, why: str) -> None:
    made, _ = asked(answer)
    grammar = Grammar().plan(Brief(prompt=PROMPT, size="512"))
    assert made.replace(notes=made.notes[:-1]) == grammar
    assert made.notes[-1].message.startswith("The plan of mind:7b was not taken: ")
    assert why in made.notes[-1].message


def test_a_server_that_fails_leaves_the_grammars_plan() -> None:
    for talker, why in (({"status": 500}, "error 500"), ({"drip": 0.5}, "within 2 seconds"), ({"wire": b""}, "broke off")):
        assert why in asked(changed(), **talker)[0].notes[-1].message


def test_a_prompt_that_the_grammar_does_not_understand_may_be_understood() -> None:
    prompt = "at golden hour"
    made, _ = asked(changed(texts=[], elements=[{"id": "d", "label": "dog", "details": ["asleep"]}], relations=[]), prompt)
    assert [e.label for e in made.elements] == ["dog"]
    with pytest.raises(BadInput, match="names nothing to draw"):
        asked("no idea", prompt)


def test_it_plans_in_a_run_alone_and_never_over_a_plan_that_is_there() -> None:
    with talking(Talker(lambda _: changed())) as server:
        planner = Asking(Grammar(), Opinion(address=server.address, model="mind:7b", plans=True))
        planner.plan(Brief(prompt="a red mug"))
        given = Grammar().plan(Brief(prompt="a red mug"))
        assert planner.plan(Brief(plan=given), Silent()) == given
    assert server.asked == []


def test_it_is_off_unless_the_user_wants_it() -> None:
    brief = Brief(prompt=PROMPT, renderer="studio")
    with talking(Talker(lambda _: changed())) as server:
        for plans in (False, True):
            opinion.choose(Opinion(address=server.address, model="mind:7b", plans=plans))
            registry.parts(brief).planner.plan(brief, Silent())
            assert len(server.asked) == plans
