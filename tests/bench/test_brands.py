"""The bench's faults of brands are what they say."""

from __future__ import annotations

from itertools import islice

import numpy as np

from engine.bench.brands import branded, brands
from engine.bench.fault import CLEAN


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
