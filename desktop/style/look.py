"""The look in use: theme and text scale, and a signal when the user changes them, here or in the system."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from desktop.settings import Settings
from desktop.style import sheet, tokens
from desktop.style.icons import icon, swatch
from desktop.style.tokens import Theme

USUAL_PX: Final = {"windows": 12, "cocoa": 13}
"""How large the system's own text is on each platform where nobody has enlarged it; elsewhere it is at most USUAL."""
USUAL: Final = 15
LARGEST: Final = 2.0
"""The text scale up to which every layout holds."""


class Look(QObject):
    """What widgets that paint themselves ask for colours, fonts and icons."""

    changed = Signal()

    def __init__(self, theme: Theme = tokens.DARK, scale: float = 1.0) -> None:
        super().__init__()
        self.theme, self.scale = theme, scale
        self._worn: tuple[Theme, float] | None = None

    def follow(self, app: QApplication, chosen: Settings) -> None:
        """Dress the application as the settings ask for on a system that looks as it does now."""
        theme = system_theme(app) if chosen.theme == "system" else tokens.THEMES[chosen.theme]
        scale = min(LARGEST, chosen.text_scale * system_scale())
        if (theme, scale) != self._worn:
            self._worn = self.theme, self.scale = theme, scale
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


def system_theme(app: QApplication) -> Theme:
    """The theme that goes with the desktop's own."""
    scheme = app.styleHints().colorScheme()
    if scheme == Qt.ColorScheme.Unknown:
        dark = app.style().standardPalette().window().color().lightness() < 128
        return tokens.DARK if dark else tokens.LIGHT
    return tokens.DARK if scheme == Qt.ColorScheme.Dark else tokens.LIGHT


def system_scale() -> float:
    """How much larger than usual the system sets its own text, at least 1, in steps of 5 %.

    Where the system scales by its font resolution instead, Qt scales the whole window by that already.
    """
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    usual = USUAL_PX.get(QGuiApplication.platformName(), USUAL)
    return max(1.0, round(20 * QFontInfo(font).pixelSize() / usual) / 20)
