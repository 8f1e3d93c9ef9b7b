"""What a model is told: the user's words stay, the plan is right where they differ, and nothing is lost."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.planners.grammar import Grammar
from engine.renderers.diffusion.prompting import LETTERING, Reads, words
from engine.types import Brief, Camera, Plan, Region, Requirement

SD15 = Reads("tags", 0, negative=True)
SDXL = Reads("tags", 12, negative=True)
FLUX = Reads("sentences", 200, negative=False)
QWEN = Reads("sentences", 400, negative=True)

SHOP = (
    'A cozy shop at night, neon sign saying "OPEN LATE", two red bicycles left of the door, without people or cars, cinematic'
)


def planned(prompt: str) -> tuple[Plan, Brief]:
    brief = Brief(prompt=prompt)
    return Grammar().plan(brief), brief


def told(prompt: str, reads: Reads = FLUX) -> str:
    return words(*planned(prompt), reads).positive


def test_a_prompt_that_says_it_all_is_told_as_it_was_written() -> None:
    prompt = "a watercolour of a ginger cat asleep on a windowsill"
    assert [told(prompt, reads) for reads in (SD15, SDXL, FLUX, QWEN)] == [prompt] * 4


@pytest.mark.parametrize("reads", [SD15, FLUX, QWEN])
def test_words_that_the_planner_did_not_understand_reach_the_model(reads: Reads) -> None:
    plan, brief = planned("two foxes, glorpy ambience, ukiyo-e zorn flimmer")
    found = words(plan, brief, reads)
    assert all(word in found.positive for word in ("glorpy ambience", "ukiyo-e", "zorn", "flimmer"))


@settings(max_examples=25, deadline=None)
@given(st.lists(st.from_regex(r"[a-z]{3,9}", fullmatch=True), min_size=1, max_size=40))
def test_no_word_is_ever_lost(more: list[str]) -> None:
    prompt = "a red box on a table, " + ", ".join(more)
    for reads in (SDXL, FLUX):
        found = words(*planned(prompt), reads)
        assert set(re.findall(r"\w+", prompt)) <= set(
            re.findall(r"\w+", f"{found.positive} {found.negative} no without any with")
        )


def test_texts_are_quoted_for_those_who_can_spell_them() -> None:
    assert '"OPEN LATE"' in told(SHOP, FLUX)
    assert '"OPEN LATE"' in told(SHOP, SDXL)
    assert told(SHOP, SD15).count(f"neon sign saying {LETTERING}, ") == 1
    assert "OPEN" not in told(SHOP, SD15)


def test_what_is_not_wanted_goes_to_the_negative_prompt_or_stays_a_phrase() -> None:
    plan, brief = planned(SHOP)
    with_negative, without = words(plan, brief, QWEN), words(plan, brief, FLUX)
    assert "people" not in with_negative.positive
    assert with_negative.negative == "people or cars"
    assert "without people or cars" in without.positive
    assert without.negative == ""
    alone = words(plan, Brief(plan=plan), FLUX).positive
    assert "No person." in alone


def test_where_nothing_is_to_be_written_writing_is_not_wanted() -> None:
    assert words(*planned("two foxes, no text"), SD15).negative == "text, watermark, signature"
    assert "text" not in words(*planned(SHOP), SDXL).negative


def test_the_plan_is_right_where_the_prompt_says_otherwise() -> None:
    plan, brief = planned(SHOP)
    bicycles, headline = plan.element("bicycle"), plan.element("headline")
    edited = plan.with_element(bicycles.replace(count=4, colors=("dark green",))).with_element(headline.replace(text="CLOSED"))
    found = words(edited, brief, FLUX).positive
    assert "four dark green bicycles left of the door" in found
    assert '"CLOSED"' in found
    assert not {"two", "red", "OPEN"} & set(re.findall(r"\w+", found))


@pytest.mark.parametrize(
    ("prompt", "element", "changes", "expected"),
    [
        ("a fluffy white cat on a chair", "cat", {"colors": ("black",)}, "a fluffy black cat on a chair"),
        ("a cat asleep on a chair", "cat", {"count": 3}, "three cats asleep on a chair"),
        ("a cat on a chair", "cat", {"colors": ("#1E5AA8",)}, "a sapphire (#1E5AA8) cat on a chair"),
        ("a box on a chair", "box", {"material": "wood"}, "a wood box on a chair"),
        ("a wooden box on a chair", "box", {"material": "wood"}, "a wooden box on a chair"),
    ],
)  # fmt: skip
def test_an_edited_element_is_put_right_in_its_place(
    prompt: str, element: str, changes: dict[str, object], expected: str
) -> None:
    plan, brief = planned(prompt)
    assert words(plan.with_element(plan.element(element).replace(**changes)), brief, FLUX).positive == expected


def test_what_only_the_plan_knows_is_appended() -> None:
    plan, brief = planned("a cat on a chair")
    view = Requirement(id="view", kind="view", expected=(40.0, 45.0, 0.0))
    edited = plan.replace(light="neon", camera=Camera(azimuth=40, elevation=45), requirements=(*plan.requirements, view))
    more = ["high-angle view from above", "three-quarter view from the right", "neon light"]
    assert words(edited, brief, SDXL).positive == ", ".join(["a cat on a chair", *more])
    assert words(edited, brief, FLUX).positive.startswith("a cat on a chair. High-angle view from above. Three-quarter")


def test_a_plan_without_a_prompt_is_told_in_full() -> None:
    plan, _ = planned(SHOP)
    found = words(plan, Brief(plan=plan), FLUX).positive
    said = (
        "Two red bicycles",
        'The headline "OPEN LATE" on the neon sign',
        "The bicycles are to the left of the door",
        "At night",
    )
    assert all(f"{sentence}." in found for sentence in said)
    for held in ("two glass jars of honey", "a jar of honey"):
        plan, _ = planned(f"{held} on a table")
        assert f"{held.capitalize()}." in words(plan, Brief(plan=plan), FLUX).positive


def test_a_region_is_told_its_words_or_what_stands_there_and_the_look_of_the_whole() -> None:
    plan, brief = planned(SHOP)
    box = plan.element("bicycle").box
    assert words(plan, brief, FLUX, Region(box=box, words="a purple owl")).positive == "a purple owl. Cinematic. At night."
    assert words(plan, brief, SDXL, Region(box=box)).positive == "two red bicycles, cinematic, at night"
    assert words(plan, brief, FLUX, Region(box=(0, 0, 1, 1))).positive == words(plan, brief, FLUX).positive


def test_what_something_does_goes_with_it_into_its_region() -> None:
    plan, brief = planned("A watercolour of a bookshop and a cat, which is asleep")
    assert "asleep" in words(plan, brief, FLUX, Region(box=plan.element("cat").box)).positive


def test_a_prompt_in_another_language_reaches_the_model_whole() -> None:
    prompt = "Ein Fuchs schläft im Wald, daneben „WALD“"
    assert told(prompt, FLUX).startswith(prompt)
