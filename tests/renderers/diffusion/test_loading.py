"""From disk to memory: folders, bare denoisers as safetensors and GGUF; what is not whole or does not match is told."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine.errors import BadInput, Cancelled, EngineFailure
from engine.models import library
from engine.models.describe import describe
from engine.models.importing import import_model, remove_model
from engine.renderers.diffusion import loading
from engine.renderers.diffusion.briefing import steps
from engine.renderers.diffusion.drawing import draw
from engine.renderers.diffusion.families import Settings, settings
from engine.renderers.diffusion.loading import Loaded, load
from engine.types import Brief
from tests.fakes import Silent
from tests.renderers.diffusion.test_extras import JOB, described
from tests.tiny import ldm


@pytest.fixture
def sdxl(tiny: Callable[[str], Path], tmp_path: Path) -> Path:
    return Path(shutil.copytree(tiny("sdxl"), tmp_path / "sdxl"))


def test_a_missing_shard_is_told(sdxl: Path) -> None:
    (sdxl / "unet" / "diffusion_pytorch_model.safetensors").unlink()
    with pytest.raises(BadInput, match=r"sdxl is not whole.*Import or download it again"):
        load(described(sdxl, "pipeline", "sdxl", "folder"), "fp32")


def test_a_configuration_that_does_not_match_is_told(sdxl: Path) -> None:
    config = sdxl / "unet" / "config.json"
    config.write_text(json.dumps(json.loads(config.read_text()) | {"cross_attention_dim": 48}))
    with pytest.raises(BadInput, match="weights of sdxl do not match its configuration"):
        load(described(sdxl, "pipeline", "sdxl", "folder"), "fp32")


def test_a_model_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="is no longer at"):
        load(described(tmp_path / "gone", "pipeline", "sdxl", "folder"), "fp32")


def test_a_bare_denoiser_needs_a_folder_of_its_family(tiny: Callable[[str], Path]) -> None:
    file = tiny("flux") / "transformer" / "diffusion_pytorch_model.safetensors"
    with pytest.raises(BadInput, match="Import a diffusers folder of the same family"):
        load(described(file, "transformer", "flux", "file"), "fp32")


@pytest.mark.parametrize("family", ["sd15", "flux", "z-image"])
def test_a_bare_denoiser_draws_what_its_folder_does(family: str, tiny: Callable[[str], Path]) -> None:
    base = described(tiny(family), "pipeline", family, "folder")
    part = "unet" if family == "sd15" else "transformer"
    file = tiny(family) / part / "diffusion_pytorch_model.safetensors"
    bare = load(described(file, "transformer", family, "file"), "fp32", base)
    assert np.array_equal(draw(bare, JOB, Silent()), draw(load(base, "fp32"), JOB, Silent()))


def test_flux_dev_and_schnell_are_told_apart_whichever_folder_serves_them(tiny: Callable[[str], Path], tmp_path: Path) -> None:
    from diffusers import FlowMatchEulerDiscreteScheduler, FluxTransformer2DModel

    dev, schnell = tiny("flux"), tmp_path / "schnell"
    config = FluxTransformer2DModel.load_config(dev, subfolder="transformer")
    shutil.copytree(dev, schnell)
    FluxTransformer2DModel.from_config({**config, "guidance_embeds": False}).save_pretrained(schnell / "transformer")
    FlowMatchEulerDiscreteScheduler(shift=1.0).save_pretrained(schnell / "scheduler")
    for own, other, usual, shifts in ((schnell, dev, 4, False), (dev, schnell, 28, True)):
        file = own / "transformer" / "diffusion_pytorch_model.safetensors"
        base = described(other, "pipeline", "flux", "folder")
        bare = load(described(file, "transformer", "flux", "file"), "fp32", base)
        assert settings(bare.traits, bare.pipeline).steps == usual
        assert bare.pipeline.scheduler.config.use_dynamic_shifting == shifts
        whole = load(described(own, "pipeline", "flux", "folder"), "fp32")
        expected = draw(whole, JOB, Silent())
        assert np.array_equal(draw(bare, JOB, Silent()), expected)
        alone = load(described(file.parent, "transformer", "flux", "folder"), "fp32", base)
        assert np.array_equal(draw(alone, JOB, Silent()), expected)


def test_of_a_transformer_with_all_the_rest_in_one_file_the_rest_is_its_familys(
    tiny: Callable[[str], Path], tmp_path: Path
) -> None:
    import torch
    from safetensors.torch import load_file, save_file

    base = described(tiny("z-image"), "pipeline", "z-image", "folder")
    own = load_file(tiny("z-image") / "transformer" / "diffusion_pytorch_model.safetensors")
    found = {"model.diffusion_model." + re.sub(r"all_(.*)2-1[.]", r"\1", name): weight for name, weight in own.items()}
    save_file(found | {"vae.decoder.conv_in.weight": torch.zeros(8, 16, 3, 3)}, tmp_path / "all.safetensors")
    model = describe(tmp_path / "all.safetensors").model
    assert (model.role, model.family) == ("checkpoint", "z-image")
    assert np.array_equal(draw(load(model, "fp32", base), JOB, Silent()), draw(load(base, "fp32"), JOB, Silent()))


@pytest.mark.parametrize("whole", [True, False])
def test_a_latent_consistency_model_takes_the_guidance_scale_itself_and_few_steps(
    whole: bool, tiny: Callable[[str], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import torch
    from safetensors.torch import load_file, save_file

    config = shutil.copytree(tiny("sd15"), tmp_path / "config", ignore=shutil.ignore_patterns("*.safetensors"))
    monkeypatch.setattr(loading, "config_folder", lambda *_: config)
    base = described(tiny("sd15"), "pipeline", "sd15", "folder")
    file, layer = tmp_path / "lcm.safetensors", torch.randn(8, 256)
    if whole:
        ldm.save(load(base, "fp32").pipeline, file)
        save_file(load_file(file) | {"model.diffusion_model.time_embed.cond_proj.weight": layer}, file)
    else:
        own = load_file(tiny("sd15") / "unet" / "diffusion_pytorch_model.safetensors")
        save_file(own | {"time_embedding.cond_proj.weight": layer}, file)
    read = load(describe(file).model, "fp32", base)
    assert torch.equal(read.denoiser.time_embedding.cond_proj.weight, layer)
    assert type(read.scheduler).__name__ == "LCMScheduler"
    assert settings(read.traits, read.pipeline) == Settings(4, 8.0)
    assert not read.traits.reads.negative
    pictures = [draw(read, replace(JOB, guidance=guidance), Silent()) for guidance in (8.0, 8.0, 2.0)]
    assert np.array_equal(pictures[0], pictures[1])
    assert not np.array_equal(pictures[0], pictures[2])


def test_a_checkpoint_without_its_text_encoder_is_told(
    tiny: Callable[[str], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from safetensors.torch import load_file, save_file

    monkeypatch.setattr(loading, "config_folder", lambda *_: tiny("sd15"))
    file = ldm.save(load(described(tiny("sd15"), "pipeline", "sd15", "folder"), "fp32").pipeline, tmp_path / "some.safetensors")
    save_file({name: weight for name, weight in load_file(file).items() if "cond_stage" not in name}, file)
    with pytest.raises(BadInput, match="do not match its configuration: Failed to load CLIPTextModel"):
        load(describe(file).model, "fp32")


def test_a_bare_denoiser_takes_the_variant_that_its_base_has(tiny: Callable[[str], Path], tmp_path: Path) -> None:
    whole = load(described(tiny("sd15"), "pipeline", "sd15", "folder"), "fp32")
    whole.pipeline.save_pretrained(tmp_path / "half", variant="fp16")
    base = described(tmp_path / "half", "pipeline", "sd15", "folder").replace(variant="fp16")
    file = tmp_path / "half" / "unet" / "diffusion_pytorch_model.fp16.safetensors"
    bare = load(described(file, "transformer", "sd15", "file"), "fp32", base)
    assert np.array_equal(draw(bare, JOB, Silent()), draw(whole, JOB, Silent()))


@pytest.mark.parametrize("family", ["sd15", "sdxl"])
def test_a_checkpoint_in_one_file_draws_what_its_folder_does(
    family: str, tiny: Callable[[str], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import torch

    config = shutil.copytree(tiny(family), tmp_path / "config", ignore=shutil.ignore_patterns("*.safetensors"))
    monkeypatch.setattr(loading, "config_folder", lambda *_: config)
    whole = load(described(tiny(family), "pipeline", family, "folder"), "fp32")
    file = ldm.save(whole.pipeline, tmp_path / "checkpoint.safetensors")
    model = describe(file).model
    assert (model.role, model.family, model.channels) == ("checkpoint", family, 4)
    read = load(model, "fp32")
    for name, network in whole.pipeline.components.items():
        if isinstance(network, torch.nn.Module):
            weights = getattr(read.pipeline, name).state_dict()
            assert weights.keys() == network.state_dict().keys()
            assert all(torch.equal(weights[key], value) for key, value in network.state_dict().items()), name
    assert np.array_equal(draw(read, JOB, Silent()), draw(whole, JOB, Silent()))


@pytest.mark.parametrize(
    ("arrays", "metadata", "scheduler", "usual"),
    [
        (["v_pred"], {}, ("EulerDiscreteScheduler", "v_prediction", "linspace"), 28),
        (["v_pred", "ztsnr"], {}, ("EulerDiscreteScheduler", "v_prediction", "linspace"), 28),
        ([], {"modelspec.prediction_type": "v"}, ("EulerDiscreteScheduler", "v_prediction", "linspace"), 28),
        ([], {"modelspec.prediction_type": "epsilon"}, ("EulerDiscreteScheduler", "epsilon", "linspace"), 28),
        (
            [],
            {"modelspec.architecture": "stable-diffusion-xl-turbo-v1"},
            ("EulerDiscreteScheduler", "epsilon", "trailing"),
            6,
        ),
    ],
)
def test_a_checkpoint_is_denoised_as_its_header_says_that_it_was_trained(
    arrays: list[str],
    metadata: dict[str, str],
    scheduler: tuple[str, str, str],
    usual: int,
    tiny: Callable[[str], Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import torch
    from safetensors.torch import load_file, save_file

    config = shutil.copytree(tiny("sdxl"), tmp_path / "config", ignore=shutil.ignore_patterns("*.safetensors"))
    monkeypatch.setattr(loading, "config_folder", lambda *_: config)
    whole = load(described(tiny("sdxl"), "pipeline", "sdxl", "folder"), "fp32")
    file = ldm.save(whole.pipeline, tmp_path / "checkpoint.safetensors")
    save_file(load_file(file) | {name: torch.zeros(0) for name in arrays}, file, metadata)
    read = load(describe(file).model, "fp32")
    found = read.scheduler.config
    assert (type(read.scheduler).__name__, found.prediction_type, found.timestep_spacing) == scheduler
    assert found.get("rescale_betas_zero_snr", False) == ("ztsnr" in arrays)
    assert settings(read.traits, read.pipeline).steps == usual
    assert np.isfinite(draw(read, JOB, Silent())).all()


def test_what_the_catalogue_knows_of_a_distilled_model_is_taken_where_its_files_are_silent(
    tiny: Callable[[str], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def named(path: Path, entry: str) -> Loaded:
        return load(import_model(library(), path, lambda _: None, entry=entry), "fp32")

    usual = named(tiny("ernie-image"), "ernie-image")
    assert settings(usual.traits, usual.pipeline).steps == 40
    remove_model(library(), usual.model)
    turbo = named(tiny("ernie-image"), "ernie-image-turbo")
    assert settings(turbo.traits, turbo.pipeline) == Settings(8, 1.0)
    assert steps(turbo, Brief(prompt="a cat", quality="pro")) == 8

    config = shutil.copytree(tiny("sdxl"), tmp_path / "config", ignore=shutil.ignore_patterns("*.safetensors"))
    monkeypatch.setattr(loading, "config_folder", lambda *_: config)
    whole = load(described(tiny("sdxl"), "pipeline", "sdxl", "folder"), "fp32")
    whole.pipeline.unet.register_to_config(sample_size=128)
    one = named(ldm.save(whole.pipeline, tmp_path / "checkpoint.safetensors"), "sdxl-turbo")
    assert one.scheduler.config.timestep_spacing == "trailing"
    assert settings(one.traits, one.pipeline).steps == 6
    assert one.native == 512


def test_a_whole_checkpoint_that_lacks_its_configuration_is_not_called_a_denoiser(tiny: Callable[[str], Path]) -> None:
    file = tiny("flux") / "transformer" / "diffusion_pytorch_model.safetensors"
    with pytest.raises(BadInput, match=r"is a whole model in one file, .*Import a diffusers folder of the same family"):
        load(described(file, "checkpoint", "flux", "file"), "fp32")


def test_a_gguf_denoiser_draws_nearly_what_it_was_made_from(tiny: Callable[[str], Path], tmp_path: Path) -> None:
    from tests.tiny.extras import gguf

    base = described(tiny("flux"), "pipeline", "flux", "folder")
    file = gguf(tiny("flux") / "transformer", tmp_path / "flux.gguf")
    bare = load(described(file, "transformer", "flux", "gguf"), "fp32", base)
    assert type(bare.pipeline.transformer.proj_out).__name__ == "GGUFLinear"
    near = draw(bare, JOB, Silent()).astype(int) - draw(load(base, "fp32"), JOB, Silent())
    assert 0 < abs(near).mean() < 3


def test_cancelled_within_a_step_and_ready_for_the_next(tiny: Callable[[str], Path]) -> None:
    model = load(described(tiny("sdxl"), "pipeline", "sdxl", "folder"), "fp32")
    plain = draw(model, JOB, Silent())
    with pytest.raises(Cancelled):
        draw(model, JOB, Silent(cancel_after=1))
    assert np.array_equal(draw(model, JOB, Silent()), plain)


def test_a_vae_that_overflows_is_run_again_in_full(tiny: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch) -> None:
    import torch

    model = load(described(tiny("flux"), "pipeline", "flux", "folder"), "bf16")
    decode = model.pipeline.vae.decode

    def overflowing(latents: torch.Tensor, **named: object) -> tuple[torch.Tensor]:
        (pixels,) = decode(latents, **named)
        return (pixels if pixels.dtype == torch.float32 else pixels * float("nan"),)

    monkeypatch.setattr(model.pipeline.vae, "decode", overflowing)
    context = Silent()
    assert draw(model, JOB, context).std() > 5
    assert len(context.told) == 1
    assert "drawn again" in context.told[0]


def test_latents_that_overflow_are_no_picture(tiny: Callable[[str], Path]) -> None:
    import torch

    model = load(described(tiny("flux"), "pipeline", "flux", "folder"), "fp32")
    with torch.no_grad():
        model.pipeline.transformer.proj_out.weight.fill_(float("nan"))
    with pytest.raises(EngineFailure, match="its numbers overflowed in fp32"):
        draw(model, JOB, Silent())


def test_a_network_that_breaks_while_it_draws_is_told(tiny: Callable[[str], Path]) -> None:
    import torch

    model = load(described(tiny("flux"), "pipeline", "flux", "folder"), "fp32")
    model.pipeline.transformer.context_embedder = torch.nn.Linear(7, 32)
    with pytest.raises(EngineFailure, match=r"broke as it drew: .*mat1 and mat2"):
        draw(model, JOB, Silent())
