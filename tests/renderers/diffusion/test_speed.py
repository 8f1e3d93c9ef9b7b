"""What trades quality for speed has a name and a price, and is off unless it is asked for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import torch

from engine.errors import BadInput
from engine.renderers.diffusion import speed
from engine.renderers.diffusion.devices import Device, device
from engine.renderers.diffusion.speed import Cache, Choices
from tests.tiny.families import FAMILIES

MPS = Device(kind="mps", name="mps", label="Apple GPU", precisions=("fp16",), attention="math", total=8, free=8)


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(speed, "user_file", lambda: tmp_path / "diffusion.toml")
    return tmp_path / "diffusion.toml"


def test_nothing_is_on_by_itself(file: Path) -> None:
    assert speed.choices() == Choices(device="auto", precision="auto", quantised="auto", cache="none", attention="auto")


def test_the_users_file_is_read(file: Path) -> None:
    file.write_text('device = "cpu"\ncache = "first block"\n')
    assert speed.choices() == Choices(device="cpu", cache="first block")


@pytest.mark.parametrize("text", ['cache = "warp"', "cash = 1", "cache =", "[[["])
def test_a_file_that_makes_no_sense_is_named(file: Path, text: str) -> None:
    file.write_text(text)
    with pytest.raises(BadInput, match=r"diffusion\.toml cannot be used .* Correct or delete it"):
        speed.choices()


def test_every_choice_tells_its_price() -> None:
    for table in (speed.QUANTISED, speed.CACHES, speed.ATTENTION):
        assert all(choice.price.endswith(".") for choice in table.values())
    assert speed.SHRINKS.keys() == speed.QUANTISED.keys()


def test_what_does_not_run_here_is_refused_with_the_reason() -> None:
    with pytest.raises(BadInput, match="nf4 does not run on Apple GPU"):
        speed.load_options("nf4", MPS, "fp16", "unet")
    missing = speed.Choice("Nothing.", package="no_such_package_anywhere")
    with pytest.raises(BadInput, match="needs no_such_package_anywhere, which is not installed"):
        speed.check("it", missing, device("cpu"))


def test_fp8_halves_the_denoiser_and_what_it_gives_is_nearly_the_same() -> None:
    transformer, arguments = _flux()
    whole, before = _steps(transformer, arguments, 1), _size(transformer)
    speed.quantise(transformer, "fp8", "fp32")
    assert _size(transformer) < 0.5 * before
    off = (_steps(transformer, arguments, 1) - whole).abs().max() / whole.std()
    assert 0 < off < 0.3


@pytest.mark.parametrize("wanted", ["first block", "taylorseer", "magcache"])
def test_a_cache_computes_fewer_blocks_and_can_be_taken_off(wanted: Cache) -> None:
    transformer, arguments = _flux()
    calls = _counted(transformer.single_transformer_blocks[-1].attn.to_q)
    full = _steps(transformer, arguments)
    assert calls.count == 10
    assert speed.cache(transformer, wanted, 10) == wanted
    _steps(transformer, arguments)
    assert 10 < calls.count < 20, "every block was computed in every step, or none"
    calls.count = 0
    assert speed.cache(transformer, "none", 10) == "none"
    assert torch.equal(_steps(transformer, arguments), full)
    assert calls.count == 10


def test_a_cache_is_left_off_for_few_steps_and_refused_where_it_does_not_fit() -> None:
    transformer, _ = _flux()
    assert speed.cache(transformer, "first block", 4) == "none"
    assert not transformer.is_cache_enabled
    with pytest.raises(BadInput, match="'first block' does not fit this model"):
        speed.cache(FAMILIES["sd15"]().unet, "first block", 20)
    with pytest.raises(BadInput, match="'magcache' does not fit this model"):
        speed.cache(FAMILIES["qwen-image"]().transformer, "magcache", 20)


def test_an_attention_kernel_that_is_not_there_is_refused() -> None:
    transformer, arguments = _flux()
    speed.attend(transformer, "auto", device("cpu"))
    expected = _steps(transformer, arguments, 1)
    speed.attend(transformer, "native", device("cpu"))
    assert torch.allclose(_steps(transformer, arguments, 1), expected, atol=0.01)  # torch's CPU kernels sum in no fixed order
    with pytest.raises(BadInput, match="sage does not run on"):
        speed.attend(transformer, "sage", device("cpu"))


class _counted:
    """Counts the calls of a network."""

    def __init__(self, network: Any) -> None:
        self.count = 0
        network.register_forward_hook(self._seen)

    def _seen(self, *_: object) -> None:
        self.count += 1


def _flux() -> tuple[Any, dict[str, Any]]:
    from diffusers import FluxTransformer2DModel

    torch.manual_seed(0)
    network = FluxTransformer2DModel(
        num_layers=2, num_single_layers=2, num_attention_heads=2, attention_head_dim=16, joint_attention_dim=32,
        pooled_projection_dim=32, axes_dims_rope=(4, 6, 6),
    )  # fmt: skip
    arguments = {
        "hidden_states": torch.randn(1, 16, 64), "encoder_hidden_states": torch.randn(1, 7, 32),
        "pooled_projections": torch.randn(1, 32), "img_ids": torch.zeros(16, 3), "txt_ids": torch.zeros(7, 3),
    }  # fmt: skip
    return network.eval(), arguments


def _steps(network: Any, arguments: dict[str, Any], steps: int = 10) -> torch.Tensor:
    with torch.no_grad(), network.cache_context("cond"):
        for step in range(steps):
            result = network(**arguments, timestep=torch.full((1,), 0.5 - 1e-4 * step))[0]
    network._reset_stateful_cache()
    return torch.as_tensor(result)


def _size(network: Any) -> int:
    return sum(weight.numel() * weight.element_size() for weight in network.parameters())
