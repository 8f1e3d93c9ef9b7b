"""Model folders are checked before diffusers reads them: known classes, no code, no pickles, nothing missing or mixed up."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from engine.errors import BadInput
from engine.models import fits
from engine.models.describe import describe
from tests.models.files import safetensors
from tests.models.test_recognition import VAE, peft
from tests.tiny import extras

WEIGHTS = "diffusion_pytorch_model.safetensors"


@pytest.fixture
def copy(tiny: Callable[[str], Path], tmp_path: Path) -> Path:
    return shutil.copytree(tiny("sdxl"), tmp_path / "copy")


def edit(path: Path, **changes: Any) -> None:
    value = json.loads(path.read_text()) if path.exists() else {}
    path.write_text(json.dumps(value | changes))


def refusal(folder: Path) -> str:
    with pytest.raises(BadInput) as error:
        describe(folder)
    return str(error.value)


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"_class_name": "MyOwnPipeline"}, "asks for the pipeline MyOwnPipeline"),
        ({"_class_name": ["pipeline", "MyOwnPipeline"]}, "which is not one that Plantain knows"),
        ({"_class_name": "DiffusionPipeline"}, "asks for the pipeline DiffusionPipeline"),
        ({"unet": ["my_unet", "UNet"]}, "asks for my_unet.UNet as its unet"),
        ({"unet": ["diffusers", "CLIPTextModel"]}, "asks for diffusers.CLIPTextModel as its unet"),
        ({"unet": ["os", "system"]}, "asks for os.system as its unet"),
        ({"unet": ["diffusers"]}, "which is not a class that Plantain knows"),
        ({"unet": [1, {}]}, "which is not a class that Plantain knows"),
        ({"extra": ["diffusers", "AutoencoderKL"]}, "lacks its folder “extra”"),
        ({"../elsewhere": ["diffusers", "AutoencoderKL"]}, "lacks its folder “../elsewhere”"),
        ({"auto_map": {"AutoModel": "code.Model"}}, "asks to run code that is not part of diffusers (auto_map"),
    ],
)
def test_an_index_may_only_name_known_classes(copy: Path, changes: dict[str, Any], why: str) -> None:
    edit(copy / "model_index.json", **changes)
    assert why in refusal(copy)


@pytest.mark.parametrize("name", ["pipeline.py", "unet/my_unet.py"])
def test_a_folder_with_a_program_in_it_is_refused(copy: Path, name: str) -> None:
    (copy / name).write_text("raise SystemExit\n")
    said = refusal(copy)
    assert f"brings a program of its own, {name}" in said
    assert "Use a version of this model that diffusers knows by itself" in said


@pytest.mark.parametrize("name", ["text_encoder/config.json", "tokenizer/tokenizer_config.json", "unet/config.json"])
def test_code_that_a_part_asks_for_is_refused(copy: Path, name: str) -> None:
    edit(copy / name, auto_map={"AutoModel": "modeling.Model"})
    assert f"auto_map in {name}" in refusal(copy)


@pytest.mark.parametrize(("text", "why"), [("{", "is no JSON"), ("[1]", "is no JSON object"), ("[" * 100_000, "is no JSON")])
def test_a_broken_index_is_told(copy: Path, text: str, why: str) -> None:
    (copy / "model_index.json").write_text(text)
    assert why in refusal(copy)
    (copy / "model_index.json").write_text("{}" + " " * 9_000_000)
    assert "is too long" in refusal(copy)


def test_what_is_missing_is_named(copy: Path) -> None:
    (copy / "unet" / "config.json").unlink()
    assert "lacks unet/config.json" in refusal(copy)
    (copy / "vae" / WEIGHTS).unlink()
    assert "has no weights in “vae”" in refusal(copy)
    shutil.rmtree(copy / "tokenizer_2")
    assert "lacks its folder “tokenizer_2”" in refusal(copy)


def test_a_part_with_only_pickles_is_refused_as_one(copy: Path) -> None:
    (copy / "unet" / WEIGHTS).rename(copy / "unet" / "diffusion_pytorch_model.bin")
    assert "“diffusion_pytorch_model.bin” is a pickle" in refusal(copy)


def sharded(folder: Path) -> None:
    """The U-Net's weights in several files, as diffusers saves large ones."""
    from diffusers import UNet2DConditionModel

    network = UNet2DConditionModel.from_pretrained(folder / "unet")
    (folder / "unet" / WEIGHTS).unlink()
    network.save_pretrained(folder / "unet", max_shard_size="200KB")


def test_missing_shards_are_named(copy: Path) -> None:
    before = describe(copy).model
    sharded(copy)
    whole = describe(copy)
    assert whole.model.parameters == before.parameters
    shards = sorted((copy / "unet").glob("*-of-*.safetensors"))
    assert len(shards) > 2
    assert {Path("unet") / shard.name for shard in shards} <= set(whole.files)
    shards[1].unlink()
    assert f"lacks 1 of {len(shards)} weight files in “unet”: {shards[1].name}" in refusal(copy)
    index = next((copy / "unet").glob("*.index.json"))
    edit(index, weight_map={"a": "../../secret.safetensors"})
    assert "wants weights from ../../secret.safetensors" in refusal(copy)
    index.unlink()
    assert "lacks the index of the weights in “unet”" in refusal(copy)


def test_half_precision_beside_full_is_left_where_it_is(copy: Path) -> None:
    from diffusers import DiffusionPipeline

    plain = describe(copy)
    for part in ("unet", "vae"):
        shutil.copy(copy / part / WEIGHTS, copy / part / "diffusion_pytorch_model.fp16.safetensors")
    assert (describe(copy).model.variant, describe(copy).files) == ("", plain.files)
    for part in ("unet", "vae"):
        (copy / part / WEIGHTS).unlink()
    found = describe(copy)
    assert found.model.variant == "fp16"
    assert Path("unet/diffusion_pytorch_model.fp16.safetensors") in found.files
    assert Path("text_encoder/model.safetensors") in found.files
    pipeline = DiffusionPipeline.from_pretrained(copy, variant=found.model.variant, local_files_only=True, use_safetensors=True)
    assert type(pipeline).__name__ == found.model.pipeline


@pytest.mark.parametrize(
    ("name", "changes", "why"),
    [
        ("unet/config.json", {"in_channels": 9}, "“conv_in.weight” has 4 where the configuration says 9"),
        ("unet/config.json", {"cross_attention_dim": 2048}, "where the configuration says 2048"),
        ("vae/config.json", {"latent_channels": 16}, "“decoder.conv_in.weight” has 4"),
        ("text_encoder/config.json", {"num_hidden_layers": 12}, "there are 3 blocks where “num_hidden_layers” says 12"),
        ("text_encoder/config.json", {"vocab_size": 49408}, "where the configuration says 49408"),
    ],
)
def test_weights_that_are_not_those_of_their_configuration_are_told(
    copy: Path, name: str, changes: dict[str, Any], why: str
) -> None:
    edit(copy / name, **changes)
    assert why in refusal(copy)


def test_a_pipeline_s_card_tells_its_licence(copy: Path) -> None:
    assert describe(copy).model.licence == ""
    (copy / "README.md").write_text("---\nlicense: other\nlicense_name: stabilityai-ai-community\n---\n# A model\n")
    assert describe(copy).model.licence == "stabilityai-community"
    (copy / "README.md").write_text("---\nlicense: made-up-licence\n---\n")
    assert describe(copy).model.licence == "unknown"
    (copy / "README.md").write_text("# A model\nlicense: mit\n")
    assert describe(copy).model.licence == ""


def test_parts_fit_the_models_that_they_were_made_for(tiny: Callable[[str], Path], tmp_path: Path) -> None:
    base = {
        family: describe(tiny(family)).model for family in ("sd15", "sdxl", "flux", "flux-kontext", "qwen-image", "z-image")
    }
    lora = describe(extras.lora("sdxl", tmp_path / "lora")).model
    assert fits(lora, base["sdxl"]) == ""
    assert fits(lora, base["flux"]) == f"“{lora.name}” was made for SDXL, and “flux” is FLUX.1."
    flux = describe(extras.lora("flux", tmp_path / "flux-lora")).model
    assert (fits(flux, base["flux"]), fits(flux, base["flux-kontext"])) == ("", "")
    qwen = describe(extras.lora("qwen-image", tmp_path / "qwen-lora")).model
    assert (qwen.family, fits(qwen, base["qwen-image"])) == ("unknown", "")
    assert "It cannot be told which models" in fits(qwen, base["z-image"])
    control = describe(extras.controlnet("sd15", tmp_path / "control")).model
    assert fits(control, base["sd15"]) == ""
    assert "was made for Stable Diffusion 1.5, and “sdxl” is SDXL" in fits(control, base["sdxl"])
    adapter = describe(extras.ip_adapter("sd15", tmp_path / "adapter")).model
    assert (adapter.role, fits(adapter, base["sd15"])) == ("ip-adapter", "")
    assert fits(adapter, base["sdxl"]) != ""
    vae = describe(safetensors(tmp_path / "vae.safetensors", VAE)).model
    assert (fits(vae, base["sd15"]), fits(vae, base["sdxl"])) == ("", "")
    assert "a VAE for latents of 4 channels, and “flux” makes 16" in fits(vae, base["flux"])
    assert fits(base["sdxl"], base["sd15"]) == "“sdxl” is a pipeline of its own and cannot be added to another model."
    odd = describe(safetensors(tmp_path / "odd.safetensors", peft(("some.layer", 8, 8)))).model
    assert "It cannot be told" in fits(odd, base["sdxl"])
