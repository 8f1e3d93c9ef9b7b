"""A model's card: what a client asks about the model behind a picture. What is not known is said to be unknown."""

from __future__ import annotations

from typing import Final

from engine.models.catalogue import Entry, catalogue, terms_of
from engine.models.critic_folder import SEES, card_of
from engine.models.licences import Licence, acceptances
from engine.models.model import TITLES, Model
from engine.models.store import Record

_ROLES: Final = {
    "checkpoint": "a whole model in one file", "pipeline": "a whole model as a diffusers folder",
    "transformer": "a denoiser alone; it needs the text encoders and the VAE of its family",
    "critic": "networks that check pictures; it makes none",
}  # fmt: skip


def card(model: Model, record: Record | None) -> dict[str, str]:
    """Names and facts in the order in which they are read."""
    entry = catalogue().get(record.entry) if record is not None else None
    licence = terms_of(model)
    days = [a.date for a in acceptances() if (a.licence, a.version, a.model) == (licence.id, licence.version, model.id)]
    return {
        "name": entry.name if entry is not None else model.name,
        "id": model.id,
        "what it is": _ROLES.get(model.role, model.role),
        **(_critic_facts(model) if model.role == "critic" else {"family": TITLES[model.family]}),
        "parameters": f"{model.parameters:,}",
        "precision": model.precision,
        "size": f"{model.bytes:,} bytes",
        "sha-256": model.sha256 or "not taken yet: plantain models verify",
        "file": model.path,
        "origin": record.origin if record is not None else "a file shared with another program",
        "imported": record.imported if record is not None else "never",
        "made by": entry.origin if entry is not None else "unknown",
        "training data": entry.training_data.get("en", "not published") if entry is not None else "unknown",
        **licence_facts(licence),
        "licence accepted": days[-1] if days else ("not yet" if licence.restricted else "not asked for"),
    }


def _critic_facts(model: Model) -> dict[str, str]:
    """What a critic sees, what it was made from, and whatever else its card tells. Raises BadInput for a damaged card."""
    said = card_of(model.file)
    languages = {"languages": ", ".join(said.languages)} if said.languages else {}
    return {"kind": said.kind, "sees": SEES[said.kind], "made from": said.source, **languages, **said.facts}


def entry_card(entry: Entry) -> dict[str, str]:
    """The same of a model that is not here, as the catalogue knows it."""
    return {
        "name": entry.name,
        "id": entry.id,
        "good at": entry.good_at["en"],
        "made by": entry.origin,
        "family": TITLES[entry.family],
        "parameters": f"{entry.parameters:g} billion",
        "steps": str(entry.steps or "-"),
        "native size": f"{entry.native} px" if entry.native else "any",
        "memory": f"{entry.memory('bf16'):.1f} GB in 16 bits, {entry.memory('fp8'):.1f} in 8, {entry.memory('q4'):.1f} in 4",
        "training data": entry.training_data.get("en", "not published"),
        "card": entry.card,
        "checksums": "fixed by the catalogue" if entry.pinned else "those its site publishes",
        **licence_facts(entry.terms),
        "get it": f"plantain models download {entry.id}" if entry.repository else "by hand from its page, then import it",
    }


def licence_facts(licence: Licence) -> dict[str, str]:
    """A licence in plain words, its restriction first."""
    restriction = licence.restriction.get("en", "")
    return {
        "licence": f"{licence.name} ({licence.version})" if licence.version else licence.name,
        **({"restriction": restriction} if restriction else {}),
        "use": licence.use["en"],
        "pictures": licence.pictures["en"],
        "passing it on": licence.sharing["en"],
        **({"licence text": licence.url} if licence.url else {}),
    }
