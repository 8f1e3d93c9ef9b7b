"""How often the glyph check notices an erased part of a letter, and how often it accuses a clean line.

Run as `python -m tests.critics.bench_glyphs`; prints a table of letter height × share erased.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np

from engine.critics.ink import split_ink
from engine.critics.text.glyphs import Match, match
from engine.types import Array
from engine.typography.fonts import Face, Style, cut, face, faces
from engine.typography.setting import set_line
from engine.typography.shaping import cap_height

LINES = (
    "FRESH BREAD DAILY",
    "from 6:30 am",
    "live at the Old Harbour",
    "NIGHT TIDE",
    "WILD HONEY",
    "Königstraße 12",
    "Extra Vierge",
)
STYLES: tuple[Style, ...] = ("sans", "grotesk", "geometric", "condensed", "serif", "display", "didone", "soft")
HEIGHTS = (12, 16, 24, 40, 80)
SHARES = (0.10, 0.25, 0.40)


@dataclass(frozen=True)
class Sample:
    """A line drawn with `cap` pixel capitals on a ground, and the boxes of its letters."""

    picture: Array
    letters: tuple[tuple[int, int, int, int], ...]
    text: str
    face: Face


def sample(text: str, drawn_in: Face, cap: int, random: Random) -> Sample:
    """The line in random colours of good contrast, with a trace of noise."""
    size = cap / cap_height(drawn_in)
    pad = max(4, cap // 3)
    line = set_line(text, drawn_in, size)
    letters = []
    for at, letter in enumerate(text):
        if letter.isalnum():
            before = set_line(text[:at] + "|", drawn_in, size)
            start = line.start + before.advance - set_line("|", drawn_in, size).advance
            one = set_line(letter, drawn_in, size)
            x0, y0 = round(start - one.start) + pad, round(line.baseline - one.baseline) + pad
            letters.append((x0, y0, x0 + one.mask.shape[1], y0 + one.mask.shape[0]))
    dark = np.array([random.randrange(0, 90) for _ in range(3)], float)
    light = np.array([random.randrange(170, 256) for _ in range(3)], float)
    ink, ground = (dark, light) if random.random() < 0.6 else (light, dark)
    cover = np.pad(line.mask, pad)[..., None] / 255
    noise = np.random.default_rng(random.randrange(1 << 30)).normal(0, 2.0, (*cover.shape[:2], 3))
    picture = np.clip(ground + (ink - ground) * cover + noise, 0, 255).astype(np.uint8)
    return Sample(picture, tuple(letters), text, drawn_in)


def damaged(one: Sample, share: float, random: Random) -> tuple[Array, int]:
    """A band of `share` of one letter's height or width painted over with the ground, from one of its four sides."""
    picture = one.picture.copy()
    at = random.randrange(len(one.letters))
    x0, y0, x1, y1 = one.letters[at]
    down, across = max(1, round((y1 - y0) * share)), max(1, round((x1 - x0) * share))
    side = random.choice(("top", "bottom", "top", "bottom", "left", "right"))
    rows = {"top": slice(y0, y0 + down), "bottom": slice(y1 - down, y1)}.get(side, slice(y0, y1))
    columns = {"left": slice(x0, x0 + across), "right": slice(x1 - across, x1)}.get(side, slice(x0, x1))
    picture[rows, columns] = np.median(picture[:2].reshape(-1, 3), axis=0)
    return picture, at


def check(picture: Array, text: str, candidates: list[Face]) -> Match | None:
    ink = split_ink(picture)
    return match(ink.cover, text, candidates, stretch=False, guessed=len(candidates) > 1) if ink else None


def accused(found: Match | None) -> bool:
    return found is not None and found.trusted and found.letters[found.worst].likeness < found.limit


def samples(cap: int, number: int, seed: int, foreign: Path | None = None) -> Iterator[Sample]:
    random = Random(seed)
    for at in range(number):
        text = LINES[at % len(LINES)]
        weight = random.choice((400, 500, 600, 700, 800))
        drawn_in = (
            cut(foreign, 0, weight=400, optical=24) if foreign else face(text, style=random.choice(STYLES), weight=weight)
        )
        yield sample(text, drawn_in, cap, random)


def main() -> None:
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    foreign = Path(sys.argv[2]) if len(sys.argv) > 2 else None
    shares = " / ".join(f"{share:.0%}" for share in SHARES)
    sys.stdout.write(f"letters   known face: accused when clean, erased {shares}   | face unknown: the same\n")
    for cap in HEIGHTS:
        cells = []
        for known in (True, False):
            tally = dict.fromkeys((0.0, *SHARES), 0)
            for at, one in enumerate(samples(cap, number, cap, foreign)):
                candidates = [one.face] if known else [f for w in (400, 650, 800) for f in faces(one.text, weight=w)]
                tally[0.0] += accused(check(one.picture, one.text, candidates))
                for share in SHARES:
                    broken, _ = damaged(one, share, Random(at * 7 + 1))
                    tally[share] += accused(check(broken, one.text, candidates))
            cells.append("  ".join(f"{count / number:6.1%}" for count in tally.values()))
        sys.stdout.write(f"{cap:3d} px   {cells[0]}   |  {cells[1]}\n")


if __name__ == "__main__":
    main()
