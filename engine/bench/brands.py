"""Faults of brands: designs with a brand kit, drawn with another ink, ground or font than the kit's."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from engine.bench.fault import CLEAN, Fault
from engine.bench.subjects import Subject, broken, drawn
from engine.types import Brand, Brief
from engine.typography.fonts import Style, face

PROMPTS = {
    "brand-poster": 'A poster that says "FRESH BREAD" with small print "Bakery Lane 7, open daily"',
    "brand-post": 'A square social post with the headline "Summer Jazz" and the subtitle "live at the Old Harbour"',
    "brand-card": 'A business card with "Zoë Müller" and small print "zoe@example.com"',
}
COLOURS = {"fjord": "#12343B", "sand": "#F2E8D5", "coral": "#E2583E"}
FONT: Style = "display"
OFF = {"6": "#183A4A", "16": "#B8A98C", "28": "#7A5CC0"}
"""Colours off the kit, by about how far (CIEDE2000) they are from the nearest of it."""
OTHERS: tuple[Style, ...] = ("sans", "serif")


@lru_cache(maxsize=1)
def branded() -> tuple[Subject, ...]:
    brand = Brand(name="Norda", colors=COLOURS, font=str(face("a", style=FONT).path))
    return tuple(
        Subject(name, Brief(prompt=prompt, brand=brand, size="1k", quality="fast", renderer="studio"))
        for name, prompt in PROMPTS.items()
    )


def brands() -> Iterator[Fault]:
    """Every claim of a brand on sound designs, and on those that break it."""
    for subject in branded():
        plan = subject.plan
        claims = [one for one in plan.requirements if one.kind == "brand"]
        for asked in claims:
            yield Fault("brand", CLEAN, "", subject.name, asked.id, plan, subject.render, wrong=False)
        palette = next(one for one in claims if not one.element)
        for away, colour in OFF.items():
            for element in (plan.element("background"), plan.texts()[-1]):
                name = "ground off the palette" if element.kind == "background" else "small text off the palette"
                inked = drawn(plan.with_element(element.replace(colors=(colour,))), subject.brief)
                yield broken("brand", name, f"ΔE {away}", subject, palette.id, plan, inked)
        for style in OTHERS:
            brand = (subject.brief.brand or Brand()).replace(font=str(face("a", style=style).path))
            set_so = drawn(plan, subject.brief.replace(brand=brand))
            for asked in (one for one in claims if one.element):
                yield broken("brand", "another font", "", subject, asked.id, plan, set_so)
