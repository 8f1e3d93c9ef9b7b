"""What the planner promises for any prompt."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.colour.measure import contrast
from engine.colour.names import parse
from engine.errors import BadInput
from engine.planners.grammar import Grammar
from engine.planners.grammar.palette import LARGE_READABLE, readable
from engine.planners.grammar.wordlist import words
from engine.types import Brand, Brief, Plan
from engine.typography.fonts import face

WORDS = words(
    """
    a an the two three red dark brown big box bottle cat table of with on in next to and or no that says "HI" «Été» titled label
    front view top-down 16:9 4k , . : # ' " “ ” isometric 30 degrees from left rgb(1,2,3) #123 blue made wood photo poster
    """
)


def plan(prompt: str, **options: object) -> Plan:
    return Grammar().plan(Brief(prompt=prompt).replace(**options))


def texts(prompt: str) -> list[str]:
    return [element.text for element in plan(prompt).elements if element.text]


def kinds(made: Plan, kind: str) -> list[str]:
    return [note.message for note in made.notes if note.kind == kind]


def planned(prompt: str) -> Plan | None:
    """The plan, or None where the prompt is refused with a reason and advice."""
    try:
        return plan(prompt)
    except BadInput as error:
        return None if error.happened and error.to_do else pytest.fail("an error without advice")


@settings(max_examples=150, deadline=2000)
@given(st.one_of(st.text(max_size=60), st.lists(st.sampled_from(sorted(WORDS)), max_size=25).map(" ".join)))
def test_any_prompt_plans_or_says_why_not(prompt: str) -> None:
    made = planned(prompt)
    if made is None:
        return
    normal = unicodedata.normalize("NFC", prompt)
    for element in made.elements:
        assert element.text in normal
        assert 0 <= element.span[0] <= element.span[1] <= len(normal)
    for requirement in made.requirements:
        assert 0 <= requirement.span[0] <= requirement.span[1] <= len(normal)
    assert made == plan(prompt)


@settings(max_examples=60, deadline=2000)
@given(st.text(alphabet=st.characters(categories=("L", "N", "P", "S", "Zs"), exclude_characters='"'), min_size=1, max_size=30))
def test_what_is_quoted_is_written_character_for_character(text: str) -> None:
    wanted = unicodedata.normalize("NFC", text).strip()
    if wanted:
        assert texts(f'A poster that says "{text}"') == [wanted]


@pytest.mark.parametrize(
    "quoted",
    ['"{}"', "“{}”", "„{}“", "„{}”", "”{}”", "«{}»", "« {} »", "»{}«", "‹{}›", "「{}」", "『{}』", "'{}'", "‘{}’", "`{}`"],
)
def test_quotation_marks_of_every_kind(quoted: str) -> None:
    assert texts(f"A poster with the words {quoted.format('Good morning')} in red") == ["Good morning"]


def test_apostrophes_are_no_quotation_marks() -> None:
    assert texts("a child's drawing of the dogs' bowl, rock 'n' roll, '90s style") == []
    assert texts("a sign that says 'Don't stop'") == ["Don't stop"]
    assert texts("a sign that says 'The Dogs' Bowl'") == ["The Dogs' Bowl"]
    assert texts('a 12" record box that says "HELLO"') == ["HELLO"]


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("a sign that says OPEN", ["OPEN"]),
        ("a mug with the word COFFEE on a table", ["COFFEE"]),
        ("a sign saying stop on a brick wall", ["stop"]),
        ("a book titled The Quiet Machine by A. N. Other on a desk", ["The Quiet Machine", "A. N. Other"]),
        ("a woman reading a book", []),
        ("a poster that says “مرحبا بالعالم”", ["مرحبا بالعالم"]),
        ("a poster that says 「营业中」", ["营业中"]),
        ('a poster that says "Cafe\u0301"', ["Café"]),
        ('a box that says "<b>${HOME}</b>; rm -rf /"', ["<b>${HOME}</b>; rm -rf /"]),
    ],
)
def test_texts(prompt: str, expected: list[str]) -> None:
    assert texts(prompt) == expected


def test_roles_and_hosts() -> None:
    made = plan(
        'A glass bottle with a green label reading "OLIO" and small print "500 ml" on a marble table, beside a card "Salve"'
    )
    host = {element.text: made.host(element.id) for element in made.texts()}
    assert {text: element.kind for text, element in host.items() if element} == {
        "OLIO": "label",
        "500 ml": "label",
        "Salve": "card",
    }
    assert made.host("label") == made.element("bottle")
    assert {element.text: element.label for element in made.texts()}["500 ml"] == "small print"
    assert made.element("bottle").material == "glass"


def test_lettering_carries_its_own_text() -> None:
    made = plan('3D letters "SALE" standing on a pink floor')
    assert [(e.kind, e.label, e.text) for e in made.elements if e.text] == [("lettering", "letters", "SALE")]


@pytest.mark.parametrize(
    ("words", "azimuth", "elevation", "roll"),
    [
        ("front view", 0, 3, 0),
        ("side view", 90, 3, 0),
        ("seen from the left", -90, 3, 0),
        ("back view", 180, 3, 0),
        ("bird's-eye view", 25, 60, 0),
        ("worm’s-eye view", 25, -35, 0),
        ("isometric view", 45, 35.264, 0),
        ("Dutch angle", 25, 12, 15),
        ("eye level", 25, 2, 0),
        ("30 degrees from the right, 20° from above", 30, 20, 0),
        ("azimuth 50, elevation 15", 50, 15, 0),
        ("top-down", 0, 90, 0),
    ],
)
def test_cameras(words: str, azimuth: float, elevation: float, roll: float) -> None:
    made = plan(f"a red box, {words}")
    assert (made.camera.azimuth, made.camera.elevation, made.camera.roll) == (azimuth, elevation, roll)
    assert [r.expected for r in made.requirements if r.kind == "view"] == [(azimuth, elevation, roll)]


def test_lens_words() -> None:
    assert plan("close-up of a bottle, 85mm lens, f/2.8").camera.focal_mm == 85
    assert plan("close-up of a bottle, 85mm lens, f/2.8").camera.f_number == 2.8
    assert plan("close-up of a bottle").camera.zoom > 1
    assert plan("a bottle, shallow depth of field").camera.f_number is not None


def test_formats_are_read_and_overridden() -> None:
    assert (plan("a red box, 16:9, 4K").canvas.aspect, plan("a red box, 16:9, 4K").canvas.size) == ("16:9", "4k")
    assert plan("a vertical poster saying HELLO").canvas.aspect == "2:3"
    made = plan("a red box, 16:9", aspect="1:1", size="512")
    assert (made.canvas.aspect, made.canvas.size) == ("1:1", "512")
    assert kinds(made, "contradiction")
    assert plan('a poster that says "at 6:30"').canvas.aspect == "1:1"


@pytest.mark.parametrize(
    ("prompt", "options", "named"),
    [
        ("a box", {"aspect": "5:3"}, "16:9"),
        ("a box", {"size": "8k"}, "4k"),
        ("a box, aspect ratio 5:3", {}, "16:9"),
        ("a box\x00", {}, "U+0000"),
        ("a box\x1b[31m", {}, "U+001B"),
        ("", {}, "empty"),
        ("!!! ...", {}, "nothing to draw"),
        ("front view, 4k", {}, "nothing to draw"),
        ("a box " * 20_000, {}, "100,000"),
    ],
)
def test_bad_input_is_told_in_one_line(prompt: str, options: dict[str, object], named: str) -> None:
    with pytest.raises(BadInput) as caught:
        plan(prompt, **options)
    assert named in str(caught.value)
    assert "\n" not in str(caught.value)
    assert caught.value.to_do


@pytest.mark.timeout(60)
@pytest.mark.parametrize("piece", ["a red cat and ", "'a ", "“", "cup of ", "on it ", "gold letters, ", "30° from left "])
def test_prompts_of_100_000_characters(piece: str) -> None:
    made = planned((piece * (99_980 // len(piece))) + ' box "X"')
    assert made is None or made.elements


def test_what_is_not_understood_is_listed_with_its_place() -> None:
    prompt = "a red box past 314"
    notes = [note for note in plan(prompt).notes if note.kind == "unused"]
    assert [prompt[slice(*note.span)] for note in notes] == ["past 314"]


def test_exclusions() -> None:
    made = plan("a bottle on a table, no text or logos, without any people")
    assert made.excluded == ("text", "logo", "person")
    assert [e.kind for e in made.elements] == ["bottle", "table"]
    contradictory = plan('a box that says "HI", no text')
    assert kinds(contradictory, "contradiction")
    assert contradictory.excluded == ()


def test_substitutes_and_assumptions_are_noted() -> None:
    assert kinds(plan("a tea tin on a crate"), "substitution") == ["“tea tin” is drawn as a can.", "“crate” is drawn as a box."]
    made = plan("blue spheres on a table")
    assert made.element("sphere").count == 3
    assert kinds(made, "assumption")
    assert [r.hard for r in made.requirements if r.kind == "count"] == [False]


def test_brand_colours() -> None:
    brand = Brand(name="Norda", colors={"fjord": "#123456", "Signal Red": "#FF0011"})
    made = plan('a box in brand fjord with a signal red label "N"', brand=brand)
    assert made.element("box").colors == ("#123456",)
    assert made.element("label").colors == ("#FF0011",)


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("two books, the left one red", [("red",), ()]),
        ("two books on a table, the right one is blue", [(), ("blue",)]),
        ("three balls, the middle one green", [(), ("green",), ()]),
        ("three mugs, the left one red, the middle one white and the right one blue", [("red",), ("white",), ("blue",)]),
    ],
)
def test_copies_told_apart_by_place_stand_in_a_row(prompt: str, expected: list[tuple[str, ...]]) -> None:
    made = plan(prompt)
    row = [e for e in made.elements if e.kind != "table"]
    assert [(e.count, e.colors) for e in row] == [(1, colors) for colors in expected]
    middles = [(e.box[0] + e.box[2]) / 2 for e in row]
    assert middles == sorted(middles)
    assert not kinds(made, "unused")


def test_copies_told_apart_by_colour() -> None:
    made = plan("three mugs, one red and two blue")
    assert [(e.count, e.colors) for e in made.elements] == [(1, ("red",)), (2, ("blue",))]
    assert [(e.label, e.count) for e in plan("two blue balls and one red cube").elements] == [("ball", 2), ("cube", 1)]


def test_a_thing_for_wine_is_no_colour() -> None:
    made = plan('a wine label with "CHATEAU" in burgundy on ivory')
    assert made.element("background").colors == ("ivory",)
    assert made.element("headline").colors == ("burgundy",)


def test_polished_metal_is_a_mirror_and_polished_wood_is_not() -> None:
    assert plan("a polished metal sphere").element("sphere").material == "chrome"
    assert plan("a polished wooden box").element("box").material == "gloss"


@pytest.mark.parametrize(
    ("prompt", "vessel", "held"),
    [
        ("two glass jars of honey", "jar", "honey"),
        ("a jar of honey", "jar", "honey"),
        ("a glass of orange juice", "cup", "orange juice"),
        ("a bottle of red wine", "bottle", "red wine"),
        ("a teal glass bottle", "bottle", ""),
    ],
)
def test_a_vessel_holds_what_it_is_of(prompt: str, vessel: str, held: str) -> None:
    (element,) = (one for one in plan(prompt).elements if one.kind == vessel)
    assert element.contents == held


def test_a_single_letter_is_written() -> None:
    made = plan("a poster with the letter Q")
    assert (made.kind, [e.text for e in made.texts()]) == ("flat", ["Q"])


@pytest.mark.parametrize(
    ("prompt", "azimuth", "elevation"),
    [("a cube seen from the side at 40 degrees", 40.0, None), ("a mug seen from above at 30 degrees", None, 30.0)],
)
def test_degrees_after_a_side_belong_to_the_camera(prompt: str, azimuth: float | None, elevation: float | None) -> None:
    made = plan(prompt)
    assert len(made.elements) == 1
    assert azimuth is None or made.camera.azimuth == azimuth
    assert elevation is None or made.camera.elevation == elevation


KIT = Brand(name="Norda", colors={"fjord": "#12343B", "sand": "#F2E8D5", "coral": "#E2583E"})


def test_a_design_wears_the_brands_colours_and_is_held_to_them() -> None:
    own = ("#12343B", "#F2E8D5", "#E2583E")
    for seed in range(4):
        made = plan('A poster that says "HELLO" with small print "norda.example"', brand=KIT, seed=seed)
        ground, *inks = [e.colors[0] for e in made.elements]
        assert {ground, *inks} <= set(own)
        assert all(contrast(parse(ground) or (0, 0, 0), parse(ink) or (0, 0, 0)) >= 4.5 for ink in inks)
        claim = next(r for r in made.requirements if r.kind == "brand")
        assert (claim.element, claim.expected, claim.hard) == ("", own, True)
    asked = plan('A poster that says "SALE" in red', brand=KIT)
    assert asked.element("headline").colors == ("red",)
    assert next(r.expected for r in asked.requirements if r.kind == "brand") == (*own, "red")
    lone = plan('A poster that says "HELLO"', brand=Brand(colors={"coral": "#E2583E"}))
    assert lone.element("background").colors == ("#E2583E",)


def test_what_carries_print_in_a_scene_wears_the_brands_colours() -> None:
    made = plan('a cereal box with "OATS" on a table', brand=KIT)
    assert (made.element("cereal-box").colors, made.element("headline").colors) == (("#12343B",), ("#F2E8D5",))
    assert made.element("table").colors == ()
    assert not [r for r in made.requirements if r.kind == "colour"], "what nobody asked for is held to the palette alone"
    assert plan('a chrome box with "OATS"', brand=KIT).element("box").colors == ()


def test_a_text_is_held_to_the_brands_font_where_that_has_its_letters() -> None:
    brand = Brand(font=str(face("a", style="display").path))
    made = plan('A poster that says "HELLO" with small print "こんにちは"', brand=brand)
    assert [(r.element, r.expected) for r in made.requirements if r.kind == "brand"] == [("headline", brand.font)]
    assert not [r for r in plan('A poster that says "HI"', brand=Brand(font="gone.ttf")).requirements if r.kind == "brand"]


LOGO = Brand(name="Norda", logo="norda.png")


def test_a_brand_logo_is_part_of_every_design() -> None:
    for prompt in ('A poster that says "HELLO"', 'a poster with our logo and the headline "HELLO"'):
        made = plan(prompt, brand=LOGO)
        assert [e.kind for e in made.elements] == ["background", "logo", "text"]
        assert [r.expected for r in made.requirements if r.kind == "brand"] == ["norda.png"]
        assert not made.notes
    assert all(e.kind != "logo" for e in plan('A poster that says "HELLO"').elements)


def test_a_logo_that_is_named_is_asked_for_where_a_model_must_draw_too() -> None:
    prompt = "a runner in the rain with the logo on her shirt"
    (claim,) = [one for one in plan(prompt, brand=LOGO).requirements if one.kind == "brand"]
    assert (claim.element, claim.expected) == ("logo", "norda.png")
    assert not [one for one in plan("a runner in the rain", brand=LOGO).requirements if one.kind == "brand"]
    assert not [one for one in plan(prompt).requirements if one.kind == "brand"]


def test_a_brand_logo_is_printed_where_the_text_is() -> None:
    prompts = {'a mug next to a cereal box with "OATS"': "cereal-box", "a can with the brand logo on a table": "can"}
    for prompt, host in prompts.items():
        made = plan(prompt, brand=LOGO)
        assert made.kind == "scene"
        assert ("logo", "on", host) in [(r.subject, r.relation, r.object) for r in made.relations]
    bare = plan("a red sphere", brand=LOGO)
    assert all(e.kind != "logo" for e in bare.elements)
    assert "left out" in bare.notes[0].message


def test_pictures_are_placed_in_flat_artwork() -> None:
    made = plan('A poster with a photo of a dog and the headline "MAX"', references=("dog.png",))
    assert (made.kind, [e.label for e in made.elements if e.kind == "image"]) == ("flat", ["dog"])
    assert plan('A poster with a photo of a dog and the headline "MAX"').kind == "picture"


def test_what_should_be_like_a_reference() -> None:
    asked = {
        'A poster with a photo of a dog and the headline "MAX"': ("dog", True),
        "a red mug on a table": ("mug", False),
        "a mug and a vase": ("", False),
    }
    for prompt, (element, hard) in asked.items():
        claims = [r for r in plan(prompt, references=("one.png",)).requirements if r.kind == "identity"]
        assert [(r.element, r.expected, r.hard) for r in claims] == [(element, "one.png", hard)]


@pytest.mark.parametrize("seed", range(8))
def test_flat_artwork_without_colours_is_readable(seed: int) -> None:
    made = plan('A poster that says "HELLO"', seed=seed)
    assert readable(made.element("headline").colors[0], made.element("background").colors[0])
    assert LARGE_READABLE >= 3
    assert not [r for r in made.requirements if r.kind == "colour"]


def test_contradictory_relations_keep_the_first() -> None:
    made = plan("a sphere left of a cube, the sphere right of the cube")
    assert [(r.subject, r.relation, r.object) for r in made.relations] == [("sphere", "left of", "cube")]
    assert kinds(made, "contradiction")


def test_boxes_of_pictures_satisfy_the_relations() -> None:
    for relation, axis, sign in (("left of", 0, -1), ("right of", 0, 1), ("above", 1, -1), ("below", 1, 1), ("on", 1, -1)):
        made = plan(f"a cat {relation} a dog")
        centre = [sum(made.element(name).box[axis::2]) for name in ("cat", "dog")]
        assert (centre[0] - centre[1]) * sign > 0.1
    inner, outer = (plan("a frog inside a bucket").element(name).box for name in ("frog", "bucket"))
    assert outer[0] <= inner[0] < inner[2] <= outer[2]
    assert outer[1] <= inner[1] < inner[3] <= outer[3]


def test_a_plan_in_the_brief_is_checked_and_returned() -> None:
    made = plan('A red box that says "HI"')
    assert plan("", plan=made) == made
    broken = made.replace(light="moonshine")
    with pytest.raises(BadInput, match="light"):
        plan("", plan=broken)


def test_the_seed_changes_only_flat_taste() -> None:
    assert plan("a red box", seed=1) == plan("a red box", seed=2)
    colours = {plan('A poster that says "HELLO"', seed=seed).element("background").colors for seed in range(8)}
    assert len(colours) > 4
