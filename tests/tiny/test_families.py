"""The tiny models are what they claim to be: each is read by diffusers as a real one is."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tiny.families import FAMILIES


@pytest.mark.parametrize("family", FAMILIES)
def test_a_tiny_pipeline_is_saved_whole_and_small(family: str, tiny: Callable[[str], Path]) -> None:
    from diffusers import DiffusionPipeline

    folder = tiny(family)
    pipeline = DiffusionPipeline.from_pretrained(folder, local_files_only=True, use_safetensors=True)
    missing = [name for name in pipeline.config if name in pipeline.components and getattr(pipeline, name) is None]
    assert set(missing) <= {"safety_checker", "feature_extractor", "image_encoder", "pe", "pe_tokenizer"}
    assert sum(file.stat().st_size for file in folder.rglob("*")) < 4_000_000
