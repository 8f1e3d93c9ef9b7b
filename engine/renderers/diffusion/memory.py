"""Memory planned before anything is loaded: what the headers say that a model weighs, what a picture of the size takes.

Bytes of activations follow the number of pixels; `python -m tests.renderers.diffusion.bench_memory` measures the two
figures used here on every family's real network, without weights.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final, Literal

from engine.models import weights
from engine.models.header import Tensor
from engine.renderers.diffusion.devices import Device, Precision
from engine.renderers.diffusion.speed import SHRINKS, Quantised

Offload = Literal["none", "model", "sequential"]

BYTES: Final[dict[Precision, int]] = {"fp32": 4, "bf16": 2, "fp16": 2}
DENOISE: Final = 300
"""Numbers alive at once for each pixel while a denoiser works, guidance included; the largest of all families measured."""
DECODE: Final = 768
"""The same while a VAE decodes: its widest layer at full size, three times."""
TILE: Final = 512
"""The side of a tile, in pixels, where a picture is decoded in tiles."""
WORKSPACE: Final = 700_000_000
"""What the driver, the kernels' scratch space and fragmentation take besides."""
SMALLER: Final = (0.7, 0.5)
"""The shares of its side at which a picture is drawn that does not fit, before it is enlarged."""
_LAYER: Final = 0.05
"""The share of a network that is on the device at once when it comes layer by layer."""

_PARTS: Final = (
    ("vae", ("first_stage_model.", "vae.")),
    ("text_encoder", ("cond_stage_model.", "conditioner.", "text_encoders.", "text_encoder.", "cond_stage_model")),
)
_QUANTISED: Final = ("Q", "I", "U", "IQ")


@dataclass(frozen=True)
class Placement:
    """How a pass runs: on which device, in which precision, and what is done to make it fit.

    `scale` is the share of the side it is drawn at before it is enlarged; `emptied`: what torch kept was given back first.
    """

    device: Device
    precision: Precision
    offload: Offload = "none"
    tiled: bool = False
    scale: float = 1.0
    quantised: Quantised = "none"
    emptied: bool = False

    def parameters(self) -> dict[str, str | int | float]:
        """What of it belongs into a render's parameters: the device, the precision, and what is out of the ordinary."""
        usual: dict[str, str | int | float] = {"offload": "none", "tiled decoding": 0, "drawn at": 1.0, "quantised": "none"}
        found: dict[str, str | int | float] = {
            "offload": self.offload, "tiled decoding": int(self.tiled), "drawn at": self.scale, "quantised": self.quantised,
        }  # fmt: skip
        return {"device": self.device.name, "precision": self.precision} | {k: v for k, v in found.items() if v != usual[k]}


@dataclass(frozen=True)
class Needs:
    """What a pass takes: the bytes of each component at `precision`, and the pixels of the picture."""

    components: Mapping[str, int]
    pixels: int

    @property
    def heavy(self) -> tuple[str, ...]:
        """The components that work while the picture is denoised."""
        return tuple(name for name in self.components if not name.startswith(("text_encoder", "image_encoder", "vae")))

    def peak(self, placement: Placement) -> int:
        """The most bytes on the device at once."""
        each = BYTES[placement.precision]
        pixels = round(self.pixels * placement.scale**2)
        denoise = DENOISE * each * pixels
        wide = 4 if placement.precision == "fp16" else each  # several VAEs overflow in fp16 and are decoded in fp32
        decode = DECODE * wide * (min(pixels, TILE**2) if placement.tiled else pixels)
        shrunk = SHRINKS[placement.quantised]
        sizes = {name: round(size * (shrunk if name in self.heavy else 1)) for name, size in self.components.items()}
        working = sum(sizes[name] for name in self.heavy)
        if placement.offload == "none":
            return sum(sizes.values()) + max(denoise, decode)
        if placement.offload == "sequential":
            return round(_LAYER * max([working, *sizes.values()])) + max(denoise, decode)
        others = [(size + (decode if name.startswith("vae") else 0)) for name, size in sizes.items() if name not in self.heavy]
        return max([working + denoise, *others])


def precise(device: Device, needs: Callable[[Precision], Needs], stored: str = "") -> Precision:
    """The first of the device's precisions in which a pass fits it, else the smallest. A model that is `stored` neither in fp16
    nor in fp32 was made for bf16, and its numbers may be too large for fp16, which is then the last.

    By all the memory there is, not by what is free now, so that the same machine draws the same picture again.
    """
    order = sorted(device.precisions, key=lambda one: one == "fp16" and stored not in {"fp16", "fp32"})
    fitting = (one for one in order if needs(one).peak(Placement(device, one, tiled=True)) <= 0.95 * device.total)
    return next(fitting, min(order, key=BYTES.__getitem__))


def planned(
    needs: Needs, device: Device, precision: Precision, free: int, quantised: Quantised | Literal["auto"] = "auto"
) -> Placement:
    """The first placement on the device that fits into `free` bytes; the last resort where none does.

    With "auto" the denoiser is shrunk only where it would not fit otherwise.
    """
    first = Placement(device, precision, quantised="none" if quantised == "auto" else quantised)
    ways = list(candidates(first, shrink=quantised == "auto"))
    workspace = 0 if device.kind == "cpu" else WORKSPACE
    return next((way for way in ways if needs.peak(way) + workspace <= 0.95 * free), ways[-1])


def candidates(first: Placement, *, shrink: bool = True) -> Iterator[Placement]:
    """Ways to run on one device, the dearest in memory first; each costs time or quality that the one before did not."""
    yield first
    tiled = replace(first, tiled=True)
    yield tiled
    if first.device.shares_memory:
        last = tiled
    else:
        yield replace(tiled, offload="model")
        if shrink:
            yield replace(tiled, offload="model", quantised="fp8")
        last = replace(tiled, offload="sequential")
        yield last
    for scale in SMALLER:
        yield replace(last, scale=scale)


def weighed(models: Sequence[Path], controlnet: Path | None, precision: Precision) -> dict[str, int]:
    """The bytes of each component of models that go together: a bare denoiser takes the place of the one before it."""
    found: dict[str, int] = {}
    for path in models:
        parts = component_bytes(path, precision)
        if "unet" in found and "transformer" in parts:
            parts["unet"] = parts.pop("transformer")
        found |= parts
    return found | ({"controlnet": sum(component_bytes(controlnet, precision).values())} if controlnet else {})


def component_bytes(path: Path, precision: Precision) -> dict[str, int]:
    """What each component of a model on disk takes once loaded: a diffusers folder, a checkpoint, a bare network or VAE.

    Raises BadInput for a file that is damaged or no weights.
    """
    if path.is_dir():
        folders = sorted({file.parent for file in path.glob("*/*.safetensors")} or {path})
        named = {folder.name if folder != path else "transformer": folder for folder in folders}
        return {name: sum(_loaded(weights.read(file).tensors, precision) for file in _chosen(at)) for name, at in named.items()}
    parts: dict[str, dict[str, Tensor]] = {}
    for name, tensor in weights.read(path).tensors.items():
        part = next((part for part, prefixes in _PARTS if name.startswith(prefixes)), "transformer")
        parts.setdefault(part, {})[name] = tensor
    return {part: _loaded(tensors, precision) for part, tensors in parts.items()}


def _chosen(folder: Path) -> list[Path]:
    """The weight files that are loaded: where a variant (.fp16.) lies beside the full one, only one of them."""
    files = sorted(folder.glob("*.safetensors"))
    plain = [file for file in files if not file.stem.partition("-")[0].endswith((".fp16", ".bf16", ".fp32", ".non_ema"))]
    return plain or files


def _loaded(tensors: Mapping[str, Tensor], precision: Precision) -> int:
    """Bytes at `precision`; what is stored quantised stays as it is."""
    from math import prod

    each = BYTES[precision]
    return sum(t.bytes if t.dtype.startswith(_QUANTISED) else prod(t.shape) * each for t in tensors.values())


def place(pipeline: Any, placement: Placement) -> None:
    """Puts a loaded diffusers pipeline where the placement says, from wherever it was."""
    _released(pipeline)
    tile(pipeline.vae, tiled=placement.tiled)
    shown = getattr(getattr(pipeline, "unet", None), "encoder_hid_proj", None) is not None  # slices leave an IP-Adapter out
    if placement.device.attention == "math" and not shown and hasattr(pipeline, "enable_attention_slicing"):
        pipeline.enable_attention_slicing()
    if placement.offload == "model":
        pipeline.enable_model_cpu_offload(device=placement.device.name)
    elif placement.offload == "sequential":
        import torch

        pipeline.to("cpu")
        pipeline.enable_group_offload(onload_device=torch.device(placement.device.name), offload_type="leaf_level")
    else:
        pipeline.to(placement.device.name)


def _released(pipeline: Any) -> None:
    """Takes off what moves networks about: accelerate's hooks (model offload) and diffusers' (layer by layer)."""
    import torch
    from diffusers.hooks import HookRegistry

    pipeline.remove_all_hooks()
    for network in pipeline.components.values():
        if isinstance(network, torch.nn.Module):
            registry = HookRegistry.check_if_exists_or_initialize(network)
            for hook in ("group_offloading", "layer_execution_tracker", "lazy_prefetch_group_offloading"):
                registry.remove_hook(hook, recurse=True)


def tile(vae: Any, *, tiled: bool) -> None:
    """Has a VAE decode in tiles of at most TILE pixels, or in one piece; VAEs that cannot are left alone."""
    if not hasattr(vae, "enable_tiling"):
        return
    if not tiled:
        vae.disable_tiling()
        return
    vae.enable_tiling()
    side = getattr(vae, "tile_sample_min_size", 0)
    if side > TILE:
        vae.tile_latent_min_size = vae.tile_latent_min_size * TILE // side
        vae.tile_sample_min_size = TILE
