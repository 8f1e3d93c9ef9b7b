"""Critics as their makers publish them, tiny: the classes are real, the weights are drawn by lot."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

IMAGENET = {"image_mean": [0.485, 0.456, 0.406], "image_std": [0.229, 0.224, 0.225]}
README = "---\nlicense: apache-2.0\n---\n# A critic\n"


def saved(folder: Path, model: Any, prepared: dict[str, Any]) -> Path:
    """The folder of a network and how it wants its pictures."""
    model.save_pretrained(folder)
    (folder / "preprocessor_config.json").write_text(json.dumps(prepared), "utf-8")
    (folder / "README.md").write_text(README, "utf-8")
    return folder


def dinov2(folder: Path) -> Path:
    import torch
    from transformers import Dinov2Config, Dinov2Model

    torch.manual_seed(0)
    config = Dinov2Config(hidden_size=32, num_hidden_layers=1, num_attention_heads=2, image_size=28, patch_size=14, mlp_ratio=1)
    size = {"size": {"shortest_edge": 32}, "crop_size": {"height": 28, "width": 28}, "resample": 3}
    return saved(folder, Dinov2Model(config), {"image_processor_type": "BitImageProcessor", **size, **IMAGENET})
