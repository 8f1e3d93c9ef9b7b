"""Weight files: .safetensors and .gguf by their content, never by their name; pickles are refused."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from engine.errors import BadInput
from engine.models import gguf, safetensors
from engine.models.header import Header

PICKLED: Final = (".ckpt", ".pt", ".pth", ".bin", ".pkl", ".pickle")
_PICKLE: Final = (b"PK\x03\x04", b"\x80\x02", b"\x80\x03", b"\x80\x04", b"\x80\x05", b"\x80\x06")


def read(path: Path) -> Header:
    """The header of a weight file. Raises BadInput for pickles, for what is damaged, and for what holds no weights."""
    try:
        with path.open("rb") as file:
            start, size = file.read(8), path.stat().st_size
            refuse_pickle(path, start)
            file.seek(0)
            in_gguf = start.startswith(gguf.MAGIC)
            header = gguf.parse(file, size, path.name) if in_gguf else safetensors.parse(file, size, path.name)
    except FileNotFoundError:
        raise BadInput(f"There is no file {path}.", "Check the name and the folder.") from None
    except OSError as error:
        raise BadInput(f"{path} cannot be read ({error}).", "Check that the disk is connected and the file yours.") from error
    if header is None or not header.tensors:
        raise BadInput(f"“{path.name}” holds no weights that can be read.", "Use .safetensors, .gguf or a diffusers folder.")
    suffix = gguf.SUFFIX if in_gguf else safetensors.SUFFIX
    if path.suffix.lower() != suffix:
        raise BadInput(f"“{path.name}” is a {suffix[1:]} file by another name.", f"Rename it to end in {suffix}.")
    return header


def refuse_pickle(path: Path, start: bytes) -> None:
    """Raises BadInput where name or first bytes are those of a pickle, which can run any program when it is opened."""
    if start.startswith(_PICKLE) or path.suffix.lower() in PICKLED:
        raise BadInput(
            f"“{path.name}” is a pickle, which can run any program when it is opened, so Plantain never opens one.",
            "Take its .safetensors file, or convert it on a spare machine: torch.load(weights_only=True), then save_file.",
        )
