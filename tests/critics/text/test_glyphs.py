"""The glyph check on a small fixed sample; `bench_glyphs` measures more."""

from random import Random

import pytest

from engine.typography.fonts import faces
from tests.critics.bench_glyphs import accused, check, damaged, samples

NUMBER = 24


@pytest.mark.parametrize(("cap", "floor"), [(16, 0.75), (24, 0.85), (48, 0.9)])
def test_an_erased_quarter_of_a_letter_is_found_and_clean_lines_are_not_accused(cap: int, floor: float) -> None:
    drawn = list(samples(cap, NUMBER, 11))
    clean = sum(accused(check(one.picture, one.text, [one.face])) for one in drawn)
    found = sum(accused(check(damaged(one, 0.25, Random(at))[0], one.text, [one.face])) for at, one in enumerate(drawn))
    assert clean == 0
    assert found >= floor * NUMBER


def test_the_accused_letter_is_the_damaged_one() -> None:
    right = total = 0
    for at, one in enumerate(samples(40, 12, 5)):
        picture, letter = damaged(one, 0.4, Random(at))
        found = check(picture, one.text, [one.face])
        if found is not None and accused(found):
            total += 1
            x0, _, x1, _ = found.letters[found.worst].box
            want = one.letters[letter]
            right += want[0] - 3 < (x0 + x1) / 2 < want[2] + 3
    assert total >= 10
    assert right >= total - 1


def test_an_unknown_face_is_found_among_the_built_in_ones() -> None:
    drawn = list(samples(32, 8, 3))
    accusations = 0
    for at, one in enumerate(drawn):
        candidates = [found for weight in (400, 600, 800) for found in faces(one.text, weight=weight)]
        clean = check(one.picture, one.text, candidates)
        assert clean is not None
        assert clean.trusted
        accusations += accused(clean)
        assert clean.cap_height == pytest.approx(32, rel=0.08)
        broken = check(damaged(one, 0.4, Random(at))[0], one.text, candidates)
        assert broken is not None
    assert accusations <= 1


def test_another_text_does_not_fit() -> None:
    one = next(samples(40, 1, 2))
    found = check(one.picture, "QUITE OTHER WORDS", [one.face])
    assert found is None or not found.trusted or accused(found)
