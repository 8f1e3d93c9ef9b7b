"""Things made wrong on purpose: by how much, where, and what the critics say."""

from collections.abc import Callable, Iterator
from random import Random

import numpy as np
import pytest

from engine.bench import colours
from engine.bench import things as bench
from engine.bench.critics import examined
from engine.bench.fault import Fault
from engine.colour.measure import delta_e, lab
from tests.bench.subjects import Made, photograph, sheet, things


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> Made:
    """The bench's subjects are one poster and one scene, and what the studio would draw anew is the scene as it was."""
    scene = things()
    for module in (bench, colours):
        monkeypatch.setattr(module, "flat", lambda: (sheet(),))
        monkeypatch.setattr(module, "staged", lambda: (scene,))
        monkeypatch.setattr(module, "drawn", lambda plan, brief: scene.render if plan.kind == "scene" else sheet().render)
    monkeypatch.setattr(bench, "VIEWED", ("things",))
    monkeypatch.setattr(bench, "photographs", lambda: {"rocket": photograph(), "brick": photograph()})
    return scene


def found(faults: Iterator[Fault], name: str) -> list[tuple[Fault, str]]:
    """The faults of one name with the critics' verdicts."""
    return [(fault, case["verdict"]) for fault in faults if fault.name == name for case in examined(fault)]


@pytest.mark.parametrize("difference", [2, 5, 20])
def test_a_colour_is_as_far_away_as_said(difference: int) -> None:
    for colour in ((200, 30, 40), (30, 90, 168), (240, 240, 236)):
        other = colours.away_from(colour, difference, Random(1))
        assert other is not None
        assert float(delta_e(lab(colour), lab(other))) == pytest.approx(difference, abs=0.2)


def test_a_shifted_colour_is_seen_on_a_shaded_thing() -> None:
    seen = [(fault.strength, verdict) for fault, verdict in found(colours.colours(), "ΔE") if fault.subject == "things"]
    assert seen
    assert all(verdict == "failed" for strength, verdict in seen if strength in {"10", "20"})


def test_what_is_taken_out_or_pasted_in_behind_the_masks_back_is_seen(few: Made) -> None:
    for name in ("one taken out of the picture", "one pasted into the picture"):
        verdicts = found(bench.counts(), name)
        assert verdicts
        for fault, verdict in verdicts:
            assert fault.render.masks == few.render.masks
            assert verdict == "failed"
    assert all(verdict == "failed" for _, verdict in found(bench.counts(), "taken out of the picture"))


def test_a_mirrored_relation_and_a_thing_cut_off_are_seen() -> None:
    for name in ("mirrored", "cut off"):
        verdicts = found(bench.places(), name)
        assert verdicts
        assert all(verdict == "failed" for _, verdict in verdicts)


def test_a_thing_moved_a_little_breaks_nothing(few: Made) -> None:
    moved = [fault for fault in bench.places() if fault.name == "moved" and fault.subject == "things"]
    assert {fault.wrong for fault in moved} <= {True, False, None}
    pushed = bench.pushed(few.render, 0.1)
    assert pushed.masks["ball"].array[:, 40:].sum() == few.render.masks["ball"].array[:, :-40].sum()


@pytest.mark.parametrize("degrees", [2.0, 7.0])
def test_a_tilted_picture_is_tilted_by_so_much(degrees: float, few: Made) -> None:
    pixels = np.zeros((400, 400, 3), np.uint8)
    pixels[:, 198:202] = 255
    from engine.types import Raster

    turned = bench.tilted(few.render.replace(pixels=Raster(pixels)), degrees).pixels.array[..., 0]
    rows = np.arange(100, 300)
    middles = [float((turned[row] * np.arange(400.0)).sum() / turned[row].sum()) for row in rows]
    assert abs(np.degrees(np.arctan(np.polyfit(rows, middles, 1)[0]))) == pytest.approx(degrees, abs=0.1)


def test_camera_faults_within_the_threshold_break_nothing() -> None:
    assert {(fault.strength, fault.wrong) for fault in bench.views()} >= {("2°", False), ("5°", None), ("10°", True)}


def test_every_fault_says_where_it_is() -> None:
    makers: tuple[Callable[[], Iterator[Fault]], ...] = (colours.colours, bench.counts)
    for make in makers:
        assert all(fault.box is not None for fault in make() if fault.subject == "things" and "drawn" not in fault.name)
