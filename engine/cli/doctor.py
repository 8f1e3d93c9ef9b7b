"""What this installation has to work with."""

from __future__ import annotations

import os
import platform
import shutil
from functools import cache
from importlib.resources import files
from importlib.util import find_spec

from engine import registry, thresholds
from engine.trust import offline
from engine.types import Brief


def facts() -> dict[str, str | list[str]]:
    """Names and readings, in the order in which a person wants them."""
    offline.enforce()
    parts = registry.parts(Brief())
    kinds = sorted({kind for critic in parts.critics for kind in critic.kinds})
    return {
        "plantain": parts.versions["plantain"],
        "system": f"{platform.system()} {platform.release()} {platform.machine()}, Python {platform.python_version()}",
        "cores": str(os.cpu_count()),
        "nvidia gpu": "found" if shutil.which("nvidia-smi") else "none found",
        "devices": _devices(),
        "renderers": _renderers([renderer.id for renderer in parts.renderers]),
        "planner": parts.planner.id,
        "critics": [critic.id for critic in parts.critics],
        "checked": list(kinds),
        "fixers": [fixer.id for fixer in parts.fixers],
        "ocr": f"rapidocr {parts.versions['rapidocr']} (its own models)" if find_spec("rapidocr") else "missing",
        "fonts": _fonts(),
        "thresholds": f"{files('resources').joinpath('thresholds.toml')}; yours: {_yours()}",
        "offline guard": "on: connections to other machines are refused" if offline.enforced() else "off",
    }


@cache
def _devices() -> list[str]:
    """What the diffusion renderer could compute on; asked once, for it takes a child process some seconds to find out."""
    from engine.renderers.diffusion.devices import report
    from engine.renderers.diffusion.speed import user_file

    return [*report(), f"yours: {user_file()} ({'in use' if user_file().exists() else 'not there'})"]


def _renderers(ready: list[str]) -> list[str]:
    if not registry.hosted():
        return [*ready, f"diffusion (not installed: {registry.EXTRA})"]
    return [*ready, *(f"{one.id} (no model: plantain models import FILE)" for one in registry.hosted() if one.id not in ready)]


def _yours() -> str:
    path = thresholds.user_file()
    return f"{path} ({'in use' if path.exists() else 'not there'})"


def _fonts() -> list[str]:
    from engine.typography.fonts import faces
    from engine.typography.system import folders

    built_in = sorted({face.family for sample in ("A", "ب", "א", "अ", "ก", "永", "한") for face in faces(sample)})
    return [*built_in, *(str(folder) for folder in folders() if folder.is_dir())]
