"""OpenRaster (openraster.org, 0.0.5): a zip of PNG layers that GIMP, Krita and MyPaint open."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from typing import IO, Any
from xml.etree import ElementTree

from PIL import Image

from engine.export.layers import Layer
from engine.types import Array

THUMBNAIL = 256


def write(file: IO[bytes], merged: Array, layers: Sequence[Layer], profile: bytes, metadata: dict[str, Any]) -> None:
    """`layers` bottom to top; `merged` uint8 (h, w, 3) is what they flatten to; `metadata` are options of its PNG."""
    height, width = merged.shape[:2]
    image = ElementTree.Element("image", version="0.0.5", w=str(width), h=str(height), xres="72", yres="72")
    stack = ElementTree.SubElement(image, "stack")
    flat = Image.fromarray(merged)
    small = flat.copy()
    small.thumbnail((THUMBNAIL, THUMBNAIL))
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        _put(archive, "mimetype", b"image/openraster")
        for number, layer in reversed(list(enumerate(layers))):
            source = f"data/layer{number}.png"
            attributes = {"name": layer.name, "src": source, "x": str(layer.left), "y": str(layer.top)}
            ElementTree.SubElement(
                stack, "layer", attributes, **{"opacity": "1.0", "visibility": "visible", "composite-op": "svg:src-over"}
            )
            _put(archive, source, _png(Image.fromarray(layer.pixels), icc_profile=profile))
        _put(archive, "stack.xml", ElementTree.tostring(image, encoding="UTF-8", xml_declaration=True))
        _put(archive, "mergedimage.png", _png(flat, icc_profile=profile, **metadata))
        _put(archive, "Thumbnails/thumbnail.png", _png(small))


def _put(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    """Without the time of day: the same export gives the same bytes."""
    archive.writestr(zipfile.ZipInfo(name), data)


def _png(image: Image.Image, **options: Any) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, "PNG", compress_level=4, **options)
    return buffer.getvalue()
