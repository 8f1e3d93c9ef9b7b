"""From the catalogue into the library: downloaded, recognised, recorded with the licence that was accepted."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from engine.models.download import Download
from engine.models.importing import Progress, import_model
from engine.models.licences import accept
from engine.models.model import Model
from engine.models.store import Library


def staging(library: Library) -> Path:
    """Where downloads lie until they are whole: on the disk of the library, which then takes them in without a copy."""
    return library.root / ".downloads"


def fetch(download: Download, library: Library, progress: Progress) -> Model:
    """Run the download and take in what it brings; `progress` hears 0..1 of the second. Raises what both of them raise."""
    entry = download.entry
    model = import_model(
        library,
        download.run(),
        progress,
        origin=entry.card,
        entry=entry.id,
        licence=entry.licence,
        accepted=date.today().isoformat(),
    )
    accept(entry.terms, model.id)
    download.discard()
    return model
