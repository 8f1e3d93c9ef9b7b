"""Typeset puts exact letters where wrong ones stood, and nothing else changes."""

from __future__ import annotations

from importlib.resources import files

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from engine import pictures
from engine.api import Renderer
from engine.colour.measure import delta_e, lab
from engine.composite import window
from engine.fixers.busy import inked
from engine.fixers.ink import lab as quick
from engine.fixers.typeset import Typeset
from engine.types import Array, Box, Brief, Element, Finding, Fix, Plan, Raster, Render
from engine.typography.fonts import Style
from tests.fakes import Silent
from tests.fixers.pictures import (
    CREAM,
    bytes_of,
    can,
    failed,
    opened,
    poster,
    read,
    rendered,
    sign,
    text_plan,
    unchanged_outside,
    write,
)

NO_RENDERER: Renderer | None = None


def mended(plan: Plan, render: Render, finding: Finding) -> tuple[Fix, Array]:
    """The first fix on offer and the pixels it makes, checked to be the old ones outside its box."""
    fixer = Typeset()
    fix = fixer.propose(plan, render, [finding])[0]
    after = fixer.apply(fix, plan, Brief(), render, NO_RENDERER, Silent()).pixels.array
    assert unchanged_outside(fix, render, after)
    return fix, after


@pytest.mark.parametrize(
    ("wrong", "right", "style", "weight"),
    [
        (["FRESH BRED", "DALY"], "FRESH BREAD DAILY", "sans", 700),
        (["The Qiuet", "Machin"], "The Quiet Machine", "serif", 500),
        (["Wintr Sale"], "Winter Sale", "display", 400),
        (["NIGHT TDIE"], "NIGHT TIDE", "condensed", 800),
        (["新年快牛"], "新年快乐", "sans", 700),
    ],
)
def test_a_misspelt_poster_reads_right(wrong: list[str], right: str, style: Style, weight: int) -> None:
    before, box = poster(wrong, style, weight)
    _, after = mended(text_plan(right, before), opened(before), failed("text:title", "Misspelt: it.", box))
    assert " ".join(read(after)) == right


def test_the_new_letters_are_those_of_the_old_hand() -> None:
    before, box = poster(["NIGHT TDIE"], "condensed", 800)
    right, _ = poster(["NIGHT TIDE"], "condensed", 800)
    _, after = mended(text_plan("NIGHT TIDE", before), opened(before), failed("text:title", "Misspelt: it.", box))
    apart = np.abs(after.astype(int) - right).mean(axis=2)
    assert (apart > 60).mean() < 0.008  # in another weight: 0.019


def test_plain_paper_stays_the_same_paper() -> None:
    before, box = poster(["Wintr Sale"], "display", 400)
    _, after = mended(text_plan("Winter Sale", before), opened(before), failed("text:title", "Misspelt: it.", box))
    far_from_ink = (delta_e(lab(after), lab(CREAM)) < 2).mean()
    assert far_from_ink > 0.9
    assert (after == CREAM).all(axis=2).mean() > 0.88


def test_a_photographed_sign_is_mended_in_its_perspective_light_and_grain() -> None:
    before, box = sign("OPEN LAET")
    right, _ = sign("OPEN LATE", seed=5)
    _, after = mended(text_plan("OPEN LATE", before), opened(before), failed("text:title", "Misspelt: it.", box))
    assert read(after) == ["OPEN LATE"]
    area = window(box, 550, 400)
    apart = delta_e(lab(after[area]), lab(right[area]))
    assert np.median(apart) < 4  # two photographs of one sign differ by their grain alone: about 3
    assert (apart > 20).mean() < 0.05


def test_the_ground_under_erased_letters_matches_the_bare_board() -> None:
    before, box = sign("OPEN LATE")
    bare, _ = sign(".", seed=1)
    _, after = mended(text_plan("X", before), opened(before), failed("text", "Stray text: “OPEN LATE”.", box))
    area = window(box, 550, 400)
    left, smooth = after[area].astype(float), bare[area].astype(float)
    assert delta_e(lab(left.mean(axis=(0, 1))), lab(smooth.mean(axis=(0, 1)))) < 1
    assert 0.8 < np.diff(left, axis=1).std() / np.diff(smooth, axis=1).std() < 1.2
    assert not any(letter in line for line in read(after) for letter in "OPENLAT")


def test_text_round_a_can_follows_its_curve() -> None:
    before, _, normals = can("FIZ")
    right, right_mask, _ = can("FIZZ")
    render = rendered(before, title=right_mask).replace(normals=Raster(normals))
    _, after = mended(text_plan("FIZZ", before, "scene"), render, failed("text:title", "Misspelt: it."))
    assert read(after) == ["FIZZ"]
    apart = np.abs(after.astype(int) - right).mean(axis=2)[right_mask > 0]
    assert (apart > 60).mean() < 0.08


def test_a_text_that_is_missing_altogether_is_set_in_its_mask() -> None:
    blank = np.full((200, 300, 3), 240, np.uint8)
    mask = np.zeros((200, 300), np.uint8)
    mask[80:120, 60:240] = 1
    _, after = mended(text_plan("HELLO", blank, "flat"), rendered(blank, title=mask), failed("text:title", "Missing: it."))
    assert read(after) == ["HELLO"]
    assert (after[cv2.dilate(mask, np.ones((5, 5), np.uint8)) == 0] == 240).all()


def test_a_damaged_letter_has_its_whole_text_set_anew() -> None:
    before, box = poster(["FRESH BREAD", "DAILY"])
    damaged = before.copy()
    columns = np.flatnonzero((before[100:140] < 200).all(axis=2).any(axis=0))
    left = int(columns[0])
    damaged[118:142, left : left + 24] = CREAM
    letter = (left / 360, 105 / 300, (left + 24) / 360, 142 / 300)
    fix, after = mended(
        text_plan("FRESH BREAD DAILY", damaged), opened(damaged), failed("text:title", "Damaged letter: F.", letter, box)
    )
    assert fix.box is not None
    assert fix.box[0] <= box[0]
    assert fix.box[2] >= box[2]
    assert (np.abs(after.astype(int) - before).mean(axis=2) > 60).mean() < 0.008


@pytest.mark.parametrize("texts", [("FIZZ", "FIZ"), ("FIZ", "FIZ")])
def test_of_several_copies_those_that_are_wrong_are_mended(texts: tuple[str, str]) -> None:
    (first, one), (second, other) = (poster([text]) for text in texts)
    mask = np.zeros((300, 720), np.uint8)
    mask[100:145, 120:240], mask[100:145, 480:600] = 1, 2
    left, right = (one[0] / 2, *one[1:]), (0.5 + other[0] / 2, other[1], 0.5 + other[2] / 2, other[3])
    wrong = right if texts[0] == "FIZZ" else (left[0], left[1], *right[2:])
    pair = np.hstack([first, second])
    fix, after = mended(
        text_plan("FIZZ", pair, "flat"), rendered(pair, title=mask), failed("text:title", "Misspelt: it.", right, wrong)
    )
    assert fix.box is not None
    assert (fix.box[0] > 0.5) == (texts[0] == "FIZZ")
    assert read(after) == ["FIZZ", "FIZZ"]


def photograph(text: str) -> tuple[Array, Array, Box]:
    """Lattice towers at dusk, with and without a line that crosses them, and its box."""
    bare = pictures.read(str(files("skimage.data").joinpath("rocket.jpg"))).pixels[:200].astype(float)
    picture = bare.copy()
    x0, y0, x1, y1 = write(picture, text, "sans", 700, 60, 320, 100, (255, 255, 255))
    return bytes_of(picture), bytes_of(bare), (x0 / 640, y0 / 200, x1 / 640, y1 / 200)


def test_on_a_photograph_only_the_letters_change() -> None:
    before, bare, box = photograph("NEXT STPO: SPACE")
    _, after = mended(text_plan("NEXT STOP: SPACE", before), opened(before), failed("text:title", "Misspelt: it.", box))
    assert read(after) == ["NEXT STOP: SPACE"]
    letters = (np.abs(before.astype(int) - bare).max(axis=2) > 8) | (np.abs(after.astype(int) - bare).max(axis=2) > 8)
    assert (after == bare)[~cv2.dilate(letters.astype(np.uint8), np.ones((9, 9))).astype(bool)].all()
    assert letters.mean() < 0.16, "of 0.13 that is written"


def test_stray_writing_leaves_a_photograph() -> None:
    before, bare, box = photograph("SAMPLE")
    _, after = mended(text_plan("A", before), opened(before), failed("text", "Stray text: “SAMPLE”.", box))
    assert np.abs(after.astype(int) - bare).mean() < 0.15 * np.abs(before.astype(int) - bare).mean()


def test_what_has_the_ink_s_colour_elsewhere_is_no_letter() -> None:
    before, _, _ = photograph("SAMPLE")
    inside = np.zeros(before.shape[:2], bool)
    inside[50:110, 200:440] = True
    assert inked(before, quick(before), inside)
    before[20:180, 300:306] = 255
    assert inked(before, quick(before), inside) is None


def test_stray_writing_on_a_design_that_was_drawn_here_is_drawn_again_not_painted_over() -> None:
    picture, box = poster(["AB"])
    finding = failed("text", "Stray text: “X”.", box)
    assert Typeset().propose(text_plan("A", picture, "flat"), rendered(picture), [finding]) == []
    assert Typeset().propose(text_plan("A", picture, "scene"), rendered(picture), [finding])


@pytest.mark.parametrize("message", ["Too small: 8 pixels.", "Low contrast: 1.4.", "Stray text: “X”."])
def test_what_letters_cannot_cure_gets_no_offer(message: str) -> None:
    picture, box = poster(["AB"])
    assert Typeset().propose(text_plan("AB", picture), opened(picture), [failed("text:title", message, box)]) == []


def test_solid_letters_are_not_painted_over() -> None:
    picture, box = poster(["AB"])
    plan = text_plan("AB", picture).with_element(Element(id="title", label="letters", kind="lettering", text="AB"))
    assert Typeset().propose(plan, rendered(picture), [failed("text:title", "Misspelt: it.", box)]) == []


@settings(max_examples=25, deadline=None)
@given(
    pixels=arrays(np.uint8, st.tuples(st.integers(1, 60), st.integers(1, 60), st.just(3))),
    corners=st.tuples(*[st.floats(0, 1)] * 4),
    mask=st.none() | arrays(np.uint8, (60, 60), elements=st.integers(0, 2)),
    erase=st.booleans(),
)
def test_outside_its_box_every_byte_stays(pixels: Array, corners: tuple[float, ...], mask: Array | None, erase: bool) -> None:
    x0, x1 = sorted(corners[:2])
    y0, y1 = sorted(corners[2:])
    box = (x0 * 0.98, y0 * 0.98, x1 * 0.98 + 0.02, y1 * 0.98 + 0.02)
    height, width = pixels.shape[:2]
    render = opened(pixels) if mask is None else rendered(pixels, title=mask[:height, :width])
    plan = text_plan("Ab", np.zeros((16, 16, 3)))
    finding = failed("text", "Stray text: “x”.", box) if erase else failed("text:title", "Misspelt: “x”.", box)
    fix, after = mended(plan, render, finding)
    assert unchanged_outside(fix, render, after)
