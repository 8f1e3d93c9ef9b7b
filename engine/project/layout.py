"""How a document lies in its SQLite file: tables, versions, and what is checked before a byte of it is believed."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Sequence
from typing import Final

from engine.codec import from_json, to_json
from engine.errors import BadInput
from engine.types import Brief, Trace, Value

Key = tuple[str, int]

APPLICATION: Final = 0x504C414E  # "PLAN"
VERSION: Final = 2
PAGE: Final = 16384
MAX_ENTRIES: Final = 100_000
MAX_SIZE: Final = 500_000_000

ENTRY: Final = """CREATE TABLE entry (
    kind TEXT NOT NULL, number INTEGER NOT NULL, sha256 TEXT NOT NULL, data BLOB NOT NULL, PRIMARY KEY (kind, number)
) STRICT"""
RASTER: Final = """CREATE TABLE raster (
    sha256 TEXT PRIMARY KEY, size INTEGER NOT NULL, row INTEGER NOT NULL, item INTEGER NOT NULL, data BLOB NOT NULL
) STRICT"""
TABLES: Final[dict[int, tuple[str, ...]]] = {
    1: ("CREATE TABLE part (name TEXT PRIMARY KEY, json TEXT NOT NULL)", RASTER),
    2: (ENTRY, RASTER),
}


def create(connection: sqlite3.Connection) -> None:
    """An empty document in a new file."""
    connection.execute(f"PRAGMA page_size = {PAGE}")
    connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    connection.execute("BEGIN EXCLUSIVE")
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    connection.execute(f"PRAGMA user_version = {VERSION}")
    for table in TABLES[VERSION]:
        connection.execute(table)
    connection.execute("COMMIT")


def check_kind(connection: sqlite3.Connection) -> None:
    """Raises BadInput for the database of another program; nothing in it is touched."""
    if _number(connection, "application_id") != APPLICATION:
        raise BadInput("This is no Plantain document.", "Open a file that ends in .plantain, or a picture.")


def check(connection: sqlite3.Connection) -> int:
    """The version of a document whose file is sound and holds our tables and nothing else. Raises BadInput otherwise."""
    version = _number(connection, "user_version")
    if version > VERSION:
        raise BadInput("This document was made by a newer Plantain.", "Update Plantain to open it.")
    if version not in TABLES or _schema(connection) != _expected(version):
        raise BadInput("This document holds something that Plantain did not put there.", "Open an older copy of it.")
    if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        raise BadInput("This document is damaged.", "Open an older copy of it.")
    return version


def migrate(connection: sqlite3.Connection, version: int) -> None:
    """Bring an older document to the layout of today, inside the transaction that is open."""
    for step in range(version, VERSION):
        MIGRATIONS[step](connection)
        connection.execute(f"PRAGMA user_version = {step + 1}")


def entries(brief: Brief, trace: Trace | None, undo: Sequence[bytes]) -> dict[Key, bytes]:
    """What the document says, without the pixels: the rounds apart, so that a new one leaves the others alone."""
    found = {("brief", 0): _json(brief)} | {("undo", number): step for number, step in enumerate(undo)}
    if trace is not None:
        found["trace", 0] = _json(trace.replace(rounds=()))
        found |= {("round", number): _json(done) for number, done in enumerate(trace.rounds)}
    return found


def write(connection: sqlite3.Connection, wanted: dict[Key, bytes]) -> None:
    """Make the entries those that are wanted, touching only what differs."""
    sums = {key: hashlib.sha256(data).hexdigest() for key, data in wanted.items()}
    stored = {(kind, number): sha256 for kind, number, sha256 in connection.execute("SELECT kind, number, sha256 FROM entry")}
    connection.executemany("DELETE FROM entry WHERE kind = ? AND number = ?", stored.keys() - wanted.keys())
    changed = [(*key, sums[key], data) for key, data in wanted.items() if stored.get(key) != sums[key]]
    connection.executemany("REPLACE INTO entry VALUES (?, ?, ?, ?)", changed)


def read(connection: sqlite3.Connection) -> dict[Key, bytes]:
    """The entries, in order. Raises BadInput where one is not what was written, or where they are absurdly many."""
    number, size = connection.execute("SELECT count(*), coalesce(sum(length(data)), 0) FROM entry").fetchone()
    if number > MAX_ENTRIES or size > MAX_SIZE:
        raise BadInput("This document is larger than Plantain makes any.", "Open an older copy of it.")
    found: dict[Key, bytes] = {}
    for kind, number, sha256, data in connection.execute("SELECT * FROM entry ORDER BY kind, number"):
        if not isinstance(data, bytes) or hashlib.sha256(data).hexdigest() != sha256:
            raise BadInput("This document is damaged.", "Open an older copy of it.")
        found[str(kind), int(number)] = data
    return found


def _json(value: Value) -> bytes:
    try:
        return to_json(value, indent=0).encode()
    except UnicodeEncodeError as error:
        raise BadInput("A text holds half a character, which cannot be stored.", "Type it again.") from error


def _from_1(connection: sqlite3.Connection) -> None:
    """Version 1 kept the brief and the whole trace as one text each, without checksums, and no undo history."""
    parts = {str(name): str(text) for name, text in connection.execute("SELECT name, json FROM part")}
    brief = from_json(Brief, parts["brief"], "The brief in this document") if "brief" in parts else Brief()
    trace = from_json(Trace, parts["trace"], "The trace in this document") if "trace" in parts else None
    connection.execute("DROP TABLE part")
    connection.execute(ENTRY)
    write(connection, entries(brief, trace, ()))


MIGRATIONS: Final[dict[int, Callable[[sqlite3.Connection], None]]] = {1: _from_1}


def _number(connection: sqlite3.Connection, pragma: str) -> int:
    return int(connection.execute(f"PRAGMA {pragma}").fetchone()[0])


def _schema(connection: sqlite3.Connection) -> list[tuple[str, str, str | None]]:
    return connection.execute("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name").fetchall()


def _expected(version: int) -> list[tuple[str, str, str | None]]:
    fresh = sqlite3.connect(":memory:")
    try:
        for table in TABLES[version]:
            fresh.execute(table)
        return _schema(fresh)
    finally:
        fresh.close()
