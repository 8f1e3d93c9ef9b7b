"""ONNX headers: operator set, and the weights' types, shapes and places. Read under the limits of `header`.

Source: onnx.proto of the ONNX project and protobuf's wire format. Nothing is built from the file but what is listed here.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from engine.errors import BadInput
from engine.models.header import MAX_RANK, MAX_TENSORS, Header, Tensor, damaged, volume

SUFFIX: Final = ".onnx"
OPSETS: Final = range(11, 26)
"""The operator sets that ONNX Runtime runs as they are meant."""
MAX_NAME: Final = 4_000
MAX_FIELDS: Final = 5_000_000
_TYPES: Final = {
    1: ("F32", 4), 2: ("U8", 1), 3: ("I8", 1), 4: ("U16", 2), 5: ("I16", 2), 6: ("I32", 4), 7: ("I64", 8), 9: ("BOOL", 1),
    10: ("F16", 2), 11: ("F64", 8), 12: ("U32", 4), 13: ("U64", 8), 16: ("BF16", 2),
}  # fmt: skip

Part = tuple[int, int]
"""Where something lies in the file: its first byte and the one after its last."""


@dataclass(frozen=True)
class Network:
    """What an ONNX file says of itself; `beside` names the files that hold weights outside it. Weights within loops and
    branches are not counted."""

    opset: int
    header: Header
    beside: tuple[str, ...]


def read(path: Path) -> Network:
    """Raises BadInput for what is no ONNX file, is damaged, or is of an operator set that ONNX Runtime does not run."""
    try:
        with path.open("rb") as file:
            return _Reader(file, path.name).network((0, path.stat().st_size))
    except FileNotFoundError:
        raise BadInput(f"There is no file {path}.", "Check the name and the folder.") from None
    except OSError as error:
        raise BadInput(f"{path} cannot be read ({error}).", "Check that the disk is connected and the file yours.") from error


class _Reader:
    """Walks through the messages of a file without taking in the weights."""

    def __init__(self, file: io.BufferedReader, name: str) -> None:
        self._file, self._name = file, name
        self._seen = 0

    def network(self, whole: Part) -> Network:
        opset, graph = 0, None
        for number, value in self._fields(whole):
            if number == 7 and isinstance(value, tuple):
                graph = value
            elif number == 8 and isinstance(value, tuple):
                domain, version = "", 0
                for inner, of in self._fields(value):
                    if inner == 1 and isinstance(of, tuple):
                        domain = self._text(of)
                    elif inner == 2 and isinstance(of, int):
                        version = of
                opset = version if domain in ("", "ai.onnx") else opset
        if graph is None or not opset:
            raise BadInput(f"“{self._name}” is no ONNX network.", "Export it again, or take another file.")
        if opset not in OPSETS:
            raise BadInput(
                f"“{self._name}” is of ONNX operator set {opset}; Plantain runs {OPSETS[0]} to {OPSETS[-1]}.",
                "Export it again with one of these.",
            )
        tensors: dict[str, Tensor] = {}
        beside: dict[str, None] = {}
        for number, value in self._fields(graph):
            if number == 5 and isinstance(value, tuple):
                key, tensor, place = self._weights(value)
                tensors[key] = tensor
                beside |= {place: None} if place else {}
                if len(tensors) > MAX_TENSORS:
                    raise damaged(self._name, f"it holds more than {MAX_TENSORS} arrays")
        return Network(opset, Header(tensors), tuple(beside))

    def _weights(self, where: Part) -> tuple[str, Tensor, str]:
        """Name, description and the file beside this one that holds the numbers, "" for this one."""
        shape: list[int] = []
        kind, key, place = 0, "", ""
        for number, value in self._fields(where):
            if number == 1:
                shape += [value] if isinstance(value, int) else self._packed(value)
            elif number == 2 and isinstance(value, int):
                kind = value
            elif number == 8 and isinstance(value, tuple):
                key = self._text(value)
            elif number == 13 and isinstance(value, tuple):
                entry = {inner: self._text(of) for inner, of in self._fields(value) if isinstance(of, tuple)}
                place = entry.get(2, "") if entry.get(1) == "location" else place
        if kind not in _TYPES:
            raise damaged(self._name, f"“{key[:80]}” is of a type that is not known here")
        if Path(place).name != place or "\\" in place:
            raise BadInput(f"“{self._name}” wants weights from {place[:80]}.", "They must lie in the same folder.")
        dtype, size = _TYPES[kind]
        return key, Tensor(dtype, tuple(shape), volume(shape, key, self._name) * size), place

    def _fields(self, where: Part) -> Iterator[tuple[int, int | Part]]:
        """Each field's number with its value: a number, or where its bytes lie."""
        at, end = where
        while at < end:
            tag, at = self._number(at, end)
            field, kind = tag >> 3, tag & 7
            self._seen += 1
            if kind == 0:
                value, at = self._number(at, end)
                yield field, value
                continue
            length = {1: 8, 5: 4}.get(kind, -1)
            if kind == 2:
                length, at = self._number(at, end)
            if not (field and 0 <= length <= end - at and self._seen < MAX_FIELDS):
                raise damaged(self._name, "it is no ONNX file or ends too early")
            yield field, (at, at + length)
            at += length

    def _number(self, at: int, end: int) -> tuple[int, int]:
        """A variable-length number and where the next thing begins."""
        self._file.seek(at)
        value = 0
        for place, byte in enumerate(self._file.read(min(10, end - at))):
            value |= (byte & 127) << 7 * place
            if byte < 128:
                return value, at + place + 1
        raise damaged(self._name, "it is no ONNX file or ends too early")

    def _packed(self, where: Part) -> list[int]:
        at, end = where
        found: list[int] = []
        while at < end and len(found) <= MAX_RANK:
            value, at = self._number(at, end)
            found.append(value)
        return found

    def _text(self, where: Part) -> str:
        start, end = where
        if end - start > MAX_NAME:
            raise damaged(self._name, "a name in it is too long")
        self._file.seek(start)
        return self._file.read(end - start).decode(errors="replace")
