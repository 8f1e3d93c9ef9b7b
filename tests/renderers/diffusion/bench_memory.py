"""What the networks of the families need beside their weights: `python -m tests.renderers.diffusion.bench_memory`.

Each is built at its real size with weights that exist in shape only, and the bytes that are alive at once while it works
are counted operation by operation, in bf16, with guidance where the family uses it. Beside it what memory.py reckons with.
The kernels' own scratch space is not in it, nor what PyTorch's allocator loses to fragments.
"""

from __future__ import annotations

import sys
import weakref
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import torch
from torch._subclasses.fake_tensor import FakeTensorMode
from torch.utils._python_dispatch import TorchDispatchMode
from torch.utils._pytree import tree_flatten

from engine.renderers.diffusion.memory import DECODE, DENOISE

SIDES = (512, 1024, 2048)
Case = tuple[str, int, Callable[[], Any], Callable[[Any, int], Any]]


class Alive(TorchDispatchMode):
    """Counts the bytes of the storages that operations make, and remembers the most at once."""

    def __init__(self) -> None:
        super().__init__()
        self.peak = self._now = 0
        self._sizes: dict[int, int] = {}

    def __torch_dispatch__(self, function: Any, types: Any, arguments: Any = (), named: Any = None) -> Any:
        given = {t.untyped_storage()._cdata for t in tree_flatten((arguments, named))[0] if isinstance(t, torch.Tensor)}
        result = function(*arguments, **(named or {}))
        for tensor in tree_flatten(result)[0]:
            if isinstance(tensor, torch.Tensor):
                storage = tensor.untyped_storage()
                if storage._cdata not in given and storage._cdata not in self._sizes:
                    self._sizes[storage._cdata] = storage.nbytes()
                    self._now += storage.nbytes()
                    self.peak = max(self.peak, self._now)
                    weakref.finalize(storage, self._gone, storage._cdata)
        return result

    def _gone(self, key: int) -> None:
        self._now -= self._sizes.pop(key, 0)


def alive(work: Callable[[], Any]) -> int:
    """The most bytes at once that the operations of `work` make."""
    with Alive() as counted:
        work()
    return int(counted.peak)


def zeros(*shape: int) -> torch.Tensor:
    return torch.zeros(*shape, dtype=torch.bfloat16)


def cases() -> Iterator[Case]:
    from diffusers import (
        AutoencoderKL,
        ChromaTransformer2DModel,
        FluxTransformer2DModel,
        QwenImageTransformer2DModel,
        SD3Transformer2DModel,
        UNet2DConditionModel,
    )

    channels = (128, 256, 512, 512)
    coder = {"down_block_types": ("DownEncoderBlock2D",) * 4, "up_block_types": ("UpDecoderBlock2D",) * 4}
    yield (
        "VAE, decoding", DECODE,
        lambda: AutoencoderKL(block_out_channels=channels, layers_per_block=2, latent_channels=16, **coder),
        lambda vae, side: vae.decode(zeros(1, 16, side // 8, side // 8)),
    )  # fmt: skip
    yield (
        "SD 1.5", DENOISE,
        lambda: UNet2DConditionModel(sample_size=64, cross_attention_dim=768, attention_head_dim=8),
        lambda unet, side: unet(zeros(2, 4, side // 8, side // 8), 1, zeros(2, 77, 768)),
    )  # fmt: skip
    yield (
        "SDXL", DENOISE,
        lambda: UNet2DConditionModel(
            sample_size=128, block_out_channels=(320, 640, 1280), layers_per_block=2, cross_attention_dim=2048,
            down_block_types=("DownBlock2D", "CrossAttnDownBlock2D", "CrossAttnDownBlock2D"),
            up_block_types=("CrossAttnUpBlock2D", "CrossAttnUpBlock2D", "UpBlock2D"), transformer_layers_per_block=(1, 2, 10),
            attention_head_dim=(5, 10, 20), use_linear_projection=True, addition_embed_type="text_time",
            addition_time_embed_dim=256, projection_class_embeddings_input_dim=2816,
        ),
        lambda unet, side: unet(
            zeros(2, 4, side // 8, side // 8), 1, zeros(2, 77, 2048),
            added_cond_kwargs={"text_embeds": zeros(2, 1280), "time_ids": zeros(2, 6)},
        ),
    )  # fmt: skip
    yield (
        "SD3.5 large", DENOISE,
        lambda: SD3Transformer2DModel(
            num_layers=38, num_attention_heads=38, caption_projection_dim=2432, pos_embed_max_size=192
        ),
        lambda net, side: net(zeros(2, 16, side // 8, side // 8), zeros(2, 333, 4096), zeros(2, 2048), zeros(2)),
    )  # fmt: skip
    yield (
        "FLUX.1", DENOISE,
        lambda: FluxTransformer2DModel(guidance_embeds=True),
        lambda net, side: net(
            zeros(1, (side // 16) ** 2, 64), zeros(1, 512, 4096), zeros(1, 768), zeros(1), zeros((side // 16) ** 2, 3),
            zeros(512, 3), zeros(1),
        ),
    )  # fmt: skip
    yield (
        "Chroma", DENOISE,
        ChromaTransformer2DModel,
        lambda net, side: net(
            zeros(1, (side // 16) ** 2, 64), zeros(1, 512, 4096), zeros(1), zeros((side // 16) ** 2, 3), zeros(512, 3)
        ),
    )  # fmt: skip
    yield (
        "Qwen-Image", DENOISE,
        QwenImageTransformer2DModel,
        lambda net, side: net(
            zeros(1, (side // 16) ** 2, 64), zeros(1, 512, 3584), torch.ones(1, 512, dtype=torch.long), zeros(1),
            [[(1, side // 16, side // 16)]],
        ),
    )  # fmt: skip


def main() -> None:
    torch.set_default_dtype(torch.bfloat16)
    sides = "".join(f"{side:>9} px" for side in SIDES)
    sys.stdout.write(f"{'GB beside the weights':<24}{'weights':>9}{sides}{'reckoned at 1024 px':>22}\n")
    for name, reckoned, made, work in cases():
        with FakeTensorMode(), torch.no_grad():
            network = made().eval()
            weights = 2 * sum(weight.numel() for weight in network.parameters())
            peaks = [alive(partial(work, network, side)) for side in SIDES]
        figures = "".join(f"{peak / 1e9:>12.2f}" for peak in peaks)
        sys.stdout.write(f"{name:<24}{weights / 1e9:>9.2f}{figures}{2 * reckoned * 1024**2 / 1e9:>22.2f}\n")


if __name__ == "__main__":
    main()
