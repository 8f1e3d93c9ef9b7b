"""The model options of the Brief panel: there for a diffusion model only, in the brief that is rendered, in the document."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.panels.options import Options
from desktop.shelf import Listed
from desktop.window import Window
from engine.api import Parts
from engine.models import licences
from engine.models.importing import import_model
from engine.models.model import Model
from engine.models.store import library
from engine.project import Project
from engine.types import Brief, Sampling
from tests.desktop.models import lora
from tests.desktop.test_models import SD3, SDXL, answer, choose, ready
from tests.desktop.windows import opened, until
from tests.fakes import parts

NET = SDXL.replace(id="depth-1a2b3c", name="depth", role="controlnet")
OTHERS = NET.replace(id="flux-net-1a2b3c", name="flux-net", family="flux")


def shelve(window: Window, *models: Model) -> None:
    window.session.hear(Listed(models=models, entries={}, shares=(), acceptances=licences.acceptances()))


def chosen(window: Window, model: Model) -> Options:
    """The options of the model, unfolded."""
    window.brief.model.activated.emit(choose(window, model))
    QTest.mouseClick(window.brief.options.head, Qt.MouseButton.LeftButton)
    return window.brief.options


def pick(window: Window, box: str, value: str) -> None:
    combo = getattr(window.brief.options, box)
    combo.setCurrentIndex(combo.findData(value))
    combo.activated.emit(combo.currentIndex())


@pytest.fixture
def style(tmp_path: Path) -> Model:
    return import_model(library(), lora(tmp_path / "style.safetensors"), lambda _: None)


def test_they_are_there_for_a_diffusion_model_only_and_closed_at_first(tmp_path: Path) -> None:
    with opened(tmp_path) as window:
        ready(window)
        options = window.brief.options
        assert not options.isVisible()
        shelve(window, SDXL, SD3)
        assert not options.isVisible(), "nothing is chosen yet"
        window.brief.model.activated.emit(choose(window, SDXL))
        assert options.isVisible()
        assert not options.fields.isVisible()
        window.session.edit(window.state.brief.replace(renderer="studio"), "")
        assert not options.isVisible()
        window.session.edit(window.state.brief.replace(renderer="diffusion", model=""), "")
        assert options.isVisible()


def test_what_is_set_is_in_the_brief_that_is_rendered_and_in_the_document(tmp_path: Path, style: Model) -> None:
    briefs: list[Brief] = []

    def made(brief: Brief) -> Parts:
        briefs.append(brief)
        return parts()

    with opened(tmp_path, made=made) as window:
        ready(window)
        shelve(window, SDXL, style, NET, OTHERS)
        options = chosen(window, SDXL)
        assert list(options.loras) == [style.id]
        assert [options.controlnet.itemData(n) for n in range(options.controlnet.count())] == ["", NET.id]
        assert options.scheduler.itemText(options.scheduler.findData("dpm++ 2m karras")) == "DPM++ 2M Karras"
        assert not options.changed.isVisible()
        assert not options.signal.isVisible()
        QTest.keyClicks(options.negative, "fog")
        for figure, typed in ((options.steps, "12"), (options.guidance, "3.5")):
            figure.setFocus()
            figure.selectAll()
            QTest.keyClicks(figure, typed)
        pick(window, "scheduler", "euler a")
        pick(window, "controlnet", NET.id)
        QTest.mouseClick(options.signal.button("edges"), Qt.MouseButton.LeftButton)
        check, weight = options.loras[style.id]
        check.click()
        weight.setValue(0.8)
        wanted = Sampling(
            steps=12, guidance=3.5, scheduler="euler a", negative="fog", loras=((style.id, 0.8),), controlnet=NET.id,
            signal="edges",
        )  # fmt: skip
        assert window.state.brief.sampling == wanted
        assert options.changed.isVisible()
        window.session.write("a red ball")
        until(lambda: window.state.plan is not None and not window.state.reading)
        window.session.render()
        until(lambda: window.state.run is None and window.state.trace is not None)
        assert briefs[-1].sampling == wanted
        path = tmp_path / "a.plantain"
        window.files.keep_as(path)
        until(lambda: window.state.saved == "saved")
    project = Project.open(path)
    assert project.load().brief.sampling == wanted
    project.close()


def test_typing_is_undone_as_one_and_nothing_is_how_the_model_likes(tmp_path: Path) -> None:
    with opened(tmp_path) as window:
        ready(window)
        shelve(window, SDXL)
        options = chosen(window, SDXL)
        assert options.steps.text() == "As the model likes"
        options.steps.setFocus()
        options.steps.selectAll()
        QTest.keyClicks(options.steps, "123")
        assert window.state.brief.sampling == Sampling(steps=123)
        window.session.step_back()
        assert window.state.brief.sampling == Sampling()
        assert options.steps.text() == "As the model likes"
        options.guidance.stepUp()
        assert window.state.brief.sampling == Sampling(guidance=0.0)
        options.guidance.stepDown()
        assert window.state.brief.sampling == Sampling()
        assert not options.changed.isVisible()


def test_what_does_not_fit_another_model_stays_in_sight_until_it_is_taken_out(tmp_path: Path, style: Model) -> None:
    with opened(tmp_path) as window:
        ready(window)
        shelve(window, SDXL, SD3, style)
        window.session.edit(Brief(model="SDXL", sampling=Sampling(loras=(("Style", 0.5),), scheduler="LMS")), "")
        options = window.brief.options
        check, weight = options.loras[style.id]
        assert (check.isChecked(), weight.value(), options.scheduler.currentData()) == (True, 0.5, "lms")
        window.session.edit(window.state.brief.replace(model=SD3.id), "")
        assert options.scheduler.currentText() == "lms (does not fit)"
        ((check, _),) = options.loras.values()
        assert check.toolTip() == "Style (does not fit)"
        check.click()
        assert window.state.brief.sampling.loras == ()
        assert not options.loras


def test_a_restricted_lora_is_added_after_its_licence(tmp_path: Path, style: Model) -> None:
    restricted = style.replace(licence="flux-1-dev-non-commercial")
    with opened(tmp_path) as window:
        ready(window)
        shelve(window, SDXL, restricted)
        check, _ = chosen(window, SDXL).loras[style.id]
        answer("Not now")
        check.click()
        assert (check.isChecked(), window.state.brief.sampling.loras) == (False, ())
        answer("Accept")
        check.click()
        assert window.state.brief.sampling.loras == ((style.id, 1.0),)
        until(lambda: [a.model for a in licences.acceptances()] == [style.id])


def test_the_keyboard_goes_through_them_from_top_to_bottom(tmp_path: Path, style: Model) -> None:
    with opened(tmp_path) as window:
        ready(window)
        shelve(window, SDXL, style, NET)
        options = chosen(window, SDXL)
        check, weight = options.loras[style.id]
        check.click()
        pick(window, "controlnet", NET.id)
        order = [options.head, options.negative, options.steps, options.guidance, options.scheduler, options.controlnet]
        order += [options.signal.button("depth"), check, weight]
        assert all(field.accessibleName() or field is options.head for field in order)
        order[0].setFocus()
        for field in order[1:]:
            window.focusNextChild()
            assert window.focusWidget() is field
