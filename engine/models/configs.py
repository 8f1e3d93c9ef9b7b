"""What a checkpoint in one file leaves out: the configurations of its networks and its tokenizers, as a diffusers folder.

Shipped for Stable Diffusion 1.5 and SDXL, whose only tokenizer is CLIP's. A single file of another family is completed by
a diffusers folder of that family in the library.
"""

from __future__ import annotations

import gzip
import json
import secrets
import shutil
from contextlib import suppress
from functools import cache
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from engine.errors import EngineError
from engine.files import write_text
from engine.models.model import Model
from engine.models.store import Library

EDITION = 1
"""Changes with the content, so that older folders are not used."""


def config_folder(library: Library, model: Model) -> Path | None:
    """A folder for `from_single_file(config=…)` that suits the checkpoint, made once; None for families not shipped.

    For a library that cannot be written to it is made for as long as this process lives.
    """
    source = files("resources").joinpath("models", "configs", f"{model.family}.json")
    if not source.is_file():
        return None
    name = f"{model.family}-{model.channels or 4}-{EDITION}"
    parts: dict[str, dict[str, Any]] = json.loads(source.read_text("utf-8"))
    parts["unet/config.json"]["in_channels"] = model.channels or 4
    try:
        return _made(library.root / ".configs" / name, parts)
    except (OSError, EngineError):
        return _made(Path(_own().name) / name, parts)


@cache
def _own() -> TemporaryDirectory[str]:
    return TemporaryDirectory(prefix="plantain-")


def _made(folder: Path, parts: dict[str, dict[str, Any]]) -> Path:
    if folder.is_dir():
        return folder
    made = folder.with_name(f".{secrets.token_hex(4)}")
    try:
        for name, value in parts.items():
            (made / name).parent.mkdir(parents=True, exist_ok=True)
            write_text(made / name, json.dumps(value, indent=2))
            if name.endswith("tokenizer_config.json"):
                vocabulary, merges = _clip()
                write_text((made / name).with_name("vocab.json"), json.dumps(vocabulary, ensure_ascii=False))
                write_text((made / name).with_name("merges.txt"), merges)
        with suppress(OSError):  # another process was first
            made.replace(folder)
    finally:
        shutil.rmtree(made, ignore_errors=True)
    return folder


def _clip() -> tuple[dict[str, int], str]:
    """CLIP's vocabulary and merges: 256 bytes, the same at the end of a word, what each merge makes, two marks."""
    merges = gzip.decompress(files("resources").joinpath("models", "clip-merges.txt.gz").read_bytes()).decode()
    printable = [*range(33, 127), *range(161, 173), *range(174, 256)]
    letters = [chr(code) for code in printable] + [chr(256 + place) for place in range(256 - len(printable))]
    words = [*letters, *(f"{letter}</w>" for letter in letters), *(line.replace(" ", "") for line in merges.splitlines())]
    words += ["<|startoftext|>", "<|endoftext|>"]
    return {word: number for number, word in enumerate(words)}, f"#version: 0.2\n{merges}"
