"""What the user has chosen once and for all: a TOML file for each subject, in the configuration folder."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TypeVar

import msgspec
import platformdirs

from engine.errors import BadInput
from engine.files import write_text

Choices = TypeVar("Choices")


def place(subject: str) -> Path:
    return Path(platformdirs.user_config_dir("plantain", appauthor=False)) / f"{subject}.toml"


def read(path: Path, kind: type[Choices]) -> Choices:
    """The choices; the usual ones where there is no file. Raises BadInput where it has an unknown name or value."""
    try:
        return msgspec.convert(tomllib.loads(path.read_text("utf-8")), kind)
    except FileNotFoundError:
        return kind()
    except (OSError, ValueError) as error:
        raise BadInput(f"The file {path} cannot be used ({error}).", "Correct or delete it.") from error


def keep(path: Path, toml: str) -> None:
    """Write the choices, whole or not at all. Raises BadInput where they cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadInput(f"{path} cannot be written ({error.strerror}).", "Choose a folder that you may write to.") from error
    write_text(path, toml)
