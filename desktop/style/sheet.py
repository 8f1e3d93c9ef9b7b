"""The style sheet, palette and fonts, made from the tokens."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from string import Template

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette

from desktop.style import tokens as t
from desktop.style.icons import svg_file
from desktop.style.tokens import Theme

FAMILY = "Inter"
JAPANESE = ("Hiragino Sans", "Yu Gothic UI", "Noto Sans CJK JP", "Noto Sans JP", "Noto Sans SC")
"""Typefaces for what Inter has no letters for: the system's own, the last is ours."""


def load_fonts() -> None:
    """Register the interface's typefaces with Qt."""
    for file in files("fontpkg_inter").joinpath("files").iterdir():
        if not file.name.startswith("Inter-Italic"):
            QFontDatabase.addApplicationFontFromData(file.read_bytes())
    for weight in ("Regular", "Bold"):
        QFontDatabase.addApplicationFont(str(files("resources").joinpath("fonts", f"NotoSansSC-{weight}.ttf")))
    _families.cache_clear()


@cache
def _families() -> list[str]:
    return [FAMILY, *(family for family in JAPANESE if QFontDatabase.hasFamily(family))]


def font(size: int = t.BODY, *, scale: float = 1.0, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The interface's typeface with figures of equal width; `size` in pixels."""
    made = QFont(_families())
    made.setPixelSize(round(size * scale))
    made.setWeight(weight)
    made.setFeature(QFont.Tag("tnum"), 1)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


def palette(theme: Theme) -> QPalette:
    made = QPalette()
    role = QPalette.ColorRole
    for which, colour in {
        role.Window: theme.window,
        role.WindowText: theme.text,
        role.Base: theme.field,
        role.AlternateBase: theme.panel,
        role.Text: theme.text,
        role.Button: theme.control,
        role.ButtonText: theme.text,
        role.BrightText: theme.failed,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.on_accent,
        role.PlaceholderText: theme.muted,
        role.ToolTipBase: theme.control,
        role.ToolTipText: theme.text,
        role.Link: theme.accent,
        role.Mid: theme.line,
        role.Dark: theme.line,
        role.Light: theme.hover,
        role.Accent: theme.accent,
    }.items():
        made.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, QColor(theme.disabled))
    return made


def sheet(theme: Theme, scale: float = 1.0) -> str:
    """The window's QSS: window.qss with the theme's colours. `scale` multiplies every type size."""
    sizes = {"caption": t.CAPTION, "body": t.BODY, "title": t.TITLE, "display": t.DISPLAY}
    heights = {
        "chip_height": 20,
        "segment_height": 24,
        "item_height": 26,
        "card_height": 84,
        "spin_height": 26,
        "control_height": 28,
    }
    values: dict[str, object] = dict(vars(theme))
    values |= {name: f"{round(size * scale)}px" for name, size in sizes.items()}
    values |= {name: f"{round(size * (0.5 + 0.5 * scale))}px" for name, size in heights.items()}
    values["card_height"] = f"{round(84 * scale)}px"
    values |= {"radius": f"{t.RADIUS}px", "small_radius": f"{t.RADIUS_SMALL}px"}
    values |= {"down_svg": svg_file("chevron-down", theme.muted), "close_svg": svg_file("close", theme.muted)}
    values |= {f"{name}_svg": svg_file(name, theme.on_accent) for name in ("check", "dot")}
    return Template(files(__package__).joinpath("window.qss").read_text("utf-8")).substitute(values)
