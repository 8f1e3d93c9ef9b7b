"""Exported files opened by other readers: Pillow, psd-tools, zipfile and an XML parser."""

import io
import os
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import numpy as np
import pytest
from PIL import Image, ImageCms
from psd_tools import PSDImage
from psd_tools.constants import Resource

from engine import pictures
from engine.errors import BadInput, EngineFailure
from engine.export import SUFFIXES, Options, export, export_all
from engine.trust.metadata import digital_source, read_trace
from engine.types import Array, Raster
from tests.export.traces import HEIGHT, WIDTH, edited, made, poster, trace

BEST = edited().best_round().render.pixels.array


def flat(path: Path) -> Array:
    """The merged picture, as another program reads it; no colour conversion."""
    if path.suffix == ".psd":
        return np.asarray(PSDImage.open(path).topil(apply_icc=False))
    if path.suffix == ".ora":
        with zipfile.ZipFile(path) as archive, Image.open(io.BytesIO(archive.read("mergedimage.png"))) as image:
            return np.asarray(image.convert("RGB"))
    with Image.open(path) as image:
        return np.asarray(image.convert("RGB"))


def info(path: Path) -> dict[str, Any]:
    if path.suffix == ".psd":
        resources = PSDImage.open(path).image_resources
        keys = {"icc_profile": Resource.ICC_PROFILE, "xmp": Resource.XMP_METADATA}
        return {name: resources.get_data(key) for name, key in keys.items() if key in resources}
    if path.suffix == ".ora":
        with zipfile.ZipFile(path) as archive:
            (path.parent / "merged.png").write_bytes(archive.read("mergedimage.png"))
        path = path.parent / "merged.png"
    return pictures.read(path).info


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_best_picture_its_origin_and_its_profile(tmp_path: Path, suffix: str) -> None:
    path = export(tmp_path / f"a{suffix}", edited())
    assert np.abs(flat(path).astype(int) - BEST).mean() <= (1 if suffix in {".jpg", ".jpeg"} else 0)
    found = info(path)
    back = read_trace(found, path.name)
    assert back is not None
    assert back == edited()
    assert digital_source(found) == "algorithmicMedia"
    profile = ImageCms.ImageCmsProfile(io.BytesIO(found["icc_profile"]))
    assert "sRGB" in ImageCms.getProfileDescription(profile)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_metadata_can_be_left_out(tmp_path: Path, suffix: str) -> None:
    path = export(tmp_path / f"a{suffix}", edited(), keep_metadata=False)
    found = info(path)
    assert read_trace(found, path.name) is None
    assert digital_source(found) == ""
    assert b"sale poster" not in path.read_bytes()
    assert "icc_profile" in found


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_another_round_smaller(tmp_path: Path, suffix: str) -> None:
    path = export(tmp_path / f"a{suffix}", edited(), number=1, scale=0.5)
    assert flat(path).shape == (HEIGHT // 2, WIDTH // 2, 3)
    back = read_trace(info(path), path.name)
    assert back is not None
    assert back.best == 1


@pytest.mark.parametrize("suffix", [".png", ".psd", ".ora", ".webp"])
def test_the_same_export_gives_the_same_bytes(tmp_path: Path, suffix: str) -> None:
    one, other = (export(tmp_path / f"{name}{suffix}", edited()) for name in "ab")
    assert one.read_bytes() == other.read_bytes()


def test_photoshop_layers(tmp_path: Path) -> None:
    psd = PSDImage.open(export(tmp_path / "a.psd", edited()))
    assert (psd.width, psd.height, psd.channels, psd.depth) == (WIDTH, HEIGHT, 3, 8)
    names = [layer.name for layer in psd]
    assert names == ["Base", "Draw the “corner” 新 anew & <again>.", "Set “SALE” anew.", "Text: 新年 “SALE” <now> & here"]
    assert all(layer.kind == "pixel" and layer.visible and layer.opacity == 255 for layer in psd)
    canvas = Image.new("RGBA", (WIDTH, HEIGHT))
    for layer in psd:
        pixels = layer.topil(apply_icc=False)
        assert pixels is not None
        assert pixels.mode == "RGBA"
        canvas.alpha_composite(pixels, (layer.left, layer.top))
    assert np.array_equal(np.asarray(canvas.convert("RGB")), BEST)


def test_openraster_layers(tmp_path: Path) -> None:
    path = export(tmp_path / "a.ora", edited())
    assert path.read_bytes()[30:54] == b"mimetypeimage/openraster"
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        assert archive.namelist()[0] == "mimetype"
        image = ElementTree.fromstring(archive.read("stack.xml"))
        assert (image.get("w"), image.get("h")) == (str(WIDTH), str(HEIGHT))
        stack = image.findall("stack/layer")
        assert [layer.get("name") for layer in stack][-1] == "Base"
        assert stack[0].get("name") == "Text: 新年 “SALE” <now> & here"
        canvas = Image.new("RGBA", (WIDTH, HEIGHT))
        for layer in reversed(stack):
            with Image.open(io.BytesIO(archive.read(str(layer.get("src"))))) as pixels:
                canvas.alpha_composite(pixels, (int(str(layer.get("x"))), int(str(layer.get("y")))))
        with Image.open(io.BytesIO(archive.read("Thumbnails/thumbnail.png"))) as small:
            assert max(small.size) <= 256
    assert np.array_equal(np.asarray(canvas.convert("RGB")), BEST)


@pytest.mark.parametrize("suffix", [".psd", ".ora"])
def test_one_layer(tmp_path: Path, suffix: str) -> None:
    path = export(tmp_path / f"a{suffix}", edited(), layers=False)
    if suffix == ".psd":
        assert [layer.name for layer in PSDImage.open(path)] == ["Base"]
    else:
        assert b'name="Base"' in zipfile.ZipFile(path).read("stack.xml")
    assert np.array_equal(flat(path), BEST)


@pytest.mark.parametrize("suffix", [".jpg", ".webp"])
def test_quality_trades_size_for_likeness(tmp_path: Path, suffix: str) -> None:
    sizes, errors = [], []
    for quality in (5, 60, None):
        path = export(tmp_path / f"{quality}{suffix}", edited(), quality=quality, keep_metadata=False)
        sizes.append(path.stat().st_size)
        errors.append(float(np.abs(flat(path).astype(int) - BEST).mean()))
    assert sizes == sorted(sizes)
    assert errors == sorted(errors, reverse=True)


def test_names_that_are_no_xml(tmp_path: Path) -> None:
    odd = edited().rounds[1]
    assert odd.fix is not None
    odd = odd.replace(fix=odd.fix.replace(message="\x00\x01 ]]> \ufffe \n x" + "long " * 80))
    path = export(tmp_path / "a.ora", trace((edited().rounds[0], odd), 1))
    stack = ElementTree.fromstring(zipfile.ZipFile(path).read("stack.xml"))
    name = str(stack.findall("stack/layer")[1].get("name"))
    assert name.startswith("]]> x")
    assert len(name) <= 60
    assert len(PSDImage.open(export(tmp_path / "a.psd", trace((edited().rounds[0], odd), 1)))) == 3


def test_all_rounds(tmp_path: Path) -> None:
    written = list(export_all(tmp_path, edited(), stem="sale", suffix=".jpg", quality=80, scale=0.5))
    assert [path.name for path in written] == [f"sale-{n}.jpg" for n in range(1, 6)]
    with pytest.raises(BadInput, match=r"sale-1\.jpg already"):
        list(export_all(tmp_path, edited(), stem="sale", suffix=".jpg"))
    many = trace(tuple(made(poster(), texts=False) for _ in range(10)), 0)
    assert next(export_all(tmp_path, many)).name == "round-01.png"


@pytest.mark.parametrize(
    ("name", "options", "why"),
    [
        ("a.gif", {}, "no format"),
        ("a", {}, "no format"),
        ("nowhere/a.psd", {}, "no folder"),
        ("folder.ora", {}, "is a folder"),
        ("a.png", {"scale": 0.0}, "scaled by 0"),
        ("a.png", {"scale": float("nan")}, "scaled by nan"),
        ("a.png", {"scale": 20.0}, "32000 × 24000 pixels is too large"),
        ("a.psd", {"scale": 20.0}, "too large for a PSD"),
        ("a.jpg", {"quality": 0}, "quality 0"),
        ("a.jpg", {"quality": 101}, "quality 101"),
    ],
)
def test_what_cannot_be_exported_is_refused(tmp_path: Path, name: str, options: Options, why: str) -> None:
    big = trace((made(np.zeros((1200, 1600, 3), np.uint8), texts=False),), 0)
    (tmp_path / "folder.ora").mkdir()
    with pytest.raises(BadInput, match=why):
        export(tmp_path / name, big, **options)
    assert [left.name for left in tmp_path.iterdir()] == ["folder.ora"]


def test_formats_have_a_longest_side(tmp_path: Path) -> None:
    strip = trace((made(np.zeros((2, 400, 3), np.uint8), texts=False),), 0)
    assert export(tmp_path / "a.png", strip, scale=45).exists()
    with pytest.raises(BadInput, match="18000 × 90 pixels is too large for a WEBP"):
        export(tmp_path / "a.webp", strip, scale=45)


def test_a_round_without_pixels_is_refused(tmp_path: Path) -> None:
    render = edited().rounds[0].render.replace(pixels=Raster(None, (HEIGHT, WIDTH, 3), "0" * 64))
    without = trace((edited().rounds[0].replace(render=render), edited().rounds[1]), 0)
    with pytest.raises(BadInput, match="round 1 is not in this document"):
        export(tmp_path / "a.png", without)
    assert [path.name for path in export_all(tmp_path, without)] == ["round-2.png"]


@pytest.mark.parametrize("suffix", [".png", ".psd", ".ora"])
def test_a_full_disk_leaves_the_old_file(tmp_path: Path, suffix: str, monkeypatch: pytest.MonkeyPatch) -> None:
    path = export(tmp_path / f"a{suffix}", edited())
    before = path.read_bytes()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(EngineFailure, match="No space left"):
        export(path, edited(), number=0)
    assert path.read_bytes() == before
    assert [left.name for left in tmp_path.iterdir()] == [path.name]
