"""Files of the window: `.plantain` documents, drafts, plans and pictures. Runs on the bridge's thread for files."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop.state import Kept, Opened, Saved
from desktop.steps import Step, packed, unpacked
from engine import files, pictures
from engine.api import Quiet
from engine.codec import from_json
from engine.errors import BadInput, EngineError
from engine.project import SUFFIX, Project, recoverable, untitled
from engine.reopening import reopened
from engine.trust.metadata import read_trace
from engine.types import Array, Brief, Canvas, Element, Plan, Raster, Render, Round, Trace

translate = QCoreApplication.translate
MAX_JSON = 4_000_000


class Documents:
    """The document on the disk that the window works on: a file of the user's, or a draft until there is one."""

    def __init__(self, drafts: Path) -> None:
        self._drafts = drafts
        self._project: Project | None = None
        self._is_draft = False

    def open(self, path: Path) -> Opened:
        """A document, plan, brief or picture. Raises EngineError where it is none of these or cannot be read."""
        if path.suffix.lower() == SUFFIX:
            return self._open_document(path)
        if path.suffix.lower() == ".json":
            return Opened(brief=_brief(path), saved="changed")
        return _opened_picture(path)

    def take(self, pixels: Array) -> Opened:
        """A picture from the clipboard or another program."""
        return Opened(brief=Brief(), trace=picture_trace(pixels, "clipboard"), saved="changed")

    def save(self, brief: Brief, trace: Trace | None, history: Sequence[Step]) -> Kept:
        """Keep the work where it is kept already, else as a new draft."""
        if self._project is None:
            self._drafts.mkdir(parents=True, exist_ok=True)
            self._project, self._is_draft = untitled(self._drafts), True
        self._project.save(trace, brief, packed(history))
        return Kept(path=None if self._is_draft else self._project.path, brief=brief, trace=trace)

    def save_as(self, path: Path, brief: Brief, trace: Trace | None, history: Sequence[Step]) -> Kept:
        """Keep the work under a name from now on; a draft of it goes."""
        self.save(brief, trace, history)
        assert self._project is not None
        if path.absolute() != self._project.path:
            self._project.copy_to(path)
            new = Project.open(path)
            self._leave(forget=self._is_draft)
            self._project, self._is_draft = new, False
        return Kept(path=path, brief=brief, trace=trace)

    def start_anew(self) -> Opened:
        """Leave the document; what is in it stays on the disk."""
        self.leave()
        return Opened(brief=Brief())

    def leave(self) -> None:
        """Let the document go; what is in it stays on the disk, and what comes next is a draft of its own."""
        self._leave(forget=False)

    def unfinished(self) -> list[Path]:
        """Drafts that an earlier session left behind, the newest first."""
        return recoverable(self._drafts) if self._drafts.is_dir() else []

    def _open_document(self, path: Path) -> Opened:
        same = self._project is not None and path.absolute() == self._project.path
        project = self._project if same and self._project is not None else Project.open(path)
        try:
            saved = project.load()
            history = unpacked(saved.undo, project.filled)
        except EngineError:
            if project is not self._project:
                project.close()
            raise
        if project is not self._project:
            self._leave(forget=False)
        self._project = project
        self._is_draft = path.absolute().parent == self._drafts.absolute()
        shown = None if self._is_draft else path.absolute()
        standing: Saved = "draft" if self._is_draft else "saved"
        return Opened(brief=saved.brief, trace=saved.trace, path=shown, saved=standing, history=history)

    def _leave(self, *, forget: bool) -> None:
        project, self._project = self._project, None
        if project is not None:
            project.close()
            if forget:
                with contextlib.suppress(OSError):
                    project.path.unlink()


def _brief(path: Path) -> Brief:
    """The brief in a JSON file of a brief or of a plan."""
    try:
        if path.stat().st_size > MAX_JSON:
            happened = translate("Documents", "{0} is larger than {1} MB.").format(path.name, MAX_JSON // 1_000_000)
            raise BadInput(happened, translate("Documents", "That is no plan or brief."))
        text = path.read_bytes()
    except OSError as error:
        happened = translate("Documents", "{0} cannot be read ({1}).").format(path.name, error.strerror)
        raise BadInput(happened, translate("Documents", "Check the name and the folder.")) from error
    if b'"elements"' in text and b'"prompt"' not in text:
        return Brief(plan=from_json(Plan, text, path.name))
    return from_json(Brief, text, path.name)


def _opened_picture(path: Path) -> Opened:
    picture = pictures.read(path)
    trace: Trace | None = None
    with contextlib.suppress(BadInput):
        trace = read_trace(picture.info, path.name)
    if trace is None:
        return Opened(brief=Brief(), trace=picture_trace(picture.pixels, path.name, pictures.raster(path)), saved="changed")
    best = trace.best_round()
    render = reopened(picture, trace, Quiet()) or best.render.replace(
        pixels=Raster(picture.pixels), masks={}, depth=None, normals=None, file=pictures.raster(path)
    )
    trace = trace.replace(plan=trace.best_plan(), rounds=(best.replace(render=render, fix=None),), best=0)
    return Opened(brief=trace.brief, trace=trace, saved="changed")


def picture_trace(pixels: Array, name: str, file: Raster | None = None) -> Trace:
    """A picture that nobody has said anything about yet, as the trace of one round without findings."""
    height, width = pixels.shape[:2]
    if not (16 <= width <= 16384 and 16 <= height <= 16384):
        happened = translate("Documents", "The picture is {0} × {1} pixels.").format(width, height)
        raise BadInput(happened, translate("Documents", "Use one whose sides are 16 to 16384 pixels."))
    canvas = Canvas(width=width, height=height, aspect="1:1", size="1k")
    plan = Plan(canvas=canvas, kind="picture", elements=(Element(id="background", label="background", kind="background"),))
    render = Render(renderer="file", pixels=Raster(pixels), parameters={"file": name}, file=file)
    return Trace(brief=Brief(), plan=plan, rounds=(Round(render=render, findings=()),), best=0, outcome="unfinished")


def check_writable(path: Path) -> None:
    """Raises BadInput where a document cannot be saved at `path`."""
    files.check_writable(path)
    if path.suffix.lower() != SUFFIX:
        happened = translate("Documents", "“{0}” is no name for a document.").format(path.name)
        raise BadInput(happened, translate("Documents", "End it in {0}.").format(SUFFIX))
