"""Layered files opened by other programs, where they are installed: GIMP and Krita see the picture, GIMP names its layers."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.export import export
from engine.export.layers import layers
from engine.types import Array
from tests.export.traces import edited

GIMP, KRITA, SCREEN = shutil.which("gimp-console-2.10"), shutil.which("krita"), shutil.which("xvfb-run")
SCRIPT = """
(let* ((image (car (gimp-file-load RUN-NONINTERACTIVE "{source}" "{source}"))) (stack (cadr (gimp-image-get-layers image))))
  (let loop ((n 0))
    (when (< n (vector-length stack))
      (gimp-message (string-append "layer: " (car (gimp-item-get-name (vector-ref stack n)))))
      (loop (+ n 1))))
  (let ((flat (car (gimp-image-flatten image))))
    (file-png-save-defaults RUN-NONINTERACTIVE image flat "{target}" "{target}")))
"""


def launch(program: str | None, home: Path, *words: str | Path) -> str:
    """Run another program without a screen, with settings of its own; what it said."""
    assert program is not None
    own = {"HOME": str(home), "XDG_CONFIG_HOME": str(home), "QT_QPA_PLATFORM": "xcb"}
    ended = subprocess.run([program, *words], check=True, capture_output=True, text=True, timeout=120, env=os.environ | own)
    return ended.stdout + ended.stderr


def seen(path: Path) -> Array:
    with Image.open(path) as picture:
        return np.asarray(picture.convert("RGB"))


@pytest.mark.skipif(GIMP is None, reason="GIMP 2.10 is not installed here")
def test_gimp_opens_a_psd_with_its_layers(tmp_path: Path) -> None:
    source, target = tmp_path / "poster.psd", tmp_path / "seen.png"
    export(source, edited(), number=3)
    told = launch(GIMP, tmp_path, "-idfs", "-b", SCRIPT.format(source=source, target=target), "-b", "(gimp-quit 0)")
    assert re.findall(r"layer: (.+)", told) == [layer.name for layer in reversed(layers(edited(), 3))]
    assert np.array_equal(seen(target), edited().rounds[3].render.pixels.array)


@pytest.mark.slow
@pytest.mark.skipif(KRITA is None or SCREEN is None, reason="Krita or Xvfb is not installed here")
@pytest.mark.parametrize("suffix", [".ora", ".psd"])
def test_krita_opens_layered_files(tmp_path: Path, suffix: str) -> None:
    source, target = tmp_path / f"poster{suffix}", tmp_path / "seen.png"
    export(source, edited(), number=3)
    assert KRITA is not None
    launch(SCREEN, tmp_path, "-a", KRITA, "--export", "--export-filename", target, source)
    assert np.array_equal(seen(target), edited().rounds[3].render.pixels.array)
