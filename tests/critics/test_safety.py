"""Safety: the user's classifier, the user's policy, every verdict with its reason; a real network of ONNX."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Literal

import numpy as np
import pytest
from onnx import helper

from engine import registry
from engine.critics import preparing
from engine.critics.safety import SafetyCritic, probabilities
from engine.errors import BadInput, EngineFailure
from engine.loop import check
from engine.models import Model, library
from engine.models.critic_folder import Card
from engine.models.critics import installed
from engine.models.importing import import_model
from engine.trust import safety
from engine.trust.safety import Policy, blocked
from engine.types import Array, Brief, Finding, Raster, Render, Round, Trace
from tests.critics.networks import array, redness, save
from tests.fakes import PLAN, Silent


@pytest.fixture
def classifier(tmp_path: Path) -> Model:
    """Sees how red, green and blue a picture is."""
    return import_model(library(), redness(tmp_path / "Redness"), lambda _: None)


def picture(red: int, green: int = 0, blue: int = 0) -> Render:
    return Render(renderer="studio", pixels=Raster(np.full((40, 60, 3), (red, green, blue), np.uint8)))


def judged(policy: Policy, render: Render) -> dict[str, Finding]:
    """The findings for what the policy names, by category."""
    plan = policy.over(PLAN, 0.5)
    asked = plan.replace(requirements=tuple(r for r in plan.requirements if r.kind == "safety"))
    found = check(asked, render, [SafetyCritic(policy)], Silent())
    return {one.requirement.removeprefix("safety:"): one for one in found}


def test_every_category_is_judged_as_the_policy_says(classifier: Model) -> None:
    found = judged(Policy(rules={"red": "block", "green": "warn", "blue": "off"}), picture(204, 153, 255))
    assert {name: (one.verdict, one.measured, one.threshold) for name, one in found.items()} == {
        "red": ("failed", 0.8, 0.5),
        "green": ("failed", 0.6, 0.5),
    }
    assert found["red"].message == "Redness sees 80% of “red”; the policy allows 50%. Your policy blocks it."
    assert "warns of it" in found["green"].message
    held = judged(Policy(rules={"red": "block"}), picture(51, 255))["red"]
    assert (held.verdict, held.measured) == ("passed", 0.2)
    assert held.message == "Redness sees 20% of “red”; the policy allows 50%."


def test_block_is_a_hard_requirement_and_warn_a_soft_one() -> None:
    once = Policy(rules={"red": "block", "green": "warn", "blue": "off"}).over(PLAN, 0.4)
    claims = {r.id: (r.hard, r.threshold) for r in once.requirements if r.kind == "safety"}
    assert claims == {"safety:red": (True, 0.4), "safety:green": (False, 0.4)}
    assert Policy(rules={"blue": "warn"}).over(once, 0.4).requirements[-1].id == "safety:blue"
    assert Policy().over(once, 0.4) == PLAN


def test_without_a_classifier_nobody_has_looked() -> None:
    found = judged(Policy(rules={"red": "block"}), picture(255))["red"]
    assert (found.verdict, found.confidence) == ("unchecked", 0.0)
    assert "Import one" in found.message


def test_what_the_classifier_does_not_know_is_unchecked(classifier: Model) -> None:
    found = judged(Policy(rules={"violence": "block"}), picture(255))["violence"]
    assert (found.verdict, found.message) == ("unchecked", "Redness does not know the category “violence”.")
    gone = judged(Policy(classifier="another", rules={"red": "block"}), picture(255))["red"]
    assert gone.verdict == "unchecked", "no other classifier takes the place of the one chosen"


@pytest.mark.parametrize(("figures", "expected"), [({"softmax": 1}, 0.665), ({"sigmoid": 1}, 0.881), ({}, None)])
def test_answers_become_probabilities_as_the_card_says(
    tmp_path: Path, figures: dict[str, float], expected: float | None
) -> None:
    """The network of redness with its answers doubled: 2, 1 and 0 for a picture that is red and half green."""
    folder = redness(tmp_path / "Twice")
    nodes = [
        helper.make_node("ReduceMean", ["pixels"], ["mean"], axes=[2, 3], keepdims=0),
        helper.make_node("Mul", ["mean", "two"], ["scores"]),
    ]
    shape = array("pixels", "n", 3, 32, 32), array("scores", "n", 3)
    save(folder / "classifier.onnx", nodes, shape[:1], shape[1:], two=np.array([2], np.float32))
    card = json.loads((folder / "critic.json").read_text("utf-8"))
    (folder / "critic.json").write_text(json.dumps({**card, "figures": figures}), "utf-8")
    import_model(library(), folder, lambda _: None)
    red = np.zeros((40, 40, 3), np.uint8)
    red[..., 0], red[:, ::2, 1] = 255, 255
    if expected is None:
        with pytest.raises(EngineFailure, match="no probabilities"):
            probabilities(installed("safety")[0], red, Silent())
    else:
        assert probabilities(installed("safety")[0], red, Silent())["red"] == pytest.approx(expected, abs=0.01)


@pytest.mark.parametrize("fit", ["stretch", "pad", "crop"])
@pytest.mark.parametrize("shape", [(1, 1), (7, 900), (300, 200)])
def test_any_picture_is_made_ready(fit: Literal["stretch", "pad", "crop"], shape: tuple[int, int]) -> None:
    half = (0.5, 0.5, 0.5)
    card = Card(kind="safety", networks={"classifier": "c.onnx"}, source="", size=32, shorter=40, fit=fit, mean=half, std=half)
    ready: Array = preparing.pixels(np.full((*shape, 3), 255, np.uint8), card)[None]
    assert ready.shape == (1, 3, 32, 32)
    assert ready.dtype == np.float32
    assert ready.max() == 1.0


def test_a_run_is_under_the_policy_of_the_moment(classifier: Model) -> None:
    brief = Brief(prompt='A poster that says "HELLO"')
    assert "safety" not in {r.kind for r in registry.parts(brief).planner.plan(brief).requirements}
    assert "safety" not in [critic.id for critic in registry.parts(brief).critics]
    safety.choose(Policy(classifier=classifier.id, rules={"red": "block"}))
    under = registry.parts(brief)
    assert [r.id for r in under.planner.plan(brief).requirements if r.kind == "safety"] == ["safety:red"]
    assert "safety" in [critic.id for critic in under.critics]


def test_a_policy_that_cannot_be_read_is_not_dropped(own_configuration: Path) -> None:
    kept = Policy(classifier="a", rules={"näked “x”": "warn", 'a "b"': "block"})
    safety.choose(kept)
    assert safety.policy() == kept
    for broken in ('[rules]\nred = "allow"', "rules = 3", 'classifer = "x"', "[rules"):
        (own_configuration / "safety.toml").write_text(broken)
        with pytest.raises(BadInput, match=r"safety\.toml cannot be used"):
            registry.parts(Brief(prompt="a mug"))


def test_what_is_blocked_is_what_failed_or_was_not_checked(classifier: Model) -> None:
    policy = Policy(rules={"red": "block", "violence": "block", "green": "warn"})
    plan = policy.over(PLAN, 0.5)
    rounds = tuple(
        Round(render=render, findings=check(plan, render, [SafetyCritic(policy)], Silent()))
        for render in (picture(0, 255), picture(255, 255))
    )
    trace = Trace(brief=Brief(), plan=plan, rounds=rounds, best=0, outcome="nothing left to try")
    assert [one.requirement for one in blocked(trace, (0,))] == ["safety:violence"]
    assert [one.requirement for one in blocked(trace, (0, 1))] == ["safety:violence", "safety:red"]
    assert not trace.passed()
