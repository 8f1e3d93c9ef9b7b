"""Letters done wrong on purpose are wrong as said, and the critics see it."""

from random import Random

import numpy as np
import pytest

from engine.bench import lettering
from engine.bench.critics import examined
from engine.bench.fault import CLEAN, Fault
from engine.bench.lettering import DAMAGES, MARKED, drawn, settings


@pytest.fixture(scope="module")
def faults() -> list[Fault]:
    """One line of 24 px clean and with every fault, and a pair that differs by a mark."""
    patch = pytest.MonkeyPatch()
    patch.setattr(lettering, "HEIGHTS", (24,))
    patch.setattr(lettering, "MARKED", MARKED[:1])
    found = list(lettering.lettering(1))
    patch.undo()
    return found


def test_every_fault_of_a_line_is_found_and_clean_lines_pass(faults: list[Fault]) -> None:
    assert {fault.name for fault in faults} == {CLEAN, *DAMAGES, "wrong diacritic"}
    wrong = [
        (fault.name, fault.subject, case["message"])
        for fault in faults
        for case in examined(fault)
        if case["verdict"] != ("failed" if fault.wrong else "passed")
    ]
    assert wrong == []


def test_capitals_are_as_high_as_said() -> None:
    for cap in (16, 32):
        setting = next(settings(cap, 1, ("HHH",)))
        rows = np.flatnonzero((drawn("HHH", setting).cover > 0.5).any(axis=1))
        assert abs(len(rows) - cap) <= 1


def test_an_erased_quarter_takes_a_quarter_of_a_letters_height() -> None:
    setting = next(settings(40, 1, ("H",)))
    sound = drawn("H", setting)
    gone = DAMAGES["25% of a letter's height erased"](setting, sound, Random(1))
    assert gone is not None
    assert 1 - gone.cover.sum() / sound.cover.sum() == pytest.approx(0.25, abs=0.05)


def test_the_damage_is_where_the_fault_says(faults: list[Fault]) -> None:
    erased = next(fault for fault in faults if "height erased" in fault.name)
    assert erased.box is not None
    x0, y0, x1, y1 = erased.box
    assert (x1 - x0) * (y1 - y0) < 0.2
