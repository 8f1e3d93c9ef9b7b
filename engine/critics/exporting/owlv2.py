"""OWLv2: a picture's boxes with a vector and an objectness each, and words as vectors that the boxes' are compared with.

The picture is looked at once for any number of words: the last step, words against boxes, is left out of the networks.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from engine.critics.exporting import published
from engine.critics.exporting.writing import write
from engine.models.critic_folder import Card
from engine.models.importing import Progress

OUTPUTS = ("boxes", "vectors", "affine", "objectness")


def export(source: Path, folder: Path, languages: tuple[str, ...], progress: Progress) -> Card:
    """Write the two networks of an Owlv2ForObjectDetection.

    image: pictures (n, 3, size, size) → boxes (n, p, 4) as centre, width and height of the padded square, vectors (n, p, d)
    of length 1, affine (n, p, 2) and objectness (n, p). The logit of words is (vectors · words + affine[0]) · affine[1].
    text: token ids and their mask (n, tokens) → vectors (n, d) of length 1.
    """
    import torch

    progress(0.0)
    ready = published.preparation(source) | {"fit": "pad"}
    model = published.network(source, "owlv2")
    length = model.config.text_config.max_position_embeddings

    def image(pixels: Any) -> Any:
        grid, _ = model.image_embedder(pixels)
        cells = grid.flatten(1, 2)
        head = model.class_head
        affine = torch.cat([head.logit_shift(cells), head.elu(head.logit_scale(cells)) + 1], dim=-1)
        return model.box_predictor(cells, grid), _unit(head.dense0(cells)), affine, model.objectness_predictor(cells)

    def text(ids: Any, mask: Any) -> Any:
        return _unit(model.owlv2.get_text_features(input_ids=ids, attention_mask=mask).pooler_output)

    published.tokenizer(source, folder, length)
    progress(0.1)
    off = write(model, image, {"pixels": published.noise(ready["size"])}, OUTPUTS, folder / "image.onnx")
    progress(0.7)
    ids = published.tokens(folder)
    off = max(off, write(model, text, {"ids": ids, "mask": torch.ones_like(ids)}, ("vectors",), folder / "text.onnx"))
    progress(1.0)
    return Card(
        kind="owlv2",
        networks={"image": "image.onnx", "text": "text.onnx"},
        source=folder.name,
        licence=published.licence(source),
        facts={"answers as torch does": f"off by {off:.1e} at most"},
        **ready,
    )


def _unit(vectors: Any) -> Any:
    """As long as OWLv2 makes them before it compares them."""
    return vectors / (vectors.norm(dim=-1, keepdim=True) + 1e-6)
