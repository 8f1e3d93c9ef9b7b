"""Photoshop documents: layers with transparency, the flattened picture, colour profile and XMP."""

from __future__ import annotations

from collections.abc import Sequence
from typing import IO, TYPE_CHECKING

import numpy as np

from engine.export.layers import Layer
from engine.types import Array

if TYPE_CHECKING:
    from psd_tools.psd.layer_and_mask import ChannelDataList, LayerRecord


def write(file: IO[bytes], merged: Array, layers: Sequence[Layer], profile: bytes, xmp: bytes) -> None:
    """`layers` bottom to top; `merged` uint8 (h, w, 3) is what they flatten to; `xmp` may be empty."""
    from psd_tools.constants import ColorMode, Compression, Resource
    from psd_tools.psd.document import PSD
    from psd_tools.psd.header import FileHeader
    from psd_tools.psd.image_data import ImageData
    from psd_tools.psd.image_resources import ImageResource, ImageResources
    from psd_tools.psd.layer_and_mask import ChannelImageData, LayerAndMaskInformation, LayerInfo, LayerRecords

    height, width = merged.shape[:2]
    header = FileHeader(channels=3, height=height, width=width, depth=8, color_mode=ColorMode.RGB)
    resources = ImageResources.new()
    for key, content in ((Resource.ICC_PROFILE, profile), (Resource.XMP_METADATA, xmp)):
        if content:
            resources[key] = ImageResource(key=key, data=content)
    flat = ImageData(compression=Compression.RLE)
    flat.set_data(_planes(merged), header)
    records, channels = LayerRecords(), ChannelImageData()
    for layer in layers:
        record, data = _layer(layer)
        records.append(record)
        channels.append(data)
    information = LayerAndMaskInformation(LayerInfo(len(layers), records, channels))
    PSD(header=header, image_resources=resources, layer_and_mask_information=information, image_data=flat).write(file)


def _layer(layer: Layer) -> tuple[LayerRecord, ChannelDataList]:
    from psd_tools.constants import ChannelID, Compression, Tag
    from psd_tools.psd.layer_and_mask import ChannelData, ChannelDataList, ChannelInfo, LayerRecord
    from psd_tools.psd.tagged_blocks import TaggedBlocks

    height, width = layer.pixels.shape[:2]
    red, green, blue, alpha = _planes(layer.pixels)
    channels, data = [], ChannelDataList()
    for number, plane in ((-1, alpha), (0, red), (1, green), (2, blue)):
        channel = ChannelData(Compression.RLE)
        channel.set_data(plane, width, height, depth=8)
        channels.append(ChannelInfo(ChannelID(number), len(channel.data) + 2))
        data.append(channel)
    names = TaggedBlocks()
    names.set_data(Tag.UNICODE_LAYER_NAME, layer.name)
    record = LayerRecord(
        top=layer.top,
        left=layer.left,
        bottom=layer.top + height,
        right=layer.left + width,
        channel_info=channels,
        name=layer.name.encode("ascii", "replace").decode(),
        tagged_blocks=names,
    )
    return record, data


def _planes(pixels: Array) -> list[bytes]:
    return [np.ascontiguousarray(pixels[..., channel]).tobytes() for channel in range(pixels.shape[2])]
