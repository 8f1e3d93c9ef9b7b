"""Prompts of the kind of GenEval and T2I-CompBench, each with the labels, counts, colours and relations it should yield."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from engine.planners.grammar import Grammar
from engine.types import Brief, Plan

_LINES = Path(__file__).with_name("compositional.jsonl").read_text("utf-8").splitlines()
CASES: list[dict[str, Any]] = [json.loads(line) for line in _LINES]
KINDS = sorted({case["kind"] for case in CASES})


def read(plan: Plan) -> tuple[list[tuple[str, int, tuple[str, ...]]], list[list[str]]]:
    things = [element for element in plan.elements if element.kind not in {"text", "background"}]
    names = {element.id: element.label for element in things}
    twice = {name for name, times in Counter(names.values()).items() if times > 1}
    named = {element_id: element_id if name in twice else name for element_id, name in names.items()}
    relations = sorted([named[r.subject], r.relation, named[r.object]] for r in plan.relations)
    return sorted((e.label, e.count, e.colors) for e in things), relations


def mistakes(kind: str) -> list[str]:
    found = []
    for case in CASES:
        if case["kind"] != kind:
            continue
        things, relations = read(Grammar().plan(Brief(prompt=case["prompt"])))
        expected = sorted((thing["label"], thing["count"], tuple(thing["colors"])) for thing in case["things"])
        if things != expected or relations != sorted(case["relations"]):
            found.append(f"{case['prompt']!r}: {things} {relations}")
    return found


def test_there_are_several_hundred_prompts() -> None:
    assert len(CASES) > 400
    assert len({case["prompt"] for case in CASES}) == len(CASES)


@pytest.mark.parametrize("kind", KINDS)
def test_every_prompt_is_understood(kind: str) -> None:
    assert not mistakes(kind), "\n".join(mistakes(kind))
