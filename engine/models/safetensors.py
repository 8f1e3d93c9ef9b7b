"""Safetensors headers: 8 bytes of length, JSON, and data without gaps. Read under the limits of `header`.

Source: the format's specification; types are those of safetensors 0.8.
"""

from __future__ import annotations

import io
import json
from typing import Any, Final

from engine.errors import BadInput
from engine.models.header import MAX_HEADER, MAX_TENSORS, Header, Tensor, check_spans, damaged, volume

SUFFIX: Final = ".safetensors"
BITS: Final = {
    "BOOL": 8, "U8": 8, "I8": 8, "I16": 16, "U16": 16, "I32": 32, "U32": 32, "I64": 64, "U64": 64,
    "F16": 16, "BF16": 16, "F32": 32, "F64": 64, "C64": 64,
    "F8_E5M2": 8, "F8_E4M3": 8, "F8_E8M0": 8, "F8_E4M3FNUZ": 8, "F8_E5M2FNUZ": 8, "F6_E2M3": 6, "F6_E3M2": 6, "F4": 4,
}  # fmt: skip


def parse(file: io.BufferedReader, size: int, name: str) -> Header | None:
    """The header of the file of `size` bytes open at its start, None where it is no safetensors file at all.

    Raises BadInput for one that is damaged.
    """
    length = int.from_bytes(file.read(8), "little")
    if not 2 <= length <= min(MAX_HEADER, size - 8):
        return None
    raw = file.read(length)
    return _header(raw, size - 8 - length, name) if raw[:1] == b"{" else None


def _header(raw: bytes, data: int, name: str) -> Header:
    try:
        entries = json.loads(raw, object_pairs_hook=_unique)
    except (ValueError, RecursionError) as error:
        raise damaged(name, "its header is no JSON of unique names") from error
    if len(entries) > MAX_TENSORS:
        raise damaged(name, f"it claims {len(entries)} arrays")
    metadata = entries.pop("__metadata__", {})
    if not isinstance(metadata, dict) or not all(isinstance(text, str) for text in metadata.values()):
        raise damaged(name, "its metadata is no text")
    spans: list[tuple[int, int]] = []
    tensors: dict[str, Tensor] = {}
    for key, entry in entries.items():
        tensors[key], span = _entry(key, entry, name)
        spans.append(span)
    check_spans(spans, data, name, gap=1)
    return Header(tensors, metadata, 8 + len(raw))


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    names = dict(pairs)
    if len(names) < len(pairs):
        raise ValueError("a name occurs twice")
    return names


def _entry(key: str, entry: Any, name: str) -> tuple[Tensor, tuple[int, int]]:
    match entry:
        case {"dtype": str(dtype), "shape": list(shape), "data_offsets": [int(begin), int(end)]} if len(entry) == 3:
            if dtype not in BITS:
                raise BadInput(f"“{name}” holds arrays of an unknown type, “{dtype[:40]}”.", "Use another file of this model.")
            bits = volume(shape, key, name) * BITS[dtype]
            if type(begin) is not int or type(end) is not int or begin < 0 or (end - begin) * 8 != bits:
                raise damaged(name, f"type, shape and place of “{key[:80]}” do not agree")
            return Tensor(dtype, tuple(shape), end - begin), (begin, end)
    raise damaged(name, f"“{key[:80]}” is not described as an array")
