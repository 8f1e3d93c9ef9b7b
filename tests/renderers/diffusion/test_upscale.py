"""Pictures are enlarged by the user's upscaler, tile by tile, or by Lanczos."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from engine.models import Model, library
from engine.models.catalogue import terms_of
from engine.models.importing import import_model
from engine.models.licences import accept
from engine.renderers.diffusion import Diffusion, upscale
from engine.renderers.diffusion.devices import device
from engine.renderers.diffusion.kit import assembled
from engine.renderers.diffusion.upscale import Upscaler, enlarged
from engine.types import Array, Brief, Canvas, Plan, Render, Sampling
from tests.fakes import Silent

PLAN = Plan(canvas=Canvas(width=768, height=768, aspect="1:1", size="512"), kind="picture", elements=(), requirements=())


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Compact network (Real-ESRGAN's small one) that doubles; its body adds little to its nearest neighbours."""
    from safetensors.torch import save_file
    from spandrel.architectures.Compact import Compact

    torch.manual_seed(0)
    network = Compact(num_in_ch=3, num_out_ch=3, num_feat=8, num_conv=2, upscale=2, act_type="prelu")
    file = tmp_path_factory.mktemp("models") / "small.safetensors"
    save_file({name: (weight * 0.3).contiguous() for name, weight in network.state_dict().items()}, file)
    return file


@pytest.fixture
def model(file: Path) -> Model:
    return taken(file)


@pytest.fixture
def upscaler(model: Model) -> Upscaler:
    return Upscaler(model, device("cpu"))


def taken(source: Path, licence: str = "bsd-3-clause") -> Model:
    return import_model(library(), source, lambda _: None, licence=licence)


def picture(height: int, width: int) -> Array:
    across, down = np.meshgrid(np.linspace(0, 255, width), np.linspace(0, 255, height))
    return np.stack([across, down, 255 - across], axis=-1).astype(np.uint8)


def test_without_an_upscaler_lanczos_does_it() -> None:
    small = picture(40, 60)
    large, by = enlarged(small, (150, 100), None, Silent())
    assert by == "lanczos"
    assert large.shape == (100, 150, 3)
    assert abs(int(large.mean()) - int(small.mean())) <= 1


def test_an_upscaler_works_in_tiles_without_a_seam(upscaler: Upscaler, monkeypatch: pytest.MonkeyPatch) -> None:
    small, context = picture(90, 130), Silent()
    whole, by = enlarged(small, (260, 180), upscaler, Silent())
    monkeypatch.setattr(upscale, "TILE", 64)
    tiled, _ = enlarged(small, (260, 180), upscaler, context)
    assert by == upscaler.model.id
    assert whole.shape == (180, 260, 3)
    assert np.abs(whole.astype(int) - tiled).max() <= 1
    assert len(context.stages) == 6
    assert not np.array_equal(whole, enlarged(small, (260, 180), None, Silent())[0])


@pytest.mark.parametrize(("side", "by"), [(47, "small"), (31, "lanczos"), (30, ""), (20, "")])
def test_any_size_is_met_and_an_upscaler_called_where_it_is_worth_it(upscaler: Upscaler, side: int, by: str) -> None:
    large, done = enlarged(picture(30, 30), (side, side), upscaler, Silent())
    assert large.shape == (side, side, 3)
    assert done.startswith(by)
    assert bool(done) == bool(by)


def test_an_upscaler_that_cannot_be_used_is_told_and_stops_no_picture(upscaler: Upscaler, tmp_path: Path) -> None:
    from safetensors.torch import load_file, save_file

    save_file({"a.weight": torch.zeros(3)}, tmp_path / "other.safetensors")
    weights = load_file(upscaler.model.file)
    save_file({name: weights[name] for name in weights if name != "body.2.weight"}, tmp_path / "part.safetensors")
    (tmp_path / "old.pth").write_bytes(b"PK\x03\x04")
    unknown = "no upscaler of a kind known"
    reasons = {"other.safetensors": unknown, "part.safetensors": unknown, "old.pth": "pickle", "gone.safetensors": "no file"}
    for name, reason in reasons.items():
        bad, context = upscaler.model.replace(path=str(tmp_path / name)), Silent()
        large, by = enlarged(picture(8, 8), (16, 16), Upscaler(bad, device("cpu")), context)
        assert (by, large.shape) == ("lanczos", (16, 16, 3))
        assert len(context.told) == 1
        assert reason in context.told[0]


def test_an_upscaler_for_which_memory_does_not_suffice_is_done_without(
    upscaler: Upscaler, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The door is torch's kernel: it raises what torch raises on a full GPU."""

    def full(*_: object, **__: object) -> object:
        raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB.")

    monkeypatch.setattr(torch.nn.functional, "conv2d", full)
    monkeypatch.setattr(torch.nn.Conv2d, "forward", full)
    context = Silent()
    assert enlarged(picture(30, 30), (60, 60), upscaler, context)[1] == "lanczos"
    assert context.told == ["Memory does not suffice for the upscaler; the picture is enlarged without it."]


def test_of_the_library_the_first_upscaler_that_may_be_used_goes_with_a_model(tiny: Callable[[str], Path], file: Path) -> None:
    brief = Brief(model=taken(tiny("sd15"), "openrail++").id)
    assert assembled(brief, library()).upscaler is None
    restricted = taken(file, "cc-by-nc-4.0")
    assert assembled(brief, library()).upscaler is None, "a licence that nobody accepted"
    accept(terms_of(restricted), restricted.id)
    kit = assembled(brief, library())
    assert kit.upscaler == restricted
    assert "Not for commercial use" in str(kit.parameters(restricted.id)["licence"])
    assert "Not for commercial use" not in str(kit.parameters()["licence"])


@pytest.fixture
def brief(tiny: Callable[[str], Path]) -> Brief:
    return Brief(prompt="a cat", model=taken(tiny("sd15")).id, quality="fast", sampling=Sampling(steps=1))


def drawn(brief: Brief, plan: Plan = PLAN) -> Render:
    renderer = Diffusion()
    try:
        return renderer.render(plan, brief, 1, Silent())
    finally:
        renderer.unload()


def test_a_canvas_above_the_native_size_is_drawn_smaller_and_enlarged_by_the_upscaler(brief: Brief, file: Path) -> None:
    bare = drawn(brief)
    assert bare.parameters["upscaler"] == "lanczos"
    model = taken(file, "cc0-1.0")
    made = drawn(brief)
    width, height = map(int, str(made.parameters["drawn"]).split("x"))
    assert 1.2 * width * height < 768 * 768
    assert made.parameters["upscaler"] == model.id
    assert made.pixels.shape == (768, 768, 3)
    assert not np.array_equal(made.pixels.array, bare.pixels.array)
    native = PLAN.replace(canvas=PLAN.canvas.replace(width=512, height=512))
    assert "upscaler" not in drawn(brief, native).parameters


def test_a_picture_drawn_smaller_for_want_of_memory_is_enlarged_by_the_upscaler(
    brief: Brief, model: Model, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The door is the VAE: it raises what torch raises on a full GPU until the picture is small."""
    from diffusers import AutoencoderKL

    own = AutoencoderKL.decode

    def full(self: Any, latents: Any, *arguments: Any, **named: Any) -> Any:
        if latents.shape[-1] > 48:
            raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB.")
        return own(self, latents, *arguments, **named)

    monkeypatch.setattr(AutoencoderKL, "decode", full)
    made = drawn(brief, PLAN.replace(canvas=PLAN.canvas.replace(width=512, height=384)))
    assert made.parameters["drawn at"] == 0.7
    assert made.parameters["upscaler"] == model.id
    assert made.pixels.shape == (384, 512, 3)
