"""How often verdicts are right, and what a stated confidence is worth."""

import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from engine.bench import reliability
from engine.errors import BadInput
from engine.types import RequirementKind


def case(kind: RequirementKind, verdict: str, wrong: bool | None, confidence: float = 0.9) -> dict[str, Any]:
    return {"kind": kind, "verdict": verdict, "wrong": wrong, "confidence": confidence}


CASES = [
    *(case("text", "failed", True) for _ in range(9)),
    case("text", "failed", False),
    case("text", "passed", False, 0.5),
    case("text", "passed", True, 0.5),
    case("text", "unchecked", True),
    case("text", "failed", None),
]


def test_shares_count_what_is_certain_and_was_judged() -> None:
    assert reliability.verdicts(CASES) == {"text": {"failed": {"right": 0.9, "n": 10}, "passed": {"right": 0.5, "n": 2}}}


def test_a_confidence_that_comes_true_is_not_off() -> None:
    missed, sound = case("text", "passed", True, 0.8), case("text", "passed", False, 0.8)
    found = reliability.calibration([*(case("text", "failed", True, 1.0) for _ in range(3)), missed, sound])
    assert [one["right"] for one in found["bins"]] == [0.8, 1.0], "one sound picture weighs as much as four damaged ones"
    assert found["error"] == pytest.approx(0, abs=1e-9)
    assert found["n"] == 5
    assert reliability.calibration([case("text", "failed", False, 0.9)])["error"] == pytest.approx(0.9)


def test_the_plot_has_a_diagram_for_each_kind() -> None:
    one = reliability.calibration(CASES)
    narrow, wide = reliability.plot({"text": one}), reliability.plot({"text": one, "colour": one})
    assert wide.shape[1] > 1.5 * narrow.shape[1]
    assert narrow.std() > 5


def test_written_figures_are_read_again_and_others_stay(tmp_path: Path) -> None:
    file = tmp_path / "reliability.toml"
    file.write_text("[colour]\nfailed = { right = 0.9, n = 7 }\n\n[text]\nfailed = { right = 0.1, n = 1 }\n", "utf-8")
    reliability.write(reliability.verdicts(CASES), file)
    kept = tomllib.loads(file.read_text("utf-8"))
    assert kept["colour"] == {"failed": {"right": 0.9, "n": 7}}
    assert kept["text"]["failed"] == {"right": 0.9, "n": 10}


def test_a_file_that_is_no_table_is_said_and_stays(tmp_path: Path) -> None:
    file = tmp_path / "reliability.toml"
    file.write_text("no table", "utf-8")
    with pytest.raises(BadInput, match="cannot be written"):
        reliability.write(reliability.verdicts(CASES), file)
    assert file.read_text("utf-8") == "no table"


def test_the_figures_that_ship_are_shares_of_a_number() -> None:
    table = tomllib.loads(files("resources").joinpath("critics", "reliability.toml").read_text("utf-8"))
    assert {"text", "colour", "count", "presence", "position", "framing"} <= set(table)
    for kind, by in table.items():
        assert set(by) <= {"failed", "passed"}, kind
        for said in by.values():
            assert 0 <= said["right"] <= 1
            assert said["n"] > 0
