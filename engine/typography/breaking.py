"""Where lines may break, and where they break best."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from itertools import pairwise

_NO_START = (
    "、。，．・：；？！゛゜ヽヾゝゞ々ー’”）〕］｝〉》」』】°‰′″℃％ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ,.;:?!)]}»…"
)
_NO_END = "‘“（〔［｛〈《「『【([{«¿¡"
_WORST = (10**9, 0.0, 0)
_LONGEST = 28  # letters in a word before it may be broken anywhere


def pieces(text: str) -> list[str]:
    """The text cut where a line may end: not after a single letter or sign such as “&”.

    A piece keeps its trailing space; one that ends in a newline ends its line.
    """
    cuts = [at for at in range(1, len(text)) if _may_break(text[at - 1], text[at])]
    words = [text[first:last] for first, last in pairwise([0, *cuts, len(text)])] if text else []
    for at in range(len(words) - 1, 0, -1):
        if len(words[at - 1].strip()) == 1 and words[at - 1] != words[at - 1].strip() and not words[at - 1].endswith("\n"):
            words[at - 1 : at + 1] = [words[at - 1] + words[at]]
    return [part for word in words for part in _split_long(word)]


def lines(parts: Sequence[str], count: int, width: Callable[[str], float], *, balance: bool = True) -> list[str] | None:
    """The pieces set in exactly `count` lines, the widest as narrow as can be; None where they cannot be so set.

    With `balance` the lines are of even length and short words do not hang at line ends; otherwise they are filled.
    """
    widths = [width(part) for part in parts]
    if count > len(parts) or count < 1 + sum(part.endswith("\n") for part in parts[:-1]):
        return None
    if not balance or len(parts) > 64:
        return _filled(parts, widths, count)
    return _balanced(parts, widths, count)


def filled(parts: Sequence[str], measure: float, width: Callable[[str], float]) -> list[str]:
    """The pieces set in lines filled up to the measure, as a paragraph is."""
    return _fill(parts, [width(part) for part in parts], measure)


def _balanced(parts: Sequence[str], widths: Sequence[float], count: int) -> list[str] | None:
    """Least widest line, then least raggedness, by dynamic programming over line ends."""
    total = len(parts)
    ideal = sum(widths) / count
    best: list[dict[int, tuple[int, float, int]]] = [{0: (0, 0.0, 0)}]
    for number in range(1, count + 1):
        row: dict[int, tuple[int, float, int]] = {}
        for end in range(number, total - (count - number) + 1):
            length = 0.0
            for start in range(end - 1, number - 2, -1):
                length += widths[start]
                if parts[start].endswith("\n") and start < end - 1:
                    break
                if start in best[-1]:
                    widest, ragged, _ = best[-1][start]
                    penalty = (length / ideal - 1) ** 2 + (0.15 if end < total and _clings(parts[end - 1], parts[end]) else 0.0)
                    row[end] = min(row.get(end, _WORST), (max(widest, _step(length / ideal)), ragged + penalty, start))
        best.append(row)
    if total not in best[count]:
        return None
    out, end = [], total
    for number in range(count, 0, -1):
        start = best[number][end][2]
        out.append("".join(parts[start:end]).strip())
        end = start
    return out[::-1]


def _step(widest: float) -> int:
    """Widths that differ by less than a twelfth of a line count as equal, so that raggedness can decide."""
    return round(widest * 12)


def _filled(parts: Sequence[str], widths: Sequence[float], count: int) -> list[str] | None:
    low, high = max(widths), sum(widths)
    for _ in range(24):
        middle = (low + high) / 2
        if len(_fill(parts, widths, middle)) > count:
            low = middle
        else:
            high = middle
    out = _fill(parts, widths, high)
    return out if len(out) == count else None


def _fill(parts: Sequence[str], widths: Sequence[float], measure: float) -> list[str]:
    out: list[str] = []
    current, length = "", 0.0
    for part, wide in zip(parts, widths, strict=True):
        if current and (length + wide > measure * 1.0001 or current.endswith("\n")):
            out.append(current.strip())
            current, length = "", 0.0
        current, length = current + part, length + wide
    return [*out, current.strip()] if current.strip() else out


def _may_break(before: str, after: str) -> bool:
    if after.isspace() or before in _NO_END:
        return False
    if before.isspace():
        return before not in "\u00a0\u202f"
    if after in _NO_START:
        return False
    return before in "-‐–—/" or _ideographic(before) or _ideographic(after)


def _ideographic(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF" and not 0xAC00 <= ord(character) <= 0xD7A3


def _clings(word: str, following: str) -> bool:
    """Whether these two read better on one line: a short word and the next, a number and its unit."""
    word, following = word.strip(), following.strip()
    return len(word) <= 2 or word in ("the", "and", "der", "die", "das", "les") or (word[-1].isdigit() and len(following) <= 3)


def _split_long(word: str) -> list[str]:
    if len(word) <= _LONGEST:
        return [word]
    clusters: list[str] = []
    for character in word:
        joins = clusters and (character.isspace() or unicodedata.combining(character) or character in "\u200d\ufe0f")
        if joins:
            clusters[-1] += character
        else:
            clusters.append(character)
    return clusters
