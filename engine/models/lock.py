"""A file locked while a process works with what it stands for; the operating system frees it however the process ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Make the file and hold its lock. Raises OSError where another holds it."""
    handle = _taken(path)
    try:
        yield
    finally:
        os.close(handle)
        path.unlink(missing_ok=True)


def _taken(path: Path) -> int:
    """The locked file, which is still there: `is_held` may remove one between its making and its locking."""
    while True:
        handle = os.open(path, os.O_CREAT | os.O_RDWR)
        try:
            _take(handle)
            if path.exists() and os.path.samestat(os.fstat(handle), path.stat()):
                return handle
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)


def is_held(path: Path) -> bool:
    """Whether another holds the lock; one that nobody holds is removed."""
    try:
        handle = os.open(path, os.O_RDWR)
    except FileNotFoundError:
        return False
    try:
        _take(handle)
    except OSError:
        return True
    else:
        with suppress(PermissionError):
            path.unlink(missing_ok=True)
        return False
    finally:
        os.close(handle)
