"""What is kept when the plug is pulled, and what goes out of the window by drag."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDrag, QImage
from PySide6.QtTest import QTest

from desktop.window import Window
from engine.export import export
from engine.types import Trace
from tests.desktop.windows import opened, until
from tests.fakes import FakeFixer, parts
from tests.test_reopening import made

TYPING = """
import os, signal, sys
from pathlib import Path
from tests.desktop.windows import opened, until
from tests.fakes import FakeFixer, parts

with opened(Path(sys.argv[1]), made=lambda _: parts(fixers=[FakeFixer(levels=(60, 70, 80))])) as window:
    window.session.write("a thing that must not be lost")
    until(lambda: window.state.plan is not None)
    window.session.render()
    until(lambda: window.state.run is None and window.state.trace is not None and window.state.saved == "draft")
    window.session.write("a thing that must not be lost either")
    until(lambda: window.state.saved == "draft")
    os.kill(os.getpid(), signal.SIGKILL)
"""
RUNNING = """
import os, signal, sys, time
from pathlib import Path
from tests.desktop.windows import opened, until
from tests.fakes import FakeFixer, parts

class Stuck(FakeFixer):
    def apply(self, fix, *rest):
        if fix.seed == 80:
            time.sleep(60)
        return super().apply(fix, *rest)

with opened(Path(sys.argv[1]), made=lambda _: parts(fixers=[Stuck(levels=(60, 70, 80))])) as window:
    window.session.write("a thing that must not be lost")
    until(lambda: window.state.plan is not None)
    window.session.render()
    until(lambda: window.state.trace is not None and len(window.state.trace.rounds) == 3 and window.state.saved == "draft")
    assert window.state.run is not None
    os.kill(os.getpid(), signal.SIGKILL)
"""


def killed(script: str, folder: Path) -> None:
    """Run the script in a process of its own, which ends itself as a power cut would."""
    ended = subprocess.run([sys.executable, "-c", script, str(folder)], check=False, timeout=60, capture_output=True)
    assert ended.returncode == -9, ended.stderr.decode()


def recovered(window: Window) -> Trace:
    """The trace of the draft that the window finds when it starts."""
    found: list[list[Path]] = []
    window.files.found.connect(found.append)
    window.files.look_for_drafts()
    until(lambda: found)
    window.files.open(found[0][0])
    until(lambda: window.state.trace is not None)
    assert window.state.trace is not None
    return window.state.trace


def test_pulling_the_plug_loses_nothing(tmp_path: Path) -> None:
    killed(TYPING, tmp_path)
    with opened(tmp_path) as window:
        trace = recovered(window)
        assert window.state.brief.prompt == "a thing that must not be lost either"
        assert trace.best_round().render.pixels.stored


def test_a_process_killed_in_a_run_keeps_every_finished_round(tmp_path: Path) -> None:
    killed(RUNNING, tmp_path)
    with opened(tmp_path, made=lambda _: parts(fixers=[FakeFixer(levels=(120,))])) as window:
        trace = recovered(window)
        assert window.state.brief.prompt == "a thing that must not be lost"
        assert [int(made.render.pixels.array[0, 0, 0]) for made in trace.rounds] == [50, 60, 70]
        assert window.rounds.list.count() == 3
        assert window.state.run is None
        window.session.go_on()
        until(lambda: window.state.run is None and window.state.trace is not None and window.state.trace.outcome == "passed")


def test_a_picture_that_was_saved_here_is_opened_as_the_render_it_was(tmp_path: Path) -> None:
    drawn = made("scene").rounds[0].render
    with opened(tmp_path) as window:
        window.files.open(export(tmp_path / "mugs.png", made("scene")))
        until(lambda: window.state.trace is not None)
        assert window.state.trace is not None
        assert window.state.trace.best_round().render == drawn


def test_the_picture_is_dragged_out_as_a_file_and_as_an_image(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dropped: list[tuple[Path, Image.Image, QImage]] = []

    def drop(drag: QDrag, _: Qt.DropAction) -> Qt.DropAction:
        """Another program that opens the file and takes the image, while the drag lasts."""
        (url,) = drag.mimeData().urls()
        path = Path(url.toLocalFile())
        with Image.open(path) as opened_there:
            dropped.append((path, opened_there.convert("RGB"), QImage(drag.mimeData().imageData())))
        return Qt.DropAction.CopyAction

    monkeypatch.setattr(QDrag, "exec", drop)
    with opened(tmp_path) as window:
        window.session.write("a thing")
        until(lambda: window.state.plan is not None)
        window.session.render()
        until(lambda: window.state.run is None and window.state.trace is not None)
        canvas = window.stage.canvas
        view, keys, left = canvas.viewport(), Qt.KeyboardModifier.ControlModifier, Qt.MouseButton.LeftButton
        middle = view.rect().center()
        QTest.mousePress(view, left, keys, middle)
        QTest.mouseMove(view, middle + QPoint(40, 40))
        QTest.mouseMove(view, middle + QPoint(80, 80))
        QTest.mouseRelease(view, left, keys, middle + QPoint(80, 80))
        shown = canvas.pixels
        assert shown is not None
        ((path, picture, image),) = dropped
        assert path.suffix == ".png"
        assert np.array_equal(np.asarray(picture), shown)
        assert (image.width(), image.height()) == (shown.shape[1], shown.shape[0])
        assert image.pixelColor(0, 0).red() == int(shown[0, 0, 0])
