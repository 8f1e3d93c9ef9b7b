"""The window: panels around the canvas, each shown the state and telling the session what the person wants."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QInputDialog, QMainWindow, QMenuBar, QWidget

from desktop import dialogs, editing, menus, strings
from desktop.actions import Actions
from desktop.bridge import Bridge
from desktop.canvas.view import CanvasView
from desktop.documents import Documents
from desktop.files import Files, suggested
from desktop.language import speak
from desktop.models.choice import choose_model, choose_sampling
from desktop.models.keeper import Keeper
from desktop.panels.controls import button, label, row
from desktop.panels.materials import files_of
from desktop.session import Session
from desktop.settings import Places, Settings, save
from desktop.state import AppState, Chosen, Compared, Event, SeedLocked, Shown, Told
from desktop.style import tokens
from desktop.style.look import Look
from desktop.workplace import Workplace
from engine.errors import EngineError
from engine.types import Box

WEIGHTS = {".safetensors", ".gguf", ".ckpt", ".pt", ".pth"}


class Window(QMainWindow):
    """Owns the session and everything on the screen; `bridge` is closed with it."""

    def __init__(self, bridge: Bridge, look: Look, places: Places, settings: Settings) -> None:
        super().__init__()
        self.look, self.places, self.settings = look, places, settings
        self._bridge = bridge
        self._drafts: tuple[Path, ...] = ()
        self.actions_ = Actions(self, look)
        self.session = Session(bridge)
        self.files = Files(self.session, bridge, Documents(places.drafts), self)
        self.keeper = Keeper(self.session, bridge)
        self.canvas = CanvasView()
        self.build()
        self._connect_lasting()
        self.setAcceptDrops(True)
        self.resize(1440, 900)
        if settings.geometry:
            self.restoreGeometry(QByteArray.fromBase64(settings.geometry.encode()))
        self.files.look_for_drafts()
        self.keeper.refresh()

    def build(self) -> None:
        """Make everything on the screen, in the present language; what it shows and how it is arranged stays."""
        before = self.centralWidget()
        self.setUpdatesEnabled(False)
        self.actions_.clear()
        self.work = Workplace(self.look, self.canvas)
        self.brief, self.stage, self.checks, self.plan = self.work.brief, self.work.stage, self.work.checks, self.work.plan
        self.right, self.rounds, self.status, self.notice = (
            self.work.right, self.work.rounds, self.work.status, self.work.notice,
        )  # fmt: skip
        self._make_bar()
        menus.fill(self)
        self.actions_.remap(self.settings.shortcuts)
        self._connect_panels()
        self._render(self.session.state, None)
        self.status.show_zoom(self.canvas.zoom)
        self.show_recent()
        if isinstance(before, Workplace):
            self.work.arrange_as(before)
            self.brief.prompt.setFocus()
        self.setCentralWidget(self.work)
        self.setUpdatesEnabled(True)

    @property
    def state(self) -> AppState:
        return self.session.state

    def _make_bar(self) -> None:
        """The menu bar, with the document's name and the search field in its corner."""
        self.name = label("", "caption")
        self.name.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.name.setMinimumWidth(self.look.px(300))
        self.search = button(self.tr("Search commands   Ctrl+K"), "search")
        bar = QMenuBar(self)
        corner = QWidget(bar)
        aside = row(self.name, self.search, gap=tokens.MEDIUM)
        aside.setContentsMargins(0, 3, tokens.SMALL, 3)
        corner.setLayout(aside)
        self.setMenuBar(bar)
        if (before := bar.cornerWidget()) is not None:
            before.hide()
            before.deleteLater()  # Qt hands it on from the bar that was there
        bar.setCornerWidget(corner)

    def _connect_lasting(self) -> None:
        """What outlives a change of the language."""
        session, files, canvas = self.session, self.files, self.canvas
        session.changed.connect(self._render)
        session.undo.indexChanged.connect(lambda: menus.enable(self, session.state))
        canvas.selection_changed.connect(lambda: self.brief.step_aside(canvas.selection is not None))
        canvas.box_edited.connect(self.move_box)
        canvas.mark_clicked.connect(self.choose_requirement)
        canvas.element_clicked.connect(self.choose_element)
        canvas.box_selected.connect(self.choose_element)
        canvas.text_area_drawn.connect(self.ask_text)
        canvas.colour_picked.connect(self.pick_colour)
        canvas.paths_dropped.connect(self.take_paths)
        canvas.image_dropped.connect(files.take)
        canvas.drop_refused.connect(lambda text: session.tell(text, problem=True))
        canvas.drag_out_requested.connect(lambda: files.drag_out(canvas.drag_out))
        files.used.connect(lambda path: self.change_settings(self.settings.with_recent(path)))
        files.found.connect(self.show_recent)

    def _connect_panels(self) -> None:
        session, files = self.session, self.files
        self.canvas.zoom_changed.connect(self.status.show_zoom)
        self.search.clicked.connect(self.actions_["palette"].trigger)
        self.right.page_chosen.connect(self.show_right)

        self.brief.prompt_written.connect(session.write)
        self.brief.brief_edited.connect(session.edit)
        self.brief.plan_edited.connect(session.edit_plan)
        self.brief.plan_reset.connect(session.reset_plan)
        self.brief.seed_rolled.connect(session.roll_seed)
        self.brief.seed_locked.connect(lambda on: session.hear(SeedLocked(locked=on)))
        self.brief.render_asked.connect(session.render)
        self.brief.cancel_asked.connect(session.cancel)
        self.brief.model_chosen.connect(lambda model: choose_model(self, model))
        self.brief.options.edited.connect(lambda *change: choose_sampling(self, *change))
        self.brief.models_asked.connect(lambda: dialogs.open_models(self))
        self.brief.materials.refused.connect(lambda text: session.tell(text, problem=True))

        self.checks.requirement_chosen.connect(self.choose_requirement)
        self.checks.fix_asked.connect(session.fix)
        self.checks.by_hand_asked.connect(self.select_region_of)
        self.checks.go_on_asked.connect(session.go_on)
        self.checks.accepted.connect(session.accept)
        self.checks.rejected.connect(session.reject)
        self.checks.compare_asked.connect(self.compare_last)
        self.plan.plan_edited.connect(session.edit_plan)
        self.plan.element_chosen.connect(lambda element: session.hear(Chosen(element=element)))

        self.rounds.round_chosen.connect(lambda number: session.hear(Shown(round=number)))
        self.rounds.best_chosen.connect(session.prefer)
        self.rounds.compared.connect(lambda number, mode: session.hear(Compared(round=number, mode=mode)))
        self.rounds.compare_ended.connect(lambda: session.hear(Compared(round=None)))
        self.status.cancel_asked.connect(session.cancel)
        self.notice.dismissed.connect(lambda: session.hear(Told(notice=None)))

        self.stage.region_asked.connect(session.rerender)
        self.stage.welcome.example_chosen.connect(self.render_example)
        self.stage.welcome.file_chosen.connect(files.open)
        self.stage.welcome.open_asked.connect(files.ask_open)

    def _render(self, state: AppState, old: AppState | None) -> None:
        self.brief.show_state(state, old)
        self.stage.show_state(state, old)
        self.plan.show_state(state, old)
        self.checks.show_state(state)
        self.rounds.show_state(state)
        self.status.show_state(state)
        self.notice.show_notice(state.notice)
        menus.enable(self, state)
        self._show_title(state)

    def _show_title(self, state: AppState) -> None:
        name = state.path.stem if state.path is not None else self.tr("Untitled")
        saved = {
            "empty": "", "draft": self.tr("kept as a draft"), "changed": self.tr("saving…"), "saved": self.tr("saved"),
        }[state.saved]  # fmt: skip
        text = f"{name} — {saved}" if saved else name
        self.name.setText(self.name.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, self.name.width()))
        share = f"{state.run.done:.0%} · " if state.run is not None else ""
        self.setWindowTitle(f"{share}{name} — Plantain")

    def show_recent(self, drafts: Sequence[Path] | None = None) -> None:
        """List on the first page the drafts that were found and the documents last worked on."""
        self._drafts = self._drafts if drafts is None else tuple(drafts)
        self.stage.welcome.show_files(list(self._drafts), [Path(name) for name in self.settings.recent])

    # What a person does here

    def show_right(self, page: str) -> None:
        self.right.show_page(page)
        if page == "plan":
            self.stage.layers["boxes"].setChecked(True)

    def choose_requirement(self, requirement: str) -> None:
        self.session.hear(Chosen(requirement=requirement))
        self.show_right("checks")
        state = self.state
        if state.trace is not None and state.round is not None:
            findings = state.trace.rounds[state.round].findings
            box = next((f.box for f in findings if f.requirement == requirement), None)
            if box is not None:
                self.stage.canvas.focus_box(box)

    def choose_element(self, element: str) -> None:
        """An element was clicked on the canvas: with the text tool to write it anew, else to look at it."""
        if element != self.state.element:
            self.session.hear(Chosen(element=element))
        if not element:
            return
        if self.stage.canvas.tool == "text" and self.state.trace is not None:
            target = self.state.trace.best_plan().element(element)
            if target.kind != "text":
                return
            text, sure = QInputDialog.getText(self, self.tr("Write anew"), self.tr("New words"), text=target.text)
            if sure and text.strip() and text != target.text:
                self.session.typeset(element, text)

    def move_box(self, element: str, box: Box) -> None:
        plan = self.state.plan
        if plan is None or all(e.id != element for e in plan.elements):
            return
        edited = editing.with_box(plan, element, box)
        if edited == plan:
            self.stage.show_boxes(plan)
        else:
            self.session.edit_plan(edited, self.tr("Move the box"), merge=f"box {element}")
        if editing.missed(edited, element, box):
            self.session.tell(strings.went_near())

    def ask_text(self, box: Box) -> None:
        text, sure = QInputDialog.getText(self, self.tr("Write here"), self.tr("Words"))
        if sure and text.strip():
            self.session.add_text(text.strip(), box)

    def pick_colour(self, colour: str) -> None:
        """The colour goes to the element that is selected; without one it is only told."""
        element = self.state.element
        if self.state.trace is not None and element and self.state.run is None:
            self.session.recolour(element, colour)
        else:
            self.session.tell(self.tr("{0} – select an element first to give it this colour.").format(colour))

    def select_region_of(self, requirement: str) -> None:
        """Take a finding over by hand: its region becomes the selection."""
        state = self.state
        if state.trace is None or state.round is None:
            return
        finding = next((f for f in state.trace.rounds[state.round].findings if f.requirement == requirement), None)
        box = (finding.whole or finding.box) if finding is not None else None
        if box is None:
            self.session.tell(self.tr("This finding names no place. Select the region with one of the tools."))
            return
        render = state.trace.rounds[state.round].render
        self.stage.canvas.select(editing.box_mask(box, render.width, render.height))
        self.stage.canvas.focus_box(box)
        self.stage.words.setFocus()

    def compare_last(self) -> None:
        trace = self.state.trace
        if trace is not None and trace.best > 0:
            before = max(n for n in range(trace.best) if trace.rounds[n].kept)
            self.session.hear(Compared(round=before, mode="wipe"))

    def render_example(self, prompt: str) -> None:
        self.session.write(prompt)
        self.session.render()

    def toggle_panels(self) -> None:
        shown = self.brief.isVisible() or self.right.isVisible()
        self.brief.setVisible(not shown)
        self.right.setVisible(not shown)

    def in_background(self, job: Callable[[], Event | None]) -> None:
        """Do something slow off the window's thread."""
        self._bridge.work(job)

    def focus_next_region(self) -> None:
        """Keyboard focus goes round: prompt, canvas, checks or plan, rounds."""
        regions = [
            part for part in (self.brief.prompt, self.stage.canvas, self.right.listed(), self.rounds.list) if part.isVisible()
        ]
        focused = next((n for n, part in enumerate(regions) if part.hasFocus()), -1)
        if regions:
            regions[(focused + 1) % len(regions)].setFocus(Qt.FocusReason.TabFocusReason)

    def change_settings(self, settings: Settings) -> None:
        """Take the settings, have them in force and keep them."""
        language, self.settings = self.settings.language, settings
        self.actions_.remap(settings.shortcuts)
        self._dress()
        app = QApplication.instance()
        if settings.language != language and isinstance(app, QApplication):
            speak(app, settings.language)
            self.build()
        try:
            save(self.places, settings)
        except EngineError as error:
            self.session.tell(str(error), problem=True)

    def _dress(self) -> None:
        """Look as the settings and the system want; other text sizes need other measures everywhere."""
        app, scale = QApplication.instance(), self.look.scale
        if isinstance(app, QApplication):
            self.look.follow(app, self.settings)
        if self.look.scale != scale:
            self.build()

    def take_paths(self, paths: list[Path]) -> None:
        """What was dropped: weights and folders go to the models, anything else is opened."""
        if paths[0].is_dir() or paths[0].suffix.lower() in WEIGHTS:
            dialogs.open_models(self)
            for path in paths:
                self.keeper.take(path)
        else:
            self.files.open(paths[0])

    def suggested_name(self) -> str:
        return suggested(self.state)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ThemeChange:
            self._dress()
        return super().event(event)

    # Drops beside the canvas, and the end

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if files_of(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = files_of(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.take_paths(paths)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.settings = self.settings.replace(geometry=bytes(self.saveGeometry().toBase64().data()).decode())
        self.change_settings(self.settings)
        self.hide()
        self.session.close()
        self.files.close()
        self.keeper.close()
        self._bridge.close()
        super().closeEvent(event)
