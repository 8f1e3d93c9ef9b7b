"""The training of the network of the view, cut short."""

import tomllib
import warnings
from itertools import islice
from pathlib import Path

import numpy as np
import pytest
import torch

from engine.critics.pose import SIDE, levels
from engine.training import pose, scenes, view
from engine.training.scenes import WIDER, Sketches, Views
from engine.types import Array
from engine.vocabulary import SHAPES

WIDE = round(WIDER * SIDE)


def views(count: int) -> Views:
    rng = np.random.default_rng(0)
    return Views(
        pictures=rng.integers(0, 256, (count, WIDE, WIDE, 3), np.uint8),
        sketches=rng.integers(1, 256, (count, SIDE, SIDE, 6), np.uint8),
        angles=rng.uniform(-9, 60, (count, 2, 2)).astype(np.float32),
        round=np.arange(count) % 2 == 1,
        scene=np.arange(count) // 2,
    )


SKETCHES = Sketches(views(5).sketches, np.zeros((5, 2), np.float32))


@pytest.mark.slow
def test_the_same_seed_gives_the_same_network_and_its_file_answers_as_it_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(view, "BATCH", 4)
    threads = torch.get_num_threads()
    (*_, one), (*_, other) = (view.trained(views(8), SKETCHES, 3) for _ in range(2))
    torch.set_num_threads(threads)
    for name, values in one.state_dict().items():
        assert torch.equal(values, other.state_dict()[name]), name
    with warnings.catch_warnings(action="ignore"):
        view.written(one, tmp_path / "view.onnx")
    import onnxruntime

    known = views(20)
    windows = levels(known.pictures[:, :SIDE, :SIDE])
    (answer,) = onnxruntime.InferenceSession(tmp_path / "view.onnx").run(None, {"window": windows})
    with torch.no_grad():
        expected = one(torch.from_numpy(windows)).numpy()
    assert answer.shape == (20, 4)
    np.testing.assert_allclose(answer, expected, atol=1e-4)
    card = tomllib.loads(view.card(tmp_path / "view.onnx", known, {"renders": 1, "training": 1}))
    assert set(card["off"]) == {"elevation", "roll"}
    assert len(card["spread"]) == 2


@pytest.mark.slow
def test_views_show_one_scene_and_know_their_cameras() -> None:
    (own, other) = islice(scenes.views(1, 3, held=False), 2)
    for wide, sketch, angles, _, number in (own, other):
        assert isinstance(wide, np.ndarray)
        assert wide.shape == (WIDE, WIDE, 3)
        assert isinstance(sketch, np.ndarray)
        assert sketch.shape == (SIDE, SIDE, 6)
        assert isinstance(angles, np.ndarray)
        assert (np.abs(angles[0] - angles[1]) <= 25).all()
        assert number == 3
    assert isinstance(own[2], np.ndarray)
    assert (own[2][0] == own[2][1]).all()


def test_nouns_are_learnt_from_or_measured_on_never_both() -> None:
    for kind in scenes.KINDS:
        if kind != "lettering" and len(every := [noun for noun, of in SHAPES.items() if of == kind]) > 20:
            shares = [len(scenes._nouns(kind, held)) / len(every) for held in (False, True)]
            assert sum(shares) == 1
            assert 0.05 < shares[1] < 0.5


def test_what_is_varied_keeps_its_truth() -> None:
    """An upright bar leans by the roll that is told, after it was rolled and mirrored; the elevation stays."""
    wide, seen = np.zeros((WIDE, WIDE, 3), np.uint8), set()
    wide[:, WIDE // 2 - 2 : WIDE // 2 + 2] = 255
    rng = np.random.default_rng(3)
    for _ in range(40):
        window, angles = pose.varied(wide, np.array((20, 0), np.float32), rng)
        assert window.shape == (SIDE, SIDE, 3)
        assert angles[0] == 20
        assert _lean(window) == pytest.approx(angles[1], abs=1.5)
        seen.add(float(np.sign(angles[1])))
    assert seen == {-1, 0, 1}


def _lean(picture: Array) -> float:
    """By how many degrees the upright bar leans: to the left is positive, as a picture rolled by so much shows it."""
    grey = picture.astype(float).mean(axis=2) ** 4
    top, bottom = ((rows.sum(axis=0) * np.arange(SIDE)).sum() / rows.sum() for rows in (grey[:9], grey[-9:]))
    return float(np.degrees(np.arctan2(bottom - top, SIDE - 9)))


def test_of_a_sketch_now_one_side_is_lit_and_now_the_other() -> None:
    sketch = np.full((SIDE, SIDE, 6), 128, np.uint8)
    sketch[..., :3] = 200
    sketch[:, : SIDE // 4, 3:] = 255, 128, 128
    sketch[:, SIDE // 4 : SIDE // 2, 3:] = 1, 128, 128
    rng = np.random.default_rng(0)
    sides = [pose.shaded(sketch, rng)[0, [5, SIDE // 4 + 5], 0] for _ in range(20)]
    assert {bool(left > right) for left, right in sides} == {True, False}
