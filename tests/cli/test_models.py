"""`plantain models …` from a terminal: exit codes, what it says, and what lies on the disk afterwards."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from engine import cli
from engine.models import library
from engine.trust import offline
from tests.models.files import safetensors
from tests.models.test_library import SDXL, comfy
from tests.models.test_recognition import FLUX


@pytest.fixture(autouse=True)
def _guard_not_enforced_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """The guard cannot be undone and would outlive the test; its own test runs it for real."""
    monkeypatch.setattr(offline, "enforce", lambda: None)


def models(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    try:
        code = cli.main(("models", *words))
    except SystemExit as end:
        code = int(end.code or 0)
    said = capsys.readouterr()
    return code, said.out, said.err


def test_import_list_card_verify_remove(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert models(capsys, "list") == (
        0,
        "No models yet. Import one: plantain models import FILE, or share a folder of ComfyUI, A1111 or InvokeAI: --share.\n",
        "",
    )
    source = safetensors(tmp_path / "Studio Look.safetensors", SDXL)
    code, out, err = models(capsys, "import", str(source))
    assert (code, err) == (0, "")
    (made,) = library().models()
    assert out.startswith(f"{made.id}  checkpoint, SDXL, ")
    code, out, _ = models(capsys, "list", "--json")
    (listed,) = json.loads(out)
    assert code == 0
    assert {
        "id": made.id,
        "family": "sdxl",
        "role": "checkpoint",
        "precision": "fp16",
        "sha256": made.sha256,
    }.items() <= listed.items()
    code, out, _ = models(capsys, "list")
    assert made.id in out
    code, out, _ = models(capsys, "card", "studio", "--json")
    facts = json.loads(out)
    assert code == 0
    assert (facts["sha-256"], facts["origin"], facts["family"]) == (made.sha256, str(source), "SDXL")
    assert (facts["made by"], facts["training data"]) == ("unknown", "unknown")
    assert "unknown" in facts["licence"].lower() or "not known" in facts["licence"].lower()
    assert models(capsys, "verify")[:2] == (0, f"{made.id}  as it was\n")
    made.file.write_bytes(made.file.read_bytes()[:-1] + b"\x01")
    code, out, _ = models(capsys, "verify", made.id)
    assert code == 1
    assert "is damaged. Remove the model and import it again." in out
    assert models(capsys, "remove", "Studio Look") == (0, f"{made.id} was removed.\n", "")
    assert library().models() == ()


def test_a_shared_folder_comes_and_goes_untouched(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = comfy(tmp_path)
    code, out, _ = models(capsys, "import", "--share", str(root))
    assert (code, out) == (0, f"{root} is shared: 3 models; its files stay where they are.\n")
    code, out, err = models(capsys, "list")
    assert [line.split()[-1] for line in out.splitlines()] == ["shared"] * 3
    assert "2 shared files cannot be used" in err
    code, out, err = models(capsys, "remove", "sdxl")
    assert code == 2
    assert "shared with another program and stays where it is" in err
    code, out, _ = models(capsys, "verify")
    assert "old.ckpt" in out
    assert "is a pickle" in out
    assert models(capsys, "remove", str(root))[0] == 0
    assert library().models() == ()
    assert (root / "models" / "checkpoints" / "sdxl.safetensors").exists()


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("import", "no-such-file"), "There is no file or folder no-such-file."),
        (("import", "{}/old.ckpt"), "is a pickle, which can run any program"),
        (("import", "{}/broken.safetensors"), "bytes are missing"),
        (("import", "--share", "{}/empty"), "holds no models"),
        (("card", "nothing"), "the library is empty"),
        (("remove", "nothing"), "the library is empty"),
        ((), "the following arguments are required"),
    ],
)
def test_bad_words_end_with_2_and_change_nothing(
    words: tuple[str, ...], why: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "old.ckpt").write_bytes(b"\x80\x02}")
    whole = safetensors(tmp_path / "whole.safetensors", FLUX)
    (tmp_path / "broken.safetensors").write_bytes(whole.read_bytes()[:-10])
    code, out, err = models(capsys, *(word.format(tmp_path) for word in words))
    assert (code, out) == (2, "")
    assert err.startswith("plantain: ")
    assert err.count("\n") == 1
    assert why in err
    assert library().models() == ()
