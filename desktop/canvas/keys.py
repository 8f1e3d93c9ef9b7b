"""The canvas's own keys. The shell may empty or replace `CanvasView.keys` where it offers them as actions."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from desktop.canvas.view import CanvasView

ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


def usual(canvas: CanvasView) -> dict[str, Callable[[], object]]:
    """Key sequences in Qt's portable text, and what they do."""
    return {
        "V": lambda: canvas.set_tool("move"),
        "M": lambda: canvas.set_tool("ellipse" if canvas.tool == "rect" else "rect"),
        "L": lambda: canvas.set_tool("lasso"),
        "B": lambda: canvas.set_tool("brush"),
        "E": lambda: canvas.set_tool("eraser"),
        "W": lambda: canvas.set_tool("element"),
        "T": lambda: canvas.set_tool("text"),
        "I": lambda: canvas.set_tool("pick"),
        "[": lambda: canvas.scale_brush(1 / 1.2),
        "]": lambda: canvas.scale_brush(1.2),
        "{": lambda: canvas.soften_brush(-0.1),
        "}": lambda: canvas.soften_brush(0.1),
        "Ctrl+0": canvas.fit,
        "Ctrl+1": canvas.zoom_100,
        "Ctrl++": lambda: canvas.zoom_step(1),
        "Ctrl+=": lambda: canvas.zoom_step(1),
        "Ctrl+-": lambda: canvas.zoom_step(-1),
        "Ctrl+A": canvas.select_all,
        "Ctrl+D": canvas.select_none,
        "Ctrl+Shift+I": canvas.select_invert,
        "Ctrl+C": canvas.copy,
        "Ctrl+V": canvas.paste,
        "Return": canvas.enter,
        "Enter": canvas.enter,
        "Esc": canvas.escape,
    }
