"""A surface that pictures and files can be dropped on, pasted into, copied and dragged from."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QPainter,
    QPixmap,
)
from PySide6.QtWidgets import QWidget

from desktop.canvas import transfer
from desktop.canvas.surface import Surface

THUMBNAIL = 128


class Exchange(Surface):
    paths_dropped = Signal(list)
    image_dropped = Signal(object)
    drop_refused = Signal(str)
    drag_out_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offer: transfer.Offer | None = None
        self.setAcceptDrops(True)

    def take(self, mime: QMimeData) -> bool:
        """Announce the files or the picture in the data by a signal; False, and why, where there is neither."""
        offer = transfer.offered(mime)
        if offer.paths:
            self.paths_dropped.emit(list(offer.paths))
        elif offer.picture and (pixels := transfer.picture(mime)) is not None:
            self.image_dropped.emit(pixels)
        else:
            unreadable = self.tr("This picture is damaged or too large. Save it as PNG and drop the file.")
            self.drop_refused.emit(unreadable if offer.welcome else offer.sentence)
            return False
        return True

    def copy(self) -> None:
        """The picture goes to the clipboard."""
        if (pixels := self.pixels) is not None:
            QGuiApplication.clipboard().setMimeData(transfer.packed(pixels))

    def paste(self) -> bool:
        return self.take(QGuiApplication.clipboard().mimeData())

    def drag_out(self, path: Path) -> bool:
        """Drag the file out of the window with the picture; to be called from `drag_out_requested`. True where it was taken."""
        if (pixels := self.pixels) is None:
            return False
        drag = QDrag(self)
        drag.setMimeData(transfer.packed(pixels, path))
        step = max(1, max(pixels.shape[:2]) // (2 * THUMBNAIL))
        small = QPixmap.fromImage(transfer.qimage(pixels[::step, ::step]))
        modes = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        drag.setPixmap(small.scaled(THUMBNAIL, THUMBNAIL, *modes))
        return drag.exec(Qt.DropAction.CopyAction) != Qt.DropAction.IgnoreAction

    def paint_offer(self, painter: QPainter) -> None:
        if self._offer is not None:
            transfer.paint(painter, self.shown(), self._offer, self.theme)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Taken even where the drop will be refused: only then can the canvas say why, and hear when it leaves."""
        if event.source() is self:
            event.ignore()
            return
        self._offer = transfer.offered(event.mimeData())
        event.acceptProposedAction()
        self.refresh()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if self._offer is not None and self._offer.welcome:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._offer = None
        self.refresh()
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        self._offer = None
        self.refresh()
        if self.take(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()
