"""Jobs with models, a line each: what, how far, how fast, and a button that stops it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from desktop.models import words
from desktop.panels.controls import IconButton, column, label, row, rule
from desktop.shelf import Job
from desktop.style import tokens
from desktop.style.look import Look


class Jobs(QWidget):
    cancel_asked = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.lines: dict[str, JobLine] = {}
        self._list = column(rule(), gap=tokens.TIGHT)
        self.setLayout(self._list)
        self.hide()

    def show_jobs(self, jobs: tuple[Job, ...]) -> None:
        for job_id in set(self.lines) - {job.id for job in jobs}:
            self.lines.pop(job_id).deleteLater()
        for job in jobs:
            if job.id not in self.lines:
                self.lines[job.id] = JobLine(self._look, job.name)
                self.lines[job.id].cancel.clicked.connect(lambda _=False, job_id=job.id: self.cancel_asked.emit(job_id))
                self._list.addWidget(self.lines[job.id])
            self.lines[job.id].show_job(job)
        self.setVisible(bool(jobs))


class JobLine(QWidget):
    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self.name = label(name)
        self.name.setMinimumWidth(look.px(200))
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(look.px(180))
        self.bar.setAccessibleName(name)
        self.told = label("", "caption")
        self.cancel = IconButton(look, "close", self.tr("Stop {0}").format(name))
        layout = row(self.name, self.bar, self.told, 0, self.cancel, gap=tokens.MEDIUM)
        self.setLayout(layout)

    def show_job(self, job: Job) -> None:
        waiting = job.transfer is None and job.kind == "download"
        self.bar.setRange(0, 1000 if job.done or waiting else 0)
        self.bar.setValue(round(job.done * 1000))
        self.told.setText(words.job_line(job))
        self.cancel.setEnabled(not job.stopping)
