"""The real window on scripted parts: what a person does, and what is shown then."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image
from PySide6 import __version_info__
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QUndoStack
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenuBar, QScrollArea, QWidget

from desktop.rounds import checks
from desktop.settings import Settings
from desktop.state import Chosen
from desktop.window import Window
from engine.api import RunContext
from engine.types import Brand, Brief, Plan, Region, Render, Trace
from engine.typography.fonts import face
from tests.desktop.windows import opened, real, until
from tests.fakes import FakeFixer, FakeRenderer, grey, parts


def render(window: Window, prompt: str = "a thing") -> None:
    """Type a prompt and press the button; returns when the run is over."""
    window.brief.prompt.setPlainText(prompt)
    until(lambda: window.state.plan is not None and not window.state.reading)
    QTest.mouseClick(window.brief.go, Qt.MouseButton.LeftButton)
    until(lambda: window.state.run is None and window.state.trace is not None)


def test_prompt_to_passed_picture(tmp_path: Path) -> None:
    with opened(tmp_path, made=lambda _: parts(fixers=[FakeFixer(levels=(60, 120))])) as window:
        assert not window.brief.go.isEnabled()
        render(window)
        trace = window.state.trace
        assert trace is not None
        assert trace.outcome == "passed"
        assert [check.standing for check in checks(window.state)] == ["passed", "passed"]
        assert window.checks.summary.text() == "2 of 2 passed"
        assert window.rounds.list.count() == 3
        shown = window.stage.canvas.pixels
        assert shown is not None
        assert int(shown[0, 0, 0]) == 120


class _Slow(FakeRenderer):
    def render(
        self,
        plan: Plan,
        brief: Brief,
        seed: int,
        context: RunContext,
        *,
        base: Render | None = None,
        region: Region | None = None,
    ) -> Render:
        stopped = threading.Event()
        context.progress("render", 0.4)
        context.on_cancel(stopped.set)
        stopped.wait(10)
        context.on_cancel(None)
        context.progress("render", 0.9)
        return grey(50)


def test_cancel_answers_and_leaves_no_run(tmp_path: Path) -> None:
    with opened(tmp_path, made=lambda _: parts(renderer=_Slow())) as window:
        window.session.write("a thing")
        window.session.render()
        until(lambda: window.state.run is not None and window.state.run.done == 0.4)
        assert window.brief.go.text() == "Cancel"
        assert window.windowTitle().startswith("40%")
        QTest.mouseClick(window.status.cancel, Qt.MouseButton.LeftButton)
        assert window.state.run is not None
        assert window.state.run.cancelling
        until(lambda: window.state.run is None)
        assert window.state.trace is None
        assert window.brief.go.text() == "Render"


def test_a_chosen_finding_outlines_what_it_is_about(tmp_path: Path) -> None:
    with opened(tmp_path) as window:
        render(window)
        for requirement, outlined in (("even", ("thing",)), ("bright", ())):
            window.choose_requirement(requirement)
            assert window.stage.canvas.elements.chosen == outlined
            assert window.checks.evidence.isVisible()


def test_fix_this_takes_the_cheapest_fix_and_can_be_taken_back(tmp_path: Path) -> None:
    fixer = FakeFixer(levels=(120,))
    with opened(tmp_path, made=lambda brief: parts(fixers=[fixer] if brief.seed == 1 else [])) as window:
        render(window)
        window.choose_requirement("bright")
        assert window.checks.evidence.fix.isVisible()
        trace = window.state.trace
        assert trace is not None
        window.session.hear(Chosen(requirement="bright"))
        window.session.edit(window.state.brief.replace(seed=1), "seed")
        render(window, "another thing")
        assert window.state.trace is not None
        assert window.state.trace.outcome == "passed"


def test_a_wished_fix_is_reviewed_rejected_undone_and_redone(tmp_path: Path) -> None:
    offered: list[FakeFixer] = []
    with opened(tmp_path, made=lambda _: parts(fixers=list(offered))) as window:
        render(window)
        assert window.state.trace is not None
        assert window.state.trace.best_round().findings[0].verdict == "failed"
        offered.append(FakeFixer(levels=(120,)))
        window.choose_requirement("bright")
        QTest.mouseClick(window.checks.evidence.fix, Qt.MouseButton.LeftButton)
        until(lambda: window.state.review)
        assert window.checks.review.isVisible()
        assert window.state.trace.best == 1
        window.session.reject()
        assert window.state.trace.best == 0
        assert not window.checks.review.isVisible()
        window.actions_["undo"].trigger()
        assert window.state.trace.best == 1
        window.actions_["undo"].trigger()
        assert len(window.state.trace.rounds) == 1
        window.actions_["redo"].trigger()
        assert window.state.trace.best == 1
        window.actions_["undo"].trigger()
        window.actions_["undo"].trigger()
        assert window.state.trace is None


def test_a_fix_that_made_it_worse_is_kept_but_says_so(tmp_path: Path) -> None:
    offered: list[FakeFixer] = []
    with opened(tmp_path, made=lambda _: parts(fixers=list(offered))) as window:
        render(window)
        offered.append(FakeFixer(levels=(51,)))
        window.session.fix("bright")
        until(lambda: window.state.review)
        assert window.checks.loss.isVisible()
        broken, uncured = window.checks.loss.text().splitlines()
        assert broken.startswith("No longer holds: Colour")
        assert uncured.startswith("Still fails: Clean picture")
        assert not window.checks.gain.isVisible()
        window.session.reject()
        assert window.state.trace is not None
        assert window.state.trace.best == 0


def test_a_box_dragged_in_a_scene_is_followed_and_one_in_the_air_says_why(tmp_path: Path) -> None:
    with real(tmp_path) as window:
        window.session.write("a dark green tea tin on a wooden table")
        until(lambda: window.state.plan is not None and not window.state.reading, 60)
        assert window.state.plan is not None
        tin = next(e for e in window.state.plan.elements if e.label == "tea tin")
        x0, y0, x1, y1 = tin.box
        window.move_box(tin.id, (x0 - 0.2, y0, x1 - 0.2, y1))
        moved = window.state.plan.element(tin.id).box
        assert moved[0] < x0 - 0.15
        assert next(item.box for item in window.canvas.boxes.items if item.id == tin.id) == moved
        window.move_box(tin.id, (x0, 0.02, x1, 0.3))
        told = window.notice.text.text()
        assert "nearest place" in told


def test_stand_ins_are_asked_for_in_the_window(tmp_path: Path) -> None:
    with opened(tmp_path, made=lambda _: parts(renderer=FakeRenderer(cannot=("thing",)))) as window:
        window.session.write("a thing")
        until(lambda: window.state.plan is not None and not window.state.reading)
        window.session.render()
        until(lambda: window.state.run is None)
        assert "turn stand-ins on" in window.notice.text.text()
        box = window.brief.stand_ins
        QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(10, box.height() // 2))
        assert window.state.brief.stand_ins
        until(lambda: not window.state.reading)
        window.session.render()
        until(lambda: window.state.run is None)
        assert window.state.trace is not None
        window.actions_["undo"].trigger()
        window.actions_["undo"].trigger()
        assert not window.brief.stand_ins.isChecked()


def test_typing_is_undone_word_by_word(tmp_path: Path) -> None:
    with opened(tmp_path) as window:
        prompt = window.brief.prompt
        prompt.setFocus()
        QTest.keyClicks(prompt, "red box")
        assert window.state.brief.prompt == "red box"
        QTest.keyClick(prompt, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert window.state.brief.prompt == "red "
        assert prompt.toPlainText() == "red "
        stack: QUndoStack = window.session.undo
        assert stack.canRedo()


def test_the_brief_follows_its_controls_and_each_step_can_be_undone(tmp_path: Path) -> None:
    with opened(tmp_path) as window:
        window.session.write("a thing")
        picker = window.brief.aspect
        QTest.mouseClick(picker, Qt.MouseButton.LeftButton, pos=picker.cell("16:9").center())
        QTest.mouseClick(window.brief.sizes.button("2k"), Qt.MouseButton.LeftButton)
        QTest.mouseClick(window.brief.quality.button("pro"), Qt.MouseButton.LeftButton)
        assert (window.state.brief.aspect, window.state.brief.size, window.state.brief.quality) == ("16:9", "2k", "pro")
        window.session.step_back()
        window.session.step_back()
        assert (window.state.brief.aspect, window.state.brief.size, window.state.brief.quality) == ("16:9", None, "balanced")
        picker.setFocus()
        QTest.keyClick(picker, Qt.Key.Key_Right)
        assert window.state.brief.aspect == "21:9"


def test_an_edited_plan_travels_in_the_brief_until_the_prompt_changes(tmp_path: Path) -> None:
    with opened(tmp_path) as window:
        window.session.write("a thing")
        until(lambda: window.state.plan is not None)
        window.move_box("thing", (0.2, 0.2, 0.4, 0.4))
        assert brief_of(window).plan is not None
        assert window.state.plan is not None
        assert window.state.plan.element("thing").box == (0.2, 0.2, 0.4, 0.4)
        assert window.brief.reset.isVisible()
        window.session.write("a thing more")
        assert brief_of(window).plan is None
        assert window.state.notice is not None
        window.session.step_back()
        assert brief_of(window).plan is not None


def brief_of(window: Window) -> Brief:
    """The brief as it is now (a call, so that mypy forgets what it knew of the one before)."""
    return window.state.brief


def trace_of(window: Window) -> Trace | None:
    return window.state.trace


def drop(widget: QWidget, path: Path) -> None:
    """Drop a file in the middle of a widget."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    at = QPointF(widget.rect().center())
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    spot: Any = at if __version_info__ >= (6, 12) else at.toPoint()
    enter = QDragEnterEvent(spot, Qt.DropAction.CopyAction, mime, buttons, keys)
    QApplication.sendEvent(widget, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(widget, QDropEvent(at, Qt.DropAction.CopyAction, mime, buttons, keys))


def test_a_dropped_picture_is_edited_and_a_wrong_file_says_why(tmp_path: Path) -> None:
    picture, text = tmp_path / "photo.png", tmp_path / "notes.txt"
    Image.fromarray(np.full((40, 60, 3), 90, np.uint8)).save(picture)
    text.write_text("hello")
    with opened(tmp_path / "own") as window:
        drop(window, picture)
        until(lambda: window.state.trace is not None)
        assert window.brief.go.text() == "Check and fix"
        assert window.stage.canvas.pixels is not None
        assert window.stage.canvas.pixels.shape == (40, 60, 3)
        window.session.write("a thing")
        window.session.render()
        until(lambda: window.state.run is None and window.state.trace is not None and window.state.trace.rounds[0].findings)
        drop(window, text)
        until(lambda: window.state.notice is not None)
        assert window.notice.isVisible()
        assert "notes.txt" in window.notice.text.text()
        assert window.state.trace is not None
        drop(window.brief.materials.references, picture)
        assert window.state.brief.references == (str(picture),)


def test_a_logo_by_itself_is_a_brand_kit_and_stays_at_hand_for_a_picture(tmp_path: Path) -> None:
    mark, picture, font = tmp_path / "kiln.png", tmp_path / "photo.png", face("a", style="serif").path
    Image.fromarray(np.full((30, 90, 4), (200, 40, 30, 255), np.uint8)).save(mark)
    Image.fromarray(np.full((40, 60, 3), 90, np.uint8)).save(picture)
    with opened(tmp_path / "own") as window:
        well = window.brief.materials.brand
        drop(well, mark)
        assert brief_of(window).brand == Brand(name="kiln", logo=str(mark))
        drop(well, font)
        assert brief_of(window).brand == Brand(name="kiln", logo=str(mark), font=str(font))
        shown = {part.accessibleName() or part.text() for part in well.content.findChildren(QLabel)}
        assert {"kiln.png", face("a", style="serif").family} <= shown
        drop(window, picture)
        until(lambda: window.state.trace is not None)
        assert brief_of(window).brand == Brand(name="kiln", logo=str(mark), font=str(font))


def test_a_brand_kit_whose_files_are_gone_or_no_pictures_is_refused(tmp_path: Path) -> None:
    kit, fake = tmp_path / "kit.json", tmp_path / "logo.png"
    kit.write_text('{"name": "Kiln", "colors": {"clay": "#A03C1E"}, "logo": "gone.png"}')
    fake.write_text("hello")
    with opened(tmp_path / "own") as window:
        for path, said in ((kit, "gone.png"), (fake, "logo.png")):
            drop(window.brief.materials.brand, path)
            assert brief_of(window).brand is None
            assert said in window.notice.text.text()


def test_work_is_kept_by_itself_and_found_again(tmp_path: Path) -> None:
    with opened(tmp_path) as window:
        render(window)
        window.session.edit(window.state.brief.replace(quality="pro"), "quality")
        until(lambda: window.state.saved == "draft")
    with opened(tmp_path) as window:
        found: list[list[Path]] = []
        window.files.found.connect(found.append)
        window.files.look_for_drafts()
        until(lambda: found)
        window.files.open(found[0][0])
        until(lambda: window.state.trace is not None)
        assert window.state.brief.prompt == "a thing"
        assert brief_of(window).quality == "pro"
        assert window.state.saved == "draft"
        window.session.step_back()
        assert brief_of(window).quality == "balanced"
        window.session.step_back()
        assert trace_of(window) is None
        window.session.step_forward()
        assert window.state.trace is not None
        assert window.state.trace.best_round().render.pixels.stored


def test_save_as_and_reopen(tmp_path: Path) -> None:
    path = tmp_path / "poster.plantain"
    with opened(tmp_path / "own") as window:
        render(window)
        window.files.keep_as(path)
        until(lambda: window.state.saved == "saved")
        assert window.state.path == path
        assert "poster" in window.windowTitle()
        assert window.settings.recent == (str(path),)
        assert list((tmp_path / "own" / "drafts").glob("*.plantain")) == []
        window.files.new()
        until(lambda: window.state.trace is None)
        window.files.open(path)
        until(lambda: window.state.trace is not None)
        assert window.state.path == path


def test_the_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with opened(tmp_path) as window:
        window.session.write("a thing")
        window.files.keep_as(tmp_path / "nowhere" / "x.plantain")
        assert window.state.notice is not None
        assert window.state.notice.problem
        assert window.state.brief.prompt == "a thing"


def test_panels_hide_and_commands_know_when_they_make_sense(tmp_path: Path) -> None:
    with opened(tmp_path, settings=Settings(shortcuts={"render": "F5"})) as window:
        assert window.actions_["render"].shortcut().toString() == "F5"
        assert not window.actions_["export"].isEnabled()
        window.actions_["panels"].trigger()
        assert not window.brief.isVisible()
        assert not window.right.isVisible()
        window.actions_["panels"].trigger()
        assert window.brief.isVisible()
        render(window)
        assert window.actions_["export"].isEnabled()


def test_every_command_is_named_and_no_two_share_keys(tmp_path: Path) -> None:
    with opened(tmp_path) as window:
        actions = window.actions_.all()
        assert all(action.text() for action in actions.values())
        keys = [action.shortcut().toString() for action in actions.values() if not action.shortcut().isEmpty()]
        assert len(keys) == len(set(keys))


def test_everything_that_takes_the_focus_has_a_name(tmp_path: Path) -> None:
    with opened(tmp_path) as window:
        render(window)
        nameless = [
            f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}"
            for widget in window.findChildren(QWidget)
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and widget.isVisible()
            and widget.focusProxy() is None
            and not (widget.accessibleName() or getattr(widget, "text", str)())
            and not isinstance(widget, QScrollArea | QMenuBar)
        ]
        assert nameless == []
