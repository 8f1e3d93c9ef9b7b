"""ONNX files of models: they go with their model, and of many stacks of LoRAs only the last used stay."""

from __future__ import annotations

import os
from pathlib import Path

from engine.models import exports, library
from engine.models.importing import import_model, remove_model
from tests.models.files import safetensors
from tests.models.test_library import SDXL, comfy, quiet


def export(model_id: str, number: int, used: int = 0) -> Path:
    """An export of the model, last used so many seconds after the beginning of time."""
    folder = exports.place(library().root) / f"{model_id}-{number:010x}"
    (folder / "unet-1").mkdir(parents=True)
    (folder / "unet-1" / "model.onnx").write_bytes(b"x" * 100)
    os.utime(folder, (used, used))
    return folder


def test_they_are_weighed_and_go_with_their_model(tmp_path: Path) -> None:
    model = import_model(library(), safetensors(tmp_path / "a.safetensors", SDXL), quiet)
    assert exports.sizes(library().root) == {}
    mine = [export(model.id, number) for number in range(2)]
    other = export(f"{model.id}-{'0' * 12}", 0)
    assert exports.sizes(library().root) == {model.id: 200, f"{model.id}-{'0' * 12}": 100}
    remove_model(library(), model)
    assert not any(folder.exists() for folder in mine)
    assert list(exports.place(library().root).iterdir()) == [other]


def test_they_go_with_the_share_that_their_model_is_in(tmp_path: Path) -> None:
    root = comfy(tmp_path)
    library().share(root)
    shown = [model.id for model in library().models()]
    for model_id in shown:
        export(model_id, 1)
    kept = export("another-123456", 1)
    library().unshare(root)
    assert list(exports.place(library().root).iterdir()) == [kept]


def test_besides_those_in_use_the_last_used_stay() -> None:
    old = [export("sdxl-123456", number, used=number) for number in range(1, 5)]
    other = export("flux-123456", 1)
    used = {old[0], exports.place(library().root) / f"sdxl-123456-{9:010x}"}
    exports.keep_last_used(library().root, used)
    assert {folder for folder in old if folder.exists()} == {old[0], old[2], old[3]}
    assert other.exists()
    exports.keep_last_used(library().root, {old[3]})
    assert {folder for folder in old if folder.exists()} == {old[0], old[2], old[3]}, "the one used a moment ago is not old"
