"""What the canvas shows: the picture in a neutral surround, and what is known about it drawn over it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QLineF, QRect, QRectF, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from desktop.canvas import compare, drawing, masks
from desktop.canvas.boxes import Boxes
from desktop.canvas.elements import Elements
from desktop.canvas.geometry import Point, same_shape
from desktop.canvas.marks import Marks
from desktop.canvas.masks import Shape
from desktop.canvas.navigation import NavigatedView
from desktop.canvas.selection import Selection
from desktop.canvas.tiles import Tiles
from desktop.canvas.values import CompareMode, Mark, PlanBox
from desktop.style.tokens import DARK, Theme
from engine.types import Array

ANTS_MS: Final = 110
ANTS_REST: Final = 100
"""Steps after which the ants stand still until something is done on the canvas: an idle window costs nothing."""
GRID_FROM: Final = 8.0


class Surface(NavigatedView):
    """Pixels are uint8 sRGB (h, w, 3), masks uint8 (h, w), boxes (x0, y0, x1, y1) in 0..1."""

    selection_changed = Signal()
    box_selected = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = DARK
        self.boxes, self.marks, self.elements = Boxes(), Marks(), Elements()
        self.selected, self.compared = Selection(), compare.Compare()
        self._picture: Tiles | None = None
        self._preview: Tiles | None = None
        self._mending = QTimer(self, interval=0, singleShot=True)
        self._mending.timeout.connect(self.refresh)
        self._ants = QTimer(self, interval=ANTS_MS)
        self._ants.timeout.connect(self.march)
        self._ants_left = 0
        self._blink = QTimer(self, interval=compare.BLINK_MS)
        self._blink.timeout.connect(self._blinked)
        self.boxes.size = self.marks.size = self.elements.size = self.canvas_size

    # What is shown

    @property
    def has_picture(self) -> bool:
        return self._picture is not None

    @property
    def pixels(self) -> Array | None:
        return self._picture.pixels if self._picture is not None else None

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.refresh()

    def set_canvas_size(self, width: int, height: int) -> None:
        """Zoom and centre stay where the size does; a selection of another size is dropped.

        A picture of other proportions is not shown until the next one comes.
        """
        self.boxes.size = self.marks.size = self.elements.size = (width, height)
        if (width, height) != self.canvas_size:
            self.canvas_size = (width, height)
            if self.selected.mask is not None:
                self.select(None)
            self.fit()
        self.refresh()

    def set_picture(self, pixels: Array | None) -> None:
        self._preview = None
        if pixels is None or self._picture is None or self._picture.pixels is not pixels:
            self._picture = Tiles(pixels) if pixels is not None else None
        if pixels is not None:
            self.set_canvas_size(pixels.shape[1], pixels.shape[0])
        self.refresh()

    def set_preview(self, pixels: Array | None) -> None:
        """Shown over the whole canvas until the next picture."""
        self._preview = Tiles(pixels, smooth=True) if pixels is not None else None
        self.refresh()

    def set_boxes(self, boxes: Sequence[PlanBox]) -> None:
        self.boxes.set(boxes)
        self.refresh()

    def set_marks(self, marks: Sequence[Mark]) -> None:
        self.marks.set(marks)
        self.refresh()

    def set_masks(self, element_masks: Mapping[str, Array]) -> None:
        """0 elsewhere, k on the k-th instance; in the canvas's size."""
        self.elements.set(element_masks)
        self.refresh()

    def set_layers(self, boxes: bool, marks: bool, masks: bool) -> None:
        self.boxes.visible, self.marks.visible, self.elements.visible = boxes, marks, masks
        self.refresh()

    def compare(self, other: Array | None, mode: CompareMode = "wipe", names: tuple[str, str] | None = None) -> None:
        """Hold the picture against another one, or end that with None. `names`: the other's, then the picture's."""
        pane = self.pane()
        self.compared.set(other, mode, names if names is not None else compare.usual_names())
        if other is not None and mode == "blink":
            self._blink.start()
        else:
            self._blink.stop()
        if self.pane() != pane:
            self.fit()
        self.refresh()

    @property
    def edit_boxes(self) -> bool:
        return self.boxes.editable

    @edit_boxes.setter
    def edit_boxes(self, on: bool) -> None:
        self.boxes.editable = on
        self.refresh()

    def select_box(self, box_id: str | None) -> None:
        if box_id != self.boxes.selected:
            self.boxes.selected = box_id
            self.box_selected.emit(box_id or "")
        self.refresh()

    def select_mark(self, mark_id: str | None) -> None:
        self.marks.selected = mark_id
        self.refresh()

    def outline_elements(self, names: Sequence[str]) -> None:
        """Show where these elements are, as far as their masks are known."""
        self.elements.chosen = tuple(names)
        self.refresh()

    def pane(self) -> QRectF:
        return self.compared.pane(self.shown())

    def over(self, at: Point) -> Point:
        return self.compared.over(at, self.shown())

    # The selection

    @property
    def selection(self) -> Array | None:
        """uint8 (h, w), or None. Do not write into it, and copy it to keep it: the next stroke changes it."""
        return self.selected.mask

    @property
    def mask_shape(self) -> Shape:
        return self.canvas_size[1], self.canvas_size[0]

    def select(self, mask: Array | None) -> None:
        """The mask is the canvas's from then on. Raises ValueError for one of another size than the canvas."""
        if mask is not None and mask.shape != self.mask_shape:
            raise ValueError("the mask must be as large as the canvas")
        self.selected.set(mask)
        self.wake_ants()
        self.selection_changed.emit()
        self.refresh()

    def select_all(self) -> None:
        self.select(masks.rectangle(self.mask_shape, (0, 0, *self.canvas_size)))

    def select_none(self) -> None:
        self.select(None)

    def select_invert(self) -> None:
        if self.selection is None:
            self.select_all()
        else:
            self.select(255 - self.selection)

    def grow(self, px: int) -> None:
        if self.selection is not None:
            self.select(masks.grow(self.selection, px))

    def shrink(self, px: int) -> None:
        if self.selection is not None:
            self.select(masks.shrink(self.selection, px))

    def is_selected(self, at: Point) -> bool:
        x, y = (int(value) for value in self.lens.to_canvas(at))
        mask = self.selection
        return mask is not None and 0 <= y < mask.shape[0] and 0 <= x < mask.shape[1] and bool(mask[y, x] >= 128)

    # Painting

    def refresh(self) -> None:
        self.viewport().update()

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        exposed = QRectF(rect)
        sheet = QRectF(0, 0, *self.canvas_size)
        painter.fillRect(exposed, drawing.colour(self.theme.surround))
        painter.fillRect(sheet, drawing.colour(self.theme.sheet))
        picture = self._preview or self._picture
        if picture is not None and not same_shape(picture.size, self.canvas_size):
            picture = None
        whole = picture is None or picture.paint(painter, sheet, exposed, self.zoom)
        whole &= self.selected.paint_veil(painter, sheet, exposed, self.zoom)
        if not whole:
            self._mending.start()

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """In view pixels from here on."""
        painter.save()
        painter.resetTransform()
        painter.setFont(self.font())
        lens, shown = self.lens, self.shown()
        if self.zoom >= GRID_FROM and self._picture is not None:
            self._paint_grid(painter)
        edge = drawing.crisp(lens.rect_to_view((0, 0, *self.canvas_size))).adjusted(-1, -1, 1, 1)
        painter.setPen(drawing.pen(self.theme.overlay_back, alpha=0.35))
        painter.drawRect(edge)
        if not self.compared.paint(painter, lens, shown, self.canvas_size, self.zoom, self.theme):
            self._mending.start()
        painter.setClipRect(self.pane())
        self.elements.paint(painter, lens, {item.id: item.label for item in self.boxes.items})
        self.boxes.paint(painter, lens, self.pane())
        self.marks.paint(painter, lens, self.pane())
        self.selected.paint_ants(painter, lens, shown)
        self.paint_tool(painter)
        painter.restore()

    def paint_tool(self, painter: QPainter) -> None:
        """What the tool in hand shows, in view pixels."""

    def _paint_grid(self, painter: QPainter) -> None:
        lens, shown = self.lens, self.shown()
        (x0, y0), (x1, y1) = lens.to_canvas((shown.left(), shown.top())), lens.to_canvas((shown.right(), shown.bottom()))
        width, height = self.canvas_size
        columns = range(max(0, int(x0)), min(width, int(x1) + 1) + 1)
        rows = range(max(0, int(y0)), min(height, int(y1) + 1) + 1)
        left, top = lens.to_view((columns[0], rows[0]))
        right, bottom = lens.to_view((columns[-1], rows[-1]))
        xs = [round(lens.to_view((x, 0))[0]) + 0.5 for x in columns]
        ys = [round(lens.to_view((0, y))[1]) + 0.5 for y in rows]
        painter.setPen(drawing.pen("#808080", alpha=0.4))
        painter.drawLines([QLineF(x, top, x, bottom) for x in xs] + [QLineF(left, y, right, y) for y in ys])

    # What moves by itself

    def wake_ants(self) -> None:
        self._ants_left = ANTS_REST
        if self.selected.mask is not None and self.isVisible():
            self._ants.start()

    @property
    def moving(self) -> bool:
        """Whether something moves by itself: ants, or two pictures that blink."""
        return self._ants.isActive() or self._blink.isActive()

    def march(self) -> None:
        """One step of the ants."""
        self._ants_left -= 1
        if self.selected.mask is None or self._ants_left <= 0 or not self.isActiveWindow():
            self._ants.stop()
            return
        self.selected.phase = (self.selected.phase + 1) % 8
        outline = self.selected.path(self.lens, self.shown()).boundingRect()
        x0, y0, x1, y1 = self.lens.rect_to_view((outline.left(), outline.top(), outline.right(), outline.bottom()))
        self.viewport().update(QRectF(x0 - 2, y0 - 2, x1 - x0 + 4, y1 - y0 + 4).toAlignedRect())

    def _blinked(self) -> None:
        self.compared.blinked = not self.compared.blinked
        self.refresh()
