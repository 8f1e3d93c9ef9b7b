from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.canvas.view import CanvasView
from engine.types import Array


@pytest.fixture
def canvas(qtbot: QtBot) -> Iterator[CanvasView]:
    """A canvas of 800 × 600 in a window, without motion, showing nothing."""
    view = CanvasView()
    qtbot.addWidget(view)
    view.resize(800, 600)
    view.show()
    assert QTest.qWaitForWindowExposed(view)
    view.setFocus()
    yield view
    view.close()


@pytest.fixture
def pixels() -> Array:
    """400 × 300: every pixel has its own colour."""
    y, x = np.indices((300, 400))
    return np.stack([x % 256, y % 256, (x // 256) * 16 + y // 256], axis=2).astype(np.uint8)
