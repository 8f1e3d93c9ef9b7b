"""The roll of the camera, read off pictures that the studio took with a known one."""

from __future__ import annotations

import numpy as np
import pytest

from engine.critics.view import ViewCritic
from engine.renderers.studio import Studio
from engine.types import Brief, Camera, Canvas, Element, Finding, Plan, Raster, Render, Requirement
from tests.fakes import Silent


def judged(roll: float, *, asked: float = 0.0, elevation: float = 8.0, render: Render | None = None) -> Finding:
    view = Requirement(id="view", kind="view", expected=(20.0, elevation, asked), threshold=5.0, hard=False)
    plan = Plan(
        canvas=Canvas(width=448, height=448, aspect="1:1", size="512"),
        kind="scene",
        elements=(
            Element(id="box", label="box", kind="box", colors=("red",)),
            Element(id="table", label="table", kind="table"),
        ),
        camera=Camera(azimuth=20, elevation=elevation, roll=roll),
        requirements=(view,),
    )
    shown = render or Studio().render(plan, Brief(quality="fast"), 0, Silent())
    (finding,) = ViewCritic().check(plan, [view], shown, Silent())
    return finding


@pytest.mark.parametrize("roll", [-8.0, 9.0])
def test_a_camera_held_askew_is_told_within_a_degree(roll: float) -> None:
    finding = judged(roll)
    assert finding.verdict == "failed"
    assert isinstance(finding.measured, tuple)
    assert float(finding.measured[2]) == pytest.approx(roll, abs=1)


@pytest.mark.parametrize(("roll", "asked"), [(0.0, 0.0), (-8.0, -8.0), (3.0, 0.0)])
def test_a_roll_that_was_asked_for_fails_nothing_and_passes_nothing(roll: float, asked: float) -> None:
    finding = judged(roll, asked=asked)
    assert finding.verdict == "unchecked"
    assert isinstance(finding.measured, tuple)
    assert float(finding.measured[2]) == pytest.approx(roll, abs=1)


def test_where_nothing_upright_shows_nothing_is_said() -> None:
    noise = np.random.default_rng(0).integers(0, 256, (200, 300, 3), np.uint8)
    for picture in (noise, np.full((1, 1, 3), 9, np.uint8), np.full((300, 200, 3), 9, np.uint8)):
        finding = judged(0, render=Render(renderer="file", pixels=Raster(picture)))
        assert (finding.verdict, finding.measured) == ("unchecked", None)
    assert judged(0, elevation=80).measured is None
