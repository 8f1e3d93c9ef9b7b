"""Faults of letters: lines set at an exact height by the studio's own typography, and one letter of each done wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import product
from random import Random

import numpy as np

from engine.bench.fault import CLEAN, Fault, damage_box
from engine.colour.measure import contrast
from engine.thresholds import threshold
from engine.types import Array, Canvas, Element, Plan, Raster, Render, Requirement
from engine.typography.fonts import Face, Style, face
from engine.typography.setting import set_line
from engine.typography.shaping import cap_height

HEIGHTS = (16, 24, 32)
"""Capitals, in pixels."""
STYLES: tuple[Style, ...] = ("sans", "grotesk", "geometric", "condensed", "serif", "display", "didone", "soft")
WEIGHTS = (400, 500, 600, 700, 800)
PHRASES = (
    "FRESH BREAD DAILY", "from 6:30 am", "live at the Old Harbour", "NIGHT TIDE", "WILD HONEY", "Königstraße 12",
    "Extra Vierge", "Grand Opening", "Summer Jazz", "BLUE RIVER TEA", "Made with care", "Roasted in small batches",
    "OPEN LATE", "Handmade Ceramics", "Next stop: Lisbon", "The Quiet Machine", "Keep it simple", "VINYL & BOOKS",
)  # fmt: skip
MARKED = (
    ("Zürich Altstadt", "Zurich Altstadt"), ("Wisła i Łódź", "Wisla i Łódź"), ("Mañana", "Manana"),
    ("İZMİR KAHVE", "IZMİR KAHVE"), ("Café Central", "Cafe Central"), ("Göteborg Åre", "Göteborg Are"),
    ("Beşiktaş", "Besiktaş"), ("España", "Espana"), ("MÜNCHEN", "MUNCHEN"), ("Smålandet", "Smalandet"),
    ("Crème fraîche", "Creme fraîche"), ("Piłka nożna", "Pilka nożna"), ("ISTANBUL", "İSTANBUL"),
    ("Pepe’s Café", "Pepé’s Café"),
)  # fmt: skip
"""A text, and the same with one mark lost or gained; each is asked for in turn."""
TELLING = "BCDEFGJKLPQRSZacegkstyz234579"
"""Letters that look wrong in a mirror and do not become others."""
PAD = 0.6


@dataclass(frozen=True)
class Setting:
    """A line as it is to be drawn: its face, the height of its capitals and its colours."""

    text: str
    face: Face
    cap: int
    ink: Array
    ground: Array
    seed: int

    @property
    def size(self) -> float:
        return self.cap / cap_height(self.face)


@dataclass(frozen=True)
class Drawn:
    """`cover` (h, w) 0..1 with a margin round it, and the box (x0, y0, x1, y1) of each letter or digit by its index."""

    cover: Array
    letters: dict[int, tuple[int, int, int, int]]

    def picture(self, setting: Setting) -> Array:
        """The line in its colours with a trace of noise: uint8 (h, w, 3)."""
        noise = np.random.default_rng(setting.seed).normal(0, 2.0, (*self.cover.shape, 3))
        pixels = setting.ground + (setting.ink - setting.ground) * self.cover[..., None] + noise
        out: Array = np.clip(pixels, 0, 255).astype(np.uint8)
        return out


def drawn(text: str, setting: Setting) -> Drawn:
    """The text set in the setting's face, whichever text that is for."""
    pad = round(PAD * setting.cap) + 4
    line = set_line(text, setting.face, setting.size)
    letters = {}
    for at, letter in enumerate(text):
        if letter.isalnum():
            before = set_line(text[:at] + "|", setting.face, setting.size)
            start = line.start + before.advance - set_line("|", setting.face, setting.size).advance
            one = set_line(letter, setting.face, setting.size)
            x0, y0 = round(start - one.start) + pad, round(line.baseline - one.baseline) + pad
            letters[at] = (x0, y0, x0 + one.mask.shape[1], y0 + one.mask.shape[0])
    return Drawn(np.pad(line.mask, pad) / 255, letters)


def settings(cap: int, number: int, texts: tuple[str, ...] = PHRASES) -> Iterator[Setting]:
    """Lines in the built-in faces and in colours that can be read."""
    random = Random(cap)
    for at in range(number):
        text = texts[at % len(texts)]
        chosen = face(text, style=random.choice(STYLES), weight=random.choice(WEIGHTS))
        dark, light = (np.array([random.randrange(*span) for _ in range(3)], float) for span in ((0, 80), (180, 256)))
        ink, ground = (dark, light) if random.random() < 0.6 else (light, dark)
        if contrast((round(ink[0]), round(ink[1]), round(ink[2])), (round(ground[0]), round(ground[1]), round(ground[2]))) >= 4:
            yield Setting(text, chosen, cap, ink, ground, random.randrange(1 << 30))


def lettering(number: int) -> Iterator[Fault]:
    """Of each height `number` lines: clean, then with each fault of one letter."""
    for cap in HEIGHTS:
        for at, setting in enumerate(settings(cap, number)):
            sound = drawn(setting.text, setting)
            yield _fault(setting, sound, CLEAN)
            for name, damage in DAMAGES.items():
                damaged = damage(setting, sound, Random(f"{name} {cap} {at}"))
                if damaged is not None:
                    yield _fault(setting, damaged, name, sound)
        for at, (one, other) in enumerate(MARKED * max(1, number // (2 * len(MARKED)))):
            for asked, written in ((one, other), (other, one)):
                setting = next(settings(cap + 1000 * at, 1, (one + other,)))
                setting = replace(setting, text=asked, cap=cap)
                sound = drawn(asked, setting)
                yield _fault(setting, sound, CLEAN)
                yield _fault(setting, drawn(written, setting), "wrong diacritic", sound)


Damage = Callable[[Setting, Drawn, Random], Drawn | None]


def misspelt(setting: Setting, sound: Drawn, random: Random) -> Drawn:
    at, letter = _any(setting.text, random)
    return drawn(_with(setting.text, at, another(letter, random)), setting)


def dropped(setting: Setting, sound: Drawn, random: Random) -> Drawn:
    return drawn(_with(setting.text, _any(setting.text, random)[0], ""), setting)


def doubled(setting: Setting, sound: Drawn, random: Random) -> Drawn:
    at, letter = _any(setting.text, random)
    return drawn(_with(setting.text, at, 2 * letter), setting)


def mirrored(setting: Setting, sound: Drawn, random: Random) -> Drawn | None:
    """One letter of those that a mirror changes, flipped about its middle."""
    telling = [at for at in sound.letters if setting.text[at] in TELLING]
    if not telling:
        return None
    at = random.choice(telling)
    x0, y0, x1, y1 = sound.letters[at]
    alone = set_line(setting.text[at], setting.face, setting.size).mask / 255
    cover = sound.cover.copy()
    cover[y0:y1, x0:x1] = np.maximum(np.clip(cover[y0:y1, x0:x1] - alone, 0, 1), alone[:, ::-1])
    return replace(sound, cover=cover)


def erased(share: float, *, down: bool) -> Damage:
    """`share` of the height (`down`) or the width of a letter painted over with the ground, from either end."""

    def damage(setting: Setting, sound: Drawn, random: Random) -> Drawn:
        x0, y0, x1, y1 = sound.letters[random.choice(list(sound.letters))]
        part = max(1, round(share * (y1 - y0 if down else x1 - x0)))
        first = random.random() < 0.5
        rows = slice(y0, y1) if not down else slice(y0, y0 + part) if first else slice(y1 - part, y1)
        columns = slice(x0, x1) if down else slice(x0, x0 + part) if first else slice(x1 - part, x1)
        cover = sound.cover.copy()
        cover[rows, columns] = 0
        return replace(sound, cover=cover)

    return damage


def twice(setting: Setting, sound: Drawn, random: Random) -> Drawn:
    """The strokes of one letter doubled: the letter once more, a sixth of a capital's height aside."""
    at = random.choice(list(sound.letters))
    x0, y0, x1, y1 = sound.letters[at]
    alone = set_line(setting.text[at], setting.face, setting.size).mask / 255
    shift = max(2, round(setting.cap / 6))
    across, down = random.choice(((shift, 0), (-shift, 0), (shift, -shift), (0, shift)))
    cover = sound.cover.copy()
    ghost = np.s_[y0 + down : y1 + down, x0 + across : x1 + across]
    cover[ghost] = np.maximum(cover[ghost], alone)
    return replace(sound, cover=cover)


DAMAGES = {
    "misspelt": misspelt,
    "letter dropped": dropped,
    "letter doubled": doubled,
    "letter mirrored": mirrored,
    "strokes doubled": twice,
    **{
        f"{share:.0%} of a letter's {'height' if down else 'width'} erased": erased(share, down=down)
        for share, down in product((0.25, 0.4), (True, False))
    },
}


def another(letter: str, random: Random) -> str:
    """Another digit for a digit, another letter of its case for a letter."""
    others = "0123456789" if letter.isdigit() else "ABCDEFGHKLMNOPRSTUVWXYZ"
    other = random.choice([one for one in others if one.casefold() != letter.casefold()])
    return other.lower() if letter.islower() else other


def _any(text: str, random: Random) -> tuple[int, str]:
    at = random.choice([at for at, letter in enumerate(text) if letter.isalnum()])
    return at, text[at]


def _with(text: str, at: int, other: str) -> str:
    return text[:at] + other + text[at + 1 :]


def _fault(setting: Setting, drawing: Drawn, name: str, sound: Drawn | None = None) -> Fault:
    """The drawing as a picture of its own, checked against the setting's text."""
    pixels = drawing.picture(setting)
    height, width = pixels.shape[:2]
    pad = round(PAD * setting.cap) + 2
    mask = np.zeros((height, width), np.uint8)
    mask[pad : height - pad, pad : width - pad] = 1
    asked = Requirement(
        id="text:line", kind="text", element="line", expected=setting.text, threshold=threshold("text", "exact")
    )
    plan = Plan(
        canvas=Canvas(width=max(width, 16), height=max(height, 16), aspect="1:1", size="512"),
        kind="flat",
        elements=(Element(id="line", label="headline", kind="text", text=setting.text),),
        requirements=(asked,),
    )
    render = Render(
        renderer="studio",
        pixels=Raster(pixels),
        masks={"line": Raster(mask)},
        parameters={"face:line": setting.face.name},
    )
    box = None
    if name != CLEAN and sound is not None:
        alike = drawing.cover.shape == sound.cover.shape
        box = damage_box(sound.picture(setting), pixels) if alike else (0.0, 0.0, 1.0, 1.0)
    subject = f"“{setting.text}” in {setting.face.family}"
    return Fault("text", name, f"{setting.cap} px", subject, asked.id, plan, render, name != CLEAN, box)
