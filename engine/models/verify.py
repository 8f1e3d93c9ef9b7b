"""Whether the files of a model are still what they were: every byte is read and hashed."""

from __future__ import annotations

from pathlib import Path

from engine.errors import BadInput
from engine.models.describe import describe
from engine.models.importing import Progress, folder_hash, hashed
from engine.models.model import Model
from engine.models.store import Library, Stored

AGAIN = "Remove the model and import it again."


def faults(library: Library, model: Model, progress: Progress) -> tuple[str, ...]:
    """A sentence for each file that is damaged or missing, and what to do; none where all is well.

    A shared model has no record: its headers are checked, and its hash is kept the first time and compared afterwards.
    """
    record = library.record(model)
    if record is None:
        return _shared(library, model, progress)
    entry = Path(record.model.path).parent
    there = [stored for stored in record.files if (entry / stored.path).is_file()]
    gone = [f"“{stored.path}” of “{model.name}” is missing. {AGAIN}" for stored in record.files if stored not in there]
    found = hashed(entry, [Path(stored.path) for stored in there], max(1, model.bytes), progress)
    wrong = [
        f"“{stored.path}” of “{model.name}” is damaged. {AGAIN}"
        for stored, (_, digest, size) in zip(there, found, strict=True)
        if (digest, size) != (stored.sha256, stored.bytes)
    ]
    return (*gone, *wrong)


def _shared(library: Library, model: Model, progress: Progress) -> tuple[str, ...]:
    try:
        _, root, files = describe(Path(model.path), shared=True)
    except BadInput as error:
        return (str(error),)
    stored = [
        Stored(path=file.as_posix(), bytes=size, sha256=digest)
        for file, digest, size in hashed(root, files, max(1, model.bytes), progress)
    ]
    sha256 = folder_hash(stored, "") if model.layout == "folder" else stored[0].sha256
    if model.sha256 and model.sha256 != sha256:
        return (f"“{model.path}” is not what it was when it was last verified. Fetch it again where it came from.",)
    library.remember(model.replace(sha256=sha256))
    return ()
