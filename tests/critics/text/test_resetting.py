"""A flat line in a known face, pixel by pixel; `plantain bench --critics --only text` measures more."""

from random import Random

import numpy as np
import pytest

from engine.bench.lettering import DAMAGES, Drawn, Setting, drawn, settings
from engine.critics.text.glyphs import Match
from engine.critics.text.resetting import reset
from engine.critics.text.strip import flatten
from engine.types import Array
from engine.typography.fonts import face

QUARTER = DAMAGES["25% of a letter's height erased"]


def looked(picture: Array, setting: Setting) -> Match | None:
    mask = np.zeros(picture.shape[:2], bool)
    mask[4:-4, 4:-4] = True
    strip = flatten(picture, mask, straight=True, line=48)
    assert strip is not None
    return reset(strip, setting.text, setting.face)


def least(found: Match | None) -> float:
    assert found is not None
    return found.letters[found.worst].likeness


def damaged(setting: Setting, sound: Drawn, name: str, seed: int = 1) -> Array:
    made = DAMAGES[name](setting, sound, Random(seed))
    assert made is not None
    return made.picture(setting)


@pytest.mark.parametrize("cap", [16, 32, 120])
def test_whole_letters_are_alike_and_an_erased_quarter_is_not(cap: int) -> None:
    for at, setting in enumerate(settings(cap, 3)):
        sound = drawn(setting.text, setting)
        clean = looked(sound.picture(setting), setting)
        assert clean is not None
        assert least(clean) > clean.limit
        assert clean.cap_height > 0
        assert least(looked(damaged(setting, sound, "25% of a letter's height erased", at), setting)) < 0.5 * clean.limit


@pytest.mark.parametrize("name", ["strokes doubled", "letter mirrored"])
def test_strokes_too_many_are_seen(name: str) -> None:
    setting = next(settings(24, 1))
    assert least(looked(damaged(setting, drawn(setting.text, setting), name), setting)) < 0.3


def test_the_damaged_letter_is_the_one_accused() -> None:
    setting = next(settings(32, 1, ("HAMBURG",)))
    sound = drawn("HAMBURG", setting)
    cover = sound.cover.copy()
    x0, y0, x1, y1 = sound.letters[3]
    cover[y0 : y0 + (y1 - y0) // 4, x0:x1] = 0
    found = looked(Drawn(cover, sound.letters).picture(setting), setting)
    assert found is not None
    assert found.worst == 3


def test_what_was_saved_as_jpeg_or_lies_on_a_slope_is_not_accused() -> None:
    import cv2

    setting = next(settings(24, 1))
    picture = drawn(setting.text, setting).picture(setting)
    slope = np.clip(picture + np.linspace(-30, 30, picture.shape[1])[None, :, None], 0, 255).astype(np.uint8)
    saved = np.asarray(cv2.imdecode(cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, 80])[1], cv2.IMREAD_COLOR))
    for one in (slope, saved):
        found = looked(one, setting)
        assert least(found) > 0.55


def test_another_face_or_text_does_not_go_together_with_it() -> None:
    setting = next(settings(32, 1, ("WILD HONEY",)))
    picture = drawn("WILD HONEY", setting).picture(setting)
    other = Setting("QUITE OTHER", face("QUITE OTHER", style="didone"), 32, setting.ink, setting.ground, 0)
    found = looked(picture, other)
    assert found is None or least(found) < 0.3
