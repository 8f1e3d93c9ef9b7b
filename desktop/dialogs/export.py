"""Export: the format, size and quality of the picture, with or without its origin; one round or all of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QFormLayout, QSlider, QSpinBox, QWidget

from desktop.dialogs.frame import Dialog
from desktop.panels.controls import button, field_label, label, padded, row
from desktop.said import said
from desktop.state import Event, Notice, Told
from desktop.style import tokens
from engine.trust.safety import blocked
from engine.types import Finding

if TYPE_CHECKING:
    from desktop.window import Window

FORMATS = (".png", ".jpg", ".webp", ".tif", ".psd", ".ora")
LOSSY = {".jpg", ".webp"}
LAYERED = {".psd", ".ora"}


class ExportDialog(Dialog):
    def __init__(self, window: Window) -> None:
        super().__init__(window, QCoreApplication.translate("export", "Export"))
        self._window = window
        self.format = QComboBox()
        layered = self.tr("PSD, layers for Photoshop"), self.tr("OpenRaster, layers for Krita")
        names = (self.tr("PNG, lossless"), "JPEG", "WebP", "TIFF", *layered)
        for suffix, name in zip(FORMATS, names, strict=True):
            self.format.addItem(name, suffix)
        self.scale = QSpinBox()
        self.scale.setRange(5, 400)
        padded(self.scale)
        self.scale.setValue(100)
        self.scale.setSuffix(" %")
        self.pixels = label("", "caption")
        self.quality = QSlider(Qt.Orientation.Horizontal)
        self.quality.setRange(30, 100)
        self.quality.setValue(95)
        self.figure = label("95", "caption")
        self.keep = QCheckBox(self.tr("Write prompt, plan and origin into the file"))
        self.keep.setChecked(window.settings.keep_metadata)
        self.every = QCheckBox(self.tr("Every round, as files of their own in a folder"))
        self.every.setVisible(window.state.trace is not None and len(window.state.trace.rounds) > 1)
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(tokens.MEDIUM)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self._lossy = QWidget()
        self._lossy.setLayout(row(self.quality, self.figure))
        form.addRow(field_label(self.tr("Format"), self.format), self.format)
        form.addRow(field_label(self.tr("Size"), self.scale), row(self.scale, self.pixels, 0))
        form.addRow(field_label(self.tr("Quality"), self.quality), self._lossy)
        form.addRow("", self.keep)
        form.addRow("", self.every)
        self.blocked = label("", "problem", wrap=True)
        self.all_the_same = QCheckBox(self.tr("Export it all the same"))
        form.addRow("", self.blocked)
        form.addRow("", self.all_the_same)
        self._form = form
        body = QWidget()
        body.setLayout(form)
        self.go = button(self.tr("Export…"), "primary")
        self.go.clicked.connect(self._ask)
        self.fill(body, primary=self.go)
        self.format.setMinimumWidth(window.look.px(300))
        self.format.currentIndexChanged.connect(self._show)
        self.scale.valueChanged.connect(self._show)
        self.quality.valueChanged.connect(self._show)
        self.every.toggled.connect(self._show)
        self.all_the_same.toggled.connect(self._show)
        self._show()

    def _show(self) -> None:
        self._form.setRowVisible(self._lossy, self.format.currentData() in LOSSY)
        self.figure.setText(str(self.quality.value()))
        trace, number = self._window.state.trace, self._window.state.round
        if trace is not None and number is not None:
            render, share = trace.rounds[number].render, self.scale.value() / 100
            self.pixels.setText(f"{round(render.width * share)} × {round(render.height * share)} px")
            self._show_blocked(blocked(trace, tuple(range(len(trace.rounds))) if self.every.isChecked() else (number,)))

    def _show_blocked(self, findings: tuple[Finding, ...]) -> None:
        """Say what the safety policy blocks and why; then it is the user's word that lets the picture go."""
        self.blocked.setText("\n".join((self.tr("Your safety policy blocks this:"), *(said(one.message) for one in findings))))
        self._form.setRowVisible(self.blocked, bool(findings))
        self._form.setRowVisible(self.all_the_same, bool(findings))
        self.go.setEnabled(not findings or self.all_the_same.isChecked())

    def _ask(self) -> None:
        suffix, name = self.format.currentData(), self._window.suggested_name()
        path = self._window.state.path
        folder = Path(self._window.settings.export_folder or (path.parent if path else Path.home()))
        if self.every.isChecked():
            chosen = QFileDialog.getExistingDirectory(self, self.tr("Export every round into"), str(folder))
        else:
            chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Export"), str(folder / f"{name}{suffix}"), f"*{suffix}")
        if chosen:
            self.export_to(Path(chosen))

    def export_to(self, target: Path) -> None:
        """Export to a file, or every round into a folder, in the background; the outcome is told in the window."""
        state, suffix = self._window.state, self.format.currentData()
        if state.trace is None:
            return
        trace, number = state.trace, state.round
        scale, keep = self.scale.value() / 100, self.keep.isChecked()
        quality = self.quality.value() if suffix in LOSSY else None
        every, stem, tell = self.every.isChecked(), self._window.suggested_name(), self.tr("Exported to {0}.")

        def job() -> Event:
            from engine.export import export, export_all

            if every:
                for _ in export_all(target, trace, stem=stem, suffix=suffix, scale=scale, quality=quality, keep_metadata=keep):
                    pass
                return Told(notice=Notice(text=tell.format(target)))
            path = target if target.suffix else target.with_suffix(suffix)
            export(path, trace, number=number, scale=scale, quality=quality, keep_metadata=keep)
            return Told(notice=Notice(text=tell.format(path)))

        self._window.in_background(job)
        self.accept()
