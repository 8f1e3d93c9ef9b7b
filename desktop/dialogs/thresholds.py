"""The table of thresholds: what counts as good enough, beside what Plantain ships with."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDoubleSpinBox, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from desktop import strings
from desktop.panels.controls import button, column, label, padded, row
from engine import choices, thresholds
from engine.errors import EngineError

if TYPE_CHECKING:
    from desktop.window import Window

Table = dict[str, dict[str, float]]


class Thresholds(QWidget):
    def __init__(self, window: Window) -> None:
        super().__init__()
        self._window = window
        self._usual, self._own = shipped(), own()
        rows = [(kind, name) for kind, entries in self._usual.items() for name in entries]
        self.table = QTableWidget(len(rows), 3)
        self.table.setHorizontalHeaderLabels([self.tr("Check"), self.tr("Limit"), self.tr("Usual")])
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for place, least in ((1, 88), (2, 76)):
            needed = self.table.horizontalHeader().sectionSizeHint(place) + window.look.px(12)
            self.table.setColumnWidth(place, max(window.look.px(least), needed))
        self.table.verticalHeader().setDefaultSectionSize(window.look.px(38))
        self.fields: dict[tuple[str, str], QDoubleSpinBox] = {}
        for line, (kind, name) in enumerate(rows):
            usual = self._usual[kind][name]
            named = QTableWidgetItem(strings.limit(kind, name))
            named.setToolTip(named.text())
            self.table.setItem(line, 0, named)
            field = QDoubleSpinBox()
            field.setRange(0, 1000)
            padded(field)
            field.setDecimals(2)
            field.setSingleStep(0.05 if usual <= 1 else 0.5)
            field.setValue(self._own.get(kind, {}).get(name, usual))
            field.setAccessibleName(strings.limit(kind, name))
            field.editingFinished.connect(self._keep)
            self.table.setCellWidget(line, 1, field)
            shown = QTableWidgetItem(strings.number(usual))
            shown.setForeground(window.palette().placeholderText())
            shown.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.table.setItem(line, 2, shown)
            self.fields[kind, name] = field
        words = label(self.tr("What counts as good enough. New limits hold from the next picture on."), "muted", wrap=True)
        self.reset = button(self.tr("Back to the usual limits"))
        self.reset.clicked.connect(self._reset)
        self.setLayout(column(words, self.table, row(self.reset, 0)))

    def _keep(self) -> None:
        changed: Table = {}
        for (kind, name), field in self.fields.items():
            if abs(field.value() - self._usual[kind][name]) > 1e-9:
                changed.setdefault(kind, {})[name] = round(field.value(), 4)
        if changed == self._own:
            return
        try:
            keep(changed)
        except EngineError as error:
            self._window.session.tell(str(error), problem=True)
            return
        self._own = changed
        self._window.session.read_again()

    def _reset(self) -> None:
        for (kind, name), field in self.fields.items():
            field.setValue(self._usual[kind][name])
        self._keep()


def shipped() -> Table:
    table: Table = tomllib.loads(files("resources").joinpath("thresholds.toml").read_text("utf-8"))
    return table


def own() -> Table:
    """The user's entries; none where there is no file, or none that can be read."""
    try:
        table: Table = tomllib.loads(thresholds.user_file().read_text("utf-8"))
    except (OSError, tomllib.TOMLDecodeError):
        return {}
    return table


def keep(table: Table) -> None:
    """Write the user's entries and have them in force. Raises EngineError where they cannot be written."""
    sections = (
        f"[{kind}]\n" + "".join(f"{name} = {value}\n" for name, value in entries.items()) for kind, entries in table.items()
    )
    choices.keep(thresholds.user_file(), "\n".join(sections))
    thresholds.reread()
