"""A CSV of briefs: a header with `prompt`; `name` and the options' names as further columns; empty cells are left out."""

from __future__ import annotations

import argparse
import csv
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

from engine.cli.briefs import brief_of
from engine.cli.options import parser
from engine.errors import BadInput
from engine.types import Brief

COLUMNS = (
    "aspect", "size", "quality", "seed", "renderer", "model", "steps", "guidance", "scheduler", "negative", "reference",
    "brand", "max_rounds", "max_seconds",
)  # fmt: skip


def rows(arguments: argparse.Namespace) -> list[tuple[str, Callable[[], Brief]]]:
    """A file name and a maker of the brief for each row. Raises BadInput where the file is no such table."""
    path = Path(arguments.briefs)
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            table = list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise BadInput(f"{path} cannot be read as CSV ({error}).", "Save it as CSV in UTF-8.") from error
    if not table or "prompt" not in table[0]:
        raise BadInput(f"{path} has no rows under a column “prompt”.", "Give it a header line and one row a picture.")
    unknown = [str(name) for name in table[0] if name not in {"prompt", "name", *COLUMNS}]
    if unknown:
        raise BadInput(f"{path} has columns of no meaning: {', '.join(unknown)}.", f"Use prompt, name, {', '.join(COLUMNS)}.")
    taken: set[str] = set()
    made: list[tuple[str, Callable[[], Brief]]] = []
    for number, row in enumerate(table, 1):
        name = _file_name(row.get("name") or row["prompt"] or "", number, taken)
        made.append((name, partial(_brief, row, arguments, number, path)))
    return made


def _brief(row: dict[str, str], arguments: argparse.Namespace, number: int, path: Path) -> Brief:
    words = ["render", row["prompt"] or "", "-o", "row.png"]
    for column in COLUMNS:
        if cell := (row.get(column) or "").strip():
            words += [f"--{column.replace('_', '-')}={cell}"]
    try:
        options = parser().parse_args(words)
    except SystemExit:
        raise BadInput(f"Row {number} of {path} has a bad cell (see above).", "Correct it.") from None
    over = {name: value for name, value in vars(options).items() if value is not None and name in COLUMNS}
    return brief_of(argparse.Namespace(**(vars(arguments) | over)), row["prompt"] or "")


def _file_name(text: str, number: int, taken: set[str]) -> str:
    stem = re.sub(r"[^\w-]+", "-", text.lower()).strip("-")[:48] or f"picture-{number}"
    name = stem if stem not in taken else f"{stem}-{number}"
    taken.add(name)
    return name
