"""Licences of models in plain words, and which of them the user has accepted, with the date and the version of the text."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Literal

import msgspec
import platformdirs

from engine.codec import from_json, to_json
from engine.errors import BadInput
from engine.files import write_text
from engine.types import Value

Words = dict[str, str]
"""The same sentence by language: "en" always, "de" and "ja"."""


class Licence(Value, frozen=True):
    """What a licence allows. `commercial` is "yes" within the uses it forbids to everybody; `names` is how cards write it."""

    id: str
    name: str
    version: str
    url: str
    commercial: Literal["yes", "limited", "no", "unknown"]
    use: Words
    pictures: Words
    sharing: Words
    restriction: Words = msgspec.field(default_factory=dict)
    names: tuple[str, ...] = ()

    @property
    def restricted(self) -> bool:
        """Whether the text itself forbids uses that others allow; of "unknown" nobody can say."""
        return self.commercial in {"limited", "no"}

    @property
    def terms(self) -> str:
        """What a trace and an exported picture say of the licence: name, version, restriction, where the text is.

        Of one that is not known, no more than that.
        """
        name = f"{self.name} ({self.version})." if self.version else f"{self.name}."
        said = "" if self.commercial == "unknown" else self.restriction.get("en") or self.use["en"]
        return " ".join(part for part in (name, said, self.url) if part)


class Acceptance(Value, frozen=True):
    """That the user accepted the text of that version for a model, on that day (ISO 8601)."""

    licence: str
    version: str
    model: str
    date: str


class _Accepted(Value, frozen=True):
    accepted: tuple[Acceptance, ...] = ()


@cache
def licences() -> dict[str, Licence]:
    """Every licence we know, by id."""
    table = tomllib.loads(files("resources").joinpath("models", "licences.toml").read_text("utf-8"))
    return {name: msgspec.convert({"id": name, **entry}, Licence) for name, entry in table.items()}


def licence_of(text: str) -> Licence:
    """The licence that a card or a file's metadata names; "unknown" where it is none that we know."""
    wanted = text.strip().lower()
    known = licences()
    return known.get(wanted) or next((one for one in known.values() if wanted in one.names), known["unknown"])


def register() -> Path:
    """The file in which acceptances are kept."""
    return Path(platformdirs.user_data_dir("plantain", appauthor=False)) / "licences.json"


def acceptances() -> tuple[Acceptance, ...]:
    """What was accepted, the latest last. Raises BadInput where the file is damaged."""
    path = register()
    return from_json(_Accepted, path.read_bytes(), str(path)).accepted if path.exists() else ()


def accepted(licence: Licence, model: str) -> bool:
    """Whether the present version of the text was accepted for this model."""
    return any((a.licence, a.version, a.model) == (licence.id, licence.version, model) for a in acceptances())


def accept(licence: Licence, model: str) -> None:
    """Record that the user accepts the licence for this model from today on."""
    if not accepted(licence, model):
        path = register()
        path.parent.mkdir(parents=True, exist_ok=True)
        new = Acceptance(licence=licence.id, version=licence.version, model=model, date=date.today().isoformat())
        write_text(path, to_json(_Accepted(accepted=(*acceptances(), new))) + "\n")


def require(licence: Licence, model: str) -> None:
    """Raises BadInput, which says what the licence restricts, unless it was accepted for this model."""
    if not accepted(licence, model):
        said = licence.restriction.get("en") or licence.use["en"]
        raise BadInput(
            f"The {licence.name} of {model} has not been accepted. {said}",
            f"Read it with `plantain models card {model}` and accept it with `plantain models accept {model}`.",
        )
