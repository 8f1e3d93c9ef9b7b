"""The first page: what to do, examples that render in one click, and what was worked on before."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QScrollArea, QSizePolicy, QWidget

from desktop.panels.controls import button, column, label, row
from desktop.style import tokens
from desktop.style.look import Look

EXAMPLES = (
    'Poster for a bakery, headline "FRESH BREAD DAILY" in dark brown on a cream background, subtitle "from 6:30 am", 2:3',
    'Packaging mockup: a dark green tea tin labelled "SENCHA" in white on a wooden table, soft light',
    'Square label: "Olive Oil" above, "Extra Virgin" below, gold on dark green, 1:1',
    'Album cover with the title "NIGHT TIDE" in coral #FF6F61 on a deep blue #0B1F4B background, 1:1',
)
"""Prompts, in the language that the planner reads."""


class Welcome(QWidget):
    example_chosen = Signal(str)
    file_chosen = Signal(object)
    open_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setProperty("ground", "surround")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        heading = label(self.tr("Describe a picture"), "display", wrap=True)
        text = label(
            self.tr("Write what it must show at the left. Plantain plans it, renders it on this computer, "
                    "checks it against your words, and mends what is wrong."), "muted", wrap=True,
        )  # fmt: skip
        examples = QGridLayout()
        examples.setSpacing(tokens.SMALL)
        for number, (name, prompt) in enumerate(zip(self._names(), EXAMPLES, strict=True)):
            examples.addWidget(self._card(name, prompt), number // 2, number % 2)
        open_file = button(self.tr("Open a picture or document…"))
        open_file.clicked.connect(self.open_asked)
        self._before = QWidget()
        self._before.setLayout(column(gap=0))
        hint = label(self.tr("or drop a picture here to check and mend it"), "caption", wrap=True)
        page = QWidget()
        page.setMaximumWidth(look.px(620))
        page.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        page.setLayout(
            column(
                heading, text, tokens.LARGE, label(self.tr("Render one of these"), "section"), examples, tokens.LARGE,
                row(open_file, 0), hint, tokens.SMALL, self._before, gap=tokens.SMALL,
            )
        )  # fmt: skip
        inner = QWidget()
        inner.setLayout(column(0, row(tokens.WIDE, page, tokens.WIDE), 0))
        scroll = QScrollArea()
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLayout(column(scroll))

    def _names(self) -> tuple[str, ...]:
        return self.tr("A poster"), self.tr("A product"), self.tr("A label"), self.tr("A cover")

    def _card(self, name: str, prompt: str) -> QPushButton:
        card = button("", "card", tip=self.tr("Render this now"))
        card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        card.setAccessibleName(f"{name}: {prompt}")
        words = label(prompt, "caption", wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignTop)
        inner = column(label(name), words, 0, gap=4)
        inner.setContentsMargins(14, 12, 14, 12)
        card.setLayout(inner)
        words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        card.clicked.connect(lambda: self.example_chosen.emit(prompt))
        return card

    def show_files(self, unfinished: list[Path], recent: list[Path]) -> None:
        """Drafts that were left behind come first, then the documents last worked on."""
        layout = self._before.layout()
        while layout is not None and (item := layout.takeAt(0)) is not None:
            if widget := item.widget():
                widget.deleteLater()
        rows = [(path, self.tr("Continue the draft “{0}”").format(path.stem)) for path in unfinished[:2]]
        rows += [(path, path.name) for path in recent[:4]]
        for path, text in rows:
            made = button(text, "link", tip=str(path))
            made.clicked.connect(lambda _=False, path=path: self.file_chosen.emit(path))
            line = QWidget()
            line.setLayout(row(made, 0))
            if layout is not None:
                layout.addWidget(line)
