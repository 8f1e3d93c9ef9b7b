"""Which way text runs: the Unicode bidirectional algorithm (UAX #9) for one line without explicit embeddings."""

from __future__ import annotations

import unicodedata

_OPENING, _CLOSING = "([{⟨", ")]}⟩"
_STRONG = {"L": "L", "R": "R", "EN": "R", "AN": "R"}


def directional_runs(text: str) -> list[tuple[int, int, bool]]:
    """(start, end, right to left) of each run of one direction, in the order they stand from left to right."""
    levels = _levels(text)
    runs: list[tuple[int, int, int]] = []
    for at, level in enumerate(levels):
        if runs and runs[-1][2] == level:
            runs[-1] = (runs[-1][0], at + 1, level)
        else:
            runs.append((at, at + 1, level))
    for level in range(max(levels, default=0), 0, -1):
        at = 0
        while at < len(runs):
            end = at
            while end < len(runs) and runs[end][2] >= level:
                end += 1
            runs[at:end] = runs[at:end][::-1]
            at = end + 1
    return [(start, end, bool(level % 2)) for start, end, level in runs]


def right_to_left(text: str) -> bool:
    """Whether the first strong letter runs to the left (rules P2 and P3)."""
    return next((kind != "L" for kind in map(unicodedata.bidirectional, text) if kind in ("L", "R", "AL")), False)


def _levels(text: str) -> list[int]:
    base = int(right_to_left(text))
    side = "R" if base else "L"
    kinds = _weak([unicodedata.bidirectional(character) or "L" for character in text], side)
    _brackets(text, kinds, side)
    _neutral(kinds, side)
    levels = [base + {"L": base, "R": 1 - base}.get(kind, 2 - base) for kind in kinds]
    for at in range(len(text) - 1, -1, -1):
        if not text[at].isspace():
            break
        levels[at] = base
    return levels


def _weak(kinds: list[str], base: str) -> list[str]:
    """Rules W1 to W7: numbers, and what belongs to them."""
    strong, before = base, base
    for at, kind in enumerate(kinds):
        if kind == "NSM":
            kinds[at] = before
        elif kind == "EN" and strong == "AL":
            kinds[at] = "AN"
        elif kind in ("L", "R", "AL"):
            strong = kind
        before = kinds[at]
    kinds = ["R" if kind == "AL" else kind for kind in kinds]
    for at in range(1, len(kinds) - 1):
        sides = {kinds[at - 1], kinds[at + 1]}
        if (kinds[at] in ("ES", "CS") and sides == {"EN"}) or (kinds[at] == "CS" and sides == {"AN"}):
            kinds[at] = kinds[at - 1]
    for order in (range(1, len(kinds)), range(len(kinds) - 2, -1, -1)):
        step = -1 if order.step > 0 else 1
        for at in order:
            if kinds[at] == "ET" and kinds[at + step] == "EN":
                kinds[at] = "EN"
    strong = base
    for at, kind in enumerate(kinds):
        if kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[at] = "L"
    return kinds


def _brackets(text: str, kinds: list[str], base: str) -> None:
    """Rule N0: a pair of brackets takes the direction of what it holds, or of what stands before it."""
    opened: list[int] = []
    for at, character in enumerate(text):
        if character in _OPENING:
            opened.append(at)
        elif character in _CLOSING and opened and _OPENING.index(text[opened[-1]]) == _CLOSING.index(character):
            start = opened.pop()
            inside = {_STRONG[kind] for kind in kinds[start + 1 : at] if kind in _STRONG}
            before = next((_STRONG[kind] for kind in reversed(kinds[:start]) if kind in _STRONG), base)
            if inside:
                kinds[start] = kinds[at] = base if base in inside else before


def _neutral(kinds: list[str], base: str) -> None:
    """Rules N1 and N2: what has no direction takes that of both its sides, or else the line's."""
    at = 0
    while at < len(kinds):
        end = at
        while end < len(kinds) and kinds[end] not in _STRONG:
            end += 1
        before = _STRONG[kinds[at - 1]] if at else base
        after = _STRONG[kinds[end]] if end < len(kinds) else base
        kinds[at:end] = [before if before == after else base] * (end - at)
        at = max(end, at + 1)
