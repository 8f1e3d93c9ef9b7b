"""Pictures of the canvas in every state: `python -m tests.desktop.canvas.shots FOLDER [--scale 2] [--theme light]`."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.canvas.geometry import Point
from desktop.canvas.values import Mark, PlanBox, Tool
from desktop.canvas.view import CanvasView
from desktop.style.tokens import THEMES, ThemeName
from tests.desktop.canvas.artwork import other, still_life
from tests.desktop.canvas.mouse import hold

PLAN = (
    PlanBox("headline", "headline", (0.22, 0.19, 0.78, 0.29)),
    PlanBox("cup", "3 cups", (0.17, 0.54, 0.83, 0.78)),
    PlanBox("table", "table", (0, 0.7, 1, 1)),
    PlanBox("background", "background", (0, 0, 1, 1)),
)
MARKS = (
    Mark("text:headline", (0.24, 0.2, 0.76, 0.29), "failed", "Reads “FRESH BRED”; an A is missing."),
    Mark("colour:headline", (0.24, 0.2, 0.76, 0.29), "passed", "Dark brown, as asked."),
    Mark("framing:headline", (0.24, 0.2, 0.76, 0.29), "passed", "Where it was planned."),
    Mark("count:cup", (0.18, 0.55, 0.83, 0.78), "passed", "Three cups."),
    Mark("colour:cup", (0.67, 0.55, 0.83, 0.78), "failed", "Yellow instead of white (ΔE 31.2, at most 12)."),
    Mark("view", (0, 0, 1, 1), "unchecked", "No critic measures the view."),
)


def view(theme: ThemeName = "dark") -> CanvasView:
    canvas = CanvasView()
    canvas.set_theme(THEMES[theme])
    canvas.resize(900, 720)
    canvas.setWindowTitle("Canvas")
    canvas.show()
    QTest.qWaitForWindowExposed(canvas)
    QTest.qWait(60)
    return canvas


def drag(
    canvas: CanvasView, points: list[Point], *, release: bool = True, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Draws through the canvas points (in 0..1) with the left button."""
    width, height = canvas.canvas_size
    places = [QPointF(*canvas.lens.to_view((x * width, y * height))).toPoint() for x, y in points]
    QTest.mousePress(canvas.viewport(), Qt.MouseButton.LeftButton, keys, places[0])
    for place in places[1:]:
        QTest.mouseMove(canvas.viewport(), place)
    if release:
        QTest.mouseRelease(canvas.viewport(), Qt.MouseButton.LeftButton, keys, places[-1])


def hover(canvas: CanvasView, at: Point) -> None:
    """Moves the cursor to the canvas pixel, from elsewhere."""
    place = QPointF(*canvas.lens.to_view(at)).toPoint()
    QTest.mouseMove(canvas.viewport(), place + QPoint(9, 9))
    QTest.mouseMove(canvas.viewport(), place)


def states() -> dict[str, Callable[[CanvasView], None]]:
    pixels, masks = still_life()
    second = other(pixels)
    lasso = [(0.16, 0.6), (0.2, 0.53), (0.3, 0.52), (0.36, 0.58), (0.35, 0.74), (0.27, 0.8), (0.18, 0.78)]

    def picture(canvas: CanvasView) -> None:
        canvas.set_picture(pixels)
        canvas.set_masks(masks)

    def empty(canvas: CanvasView) -> None:
        canvas.set_canvas_size(1024, 1024)
        canvas.set_boxes(PLAN)

    def editing(canvas: CanvasView) -> None:
        empty(canvas)
        canvas.edit_boxes = True
        drag(canvas, [(0.5, 0.245), (0.503, 0.33), (0.503, 0.4)], release=False)

    def marks(canvas: CanvasView) -> None:
        picture(canvas)
        canvas.set_marks(MARKS)

    def chosen(canvas: CanvasView) -> None:
        marks(canvas)
        canvas.select_mark("text:headline")

    def focused(canvas: CanvasView) -> None:
        marks(canvas)
        canvas.select_mark("colour:cup")
        canvas.focus_box(MARKS[4].box)

    def everything(canvas: CanvasView) -> None:
        marks(canvas)
        canvas.set_boxes(PLAN)
        canvas.set_layers(True, True, True)
        hover(canvas, (520, 700))

    def tool(name: Tool, points: list[Point], *, release: bool) -> Callable[[CanvasView], None]:
        def show(canvas: CanvasView) -> None:
            picture(canvas)
            canvas.set_tool(name)
            drag(canvas, points, release=release)

        return show

    def brush(canvas: CanvasView) -> None:
        picture(canvas)
        canvas.brush_size, canvas.brush_softness = 130, 0.8
        canvas.set_tool("brush")
        drag(canvas, [(0.2, 0.4), (0.35, 0.36), (0.5, 0.42), (0.62, 0.5)])
        canvas.set_tool("eraser")
        canvas.brush_size, canvas.brush_softness = 60, 0
        drag(canvas, [(0.42, 0.3), (0.44, 0.5)])

    def element(canvas: CanvasView) -> None:
        picture(canvas)
        canvas.set_boxes(PLAN)
        canvas.set_layers(False, False, False)
        canvas.set_tool("element")
        hover(canvas, (260, 680))

    def grid(canvas: CanvasView) -> None:
        picture(canvas)
        canvas.zoom_by(16 / canvas.zoom, canvas.lens.to_view((440, 600)))
        canvas.set_tool("rect")
        canvas.select_none()
        drag(canvas, [(0.425, 0.575), (0.44, 0.6)])

    def pick(canvas: CanvasView) -> None:
        picture(canvas)
        canvas.set_tool("pick")
        hover(canvas, (260, 680))

    def wipe(canvas: CanvasView) -> None:
        picture(canvas)
        canvas.compare(second, "wipe", ("Round 1", "Round 2"))

    def side(canvas: CanvasView) -> None:
        picture(canvas)
        canvas.compare(second, "side", ("Round 1", "Round 2"))

    def drop(canvas: CanvasView) -> None:
        picture(canvas)
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile("/pictures/summer menu.png")])
        hold(canvas, mime)

    def refused(canvas: CanvasView) -> None:
        picture(canvas)
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile("/pictures/menu.heic")])
        hold(canvas, mime)

    def preview(canvas: CanvasView) -> None:
        canvas.set_canvas_size(1024, 1024)
        canvas.set_boxes(PLAN)
        canvas.set_preview(pixels[::16, ::16])

    return {
        "empty": empty, "editing": editing, "preview": preview, "marks": marks, "chosen": chosen, "focused": focused,
        "everything": everything,
        "lasso drawing": tool("lasso", lasso, release=False), "lasso": tool("lasso", lasso, release=True),
        "ellipse drawing": tool("ellipse", [(0.3, 0.3), (0.5, 0.4), (0.7, 0.62)], release=False),
        "text area": tool("text", [(0.2, 0.32), (0.5, 0.36), (0.8, 0.4)], release=False),
        "brush": brush, "element": element, "grid": grid, "pick": pick, "wipe": wipe, "side": side,
        "drop": drop, "refused": refused,
    }  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description="Take pictures of the canvas in every state.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--scale", default="1", help="pixels of the screen a pixel of the window")
    parser.add_argument("--theme", choices=list(THEMES), default="dark")
    parser.add_argument("--only", default="")
    chosen = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_SCALE_FACTOR"] = chosen.scale
    app = QApplication([])
    app.setStyle("Fusion")
    chosen.folder.mkdir(parents=True, exist_ok=True)
    for name, show in states().items():
        if chosen.only in name:
            canvas = view(chosen.theme)
            show(canvas)
            QTest.qWait(60)
            canvas.grab().save(str(chosen.folder / f"{name.replace(' ', '-')}.png"))
            canvas.close()


if __name__ == "__main__":
    main()
