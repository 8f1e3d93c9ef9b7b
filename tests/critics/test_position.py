"""Relations, from what can be seen."""

import numpy as np
import pytest

from engine.critics.position import PositionCritic
from engine.types import Raster, Relation, RelationName
from tests.critics.pictures import Thing, changed, judged, still_life, unmasked

CRITIC = PositionCritic()
Place = tuple[float, float]


def verdict(one: Place, relation: RelationName, other: Place, radius: float = 0.1) -> str:
    things = (Thing("other", "cube", "blue", (other,), 0.1), Thing("one", "sphere", "red", (one,), radius))
    plan, render = still_life(things, (Relation(subject="one", relation=relation, object="other"),))
    return judged(CRITIC, plan, render)["position-0"].verdict


@pytest.mark.parametrize(
    ("one", "relation", "other", "held"),
    [
        ((0.2, 0.6), "left of", (0.6, 0.6), True),
        ((0.7, 0.6), "left of", (0.4, 0.6), False),
        ((0.5, 0.3), "left of", (0.5, 0.7), False),
        ((0.8, 0.5), "right of", (0.4, 0.6), True),
        ((0.5, 0.2), "above", (0.5, 0.7), True),
        ((0.5, 0.8), "above", (0.5, 0.4), False),
        ((0.5, 0.8), "below", (0.5, 0.4), True),
        ((0.3, 0.6), "next to", (0.55, 0.6), True),
        ((0.12, 0.12), "next to", (0.85, 0.85), False),
        ((0.5, 0.4), "on", (0.5, 0.6), True),
        ((0.5, 0.2), "on", (0.5, 0.6), False),
        ((0.85, 0.6), "on", (0.5, 0.6), False),
    ],
)
def test_relations_in_the_plane(
    one: tuple[float, float], relation: RelationName, other: tuple[float, float], held: bool
) -> None:
    assert verdict(one, relation, other) == ("passed" if held else "failed")


def test_a_foot_hidden_behind_another_thing_is_not_held_against_it() -> None:
    things = (
        Thing("table", "table", "brown", ((0.5, 0.7),), 0.35),
        Thing("one", "cube", "blue", ((0.5, 0.6), (0.5, 0.75)), 0.12),
    )
    plan, render = still_life(things, (Relation(subject="one", relation="on", object="table"),))
    assert judged(CRITIC, plan, render)["position-0"].verdict == "passed"


def test_inside() -> None:
    assert verdict((0.5, 0.6), "inside", (0.5, 0.6), 0.05) == "passed"
    assert verdict((0.58, 0.6), "inside", (0.5, 0.6), 0.05) == "failed"


def test_behind_is_told_by_depth() -> None:
    things = (Thing("one", "sphere", "red", ((0.4, 0.5),)), Thing("other", "cube", "blue", ((0.6, 0.6),)))
    plan, render = still_life(things, (Relation(subject="one", relation="behind", object="other"),))
    depth = np.full(render.pixels.shape[:2], 9, np.float32)
    depth[render.masks["one"].array > 0] = 3
    depth[render.masks["other"].array > 0] = 2
    assert judged(CRITIC, plan, render.replace(depth=Raster(depth)))["position-0"].verdict == "passed"
    assert judged(CRITIC, plan, render.replace(depth=Raster(12 - depth)))["position-0"].verdict == "failed"
    assert judged(CRITIC, plan, render)["position-0"].verdict == "unchecked"


def test_masks_that_the_pixels_do_not_bear_out_prove_nothing() -> None:
    things = (Thing("one", "sphere", "red", ((0.2, 0.5),)), Thing("other", "cube", "blue", ((0.7, 0.6),)))
    plan, render = still_life(things, (Relation(subject="one", relation="left of", object="other"),))
    mirrored = changed(render, render.pixels.array[:, ::-1])
    assert judged(CRITIC, plan, mirrored)["position-0"].verdict == "failed"
    assert judged(CRITIC, plan, unmasked(render))["position-0"].verdict == "unchecked"
