"""The look in use: theme and text scale, and a signal when the user changes them."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QFont, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from desktop.style import sheet, tokens
from desktop.style.icons import icon, swatch
from desktop.style.tokens import Theme


class Look(QObject):
    """What widgets that paint themselves ask for colours, fonts and icons."""

    changed = Signal()

    def __init__(self, theme: Theme = tokens.DARK, scale: float = 1.0) -> None:
        super().__init__()
        self.theme, self.scale = theme, scale

    def wear(self, app: QApplication, theme: Theme, scale: float) -> None:
        """Dress the application in a theme with its text `scale` times the usual size."""
        self.theme, self.scale = theme, scale
        app.setPalette(sheet.palette(theme))
        app.setFont(self.font())
        app.setStyleSheet(sheet.sheet(theme, scale))
        self.changed.emit()

    def font(self, size: int = tokens.BODY, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        return sheet.font(size, scale=self.scale, weight=weight)

    def icon(self, name: str, colour: str = "") -> QIcon:
        return icon(name, self.theme, colour=colour)

    def swatch(self, colour: str) -> QIcon:
        return swatch(colour, self.theme)

    def px(self, length: float) -> int:
        """A length that grows with the text, at half its pace: controls widen without the window bursting."""
        return round(length * (0.5 + 0.5 * self.scale))

    def icon_size(self) -> QSize:
        return QSize(self.px(tokens.ICON), self.px(tokens.ICON))


def system_theme(palette: QPalette) -> Theme:
    """The theme that goes with the desktop's own colours."""
    return tokens.DARK if palette.window().color().lightness() < 128 else tokens.LIGHT
