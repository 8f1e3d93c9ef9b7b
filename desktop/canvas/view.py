"""The canvas widget: tools, keys, drop and drag over what the surface shows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from desktop.canvas import drawing, gestures, keys, masks
from desktop.canvas.boxes import CURSORS
from desktop.canvas.exchange import Exchange
from desktop.canvas.geometry import Point, dragged, to_box
from desktop.canvas.marks import word
from desktop.canvas.masks import How
from desktop.canvas.navigation import point
from desktop.canvas.values import Tool

Keys = Qt.KeyboardModifier
BRUSH = (1.0, 2000.0)


class CanvasView(Exchange):
    """Boxes in the signals are (x0, y0, x1, y1) in 0..1, dropped pictures uint8 sRGB (h, w, 3), colours "#RRGGBB"."""

    tool_changed = Signal(str)
    brush_changed = Signal()
    box_edited = Signal(str, tuple)
    element_clicked = Signal(str)
    mark_clicked = Signal(str)
    text_area_drawn = Signal(tuple)
    colour_picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tool: Tool = "move"
        self.brush_size, self.brush_softness = 64.0, 0.3
        self.keys = keys.usual(self)
        self._gesture: gestures.Gesture | None = None
        self._space = False
        self._by_keyboard = False
        self._at: Point | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.describe()

    def describe(self) -> None:
        """For screen readers, in the present language."""
        self.setAccessibleName(self.tr("Canvas"))
        self.setAccessibleDescription(self.tr("Tab goes through the boxes and findings, arrows move what is chosen."))

    # Tools

    def set_tool(self, tool: Tool) -> None:
        self.abandon()
        self.tool = tool
        self.selected.veiled = tool in ("brush", "eraser")
        self.elements.hovered = self.marks.hovered = self.boxes.hovered = None
        self._point_at(self._at)
        self.tool_changed.emit(tool)
        self.refresh()

    def scale_brush(self, factor: float) -> None:
        self.brush_size = min(max(round(self.brush_size * factor, 1), BRUSH[0]), BRUSH[1])
        self.brush_changed.emit()
        self.refresh()

    def soften_brush(self, step: float) -> None:
        self.brush_softness = min(max(round(self.brush_softness + step, 2), 0.0), 1.0)
        self.brush_changed.emit()
        self.refresh()

    def click(self, at: Point) -> None:
        """A click with the move tool: the mark there, or none; and no box."""
        found = self.marks.at(at, self.lens)
        self.select_box(None)
        self.select_mark(found)
        if found is not None:
            self.mark_clicked.emit(found)

    def click_without_area(self, at: Point, kind: str, how: How) -> None:
        """A click with a tool that draws areas: text asks for the text there, the others let the selection go."""
        if kind == "text":
            found = self.elements.at(self.lens.to_canvas(at))
            if found is not None:
                self.element_clicked.emit(found[0])
        elif how == "replace":
            self.select_none()

    def click_element(self, at: Point, held: Keys) -> None:
        """Selects the instance under the point, with Ctrl every instance of its element."""
        where = self.lens.to_canvas(at)
        found = self.elements.at(where)
        how = gestures.how(held)
        if found is None:
            if how == "replace":
                self.select_none()
            return
        name, instance = found
        drawn = self.elements.selected(name, 0 if held & Keys.ControlModifier else instance)
        self.select(masks.combine(self.selection, drawn, how))
        self.element_clicked.emit(name)

    def colour_at(self, at: Point) -> str | None:
        """The picture's colour at the view point, "#RRGGBB"."""
        pixels, (x, y) = self.pixels, self.lens.to_canvas(at)
        width, height = self.canvas_size
        if pixels is None or not (0 <= x < width and 0 <= y < height):
            return None
        row, column = int(y * pixels.shape[0] / height), int(x * pixels.shape[1] / width)
        red, green, blue = (int(value) for value in pixels[row, column])
        return f"#{red:02X}{green:02X}{blue:02X}"

    def abandon(self) -> bool:
        """Break off what the mouse is doing. False where it was doing nothing."""
        gesture, self._gesture = self._gesture, None
        if gesture is not None:
            gesture.cancel()
            self.refresh()
        return gesture is not None

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.wake_ants()
        at = point(event.position())
        if self._gesture is not None:
            return
        if event.button() == Qt.MouseButton.MiddleButton or (self._space and event.button() == Qt.MouseButton.LeftButton):
            self._gesture = gestures.Pan(self, at, click=False)
        elif event.button() == Qt.MouseButton.LeftButton:
            self._gesture = gestures.begin(self, at, event.modifiers())
        self._point_at(at)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = point(event.position())
        if self._gesture is not None:
            self._gesture.move(at, event.modifiers())
            self.refresh()
        self._point_at(at)
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        gesture = self._gesture
        if gesture is not None and not event.buttons() & (Qt.MouseButton.LeftButton | Qt.MouseButton.MiddleButton):
            self._gesture = None
            gesture.finish(event.modifiers())
            self.refresh()
        self._point_at(point(event.position()))
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._point_at(None)
        super().leaveEvent(event)

    def _point_at(self, at: Point | None) -> None:
        """What lies under the cursor lights up, and the cursor says what a press would do."""
        self._at = at
        before = self.marks.hovered, self.boxes.hovered, self.elements.hovered
        if self._gesture is None:
            held = self.boxes.grab(at, self.lens) if at and self.tool == "move" else None
            self.boxes.hovered = held[0] if held else None
            self.marks.hovered = self.marks.at(at, self.lens) if at and self.tool == "move" and not held else None
            free = self.tool == "move" and self.elements.visible and not (held or self.marks.hovered)
            hovering = free or self.tool in ("element", "text")
            self.elements.hovered = self.elements.at(self.lens.to_canvas(at)) if at and hovering else None
        now = self.marks.hovered, self.boxes.hovered, self.elements.hovered
        self.viewport().setCursor(self._cursor())
        if before != now or self.tool in ("brush", "eraser", "pick"):
            self.refresh()

    def _cursor(self) -> Qt.CursorShape:
        if self._gesture is not None and self._gesture.cursor is not None:
            return self._gesture.cursor
        if self._space:
            return Qt.CursorShape.OpenHandCursor
        if self._at and self.compared.holds(self._at, self.lens, self.canvas_size):
            return Qt.CursorShape.SplitHCursor
        if self.tool == "move":
            held = self.boxes.grab(self._at, self.lens) if self._at else None
            hand = Qt.CursorShape.PointingHandCursor if self.marks.hovered else Qt.CursorShape.ArrowCursor
            return CURSORS[held[1]] if held else hand
        return Qt.CursorShape.PointingHandCursor if self.tool == "element" else Qt.CursorShape.CrossCursor

    def paint_tool(self, painter: QPainter) -> None:
        if self._gesture is not None:
            painter.save()
            self._gesture.paint(painter, self.lens)
            painter.restore()
        if self._at is not None and self.tool in ("brush", "eraser"):
            drawing.ring(painter, QPointF(*self._at), self.brush_size / 2 * self.lens.scale, self.brush_softness)
        if self._at is not None and self.tool == "pick" and (found := self.colour_at(self._at)) is not None:
            drawing.swatch(painter, QPointF(*self._at), found)
        self.paint_offer(painter)
        if self.hasFocus() and self.boxes.selected is None and self.marks.selected is None and self._by_keyboard:
            painter.setPen(drawing.pen(self.theme.focus, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.shown().adjusted(1, 1, -1, -1))

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.wake_ants()
        act = self.keys.get(QKeySequence(event.keyCombination()).toString(QKeySequence.SequenceFormat.PortableText))
        if act is None and not event.text().isalpha():
            act = self.keys.get(event.text())  # brackets need a modifier on many keyboards
        plain = event.modifiers() & ~(Keys.ShiftModifier | Keys.KeypadModifier) == Keys.NoModifier
        if event.key() == Qt.Key.Key_Space:
            self._space = True
            self.viewport().setCursor(self._cursor())
        elif event.key() in keys.ARROWS and plain:
            far = 10 if event.modifiers() & Keys.ShiftModifier else 1
            dx, dy = keys.ARROWS[Qt.Key(event.key())]
            self.nudge(dx * far, dy * far)
        elif act is not None:
            act()
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space = False
            self.viewport().setCursor(self._cursor())

    def nudge(self, dx: int, dy: int) -> None:
        """Arrows move the chosen box, else the wipe's line, else the selection, else the view."""
        boxes = self.boxes
        if boxes.selected is not None and boxes.editable:
            before = boxes.rect(boxes.selected)
            after = dragged(before, "move", (dx, dy), boxes.size)
            if after != before:
                boxes.place(boxes.selected, after)
                self.box_edited.emit(boxes.selected, to_box(after, *boxes.size))
        elif self.compared.other is not None and self.compared.mode == "wipe" and dx:
            self.compared.at = min(max(self.compared.at + dx / 100, 0.0), 1.0)
        elif self.selection is not None:
            self.select(masks.moved(self.selection, dx, dy))
        else:
            self.pan(-20 * dx, -20 * dy)
        self.refresh()

    def enter(self) -> None:
        """Return on a finding that Tab has reached is a click on it."""
        if self.marks.selected is not None:
            self.mark_clicked.emit(self.marks.selected)

    def escape(self) -> None:
        """Break off; else let go of the chosen box or finding; else of the selection."""
        if self.abandon():
            return
        if self.boxes.selected is not None or self.marks.selected is not None:
            self.select_box(None)
            self.select_mark(None)
        else:
            self.select_none()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes through the boxes where they can be edited, else through the findings, and then on."""
        step = 1 if forward else -1
        self._by_keyboard = True
        if self.boxes.visible and self.boxes.editable:
            if (box := self.boxes.after(self.boxes.selected, step)) is not None:
                self.select_box(box)
                self._say(next(item.label for item in self.boxes.items if item.id == box))
                return True
        elif self.marks.visible and (mark := self.marks.after(self.marks.selected, step)) is not None:
            self.select_mark(mark)
            found = self.marks.mark(mark)
            self._say(f"{word(found.verdict)}: {found.message}")
            return True
        return super().focusNextPrevChild(forward)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._by_keyboard = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self.refresh()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._space = False
        self.refresh()

    def _say(self, sentence: str) -> None:
        """For screen readers."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))
