"""GGUF headers, versions 2 and 3, little-endian: counts, typed metadata, tensor places. Read under the limits of `header`.

Source: the GGUF specification of ggml; block sizes are ggml's.
"""

from __future__ import annotations

import io
import struct
from typing import Final

from engine.models.header import MAX_HEADER, MAX_TENSORS, Header, Tensor, check_spans, damaged, volume

MAGIC: Final = b"GGUF"
SUFFIX: Final = ".gguf"
MAX_KEYS: Final = 100_000
MAX_NAME: Final = 1_000
# Type: (name, numbers in a block, bytes of a block).
BLOCKS: Final = {
    0: ("F32", 1, 4), 1: ("F16", 1, 2), 30: ("BF16", 1, 2), 28: ("F64", 1, 8),
    24: ("I8", 1, 1), 25: ("I16", 1, 2), 26: ("I32", 1, 4), 27: ("I64", 1, 8),
    2: ("Q4_0", 32, 18), 3: ("Q4_1", 32, 20), 6: ("Q5_0", 32, 22), 7: ("Q5_1", 32, 24),
    8: ("Q8_0", 32, 34), 9: ("Q8_1", 32, 40),
    10: ("Q2_K", 256, 84), 11: ("Q3_K", 256, 110), 12: ("Q4_K", 256, 144), 13: ("Q5_K", 256, 176), 14: ("Q6_K", 256, 210),
    15: ("Q8_K", 256, 292), 16: ("IQ2_XXS", 256, 66), 17: ("IQ2_XS", 256, 74), 18: ("IQ3_XXS", 256, 98), 19: ("IQ1_S", 256, 50),
    20: ("IQ4_NL", 32, 18), 21: ("IQ3_S", 256, 110), 22: ("IQ2_S", 256, 82), 23: ("IQ4_XS", 256, 136), 29: ("IQ1_M", 256, 56),
    34: ("TQ1_0", 256, 54), 35: ("TQ2_0", 256, 66), 39: ("MXFP4", 32, 17), 40: ("NVFP4", 64, 36), 41: ("Q1_0", 128, 18),
}  # fmt: skip
_STRING, _ARRAY = 8, 9
_SCALARS: Final = {0: "B", 1: "b", 2: "H", 3: "h", 4: "I", 5: "i", 6: "f", 7: "?", 10: "Q", 11: "q", 12: "d"}


def parse(file: io.BufferedReader, size: int, name: str) -> Header:
    """The header of the GGUF file of `size` bytes open at its start. Raises BadInput where anything is amiss."""
    reader = _Reader(file, min(size, MAX_HEADER), name)
    if reader.take(4) != MAGIC or reader.number("I") not in (2, 3):
        raise damaged(name, "it is of no GGUF version that is known")
    count, keys = int(reader.number("Q")), int(reader.number("Q"))
    if count > MAX_TENSORS or keys > MAX_KEYS:
        raise damaged(name, f"it claims {count} arrays and {keys} entries")
    metadata = {}
    for _ in range(keys):
        key = reader.text(MAX_NAME)
        if key in metadata:
            raise damaged(name, f"“{key[:80]}” occurs twice")
        metadata[key] = reader.value()
    tensors: dict[str, Tensor] = {}
    starts: list[int] = []
    for _ in range(count):
        key, tensor, start = _tensor(reader, name)
        if key in tensors:
            raise damaged(name, f"“{key[:80]}” occurs twice")
        tensors[key] = tensor
        starts.append(start)
    alignment = metadata.get("general.alignment", "32")
    step = int(alignment) if alignment.isdecimal() else 0
    if not (1 <= step <= 65_536 and step & (step - 1) == 0) or any(start % step for start in starts):
        raise damaged(name, "its arrays are not aligned")
    spans = [(start, start + tensor.bytes) for start, tensor in zip(starts, tensors.values(), strict=True)]
    begin = -(-reader.taken // step) * step
    check_spans(spans, max(0, size - begin), name, gap=step)
    return Header(tensors, metadata, reader.taken)


def _tensor(reader: _Reader, name: str) -> tuple[str, Tensor, int]:
    key = reader.text(MAX_NAME)
    rank = int(reader.number("I"))
    if rank > 8:
        raise damaged(name, f"the shape of “{key[:80]}” is impossible")
    shape = tuple(int(reader.number("Q")) for _ in range(rank))[::-1]
    kind, start = int(reader.number("I")), int(reader.number("Q"))
    if kind not in BLOCKS:
        raise damaged(name, f"“{key[:80]}” is of a type that is not known here")
    dtype, numbers, block = BLOCKS[kind]
    if shape and shape[-1] % numbers:
        raise damaged(name, f"the shape of “{key[:80]}” does not fit its type")
    return key, Tensor(dtype, shape, volume(shape, key, name) // numbers * block), start


class _Reader:
    """Takes bytes from a file, never more than `limit` in all."""

    def __init__(self, file: io.BufferedReader, limit: int, name: str) -> None:
        self._file = file
        self._limit = limit
        self._name = name
        self.taken = 0

    def take(self, count: int) -> bytes:
        if count > self._limit - self.taken:
            raise damaged(self._name, "it ends inside its header")
        data = self._file.read(count)
        if len(data) < count:
            raise damaged(self._name, "it ends inside its header")
        self.taken += count
        return data

    def number(self, code: str) -> int | float | bool:
        layout = struct.Struct(f"<{code}")
        value: int | float | bool = layout.unpack(self.take(layout.size))[0]
        return value

    def text(self, longest: int) -> str:
        length = int(self.number("Q"))
        if length > longest:
            raise damaged(self._name, "a name in it is too long")
        return self.take(length).decode(errors="replace")

    def value(self) -> str:
        """A value as text; of an array only the length is kept."""
        kind = int(self.number("I"))
        if kind == _STRING:
            return self.text(MAX_HEADER)
        if kind in _SCALARS:
            return str(self.number(_SCALARS[kind]))
        if kind != _ARRAY:
            raise damaged(self._name, "it holds metadata of a type that is not known")
        of, count = int(self.number("I")), int(self.number("Q"))
        if of in _SCALARS:
            self.take(count * struct.calcsize(f"<{_SCALARS[of]}"))
        elif of == _STRING:
            for _ in range(count):
                self.text(MAX_HEADER)
        else:
            raise damaged(self._name, "it holds metadata of a type that is not known")
        return f"{count} values"
