"""The camera, read off pictures that the studio took with a known one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import pytest
import skimage

from engine import pictures
from engine.critics.camera import Pose
from engine.critics.view import ViewCritic, agreed
from engine.planners.grammar import Grammar
from engine.renderers.studio import Studio
from engine.types import Brand, Brief, Camera, Canvas, Element, Finding, Plan, Raster, Render, Requirement
from tests.fakes import Silent

Angles = tuple[float, float, float]
CANVAS = Canvas(width=384, height=384, aspect="1:1", size="512")
SCENES = {
    "box": ("A red cereal box on a wooden table", (30.0, 20.0, 0.0)),
    "cube": ("A blue cube on a grey background", (25.0, 35.0, -8.0)),
    "can": ('A green soda can that says "FIZZ" on a white table', (0.0, 30.0, 9.0)),
    "book": ("A blue hardcover book on a table", (20.0, 12.0, 0.0)),
}


def scene(words: str, angles: Angles) -> Plan:
    azimuth, elevation, roll = angles
    plan = Grammar().plan(Brief(prompt=f"{words}, azimuth {azimuth}, elevation {elevation}, roll {roll}"))
    return plan.replace(canvas=CANVAS)


@cache
def shot(name: str) -> tuple[Plan, Render]:
    plan = scene(*SCENES[name])
    return plan, Studio().render(plan, Brief(quality="fast"), 0, Silent())


def judged(plan: Plan, render: Render, asked: Angles) -> Finding:
    view = Requirement(id="view", kind="view", expected=asked, threshold=5.0, hard=False)
    (finding,) = ViewCritic(Studio().sketch).check(plan, [view], render, Silent())
    return finding


@pytest.mark.parametrize("name", SCENES)
def test_a_camera_that_stands_as_asked_passes(name: str) -> None:
    plan, render = shot(name)
    finding = judged(plan, render, SCENES[name][1])
    assert finding.verdict == "passed", finding.message
    assert isinstance(finding.measured, tuple)
    assert [float(value) for value in finding.measured] == pytest.approx(SCENES[name][1], abs=5)


def test_the_camera_of_a_thing_with_a_logo_is_read_without_the_brand_kit() -> None:
    brand = Brand(name="scikit-image", logo=str(Path(skimage.__file__).parent / "data" / "logo.png"))
    brief = Brief(prompt="A kraft carton with the logo, azimuth 30, elevation 20", brand=brand, quality="fast")
    plan = Grammar().plan(brief).replace(canvas=CANVAS)
    render = Studio().render(plan, brief, 0, Silent())
    assert judged(plan, render, (30.0, 20.0, 0.0)).verdict == "passed"
    assert judged(plan, render, (30.0, 40.0, 0.0)).verdict == "failed"


@pytest.mark.parametrize("off", [(15.0, 0.0, 0.0), (-15.0, 0.0, 0.0), (0.0, 15.0, 0.0), (0.0, -15.0, 0.0), (0.0, 0.0, 10.0)])
@pytest.mark.parametrize("name", ["box", pytest.param("cube", marks=pytest.mark.slow)])
def test_a_camera_that_stands_elsewhere_fails(name: str, off: Angles) -> None:
    plan, render = shot(name)
    azimuth, elevation, roll = (angle + away for angle, away in zip(SCENES[name][1], off, strict=True))
    finding = judged(plan, render, (azimuth, elevation, roll))
    assert finding.verdict == "failed", finding.message
    assert "were asked for" in finding.message


def test_of_a_round_thing_the_azimuth_is_left_out_and_the_elevation_judged() -> None:
    plan, render = shot("can")
    turned, lower = judged(plan, render, (40.0, 30.0, 9.0)), judged(plan, render, (40.0, 21.0, 9.0))
    assert turned.verdict == "passed"
    assert "looks the same from all around" in turned.message
    assert (lower.verdict, lower.message) == ("failed", "The elevation is 30°; 21° were asked for.")


def test_a_box_from_behind_looks_like_one_from_the_front_and_that_is_said() -> None:
    plan, render = shot("box")
    finding = judged(plan, render, (-150.0, 20.0, 0.0))
    assert finding.verdict == "passed"
    assert "front and back of the cereal box look alike" in finding.message


def test_of_what_turns_with_the_camera_the_azimuth_is_not_believed_and_the_elevation_judged() -> None:
    plan, render = shot("book")
    turned, lower = judged(plan, render, (90.0, 12.0, 0.0)), judged(plan, render, (60.0, 30.0, 0.0))
    assert turned.verdict == "unchecked"
    assert (lower.verdict, lower.message) == ("failed", "The elevation is 12°; 30° were asked for.")


def test_a_picture_from_a_file_is_read_like_the_renderer_s() -> None:
    plan, render = shot("box")
    finding = judged(plan, Render(renderer="file", pixels=render.pixels), SCENES["box"][1])
    assert finding.verdict == "passed"


@pytest.mark.parametrize(
    ("edges", "read", "spread", "together"),
    [
        (2.0, -1.0, 2.0, True),
        (12.0, 14.0, 3.0, False),
        (-12.0, -14.0, 3.0, False),
        (12.0, -14.0, 3.0, None),
        (12.0, 1.0, 2.0, None),
        (2.0, 14.0, 3.0, None),
        (12.0, 14.0, 6.0, None),
        (2.0, 1.0, 3.0, None),
        (2.0, 4.0, 2.0, None),
    ],
)
def test_an_angle_is_settled_where_the_edges_and_the_network_agree(
    edges: float, read: float, spread: float, together: bool | None
) -> None:
    assert agreed(edges, read, spread, 5.0) is together


@dataclass(frozen=True)
class Witnesses:
    """The edges, which lie as well on the camera that was asked for as on the one they were `found` at, and the network."""

    found: Angles
    reading: Pose
    asked_for: float = 0.9

    def near(self, angles: Angles) -> Pose:
        return Pose(self.found, (9.0, 9.0, 1.0), 0.93)

    def around(self, angles: Angles) -> list[Pose]:
        return []

    def at(self, angles: Angles) -> Pose:
        return Pose(angles, (1.0, 1.0, 1.0), self.asked_for)

    def read(self, angles: Angles) -> Pose:
        return self.reading


ASKED, SILENT = (0.0, 30.0, 0.0), 40.0
LOWER, HIGHER = (0.0, 16.0, 0.0), (0.0, 44.0, 0.0)


@pytest.mark.parametrize(
    ("found", "read", "spread", "asked_for", "verdict"),
    [
        pytest.param(ASKED, ASKED, 1.0, 0.9, "passed", id="both see what was asked for"),
        pytest.param(LOWER, LOWER, 1.0, 0.9, "failed", id="both see it lower"),
        pytest.param(LOWER, LOWER, 1.0, 0.96, "unchecked", id="the edges lie better where it was asked for"),
        pytest.param(LOWER, HIGHER, 1.0, 0.9, "unchecked", id="one lower, one higher"),
        pytest.param(LOWER, ASKED, 1.0, 0.9, "unchecked", id="the edges alone"),
        pytest.param(ASKED, LOWER, 1.0, 0.9, "unchecked", id="the network alone"),
        pytest.param(ASKED, ASKED, SILENT, 0.9, "unchecked", id="the network knows nothing, and nothing speaks against"),
        pytest.param(LOWER, LOWER, SILENT, 0.9, "unchecked", id="the network knows nothing, and the edges do"),
        pytest.param(ASKED, (0.0, 30.0, 9.0), 1.0, 0.9, "unchecked", id="the network sees a roll"),
    ],
)
def test_where_the_edges_do_not_decide_the_network_must_agree(
    monkeypatch: pytest.MonkeyPatch, found: Angles, read: Angles, spread: float, asked_for: float, verdict: str
) -> None:
    witnesses = Witnesses(found, Pose(read, (180.0, spread, 1.0), 0.0), asked_for)
    monkeypatch.setattr("engine.critics.view.Sought", lambda *_: witnesses)
    _, render = shot("can")
    finding = judged(scene(SCENES["can"][0], ASKED), render, ASKED)
    assert finding.verdict == verdict, finding.message
    if verdict == "failed":
        assert finding.message == "The elevation is 16°; 30° were asked for."


SLOW = [pytest.param(name, marks=pytest.mark.slow) for name in ("coffee.png", "chelsea.png")]


@pytest.mark.parametrize("name", ["astronaut.png", "rocket.jpg", *SLOW])
def test_the_view_of_a_photograph_is_not_believed(name: str) -> None:
    photograph = pictures.read(Path(skimage.__file__).parent / "data" / name).pixels
    finding = judged(scene(*SCENES["box"]), Render(renderer="file", pixels=Raster(photograph)), (30.0, 20.0, 0.0))
    assert finding.verdict == "unchecked", finding.message


def test_the_view_of_flat_artwork_and_of_a_model_s_picture_is_not_believed() -> None:
    poster = Studio().render(
        Grammar().plan(Brief(prompt='A poster that says "FRESH BREAD", red on cream', size="512")), Brief(), 0, Silent()
    )
    plan, render = shot("box")
    assert judged(plan, poster, (30.0, 20.0, 0.0)).verdict == "unchecked"
    assert judged(plan, render.replace(renderer="diffusion"), (30.0, 20.0, 0.0)).verdict == "unchecked"


def test_where_nothing_upright_shows_nothing_is_said() -> None:
    noise = np.random.default_rng(0).integers(0, 256, (200, 300, 3), np.uint8)
    for picture in (noise, np.full((1, 1, 3), 9, np.uint8)):
        finding = judged(scene(*SCENES["box"]), Render(renderer="file", pixels=Raster(picture)), (20.0, 8.0, 0.0))
        assert (finding.verdict, finding.measured) == ("unchecked", None)


def test_by_lines_alone_a_roll_fails_and_nothing_passes() -> None:
    plan = Plan(
        canvas=Canvas(width=448, height=448, aspect="1:1", size="512"),
        kind="scene",
        elements=(
            Element(id="box", label="box", kind="box", colors=("red",)),
            Element(id="table", label="table", kind="table"),
        ),
        camera=Camera(azimuth=20, elevation=8, roll=-8),
    )
    render = Studio().render(plan, Brief(quality="fast"), 0, Silent()).replace(renderer="diffusion")
    straight, rolled = judged(plan, render, (20.0, 8.0, 0.0)), judged(plan, render, (20.0, 8.0, -8.0))
    assert (straight.verdict, rolled.verdict) == ("failed", "unchecked")
    assert isinstance(straight.measured, tuple)
    assert float(straight.measured[2]) == pytest.approx(-8, abs=1)
