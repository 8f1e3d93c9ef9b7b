"""Models' networks as ONNX files, beside the library. They can be made anew, so they go when their model goes.

<library>/../onnx/<model>-<ten digits>/…      one folder for each precision and each stack of LoRAs that a model is drawn with
"""

from __future__ import annotations

import os
import re
import secrets
import shutil
from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

KEPT: Final = 2
"""The folders of a model that stay besides those in use: each may hold a whole U-Net again, for other LoRAs."""
_NAME: Final = re.compile(r"(.+)-[0-9a-f]{10}")


def place(root: Path) -> Path:
    """Where the exports of the models of the library with that root lie."""
    return root.with_name("onnx")


def sizes(root: Path) -> dict[str, int]:
    """The bytes of each model's exports, by its id."""
    found: dict[str, int] = {}
    for folder, model_id in _folders(root):
        found[model_id] = found.get(model_id, 0) + sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    return found


def forget(root: Path, model_id: str) -> None:
    """Delete the model's exports."""
    for folder, owner in list(_folders(root)):
        if owner == model_id:
            _discard(folder)


def keep_last_used(root: Path, used: Collection[Path]) -> None:
    """Note that these folders are in use now; of the others of their models only those last used stay."""
    for folder in used:
        with suppress(OSError):
            os.utime(folder)
    owners = {match[1] for folder in used if (match := _NAME.fullmatch(folder.name))}
    for owner in owners:
        others = [folder for folder, model_id in _folders(root) if model_id == owner and folder not in used]
        for folder in sorted(others, key=lambda one: one.stat().st_mtime, reverse=True)[KEPT:]:
            _discard(folder)


def _folders(root: Path) -> Iterator[tuple[Path, str]]:
    """Each folder of exports with the id of its model."""
    for folder in place(root).glob("*"):
        if folder.is_dir() and (match := _NAME.fullmatch(folder.name)):
            yield folder, match[1]


def _discard(folder: Path) -> None:
    """Delete it whole; where a program has it open and the system does not allow it, not at all."""
    gone = folder.with_name(f".gone-{secrets.token_hex(4)}")
    with suppress(OSError):
        folder.replace(gone)
    shutil.rmtree(gone, ignore_errors=True)
