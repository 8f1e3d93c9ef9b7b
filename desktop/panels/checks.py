"""The Checks panel: every requirement with how it stands, the evidence for the selected one, and the last change."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QFrame, QListView, QWidget

from desktop import strings
from desktop.panels.check_rows import GLYPHS, CheckRow, Checks, row_height
from desktop.panels.controls import Flow, button, column, label, row
from desktop.panels.evidence import Evidence
from desktop.rounds import Check, checks, effect, plan_of
from desktop.said import said
from desktop.state import AppState
from desktop.style import tokens
from desktop.style.look import Look
from engine.types import Requirement, Trace

ROWS = 2.5
"""Rows of the list that stay in sight above the evidence, however large the text."""


class ChecksPanel(QWidget):
    requirement_chosen = Signal(str)
    fix_asked = Signal(str)
    by_hand_asked = Signal(str)
    go_on_asked = Signal()
    accepted = Signal()
    rejected = Signal()
    compare_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.summary = label("", "title", wrap=True)
        self.detail = label("", "caption", wrap=True)
        self.model = Checks()
        self.list = QListView()
        self.list.setProperty("role", "bare")
        self.list.setModel(self.model)
        self.list.setItemDelegate(CheckRow(look, self.model))
        self.list.setMouseTracking(True)
        self.list.setAccessibleName(self.tr("Checks"))
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.go_on = button(
            self.tr("Fix what fails"), tip=self.tr("Let Plantain work on the failed checks, one after the other")
        )
        self.empty = label(
            self.tr("What the picture must fulfil is listed here as you describe it, and measured once it is rendered."),
            "muted", wrap=True,
        )  # fmt: skip
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.outdated = label(self.tr("The brief has changed since this picture."), "caption", wrap=True)
        self.review = QFrame()
        self.review.setProperty("role", "bar")
        self.change, self.loss, self.gain = label("", wrap=True), label("", "problem", wrap=True), label("", wrap=True)
        keep = button(self.tr("Keep"), tip=self.tr("Keep this change"))
        back = button(self.tr("Take back"), tip=self.tr("Go back to the picture before this change"))
        compare = button(self.tr("Compare"), "quiet")
        buttons = Flow()
        for made in (keep, back, compare):
            buttons.addWidget(made)
        self.review.setLayout(
            column(label(self.tr("Last change"), "section"), self.change, self.loss, self.gain, buttons, gap=6, margin=10)
        )
        self.evidence = Evidence(look)
        top = row(self.summary, self.go_on)
        top.setStretch(0, 1)
        head = column(top, self.detail, self.outdated, self.review, self.empty, gap=6, margin=tokens.MEDIUM)
        head.setContentsMargins(tokens.MEDIUM, tokens.MEDIUM, tokens.MEDIUM, tokens.TIGHT)
        layout = column(head, self.list, self.evidence, gap=0)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.list.selectionModel().currentChanged.connect(self._chosen)
        self.go_on.clicked.connect(self.go_on_asked)
        self.evidence.fix_asked.connect(self.fix_asked)
        self.evidence.by_hand_asked.connect(self.by_hand_asked)
        keep.clicked.connect(self.accepted)
        back.clicked.connect(self.rejected)
        compare.clicked.connect(self.compare_asked)
        self.list.verticalScrollBar().rangeChanged.connect(lambda: self.list.scrollTo(self.list.currentIndex()))
        look.changed.connect(self._look_changed)
        self._look_changed()

    def show_state(self, state: AppState) -> None:
        rows = checks(state)
        number = state.round
        fresh = state.run is not None and state.run.fresh
        plan = plan_of(state.trace, number) if state.trace is not None and number is not None and not fresh else state.plan
        if rows != self.model.rows or plan is not self.model.plan:
            self.model.show(rows, plan)
        self._show_summary(rows, state)
        self._select(state.requirement)
        chosen = next((check for check in rows if check.requirement.id == state.requirement), None)
        pixels = state.trace.rounds[number].render.pixels if state.trace is not None and number is not None else None
        at_best = state.trace is not None and number == state.trace.best
        self.evidence.show_check(chosen, plan, pixels, can_fix=at_best and state.run is None)

    def _look_changed(self) -> None:
        self.list.setMinimumHeight(round(ROWS * row_height(self._look)))
        self.list.doItemsLayout()

    def _show_summary(self, rows: tuple[Check, ...], state: AppState) -> None:
        by = {name: sum(row.standing == name for row in rows) for name in GLYPHS}
        self.empty.setVisible(not rows)
        self.summary.setVisible(bool(rows))
        self.detail.setVisible(bool(rows))
        if by["open"] == len(rows):
            self.summary.setText(self.tr("{0} to check").format(len(rows)))
            waiting = self.tr("Measured once the picture is rendered")
            self.detail.setText(self.tr("The picture is being made") if state.run else waiting)
        else:
            self.summary.setText(self.tr("{0} of {1} passed").format(by["passed"], len(rows)))
            words = [self.tr("{0} failed").format(by["failed"])] if by["failed"] else []
            words += [self.tr("{0} unchecked").format(by["unchecked"])] if by["unchecked"] else []
            done = strings.outcome(state.trace.outcome) if state.trace and state.run is None else ""
            self.detail.setText(" · ".join(words) or done)
        self.go_on.setVisible(bool(by["failed"]) and state.run is None and state.trace is not None)
        self.outdated.setVisible(state.outdated and state.run is None)
        self.review.setVisible(state.review and state.trace is not None and state.round == state.trace.best)
        if state.trace is not None:
            self._show_change(state.trace)

    def _show_change(self, trace: Trace) -> None:
        """What the last change was, what it broke or could not cure, and what it cured."""
        fix, done, plan = trace.best_round().fix, effect(trace), trace.best_plan()

        def names(found: tuple[Requirement, ...]) -> str:
            return ", ".join(f"{strings.kind(r.kind)} · {strings.subject(r, plan)}" for r in found)

        lines = [self.tr("No longer holds: {0}").format(names(done.lost))] if done.lost else []
        lines += [self.tr("Still fails: {0}").format(names(done.uncured))] if done.uncured else []
        self.change.setText(said(fix.message) if fix else "")
        self.loss.setText("\n".join(lines))
        self.loss.setVisible(bool(lines))
        self.gain.setText(self.tr("Holds now: {0}").format(names(done.gained)))
        self.gain.setVisible(bool(done.gained))

    def _select(self, requirement: str) -> None:
        ids = [check.requirement.id for check in self.model.rows]
        index = self.model.index(ids.index(requirement)) if requirement in ids else QModelIndex()
        if self.list.currentIndex() != index:
            selection = self.list.selectionModel()
            selection.blockSignals(True)
            selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            selection.blockSignals(False)
            self.list.viewport().update()

    def _chosen(self, current: QModelIndex) -> None:
        if current.isValid():
            self.requirement_chosen.emit(self.model.rows[current.row()].requirement.id)
