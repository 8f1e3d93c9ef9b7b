"""Picture files: read within limits, written whole or not at all."""

from __future__ import annotations

import io
import stat
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Final

import numpy as np
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from engine import originals
from engine.errors import BadInput
from engine.files import check_writable, write_whole
from engine.originals import Original
from engine.types import Array, Raster, Render

FORMATS: Final = ("PNG", "JPEG", "WEBP", "TIFF", "BMP", "GIF", "AVIF")
SUFFIXES: Final = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".webp": "WEBP", ".tif": "TIFF", ".tiff": "TIFF"}
QUALITY: Final[dict[str, dict[str, Any]]] = {
    "PNG": {"compress_level": 6},
    "JPEG": {"quality": 95, "subsampling": 0},
    "WEBP": {"lossless": True},
    "TIFF": {"compression": "tiff_lzw"},
}
MAX_PIXELS: Final = 200_000_000
Image.MAX_IMAGE_PIXELS = MAX_PIXELS  # Pillow's own limit is lower
MAX_BYTES: Final = 2_000_000_000
"""Of a file: so many pixels with alpha, 16 bits a channel and nothing compressed, and room for what comes with them."""


@dataclass(frozen=True)
class Picture:
    """A decoded file: sRGB uint8 (h, w, 3), its alpha uint8 (h, w) if it has one, and the metadata found in it.

    `original` has its own samples, None where they are not RGB.
    """

    pixels: Array
    alpha: Array | None
    info: dict[str, Any]
    original: Original | None = None


def read(path: str | Path) -> Picture:
    """Raises BadInput for what is missing, no file, closed to us, no picture, damaged, animated, deeper than 16 bits, above 200
    megapixels or 2 GB.

    What is no picture is known by its first bytes and not read further. The orientation is applied and a colour profile is
    converted to sRGB.
    """
    with _opened(Path(path)) as file:
        try:
            with _image(file, path):
                file.seek(0)
            return decoded(file.read(), path)
        except OSError as error:
            raise _unreadable(path, error) from error


def _opened(path: Path) -> IO[bytes]:
    """The file, which lies on a disk and is not larger than a picture can be."""
    try:
        state = path.stat()
        if stat.S_ISDIR(state.st_mode):
            raise BadInput(f"{path} is a folder.", "Name a picture file.")
        if not stat.S_ISREG(state.st_mode):
            raise BadInput(f"{path} is no file.", "Save the picture in a file and name that.")
        if state.st_size > MAX_BYTES:
            raise BadInput(f"{path} has more than {MAX_BYTES // 10**9} GB, too much for a picture.", "Make it smaller first.")
        return path.open("rb")
    except FileNotFoundError:
        raise BadInput(f"There is no file {path}.", "Check the name and the folder.") from None
    except OSError as error:
        raise BadInput(f"{path} cannot be opened ({error.strerror}).", "Check that you may read it.") from error


def decoded(data: bytes, path: str | Path) -> Picture:
    """The picture in a file's bytes; errors as `read` raises them, with the `path` for a name."""
    with _image(io.BytesIO(data), path) as image:
        return _decode(image, data, path)


@contextmanager
def _image(file: IO[bytes], path: str | Path) -> Iterator[Image.Image]:
    """The file's picture, not yet decoded, where its header says a size within the limit; errors as `read` raises them."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(file, formats=FORMATS) as image:
                if image.width * image.height > MAX_PIXELS:
                    raise Image.DecompressionBombError
                yield image
    except Image.DecompressionBombError:
        raise BadInput(f"{path} has more than {MAX_PIXELS // 1_000_000} megapixels.", "Make it smaller first.") from None
    except UnidentifiedImageError:
        raise BadInput(f"{path} is no picture that can be read.", f"Use {', '.join(FORMATS)}.") from None
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        raise _unreadable(path, error) from error


def _unreadable(path: str | Path, error: Exception) -> BadInput:
    return BadInput(f"{path} is damaged or cannot be read ({error}).", "Save it anew in the program it comes from.")


def _decode(image: Image.Image, data: bytes, path: str | Path) -> Picture:
    if getattr(image, "n_frames", 1) > 1:
        raise BadInput(f"{path} is animated or has several pages.", "Save the one you mean as a picture of its own.")
    info: dict[str, Any] = {str(key): value for key, value in image.info.items()}
    if image.format == "TIFF" and (xmp := image.getexif().get(700)):
        info["xmp"] = xmp
    upright = ImageOps.exif_transpose(image) if image.getexif().get(originals.ORIENTATION, 1) != 1 else image
    original = originals.original(data, image, upright)
    if original is not None and original.deep:
        return Picture(originals.in_srgb(original), _eight(original.samples[..., 3:]), info, original)
    if image.mode.startswith(("I", "F")):
        raise BadInput(f"{path} has more than 16 bits a channel.", "Save a copy with 8 or 16 bits a channel.")
    alpha = None
    if upright.has_transparency_data:
        upright = upright.convert("RGBA")
        alpha = np.array(upright.getchannel("A"))
    if profile := info.get("icc_profile"):
        upright = _to_srgb(upright, profile)
    if original is not None and not original.profile:
        return Picture(original.samples[..., :3], alpha, info, original)
    return Picture(np.asarray(upright.convert("RGB")), alpha, info, original)


def _eight(alpha: Array) -> Array | None:
    """Alpha (h, w, 1; uint16) as uint8 (h, w); None for (h, w, 0)."""
    return np.rint(alpha[..., 0] / 257).astype(np.uint8) if alpha.shape[2] else None


def _to_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        target = ImageCms.createProfile("sRGB")
        if image.mode == "RGBA":
            image = image.convert("RGB")
        return ImageCms.profileToProfile(image, source, target, outputMode="RGB") or image
    except (ImageCms.PyCMSError, OSError):
        return image


def raster(path: str | Path) -> Raster:
    """The bytes of a file as `Render.file` keeps them."""
    return Raster(np.frombuffer(Path(path).read_bytes(), np.uint8)[None])


def opened(render: Render) -> Picture | None:
    """The picture from disk that the render goes back to, None where it was drawn here."""
    if render.file is None or not render.file.stored:
        return None
    return decoded(render.file.array.tobytes(), str(render.parameters.get("file", "the picture")))


def check_output(path: str | Path) -> Path:
    """The path, if a picture can be written there. Raises BadInput otherwise; nothing is created."""
    path = Path(path)
    if path.suffix.lower() not in SUFFIXES:
        raise BadInput(f"“{path.name}” has no picture format to write.", f"End it in {', '.join(SUFFIXES)}.")
    check_writable(path)
    return path


def write(
    path: str | Path, pixels: Array, *, alpha: Array | None = None, opened: Picture | None = None, **options: Any
) -> None:
    """Save sRGB uint8 (h, w, 3) in the format of the suffix; `options` go to the format's writer (pnginfo, xmp, …).

    Where the pixels are those of the picture that was `opened`, its own samples are saved, with its alpha and profile; the
    16 bits of a channel as PNG and TIFF can hold them.
    """
    path = check_output(path)
    kind = SUFFIXES[path.suffix.lower()]
    if opened is not None and opened.pixels.shape == pixels.shape:
        alpha = opened.alpha
        if (original := opened.original) is not None:
            samples = original.edited(opened.pixels, pixels)
            if original.deep and kind in {"PNG", "TIFF"}:
                write_deep = originals.write_png if kind == "PNG" else originals.write_tiff
                profile = original.profile or options.get("icc_profile", b"")
                about = {key: options[key] for key in ("pnginfo", "tiffinfo") if key in options}
                write_whole(path, lambda file: write_deep(file, samples, profile, **about))
                return
            pixels = np.rint(samples[..., :3] / 257).astype(np.uint8) if original.deep else samples[..., :3]
            if original.profile:
                options["icc_profile"] = original.profile
    image = Image.fromarray(pixels)
    if alpha is not None and kind != "JPEG":
        image.putalpha(Image.fromarray(alpha))
    write_whole(path, lambda file: image.save(file, format=kind, **{**QUALITY[kind], **options}))
