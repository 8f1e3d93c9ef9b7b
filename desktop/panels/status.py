"""The status bar: the stage, how far it is, the time left, Cancel, and that nothing leaves this computer."""

from __future__ import annotations

import time

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from desktop import strings
from desktop.panels.controls import Glyph, button, label, row
from desktop.state import AppState
from desktop.style import tokens
from desktop.style.look import Look


class Status(QWidget):
    cancel_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("ground", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.stage = label("", "caption")
        self.progress = QProgressBar()
        self.progress.setRange(0, 1000)
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(160)
        self.progress.setAccessibleName(self.tr("Progress"))
        self.left = label("", "caption")
        self.left.setFixedWidth(look.px(94))
        self.cancel = button(self.tr("Cancel"), "quiet", tip=self.tr("Stop and keep the best picture so far (Esc)"))
        self.zoom = label("", "caption")
        self.zoom.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.zoom.setMinimumWidth(look.px(56))
        self.hint = label("", "caption")
        self.offline = label("", "caption")
        self.shield = Glyph(look, "offline", 15, role="passed")
        layout = row(
            self.stage, self.progress, self.left, self.cancel, self.hint, 0, self.zoom, tokens.SMALL,
            self.shield, self.offline, gap=tokens.SMALL,
        )  # fmt: skip
        layout.setContentsMargins(tokens.MEDIUM, 2, tokens.MEDIUM, 2)
        self.setLayout(layout)
        self.setMinimumHeight(look.px(32))
        self.cancel.clicked.connect(self.cancel_asked)
        self._stage, self._since = "", 0.0

    def show_state(self, state: AppState) -> None:
        self._show_network(state)
        self.zoom.setVisible(state.plan is not None or state.trace is not None)
        run = state.run
        for widget in (self.progress, self.left, self.cancel):
            widget.setVisible(run is not None)
        if run is None:
            self._stage = ""
            self.stage.setText(self._resting(state))
            return
        rounds = len(state.trace.rounds) if state.trace is not None and not run.fresh else 0
        name = self.tr("Stopping") if run.cancelling else strings.stage(run.stage)
        self.stage.setText(self.tr("Round {0}").format(rounds + 1) + f" · {name}")
        self.progress.setValue(round(run.done * 1000))
        if run.stage != self._stage:
            self._stage, self._since = run.stage, time.monotonic()
        self.left.setText(time_left(run.done, time.monotonic() - self._since))
        self.cancel.setEnabled(not run.cancelling)

    def _show_network(self, state: AppState) -> None:
        fetched = next((job for job in state.shelf.jobs if job.transfer is not None), None)
        self.shield.show_icon("download" if fetched else "offline", "unchecked" if fetched else "passed")
        self.offline.setText(self.tr("Downloading {0} %").format(int(fetched.done * 100)) if fetched else self.tr("Offline"))
        self.offline.setToolTip(
            self.tr("Only the site of the model you asked for can be reached, and only until it is here.")
            if fetched
            else self.tr("Plantain works on this computer alone. Connections to other machines are refused.")
        )

    def _resting(self, state: AppState) -> str:
        if state.trace is None:
            return ""
        seconds = state.trace.timings.get("total", 0.0)
        done = strings.outcome(state.trace.outcome) if state.trace.rounds[0].findings else ""
        render = state.trace.best_round().render
        words = [
            f"{render.width} × {render.height}",
            done,
            self.tr("{0} s").format(strings.number(seconds, 1)) if seconds else "",
        ]
        return "  ·  ".join(word for word in words if word)

    def show_zoom(self, zoom: float) -> None:
        self.zoom.setText(f"{zoom * 100:.0f} %")


def time_left(done: float, spent: float) -> str:
    """What is left of a stage that has taken `spent` seconds for its share `done`; empty while that is a guess."""
    if done < 0.05 or spent < 0.5:
        return ""
    return strings.duration(spent / done * (1 - done))
