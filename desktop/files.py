"""What a person does with files: new, open, save, drop, drag out; and the saving that goes on by itself."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.bridge import Bridge
from desktop.documents import Documents, check_writable
from desktop.said import said
from desktop.session import Session
from desktop.state import AppState, Event, Opened
from engine import pictures
from engine.errors import EngineError
from engine.project import SUFFIX
from engine.trust.safety import blocked
from engine.types import Array

REST_MS = 700
"""How long typing must rest before the work is saved; a finished round is saved at once."""
OPENABLE = "*.plantain *.json *.png *.jpg *.jpeg *.webp *.tif *.tiff *.bmp *.gif *.avif"


class Files(QObject):
    """`used` names a document that was opened or saved; `found` the drafts that an earlier session left behind."""

    used = Signal(object)
    found = Signal(list)

    def __init__(self, session: Session, bridge: Bridge, documents: Documents, window: QWidget) -> None:
        super().__init__()
        self._session, self._bridge, self._documents, self._window = session, bridge, documents, window
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self.keep)
        self._outgoing: tempfile.TemporaryDirectory[str] | None = None
        session.changed.connect(self._changed)

    def new(self) -> None:
        self._leave_with(self._documents.start_anew)

    def ask_open(self) -> None:
        kinds = self.tr("Documents, plans and pictures") + f" ({OPENABLE})"
        name, _ = QFileDialog.getOpenFileName(self._window, self.tr("Open"), "", kinds)
        if name:
            self.open(Path(name))

    def open(self, path: Path) -> None:
        def load() -> Opened:
            event = self._documents.open(path)
            if path.suffix.lower() != SUFFIX:
                self._documents.leave()
            return event

        self._leave_with(load)

    def take(self, pixels: Array) -> None:
        """Work on a picture that came without a file."""

        def load() -> Opened:
            event = self._documents.take(pixels)
            self._documents.leave()
            return event

        self._leave_with(load)

    def save(self) -> None:
        if self._session.state.path is None:
            self.save_as()
        else:
            self.keep()

    def save_as(self) -> None:
        state = self._session.state
        start = str(state.path or Path.home() / f"{suggested(state)}{SUFFIX}")
        name, _ = QFileDialog.getSaveFileName(self._window, self.tr("Save as"), start, f"Plantain (*{SUFFIX})")
        if name:
            path = Path(name) if name.lower().endswith(SUFFIX) else Path(name + SUFFIX)
            self.keep_as(path)

    def keep_as(self, path: Path) -> None:
        try:
            check_writable(path)
        except EngineError as error:
            self._session.tell(str(error), problem=True)
            return
        state, undo = self._session.state, self._session.history()
        self._bridge.work(lambda: self._documents.save_as(path, state.brief, state.trace, undo))

    def keep(self) -> None:
        """Save where the work is kept already."""
        self._rest.stop()
        state, undo = self._session.state, self._session.history()
        self._bridge.work(lambda: self._documents.save(state.brief, state.trace, undo))

    def look_for_drafts(self) -> None:
        def look() -> None:
            drafts = self._documents.unfinished()
            if drafts:
                self.found.emit(drafts)

        self._bridge.work(look)

    def copy(self, put: Callable[[], None]) -> None:
        """Put the picture on the clipboard, as far as the safety policy lets it."""
        if not self._held_back():
            put()

    def drag_out(self, drag: Callable[[Path], bool]) -> None:
        """Write the picture as a real file and let it be dragged into another program."""
        state = self._session.state
        if state.trace is None or state.round is None or self._held_back():
            return
        self._outgoing = self._outgoing or tempfile.TemporaryDirectory(prefix="plantain-")
        path = Path(self._outgoing.name) / f"{suggested(state)}.png"
        try:
            render = state.trace.rounds[state.round].render
            pictures.write(path, render.pixels.array, opened=pictures.opened(render), compress_level=1)
        except EngineError as error:
            self._session.tell(str(error), problem=True)
            return
        drag(path)

    def _held_back(self) -> bool:
        """Whether the safety policy blocks the picture that is shown; then it is told why, and where the user may let it go."""
        state = self._session.state
        if state.trace is None or state.round is None or not (held := blocked(state.trace, (state.round,))):
            return False
        blocks, export = self.tr("Your safety policy blocks this:"), self.tr("Export asks whether it may leave all the same.")
        self._session.tell(" ".join((blocks, *(said(one.message) for one in held), export)), problem=True)
        return True

    def close(self) -> None:
        """Save what is not saved yet and let the document go; the bridge's `close` waits for it."""
        if self._session.state.saved == "changed" and not _blank(self._session.state):
            self.keep()
        self._rest.stop()
        self._session.changed.disconnect(self._changed)
        self._bridge.work(self._documents.leave)
        if self._outgoing is not None:
            self._outgoing.cleanup()

    def _leave_with(self, job: Callable[[], Event]) -> None:
        """Save the present work, cancel its run, and go on with another."""
        self._session.cancel()
        if self._session.state.saved == "changed" and not _blank(self._session.state):
            self.keep()
        self._bridge.work(job)

    def _changed(self, state: AppState, old: AppState) -> None:
        if state.saved == "changed" and not _blank(state):
            if state.trace is not old.trace and state.trace is not None:
                self.keep()
            elif state.brief != old.brief or state.trace is not old.trace:
                self._rest.start()
        if state.path is not None and state.path != old.path:
            self.used.emit(state.path)


def _blank(state: AppState) -> bool:
    return not state.brief.prompt.strip() and state.trace is None and state.brief.plan is None


def suggested(state: AppState) -> str:
    """A file name for the work: the document's, or the first words of the picture or the prompt."""
    if state.path is not None:
        return state.path.stem
    text = next((e.text for e in state.plan.texts()), "") if state.plan else ""
    words = (text or state.brief.prompt).split()[:4]
    name = "".join(c if c.isalnum() or c in " -_" else "" for c in " ".join(words))
    return " ".join(name.split())[:48] or QCoreApplication.translate("Window", "Untitled")
