"""The dialogs do what they say, and what is chosen is in force at once and kept."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDrag, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QKeySequenceEdit, QLabel, QWidget

from desktop import settings
from desktop.dialogs.about import About, components, licence
from desktop.dialogs.diagnostics import Diagnostics
from desktop.dialogs.export import FORMATS, ExportDialog
from desktop.dialogs.opinion import OpinionPage
from desktop.dialogs.palette import Palette, Recent
from desktop.dialogs.preferences import Preferences
from desktop.dialogs.safety import SafetyPage
from desktop.dialogs.shortcuts import Shortcuts
from desktop.dialogs.thresholds import Thresholds
from desktop.documents import picture_trace
from desktop.settings import Places, Settings
from desktop.state import Opened
from desktop.style import tokens
from engine import thresholds
from engine.critics.safety import SafetyCritic
from engine.loop import check
from engine.models import library
from engine.models.importing import import_model, remove_model
from engine.pictures import read
from engine.renderers.diffusion import speed
from engine.trust import opinion, safety
from engine.types import Brief, Raster, Render, Round, Trace
from tests.critics.networks import redness
from tests.desktop.canvas.mouse import CTRL, drag
from tests.desktop.test_window import render
from tests.desktop.windows import opened, until
from tests.fakes import PLAN, FakeFixer, Silent, parts


def test_a_limit_changed_is_in_force_and_kept(tmp_path: Path) -> None:
    with opened(tmp_path) as window:
        page = Thresholds(window)
        field = page.fields["colour", "exact"]
        field.setValue(5.0)
        field.editingFinished.emit()
        assert thresholds.threshold("colour", "exact") == 5.0
        again = Thresholds(window)
        assert again.fields["colour", "exact"].value() == 5.0
        QTest.mouseClick(page.reset, Qt.MouseButton.LeftButton)
        assert thresholds.threshold("colour", "exact") == 3.0


def test_a_shortcut_is_changed_kept_and_never_shared(tmp_path: Path) -> None:
    with opened(tmp_path) as window:
        page = Shortcuts(window)
        line = list(window.actions_.all()).index("render")
        field = page.table.cellWidget(line, 1)
        assert isinstance(field, QKeySequenceEdit)
        field.setKeySequence(QKeySequence("F5"))
        field.editingFinished.emit()
        assert window.actions_["render"].shortcut().toString() == "F5"
        assert settings.load(Places(tmp_path, tmp_path)).shortcuts == {"render": "F5"}
        field.setKeySequence(QKeySequence("Ctrl+S"))
        field.editingFinished.emit()
        assert "Save" in page.told.text()
        assert window.actions_["render"].shortcut().toString() == "F5"


def test_another_theme_is_worn_at_once(tmp_path: Path) -> None:
    with opened(tmp_path) as window:
        dialog = Preferences(window)
        choice = next(box for box in dialog.findChildren(QComboBox) if box.findData("light") >= 0)
        choice.setCurrentIndex(choice.findData("light"))
        choice.activated.emit(choice.currentIndex())
        assert window.look.theme is tokens.LIGHT
        assert settings.load(Places(tmp_path, tmp_path)).theme == "light"


def test_models_can_be_kept_off_the_graphics_card(tmp_path: Path) -> None:
    with opened(tmp_path) as window:
        choice = next(box for box in Preferences(window, "files").findChildren(QComboBox) if box.findData("cpu") >= 0)
        assert choice.currentData() == "auto"
        choice.setCurrentIndex(choice.findData("cpu"))
        assert speed.choices() == speed.Choices(device="cpu")
        speed.user_file().write_text('device = "cuda:1"\ncache = "first block"\n')
        choice = next(box for box in Preferences(window, "files").findChildren(QComboBox) if box.findData("cpu") >= 0)
        assert choice.currentData() == "cuda:1"
        choice.setCurrentIndex(choice.findData("auto"))
        assert speed.choices() == speed.Choices(cache="first block")
        speed.user_file().write_text("device = 3")
        told = [text.text() for text in Preferences(window, "files").findChildren(QLabel)]
        assert any("diffusion.toml cannot be used" in text for text in told)


def test_a_second_opinion_is_asked_for_on_this_computer_only(tmp_path: Path) -> None:
    with opened(tmp_path) as window:
        page = Preferences(window, "opinion").findChild(OpinionPage)
        assert page is not None
        page.address.setText("http://example.org/v1")
        page.address.editingFinished.emit()
        assert "no address on this computer" in page.problem.text()
        assert opinion.wanted() == opinion.Opinion()
        page.address.setText("http://localhost:11434/v1")
        page.model.setText("eyes:7b")
        page.model.editingFinished.emit()
        page.plans.setChecked(True)
        assert page.problem.text() == ""
        kept = opinion.Opinion(address="http://localhost:11434/v1", model="eyes:7b", plans=True)
        assert opinion.wanted() == kept
        again = Preferences(window, "opinion").findChild(OpinionPage)
        assert again is not None
        assert (again.address.text(), again.model.text(), again.plans.isChecked()) == (kept.address, kept.model, True)
        opinion.user_file().write_text("model = 3")
        broken = Preferences(window, "opinion").findChild(OpinionPage)
        assert broken is not None
        assert "opinion.toml cannot be used" in broken.problem.text()


def test_settings_that_cannot_be_read_are_the_usual_ones(tmp_path: Path) -> None:
    places = Places(tmp_path, tmp_path)
    places.settings.write_text('{"theme": "pink"}')
    assert settings.load(places) == Settings()


def test_the_palette_finds_a_command_by_its_letters_and_runs_it(tmp_path: Path) -> None:
    with opened(tmp_path) as window:
        palette = Palette(window)
        palette.open_over()
        QTest.keyClicks(palette.field, "hide")
        item = palette.list.currentItem()
        assert item is not None
        assert item.text().startswith("Show or hide the panels")
        QTest.keyClick(palette.field, Qt.Key.Key_Return)
        assert not window.brief.isVisible()


def test_the_palette_lists_what_cannot_be_done_last(tmp_path: Path) -> None:
    with opened(tmp_path) as window:
        palette = Palette(window)
        texts = [palette.list.item(row).text() for row in range(palette.list.count())]
        assert texts.index("Export") > texts.index("New")
        QTest.keyClicks(palette.field, "zzz")
        assert palette.list.count() == 0
        assert not palette.none.isHidden()
        palette.close()


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_picture_is_exported(tmp_path: Path, suffix: str) -> None:
    with opened(tmp_path) as window:
        render(window)
        dialog = ExportDialog(window)
        dialog.format.setCurrentIndex(FORMATS.index(suffix))
        dialog.scale.setValue(200)
        target = tmp_path / f"out{suffix}"
        dialog.export_to(target)
        until(lambda: window.state.notice is not None)
        assert window.state.notice is not None
        assert not window.state.notice.problem
        if suffix != ".ora":
            with Image.open(target) as picture:
                assert picture.size == (16, 16)


def test_every_round_is_exported(tmp_path: Path) -> None:
    with opened(tmp_path / "own", made=lambda _: parts(fixers=[FakeFixer(levels=(60, 120))])) as window:
        render(window)
        dialog = ExportDialog(window)
        dialog.every.setChecked(True)
        dialog.export_to(tmp_path)
        until(lambda: len(list(tmp_path.glob("*.png"))) == 3)
        assert [read(path).pixels[0, 0, 0] for path in sorted(tmp_path.glob("*.png"))] == [50, 60, 120]


def test_every_component_names_its_licence(tmp_path: Path) -> None:
    found = {part.name.lower(): licence(part) for part in components()}
    assert {"mitsuba", "numpy", "pillow", "fontpkg-inter"} <= set(found)
    assert [name for name, text in found.items() if len(text.strip()) < 2] == []
    with opened(tmp_path) as window:
        assert About(window).list.count() == len(found)


def test_diagnostics_say_what_is_installed(tmp_path: Path) -> None:
    with opened(tmp_path) as window:
        dialog = Diagnostics(window)
        until(lambda: "renderers" in dialog.facts.toPlainText(), 60)
        assert "rapidocr" in dialog.facts.toPlainText()


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("recent", Recent), ("palette", Palette), ("export", ExportDialog), ("preferences", Preferences),
        ("shortcuts", Preferences), ("diagnostics", Diagnostics), ("about", About),
    ],
)  # fmt: skip
def test_every_dialog_opens_as_often_as_it_is_asked_for(tmp_path: Path, name: str, kind: type[QWidget]) -> None:
    with opened(tmp_path, settings=Settings(recent=(str(tmp_path / "old.plantain"),))) as window:
        window.session.hear(Opened(brief=Brief(prompt="a thing"), trace=picture_trace(np.zeros((16, 16, 3), np.uint8), "x")))
        closed: list[bool] = []

        def close() -> None:
            for dialog in window.findChildren(kind):
                closed.append(dialog.isVisible())
                dialog.close()
                dialog.deleteLater()

        for times in (1, 2):
            QTimer.singleShot(50, close)
            window.actions_[name].trigger()
            until(partial(_reached, closed, times))
    assert closed == [True, True]


def _reached(closed: list[bool], times: int) -> bool:
    return len(closed) == times


def test_the_safety_policy_is_chosen_for_each_category(tmp_path: Path) -> None:
    with opened(tmp_path) as window:
        page = Preferences(window, "safety").findChild(SafetyPage)
        assert page is not None
        assert page.none.isVisibleTo(page)
        assert page.rules == {}
        made = import_model(library(), redness(tmp_path / "Redness"), lambda _: None)
        page = Preferences(window, "safety").findChild(SafetyPage)
        assert page is not None
        assert not page.none.isVisibleTo(page)
        assert {name: choice.currentData() for name, choice in page.rules.items()} == dict.fromkeys(
            ("red", "green", "blue"), "off"
        )
        choice = page.rules["red"]
        choice.setCurrentIndex(choice.findData("block"))
        choice.activated.emit(choice.currentIndex())
        assert safety.policy() == safety.Policy(classifier=made.id, rules={"red": "block"})
        remove_model(library(), made)
        left = Preferences(window, "safety").findChild(SafetyPage)
        assert left is not None
        assert (list(left.rules), left.rules["red"].currentData()) == (["red"], "block")


def test_what_the_policy_blocks_is_exported_on_the_users_word_alone(tmp_path: Path) -> None:
    import_model(library(), redness(tmp_path / "Redness"), lambda _: None)
    policy = safety.Policy(rules={"red": "block"})
    trace = made_by(policy, (255, 0, 0))
    with opened(tmp_path) as window:
        window.session.hear(Opened(brief=trace.brief, trace=trace, saved="changed"))
        dialog = ExportDialog(window)
        dialog.show()
        assert "Redness sees 100% of “red”; the policy allows 50%. Your policy blocks it." in dialog.blocked.text()
        assert dialog.blocked.isVisible()
        assert not dialog.go.isEnabled()
        dialog.all_the_same.setChecked(True)
        assert dialog.go.isEnabled()
        dialog.close()
        clean = made_by(policy, (0, 0, 255))
        window.session.hear(Opened(brief=clean.brief, trace=clean, saved="changed"))
        again = ExportDialog(window)
        again.show()
        assert not again.blocked.isVisible()
        assert again.go.isEnabled()
        again.close()


def test_what_the_policy_blocks_is_neither_copied_nor_dragged_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import_model(library(), redness(tmp_path / "Redness"), lambda _: None)
    policy = safety.Policy(rules={"red": "block"})
    out: list[bool] = []

    def carried(taken: QDrag, _: object) -> Qt.DropAction:
        out.append(taken.mimeData().hasImage())
        return Qt.DropAction.CopyAction

    monkeypatch.setattr(QDrag, "exec", carried)
    clipboard = QGuiApplication.clipboard()
    with opened(tmp_path) as window:
        for colour, leaves in (((255, 0, 0), False), ((0, 0, 255), True)):
            trace = made_by(policy, colour)
            window.session.hear(Opened(brief=trace.brief, trace=trace, saved="changed"))
            clipboard.setText("nothing yet")
            canvas = window.stage.canvas
            canvas.setFocus()
            QTest.keyClick(canvas, Qt.Key.Key_C, CTRL)
            drag(canvas, [(1, 1), (5, 5), (9, 9)], CTRL)
            assert clipboard.mimeData().hasImage() is leaves
            assert out == [True] * leaves
            notice = window.session.state.notice
            assert (notice is not None and "Your safety policy blocks this: Redness sees" in notice.text) is not leaves
        clipboard.clear()


def made_by(policy: safety.Policy, colour: tuple[int, int, int]) -> Trace:
    """The trace of a picture of one colour, checked under the policy."""
    plan = policy.over(PLAN, 0.5).replace(requirements=policy.over(PLAN, 0.5).requirements[-1:])
    render = Render(renderer="fake", pixels=Raster(np.full((32, 32, 3), colour, np.uint8)))
    findings = check(plan, render, [SafetyCritic(policy)], Silent())
    brief = Brief(prompt="colour", plan=plan)
    return Trace(brief=brief, plan=plan, rounds=(Round(render=render, findings=findings),), best=0, outcome="budget spent")
