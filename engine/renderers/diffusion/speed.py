"""What trades quality for speed or memory: caches, quantisation, attention kernels. Each has a name, and its price is told.

Nothing here is on unless the user names it in `diffusion.toml`, or a model would not fit otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final, Literal

import msgspec

from engine.choices import keep, place, read
from engine.errors import BadInput
from engine.renderers.diffusion.devices import NAMES, Device, Precision
from engine.types import Value

Quantised = Literal["none", "fp8", "int8", "nf4"]
Cache = Literal["none", "first block", "taylorseer", "magcache"]
Attention = Literal["auto", "native", "flash", "sage", "xformers"]


@dataclass(frozen=True)
class Choice:
    """`price` is what it costs, in a sentence; `package` what must be installed for it; `kinds` the devices it runs on."""

    price: str
    package: str = ""
    kinds: frozenset[str] = frozenset({"cuda", "rocm", "xpu", "mps", "cpu"})


_GPUS: Final = frozenset({"cuda", "rocm", "xpu"})
QUANTISED: Final[dict[Quantised, Choice]] = {
    "none": Choice("Weights as they come."),
    "fp8": Choice("The denoiser at half its size: fine detail changes a little, steps are slower.", kinds=_GPUS | {"cpu"}),
    "int8": Choice("The denoiser at half its size: hardly a visible change.", "torchao", _GPUS | {"cpu"}),
    "nf4": Choice("The denoiser at little more than a quarter: detail and small text suffer visibly.", "bitsandbytes", _GPUS),
}  # fmt: skip
SHRINKS: Final[dict[Quantised, float]] = {"none": 1.0, "fp8": 0.52, "int8": 0.52, "nf4": 0.3}
"""The share of the denoiser's 16-bit bytes that is left."""
CACHES: Final[dict[Cache, Choice]] = {
    "none": Choice("Every step is computed."),
    "first block": Choice("Steps that change little are skipped: up to twice as fast, fine detail may be lost."),
    "taylorseer": Choice("Every other step is extrapolated: about half the time from ten steps on, detail may differ."),
    "magcache": Choice("Steps are skipped by a table measured for FLUX.1: up to twice as fast, fine detail may be lost."),
}
ATTENTION: Final[dict[Attention, Choice]] = {
    "auto": Choice("What torch finds best."),
    "native": Choice("Torch's own kernels."),
    "flash": Choice("The same picture, somewhat faster on recent NVIDIA cards.", "flash_attn", frozenset({"cuda", "rocm"})),
    "sage": Choice("8-bit attention: faster on recent NVIDIA cards, tiny differences.", "sageattention", frozenset({"cuda"})),
    "xformers": Choice("The same picture in less memory on older NVIDIA cards.", "xformers", frozenset({"cuda"})),
}
FEWEST_STEPS: Final = 8
"""Below so many steps a cache has nothing to skip."""
_BROKEN: Final = {("Flux2Transformer2DModel", "first block")}
"""Where diffusers 0.42.1 takes the cache and breaks in the first step."""
_DRIFT: Final = 0.12
"""How far the first block's output may have moved for the others to be skipped."""


class Choices(Value, frozen=True):
    """What the user wants of the diffusion renderer, from `diffusion.toml`; "auto" leaves it to what the device can."""

    device: str = "auto"
    precision: Literal["auto", "bf16", "fp16", "fp32"] = "auto"
    quantised: Literal["auto", "none", "fp8", "int8", "nf4"] = "auto"
    cache: Cache = "none"
    attention: Attention = "auto"


def user_file() -> Path:
    return place("diffusion")


def choices() -> Choices:
    """The user's choices. Raises BadInput where the file has an unknown name or value."""
    return read(user_file(), Choices)


def choose(wanted: Choices) -> None:
    """Keep the user's choices; they hold from the next picture on. Raises BadInput where they cannot be written."""
    keep(user_file(), "".join(f'{name} = "{value}"\n' for name, value in msgspec.structs.asdict(wanted).items()))


def check(name: str, choice: Choice, on: Device) -> None:
    """Raises BadInput where the choice cannot be had on the device or in this installation."""
    if on.kind not in choice.kinds:
        raise BadInput(f"{name} does not run on {on.label}.", f"It runs on {', '.join(sorted(choice.kinds))}; choose another.")
    if choice.package and find_spec(choice.package) is None:
        raise BadInput(f"{name} needs {choice.package}, which is not installed.", f"Install it: pip install {choice.package}.")


def load_options(quantised: Quantised, on: Device, precision: Precision, part: str) -> dict[str, Any]:
    """What from_pretrained of a pipeline is given so that its denoiser, the component `part`, comes quantised."""
    check(quantised, QUANTISED[quantised], on)
    if quantised != "nf4":
        return {}
    import torch
    from diffusers import PipelineQuantizationConfig

    kwargs = {
        "load_in_4bit": True,
        "bnb_4bit_quant_type": "nf4",
        "bnb_4bit_compute_dtype": getattr(torch, NAMES[precision]),
    }
    config = PipelineQuantizationConfig(quant_backend="bitsandbytes_4bit", quant_kwargs=kwargs, components_to_quantize=[part])
    return {"quantization_config": config}


def quantise(denoiser: Any, quantised: Quantised, precision: Precision) -> None:
    """Shrinks a loaded denoiser in place; it must be loaded anew to get its own weights back."""
    import torch

    if quantised == "fp8":
        denoiser.enable_layerwise_casting(storage_dtype=torch.float8_e4m3fn, compute_dtype=getattr(torch, NAMES[precision]))
    elif quantised == "int8":
        from torchao.quantization import Int8WeightOnlyConfig, quantize_

        quantize_(denoiser, Int8WeightOnlyConfig())


def cache(denoiser: Any, wanted: Cache, steps: int) -> Cache:
    """Puts the cache on a denoiser in place of what it had, and returns what is on.

    "none" for fewer than FEWEST_STEPS steps. Raises BadInput for a denoiser that takes no such cache.
    """
    if getattr(denoiser, "is_cache_enabled", False):
        denoiser.disable_cache()
    if wanted == "none" or steps < FEWEST_STEPS:
        return "none"
    from diffusers.hooks import FirstBlockCacheConfig, MagCacheConfig, TaylorSeerCacheConfig
    from diffusers.hooks.mag_cache import FLUX_MAG_RATIOS

    kind = type(denoiser).__name__
    unfit = BadInput(f"The cache {wanted!r} does not fit this model.", 'Set cache = "none" or another in diffusion.toml.')
    if (kind, wanted) in _BROKEN or (wanted == "magcache" and kind != "FluxTransformer2DModel"):
        raise unfit
    if wanted == "first block":
        config: Any = FirstBlockCacheConfig(threshold=_DRIFT)
    elif wanted == "taylorseer":
        config = TaylorSeerCacheConfig(cache_interval=2, disable_cache_before_step=max(2, steps // 6))
    else:
        config = MagCacheConfig(num_inference_steps=steps, mag_ratios=FLUX_MAG_RATIOS)
    try:
        denoiser.enable_cache(config)
    except (AttributeError, ValueError) as error:
        raise unfit from error
    return wanted


def attend(denoiser: Any, wanted: Attention, on: Device) -> None:
    """Has a denoiser use an attention kernel; "auto" leaves it as it is. Raises BadInput where that kernel cannot be had."""
    check(wanted, ATTENTION[wanted], on)
    if wanted == "auto" or not hasattr(denoiser, "set_attention_backend"):
        return
    denoiser.set_attention_backend(wanted)
