"""Whole, inside, and in place."""

import pytest

from engine.critics.framing import FramingCritic
from tests.critics.pictures import BAKERY, Thing, Words, changed, judged, poster, requirement, still_life, unmasked

CRITIC = FramingCritic()


def test_things_in_their_place_pass() -> None:
    findings = judged(CRITIC, *still_life((Thing("it", "sphere", "red", ((0.5, 0.6),), 0.2),)))
    assert findings["framing:it"].verdict == "passed"


@pytest.mark.parametrize(("place", "side"), [((0.95, 0.6), "right"), ((0.5, 0.03), "top"), ((0.02, 0.5), "left")])
def test_a_thing_cut_off_by_the_border_is_told(place: tuple[float, float], side: str) -> None:
    plan, render = still_life((Thing("it", "cube", "red", (place,), 0.12),))
    x, y = place
    wanted = (max(0.02, x - 0.12), max(0.02, y - 0.12), min(0.98, x + 0.12), y + 0.12)
    plan = plan.replace(requirements=(requirement("framing", "it", wanted, "overlap"),))
    finding = judged(CRITIC, plan, render)["framing:it"]
    assert finding.verdict == "failed"
    assert finding.message == f"The cube is cut off at the {side}."


def test_a_thing_meant_to_touch_the_border_is_not_cut_off() -> None:
    plan, render = still_life((Thing("it", "cube", "red", ((0.95, 0.6),), 0.12),))
    assert judged(CRITIC, plan, render)["framing:it"].verdict == "passed"


def test_a_thing_elsewhere_is_told() -> None:
    plan, _ = still_life((Thing("it", "sphere", "red", ((0.3, 0.6),)),))
    _, render = still_life((Thing("it", "sphere", "red", ((0.7, 0.6),)),))
    finding = judged(CRITIC, plan, render)["framing:it"]
    assert finding.verdict == "failed"
    assert finding.message == "The sphere is away from its planned place."


def test_text_must_be_in_its_area() -> None:
    plan, render = poster()
    assert judged(CRITIC, plan, render)["framing:headline"].verdict == "passed"
    _, moved = poster((Words("headline", "FRESH BREAD DAILY", (0.1, 0.62, 0.9, 0.97)), BAKERY[1]))
    assert judged(CRITIC, plan, moved)["framing:headline"].verdict == "failed"
    blank = render.pixels.array.copy()
    blank[:] = blank[0, 0]
    assert judged(CRITIC, plan, changed(render, blank))["framing:headline"].verdict == "failed"
    assert judged(CRITIC, plan, unmasked(render))["framing:headline"].verdict == "passed"
    assert judged(CRITIC, plan, unmasked(moved))["framing:headline"].verdict == "failed"
