"""All panels of the window around the canvas, laid out. They are made anew when the language changes; the canvas stays."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from desktop.canvas.view import CanvasView
from desktop.panels.brief import BriefPanel
from desktop.panels.checks import ChecksPanel
from desktop.panels.controls import column
from desktop.panels.notice import NoticeBar
from desktop.panels.plan import PlanPanel
from desktop.panels.rounds import Rounds
from desktop.panels.side import Side
from desktop.panels.stage import Stage
from desktop.panels.status import Status
from desktop.style.look import Look


class Workplace(QWidget):
    def __init__(self, look: Look, canvas: CanvasView) -> None:
        super().__init__()
        self.brief, self.stage = BriefPanel(look), Stage(look, canvas)
        self.checks, self.plan = ChecksPanel(look), PlanPanel(look)
        self.right = Side(self.checks, self.plan)
        self.rounds, self.status, self.notice = Rounds(look), Status(look), NoticeBar(look)
        middle = QWidget()
        centre = column(self.stage, self.notice, self.rounds, gap=0)
        centre.setStretch(0, 1)
        middle.setLayout(centre)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        for part in (self.brief, middle, self.right):
            self.split.addWidget(part)
        self.split.setStretchFactor(1, 1)
        self.split.setHandleWidth(1)
        self.split.setChildrenCollapsible(False)
        self.brief.setMinimumWidth(look.px(296))
        self.right.setMinimumWidth(look.px(296))
        self.split.setSizes([look.px(320), 800, look.px(320)])
        body = column(self.split, self.status, gap=0)
        body.setStretch(0, 1)
        self.setLayout(body)

    def arrange_as(self, other: Workplace) -> None:
        """Take over what a person has arranged in another one."""
        self.split.restoreState(other.split.saveState())
        self.brief.setVisible(not other.brief.isHidden())
        self.right.setVisible(not other.right.isHidden())
        self.right.show_page(other.right.page)
        self.stage.words.setText(other.stage.words.text())
        for name, layer in other.stage.layers.items():
            self.stage.layers[name].setChecked(layer.isChecked())
