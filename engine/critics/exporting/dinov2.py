"""DINOv2: what a thing looks like, as a vector of length 1."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from engine.critics.exporting import published
from engine.critics.exporting.writing import write
from engine.models.critic_folder import Card
from engine.models.importing import Progress


def export(source: Path, folder: Path, languages: tuple[str, ...], progress: Progress) -> Card:
    """Write the one network of a Dinov2Model: pictures (n, 3, size, size) → vectors (n, d) from its first token."""
    import torch

    progress(0.0)
    ready = published.preparation(source)
    model = published.network(source, "dinov2")

    def image(pixels: Any) -> Any:
        return torch.nn.functional.normalize(model(pixel_values=pixels).pooler_output, dim=-1)

    progress(0.2)
    pixels = published.noise(ready["size"])
    off = write(model, image, {"pixels": pixels}, ("vectors",), folder / "image.onnx")
    progress(1.0)
    return Card(
        kind="dinov2",
        networks={"image": "image.onnx"},
        source=folder.name,
        licence=published.licence(source),
        facts={"answers as torch does": f"off by {off:.1e} at most"},
        **ready,
    )
