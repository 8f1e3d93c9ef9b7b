"""Transformers that count in Python or turn in complex numbers, as ONNX can be told of them: tensors in, a tensor out.

What surrounds their layers and needs no weights, cutting tokens and finding positions, torch does before and after each call.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from engine.renderers.onnx.asked import Asked
from engine.renderers.onnx.qwen_image import qwen_image, qwen_image_control
from engine.renderers.onnx.z_image import z_image, z_image_control

_KNOWN: Final[dict[str, Callable[..., Asked | None]]] = {
    "ZImageTransformer2DModel": z_image,
    "ZImageControlNetModel": z_image_control,
    "QwenImageTransformer2DModel": qwen_image,
    "QwenImageControlNetModel": qwen_image_control,
}


def plain(network: Any, args: tuple[Any, ...], named: dict[str, Any]) -> Asked | None:
    """The call in plain tensors; None for a network, or a way to call it, that is not known here."""
    known = _KNOWN.get(type(network).__name__)
    return known(network, *args, **named) if known else None
