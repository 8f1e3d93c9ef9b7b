"""Readers of further scripts: EasyOCR's networks from the user's library, run by ONNX Runtime alone.

The detector is CRAFT (craft.py); the recogniser reads lines 64 pixels high and names a letter, or none, at each step.
Its letters come in the order they stand in; those of right-to-left scripts are put in the order they are read in.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from engine.api import RunContext
from engine.critics.looking import reduced
from engine.critics.onnx import brought
from engine.critics.text.craft import joined, word_quads
from engine.critics.text.folding import folded, squeezed
from engine.critics.text.reading import BuiltIn, Reader
from engine.models.critics import Installed, installed
from engine.types import Array
from engine.typography.bidi import directional_runs

HEIGHT: Final = 64
PIXELS: Final = 700_000
"""The detector looks at a copy of at most so many pixels: its time grows with them."""
FAINT: Final = 0.1
"""A reading less sure than this is tried again with the line's contrast stretched."""
CODES: Final = {
    "ARABIC": "ar", "BENGALI": "bn", "CYRILLIC": "ru", "DEVANAGARI": "hi", "HANGUL": "ko", "KANNADA": "kn", "TAMIL": "ta",
    "TELUGU": "te", "THAI": "th",
}  # fmt: skip
"""The language to export for each script that EasyOCR reads, by the first word of its letters' Unicode names."""
MIRRORED: Final = str.maketrans("()[]{}<>«»", ")(][}{><»«")


@dataclass(frozen=True)
class ScriptReader:
    """One recogniser of the library with its detector; the same as another of the same id. `letters` are folded."""

    id: str
    letters: frozenset[str] = field(compare=False, repr=False)
    critic: Installed = field(compare=False, repr=False)
    context: RunContext = field(compare=False, repr=False)
    own = False

    def detect(self, picture: Array) -> list[Array]:
        """Quads (4, 2) of the lines of text in a uint8 sRGB picture, in its pixels."""
        small = reduced(picture, PIXELS)
        height, width = small.shape[:2]
        canvas = np.pad(small, ((0, -height % 32), (0, -width % 32), (0, 0)), mode="edge")
        shifted = (canvas / 255 - np.array([0.485, 0.456, 0.406])) / np.array([0.229, 0.224, 0.225])
        scores = self._run("detector", shifted.transpose(2, 0, 1)[None])
        factors = np.array([picture.shape[1] / width, picture.shape[0] / height], np.float32) * 2
        return [quad * factors for quad in joined(word_quads(scores[..., 0], scores[..., 1]))]

    def recognise(self, lines: Sequence[Array]) -> list[tuple[str, float]]:
        """What each crop of one upright line (uint8 sRGB) says, and how sure the recogniser is, 0..1."""
        return [self._recognised(crop) for crop in lines]

    def _recognised(self, crop: Array) -> tuple[str, float]:
        grey, labels = _grey(crop), self.critic.card.labels
        read, score = decoded(self._run("recogniser", prepared(grey)[None, None]), labels)
        if score < FAINT:
            again = decoded(self._run("recogniser", prepared(_stretched(grey))[None, None]), labels)
            read, score = max((read, score), again, key=lambda one: one[1])
        return logical(read), score

    def _run(self, name: str, stack: Array) -> Array:
        """What a network gives back for one input."""
        network = brought(self.critic, name)
        (scores,) = network.run(self.context, {network.inputs[0]: stack})
        found: Array = scores[0]
        return found


def reader_for(text: str, context: RunContext) -> Reader | None:
    """The reader that has every letter of the text: the built-in one, or else the first of the user's library, if any."""
    needed = set(squeezed(text))
    own = BuiltIn(context)
    if needed <= own.letters:
        return own
    return next((reader for reader in script_readers(context) if needed <= reader.letters), None)


def script_readers(context: RunContext) -> list[ScriptReader]:
    """The readers of the user's library, in the order of their names."""
    return [_reader(one, context) for one in installed("easyocr")]


def unread(text: str) -> str:
    """Why a text cannot be read, and the command that adds a reader for its script where EasyOCR has one."""
    names = (unicodedata.name(letter, "").split(" ")[0] for letter in text)
    code = next((CODES[name] for name in names if name in CODES), "")
    adds = f"EasyOCR's reader for it can be added: plantain models export-critic easyocr ~/.EasyOCR/model --lang {code}."
    return " ".join((f"“{text}” is in a script that no reader here knows.", *((adds,) if code else ())))


def prepared(grey: Array) -> Array:
    """A line (h, w) at the recogniser's height, −1..1, its right end drawn out to a whole number of heights."""
    import cv2

    height, width = grey.shape
    wide = int(np.clip(np.ceil(HEIGHT * width / height), 4, 4000))
    way = cv2.INTER_AREA if height > HEIGHT else cv2.INTER_CUBIC
    line = cv2.resize(grey, (wide, HEIGHT), interpolation=way).astype(np.float32) / 127.5 - 1
    return np.pad(line, ((0, 0), (0, -wide % HEIGHT)), mode="edge")


def decoded(scores: Array, labels: Sequence[str]) -> tuple[str, float]:
    """The letters of the likeliest label at each step (steps, labels + 1), once for each run of steps; and how sure they are.

    Label 0 stands for no letter; those that are "" are never taken. Sureness is the letters' geometric mean.
    """
    scores = scores - scores.max(axis=1, keepdims=True)
    chances = np.exp(scores)
    chances[:, 1:][:, [not label for label in labels]] = 0
    chances /= chances.sum(axis=1, keepdims=True)
    best = chances.argmax(axis=1)
    starts = np.flatnonzero((best > 0) & (np.diff(best, prepend=0) != 0))
    if not len(starts):
        return "", 0.0
    named = best > 0
    return "".join(labels[best[at] - 1] for at in starts), float(np.exp(np.log(chances.max(axis=1)[named]).mean()))


def logical(visual: str) -> str:
    """A line's letters in the order they are read in, from the order they stand in, left to right.

    A line with right-to-left letters is taken to begin at the right.
    """
    if not any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in visual):
        return visual
    marked = "\u200f" + visual
    runs = [
        marked[start:end][::-1].translate(MIRRORED) if leftward else marked[start:end]
        for start, end, leftward in directional_runs(marked)
    ]
    return "".join(runs).replace("\u200f", "")


def _grey(crop: Array) -> Array:
    import cv2

    grey: Array = cv2.cvtColor(crop, cv2.COLOR_RGB2GRAY)
    return grey


def _stretched(grey: Array) -> Array:
    low, high = np.percentile(grey, (10, 90))
    stretched: Array = np.clip((grey.astype(np.float32) - low + 25) * (200 / max(10.0, float(high - low))), 0, 255).astype(
        np.uint8
    )
    return stretched


def _reader(one: Installed, context: RunContext) -> ScriptReader:
    letters = frozenset("".join(folded(label) for label in one.card.labels))
    return ScriptReader(one.model.id, letters, one, context)
