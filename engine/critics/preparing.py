"""Pictures and words as the networks of a user's critics take them: the steps of transformers' processors, without torch."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import numpy as np
from PIL import Image

from engine.critics.looking import reduced
from engine.models.critic_folder import Card
from engine.models.critics import Installed
from engine.types import Array

FINER: Final = 3
"""What is padded and more than so many times the side that a network takes is made smaller first, which bounds the memory."""


def pixels(picture: Array, card: Card) -> Array:
    """The uint8 sRGB picture (h, w, 3) as float32 (3, size, size)."""
    padded = _softened if card.kind == "owlv2" else _padded
    square = {"stretch": _stretched, "pad": padded, "crop": _cropped}[card.fit](picture, card)
    return normalised(square, card)


def normalised(picture: Array, card: Card) -> Array:
    """A picture (h, w, 3) of 0..1 by the card's mean and deviation, as float32 (3, h, w)."""
    ready = (picture - np.array(card.mean, np.float32)) / np.array(card.std, np.float32)
    return np.ascontiguousarray(ready.transpose(2, 0, 1), np.float32)


def reach(picture: Array) -> tuple[float, float]:
    """How far the picture goes in x and y in the padded square."""
    height, width = picture.shape[:2]
    return width / max(height, width), height / max(height, width)


def tokens(critic: Installed, texts: Sequence[str]) -> tuple[Array, Array]:
    """Token ids and their mask, both int64 (n, length), as the critic's tokenizer cuts and pads them."""
    read = _tokenizer(critic.model.file / "tokenizer.json").encode_batch(list(texts))
    ids = np.array([encoded.ids for encoded in read], np.int64)
    return ids, np.array([encoded.attention_mask for encoded in read], np.int64)


@lru_cache(maxsize=4)
def _tokenizer(path: Path) -> Any:
    from tokenizers import Tokenizer

    return Tokenizer.from_file(str(path))


def _stretched(picture: Array, card: Card) -> Array:
    return _resized(picture, (card.size, card.size), card)


def _cropped(picture: Array, card: Card) -> Array:
    """The middle of the picture once its shorter side is `shorter` pixels."""
    height, width = picture.shape[:2]
    least = min(height, width)
    size = int(card.shorter * width / least), int(card.shorter * height / least)
    whole = _resized(picture, size, card)
    top, left = (round((side - card.size) / 2) for side in whole.shape[:2])
    return whole[top : top + card.size, left : left + card.size]


def _padded(picture: Array, card: Card) -> Array:
    """The picture at the top left of a black square."""
    scale = card.size / max(picture.shape[:2])
    small = _resized(picture, (round(picture.shape[1] * scale), round(picture.shape[0] * scale)), card)
    square = np.zeros((card.size, card.size, 3), np.float32)
    square[: small.shape[0], : small.shape[1]] = small
    return square


def _softened(picture: Array, card: Card) -> Array:
    """Padded, and softened before it is made smaller, as OWLv2 does it."""
    import cv2

    picture = reduced(
        picture, round(picture.shape[0] * picture.shape[1] * min(1.0, FINER * card.size / max(picture.shape)) ** 2)
    )
    height, width = picture.shape[:2]
    side = max(height, width)
    square = np.zeros((side, side, 3), np.float32)
    square[:height, :width] = picture.astype(np.float32) / 255
    sigma = max(0.0, (side / card.size - 1) / 2)
    if sigma:
        kernel = 2 * int(np.ceil(3 * sigma)) + 1
        square = cv2.GaussianBlur(square, (kernel, kernel), sigma, borderType=cv2.BORDER_REFLECT_101)
    return np.asarray(cv2.resize(square, (card.size, card.size), interpolation=cv2.INTER_LINEAR))


def _resized(picture: Array, size: tuple[int, int], card: Card) -> Array:
    method = Image.Resampling.BICUBIC if card.resample == "bicubic" else Image.Resampling.BILINEAR
    made = Image.fromarray(np.ascontiguousarray(picture)).resize((max(1, size[0]), max(1, size[1])), method)
    return np.asarray(made, np.float32) / 255
