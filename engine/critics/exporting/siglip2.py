"""SigLIP 2: pictures and sentences as vectors of length 1 that are alike where the sentence fits the picture."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from engine.critics.exporting import published
from engine.critics.exporting.writing import write
from engine.models.critic_folder import Card
from engine.models.folder import read_json
from engine.models.importing import Progress

TOKENS: Final = 64
"""Texts are padded to so many tokens, as in training."""
PATCHES: Final = 256
"""The patches of a picture for the form that takes any size, where its configuration names none."""


def export(source: Path, folder: Path, languages: tuple[str, ...], progress: Progress) -> Card:
    """Write the two networks of a SiglipModel, or of a Siglip2Model for square pictures, which it takes of any shape.

    image: pictures (n, 3, size, size) → vectors (n, d). text: token ids (n, 64) → vectors (n, d). The probability that a text
    fits is sigmoid(scale · picture · text + bias); both figures are on the card.
    """
    import torch

    progress(0.0)
    model = published.network(source, "siglip2")
    any_shape = type(model).__name__ == "Siglip2Model"
    ready = published.preparation(source, _square(source) if any_shape else 0)
    patch, side = model.config.vision_config.patch_size, ready["size"]
    if any_shape:
        _settle(model.vision_model.embeddings, side // patch)

    def image(pixels: Any) -> Any:
        if not any_shape:
            return _unit(model.get_image_features(pixel_values=pixels).pooler_output)
        cells = side // patch
        cut = pixels.reshape(-1, 3, cells, patch, cells, patch).permute(0, 2, 4, 3, 5, 1)
        patches = cut.reshape(-1, cells * cells, 3 * patch * patch)
        ones = torch.ones_like(patches[..., 0], dtype=torch.int64)
        shapes = ones[:, :2] * cells
        seen = model.get_image_features(pixel_values=patches, pixel_attention_mask=ones, spatial_shapes=shapes)
        return _unit(seen.pooler_output)

    def text(ids: Any) -> Any:
        return _unit(model.get_text_features(input_ids=ids).pooler_output)

    published.tokenizer(source, folder, TOKENS, lower=True)
    progress(0.1)
    off = write(model, image, {"pixels": published.noise(side)}, ("vectors",), folder / "image.onnx")
    progress(0.5)
    off = max(off, write(model, text, {"ids": published.tokens(folder)}, ("vectors",), folder / "text.onnx"))
    progress(1.0)
    return Card(
        kind="siglip2",
        networks={"image": "image.onnx", "text": "text.onnx"},
        source=folder.name,
        licence=published.licence(source),
        figures={"scale": float(model.logit_scale.exp()), "bias": float(model.logit_bias)},
        facts={"answers as torch does": f"off by {off:.1e} at most"},
        **ready,
    )


def _square(source: Path) -> int:
    """The side of a square picture of as many patches as the form for any shape takes."""
    said = read_json(source / "preprocessor_config.json", source.name)
    most, patch = said.get("max_num_patches", PATCHES), said.get("patch_size", 16)
    return int(most**0.5) * patch if isinstance(most, int) and isinstance(patch, int) else 0


def _settle(embeddings: Any, cells: int) -> None:
    """Let the embeddings know their places once and for all: those of a square of so many patches a side."""
    import torch

    grid = embeddings.position_embedding.weight.detach()
    grid = grid.reshape(embeddings.position_embedding_size, embeddings.position_embedding_size, -1)
    places = embeddings.resize_positional_embeddings(grid, torch.tensor([[cells, cells]]), cells * cells)
    embeddings.forward = lambda pixel_values, spatial_shapes: embeddings.patch_embedding(pixel_values) + places


def _unit(vectors: Any) -> Any:
    return vectors / vectors.norm(p=2, dim=-1, keepdim=True)
