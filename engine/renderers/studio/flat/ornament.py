"""Ornament, sparing: a frame, a rule, one motif where the page is empty. Never near a letter, never like one."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np

from engine.colour.names import RGB
from engine.renderers.studio.flat import motifs
from engine.renderers.studio.flat.paint import paint
from engine.renderers.studio.flat.palette import Palette
from engine.renderers.studio.flat.setting import Pixels, Placed
from engine.renderers.studio.flat.voice import Voice
from engine.types import Array, Plan
from engine.typography.bidi import right_to_left

_SUBJECTS: Final[tuple[tuple[str, tuple[motifs.Motif, ...]], ...]] = (
    (r"business card|visiting card|stationery|letterhead", ()),
    (r"wedding|invitation|bride", (motifs.sprig,)),
    (r"tide|sea|ocean|harbou?r|river|beach|surf|lake|water|sail\w*|moon|night", (motifs.waves,)),
    (r"baker\w*|bread|wheat|flour|beer|brew\w*|oat\w*", (motifs.wheat,)),
    (
        r"olive|tea|herb\w*|garden|botanical|organic|spring|flower\w*|farm\w*|honey|menu|restaurant|wine",
        (motifs.sprig,),
    ),
    (r"sun|sunny|sunshine|summer|morning|sunrise|juice|orange", (motifs.sun,)),
    (r"concert|music|jazz|festival|radio|podcast|sound|vinyl|techno", (motifs.rings, motifs.quarters, motifs.disc)),
    (r"birthday|party|kids?|child\w*|carnival|balloon\w*", (motifs.bunting,)),
    (r"[\u4e00-\u9fff\u3040-\u30ff]+|japan\w*|chinese|sushi|ramen", (motifs.scales,)),
    (r"sale|banner|discount|offer|tech\w*|startup|conference|ai|data", (motifs.halftone, motifs.rings)),
)
_ANY = (motifs.disc, motifs.quarters, motifs.rings)
_LEAST = 0.21  # of the short side, that an empty area must have for a motif


def themed(plan: Plan, prompt: str) -> str:
    """The word of the prompt or of the texts that a motif is chosen for, lower case; "" where none has one."""
    words = " ".join([prompt, *(text.text for text in plan.texts())]).lower()
    found = (re.search(rf"\b(?:{pattern})\b", words) for pattern, _ in _SUBJECTS)
    return next((one[0] for one in found if one), "")


def ornament(
    pixels: Array,
    plan: Plan,
    theme: str,
    spoken: Voice,
    colours: Palette,
    texts: Sequence[Placed],
    pictures: Mapping[str, Array],
    seed: int,
) -> None:
    """Draws what suits theme, voice and the space left: a frame and a rule where all is centred, else a motif or a rule."""
    chance = random.Random(f"ornament {seed}")
    height, width = pixels.shape[:2]
    short = min(height, width)
    lines = [line for text in texts for line in text.lines()]
    taken = [
        (0, top, width, bottom) if text.element.label == "headline" and width < 1.5 * height else (left, top, right, bottom)
        for text in texts
        for left, top, right, bottom in [_bounds_of(text)]
    ] + [_bounds(mask) for mask in pictures.values()]
    if not lines:
        return
    axes = [(min(line[0] for line in text.lines()) + max(line[2] for line in text.lines())) / 2 for text in texts]
    centred = max(abs(axis - width / 2) for axis in axes) < 0.02 * width
    framed = centred and spoken.ornament > 0 and not pictures and _frame(pixels, lines, colours.accent, spoken, chance)
    space = _empty(taken, width, height, round(0.06 * short))
    if pictures or spoken.ornament == 0 or not _motif(pixels, plan, theme, spoken, colours, space, centred, framed, chance):
        _rule(pixels, texts, colours.accent, short)


def _motif(
    pixels: Array, plan: Plan, theme: str, spoken: Voice, colours: Palette, space: Pixels, centred: bool, framed: bool,
    chance: random.Random,
) -> bool:  # fmt: skip
    """Draws a motif in the empty space if it is large enough."""
    height, width = pixels.shape[:2]
    short = min(height, width)
    fitting = next((found for pattern, found in _SUBJECTS if re.fullmatch(pattern, theme)), _ANY)
    fitting = tuple(motif for motif in fitting if not centred or motif in motifs.SYMMETRICAL)
    if not fitting or width > 3 * height:
        return False
    motif = chance.choice(fitting)
    left, top, right, bottom = space
    inset = round((0.085 if not framed else 0.11) * short)
    if motif not in motifs.BLEEDING or framed:
        left, right = max(left, inset), min(right, width - inset)
        top, bottom = max(top, inset), min(bottom, height - inset)
    if centred:
        side = min(left, width - right) if left < width / 2 < right else 0
        left, right = (side, width - side) if left < width / 2 < right else (left, right)
    if right - left < _LEAST * short or bottom - top < _LEAST * short * (0.5 if centred else 1.0):
        return False
    edges = tuple(side for side, there in (("right", right == width), ("left", left == 0)) if there)
    if plan.texts() and right_to_left(plan.texts()[0].text):
        edges = edges[::-1]
    accent, tone = motifs.draw(motif, right - left, bottom - top, edges, chance)
    where = (slice(top, bottom), slice(left, right))
    loud = float(accent.sum()) / 255 / (height * width) < 0.25
    paint(pixels, where, tone, np.array(colours.tint if loud else colours.tone, np.uint8))
    paint(pixels, where, accent, np.array(colours.accent if loud else colours.tone, np.uint8))
    return True


def _frame(pixels: Array, lines: Sequence[Pixels], ink: RGB, spoken: Voice, chance: random.Random) -> bool:
    """A line around the page, or two, if it keeps clear of the text."""
    height, width = pixels.shape[:2]
    short = min(height, width)
    inset, line = round(0.042 * short), max(1, round(0.0028 * short))
    rings = [(inset, line)]
    if spoken.ornament == 2 or chance.random() < 0.3:
        rings = [(round(0.036 * short), max(2, round(0.0055 * short))), (round(0.051 * short), max(1, round(0.0018 * short)))]
    clear = rings[-1][0] + rings[-1][1] + 0.02 * short
    if min(line[0] for line in lines) < clear or max(line[2] for line in lines) > width - clear:
        return False
    if min(line[1] for line in lines) < clear or max(line[3] for line in lines) > height - clear:
        return False
    for start, thick in rings:
        outer, inner = slice(start, height - start), slice(start, width - start)
        pixels[outer, start : start + thick] = pixels[outer, width - start - thick : width - start] = ink
        pixels[start : start + thick, inner] = pixels[height - start - thick : height - start, inner] = ink
    return True


def _rule(pixels: Array, texts: Sequence[Placed], ink: RGB, short: int) -> None:
    """A short rule in the gap below the headline, where there is room for one."""
    heads = [text for text in texts if text.element.label == "headline"]
    if not heads:
        return
    left, _, right, foot = _bounds_of(heads[-1])
    under = [box for box in map(_bounds_of, texts) if box[1] > foot and box[0] < right and box[2] > left]
    if not under or min(box[1] for box in under) - foot < 0.085 * short:
        return
    gap = min(box[1] for box in under) - foot
    centred = abs(sum(min(under, key=lambda box: box[1])[0:3:2]) - left - right) < 0.02 * (left + right)
    thick = max(1, round((0.003 if centred else 0.008) * short))
    long = round((0.14 if centred else 0.11) * short)
    start = (left + right - long) // 2 if centred else left
    y = foot + min(round(gap * 0.5), round(0.09 * short)) - thick // 2
    pixels[y : y + thick, start : start + long] = ink


def _empty(taken: Sequence[Pixels], width: int, height: int, clear: int) -> Pixels:
    """The largest rectangle of the canvas that keeps `clear` pixels from everything taken."""
    lefts = sorted({0, *(min(box[2] + clear, width) for box in taken)})
    rights = sorted({width, *(max(box[0] - clear, 0) for box in taken)})
    best = (0, 0, 0, 0)
    for left in lefts:
        for right in (edge for edge in rights if edge > left):
            across = [box for box in taken if box[0] - clear < right and box[2] + clear > left]
            spans = sorted((box[1] - clear, box[3] + clear) for box in across)
            top = 0
            for start, end in [*spans, (height, height)]:
                if start > top and (right - left) * (start - top) > (best[2] - best[0]) * (best[3] - best[1]):
                    best = (left, top, right, start)
                top = max(top, end)
    return best


def _bounds_of(text: Placed) -> Pixels:
    lefts, tops, rights, bottoms = zip(*text.lines(), strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _bounds(mask: Array) -> Pixels:
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    return int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1
