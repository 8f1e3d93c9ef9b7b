"""The one table of thresholds: `resources/thresholds.toml`, overridden entry by entry by the user's own copy."""

import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path

from engine.choices import place
from engine.errors import BadInput


def user_file() -> Path:
    return place("thresholds")


@cache
def threshold(kind: str, name: str) -> float:
    """The limit for one kind of requirement, e.g. ("colour", "exact"). Raises KeyError where the table has none."""
    return _table()[kind][name]


@cache
def _table() -> dict[str, dict[str, float]]:
    table: dict[str, dict[str, float]] = tomllib.loads(files("resources").joinpath("thresholds.toml").read_text("utf-8"))
    path = user_file()
    if not path.exists():
        return table
    try:
        own = tomllib.loads(path.read_text("utf-8"))
        for kind, entries in own.items():
            for name, value in entries.items():
                if name not in table[kind]:
                    raise KeyError(f"{kind}.{name}")
                table[kind][name] = float(value)
    except (OSError, tomllib.TOMLDecodeError, KeyError, ValueError, TypeError, AttributeError) as error:
        raise BadInput(f"The thresholds file {path} cannot be used ({error}).", "Correct or delete it.") from error
    return table


def reread() -> None:
    """Forget the table, so that the next look reads the user's file as it is now."""
    threshold.cache_clear()
    _table.cache_clear()
