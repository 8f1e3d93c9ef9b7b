"""The fonts installed on this computer, for scripts that the built-in ones lack. Their coverage is read once and kept."""

from __future__ import annotations

import json
import os
import struct
import sys
from functools import cache
from pathlib import Path
from typing import Any

import platformdirs

_ENDINGS = {".ttf", ".otf", ".ttc", ".otc"}
_LARGEST = 128 * 1024 * 1024


def installed(needed: frozenset[int], weight: int) -> tuple[Path, int] | None:
    """File and index of an installed font that has all of these code points, the one nearest in weight; None without one."""
    found = [
        (abs(record["weight"] - weight) + (1000 if record["italic"] else 0), path, record["index"])
        for path, records in _index().items()
        for record in records
        if all(any(first <= code <= last for first, last in record["ranges"]) for code in needed)
    ]
    return (Path(min(found)[1]), min(found)[2]) if found else None


def folders() -> list[Path]:
    """Where this platform keeps fonts."""
    home = Path.home()
    if sys.platform == "win32":
        return [
            Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts",
            Path(os.environ.get("LOCALAPPDATA", home / "AppData/Local")) / "Microsoft/Windows/Fonts",
        ]
    if sys.platform == "darwin":
        return [Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library/Fonts"]
    return [Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), home / ".local/share/fonts", home / ".fonts"]


@cache
def _index() -> dict[str, list[dict[str, Any]]]:
    store = Path(platformdirs.user_cache_dir("plantain", appauthor=False)) / "fonts.json"
    try:
        known = json.loads(store.read_text("utf-8"))
    except (OSError, ValueError):
        known = {}
    index = {}
    for folder in folders():
        for path in sorted(folder.rglob("*")) if folder.is_dir() else []:
            if path.suffix.lower() not in _ENDINGS:
                continue
            try:
                stat = path.stat()
            except OSError:
                continue
            key = f"{path}|{stat.st_mtime_ns}|{stat.st_size}"
            index[key] = known[key] if key in known else _read(path, stat.st_size)
    if index.keys() != known.keys():
        try:
            store.parent.mkdir(parents=True, exist_ok=True)
            store.write_text(json.dumps(index), "utf-8")
        except OSError:
            pass  # a cache that cannot be kept is made again next time
    return {key.rsplit("|", 2)[0]: records for key, records in index.items()}


def _read(path: Path, size: int) -> list[dict[str, Any]]:
    """Weight, slope and covered ranges of each font in the file; none where it is broken or has no outlines."""
    from fontTools.ttLib import TTFont, TTLibError

    if size > _LARGEST:
        return []
    records: list[dict[str, Any]] = []
    try:
        number, fonts = 0, 1
        while number < fonts:
            with path.open("rb") as file:
                font = TTFont(file, fontNumber=number, lazy=True)
                fonts = getattr(font.reader, "numFonts", 1)
                codes = font.getBestCmap() if "glyf" in font or "CFF " in font or "CFF2" in font else None
                if codes:
                    kind = {"index": number, "weight": font["OS/2"].usWeightClass, "italic": bool(font["OS/2"].fsSelection & 1)}
                    records.append({**kind, "ranges": _ranges(sorted(codes))})
            number += 1
    except (OSError, TTLibError, ValueError, KeyError, IndexError, AttributeError, AssertionError, EOFError, struct.error):
        return []
    return records


def _ranges(codes: list[int]) -> list[tuple[int, int]]:
    ranges: list[tuple[int, int]] = []
    for code in codes:
        if ranges and code == ranges[-1][1] + 1:
            ranges[-1] = (ranges[-1][0], code)
        else:
            ranges.append((code, code))
    return ranges
