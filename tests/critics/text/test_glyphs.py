"""The loose glyph check, for faces that nobody named; `plantain bench --critics --only text` measures more."""

from random import Random

import pytest

from engine.bench.lettering import DAMAGES, Drawn, Setting, drawn, settings
from engine.critics.ink import split_ink
from engine.critics.text.glyphs import Match, match
from engine.types import Array
from engine.typography.fonts import Face, faces

FORTY = DAMAGES["40% of a letter's height erased"]


def check(picture: Array, text: str, candidates: list[Face]) -> Match | None:
    ink = split_ink(picture)
    return match(ink.cover, text, candidates, stretch=False, guessed=len(candidates) > 1) if ink else None


def accused(found: Match | None) -> bool:
    return found is not None and found.trusted and found.letters[found.worst].likeness < found.limit


def lines(cap: int, number: int) -> list[tuple[Setting, Drawn]]:
    return [(setting, drawn(setting.text, setting)) for setting in settings(cap, number)]


def broken(setting: Setting, sound: Drawn, seed: int) -> Array:
    damaged = FORTY(setting, sound, Random(seed))
    assert damaged is not None
    return damaged.picture(setting)


@pytest.mark.parametrize(("cap", "floor"), [(24, 0.8), (48, 0.9)])
def test_damaged_letters_are_found_and_clean_lines_are_not_accused(cap: int, floor: float) -> None:
    made = lines(cap, 12)
    assert sum(accused(check(sound.picture(one), one.text, [one.face])) for one, sound in made) == 0
    found = sum(accused(check(broken(one, sound, at), one.text, [one.face])) for at, (one, sound) in enumerate(made))
    assert found >= floor * len(made)


def test_an_unknown_face_is_found_among_the_built_in_ones() -> None:
    accusations = 0
    for one, sound in lines(32, 6):
        candidates = [found for weight in (400, 600, 800) for found in faces(one.text, weight=weight)]
        clean = check(sound.picture(one), one.text, candidates)
        assert clean is not None
        assert clean.trusted
        accusations += accused(clean)
        assert clean.cap_height == pytest.approx(32, rel=0.08)
    assert accusations <= 1


def test_another_text_does_not_fit() -> None:
    one, sound = lines(40, 1)[0]
    found = check(sound.picture(one), "QUITE OTHER WORDS", [one.face])
    assert found is None or not found.trusted or accused(found)
