"""The Models page: what is here and what can be had at the left, the one chosen at the right, jobs below."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QListView, QMessageBox, QPlainTextEdit, QWidget

from desktop.dialogs.frame import Dialog
from desktop.models import words
from desktop.models.choice import choose_model
from desktop.models.details import Details
from desktop.models.gate import Gate
from desktop.models.jobs import Jobs
from desktop.models.rows import ROW, Row, RowPainter, Rows
from desktop.panels.controls import column, row
from desktop.panels.materials import files_of
from desktop.panels.notice import NoticeBar
from desktop.state import AppState, Told
from desktop.style import tokens
from engine.models.card import card
from engine.models.catalogue import Entry, catalogue, terms_of
from engine.models.model import Model
from engine.models.store import library

if TYPE_CHECKING:
    from desktop.window import Window

WEIGHTS = "*.safetensors *.gguf *.onnx"


class ModelsPage(Dialog):
    """Stands beside the window, which stays usable; what is under way goes on when it is closed."""

    def __init__(self, window: Window) -> None:
        super().__init__(window, QCoreApplication.translate("models", "Models"))
        self._window, self._keeper = window, window.keeper
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self.rows = Rows()
        self.list = QListView()
        self.list.setModel(self.rows)
        self.list.setProperty("role", "bare")
        self.list.setItemDelegate(RowPainter(window.look))
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Models"))
        self.list.setFixedWidth(window.look.px(320))
        self.details = Details(window.look)
        self.jobs, self.notice = Jobs(window.look), NoticeBar(window.look)
        body = QWidget()
        both = row(self.list, self.details, gap=0)
        both.setStretch(1, 1)
        whole = column(both, self.notice, self.jobs, gap=tokens.SMALL)
        whole.setStretch(0, 1)
        body.setLayout(whole)
        self.fill(body)
        self.resize(window.look.px(980), window.look.px(680))
        self._connect()
        self._render(window.state, None)
        self._choose_first()

    def _connect(self) -> None:
        details, keeper = self.details, self._keeper
        self.list.selectionModel().currentChanged.connect(lambda: self._show_details(self._window.state))
        details.download_asked.connect(self.download)
        details.use_asked.connect(self.use)
        details.accept_asked.connect(self.accept_licence)
        details.card_asked.connect(self.show_card)
        details.verify_asked.connect(keeper.verify)
        details.remove_asked.connect(self.ask_remove)
        details.import_asked.connect(self.ask_import)
        details.share_asked.connect(self.ask_share)
        details.unshare_asked.connect(lambda folder: keeper.unshare(Path(folder)))
        self.jobs.cancel_asked.connect(keeper.cancel)
        self.notice.dismissed.connect(lambda: self._window.session.hear(Told(notice=None)))
        self._window.session.changed.connect(self._render)
        self._window.look.changed.connect(self._redraw)

    @property
    def chosen(self) -> Model | Entry | None:
        shown = self.list.currentIndex().data(ROW)
        return shown if isinstance(shown, Model | Entry) else None

    def choose(self, row_id: str) -> None:
        """Show the model or entry of that id."""
        self.list.setCurrentIndex(self.rows.place(row_id))

    def download(self, entry: Entry, token: str = "") -> None:
        """Fetch an entry, once its licence is accepted."""
        known = bool(words.accepted_on(self._window.state.shelf, entry.terms, entry.id))
        if known or Gate(self, self._window.look, entry.terms, entry.name).exec():
            self._keeper.download(entry, accepted=not known, mirror=self._window.settings.mirror, token=token)

    def accept_licence(self, model: Model) -> None:
        licence = terms_of(model)
        if Gate(self, self._window.look, licence, model.name).exec():
            self._keeper.accept(licence, model.id)

    def use(self, model: Model) -> None:
        """Let the next picture be drawn by it."""
        choose_model(self._window, model.id)
        self._window.session.tell(self.tr("The next picture is drawn by {0}.").format(model.name))

    def show_card(self, model: Model) -> None:
        shown = Dialog(self, self.tr("Card of {0}").format(model.name))
        facts = card(model, library().record(model))
        text = QPlainTextEdit("\n".join(f"{name}: {fact}" for name, fact in facts.items()))
        text.setReadOnly(True)
        text.setAccessibleName(self.tr("Model card"))
        shown.fill(text)
        shown.resize(self._window.look.px(640), self._window.look.px(520))
        shown.exec()

    def ask_remove(self, model: Model) -> None:
        box = QMessageBox(self)
        box.setWindowTitle(self.tr("Remove a model"))
        box.setText(self.tr("Delete {0} and its files from the disk?").format(model.name))
        sure = box.addButton(self.tr("Delete"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.exec()
        if box.clickedButton() is sure:
            self._keeper.remove(model)

    def ask_import(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Import models"), "", self.tr("Models") + f" ({WEIGHTS})")
        for name in names:
            self._keeper.take(Path(name))

    def ask_share(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Folder with models, or a diffusers folder"))
        if name:
            self._keeper.take(Path(name))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if files_of(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        for path in files_of(event.mimeData()):
            self._keeper.take(path)

    def _render(self, state: AppState, old: AppState | None) -> None:
        shelf = state.shelf
        if old is None or shelf is not old.shelf:
            chosen = self.chosen
            self.rows.show(self._listed(state))
            if chosen is not None and self.chosen != chosen:
                self.choose(shelf.entries.get(chosen.id, chosen.id))
            self.jobs.show_jobs(shelf.jobs)
            self._show_details(state)
        self.notice.show_notice(state.notice)

    def _listed(self, state: AppState) -> tuple[Row, ...]:
        entries = [entry for entry in catalogue().values() if entry.id not in state.shelf.entries]
        free, bound = ([e for e in entries if e.terms.restricted is kind] for kind in (False, True))
        critics = [model for model in state.shelf.models if model.role == "critic"]
        parts: list[Row] = [None]
        for heading, found in (
            (self.tr("On this computer"), [model for model in state.shelf.models if model not in critics]),
            (self.tr("Critics: they check pictures"), critics),
            (self.tr("To be had, free for commercial use"), free),
            (self.tr("To be had, with restrictions"), bound),
        ):
            parts += [heading, *found] if found else []
        return tuple(parts)

    def _show_details(self, state: AppState) -> None:
        self.details.show_row(self.chosen, state.shelf)

    def _choose_first(self) -> None:
        shelf, wanted = self._window.state.shelf, self._window.state.brief.model
        first = shelf.model(wanted) or next(iter(shelf.models), None)
        self.list.setCurrentIndex(self.rows.place(first.id) if first is not None else self.rows.index(0))

    def _redraw(self) -> None:
        self.list.viewport().update()
        self._show_details(self._window.state)


def open_page(window: Window, chosen: str = "") -> ModelsPage:
    """The page, brought to the front where it is open already."""
    page = next((page for page in window.findChildren(ModelsPage) if page.isVisible()), None) or ModelsPage(window)
    page.show()
    page.raise_()
    page.activateWindow()
    if chosen:
        page.choose(chosen)
    return page
