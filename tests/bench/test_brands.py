"""The bench's faults of brands are what they say."""

from __future__ import annotations

from itertools import islice

import numpy as np

from engine.bench.brands import branded, brands
from engine.bench.fault import CLEAN
from engine.bench.logos import logos
from engine.critics.looking import box_of


def test_a_brands_designs_are_sound_and_each_fault_changes_one_thing() -> None:
    plan = branded()[0].plan
    found = list(islice(brands(), 5))
    claims = [one.id for one in plan.requirements if one.kind == "brand"]
    assert [one.requirement for one in found[:3]] == claims
    assert [(one.name, one.wrong) for one in found[:3]] == [(CLEAN, False)] * 3
    ground, text = found[3:]
    assert (ground.requirement, text.requirement) == ("brand", "brand")
    assert tuple(ground.render.pixels.array[0, 0]) == (0x18, 0x3A, 0x4A)
    assert text.box is not None
    assert text.box[1] > 0.5
    assert np.array_equal(text.render.pixels.array[:200], found[0].render.pixels.array[:200])


def test_a_logo_is_damaged_where_it_stands() -> None:
    sound, *damaged = islice(logos(), 5)
    assert (sound.name, sound.wrong) == (CLEAN, False)
    assert [one.name for one in damaged] == ["logo mirrored", "logo cut off", "logo recoloured", "logo squeezed"]
    place = box_of(sound.render.masks["logo"].array)
    assert place is not None
    for one in damaged:
        assert one.box is not None
        assert place[0] <= one.box[0] < one.box[2] <= place[2]
        assert place[1] <= one.box[1] < one.box[3] <= place[3]
