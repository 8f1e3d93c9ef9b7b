"""The model folders of other programs, read only: what lies in them, and where they say that more lies."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from engine.errors import BadInput

MAX_YAML: Final = 1_000_000
PATHS_FILE: Final = "extra_model_paths.yaml"
_SKIPPED: Final = frozenset(("custom_nodes", "node_modules", "venv", "site-packages", "__pycache__", "blobs"))
_PICKLES: Final = (".ckpt", ".pt", ".pth")


def model_folders(share: Path) -> list[Path]:
    """Where models lie for a share: the folders of ComfyUI, A1111 or InvokeAI if it is one of them, those that an
    extra_model_paths.yaml names, else the folder itself."""
    if share.suffix == ".yaml":
        return _listed(share)
    models = share / "models"
    if not models.is_dir():
        models_dir = _read_yaml(share / "invokeai.yaml").get("models_dir")
        return [share / models_dir] if isinstance(models_dir, str) else [share, *_listed(share / PATHS_FILE)]
    found = [models, share / "embeddings", *_listed(share / PATHS_FILE)]
    return [folder for folder in found if folder.is_dir()]


def candidates(folder: Path) -> Iterator[Path]:
    """Files and folders below `folder` that look like models, links followed, in a stable order."""
    seen: set[Path] = set()
    for base, folders, files in os.walk(folder, followlinks=True):
        here = Path(base)
        place = here.resolve()
        if place in seen:
            folders.clear()
            continue
        seen.add(place)
        if "model_index.json" in files or ("config.json" in files and any(name.endswith(".safetensors") for name in files)):
            folders.clear()
            yield here
            continue
        folders[:] = sorted(name for name in folders if name not in _SKIPPED and not name.startswith("."))
        for name in sorted(files):
            if name.lower().endswith((".safetensors", ".gguf", *_PICKLES)):
                yield here / name


def _listed(path: Path) -> list[Path]:
    """The folders that an extra_model_paths.yaml names, as ComfyUI reads it: relative to base_path, several on lines."""
    found: list[Path] = []
    for section in _read_yaml(path).values():
        if not isinstance(section, dict):
            continue
        base = path.parent / _expanded(section.get("base_path"))
        for key, value in section.items():
            if key not in ("base_path", "is_default", "custom_nodes") and isinstance(value, str):
                found += [base / _expanded(line) for line in value.splitlines() if line.strip()]
    return [folder for folder in dict.fromkeys(found) if folder.is_dir()]


def _expanded(text: Any) -> str:
    return os.path.expandvars(Path(text.strip()).expanduser()) if isinstance(text, str) else ""


def _read_yaml(path: Path) -> dict[Any, Any]:
    if not path.is_file():
        return {}
    import yaml

    try:
        if path.stat().st_size > MAX_YAML:
            raise BadInput(f"{path} is too long to be a list of folders.", "Name the folders themselves.")
        value = yaml.safe_load(path.read_bytes())
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError, ValueError) as error:
        raise BadInput(f"{path} cannot be read as YAML.", "Correct it in the program it belongs to.") from error
    return value if isinstance(value, dict) else {}
