"""EasyOCR's networks, exported: they answer as torch does at any size, and their answers are taken as EasyOCR takes them."""

from __future__ import annotations

import os
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest

pytest.importorskip("easyocr", reason="needs the diffusion extra")

import cv2
import torch
from easyocr import config, craft_utils
from easyocr.model import model
from easyocr.utils import CTCLabelConverter

from engine.critics.exporting import easyocr, export_critic
from engine.critics.exporting.writing import write
from engine.critics.onnx import brought
from engine.critics.text.craft import word_quads
from engine.critics.text.folding import squeezed
from engine.critics.text.scripts import decoded, reader_for
from engine.errors import BadInput
from engine.models import library
from engine.models.critics import installed
from engine.types import Array
from tests.critics.exporting import folders
from tests.fakes import Silent

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning", "ignore::UserWarning")
THAI, CYRILLIC = config.recognition_models["gen1"]["thai_g1"], config.recognition_models["gen2"]["cyrillic_g2"]


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    torch.set_num_threads(1)
    return folders.easyocr(tmp_path_factory.mktemp("easyocr") / "model")


def quiet(done: float) -> None:
    """Progress that nobody looks at."""


@pytest.mark.slow
def test_an_exported_reader_answers_as_torch_does_and_is_found_by_its_script(published: Path) -> None:
    assert reader_for("Привет", Silent()) is None
    export_critic(library(), "easyocr", published, quiet, ("ru", "uk"))
    (critic,) = installed("easyocr")
    assert critic.card.languages == ("ru", "uk")
    assert len(critic.card.labels) == len(CYRILLIC["characters"])
    assert "Ї" in critic.card.labels
    assert "Ў" not in critic.card.labels, "Belarusian was not asked for"
    assert critic.model.licence == "", "these weights are not those that EasyOCR publishes"
    reader = reader_for("Привет, Україна 24", Silent())
    assert reader is not None
    assert reader.id == critic.model.id
    assert reader_for("สวัสดี", Silent()) is None

    chance = torch.Generator().manual_seed(3)
    detector = easyocr.detector_of(easyocr.state(published / "craft_mlt_25k.pth"))
    for shape in ((1, 3, 64, 96), (2, 3, 96, 32)):
        pixels = torch.randn(shape, generator=chance)
        (scores,) = brought(critic, "detector").run(Silent(), {"pixels": pixels.numpy()})
        with torch.no_grad():
            wanted = detector(pixels)[0].numpy()
        np.testing.assert_allclose(scores, wanted, atol=1e-4)
    weights = easyocr.state(published / CYRILLIC["filename"])
    for width in (64, 448):
        line = torch.randn((1, 1, 64, width), generator=chance)
        (scores,) = brought(critic, "recogniser").run(Silent(), {"line": line.numpy()})
        with torch.no_grad():
            wanted = easyocr.recogniser_of(weights, CYRILLIC["characters"], "")(line, None).numpy()
        np.testing.assert_allclose(scores, wanted, atol=1e-4)
    ((text, sure),) = reader.recognise([np.full((40, 200, 3), 230, np.uint8)])
    assert set(squeezed(text)) <= reader.letters
    assert 0 <= sure <= 1


def test_the_first_generation_answers_as_torch_does(published: Path, tmp_path: Path) -> None:
    weights, letters = easyocr.state(published / THAI["filename"]), THAI["characters"]
    network = easyocr.recogniser_of(weights, letters, "")
    lines = torch.rand(2, 1, 64, 128)
    path = tmp_path / "recogniser.onnx"
    assert write(network, lambda line: network(line, None), {"line": lines}, ("scores",), path, (3,)) < 1e-4
    plain = model.Model(1, 32, 16, len(letters) + 1)
    plain.load_state_dict(weights)
    with torch.no_grad():
        np.testing.assert_array_equal(network(lines, None), plain.eval()(lines, None))


def test_scores_are_read_as_easyocr_reads_them() -> None:
    letters = "abcdefgh"
    chance = np.random.default_rng(2)
    for _ in range(20):
        scores = chance.normal(0, 2, (30, len(letters) + 1)).astype(np.float32)
        text, sure = decoded(scores, tuple(letters))
        assert text == CTCLabelConverter(letters).decode_greedy(scores.argmax(axis=1), [30])[0]
        assert 0 < sure < 1
    spoken = tuple(letter if letter in "aceg" else "" for letter in letters)
    assert set(decoded(scores, spoken)[0]) <= set("aceg")


def _maps() -> tuple[Array, Array]:
    """Score maps of two turned words of five letters, a lone letter, and a smudge that is none."""
    letters, links = np.zeros((120, 220), np.float32), np.zeros((120, 220), np.float32)
    for x, y, across, down in ((20, 30, 12, 3), (120, 80, 11, -4)):
        middles = [(x + across * at, y + down * at) for at in range(5)]
        for middle in middles:
            cv2.circle(letters, middle, 5, 0.9, -1)
        for (x0, y0), (x1, y1) in pairwise(middles):
            cv2.line(links, (x0, y0), (x1, y1), 0.8, 3)
    cv2.circle(letters, (190, 20), 7, 1.0, -1)
    cv2.circle(letters, (30, 100), 6, 0.5, -1)
    return cv2.GaussianBlur(letters, (0, 0), 1), links


def test_words_are_found_where_easyocr_finds_them() -> None:
    letters, links = _maps()
    theirs, _, _ = craft_utils.getDetBoxes(letters, links, 0.7, 0.4, 0.4)
    ours = word_quads(letters, links)
    assert len(ours) == len(theirs) == 3
    for quad, wanted in zip(ours, theirs, strict=True):
        np.testing.assert_allclose(sorted(quad.tolist()), sorted(np.asarray(wanted).tolist()), atol=1.5)


class Malicious:
    def __reduce__(self) -> tuple[Any, tuple[str]]:
        return os.mkdir, (str(Path(os.environ["HOME"]) / "was here"),)


def _with_code(folder: Path) -> None:
    torch.save({"weight": Malicious()}, folder / CYRILLIC["filename"])


def _of_another_network(folder: Path) -> None:
    torch.save({"weight": torch.zeros(3)}, folder / CYRILLIC["filename"])


def _of_another_script(folder: Path) -> None:
    (folder / THAI["filename"]).replace(folder / CYRILLIC["filename"])


def _cut_short(folder: Path) -> None:
    path = folder / CYRILLIC["filename"]
    path.write_bytes(path.read_bytes()[:-2000])


@pytest.mark.parametrize(
    ("spoil", "languages", "why"),
    [
        (_with_code, ("ru",), "holds no weights that can be read safely"),
        (_of_another_network, ("ru",), "holds the weights of another network"),
        (_of_another_script, ("ru",), "characters, not the"),
        (_cut_short, ("ru",), "holds no weights that can be read safely"),
        (lambda folder: (folder / "craft_mlt_25k.pth").unlink(), ("ru",), "There is no craft_mlt_25k.pth"),
        (lambda folder: None, ("ru", "th"), "No one reader of EasyOCR's reads ru, th"),
        (lambda folder: None, ("klingon",), "EasyOCR has no reader for klingon"),
        (lambda folder: None, (), "EasyOCR has no reader for no language"),
    ],
    ids=["code", "another network", "another script", "cut short", "no detector", "two scripts", "unknown", "none"],
)
def test_what_cannot_be_exported_is_refused_in_a_sentence(
    published: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spoil: Any, languages: tuple[str, ...], why: str
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    folder = tmp_path / "model"
    folder.mkdir()
    for path in published.iterdir():
        (folder / path.name).hardlink_to(path) if path.name.startswith("craft") else (folder / path.name).write_bytes(
            path.read_bytes()
        )
    spoil(folder)
    with pytest.raises(BadInput, match=why):
        easyocr.export(folder, tmp_path, languages, quiet)
    assert not (tmp_path / "was here").exists()
