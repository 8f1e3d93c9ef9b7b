"""Our icons: SVG drawings in resources/icons, in the colour of the theme."""

from __future__ import annotations

import tempfile
from functools import cache
from importlib.resources import files
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop.style.tokens import ICON, Theme


@cache
def drawing(name: str, colour: str) -> bytes:
    """The SVG of an icon in one colour. Raises FileNotFoundError where there is none of that name."""
    return files("resources").joinpath("icons", f"{name}.svg").read_bytes().replace(b"currentColor", colour.encode())


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(drawing(name, colour)))


def paint(painter: QPainter, name: str, colour: str, area: QRectF) -> None:
    """Draw an icon into a square of the painter's device."""
    _renderer(name, colour).render(painter, area)


def pixmap(name: str, colour: str, size: int = ICON, ratio: float = 1.0) -> QPixmap:
    made = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    paint(painter, name, colour, QRectF(0, 0, size, size))
    painter.end()
    return made


def icon(name: str, theme: Theme, *, colour: str = "") -> QIcon:
    """An icon for buttons and menus, with its disabled look and its look when switched on, sharp at every size used."""
    made = QIcon()
    normal = colour or theme.text
    for size in (ICON, ICON * 3 // 2, ICON * 2, ICON * 3):
        made.addPixmap(pixmap(name, normal, size), QIcon.Mode.Normal, QIcon.State.Off)
        made.addPixmap(pixmap(name, colour or theme.accent, size), QIcon.Mode.Normal, QIcon.State.On)
        made.addPixmap(pixmap(name, theme.disabled, size), QIcon.Mode.Disabled, QIcon.State.Off)
        made.addPixmap(pixmap(name, theme.disabled, size), QIcon.Mode.Disabled, QIcon.State.On)
    return made


def swatch(colour: str, theme: Theme, size: int = ICON) -> QIcon:
    """A dot of the colour, with an edge so that it shows on every ground."""
    made = QPixmap(QSize(size * 2, size * 2))
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.edge), 2))
    painter.setBrush(QColor(colour))
    painter.drawEllipse(QRectF(size * 0.4, size * 0.4, size * 1.2, size * 1.2))
    painter.end()
    return QIcon(made)


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="plantain-icons-")


def svg_file(name: str, colour: str) -> str:
    """A file with the icon in that colour, for style sheets, which take nothing else; gone when the program ends."""
    path = Path(_folder().name) / f"{name}-{QColor(colour).name()[1:]}.svg"
    if not path.exists():
        path.write_bytes(drawing(name, colour))
    return path.as_posix()
