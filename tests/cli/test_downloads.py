"""`plantain models download` and `accept`: the licence first, then the file, from a real server on this machine."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.cli import main
from engine.models import library
from engine.models.catalogue import Entry, catalogue
from engine.models.licences import acceptances
from tests.desktop.models import lora
from tests.models.server import Site, serving

ENTRY = Entry(
    id="test-lora", name="Test LoRA", family="sdxl", role="lora", origin="nobody", licence="krea-2-community",
    card="https://example.org", repository="maker/model", files=("style.safetensors",), parts={"lora": 0.01},
    good_at={"en": "tests"},
)  # fmt: skip


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.setattr("engine.cli.downloads.entry_of", {ENTRY.id: ENTRY}.__getitem__)
    content = lora(tmp_path / "style.safetensors").read_bytes()
    with serving(Site({"style.safetensors": content}, card={"license": "other", "license_name": "krea-2-license"})) as here:
        yield here


def test_the_licence_is_shown_and_must_be_accepted(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["models", "download", ENTRY.id, "--mirror", site.address]
    assert main(words) == 2
    told = capsys.readouterr()
    assert "Commercial use only below US$ 1 million" in told.err
    assert "plantain models accept test-lora" in told.err
    assert (told.out, site.asked) == ("", [])
    assert main([*words, "--accept"]) == 0
    (model,) = library().models()
    assert capsys.readouterr().out.split() == [model.id, model.path]
    assert {a.model for a in acceptances()} == {ENTRY.id, model.id}
    assert main(["models", "card", model.id, "--json"]) == 0
    facts = json.loads(capsys.readouterr().out)
    assert facts["restriction"].startswith("Commercial use only below")
    assert facts["licence accepted"] == acceptances()[-1].date
    assert facts["origin"] == ENTRY.card


def test_a_token_from_the_environment_is_shown(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.token = "secret"
    words = ["models", "download", ENTRY.id, "--mirror", site.address, "--accept"]
    assert main(words) == 2
    monkeypatch.setenv("HF_TOKEN", "secret")
    assert main(words) == 0


def test_the_catalogue_is_listed_and_hides_no_restriction(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["models", "list", "--catalogue"]) == 0
    rows = capsys.readouterr().out.splitlines()
    for row, entry in zip(rows, catalogue().values(), strict=True):
        assert row.startswith(entry.id)
        assert row.endswith(entry.terms.restriction.get("en", "Free for commercial use."))
    assert main(["models", "card", "ideogram-4"]) == 0
    assert "Not for anything that earns money" in capsys.readouterr().out


def test_what_cannot_be_fetched_or_accepted_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["models", "download", "ideogram-4", "--accept"]) == 2
    assert "by hand from https://github.com/ideogram-oss/ideogram4" in capsys.readouterr().err
    assert acceptances() == ()
    assert main(["models", "download", "nonsense"]) == 2
    assert main(["models", "import", str(lora(tmp_path / "mine.safetensors"))]) == 0
    (model,) = library().models()
    assert main(["models", "accept", model.id]) == 2
    assert "Nothing says what licence" in capsys.readouterr().err
    assert main(["models", "accept", "flux1-dev"]) == 0
    assert [a.model for a in acceptances()] == ["flux1-dev"]
