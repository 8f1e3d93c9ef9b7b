"""Lines that do not run level are read as if they did, and every pixel of them still knows where it came from."""

from __future__ import annotations

import numpy as np
import pytest

from engine.critics.text.reading import BuiltIn, find, read
from engine.critics.text.straight import apart, unrolled
from engine.critics.text.stray import found_lines
from engine.critics.text.strip import of_quad
from engine.critics.text.where import windows
from engine.types import Array
from tests.critics.text.bench_reading import CONDITIONS, SIDE, STYLES, cover_of, laid


def shown(text: str, condition: str) -> Array:
    how = CONDITIONS[condition]
    cover, _ = laid(cover_of(text, STYLES[0], how), how, (SIDE / 2, SIDE / 2))
    grey = how.ground + cover * (how.ink - how.ground)
    return np.repeat(grey.astype(np.uint8)[..., None], 3, axis=2)


@pytest.mark.parametrize("condition", ["bent 150°", "bent -100°", "stacked", "turned 90°", "turned 180°"])
def test_a_line_that_does_not_run_level_is_read(condition: str) -> None:
    picture = shown("Stone Ground", condition)
    (line,) = found_lines(picture, None, BuiltIn(), closely=True)
    assert line.read.replace(" ", "") == "StoneGround"
    near = np.array(line.box) * SIDE
    ink = np.argwhere(picture[..., 0] < 120)
    assert near[[1, 0]] == pytest.approx(ink.min(axis=0), abs=45)
    assert near[[3, 2]] == pytest.approx(ink.max(axis=0), abs=45)


def test_a_level_line_is_not_unrolled() -> None:
    picture = shown("Stone Ground", "plain")
    (quad,) = find(BuiltIn(), picture)
    assert unrolled(of_quad(picture, quad)) is None


def test_lines_side_by_side_are_cut_apart_and_words_are_not() -> None:
    words = shown("Stone Ground", "plain")[480:544, 350:674]
    strip = of_quad(np.concatenate([words, words], axis=1), np.array([[0, 0], [648, 0], [648, 64], [0, 64]], np.float32))
    parts = apart(strip)
    assert [text.replace(" ", "") for text, _ in read(BuiltIn(), [part.pixels for part in parts])] == ["StoneGround"] * 2
    assert [part.x.max() < 324 for part in parts] == [True, False]


def test_text_can_be_where_letters_are_and_nowhere_in_a_smooth_picture() -> None:
    picture = shown("Stone Ground", "faint ΔL 6")
    ((left, top, right, bottom),) = windows(picture)
    rows, columns = np.nonzero(picture[..., 0] < 128)
    assert left < columns.min() < columns.max() < right
    assert top < rows.min() < rows.max() < bottom
    assert (right - left) * (bottom - top) < 0.1 * SIDE**2
    ramp = np.linspace(40, 220, SIDE).astype(np.uint8)
    assert windows(np.repeat(np.tile(ramp, (SIDE, 1))[..., None], 3, axis=2)) == []


def test_what_was_read_is_known_the_next_time(monkeypatch: pytest.MonkeyPatch) -> None:
    picture = shown("Stone Ground", "plain")[480:544, 350:674]
    first = (find(BuiltIn(), picture), read(BuiltIn(), [picture, picture]))
    monkeypatch.setattr(BuiltIn, "detect", None)
    monkeypatch.setattr(BuiltIn, "recognise", lambda _, lines: [("new", 1.0)] * len(lines))
    again = (find(BuiltIn(), picture.copy()), read(BuiltIn(), [picture.copy(), picture + 1, picture]))
    assert [quad.tolist() for quad in again[0]] == [quad.tolist() for quad in first[0]]
    assert again[1] == [first[1][0], ("new", 1.0), first[1][0]]
