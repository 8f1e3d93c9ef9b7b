"""LoRAs, ControlNets, VAEs and IP-Adapters on tiny models: each has its say, leaves no trace, and fits or is refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, cast

import numpy as np
import pytest

from engine.errors import BadInput
from engine.models import Family, Layout, Model, Role
from engine.renderers.diffusion.devices import device
from engine.renderers.diffusion.drawing import draw, mode_of
from engine.renderers.diffusion.extras import set_controlnet, set_ip_adapter, set_loras, set_vae
from engine.renderers.diffusion.jobs import Job
from engine.renderers.diffusion.loading import Loaded, load
from engine.renderers.diffusion.memory import Placement, place
from tests.fakes import Silent
from tests.tiny import extras

SIDE = 64
PICTURE = np.random.default_rng(0).integers(0, 255, (SIDE, SIDE, 3)).astype(np.uint8)
MASK = np.full((SIDE, SIDE), 255, np.uint8)
JOB = Job(prompt="a ginger cat", width=SIDE, height=SIDE, steps=2, guidance=4.0, seed=3)
LORAS = ["sd15", "sdxl", "sd3", "flux", "flux2", "z-image", "qwen-image", "sana", "chroma", "ernie-image"]
CONTROLNETS = ["sd15", "sdxl", "sd3", "flux", "z-image", "qwen-image", "sana"]


def described(path: Path, role: Role, family: str, layout: Layout) -> Model:
    return Model(
        id=path.name, name=path.name, path=str(path), role=role, family=cast(Family, family), layout=layout,
        precision="fp32", parameters=0, bytes=0,
    )  # fmt: skip


@pytest.fixture(scope="module")
def loaded(tiny: Callable[[str], Path]) -> Callable[[str], Loaded]:
    return cache(lambda family: load(described(tiny(family), "pipeline", family, "folder"), "fp32"))


def drawn(loaded: Loaded, **changes: Any) -> np.ndarray[Any, Any]:
    return draw(loaded, replace(JOB, **changes), Silent()).astype(int)


def same(picture: np.ndarray[Any, Any], other: np.ndarray[Any, Any]) -> bool:
    """Equal but for how sums are rounded once layers were wrapped and unwrapped."""
    return bool(abs(picture - other).max() <= 1)


@pytest.mark.parametrize("family", LORAS)
def test_loras_are_weighed_stacked_and_taken_off(family: str, loaded: Callable[[str], Loaded], tmp_path: Path) -> None:
    model = loaded(family)
    plain = drawn(model)
    first = described(extras.lora(family, tmp_path / "first"), "lora", family, "file")
    second = first.replace(path=str(Path(first.path).rename(tmp_path / "second.safetensors")), id="second")
    Path(first.path).hardlink_to(second.path)
    set_loras(model, [(first, 1.0)])
    one = drawn(model)
    assert (one != plain).any()
    set_loras(model, [(first, 0.0)])
    assert same(drawn(model), plain), "a LoRA of weight 0 changes nothing"
    set_loras(model, [(first, 1.0), (second, 0.5)])
    assert (drawn(model) != one).any()
    set_loras(model, [])
    assert same(drawn(model), plain)


def test_a_lora_of_another_shape_is_refused_and_leaves_the_model_as_it_was(
    loaded: Callable[[str], Loaded], tmp_path: Path
) -> None:
    model = loaded("sd15")
    plain = drawn(model)
    with pytest.raises(BadInput, match=r"Nothing in .* fits"):
        set_loras(model, [(described(extras.lora("flux", tmp_path), "lora", "sd15", "file"), 1.0)])
    set_loras(model, [])
    assert same(drawn(model), plain)


@pytest.mark.parametrize("family", CONTROLNETS)
def test_a_controlnet_is_followed_in_every_mode(family: str, loaded: Callable[[str], Loaded], tmp_path: Path) -> None:
    model = loaded(family)
    set_controlnet(model, described(extras.controlnet(family, tmp_path), "controlnet", family, "folder"))
    starts: list[dict[str, Any]] = [{}, {"image": PICTURE, "strength": 0.5}, {"image": PICTURE, "mask": MASK, "strength": 0.5}]
    tried = 0
    for start in starts:
        job = replace(JOB, control=PICTURE, **start)
        if mode_of(job, model.traits.pipelines) in model.traits.pipelines:
            tried += 1
            assert (drawn(model, control=PICTURE, **start) != drawn(model, control=255 - PICTURE, **start)).any()
    set_controlnet(model, None)
    assert tried == sum(mode.startswith("control") for mode in model.traits.pipelines)


def test_a_family_without_controlnets_says_so(loaded: Callable[[str], Loaded], tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="works with no ControlNet"):
        set_controlnet(loaded("ernie-image"), described(tmp_path, "controlnet", "ernie-image", "folder"))


@pytest.mark.parametrize("family", ["sd15", "sdxl"])
def test_references_are_shown_by_an_ip_adapter(family: str, loaded: Callable[[str], Loaded], tmp_path: Path) -> None:
    model = loaded(family)
    plain = drawn(model)
    folder = extras.ip_adapter(family, tmp_path / "adapter")
    set_ip_adapter(model, described(folder, "ip-adapter", family, "folder"))
    one = drawn(model, references=(PICTURE,))
    assert (drawn(model, references=(PICTURE, 255 - PICTURE)) != one).any()
    assert (drawn(model, references=(PICTURE,), image=PICTURE, strength=0.5) != one).any()
    set_ip_adapter(model, None)
    assert same(drawn(model), plain)
    (folder / "image_encoder" / "config.json").unlink()
    (folder / "image_encoder").rename(folder / "elsewhere")
    with pytest.raises(BadInput, match="image encoder of “adapter” is missing"):
        set_ip_adapter(model, described(folder, "ip-adapter", family, "folder"))


def test_references_are_shown_where_attention_is_computed_in_slices(loaded: Callable[[str], Loaded], tmp_path: Path) -> None:
    """As on a device without a kernel that needs less memory."""
    model = loaded("sd15")
    plain = drawn(model)
    model.settle(lambda pipeline: place(pipeline, Placement(device("cpu").replace(attention="math"), "fp32")))
    sliced = drawn(model)
    set_ip_adapter(model, described(extras.ip_adapter("sd15", tmp_path / "adapter"), "ip-adapter", "sd15", "folder"))
    assert (drawn(model, references=(PICTURE,)) != drawn(model, references=(255 - PICTURE,))).any()
    set_ip_adapter(model, None)
    assert same(drawn(model), plain)
    assert same(sliced, plain)


def test_a_controlnet_stays_where_references_are_shown_as_well(loaded: Callable[[str], Loaded], tmp_path: Path) -> None:
    model = loaded("sd15")
    set_controlnet(model, described(extras.controlnet("sd15", tmp_path / "net"), "controlnet", "sd15", "folder"))
    set_ip_adapter(model, described(extras.ip_adapter("sd15", tmp_path / "adapter"), "ip-adapter", "sd15", "folder"))
    one = drawn(model, control=PICTURE, references=(PICTURE,))
    assert (drawn(model, control=255 - PICTURE, references=(PICTURE,)) != one).any()
    assert (drawn(model, control=PICTURE, references=(255 - PICTURE,)) != one).any()
    set_ip_adapter(model, None)
    set_controlnet(model, None)


def test_another_vae_decodes_the_same_latents_otherwise(tiny: Callable[[str], Path], tmp_path: Path) -> None:
    model = load(described(tiny("sd15"), "pipeline", "sd15", "folder"), "fp32")
    plain, before = drawn(model), model.projection()
    folder = extras.vae_folder(tmp_path / "vae")
    set_vae(model, described(folder, "vae", "sd15", "folder"))
    assert (drawn(model) != plain).any()
    assert (model.projection().matrix != before.matrix).any()
    as_folder = drawn(model)
    set_vae(model, described(folder / "diffusion_pytorch_model.safetensors", "vae", "sd15", "file"))
    assert (drawn(model) == as_folder).all(), "one file does what its folder does"
