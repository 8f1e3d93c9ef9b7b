"""Reading within limits, writing whole or not at all."""

import contextlib
import os
import struct
import tracemalloc
import zlib
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms

from engine import pictures
from engine.errors import BadInput, EngineFailure
from engine.types import Array

COLOURS = np.random.default_rng(0).integers(0, 256, (12, 20, 3), np.uint8)


@pytest.mark.parametrize("suffix", pictures.SUFFIXES)
def test_round_trip(tmp_path: Path, suffix: str) -> None:
    smooth = np.dstack([np.tile(np.linspace(0, 255, 64, dtype=np.uint8), (48, 1))] * 3)
    pictures.write(tmp_path / f"a{suffix}", smooth)
    back = pictures.read(tmp_path / f"a{suffix}").pixels
    assert np.abs(back.astype(int) - smooth).max() <= (4 if suffix in {".jpg", ".jpeg"} else 0)
    assert sorted(path.name for path in tmp_path.iterdir()) == [f"a{suffix}"]


def test_alpha_is_kept(tmp_path: Path) -> None:
    alpha = np.arange(240, dtype=np.uint8).reshape(12, 20)
    pictures.write(tmp_path / "a.png", COLOURS, alpha=alpha)
    back = pictures.read(tmp_path / "a.png")
    assert back.alpha is not None
    assert np.array_equal(back.alpha, alpha)
    assert np.array_equal(back.pixels, COLOURS)


def test_orientation_and_profile_are_applied(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[274] = 6
    Image.fromarray(COLOURS).save(tmp_path / "turned.png", exif=exif)
    assert np.array_equal(pictures.read(tmp_path / "turned.png").pixels, np.rot90(COLOURS, -1))
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    Image.fromarray(COLOURS).save(tmp_path / "srgb.png", icc_profile=profile)
    assert np.abs(pictures.read(tmp_path / "srgb.png").pixels.astype(int) - COLOURS).max() <= 1


@pytest.mark.parametrize("mode", ["L", "P", "1", "CMYK", "YCbCr", "LAB", "LA", "RGBA"])
def test_every_mode_becomes_rgb(tmp_path: Path, mode: str) -> None:
    path = tmp_path / ("a.tiff" if mode in {"CMYK", "YCbCr", "LAB"} else "a.png")
    Image.fromarray(COLOURS).convert(mode).save(path)
    read = pictures.read(path)
    assert read.pixels.shape == (12, 20, 3)
    assert (read.alpha is not None) == (mode in {"LA", "RGBA"})


def _png_header(width: int, height: int) -> bytes:
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + header
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk + struct.pack(">I", zlib.crc32(chunk))


def test_what_is_no_usable_picture_is_refused(tmp_path: Path) -> None:
    whole = tmp_path / "whole.png"
    Image.fromarray(np.random.default_rng(1).integers(0, 256, (200, 200, 3), np.uint8)).save(whole)
    files = {
        "truncated.png": whole.read_bytes()[:4000],
        "text.png": b"hello",
        "empty.png": b"",
        "bomb.png": _png_header(60_000, 60_000),
        "svg.png": b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
        with pytest.raises(BadInput, match=name) as caught:
            pictures.read(tmp_path / name)
        assert "\n" not in str(caught.value)
    Image.fromarray(np.zeros((4, 4), np.float32)).save(tmp_path / "deep.tiff")
    frames = [Image.new("RGB", (4, 4), colour) for colour in ("red", "blue")]
    frames[0].save(tmp_path / "moving.gif", save_all=True, append_images=frames[1:])
    (tmp_path / "circle.png").symlink_to(tmp_path / "circle.png")
    whys = {"deep.tiff": "16 bits", "moving.gif": "animated", "nothing.png": "no file", ".": "folder", "circle.png": "opened"}
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.png")
        whys["pipe.png"] = "is no file"
    for name, why in whys.items():
        with pytest.raises(BadInput, match=why):
            pictures.read(tmp_path / name)


@pytest.mark.parametrize("head", [b"hello", _png_header(60_000, 60_000)])
def test_a_large_file_that_is_no_usable_picture_is_not_read(tmp_path: Path, head: bytes) -> None:
    with (tmp_path / "large.png").open("wb") as file:
        file.write(head)
        file.truncate(64_000_000)
    tracemalloc.start()
    with pytest.raises(BadInput, match=r"large\.png"):
        pictures.read(tmp_path / "large.png")
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 4_000_000


def test_a_file_of_more_bytes_than_a_picture_needs_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pictures.write(tmp_path / "a.png", COLOURS)
    monkeypatch.setattr(pictures, "MAX_BYTES", 100)
    with pytest.raises(BadInput, match="GB"):
        pictures.read(tmp_path / "a.png")


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.mktemp("fuzz") / "a.png"
    path.write_bytes(_png_header(4, 4) + data)
    with contextlib.suppress(BadInput):
        assert pictures.read(path).pixels.shape == (4, 4, 3)


def test_an_output_that_cannot_be_written_is_refused_at_once(tmp_path: Path) -> None:
    (tmp_path / "folder.png").mkdir()
    for name in ("folder.png", "nowhere/a.png", "a.xyz", "a"):
        with pytest.raises(BadInput):
            pictures.check_output(tmp_path / name)
    assert pictures.check_output(tmp_path / "a.PNG") == tmp_path / "a.PNG"


def test_a_failed_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pictures.write(tmp_path / "a.png", COLOURS)
    before = (tmp_path / "a.png").read_bytes()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(EngineFailure, match="No space left"):
        pictures.write(tmp_path / "a.png", np.zeros_like(COLOURS))
    assert (tmp_path / "a.png").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["a.png"]


def test_a_huge_picture_within_the_limit_is_read(tmp_path: Path) -> None:
    huge: Array = np.zeros((9000, 10_000), np.uint8)
    Image.fromarray(huge).save(tmp_path / "huge.png", compress_level=1)
    assert pictures.read(tmp_path / "huge.png").pixels.shape == (9000, 10_000, 3)
