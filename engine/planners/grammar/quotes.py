"""Texts in quotation marks of any common style. An apostrophe is not a quotation mark."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from engine.types import Span

_CLOSERS = {
    '"': '"', "“": "”“", "„": "“”\"", "”": "”", "«": "»", "»": "«", "‹": "›", "›": "‹", "「": "」", "『": "』", "＂": "＂",
    "《": "》", "〝": "〞〟", "'": "'", "‘": "’", "‚": "‘’", "`": "`",
}  # fmt: skip
_SINGLE = "'‘‚`"
_UNSURE = _SINGLE + "”»›"  # unclosed, these are no quotation marks
_ELISION = re.compile(r"['’‘](?:\d\ds?\b|tis\b|twas\b|til\b|em\b|cause\b|n['’])", re.IGNORECASE)
_OPENS_AFTER = " \t\n\r\u00a0\u202f([{—–:,;/=>-"


@dataclass(frozen=True, slots=True)
class Quote:
    """A quoted text without its marks; `span` holds the marks as well."""

    text: str
    span: Span
    inner: Span
    closed: bool = True


def find_quotes(prompt: str) -> list[Quote]:
    """The quoted texts of the prompt in order; one that is never closed reaches to the end of its line."""
    found: list[Quote] = []
    place = 0
    barren: dict[str, int] = {}  # mark → the place before which nothing closes it
    while place < len(prompt):
        mark = prompt[place]
        if mark not in _CLOSERS or not _opens(prompt, place):
            place += 1
            continue
        end = -1 if barren.get(mark, -1) >= place else _closer(prompt, place)
        if end >= 0:
            found.append(_quote(prompt, place, end, end + 1, True))
            place = end + 1
            continue
        line = prompt.find("\n", place)
        line = len(prompt) if line < 0 else line
        barren[mark] = line if mark in _SINGLE else len(prompt)
        if mark in _UNSURE:
            place += 1
        else:
            found.append(_quote(prompt, place, line, line, False))
            place = line
    return found


def _quote(prompt: str, start: int, end: int, after: int, closed: bool) -> Quote:
    inside = prompt[start + 1 : end]
    left = start + 1 + len(inside) - len(inside.lstrip())
    text = inside.strip()
    return Quote(text, (start, after), (left, left + len(text)), closed)


def _opens(prompt: str, place: int) -> bool:
    mark, before = prompt[place], prompt[place - 1 : place] if place else " "
    after = prompt[place + 1 : place + 2]
    if not after:
        return False
    if mark in _SINGLE:
        return before in _OPENS_AFTER and not after.isspace() and not _ELISION.match(prompt, place)
    if mark == '"':
        return not (before.isdigit() and (after.isspace() or after in ",.;x×)"))  # 12" is twelve inches
    return mark not in "”»›" or (before in _OPENS_AFTER and not after.isspace())


def _closer(prompt: str, start: int) -> int:
    """The place of the mark that closes the one at `start`, or -1."""
    mark, closers = prompt[start], _CLOSERS[prompt[start]]
    if mark in _SINGLE:
        return _single_closer(prompt, start, closers)
    depth, first = 1, -1
    for place in range(start + 1, len(prompt)):
        character = prompt[place]
        if character in closers:
            first = place if first < 0 else first
            depth -= 1
            if not depth:
                return place
        elif character == mark:
            depth += 1
    return first


def _single_closer(prompt: str, start: int, closers: str) -> int:
    ends = _single_ends(prompt, start, closers)
    first = next(ends, -1)
    if first > 0 and prompt[first - 1] == "s" and prompt[first + 1 : first + 2] == " ":  # 'The Dogs' Bowl'
        second = next(ends, -1)
        between = prompt[first + 1 : second]
        if second > 0 and prompt[second - 1] != "s" and not re.search(r"""[\s(]['‘"“]""", between):
            return second
    return first


def _single_ends(prompt: str, start: int, closers: str) -> Iterator[int]:
    for place in range(start + 1, len(prompt)):
        character = prompt[place]
        if character == "\n":
            return
        after = prompt[place + 1 : place + 2]
        if character in closers and not prompt[place - 1].isspace() and not after.isalnum():
            yield place
