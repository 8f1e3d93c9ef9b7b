"""The right side of the window: the checks or the plan, one at a time."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListView, QStackedWidget, QWidget

from desktop.panels.checks import ChecksPanel
from desktop.panels.controls import Segments, column
from desktop.panels.plan import PlanPanel
from desktop.style import tokens


class Side(QWidget):
    page_chosen = Signal(str)

    def __init__(self, checks: ChecksPanel, plan: PlanPanel) -> None:
        super().__init__()
        self.setProperty("ground", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._checks, self._plan = checks, plan
        self.tabs = Segments([("checks", self.tr("Checks")), ("plan", self.tr("Plan"))], self.tr("Right panel"))
        self._pages = QStackedWidget()
        self._pages.addWidget(checks)
        self._pages.addWidget(plan)
        switch = column(self.tabs)
        switch.setContentsMargins(tokens.MEDIUM, tokens.SMALL, tokens.MEDIUM, 0)
        self.setLayout(column(switch, self._pages, gap=0))
        self.tabs.chosen.connect(self.page_chosen)
        self.show_page("checks")

    @property
    def page(self) -> str:
        return "checks" if self._pages.currentWidget() is self._checks else "plan"

    def show_page(self, page: str) -> None:
        self.tabs.show_choice(page)
        self._pages.setCurrentWidget(self._checks if page == "checks" else self._plan)

    def listed(self) -> QListView:
        """The list on the page in sight."""
        return self._checks.list if self._pages.currentWidget() is self._checks else self._plan.list
