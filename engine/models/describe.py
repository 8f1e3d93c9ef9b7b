"""A file or folder as a `Model`, told by its content alone."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Final, NamedTuple

from engine.errors import BadInput
from engine.models import critic_folder, folder, gguf, onnx, weights
from engine.models.header import Header, precision
from engine.models.licences import licence_of
from engine.models.model import Layout, Model
from engine.models.nature import nature

_SAMPLES: Final = 16
_SAMPLE: Final = 4096
_LICENCE: Final = re.compile(r"^license: *[\"']?([\w.+-]+)", re.MULTILINE)
_NAMED: Final = re.compile(r"^license_name: *[\"']?([\w.+-]+)", re.MULTILINE)


class Description(NamedTuple):
    """A model, the folder its files lie in, and those that loading needs, relative to it."""

    model: Model
    root: Path
    files: tuple[Path, ...]


def describe(path: Path, *, shared: bool = False) -> Description:
    """Raises BadInput for whatever is no model, damaged, or must not be loaded. Reads headers and samples, not the weights."""
    path = path.absolute()
    if path.suffix.lower() == onnx.SUFFIX or (path / critic_folder.CARD).is_file():
        return _critic(path, shared)
    if not path.is_dir():
        return _file(path, shared)
    if not any((path / name).is_file() for name in ("model_index.json", "config.json")):
        alone = [inside for inside in sorted(path.iterdir()) if inside.suffix in (".safetensors", ".gguf")]
        if len(alone) == 1:
            return _file(alone[0], shared)
    return _folder(path, shared)


def _file(path: Path, shared: bool) -> Description:
    header = weights.read(path)
    kind = nature(header)
    if kind is None:
        raise BadInput(f"“{path.name}” holds weights of no kind that Plantain knows.", "Use a model of a listed family.")
    with path.open("rb") as file:
        layout: Layout = "gguf" if file.read(4) == gguf.MAGIC else "file"
    size = path.stat().st_size
    mark = hashlib.sha256(_sample(path, header.size))
    model = Model(
        id=_id(path.stem, mark.hexdigest()),
        name=path.stem,
        path=str(path),
        role=kind.role,
        family=kind.family,
        layout=layout,
        precision=header.precision,
        parameters=header.parameters,
        bytes=size,
        channels=kind.channels,
        licence=_licence(header.metadata.get("modelspec.license", "")),
        shared=shared,
    )
    return Description(model, path.parent, (Path(path.name),))


def _folder(path: Path, shared: bool) -> Description:
    found = folder.read(path)
    mark = hashlib.sha256()
    for file in sorted(found.files):
        header = found.headers.get(file.as_posix())
        mark.update(file.as_posix().encode())
        mark.update(_sample(path / file, header.size) if header else (path / file).read_bytes())
    name = folder_name(path)
    model = Model(
        id=_id(name, mark.hexdigest()),
        name=name,
        path=str(path),
        role=found.role,
        family=found.family,
        layout="folder",
        precision=_folder_precision(found.headers),
        parameters=sum(header.parameters for header in found.headers.values()),
        bytes=sum((path / file).stat().st_size for file in found.files),
        pipeline=found.pipeline,
        channels=found.channels,
        licence=_licence(licence_said(path / "README.md")),
        variant=found.variant,
        shared=shared,
    )
    return Description(model, path, tuple(found.files))


def _critic(path: Path, shared: bool) -> Description:
    """A critic's folder, or the one in which its network lies."""
    root, name = (path, path.name) if path.is_dir() else (path.parent, path.stem)
    found = critic_folder.read(root)
    mark = hashlib.sha256()
    for file in found.files:
        mark.update(file.name.encode() + _sample(root / file, 0))
    model = Model(
        id=_id(name, mark.hexdigest()),
        name=name,
        path=str(root),
        role="critic",
        family="unknown",
        layout="folder",
        precision=found.header.precision,
        parameters=found.header.parameters,
        bytes=sum((root / file).stat().st_size for file in found.files),
        licence=_licence(found.card.licence),
        critic=found.card.kind,
        shared=shared,
    )
    return Description(model, root, found.files)


def _sample(path: Path, header: int) -> bytes:
    """The size, the header and a few pieces of a file: enough to tell one set of weights from another."""
    size = path.stat().st_size
    with path.open("rb") as file:
        pieces = [size.to_bytes(8, "little"), file.read(header)]
        for piece in range(_SAMPLES):
            file.seek(header + (size - header) * piece // _SAMPLES)
            pieces.append(file.read(_SAMPLE))
    return b"".join(pieces)


def _folder_precision(headers: dict[str, Header]) -> str:
    """The precision of the denoiser, of all weights where there is none."""
    denoiser = {
        key: tensor
        for file, header in headers.items()
        if file.startswith(("unet/", "transformer/"))
        for key, tensor in header.tensors.items()
    }
    everything = {f"{file}/{key}": tensor for file, header in headers.items() for key, tensor in header.tensors.items()}
    return precision(denoiser or everything)


def folder_name(path: Path) -> str:
    """The folder's name; in a cache of the Hub (models--owner--name/snapshots/…) the model's."""
    if path.parent.name == "snapshots" and path.parent.parent.name.startswith("models--"):
        return path.parent.parent.name.rpartition("--")[2]
    return path.name


def _licence(words: str) -> str:
    """The id of the licence that a model names itself, "unknown" for one that is not known here, "" where it names none."""
    return licence_of(words).id if words else ""


def licence_said(readme: Path) -> str:
    """The licence in the head of a model card as the Hub has them."""
    if not readme.is_file():
        return ""
    with readme.open(encoding="utf-8", errors="replace") as file:
        head = file.read(20_000)
    named = _NAMED.search(head) or _LICENCE.search(head) if head.startswith("---") else None
    return named[1] if named else ""


def _id(name: str, mark: str) -> str:
    """Short, and the same for the same weights under the same name."""
    return f"{slug(name)}-{mark[:6]}"


def slug(name: str) -> str:
    """The name as letters and digits between single hyphens, 40 at most."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:40].strip("-") or "model"
