"""Critics as their makers publish them, tiny: the classes are real, the weights are drawn by lot."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.tiny import words

CLIP = {"image_mean": [0.48145466, 0.4578275, 0.40821073], "image_std": [0.26862954, 0.26130258, 0.27577711]}
HALVES = {"image_mean": [0.5, 0.5, 0.5], "image_std": [0.5, 0.5, 0.5]}
SMALL: dict[str, Any] = {"hidden_size": 32, "intermediate_size": 32, "num_hidden_layers": 1, "num_attention_heads": 2}
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


def owlv2(folder: Path) -> Path:
    import torch
    from transformers import Owlv2Config, Owlv2ForObjectDetection

    torch.manual_seed(0)
    read = words.clip(pad="!")
    config = Owlv2Config(
        text_config=SMALL | {"vocab_size": len(read), "max_position_embeddings": 16, "bos_token_id": 512, "eos_token_id": 513},
        vision_config=SMALL | {"image_size": 64, "patch_size": 16},
        projection_dim=32,
    )
    read.save_pretrained(folder)
    size = {"size": {"height": 64, "width": 64}, "resample": 2}
    return saved(folder, Owlv2ForObjectDetection(config), {"image_processor_type": "Owlv2ImageProcessor", **size, **CLIP})


def gemma(folder: Path) -> dict[str, Any]:
    """What reads the words, saved into the folder, and the configuration of a network that takes what it reads."""
    read = words.gemma()
    read.save_pretrained(folder)
    ends = {"bos_token_id": 2, "eos_token_id": 1, "pad_token_id": 0}
    return SMALL | {"vocab_size": len(read), "max_position_embeddings": 64} | ends


def siglip2(folder: Path) -> Path:
    import torch
    from transformers import SiglipConfig, SiglipModel

    torch.manual_seed(0)
    config = SiglipConfig(text_config=gemma(folder), vision_config=SMALL | {"image_size": 32, "patch_size": 16})
    size = {"size": {"height": 32, "width": 32}, "resample": 2}
    return saved(folder, SiglipModel(config), {"image_processor_type": "SiglipImageProcessor", **size, **HALVES})


def siglip2_any_shape(folder: Path) -> Path:
    import torch
    from transformers import Siglip2Config, Siglip2Model

    torch.manual_seed(0)
    config = Siglip2Config(text_config=gemma(folder), vision_config=SMALL | {"num_patches": 16, "patch_size": 8})
    prepared = {"image_processor_type": "Siglip2ImageProcessor", "patch_size": 8, "max_num_patches": 9, "resample": 2, **HALVES}
    return saved(folder, Siglip2Model(config), prepared)


def easyocr(folder: Path) -> Path:
    """EasyOCR's folder: its detector, and a recogniser of either generation, which are narrow but know all their letters."""
    import torch
    from easyocr import config
    from easyocr.craft import CRAFT
    from easyocr.model import model, vgg_model

    torch.manual_seed(0)
    folder.mkdir(parents=True)
    thai, cyrillic = config.recognition_models["gen1"]["thai_g1"], config.recognition_models["gen2"]["cyrillic_g2"]
    networks = {
        "craft_mlt_25k.pth": CRAFT(),
        thai["filename"]: model.Model(1, 32, 16, len(thai["characters"]) + 1),
        cyrillic["filename"]: vgg_model.Model(1, 32, 16, len(cyrillic["characters"]) + 1),
    }
    for name, network in networks.items():
        torch.save({f"module.{key}": tensor for key, tensor in network.state_dict().items()}, folder / name)
    return folder
