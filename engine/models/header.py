"""What a weight file says of itself, and the limits under which it is believed."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from engine.errors import BadInput

MAX_HEADER: Final = 32_000_000
MAX_TENSORS: Final = 100_000
MAX_RANK: Final = 16
MAX_SIDE: Final = 2**40
_NAMES: Final = {"F16": "fp16", "BF16": "bf16", "F32": "fp32", "F64": "fp64", "I8": "int8", "F4": "fp4"}


class Tensor(NamedTuple):
    """An array of a weight file: its type ("F16", "Q4_K"), its shape as torch has it, and the bytes it takes."""

    dtype: str
    shape: tuple[int, ...]
    bytes: int


@dataclass(frozen=True)
class Header:
    """The tensors by name, the text metadata, and the number of bytes before the data."""

    tensors: dict[str, Tensor]
    metadata: dict[str, str] = field(default_factory=dict)
    size: int = 0

    @property
    def parameters(self) -> int:
        """The numbers held. In files quantised to packed bytes (bitsandbytes) two share a byte, and count as one."""
        return sum(math.prod(tensor.shape) for tensor in self.tensors.values())

    @property
    def precision(self) -> str:
        return precision(self.tensors)


def precision(tensors: dict[str, Tensor]) -> str:
    """The type that most bytes are of, by its usual name; "unknown" where there are none."""
    if any("bitsandbytes__" in name for name in tensors):
        return "nf4" if any("bitsandbytes__nf4" in name for name in tensors) else "fp4"
    weights = Counter[str]()
    for tensor in tensors.values():
        weights[tensor.dtype] += tensor.bytes
    if not weights:
        return "unknown"
    dtype = max(weights, key=lambda name: (weights[name], name))
    return _NAMES.get(dtype, "fp8" if dtype.startswith("F8") else dtype.lower())


def damaged(name: str, why: str) -> BadInput:
    return BadInput(f"“{name}” is damaged: {why}.", "Download or copy it again.")


def volume(shape: Iterable[Any], key: str, name: str) -> int:
    """The product of `shape`. Raises BadInput for too many, too large, negative or no whole numbers."""
    sides = list(shape)
    if len(sides) > MAX_RANK or not all(type(side) is int and 0 <= side <= MAX_SIDE for side in sides):
        raise damaged(name, f"the shape of “{key[:80]}” is impossible")
    return math.prod(sides)


def check_spans(spans: list[tuple[int, int]], data: int, name: str, *, gap: int) -> None:
    """Raises BadInput unless the spans fill `data` bytes in turn, each less than `gap` bytes after the one before."""
    reached = 0
    for begin, end in sorted(spans):
        if begin < reached:
            raise damaged(name, "two of its arrays overlap")
        if begin - reached >= gap:
            raise damaged(name, "there is a hole between its arrays")
        reached = end
    if reached > data:
        raise damaged(name, f"its last {reached - data:,} bytes are missing")
    if data - reached >= gap:
        raise damaged(name, f"{data - reached:,} bytes follow its last array")
