"""The `.plantain` document: brief, trace with its pixels, and undo history in one SQLite file.

While it is open, the file is locked against every other process, and released by the operating system however this one
ends. A save is one transaction with a rollback journal, so a document holds the last save whole, or the one before it.
After `close` there is one file and nothing beside it. What is read is believed only after it was checked: the file's
structure, its tables, the checksum of every entry and picture, and every value (engine.codec).
"""

from __future__ import annotations

import os
import re
import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import RLock
from typing import Final, Self
from weakref import WeakValueDictionary

import numpy as np

from engine.codec import V, from_json
from engine.errors import BadInput, EngineFailure
from engine.project import layout, pixels
from engine.project.faults import told
from engine.project.packing import Packed, damaged, pack, unpack
from engine.types import Brief, Raster, Round, Trace

SUFFIX: Final = ".plantain"
MEMORY: Final = 4_000_000_000
MAX_UNDO: Final = 64_000_000
_NAMED = re.compile(rb'"sha256": ?"([0-9a-f]{64})"')


@dataclass(frozen=True)
class Saved:
    """What a document held when it was last saved. A round beyond the memory limit has no pixels (`Raster.stored`)."""

    brief: Brief
    trace: Trace | None
    undo: tuple[bytes, ...]


class Project:
    """An open document. Its methods may be called from any thread; they wait for each other."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection
        self._lock = RLock()
        self._read = WeakValueDictionary[tuple[str, tuple[int, ...], str], Raster]()

    @classmethod
    def create(cls, path: str | Path) -> Self:
        """A new, empty document. Raises BadInput where there is a file already or none can be written."""
        path = Path(path).absolute()
        try:
            path.open("xb").close()
        except FileExistsError:
            raise BadInput(f"There is a file {path} already.", "Choose another name.") from None
        except (OSError, ValueError) as error:
            raise BadInput(f"{path} cannot be written ({error}).", "Choose a folder that you may write to.") from error
        try:
            return cls._connected(path, layout.create)
        except BaseException:
            path.unlink(missing_ok=True)
            raise

    @classmethod
    def open(cls, path: str | Path) -> Self:
        """Lock a document and bring it up to date. Raises BadInput for what is missing, foreign, damaged, newer or open
        elsewhere; EngineFailure where the disk fails or an older one is write-protected."""
        path = Path(path).absolute()
        if not path.is_file():
            raise BadInput(f"{path} is {'a folder' if path.is_dir() else 'not there'}.", "Name a .plantain document.")
        return cls._connected(path, _verified)

    @classmethod
    def _connected(cls, path: Path, begin: Callable[[sqlite3.Connection], None]) -> Self:
        with told(path):
            connection = sqlite3.connect(path, timeout=0.2, isolation_level=None, check_same_thread=False)
            try:
                for setting in ("trusted_schema = OFF", "cell_size_check = ON", "synchronous = EXTRA"):
                    connection.execute(f"PRAGMA {setting}")
                begin(connection)
                connection.execute("PRAGMA query_only = ON")
            except BaseException:
                connection.close()
                raise
            return cls(path, connection)

    def save(self, trace: Trace | None, brief: Brief, undo: Sequence[bytes] = ()) -> None:
        """Make this the document's content; what is stored already is not written again.

        Pixels stay as long as the trace or an undo step names them, so a step that is JSON of a trace (engine.codec) can
        be given its pixels back with `filled`. Of an undo history above 64 MB the oldest steps go. Raises EngineFailure
        where it cannot be written: the last save is then untouched.
        """
        undo = _newest(undo)
        with told(self.path):
            wanted = layout.entries(brief, trace, undo)
        held = tuple(pixels.rasters(trace)) if trace is not None else ()
        named = {raster.sha256 for raster in held}.union(*(map(bytes.decode, _NAMED.findall(step)) for step in undo))
        with self._writing() as connection:
            stored = {sha256 for (sha256,) in connection.execute("SELECT sha256 FROM raster")}
            for sha256, raster in {raster.sha256: raster for raster in held if raster.stored}.items():
                if sha256 not in stored:
                    connection.execute("INSERT INTO raster VALUES (?, ?, ?, ?, ?)", (sha256, *pack(raster.array)))
            connection.executemany("DELETE FROM raster WHERE sha256 = ?", [(gone,) for gone in stored - named])
            layout.write(connection, wanted)

    def load(self) -> Saved:
        """Raises BadInput where anything in the document is not as it was written."""
        with self._lock, told(self.path):
            found = layout.read(self._connection)
            brief = found.get(("brief", 0))
            trace = None
            if head := found.get(("trace", 0)):
                rounds = tuple(_value(Round, data, "A round") for (kind, _), data in found.items() if kind == "round")
                trace = _value(Trace, head, "The trace").replace(rounds=rounds)
                if not 0 <= trace.best < len(rounds):
                    raise BadInput("The trace in this document names a round that is not there.", "Open an older copy of it.")
                trace = self._filled(trace)
            return Saved(
                brief=_value(Brief, brief, "The brief") if brief else Brief(),
                trace=trace,
                undo=tuple(data for (kind, _), data in found.items() if kind == "undo"),
            )

    def filled(self, trace: Trace) -> Trace:
        """A trace read from JSON with the pixels that the document holds, the best and the newest round first.

        Pixels in use already are shared, and no more than 4 GB are in use at once.
        """
        with self._lock, told(self.path):
            return self._filled(trace)

    def empty(self) -> bool:
        """Whether nothing was saved yet."""
        with self._lock, told(self.path):
            return self._connection.execute("SELECT 1 FROM entry").fetchone() is None

    def copy_to(self, path: str | Path) -> None:
        """Write the document under another name, whole or not at all; a file of that name is replaced.

        Raises BadInput where that document is open, EngineFailure where it cannot be written.
        """
        path = Path(path).absolute()
        if path.is_file():
            _check_unlocked(path)
        try:
            with tempfile.TemporaryDirectory(dir=path.parent, prefix=f".{path.name}.") as folder, told(path):
                whole = Path(folder) / "copy"
                with self._unsealed() as connection:
                    connection.execute("VACUUM INTO ?", (str(whole),))
                with whole.open("rb+") as file:
                    os.fsync(file.fileno())
                whole.replace(path)
        except OSError as error:
            raise EngineFailure(f"{path} could not be written ({error}).", "Choose another folder.") from error

    def close(self) -> None:
        """Give the space of what was deleted back, and the lock. A second call does nothing."""
        with self._lock:
            with suppress(sqlite3.Error), self._unsealed() as connection:
                connection.executescript("PRAGMA incremental_vacuum")
            self._connection.close()

    def _filled(self, trace: Trace) -> Trace:
        used = {raster.sha256: raster.array.nbytes for raster in self._read.values()}
        left = MEMORY - sum(used.values())

        def fill(raster: Raster, dtype: type[np.generic]) -> Raster:
            nonlocal left
            key = (raster.sha256, raster.shape, dtype.__name__)
            if (known := self._read.get(key)) is not None:
                return known
            size = int(np.prod(raster.shape, dtype=object)) * np.dtype(dtype).itemsize
            if size > left or (found := self._raster(raster, dtype, size)) is None:
                return raster
            self._read[key] = found
            left -= size
            return found

        return pixels.filled(trace, fill)

    def _raster(self, raster: Raster, dtype: type[np.generic], size: int) -> Raster | None:
        query = "SELECT size, row, item, data FROM raster WHERE sha256 = ? AND length(data) <= ?"
        found = self._connection.execute(query, (raster.sha256, size + size // 100 + 1024)).fetchone()
        return unpack(Packed(*found), raster.sha256, dtype, raster.shape) if found else None

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with told(self.path), self._unsealed() as connection:
            try:
                connection.execute("BEGIN IMMEDIATE")
                yield connection
                connection.execute("COMMIT")
            finally:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")

    @contextmanager
    def _unsealed(self) -> Iterator[sqlite3.Connection]:
        """The connection, with `query_only` off meanwhile."""
        with self._lock:
            self._connection.execute("PRAGMA query_only = OFF")
            try:
                yield self._connection
            finally:
                self._connection.execute("PRAGMA query_only = ON")


def _verified(connection: sqlite3.Connection) -> None:
    layout.check_kind(connection)
    for mode in ("PERSIST", "DELETE"):  # the change takes away a journal that a killed process left
        connection.execute(f"PRAGMA journal_mode = {mode}")
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    connection.execute("BEGIN EXCLUSIVE")
    if (version := layout.check(connection)) < layout.VERSION:
        layout.migrate(connection, version)
    connection.execute("COMMIT")


def _check_unlocked(path: Path) -> None:
    """Raises BadInput where a window has the document at `path` open."""
    with told(path), closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as other:
        try:
            other.execute("BEGIN EXCLUSIVE")
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
                raise


def _newest(undo: Sequence[bytes]) -> tuple[bytes, ...]:
    """The last steps of an undo history that make up no more than a document keeps."""
    size, kept = 0, 0
    for step in reversed(undo):
        size += len(step)
        if size > MAX_UNDO or kept >= layout.MAX_ENTRIES // 2:
            break
        kept += 1
    return tuple(undo[len(undo) - kept :])


def _value(kind: type[V], data: bytes, what: str) -> V:
    try:
        return from_json(kind, data, f"{what} in this document")
    except (KeyError, ArithmeticError) as error:
        raise damaged() from error
