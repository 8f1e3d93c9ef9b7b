"""The window's bench measures every figure that it prints."""

from __future__ import annotations

import time

import pytest

from desktop import bench
from engine.cli import main as command_line
from tests.fakes import FakePlanner, parts


def test_every_figure_is_measured_and_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench, "IDLE_S", 0.2)
    figures = bench.measure(time.perf_counter(), "512", side=512, parts=lambda _: parts(), planner=FakePlanner)
    assert figures["start_seconds"] > 0
    assert [run["long_stalls"] >= 0 for run in figures["runs"]] == [True, True]
    assert figures["frames"]["brush"]["worst"] >= figures["frames"]["brush"]["median"] > 0
    shown = bench.table(figures)
    assert "from start to interactive" in shown
    assert "run 2 at 512" in shown
    assert "ants around an ellipse" in shown


def test_the_engine_alone_says_where_the_windows_bench_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert command_line(["bench", "--window"]) == 2
    assert "plantain bench --window" in capsys.readouterr().err
