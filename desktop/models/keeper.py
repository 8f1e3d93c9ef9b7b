"""What a person does with models, as verbs: the slow ones run as jobs that show how far they are and can be cancelled."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from desktop.bridge import Bridge
from desktop.session import Session
from desktop.shelf import Ended, Job, Listed, Stopping, Working
from desktop.state import Event, Notice, Told
from engine.errors import BadInput, Cancelled
from engine.models import exports
from engine.models.catalogue import Entry
from engine.models.download import Download, Transfer
from engine.models.fetch import fetch, staging
from engine.models.importing import import_model, remove_model
from engine.models.licences import Licence, accept, acceptances
from engine.models.model import Model
from engine.models.store import Library, library
from engine.models.verify import faults

BEAT_S = 0.1


class Keeper(QObject):
    """Keeps the library for the window. Nothing here blocks: what comes of it is heard by the session."""

    def __init__(self, session: Session, bridge: Bridge) -> None:
        super().__init__()
        self._session, self._bridge = session, bridge
        self._stops: dict[str, Callable[[], None]] = {}
        self._closed = threading.Event()

    def refresh(self) -> None:
        """Read the library anew."""
        self._bridge.shelve(self._list)

    def take(self, path: Path) -> None:
        """Import a file or a folder that is a model; of any other folder show the models in it."""
        if path.is_dir() and not any((path / name).is_file() for name in ("model_index.json", "config.json")):
            self.share(path)
        else:
            self._import(path)

    def _import(self, path: Path) -> None:
        told = self.tr("{0} was imported.")
        job = Job(id=f"import {path}", kind="import", name=path.name)

        def work(progress: Callable[[float], None]) -> Event:
            model = import_model(library(), path, progress)
            return Told(notice=Notice(text=told.format(model.name)))

        self._shelve(job, work)

    def share(self, folder: Path) -> None:
        """Show another program's models, which stay where they are."""
        self._change(lambda at: at.share(folder))

    def unshare(self, folder: Path) -> None:
        self._change(lambda at: at.unshare(folder))

    def remove(self, model: Model) -> None:
        self._change(lambda at: remove_model(at, model))

    def unload(self) -> None:
        """Give back the memory of models that were drawn with and are kept for the next picture."""
        done, busy = self.tr("No model is in memory."), self.tr("A model is at work; it stays in memory.")
        self._bridge.unload(lambda freed: Told(notice=Notice(text=done if freed else busy)))

    def accept(self, licence: Licence, model_id: str) -> None:
        self._change(lambda _: accept(licence, model_id))

    def verify(self, model: Model) -> None:
        """Read every byte of the model and compare it with what it was."""
        well = self.tr("{0} is undamaged.").format(model.name)
        job = Job(id=f"verify {model.id}", kind="verify", name=model.name)

        def work(progress: Callable[[float], None]) -> Event:
            found = faults(library(), model, progress)
            return Told(notice=Notice(text=" ".join(found) or well, problem=bool(found)))

        self._shelve(job, work)

    def download(self, entry: Entry, *, accepted: bool = False, mirror: str = "", token: str = "") -> None:
        """Fetch an entry of the catalogue, one after the other. `accepted`: the user has just accepted its licence."""
        told = self.tr("{0} is here and can be used.").format(entry.name)
        job = Job(id=f"download {entry.id}", kind="download", name=entry.name)

        stopped = threading.Event()

        def stop() -> None:
            stopped.set()
            made.cancel()

        def report(transfer: Transfer) -> None:
            done = transfer.done / transfer.total if transfer.total else 0.0
            self._bridge.say(Working(job=job.replace(done=done, transfer=transfer)))

        def work() -> Event:
            if accepted:
                accept(entry.terms, entry.id)
            fetch(made, library(), lambda _: _go_on(stopped))
            return Told(notice=Notice(text=told))

        at = library()
        try:
            made = Download(entry, staging(at), mirror=mirror, token=token, report=report)
        except BadInput as error:
            self._session.tell(str(error), problem=True)
            return
        self._begin(job, work, stop, self._bridge.fetch)

    def cancel(self, job_id: str) -> None:
        """Stop a job; what a download has fetched stays for the next attempt."""
        if stop := self._stops.get(job_id):
            stop()
            self._session.hear(Stopping(job_id=job_id))

    def close(self) -> None:
        """Stop every job, and do not look any further."""
        self._closed.set()
        for stop in list(self._stops.values()):
            stop()

    def _shelve(self, job: Job, work: Callable[[Callable[[float], None]], Event]) -> None:
        stopped = threading.Event()
        last = [0.0]

        def progress(done: float) -> None:
            _go_on(stopped)
            now = time.monotonic()
            if now - last[0] >= BEAT_S:
                last[0] = now
                self._bridge.say(Working(job=job.replace(done=done)))

        def checked() -> Event:
            progress(0.0)
            return work(progress)

        self._begin(job, checked, stopped.set, self._bridge.shelve)

    def _begin(
        self, job: Job, work: Callable[[], Event], stop: Callable[[], None], run: Callable[[Callable[[], Event | None]], None]
    ) -> None:
        if job.id in self._stops:
            return
        self._stops[job.id] = stop
        self._session.hear(Working(job=job))

        def do() -> Event | None:
            try:
                return work()
            except Cancelled:
                return None
            finally:
                self._stops.pop(job.id, None)
                self._bridge.say(Ended(job_id=job.id))
                if (listed := self._list()) is not None:
                    self._bridge.say(listed)

        run(do)

    def _change(self, change: Callable[[Library], object]) -> None:
        def work() -> Event | None:
            change(library())
            return self._list()

        self._bridge.shelve(work)

    def _list(self) -> Listed | None:
        """What is there; None where the window was closed meanwhile."""
        at = library()
        try:
            models = at.models(lambda _: _go_on(self._closed))
        except Cancelled:
            return None
        entries = {record.entry: record.model.id for record in at.records() if record.entry}
        shares = tuple(map(str, at.shares()))
        onnx = exports.sizes(at.root)
        return Listed(models=models, entries=entries, shares=shares, acceptances=acceptances(), exports=onnx)


def _go_on(stopped: threading.Event) -> None:
    """Raises Cancelled once it was stopped."""
    if stopped.is_set():
        raise Cancelled
