from typing import get_args

import pytest

from engine.types import Light
from engine.vocabulary import GROUNDS, LIGHTS, MATERIALS, SHAPES


@pytest.mark.parametrize(
    ("noun", "shape"),
    [
        ("tea tin", "can"), ("cereal box", "box"), ("pencil cup", "cup"), ("smartphone", "phone"), ("crate", "box"),
        ("letter", "lettering"), ("jar of honey", "jar"), ("storefront sign", "sign"), ("plinth", "podium"),
    ],
)  # fmt: skip
def test_everyday_nouns_lead_to_shapes(noun: str, shape: str) -> None:
    assert SHAPES[noun] == shape


def test_words_are_lower_case_and_tidy() -> None:
    for word in (*SHAPES, *MATERIALS, *LIGHTS):
        assert word == " ".join(word.lower().split())


def test_every_group_names_itself() -> None:
    for words in (SHAPES, MATERIALS, LIGHTS):
        for name in set(words.values()):
            assert words[name] == name
    assert set(SHAPES.values()) >= GROUNDS


def test_lights_are_the_plans() -> None:
    assert set(LIGHTS.values()) == set(get_args(Light))


@pytest.mark.parametrize("noun", ["couch", "dog", "street", "stop sign", "wine glass", "bench", "orange"])
def test_what_the_studio_cannot_draw_has_no_shape(noun: str) -> None:
    assert noun not in SHAPES
