from __future__ import annotations

import gc
import weakref

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.canvas import masks
from desktop.canvas.values import TOOLS, Mark, PlanBox
from desktop.canvas.view import CanvasView
from engine.types import Array
from tests.desktop.canvas.mouse import ALT, CTRL, SHIFT, click, drag, key, move, place, press, release

BOXES = (
    PlanBox("headline", "headline", (0.25, 0.1, 0.75, 0.2)),
    PlanBox("cup", "cup", (0.4, 0.5, 0.6, 0.9)),
    PlanBox("background", "background", (0, 0, 1, 1)),
)
MARKS = (
    Mark("text:headline", (0.25, 0.1, 0.75, 0.2), "failed", "Reads “BRED”; an A is missing."),
    Mark("colour:cup", (0.4, 0.5, 0.6, 0.9), "unchecked", "Nobody looked."),
)


@pytest.fixture
def shown(canvas: CanvasView, pixels: Array) -> CanvasView:
    canvas.set_picture(pixels)
    return canvas


def cups() -> dict[str, Array]:
    """A table with two cups on it."""
    cup = (
        masks.rectangle((300, 400), (100, 100, 150, 180)) // 255 + masks.rectangle((300, 400), (250, 100, 300, 180)) // 255 * 2
    )
    return {"table": np.ones((300, 400), np.uint8), "cup": cup}


def nothing_selected(canvas: CanvasView) -> bool:
    return canvas.selection is None


# Selections


def test_a_lasso_selects_what_it_encloses(shown: CanvasView) -> None:
    shown.set_tool("lasso")
    spy = QSignalSpy(shown.selection_changed)
    drag(shown, [(100, 50), (300, 60), (280, 200), (120, 220)])
    expected = masks.polygon((300, 400), [(100, 50), (300, 60), (280, 200), (120, 220)])
    assert shown.selection is not None
    assert np.count_nonzero((shown.selection >= 128) != (expected >= 128)) < 700
    assert spy.count() == 1


def test_a_rectangle_adds_subtracts_and_intersects(shown: CanvasView) -> None:
    shown.set_tool("rect")
    drag(shown, [(100, 100), (150, 150), (200, 200)])
    assert shown.selection is not None
    first = np.count_nonzero(shown.selection)
    assert first == pytest.approx(10_000, rel=0.05)
    drag(shown, [(250, 100), (300, 150)], SHIFT)
    assert np.count_nonzero(shown.selection) == pytest.approx(first + 2_500, rel=0.05)
    drag(shown, [(240, 90), (310, 160)], ALT)
    assert np.count_nonzero(shown.selection) == first
    drag(shown, [(150, 150), (390, 290)], SHIFT | ALT)
    assert np.count_nonzero(shown.selection) == pytest.approx(first / 4, rel=0.05)


def test_an_ellipse_and_a_click_beside_it(shown: CanvasView) -> None:
    shown.set_tool("ellipse")
    drag(shown, [(100, 100), (150, 150), (300, 200)])
    assert shown.selection is not None
    assert shown.selection.sum() / 255 == pytest.approx(np.pi * 100 * 50, rel=0.03)
    click(shown, (20, 20))
    assert nothing_selected(shown)


def test_a_selection_is_dragged_by_its_inside(shown: CanvasView) -> None:
    shown.select(masks.rectangle((300, 400), (100, 100, 200, 200)))
    shown.set_tool("rect")
    drag(shown, [(150, 150), (160, 155), (190, 170)])
    assert shown.selection is not None
    assert masks.region(shown.selection) == pytest.approx((140, 120, 240, 220), abs=1)


def test_brush_and_eraser(shown: CanvasView) -> None:
    shown.brush_size, shown.brush_softness = 40, 0
    shown.set_tool("brush")
    drag(shown, [(100, 150), (150, 150), (250, 150)])
    assert shown.selection is not None
    assert shown.selection.sum() / 255 == pytest.approx(150 * 40 + np.pi * 400, rel=0.02)
    assert shown.selected.veiled
    shown.set_tool("eraser")
    drag(shown, [(100, 150), (170, 150)])
    assert shown.selection[150, 120] == 0
    assert shown.selection[150, 240] == 255


def test_softness_shows_in_the_mask(shown: CanvasView) -> None:
    shown.brush_size, shown.brush_softness = 100, 1
    shown.set_tool("brush")
    click(shown, (200, 150))
    assert shown.selection is not None
    assert len(np.unique(shown.selection)) > 60


def test_escape_takes_a_stroke_back(shown: CanvasView) -> None:
    shown.set_tool("brush")
    spy = QSignalSpy(shown.selection_changed)
    press(shown, (100, 100))
    move(shown, (200, 100))
    key(shown, Qt.Key.Key_Escape)
    release(shown, (200, 100))
    assert nothing_selected(shown)
    assert spy.count() == 0
    shown.select(masks.ellipse(shown.mask_shape, (20, 20, 290, 260)))
    assert shown.selection is not None
    before = shown.selection.copy()
    shown.set_tool("eraser")
    press(shown, (100, 100))
    move(shown, (200, 100))
    assert not np.array_equal(shown.selection, before)
    key(shown, Qt.Key.Key_Escape)
    assert np.array_equal(shown.selection, before)


def test_all_none_invert_grow_and_shrink(shown: CanvasView) -> None:
    key(shown, Qt.Key.Key_A, CTRL)
    assert shown.selection is not None
    assert shown.selection.min() == 255
    shown.select(masks.rectangle((300, 400), (100, 100, 200, 200)))
    shown.select_invert()
    assert shown.selection[150, 150] == 0
    shown.select_invert()
    shown.grow(10)
    assert masks.region(shown.selection) == (90, 90, 210, 210)
    shown.shrink(20)
    assert masks.region(shown.selection) == (110, 110, 190, 190)
    key(shown, Qt.Key.Key_D, CTRL)
    assert nothing_selected(shown)
    shown.grow(5)
    assert nothing_selected(shown)


def test_the_selection_goes_with_the_picture_s_size(shown: CanvasView, pixels: Array) -> None:
    shown.select_all()
    shown.set_picture(pixels[::-1].copy())
    assert shown.selection is not None
    shown.set_picture(pixels[:100])
    assert nothing_selected(shown)
    with pytest.raises(ValueError, match="as large as the canvas"):
        shown.select(np.ones((9, 9), np.uint8))


def test_arrows_move_the_selection(shown: CanvasView) -> None:
    shown.select(masks.rectangle((300, 400), (100, 100, 200, 200)))
    key(shown, Qt.Key.Key_Right)
    key(shown, Qt.Key.Key_Up, SHIFT)
    assert shown.selection is not None
    assert masks.region(shown.selection) == (101, 90, 201, 190)


def test_the_element_under_a_click_is_selected(shown: CanvasView, qtbot: QtBot) -> None:
    shown.set_masks(cups())
    shown.set_tool("element")
    with qtbot.waitSignal(shown.element_clicked) as clicked:
        click(shown, (270, 140))
    assert clicked.args == ["cup"]
    assert shown.selection is not None
    assert masks.region(shown.selection) == (250, 100, 300, 180)
    click(shown, (270, 140), CTRL)
    assert masks.region(shown.selection) == (100, 100, 300, 180)
    with qtbot.waitSignal(shown.element_clicked) as clicked:
        click(shown, (20, 20))
    assert clicked.args == ["table"]


def test_the_element_under_the_cursor_lights_up(shown: CanvasView) -> None:
    shown.set_masks(cups())
    shown.set_tool("element")
    before = shown.grab().toImage()
    move(shown, (270, 141))
    move(shown, (270, 140))
    assert shown.elements.hovered == ("cup", 2)
    assert shown.grab().toImage() != before


def test_chosen_elements_are_outlined_wherever_they_stand(shown: CanvasView) -> None:
    shown.set_masks(cups())
    before = shown.grab().toImage()
    shown.outline_elements(["cup", "gone"])
    after = shown.grab().toImage()
    for left in (100, 250):
        edge, inside = (place(shown, at) for at in ((left + 25, 180), (left + 25, 140)))
        assert any(before.pixelColor(edge + QPoint(0, n)) != after.pixelColor(edge + QPoint(0, n)) for n in range(-2, 3))
        assert before.pixelColor(inside) == after.pixelColor(inside)
    shown.outline_elements([])
    assert shown.grab().toImage() == before


def test_an_outline_of_a_large_mask_lies_where_the_mask_ends(canvas: CanvasView) -> None:
    canvas.set_canvas_size(4096, 3072)
    canvas.set_masks({"block": masks.rectangle((3072, 4096), (1000, 500, 3000, 2500)) // 255})
    path = canvas.elements._path("block", 0).boundingRect()
    assert (path.left(), path.top(), path.right(), path.bottom()) == pytest.approx((1000, 500, 3000, 2500), abs=4)


# Boxes


def test_a_handle_resizes_a_box(shown: CanvasView, qtbot: QtBot) -> None:
    shown.set_boxes(BOXES)
    shown.edit_boxes = True
    click(shown, (200, 200))
    assert shown.boxes.selected == "cup"
    with qtbot.waitSignal(shown.box_edited) as edited:
        drag(shown, [(240, 270), (260, 250), (301, 221)], CTRL)
    assert edited.args is not None
    name, box = edited.args
    assert name == "cup"
    assert box == pytest.approx((0.4, 0.5, 301 / 400, 221 / 300), abs=0.006)


def test_a_box_moves_whole_and_says_so_once(shown: CanvasView) -> None:
    shown.set_boxes(BOXES)
    shown.edit_boxes = True
    spy = QSignalSpy(shown.box_edited)
    drag(shown, [(200, 200), (210, 205), (245, 183)])
    assert spy.count() == 1
    box = spy.at(0)[1]
    assert box == pytest.approx((0.4 + 45 / 400, 0.5 - 17 / 300, 0.6 + 45 / 400, 0.9 - 17 / 300), abs=0.006)


def test_a_box_snaps_to_the_middle(shown: CanvasView) -> None:
    shown.set_boxes(BOXES)
    shown.edit_boxes = True
    spy = QSignalSpy(shown.box_edited)
    drag(shown, [(200, 200), (220, 180), (202, 188)])
    assert spy.at(0)[1][0] == pytest.approx(0.4)


def test_escape_puts_a_box_back(shown: CanvasView) -> None:
    shown.set_boxes(BOXES)
    shown.edit_boxes = True
    spy = QSignalSpy(shown.box_edited)
    press(shown, (200, 200))
    move(shown, (300, 100))
    assert shown.boxes.items[1].box != BOXES[1].box
    key(shown, Qt.Key.Key_Escape)
    release(shown, (300, 100))
    assert shown.boxes.items[1].box == pytest.approx(BOXES[1].box)
    assert spy.count() == 0


def test_boxes_stay_where_they_are_unless_they_may_be_edited(shown: CanvasView) -> None:
    shown.set_boxes(BOXES)
    spy = QSignalSpy(shown.box_edited)
    drag(shown, [(200, 200), (210, 205), (263, 183)])
    shown.edit_boxes = True
    shown.set_layers(False, True, True)
    drag(shown, [(200, 200), (210, 205), (263, 183)])
    assert spy.count() == 0


def test_keys_reach_and_move_a_box(shown: CanvasView) -> None:
    shown.set_boxes(BOXES)
    shown.edit_boxes = True
    spy = QSignalSpy(shown.box_edited)
    key(shown, Qt.Key.Key_Tab)
    key(shown, Qt.Key.Key_Tab)
    assert shown.boxes.selected == "cup"
    key(shown, Qt.Key.Key_Left, SHIFT)
    key(shown, Qt.Key.Key_Down)
    assert spy.count() == 2
    assert spy.at(1)[1] == pytest.approx((150 / 400, 151 / 300, 230 / 400, 271 / 300))
    key(shown, Qt.Key.Key_Escape)
    assert shown.boxes.selected is None


def test_plan_boxes_can_be_moved_before_there_is_a_picture(canvas: CanvasView, qtbot: QtBot) -> None:
    canvas.set_canvas_size(1024, 512)
    canvas.set_boxes(BOXES)
    canvas.edit_boxes = True
    with qtbot.waitSignal(canvas.box_edited) as edited:
        drag(canvas, [(512, 350), (530, 330), (600, 300)])
    assert edited.args is not None
    assert edited.args == ["cup", pytest.approx((0.4 + 88 / 1024, 0.5 - 50 / 512, 0.6 + 88 / 1024, 0.9 - 50 / 512), abs=0.01)]


# Marks


def test_a_click_on_a_finding_chooses_it(shown: CanvasView, qtbot: QtBot) -> None:
    shown.set_marks(MARKS)
    shown.grab()
    with qtbot.waitSignal(shown.mark_clicked) as clicked:
        click(shown, (200, 45))
    assert clicked.args == ["text:headline"]
    assert shown.marks.selected == "text:headline"
    click(shown, (20, 280))
    assert shown.marks.selected is None


def test_a_pan_is_no_click(shown: CanvasView) -> None:
    shown.set_marks(MARKS)
    spy = QSignalSpy(shown.mark_clicked)
    drag(shown, [(200, 45), (230, 60), (260, 80)])
    assert spy.count() == 0


def test_tab_goes_through_the_findings_and_on(pixels: Array, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    canvas, field = CanvasView(), QLineEdit()
    column = QVBoxLayout(window)
    column.addWidget(canvas)
    column.addWidget(field)
    window.resize(800, 700)
    window.show()
    assert QTest.qWaitForWindowActive(window)
    canvas.set_picture(pixels)
    canvas.set_marks(MARKS)
    canvas.setFocus()
    seen = []
    for _ in range(2):
        key(canvas, Qt.Key.Key_Tab)
        seen.append(canvas.marks.selected)
    assert seen == ["text:headline", "colour:cup"]
    with qtbot.waitSignal(canvas.mark_clicked) as clicked:
        key(canvas, Qt.Key.Key_Return)
    assert clicked.args == ["colour:cup"]
    key(canvas, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is field


def test_findings_with_the_same_region_do_not_cover_each_other(shown: CanvasView, qtbot: QtBot) -> None:
    box = (0.25, 0.1, 0.75, 0.2)
    shown.set_marks([Mark(f"mark {k}", box, "failed", "No.") for k in range(6)])
    shown.grab()
    clicked = QSignalSpy(shown.mark_clicked)
    height = place(shown, (0, 60)).y() + 14
    for x in range(place(shown, (100, 0)).x(), 790, 10):
        at = shown.lens.to_canvas((x, height))
        click(shown, at)
    assert {clicked.at(index)[0] for index in range(clicked.count())} == {f"mark {k}" for k in range(6)}


def test_what_no_longer_exists_is_no_longer_chosen(shown: CanvasView) -> None:
    shown.set_marks(MARKS)
    shown.set_boxes(BOXES)
    shown.select_mark("text:headline")
    shown.select_box("cup")
    shown.set_marks(MARKS[1:])
    shown.set_boxes(BOXES[:1])
    assert shown.marks.selected is None
    assert shown.boxes.selected is None


# Text, colour, tools


def test_a_text_area_is_drawn(shown: CanvasView, qtbot: QtBot) -> None:
    shown.set_tool("text")
    with qtbot.waitSignal(shown.text_area_drawn) as drawn:
        drag(shown, [(100, 60), (200, 80), (300, 120)])
    assert drawn.args is not None
    assert drawn.args[0] == pytest.approx((0.25, 0.2, 0.75, 0.4), abs=0.01)
    assert nothing_selected(shown)


def test_a_click_with_the_text_tool_asks_for_the_text_there(shown: CanvasView, qtbot: QtBot) -> None:
    shown.set_masks(cups())
    shown.set_tool("text")
    with qtbot.waitSignal(shown.element_clicked) as clicked:
        click(shown, (120, 120))
    assert clicked.args == ["cup"]


def test_a_colour_is_picked_from_the_picture(shown: CanvasView, pixels: Array, qtbot: QtBot) -> None:
    shown.zoom_by(16 / shown.zoom, shown.lens.to_view((300, 200)))
    shown.set_tool("pick")
    with qtbot.waitSignal(shown.colour_picked) as picked:
        click(shown, (300.5, 200.5))
    red, green, blue = pixels[200, 300]
    assert picked.args == [f"#{red:02X}{green:02X}{blue:02X}"]
    spy = QSignalSpy(shown.colour_picked)
    shown.fit()
    click(shown, (-5, -5))
    assert spy.count() == 0


def test_a_key_for_every_tool(shown: CanvasView, qtbot: QtBot) -> None:
    spy = QSignalSpy(shown.tool_changed)
    for letter in "VMLBEWTI":
        key(shown, Qt.Key[f"Key_{letter}"])
    key(shown, Qt.Key.Key_M)
    key(shown, Qt.Key.Key_M)
    assert {spy.at(index)[0] for index in range(spy.count())} == set(TOOLS)


def test_brackets_change_the_brush(shown: CanvasView) -> None:
    size = shown.brush_size
    key(shown, Qt.Key.Key_BracketRight)
    assert shown.brush_size > size
    key(shown, Qt.Key.Key_BracketLeft)
    assert shown.brush_size == pytest.approx(size, abs=0.2)
    for _ in range(100):
        key(shown, Qt.Key.Key_BracketLeft)
    assert shown.brush_size == 1
    softness = shown.brush_softness
    QTest.keyClicks(shown, "}")
    assert shown.brush_softness == pytest.approx(softness + 0.1)


@pytest.mark.parametrize("tool", TOOLS)
def test_no_tool_minds_an_empty_canvas_or_a_drag_past_its_edge(canvas: CanvasView, pixels: Array, tool: str) -> None:
    canvas.set_tool(next(name for name in TOOLS if name == tool))
    drag(canvas, [(-90, -90), (500, 500), (4000, 4000)])
    click(canvas, (-20, -20))
    canvas.set_picture(pixels)
    assert canvas.selection is None or canvas.selection.shape == (300, 400)
    assert canvas.colour_at(canvas.lens.to_view((150, 200))) == "#96C800"


def test_a_picture_of_other_proportions_is_not_stretched(shown: CanvasView) -> None:
    shown.set_canvas_size(800, 600)
    assert shown.colour_at(shown.lens.to_view((799, 10))) is not None
    grey = shown.grab().toImage().pixelColor(place(shown, (600, 300)))
    shown.set_canvas_size(600, 600)
    empty = shown.grab().toImage().pixelColor(place(shown, (450, 300)))
    assert empty.name() == shown.theme.sheet.lower()
    assert grey != empty


def test_masks_of_another_size_do_no_harm(shown: CanvasView) -> None:
    shown.set_masks({"cup": np.ones((100, 100), np.uint8)})
    shown.set_tool("element")
    click(shown, (50, 50))
    assert nothing_selected(shown)


# Idle and gone


def test_nothing_moves_when_nothing_is_selected(shown: CanvasView) -> None:
    shown.select_all()
    shown.select_none()
    shown.march()
    assert not shown.moving


def test_ants_come_to_rest(shown: CanvasView) -> None:
    shown.select_all()
    assert shown.moving
    for _ in range(200):
        shown.march()
    assert not shown.moving


def test_a_closed_canvas_lets_its_pictures_go(qtbot: QtBot, pixels: Array) -> None:
    canvas = CanvasView()
    canvas.resize(300, 300)
    canvas.show()
    canvas.set_picture(pixels)
    canvas.set_masks(cups())
    canvas.compare(255 - pixels, "blink")
    canvas.set_tool("brush")
    drag(canvas, [(100, 150), (250, 150)])
    gone = weakref.ref(canvas)
    canvas.close()
    canvas.deleteLater()
    del canvas
    qtbot.wait(10)
    gc.collect()
    assert gone() is None


def test_the_canvas_has_a_name(canvas: CanvasView) -> None:
    assert canvas.accessibleName()
    assert canvas.accessibleDescription()
