"""Files of text and bytes that are written whole or not at all."""

from __future__ import annotations

import io
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from engine.errors import BadInput, EngineFailure


def check_writable(path: Path) -> None:
    """Raises BadInput unless a file can be written at `path`."""
    if path.is_dir():
        raise BadInput(f"{path} is a folder.", "Name a file in it.")
    if not path.parent.is_dir():
        raise BadInput(f"There is no folder {path.parent}.", "Make it first or choose another.")
    if not os.access(path.parent, os.W_OK) or (path.exists() and not os.access(path, os.W_OK)):
        raise BadInput(f"{path} cannot be written.", "Choose a folder that you may write to.")


def write_text(path: str | Path, text: str) -> None:
    """Save UTF-8 text, whole or not at all. Raises BadInput where the path cannot be written."""
    path = Path(path)
    check_writable(path)
    write_whole(path, lambda file: file.write(text.encode()))


def write_whole(path: Path, save: Callable[[io.BufferedRandom], object]) -> None:
    """Write beside the target, flush to the disk, and swap: a reader sees the old file or the new one, never half of one.

    Raises EngineFailure where the disk is full or the file cannot be replaced; the old file is then untouched.
    """
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    try:
        with os.fdopen(handle, "w+b") as file:
            save(file)
            file.flush()
            os.fsync(file.fileno())
        umask = os.umask(0)
        os.umask(umask)
        Path(name).chmod(0o666 & ~umask)
        Path(name).replace(path)
    except OSError as error:
        raise EngineFailure(f"{path} could not be written ({error}).", "Free some space or choose another folder.") from error
    finally:
        Path(name).unlink(missing_ok=True)


def sized(size: int) -> str:
    """So many bytes as a person reads them: "6.9 GB", "33.5 MB"."""
    return f"{size / 1e9:.1f} GB" if size >= 1e8 else f"{size / 1e6:.1f} MB"
