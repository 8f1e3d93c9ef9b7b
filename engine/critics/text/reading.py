"""Optical character recognition: RapidOCR with the models inside its package, built once, silent, never on the network."""

from __future__ import annotations

import os
import threading
from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np

from engine.critics.text.folding import folded
from engine.types import Array

LONGEST = 6000
"""Pixels of a picture's longer side up to which text is looked for; a larger one is reduced to that."""
HEIGHT = 48
"""The recogniser's line height in pixels."""
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
            "Det.limit_side_len": 32,
            "Det.limit_type": "min",
            "EngineConfig.onnxruntime.intra_op_num_threads": threads,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
        }
    )


@cache
def alphabet() -> frozenset[str]:
    """Every character that the recogniser can name, folded."""
    recognise([np.zeros((HEIGHT, HEIGHT, 3), np.uint8)])
    return frozenset(folded("".join(_engine().text_rec.postprocess_op.character[1:])))


def recognise(lines: Sequence[Array]) -> list[tuple[str, float]]:
    """What each crop of one upright line (uint8 sRGB) says, and how sure the recogniser is."""
    if not lines:
        return []
    crops = [_line(crop) for crop in lines]
    with _LOCK:
        found = _engine().recognize_txt(crops)
    return [(str(text), float(score)) for text, score in zip(found.txts, found.scores, strict=True)]


def detect(picture: Array) -> list[Array]:
    """Quads (4, 2) of the lines of text in a uint8 sRGB picture, in its pixels. Time grows with the picture's area."""
    if min(picture.shape[:2]) < 8:
        return []
    with _LOCK:
        found = _engine()(np.ascontiguousarray(_wide_enough(picture)[..., ::-1]), use_det=True, use_cls=False, use_rec=False)
    boxes = getattr(found, "boxes", None)
    return [] if boxes is None else [np.asarray(box, np.float32) for box in boxes]


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
