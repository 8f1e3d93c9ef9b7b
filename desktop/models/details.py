"""One model or one entry of the catalogue, told whole, with what can be done with it; the empty page teaches."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, QUrl, Signal, SignalInstance
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop import strings
from desktop.models import words
from desktop.models.gate import facts_grid, licence_panel
from desktop.panels.controls import button, column, label, row
from desktop.shelf import Shelf
from desktop.style import tokens
from desktop.style.look import Look
from engine.models.catalogue import Entry, terms_of
from engine.models.model import Model

translate = QCoreApplication.translate


class Details(QScrollArea):
    """Signals carry what the person wants done with what is shown."""

    download_asked = Signal(object, str)
    use_asked = Signal(object)
    accept_asked = Signal(object)
    card_asked = Signal(object)
    verify_asked = Signal(object)
    remove_asked = Signal(object)
    import_asked = Signal()
    share_asked = Signal()
    unshare_asked = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: object = None
        self.primary = QPushButton()
        self.token = QLineEdit()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_row(self, shown: Model | Entry | None, shelf: Shelf) -> None:
        """Show a model, an entry, or, where there is nothing chosen, how to get one."""
        busy = isinstance(shown, Entry) and shelf.job(f"download {shown.id}") is not None
        onnx = shelf.exports.get(shown.id, 0) if shown is not None else 0
        now = (shown, onnx, shelf.acceptances, busy, shelf.shares, self._look.theme, self._look.scale)
        if now == self._shown:
            return
        self._shown = now
        if isinstance(shown, Entry):
            content = self._entry(shown, shelf, busy)
        elif shown is not None:
            content = self._model(shown, shelf)
        else:
            content = self._nothing(shelf)
        page = QWidget()
        content.setContentsMargins(tokens.LARGE, 0, tokens.MEDIUM, tokens.SMALL)
        page.setLayout(content)
        self.setWidget(page)
        self.primary.setDefault(True)

    def _entry(self, entry: Entry, shelf: Shelf, busy: bool) -> QVBoxLayout:
        facts = [
            (self.tr("Draws with"), words.billions(entry.parameters)),
            (self.tr("Steps"), _steps(entry)),
            (self.tr("Native size"), f"{entry.native} × {entry.native} px" if entry.native else self.tr("any")),
            (self.tr("Memory"), _memory(entry)),
            (self.tr("Made by"), entry.origin),
            (self.tr("Training data"), words.said(entry.training_data) or self.tr("not published")),
            (self.tr("Checksums"), self.tr("fixed by the catalogue") if entry.pinned else self.tr("those its site publishes")),
        ]
        card = button(self.tr("Model card"), "link", tip=entry.card)
        card.clicked.connect(lambda: QDesktopServices.openUrl(QUrl(entry.card)))
        get = self.tr("Download · about {0}").format(words.size(entry.download))
        go = button(get if entry.repository else self.tr("Open its page"), "primary")
        go.setEnabled(not busy)
        self.primary, self.token = go, QLineEdit()
        parts: list[QWidget | int] = []
        if not entry.repository:
            hint = self.tr("It is not fetched from here: get it by hand on its page, then import the file or folder.")
            parts.append(label(hint, "caption", wrap=True))
            go.clicked.connect(lambda: QDesktopServices.openUrl(QUrl(entry.card)))
        else:
            go.clicked.connect(lambda: self.download_asked.emit(entry, self.token.text().strip()))
            if entry.gated:
                hint = self.tr("Its site asks for consent: accept on its page, then paste an access token of yours. "
                               "It is used for this download and not kept.")  # fmt: skip
                self.token.setEchoMode(QLineEdit.EchoMode.Password)
                self.token.setPlaceholderText(self.tr("Access token"))
                self.token.setAccessibleName(self.tr("Access token"))
                parts += [label(hint, "caption", wrap=True), self.token]
        head = label(entry.name, "display", wrap=True)
        return column(
            head, label(words.said(entry.good_at), wrap=True), tokens.TIGHT, _wide(go, card), *parts, tokens.SMALL,
            label(self.tr("Licence"), "section"), licence_panel(self._look, entry.terms), tokens.SMALL,
            label(self.tr("Facts"), "section"), facts_grid(self._look, facts), 0, gap=tokens.SMALL,
        )  # fmt: skip

    def _model(self, model: Model, shelf: Shelf) -> QVBoxLayout:
        licence = terms_of(model)
        day = words.accepted_on(shelf, licence, model.id)
        facts = [
            (self.tr("Family"), model.critic or words.family(model)),
            (self.tr("Role"), words.role(model.role)),
            (self.tr("Precision"), model.precision),
            (self.tr("Parameters"), words.billions(model.parameters / 1e9)),
            (self.tr("Size"), words.size(model.bytes)),
            (self.tr("Place"), model.path),
            (self.tr("SHA-256"), model.sha256 or self.tr("not computed yet: verify it")),
        ]
        if onnx := shelf.exports.get(model.id, 0):
            facts.append((self.tr("ONNX files"), words.size(onnx)))
        buttons: list[QPushButton] = []
        if licence.restricted and not day:
            buttons.append(self._button(self.tr("Read and accept the licence…"), "primary", self.accept_asked, model))
        elif model.makes_pictures:
            buttons.append(self._button(self.tr("Render with it"), "primary", self.use_asked, model))
        buttons.append(self._button(self.tr("Verify"), "", self.verify_asked, model))
        buttons.append(self._button(self.tr("Card"), "", self.card_asked, model))
        if not model.shared:
            buttons.append(self._button(self.tr("Remove…"), "quiet", self.remove_asked, model))
        self.primary = buttons[0]
        told = self.tr("Accepted on {0}.").format(day) if day else ""
        if model.shared:
            told = " ".join((told, self.tr("It belongs to another program and is only read."))).strip()
        notes = [label(told, "caption", wrap=True)] if told else []
        return column(
            label(model.name, "display", wrap=True), label(words.model_line(model), "muted", wrap=True), tokens.TIGHT,
            _wide(*buttons), *notes, tokens.SMALL, label(self.tr("Licence"), "section"), licence_panel(self._look, licence),
            tokens.SMALL, label(self.tr("Facts"), "section"), facts_grid(self._look, facts), 0, gap=tokens.SMALL,
        )  # fmt: skip

    def _nothing(self, shelf: Shelf) -> QVBoxLayout:
        text = self.tr("The studio needs no model: type, shapes and staged products are drawn by this computer alone. "
                       "For any other picture, bring a model:")  # fmt: skip
        bring = button(self.tr("Import a file…"), "primary")
        bring.clicked.connect(self.import_asked)
        self.primary = bring
        share = button(self.tr("Show another program's folder…"))
        share.clicked.connect(self.share_asked)
        ways = (
            (self.tr("You have one already"),
             self.tr("Drop a .safetensors or .gguf file or a diffusers folder on this page. It is recognised by its content.")),
            (self.tr("You use ComfyUI, A1111 or InvokeAI"),
             self.tr("Show their folder here: its models stay where they are and are only read.")),
            (self.tr("You want one"),
             self.tr("Choose from the list at the left. It tells what each is good at and what its licence allows; "
                     "nothing is fetched before you ask for it.")),
        )  # fmt: skip
        parts: list[QWidget | int] = []
        for heading, sentence in ways:
            parts += [tokens.SMALL, label(heading, "title", wrap=True), label(sentence, "muted", wrap=True)]
        parts += [tokens.LARGE, _wide(bring, share)]
        if shelf.shares:
            parts += [tokens.LARGE, label(self.tr("Folders that are shown"), "section")]
        for folder in shelf.shares:
            leave = button(self.tr("Show it no longer"), "link", tip=folder)
            leave.clicked.connect(lambda _=False, folder=folder: self.unshare_asked.emit(folder))
            parts.append(_wide(leave, before=label(folder, wrap=True)))
        head = label(self.tr("Bring a model"), "display", wrap=True)
        return column(head, label(text, "muted", wrap=True), *parts, 0, gap=tokens.TIGHT)

    def _button(self, text: str, role: str, signal: SignalInstance, model: Model) -> QPushButton:
        made = button(text, role)
        made.clicked.connect(lambda: signal.emit(model))
        return made


def _steps(entry: Entry) -> str:
    if entry.steps == 0:
        return "–"
    if entry.guidance is None:
        return str(entry.steps)
    return translate("models", "{0}, guidance scale {1}").format(entry.steps, strings.number(entry.guidance))


def _memory(entry: Entry) -> str:
    sizes = (entry.memory("bf16"), "16 bit"), (entry.memory("fp8"), "8 bit"), (entry.memory("q4"), "4 bit")
    return " · ".join(f"{words.size(size * 1e9)} ({shown})" for size, shown in sizes)


def _wide(*buttons: QPushButton, before: QLabel | None = None) -> QWidget:
    made = QWidget()
    line = row(*([before] if before is not None else []), *buttons, 0)
    line.setStretch(0, 1 if before is not None else 0)
    made.setLayout(line)
    return made
