"""What is off brand becomes the brand's again: another font, another ink, and a logo drawn anew; nothing else changes."""

from __future__ import annotations

from engine.colour.measure import delta_e, lab
from engine.critics.brand import BrandCritic
from engine.fixers.recolour import Recolour
from engine.fixers.rerender import Rerender
from engine.fixers.typeset import Typeset
from engine.types import Brief, Element, Expected, Finding, Fix, Plan, Render
from engine.typography.fonts import face
from tests.critics.pictures import Words, poster, requirement
from tests.fakes import Silent
from tests.fixers.pictures import unchanged_outside

WORDS = Words("headline", "Harbour Days", (0.1, 0.1, 0.9, 0.5), ink="#7A5CC0", weight=700)


def branded(element: str, expected: Expected, limit: str) -> tuple[Plan, Render]:
    plan, render = poster((WORDS,), ground="#F2E8D5")
    return plan.replace(requirements=(requirement("brand", element, expected, limit),)), render


def judged(plan: Plan, render: Render) -> Finding:
    return BrandCritic().check(plan, plan.requirements, render, Silent())[0]


def mended(fixer: Typeset | Recolour, plan: Plan, render: Render) -> tuple[Fix, Render]:
    found = judged(plan, render)
    assert found.verdict == "failed"
    (fix,) = fixer.propose(plan, render, [found])
    after = fixer.apply(fix, plan, Brief(), render, None, Silent())
    assert unchanged_outside(fix, render, after.pixels.array)
    return fix, after


def test_a_text_in_another_font_is_set_in_the_brands() -> None:
    plan, render = branded("headline", str(face("a", style="display").path), "font")
    fix, after = mended(Typeset(), plan, render)
    assert (fix.kind, fix.element, fix.message) == ("typeset", "headline", "Set “Harbour Days” anew.")
    assert judged(plan, after).verdict == "passed"


def test_what_keeps_to_no_colour_of_the_brand_takes_the_nearest() -> None:
    plan, render = branded("", ("#12343B", "#F2E8D5", "#7040C8"), "palette")
    fix, after = mended(Recolour(), plan, render)
    assert (fix.kind, fix.element) == ("recolour", "headline")
    assert "#7040C8" in fix.message
    assert judged(plan, after).verdict == "passed"
    ink = after.pixels.array.reshape(-1, 3)[lab(render.pixels.array.reshape(-1, 3))[:, 0].argmin()]
    assert float(delta_e(lab(ink), lab((112, 64, 200)))) < 3


def test_a_logo_that_is_wrong_is_drawn_again_where_it_stands() -> None:
    plan, render = branded("headline", "logo.png", "logo")
    plan = plan.with_element(Element(id="headline", label="logo", kind="logo"))
    found = Finding(
        requirement=plan.requirements[0].id, critic="brand", verdict="failed", measured=0.1, box=(0.2, 0.2, 0.5, 0.3)
    )
    fix = Rerender().propose(plan, render, [found])[0]
    assert (fix.kind, fix.answers) == ("rerender", (plan.requirements[0].id,))
    assert fix.box is not None
    assert not Typeset().propose(plan, render, [found])
