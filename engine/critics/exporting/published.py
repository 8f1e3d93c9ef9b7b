"""Networks as transformers saves them: safetensors with a configuration, loaded without running anything they bring."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from engine.critics.exporting.writing import OTHER
from engine.errors import BadInput
from engine.models import weights
from engine.models.allowed import CRITICS
from engine.models.critic_folder import MAX_TEXT, CriticKind
from engine.models.describe import licence_said
from engine.models.folder import read_json, weight_sets

RESAMPLING: Final = {2: "bilinear", 3: "bicubic"}
"""Pillow's numbers, as configurations have them."""


def network(source: Path, kind: CriticKind) -> Any:
    """The network in a folder, in fp32 and ready to answer, if it is of a class that this kind of critic is exported from.

    Raises BadInput for any other, for code, pickles, damaged files, and where weights are missing.
    """
    import torch
    import transformers

    transformers.utils.logging.disable_progress_bar()
    for path in source.glob("*.py"):
        raise BadInput(f"“{source.name}” brings a program of its own, {path.name}, which Plantain does not run.", OTHER)
    for path in source.glob("*config*.json"):
        read_json(path, source.name)
    architectures = read_json(source / "config.json", source.name).get("architectures")
    name = architectures[0] if isinstance(architectures, list) and architectures else ""
    classes = [known for known, of in CRITICS.items() if of == kind]
    if name not in classes:
        raise BadInput(
            f"“{source.name}” holds a {str(name)[:80] or 'network without a name'}, not a {' or '.join(classes)}.",
            "Name the folder of the critic as its makers publish it.",
        )
    for file in weight_sets(source, source.name).get("", []):
        if file.endswith(".safetensors"):
            weights.read(source / file)
    found, report = getattr(transformers, name).from_pretrained(
        source, local_files_only=True, use_safetensors=True, dtype=torch.float32, output_loading_info=True
    )
    if missing := sorted(report["missing_keys"]) or sorted(key for key, *_ in report["mismatched_keys"]):
        raise BadInput(
            f"“{source.name}” lacks {len(missing)} of its weights, {missing[0]} among them.", "Download or copy it again."
        )
    return found.eval()


def preparation(source: Path, square: int = 0) -> dict[str, Any]:
    """How pictures are made ready, as the folder's preprocessor_config.json says: fields of a `Card`. `square` is the side
    where that names none."""
    said = read_json(source / "preprocessor_config.json", source.name)
    size, crop = said.get("size"), said.get("crop_size")
    size = size if isinstance(size, dict) else {"height": size, "width": size}
    shorter = size.get("shortest_edge", 0)
    side = square or (crop if isinstance(crop, dict) and shorter else size).get("height")
    resample = RESAMPLING.get(said.get("resample", 2))
    mean, std = said.get("image_mean"), said.get("image_std")
    if resample is None or not isinstance(side, int) or not isinstance(mean, list) or not isinstance(std, list):
        raise BadInput(
            f"How “{source.name}” wants its pictures is not understood (preprocessor_config.json).",
            "Name the folder of the critic as its makers publish it.",
        )
    fit = "crop" if shorter else "stretch"
    return {"size": side, "shorter": shorter, "fit": fit, "resample": resample, "mean": tuple(mean), "std": tuple(std)}


def noise(size: int) -> Any:
    """Two pictures as networks take them, always the same: (2, 3, size, size)."""
    import torch

    return torch.randn(2, 3, size, size, generator=torch.Generator().manual_seed(0))


def tokens(folder: Path) -> Any:
    """Two texts as the tokenizer that was written reads them: ids (2, length)."""
    import torch
    from tokenizers import Tokenizer

    read = Tokenizer.from_file(str(folder / "tokenizer.json")).encode_batch(PHRASES[:2])
    return torch.tensor([encoded.ids for encoded in read])


def licence(source: Path) -> str:
    """The licence that the folder's model card names, "" where there is none."""
    return licence_said(source / "README.md")


def tokenizer(source: Path, folder: Path, length: int, *, lower: bool = False) -> None:
    """Write the folder's tokenizer as a `tokenizer.json` that cuts and pads every text to `length` tokens.

    Raises BadInput where it is none that can be written so.
    """
    import transformers
    from tokenizers import Tokenizer, normalizers

    made = transformers.AutoTokenizer.from_pretrained(source, local_files_only=True)
    if not made.is_fast:
        raise BadInput(f"The tokenizer of “{source.name}” has no tokenizer.json.", OTHER)
    said = made(PHRASES, padding="max_length", truncation=True, max_length=length)["input_ids"]
    backend = made.backend_tokenizer
    backend.enable_truncation(length)
    backend.enable_padding(direction=made.padding_side, pad_id=made.pad_token_id, pad_token=made.pad_token, length=length)
    if lower:
        first = [normalizers.Lowercase()]
        backend.normalizer = normalizers.Sequence([*first, backend.normalizer] if backend.normalizer else first)
    path = folder / "tokenizer.json"
    backend.save(str(path))
    if [
        encoded.ids for encoded in Tokenizer.from_file(str(path)).encode_batch(PHRASES)
    ] != said or path.stat().st_size > MAX_TEXT:
        raise BadInput(f"The tokenizer of “{source.name}” cannot be kept as it is.", OTHER)


PHRASES: Final = ["a red box", "two cats, asleep on a sofa!", "brötchen 7 × 3 東京", "word " * 90]
"""What a tokenizer that was written must read as it did before. In small letters, which no normalizer changes."""
