"""The brand's font: told from others by the letters that are there; where that cannot be told, nothing is claimed."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.critics.brand import BrandCritic
from engine.types import Finding, Plan, Raster, Render
from engine.typography.fonts import Style, face
from tests.critics.pictures import Words, poster, requirement
from tests.fakes import Silent

TEXT = "Harbour Days"


def file(style: Style) -> str:
    return str(face("a", style=style).path)


def set_in(style: Style) -> tuple[Plan, Render]:
    return poster((Words("headline", TEXT, (0.1, 0.1, 0.9, 0.6), style=style),))


def judged(made: tuple[Plan, Render], font: str) -> Finding:
    plan, render = made
    return BrandCritic().check(plan, [requirement("brand", "headline", font, "font")], render, Silent())[0]


@pytest.mark.parametrize(("style", "other"), [("sans", "grotesk"), ("serif", "display")])
def test_a_text_in_the_brands_font_passes_and_in_another_fails(style: Style, other: Style) -> None:
    made = set_in(style)
    assert judged(made, file(style)).verdict == "passed"
    found = judged(made, file(other))
    assert found.verdict == "failed"
    assert found.message == f"The letters of “{TEXT}” look like {face('a', style=style).family}, not like {_name(other)}."
    assert found.box is not None
    assert found.box[1] < 0.2


def test_without_masks_the_text_is_read_first() -> None:
    plan, render = set_in("serif")
    assert judged((plan, render.replace(masks={})), file("serif")).verdict == "passed"


def test_what_does_not_show_is_unchecked(tmp_path: Path) -> None:
    plan, render = set_in("sans")
    assert judged((plan, render), str(tmp_path / "gone.ttf")).verdict == "unchecked"
    blank = render.replace(pixels=Raster(render.pixels.array[:1, :1].repeat(640, 0).repeat(480, 1)))
    assert judged((plan, blank), file("sans")).verdict == "unchecked"
    other = plan.with_element(plan.element("headline").replace(text="Something else"))
    assert judged((other, render), file("serif")).verdict == "unchecked"


def _name(style: Style) -> str:
    from engine.typography.fonts import cut

    return cut(Path(file(style)), 0, weight=400, optical=24).family
