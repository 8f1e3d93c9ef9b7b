"""A scene's edges laid onto a picture's, on sketches whose camera is known."""

from __future__ import annotations

import numpy as np
import pytest

from engine.critics.camera import CLOSE, FAR, SIDE, Sought, cut, window
from engine.critics.registration import FREE, edged, edges, laid, slopes
from engine.planners.grammar import Grammar
from engine.renderers.studio import Studio
from engine.staging import Sketch, Stage, stage
from engine.types import Brief, Plan
from tests.fakes import Silent


def plan_of(words: str, azimuth: float, elevation: float, roll: float) -> Plan:
    return Grammar().plan(Brief(prompt=f"{words}, azimuth {azimuth}, elevation {elevation}, roll {roll}", size="512"))


def sketched(plan: Plan) -> tuple[Sketch, Stage]:
    set_up = stage(plan)
    return Studio().sketch(plan, window(set_up, plan.canvas.width, plan.canvas.height), SIDE, Silent()), set_up


def test_a_sketch_shows_what_is_staged_where_it_is() -> None:
    sketch, set_up = sketched(plan_of("A red cereal box on a white table", 30, 20, 0))
    (box,) = set_up.solids
    seen = sketch.solid == 0
    assert 0.2 < seen.mean() < 0.6
    assert np.isfinite(sketch.depth[seen]).all()
    depths = [(np.array(point) - sketch.view.eye) @ np.array(sketch.view.forward) for point in box.points()]
    assert sketch.depth[seen].min() >= min(depths) - 1e-3
    assert sketch.depth[seen].max() <= max(depths) + 1e-3
    red = sketch.look[seen][:, :3].mean(axis=0)
    assert red[0] > red[1] + 60


def test_a_window_beside_the_middle_of_the_picture_shows_what_is_there() -> None:
    plan = Grammar().plan(Brief(prompt="A red sphere left of a blue cube, a yellow cone right of the cube", size="512"))
    set_up = stage(plan)
    square = (plan.canvas.width * 0.05, plan.canvas.height * 0.25, plan.canvas.width * 0.5)
    sketch = Studio().sketch(plan, square, SIDE, Silent())
    seen = {set_up.solids[n].element for n in np.unique(sketch.solid) if n >= 0}
    assert "sphere" in seen
    assert "cone" not in seen
    for n, solid in enumerate(set_up.solids):
        if solid.element == "sphere":
            rows, columns = np.nonzero(sketch.solid == n)
            x0, y0, x1, y1 = set_up.view.extent(solid.points())
            left, top, side = square
            assert columns.mean() / SIDE == pytest.approx(((x0 + x1) / 2 * plan.canvas.width - left) / side, abs=0.05)
            assert rows.mean() / SIDE == pytest.approx(((y0 + y1) / 2 * plan.canvas.height - top) / side, abs=0.05)


@pytest.mark.parametrize(("off", "reaches"), [((0, 0, 0), CLOSE), ((8, -6, 3), FAR), ((-10, 5, -4), FAR)])
def test_a_camera_is_moved_towards_where_the_edges_lie(off: tuple[float, ...], reaches: tuple[int, ...]) -> None:
    words, true = 'A red cereal box that says "CRUNCH" on a white table', (30.0, 20.0, 0.0)
    picture, _ = sketched(plan_of(words, *true))
    azimuth, elevation, roll = (angle + away for angle, away in zip(true, off, strict=True))
    sketch, set_up = sketched(plan_of(words, azimuth, elevation, roll))
    change = slopes(np.ascontiguousarray(picture.look[..., :3]))
    found = laid(edges(sketch, set_up), change, set_up, sketch.view, (elevation, roll), reaches, np.array(FREE))
    assert (np.abs(found.away + off) < 0.4 * np.abs(off) + 0.7).all()
    assert found.share > 0.7
    assert (found.spread < 1).all()


def test_things_that_reach_behind_the_camera_leave_a_window_that_can_be_looked_at() -> None:
    plan = plan_of("Three white shoe boxes on a table in front of a brick wall", -10.5, -50.8, -12.5)
    left, top, side = window(stage(plan), plan.canvas.width, plan.canvas.height)
    assert max(abs(left), abs(top), side) < 4 * max(plan.canvas.width, plan.canvas.height)


def test_a_blank_or_tiny_picture_shows_no_edges() -> None:
    plan = plan_of("A red cereal box on a white table", 30, 20, 0)
    for picture in (np.full((1, 1, 3), 9, np.uint8), np.full((300, 400, 3), 9, np.uint8)):
        assert Sought(plan, picture, Studio().sketch, Silent()).near((30.0, 20.0, 0.0)).share < 0.1


def test_a_picture_without_edges_is_known_for_that() -> None:
    plain = np.full((300, 200, 3), 200, np.uint8)
    ramp = np.repeat(np.repeat(np.linspace(0, 255, 2048).astype(np.uint8)[:, None], 16, axis=1)[..., None], 3, axis=2)
    assert not any(edged(picture) for picture in (plain, plain[:1, :1], ramp))
    faint = plain.copy()
    faint[:, 100:] += 8
    assert edged(faint)


def test_a_window_beyond_the_picture_repeats_its_border() -> None:
    picture = np.zeros((20, 30, 3), np.uint8)
    picture[:, 15:] = 200
    part = cut(picture, (-10, -10, 60), 120)
    assert part.shape == (120, 120, 3)
    assert (part[0, 0] == 0).all()
    assert (part[-1, -1] == 200).all()
