"""The training of the network of flat artwork, cut short."""

from functools import partial
from pathlib import Path

import numpy as np
import pytest

from engine.critics.flaws import kinds
from engine.training import crops, flaws, lessons, sheets
from engine.training.figures import DESIGNED
from engine.training.heatmap import loss
from engine.training.lessons import Lessons
from engine.training.practice import Course
from tests.training.reproduced import reproduced


def test_it_learns_what_is_told_of_artwork() -> None:
    assert set(sheets.KINDS) == set(kinds()) - DESIGNED - {"banded"}


def test_no_sheet_that_is_measured_on_is_learnt_from() -> None:
    assert not set(sheets.NUMBERS) & set(flaws.FURTHER[1])


@pytest.mark.slow
def test_the_same_seed_gives_the_same_network_and_its_file_answers_as_it_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crops, "SIDE", 64)
    monkeypatch.setattr(lessons, "AT_ONCE", 24)
    monkeypatch.setattr(sheets, "NUMBERS", (0, 1))
    sheets.known.cache_clear()
    drawn = lessons._drawn(partial(sheets.sources, tmp_path), sheets.KINDS, 0)
    sheets.known.cache_clear()
    assert sorted(file.stem for file in tmp_path.iterdir()) == ["flat-000", "flat-001"]
    assert drawn[1].any()
    picture = np.random.default_rng(0).integers(0, 256, (2, 3, 96, 128)).astype(np.float32)
    made = partial(Lessons, *drawn, "cpu")
    answer = reproduced(sheets.untaught, made, Course(2, 8), loss, flaws.written, tmp_path / "sheets.onnx", picture)
    assert answer.shape == (2, len(sheets.KINDS), 12, 16)
