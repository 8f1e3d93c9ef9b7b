"""The text critic on posters: clean ones pass, each way of spoiling a text is told by its own word."""

from collections.abc import Callable
from dataclasses import replace

import cv2
import numpy as np
import pytest
from PIL import Image, ImageDraw

from engine.composite import area, inside, window
from engine.critics.text import TextCritic
from engine.critics.text.copies import Line
from engine.critics.text.stray import stray_lines
from engine.critics.text.strip import of_quad
from engine.types import Array, Finding
from engine.typography.fonts import face
from engine.typography.setting import set_line
from tests.critics.pictures import BAKERY, Words, changed, judged, poster, unmasked, without_a_part

CRITIC = TextCritic()
HEADLINE = "text:headline"
BREADS = ("leipä", "chleb", "kruh")


def write(pixels: Array, text: str, x: int, y: int, size: float, ink: tuple[int, int, int]) -> Array:
    """The picture with a line of text written over it."""
    line = set_line(text, face(text, weight=600), size)
    out = pixels.astype(np.float32)
    height, width = line.mask.shape
    cover = line.mask[..., None] / 255
    out[y : y + height, x : x + width] = out[y : y + height, x : x + width] * (1 - cover) + np.array(ink) * cover
    return out.astype(np.uint8)


def test_a_clean_poster_passes() -> None:
    findings = judged(CRITIC, *poster())
    assert {finding.verdict for finding in findings.values()} == {"passed"}
    assert findings[HEADLINE].score == 1
    assert findings["text"].measured == ""


def test_a_clean_poster_from_disk_passes() -> None:
    plan, render = poster()
    findings = judged(CRITIC, plan, unmasked(render))
    assert {finding.verdict for finding in findings.values()} == {"passed"}


def test_masks_are_not_believed() -> None:
    plan, render = poster()
    findings = judged(CRITIC, plan, changed(render, np.full_like(render.pixels.array, 240)))
    assert findings[HEADLINE].verdict == "failed"
    assert findings[HEADLINE].message.startswith("Missing:")
    findings = judged(CRITIC, plan, unmasked(changed(render, np.full_like(render.pixels.array, 240))))
    assert findings[HEADLINE].message.startswith("Missing:")


@pytest.mark.parametrize("masked", [True, False], ids=["masks", "no masks"])
def test_a_misspelt_word_is_told(masked: bool) -> None:
    plan, _ = poster()
    _, wrong = poster((Words("headline", "FRESH BRED DAILY", BAKERY[0].box), BAKERY[1]))
    finding = judged(CRITIC, plan, wrong if masked else unmasked(wrong))[HEADLINE]
    assert finding.verdict == "failed"
    assert finding.measured == "FRESH BRED DAILY"
    assert finding.message == "Misspelt: reads “FRESH BRED DAILY”; an A is missing."
    assert 0 < finding.score < 1


def test_an_erased_part_of_a_letter_is_told_and_shown() -> None:
    plan, render = poster()
    pixels, left = without_a_part()
    finding = judged(CRITIC, plan, changed(render, pixels))[HEADLINE]
    assert finding.verdict == "failed"
    assert finding.message.startswith("Damaged letter: the F ")
    assert finding.box is not None
    assert finding.box[0] * 480 == pytest.approx(left, abs=8)


def damage(name: str) -> tuple[Finding, str]:
    small = Words("small", "batch number 24 of 60", (0.1, 0.9, 0.26, 0.93), weight=400, lines=1)
    faint = Words("small", "batch number 24 of 60", (0.1, 0.85, 0.9, 0.9), "#E5DCC4", weight=600, lines=1)
    plan, render = poster((*BAKERY, small if name == "Too small:" else faint))
    return judged(CRITIC, plan, render)["text:small"], name


@pytest.mark.parametrize("reason", ["Too small:", "Low contrast:"])
def test_size_and_contrast_are_measured(reason: str) -> None:
    finding, _ = damage(reason)
    assert finding.verdict == "failed"
    assert finding.message.startswith(reason)
    assert isinstance(finding.measured, float)
    assert finding.measured < finding.threshold


@pytest.mark.parametrize("masked", [True, False], ids=["masks", "no masks"])
def test_stray_text_is_found_where_it_stands(masked: bool) -> None:
    plan, render = poster()
    pixels = write(render.pixels.array, "SALE TODAY", 60, 560, 40, (150, 20, 20))
    finding = judged(CRITIC, plan, changed(render, pixels) if masked else unmasked(changed(render, pixels)))["text"]
    assert finding.verdict == "failed"
    assert finding.message.startswith("Stray text:")
    assert "SALE TODAY" in str(finding.measured)
    assert finding.box is not None
    assert finding.box[1] * 640 == pytest.approx(565, abs=25)


@pytest.mark.parametrize(("across", "down", "size"), [(0.2, 0.3, 22), (0.3, 0.6, 30)])
def test_a_second_setting_over_the_letters_is_found(across: float, down: float, size: float) -> None:
    plan, render = poster()
    set_in = face("FRESH BREAD DAILY", style="sans", weight=600).name
    render = render.replace(parameters={"face:headline": set_in})
    assert judged(CRITIC, plan, render)[HEADLINE].verdict == "passed"
    rows, columns = np.nonzero(render.masks["headline"].array)
    x, y = (int(at.min() + share * np.ptp(at)) for at, share in ((columns, across), (rows, down)))
    doubled = write(render.pixels.array, "FRESH BREAD", x, y, size, (74, 44, 26))
    findings = judged(CRITIC, plan, changed(render, doubled))
    assert "failed" in {findings[HEADLINE].verdict, findings["text"].verdict}


def test_ornament_is_no_stray_text() -> None:
    plan, render = poster()
    image = Image.fromarray(render.pixels.array)
    pen = ImageDraw.Draw(image)
    pen.rectangle((14, 14, 466, 626), outline=(90, 60, 40), width=2)
    pen.line((48, 440, 200, 440), fill=(90, 60, 40), width=3)
    pen.ellipse((360, 520, 430, 590), outline=(90, 60, 40), width=4)
    assert judged(CRITIC, plan, changed(render, np.asarray(image)))["text"].verdict == "passed"


def scribble(count: int, size: float) -> Array:
    """Coverage of so many marks, each the upper half of one letter over the mirrored lower half of another."""
    marks = []
    for upper, lower in zip("GKRSPXT"[:count], "ABEQZRG"[:count], strict=True):
        one, other = (set_line(letter, face(letter, weight=600), size).mask[: int(0.7 * size)] for letter in (upper, lower))
        side = (int(0.7 * size), int(0.7 * size))
        top, bottom = (np.asarray(Image.fromarray(part).resize(side)) for part in (one, other[:, ::-1]))
        marks.append(np.pad(np.concatenate([top[: side[1] // 2], bottom[side[1] // 2 :]]), ((0, 0), (0, int(0.12 * size)))))
    cover: Array = np.concatenate(marks, axis=1)
    return cover


def test_marks_like_letters_that_are_none_are_told() -> None:
    plan, render = poster()
    pixels = render.pixels.array.copy()
    cover = scribble(7, 34)[..., None] / 255
    window = pixels[560 : 560 + cover.shape[0], 60 : 60 + cover.shape[1]]
    window[...] = (window * (1 - cover) + np.array([90, 60, 40]) * cover).astype(np.uint8)
    finding = judged(CRITIC, plan, changed(render, pixels))["text"]
    assert finding.verdict == "failed"
    assert finding.box is not None
    assert finding.box[1] * 640 == pytest.approx(560, abs=14)


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_turned_text_is_read_without_masks(quarters: int) -> None:
    two = Words("headline", "FRESH BREAD DAILY", (0.1, 0.1, 0.8, 0.3), lines=2)
    plan, render = poster((two, BAKERY[1]))
    turned = unmasked(changed(render, np.rot90(render.pixels.array, quarters)))
    assert judged(CRITIC, plan, turned)[HEADLINE].verdict == "passed"
    _, wrong = poster((replace(two, text="FRESH BRED DAILY"), BAKERY[1]))
    turned = unmasked(changed(render, np.rot90(wrong.pixels.array, quarters)))
    assert "an A is missing" in judged(CRITIC, plan, turned)[HEADLINE].message


SCRIPTS: dict[str, Callable[[], Words]] = {
    "chinese": lambda: Words("headline", "新年快乐", (0.1, 0.1, 0.9, 0.4), "red", weight=700),
    "german": lambda: Words("headline", "Zoë Müller — Königstraße", (0.1, 0.1, 0.9, 0.3)),
    "minus": lambda: Words("headline", "WINTER SALE −40%", (0.1, 0.1, 0.9, 0.3), style="condensed"),
    "markup": lambda: Words("headline", "<b>${HOME}</b>; rm -rf / {{x}}", (0.1, 0.1, 0.9, 0.3)),
    "arabic": lambda: Words("headline", "مرحبا بالعالم", (0.1, 0.1, 0.9, 0.3)),
    "hebrew": lambda: Words("headline", "שלום עולם", (0.1, 0.1, 0.9, 0.3)),
    "thai": lambda: Words("headline", "สวัสดี", (0.1, 0.1, 0.9, 0.3)),
    "serif": lambda: Words("headline", "Huile d’Olive", (0.1, 0.1, 0.9, 0.3), style="serif", weight=400),
    "didone": lambda: Words("headline", "The Quiet Machine", (0.1, 0.1, 0.9, 0.5), style="didone", weight=500),
}


@pytest.mark.parametrize("script", SCRIPTS)
def test_texts_in_many_scripts_pass(script: str) -> None:
    assert judged(CRITIC, *poster((SCRIPTS[script](),)))[HEADLINE].verdict == "passed"


@pytest.mark.parametrize("script", ["arabic", "hebrew", "thai"])
def test_other_words_in_a_script_no_reader_knows_do_not_pass(script: str) -> None:
    plan, _ = poster((SCRIPTS[script](),))
    other = {"arabic": "صباح الخير", "hebrew": "בוקר טוב", "thai": "ขอบคุณ"}[script]
    _, wrong = poster((Words("headline", other, (0.1, 0.1, 0.9, 0.3)),))
    assert judged(CRITIC, plan, wrong)[HEADLINE].verdict != "passed"


def test_without_masks_a_script_no_reader_knows_is_unchecked() -> None:
    plan, render = poster((SCRIPTS["arabic"](),))
    assert judged(CRITIC, plan, unmasked(render))[HEADLINE].verdict == "unchecked"


@pytest.mark.parametrize("masked", [True, False], ids=["masks", "no masks"])
@pytest.mark.parametrize(("written", "letters"), [("FRESH BRED DAILY", 2), ("FRESH BREAD DAISY", 1)])
def test_only_the_wrong_letters_are_framed(written: str, letters: int, masked: bool) -> None:
    """Beside a missing letter its neighbours are; what is to be set anew is the whole text."""
    plan, right = poster()
    _, wrong = poster((Words("headline", written, BAKERY[0].box), BAKERY[1]))
    finding = judged(CRITIC, plan, wrong if masked else unmasked(wrong))[HEADLINE]
    assert finding.box is not None
    assert finding.whole is not None
    dark = (wrong.pixels.array[window(finding.box, 480, 640)].mean(axis=2) < 150).astype(np.uint8)
    count, _, stats, _ = cv2.connectedComponentsWithStats(dark)
    assert sum(stats[1:, cv2.CC_STAT_HEIGHT] > 0.8 * dark.shape[0]) == letters == count - 1
    assert inside(finding.box, finding.whole) > 0.95
    assert area(finding.whole) > 6 * area(finding.box)
    assert judged(CRITIC, plan, right)[HEADLINE].whole is None


def test_two_balls_and_a_cone_are_no_number() -> None:
    strip = of_quad(np.zeros((48, 96, 3), np.uint8), np.array([[0, 0], [96, 0], [96, 48], [0, 48]], np.float32))
    reads = {("100", 0.9): False, ("100", 0.99): True, ("105", 0.9): True, ("SOLD", 0.9): True}
    for (said, sure), told in reads.items():
        assert bool(stray_lines([Line(strip, said, sure)])) == told


def test_one_letter_as_large_as_a_thing_is_the_thing() -> None:
    picture = np.zeros((100, 100, 3), np.uint8)
    for side, told in ((40, True), (85, False)):
        quad = np.array([[5, 5], [5 + side, 5], [5 + side, 5 + side], [5, 5 + side]], np.float32)
        assert bool(stray_lines([Line(of_quad(picture, quad), "9", 0.98)])) == told


def test_texts_side_by_side_that_read_as_one_line_are_told_apart() -> None:
    row = [Words(f"t{at}", word, (0.04 + 0.32 * at, 0.4, 0.32 + 0.32 * at, 0.47), lines=1) for at, word in enumerate(BREADS)]
    plan, render = poster(tuple(row))
    findings = judged(CRITIC, plan, unmasked(render))
    assert {finding.verdict for finding in findings.values()} == {"passed"}
    _, wrong = poster((row[0], replace(row[1], text="chlb"), row[2]))
    findings = judged(CRITIC, plan, unmasked(wrong))
    assert {name for name, finding in findings.items() if finding.verdict == "failed"} == {"text:t1"}
    assert "an e is missing" in findings["text:t1"].message
