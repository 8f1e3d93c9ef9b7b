"""The training of the network of the seams, cut short."""

from pathlib import Path

import numpy as np
import pytest
import torch

from engine.critics.strips import CELL, HALF
from engine.training import clean, seams
from engine.training.practice import Course
from engine.training.strip import Strip, loss
from engine.types import Array
from tests.training.reproduced import reproduced


@pytest.fixture(scope="module")
def drawn() -> tuple[Array, Array]:
    rng = np.random.default_rng(0)
    pictures = [*clean.photographs(("camera", "chelsea", "coffee")).values()]
    made = [one for n in range(12) for one in seams.examples(pictures[n % 3], rng)]
    return np.stack([strip for strip, _ in made]), np.stack([cells for _, cells in made])


def test_strips_show_a_seam_in_their_middle_or_none(drawn: tuple[Array, Array]) -> None:
    strips, cells = drawn
    assert strips.shape[1:] == (seams.LENGTH, 2 * HALF, 3)
    assert cells.shape[1:] == (seams.LENGTH // CELL,)
    assert set(np.unique(cells)) <= {0, 1, seams.UNKNOWN}
    seamed = cells.max(axis=1) == 1
    assert 0.1 < seamed.mean() < 0.5
    assert not (cells[seamed] == 0).any()
    step = np.abs(np.diff(strips.astype(int), axis=2)).max(axis=3)
    middle, beside = step[:, :, HALF - 1], np.delete(step, [HALF - 2, HALF - 1, HALF], axis=2).mean(axis=2)
    runs = np.repeat(cells == 1, CELL, axis=1)
    assert middle[runs].mean() > 1.5 * beside[runs].mean()


def test_a_border_is_where_one_comes_to_the_other_side() -> None:
    inside = np.zeros((20, 30), np.float32)
    inside[5:15, 10:22] = 1
    np.testing.assert_array_equal(seams._borders(inside), [10, 22])
    np.testing.assert_array_equal(seams._borders(inside.T), [5, 15])


def test_what_costs_most_comes_most_often(drawn: tuple[Array, Array]) -> None:
    torch.manual_seed(0)
    strips, cells = (np.repeat(one[:40], 2, axis=0) for one in drawn)
    strips[::2], strips[1::2] = 0, 255
    lessons = seams.StripLessons(strips, cells)
    given = []
    for _ in range(40):
        strip, wanted = lessons.batch(32)
        bright = strip.mean((1, 2, 3)) > 127
        lessons.learnt(torch.where(bright, 9.0, 0.0))
        given.append(bright.float().mean())
        assert (wanted.amax(1) > 0).tolist() == [True] * seams.SHOWN + [False] * (32 - seams.SHOWN)
    assert float(torch.stack(given[10:]).mean()) > 0.8


def test_an_unknown_cell_costs_nothing() -> None:
    wanted = torch.tensor([[1.0, -1.0, -1.0], [0.0, 0.0, 0.0]])
    surely = torch.tensor([[9.0, 9.0, -9.0], [-9.0, -9.0, -9.0]])
    assert (loss(surely, wanted) < 0.01).all()
    assert (loss(-surely, wanted) > 5).all()


@pytest.mark.slow
def test_the_same_seed_gives_the_same_network_and_its_file_answers_as_it_does(
    drawn: tuple[Array, Array], tmp_path: Path
) -> None:
    strip = np.random.default_rng(0).integers(0, 256, (3, 3, 100, 2 * HALF)).astype(np.float32)
    lessons, file = lambda: seams.StripLessons(*drawn), tmp_path / "seams.onnx"
    assert reproduced(Strip, lessons, Course(2, 24), loss, seams.written, file, strip).shape == (3, 13)
