"""Checkpoints in one file are completed without the network: configurations of the right size, CLIP's own tokens."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from engine.models import Family, Model, library
from engine.models.configs import config_folder


def checkpoint(family: Family, channels: int = 4) -> Model:
    return Model(
        id="a", name="a", path="a", role="checkpoint", family=family, layout="file",
        precision="fp16", parameters=1, bytes=1, channels=channels,
    )  # fmt: skip


def folder(family: Family, channels: int = 4) -> Path:
    made = config_folder(library(), checkpoint(family, channels))
    assert made is not None
    return made


@pytest.mark.parametrize(
    ("family", "sizes"),
    [
        ("sd15", {"unet": 859_520_964, "vae": 83_653_863, "text_encoder": 123_060_480}),
        ("sdxl", {"unet": 2_567_463_684, "vae": 83_653_863, "text_encoder": 123_060_480, "text_encoder_2": 694_659_840}),
    ],
)
def test_the_configured_networks_have_the_published_sizes(family: Family, sizes: dict[str, int]) -> None:
    import diffusers
    import transformers
    from accelerate import init_empty_weights

    made = folder(family)
    index = json.loads((made / "model_index.json").read_text())
    for part, size in sizes.items():
        module, kind = index[part]
        config = json.loads((made / part / "config.json").read_text())
        with init_empty_weights():
            if module == "diffusers":
                network = getattr(diffusers, kind).from_config(config)
            else:
                network = getattr(transformers, kind)(transformers.CLIPTextConfig.from_pretrained(made, subfolder=part))
        assert sum(weight.numel() for weight in network.parameters()) == size, part
        assert config.get("in_channels", 4) in (3, 4)


def test_the_tokenizer_gives_clip_s_numbers() -> None:
    from transformers import CLIPTokenizer

    made = folder("sdxl")
    first = CLIPTokenizer.from_pretrained(made, subfolder="tokenizer")
    words = first("a photo of a cat", padding="max_length", max_length=8).input_ids
    assert words == [49406, 320, 1125, 539, 320, 2368, 49407, 49407]
    assert len(first) == 49408
    second = CLIPTokenizer.from_pretrained(made, subfolder="tokenizer_2")
    assert second("a cat", padding="max_length", max_length=6).input_ids == [49406, 320, 2368, 49407, 0, 0]
    assert first("ÉCOLE naïve 日本 🍌").input_ids == second("école naïve 日本 🍌").input_ids


def test_an_inpainting_checkpoint_gets_its_nine_channels() -> None:
    config = json.loads((folder("sd15", 9) / "unet" / "config.json").read_text())
    assert config["in_channels"] == 9
    assert folder("sd15", 9) != folder("sd15")


def test_a_library_that_cannot_be_written_to_has_them_as_long_as_the_process_lives() -> None:
    library().root.mkdir(parents=True, exist_ok=True)
    (library().root / ".configs").write_text("in the way")
    made = folder("sd15")
    assert library().root not in made.parents
    assert (made / "tokenizer" / "merges.txt").is_file()
    assert folder("sd15") == made


def test_other_families_need_a_folder_of_their_own() -> None:
    assert config_folder(library(), checkpoint("flux")) is None
