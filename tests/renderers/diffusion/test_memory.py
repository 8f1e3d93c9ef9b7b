"""Memory is planned from headers, and a pipeline goes where it is put, and back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from engine.renderers.diffusion.devices import Device, Precision, device
from engine.renderers.diffusion.memory import (
    BYTES,
    Needs,
    Placement,
    candidates,
    component_bytes,
    place,
    planned,
    precise,
    weighed,
)
from tests.tiny.families import FAMILIES, save

GB = 1_000_000_000
GPU = Device(
    kind="cuda",
    name="cuda:0",
    label="a GPU",
    precisions=("bf16", "fp16", "fp32"),
    attention="flash",
    total=24 * GB,
    free=24 * GB,
)
SDXL = Needs({"unet": 5_135_000_000, "text_encoder": 246_000_000, "text_encoder_2": 1_390_000_000, "vae": 167_000_000}, 1024**2)
FLUX = Needs(
    {"transformer": 23_800_000_000, "text_encoder": 246_000_000, "text_encoder_2": 9_500_000_000, "vae": 168_000_000}, 1024**2
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save("sdxl", tmp_path_factory.mktemp("models") / "sdxl")


def test_a_folder_is_weighed_as_it_will_lie_in_memory(folder: Path) -> None:
    import diffusers

    pipeline = diffusers.DiffusionPipeline.from_pretrained(folder, dtype=torch.bfloat16)
    loaded = {
        name: sum(weight.numel() * weight.element_size() for weight in network.state_dict().values())
        for name, network in pipeline.components.items()
        if isinstance(network, torch.nn.Module)
    }
    found = component_bytes(folder, "bf16")
    assert found.keys() == loaded.keys()
    for name, size in loaded.items():
        assert found[name] == pytest.approx(size, rel=0.02)
    assert sum(component_bytes(folder, "fp32").values()) == 2 * sum(found.values())


def test_a_checkpoint_is_weighed_by_its_parts(tmp_path: Path) -> None:
    from safetensors.torch import save_file

    weights = {
        "model.diffusion_model.input_blocks.0.weight": torch.zeros(100, dtype=torch.float16),
        "first_stage_model.decoder.weight": torch.zeros(10),
        "conditioner.embedders.0.weight": torch.zeros(30),
    }
    save_file(weights, tmp_path / "checkpoint.safetensors")
    assert component_bytes(tmp_path / "checkpoint.safetensors", "fp16") == {"transformer": 200, "vae": 20, "text_encoder": 60}


def test_a_bare_denoiser_is_weighed_in_the_place_of_the_one_in_its_base(folder: Path, tmp_path: Path) -> None:
    from safetensors.torch import save_file

    save_file({"down.weight": torch.zeros(50)}, tmp_path / "bare.safetensors")
    save_file({"control.weight": torch.zeros(7)}, tmp_path / "control.safetensors")
    base = component_bytes(folder, "fp16")
    found = weighed([folder, tmp_path / "bare.safetensors"], tmp_path / "control.safetensors", "fp16")
    assert found == {**base, "unet": 100, "controlnet": 14}


def test_a_denoiser_is_shrunk_only_where_the_user_leaves_it_open() -> None:
    assert planned(SDXL, GPU, "bf16", round(4.5 * GB), "none").offload == "sequential"
    assert planned(SDXL, GPU, "bf16", round(24 * GB), "int8") == Placement(GPU, "bf16", quantised="int8")


def test_of_a_variant_and_the_full_weights_only_one_counts(folder: Path, tmp_path: Path) -> None:
    from shutil import copytree

    twice = copytree(folder, tmp_path / "twice")
    whole = next((twice / "unet").glob("*.safetensors"))
    (twice / "unet" / f"{whole.stem}.fp16.safetensors").write_bytes(whole.read_bytes())
    assert component_bytes(twice, "bf16") == component_bytes(folder, "bf16")


@pytest.mark.parametrize(
    ("needs", "free", "expected"),
    [
        (SDXL, 12, {}),
        (SDXL, 9, {"tiled": True}),
        (SDXL, 7, {"tiled": True, "offload": "model"}),
        (SDXL, 4.5, {"tiled": True, "offload": "model", "quantised": "fp8"}),
        (SDXL, 2.2, {"tiled": True, "offload": "sequential"}),
        (FLUX, 48, {}),
        (FLUX, 28, {"tiled": True, "offload": "model"}),
        (FLUX, 16, {"tiled": True, "offload": "model", "quantised": "fp8"}),
        (FLUX, 8, {"tiled": True, "offload": "sequential"}),
        (FLUX, 0.1, {"tiled": True, "offload": "sequential", "scale": 0.5}),
    ],
)
def test_the_dearest_placement_that_fits_is_chosen(needs: Needs, free: float, expected: dict[str, Any]) -> None:
    assert planned(needs, GPU, "bf16", round(free * GB)) == Placement(GPU, "bf16", **expected)


@pytest.mark.parametrize(
    ("needs", "gigabytes", "expected"),
    [(SDXL, 32, "fp32"), (SDXL, 12, "bf16"), (FLUX, 96, "fp32"), (FLUX, 64, "bf16"), (FLUX, 8, "bf16")],
)
@pytest.mark.parametrize("free", [1, 8])
def test_a_cpu_takes_half_precision_where_the_model_is_too_large_for_it(
    needs: Needs, gigabytes: int, expected: Precision, free: int
) -> None:
    cpu = device("cpu").replace(precisions=("fp32", "bf16", "fp16"), total=gigabytes * GB, free=free * GB)

    def at(precision: Precision) -> Needs:
        return Needs({name: size * BYTES[precision] // 2 for name, size in needs.components.items()}, needs.pixels)

    assert precise(cpu, at) == expected


@pytest.mark.parametrize(("stored", "expected"), [("fp16", "fp16"), ("fp32", "fp16"), ("bf16", "bf16"), ("q8_0", "bf16")])
def test_what_was_made_for_bf16_is_not_drawn_in_fp16(stored: str, expected: Precision) -> None:
    turing = GPU.replace(precisions=("fp16", "bf16", "fp32"))
    assert precise(turing, lambda _: SDXL, stored) == expected
    assert precise(GPU, lambda _: SDXL, stored) == "bf16"
    assert precise(turing.replace(total=GB), lambda _: SDXL, stored) == expected


def test_each_candidate_needs_less_than_the_one_before() -> None:
    peaks = [FLUX.peak(candidate) for candidate in candidates(Placement(GPU, "bf16"))]
    assert peaks == sorted(peaks, reverse=True)
    assert len(set(peaks)) > len(peaks) - 2


def test_where_memory_is_shared_nothing_is_moved_off_the_device() -> None:
    cpu = device("cpu")
    assert {candidate.offload for candidate in candidates(Placement(cpu, "fp32"))} == {"none"}


def test_only_what_is_out_of_the_ordinary_is_recorded() -> None:
    assert Placement(GPU, "bf16").parameters() == {"device": "cuda:0", "precision": "bf16"}
    low = Placement(GPU, "bf16", offload="model", tiled=True, scale=0.7, quantised="fp8", emptied=True)
    assert low.parameters() == {
        "device": "cuda:0", "precision": "bf16", "offload": "model", "tiled decoding": 1, "drawn at": 0.7, "quantised": "fp8",
    }  # fmt: skip


def test_the_picture_is_the_same_wherever_the_networks_lie() -> None:
    """The CPU stands for the GPU: hooks, moves and hand-backs are those of a real one."""
    torch.manual_seed(0)
    pipeline = FAMILIES["z-image"]()
    pipeline.set_progress_bar_config(disable=True)
    resident = Placement(device("cpu"), "fp32")

    def drawn(placement: Placement) -> Any:
        place(pipeline, placement)
        random = torch.Generator().manual_seed(3)
        return pipeline("a cat", num_inference_steps=2, width=64, height=64, generator=random, output_type="np").images[0]

    first = drawn(resident)
    for offload in ("model", "sequential", "model", "sequential", "none"):
        again = drawn(Placement(device("cpu"), "fp32", offload=offload))
        assert np.array_equal(again, first), offload


def test_decoding_in_tiles_is_switched_on_and_off() -> None:
    pipeline = FAMILIES["sdxl"]()
    pipeline.vae.tile_sample_min_size, pipeline.vae.tile_latent_min_size = 1024, 128
    place(pipeline, Placement(device("cpu"), "fp32", tiled=True))
    assert (pipeline.vae.use_tiling, pipeline.vae.tile_sample_min_size, pipeline.vae.tile_latent_min_size) == (True, 512, 64)
    place(pipeline, Placement(device("cpu"), "fp32"))
    assert not pipeline.vae.use_tiling
