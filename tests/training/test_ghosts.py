"""The training of the network of the ghosts, cut short."""

import warnings
from pathlib import Path

import numpy as np
import onnxruntime
import pytest
import torch

from engine.critics.ghosts import CELL, HALF, outlined
from engine.training import clean, ghosts
from engine.training.double import loss
from engine.training.ghost import Ghost
from engine.training.ghosts import GhostLessons
from engine.training.practice import Course, practised
from engine.types import Array


@pytest.fixture(scope="module")
def drawn() -> tuple[Array, Array]:
    """Photographs beside their own brightness, which stands for outlines here: it is turned and scaled as they are."""
    rng = np.random.default_rng(0)
    pictures = [outlined(one, one[..., 1]) for one in clean.photographs(("chelsea", "coffee")).values()]
    made = [one for n in range(24) for one in ghosts.examples(pictures[n % 2], rng)]
    return np.stack([seen for seen, _ in made]), np.stack([cells for _, cells in made])


def test_some_pictures_have_copies_and_all_their_outlines(drawn: tuple[Array, Array]) -> None:
    seen, cells = drawn
    side = ghosts.SIDE // HALF
    assert seen.shape[1:] == (side, side, 4)
    assert cells.shape[1:] == (ghosts.SIDE // CELL, ghosts.SIDE // CELL)
    assert set(np.unique(cells)) == {0, 1, ghosts.NEITHER}
    assert 0.3 < (cells.max(axis=(1, 2)) == 1).mean() < 0.7
    assert seen[..., 3].min() >= 1
    for picture in seen:
        assert np.corrcoef(picture[..., :3].mean(axis=2).ravel(), picture[..., 3].ravel())[0, 1] > 0.7


def test_what_costs_most_comes_most_often(drawn: tuple[Array, Array]) -> None:
    torch.manual_seed(0)
    lessons = GhostLessons(*drawn)
    given = []
    for _ in range(40):
        seen, cells = lessons.batch(20)
        assert seen.shape == (20, 4, ghosts.PART, ghosts.PART)
        assert cells.shape == (20, ghosts.PART * HALF // CELL, ghosts.PART * HALF // CELL)
        assert not (cells[round(20 * ghosts.COPIES) :] == 1).any()
        hard = lessons._given % 3 == 0
        lessons.learnt(torch.where(hard, 9.0, 0.0))
        given.append(hard.float().mean())
    assert float(torch.stack(given[20:]).mean()) > 0.6


@pytest.mark.slow
def test_the_same_seed_gives_the_same_network_and_its_file_answers_as_it_does(
    drawn: tuple[Array, Array], tmp_path: Path
) -> None:
    taught = []
    for _ in range(2):
        torch.manual_seed(0)
        taught.append(practised(Ghost(), GhostLessons(*drawn), Course(3, 6), loss))
    for part, values in taught[0].state_dict().items():
        assert torch.equal(values, taught[1].state_dict()[part]), part
    with warnings.catch_warnings(action="ignore"):
        ghosts.written(taught[0], tmp_path / "ghosts.onnx")
    assert (tmp_path / "ghosts.onnx").stat().st_size < 1_000_000
    seen = np.random.default_rng(0).integers(0, 256, (3, 4, 40, 72)).astype(np.float32)
    (answer,) = onnxruntime.InferenceSession(tmp_path / "ghosts.onnx").run(None, {"seen": seen})
    with torch.no_grad():
        expected = torch.sigmoid(taught[0](torch.from_numpy(seen))).numpy()
    assert answer.shape == (3, 10, 18)
    np.testing.assert_allclose(answer, expected, atol=1e-3)
