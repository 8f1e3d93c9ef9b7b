"""The critics of the library: models of the role "critic", by what they see."""

from __future__ import annotations

from contextlib import suppress
from typing import NamedTuple

from engine.errors import BadInput
from engine.models.critic_folder import Card, CriticKind, card_of
from engine.models.model import Model
from engine.models.store import Library, library


class Installed(NamedTuple):
    """A critic of the library with its card, and the SHA-256 of each of its files by name."""

    model: Model
    card: Card
    hashes: dict[str, str]


def installed(kind: CriticKind | None = None, shelf: Library | None = None) -> tuple[Installed, ...]:
    """The library's critics, of a kind or all, by name. Those whose card cannot be read any more are left out."""
    found = []
    for record in (shelf or library()).records():
        if record.model.critic and kind in (None, record.model.critic):
            place = f"{record.model.file.name}/"
            hashes = {stored.path.removeprefix(place): stored.sha256 for stored in record.files}
            with suppress(BadInput):
                found.append(Installed(record.model, card_of(record.model.file), hashes))
    return tuple(sorted(found, key=lambda one: one.model.name.lower()))
