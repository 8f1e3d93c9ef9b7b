"""Models into the library, whole or not at all, and out of it again.

A model is copied into a hidden folder (hard links where the disk is the same), flushed to the disk with its record, and
becomes visible by one rename. What a killed import leaves behind is swept away by the next one.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from engine.codec import to_json
from engine.errors import BadInput, EngineFailure
from engine.models import exports, lock
from engine.models.describe import describe, slug
from engine.models.model import Model
from engine.models.store import RECORD, Library, Record, Stored

PIECE: Final = 8 << 20

Progress = Callable[[float], None]
"""Hears 0..1; may raise Cancelled to stop."""


def import_model(
    library: Library,
    source: Path,
    progress: Progress,
    *,
    origin: str = "",
    entry: str = "",
    licence: str = "",
    accepted: str = "",
) -> Model:
    """The model at `source`, as one of the library's own, with these words in its record (`Record`). What is there already
    is not stored twice.

    Raises BadInput for what is no model or does not fit on the disk, EngineFailure where the disk fails; the library is
    then as it was.
    """
    model, root, files = describe(source)
    whole = model.bytes
    try:
        if (twin := next((record for record in library.records() if record.model.id == model.id), None)) is not None:
            digests = [digest for _, digest, _ in hashed(root, files, whole, progress)]
            if digests == [stored.sha256 for stored in twin.files]:
                return twin.model
        library.root.mkdir(parents=True, exist_ok=True)
        with staging(library.root) as folder:
            place = folder / (slug(model.name) + (Path(files[0]).suffix.lower() if model.layout != "folder" else ""))
            links = _links(root / files[0], library.root)
            if not links:
                _check_space(library.root, whole, model)
            stored: list[Stored] = []
            done = 0
            for file in files:
                target = place / file if model.layout == "folder" else place
                target.parent.mkdir(parents=True, exist_ok=True)
                digest, size = _taken(root / file, target, links, lambda read: progress(min(1.0, read / whole)), done)
                stored.append(Stored(path=target.relative_to(folder).as_posix(), bytes=size, sha256=digest))
                done += size
            sha256 = stored[0].sha256 if model.layout != "folder" else folder_hash(stored, place.name)
            if (same := next((known for known in library.records() if known.model.sha256 == sha256), None)) is not None:
                return same.model
            taken = (library.root / model.id).exists()
            kept = model.replace(
                id=f"{slug(model.name)}-{sha256[:12]}" if taken else model.id,
                path=place.name,
                bytes=done,
                sha256=sha256,
                licence=licence or model.licence,
                shared=False,
            )
            record = Record(
                model=kept,
                files=tuple(stored),
                imported=datetime.now(UTC).date().isoformat(),
                origin=origin or str(source.absolute()),
                entry=entry,
                accepted=accepted,
            )
            _written(folder / RECORD, to_json(record).encode())
            target = library.root / kept.id
            folder.replace(target)
            _flush_folder(library.root)
    except OSError as error:
        raise EngineFailure(
            f"“{model.name}” could not be stored ({error.strerror or error}).",
            "Free some space or choose another folder with PLANTAIN_MODELS; nothing was imported.",
        ) from error
    return kept.replace(path=str(target / place.name))


def remove_model(library: Library, model: Model) -> None:
    """Delete a model of the library's own, and its exports. Raises BadInput for a shared one, and for one that is in use."""
    if model.shared or library.record(model) is None:
        raise BadInput(
            f"“{model.name}” is shared with another program and stays where it is.",
            "Delete it there, or stop sharing its folder: plantain models remove FOLDER.",
        )
    if library.in_use(model):
        raise BadInput(f"“{model.name}” is in use.", "Let the render end, or close the window that uses it, then try again.")
    gone = library.root / f".gone-{secrets.token_hex(4)}"
    try:
        (library.root / model.id).replace(gone)
    except OSError as error:
        raise EngineFailure(f"“{model.name}” could not be removed ({error.strerror}).", "Close what has it open.") from error
    shutil.rmtree(gone, ignore_errors=True)
    exports.forget(library.root, model.id)


def folder_hash(files: list[Stored] | tuple[Stored, ...], place: str) -> str:
    """SHA-256 of the list of a folder's files: hash, two spaces and path on each line, sorted by path."""
    lines = sorted((stored.path.removeprefix(f"{place}/"), stored.sha256) for stored in files)
    return hashlib.sha256("".join(f"{digest}  {path}\n" for path, digest in lines).encode()).hexdigest()


def file_hash(path: Path, told: Callable[[int], None], start: int = 0) -> tuple[str, int]:
    """SHA-256 and size of a file; `told` hears the bytes read so far, counted from `start`."""
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            digest.update(piece)
            size += len(piece)
            told(start + size)
    return digest.hexdigest(), size


def hashed(root: Path, files: Iterable[Path], whole: int, progress: Progress) -> Iterator[tuple[Path, str, int]]:
    """Each file with its hash and size."""
    done = 0
    for file in files:
        digest, size = file_hash(root / file, lambda read: progress(min(1.0, read / whole)), done)
        done += size
        yield file, digest, size


@contextmanager
def staging(root: Path) -> Iterator[Path]:
    """A hidden folder that is gone afterwards, unless it was renamed; those of imports that were killed go too."""
    for left in root.glob(".import-*.lock"):
        if not lock.is_held(left):
            shutil.rmtree(left.with_suffix(""), ignore_errors=True)
    for left in root.glob(".gone-*"):
        shutil.rmtree(left, ignore_errors=True)
    folder = root / f".import-{secrets.token_hex(4)}"
    with lock.held(folder.with_suffix(".lock")):
        folder.mkdir()
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def _links(source: Path, root: Path) -> bool:
    """Whether a file can be in the library by a hard link to where it lies: on the same disk, not in another's cache."""
    probe = root / f".link-{secrets.token_hex(4)}"
    try:
        os.link(source.resolve(), probe)
    except (OSError, NotImplementedError):
        return False
    probe.unlink()
    return True


def _check_space(root: Path, needed: int, model: Model) -> None:
    free = shutil.disk_usage(root).free
    if needed + PIECE > free:
        raise BadInput(
            f"“{model.name}” needs {needed / 1e6:,.0f} MB and the disk of the library has {free / 1e6:,.0f} MB free.",
            "Free some space, or choose another folder with PLANTAIN_MODELS.",
        )


def _taken(source: Path, target: Path, links: bool, told: Callable[[int], None], start: int) -> tuple[str, int]:
    """Link or copy a file and hash it on the way."""
    if links:
        with suppress(OSError):
            os.link(source.resolve(), target)
            return file_hash(target, told, start)
    digest, size = hashlib.sha256(), 0
    with source.open("rb") as file, target.open("xb") as copy:
        while piece := file.read(PIECE):
            copy.write(piece)
            digest.update(piece)
            size += len(piece)
            told(start + size)
        copy.flush()
        os.fsync(copy.fileno())
    return digest.hexdigest(), size


def _written(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
