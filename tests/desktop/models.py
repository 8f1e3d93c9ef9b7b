"""Models for tests of the window: a tiny file that is recognised as what it says, made on the spot."""

from __future__ import annotations

from pathlib import Path

import numpy as np


def lora(path: Path, seed: int = 0) -> Path:
    """A LoRA for SDXL of a few kilobytes."""
    from safetensors.numpy import save_file

    random = np.random.default_rng(seed)
    block = "unet.down_blocks.2.attentions.0.transformer_blocks.0.attn2.to_k"
    arrays = {
        f"{block}.lora_A.weight": random.normal(size=(4, 2048)).astype(np.float16),
        f"{block}.lora_B.weight": random.normal(size=(1280, 4)).astype(np.float16),
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    save_file(arrays, path)
    return path
