"""The contract of the command line: exit codes, files, and one-line errors. In-process, with the real parts."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from engine import cli
from engine.api import Renderer, RunContext
from engine.errors import EngineFailure
from engine.pictures import read
from engine.trust import offline
from engine.types import Brief, Fix, Plan, Render
from engine.worker import Engine
from tests.fakes import FakeFixer, FakeRenderer, parts
from tests.talker import Talker, believes, talking

POSTER = 'A minimalist poster that says "FRESH BREAD" in dark brown on a cream background'


@pytest.fixture(autouse=True)
def _guard_not_enforced_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """The guard cannot be undone and would outlive the test; its own test runs it for real."""
    monkeypatch.setattr(offline, "enforce", lambda: None)


def plantain(*words: str) -> int:
    try:
        return cli.main(words)
    except SystemExit as end:
        return int(end.code or 0)


def test_render_writes_a_checked_picture_with_its_trace(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, report = tmp_path / "poster.png", tmp_path / "poster.json"
    code = plantain("render", POSTER, "-o", str(out), "--size", "512", "--aspect", "2:3", "--report", str(report), "--quiet")
    said = capsys.readouterr()
    assert code == 0, said.out
    assert said.err == ""
    assert "passed" in said.out
    assert read(out).pixels.shape == (624, 416, 3)
    trace = json.loads(report.read_text("utf-8"))
    assert set(trace) >= {"schema", "brief", "plan", "rounds", "best", "outcome", "timings"}
    assert trace["outcome"] == "passed"
    hard = {r["id"] for r in trace["plan"]["requirements"] if r["hard"]}
    verdicts = {f["requirement"]: f["verdict"] for f in trace["rounds"][trace["best"]]["findings"]}
    assert all(verdicts[name] == "passed" for name in hard)

    assert plantain("inspect", str(out), "--json") == 0
    facts = json.loads(capsys.readouterr().out)
    assert facts["digital_source_type"] == "algorithmicMedia"
    assert facts["trace"]["brief"]["prompt"] == POSTER

    assert plantain("check", str(out), "--json") == 0
    assert json.loads(capsys.readouterr().out)["passed"]
    assert plantain("check", str(out), "--prompt", 'A poster that says "STALE BREAD"') == 1
    assert "STALE" in capsys.readouterr().out


def test_the_same_seed_makes_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        assert plantain("render", POSTER, "-o", str(tmp_path / f"{name}.png"), "--size", "512", "--seed", "5", "--quiet") == 0
    assert np.array_equal(read(tmp_path / "a.png").pixels, read(tmp_path / "b.png").pixels)


def test_a_plan_goes_out_and_comes_back(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert plantain("plan", POSTER, "--json", "--size", "512") == 0
    plan = json.loads(capsys.readouterr().out)
    text = next(element for element in plan["elements"] if element["kind"] == "text")
    requirement = next(r for r in plan["requirements"] if r["kind"] == "text" and r["element"] == text["id"])
    text["text"] = requirement["expected"] = "RYE BREAD"
    (tmp_path / "brief.json").write_text(json.dumps({"prompt": POSTER, "plan": plan}))
    out = tmp_path / "rye.png"
    assert plantain("render", f"@{tmp_path / 'brief.json'}", "-o", str(out), "--quiet") == 0
    assert "RYE BREAD" in capsys.readouterr().out
    (tmp_path / "plan.json").write_text(json.dumps(plan))
    assert plantain("check", str(out), "--plan", str(tmp_path / "plan.json")) == 0


def test_fix_repairs_a_misspelt_poster_and_nothing_else(tmp_path: Path) -> None:
    right, wrong, mended = (tmp_path / f"{name}.png" for name in ("right", "wrong", "mended"))
    words = ("--size", "512", "--aspect", "1:1", "--quiet")
    assert plantain("render", 'A poster that says "FRESH BRED" in black on white', "-o", str(wrong), *words) == 0
    prompt = 'A poster that says "FRESH BREAD" in black on white'
    assert plantain("check", str(wrong), "--prompt", prompt) == 1
    region = (0.02, 0.02, 0.98, 0.98)
    before = read(wrong).pixels
    assert (
        plantain("fix", str(wrong), "--prompt", prompt, "--region", ",".join(map(str, region)), "-o", str(mended), "--quiet")
        == 0
    )
    after = read(mended).pixels
    height, width = before.shape[:2]
    inside = np.zeros((height, width), bool)
    inside[int(region[1] * height) : int(region[3] * height) + 1, int(region[0] * width) : int(region[2] * width) + 1] = True
    assert np.array_equal(before[~inside], after[~inside])
    assert not np.array_equal(before, after)
    assert not right.exists()


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (["render", "   ", "-o", "OUT"], "prompt"),
        (["render", "4K, 16:9", "-o", "OUT"], ""),
        (["render", POSTER, "-o", "OUT", "--aspect", "5:7"], "5:7"),
        (["render", POSTER, "-o", "OUT", "--size", "8k"], "8k"),
        (["render", POSTER, "-o", "OUT", "--quality", "best"], "best"),
        (["render", POSTER, "-o", "OUT", "--seed", "-1"], "-1"),
        (["render", POSTER, "-o", "OUT", "--max-rounds", "0"], "0"),
        (["render", POSTER, "-o", "OUT", "--max-seconds", "nan"], "nan"),
        (["render", POSTER, "-o", "OUT", "--reference", "NOWHERE.png"], "NOWHERE.png"),
        (["render", POSTER, "-o", "OUT", "--renderer", "onnx"], "plantain models import"),
        (["render", POSTER, "-o", "OUT", "--brand", "NOWHERE.json"], "NOWHERE.json"),
        (["render", POSTER, "-o", "FOLDER"], "folder"),
        (["render", POSTER, "-o", "no/such/folder/a.png"], "folder"),
        (["render", POSTER, "-o", "a.xyz"], "a.xyz"),
        (["render", "@NOWHERE.json", "-o", "OUT"], "NOWHERE.json"),
        (["render", "A watercolour of a ginger cat asleep on a windowsill", "-o", "OUT"], "cat"),
        (["render", "x" * 100_001, "-o", "OUT"], ""),
        (["check", "NOWHERE.png", "--prompt", POSTER], "NOWHERE.png"),
        (["check", "WHITE.png", "--prompt", POSTER, "--opinion-model", "eyes"], "--opinion URL"),
        (["render", POSTER, "-o", "OUT", "--opinion", "http://example.org", "--opinion-model", "eyes"], "example.org"),
        (["check", "TEXT.png", "--prompt", POSTER], "TEXT.png"),
        (["check", "WHITE.png"], "plan"),
        (["check", "WHITE.png", "--plan", "TEXT.png"], "TEXT.png"),
        (["fix", "WHITE.png", "--prompt", POSTER, "-o", "OUT", "--region", "0,0,2,1"], "0,0,2,1"),
        (["inspect", "TEXT.png"], "TEXT.png"),
        (["batch", "NOWHERE.csv", "-o", "pictures"], "NOWHERE.csv"),
        (["sing"], "sing"),
        (["render", POSTER], "-o"),
    ],
)
def test_bad_input(
    words: list[str], named: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "FOLDER.png").mkdir()
    (tmp_path / "TEXT.png").write_text("no picture")
    Image.new("RGB", (32, 32), "white").save(tmp_path / "WHITE.png")
    before = sorted(tmp_path.rglob("*"))
    names = {"OUT": "out.png", "FOLDER": "FOLDER.png"}
    assert plantain(*(names.get(word, word) for word in words)) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.strip().splitlines()) == 1
    assert named in said.err
    assert len(said.err) < 600
    assert sorted(tmp_path.rglob("*")) == before


def test_an_existing_picture_is_not_touched_by_bad_input(tmp_path: Path) -> None:
    out = tmp_path / "a.png"
    out.write_bytes(b"precious")
    assert plantain("render", " ", "-o", str(out)) == 2
    assert out.read_bytes() == b"precious"


def test_a_second_opinion_says_whose_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Image.new("RGB", (64, 64), "white").save(tmp_path / "a.png")
    with talking(Talker(believes("does not show"))) as talker:
        words = ["check", str(tmp_path / "a.png"), "--prompt", "a dog and a cat", "--json"]
        assert plantain(*words) == 1
        assert talker.asked == []
        unasked = json.loads(capsys.readouterr().out)["findings"]
        assert plantain(*words, "--opinion", talker.address, "--opinion-model", "eyes:7b") == 1
    found = {one["requirement"]: one for one in json.loads(capsys.readouterr().out)["findings"]}
    assert {one["verdict"] for one in unasked if one["requirement"].startswith("presence")} == {"unchecked"}
    assert [(found[f"presence:{name}"]["verdict"], found[f"presence:{name}"]["critic"]) for name in ("dog", "cat")] == [
        ("failed", "opinion")
    ] * 2
    assert "eyes:7b, asked twice, says no" in found["presence:dog"]["message"]
    assert talker.asked


def test_stand_ins_draw_what_cannot_be_drawn(tmp_path: Path) -> None:
    out = tmp_path / "cat.png"
    words = ("--size", "512", "--quality", "fast", "--stand-ins", "--max-rounds", "1", "--quiet")
    assert plantain("render", "a cat to the left of a dog", "-o", str(out), *words) in {0, 1}
    assert read(out).pixels.std() > 5


def test_batch_goes_on_after_a_bad_row(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = tmp_path / "briefs.csv"
    table.write_text(
        f'name,prompt,aspect,seed\ngood,"{POSTER.replace(chr(34), chr(34) * 2)}",1:1,3\nbad,   ,1:1,\nodd,x,7:3,\n', "utf-8"
    )
    code = plantain("batch", str(table), "-o", str(tmp_path / "out"), "--size", "512", "--quiet", "--report", "yes.json")
    assert code == 2
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["good.json", "good.png"]
    assert "bad:" in capsys.readouterr().out
    assert json.loads((tmp_path / "out" / "good.json").read_text("utf-8"))["brief"]["seed"] == 3


def test_help_imports_nothing_heavy() -> None:
    heavy = "mitsuba cv2 scipy skimage onnxruntime rapidocr fontTools torch PySide6 numpy PIL"
    for words in (["--help"], ["render", "--help"]):
        code = f"import sys; from engine.cli import main\ntry: main({words})\nexcept SystemExit: pass\n"
        code += f"sys.exit(' '.join(set({heavy.split()!r}) & set(sys.modules)) or 0)"
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")


def test_planning_imports_no_renderer_and_no_critic() -> None:
    heavy = "mitsuba cv2 scipy skimage onnxruntime rapidocr torch PySide6"
    code = f"import sys; from engine.cli import main; main(['plan', {POSTER!r}])\n"
    code += f"bad = set({heavy.split()!r}) & set(sys.modules); assert not bad, bad"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def _until_cancelled(context: RunContext) -> Render:
    for _ in range(1000):
        context.progress("waiting", 0.5)
        time.sleep(0.01)
    raise AssertionError("the cancel was never felt")


class _Interrupted(FakeFixer):
    """Presses Ctrl-C while it works."""

    def apply(
        self, fix: Fix, plan: Plan, brief: Brief, render: Render, renderer: Renderer | None, context: RunContext
    ) -> Render:
        signal.raise_signal(signal.SIGINT)
        return _until_cancelled(context)


def test_ctrl_c_keeps_the_best_so_far(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.registry.parts", lambda _: parts(fixers=[_Interrupted(levels=(120,))]))
    out = tmp_path / "best.png"
    assert plantain("render", "anything", "-o", str(out), "--quiet") == 130
    assert read(out).pixels[0, 0, 0] == 50


def test_ctrl_c_as_the_run_begins_is_felt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Patient(FakeRenderer):
        def render(self, plan: Plan, brief: Brief, seed: int, context: RunContext, **_: object) -> Render:
            return _until_cancelled(context)

    class Interrupted(Engine):
        def submit(self, *run: Any) -> int:
            token = super().submit(*run)
            signal.raise_signal(signal.SIGINT)
            return token

    monkeypatch.setattr("engine.cli.runs.Engine", Interrupted)
    monkeypatch.setattr("engine.registry.parts", lambda _: parts(renderer=Patient()))
    assert plantain("render", "anything", "-o", str(tmp_path / "none.png"), "--quiet") == 130
    assert list(tmp_path.iterdir()) == []


def test_an_engine_failure_keeps_what_was_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Broken(FakeFixer):
        def apply(self, *_: object) -> Render:
            raise EngineFailure("The denoiser could not start.", "Update the graphics driver.")

    monkeypatch.setattr("engine.registry.parts", lambda _: parts(fixers=[Broken(levels=(120,))]))
    out = tmp_path / "best.png"
    assert plantain("render", "anything", "-o", str(out), "--quiet") == 3
    assert read(out).pixels[0, 0, 0] == 50
    assert "The denoiser could not start. Update the graphics driver." in capsys.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT to send to one process")
def test_ctrl_c_during_the_first_render_writes_nothing(tmp_path: Path) -> None:
    out = tmp_path / "box.png"
    words = ["render", "A red box on a wooden table", "-o", str(out), "--size", "1k", "--quality", "pro"]
    running = subprocess.Popen([sys.executable, "-m", "engine", *words], stderr=subprocess.PIPE, text=True)
    assert running.stderr is not None
    with running.stderr:
        assert "round 1" in running.stderr.readline()
        running.send_signal(signal.SIGINT)
        assert running.wait(timeout=60) == 130
    assert list(tmp_path.iterdir()) == []
