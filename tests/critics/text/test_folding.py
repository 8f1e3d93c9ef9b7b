"""What counts as the same writing, and what does not."""

import pytest

from engine.critics.text.folding import folded, likeness, misspelt, squeezed


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Huile d’Olive", "Huile d'Olive"),
        ("−40%", "-40%"),
        ("SALE – now", "SALE — now"),
        ("«Bon»", "<<Bon>>"),
        ("Zoe\u0308", "Zoë"),
        ("ＡＢＣ　１２", "ABC 12"),
        ("wait…", "wait..."),
        ("a  b\nc", "a b c"),
    ],
)
def test_what_eyes_cannot_tell_apart_is_folded(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("O", "0"), ("l", "I"), ("Zoe", "Zoë"), ("BREAD", "bread"), ("ß", "ss"), ("コーヒー", "コ-ヒ-"), ("ё", "е"), ("A", "А")],
)
def test_letters_are_never_folded(one: str, other: str) -> None:
    assert squeezed(one) != squeezed(other)


def test_likeness_counts_edits() -> None:
    assert likeness("FRESH BREAD", "FRESHBREAD") == 1
    assert likeness("BREAD", "BRED") == pytest.approx(0.8)
    assert likeness("BREAD", "") == 0


@pytest.mark.parametrize(
    ("expected", "read", "words"),
    [
        ("FRESH BREAD", "FRESH BRED", "an A is missing"),
        ("BRED", "BREAD", "an A too many"),
        ("SUNNY", "SUNMY", "an M stands where an N belongs"),
        ("SUNNY", "MOON", "4 letters are wrong"),
    ],
)
def test_the_difference_is_told_in_words(expected: str, read: str, words: str) -> None:
    assert misspelt(expected, read) == f"Misspelt: reads “{read}”; {words}."
