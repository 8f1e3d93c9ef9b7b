"""How long the canvas takes to draw: `python -m desktop.canvas.frames [SIDE]` prints it for a large picture."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.canvas import masks
from desktop.canvas.view import CanvasView
from engine.types import Array


def frame_times(side: int, *, frames: int = 40) -> dict[str, list[float]]:
    """Milliseconds of the processor that frames take on a canvas of 1400 × 900 with a picture of `side`².

    There must be a QApplication.
    """
    canvas = CanvasView()
    canvas.resize(1400, 900)
    canvas.show()
    QTest.qWaitForWindowExposed(canvas)
    pixels = _picture(side)
    times = {"first": _timed(canvas, lambda _: canvas.set_picture(pixels), 1)}
    times["settling"] = _timed(canvas, lambda _: None, frames)
    canvas.zoom_by(1 / canvas.zoom)
    times["pan at 100 %"] = _timed(canvas, lambda k: canvas.pan(-37, -23 if k % 2 else 31), frames)
    times["zoom in and out"] = _timed(
        canvas, lambda k: canvas.zoom_by(1.15 if k < frames // 2 else 1 / 1.15, (500, 400)), frames
    )
    canvas.fit()
    _timed(canvas, lambda _: None, frames)
    times["fitted, settled"] = _timed(canvas, lambda _: canvas.refresh(), frames)
    canvas.select(masks.ellipse((side, side), (side * 0.1, side * 0.2, side * 0.9, side * 0.7)))
    times["ants around an ellipse"] = _timed(canvas, lambda _: canvas.march(), frames)
    canvas.set_tool("brush")
    canvas.brush_size = side / 20
    times["brush"] = _stroke(canvas, frames)
    canvas.select_none()
    canvas.set_tool("move")
    canvas.compare(255 - pixels, "wipe")
    times["wipe"] = _timed(canvas, lambda k: setattr(canvas.compared, "at", k / frames), frames)
    canvas.close()
    return times


def _timed(canvas: CanvasView, act: Callable[[int], object], frames: int) -> list[float]:
    """The time of the act and of everything that the event loop then does until the frame is drawn."""
    spent = []
    for frame in range(frames):
        start = time.thread_time()
        act(frame)
        canvas.refresh()
        QApplication.processEvents()
        spent.append((time.thread_time() - start) * 1000)
    return spent


def _stroke(canvas: CanvasView, frames: int) -> list[float]:
    port, left, keys = canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    places = [QPointF(450 + 12 * k, 300 + 90 * np.sin(k / 4)).toPoint() for k in range(frames)]
    QTest.mousePress(port, left, keys, places[0])
    spent = _timed(canvas, lambda k: QTest.mouseMove(port, places[k]), frames)
    return [*spent, *_timed(canvas, lambda _: QTest.mouseRelease(port, left, keys, places[-1]), 1)]


def _picture(side: int) -> Array:
    rng = np.random.default_rng(0)
    patch = rng.integers(0, 256, (256, 256, 3), np.uint8)
    return np.tile(patch, (side // 256, side // 256, 1))


def main() -> None:
    side = int(sys.argv[1]) if len(sys.argv) > 1 else 8192
    app = QApplication([])
    lines = [
        f"{side} × {side} on a canvas of 1400 × 900, milliseconds of the processor a frame",
        f"{'':26}{'median':>8}{'p95':>8}{'worst':>8}",
    ]
    for name, times in frame_times(side).items():
        median, high = np.percentile(times, [50, 95])
        lines.append(f"{name:26}{median:8.1f}{high:8.1f}{max(times):8.1f}")
    sys.stdout.write("\n".join(lines) + "\n")
    app.quit()


if __name__ == "__main__":
    main()
