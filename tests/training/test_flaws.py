"""The training of the networks of the flaws, cut short."""

import warnings
from pathlib import Path

import numpy as np
import pytest
import torch

from engine.training import clean, crops, flaws, lessons
from engine.training.damage import DAMAGES
from engine.training.lessons import Lessons
from engine.types import Array

SIDE = 64


@pytest.fixture(scope="module", params=flaws.COURSES)
def course(request: pytest.FixtureRequest) -> flaws.Course:
    return flaws.COURSES[request.param]


@pytest.fixture(scope="module")
def drawn(course: flaws.Course) -> tuple[Array, Array]:
    photographs = [*clean.photographs(clean.PHOTOGRAPHS[:3]).values()]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(crops, "SIDE", SIDE)
        patch.setattr(crops, "DRAWN", (SIDE, 2 * SIDE))
        made = lessons.endless([photographs] * 4, course.kinds, np.random.default_rng(0))
        some = [next(made) for _ in range(60)]
    return np.stack([picture for picture, _ in some]), np.stack([target for _, target in some])


@pytest.mark.slow
def test_the_same_seed_gives_the_same_network_and_its_file_answers_as_it_does(
    course: flaws.Course, drawn: tuple[Array, Array], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lessons, "BATCH", 4)
    threads = torch.get_num_threads()
    torch.set_num_threads(flaws.CORES)
    one, other = flaws.untaught(course), flaws.untaught(course)
    for network in (one, other):
        flaws.practised(network, Lessons(*drawn, np.random.default_rng(0)), 2)
    torch.set_num_threads(threads)
    for name, values in one.state_dict().items():
        assert torch.equal(values, other.state_dict()[name]), name
    with warnings.catch_warnings(action="ignore"):
        flaws.exported(one, tmp_path / "flaws.onnx")
    import onnxruntime

    picture = np.random.default_rng(0).integers(0, 256, (2, 3, 96, 128), np.uint8)
    (answer,) = onnxruntime.InferenceSession(tmp_path / "flaws.onnx").run(None, {"picture": picture.astype(np.float32)})
    with torch.no_grad():
        expected = torch.sigmoid(one(torch.from_numpy(picture).float())).numpy()
    assert answer.shape == (2, len(course.kinds), 12, 16)
    np.testing.assert_allclose(answer, expected, atol=1e-5)


def test_every_kind_but_doubles_is_taught_once() -> None:
    kinds = [kind for course in flaws.COURSES.values() for kind in course.kinds]
    assert sorted([*kinds, "doubled"]) == sorted(DAMAGES)


def test_crops_show_damage_and_where(course: flaws.Course, drawn: tuple[Array, Array]) -> None:
    pictures, targets = drawn
    damaged = targets.max(axis=(1, 2, 3)) > 0
    assert pictures.shape[1:] == (SIDE, SIDE, 3)
    assert targets.shape[1:] == (len(course.kinds), SIDE // 8, SIDE // 8)
    assert 0.3 < damaged.mean() < 0.95
    beyond = np.array([bool(cells[[kind == "seamed" for kind in course.kinds]].any()) for cells in targets])
    followed = np.flatnonzero(damaged[:-1] & ~damaged[1:] & ~beyond[:-1])
    apart = [np.abs(pictures[n].astype(int) - pictures[n + 1]).max(axis=2) for n in followed]
    same = [(n, one) for n, one in zip(followed, apart, strict=True) if (one == 0).mean() > 0.2]
    assert same
    for n, one in same:
        cells = one.reshape(SIDE // 8, 8, SIDE // 8, 8).mean(axis=(1, 3))
        shown = targets[n].max(axis=0) > 0
        assert cells[shown].mean() > cells[~shown].mean()


def test_crops_that_cost_most_come_again_most_often(drawn: tuple[Array, Array], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lessons, "BATCH", 8)
    pictures, targets = drawn
    taught = Lessons(pictures, targets, np.random.default_rng(0))
    costly = pictures.mean(axis=(1, 2, 3)) > np.median(pictures.mean(axis=(1, 2, 3)))
    given: list[tuple[Array, Array]] = []
    for _ in range(60):
        batch, cells = taught.batch()
        bright = batch.mean(axis=(1, 2, 3)) > np.median(pictures.mean(axis=(1, 2, 3)))
        taught.learnt(np.where(bright, 1.0, 0.01))
        damaged = cells.max(axis=(1, 2, 3)) > 0
        given.append((bright, damaged))
    fresh, again = (np.concatenate([bright[part] for bright, _ in given[20:]]) for part in (slice(0, 4), slice(4, 8)))
    assert again.mean() > fresh.mean() + 0.2
    assert abs(fresh.mean() - costly.mean()) < 0.1
    assert np.mean([damaged[4:6] for _, damaged in given[20:]]) > 0.5
    assert not any(damaged[6:].any() for _, damaged in given[20:])
