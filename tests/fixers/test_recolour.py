"""Recolour changes the paint and leaves light, texture, highlights and letters."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from engine.colour.measure import delta_e, lab
from engine.colour.names import parse
from engine.fixers.recolour import Recolour
from engine.types import Array, Brief, Element, Plan, Relation, Render, Requirement
from tests.fakes import Silent
from tests.fixers.pictures import (
    ball,
    bytes_of,
    canvas_of,
    colour_plan,
    failed,
    opened,
    rendered,
    text_plan,
    unchanged_outside,
    write,
)

PAIRS = [
    ((30, 90, 168), "#2E6AB8"),
    ((30, 90, 168), "#C8102E"),
    ((200, 40, 40), "#1E5AA8"),
    ((128, 128, 128), "#0B6B3A"),
    ((235, 235, 230), "#FFC72C"),
]


def repainted(plan: Plan, render: Render, requirement: str) -> Array:
    fixer = Recolour()
    fix = fixer.propose(plan, render, [failed(requirement)])[0]
    after = fixer.apply(fix, plan, Brief(), render, None, Silent()).pixels.array
    assert unchanged_outside(fix, render, after)
    return after


def lit_difference(pixels: Array, mask: Array, colour: str) -> float:
    """ΔE2000 between the target and the median of the lit half of the ball without its highlight."""
    rgb = parse(colour)
    assert rgb is not None
    values = lab(pixels[mask])
    low, high = np.percentile(values[:, 0], (40, 90))
    lit = values[(values[:, 0] >= low) & (values[:, 0] <= high)]
    return float(delta_e(np.median(lit, axis=0), lab(rgb)))


@pytest.mark.parametrize(("colour", "asked"), PAIRS)
@pytest.mark.parametrize("masked", [True, False])
def test_a_ball_takes_the_colour_and_keeps_its_shading(colour: tuple[int, int, int], asked: str, masked: bool) -> None:
    before, mask = ball(colour)
    render = rendered(before, ball=mask) if masked else opened(before)
    after = repainted(colour_plan(asked, before, (0.05, 0.05, 0.95, 0.95)), render, "colour:ball")
    assert lit_difference(after, mask, asked) < (1.5 if masked else 2.5)
    assert np.corrcoef(lab(before)[mask][:, 0], lab(after)[mask][:, 0])[0, 1] > 0.95
    y, x = np.mgrid[:200, :200]
    around = np.hypot(x - 99.5, y - 99.5) > 77
    assert np.array_equal(after[around], before[around])


def test_highlights_stay_neutral() -> None:
    before, mask = ball((30, 90, 168))
    after = repainted(colour_plan("#C8102E", before), rendered(before, ball=mask), "colour:ball")
    brightest = before.sum(axis=2) >= np.percentile(before[mask].sum(axis=1), 99.7)
    tint = lab(after)[brightest & mask]
    assert np.hypot(tint[:, 1], tint[:, 2]).mean() < 0.5 * np.hypot(*lab(np.array([200, 16, 46]))[1:])


def test_letters_on_it_keep_their_colour_and_their_edges() -> None:
    picture = np.empty((200, 200, 3))
    picture[:] = (40, 80, 150)
    x0, y0, x1, y1 = write(picture, "HI", "sans", 700, 70, 100, 125, (255, 255, 255))
    wanted = np.empty((200, 200, 3))
    wanted[:] = (200, 16, 46)
    write(wanted, "HI", "sans", 700, 70, 100, 125, (255, 255, 255))
    text = np.zeros((200, 200), np.uint8)
    text[y0:y1, x0:x1] = 1
    body = np.ones((200, 200), np.uint8)
    before = bytes_of(picture)
    after = repainted(colour_plan("#C8102E", before), rendered(before, ball=body, name=text), "colour:ball")
    assert np.abs(after.astype(float) - wanted).max() < 12
    assert np.abs(after.astype(float) - wanted).mean() < 0.5


def test_the_ink_of_a_text_is_exchanged_alone() -> None:
    picture = np.full((120, 200, 3), 245.0)
    box = write(picture, "Ink", "sans", 700, 60, 100, 80, (90, 90, 90))
    before = bytes_of(picture)
    mask = np.zeros((120, 200), np.uint8)
    mask[box[1] : box[3], box[0] : box[2]] = 1
    plan = text_plan("Ink", before, "flat").replace(
        requirements=(Requirement(id="colour:title", kind="colour", element="title", expected="#FF6F61"),)
    )
    after = repainted(plan, rendered(before, title=mask), "colour:title")
    assert (after[mask == 0] == 245).all()
    solid = (before < 92).all(axis=2)
    assert delta_e(lab(np.median(after[solid], axis=0)), lab((255, 111, 97))) < 1.5
    assert ((after == 245).all(axis=2) == (before == 245).all(axis=2)).mean() > 0.99


def test_a_background_is_recoloured_between_the_letters_too() -> None:
    picture = np.empty((120, 200, 3))
    picture[:] = (20, 40, 90)
    box = write(picture, "Ink", "sans", 700, 60, 100, 80, (255, 255, 255))
    before = bytes_of(picture)
    mask = np.zeros((120, 200), np.uint8)
    mask[box[1] : box[3], box[0] : box[2]] = 1
    plan = Plan(
        canvas=canvas_of(before),
        kind="flat",
        elements=(
            Element(id="background", label="background", kind="background"),
            Element(id="title", label="headline", kind="text", text="Ink"),
        ),
        requirements=(Requirement(id="colour:background", kind="colour", element="background", expected="#0B1F4B"),),
    )
    before[95:110, 20:180] = sun = (255, 112, 97)
    after = repainted(plan, rendered(before, title=mask, background=1 - mask), "colour:background")
    bare = (before == (20, 40, 90)).all(axis=2)
    bare[92:113, 17:183] = False
    assert (np.abs(after[bare].astype(int) - (11, 31, 75)) <= 1).all()
    assert (after[(before == 255).all(axis=2)] >= 254).all()
    assert (after[98:107, 23:177] == sun).all(), "what is drawn on it is no ground"


def test_the_ground_of_a_poster_from_disk_is_recoloured_not_its_letters() -> None:
    ink, ground = (250, 250, 248), (11, 79, 59)
    background = Element(id="background", label="background", kind="background")
    asked = Requirement(id="colour:background", kind="colour", element="background", expected="#0B1F4B", threshold=3.0)
    pixels = np.full((200, 520, 3), ground, np.uint8)
    for left in range(60, 460, 50):
        pixels[60:140, left : left + 20] = ink
    plan = text_plan("IIIIIIII", pixels)
    plan = plan.replace(elements=(*plan.elements, background), requirements=(*plan.requirements, asked))
    after = repainted(plan, opened(pixels), "colour:background")
    letters = (pixels == ink).all(axis=2)
    assert delta_e(lab(np.median(after[~letters], axis=0)), lab((11, 31, 75))) < 1.5
    assert np.median(delta_e(lab(after[letters]), lab(ink))) < 2


def test_what_is_not_there_gets_no_coat_of_paint() -> None:
    before, mask = ball((128, 128, 128))
    plan = colour_plan("#C8102E", before)
    there = Requirement(id="presence:ball", kind="presence", element="ball", expected="ball", threshold=0.5)
    plan = plan.replace(requirements=(*plan.requirements, there))
    render = rendered(before, ball=mask)
    assert Recolour().propose(plan, render, [failed("colour:ball")])
    assert Recolour().propose(plan, render, [failed("colour:ball"), failed("presence:ball")]) == []


def test_a_colour_that_is_none_gets_no_offer() -> None:
    before, mask = ball((30, 90, 168))
    plan = colour_plan("iridescent", before)
    assert Recolour().propose(plan, rendered(before, ball=mask), [failed("colour:ball")]) == []


@settings(max_examples=25, deadline=None)
@given(
    pixels=arrays(np.uint8, st.tuples(st.integers(1, 50), st.integers(1, 50), st.just(3))),
    corners=st.tuples(*[st.floats(0, 1)] * 4),
    masks=st.none() | st.tuples(*[arrays(np.uint8, (50, 50), elements=st.integers(0, 2))] * 2),
    colour=st.sampled_from(["#1E5AA8", "red", "#000000", "#FFFFFF"]),
)
def test_outside_its_box_every_byte_stays(
    pixels: Array, corners: tuple[float, ...], masks: tuple[Array, Array] | None, colour: str
) -> None:
    x0, x1 = sorted(corners[:2])
    y0, y1 = sorted(corners[2:])
    height, width = pixels.shape[:2]
    render = opened(pixels)
    if masks:
        render = rendered(pixels, ball=masks[0][:height, :width], name=masks[1][:height, :width])
    box = (x0 * 0.98, y0 * 0.98, x1 * 0.98 + 0.02, y1 * 0.98 + 0.02)
    plan, fixer = colour_plan(colour, np.zeros((16, 16, 3)), box), Recolour()
    fix = fixer.propose(plan, render, [failed("colour:ball")])[0]
    assert unchanged_outside(fix, render, fixer.apply(fix, plan, Brief(), render, None, Silent()).pixels.array)


def test_what_lies_on_a_label_is_the_labels() -> None:
    """The bottle's paint is shifted, its paper label is not."""
    picture = np.empty((100, 100, 3), np.uint8)
    picture[:] = (30, 90, 60)
    picture[40:70, 20:80] = (240, 235, 220)
    label = np.zeros((100, 100), np.uint8)
    label[40:70, 20:80] = 1
    plan = Plan(
        canvas=canvas_of(picture),
        kind="scene",
        elements=(Element(id="bottle", label="bottle", kind="bottle"), Element(id="paper", label="label", kind="label")),
        relations=(Relation(subject="paper", relation="on", object="bottle"),),
        requirements=(Requirement(id="colour:bottle", kind="colour", element="bottle", expected="#0B6B3A"),),
    )
    after = repainted(plan, rendered(picture, bottle=1 - label, paper=label), "colour:bottle")
    assert (np.abs(after[45:65, 25:75].astype(int) - (240, 235, 220)) <= 1).all()
    assert (np.abs(after[:30].astype(int) - (11, 107, 58)) <= 1).all()
