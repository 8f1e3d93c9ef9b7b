"""Readers that the user brought: their letters in reading order, and what the text critic makes of what they read."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("onnx", reason="needs the diffusion extra")

from onnx import helper

from engine.critics.framing import FramingCritic
from engine.critics.text import TextCritic
from engine.critics.text.craft import joined, upright
from engine.critics.text.scripts import logical, reader_for, unread
from engine.models import library
from engine.models.importing import import_model
from engine.types import Array
from engine.typography.bidi import directional_runs
from tests.critics.networks import array, card, save
from tests.critics.pictures import Words, judged, poster, unmasked
from tests.fakes import Silent

LETTERS = "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ "
BREAD = Words("headline", "СВЕЖИЙ ХЛЕБ", (0.1, 0.1, 0.9, 0.25), lines=1)


def says(folder: Path, text: str) -> None:
    """Puts a reader into the library that finds what is dark and reads `text`, whatever stands there."""
    card(
        folder, kind="easyocr", networks={"detector": "d.onnx", "recogniser": "r.onnx"}, labels=list(LETTERS), languages=["ru"]
    )
    detector = [
        helper.make_node("MaxPool", ["dark"], ["letters"], kernel_shape=[13, 13], pads=[6, 6, 6, 6]),
        helper.make_node("MaxPool", ["dark"], ["links"], kernel_shape=[5, 61], pads=[2, 30, 2, 30]),
        helper.make_node("Concat", ["letters", "links"], ["both"], axis=1),
        helper.make_node("Transpose", ["both"], ["scores"], perm=[0, 2, 3, 1]),
    ]
    shades = [
        helper.make_node("AveragePool", ["pixels"], ["half"], kernel_shape=[2, 2], strides=[2, 2]),
        helper.make_node("ReduceMean", ["half"], ["grey"], axes=[1]),
        helper.make_node("Sub", ["level", "grey"], ["below"]),
        helper.make_node("Clip", ["below", "none", "most"], ["dark"]),
    ]
    level, none, most = (np.array(value, np.float32) for value in ([0.5], 0, 1))
    pixels, scores = array("pixels", "n", 3, "h", "w"), array("scores", "n", "rows", "columns", 2)
    save(folder / "d.onnx", shades + detector, [pixels], [scores], level=level, none=none, most=most)
    steps = np.zeros((1, 2 * len(text), len(LETTERS) + 1), np.float32)
    for at, letter in enumerate(text):
        steps[0, 2 * at, 1 + LETTERS.index(letter)] = steps[0, 2 * at + 1, 0] = 12
    reader = [
        helper.make_node("ReduceMean", ["line"], ["mean"], axes=[1, 2, 3], keepdims=0),
        helper.make_node("Mul", ["mean", "nothing"], ["zero"]),
        helper.make_node("Unsqueeze", ["zero", "ends"], ["spread"]),
        helper.make_node("Add", ["spread", "steps"], ["scores"]),
    ]
    nothing, ends = np.zeros(1, np.float32), np.array([1, 2], np.int64)
    line, scores = array("line", "n", 1, 64, "w"), array("scores", "n", "steps", len(LETTERS) + 1)
    save(folder / "r.onnx", reader, [line], [scores], steps=steps, nothing=nothing, ends=ends)
    import_model(library(), folder, lambda done: None)


def test_without_a_reader_the_critic_names_the_command_that_adds_one() -> None:
    plan, render = poster((BREAD,))
    for critic in (TextCritic(), FramingCritic()):
        finding = next(one for id, one in judged(critic, plan, unmasked(render)).items() if id.endswith("headline"))
        assert finding.verdict == "unchecked"
        assert "plantain models export-critic easyocr ~/.EasyOCR/model --lang ru" in finding.message
    assert "export-critic" not in unread("שלום"), "EasyOCR reads no Hebrew"


def test_a_text_that_the_users_reader_reads_is_judged(tmp_path: Path) -> None:
    says(tmp_path / "reads", "СВЕЖИЙ ХЛЕБ")
    assert reader_for("ХЛЕБ", Silent()) is not None
    plan, render = poster((BREAD,))
    findings = judged(TextCritic(), plan, unmasked(render))
    assert findings["text:headline"].verdict == "passed"
    assert findings["text"].verdict == "passed", "what one reader read is no stray text of another"
    assert judged(FramingCritic(), plan, unmasked(render))["framing:headline"].verdict == "passed"


def test_other_words_in_its_script_are_told(tmp_path: Path) -> None:
    says(tmp_path / "reads", "СВЕЖИЙ ХЛЕВ")
    plan, _ = poster((BREAD,))
    _, other = poster((Words("headline", "СВЕЖИЙ ХЛЕВ", BREAD.box, lines=1),))
    finding = judged(TextCritic(), plan, unmasked(other))["text:headline"]
    assert finding.verdict == "failed"
    assert finding.message == "Misspelt: reads “СВЕЖИЙ ХЛЕВ”; a В stands where a Б belongs."


def test_letters_whose_shapes_are_right_overrule_the_users_reader(tmp_path: Path) -> None:
    says(tmp_path / "reads", "СВЕЖИЙ ХЛЕВ")
    assert judged(TextCritic(), *poster((BREAD,)))["text:headline"].verdict == "passed"


@pytest.mark.parametrize("text", ["مرحبا بالعالم", "غرفة 24 (جديد)", "שלום world", "Hello", "24"])
def test_what_stands_is_put_in_the_order_it_is_read_in(text: str) -> None:
    marked = "\u200f" + text if any(letter > "\u0590" for letter in text) else text
    mirrored = str.maketrans("()", ")(")
    runs = [marked[a:b][::-1].translate(mirrored) if leftward else marked[a:b] for a, b, leftward in directional_runs(marked)]
    assert logical("".join(runs).replace("\u200f", "")) == text
    assert logical("ابحرم") == "ابحرم"[::-1]


def _quad(x: float, y: float, wide: float, high: float, degrees: float = 0.0) -> Array:
    turn = np.deg2rad(degrees)
    way = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
    corners = np.array([[0, 0], [wide, 0], [wide, high], [0, high]]) + np.array([x, y])
    return upright((corners @ way.T).astype(np.float32))


@pytest.mark.parametrize("degrees", [0, 12, 40, 88])
def test_words_in_one_line_are_joined_however_it_runs(degrees: float) -> None:
    words = [_quad(100, 100, 80, 20, degrees), _quad(192, 101, 60, 20, degrees), _quad(100, 140, 90, 21, degrees)]
    words += [_quad(300, 100, 80, 20, degrees), _quad(262, 96, 30, 60, degrees)]
    along = np.array([np.cos(np.deg2rad(degrees)), np.sin(np.deg2rad(degrees))])
    assert sorted(round(float(np.ptp(quad @ along))) for quad in joined(words)) == [30, 80, 90, 152]
