"""Preferences: appearance, thresholds, safety, a second opinion, shortcuts, files, privacy. A change is in force at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QLineEdit,
    QListWidget,
    QStackedWidget,
    QWidget,
)

from desktop.dialogs.frame import Dialog
from desktop.dialogs.opinion import OpinionPage
from desktop.dialogs.safety import SafetyPage
from desktop.dialogs.shortcuts import Shortcuts
from desktop.dialogs.thresholds import Thresholds
from desktop.panels.controls import button, column, field_label, label, row
from desktop.said import said
from desktop.style import tokens
from engine.errors import BadInput
from engine.renderers.diffusion import speed

if TYPE_CHECKING:
    from desktop.window import Window

AGAIN = 2
"""How the dialog ends that is to be opened again."""
PAGES = ("appearance", "checks", "safety", "opinion", "shortcuts", "files", "privacy")


class Preferences(Dialog):
    def __init__(self, window: Window, page: str = "appearance") -> None:
        super().__init__(window, QCoreApplication.translate("preferences", "Preferences"))
        self._window = window
        names = (
            self.tr("Appearance"), self.tr("Checks"), self.tr("Safety"), self.tr("Second opinion"), self.tr("Shortcuts"),
            self.tr("Files and hardware"), self.tr("Privacy"),
        )  # fmt: skip
        self.index = QListWidget()
        self.index.setAccessibleName(self.tr("Pages"))
        self.index.addItems(list(names))
        self.index.setFixedWidth(self.index.sizeHintForColumn(0) + 24)
        self.pages = QStackedWidget()
        made_pages = (
            self._appearance(), Thresholds(window), SafetyPage(window), OpinionPage(), Shortcuts(window), self._files(),
            self._privacy(),
        )  # fmt: skip
        for made in made_pages:
            self.pages.addWidget(made)
        self.index.currentRowChanged.connect(self.pages.setCurrentIndex)
        self.index.setCurrentRow(PAGES.index(page))
        body = QWidget()
        whole = row(self.index, self.pages, gap=tokens.LARGE)
        whole.setStretch(1, 1)
        body.setLayout(whole)
        self.fill(body)
        self.resize(window.look.px(840), window.look.px(560))

    def _appearance(self) -> QWidget:
        settings = self._window.settings
        theme = _choice(
            [("dark", self.tr("Dark")), ("light", self.tr("Light")), ("system", self.tr("As the system"))], settings.theme
        )
        scales = [(scale, f"{scale * 100:.0f} %") for scale in (1.0, 1.25, 1.5, 1.75, 2.0)]
        size = _choice(scales, settings.text_scale)
        language = _choice(
            [("", self.tr("As the system")), ("en", "English"), ("de", "Deutsch"), ("ja", "日本語")], settings.language
        )
        theme.activated.connect(lambda: self._change(theme=theme.currentData()))
        size.activated.connect(lambda: self._renew(text_scale=size.currentData()))
        language.activated.connect(lambda: self._renew(language=language.currentData()))
        return _page((self.tr("Theme"), theme), (self.tr("Text size"), size), (self.tr("Language"), language))

    def _files(self) -> QWidget:
        window = self._window
        folder = button(window.settings.export_folder or self.tr("The document's own"), tip=self.tr("Where exports go"))

        def ask() -> None:
            name = QFileDialog.getExistingDirectory(self, self.tr("Where exports go"), window.settings.export_folder)
            if name:
                folder.setText(name)
                self._change(export_folder=name)

        folder.clicked.connect(ask)
        drafts = button(self.tr("Show drafts and log"), "quiet")
        drafts.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(window.places.data))))
        hardware = label(
            self.tr("The studio renders on the processor; an NVIDIA graphics card is used where there is one."),
            "caption",
            wrap=True,
        )
        return _page(
            (self.tr("Exports"), folder),
            (self.tr("Drafts"), drafts),
            (self.tr("Models run on"), self._device()),
            ("", hardware),
        )

    def _device(self) -> QWidget:
        """Where diffusion models work: on what is quickest, or not on the graphics card."""
        try:
            chosen = speed.choices()
        except BadInput as error:
            return label(said(str(error)), "caption", wrap=True)
        device = _choice(
            [("auto", self.tr("The graphics card, if one works")), ("cpu", self.tr("The processor"))], chosen.device
        )
        if chosen.device not in {"auto", "cpu"}:
            device.addItem(chosen.device, chosen.device)
            device.setCurrentIndex(device.count() - 1)

        def choose() -> None:
            try:
                speed.choose(chosen.replace(device=device.currentData()))
            except BadInput as error:
                self._window.session.tell(said(str(error)), problem=True)

        device.currentIndexChanged.connect(choose)
        return device

    def _privacy(self) -> QWidget:
        settings = self._window.settings
        keep = QCheckBox(self.tr("Write prompt, plan and origin into exported pictures"))
        keep.setChecked(settings.keep_metadata)
        keep.toggled.connect(lambda on: self._change(keep_metadata=on))
        forget = button(self.tr("Forget recent files"))
        forget.clicked.connect(lambda: self._change(recent=()))
        words = label(
            self.tr("Plantain works on this computer alone: every connection to another machine is refused while it runs, "
                    "but for a model that you ask to be downloaded. "
                    "There are no accounts, no telemetry and no updates behind your back."), "muted", wrap=True,
        )  # fmt: skip
        mirror = QLineEdit(settings.mirror)
        mirror.setPlaceholderText("https://")
        mirror.editingFinished.connect(lambda: self._change(mirror=mirror.text().strip()))
        named = label(self.tr("Mirror for models that you download"), "muted")
        named.setBuddy(mirror)
        note = label(self.tr("Empty: from the site that the catalogue names."), "caption", wrap=True)
        page = QWidget()
        page.setLayout(
            column(words, tokens.SMALL, keep, row(forget, 0), tokens.SMALL, named, mirror, note, 0, gap=tokens.MEDIUM)
        )
        return page

    def _renew(self, **changes: object) -> None:
        """A change for which the window is made anew; the dialog ends, to be opened again as the window is."""
        self._change(**changes)
        self.done(AGAIN)

    def _change(self, **changes: object) -> None:
        self._window.change_settings(self._window.settings.replace(**changes))


def _choice(choices: list[tuple[object, str]] | list[tuple[str, str]] | list[tuple[float, str]], current: object) -> QComboBox:
    made = QComboBox()
    for value, text in choices:
        made.addItem(text, value)
    made.setCurrentIndex(max(0, made.findData(current)))
    return made


def _page(*rows: tuple[str, QWidget]) -> QWidget:
    form = QFormLayout()
    form.setContentsMargins(0, 0, 0, 0)
    form.setSpacing(tokens.MEDIUM)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
    for name, widget in rows:
        form.addRow(field_label(name, widget), widget)
    page = QWidget()
    page.setLayout(column(form, 0))
    return page
