"""The training of the network of the doubles, cut short."""

from pathlib import Path

import numpy as np
import pytest
import torch

from engine.critics.doubles import CELL, DISPLACEMENTS, SCALES
from engine.training import clean, doubles
from engine.training.damage import copied
from engine.training.double import Double, loss
from engine.training.doubles import DoubleLessons, Shown
from engine.training.practice import Course
from tests.training.reproduced import reproduced


@pytest.fixture(scope="module")
def shown() -> list[Shown]:
    rng = np.random.default_rng(0)
    pictures = [*clean.photographs(("camera", "chelsea", "coffee")).values()]
    made = [one for n in range(16) for one in doubles.examples(pictures[n % 3], rng)]
    return doubles.shown(*map(np.stack, zip(*made, strict=True)))


def test_pictures_have_a_copy_where_their_cells_say_or_none(shown: list[Shown]) -> None:
    for scale, (pictures, cells, aside) in zip(SCALES, shown, strict=True):
        side = doubles.SIDE // scale
        assert pictures.shape[1:] == (side, side, 3)
        assert cells.shape[1:] == (side // CELL, side // CELL)
        assert set(np.unique(cells)) == {0, 1, doubles.UNKNOWN}
        np.testing.assert_array_equal((cells == 0).all(axis=(1, 2)), np.isnan(aside).any(axis=1))
        far = np.hypot(*aside.T)[~np.isnan(aside).any(axis=1)] * scale
        assert ((far >= 5) & (far <= 18)).all()


def test_a_copy_lies_where_it_is_said_to_lie() -> None:
    """What is brighter on the left of an edge is brighter to the left of the edge's copy, so many pixels aside."""
    dark = np.full((288, 288, 3), 40, np.uint8)
    dark[:, :144] = 200
    after, seen = copied(dark, (10.0, 0.0), 0.9, np.random.default_rng(3))
    changed = np.flatnonzero((after != dark).any(axis=(0, 2)))
    assert seen.any()
    assert (changed.min(), changed.max()) == (144, 153)


def test_displacements_are_shown_as_they_are_called_for(shown: list[Shown]) -> None:
    """The share of copies of a batch comes with the copy's displacement, all else with others."""
    torch.manual_seed(0)
    lessons = DoubleLessons(shown)
    for turn in doubles.TURNS:
        _, cells = lessons.batch(40)
        scale = lessons._scales[turn]
        one, which = (chosen.numpy() for chosen in scale._given)
        ways = np.array(DISPLACEMENTS)[which]
        aside = shown[turn].aside[one]
        far = np.minimum(np.hypot(*(aside - ways).T), np.hypot(*(aside + ways).T))
        copies = round(40 * doubles.COPIES)
        assert (far[:copies] <= doubles.SAME).all()
        assert not (far[copies:] < doubles.OTHER).any()
        assert ((cells == 1).any(dim=1).any(dim=1) == (torch.arange(40) < copies)).all()


def test_what_costs_most_comes_most_often(shown: list[Shown]) -> None:
    torch.manual_seed(0)
    lessons = DoubleLessons(shown)
    given = []
    for _ in range(60):
        lessons.batch(40)
        one, which = lessons._scales[lessons._turn]._given
        hard = (which % 2 == 0) & (one % 2 == 0)
        lessons.learnt(torch.where(hard, 9.0, 0.0))
        given.append(hard.float().mean())
    assert float(torch.stack(given[30:]).mean()) > 1.5 * float(torch.stack(given[:6]).mean())


def test_turned_pictures_are_shown_with_their_direction_turned(shown: list[Shown]) -> None:
    """Whichever way a batch is mirrored or transposed, what lies behind is the picture, displaced in the direction shown."""
    torch.manual_seed(0)
    lessons = DoubleLessons(shown)
    for _ in range(6):
        seen, _ = lessons.batch(10)
        for one in seen:
            way = one[9:11, 0, 0]
            down, across = next(
                sign * np.array(each) for each in DISPLACEMENTS for sign in (1, -1)
                if np.allclose(sign * np.array(each) / np.hypot(*each), way, atol=1e-5)
                and torch.equal(
                    one[6:9, 8:-8, 8:-8], one[:3].roll((-sign * each[0], -sign * each[1]), (1, 2))[:, 8:-8, 8:-8]
                )
            )  # fmt: skip
            assert abs(down) + abs(across) > 0


def test_an_unknown_cell_costs_nothing() -> None:
    wanted = torch.tensor([[[1.0, -1.0], [-1.0, -1.0]], [[0.0, 0.0], [-1.0, 0.0]]])
    surely = torch.tensor([[[9.0, 9.0], [-9.0, -9.0]], [[-9.0, -9.0], [9.0, -9.0]]])
    assert (loss(surely, wanted) < 0.01).all()
    assert (loss(-surely, wanted) > 5).all()


@pytest.mark.slow
def test_the_same_seed_gives_the_same_network_and_its_file_answers_as_it_does(shown: list[Shown], tmp_path: Path) -> None:
    seen = np.random.default_rng(0).integers(0, 256, (3, 11, 40, 72)).astype(np.float32)
    lessons, file = lambda: DoubleLessons(shown), tmp_path / "doubled.onnx"
    assert reproduced(Double, lessons, Course(3, 10), loss, doubles.written, file, seen).shape == (3, 5, 9)
