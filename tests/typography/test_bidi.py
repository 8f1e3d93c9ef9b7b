"""The order of runs, against the Unicode bidirectional algorithm worked by hand."""

import pytest

from engine.typography.bidi import directional_runs, right_to_left


@pytest.mark.parametrize(
    ("text", "visual"),
    [
        ("plain text", ["plain text"]),
        ("שלום", ["<שלום"]),
        ("abc שלום def", ["abc ", "<שלום", " def"]),
        ("שלום 2027", ["2027", "<שלום "]),
        ("שלום abc עולם", ["< עולם", "abc", "<שלום "]),
        ("abc (שלום) 12", ["abc (", "<שלום", ") ", "12"]),
        ("السعر 18,50 €", ["< €", "18,50", "<السعر "]),
        ("שלום (abc) 12", ["12", "<) ", "abc", "<שלום ("]),
        ("", []),
    ],
)
def test_runs_stand_in_visual_order(text: str, visual: list[str]) -> None:
    runs = directional_runs(text)
    assert sorted(at for start, end, _ in runs for at in range(start, end)) == list(range(len(text)))
    assert [("<" if leftward else "") + text[start:end] for start, end, leftward in runs] == visual


def test_the_first_strong_letter_decides_the_direction() -> None:
    assert right_to_left("12 שלום abc")
    assert not right_to_left("12 abc שלום")
    assert not right_to_left("12")
