"""The catalogue tells everything and hides no restriction; what was accepted is kept, with the version of the text."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from engine.errors import BadInput
from engine.models.catalogue import catalogue, consented, entry_of, terms_of
from engine.models.licences import accept, acceptances, accepted, licence_of, licences, require
from engine.models.model import FAMILIES, Family, Model

LANGUAGES = {"en", "de", "ja"}
RESTRICTED = {
    "flux1-dev", "flux1-kontext-dev", "flux2-dev", "flux2-klein-9b", "flux3-klein", "qwen-image-2.1", "ideogram-4",
    "krea-2-turbo", "sd35-large", "sd35-medium", "sdxl-turbo",
}  # fmt: skip


@pytest.mark.parametrize("name", list(catalogue()))
def test_an_entry_tells_what_it_needs_and_whose_it_is(name: str) -> None:
    entry = catalogue()[name]
    assert entry.family in FAMILIES
    assert entry.origin
    assert entry.card.startswith("https://")
    assert set(entry.good_at) == LANGUAGES
    assert set(entry.training_data) in (set(), LANGUAGES)
    assert entry.memory("bf16") > entry.memory("fp8") > entry.memory("q4") > 0
    assert entry.download > 1e7
    assert entry.role == "upscaler" or (entry.steps > 0 and entry.native > 0)
    assert all(re.fullmatch(r"[0-9a-f]{64}", digest) for digest in entry.pinned.values())
    assert all(entry.wants(path) for path in entry.pinned)


@pytest.mark.parametrize("name", list(licences()))
def test_a_licence_that_restricts_names_its_restriction(name: str) -> None:
    licence = licences()[name]
    for words in (licence.use, licence.pictures, licence.sharing):
        assert set(words) == LANGUAGES
    assert set(licence.restriction) == (set() if licence.commercial == "yes" else LANGUAGES)
    assert licence.restricted == (licence.commercial in {"limited", "no"})
    assert not licence.restricted or licence.restriction["en"] in licence.terms
    assert licence.url in licence.terms


def test_what_is_known_to_be_restricted_is_told_so() -> None:
    assert {name for name, entry in catalogue().items() if entry.terms.restricted} == RESTRICTED
    assert all(entry.terms.id != "unknown" for entry in catalogue().values())


def test_what_is_fetched_of_a_pipeline() -> None:
    entry = entry_of("flux1-schnell")
    for path in ("model_index.json", "transformer/config.json", "transformer/a-00001-of-00003.safetensors", "tokenizer/m.txt"):
        assert entry.wants(path), path
    for path in ("flux1-schnell.safetensors", "ae.safetensors", "README.md", "vae/a.fp16.safetensors", "unet/a.bin", "x.py"):
        assert not entry.wants(path), path
    with pytest.raises(BadInput, match="no model 'flux9'"):
        entry_of("flux9")


@pytest.mark.parametrize(
    ("text", "known"),
    [("Apache-2.0", "apache-2.0"), ("openrail++", "openrail-plus-plus"), ("other", "unknown"), ("my own", "unknown")],
)
def test_cards_are_understood(text: str, known: str) -> None:
    assert licence_of(text).id == known


def test_an_acceptance_is_kept_with_date_and_version(own_data: Path) -> None:
    licence = licences()["flux-1-dev-non-commercial"]
    with pytest.raises(BadInput, match="Not for commercial use"):
        require(licence, "flux1-dev")
    accept(licence, "flux1-dev")
    accept(licence, "flux1-dev")
    require(licence, "flux1-dev")
    assert not accepted(licence, "flux1-kontext-dev")
    (only,) = json.loads((own_data / "licences.json").read_text())["accepted"]
    assert (only["licence"], only["version"], only["model"]) == (licence.id, "1.1.1", "flux1-dev")
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", only["date"])


def test_another_version_of_the_text_is_asked_for_anew() -> None:
    licence = licences()["stabilityai-community"]
    accept(licence, "sd35-large")
    assert not accepted(licence.replace(version="6 July 2031"), "sd35-large")


def test_a_damaged_register_is_told(own_data: Path) -> None:
    (own_data / "licences.json").write_text('{"accepted": [{"licence": 3}]}')
    with pytest.raises(BadInput, match=r"licences\.json"):
        acceptances()


MODEL = Model(
    id="mine-1a2b3c", name="mine", path="mine", role="checkpoint", family="sdxl", layout="file", precision="fp16",
    parameters=1, bytes=2,
)  # fmt: skip


@pytest.mark.parametrize(
    ("family", "said", "licence"),
    [
        ("sdxl", "", "unknown"),
        ("sdxl", "openrail++", "openrail-plus-plus"),
        ("ideogram4", "", "ideogram-non-commercial"),
        ("z-image", "", "unknown"),
        ("flux", "", "unknown"),
        ("flux", "flux-1-dev-non-commercial", "flux-1-dev-non-commercial"),
    ],
)
def test_a_model_of_the_users_own_is_free_only_where_something_says_so(family: Family, said: str, licence: str) -> None:
    assert terms_of(MODEL.replace(family=family, licence=said)).id == licence


def test_a_restricted_model_is_used_after_its_licence_was_accepted() -> None:
    assert consented(MODEL).terms == "Licence not known."
    restricted = MODEL.replace(family="krea2")
    with pytest.raises(BadInput, match="below US"):
        consented(restricted)
    accept(terms_of(restricted), restricted.id)
    assert consented(restricted).id == "krea-2-community"
