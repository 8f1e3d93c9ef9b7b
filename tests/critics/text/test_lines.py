"""Which words stand on which line."""

import numpy as np

from engine.critics.text.lines import broken, line_rows, shared_out


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
