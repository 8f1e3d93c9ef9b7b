"""Models that Plantain knows where to find: what each is good at, what it needs, whose it is, and where its files are."""

from __future__ import annotations

import tomllib
from fnmatch import fnmatchcase
from functools import cache
from importlib.resources import files
from typing import Final, Literal

import msgspec

from engine.errors import BadInput
from engine.models.licences import Licence, Words, licence_of, licences, require
from engine.models.model import Family, Model, Role
from engine.types import Value

PIPELINE: Final = ("model_index.json", "*/*.json", "*/*.txt", "*/*.model", "*/*.jinja", "*/*.safetensors")
"""What is fetched of a diffusers folder."""
BYTES: Final = {"bf16": 2.0, "fp8": 1.0, "q4": 0.56}
"""Bytes a parameter takes; four bits come with the scales of their blocks."""

Precision = Literal["bf16", "fp8", "q4"]


class Entry(Value, frozen=True):
    """A model to be had. `parts`: billions of parameters of each network. `pinned`: SHA-256 by file, known beforehand.
    `size`: bytes of its files, 0 where only the server knows.

    `guidance` None: what its makers set. `native` 0: any size. Without `training_data` its makers have published nothing.
    """

    id: str
    name: str
    family: Family
    origin: str
    licence: str
    card: str
    parts: dict[str, float]
    good_at: Words
    role: Role = "pipeline"
    repository: str = ""
    gated: bool = False
    files: tuple[str, ...] = PIPELINE
    leave_out: tuple[str, ...] = ("*.fp16.*",)
    pinned: dict[str, str] = msgspec.field(default_factory=dict)
    size: int = 0
    steps: int = 0
    guidance: float | None = None
    native: int = 0
    training_data: Words = msgspec.field(default_factory=dict)

    @property
    def terms(self) -> Licence:
        return licences()[self.licence]

    @property
    def parameters(self) -> float:
        """Billions of parameters of the network that draws."""
        return next(iter(self.parts.values()))

    def memory(self, precision: Precision) -> float:
        """GB that all its weights take in this precision."""
        return sum(self.parts.values()) * BYTES[precision]

    @property
    def download(self) -> float:
        """About how many bytes are fetched: weights are published in 16 bits as a rule."""
        return self.size or self.memory("bf16") * 1e9

    def wants(self, path: str) -> bool:
        """Whether this file of the repository belongs to the model."""
        return any(fnmatchcase(path, glob) for glob in self.files) and not any(fnmatchcase(path, g) for g in self.leave_out)


@cache
def catalogue() -> dict[str, Entry]:
    """Every entry by id: first what is free for commercial use."""
    table = tomllib.loads(files("resources").joinpath("models", "catalogue.toml").read_text("utf-8"))
    return {name: msgspec.convert({"id": name, **entry}, Entry) for name, entry in table.items()}


def entry_of(name: str) -> Entry:
    """The entry of that id. Raises BadInput where the catalogue has none."""
    if name not in catalogue():
        raise BadInput(f"The catalogue has no model {name!r}.", f"It has {', '.join(catalogue())}.")
    return catalogue()[name]


def terms_of(model: Model) -> Licence:
    """The licence of a model: as its record names it, else the restricted one that all of its family share, else unknown."""
    if model.licence:
        return licence_of(model.licence)
    family = {entry.licence for entry in catalogue().values() if entry.family == model.family}
    shared = licences()[family.pop()] if len(family) == 1 else licence_of("")
    return shared if shared.restricted else licence_of("")


def consented(model: Model) -> Licence:
    """The licence that a model is used under. Raises BadInput where it restricts the use and has not been accepted."""
    licence = terms_of(model)
    if licence.restricted:
        require(licence, model.id)
    return licence
