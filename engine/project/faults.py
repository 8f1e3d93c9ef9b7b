"""What SQLite reports, told so that a person knows what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from engine.errors import BadInput, EngineError, EngineFailure


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turns SQLite's errors on the document at `path` into BadInput or EngineFailure, and names it in ours."""
    try:
        yield
    except sqlite3.ProgrammingError:
        raise
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise _named(path, error) from error
    except EngineError as error:
        raise type(error)(f"“{path.name}”: {error.happened}", error.to_do) from error


def _named(path: Path, error: Exception) -> EngineError:
    name = f"“{path.name}”"
    match getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return BadInput(f"{name} is open in another window.", "Close it there first, or open a copy.")
        case sqlite3.SQLITE_NOTADB:
            return BadInput(f"{name} is no Plantain document.", "Open a file that ends in .plantain, or a picture.")
        case sqlite3.SQLITE_FULL:
            to_do = "Free some space and save again; what was saved before is safe."
            return EngineFailure(f"The disk is full, so {name} could not be saved.", to_do)
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM | sqlite3.SQLITE_AUTH:
            to_do = "Save it under another name or in another folder."
            return EngineFailure(f"{name} is write-protected, or its folder is.", to_do)
        case sqlite3.SQLITE_IOERR:
            to_do = "Check that the disk is connected and has space, then save again; what was saved before is safe."
            return EngineFailure(f"{name} could not be read or written ({error}).", to_do)
    return BadInput(f"{name} is damaged.", "Open an older copy of it.")
