"""Colour naming, and the colour critic on shaded things and on ink."""

import numpy as np
import pytest

from engine.colour.measure import lab
from engine.colour.names import RGB, parse
from engine.colour.naming import fits, name_of
from engine.critics.colour import ColourCritic
from engine.types import Array
from tests.critics.pictures import BAKERY, Thing, Words, changed, judged, poster, still_life, unmasked

CRITIC = ColourCritic()
NAMES = ("red", "orange", "yellow", "green", "blue", "purple", "pink", "brown", "white", "grey", "black", "teal")


def lit(colour: str, light: float) -> Array:
    """Lab of a colour under that share of full light."""
    rgb = parse(colour)
    assert rgb is not None
    linear = (np.array(rgb) / 255) ** 2.2 * light
    red, green, blue = np.rint(255 * linear ** (1 / 2.2)).astype(int)
    shaded: RGB = (int(red), int(green), int(blue))
    return lab(shaded)


@pytest.mark.parametrize("asked", NAMES)
def test_basic_words_fit_their_colour_in_light_and_shade_and_no_other(asked: str) -> None:
    full = float(lit(asked, 0.9)[0])
    assert all(fits(lit(asked, light), asked, full) for light in (0.9, 0.6, 0.35))
    for other in NAMES:
        if other != asked:
            assert not fits(lit(other, 0.9), asked), other


@pytest.mark.parametrize(
    ("asked", "painted", "right"),
    [
        ("dark brown", "dark brown", True), ("dark brown", "tan", False), ("light blue", "sky blue", True),
        ("light blue", "navy blue", False), ("dark green", "forest green", True), ("dark green", "mint", False),
        ("cream", "cream", True), ("cream", "white", False), ("cream", "yellow", False), ("gold", "golden", True),
        ("gold", "silver", False), ("coral", "#FF6F61", True), ("coral", "red", False), ("navy", "midnight blue", True),
        ("red", "crimson", True), ("red", "pink", False), ("green", "olive drab", True), ("blue", "turquoise", False),
        ("pale yellow", "yellow", False), ("burgundy", "wine", True), ("burgundy", "red", False), ("grey", "silver", True),
    ],
)  # fmt: skip
def test_finer_words(asked: str, painted: str, right: bool) -> None:
    assert bool(fits(lit(painted, 1.0), asked)) is right


def test_words_that_are_no_colours_are_refused() -> None:
    with pytest.raises(KeyError):
        fits(lit("red", 1), "loud")


@pytest.mark.parametrize("name", NAMES)
def test_a_colour_is_called_by_its_word(name: str) -> None:
    assert name_of(lit(name, 1.0)) == name


@pytest.mark.parametrize("kind", ["sphere", "cube"])
@pytest.mark.parametrize("colour", ["red", "blue", "yellow", "white", "dark green"])
def test_shaded_things_keep_their_names(kind: str, colour: str) -> None:
    plan, render = still_life((Thing("it", kind, colour, ((0.5, 0.6),), 0.2),))
    assert judged(CRITIC, plan, render)["colour:it"].verdict == "passed"


@pytest.mark.parametrize(("asked", "painted"), [("red", "orange"), ("blue", "purple"), ("white", "yellow"), ("green", "teal")])
def test_another_colour_is_told(asked: str, painted: str) -> None:
    plan, _ = still_life((Thing("it", "sphere", asked, ((0.5, 0.6),), 0.2),))
    _, wrong = still_life((Thing("it", "sphere", painted, ((0.5, 0.6),), 0.2),))
    finding = judged(CRITIC, plan, wrong)["colour:it"]
    assert finding.verdict == "failed"
    assert finding.message == f"The sphere looks {painted}, not {asked}."
    assert isinstance(finding.measured, float)
    assert finding.measured < finding.threshold


def test_one_of_three_in_another_colour_fails() -> None:
    spheres = Thing("it", "sphere", "blue", ((0.2, 0.6), (0.5, 0.6), (0.8, 0.6)), 0.1)
    plan, render = still_life((spheres,))
    assert judged(CRITIC, plan, render)["colour:it"].verdict == "passed"
    pixels = render.pixels.array.copy()
    third = render.masks["it"].array == 3
    pixels[third] = pixels[third][:, ::-1]
    finding = judged(CRITIC, plan, changed(render, pixels))["colour:it"]
    assert finding.verdict == "failed"
    assert finding.box is not None
    assert finding.box[0] > 0.6


def test_exact_colours_are_measured_by_their_difference() -> None:
    plan, render = still_life((Thing("it", "cube", "#1E5AA8", ((0.5, 0.6),), 0.2),))
    finding = judged(CRITIC, plan, render)["colour:it"]
    assert finding.verdict == "passed"
    _, wrong = still_life((Thing("it", "cube", "#2E6AC0", ((0.5, 0.6),), 0.2),))
    finding = judged(CRITIC, plan, wrong)["colour:it"]
    assert finding.verdict == "failed"
    assert isinstance(finding.measured, float)
    assert finding.measured > 4


@pytest.mark.parametrize("masked", [True, False], ids=["masks", "no masks"])
def test_ink_and_ground_of_a_poster(masked: bool) -> None:
    words = (Words("headline", "NIGHT TIDE", BAKERY[0].box, "#FF6F61"), Words("subtitle", "at sea", BAKERY[1].box, "white"))
    plan, render = poster(words, "#0B1F4B")
    findings = judged(CRITIC, plan, render if masked else unmasked(render))
    assert {finding.verdict for finding in findings.values()} == {"passed"}
    assert findings["colour:headline"].measured == pytest.approx(0, abs=0.6)
    _, wrong = poster((Words("headline", "NIGHT TIDE", BAKERY[0].box, "#FF9F61"), words[1]), "#1B2F6B")
    findings = judged(CRITIC, plan, wrong if masked else unmasked(wrong))
    assert findings["colour:headline"].verdict == "failed"
    assert findings["colour:background"].verdict == "failed"


def test_without_masks_and_several_things_it_is_unchecked() -> None:
    things = (Thing("a", "sphere", "red", ((0.3, 0.6),)), Thing("b", "cube", "blue", ((0.7, 0.6),)))
    plan, render = still_life(things)
    assert judged(CRITIC, plan, unmasked(render))["colour:a"].verdict == "unchecked"
