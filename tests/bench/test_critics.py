"""The fault bench from end to end on few pictures: figures, the plot, the pictures of misses, the file of verdicts."""

import tomllib
from pathlib import Path

import numpy as np
import pytest

from engine import composite, pictures, registry
from engine.bench import colours, critics, fault, flaws, subjects, things, written
from engine.bench.fault import CLEAN, Fault
from engine.cli import main
from engine.critics.looking import box_of
from engine.errors import BadInput
from engine.renderers.studio import Studio
from engine.types import Brief
from tests.bench.subjects import photograph, sheet
from tests.bench.subjects import things as scene
from tests.fakes import FakeCritic, Silent


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (critics, colours, flaws, things, written):
        for name, made in (("flat", sheet), ("staged", scene)):
            monkeypatch.setattr(module, name, lambda made=made: (made(),))
    for module in (critics, flaws, things):
        monkeypatch.setattr(module, "photographs", lambda: {"rocket": photograph(), "brick": photograph()})
    for module in (colours, things, written):
        monkeypatch.setattr(module, "drawn", lambda plan, brief: (sheet() if plan.kind == "flat" else scene()).render)


def test_figures_plot_misses_and_verdicts_come_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "reliability.toml"
    keep = tmp_path / "kept"
    assert main(["bench", "--critics", "--only", "framing", "--keep", str(keep), "--write", str(file)]) == 0
    printed = capsys.readouterr()
    assert "framing   cut off" in printed.out
    assert "checked, framing: cut off" in printed.err
    assert tomllib.loads(file.read_text("utf-8"))["framing"]["failed"]["right"] > 0.5
    assert pictures.read(str(keep / "reliability.png")).pixels.std() > 1


def test_a_miss_is_kept_with_the_damage_framed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A critic that fails nothing misses every fault."""
    monkeypatch.setattr(registry, "critics", lambda: (FakeCritic(kinds=frozenset({"framing"})),))
    result = critics.run(only=["framing"], keep=str(tmp_path))
    assert result["misses"]
    assert any(path.name.startswith("framing cut off") for path in tmp_path.glob("*.png"))
    assert all({"kind", "fault", "n", "found", "overlap", "seconds"} <= set(row) for row in result["faults"])
    assert 0 <= result["calibration"]["framing"]["error"] <= 1


def test_artifacts_are_done_where_a_picture_has_what_they_need(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(flaws, "STRENGTHS", {"strong": 1.0})
    monkeypatch.setattr(flaws, "photographs", dict)
    monkeypatch.setattr(flaws, "staged", tuple)
    found = list(flaws.artifacts())
    assert len({one.name for one in found}) >= 6
    assert all(one.wrong and one.box is not None for one in found)


def test_a_scene_is_held_beside_how_it_was_staged_though_less_is_asked() -> None:
    """What is asked of the camera turns cubes."""
    plan = subjects.with_view(registry.planner().plan(Brief(prompt="A blue cube and a red cube", size="512", quality="fast")))
    plan = plan.replace(canvas=plan.canvas.replace(width=200, height=200))
    render = Studio().render(plan, Brief(quality="fast"), 0, Silent())
    sound = Fault("size", CLEAN, "", "cubes", "", plan, render, wrong=False)
    (case,) = critics.examined(sound, ["artifact"])
    assert (case["critic"], case["verdict"]) == ("artifact", "passed")


def test_letters_in_a_picture_are_harmed_where_they_stand() -> None:
    found = [one for one in written.written() if "erased" in one.name]
    assert found
    for one in found:
        (case,) = critics.examined(one)
        assert one.box is not None
        assert one.box[3] - one.box[1] < 0.1
        assert case["verdict"] == "failed"


def test_stray_words_are_found() -> None:
    verdicts = [case["verdict"] for one in written.written() if one.name == "stray words" for case in critics.examined(one)]
    assert verdicts == ["failed"]


def test_boxes_overlap_by_their_common_share() -> None:
    assert fault.overlap((0, 0, 0.5, 1), (0.25, 0, 0.75, 1)) == pytest.approx(1 / 3)
    assert fault.overlap(None, (0, 0, 1, 1)) is None
    before = np.zeros((10, 10, 3), np.uint8)
    after = before.copy()
    after[2:4, 5:8] = 255
    assert fault.damage_box(before, after) == pytest.approx((0.5, 0.2, 0.8, 0.4))


def test_a_kind_without_faults_is_refused() -> None:
    with pytest.raises(BadInput, match="no faults of the kind 'taste'"):
        critics.run(only=["taste"])


def test_only_the_critics_figures_are_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "--write", str(tmp_path / "file")]) == 2
    assert "--critics --write" in capsys.readouterr().err


def test_marks_like_letters_stand_clear_of_every_text_and_are_found() -> None:
    found = [one for one in written.written() if one.name == "marks like letters"]
    assert {one.strength for one in found} == {f"{height} px" for height in written.MARKS}
    for one in found:
        assert one.box is not None
        words = [box_of(mask.array > 0) for name, mask in one.render.masks.items() if one.plan.element(name).kind == "text"]
        assert all(composite.overlap(one.box, box) == 0 for box in words if box)
        (case,) = critics.examined(one)
        assert case["verdict"] == "failed", (one.subject, one.strength)
