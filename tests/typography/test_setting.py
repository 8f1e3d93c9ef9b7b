"""Setting: coverage that matches the letters, blocks that fill their area and break well."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import BadInput
from engine.typography.fonts import face
from engine.typography.setting import Align, fit, set_line
from engine.typography.shaping import cap_height, shape

SANS = face("A", style="sans", weight=500)


def test_a_line_is_tight_and_stands_on_its_baseline() -> None:
    line = set_line("Hn", SANS, 200)
    assert line.mask[0].max() > 0
    assert line.mask[-1].max() > 0
    assert line.mask[:, 0].max() > 0
    assert line.mask[:, -1].max() > 0
    assert line.baseline == pytest.approx(line.mask.shape[0], abs=1.5)
    assert line.mask.shape[0] == pytest.approx(200 * cap_height(SANS), abs=2)


@pytest.mark.parametrize("size", [11.3, 40.0, 333.0])
def test_ink_grows_with_the_square_of_the_size(size: float) -> None:
    inked = float(set_line("Bread", SANS, size).mask.sum()) / 255 / size**2
    assert inked == pytest.approx(float(set_line("Bread", SANS, 1000).mask.sum()) / 255 / 1000**2, rel=0.02)


def test_lines_wider_than_a_tile_are_whole() -> None:
    wide = set_line("WINTER SALE NOW", face("A", style="wide", weight=900), 900)
    assert wide.mask.shape[1] > 8000
    columns = wide.mask.max(axis=0) > 0
    assert max(np.diff(np.flatnonzero(columns))) < 500, "letters are missing"


def test_tracking_spreads_letters_but_not_joined_ones() -> None:
    assert shape("SALE", SANS, 0.1).advance == pytest.approx(shape("SALE", SANS).advance + 0.3, abs=0.01)
    arabic = face("مرحبا")
    assert shape("مرحبا", arabic, 0.1).advance == shape("مرحبا", arabic).advance


def test_arabic_joins_and_hebrew_runs_to_the_left() -> None:
    arabic = face("بب")
    joined, alone = ({glyph.id for glyph in shape(text, arabic).glyphs} for text in ("بب", "ب"))
    assert not joined <= alone
    hebrew = face("אב")
    alef, bet = shape("א", hebrew).glyphs[0].id, shape("ב", hebrew).glyphs[0].id
    assert [glyph.id for glyph in shape("אב", hebrew).glyphs] == [bet, alef]


def test_a_block_fills_its_area() -> None:
    block = fit("FRESH BREAD DAILY", SANS, 600, 900)
    x0, y0, x1, y1 = block.ink
    assert block.mask.shape == (900, 600)
    assert x1 - x0 >= 590 or y1 - y0 >= 890
    assert [line.text for line in block.lines] == ["FRESH", "BREAD", "DAILY"]


def test_lines_are_balanced_and_small_words_cling() -> None:
    block = fit("Live at the Old Harbour & more", SANS, 620, 200, max_lines=2)
    lengths = [len(line.text) for line in block.lines]
    assert len(lengths) == 2
    assert max(lengths) - min(lengths) <= 8
    assert all(not line.text.endswith("&") for line in block.lines)


def test_chinese_breaks_between_characters_but_not_before_a_comma() -> None:
    text = "新年快乐万事如意，恭喜发财"
    block = fit(text, face(text), 300, 500)
    assert len(block.lines) > 1
    assert "".join(line.text for line in block.lines) == text
    assert all(line.text[0] != "，" for line in block.lines)


def test_a_paragraph_is_filled() -> None:
    words = " ".join(["Königstraße zwölf in Stuttgart am Neckar"] * 6)
    block = fit(words, SANS, 500, 300, max_lines=30, align="left", balance=False)
    widths = [line.box[2] - line.box[0] for line in block.lines[:-1]]
    assert min(widths) > 0.7 * 500
    assert " ".join(line.text for line in block.lines) == words


def test_newlines_break() -> None:
    assert [line.text for line in fit("one\ntwo words", SANS, 900, 300).lines] == ["one", "two words"]


@pytest.mark.parametrize(("align", "edge"), [("left", 0), ("right", 2)])
def test_alignment_is_by_ink(align: Align, edge: int) -> None:
    block = fit("WIDE LINE\nA", SANS, 400, 300, align=align)
    edges = [line.box[edge] for line in block.lines]
    assert max(edges) - min(edges) <= 2


@settings(deadline=None, max_examples=60)
@given(
    st.one_of(st.text("abc XYZ,.-&é新年\n", min_size=1, max_size=40), st.text("abשלו -12,.", min_size=1, max_size=40)),
    st.integers(8, 400),
    st.integers(8, 400),
)
def test_any_text_fits_any_area_or_is_refused(text: str, width: int, height: int) -> None:
    chosen = face(text)
    if not any(shape(part, chosen).ink for part in text.split()):
        with pytest.raises(BadInput):
            fit(text, chosen, width, height)
        return
    block = fit(text, chosen, width, height)
    assert block.mask.shape == (height, width)
    assert "".join("".join(line.text.split()) for line in block.lines) == "".join(text.split())


def test_threads_set_the_same() -> None:
    alone = set_line("Plantain", SANS, 80).mask
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda _: set_line("Plantain", SANS, 80).mask, range(16)))
    assert all(np.array_equal(alone, mask) for mask in together)
