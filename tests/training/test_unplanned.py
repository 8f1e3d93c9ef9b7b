"""The training of the network of what is unplanned, cut short."""

from pathlib import Path

import numpy as np
import pytest
import torch

from engine.critics.unplanned import CELL, HALF
from engine.training import clean, flaws, unplanned
from engine.training.comparison import Comparison
from engine.training.double import loss
from engine.training.practice import Course
from engine.training.unplanned import ComparedLessons
from engine.types import Array
from tests.training.reproduced import reproduced


@pytest.fixture(scope="module")
def drawn() -> tuple[Array, Array]:
    """Photographs beside themselves, which stand for drafts here."""
    rng = np.random.default_rng(0)
    pictures = [np.dstack([one, one]) for one in clean.photographs(("chelsea", "coffee")).values()]
    made = [one for n in range(24) for one in unplanned.examples(pictures[n % 2], rng)]
    return np.stack([seen for seen, _ in made]), np.stack([cells for _, cells in made])


def test_some_pictures_are_damaged_and_none_of_their_drafts(drawn: tuple[Array, Array]) -> None:
    seen, cells = drawn
    side = unplanned.SIDE // HALF
    assert seen.shape[1:] == (side, side, 6)
    assert cells.shape[1:] == (unplanned.SIDE // CELL, unplanned.SIDE // CELL)
    assert set(np.unique(cells)) == {0, 1, unplanned.NEITHER}
    assert 0.3 < (cells.max(axis=(1, 2)) == 1).mean() < 0.7
    apart = np.abs(seen[..., :3].astype(int) - seen[..., 3:]).max(axis=3)
    blocks = apart.reshape(len(apart), *cells.shape[1:2], CELL // HALF, -1, CELL // HALF).max(axis=(2, 4))
    spoilt = (cells == 1).any(axis=(1, 2))
    for differs, marked in zip(blocks[spoilt], cells[spoilt] == 1, strict=True):
        assert differs[marked].mean() > 2 * np.median(differs[~marked])


def test_no_scene_that_is_measured_on_is_learnt_from() -> None:
    assert not set(unplanned.COMPARED) & set(flaws.FURTHER[0])


def test_what_costs_most_comes_most_often(drawn: tuple[Array, Array]) -> None:
    torch.manual_seed(0)
    lessons = ComparedLessons(*drawn)
    given = []
    for _ in range(40):
        seen, cells = lessons.batch(20)
        assert seen.shape == (20, 6, unplanned.PART, unplanned.PART)
        assert cells.shape == (20, unplanned.PART * HALF // CELL, unplanned.PART * HALF // CELL)
        assert not (cells[round(20 * unplanned.DAMAGED) :] == 1).any()
        hard = lessons._given % 3 == 0
        lessons.learnt(torch.where(hard, 9.0, 0.0))
        given.append(hard.float().mean())
    assert float(torch.stack(given[20:]).mean()) > 0.6


@pytest.mark.slow
def test_the_same_seed_gives_the_same_network_and_its_file_answers_as_it_does(
    drawn: tuple[Array, Array], tmp_path: Path
) -> None:
    seen = np.random.default_rng(0).integers(0, 256, (3, 6, 40, 72)).astype(np.float32)
    lessons, file = lambda: ComparedLessons(*drawn), tmp_path / "unplanned.onnx"
    assert reproduced(Comparison, lessons, Course(3, 6), loss, unplanned.written, file, seen).shape == (3, 10, 18)
