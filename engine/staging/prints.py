"""Where text stands on a printed surface: a designer's hierarchy, estimated without fonts so that planning stays quick."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from engine.types import Element

Rect = tuple[float, float, float, float]

WEIGHT = {"headline": 1.0, "subtitle": 0.46, "body": 0.34, "small print": 0.22}
NARROW, WIDE = frozenset("iljtfrI1.,:;'’|!()[]{} "), frozenset("mwMWQOG@%&—")
LEADING = 1.16


@dataclass(frozen=True, slots=True)
class Line:
    """A text element's area on its sheet: (s0, t0, s1, t1), t upwards. `button`: it stands on a filled plate of its own."""

    element: str
    rect: Rect
    button: bool = False


def width_em(text: str) -> float:
    """About how wide the text is in a bold sans, in ems."""
    total = 0.0
    for c in text:
        if unicodedata.east_asian_width(c) in "WF":
            total += 1.0
        elif unicodedata.combining(c):
            continue
        elif c in NARROW:
            total += 0.32
        elif c in WIDE:
            total += 0.86
        else:
            total += 0.68 if c.isupper() else 0.58
    return total


def block(text: str, width: float, height: float) -> tuple[float, int]:
    """The largest size in metres at which the text fits, broken between words, and its number of lines."""
    words = text.split() or [text]
    best = (0.0, 1)
    for lines in range(1, min(len(words), 6) + 1):
        longest = max(width_em(line) for line in _broken(words, lines))
        best = max(best, (min(width / max(longest, 0.5), height / (LEADING * lines)), -lines))
    return best[0], abs(best[1])


def _broken(words: list[str], lines: int) -> list[str]:
    """The words in `lines` lines of nearly even length."""
    goal = width_em(" ".join(words)) / lines
    result = [words[0]]
    for position, word in enumerate(words[1:], 1):
        rest, longer = len(words) - position, f"{result[-1]} {word}"
        full = width_em(longer) > goal * 1.15 and len(result) < lines
        if full or rest <= lines - len(result):
            result.append(word)
        else:
            result[-1] = longer
    return result


def lines(texts: Sequence[Element], width: float, height: float, shape: str, safe: Rect) -> tuple[Line, ...]:
    """Areas for the texts within `safe` of a sheet of this width and height (metres), tight to the estimated blocks."""
    if not texts:
        return ()
    if shape in {"phone", "laptop"}:
        return _screen(texts, width, height, safe)
    wide, tall = (safe[2] - safe[0]) * width, (safe[3] - safe[1]) * height
    shares = [WEIGHT.get(e.label, 0.4 if n else 1.0) * e.scale**1.3 for n, e in enumerate(texts)]
    gap = 0.07 * tall if len(texts) > 1 else 0.0
    room = tall - gap * (len(texts) - 1)
    blocks: list[tuple[float, int]] = []
    for element, share in zip(texts, shares, strict=True):
        limit = wide * min(1.0, (0.94 if share >= 0.9 else 0.8) * max(1.0, element.scale))
        size, count = block(element.text, limit, room * share / sum(shares))
        if share < 0.9 * max(shares):
            size = min(size, 0.75 * max(blocks, default=(size, 0))[0])
        blocks.append((size, count))
    heights = [size * LEADING * count for size, count in blocks]
    spare = tall - sum(heights) - gap * (len(texts) - 1)
    top = safe[3] - (spare * (0.42 if len(texts) == 1 else 0.38)) / height
    result = []
    foot = len(texts) > 1 and texts[-1].label in {"small print", "body"} and spare > 0.15 * tall
    for n, (element, tall_block, (size, count)) in enumerate(zip(texts, heights, blocks, strict=True)):
        if foot and n == len(texts) - 1:
            top = safe[1] + (tall_block + 0.04 * tall) / height
        half = (
            min(
                0.5 * wide, 0.54 * size * max(width_em(line) for line in _broken(element.text.split() or [element.text], count))
            )
            / width
        )
        middle = (safe[0] + safe[2]) / 2
        result.append(Line(element.id, (middle - half, max(0.0, top - tall_block / height), middle + half, min(1.0, top))))
        top -= (tall_block + gap) / height
    return tuple(result)


def _screen(texts: Sequence[Element], width: float, height: float, safe: Rect) -> tuple[Line, ...]:
    """A screen: the first text as its title, a short last one as its button, the rest between them."""
    wide = (safe[2] - safe[0]) * width
    button = texts[-1] if len(texts) > 1 and len(texts[-1].text) <= 18 else None
    between = [e for e in texts[1:] if e is not button]
    size, count = block(texts[0].text, wide * 0.84, 0.2 * height * texts[0].scale)
    size = min(size, 0.13 * wide * texts[0].scale * (1.0 if height > width else 0.8))
    count = max(count, 1) if size * width_em(texts[0].text) > wide * 0.84 else 1
    left, right = safe[0] + 0.08 * (safe[2] - safe[0]), safe[2] - 0.08 * (safe[2] - safe[0])
    top = safe[3] - 0.13 * (safe[3] - safe[1])
    result = [Line(texts[0].id, (left, top - size * LEADING * count / height, right, top))]
    top = result[0].rect[1] - 0.03
    for element in between:
        small, rows = block(element.text, wide * 0.84, 0.1 * height * element.scale)
        small = min(small, 0.6 * size)
        result.append(Line(element.id, (left, top - small * LEADING * rows / height, right, top)))
        top -= small * LEADING * rows / height + 0.025
    if button is not None:
        foot = safe[1] + 0.11 * (safe[3] - safe[1])
        deep = 0.085 * button.scale if height > width else 0.13 * button.scale
        half = min(0.5 * (right - left), 0.5 * (0.62 * deep * height * width_em(button.text)) / width)
        result.append(Line(button.id, (0.5 - half, foot + 0.19 * deep, 0.5 + half, foot + 0.81 * deep), button=True))
    return tuple(result)
