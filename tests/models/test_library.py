"""The library: import whole or not at all, find, share, verify, remove."""

from __future__ import annotations

import errno
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from engine.errors import BadInput, Cancelled, EngineFailure
from engine.models import Library, library
from engine.models.importing import PIECE, import_model, remove_model
from engine.models.verify import faults
from tests.models.files import safetensors
from tests.models.test_recognition import FLUX, UNET, VAE, peft, within

SDXL = within("model.diffusion_model.", UNET | {"label_emb.0.0.weight": (8, 8)}) | within("first_stage_model.", VAE)
LARGE = SDXL | {"model.diffusion_model.large.weight": (PIECE // 2, 3)}


def quiet(done: float) -> None:
    assert 0 <= done <= 1


@pytest.fixture
def shelf() -> Library:
    return library()


@pytest.fixture
def other_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is imported lies on another disk, so that it is copied and not linked."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EXDEV, "Invalid cross-device link")

    monkeypatch.setattr(os, "link", refuse)


def left(shelf: Library) -> list[str]:
    return sorted(path.name for path in shelf.root.iterdir()) if shelf.root.exists() else []


def test_an_imported_file_is_found_by_id_name_and_beginning(shelf: Library, tmp_path: Path) -> None:
    assert (shelf.models(), left(shelf)) == ((), [])
    source = safetensors(tmp_path / "Juggernaut XL.safetensors", SDXL)
    made = import_model(shelf, source, quiet, licence="openrail++-m", accepted="2026-11-26")
    assert left(shelf) == [made.id]
    assert shelf.models() == (made,)
    assert made.file.is_file()
    assert made.file.parent == shelf.root / made.id
    assert made.file.read_bytes() == source.read_bytes()
    assert (made.family, made.role, made.shared) == ("sdxl", "checkpoint", False)
    for word in (made.id, "Juggernaut XL", "juggernaut xl", "jugger", str(made.file), str(made.file.parent)):
        assert shelf.find(word) == made
    record = shelf.record(made)
    assert record is not None
    assert (record.origin, record.accepted, record.model.licence) == (str(source), "2026-11-26", "openrail++-m")
    assert [(stored.bytes, stored.sha256) for stored in record.files] == [(made.bytes, made.sha256)]


def test_a_copied_model_is_the_same_as_a_linked_one(
    shelf: Library, tmp_path: Path, tiny: Callable[[str], Path], request: pytest.FixtureRequest
) -> None:
    linked = import_model(shelf, tiny("sd15"), quiet)
    other = Library(tmp_path / "other")
    request.getfixturevalue("other_disk")
    steps: list[float] = []
    copied = import_model(other, tiny("sd15"), steps.append)
    assert copied.sha256 == linked.sha256
    assert steps == sorted(steps)
    assert steps[-1] == pytest.approx(1.0)
    assert faults(other, copied, quiet) == ()


def test_a_folder_s_copy_holds_what_loading_needs_and_nothing_else(
    shelf: Library, tmp_path: Path, tiny: Callable[[str], Path]
) -> None:
    from diffusers import DiffusionPipeline

    folder = tmp_path / "model"
    shutil.copytree(tiny("sdxl"), folder)
    for name in ("unet/diffusion_pytorch_model.bin", "model.ckpt", "picture.png", ".gitattributes"):
        (folder / name).write_bytes(b"x" * 100)
    made = import_model(shelf, folder, quiet)
    names = {path.name for path in made.file.rglob("*") if path.is_file()}
    assert not names & {"diffusion_pytorch_model.bin", "model.ckpt", "picture.png", ".gitattributes"}
    pipeline = DiffusionPipeline.from_pretrained(made.file, local_files_only=True, use_safetensors=True)
    assert type(pipeline).__name__ == made.pipeline


def test_importing_twice_is_one_model_under_any_name(shelf: Library, tmp_path: Path) -> None:
    first = import_model(shelf, safetensors(tmp_path / "a.safetensors", SDXL), quiet)
    assert import_model(shelf, tmp_path / "a.safetensors", quiet) == first
    (tmp_path / "a.safetensors").rename(tmp_path / "b.safetensors")
    assert import_model(shelf, tmp_path / "b.safetensors", quiet) == first
    assert left(shelf) == [first.id]


def test_a_cancelled_import_leaves_nothing(shelf: Library, tmp_path: Path, other_disk: None) -> None:
    def stop(_: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        import_model(shelf, safetensors(tmp_path / "a.safetensors", LARGE), stop)
    assert left(shelf) == []


def test_a_model_that_does_not_fit_is_not_begun(
    shelf: Library, tmp_path: Path, other_disk: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=1_000_000))
    with pytest.raises(BadInput, match="needs 25 MB and the disk of the library has 1 MB free"):
        import_model(shelf, safetensors(tmp_path / "a.safetensors", LARGE), quiet)
    assert left(shelf) == []


_LIMITED = """
import os, resource, sys
from pathlib import Path
from engine import cli
def refuse(*_, **__):
    raise OSError(18, "Invalid cross-device link")
os.link = refuse
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000_000, 20_000_000))
sys.exit(cli.main(["models", "import", sys.argv[1]]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="file sizes cannot be limited there")
def test_a_disk_that_fills_up_is_told_and_leaves_nothing(shelf: Library, tmp_path: Path) -> None:
    source = safetensors(tmp_path / "a.safetensors", LARGE)
    ended = subprocess.run([sys.executable, "-c", _LIMITED, str(source)], capture_output=True, text=True, check=False)
    assert ended.returncode == 3, ended.stderr
    assert "could not be stored" in ended.stderr
    assert "nothing was imported" in ended.stderr
    assert left(shelf) == []


_SLOW = """
import os, sys, time
from pathlib import Path
from engine.models import importing, library
def refuse(*_, **__):
    raise OSError(18, "Invalid cross-device link")
os.link = refuse
def told(done):
    print("copying", flush=True)
    time.sleep(60)
importing.import_model(library(), Path(sys.argv[1]), told)
"""


def test_an_import_that_was_killed_is_swept_away_by_the_next(shelf: Library, tmp_path: Path) -> None:
    source = safetensors(tmp_path / "a.safetensors", LARGE)
    with subprocess.Popen([sys.executable, "-c", _SLOW, str(source)], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "copying\n"
        assert len([name for name in left(shelf) if name.startswith(".import-")]) == 2
        assert shelf.models() == ()
        import_model(shelf, safetensors(tmp_path / "b.safetensors", SDXL), quiet)
        assert len([name for name in left(shelf) if name.startswith(".import-")]) == 2, "a living import was swept away"
        process.kill()
    other = import_model(shelf, safetensors(tmp_path / "c.safetensors", UNET), quiet)
    assert [model.name for model in shelf.models()] == ["b", "c"]
    assert not [name for name in left(shelf) if name.startswith(".")]
    assert shelf.find("c") == other


def test_what_cannot_be_found_names_what_there_is(shelf: Library, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="the library is empty"):
        shelf.find("sdxl")
    one = import_model(shelf, safetensors(tmp_path / "one.safetensors", SDXL), quiet)
    other = import_model(shelf, safetensors(tmp_path / "one more.safetensors", FLUX), quiet)
    with pytest.raises(BadInput, match=f"There are: {one.id}, {other.id}"):
        shelf.find("two")
    with pytest.raises(BadInput, match=f"may be any of {one.id}, {other.id}"):
        shelf.find("on")
    assert shelf.find("one") == one
    for word in ("/no/such/folder", str(tmp_path / "no.safetensors")):
        with pytest.raises(BadInput, match="There is no file or folder"):
            shelf.find(word)
    with pytest.raises(BadInput, match="holds no model"):
        shelf.find(str(tmp_path))


def test_a_model_is_used_where_it_lies(shelf: Library, tiny: Callable[[str], Path]) -> None:
    found = shelf.find(str(tiny("flux")))
    assert (found.shared, found.family, found.path) == (True, "flux", str(tiny("flux")))
    assert (shelf.models(), left(shelf)) == ((), [])


def test_a_damaged_file_is_named(shelf: Library, tmp_path: Path, tiny: Callable[[str], Path]) -> None:
    shutil.copytree(tiny("sd15"), tmp_path / "sd15")
    made = import_model(shelf, tmp_path / "sd15", quiet)
    assert faults(shelf, made, quiet) == ()
    weights = made.file / "vae" / "diffusion_pytorch_model.safetensors"
    raw = bytearray(weights.read_bytes())
    raw[-1] ^= 1
    weights.write_bytes(raw)
    (made.file / "unet" / "config.json").unlink()
    missing, damaged = faults(shelf, made, quiet)
    assert "unet/config.json” of “sd15” is missing" in missing
    assert "vae/diffusion_pytorch_model.safetensors” of “sd15” is damaged" in damaged
    assert "Remove the model and import it again" in damaged


def test_removing_takes_only_our_own_and_only_what_is_not_in_use(shelf: Library, tmp_path: Path) -> None:
    source = safetensors(tmp_path / "a.safetensors", SDXL)
    made = import_model(shelf, source, quiet)
    beside = import_model(shelf, safetensors(tmp_path / "b.safetensors", FLUX), quiet)
    code = "import sys; from engine.models import library; shelf = library()\n" + (
        "with shelf.using(shelf.find('b'), shelf.find('a')):\n    print('in use', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as user:
        assert user.stdout is not None
        assert user.stdout.readline() == "in use\n"
        for one in (made, beside):
            with pytest.raises(BadInput, match="is in use"):
                remove_model(shelf, one)
        user.kill()
    remove_model(shelf, made)
    remove_model(shelf, beside)
    assert left(shelf) == []
    assert source.exists()
    with pytest.raises(BadInput, match="shared with another program"):
        remove_model(shelf, shelf.find(str(source)))
    assert source.exists()


def comfy(root: Path) -> Path:
    """A ComfyUI as it lies on disk, with a second disk named in its list of folders."""
    for name in ("checkpoints", "loras", "vae"):
        (root / "ComfyUI" / "models" / name).mkdir(parents=True)
    (root / "ComfyUI" / "custom_nodes").mkdir()
    models = root / "ComfyUI" / "models"
    safetensors(models / "checkpoints" / "sdxl.safetensors", SDXL)
    safetensors(models / "loras" / "style.safetensors", peft(("transformer.single_transformer_blocks.0.attn.to_q", 8, 8)))
    (models / "checkpoints" / "old.ckpt").write_bytes(b"PK\x03\x04")
    (models / "vae" / "broken.safetensors").write_bytes(b"\x10" + bytes(20))
    safetensors(root / "ComfyUI" / "custom_nodes" / "node.safetensors", UNET)
    (root / "second" / "unet").mkdir(parents=True)
    safetensors(root / "second" / "unet" / "flux.safetensors", FLUX)
    (root / "ComfyUI" / "extra_model_paths.yaml").write_text(
        "second:\n  base_path: ../second\n  unet: |\n    unet\n    nowhere\n  is_default: true\n"
    )
    return root / "ComfyUI"


def test_another_program_s_folder_is_shown_and_never_written(shelf: Library, tmp_path: Path) -> None:
    root = comfy(tmp_path)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    shelf.share(root)
    shelf.share(root)
    models = shelf.models()
    assert [(model.name, model.role, model.family) for model in models] == [
        ("flux", "transformer", "flux"), ("sdxl", "checkpoint", "sdxl"), ("style", "lora", "flux"),
    ]  # fmt: skip
    assert all(model.shared and model.sha256 == "" for model in models)
    why = {Path(path).name: reason for path, reason in shelf.refused().items()}
    assert set(why) == {"old.ckpt", "broken.safetensors"}
    assert "is a pickle" in why["old.ckpt"]
    assert [model.name for model in shelf.image_models()] == ["flux", "sdxl"]
    with pytest.raises(BadInput, match="shared with another program"):
        remove_model(shelf, models[0])
    own = import_model(shelf, models[1].file, quiet)
    assert own.id == models[1].id
    assert [model.shared for model in shelf.models() if model.id == own.id] == [False]
    shelf.unshare(root)
    assert shelf.models() == (own,)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path in before} == before


def test_a_share_that_is_gone_or_cannot_be_read_hides_nothing_else(shelf: Library, tmp_path: Path) -> None:
    own = import_model(shelf, safetensors(tmp_path / "own.safetensors", SDXL), quiet)
    root = comfy(tmp_path)
    shelf.share(root)
    (root / "extra_model_paths.yaml").write_text("a: [")
    assert shelf.models() == (own,)
    assert "cannot be read as YAML" in shelf.refused()[str(root)]
    shutil.rmtree(root)
    assert shelf.models() == (own,)
    assert "is not there" in shelf.refused()[str(root)]


def test_a_shared_file_is_looked_at_again_when_it_changes_and_only_then(
    shelf: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf.share(comfy(tmp_path))
    first = shelf.models()
    with monkeypatch.context() as patch:
        patch.setattr("engine.models.store.describe", lambda *_, **__: pytest.fail("a file was read again"))
        assert shelf.models() == first
    assert faults(shelf, first[0], quiet) == ()
    assert len(shelf.find("flux").sha256) == 64
    assert faults(shelf, shelf.find("flux"), quiet) == ()
    place = first[0].file
    raw, stat = bytearray(place.read_bytes()), place.stat()
    raw[-1] ^= 1
    place.write_bytes(raw)
    os.utime(place, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    (fault,) = faults(shelf, shelf.find("flux"), quiet)
    assert "is not what it was" in fault
    safetensors(place, UNET)
    os.utime(place, ns=(time.time_ns(), time.time_ns() + 10**9))
    assert shelf.find("flux").family == "sd15"


def test_folders_of_a1111_and_invokeai_are_known(shelf: Library, tmp_path: Path) -> None:
    webui, invoke = tmp_path / "webui", tmp_path / "invokeai"
    for folder in (
        webui / "models" / "Stable-diffusion",
        webui / "embeddings",
        webui / "outputs",
        invoke / "elsewhere" / "uuid",
    ):
        folder.mkdir(parents=True)
    safetensors(webui / "models" / "Stable-diffusion" / "a.safetensors", SDXL)
    safetensors(webui / "embeddings" / "e.safetensors", {"emb_params": (2, 768)})
    safetensors(webui / "outputs" / "not.safetensors", FLUX)
    safetensors(invoke / "elsewhere" / "uuid" / "i.safetensors", FLUX)
    (invoke / "invokeai.yaml").write_text("models_dir: elsewhere\n")
    shelf.share(webui)
    shelf.share(invoke)
    assert [model.name for model in shelf.models()] == ["a", "e", "i"]


@pytest.mark.parametrize("text", ["- 1", "a: &a [*a]\n", "a: {base_path: [1], x: 3}", ""])
def test_a_list_of_folders_with_none_in_it_adds_nothing(text: str, shelf: Library, tmp_path: Path) -> None:
    root = comfy(tmp_path)
    (root / "extra_model_paths.yaml").write_text(text)
    shelf.share(root)
    assert [model.name for model in shelf.models()] == ["sdxl", "style"]


@pytest.mark.parametrize("text", ["a: [", "[" * 400, "\x00"])
def test_a_list_of_folders_that_cannot_be_read_is_told(text: str, shelf: Library, tmp_path: Path) -> None:
    root = comfy(tmp_path)
    (root / "extra_model_paths.yaml").write_text(text)
    with pytest.raises(BadInput, match="cannot be read as YAML"):
        shelf.share(root)


def test_a_record_that_was_tampered_with_hides_its_model(shelf: Library, tmp_path: Path) -> None:
    made = import_model(shelf, safetensors(tmp_path / "a.safetensors", SDXL), quiet)
    path = made.file.parent / "record.json"
    record = json.loads(path.read_text())
    record["model"]["path"] = "../../../../etc/passwd"
    path.write_text(json.dumps(record))
    assert shelf.models() == ()
    path.write_text("{")
    assert shelf.models() == ()


def test_a_library_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(EngineFailure, match="could not be stored"):
        import_model(Library(tmp_path / "file"), safetensors(tmp_path / "a.safetensors", SDXL), quiet)
