"""Optical character recognition: RapidOCR with the models inside its package, built once, silent, never on the network."""

from __future__ import annotations

import hashlib
import os
import threading
from collections import OrderedDict
from collections.abc import Hashable, Sequence
from functools import cache, cached_property
from typing import Any, Final, Protocol

import numpy as np

from engine.critics.text.folding import folded
from engine.types import Array

LONGEST = 6000
"""Pixels of a picture's longer side up to which text is looked for; a larger one is reduced to that."""
HEIGHT = 48
"""The recogniser's line height in pixels."""
KEPT: Final = 1000
"""How many readings are kept."""
_KNOWN: OrderedDict[bytes, Any] = OrderedDict()
_LOCK = threading.Lock()


@cache
def _engine() -> Any:
    from rapidocr import RapidOCR

    threads = min(4, os.cpu_count() or 1)
    return RapidOCR(
        params={
            "Global.log_level": "critical",
            "Global.use_cls": False,
            "Global.max_side_len": LONGEST,
            "Global.text_score": 0.0,
            "Rec.rec_batch_num": 1,
            "Det.limit_side_len": 32,
            "Det.limit_type": "min",
            "EngineConfig.onnxruntime.intra_op_num_threads": threads,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
        }
    )


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


class BuiltIn:
    """RapidOCR: Chinese, Japanese and what is written in Latin letters."""

    id = "built in"
    own = True

    @cached_property
    def letters(self) -> frozenset[str]:
        self.recognise([np.zeros((HEIGHT, HEIGHT, 3), np.uint8)])
        return frozenset(folded("".join(_engine().text_rec.postprocess_op.character[1:])))

    def recognise(self, lines: Sequence[Array]) -> list[tuple[str, float]]:
        if not lines:
            return []
        crops = [_line(crop) for crop in lines]
        with _LOCK:
            found = _engine().recognize_txt(crops)
        return [(str(text), float(score)) for text, score in zip(found.txts, found.scores, strict=True)]

    def detect(self, picture: Array) -> list[Array]:
        if min(picture.shape[:2]) < 8:
            return []
        with _LOCK:
            found = _engine()(
                np.ascontiguousarray(_wide_enough(picture)[..., ::-1]), use_det=True, use_cls=False, use_rec=False
            )
        boxes = getattr(found, "boxes", None)
        return [] if boxes is None else [np.asarray(box, np.float32) for box in boxes]


BUILT_IN: Final = BuiltIn()


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


def _wide_enough(picture: Array) -> Array:
    """The picture, a thin one with its last row or column repeated: the detector must not shrink it to nothing."""
    height, width = picture.shape[:2]
    least = -(-32 * max(height, width) // LONGEST)
    return np.pad(picture, ((0, max(0, least - height)), (0, max(0, least - width)), (0, 0)), mode="edge")


def _line(crop: Array) -> Array:
    """BGR at the recogniser's height, area-averaged where it gets smaller."""
    import cv2

    height, width = crop.shape[:2]
    width = int(np.clip(round(width * HEIGHT / max(height, 1)), 8, 4000))
    way = cv2.INTER_AREA if height > HEIGHT else cv2.INTER_CUBIC
    return np.ascontiguousarray(cv2.resize(crop, (width, HEIGHT), interpolation=way)[..., ::-1])
