from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.canvas import ASPECTS
from engine.staging import boxes, broken, missed, stage
from engine.staging.shapes import SIZES, face
from engine.types import Box, Camera, Canvas, Element, Plan, Relation, RelationName, Requirement, check_box


def thing(name: str, kind: str, count: int = 1, **more: Any) -> Element:
    return Element(id=name, label=kind, kind=kind, count=count, **more)


def plan(
    *elements: Element, relations: tuple[tuple[str, RelationName, str], ...] = (), aspect: str = "1:1", **more: Any
) -> Plan:
    links = tuple(Relation(subject=s, relation=r, object=o) for s, r, o in relations)
    return Plan(canvas=Canvas.of(aspect, "512"), kind="scene", elements=elements, relations=links, **more)


SPHERE, CUBE, CONE = thing("sphere", "sphere"), thing("cube", "cube"), thing("cone", "cone")


@pytest.mark.parametrize("azimuth", [-60, 0, 35, 90, 180])
@pytest.mark.parametrize("elevation", [0, 20, 60])
def test_left_and_right_are_as_the_camera_sees_them(azimuth: float, elevation: float) -> None:
    camera = Camera(azimuth=azimuth, elevation=elevation)
    seen = boxes(plan(SPHERE, CUBE, relations=(("cube", "left of", "sphere"),), camera=camera))
    assert seen["cube"][2] < seen["sphere"][0]
    seen = boxes(plan(SPHERE, CUBE, relations=(("cube", "right of", "sphere"),), camera=camera))
    assert seen["cube"][0] > seen["sphere"][2]


@pytest.mark.parametrize("azimuth", [-40, 0, 70])
def test_behind_is_deeper_and_at_least_half_in_sight(azimuth: float) -> None:
    set_up = stage(plan(CUBE, CONE, relations=(("cone", "behind", "cube"),), camera=Camera(azimuth=azimuth, elevation=10)))
    depth = {s.element: set_up.view.project(s.pose.at)[2] for s in set_up.solids}
    assert depth["cone"] > depth["cube"] + 0.05
    seen = boxes(plan(CUBE, CONE, relations=(("cone", "behind", "cube"),), camera=Camera(azimuth=azimuth, elevation=10)))
    x0, y0, x1, y1 = seen["cone"]
    c0, d0, c1, d1 = seen["cube"]
    hidden = max(0.0, min(x1, c1) - max(x0, c0)) * max(0.0, min(y1, d1) - max(y0, d0))
    assert hidden < 0.5 * (x1 - x0) * (y1 - y0)


def test_on_rests_on_the_top() -> None:
    made = stage(plan(CUBE, thing("cylinder", "cylinder", 2), relations=(("cylinder", "on", "cube"),)))
    cube = next(s for s in made.solids if s.element == "cube")
    bars = [s for s in made.solids if s.element == "cylinder"]
    assert len(bars) == 2
    for bar in bars:
        assert bar.pose.at[2] == pytest.approx(cube.size[2])
        assert abs(bar.pose.at[0]) + bar.size[0] / 2 <= cube.size[0] / 2 + 1e-6
    assert abs(bars[0].pose.at[0] - bars[1].pose.at[0]) >= bars[0].size[0]


@pytest.mark.parametrize("count", [1, 2, 3, 5, 7, 12, 40])
def test_copies_are_all_there_and_do_not_run_into_each_other(count: int) -> None:
    made = stage(plan(thing("ball", "sphere", count), aspect="3:2", camera=Camera(elevation=15)))
    places = [s.pose.at for s in made.solids]
    assert sorted(s.instance for s in made.solids) == list(range(1, count + 1))
    width = made.solids[0].size[0]
    for k, a in enumerate(places):
        for b in places[:k]:
            assert ((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2) ** 0.5 >= width


@pytest.mark.parametrize("aspect", ASPECTS)
@pytest.mark.parametrize(
    "camera", [Camera(), Camera(elevation=90), Camera(azimuth=40, elevation=-20, focal_mm=24), Camera(roll=15)]
)
def test_everything_fits_with_a_margin_in_any_aspect(aspect: str, camera: Camera) -> None:
    seen = boxes(plan(thing("box", "box"), thing("can", "can", 3), aspect=aspect, camera=camera))
    x0, y0 = min(seen["box"][0], seen["can"][0]), min(seen["box"][1], seen["can"][1])
    x1, y1 = max(seen["box"][2], seen["can"][2]), max(seen["box"][3], seen["can"][3])
    assert 0.55 <= max(x1 - x0, y1 - y0) <= 0.72
    assert min(x0, y0, 1 - x1, 1 - y1) > 0.08


def test_zoom_comes_closer() -> None:
    near, usual = (boxes(plan(CUBE, camera=Camera(zoom=z)))["cube"] for z in (1.25, 1.0))
    assert (near[2] - near[0]) > 1.15 * (usual[2] - usual[0])


def test_a_low_camera_stays_above_the_floor() -> None:
    made = stage(plan(thing("letters", "lettering", text="SALE"), camera=Camera(elevation=-25)))
    assert made.view.eye[2] > 0
    assert made.view.forward[2] > 0.4


def test_text_lies_inside_its_label_and_its_label_inside_the_bottle() -> None:
    text = Element(id="text", label="headline", kind="text", text="SUNNY DAYS")
    made = plan(
        thing("bottle", "bottle"), thing("label", "label"), text, relations=(("text", "on", "label"), ("label", "on", "bottle"))
    )
    seen = boxes(made)
    for inner, outer in (("text", "label"), ("label", "bottle")):
        a, b = seen[inner], seen[outer]
        assert a[0] >= b[0] - 0.005
        assert a[1] >= b[1] - 0.005
        assert a[2] <= b[2] + 0.005
        assert a[3] <= b[3] + 0.005


def test_print_stays_in_sight_from_the_side_and_from_above() -> None:
    text = Element(id="text", label="headline", kind="text", text="NORDA")
    for camera in (Camera(azimuth=90), Camera(azimuth=-90), Camera(azimuth=180), Camera(elevation=90)):
        seen = boxes(plan(thing("box", "box"), text, relations=(("text", "on", "box"),), camera=camera))
        x0, _, x1, _ = seen["text"]
        assert x1 - x0 > 0.08, camera


kinds = st.sampled_from(
    ["box", "sphere", "cube", "cone", "bottle", "mug", "book", "card", "sign", "podium", "lettering", "table", "wall"]
)
names: st.SearchStrategy[RelationName] = st.sampled_from(
    ["left of", "right of", "above", "below", "on", "in front of", "behind", "inside", "next to"]
)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(kinds, st.integers(1, 6), st.floats(0.2, 4)), min_size=1, max_size=6),
    st.lists(st.tuples(st.integers(0, 5), names, st.integers(0, 5)), max_size=8),
    st.sampled_from(ASPECTS),
    st.floats(-180, 180),
    st.floats(-40, 90),
)
def test_any_plan_gets_usable_boxes(
    things: list[tuple[str, int, float]],
    links: list[tuple[int, RelationName, int]],
    aspect: str,
    azimuth: float,
    elevation: float,
) -> None:
    elements = [thing(f"e{k}", kind, count, scale=scale) for k, (kind, count, scale) in enumerate(things)]
    relations = tuple((f"e{s % len(things)}", r, f"e{o % len(things)}") for s, r, o in links)
    made = plan(*elements, relations=relations, aspect=aspect, camera=Camera(azimuth=azimuth, elevation=elevation))
    if all(kind in {"table", "wall"} for kind, _, _ in things):
        with pytest.raises(ValueError, match="no solid"):
            boxes(made)
        return
    for box in boxes(made).values():
        check_box(box)


def test_a_view_that_was_asked_for_is_not_turned_away_from() -> None:
    camera = Camera(elevation=18)
    asked = (Requirement(id="view", kind="view", expected=(0.0, 18.0, 0.0), hard=False),)
    assert stage(plan(CUBE, camera=camera, requirements=asked)).solids[0].pose.yaw == 0
    assert stage(plan(CUBE, camera=camera)).solids[0].pose.yaw == -26


def test_cans_in_a_row_all_show_their_print_to_the_camera() -> None:
    text = thing("text", "text", text="FIZZ")
    cans = plan(thing("can", "can", 3), text, relations=(("text", "on", "can"),), aspect="16:9", camera=Camera(elevation=2))
    made = stage(cans)
    for can in made.solids:
        front = can.pose.turned((0.0, -1.0, 0.0))
        away = tuple(e - p for e, p in zip(made.view.eye, can.pose.at, strict=True))
        assert front[0] * away[1] == pytest.approx(front[1] * away[0], abs=1e-6)
        assert front[1] * away[1] > 0


@pytest.mark.parametrize("shape", ["pouch", "tube"])
def test_print_lies_on_a_swelling_front(shape: str) -> None:
    surface = face(shape, SIZES[shape])
    assert surface is not None
    middle, corner = surface.point(0.5, 0.3), surface.point(0.02, 0.3)
    assert middle[1] < corner[1] < 0
    assert middle[1] >= -SIZES[shape][1] / 2 - 1e-9
    assert surface.part(0.2, 0.1, 0.8, 0.9).point(0.5, 0.25) == pytest.approx(surface.point(0.5, 0.3))


def test_pencils_belong_to_the_box_of_their_cup() -> None:
    cup = Element(id="cup", label="pencil cup", kind="cup")
    solid = stage(plan(cup)).solids[0]
    assert solid.pencils
    assert max(p[2] for p in solid.points()) == pytest.approx(1.5 * solid.size[2])


def shifted(box: Box, across: float, down: float, size: float = 1.0) -> Box:
    x0, y0, x1, y1 = box
    half, tall, middle = (x1 - x0) / 2 * size, (y1 - y0) * size, (x0 + x1) / 2 + across
    return middle - half, y1 + down - tall, middle + half, y1 + down


def placed(made: Plan, name: str, box: Box) -> Plan:
    return made.with_element(made.element(name).replace(box=box, placed=True))


PAIR = plan(SPHERE, CUBE, relations=(("cube", "left of", "sphere"),), camera=Camera(elevation=12, focal_mm=60))


@pytest.mark.parametrize(("across", "down", "size"), [(0.1, 0, 1), (0, 0.08, 1), (0, -0.06, 1), (0, 0, 1.3), (0.06, 0.05, 0.7)])
def test_a_placed_thing_goes_where_its_box_is_and_the_others_stay(across: float, down: float, size: float) -> None:
    before = boxes(PAIR)
    asked = shifted(before["sphere"], across, down, size)
    after = boxes(placed(PAIR, "sphere", asked))
    assert after["sphere"] == pytest.approx(asked, abs=0.01)
    assert after["cube"] == before["cube"]
    assert stage(placed(PAIR, "sphere", asked)).view == stage(PAIR).view


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from(["sphere", "cube"]), st.floats(0, 0.7), st.floats(0, 0.7), st.floats(0.1, 0.3), st.floats(0.1, 0.3),
    st.sampled_from([0.0, 12.0, 60.0, 90.0]),
)  # fmt: skip
def test_wherever_a_box_is_put_the_thing_stands_there_or_near_and_stays(
    name: str, x: float, y: float, wide: float, tall: float, elevation: float
) -> None:
    made = placed(PAIR.replace(camera=Camera(elevation=elevation)), name, (x, y, x + wide, y + tall))
    set_up = stage(made)
    foot = min(p[2] for solid in set_up.solids if solid.element == name for p in solid.points())
    tops = [max(p[2] for p in solid.points()) for solid in set_up.solids if solid.element != name]
    assert any(foot == pytest.approx(level, abs=1e-6) for level in (0.0, *tops)), "nothing floats"
    reached = boxes(made)[name]
    check_box(reached)
    again = boxes(placed(made, name, reached))[name]
    assert again == pytest.approx(reached, abs=0.01), "the place that was reached is kept"


def test_a_placed_thing_does_not_run_into_its_neighbour() -> None:
    before = boxes(PAIR)
    set_up = stage(placed(PAIR, "sphere", shifted(before["cube"], 0.05, 0.0)))
    ball, cube = (next(s for s in set_up.solids if s.element == name) for name in ("sphere", "cube"))
    gaps = [
        max(min(p[axis] for p in b.points()) - max(p[axis] for p in a.points()) for a, b in ((ball, cube), (cube, ball)))
        for axis in (0, 1, 2)
    ]
    assert max(gaps) > 0


def test_what_stands_on_a_thing_goes_with_it_and_may_be_set_down() -> None:
    made = plan(CUBE, thing("cone", "cone"), relations=(("cone", "on", "cube"),), camera=Camera(elevation=12))
    before = boxes(made)
    moved = placed(made, "cube", shifted(before["cube"], 0.15, 0.0))
    assert boxes(moved)["cone"] == pytest.approx(shifted(before["cone"], 0.15, 0.0), abs=0.02)
    assert not broken(moved)
    along = placed(made, "cone", shifted(before["cone"], 0.05, 0.0))
    cone, cube = (next(s for s in stage(along).solids if s.element == name) for name in ("cone", "cube"))
    assert cone.pose.at[2] == pytest.approx(cube.size[2])
    x0, _, x1, _ = before["cone"]
    floor = placed(made, "cone", shifted((x0, before["cube"][3] - 0.3, x1, before["cube"][3]), 0.3, 0.0))
    assert next(s for s in stage(floor).solids if s.element == "cone").pose.at[2] == pytest.approx(0.0)
    assert [r.relation for r in broken(floor)] == ["on"]


def test_a_relation_that_a_box_contradicts_is_broken() -> None:
    before = boxes(PAIR)
    assert not broken(PAIR)
    assert [r.relation for r in broken(placed(PAIR, "cube", shifted(before["sphere"], 0.12, 0.05)))] == ["left of"]


def test_a_sign_moves_along_its_wall() -> None:
    made = plan(thing("sign", "sign"))
    asked = shifted(boxes(made)["sign"], 0.1, 0.2, 0.6)
    assert boxes(placed(made, "sign", asked))["sign"] == pytest.approx(asked, abs=0.01)


def test_print_moves_within_the_face_that_carries_it() -> None:
    text = Element(id="text", label="headline", kind="text", text="NORDA")
    made = plan(thing("box", "box"), text, relations=(("text", "on", "box"),), camera=Camera(azimuth=20, elevation=8))
    before = boxes(made)
    asked = shifted(before["text"], 0.03, 0.1, 0.7)
    after = boxes(placed(made, "text", asked))
    assert after["text"] == pytest.approx(asked, abs=0.01)
    assert after["box"] == before["box"]
    away = boxes(placed(made, "text", (0.0, 0.0, 0.2, 0.1)))["text"]
    assert missed(away, (0.0, 0.0, 0.2, 0.1)) > 0.05
    assert all(a >= b - 0.01 for a, b in zip(away[:2], before["box"][:2], strict=True))


def test_a_label_moves_on_its_bottle() -> None:
    text = Element(id="text", label="headline", kind="text", text="SUNNY")
    links: tuple[tuple[str, RelationName, str], ...] = (("text", "on", "label"), ("label", "on", "bottle"))
    made = plan(thing("bottle", "bottle"), thing("label", "label"), text, relations=links)
    before = boxes(made)
    x0, y0, x1, y1 = before["label"]
    asked = (x0 + 0.03, y0 + 0.05, x1 - 0.03, y1 - 0.05)
    after = boxes(placed(made, "label", asked))
    assert after["label"] == pytest.approx(asked, abs=0.012)
    assert after["text"][2] - after["text"][0] < before["text"][2] - before["text"][0]


def test_a_logo_stands_over_the_text_that_it_shares_a_face_with() -> None:
    text = Element(id="text", label="headline", kind="text", text="OATS")
    mark = Element(id="logo", label="logo", kind="logo")
    links: tuple[tuple[str, RelationName, str], ...] = (("text", "on", "box"), ("logo", "on", "box"))
    made = plan(thing("box", "box"), mark, text, relations=links)
    seen = boxes(made)
    assert seen["logo"][3] <= seen["text"][1] + 0.01
    asked = shifted(seen["logo"], 0.05, 0.03, 0.7)
    assert boxes(placed(made, "logo", asked))["logo"] == pytest.approx(asked, abs=0.01)
