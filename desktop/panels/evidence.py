"""What a critic saw: the place in the picture, the words read against those asked for, the colour against its target."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from desktop import strings, words
from desktop.editing import differing
from desktop.panels.controls import Swatch, button, column, label, row, rule
from desktop.rounds import Check
from desktop.said import said
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
        self.crop.setAccessibleName(self.tr("The place in the picture"))
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
        self.colours = QWidget()
        self.colours.setLayout(
            row(
                self.target, column(label(self.tr("Asked"), "section"), self.target_name, gap=0), tokens.SMALL,
                self.measured, column(label(self.tr("Measured"), "section"), self.measured_name, gap=0), 0,
            )
        )  # fmt: skip
        self.sure = label("", "caption", wrap=True)
        self.fix = button(self.tr("Fix this"), tip=self.tr("Let Plantain cure this with the smallest edit that does"))
        self.by_hand = button(self.tr("By hand"), "quiet", tip=self.tr("Select this region and say what should change"))
        content = column(
            self.crop, self.message, self.words, self.colours, self.sure, row(self.fix, self.by_hand, 0), gap=tokens.SMALL,
            margin=tokens.MEDIUM,
        )  # fmt: skip
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
        self._show_crop(finding.box, pixels)
        self._show_words(check, finding)
        self._show_colours(check, finding)
        self.sure.setText(self._confidence(finding))
        failed = check.standing == "failed"
        self.fix.setVisible(failed)
        self.by_hand.setVisible(failed)
        self.fix.setEnabled(can_fix)
        self.by_hand.setEnabled(can_fix)

    def _show_crop(self, box: Box | None, pixels: Raster | None) -> None:
        self.crop.setVisible(box is not None and pixels is not None and pixels.stored)
        if box is None or pixels is None or not pixels.stored:
            return
        ratio = self.devicePixelRatioF()
        patch = cut(pixels.array, box)
        image = QImage(patch.tobytes(), patch.shape[1], patch.shape[0], patch.shape[1] * 3, QImage.Format.Format_RGB888)
        room = CROP * ratio
        shown = image.scaled(room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
        made = QPixmap.fromImage(shown)
        made.setDevicePixelRatio(ratio)
        self.crop.setPixmap(made)

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
        self.measured_name.setText(seen or strings.figure(check) or "–")

    def _confidence(self, finding: Finding) -> str:
        if not finding.critic:
            return self.tr("Nobody has looked: there is no critic for this here.")
        critic = strings.kind(finding.critic)
        return self.tr("Measured by the critic “{0}”, {1} % sure").format(critic, round(finding.confidence * 100))


def measured_colour(finding: Finding) -> str:
    """The colour that was seen, as "#RRGGBB", where the finding holds one; else ""."""
    values = finding.measured if isinstance(finding.measured, tuple) else (finding.measured,)
    return next((hex_of(rgb) for value in values if isinstance(value, str) and (rgb := parse(value))), "")


def cut(pixels: Array, box: Box) -> Array:
    """A region of a picture with some room around it, thinned out where it is far larger than it is shown."""
    height, width = pixels.shape[:2]
    x0, y0, x1, y1 = box
    across, down = max(0.02, (x1 - x0) * 0.12), max(0.02, (y1 - y0) * 0.12)
    left, right = int(max(0, x0 - across) * width), int(min(1, x1 + across) * width) + 1
    top, bottom = int(max(0, y0 - down) * height), int(min(1, y1 + down) * height) + 1
    step = max(1, (right - left) // (2 * CROP.width()))
    return pixels[top:bottom:step, left:right:step]
