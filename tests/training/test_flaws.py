"""The training of the networks of the flaws, cut short."""

import warnings
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import numpy as np
import pytest
import torch

from engine.training import clean, crops, flaws, lessons
from engine.training.damage import DAMAGES
from engine.training.heatmap import loss
from engine.training.lessons import Lessons
from engine.training.practice import Course, practised
from engine.types import Array

SIDE = 64


@pytest.fixture(scope="module", params=flaws.FAMILIES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def drawn(name: str) -> tuple[Array, Array]:
    photographs = [*clean.photographs(clean.PHOTOGRAPHS[:3]).values()]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(crops, "SIDE", SIDE)
        patch.setattr(crops, "DRAWN", (SIDE, 2 * SIDE))
        made = lessons.endless([photographs] * 4, flaws.kinds(name), np.random.default_rng(0))
        some = [next(made) for _ in range(60)]
    return np.stack([picture for picture, _ in some]), np.stack([target for _, target in some])


@pytest.mark.slow
def test_the_same_seed_gives_the_same_network_and_its_file_answers_as_it_does(
    name: str, drawn: tuple[Array, Array], tmp_path: Path
) -> None:
    taught = [practised(flaws.untaught(name), Lessons(*drawn, "cpu"), Course(2, 4), loss) for _ in range(2)]
    untaught = flaws.untaught(name).state_dict()
    for part, values in taught[0].state_dict().items():
        assert torch.equal(values, taught[1].state_dict()[part]), part
    assert not torch.equal(taught[0].state_dict()["last.1.weight"], untaught["last.1.weight"])
    with warnings.catch_warnings(action="ignore"):
        flaws.written(taught[0], tmp_path / "flaws.onnx")
    import onnxruntime

    assert (tmp_path / "flaws.onnx").stat().st_size < 5_000_000
    picture = np.random.default_rng(0).integers(0, 256, (2, 3, 96, 128), np.uint8)
    (answer,) = onnxruntime.InferenceSession(tmp_path / "flaws.onnx").run(None, {"picture": picture.astype(np.float32)})
    with torch.no_grad():
        expected = torch.sigmoid(taught[0](torch.from_numpy(picture).float())).numpy()
    assert answer.shape == (2, len(flaws.kinds(name)), 12, 16)
    np.testing.assert_allclose(answer, expected, atol=1e-3)


@pytest.mark.slow
def test_crops_of_a_family_show_none_of_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lessons, "SCENES", (21,))
    monkeypatch.setattr(lessons, "SHEETS", (0,))
    monkeypatch.setattr(lessons, "AT_ONCE", 6)
    lessons.known.cache_clear()
    sources = partial(lessons.sources, tmp_path)
    pictures = np.concatenate([lessons._drawn(sources, family, 0)[0] for family in crops.FORM])
    monkeypatch.setattr(lessons, "ProcessPoolExecutor", lambda *_: ThreadPoolExecutor(1))
    made, targets = lessons.drawn(sources, crops.FORM, 6, 1)
    lessons.known.cache_clear()
    np.testing.assert_array_equal(made, pictures)
    assert targets.shape == (12, 6, crops.SIDE // 8, crops.SIDE // 8)
    assert targets[:6, :3].any()
    assert not targets[:6, 3:].any()
    assert targets[6:, 3:].any()
    assert not targets[6:, :3].any()


def test_a_part_of_a_crop_keeps_its_place_in_the_target(drawn: tuple[Array, Array]) -> None:
    targets = drawn[1]
    pictures = np.repeat(np.repeat(targets.max(axis=1), 8, axis=1), 8, axis=2)[..., None].repeat(3, axis=3) * 255
    picture, wanted = Lessons(pictures.astype(np.uint8), targets.astype(np.float16), "cpu").batch(32)
    assert picture.shape == (32, 3, SIDE // 2, SIDE // 2)
    assert wanted.any()
    shown = picture.numpy().reshape(32, 3, SIDE // 16, 8, SIDE // 16, 8)
    expected = np.broadcast_to(wanted.amax(1)[:, None, :, None, :, None].numpy() * 255, shown.shape)
    np.testing.assert_allclose(shown, expected, atol=1.5)


def test_every_kind_is_taught_once() -> None:
    assert sorted(kind for name in flaws.FAMILIES for kind in flaws.kinds(name)) == sorted(DAMAGES)


def test_crops_show_damage_and_where(name: str, drawn: tuple[Array, Array]) -> None:
    pictures, targets = drawn
    kinds = flaws.kinds(name)
    damaged = targets.max(axis=(1, 2, 3)) > 0
    assert pictures.shape[1:] == (SIDE, SIDE, 3)
    assert targets.shape[1:] == (len(kinds), SIDE // 8, SIDE // 8)
    assert 0.3 < damaged.mean() < 0.95
    beyond = np.array([bool(cells[[kind == "seamed" for kind in kinds]].any()) for cells in targets])
    followed = np.flatnonzero(damaged[:-1] & ~damaged[1:] & ~beyond[:-1])
    apart = [np.abs(pictures[n].astype(int) - pictures[n + 1]).max(axis=2) for n in followed]
    same = [(n, one) for n, one in zip(followed, apart, strict=True) if (one == 0).mean() > 0.2]
    assert same
    for n, one in same:
        cells = one.reshape(SIDE // 8, 8, SIDE // 8, 8).mean(axis=(1, 3))
        shown = targets[n].max(axis=0) > 0
        assert cells[shown].mean() > cells[~shown].mean()


def test_crops_that_cost_most_come_again_most_often(drawn: tuple[Array, Array], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lessons, "WARM", 20)
    pictures, targets = drawn
    torch.manual_seed(0)
    taught = Lessons(pictures, targets, "cpu")
    level = float(np.median(pictures.mean(axis=(1, 2, 3))))
    given = []
    for _ in range(60):
        batch, cells = taught.batch(8)
        bright = batch.mean((1, 2, 3)) > level
        taught.learnt(torch.where(bright, 1.0, 0.01))
        given.append((bright.numpy(), cells.amax((1, 2, 3)).numpy() > 0))
    fresh, again = (np.concatenate([bright[part] for bright, _ in given[20:]]) for part in (slice(0, 4), slice(4, 8)))
    assert again.mean() > fresh.mean() + 0.2
    assert np.mean([damaged[4:6] for _, damaged in given[20:]]) > 0.5
    assert not any(damaged[6:].any() for _, damaged in given[20:])
