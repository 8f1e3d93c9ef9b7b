"""Plans and traces survive JSON; bad edits are refused by the name of the field."""

import json
from typing import Any

import numpy as np
import pytest

from engine.codec import from_json, to_json
from engine.errors import BadInput
from engine.types import Brief, Canvas, Element, Finding, Fix, Plan, Raster, Relation, Render, Requirement, Round, Trace

PLAN = Plan(
    canvas=Canvas.of("2:3", "1k"),
    kind="flat",
    elements=(
        Element(id="background", label="background", kind="background", colors=("cream",)),
        Element(id="headline", label="headline", kind="text", text="FRESH", box=(0.1, 0.1, 0.9, 0.3), span=(3, 8)),
    ),
    relations=(Relation(subject="headline", relation="on", object="background"),),
    requirements=(Requirement(id="text:headline", kind="text", element="headline", expected="FRESH", threshold=1.0),),
)


def test_a_plan_comes_back_equal_and_stable() -> None:
    text = to_json(PLAN)
    assert from_json(Plan, text, "plan.json") == PLAN
    assert to_json(from_json(Plan, text, "plan.json")) == text
    assert list(json.loads(text)) == [
        "canvas", "kind", "elements", "camera", "light", "relations", "style", "excluded", "requirements", "notes", "schema",
    ]  # fmt: skip


def test_a_trace_comes_back_without_pixels_but_knows_them() -> None:
    render = Render(
        renderer="studio", pixels=Raster(np.zeros((4, 6, 3), np.uint8)), masks={"a": Raster(np.ones((4, 6), np.uint8))}
    )
    findings = (Finding(requirement="text:headline", critic="text", verdict="failed", measured="FRES", threshold=1.0),)
    fix = Fix(kind="restage", answers=("text:headline",), message="larger", plan=PLAN.replace(light="soft"))
    rounds = (Round(render=render, findings=findings), Round(render=render, findings=findings, fix=fix))
    trace = Trace(brief=Brief(prompt="x"), plan=PLAN, rounds=rounds, best=1, outcome="passed")
    back = from_json(Trace, to_json(trace), "trace.json")
    assert back == trace
    assert not back.rounds[0].render.pixels.stored
    assert (back.rounds[0].render.width, back.rounds[0].render.height) == (6, 4)
    assert back.best_plan().light == "soft"
    assert not back.passed()


def edited(change: tuple[str | int, ...], value: Any) -> str:
    document = json.loads(to_json(PLAN))
    place = document
    for step in change[:-1]:
        place = place[step]
    place[change[-1]] = value
    return json.dumps(document)


@pytest.mark.parametrize(
    ("change", "value", "named"),
    [
        (("canvas", "width"), "wide", r"\$\.canvas\.width"),
        (("canvas", "width"), 0, "width"),
        (("elements", 1, "box"), [0.1, 0.1, 1.9, 0.3], r"box.*\$\.elements\[1\]"),
        (("elements", 1, "box"), [0.5, 0.1, 0.5, 0.3], r"box.*\$\.elements\[1\]"),
        (("elements", 1, "box"), [0.5, 0.1], r"\$\.elements\[1\]\.box"),
        (("elements", 1, "count"), 1000, r"count.*\$\.elements\[1\]"),
        (("elements", 1, "id"), "background", "elements: the id 'background' is used twice"),
        (("elements", 1, "colour"), "red", "colour"),
        (("relations", 0, "relation"), "near", r"\$\.relations\[0\]\.relation"),
        (("relations", 0, "object"), "nobody", "nobody"),
        (("requirements", 0, "element"), "nobody", "text:headline"),
        (("requirements", 0, "threshold"), None, r"\$\.requirements\[0\]\.threshold"),
        (("kind",), "painting", r"\$\.kind"),
        (("schema",), 2, r"\$\.schema"),
        (("camera", "elevation"), 200, r"elevation.*\$\.camera"),
        (("elements", 0, "scale"), float("nan"), "JSON"),
        (("elements", 0, "scale"), float("inf"), "JSON"),
    ],
)
def test_a_bad_edit_is_named(change: tuple[str | int, ...], value: Any, named: str) -> None:
    with pytest.raises(BadInput, match=named) as caught:
        from_json(Plan, edited(change, value), "plan.json")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '"plan"', "\x00", "[" * 100_000, b"\xff\xfe{"])
def test_what_is_no_plan_is_refused(text: str | bytes) -> None:
    with pytest.raises(BadInput):
        from_json(Plan, text, "plan.json")


@pytest.mark.parametrize("pixels", [{}, 3, "x", {"shape": "ab", "sha256": ""}, {"shape": [1]}, {"shape": None, "sha256": "x"}])
def test_pixels_that_are_none_are_named(pixels: Any) -> None:
    text = json.dumps({"renderer": "studio", "pixels": pixels})
    with pytest.raises(BadInput, match=r"\$\.pixels"):
        from_json(Render, text, "render.json")
