"""The page on safety: for each category of the user's classifier, whether to warn of it, to block it, or neither."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QFormLayout, QWidget

from desktop.panels.controls import column, field_label, label
from desktop.said import said
from desktop.style import tokens
from engine.errors import BadInput
from engine.models.critics import installed
from engine.trust import safety
from engine.trust.safety import Policy

if TYPE_CHECKING:
    from desktop.window import Window


class SafetyPage(QWidget):
    def __init__(self, window: Window) -> None:
        super().__init__()
        self._window = window
        self.problem = label("", "problem", wrap=True)
        self._kept = self._read()
        self._classifiers = {one.model.id: one for one in installed("safety")}
        self.classifier = QComboBox()
        for name, one in self._classifiers.items():
            self.classifier.addItem(one.model.name, name)
        if self._kept.classifier and self._kept.classifier not in self._classifiers:
            self.classifier.addItem(self._kept.classifier, self._kept.classifier)
        self.classifier.setCurrentIndex(max(0, self.classifier.findData(self._kept.classifier)))
        self.classifier.activated.connect(self._choose)
        self.rules: dict[str, QComboBox] = {}
        words = label(
            self.tr("You decide what is looked for. “Warn” tells you and goes on; “Block” counts as not passed, and asks "
                    "before the picture is exported. Nothing is refused, hidden or changed without your seeing why."),
            "muted", wrap=True,
        )  # fmt: skip
        self.none = label(
            self.tr("No classifier is installed, so nothing can be looked for: import one in Models, and set its policy here."),
            "caption", wrap=True,
        )  # fmt: skip
        self.none.setVisible(not self._classifiers)
        self._form = QFormLayout()
        self._form.setSpacing(tokens.MEDIUM)
        self._form.addRow(field_label(self.tr("Classifier"), self.classifier), self.classifier)
        self._show_rules()
        self.setLayout(column(words, tokens.SMALL, self._form, self.none, self.problem, 0, gap=tokens.MEDIUM))

    def _show_rules(self) -> None:
        """A row for each category that the classifier knows or that has a rule already."""
        while self._form.rowCount() > 1:
            self._form.removeRow(1)
        one = self._classifiers.get(self.classifier.currentData())
        names = dict.fromkeys((*(one.card.labels if one else ()), *self._kept.rules))
        self.rules = {name: QComboBox() for name in names}
        for name, choice in self.rules.items():
            for rule, told in (("off", self.tr("Off")), ("warn", self.tr("Warn")), ("block", self.tr("Block"))):
                choice.addItem(told, rule)
            choice.setCurrentIndex(choice.findData(self._kept.rules.get(name, "off")))
            choice.activated.connect(self._keep)
            self._form.addRow(field_label(name, choice), choice)

    def _choose(self) -> None:
        self._keep()
        self._show_rules()

    def _read(self) -> Policy:
        try:
            return safety.policy()
        except BadInput as error:
            self.problem.setText(said(str(error)))
            return Policy()

    def _keep(self) -> None:
        rules = {name: choice.currentData() for name, choice in self.rules.items() if choice.currentData() != "off"}
        chosen = Policy(classifier=self.classifier.currentData() or "", rules=rules)
        try:
            safety.choose(chosen)
        except BadInput as error:
            self.problem.setText(said(str(error)))
            return
        self._kept = chosen
        self.problem.setText("")
        self._window.session.read_again()
