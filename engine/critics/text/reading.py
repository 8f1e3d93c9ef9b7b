"""Optical character recognition: what finds lines of text and reads them, and what was read lately."""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final, Protocol

from engine.api import Quiet, RunContext
from engine.critics.text import ppocr
from engine.critics.text.folding import folded
from engine.types import Array

KEPT: Final = 1000
"""How many readings are kept."""
_KNOWN: OrderedDict[bytes, Any] = OrderedDict()
_LOCK = threading.Lock()


class Reader(Hashable, Protocol):
    """What finds lines of text and reads them. `own`: it came with Plantain, and how well it reads was measured."""

    @property
    def id(self) -> str: ...

    @property
    def own(self) -> bool: ...

    @property
    def letters(self) -> frozenset[str]:
        """Every character that it can name, folded."""

    def recognise(self, lines: Sequence[Array]) -> list[tuple[str, float]]:
        """What each crop of one upright line (uint8 sRGB) says, and how sure the reader is, 0..1."""

    def detect(self, picture: Array) -> list[Array]:
        """Quads (4, 2) of the lines of text in a uint8 sRGB picture, in its pixels, each from its upper left, clockwise.

        Time grows with the picture's area.
        """


@dataclass(frozen=True)
class BuiltIn:
    """PP-OCRv6: Chinese, Japanese and what is written in Latin letters. One is the same as another."""

    context: RunContext = field(default_factory=Quiet, compare=False, repr=False)
    id = "built in"
    own = True

    @property
    def letters(self) -> frozenset[str]:
        return _letters()

    def recognise(self, lines: Sequence[Array]) -> list[tuple[str, float]]:
        return ppocr.recognise(lines, self.context)

    def detect(self, picture: Array) -> list[Array]:
        return ppocr.detect(picture, self.context)


@cache
def _letters() -> frozenset[str]:
    return frozenset(folded("".join(ppocr.alphabet())))


def read(reader: Reader, lines: Sequence[Array]) -> list[tuple[str, float]]:
    """`reader.recognise`, for crops that it has not read lately: after a fix most are as they were."""
    keys = [_key(reader, "read", line) for line in lines]
    new = {key: line for key, line in zip(keys, lines, strict=True) if key not in _KNOWN}
    found = dict(zip(new, reader.recognise(list(new.values())), strict=True))
    return [_kept(key, found.get(key)) for key in keys]


def find(reader: Reader, picture: Array) -> list[Array]:
    """`reader.detect`, for pictures in which it has not looked lately."""
    key = _key(reader, "find", picture)
    quads: list[Array] = _kept(key, None if key in _KNOWN else reader.detect(picture))
    return quads


def _key(reader: Reader, what: str, pixels: Array) -> bytes:
    said = f"{reader.id} {what} {pixels.shape}".encode()
    return hashlib.blake2b(pixels.tobytes(), key=hashlib.sha256(said).digest(), digest_size=16).digest()


def _kept(key: bytes, new: Any) -> Any:
    """What is known under the key, and from now on the newest of KEPT; the oldest is forgotten."""
    with _LOCK:
        value = _KNOWN.pop(key, new) if new is None else new
        _KNOWN[key] = value
        while len(_KNOWN) > KEPT:
            _KNOWN.popitem(last=False)
    return value
