"""The Models page on a real library and a real server: import, licence gate, download, verification, choice."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from desktop.models import words
from desktop.models.page import ModelsPage, open_page
from desktop.settings import Settings
from desktop.shelf import Ended, Job, Listed, Stopping, Working
from desktop.state import Opened, reduce
from desktop.window import Window
from engine import pictures, registry
from engine.api import Parts
from engine.export import export
from engine.models import licences
from engine.models.catalogue import Entry, catalogue
from engine.models.download import Transfer
from engine.models.importing import import_model
from engine.models.model import Model
from engine.models.store import library
from engine.renderers.diffusion import Diffusion
from engine.trust.metadata import xmp_of
from engine.types import Brief, Budget, Canvas
from tests.critics.networks import redness
from tests.desktop.models import lora
from tests.desktop.windows import opened, until
from tests.models.server import Site, serving

ENTRY = Entry(
    id="test-lora", name="Test LoRA", family="sdxl", role="lora", origin="nobody", licence="flux-1-dev-non-commercial",
    card="https://example.org", repository="maker/model", files=("style.safetensors",), parts={"lora": 0.01},
    good_at={"en": "tests"},
)  # fmt: skip
CARD = {"license": "other", "license_name": "flux-1-dev-non-commercial-license"}
SD3 = Model(
    id="sd3-1a2b3c", name="sd3", path="/x/sd3.safetensors", role="checkpoint", family="sd3", layout="file", precision="fp16",
    parameters=8 * 10**9, bytes=16 * 10**9,
)  # fmt: skip
SDXL = SD3.replace(id="sdxl-1a2b3c", name="sdxl", family="sdxl")


@pytest.fixture
def listed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.models.page.catalogue", lambda: {ENTRY.id: ENTRY, **catalogue()})


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A hub; whoever waits for it to go on when it has stalled waits for longer than a test may take."""
    monkeypatch.setattr("engine.models.hub.STALL_S", 600.0)
    content = lora(tmp_path / "published" / "style.safetensors").read_bytes()
    with serving(Site({"style.safetensors": content}, card=CARD)) as here:
        yield here


def answer(text: str) -> None:
    """Press a button of the dialog that is opened next."""

    def press() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            QTimer.singleShot(10, press)
            return
        found = [made for made in dialog.findChildren(QPushButton) if made.text() == text]
        assert found, f"no button {text!r}"
        QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)

    QTimer.singleShot(0, press)


def drop(target: QWidget, *paths: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    place, copy, left = QPoint(5, 5), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(target, QDragEnterEvent(place, copy, mime, left, none))
    QApplication.sendEvent(target, QDropEvent(place.toPointF(), copy, mime, left, none))


def names(page: ModelsPage) -> list[str]:
    return [row.name for row in page.rows.rows if isinstance(row, Model)]


def press(page: ModelsPage, text: str) -> None:
    (found,) = [made for made in page.details.findChildren(QPushButton) if made.text() == text]
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


def ready(window: Window) -> None:
    until(lambda: window.state.shelf.listed and not window.state.shelf.jobs)


def test_a_file_that_is_dropped_is_imported_verified_and_removed(tmp_path: Path) -> None:
    with opened(tmp_path) as window:
        ready(window)
        page = open_page(window)
        assert page.chosen is None
        assert page.details.primary.text() == "Import a file…"
        drop(page, lora(tmp_path / "style.safetensors"))
        until(lambda: names(page) == ["style"])
        page.choose(window.state.shelf.models[0].id)
        press(page, "Verify")
        until(lambda: window.state.notice is not None and "undamaged" in window.state.notice.text)
        kept = Path(window.state.shelf.models[0].path)
        ready(window)
        kept.chmod(0o644)
        kept.write_bytes(kept.read_bytes()[:-8] + b"12345678")
        press(page, "Verify")
        until(lambda: window.state.notice is not None and "is damaged" in window.state.notice.text)
        assert page.notice.isVisible()
        ready(window)
        answer("Delete")
        press(page, "Remove…")
        until(lambda: names(page) == [])
        assert not kept.exists()


def test_what_is_no_model_is_told_on_the_page(tmp_path: Path) -> None:
    (tmp_path / "x.safetensors").write_bytes(b"no model")
    with opened(tmp_path) as window:
        window.take_paths([tmp_path / "x.safetensors"])
        until(lambda: window.state.notice is not None and window.state.notice.problem)
        page = window.findChild(ModelsPage)
        assert isinstance(page, ModelsPage)
        assert page.notice.isVisible()
        assert names(page) == []


def test_another_programs_folder_is_shown_and_left_alone(tmp_path: Path) -> None:
    theirs = lora(tmp_path / "ComfyUI" / "models" / "loras" / "style.safetensors")
    with opened(tmp_path) as window:
        page = open_page(window)
        drop(page, tmp_path / "ComfyUI")
        until(lambda: names(page) == ["style"])
        assert window.state.shelf.models[0].shared
        assert "Remove…" not in [made.text() for made in page.details.findChildren(QPushButton)]
        page.list.setCurrentIndex(page.rows.index(0))
        press(page, "Show it no longer")
        until(lambda: names(page) == [])
        assert theirs.exists()


@pytest.mark.usefixtures("listed")
def test_nothing_is_fetched_before_the_licence_was_accepted(tmp_path: Path, site: Site) -> None:
    with opened(tmp_path, settings=Settings(mirror=site.address)) as window:
        ready(window)
        page = open_page(window, ENTRY.id)
        answer("Not now")
        press(page, page.details.primary.text())
        assert not window.state.shelf.jobs
        assert (site.asked, licences.acceptances()) == ([], ())
        answer("Accept")
        press(page, page.details.primary.text())
        until(lambda: names(page) == ["style"])
        assert [path for path, _, _ in site.asked] == ["style.safetensors"]
        (record,) = library().records()
        assert (record.entry, record.model.licence) == (ENTRY.id, ENTRY.licence)
        accepted = {(a.licence, a.version, a.model) for a in licences.acceptances()}
        assert accepted == {(ENTRY.licence, "1.1.1", name) for name in (ENTRY.id, record.model.id)}
        assert ENTRY not in page.rows.rows, "what is here is offered again"
        assert page.chosen == record.model
        assert not (library().root / ".downloads" / ENTRY.id).exists()


@pytest.mark.usefixtures("listed")
def test_a_download_shows_how_far_it_is_and_goes_on_after_a_cancel(tmp_path: Path, site: Site) -> None:
    licences.accept(ENTRY.terms, ENTRY.id)
    site.stall_after = 20_000
    with opened(tmp_path, settings=Settings(mirror=site.address)) as window:
        ready(window)
        page = open_page(window, ENTRY.id)
        press(page, page.details.primary.text())
        until(lambda: (job := window.state.shelf.job("download test-lora")) is not None and job.transfer is not None)
        assert not page.details.primary.isEnabled()
        assert "Downloading" in window.status.offline.text()
        line = page.jobs.lines["download test-lora"]
        part = library().root / ".downloads" / ENTRY.id / "style.safetensors.part"
        until(lambda: part.exists() and part.stat().st_size > 0)
        QTest.mouseClick(line.cancel, Qt.MouseButton.LeftButton)
        assert line.told.text() == "Stopping…"
        ready(window)
        assert part.exists()
        assert window.status.offline.text() == "Offline"
        site.stall_after = None
        window.keeper.download(ENTRY, mirror=site.address)
        until(lambda: names(page) == ["style"])
        assert site.asked[-1][1] == "bytes=20000-"


@pytest.mark.usefixtures("listed")
def test_what_goes_wrong_is_told_and_the_page_goes_on(tmp_path: Path, site: Site) -> None:
    licences.accept(ENTRY.terms, ENTRY.id)
    site.token = "secret"
    with opened(tmp_path) as window:
        window.keeper.download(ENTRY, mirror=site.address)
        until(lambda: window.state.notice is not None)
        assert window.state.notice is not None
        assert "access token" in window.state.notice.text
        window.keeper.download(ENTRY, mirror="http://example.org")
        assert "cannot be a mirror" in window.state.notice.text
        ready(window)
        window.keeper.download(ENTRY, mirror=site.address, token="secret")
        until(lambda: len(window.state.shelf.models) == 1)


def test_closing_the_window_ends_a_download(tmp_path: Path, site: Site) -> None:
    licences.accept(ENTRY.terms, ENTRY.id)
    site.stall_after = 10
    with opened(tmp_path) as window:
        window.keeper.download(ENTRY, mirror=site.address)
        until(lambda: (job := window.state.shelf.job("download test-lora")) is not None and job.transfer is not None)
    assert [thread.name for thread in threading.enumerate() if thread.name.startswith("plantain-downloads")] == []
    assert library().models() == ()


def test_a_model_is_chosen_in_the_brief_after_its_licence(tmp_path: Path) -> None:
    with opened(tmp_path) as window:
        ready(window)
        assert not window.brief.model.isVisible()
        window.session.hear(Listed(models=(SD3, SDXL), entries={}, shares=(), acceptances=()))
        assert window.brief.model.isVisible()
        choices = [window.brief.model.itemText(n) for n in range(window.brief.model.count())]
        assert choices == ["Best for the plan", "sd3", "sdxl"]
        answer("Not now")
        window.brief.model.activated.emit(choose(window, SD3))
        assert window.state.brief.model == ""
        assert window.brief.model.currentData() == ""
        window.brief.model.activated.emit(choose(window, SDXL))
        assert window.state.brief.model == SDXL.id
        window.session.edit(window.state.brief.replace(renderer="studio"), "")
        answer("Accept")
        window.brief.model.activated.emit(choose(window, SD3))
        assert (window.state.brief.model, window.state.brief.renderer) == (SD3.id, "auto")
        until(lambda: licences.acceptances() != ())
        window.session.step_back()
        assert window.state.brief.model == SDXL.id


def test_a_picture_is_drawn_by_the_model_chosen_and_says_its_licence(tmp_path: Path, tiny: Callable[[str], Path]) -> None:
    source = tiny("sd15")

    def made(_: Brief) -> Parts:
        return Parts(registry.planner(), (Diffusion(),), (), (), registry.versions())

    with opened(tmp_path, made=made, planner=registry.planner) as window:
        ready(window)
        window.keeper.take(source)
        until(lambda: len(window.state.shelf.models) == 1)
        (model,) = window.state.shelf.models
        window.brief.model.activated.emit(choose(window, model))
        window.session.write("a red ball")
        until(lambda: window.state.plan is not None and not window.state.reading)
        assert window.state.plan is not None
        small = window.state.plan.replace(canvas=Canvas(width=128, height=128, aspect="1:1", size="512"))
        brief = window.state.brief.replace(plan=small, quality="fast", budget=Budget(max_rounds=1))
        window.session.edit(brief, "")
        window.session.render()
        until(lambda: window.state.run is None, 200)
        assert window.state.trace is not None, window.state.notice
        render = window.state.trace.best_round().render
        assert (render.renderer, render.model) == ("diffusion", model.id)
        assert render.parameters["licence"] == "Licence not known."
        export(tmp_path / "a.png", window.state.trace)
    assert b"Licence not known." in xmp_of(pictures.read(tmp_path / "a.png").info)


def choose(window: Window, model: Model) -> int:
    line = window.brief.model.findData(model.id)
    window.brief.model.setCurrentIndex(line)
    return line


def test_the_page_is_worked_with_the_keyboard(tmp_path: Path) -> None:
    with opened(tmp_path) as window:
        ready(window)
        window.actions_["models"].trigger()
        page = window.findChild(ModelsPage)
        assert isinstance(page, ModelsPage)
        QTest.qWaitForWindowActive(page)
        page.list.setFocus()
        QTest.keyClick(page.list, Qt.Key.Key_Down)
        assert page.chosen == next(iter(catalogue().values()))
        answer("Not now")
        QTest.keyClick(page.list, Qt.Key.Key_Return)
        assert licences.acceptances() == ()
        assert open_page(window) is page
        QTest.keyClick(page, Qt.Key.Key_Escape)
        until(lambda: window.findChild(ModelsPage) is None)
        window.session.tell("The page is gone; nothing may still show this in it.")
        window.look.changed.emit()


def test_jobs_in_the_state(tmp_path: Path) -> None:
    with opened(tmp_path) as window:
        state = window.state
    job = Job(id="download x", kind="download", name="X")
    state = reduce(state, Working(job=job))
    state = reduce(state, Stopping(job_id=job.id))
    state = reduce(state, Working(job=job.replace(done=0.5)))
    assert state.shelf.jobs == (job.replace(done=0.5, stopping=True),)
    state = reduce(state, Opened(brief=Brief(prompt="a")))
    assert len(state.shelf.jobs) == 1
    assert reduce(state, Ended(job_id=job.id)).shelf.jobs == ()


def test_figures_are_told_in_their_unit() -> None:
    assert [words.size(n) for n in (12, 41_300, 999e6, 6_940_000_000, 112.2e9)] == [
        "12 B",
        "41 kB",
        "1.0 GB",
        "6.9 GB",
        "112 GB",
    ]
    told = Transfer(done=10**9, total=4 * 10**9, rate=10**7)
    job = Job(id="d", kind="download", name="X", transfer=told)
    assert words.job_line(job) == "1.0 GB of 4.0 GB · 10.0 MB/s · 5 min left"
    assert words.job_line(job.replace(transfer=told.replace(done=4 * 10**9))) == "Putting it into the library"


def test_critics_stand_apart_and_cannot_be_drawn_with(tmp_path: Path) -> None:
    critic = import_model(library(), redness(tmp_path / "Redness"), lambda _: None)
    picture = import_model(library(), lora(tmp_path / "look.safetensors"), lambda _: None)
    with opened(tmp_path) as window:
        until(lambda: len(window.state.shelf.models) == 2)
        page = open_page(window)
        shown = [row if isinstance(row, str) else getattr(row, "id", "") for row in page.rows.rows]
        place = shown.index("Critics: they check pictures")
        assert shown[place - 2 : place + 2] == ["On this computer", picture.id, "Critics: they check pictures", critic.id]
        page.choose(critic.id)
        buttons = [button.text() for button in page.details.findChildren(QPushButton)]
        assert "Render with it" not in buttons
        assert {"Verify", "Card", "Remove…"} <= set(buttons)
        page.close()
