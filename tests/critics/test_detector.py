"""What a detector finds in pictures without masks, and what presence, count, position, framing and colour make of it.

The detector is a real ONNX network that sees a picture as sixteen cells and finds red balls and blue cubes in them.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.api import Critic
from engine.critics import detector
from engine.critics.colour import ColourCritic
from engine.critics.detector import detections, single
from engine.critics.evidence import Scene
from engine.critics.framing import FramingCritic
from engine.critics.position import PositionCritic
from engine.critics.presence import NO_MASK, PresenceCritic
from engine.errors import EngineFailure
from engine.models import library
from engine.models.critics import installed
from engine.models.importing import import_model
from engine.types import Array, Box, Canvas, Element, Finding, Plan, Raster, Render
from tests.critics.networks import CELLS, owlv2
from tests.critics.pictures import requirement
from tests.fakes import Silent

SIDE = 256
RED, BLUE = (220, 30, 30), (30, 30, 220)
PLAN = Plan(
    canvas=Canvas.of("1:1", "512"),
    kind="picture",
    elements=(
        Element(id="background", label="background", kind="background"),
        Element(id="balls", label="ball", kind="thing", count=2, colors=("red",)),
        Element(id="cube", label="cube", kind="thing", colors=("blue",)),
    ),
    requirements=(
        requirement("presence", "balls", "ball", "seen"),
        requirement("presence", "cube", "cube", "seen"),
        requirement("count", "balls", 2, "off"),
        requirement("count", "cube", 1, "off"),
        requirement("position", "cube", ("right of", "balls"), "margin"),
        requirement("framing", "cube", (0.75, 0.25, 1.0, 0.5), "overlap"),
        requirement("colour", "cube", "blue", "named"),
        requirement("colour", "balls", "red", "named"),
    ),
)
CRITICS: tuple[Critic, ...] = (PresenceCritic(), PositionCritic(), FramingCritic(), ColourCritic())


@pytest.fixture(autouse=True)
def _forget() -> None:
    detector._remembered.clear()


@pytest.fixture
def _eyes(tmp_path: Path) -> None:
    import_model(library(), owlv2(tmp_path / "eyes"), lambda _: None)


def picture(red: list[tuple[int, int]], blue: list[tuple[int, int]], height: int = SIDE, width: int = SIDE) -> Array:
    """Things that fill most of a cell (column, row) each, on white."""
    made = np.full((height, width, 3), 245, np.uint8)
    cell = max(height, width) // CELLS
    for colour, cells in ((RED, red), (BLUE, blue)):
        for column, row in cells:
            made[row * cell + 6 : (row + 1) * cell - 6, column * cell + 6 : (column + 1) * cell - 6] = colour
    return made


def judged(pixels: Array, masks: dict[str, Raster] | None = None) -> dict[str, Finding]:
    render = Render(renderer="file", pixels=Raster(pixels), masks=masks or {})
    found: dict[str, Finding] = {}
    for critic in CRITICS:
        asked = [one for one in PLAN.requirements if one.kind in critic.kinds]
        found |= {finding.requirement: finding for finding in critic.check(PLAN, asked, render, Silent())}
    return found


def verdicts(found: dict[str, Finding]) -> dict[str, str]:
    return {name: finding.verdict for name, finding in found.items()}


@pytest.mark.usefixtures("_eyes")
def test_a_picture_as_it_was_asked_for_passes_every_check_of_its_things() -> None:
    found = judged(picture([(0, 0), (1, 2)], [(3, 1)]))
    assert set(verdicts(found).values()) == {"passed"}
    assert found["presence:cube"].message.startswith("The detector finds the cube: ")
    assert found["count:balls"].message == "The detector counts 2 × ball."
    assert found["count:balls"].measured == 2
    box = found["presence:cube"].box
    assert box is not None
    np.testing.assert_allclose(box, (0.75, 0.25, 1.0, 0.5), atol=0.01)
    assert all(0 < finding.confidence <= 0.8 for finding in found.values())


@pytest.mark.usefixtures("_eyes")
def test_what_is_missing_too_many_or_in_the_wrong_place_fails_where_it_is() -> None:
    found = judged(picture([(0, 0), (1, 2), (2, 3)], []))
    assert verdicts(found) == {
        "presence:balls": "passed", "presence:cube": "failed", "count:balls": "failed", "count:cube": "failed",
        "position:cube": "failed", "framing:cube": "failed", "colour:cube": "unchecked", "colour:balls": "passed",
    }  # fmt: skip
    assert found["count:balls"].message == "The detector counts 3 × ball where 2 were asked for."
    assert found["presence:cube"].message == "The detector finds no cube: 0% at most."
    found = judged(picture([(2, 0), (3, 2)], [(0, 3)]))
    assert (found["position:cube"].verdict, found["framing:cube"].verdict) == ("failed", "failed")
    assert "is away from its planned place" in found["framing:cube"].message


@pytest.mark.usefixtures("_eyes")
@pytest.mark.parametrize(("height", "width"), [(SIDE, 2 * SIDE), (2 * SIDE, SIDE), (1100, 1100)])
def test_boxes_are_shares_of_the_picture_of_any_shape(height: int, width: int) -> None:
    pixels = picture([], [(0, 0), (1, 1)], height, width)
    (critic,) = installed("owlv2")
    found = detections(critic, Raster(pixels), {"cube": "cube", "ball": "ball"}, Silent())
    assert [len(found[name]) for name in ("cube", "ball")] == [2, 0]
    side = max(height, width)
    wanted = [
        (0, 0, side / 4 / width, side / 4 / height),
        (side / 4 / width, side / 4 / height, side / 2 / width, side / 2 / height),
    ]
    boxes = sorted(one.box for one in found["cube"])
    np.testing.assert_allclose(boxes, np.clip(wanted, 0, 1), atol=0.02)


def test_masks_come_first_and_without_a_detector_nobody_looks(tmp_path: Path) -> None:
    pixels = picture([(0, 0), (1, 2)], [(3, 1)])
    found = judged(pixels)
    assert (found["presence:cube"].verdict, found["presence:cube"].message) == ("unchecked", NO_MASK)
    assert {"passed", "failed"} & set(verdicts(found).values()) == set()

    import_model(library(), owlv2(tmp_path / "eyes"), lambda _: None)
    mask = np.zeros((SIDE, SIDE), np.uint8)
    mask[70:122, 198:250] = 1
    found = judged(pixels, {"cube": Raster(mask)})
    assert found["presence:cube"].message == "The cube is visible."
    assert found["presence:balls"].message.startswith("The detector finds the ball: ")


@pytest.mark.usefixtures("_eyes")
def test_a_picture_is_looked_at_once_for_all_critics_and_words(monkeypatch: pytest.MonkeyPatch) -> None:
    from engine.critics.onnx import Network

    ran: list[str] = []
    run = Network.run

    def counted(self: Network, *arguments: Any) -> list[Array]:
        ran.append(self._path.name)
        return run(self, *arguments)

    monkeypatch.setattr(Network, "run", counted)
    judged(picture([(0, 0)], [(3, 1)]))
    assert ran.count("image.onnx") == 1
    for red in range(3):
        judged(picture([(red, 3)], []))
    assert len(detector._remembered) == detector.KEPT


@pytest.mark.usefixtures("_eyes")
def test_the_outline_of_a_thing_leaves_the_ground_out() -> None:
    pixels = picture([], [(1, 1)])
    scene = Scene(PLAN, Render(renderer="file", pixels=Raster(pixels)), Silent())
    (cube,) = scene.seen("cube")
    own = (pixels == BLUE).all(axis=2)
    assert (cube.mask & own).sum() / (cube.mask | own).sum() > 0.9


def test_a_detector_that_was_tampered_with_is_not_believed(tmp_path: Path) -> None:
    made = import_model(library(), owlv2(tmp_path / "eyes"), lambda _: None)
    network = made.file / "image.onnx"
    network.write_bytes(network.read_bytes() + b"\0")
    with pytest.raises(EngineFailure, match="is not the one its card names"):
        judged(picture([(0, 0)], []))


BOX: Box = (0.1, 0.1, 0.3, 0.3)


@pytest.mark.parametrize(
    ("boxes", "scores", "left"),
    [
        ([BOX, (0.11, 0.1, 0.31, 0.3)], [0.4, 0.5], [1]),
        ([BOX, (0.5, 0.5, 0.7, 0.7)], [0.4, 0.5], [1, 0]),
        ([BOX, (0.12, 0.12, 0.2, 0.2)], [0.5, 0.4], [0]),
        ([BOX, (0.4, 0.1, 0.6, 0.3), (0.1, 0.1, 0.6, 0.3)], [0.4, 0.4, 0.5], [0, 1]),
        ([BOX, (0.4, 0.1, 0.6, 0.3), (0.1, 0.1, 0.6, 0.3)], [0.1, 0.1, 0.5], [2]),
        ([BOX], [0.01], []),
        ([], [], []),
    ],
    ids=["double", "apart", "part", "group", "parts", "faint", "none"],
)
def test_every_thing_is_found_once(boxes: list[Box], scores: list[float], left: list[int]) -> None:
    found = single(np.array(boxes).reshape(-1, 4), np.array(scores))
    assert [one.box for one in found] == [pytest.approx(boxes[index]) for index in left]


def test_a_crowd_is_counted() -> None:
    grid = [(x / 12, y / 12, (x + 1) / 12, (y + 1) / 12) for x in range(12) for y in range(12)]
    rng = np.random.default_rng(0)
    jittered = [tuple(np.array(box) + rng.normal(0, 0.004, 4)) for box in grid for _ in range(2)]
    found = single(np.array(jittered), rng.uniform(0.3, 0.6, len(jittered)))
    assert len(found) == 144
