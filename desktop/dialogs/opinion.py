"""The page on the second opinion: which model on this computer is asked, by its server's address and its name."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QFormLayout, QLineEdit, QWidget

from desktop.panels.controls import column, field_label, label
from desktop.said import said
from desktop.style import tokens
from engine.errors import BadInput
from engine.trust import opinion
from engine.trust.opinion import Opinion


class OpinionPage(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.address, self.model = QLineEdit(), QLineEdit()
        self.address.setPlaceholderText("http://127.0.0.1:11434/v1")
        self.plans = QCheckBox(self.tr("It may also plan the picture when you render"))
        self.problem = label("", "problem", wrap=True)
        words = label(
            self.tr("A language-vision model that you run on this computer (llama.cpp, Ollama, LM Studio) can be asked about "
                    "what Plantain cannot measure. It is asked twice and counts where it agrees with itself, as an opinion."),
            "muted", wrap=True,
        )  # fmt: skip
        note = label(
            self.tr("Empty: nobody is asked. No other computer is ever asked, and nothing that was measured is overruled."),
            "caption", wrap=True,
        )  # fmt: skip
        form = QFormLayout()
        form.setSpacing(tokens.MEDIUM)
        for name, field in ((self.tr("Address"), self.address), (self.tr("Model"), self.model)):
            form.addRow(field_label(name, field), field)
            field.editingFinished.connect(self._keep)
        self.plans.toggled.connect(self._keep)
        self.setLayout(column(words, tokens.SMALL, form, self.plans, note, self.problem, 0, gap=tokens.MEDIUM))
        self._kept = self._read()
        self.address.setText(self._kept.address)
        self.model.setText(self._kept.model)
        self.plans.setChecked(self._kept.plans)

    def _read(self) -> Opinion:
        try:
            return opinion.wanted()
        except BadInput as error:
            self.problem.setText(said(str(error)))
            return Opinion()

    def _keep(self) -> None:
        chosen = self._kept.replace(
            address=self.address.text().strip(), model=self.model.text().strip(), plans=self.plans.isChecked()
        )
        if chosen == self._kept:
            return
        try:
            opinion.choose(chosen)
        except BadInput as error:
            self.problem.setText(said(str(error)))
            return
        self._kept = chosen
        self.problem.setText("")
