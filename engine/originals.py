"""A picture file's own samples, handed on as they were wherever nobody changed the picture: their depth, colours and alpha."""

from __future__ import annotations

import io
import struct
import zlib
from dataclasses import dataclass
from typing import IO, Any, Final

import numpy as np
from PIL import Image, ImageCms

from engine.types import Array

_DEPTH, ORIENTATION = 258, 274
_TURNS: Final = {2: (0, True), 3: (2, False), 4: (2, True), 5: (3, True), 6: (3, False), 7: (1, True), 8: (1, False)}
"""EXIF orientations as quarter turns to the left, and whether the result is then mirrored from left to right."""


@dataclass(frozen=True)
class Original:
    """`samples` (h, w, 3 or 4; uint8 or uint16), upright, in the colours of the ICC `profile`; in sRGB where that is b""."""

    samples: Array
    profile: bytes

    @property
    def deep(self) -> bool:
        return self.samples.dtype == np.uint16

    def edited(self, shown: Array, pixels: Array) -> Array:
        """The samples with what differs between two sRGB pictures (h, w, 3; uint8), as it was shown and as it is now."""
        changed = (shown != pixels).any(axis=2)
        samples = self.samples.copy()
        if changed.any():
            own = _converted(pixels[changed], _SRGB, self.profile) if self.profile else pixels[changed]
            samples[changed, :3] = own.astype(np.uint16) * 257 if self.deep else own
        return samples


def original(data: bytes, image: Image.Image, upright: Image.Image) -> Original | None:
    """The samples of a PNG or TIFF file with 16 bits a channel, or of any in RGB; None for another kind of samples.

    `data` are the file's bytes, `image` is the file opened and `upright` its pixels with the orientation applied.
    """
    profile = image.info.get("icc_profile", b"")
    if profile and _space(profile) != "RGB":
        profile = b""
    if _depth(data, image) == 16:
        samples = _deep(data, image.getexif().get(ORIENTATION, 1))
        return None if samples is None else Original(samples, profile)
    return Original(np.asarray(upright), profile) if upright.mode in {"RGB", "RGBA"} else None


def in_srgb(found: Original) -> Array:
    """What is shown of 16-bit samples: sRGB, uint8 (h, w, 3)."""
    pixels: Array = np.rint(found.samples[..., :3] / 257).astype(np.uint8)
    return _converted(pixels, found.profile, _SRGB) if found.profile else pixels


def write_png(file: IO[bytes], samples: Array, profile: bytes, pnginfo: Any = None) -> None:
    """16-bit samples (h, w, 3 or 4) with the profile and the text of a `PIL.PngImagePlugin.PngInfo`."""
    import cv2

    _, encoded = cv2.imencode(".png", samples[..., [2, 1, 0, 3][: samples.shape[2]]])
    data, header = encoded.tobytes(), 33
    file.write(data[:header])
    if profile:
        file.write(_chunk(b"iCCP", b"ICC profile\0\0" + zlib.compress(profile)))
    for name, content, *_ in pnginfo.chunks if pnginfo is not None else ():
        file.write(_chunk(name, content))
    file.write(data[header:])


def write_tiff(file: IO[bytes], samples: Array, profile: bytes, tiffinfo: Any = None) -> None:
    """16-bit samples (h, w, 3 or 4) with the profile and the tags, each of bytes."""
    import tifffile

    tags = [(number, 1, len(content), content, True) for number, content in (tiffinfo or {}).items()]
    held = io.BytesIO()
    tifffile.imwrite(
        held,
        samples,
        photometric="rgb",
        extrasamples=["unassalpha"] if samples.shape[2] == 4 else None,
        compression="zlib",
        iccprofile=profile or None,
        extratags=tags,
        metadata=None,
    )
    file.write(held.getvalue())


def _depth(data: bytes, image: Image.Image) -> int:
    """The bits of a channel, as far as it may be 16."""
    if image.format == "PNG":
        return data[24]
    tags: Any = getattr(image, "tag_v2", {})
    bits = tags.get(_DEPTH, 8)
    return int(max(bits) if isinstance(bits, tuple) else bits)


def _deep(data: bytes, orientation: int) -> Array | None:
    """RGB or RGBA as cv2 reads it, made upright; None where the file holds anything but whole numbers of 16 bits."""
    import cv2

    try:
        found = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_UNCHANGED)
    except cv2.error:
        return None
    if found is None or found.dtype != np.uint16:
        return None
    samples = np.repeat(found[..., None], 3, axis=2) if found.ndim == 2 else found[..., [2, 1, 0, 3][: found.shape[2]]]
    turns, mirrored = _TURNS.get(orientation, (0, False))
    samples = np.rot90(samples, turns)
    return np.ascontiguousarray(samples[:, ::-1] if mirrored else samples)


def _converted(pixels: Array, source: bytes, target: bytes) -> Array:
    """Colours (…, 3; uint8) from one profile to another; as they are where a profile is damaged."""
    image = Image.fromarray(pixels.reshape(1, -1, 3))
    try:
        profiles = [ImageCms.ImageCmsProfile(io.BytesIO(profile)) for profile in (source, target)]
        made = ImageCms.profileToProfile(image, profiles[0], profiles[1], outputMode="RGB") or image
    except (ImageCms.PyCMSError, OSError):
        made = image
    return np.asarray(made).reshape(pixels.shape)


def _space(profile: bytes) -> str:
    try:
        return str(ImageCms.ImageCmsProfile(io.BytesIO(profile)).profile.xcolor_space).strip()
    except (ImageCms.PyCMSError, OSError):
        return ""


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


_SRGB: Final = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
