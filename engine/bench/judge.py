"""The held-out judge: grades pictures by eyes that the loop does not have.

Text is read by PP-OCRv4 (the loop reads with PP-OCRv6), colour is measured in Oklab (the loop: CIE Lab, CIEDE2000).
Other kinds are not graded. https://bottosson.github.io/posts/oklab/ gives the Oklab matrices.
"""

from __future__ import annotations

import math
import unicodedata
from importlib.util import find_spec
from typing import Any

import numpy as np

from engine.colour.names import is_exact, parse
from engine.types import Array, Plan, Render, Requirement

EXACT = 0.035
"""Largest Oklab distance from an exact colour; about three CIEDE2000."""
NEUTRAL = 0.045
"""Oklab chroma below which a colour counts as a grey."""


class Judge:
    """Grades one requirement of one render; None for what it does not judge."""

    def __init__(self) -> None:
        self._reader: Any = None
        self._read: dict[str, list[str]] = {}

    def grade(self, plan: Plan, requirement: Requirement, render: Render) -> bool | None:
        if requirement.kind == "text" and requirement.element and find_spec("rapidocr_onnxruntime"):
            return self._reads(str(requirement.expected), requirement.element, render)
        if requirement.kind == "colour" and requirement.element in render.masks:
            return self._coloured(plan, requirement, render)
        return None

    def _reads(self, expected: str, element: str, render: Render) -> bool:
        """Whether every copy reads as expected and no more; of a text without a mask, whether it is among what is read."""
        wanted = _letters(expected)
        if not wanted:
            return True
        if render.pixels.sha256 not in self._read:
            self._read = {render.pixels.sha256: self._lines(render.pixels.array)}
        page = self._read[render.pixels.sha256]
        if element not in render.masks:
            return wanted in _letters("".join(page))
        mask = render.masks[element].array
        copies = [number for number in np.unique(mask) if number]
        if len(copies) == 1 and _among(wanted, page):
            return True
        crops = [_around(render.pixels.array, mask == number) for number in copies]
        return bool(copies) and all(_among(wanted, self._lines(crop)) for crop in crops)

    def _lines(self, pixels: Array) -> list[str]:
        if self._reader is None:
            from rapidocr_onnxruntime import RapidOCR

            self._reader = RapidOCR()
        found, _ = self._reader(np.ascontiguousarray(pixels[:, :, ::-1]))
        return [line[1] for line in found or []]

    def _coloured(self, plan: Plan, requirement: Requirement, render: Render) -> bool | None:
        """The median Oklab of the element's middle tones against the colour as written."""
        asked = parse(str(requirement.expected))
        covered = render.masks[requirement.element].array > 0
        for text in (one for one in plan.texts() if one.id != requirement.element):
            if text.id in render.masks:
                covered = covered & (render.masks[text.id].array == 0)
        if asked is None or covered.sum() < 16:
            return None
        seen = _oklab(render.pixels.array[covered])
        if plan.element(requirement.element).kind == "text":
            seen = _inked(seen, covered)
        low, high = np.quantile(seen[:, 0], [0.25, 0.9])
        seen = np.median(seen[(seen[:, 0] >= low) & (seen[:, 0] <= high)], axis=0)
        want = _oklab(np.array([asked], dtype=np.uint8))[0]
        if is_exact(str(requirement.expected)):
            return bool(np.linalg.norm(seen - want) <= EXACT)
        chroma, wanted_chroma = math.hypot(seen[1], seen[2]), math.hypot(want[1], want[2])
        if wanted_chroma < NEUTRAL:
            return bool(chroma < 2 * NEUTRAL and abs(seen[0] - want[0]) < 0.3)
        turn = abs(math.degrees(math.atan2(seen[2], seen[1]) - math.atan2(want[2], want[1])) + 180) % 360 - 180
        return bool(chroma > NEUTRAL / 2 and abs(turn) < 30 and abs(seen[0] - want[0]) < 0.3)


def _among(wanted: str, lines: list[str]) -> bool:
    """Whether some lines on end say what is wanted, and no more."""
    spelt = [_letters(line) for line in lines]
    return any("".join(spelt[at:end]) == wanted for at in range(len(spelt)) for end in range(at + 1, len(spelt) + 1))


def _around(picture: Array, mask: Array) -> Array:
    ys, xs = np.nonzero(mask)
    pad = int(0.3 * (np.ptp(ys) + 1)) + 4
    return picture[max(0, ys.min() - pad) : ys.max() + pad, max(0, xs.min() - pad) : xs.max() + pad]


def _inked(seen: Array, covered: Array) -> Array:
    """Of a text's Oklab pixels (n, 3), where its mask (h, w) is set, those in full ink: the farthest from the colour at the
    mask's border."""
    import cv2

    inner = cv2.erode(covered.astype(np.uint8), np.ones((3, 3), np.uint8), borderValue=0)[covered] > 0
    away = np.linalg.norm(seen - np.median(seen[~inner], axis=0), axis=1)
    full: Array = seen[away > 0.8 * np.quantile(away, 0.98)]
    return full


def _letters(text: str) -> str:
    """Letters and digits alone, without case and accents: PP-OCRv4 knows few accents and no typographic marks."""
    plain = unicodedata.normalize("NFKD", text).casefold().replace("ß", "ss")
    return "".join(character for character in plain if character.isalnum())


def _oklab(rgb: Array) -> Array:
    """Oklab of uint8 sRGB (n, 3)."""
    values = rgb.astype(np.float64) / 255
    linear = np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)
    cone = linear @ np.array(
        [
            [0.4122214708, 0.2119034982, 0.0883024619],
            [0.5363325363, 0.6806995451, 0.2817188376],
            [0.0514459929, 0.1073969566, 0.6299787005],
        ]
    )
    mixed: Array = np.cbrt(cone) @ np.array(
        [
            [0.2104542553, 1.9779984951, 0.0259040371],
            [0.7936177850, -2.4285922050, 0.7827717662],
            [-0.0040720468, 0.4505937099, -0.8086757660],
        ]
    )
    return mixed
