"""The licence gate: what a licence means, its restriction first; nothing is fetched or used before it was accepted."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from desktop.dialogs.frame import Dialog
from desktop.models import words
from desktop.panels.controls import Glyph, button, column, label, row
from desktop.style import tokens
from desktop.style.look import Look
from engine.models.licences import Licence

translate = QCoreApplication.translate


class Gate(Dialog):
    """Accepted where `exec` returns true."""

    def __init__(self, parent: QWidget, look: Look, licence: Licence, name: str) -> None:
        super().__init__(parent, translate("models", "Licence of {0}").format(name))
        body = QWidget()
        note = label(
            self.tr("What you accept is the text itself, not this summary. The day and the version are recorded, "
                    "and every picture made with the model carries the licence's name."), "caption", wrap=True,
        )  # fmt: skip
        body.setLayout(column(licence_panel(look, licence), note, 0, gap=tokens.MEDIUM))
        self.go = button(self.tr("Accept"), "primary")
        self.go.clicked.connect(self.accept)
        self.fill(body, primary=self.go, close=self.tr("Not now"))
        width = look.px(580)
        self.resize(width, self.heightForWidth(width))


def licence_panel(look: Look, licence: Licence) -> QWidget:
    """The licence in plain words: a bar with what it restricts, three lines, and the way to its text."""
    bar = QFrame()
    bar.setProperty("role", "bar")
    bar.setProperty("kind", "problem" if licence.restricted else "")
    free = licence.commercial == "yes"
    glyph = Glyph(look, "passed" if free else "lock", look.px(18), role="passed" if free else "failed")
    if licence.commercial == "unknown":
        glyph.show_icon("ring-dashed", "unchecked")
    words_ = label(words.headline(licence), wrap=True)
    inner = row(glyph, words_, gap=tokens.SMALL)
    inner.setStretch(1, 1)
    inner.setContentsMargins(tokens.MEDIUM, tokens.SMALL, tokens.MEDIUM, tokens.SMALL)
    bar.setLayout(inner)
    head = row(label(licence.name, "muted", wrap=True), gap=tokens.SMALL)
    head.setStretch(0, 1)
    if licence.url:
        text = button(translate("models", "Read the whole text"), "link", tip=licence.url)
        text.clicked.connect(lambda: QDesktopServices.openUrl(QUrl(licence.url)))
        head.addWidget(text)
    facts = [
        (translate("models", "Use"), words.said(licence.use)),
        (translate("models", "Pictures"), words.said(licence.pictures)),
        (translate("models", "Passing it on"), words.said(licence.sharing)),
    ]
    if licence.version:
        facts.append((translate("models", "Version"), licence.version))
    panel = QWidget()
    panel.setLayout(column(bar, head, facts_grid(look, facts), gap=tokens.SMALL))
    return panel


def facts_grid(look: Look, facts: list[tuple[str, str]]) -> QWidget:
    """Names and values that can be selected, under one another."""
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(tokens.LARGE)
    grid.setVerticalSpacing(6)
    grid.setColumnMinimumWidth(0, look.px(96))
    grid.setColumnStretch(1, 1)
    for line, (name, value) in enumerate(facts):
        shown = label(value, wrap=True)
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        grid.addWidget(label(name, "muted"), line, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(shown, line, 1)
    made = QWidget()
    made.setLayout(grid)
    return made
