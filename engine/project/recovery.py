"""Untitled documents, saved as they are worked on, and the ones that a broken-off session left behind."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import platformdirs

from engine.errors import EngineError
from engine.project.document import SUFFIX, Project


def drafts() -> Path:
    """The folder of untitled documents, made if it is not there."""
    folder = Path(platformdirs.user_data_dir("plantain", appauthor=False)) / "drafts"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def untitled(folder: Path) -> Project:
    """A new document in the folder, under the first “Untitled” that is free. Raises BadInput where none can be written."""
    taken = {path.name for path in folder.glob(f"*{SUFFIX}")}
    number = next(n for n in range(1, len(taken) + 2) if f"Untitled {n}{SUFFIX}" not in taken)
    return Project.create(folder / f"Untitled {number}{SUFFIX}")


def recoverable(folder: Path) -> list[Path]:
    """The documents in the folder that hold work and that no window has open, the newest first."""
    found = [path for path in folder.glob(f"*{SUFFIX}") if _holds_work(path)]
    return sorted(found, key=lambda path: path.stat().st_mtime, reverse=True)


def _holds_work(path: Path) -> bool:
    try:
        with closing(Project.open(path)) as project:
            return not project.empty()
    except EngineError:
        return False
