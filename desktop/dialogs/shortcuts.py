"""The table of shortcuts: click one, press other keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHeaderView, QKeySequenceEdit, QTableWidget, QTableWidgetItem, QWidget

from desktop.panels.controls import button, column, label, row

if TYPE_CHECKING:
    from desktop.window import Window


class Shortcuts(QWidget):
    def __init__(self, window: Window) -> None:
        super().__init__()
        self._window = window
        actions = window.actions_.all()
        self.table = QTableWidget(len(actions), 2)
        self.table.setHorizontalHeaderLabels([self.tr("Command"), self.tr("Keys")])
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.setColumnWidth(1, window.look.px(196))
        self.table.verticalHeader().setDefaultSectionSize(window.look.px(38))
        for line, (name, action) in enumerate(actions.items()):
            item = QTableWidgetItem(action.text().rstrip("…"))
            item.setData(Qt.ItemDataRole.UserRole, name)
            self.table.setItem(line, 0, item)
            field = QKeySequenceEdit(action.shortcut())
            field.setMaximumSequenceLength(1)
            field.setClearButtonEnabled(True)
            field.setAccessibleName(action.text())
            field.editingFinished.connect(lambda name=name, field=field: self._remap(name, field))
            self.table.setCellWidget(line, 1, field)
        self.told = label("", "problem", wrap=True)
        reset = button(self.tr("Back to the defaults"))
        reset.clicked.connect(self._reset)
        self.setLayout(column(self.table, self.told, row(reset, 0)))

    def _remap(self, name: str, field: QKeySequenceEdit) -> None:
        keys = field.keySequence().toString(QKeySequence.SequenceFormat.PortableText)
        actions = self._window.actions_
        if other := actions.clash(name, keys):
            self.told.setText(
                self.tr("{0} belongs to “{1}”. Free it there first.").format(
                    field.keySequence().toString(QKeySequence.SequenceFormat.NativeText), actions[other].text().rstrip("…")
                )
            )
            field.setKeySequence(actions[name].shortcut())
            return
        self.told.clear()
        shortcuts = {**self._window.settings.shortcuts, name: keys}
        kept = {name: keys for name, keys in shortcuts.items() if keys != actions.default(name)}
        self._window.change_settings(self._window.settings.replace(shortcuts=kept))

    def _reset(self) -> None:
        self._window.change_settings(self._window.settings.replace(shortcuts={}))
        for line in range(self.table.rowCount()):
            field, item = self.table.cellWidget(line, 1), self.table.item(line, 0)
            if isinstance(field, QKeySequenceEdit) and item is not None:
                field.setKeySequence(self._window.actions_[item.data(Qt.ItemDataRole.UserRole)].shortcut())
