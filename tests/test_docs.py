"""The pages say what is there."""

import re
from pathlib import Path
from typing import Any

import msgspec
import pytest

from engine.cli.options import parser
from engine.codec import from_json
from engine.models.critic_folder import Card
from engine.types import Camera, Canvas, Element, Note, Plan, Relation, Requirement

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize("kind", [Plan, Canvas, Camera, Element, Relation, Requirement, Note])
def test_every_field_of_a_plan_is_documented(kind: type[msgspec.Struct]) -> None:
    page = (ROOT / "docs" / "plan.md").read_text("utf-8")
    missing = [field for field in kind.__struct_fields__ if f"`{field}`" not in page]
    assert not missing


def test_every_command_is_in_the_readme() -> None:
    commands = re.findall(r"^    (\w+) ", parser().format_help(), re.MULTILINE)
    assert len(commands) >= 8
    for command in commands:
        assert f"plantain {command}" in README


def test_every_picture_and_link_of_the_readme_exists() -> None:
    targets = [target for target in re.findall(r"\]\(([^)#]+)\)", README) if "://" not in target]
    assert targets
    for target in targets:
        assert (ROOT / target).exists(), target


def test_the_card_of_a_critic_that_is_shown_is_one() -> None:
    shown = re.search(r"```json\n(.*?)```", (ROOT / "docs" / "critics.md").read_text("utf-8"), re.DOTALL)
    assert shown
    card = from_json(Card, shown[1], "docs/critics.md")
    assert (card.kind, card.labels) == ("safety", ("neutral", "violence"))


def test_the_guide_to_a_critic_runs() -> None:
    """The README's snippet is a whole critic: it is executed, and judges a picture."""
    import numpy as np

    from engine.api import Critic
    from engine.types import Raster, Render
    from tests.fakes import PLAN, Silent

    snippet = re.search(r"```python\n(.*?)```", README, re.DOTALL)
    assert snippet
    module: dict[str, Any] = {}
    exec(compile(snippet[1], "README.md", "exec"), module)
    critic = next(value() for name, value in module.items() if name.endswith("Critic") and name != "Critic")
    made: Critic = critic
    requirement = Requirement(id="style", kind="style", expected="dark", threshold=0.5, hard=False)
    for level, verdict in ((20, "passed"), (240, "failed")):
        render = Render(renderer="file", pixels=Raster(np.full((8, 8, 3), level, np.uint8)))
        (finding,) = made.check(PLAN, [requirement], render, Silent())
        assert finding.verdict == verdict
