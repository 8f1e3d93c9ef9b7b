"""What a critic saw and how far to believe it: the place in the picture, the figure on its scale, what was read or measured
against what was asked for, and how often such a verdict is right."""

from __future__ import annotations

import re
from html import escape

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from desktop import reliability, strings, words
from desktop.canvas import drawing
from desktop.editing import differing
from desktop.panels.controls import Swatch, button, column, label, row, rule
from desktop.panels.fitting import Fitting
from desktop.panels.scale import ScaleBar
from desktop.rounds import Check
from desktop.said import said
from desktop.scales import scale
from desktop.style import tokens
from desktop.style.look import Look
from engine.colour.names import hex_of, parse
from engine.types import Array, Box, Finding, Plan, Raster

CROP = QSize(280, 110)


class Evidence(QWidget):
    fix_asked = Signal(str)
    by_hand_asked = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._check: Check | None = None
        self.crop = QLabel()
        self.crop.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.figure, self.scale = label("", "caption", wrap=True), ScaleBar(look)
        self.message = label("", wrap=True)
        self.asked, self.read = QLabel(), QLabel()
        for line in (self.asked, self.read):
            line.setTextFormat(Qt.TextFormat.RichText)
            line.setWordWrap(True)
        self.words = QFrame()
        self.words.setLayout(
            column(label(self.tr("Asked"), "section"), self.asked, label(self.tr("Read"), "section"), self.read, gap=2)
        )
        self.target, self.measured = Swatch(look, 34), Swatch(look, 34)
        self.target_name, self.measured_name = label(""), label("")
        self.measured_head = label(self.tr("Measured"), "section")
        self.colours = QWidget()
        self.colours.setLayout(
            row(
                self.target, column(label(self.tr("Asked"), "section"), self.target_name, gap=0), tokens.SMALL,
                self.measured, column(self.measured_head, self.measured_name, gap=0), 0,
            )
        )  # fmt: skip
        self.sure, self.right = label("", "caption", wrap=True), label("", "caption", wrap=True)
        self.fix = button(self.tr("Fix this"), tip=self.tr("Let Plantain cure this with the smallest edit that does"))
        self.by_hand = button(self.tr("By hand"), "quiet", tip=self.tr("Select this region and say what should change"))
        seen = QWidget()
        measured = column(self.figure, self.scale, gap=tokens.HAIR)
        trust = column(self.sure, self.right, gap=tokens.HAIR)
        seen.setLayout(column(self.crop, self.message, measured, self.words, self.colours, trust, gap=tokens.SMALL))
        self.seen = Fitting(seen, self.tr("Evidence"))
        content = column(self.seen, row(self.fix, self.by_hand, 0), gap=tokens.SMALL, margin=tokens.MEDIUM)
        self.setLayout(column(rule(), content, gap=0))
        self.fix.clicked.connect(lambda: self.fix_asked.emit(self._check.requirement.id) if self._check else None)
        self.by_hand.clicked.connect(lambda: self.by_hand_asked.emit(self._check.requirement.id) if self._check else None)
        self.hide()

    def show_check(self, check: Check | None, plan: Plan | None, pixels: Raster | None, *, can_fix: bool) -> None:
        self._check = check
        finding = check.finding if check else None
        self.setVisible(finding is not None)
        if check is None or finding is None:
            return
        self.message.setText(said(finding.message) or self.tr("It holds."))
        self._show_crop(finding, pixels)
        self._show_figure(check)
        self._show_words(check, finding)
        self._show_colours(check, finding)
        self.sure.setText(self._confidence(check, finding))
        self.right.setText(self._reliability(check, finding))
        self.right.setVisible(finding.verdict != "unchecked")
        failed = check.standing == "failed"
        self.fix.setVisible(failed)
        self.by_hand.setVisible(failed)
        self.fix.setEnabled(can_fix)
        self.by_hand.setEnabled(can_fix)

    def _show_crop(self, finding: Finding, pixels: Raster | None) -> None:
        """The place that the critic judged, framed, with some of what is round it; the whole picture where it judged that."""
        shown = pixels is not None and pixels.stored and finding.critic != ""
        self.crop.setVisible(shown)
        if pixels is None or not shown:
            return
        patch, frame = cut(pixels.array, finding.box or (0.0, 0.0, 1.0, 1.0))
        ratio = self.devicePixelRatioF()
        image = QImage(patch.tobytes(), patch.shape[1], patch.shape[0], patch.shape[1] * 3, QImage.Format.Format_RGB888)
        room = CROP * ratio
        fitted = image.scaled(room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
        made = QPixmap.fromImage(fitted)
        made.setDevicePixelRatio(ratio)
        if finding.box is not None:
            painter, (width, height) = QPainter(made), made.deviceIndependentSize().toTuple()
            x0, y0, x1, y1 = frame
            rect = (x0 * width, y0 * height, x1 * width, y1 * height)
            drawing.frame(painter, rect, drawing.pen(drawing.COLOURS[finding.verdict], 1.5))
            painter.end()
        self.crop.setPixmap(made)
        where = self.tr("The place in the picture that was judged") if finding.box else self.tr("The picture that was judged")
        self.crop.setAccessibleName(where)
        self.crop.setToolTip(where)

    def _show_figure(self, check: Check) -> None:
        found = scale(check)
        self.scale.show_scale(found)
        self.figure.setVisible(found is not None and found.entry != "")
        self.figure.setText(strings.limit(check.requirement.kind, found.entry) if found else "")

    def _show_words(self, check: Check, finding: Finding) -> None:
        shown = check.requirement.kind == "text" and isinstance(finding.measured, str) and finding.critic != ""
        self.words.setVisible(shown)
        if shown:
            asked, read = differing(str(check.requirement.expected or ""), str(finding.measured))
            self.asked.setText(self._marked(asked) or "–")
            self.read.setText(self._marked(read) or self.tr("nothing"))

    def _marked(self, pieces: tuple[tuple[str, bool], ...]) -> str:
        theme = self._look.theme
        mark = f'<span style="background:{theme.failed_tint};color:{theme.failed};text-decoration:underline">'
        return "".join(f"{mark}{escape(text)}</span>" if differs else escape(text) for text, differs in pieces)

    def _show_colours(self, check: Check, finding: Finding) -> None:
        target = parse(str(check.requirement.expected)) if check.requirement.kind == "colour" else None
        self.colours.setVisible(target is not None)
        if target is None:
            return
        self.target.show_colour(hex_of(target))
        self.target_name.setText(words.colour(str(check.requirement.expected)))
        seen = measured_colour(finding)
        self.measured.show_colour(seen)
        self.measured_name.setText(seen)
        for part in (self.measured, self.measured_head, self.measured_name):
            part.setVisible(seen != "")

    def _confidence(self, check: Check, finding: Finding) -> str:
        if not finding.critic:
            return self.tr("Nobody has looked: there is no critic for this here.")
        critic = strings.kind(finding.critic)
        told = self.tr("Measured by the critic “{0}”, {1} % sure").format(critic, round(finding.confidence * 100))
        if check.carried:
            told += "\n" + self.tr("Measured before the last change, which cannot have touched it.")
        return told

    def _reliability(self, check: Check, finding: Finding) -> str:
        found = reliability.right(check.requirement.kind, finding.verdict)
        if found is None:
            return self.tr("How often such a verdict is right has not been measured yet.")
        told = self.tr("Such a verdict was right in {0} of {1} cases of the bench.")
        return told.format(strings.percent(found.share), strings.number(found.number))


def measured_colour(finding: Finding) -> str:
    """The colour that was seen, as "#RRGGBB"; "" where the critic does not name it, as it does against an exact colour."""
    found = re.search(r" is (#[0-9A-Fa-f]{6}), ", finding.message)
    return found[1] if found else ""


def cut(pixels: Array, box: Box) -> tuple[Array, Box]:
    """A region of a picture with some room around it, thinned out where it is far larger than shown, and the box in that."""
    height, width = pixels.shape[:2]
    x0, y0, x1, y1 = box
    across, down = max(0.02, (x1 - x0) * 0.12), max(0.02, (y1 - y0) * 0.12)
    left, right = int(max(0, x0 - across) * width), min(width, int(min(1, x1 + across) * width) + 1)
    top, bottom = int(max(0, y0 - down) * height), min(height, int(min(1, y1 + down) * height) + 1)
    step = max(1, (right - left) // (2 * CROP.width()), (bottom - top) // (4 * CROP.height()))
    wide, high = right - left, bottom - top
    inside = (x0 * width - left) / wide, (y0 * height - top) / high, (x1 * width - left) / wide, (y1 * height - top) / high
    return pixels[top:bottom:step, left:right:step], inside
