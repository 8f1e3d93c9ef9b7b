"""Reference pictures and the brand kit: rows that take files from a click or a drop."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPixmap
from PySide6.QtWidgets import QFileDialog, QFrame, QLabel, QWidget

from desktop.canvas.transfer import qimage
from desktop.panels.controls import Flow, IconButton, Swatch, button, column, label, row
from desktop.style import tokens
from desktop.style.look import Look
from engine import logo
from engine.codec import from_json
from engine.colour.names import hex_of, parse
from engine.errors import EngineError
from engine.pictures import SUFFIXES
from engine.types import Brand
from engine.typography.fonts import face

ENDINGS = (*SUFFIXES, ".bmp", ".gif", ".avif")
PICTURES = " ".join(f"*{ending}" for ending in ENDINGS)
FONTS = (".ttf", ".otf")
MARK = 20
"""Pixels of a logo's height in the kit."""


def files_of(mime: QMimeData) -> list[Path]:
    """The local files that are being dragged."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]


class Well(QFrame):
    """A place that files can be dropped on; it says so while they are above it."""

    dropped = Signal(list)

    def __init__(self, invitation: str) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self.setProperty("role", "card")
        self.content = QWidget()
        self.content.setLayout(Flow())
        self._invitation = label(invitation, "caption", wrap=True)
        self.setLayout(column(self._invitation, self.content, margin=tokens.SMALL))
        self.content.hide()

    def show_content(self, filled: bool) -> None:
        self._invitation.setVisible(not filled)
        self.content.setVisible(filled)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if files_of(event.mimeData()):
            event.acceptProposedAction()
            self._light(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._light(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._light(False)
        event.acceptProposedAction()
        self.dropped.emit(files_of(event.mimeData()))

    def _light(self, on: bool) -> None:
        self.setProperty("target", on)
        self.style().polish(self)


class Materials(QWidget):
    """What the picture may draw on. `refused` says why a file cannot be used."""

    references_changed = Signal(list)
    brand_changed = Signal(object)
    refused = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._references: tuple[Path, ...] = ()
        self._brand: Brand | None = None
        self.references = Well(self.tr("Drop pictures here to use them in the picture"))
        self.brand = Well(self.tr("Drop a brand kit here: a JSON file with colours, a font and a logo, or one of those files"))
        add = IconButton(look, "plus", self.tr("Add reference pictures"))
        choose = IconButton(look, "plus", self.tr("Choose a brand kit"))
        self.setLayout(
            column(
                row(label(self.tr("References"), "section"), 0, add), self.references,
                row(label(self.tr("Brand kit"), "section"), 0, choose), self.brand, gap=tokens.TIGHT,
            )
        )  # fmt: skip
        add.clicked.connect(self._ask_references)
        choose.clicked.connect(self._ask_brand)
        self.references.dropped.connect(self.add_references)
        self.brand.dropped.connect(lambda paths: self.take_brand(paths[0]))

    def show_materials(self, references: tuple[Path, ...], brand: Brand | None) -> None:
        if references != self._references or not self.references.content.isVisible():
            self._references = references
            layout = _emptied(self.references.content)
            for path in references:
                chip = button(path.name, "chip", tip=self.tr("Click to remove {0}").format(path))
                chip.setIcon(self._look.icon("image", self._look.theme.muted))
                chip.clicked.connect(lambda _=False, path=path: self._remove(path))
                layout.addWidget(chip)
            self.references.show_content(bool(references))
        if brand != self._brand:
            self._brand = brand
            layout = _emptied(self.brand.content)
            if brand is not None:
                chip = button(brand.name or self.tr("Brand"), "chip", tip=self.tr("Click to remove"))
                chip.clicked.connect(lambda: self.brand_changed.emit(None))
                layout.addWidget(chip)
                for name, colour in brand.colors.items():
                    swatch = Swatch(self._look, 20)
                    value = parse(colour)
                    swatch.show_colour(hex_of(value) if value else "")
                    swatch.setToolTip(f"{name} {colour}")
                    layout.addWidget(swatch)
                for shown in (_logo(brand, self._look), _font(brand)):
                    if shown is not None:
                        layout.addWidget(shown)
            self.brand.show_content(brand is not None)

    def add_references(self, paths: list[Path]) -> None:
        usable = [path for path in paths if path.suffix.lower() in ENDINGS]
        if len(usable) < len(paths):
            names = ", ".join(path.name for path in paths if path not in usable)
            self.refused.emit(self.tr("{0} cannot be a reference. Use a PNG, JPEG, WebP, TIFF or AVIF picture.").format(names))
        if usable:
            self.references_changed.emit([*self._references, *(path for path in usable if path not in self._references)])

    def take_brand(self, path: Path) -> None:
        """A kit from its file; a picture or a font by itself becomes the logo or the font of the kit that is there."""
        own = self._brand or Brand(name=path.stem)
        try:
            if path.suffix.lower() in ENDINGS:
                brand = own.replace(logo=str(path))
            elif path.suffix.lower() in FONTS:
                brand = own.replace(font=str(path))
            else:
                brand = from_json(Brand, path.read_bytes(), path.name)
                files = {key: str(path.parent / name) for key in ("font", "logo") if (name := getattr(brand, key))}
                brand = brand.replace(**files)
            if brand.logo:
                logo.read(brand.logo)
            if brand.font:
                face("", font=brand.font)
        except (OSError, EngineError) as error:
            self.refused.emit(str(error))
            return
        if wrong := [colour for colour in brand.colors.values() if parse(colour) is None]:
            self.refused.emit(self.tr("{0}: “{1}” is no colour. Write it as #RRGGBB.").format(path.name, wrong[0]))
            return
        self.brand_changed.emit(brand)

    def _remove(self, path: Path) -> None:
        self.references_changed.emit([other for other in self._references if other != path])

    def _ask_references(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(
            self, self.tr("Add reference pictures"), "", self.tr("Pictures") + f" ({PICTURES})"
        )
        if names:
            self.add_references([Path(name) for name in names])

    def _ask_brand(self) -> None:
        kinds = f" (*.json {PICTURES} {' '.join(f'*{ending}' for ending in FONTS)})"
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a brand kit"), "", self.tr("Brand kits") + kinds)
        if name:
            self.take_brand(Path(name))


def _logo(brand: Brand, look: Look) -> QLabel | None:
    """The kit's logo on a ground that shows it; None where there is none, or it cannot be read any more."""
    try:
        mark = logo.read(brand.logo) if brand.logo else None
    except EngineError:
        return None
    if mark is None:
        return None
    height = look.px(MARK)
    drawn = mark.fitted(6 * height, height)
    ground = np.full((*drawn.cover.shape, 3), logo.plate(mark, brand), np.float32)
    shown = QLabel()
    shown.setPixmap(QPixmap.fromImage(qimage(np.rint(drawn.over(ground)).astype(np.uint8))))
    shown.setToolTip(brand.logo)
    shown.setAccessibleName(Path(brand.logo).name)
    return shown


def _font(brand: Brand) -> QLabel | None:
    """The family of the kit's font."""
    try:
        family = face("", font=brand.font).family if brand.font else ""
    except EngineError:
        return None
    if not family:
        return None
    shown = label(family, "caption")
    shown.setToolTip(brand.font)
    return shown


def _emptied(widget: QWidget) -> Flow:
    layout = widget.layout()
    assert isinstance(layout, Flow)
    while (item := layout.takeAt(0)) is not None:
        if old := item.widget():
            old.deleteLater()
    return layout
