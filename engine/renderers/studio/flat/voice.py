"""Which faces speak: a pairing for headline and text, chosen by what the design is for and by the seed."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass

from engine.types import Brief, Element, Plan
from engine.typography.fonts import Face, Style, face


@dataclass(frozen=True)
class _Cut:
    style: Style
    weight: int
    tracking: float = 0.0


@dataclass(frozen=True)
class Voice:
    """A pairing: the cuts of headlines, of subtitles and of the rest, and how much ornament goes with them (0..2)."""

    name: str
    headline: _Cut
    subtitle: _Cut
    text: _Cut
    ornament: int


VOICES = {
    voice.name: voice
    for voice in (
        Voice("swiss", _Cut("grotesk", 800, -0.012), _Cut("grotesk", 500, 0.012), _Cut("grotesk", 500, 0.012), 1),
        Voice("modern", _Cut("sans", 700, -0.02), _Cut("sans", 500, -0.005), _Cut("sans", 500, 0.006), 1),
        Voice("quiet", _Cut("sans", 500, -0.02), _Cut("sans", 400), _Cut("sans", 450, 0.006), 0),
        Voice("bold", _Cut("condensed", 900, 0.004), _Cut("grotesk", 600, 0.008), _Cut("grotesk", 500, 0.012), 1),
        Voice("wide", _Cut("wide", 900, -0.004), _Cut("grotesk", 500, 0.012), _Cut("grotesk", 500, 0.012), 1),
        Voice("tech", _Cut("geometric", 600, -0.022), _Cut("geometric", 500), _Cut("geometric", 500), 1),
        Voice("warm", _Cut("soft", 700, -0.012), _Cut("soft", 500), _Cut("soft", 450), 2),
        Voice("playful", _Cut("soft", 900, -0.01), _Cut("soft", 600), _Cut("soft", 500), 2),
        Voice("classic", _Cut("display", 400, -0.006), _Cut("serif", 500), _Cut("serif", 500), 2),
        Voice("bookish", _Cut("serif", 500, -0.012), _Cut("italic", 500), _Cut("serif", 500), 1),
        Voice("fashion", _Cut("didone", 600, 0.012), _Cut("serif", 500), _Cut("serif", 500), 1),
    )
}
_SUBJECTS = (
    (r"minimal\w*|simple|clean|plain|understated", ("swiss", "quiet", "modern", "fashion")),
    (r"elegant|luxur\w*|wedding|refined|perfume|jewel\w*|fashion|formal", ("fashion", "bookish", "classic")),
    (r"playful|fun|kids?|child\w*|cute|birthday|toy\w*", ("playful",)),
    (r"retro|vintage|nostalgic|old-fashioned|seventies|70s", ("warm", "classic")),
    (r"bold|loud|strong|punk|brutalist|sport\w*|gym", ("bold", "wide")),
    (r"swiss|international style|bauhaus|modernist|geometric", ("swiss", "bold")),
    (r"tech\w*|startup|app|software|ai|data|futuristic|cyber\w*|science", ("tech", "modern")),
    (r"modern|contemporary", ("modern", "tech", "swiss")),
    (r"concert|festival|gig|music|jazz|club|techno|party|rave", ("bold", "wide", "swiss")),
    (r"sale|discount|banner|offer|promo\w*", ("swiss", "bold", "modern")),
    (r"baker\w*|bread|café|cafe|coffee|farm\w*|organic|brunch|ice cream", ("warm", "classic", "swiss")),
    (r"wine|olive|oil|honey|jam|tea|gin|whisky|beer|label|invitation|menu|restaurant", ("classic", "bookish", "fashion")),
    (r"business card|visiting card|stationery|letterhead|architect\w*", ("quiet", "swiss", "bookish")),
    (r"book|literature|poetry|museum|theatre|theater|opera|classical", ("bookish", "classic", "fashion")),
)


def voice(plan: Plan, brief: Brief, seed: int) -> Voice:
    """The pairing for the plan's style words, else for what the prompt is about, else any; the seed picks among equals."""
    chance = random.Random(f"voice {seed}")
    unquoted = re.sub(r"[\"“„«「][^\"”»」]*[\"”»」]", " ", brief.prompt.lower())
    for words in (" ".join(plan.style).lower(), unquoted):
        for pattern, names in _SUBJECTS:
            if re.search(rf"\b(?:{pattern})\b", words):
                return VOICES[chance.choice(names)]
    return VOICES[chance.choice(("swiss", "modern", "classic", "bookish", "tech"))]


def cut_for(text: Element, spoken: Voice, size_px: float, canvas_side: int, font: str) -> tuple[Face, float]:
    """The face and tracking of a text about `size_px` high: optical size as on a page 20 cm wide, small capitals opened."""
    cut = {"headline": spoken.headline, "subtitle": spoken.subtitle}.get(text.label, spoken.text)
    points = min(max(size_px / canvas_side * 567, 8.0), 60.0)
    if cut.style == "didone":
        points = min(points, 10.0)  # thin enough to be elegant, sturdy enough to be read
    chosen = face(text.text, style=cut.style, weight=cut.weight, optical=points, font=font)
    capitals = text.text.isupper() and text.label != "headline"
    return chosen, cut.tracking + (0.07 if capitals else 0.0)
