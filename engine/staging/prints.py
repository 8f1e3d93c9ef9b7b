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
    """A text or logo element's area on its sheet: (s0, t0, s1, t1), t upwards, and the text with its line breaks.

    `button`: it stands on a filled plate of its own.
    """

    element: str
    rect: Rect
    text: str
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


def block(text: str, width: float, height: float) -> tuple[float, str]:
    """The largest size in metres at which the text fits, and the text with line breaks at that size."""
    best = (0.0, text)
    words = text.split()
    most = min(len(words) if len(words) > 1 else len(text) // 2 if _unspaced(text) else 1, 6)
    for lines in range(1, most + 1):
        rows = broken(text, lines)
        size = min(width / max(*map(width_em, rows), 0.5), height / (LEADING * len(rows)))
        if size > best[0] * 1.02:
            best = size, "\n".join(rows)
    return best


def _at_most(limit: float, text: str, width: float, size: float, rows: str) -> tuple[float, str]:
    """The block held to a largest size, then in as few lines as that size allows."""
    if size <= limit:
        return size, rows
    fewer = (broken(text, k) for k in range(1, rows.count("\n") + 1))
    fit = (lines for lines in fewer if max(map(width_em, lines)) * limit <= width)
    return limit, "\n".join(next(fit, rows.split("\n")))


def broken(text: str, lines: int) -> list[str]:
    """The text in `lines` lines of nearly even length: between words, or between characters where the script has no spaces."""
    words, glue = (list(text), "") if _unspaced(text) else (text.split() or [text], " ")
    goal = width_em(glue.join(words)) / lines
    result = [words[0]]
    for position, word in enumerate(words[1:], 1):
        longer = result[-1] + glue + word
        full = width_em(longer) > goal * 1.15 and len(result) < lines
        if full or len(words) - position <= lines - len(result):
            result.append(word)
        else:
            result[-1] = longer
    return result


def _unspaced(text: str) -> bool:
    return len(text.split()) == 1 and all(unicodedata.east_asian_width(c) in "WF" for c in text)


def with_logos(
    logos: Sequence[Element], texts: Sequence[Element], width: float, height: float, shape: str, safe: Rect
) -> tuple[Line, ...]:
    """`lines`, with a logo's room above the texts where the sheet is upright, beside them where it is wide."""
    if not logos:
        return lines(texts, width, height, shape, safe)
    s0, t0, s1, t1 = safe
    if not texts:
        rooms, left = (s0 + 0.15 * (s1 - s0), t0 + 0.15 * (t1 - t0), s1 - 0.15 * (s1 - s0), t1 - 0.15 * (t1 - t0)), safe
    elif (s1 - s0) * width > 1.8 * (t1 - t0) * height:
        share = min(0.3, 0.9 * (t1 - t0) * height / ((s1 - s0) * width))
        rooms, left = (s0, t0, s0 + share * (s1 - s0), t1), (s0 + 1.15 * share * (s1 - s0), t0, s1, t1)
    else:
        top = t1 - 0.24 * (t1 - t0)
        rooms, left = (s0 + 0.1 * (s1 - s0), top, s1 - 0.1 * (s1 - s0), t1), (s0, t0, s1, top - 0.04 * (t1 - t0))
    step = (rooms[2] - rooms[0]) / len(logos)
    placed = [
        Line(logo.id, (rooms[0] + k * step, rooms[1], rooms[0] + (k + 1) * step, rooms[3]), "") for k, logo in enumerate(logos)
    ]
    return (*placed, *lines(texts, width, height, shape, left))


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
    blocks: list[tuple[float, str]] = []
    for element, share in zip(texts, shares, strict=True):
        limit = wide * min(1.0, (0.94 if share >= 0.9 else 0.8) * max(1.0, element.scale))
        size, rows = block(element.text, limit, room * share / sum(shares))
        if share < 0.9 * max(shares):
            size, rows = _at_most(0.6 * max(blocks, default=(size, ""))[0], element.text, limit, size, rows)
        blocks.append((size, rows))
    heights = [size * LEADING * (rows.count("\n") + 1) for size, rows in blocks]
    spare = tall - sum(heights) - gap * (len(texts) - 1)
    top = safe[3] - (spare * (0.42 if len(texts) == 1 else 0.38)) / height
    result = []
    foot = len(texts) > 1 and texts[-1].label in {"small print", "body"} and spare > 0.15 * tall
    for n, (element, tall_block, (size, rows)) in enumerate(zip(texts, heights, blocks, strict=True)):
        if foot and n == len(texts) - 1:
            top = safe[1] + (tall_block + 0.04 * tall) / height
        half = min(0.5 * wide, 0.54 * size * max(map(width_em, rows.split("\n")))) / width
        middle = (safe[0] + safe[2]) / 2
        rect = middle - half, max(0.0, top - tall_block / height), middle + half, min(1.0, top)
        result.append(Line(element.id, rect, rows))
        top -= (tall_block + gap) / height
    return tuple(result)


def _screen(texts: Sequence[Element], width: float, height: float, safe: Rect) -> tuple[Line, ...]:
    """A screen: the first text as its title, a short last one as its button, the rest between them."""
    wide = (safe[2] - safe[0]) * width
    button = texts[-1] if len(texts) > 1 and len(texts[-1].text) <= 18 else None
    between = [e for e in texts[1:] if e is not button]
    left, right = safe[0] + 0.08 * (safe[2] - safe[0]), safe[2] - 0.08 * (safe[2] - safe[0])
    top = safe[3] - 0.13 * (safe[3] - safe[1])
    largest = 0.13 * wide * (1.0 if height > width else 0.6)
    result = []
    for n, element in enumerate([texts[0], *between]):
        limit = largest * element.scale * (0.55 if n else 1.0)
        size, rows = block(element.text, wide * 0.84, 0.24 * height * element.scale)
        size, rows = _at_most(limit, element.text, 0.84 * wide, size, rows)
        tall = size * LEADING * (rows.count("\n") + 1) / height
        result.append(Line(element.id, (left, max(0.0, top - tall), right, top), rows))
        top -= tall + 0.028
    if button is not None:
        foot = safe[1] + 0.11 * (safe[3] - safe[1])
        deep = 0.085 * button.scale if height > width else 0.13 * button.scale
        half = min(0.5 * (right - left), 0.5 * (0.62 * deep * height * width_em(button.text)) / width)
        result.append(
            Line(button.id, (0.5 - half, foot + 0.19 * deep, 0.5 + half, foot + 0.81 * deep), button.text, button=True)
        )
    return tuple(result)
