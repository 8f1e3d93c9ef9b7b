"""Networks that count in Python, turn in complex numbers or keep a memory, as ONNX can be told of them: tensors in and out.

What surrounds their layers and needs no weights, cutting tokens and finding positions, torch does before and after each call.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from engine.renderers.onnx.asked import Asked
from engine.renderers.onnx.qwen_image import qwen_image, qwen_image_control
from engine.renderers.onnx.qwen_vl import qwen_vl
from engine.renderers.onnx.z_image import z_image, z_image_control

_KNOWN: Final[dict[str, Callable[..., Asked | None]]] = {
    "ZImageTransformer2DModel": z_image,
    "ZImageControlNetModel": z_image_control,
    "QwenImageTransformer2DModel": qwen_image,
    "QwenImageControlNetModel": qwen_image_control,
    "Qwen2_5_VLForConditionalGeneration": qwen_vl,
}


def plain(network: Any, args: tuple[Any, ...], named: dict[str, Any]) -> Asked | None:
    """The call in plain tensors; None for a network, or a way to call it, that is not known here."""
    if "feat_cache" in named:
        return _remembering(*args, **named)
    known = _KNOWN.get(type(network).__name__)
    return known(network, *args, **named) if known else None


def _remembering(x: Any, feat_cache: Any, feat_idx: Any = None, **others: Any) -> Asked | None:
    """Half a VAE that remembers the frames of a film: a picture is its first, of which there is nothing to remember yet."""
    if any(frame is not None for frame in feat_cache):
        return None
    return Asked(lambda network, **given: network.forward(**given), {"x": x, **others}, lambda found: found)
