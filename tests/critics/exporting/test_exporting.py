"""`export-critic` on tiny networks of the real classes: what comes out answers as torch does, and nothing is left behind."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import cv2
import numpy as np
import pytest

pytest.importorskip("transformers", reason="needs the diffusion extra")

from engine import cli
from engine.cli.options import CRITICS
from engine.critics import preparing
from engine.critics.detector import detections
from engine.critics.exporting import export_critic, writing
from engine.critics.likeness import logits
from engine.critics.onnx import brought
from engine.errors import BadInput, Cancelled
from engine.models import library, onnx
from engine.models.card import card
from engine.models.critic_folder import NETWORKS, Card, CriticKind
from engine.models.critics import Installed, installed
from engine.models.importing import import_model
from engine.trust import offline
from engine.types import Array, Raster
from tests.critics.exporting import folders
from tests.fakes import Silent

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning", "ignore::UserWarning")


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The tiny folder of a kind, made once; read it, never write to it."""
    import torch

    torch.set_num_threads(1)
    made: dict[str, Path] = {}
    base = tmp_path_factory.mktemp("published")
    return lambda kind: made.get(kind) or made.setdefault(kind, getattr(folders, kind)(base / f"tiny-{kind}"))


@pytest.fixture(autouse=True)
def _guard_not_enforced_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(offline, "enforce", lambda: None)


def left() -> list[str]:
    root = library().root
    return sorted(path.name for path in root.iterdir()) if root.exists() else []


def test_dinov2_sees_as_torch_does(published: Callable[[str], Path], capsys: pytest.CaptureFixture[str]) -> None:
    import torch
    from transformers import Dinov2Model

    source = published("dinov2")
    assert cli.main(["models", "export-critic", "dinov2", str(source)]) == 0
    (critic,) = installed("dinov2")
    assert capsys.readouterr().out.startswith(f"{critic.model.id}  critic, dinov2, ")
    assert left() == [critic.model.id]
    said = critic.card
    assert (said.size, said.shorter, said.fit, said.resample) == (28, 32, "crop", "bicubic")
    facts = card(critic.model, library().record(critic.model))
    assert facts["made from"] == "tiny-dinov2"
    assert "off by" in facts["answers as torch does"]
    assert (critic.model.licence, critic.model.precision) == ("apache-2.0", "fp32")

    pixels = np.random.default_rng(1).standard_normal((5, 3, 28, 28)).astype(np.float32)
    (vectors,) = brought(critic, "image").run(Silent(), {"pixels": pixels})
    with torch.no_grad():
        wanted = Dinov2Model.from_pretrained(source).eval()(pixel_values=torch.from_numpy(pixels)).pooler_output.numpy()
    np.testing.assert_allclose(vectors, wanted / np.linalg.norm(wanted, axis=1, keepdims=True), atol=1e-5)


def exported(kind: str, source: Path) -> Installed:
    export_critic(library(), cast(CriticKind, kind), source, lambda _: None)
    (critic,) = installed(cast(CriticKind, kind))
    return critic


def astronaut() -> Array:
    """A photograph, 180 pixels high and 120 wide."""
    from skimage import data

    return np.ascontiguousarray(data.astronaut()[:180, 60:180])


def test_owlv2_finds_what_torch_finds(published: Callable[[str], Path]) -> None:
    import torch
    from transformers import AutoTokenizer, Owlv2ForObjectDetection, Owlv2ImageProcessor

    source, picture = published("owlv2"), astronaut()
    critic = exported("owlv2", source)
    assert (critic.card.size, critic.card.fit, critic.card.std[0]) == (64, "pad", 0.26862954)
    things = {"face": "a face", "suit": "an orange space suit, RED"}
    texts = [f"a photo of a {words}" for words in things.values()]
    read = AutoTokenizer.from_pretrained(source)(
        texts, padding="max_length", max_length=16, truncation=True, return_tensors="pt"
    )
    pixels = Owlv2ImageProcessor.from_pretrained(source)(images=[picture], return_tensors="pt")["pixel_values"]
    with torch.no_grad():
        wanted = Owlv2ForObjectDetection.from_pretrained(source).eval()(pixel_values=pixels, **read)
    ids, mask = preparing.tokens(critic, texts)
    assert (ids.tolist(), mask.tolist()) == (read["input_ids"].tolist(), read["attention_mask"].tolist())
    seen = [preparing.pixels(one, critic.card) for one in (picture, picture[::-1])]
    boxes, vectors, affine, objectness = brought(critic, "image").run(Silent(), {"pixels": np.stack(seen)})
    (asked,) = brought(critic, "text").run(Silent(), {"ids": ids, "mask": mask})
    logits = (vectors[0] @ asked.T + affine[0][:, :1]) * affine[0][:, 1:]
    np.testing.assert_allclose(logits, wanted.logits[0], atol=1e-4)
    np.testing.assert_allclose(boxes[0], wanted.pred_boxes[0], atol=1e-4)
    np.testing.assert_allclose(objectness[0], wanted.objectness_logits[0], rtol=1e-2, atol=1e-3)
    found = detections(critic, Raster(picture), things, Silent())
    assert set(found) == set(things)


@pytest.mark.parametrize("form", ["siglip2", "siglip2_any_shape"])
def test_siglip2_gives_the_probabilities_that_torch_gives(form: str, published: Callable[[str], Path]) -> None:
    import torch
    import transformers

    source, picture = published(form), astronaut()
    critic = exported("siglip2", source)
    texts = ["An orange suit.", "a face, smiling"]
    read = transformers.AutoTokenizer.from_pretrained(source)
    words = read([text.lower() for text in texts], padding="max_length", max_length=64, truncation=True, return_tensors="pt")
    ids, _ = preparing.tokens(critic, texts)
    assert ids.tolist() == words["input_ids"].tolist()
    kind = {"siglip2": "Siglip", "siglip2_any_shape": "Siglip2"}[form]
    side = critic.card.size
    square = picture if form == "siglip2" else cv2.resize(picture, (side, side), interpolation=cv2.INTER_AREA)
    prepared = getattr(transformers, f"{kind}ImageProcessor").from_pretrained(source)(images=[square], return_tensors="pt")
    with torch.no_grad():
        model = getattr(transformers, f"{kind}Model").from_pretrained(source).eval()
        wanted = model(input_ids=words["input_ids"], **prepared).logits_per_image[0]
    np.testing.assert_allclose(logits(critic, square, texts, Silent()), wanted, atol=2e-3)


@pytest.mark.parametrize("kind", ["dinov2", "owlv2", "siglip2"])
def test_pictures_are_made_ready_as_transformers_does_it(kind: str, published: Callable[[str], Path]) -> None:
    from transformers import AutoImageProcessor

    from engine.critics.exporting.published import preparation

    source = published(kind)
    ready = preparation(source) | ({"fit": "pad"} if kind == "owlv2" else {})
    names = {name: f"{name}.onnx" for name in NETWORKS[cast(CriticKind, kind)]}
    said = Card(kind=cast(CriticKind, kind), networks=names, source="", figures={"scale": 1.0, "bias": 0.0}, **ready)
    processor = AutoImageProcessor.from_pretrained(source)
    for picture in (astronaut(), astronaut()[:70, :110], astronaut()[:50, :40]):
        wanted = processor(images=[picture], return_tensors="np")["pixel_values"][0]
        np.testing.assert_allclose(preparing.pixels(picture, said), wanted, atol=0.03)


def test_a_published_folder_that_is_imported_as_it_is_says_how_to_export_it(published: Callable[[str], Path]) -> None:
    with pytest.raises(BadInput, match="plantain models export-critic dinov2 FOLDER"):
        import_model(library(), published("dinov2"), lambda _: None)


def linear() -> tuple[Any, dict[str, Any]]:
    """A module with one large array, and a stack of two inputs for it."""
    import torch

    torch.manual_seed(0)
    return torch.nn.Linear(64, 64), {"numbers": torch.randn(2, 64)}


def test_large_weights_are_kept_in_half_precision_beside_the_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    module, inputs = linear()
    monkeypatch.setattr(writing, "SHARP", 1000)
    monkeypatch.setattr(writing, "LARGE", 1000)
    off = writing.write(module, module, inputs, ("sums",), tmp_path / "sums.onnx")
    assert 1e-6 < off < writing.ROUNDED
    found = onnx.read(tmp_path / "sums.onnx")
    assert (found.beside, found.header.precision) == (("sums.onnx.data",), "fp16")
    assert {tensor.dtype for tensor in found.header.tensors.values()} == {"F16", "F32"}


def test_a_network_that_answers_otherwise_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    module, inputs = linear()
    for name, limit in (("LARGE", 1000), ("SHARP", 1000), ("ROUNDED", 1e-9)):
        monkeypatch.setattr(writing, name, limit)
    with pytest.raises(BadInput, match="“sums” answers otherwise once it is exported"):
        writing.write(module, module, inputs, ("sums",), tmp_path / "sums.onnx")


def test_what_onnx_cannot_say_is_refused_in_a_sentence(tmp_path: Path) -> None:
    module, inputs = linear()
    with pytest.raises(BadInput, match="“sums” cannot be exported to ONNX"):
        writing.write(
            module, lambda numbers: numbers if numbers.sum() > 0 else module(numbers), inputs, ("sums",), tmp_path / "sums.onnx"
        )


def test_an_export_that_is_stopped_leaves_nothing(published: Callable[[str], Path]) -> None:
    def stop(done: float) -> None:
        if done > 0:
            raise Cancelled

    with pytest.raises(Cancelled):
        export_critic(library(), "dinov2", published("dinov2"), stop)
    assert left() == []


def _pickled(folder: Path) -> None:
    (folder / "model.safetensors").rename(folder / "pytorch_model.bin")


def _lacking(folder: Path) -> None:
    from safetensors.numpy import load_file, save_file

    weights = load_file(folder / "model.safetensors")
    save_file(dict(list(weights.items())[1:]), folder / "model.safetensors", {"format": "pt"})


def _said(name: str, old: str, new: str) -> Callable[[Path], None]:
    def edit(folder: Path) -> None:
        path = folder / name
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")

    return edit


@pytest.mark.parametrize(
    ("damage", "why"),
    [
        (_pickled, "is a pickle, which can run any program"),
        (_lacking, "lacks 1 of its weights"),
        (lambda folder: (folder / "modeling.py").write_text("x", "utf-8"), "brings a program of its own, modeling.py"),
        (_said("config.json", "{", '{"auto_map": {"AutoModel": "modeling.Evil"},'), "asks to run code"),
        (_said("config.json", "Dinov2Model", "LlamaModel"), "holds a LlamaModel, not a Dinov2Model"),
        (_said("preprocessor_config.json", '"resample": 3', '"resample": 5'), "wants its pictures is not understood"),
        (lambda folder: (folder / "preprocessor_config.json").unlink(), "preprocessor_config.json"),
        (shutil.rmtree, "config.json"),
    ],
)  # fmt: skip
def test_a_folder_that_cannot_be_trusted_or_used_is_refused(
    damage: Callable[[Path], Any], why: str, published: Callable[[str], Path], tmp_path: Path
) -> None:
    folder = tmp_path / "copy"
    shutil.copytree(published("dinov2"), folder)
    damage(folder)
    with pytest.raises(BadInput) as error:
        export_critic(library(), "dinov2", folder, lambda _: None)
    assert why in str(error.value)
    assert left() == []


def test_the_command_knows_kinds_that_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert set(CRITICS) < set(NETWORKS)
    with pytest.raises(SystemExit) as end:
        cli.main(["models", "export-critic", "oracle", "x"])
    assert end.value.code == 2
    assert "invalid choice: 'oracle'" in capsys.readouterr().err
