"""The training of the network of the flaws, cut short."""

import warnings
from pathlib import Path

import numpy as np
import pytest
import torch

from engine.training import clean, crops, flaws
from engine.types import Array


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> dict[str, Array]:
    monkeypatch.setattr(flaws, "LEAVES", 1)
    monkeypatch.setattr(flaws, "BATCH", 4)
    monkeypatch.setattr(crops, "SIDE", 48)
    photographs = clean.photographs(clean.PHOTOGRAPHS)
    return photographs | {"scene-0": photographs["coffee"], "flat-0": photographs["camera"]}


@pytest.mark.slow
def test_the_same_seed_gives_the_same_network_and_its_file_answers_as_it_does(known: dict[str, Array], tmp_path: Path) -> None:
    threads = torch.get_num_threads()
    courses = (flaws.Course(2, 1e-3, 1), flaws.Course(1, 1e-3, 3))
    one, other = flaws.trained(known, courses), flaws.trained(known, courses)
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
    assert answer.shape == (2, len(crops.KINDS), 12, 16)
    np.testing.assert_allclose(answer, expected, atol=1e-5)


def test_clean_crops_that_cost_most_come_again_most_often(known: dict[str, Array]) -> None:
    lessons = flaws.Lessons([list(known.values())] * 4, None, np.random.default_rng(0))
    for _ in range(40):
        pictures, _ = lessons.batch()
        lessons.learnt(np.where(pictures.mean(axis=(1, 2, 3)) > 120, 1.0, 0.01))
    again = np.array(
        [pictures[-1].mean() > 120 for pictures, targets in (lessons.batch() for _ in range(40)) if not targets[-1].any()]
    )
    fresh = np.array([pictures[0].mean() > 120 for pictures, _ in (lessons.batch() for _ in range(40))])
    assert again.mean() > fresh.mean() + 0.2
