"""The style sheet, palette and fonts, made from the tokens."""

from __future__ import annotations

from importlib.resources import files

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette

from desktop.style import tokens as t
from desktop.style.icons import svg_file
from desktop.style.tokens import Theme

FAMILY = "Inter"


def load_fonts() -> None:
    """Register the interface's typeface with Qt."""
    for file in files("fontpkg_inter").joinpath("files").iterdir():
        if not file.name.startswith("Inter-Italic"):
            QFontDatabase.addApplicationFontFromData(file.read_bytes())


def font(size: int = t.BODY, *, scale: float = 1.0, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The interface's typeface with figures of equal width; `size` in pixels."""
    made = QFont(FAMILY)
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
    """The window's QSS. `scale` multiplies every type size."""
    sizes = {name: f"{round(size * scale)}px" for name, size in
             {"caption": t.CAPTION, "body": t.BODY, "title": t.TITLE, "display": t.DISPLAY}.items()}  # fmt: skip
    control = f"{round(28 * max(1.0, 0.55 + 0.45 * scale))}px"
    down, check, dot = (svg_file(name, colour) for name, colour in
                        (("chevron-down", theme.muted), ("check", theme.on_accent), ("dot", theme.on_accent)))  # fmt: skip
    c = theme
    return f"""
* {{ font-size: {sizes["body"]}; }}
QWidget {{ color: {c.text}; }}
QMainWindow, QDialog {{ background: {c.window}; }}
QToolTip {{ background: {c.control}; color: {c.text}; border: 1px solid {c.line}; padding: 4px 7px; }}
QLabel[role="caption"], QLabel[role="muted"] {{ color: {c.muted}; }}
QLabel[role="caption"] {{ font-size: {sizes["caption"]}; }}
QLabel[role="title"] {{ font-size: {sizes["title"]}; font-weight: 600; }}
QLabel[role="section"] {{ color: {c.muted}; font-size: {sizes["caption"]}; font-weight: 600; }}
QLabel[role="display"] {{ font-size: {sizes["display"]}; font-weight: 600; }}
QLabel[role="problem"] {{ color: {c.failed}; }}
QLabel:disabled {{ color: {c.disabled}; }}

QMenuBar {{ background: {c.window}; padding: 3px 6px; }}
QMenuBar::item {{ padding: 5px 9px; border-radius: {t.RADIUS_SMALL}px; background: transparent; }}
QMenuBar::item:selected {{ background: {c.control}; }}
QMenu {{ background: {c.panel}; border: 1px solid {c.line}; padding: 5px; }}
QMenu::item {{ padding: 6px 26px 6px 12px; border-radius: {t.RADIUS_SMALL}px; }}
QMenu::item:selected {{ background: {c.hover}; }}
QMenu::item:disabled {{ color: {c.disabled}; }}
QMenu::separator {{ height: 1px; background: {c.line}; margin: 5px 8px; }}

QWidget[ground="panel"] {{ background: {c.panel}; }}
QWidget[ground="window"] {{ background: {c.window}; }}
QWidget[ground="surround"] {{ background: {c.surround}; }}
QFrame[role="rule"] {{ background: {c.line}; border: none; max-height: 1px; min-height: 1px; }}
QSplitter::handle {{ background: {c.line}; }}
QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; border: none; }}

QPlainTextEdit, QTextEdit, QLineEdit, QAbstractSpinBox, QListView, QTableView, QTextBrowser, QTreeView {{
  background: {c.field}; border: 1px solid {c.line}; border-radius: {t.RADIUS}px;
  selection-background-color: {c.accent}; selection-color: {c.on_accent}; }}
QPlainTextEdit, QTextEdit, QTextBrowser {{ padding: 6px 8px; }}
QLineEdit, QAbstractSpinBox {{ padding: 0 8px; min-height: {control}; }}
QPlainTextEdit:focus, QTextEdit:focus, QLineEdit:focus, QAbstractSpinBox:focus, QListView:focus, QTableView:focus,
QTextBrowser:focus, QTreeView:focus, QComboBox:focus {{ border: 1px solid {c.focus}; }}
QLineEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled, QPlainTextEdit:disabled {{ color: {c.disabled}; background: {c.panel}; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ width: 0; border: none; }}
QListView[role="bare"], QListView[role="bare"]:focus {{ background: transparent; border: none; outline: none; }}
QTableView {{ gridline-color: {c.line}; }}
QHeaderView::section {{ background: {c.panel}; color: {c.muted}; border: none; border-bottom: 1px solid {c.line}; padding: 6px 8px; }}
QTableView::item, QTreeView::item {{ padding: 4px 8px; }}
QTableView::item:selected, QTreeView::item:selected, QListView::item:selected {{ background: {c.tint}; color: {c.text}; }}

QPushButton, QToolButton[role="button"] {{ background: {c.control}; border: 1px solid transparent; border-radius: {t.RADIUS}px;
  padding: 0 12px; min-height: {control}; }}
QPushButton:hover, QToolButton[role="button"]:hover {{ background: {c.hover}; }}
QPushButton:pressed, QToolButton[role="button"]:pressed {{ background: {c.pressed}; }}
QPushButton:focus, QToolButton:focus {{ border: 1px solid {c.focus}; }}
QPushButton:disabled {{ color: {c.disabled}; background: {c.pressed}; }}
QPushButton[role="primary"] {{ background: {c.accent}; color: {c.on_accent}; font-weight: 600; }}
QPushButton[role="primary"]:hover {{ background: {c.accent_hover}; }}
QPushButton[role="primary"]:focus {{ border: 2px solid {c.text}; }}
QPushButton[role="primary"]:disabled {{ background: {c.control}; color: {c.disabled}; }}
QPushButton[role="quiet"] {{ background: transparent; color: {c.muted}; padding: 0 8px; }}
QPushButton[role="quiet"]:hover {{ background: {c.hover}; color: {c.text}; }}
QPushButton[role="link"] {{ background: transparent; color: {c.accent}; padding: 0 4px; min-height: 20px; }}
QPushButton[role="link"]:hover {{ text-decoration: underline; }}
QPushButton[role="chip"] {{ background: {c.tint}; border-radius: 11px; padding: 0 9px; min-height: {round(20 * scale)}px; }}
QPushButton[role="chip"]:hover {{ background: {c.hover}; }}
QPushButton[role="chip"][kind="unused"] {{ background: transparent; border: 1px dashed {c.edge}; color: {c.muted}; }}
QPushButton[role="chip"]:focus {{ border: 1px solid {c.focus}; }}
QPushButton[role="card"] {{ background: {c.panel}; border: 1px solid {c.line}; border-radius: {t.RADIUS}px; padding: 12px; text-align: left; }}
QPushButton[role="card"]:hover {{ border-color: {c.edge}; }}
QPushButton[role="card"]:focus {{ border-color: {c.focus}; }}
QPushButton[role="search"] {{ background: {c.field}; border: 1px solid {c.line}; color: {c.muted}; text-align: left; min-width: 150px; min-height: 22px; }}
QPushButton[role="segment"] {{ background: transparent; color: {c.muted}; border-radius: {t.RADIUS_SMALL}px; padding: 0 8px; min-height: {round(24 * scale)}px; }}
QPushButton[role="segment"]:hover {{ color: {c.text}; }}
QPushButton[role="segment"]:checked {{ background: {c.control}; color: {c.text}; font-weight: 600; }}
QWidget[role="segments"] {{ background: {c.field}; border: 1px solid {c.line}; border-radius: {t.RADIUS}px; }}
QToolButton {{ background: transparent; border: 1px solid transparent; border-radius: {t.RADIUS}px; padding: 4px; color: {c.text}; }}
QToolButton:hover {{ background: {c.control}; }}
QToolButton:checked {{ background: {c.tint}; }}
QToolButton::menu-indicator {{ image: none; }}

QComboBox {{ background: {c.control}; border: 1px solid transparent; border-radius: {t.RADIUS}px; padding: 0 8px; min-height: {control}; }}
QComboBox:hover {{ background: {c.hover}; }}
QComboBox::drop-down {{ border: none; width: 22px; }}
QComboBox::down-arrow {{ image: url({down}); width: 14px; height: 14px; }}
QComboBox QAbstractItemView {{ background: {c.panel}; border: 1px solid {c.line}; padding: 4px; outline: none; border-radius: 0; }}
QComboBox QAbstractItemView::item {{ min-height: {round(26 * scale)}px; padding: 0 8px; border-radius: {t.RADIUS_SMALL}px; }}
QComboBox QAbstractItemView::item:selected {{ background: {c.hover}; color: {c.text}; }}

QCheckBox, QRadioButton {{ spacing: 8px; }}
QCheckBox::indicator, QRadioButton::indicator {{ width: 16px; height: 16px; border: 1px solid {c.edge}; background: {c.field}; }}
QCheckBox::indicator {{ border-radius: {t.RADIUS_SMALL}px; }}
QRadioButton::indicator {{ border-radius: 9px; }}
QCheckBox::indicator:checked {{ background: {c.accent}; border-color: {c.accent}; image: url({check}); }}
QRadioButton::indicator:checked {{ background: {c.accent}; border-color: {c.accent}; image: url({dot}); }}
QCheckBox:focus, QRadioButton:focus {{ color: {c.focus}; }}
QSlider::groove:horizontal {{ height: 3px; background: {c.hover}; border-radius: 1px; }}
QSlider::sub-page:horizontal {{ background: {c.muted}; border-radius: 1px; }}
QSlider::handle:horizontal {{ width: 13px; height: 13px; margin: -5px 0; border-radius: 6px; background: {c.text}; }}
QSlider:focus::handle:horizontal {{ background: {c.focus}; }}
QProgressBar {{ background: {c.control}; border: none; border-radius: 2px; min-height: 4px; max-height: 4px; }}
QProgressBar::chunk {{ background: {c.accent}; border-radius: 2px; }}

QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
QScrollBar::handle {{ background: {c.hover}; border-radius: 4px; margin: 1px; min-height: 28px; min-width: 28px; }}
QScrollBar::handle:hover {{ background: {c.edge}; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{ background: none; border: none; width: 0; height: 0; }}
QFrame[role="bar"] {{ background: {c.control}; border-radius: {t.RADIUS}px; }}
QFrame[role="bar"][kind="problem"] {{ background: {c.failed_tint}; }}
QFrame[role="card"] {{ background: {c.panel}; border: 1px solid {c.line}; border-radius: {t.RADIUS}px; }}
QFrame[role="popover"] {{ background: {c.panel}; border: 1px solid {c.edge}; border-radius: {t.RADIUS}px; }}
"""
