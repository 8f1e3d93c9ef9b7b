"""A model's card: what a client asks about the model behind a picture. What is not known is said to be unknown."""

from __future__ import annotations

from typing import Final

from engine.models.model import TITLES, Model
from engine.models.store import Record

UNKNOWN: Final = "unknown"
_ROLES: Final = {
    "checkpoint": "a whole model in one file", "pipeline": "a whole model as a diffusers folder",
    "transformer": "a denoiser alone; it needs the text encoders and the VAE of its family",
}  # fmt: skip


def card(model: Model, record: Record | None) -> dict[str, str]:
    """Names and facts in the order in which they are read."""
    licence = model.licence or UNKNOWN
    return {
        "name": model.name,
        "id": model.id,
        "what it is": _ROLES.get(model.role, model.role),
        "family": TITLES[model.family],
        "parameters": f"{model.parameters:,}",
        "precision": model.precision,
        "size": f"{model.bytes:,} bytes",
        "sha-256": model.sha256 or "not taken yet: plantain models verify",
        "file": model.path,
        "origin": record.origin if record is not None else "a file shared with another program",
        "imported": record.imported if record is not None else "never",
        "licence": licence,
        "licence accepted": record.accepted if record is not None and record.accepted else "not asked for",
    }
