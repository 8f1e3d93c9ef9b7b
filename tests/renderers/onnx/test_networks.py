"""Pipelines whose networks ONNX Runtime runs draw what torch draws: U-Nets and a flow transformer, in every mode."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import numpy as np
import pytest

pytest.importorskip("diffusers", reason="needs the diffusion extra")

from engine.errors import EngineFailure
from engine.models import library
from engine.models.importing import import_model
from engine.renderers.onnx import Onnx
from engine.renderers.onnx.export import Call, export
from engine.renderers.onnx.networks import Handed, hand_over
from engine.types import Array, Brief, Canvas, Plan, Sampling
from tests.fakes import Silent
from tests.renderers.contract import keeps_what_is_outside
from tests.tiny.families import FAMILIES

LATENTS, PIXELS = 2e-4, 1e-3
"""The tolerance: of latents that spread by 1 to 15, and of pixels in 0..1."""
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning", "ignore::UserWarning")


def built(family: str) -> Any:
    """The family's tiny pipeline; its U-Net and VAE have two levels, since tracing takes longer with every layer."""
    import torch

    torch.manual_seed(0)
    pipeline = FAMILIES[family]()
    if hasattr(pipeline, "unet"):
        pipeline.register_modules(unet=_unet(pipeline.unet.config))
    pipeline.register_modules(vae=_vae(pipeline.vae.config))
    pipeline = type(pipeline)(**{**pipeline.config, **pipeline.components})
    for part in pipeline.components.values():
        if isinstance(part, torch.nn.Module):
            part.eval()
    pipeline.set_progress_bar_config(disable=True)
    return pipeline


def _unet(config: Any) -> Any:
    from diffusers import UNet2DConditionModel

    names = ("addition_embed_type", "addition_time_embed_dim", "projection_class_embeddings_input_dim")
    return UNet2DConditionModel(
        sample_size=8,
        block_out_channels=(8, 16),
        layers_per_block=1,
        norm_num_groups=4,
        down_block_types=("DownBlock2D", "CrossAttnDownBlock2D"),
        up_block_types=("CrossAttnUpBlock2D", "UpBlock2D"),
        attention_head_dim=2,
        cross_attention_dim=config.cross_attention_dim,
        **{name: config[name] for name in names},
    )


def _vae(config: Any) -> Any:
    from diffusers import AutoencoderKL

    return AutoencoderKL(
        latent_channels=config.latent_channels,
        scaling_factor=config.scaling_factor,
        shift_factor=config.shift_factor,
        block_out_channels=(8, 8),
        down_block_types=("DownEncoderBlock2D",) * 2,
        up_block_types=("UpDecoderBlock2D",) * 2,
        norm_num_groups=4,
    )


def drawn(pipeline: Any, size: tuple[int, int] = (64, 64), **said: Any) -> Array:
    import torch

    call = {"prompt": "a red box", "num_inference_steps": 2, "output_type": "np", "generator": torch.Generator().manual_seed(3)}
    if "image" not in said:
        call |= {"height": size[0], "width": size[1]}
    return np.asarray(pipeline(**call | said).images[0])


@pytest.fixture(scope="module")
def sd15_files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("sd15")


@pytest.mark.parametrize("family", ["sd15", *(pytest.param(name, marks=pytest.mark.slow) for name in ("sdxl", "flux"))])
def test_the_same_picture_as_torch_at_every_size_and_again_from_the_files(
    family: str, tmp_path: Path, sd15_files: Path
) -> None:
    torchs, ours = built(family), built(family)
    told: list[str] = []
    folder = sd15_files if family == "sd15" else tmp_path
    hand_over(ours.components, folder, lambda: built(family).components, told.append)
    for size in ((64, 64), (48, 96)):
        latents = [drawn(pipeline, size, output_type="latent") for pipeline in (torchs, ours)]
        assert np.abs(latents[0] - latents[1]).max() < LATENTS
        assert np.abs(drawn(torchs, size) - drawn(ours, size)).max() < PIXELS
    files = sorted(path.name.rpartition("-")[0] for path in folder.iterdir())
    assert len(files) == len(told) == len(set(files))

    again = built(family)
    hand_over(again.components, folder, _never, told.append)
    assert np.array_equal(drawn(again), drawn(ours))
    assert len(told) == len(files)
    denoiser = getattr(again, "unet", None) or again.transformer
    assert {weight.untyped_storage().nbytes() for weight in denoiser.parameters()} == {4}


def test_pictures_and_masks_go_in_as_before(sd15_files: Path) -> None:
    from diffusers import StableDiffusionImg2ImgPipeline, StableDiffusionInpaintPipeline
    from PIL import Image

    torchs, ours = built("sd15"), built("sd15")
    hand_over(ours.components, sd15_files, lambda: built("sd15").components, lambda _: None)
    noise = np.random.default_rng(1).integers(0, 256, (64, 64, 3), np.uint8)
    picture, mask = Image.fromarray(noise), Image.fromarray(np.uint8(np.arange(64) < 24) * np.ones((64, 1), np.uint8) * 255)
    modes: tuple[tuple[Callable[..., Any], dict[str, Any]], ...] = (
        (StableDiffusionImg2ImgPipeline, {"image": picture, "strength": 0.8}),
        (StableDiffusionInpaintPipeline, {"image": picture, "mask_image": mask, "height": 64, "width": 64}),
    )
    for mode, said in modes:
        one, other = (drawn(mode(**{**p.config, **p.components}), **said) for p in (torchs, ours))
        assert np.abs(one - other).max() < PIXELS


@pytest.mark.slow
def test_the_renderer_draws_with_a_model_from_the_library(tmp_path: Path, sd15_files: Path) -> None:
    built("sd15").save_pretrained(tmp_path / "tiny")
    model = import_model(library(), tmp_path / "tiny", lambda _: None)
    plan = Plan(canvas=Canvas(width=64, height=64, aspect="1:1", size="512"), kind="picture", elements=())
    brief = Brief(prompt="a red box", model=model.id, quality="fast", sampling=Sampling(steps=2))
    renderer, context = Onnx(), Silent()
    first = renderer.render(plan, brief, 3, context)
    assert first.pixels.shape == (64, 64, 3)
    assert (first.renderer, first.model, first.parameters["device"]) == ("onnx", model.id, "CPUExecutionProvider")
    assert any("made ready for ONNX Runtime" in sentence for sentence in context.told)
    keeps_what_is_outside(renderer, plan, brief, first, 1.0, 0.5)
    renderer.unload()


def test_a_damaged_file_is_told_with_what_to_do(tmp_path: Path) -> None:
    pipeline = built("sd15")
    hand_over(pipeline.components, tmp_path, _never, lambda _: None)
    signature = Call.of((pipeline.tokenizer("a box", return_tensors="pt").input_ids,), {"attention_mask": None}).signature
    folder = tmp_path / f"text_encoder-{signature}"
    folder.mkdir()
    (folder / "model.onnx").write_bytes(b"no network")
    (folder / "call.json").write_text("{}")
    with pytest.raises(EngineFailure, match=r"text encoder.*Delete"):
        pipeline.encode_prompt("a box", "cpu", 1, False)


def turning() -> Any:
    """A network that looks its answer up in complex numbers, which ONNX does not have."""
    import torch

    class Turning(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.angles = torch.nn.Parameter(torch.arange(8.0))

        def forward(self, at: Any) -> Any:
            return torch.view_as_real(torch.polar(torch.ones(8), self.angles)[at]) if at.ndim else self.angles * at

    return Turning()


def test_torch_runs_what_onnx_cannot_say_which_is_found_out_and_told_once(tmp_path: Path) -> None:
    import torch

    told: list[str] = []
    for _ in range(2):
        network, at = turning(), torch.tensor([1, 2])
        asked = network(at)
        network.forward = Handed("transformer", network, tmp_path, _never, told.append)
        assert torch.equal(network(at), asked)
    assert [sentence.split(" (")[0] for sentence in told] == [
        "The transformer is made ready for ONNX Runtime. This is done once for a model.",
        "The transformer of this model cannot be exported to ONNX",
    ]


def test_weights_that_were_let_go_come_back_where_torch_must_run_them_after_all(tmp_path: Path) -> None:
    import torch

    network, at = turning(), torch.tensor([3])
    network.forward = Handed("transformer", network, tmp_path, turning, lambda _: None)
    assert torch.equal(network(torch.tensor(2.0)), 2 * torch.arange(8.0))
    assert network.angles.untyped_storage().nbytes() == 4
    assert torch.equal(network(at), turning()(at))


def test_a_network_that_takes_no_open_size_has_a_file_for_each(tmp_path: Path) -> None:
    import torch

    def halves() -> Any:
        class Halves(torch.nn.Module):
            def forward(self, picture: Any) -> Any:
                across = {16: 4, 64: 8}[picture.shape[-1]]
                return picture.reshape(-1, across, across).mean(-1)

        return Halves()

    told: list[str] = []
    network = halves()
    network.forward = Handed("transformer", network, tmp_path, halves, told.append)
    for width in (16, 64, 16):
        picture = torch.rand(2, width)
        assert torch.allclose(network(picture), halves()(picture))
    assert len([folder for folder in tmp_path.iterdir() if (folder / "model.onnx").exists()]) == 2
    assert len(told) == 1


def test_a_file_that_answers_otherwise_than_torch_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import torch

    def wrong(forward: Any, network: Any, *rest: Any, **how: Any) -> None:
        export(lambda picture: 1.1 * forward(picture), network, *rest, **how)

    monkeypatch.setattr("engine.renderers.onnx.networks.export", wrong)
    told: list[str] = []
    picture, network = torch.rand(2, 3), cast("Any", torch.nn.Linear(3, 3))
    asked = network(picture)
    network.forward = Handed("transformer", network, tmp_path, _never, told.append)
    with torch.no_grad():
        assert torch.equal(network(picture), asked)
    assert told[-1].endswith("(it would answer 10% differently), so torch runs it.")


def _never() -> Any:
    raise AssertionError("the weights are not needed again")
