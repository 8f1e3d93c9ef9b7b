"""Edits of plans by hand: the requirements follow."""

from __future__ import annotations

import numpy as np
import pytest

from desktop import editing, wishes
from desktop.chips import chips, highlights
from engine import staging
from engine.errors import BadInput
from engine.registry import planner
from engine.types import Brief, Plan, Raster, Render, Round, Trace

PROMPT = 'Poster with the headline "NIGHT TIDE" in coral on a dark blue background'
SCENE = 'a dark green tea tin labelled "SENCHA" on a wooden table'


@pytest.fixture(scope="module")
def flat() -> Plan:
    return planner().plan(Brief(prompt=PROMPT))


@pytest.fixture(scope="module")
def scene() -> Plan:
    return planner().plan(Brief(prompt=SCENE))


def expected(plan: Plan, kind: str, element: str) -> object:
    return next(r.expected for r in plan.requirements if r.kind == kind and r.element == element)


def test_new_words_are_what_will_be_read(flat: Plan) -> None:
    text = flat.texts()[0]
    plan = editing.with_element(flat, text.replace(text="HIGH TIDE"))
    assert plan.element(text.id).text == "HIGH TIDE"
    assert expected(plan, "text", text.id) == "HIGH TIDE"


def test_an_exact_colour_is_measured_exactly(flat: Plan) -> None:
    text = flat.texts()[0]
    plan = editing.with_element(flat, text.replace(colors=("#FF6F61",)))
    asked = [r for r in plan.requirements if r.kind == "colour" and r.element == text.id]
    assert [(r.expected, r.threshold) for r in asked] == [("#FF6F61", 3.0)]


def test_a_moved_box_is_the_one_that_is_checked(flat: Plan) -> None:
    text, box = flat.texts()[0], (0.1, 0.2, 0.6, 0.5)
    plan = editing.with_box(flat, text.id, box)
    assert plan.element(text.id).box == box
    assert expected(plan, "framing", text.id) == box


@pytest.fixture(scope="module")
def pair() -> Plan:
    return planner().plan(Brief(prompt="a red sphere to the left of a blue cube"))


def test_a_box_moved_in_a_scene_is_where_the_thing_is_checked(scene: Plan) -> None:
    tin = next(e for e in scene.elements if e.label == "tea tin")
    x0, y0, x1, y1 = tin.box
    asked = (x0 - 0.1, y0 + 0.1, x1 - 0.14, y1)
    plan = editing.with_box(scene, tin.id, asked)
    assert plan.element(tin.id).placed
    assert not editing.missed(plan, tin.id, asked)
    assert expected(plan, "framing", tin.id) == plan.element(tin.id).box
    assert staging.boxes(plan)[tin.id] == pytest.approx(plan.element(tin.id).box, abs=0.002)
    text = plan.texts()[0]
    assert text.box[0] < scene.element(text.id).box[0], "its print goes with it"


def test_a_box_in_the_air_comes_down_and_is_missed(scene: Plan) -> None:
    tin = next(e for e in scene.elements if e.label == "tea tin")
    asked = (0.0, 0.0, 0.2, 0.2)
    assert editing.missed(editing.with_box(scene, tin.id, asked), tin.id, asked)


def test_what_fills_a_scene_has_no_place_of_its_own(scene: Plan) -> None:
    table = next(e for e in scene.elements if e.kind == "table")
    assert editing.with_box(scene, table.id, (0.2, 0.2, 0.4, 0.4)) == scene


def test_a_hand_that_breaks_a_relation_wins_and_it_is_said(pair: Plan) -> None:
    x0, y0, x1, y1 = pair.element("sphere").box
    near = editing.with_box(pair, "sphere", (x0 - 0.05, y0, x1 - 0.05, y1))
    assert any(r.kind == "position" for r in near.requirements)
    across = editing.with_box(pair, "sphere", (0.72, y0, 0.72 + x1 - x0, y1))
    assert not any(r.kind == "position" for r in across.requirements)
    note = across.notes[-1]
    assert note.kind == "contradiction"
    assert "no longer left of the cube" in note.message


def test_a_placed_thing_that_is_made_larger_stays_on_its_foot(pair: Plan) -> None:
    x0, y0, x1, y1 = pair.element("cube").box
    moved = editing.with_box(pair, "cube", (x0 - 0.02, y0 + 0.05, x1 - 0.02, y1 + 0.05))
    cube = moved.element("cube")
    larger = editing.restaged(editing.with_element(moved, cube.replace(scale=1.2))).element("cube").box
    assert larger[3] == pytest.approx(cube.box[3], abs=0.01)
    assert larger[2] - larger[0] == pytest.approx(1.2 * (cube.box[2] - cube.box[0]), abs=0.01)


def test_a_turned_camera_moves_the_boxes_and_is_asked_for(scene: Plan) -> None:
    plan = editing.with_camera(scene, scene.camera.replace(azimuth=70.0))
    assert expected(plan, "view", "") == (70.0, scene.camera.elevation, scene.camera.roll)
    assert [e.box for e in plan.elements] != [e.box for e in scene.elements]


@pytest.mark.parametrize(
    ("words", "understood"),
    [("dark red", ("dark red",)), ("a glossy finish", ("gloss",)), ("bigger", ("bigger",)), ("hmm", ()), ("", ())],
)
def test_words_change_the_element_they_are_about(scene: Plan, words: str, understood: tuple[str, ...]) -> None:
    tin = next(e for e in scene.elements if e.label == "tea tin")
    changed = editing.amended(scene, tin.id, words)
    assert changed.understood == understood
    assert (changed.plan == scene) is not bool(understood)


def test_quoted_words_go_to_the_text_on_the_element(scene: Plan) -> None:
    tin = next(e for e in scene.elements if e.label == "tea tin")
    changed = editing.amended(scene, tin.id, "“MATCHA” in red")
    assert [e.text for e in changed.plan.texts()] == ["MATCHA"]
    assert changed.understood == ("“MATCHA”", "red")
    assert changed.plan.element(tin.id).colors[0] == "red"


def test_differing_letters_are_marked() -> None:
    asked, read = editing.differing("BREAD", "BRED")
    assert "".join(text for text, _ in asked) == "BREAD"
    assert [text for text, differs in asked if differs] == ["A"]
    assert not any(differs for _, differs in read)


def test_a_box_becomes_a_selection() -> None:
    mask = editing.box_mask((0.25, 0.5, 0.5, 1.0), 8, 4)
    assert mask.shape == (4, 8)
    assert np.argwhere(mask).tolist() == [[y, x] for y in (2, 3) for x in (2, 3)]


def test_chips_name_what_was_understood(flat: Plan, scene: Plan) -> None:
    shown = [(chip.kind, chip.text) for chip in chips(flat, PROMPT)]
    assert ("text", "“NIGHT TIDE”") in shown
    assert ("colour", "coral") in shown
    kinds = [chip.kind for chip in chips(scene, SCENE)]
    assert "camera" in kinds
    assert "light" in kinds


def test_highlights_lie_in_the_prompt(flat: Plan) -> None:
    marked = {PROMPT[start:end]: kind for (start, end), kind in highlights(flat, PROMPT)}
    assert any("NIGHT TIDE" in words for words in marked)
    assert set(marked.values()) <= {"understood", "unused", "contradiction"}


def of(plan: Plan, render: Render) -> Trace:
    return Trace(brief=Brief(prompt=PROMPT), plan=plan, rounds=(Round(render=render, findings=()),), best=0, outcome="passed")


@pytest.mark.parametrize("how", [{"model": "a model"}, {"renderer": "file"}])
def test_a_selection_of_what_a_model_can_repaint_takes_any_words(scene: Plan, how: dict[str, str]) -> None:
    render = Render(renderer="diffusion", pixels=Raster(np.zeros((8, 8, 3), np.uint8)), seed=4).replace(**how)
    mask = editing.box_mask((0.25, 0.25, 0.75, 0.75), 8, 8)
    fix = wishes.rerender(of(scene, render), mask, "  a sleeping cat ")
    assert (fix.words, fix.plan, fix.strength, fix.seed) == ("a sleeping cat", None, 1.0, 5)
    assert fix.mask == Raster(mask)
    assert "a sleeping cat" in fix.message


def test_words_about_a_painted_element_change_what_is_asked_of_it(scene: Plan) -> None:
    tin = next(e for e in scene.elements if e.label == "tea tin")
    masks = {tin.id: Raster(np.ones((8, 8), np.uint8))}
    render = Render(renderer="diffusion", pixels=Raster(np.zeros((8, 8, 3), np.uint8)), model="a model", masks=masks)
    fix = wishes.rerender(of(scene, render), np.full((8, 8), 255, np.uint8), "a dark red one with dents")
    assert fix.words == "a dark red one with dents"
    assert fix.plan is not None
    assert fix.plan.element(tin.id).colors[0] == "dark red"


def test_a_selection_of_a_drawn_picture_keeps_its_seed_and_so_its_paints(scene: Plan) -> None:
    render = Render(renderer="studio", pixels=Raster(np.zeros((8, 8, 3), np.uint8)), seed=4)
    fix = wishes.rerender(of(scene, render), np.full((8, 8), 255, np.uint8), "")
    assert fix.seed == 4
    assert "as it was planned" in fix.message


def test_a_drawn_picture_takes_only_words_that_are_understood(scene: Plan) -> None:
    render = Render(renderer="studio", pixels=Raster(np.zeros((8, 8, 3), np.uint8)))
    with pytest.raises(BadInput, match="nothing was understood"):
        wishes.rerender(of(scene, render), np.full((8, 8), 255, np.uint8), "a sleeping cat")


@pytest.mark.parametrize(("level", "ink"), [(10, "coral"), (200, "black"), (150, "black")])
def test_new_words_are_written_in_an_ink_that_can_be_read(flat: Plan, level: int, ink: str) -> None:
    pixels = np.full((64, 64, 3), level, np.uint8)
    fix = wishes.written(of(flat, Render(renderer="studio", pixels=Raster(pixels))), "EVERY SUNDAY", (0.1, 0.7, 0.9, 0.9))
    assert fix.plan is not None
    assert fix.element is not None
    assert fix.plan.element(fix.element).colors == (ink,)
