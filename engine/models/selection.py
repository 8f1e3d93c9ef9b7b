"""What of a repository is fetched: the files of the model, if they are what the catalogue promises and safe to store."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Final

from engine.errors import BadInput
from engine.models.catalogue import Entry
from engine.models.hub import Listing
from engine.models.licences import licence_of

SUFFIXES: Final = {".safetensors", ".gguf", ".json", ".txt", ".model", ".jinja"}


def selected(entry: Entry, listing: Listing) -> Listing:
    """The files that belong to the model. Raises BadInput where they are not what the catalogue promises."""
    said, expected = listing.licence.strip().lower(), entry.terms
    other = said not in {expected.id, *expected.names}
    if said and other and (licence_of(said).id != "unknown" or not expected.restricted):
        raise BadInput(
            f"{entry.name} is now under “{listing.licence}”, not under the {expected.name} that the catalogue tells of.",
            f"Read its card at {entry.card}; if you agree, download it by hand and import it.",
        )
    wanted = tuple(file for file in listing.files if entry.wants(file.path))
    missing = [path for path in entry.pinned if all(file.path != path for file in wanted)]
    if not wanted or missing:
        raise BadInput(
            f"{listing.repository} does not hold {', '.join(missing) or 'the files of ' + entry.name}.", f"See {entry.card}."
        )
    for file in wanted:
        path = PurePosixPath(file.path)
        if path.is_absolute() or ".." in path.parts or set(file.path) & set('\\:*?"<>|') or path.suffix not in SUFFIXES:
            raise BadInput(f"{listing.repository} names a file {file.path!r}.", "Nothing was fetched; do not trust it.")
        if not (file.sha256 or file.git):
            raise BadInput(f"No checksum is published for {file.path}.", "Use another mirror.")
        if file.path in entry.pinned and file.sha256 != entry.pinned[file.path]:
            raise BadInput(
                f"What is published as {file.path} is not the file that the catalogue knows: its SHA-256 is another.",
                f"Nothing was fetched. See {entry.card}.",
            )
    return listing.replace(files=wanted)
