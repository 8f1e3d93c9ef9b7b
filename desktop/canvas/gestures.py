"""What the mouse does on the canvas between press and release, one small class for each way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication

from desktop.canvas import drawing, masks
from desktop.canvas.geometry import Handle, Lens, Point, Rect, dragged, snap, spanned, to_box
from desktop.canvas.masks import How
from desktop.canvas.selection import ants
from desktop.style.tokens import DARK

if TYPE_CHECKING:
    from desktop.canvas.view import CanvasView

Keys = Qt.KeyboardModifier
SNAP: Final = 6.0
LEAST_STEP: Final = 1.5


class Gesture:
    """Points are view pixels. `cancel` puts back what was there."""

    cursor: Qt.CursorShape | None = None

    def __init__(self, canvas: CanvasView, at: Point) -> None:
        self.canvas = canvas
        self.start = self.at = at

    @property
    def moved(self) -> bool:
        return abs(self.at[0] - self.start[0]) + abs(self.at[1] - self.start[1]) >= QApplication.startDragDistance() / 2

    def move(self, at: Point, keys: Keys) -> None:
        self.at = at

    def finish(self, keys: Keys) -> None: ...

    def cancel(self) -> None: ...

    def paint(self, painter: QPainter, lens: Lens) -> None: ...


class Pan(Gesture):
    """Moves the canvas; with `click`, a press without a movement chooses the mark under it, or nothing."""

    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(self, canvas: CanvasView, at: Point, *, click: bool) -> None:
        super().__init__(canvas, at)
        self._click = click

    def move(self, at: Point, keys: Keys) -> None:
        before = self.at
        super().move(at, keys)
        if self.moved or not self._click:
            self.canvas.pan(at[0] - before[0], at[1] - before[1])

    def finish(self, keys: Keys) -> None:
        if self._click and not self.moved:
            self.canvas.click(self.at)


class DragBox(Gesture):
    """Moves or resizes a plan box; Shift keeps its ratio, Ctrl leaves the guides alone."""

    def __init__(self, canvas: CanvasView, at: Point, box_id: str, handle: Handle) -> None:
        super().__init__(canvas, at)
        self._id, self._handle = box_id, handle
        self._before = canvas.boxes.rect(box_id)
        canvas.select_box(box_id)

    def move(self, at: Point, keys: Keys) -> None:
        super().move(at, keys)
        boxes, scale = self.canvas.boxes, self.canvas.lens.scale
        if not self.moved and boxes.rect(self._id) == self._before:
            return
        keep = bool(keys & Keys.ShiftModifier)
        delta = (at[0] - self.start[0]) / scale, (at[1] - self.start[1]) / scale
        rect = dragged(self._before, self._handle, delta, boxes.size, keep_ratio=keep)
        boxes.guides = ()
        if not keep and not keys & Keys.ControlModifier:
            others = [other for name, other in boxes.rects() if name != self._id]
            rect, guides = snap(rect, self._handle, others, boxes.size, SNAP / scale)
            boxes.guides = tuple(guides)
        boxes.place(self._id, rect)

    def finish(self, keys: Keys) -> None:
        boxes = self.canvas.boxes
        boxes.guides = ()
        after = boxes.rect(self._id)
        if after != self._before:
            self.canvas.box_edited.emit(self._id, to_box(after, *boxes.size))

    def cancel(self) -> None:
        self.canvas.boxes.guides = ()
        self.canvas.boxes.place(self._id, self._before)


class Slide(Gesture):
    """Moves the wipe's line."""

    cursor = Qt.CursorShape.SplitHCursor

    def move(self, at: Point, keys: Keys) -> None:
        super().move(at, keys)
        self.canvas.compared.slide(at, self.canvas.lens, self.canvas.canvas_size)


class Area(Gesture):
    """Draws a rectangle or an ellipse; Shift pressed on the way makes it even, Alt puts its middle at the start."""

    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, canvas: CanvasView, at: Point, keys: Keys, kind: Literal["rect", "ellipse", "text"]) -> None:
        super().__init__(canvas, at)
        self._kind, self._how, self._first = kind, how(keys), keys
        self._from = self._to = canvas.lens.to_canvas(at)
        self._keys = Keys.NoModifier

    def move(self, at: Point, keys: Keys) -> None:
        super().move(at, keys)
        self._to, self._keys = self.canvas.lens.to_canvas(at), keys & ~self._first

    def _rect(self) -> Rect:
        square, centred = bool(self._keys & Keys.ShiftModifier), bool(self._keys & Keys.AltModifier)
        return spanned(self._from, self._to, square=square, centred=centred)

    def finish(self, keys: Keys) -> None:
        canvas, rect = self.canvas, self._rect()
        shape = canvas.mask_shape
        if not self.moved:
            canvas.click_without_area(self.at, self._kind, self._how)
        elif masks.clipped(rect, shape) is None:
            return
        elif self._kind == "text":
            canvas.text_area_drawn.emit(to_box(rect, *canvas.canvas_size))
        else:
            drawn = masks.rectangle(shape, rect) if self._kind == "rect" else masks.ellipse(shape, rect)
            canvas.select(masks.combine(canvas.selection, drawn, self._how))

    def paint(self, painter: QPainter, lens: Lens) -> None:
        if not self.moved:
            return
        rect = self._rect()
        x0, y0, x1, y1 = lens.rect_to_view(rect)
        place = QRectF(x0, y0, x1 - x0, y1 - y0)
        if self._kind == "ellipse":
            painter.setRenderHint(painter.RenderHint.Antialiasing)
            painter.setPen(drawing.pen(DARK.overlay_back, alpha=0.6))
            painter.drawEllipse(place.adjusted(-1, -1, 1, 1))
            painter.setPen(drawing.pen(DARK.overlay))
            painter.drawEllipse(place)
        else:
            drawing.frame(painter, (x0, y0, x1, y1), drawing.pen(DARK.accent if self._kind == "text" else DARK.overlay))
        text = f"{rect[2] - rect[0]:.0f} × {rect[3] - rect[1]:.0f}"
        drawing.pill(painter, QRectF(self.at[0] + 14, self.at[1] + 14, *drawing.pill_size(painter.font(), text)), text)


class Lasso(Gesture):
    """Draws around an area by hand."""

    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, canvas: CanvasView, at: Point, keys: Keys) -> None:
        super().__init__(canvas, at)
        self._how = how(keys)
        self._points = [canvas.lens.to_canvas(at)]

    def move(self, at: Point, keys: Keys) -> None:
        last = self.canvas.lens.to_view(self._points[-1])
        super().move(at, keys)
        if abs(at[0] - last[0]) + abs(at[1] - last[1]) >= LEAST_STEP:
            self._points.append(self.canvas.lens.to_canvas(at))

    def finish(self, keys: Keys) -> None:
        if not self.moved and len(self._points) < 3:
            self.canvas.click_without_area(self.at, "lasso", self._how)
            return
        drawn = masks.polygon(self.canvas.mask_shape, self._points)
        self.canvas.select(masks.combine(self.canvas.selection, drawn, self._how))

    def paint(self, painter: QPainter, lens: Lens) -> None:
        painter.setRenderHint(painter.RenderHint.Antialiasing)
        ants(painter, drawing.path([[lens.to_view(point) for point in self._points]]), 0)


class MoveSelection(Gesture):
    """Moves the selection's outline, not the pixels."""

    cursor = Qt.CursorShape.SizeAllCursor

    def finish(self, keys: Keys) -> None:
        mask = self.canvas.selection
        if mask is not None and self.moved:
            self.canvas.select(masks.moved(mask, *self._shift()))
        elif not self.moved:
            self.canvas.click_without_area(self.at, "move", "replace")

    def _shift(self) -> tuple[int, int]:
        scale = self.canvas.lens.scale
        return round((self.at[0] - self.start[0]) / scale), round((self.at[1] - self.start[1]) / scale)

    def paint(self, painter: QPainter, lens: Lens) -> None:
        dx, dy = self._shift()
        ants(painter, drawing.seen(self.canvas.selected.path(lens, self.canvas.shown()).translated(dx, dy), lens), 0)


class Stroke(Gesture):
    """Paints into the selection, or out of it."""

    def __init__(self, canvas: CanvasView, at: Point, *, erase: bool) -> None:
        super().__init__(canvas, at)
        self._erase = erase
        canvas.selected.begin_stroke(canvas.mask_shape)
        self.move(at, Keys.NoModifier)

    def move(self, at: Point, keys: Keys) -> None:
        canvas = self.canvas
        a, b = (canvas.lens.to_canvas(point) for point in (self.at, at))
        canvas.selected.stroke(a, b, canvas.brush_size, canvas.brush_softness, erase=self._erase)
        super().move(at, keys)

    def finish(self, keys: Keys) -> None:
        self.canvas.select(self.canvas.selected.mask)

    def cancel(self) -> None:
        self.canvas.selected.cancel_stroke()


class Pick(Gesture):
    """Reads the colour under the cursor; the one at the release counts."""

    cursor = Qt.CursorShape.CrossCursor

    def finish(self, keys: Keys) -> None:
        if (found := self.canvas.colour_at(self.at)) is not None:
            self.canvas.colour_picked.emit(found)


class DragOut(Gesture):
    """Takes the picture out of the window once the mouse has moved."""

    def move(self, at: Point, keys: Keys) -> None:
        before = self.moved
        super().move(at, keys)
        if self.moved and not before:
            self.canvas.abandon()
            self.canvas.drag_out_requested.emit()


def how(keys: Keys) -> How:
    """Shift adds, Alt subtracts, both keep what is common."""
    add, subtract = bool(keys & Keys.ShiftModifier), bool(keys & Keys.AltModifier)
    return "intersect" if add and subtract else "add" if add else "subtract" if subtract else "replace"


def begin(canvas: CanvasView, at: Point, keys: Keys) -> Gesture | None:
    """The gesture that a press of the left button starts with the tool in hand."""
    if canvas.compared.holds(at, canvas.lens, canvas.canvas_size):
        return Slide(canvas, at)
    if canvas.compared.mode == "side" and canvas.compared.other is not None:
        return Pan(canvas, at, click=False)
    match canvas.tool:
        case "move":
            if (held := canvas.boxes.grab(at, canvas.lens)) is not None:
                return DragBox(canvas, at, *held)
            if keys & Keys.ControlModifier and canvas.has_picture:
                return DragOut(canvas, at)
            return Pan(canvas, at, click=True)
        case "rect" | "ellipse" | "lasso" if keys == Keys.NoModifier and canvas.is_selected(at):
            return MoveSelection(canvas, at)
        case "rect" | "ellipse" | "text" as kind:
            return Area(canvas, at, keys, kind)
        case "lasso":
            return Lasso(canvas, at, keys)
        case "brush" | "eraser" as kind:
            return Stroke(canvas, at, erase=(kind == "eraser") != bool(keys & Keys.AltModifier))
        case "pick":
            return Pick(canvas, at)
        case "element":
            canvas.click_element(at, keys)
    return None
