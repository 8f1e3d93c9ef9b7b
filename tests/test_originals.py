"""A picture from disk handed on: what nobody changed has the samples it had, in its own depth, colours and alpha."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from engine import pictures
from engine.types import Array, Raster, Render

PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
OTHER = PROFILE.replace(b"rXYZ", b"----").replace(b"gXYZ", b"rXYZ").replace(b"----", b"gXYZ")
"""A profile of other primaries, red and green exchanged: what it holds is not what sRGB shows."""


def made(path: Path, samples: Array, profile: bytes = b"") -> Path:
    """A file with these samples (h, w, 3 or 4), 8 or 16 bits each, as other programs write them."""
    order = [2, 1, 0, 3][: samples.shape[2]]
    if samples.dtype == np.uint8:
        Image.fromarray(samples).save(path, icc_profile=profile)
    elif not profile:
        cv2.imwrite(str(path), samples[..., order])
    else:
        import tifffile

        extra = ["unassalpha"] if samples.shape[2] == 4 else None
        tifffile.imwrite(path, samples, photometric="rgb", extrasamples=extra, iccprofile=profile, metadata=None)
    return path


def again(path: Path, out: Path, mask: Array) -> Array:
    """The file opened, painted black where the mask is, and saved; the samples found in what was saved."""
    picture = pictures.read(path)
    pixels = np.where(mask[..., None], 0, picture.pixels).astype(np.uint8)
    render = Render(renderer="file", pixels=Raster(pixels), file=pictures.raster(path))
    pictures.write(out, pixels, opened=pictures.opened(render))
    found = pictures.read(out).original
    assert found is not None
    assert picture.original is not None
    assert found.profile == picture.original.profile
    return found.samples


@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from([".png", ".tiff"]),
    st.sampled_from([np.uint8, np.uint16]),
    st.sampled_from([3, 4]),
    st.sampled_from([b"", PROFILE, OTHER]),
    st.integers(0, 2**32),
)
def test_outside_the_change_every_sample_stays(
    tmp_path: Path, suffix: str, kind: type[np.unsignedinteger[Any]], channels: int, profile: bytes, seed: int
) -> None:
    rng = np.random.default_rng(seed)
    samples = rng.integers(0, np.iinfo(kind).max, (9, 14, channels)).astype(kind)
    mask = rng.integers(0, 4, (9, 14)) == 0
    source = ".tiff" if profile and kind is np.uint16 else suffix
    path = made(tmp_path / f"a{source}", samples, profile)
    after = again(path, tmp_path / f"b{suffix}", mask)
    assert after.dtype == samples.dtype
    assert np.array_equal(after[~mask], samples[~mask])
    assert np.array_equal(after[..., 3:], samples[..., 3:])
    assert (after[mask][:, :3] <= (0.03 * np.iinfo(kind).max)).all()


def test_a_change_is_saved_in_the_colours_of_the_profile(tmp_path: Path) -> None:
    path = made(tmp_path / "a.png", np.full((4, 4, 3), (200, 40, 60), np.uint8), OTHER)
    picture = pictures.read(path)
    assert np.abs(picture.pixels[0, 0].astype(int) - (200, 40, 60)).max() > 3
    pixels = picture.pixels.copy()
    pixels[1, 1] = (60, 150, 90)
    pictures.write(tmp_path / "b.png", pixels, opened=picture)
    back = pictures.read(tmp_path / "b.png").pixels
    assert np.abs(back[1, 1].astype(int) - (60, 150, 90)).max() <= 2
    assert np.array_equal(back[0], picture.pixels[0])


@pytest.mark.parametrize("orientation", range(1, 9))
def test_sixteen_bits_are_turned_as_eight_are(tmp_path: Path, orientation: int) -> None:
    samples = np.random.default_rng(0).integers(0, 256, (5, 8, 3)).astype(np.uint8)
    exif = Image.Exif()
    exif[274] = orientation
    Image.fromarray(samples).save(tmp_path / "a.png", exif=exif)
    import tifffile

    tifffile.imwrite(
        tmp_path / "b.tiff", samples.astype(np.uint16) * 257, photometric="rgb", metadata=None,
        extratags=[(274, 3, 1, orientation, True)],
    )  # fmt: skip
    shown = [pictures.read(tmp_path / name).pixels for name in ("a.png", "b.tiff")]
    assert np.array_equal(shown[0], shown[1])


def test_grey_with_sixteen_bits_and_what_has_no_rgb_are_read(tmp_path: Path) -> None:
    grey = np.arange(0, 65536, 273, dtype=np.uint16)[:240].reshape(12, 20)
    Image.fromarray(grey).save(tmp_path / "grey.png")
    found = pictures.read(tmp_path / "grey.png")
    assert found.original is not None
    assert np.array_equal(found.original.samples[..., 1], grey)
    Image.fromarray(np.zeros((4, 4, 3), np.uint8)).convert("CMYK").save(tmp_path / "ink.tiff")
    assert pictures.read(tmp_path / "ink.tiff").original is None


def test_a_format_without_sixteen_bits_gets_eight(tmp_path: Path) -> None:
    samples = np.random.default_rng(0).integers(0, 65536, (16, 16, 3)).astype(np.uint16)
    path = made(tmp_path / "a.tiff", samples, OTHER)
    picture = pictures.read(path)
    pictures.write(tmp_path / "a.webp", picture.pixels, opened=picture)
    back = pictures.read(tmp_path / "a.webp")
    assert back.original is not None
    assert back.original.profile == OTHER
    assert np.array_equal(back.original.samples, np.rint(samples / 257).astype(np.uint8))


def test_a_damaged_profile_changes_nothing(tmp_path: Path) -> None:
    path = made(tmp_path / "a.png", np.full((4, 4, 3), 90, np.uint8), b"no profile at all")
    picture = pictures.read(path)
    assert (picture.pixels == 90).all()
    pictures.write(tmp_path / "b.png", picture.pixels, opened=picture)
    assert (pictures.read(tmp_path / "b.png").pixels == 90).all()
