from __future__ import annotations

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from desktop.canvas.tiles import KEPT, Tiles, averaged
from engine.types import Array


def painted(tiles: Tiles, width: int, height: int, scale: float, at: tuple[float, float] = (0, 0)) -> Array:
    """The tiles drawn at the scale until nothing coarse is left, on black."""
    image = QImage(width, height, QImage.Format.Format_RGB888)
    for _ in range(500):
        image.fill(0)
        painter = QPainter(image)
        painter.translate(*at)
        painter.scale(scale, scale)
        sheet = QRectF(0, 0, *tiles.size)
        whole = tiles.paint(painter, sheet, QRectF(-at[0] / scale, -at[1] / scale, width / scale, height / scale), scale)
        painter.end()
        if whole:
            break
    else:
        raise AssertionError("tiles were never finished")
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(height, image.bytesPerLine())
    return rows[:, : width * 3].reshape(height, width, 3).copy()


@pytest.fixture
def noise() -> Array:
    rng = np.random.default_rng(1)
    small = rng.integers(0, 255, (90, 70, 3), np.uint8)
    return np.asarray(Image.fromarray(small).resize((700, 900), Image.Resampling.BICUBIC))


def test_at_full_size_every_pixel_is_the_picture_s(noise: Array, qapp: object) -> None:
    assert np.array_equal(painted(Tiles(noise), 700, 900, 1), noise)


def test_large_pixels_are_squares(noise: Array, qapp: object) -> None:
    shown = painted(Tiles(noise[:20, :30]), 240, 160, 8)
    assert np.array_equal(shown, noise[:20, :30].repeat(8, axis=0).repeat(8, axis=1))


@pytest.mark.parametrize("scale", [0.31, 0.43, 0.77, 0.9])
def test_small_pictures_are_averaged_without_seams(noise: Array, qapp: object, scale: float) -> None:
    width, height = int(700 * scale), int(900 * scale)
    expected = np.asarray(Image.fromarray(noise).resize((width, height), Image.Resampling.BOX))
    error = np.abs(painted(Tiles(noise), width, height, scale).astype(int) - expected)[2:-2, 2:-2]
    assert error.mean() < 3
    assert error.max(axis=(0, 2)).max() < 48
    assert error.max(axis=(1, 2)).max() < 48


def test_a_veil_is_as_strong_as_the_mask(qapp: object) -> None:
    mask = np.repeat(np.array([[0, 128, 255]], np.uint8), 100, axis=0)
    shown = painted(Tiles(mask, QColor(200, 0, 0, 255)), 3, 100, 1)
    assert shown[50, :, 0].tolist() == pytest.approx([0, 100, 200], abs=1)


def test_what_changed_is_drawn_anew(noise: Array, qapp: object) -> None:
    pixels = noise.copy()
    tiles = Tiles(pixels)
    painted(tiles, 700, 900, 1)
    pixels[300:310, 300:310] = 0
    tiles.changed((300, 300, 310, 310))
    assert np.array_equal(painted(tiles, 700, 900, 1), pixels)


def test_blocks_at_the_edge_are_averaged_from_what_is_there() -> None:
    pixels = np.arange(5 * 7, dtype=np.uint8).reshape(5, 7)
    small = averaged(pixels, 4)
    assert small.shape == (2, 2)
    assert small[0, 0] == round(float(pixels[:4, :4].mean()))
    assert averaged(np.full((9, 9, 3), 77, np.uint8), 4).tolist() == np.full((3, 3, 3), 77).tolist()


def test_only_so_many_tiles_are_kept(qtbot: QtBot) -> None:
    tiles = Tiles(np.zeros((8192, 8192, 3), np.uint8))
    for x in range(0, 8192, 1024):
        for y in range(0, 8192, 1024):
            painted(tiles, 1024, 1024, 1, (-x, -y))
    assert tiles.kept <= KEPT
