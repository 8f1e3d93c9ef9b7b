"""The middle of the window: the canvas with its tools, layers and zoom, and the bar that changes a selected region."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QPushButton, QSlider, QStackedWidget, QWidget

from desktop.canvas.values import Mark, PlanBox, Tool
from desktop.canvas.view import CanvasView
from desktop.panels.controls import IconButton, button, column, label, row
from desktop.panels.welcome import Welcome
from desktop.rounds import checks
from desktop.said import said
from desktop.state import AppState
from desktop.style import tokens
from desktop.style.look import Look
from engine.types import Plan

STEP_PX: Final = 8
"""How far one press of Grow or Shrink goes."""
TALL_FROM: Final = 1.5
"""From this text scale on, what should change in a region has a line of its own."""


class Stage(QWidget):
    """`region_asked` carries the selection's mask and the words for what should change there."""

    region_asked = Signal(object, str)

    def __init__(self, look: Look, canvas: CanvasView) -> None:
        super().__init__()
        self._look, self.canvas = look, canvas
        self.canvas.describe()
        self.canvas.set_theme(look.theme)
        self.canvas.edit_boxes = True
        self.welcome = Welcome(look)
        self.tools: dict[Tool, IconButton] = {}
        self._group = QButtonGroup(self)
        for tool, tip in self._tips():
            made = IconButton(look, tool, tip, checkable=True)
            made.clicked.connect(lambda _=False, tool=tool: self.canvas.set_tool(tool))
            self._group.addButton(made)
            self.tools[tool] = made
        self.layers = {
            "boxes": IconButton(look, "boxes", self.tr("Show the plan's boxes"), checkable=True),
            "marks": IconButton(look, "marks", self.tr("Show the findings"), checkable=True),
            "masks": IconButton(look, "masks", self.tr("Outline the element under the cursor"), checkable=True),
        }
        self._brush_bar, self._size, self._softness = self._make_brush_bar()
        self._region_bar, self.words, self.rerender = self._make_region_bar()
        self._lay_out()
        self._connect()
        self.layers["marks"].setChecked(True)
        self.show_tool(canvas.tool)
        self._show_layers()
        self._show_selection()

    def _tips(self) -> tuple[tuple[Tool, str], ...]:
        return (
            ("move", self.tr("Move (V)")),
            ("rect", self.tr("Select a rectangle (M)")), ("ellipse", self.tr("Select an ellipse (M)")),
            ("lasso", self.tr("Select with the lasso (L)")), ("brush", self.tr("Brush a selection (B)")),
            ("eraser", self.tr("Erase from the selection (E)")), ("element", self.tr("Select an element (W)")),
            ("text", self.tr("Write in a place (T)")), ("pick", self.tr("Pick a colour (I)")),
        )  # fmt: skip

    def _make_brush_bar(self) -> tuple[QWidget, QSlider, QSlider]:
        size, softness = QSlider(Qt.Orientation.Horizontal), QSlider(Qt.Orientation.Horizontal)
        size.setRange(1, 400)
        softness.setRange(0, 100)
        for slider, name in ((size, self.tr("Brush size")), (softness, self.tr("Brush softness"))):
            slider.setAccessibleName(name)
            slider.setToolTip(name)
            slider.setFixedWidth(110)
        bar = QWidget()
        bar.setLayout(
            row(label(self.tr("Size"), "caption"), size, tokens.SMALL, label(self.tr("Softness"), "caption"), softness)
        )
        return bar, size, softness

    def _make_region_bar(self) -> tuple[QWidget, QLineEdit, QPushButton]:
        bar = QWidget()
        bar.setProperty("ground", "window")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        words = QLineEdit()
        words.setPlaceholderText(self.tr("What should change? dark red, wooden, “OPEN”, or nothing"))
        words.setAccessibleName(self.tr("What should change in the selection"))
        go = button(self.tr("Re-render region"), "primary", tip=self.tr("Every pixel outside the selection stays as it is"))
        canvas = self.canvas
        edits = row(gap=2)
        for name, tip, act in (
            ("grow", self.tr("Grow the selection"), lambda: canvas.grow(STEP_PX)),
            ("shrink", self.tr("Shrink the selection"), lambda: canvas.shrink(STEP_PX)),
            ("invert", self.tr("Invert the selection"), canvas.select_invert),
            ("close", self.tr("Select nothing (Ctrl+D)"), canvas.select_none),
        ):
            made = IconButton(self._look, name, tip)
            made.clicked.connect(lambda _=False, act=act: act())
            edits.addWidget(made)
        if self._look.scale < TALL_FROM:
            line = row(edits, words, go, gap=tokens.SMALL)
            line.setStretch(1, 1)
            layout = column(line)
        else:
            layout = column(words, row(edits, 0, go), gap=6)
        layout.setContentsMargins(tokens.SMALL, 6, tokens.SMALL, 6)
        bar.setLayout(layout)
        return bar, words, go

    def _lay_out(self) -> None:
        strip = QWidget()
        strip.setProperty("ground", "window")
        strip.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        strip.setLayout(column(*self.tools.values(), 0, gap=2, margin=6))
        self.zoom_out = IconButton(self._look, "zoom-out", self.tr("Zoom out (Ctrl+−)"))
        self.zoom_in = IconButton(self._look, "zoom-in", self.tr("Zoom in (Ctrl++)"))
        self.zoom_fit = IconButton(self._look, "fit", self.tr("Fit in the window (Ctrl+0)"))
        self.top = QWidget()
        self.top.setProperty("ground", "window")
        self.top.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        bar = row(*self.layers.values(), tokens.MEDIUM, self._brush_bar, 0, self.zoom_out, self.zoom_in, self.zoom_fit, gap=2)
        bar.setContentsMargins(6, 3, 6, 3)
        self.top.setLayout(bar)
        self.top.setMinimumHeight(self._look.px(38))
        self._pages = QStackedWidget()
        self._pages.addWidget(self.welcome)
        self._pages.addWidget(self.canvas)
        middle = column(self.top, self._pages, self._region_bar, gap=0)
        middle.setStretch(1, 1)
        whole = row(strip, middle, gap=0)
        whole.setStretch(1, 1)
        self.setLayout(whole)
        self._strip = strip

    def _connect(self) -> None:
        canvas = self.canvas
        self._look.changed.connect(self._dress)
        canvas.tool_changed.connect(self.show_tool)
        canvas.brush_changed.connect(self._show_brush)
        canvas.selection_changed.connect(self._show_selection)
        self._size.valueChanged.connect(lambda value: setattr(canvas, "brush_size", float(value)))
        self._softness.valueChanged.connect(lambda value: setattr(canvas, "brush_softness", value / 100))
        for made in self.layers.values():
            made.toggled.connect(self._show_layers)
        self.zoom_out.clicked.connect(lambda: canvas.zoom_step(-1))
        self.zoom_in.clicked.connect(lambda: canvas.zoom_step(1))
        self.zoom_fit.clicked.connect(canvas.fit)
        self.words.returnPressed.connect(self.ask_region)
        self.rerender.clicked.connect(self.ask_region)

    def show_state(self, state: AppState, old: AppState | None = None) -> None:
        """Show the round on the canvas, or the sheet with the plan's boxes while there is none."""
        empty = state.trace is None and state.run is None and not state.brief.prompt.strip() and state.brief.plan is None
        self._pages.setCurrentWidget(self.welcome if empty else self.canvas)
        for part in (self.top, self._strip):
            part.setVisible(not empty)
        number = state.round
        if state.plan is not None:
            self._show_sheet(state.plan, state, old)
        if state.trace is not None and number is not None:
            self._show_round(state, old, number)
        elif old is not None and old.trace is not None:
            self.canvas.set_picture(None)
            self.canvas.set_masks({})
            self.canvas.set_marks(())
        preview = state.run.preview if state.run is not None else None
        before = old.run.preview if old is not None and old.run is not None else None
        if preview is not before:
            self.canvas.set_preview(preview.array if preview is not None else None)
        self.canvas.select_mark(state.requirement or None)
        chosen = (check.requirement for check in checks(state) if check.requirement.id == state.requirement)
        self.canvas.outline_elements([name for requirement in chosen for name in requirement.elements])
        running = state.run is not None
        self.rerender.setEnabled(state.trace is not None and not running)

    def _show_sheet(self, plan: Plan, state: AppState, old: AppState | None) -> None:
        if old is None or old.plan is not plan or old.trace is not state.trace:
            if state.trace is None:
                self.canvas.set_canvas_size(plan.canvas.width, plan.canvas.height)
            self.show_boxes(plan)
            if state.trace is None:
                self.layers["boxes"].setChecked(True)

    def show_boxes(self, plan: Plan) -> None:
        """The plan's boxes where the plan has them, wherever they were dragged."""
        drawn = [e for e in plan.elements if e.kind != "background"]
        self.canvas.set_boxes([PlanBox(e.id, e.text or e.label, e.box) for e in drawn])

    def _show_round(self, state: AppState, old: AppState | None, number: int) -> None:
        trace = state.trace
        assert trace is not None
        shown = trace.rounds[number]
        same = old is not None and old.trace is trace and old.round == number
        if not same:
            if shown.render.pixels.stored:
                self.canvas.set_picture(shown.render.pixels.array)
            self.canvas.set_masks({name: mask.array for name, mask in shown.render.masks.items() if mask.stored})
            found = [check.finding for check in checks(state) if check.finding and check.standing != "passed"]
            self.canvas.set_marks([Mark(f.requirement, f.box, f.verdict, said(f.message)) for f in found if f.box is not None])
            if old is not None and old.trace is None:
                self.layers["boxes"].setChecked(False)
        if old is None or (state.compared, state.compare_mode) != (old.compared, old.compare_mode) or not same:
            self._show_comparison(state, number)

    def _show_comparison(self, state: AppState, number: int) -> None:
        if state.compared is None or state.trace is None:
            self.canvas.compare(None)
            return
        other = state.trace.rounds[state.compared].render.pixels
        names = (self.tr("Round {0}").format(number + 1), self.tr("Round {0}").format(state.compared + 1))
        self.canvas.compare(other.array if other.stored else None, state.compare_mode, names)

    def show_tool(self, tool: Tool) -> None:
        self.tools[tool].setChecked(True)
        self._brush_bar.setVisible(tool in {"brush", "eraser"})
        self._show_brush()

    def _dress(self) -> None:
        self.canvas.set_theme(self._look.theme)

    def _show_brush(self) -> None:
        self._size.setValue(round(self.canvas.brush_size))
        self._softness.setValue(round(self.canvas.brush_softness * 100))

    def _show_layers(self) -> None:
        boxes, marks, masks = (made.isChecked() for made in self.layers.values())
        self.canvas.set_layers(boxes, marks, masks)

    def _show_selection(self) -> None:
        self._region_bar.setVisible(self.canvas.selection is not None)

    def ask_region(self) -> None:
        if self.canvas.selection is not None and self.rerender.isEnabled():
            self.region_asked.emit(self.canvas.selection.copy(), self.words.text())
            self.words.clear()
