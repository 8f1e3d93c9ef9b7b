"""Presence and count: what the pixels show, whatever the masks say."""

import numpy as np
import pytest

from engine.critics.presence import PresenceCritic
from engine.types import Array, Raster, Render
from tests.critics.pictures import Thing, changed, judged, paint, still_life, unmasked

CRITIC = PresenceCritic()
SPHERES = Thing("it", "sphere", "red", ((0.2, 0.62), (0.5, 0.62), (0.8, 0.62)), 0.09)
CUBE = Thing("cube", "cube", "blue", ((0.5, 0.25),), 0.1)


def painted_out(render: Render, element: str, index: int) -> Array:
    """The instance covered by the ground that lies beside it in the same rows."""
    pixels = render.pixels.array.copy()
    empty, _ = np.nonzero(render.masks[element].array == index), None
    rows, columns = empty
    pixels[rows, columns] = pixels[rows, (columns + 5) % 12]
    return pixels


def test_what_is_there_is_seen_and_counted() -> None:
    findings = judged(CRITIC, *still_life((SPHERES, CUBE)))
    assert {finding.verdict for finding in findings.values()} == {"passed"}
    assert findings["count:it"].measured == 3


def test_a_thing_painted_out_is_missed_though_its_mask_is_there() -> None:
    plan, render = still_life((SPHERES, CUBE))
    findings = judged(CRITIC, plan, changed(render, painted_out(render, "cube", 1)))
    assert findings["presence:cube"].verdict == "failed"
    assert findings["presence:cube"].message == "No cube can be seen where it should stand."
    assert findings["count:cube"].measured == 0
    assert findings["presence:it"].verdict == "passed"


def test_one_of_three_painted_out_changes_the_count() -> None:
    plan, render = still_life((SPHERES, CUBE))
    findings = judged(CRITIC, plan, changed(render, painted_out(render, "it", 2)))
    assert findings["presence:it"].verdict == "passed"
    assert findings["count:it"].measured == 2
    assert findings["count:it"].message == "2 × sphere where 3 were asked for."


@pytest.mark.parametrize("place", [(0.2, 0.25), (0.5, 0.85), (0.8, 0.3)])
def test_one_more_pasted_in_changes_the_count(place: tuple[float, float]) -> None:
    plan, render = still_life((SPHERES, CUBE))
    pixels = render.pixels.array.astype(np.float32)
    paint(pixels, np.zeros(pixels.shape[:2], np.uint8), SPHERES, *place, 1)
    findings = judged(CRITIC, plan, changed(render, pixels.astype(np.uint8)))
    assert findings["count:it"].measured == 4
    assert findings["count:cube"].measured == 1
    box = findings["count:it"].box
    assert box is not None
    assert box[0] < place[0] < box[2]
    assert box[1] < place[1] < box[3]


def test_another_thing_in_the_picture_is_not_counted() -> None:
    plan, render = still_life((SPHERES, CUBE))
    pixels = render.pixels.array.astype(np.float32)
    paint(pixels, np.zeros(pixels.shape[:2], np.uint8), Thing("no", "cube", "green", (), 0.07), 0.2, 0.25, 1)
    assert judged(CRITIC, plan, changed(render, pixels.astype(np.uint8)))["count:it"].measured == 3


def test_white_on_a_light_ground_is_seen() -> None:
    findings = judged(CRITIC, *still_life((Thing("it", "sphere", "white", ((0.5, 0.6),), 0.15),)))
    assert findings["presence:it"].verdict == "passed"


def test_without_masks_only_the_simple_case_is_judged() -> None:
    plan, render = still_life((SPHERES, CUBE))
    findings = judged(CRITIC, plan, unmasked(render))
    assert {finding.verdict for finding in findings.values()} == {"unchecked"}
    plain = np.full((300, 300, 3), 225, np.float32)
    for place in ((0.3, 0.5), (0.7, 0.5)):
        paint(plain, np.zeros((300, 300), np.uint8), SPHERES, *place, 1)
    plan, _ = still_life((SPHERES,))
    findings = judged(CRITIC, plan, Render(renderer="file", pixels=Raster(plain.astype(np.uint8))))
    assert findings["count:it"].measured == 2
    assert findings["count:it"].verdict == "failed"
    assert findings["count:it"].confidence < 0.5


def test_things_that_touch_are_not_counted_without_masks() -> None:
    plain = np.full((300, 300, 3), 225, np.float32)
    for place in ((0.35, 0.4), (0.47, 0.52)):
        paint(plain, np.zeros((300, 300), np.uint8), SPHERES, *place, 1)
    plan, _ = still_life((Thing("it", "sphere", "red", ((0.3, 0.5), (0.7, 0.5))),))
    finding = judged(CRITIC, plan, Render(renderer="file", pixels=Raster(plain.astype(np.uint8))))["count:it"]
    assert finding.verdict == "unchecked"
    assert finding.message.startswith("Things that touch")
