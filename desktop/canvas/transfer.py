"""Pictures and files in and out by drop, drag and clipboard."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from PySide6.QtCore import QCoreApplication, QMimeData, QRectF, Qt, QUrl
from PySide6.QtGui import QImage, QPainter

from desktop.canvas import drawing
from desktop.style.tokens import BODY, DARK, MEDIUM, RADIUS, SMALL, TITLE, WIDE, Theme
from engine.types import Array

translate = QCoreApplication.translate
PICTURES: Final = frozenset({".png", ".jpg", ".jpeg", ".webp", ".tif", ".tiff", ".bmp", ".gif", ".avif"})
DOCUMENTS: Final = frozenset({".plantain", ".json"})


@dataclass(frozen=True)
class Offer:
    """What is held over the canvas: files, or a picture, or neither; and the sentence that says what a drop would do."""

    sentence: str
    paths: tuple[Path, ...] = ()
    picture: bool = False

    @property
    def welcome(self) -> bool:
        return bool(self.paths) or self.picture


def offered(mime: QMimeData) -> Offer:
    """File URLs first, then PNG bytes, then an image."""
    files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    known = tuple(path for path in files if path.suffix.lower() in PICTURES | DOCUMENTS)
    if len(known) == 1:
        kind = (
            translate("Canvas", "Drop to open {name}")
            if known[0].suffix.lower() in DOCUMENTS
            else translate("Canvas", "Drop to edit {name}")
        )
        return Offer(kind.format(name=known[0].name), known)
    if known:
        return Offer(translate("Canvas", "Drop to open {count} files").format(count=len(known)), known)
    if files:
        return Offer(
            translate("Canvas", "{name} cannot be opened here. Use PNG, JPEG, WebP, TIFF, AVIF or .plantain.").format(
                name=files[0].name
            )
        )
    if mime.hasFormat("image/png") or mime.hasImage():
        return Offer(translate("Canvas", "Drop to edit this picture"), picture=True)
    if mime.hasUrls():
        return Offer(translate("Canvas", "This is only a link. Save the picture first and drop its file."))
    return Offer(translate("Canvas", "Only pictures and Plantain documents can be dropped or pasted here."))


def picture(mime: QMimeData) -> Array | None:
    """The picture in the mime data as uint8 sRGB (h, w, 3), transparent parts on white; None where none can be read."""
    if mime.hasFormat("image/png"):
        return _decoded(mime.data("image/png").data())
    image = mime.imageData()
    if not isinstance(image, QImage) or image.isNull():
        return None
    flat = QImage(image.size(), QImage.Format.Format_RGB888)
    flat.fill(Qt.GlobalColor.white)
    painter = QPainter(flat)
    painter.drawImage(flat.rect(), image)
    painter.end()
    rows = np.frombuffer(flat.constBits(), np.uint8).reshape(flat.height(), flat.bytesPerLine())
    return rows[:, : flat.width() * 3].reshape(flat.height(), flat.width(), 3).copy()


def _decoded(data: bytes | bytearray | memoryview) -> Array | None:
    from PIL import Image, UnidentifiedImageError

    from engine.pictures import FORMATS, MAX_PIXELS

    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as image:
            if image.width * image.height > MAX_PIXELS:
                return None
            layer = image.convert("RGBA")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return None
    white = Image.new("RGBA", layer.size, "white")
    return np.asarray(Image.alpha_composite(white, layer).convert("RGB"))


def packed(pixels: Array, path: Path | None = None) -> QMimeData:
    """Mime data for other programs: the picture, and the URL of its file where it has one."""
    mime = QMimeData()
    mime.setImageData(qimage(pixels))
    if path is not None:
        mime.setUrls([QUrl.fromLocalFile(str(path))])
    return mime


def qimage(pixels: Array) -> QImage:
    height, width = pixels.shape[:2]
    return QImage(np.ascontiguousarray(pixels).data, width, height, width * 3, QImage.Format.Format_RGB888).copy()


def paint(painter: QPainter, shown: QRectF, offer: Offer, theme: Theme) -> None:
    """A frame around where the drop would land, and the sentence in its middle."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    strong = DARK.accent if offer.welcome else DARK.failed
    painter.fillRect(shown, drawing.colour(theme.surround, 0.55))
    dashes = () if offer.welcome else (4.0, 3.0)
    painter.setPen(drawing.pen(strong, 2.0, dashes=dashes))
    painter.drawRoundedRect(shown.adjusted(MEDIUM, MEDIUM, -MEDIUM, -MEDIUM), RADIUS, RADIUS)
    font = painter.font()
    font.setPointSizeF(font.pointSizeF() * TITLE / BODY)
    painter.setFont(font)
    flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
    room = shown.adjusted(3 * WIDE, 3 * WIDE, -3 * WIDE, -3 * WIDE)
    words = painter.boundingRect(room, flags, offer.sentence)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(drawing.colour(DARK.panel, 0.97))
    painter.drawRoundedRect(words.adjusted(-WIDE, -MEDIUM - SMALL / 2, WIDE, MEDIUM + SMALL / 2), RADIUS, RADIUS)
    painter.setPen(drawing.colour(DARK.text))
    painter.drawText(room, flags, offer.sentence)
    painter.restore()
