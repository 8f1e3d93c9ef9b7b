"""Which words stand on which line."""

import numpy as np

from engine.critics.text.lines import broken, line_rows, reaching_in, shared_out


def test_dots_and_accents_belong_to_the_line_below_them() -> None:
    cover = np.zeros((100, 60))
    cover[5:9, 20:24] = 1
    cover[12:40, 5:50] = 1
    cover[60:90, 5:50] = 1
    assert line_rows(cover) == [(5, 40), (60, 90)]


def test_the_text_is_cut_where_the_lines_were_read() -> None:
    assert broken("FRESH BREAD DAILY", ["FRESH", "BREADDAILY"]) == ["FRESH", "BREAD DAILY"]
    assert broken("新年快乐", ["新年", "快乐"]) == ["新年", "快乐"]
    assert broken("FRESH BREAD DAILY", ["FRESHBRED", "DA1LY"]) == ["FRESH BREAD", "DAILY"]


def test_unread_lines_share_the_words_by_their_widths() -> None:
    assert shared_out("one two three four", [70, 100], spaced=True) == ["one two", "three four"]
    assert shared_out("مرحبا بالعالم", [50, 70], spaced=True) == ["مرحبا", "بالعالم"]


def test_ink_of_the_next_lines_and_of_frames_is_told_from_the_line() -> None:
    cover = np.zeros((100, 200))
    cover[:20, 30:50] = cover[90:, 60:80] = cover[:, 5:8] = 1
    beside = cover > 0
    cover[25:75, 30:50] = 1
    cover[60:100, 100:120] = 1
    assert (reaching_in(cover) == beside).all()
    assert not reaching_in(np.where(beside, 0, cover)).any()
