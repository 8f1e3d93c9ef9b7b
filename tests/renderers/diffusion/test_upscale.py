"""Pictures are enlarged by the user's upscaler, tile by tile, or by Lanczos."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from engine.errors import BadInput
from engine.renderers.diffusion import upscale
from engine.renderers.diffusion.devices import device
from engine.renderers.diffusion.upscale import enlarged
from engine.types import Array
from tests.fakes import Silent


@pytest.fixture(scope="module")
def upscaler(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Compact network (Real-ESRGAN's small one) that doubles; its body adds little to its nearest neighbours."""
    from safetensors.torch import save_file
    from spandrel.architectures.Compact import Compact

    torch.manual_seed(0)
    network = Compact(num_in_ch=3, num_out_ch=3, num_feat=8, num_conv=2, upscale=2, act_type="prelu")
    file = tmp_path_factory.mktemp("models") / "small.safetensors"
    save_file({name: (weight * 0.3).contiguous() for name, weight in network.state_dict().items()}, file)
    return file


def picture(height: int, width: int) -> Array:
    across, down = np.meshgrid(np.linspace(0, 255, width), np.linspace(0, 255, height))
    return np.stack([across, down, 255 - across], axis=-1).astype(np.uint8)


def test_without_an_upscaler_lanczos_does_it() -> None:
    small = picture(40, 60)
    large = enlarged(small, (150, 100), None, device("cpu"), Silent())
    assert large.shape == (100, 150, 3)
    assert abs(int(large.mean()) - int(small.mean())) <= 1


def test_an_upscaler_works_in_tiles_without_a_seam(upscaler: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    small, context = picture(90, 130), Silent()
    whole = enlarged(small, (260, 180), upscaler, device("cpu"), Silent())
    monkeypatch.setattr(upscale, "TILE", 64)
    tiled = enlarged(small, (260, 180), upscaler, device("cpu"), context)
    assert whole.shape == (180, 260, 3)
    assert np.abs(whole.astype(int) - tiled).max() <= 1
    assert len(context.stages) == 6
    assert not np.array_equal(whole, enlarged(small, (260, 180), None, device("cpu"), Silent()))


def test_what_the_upscaler_makes_is_brought_to_the_size_asked_for(upscaler: Path) -> None:
    assert enlarged(picture(30, 30), (47, 47), upscaler, device("cpu"), Silent()).shape == (47, 47, 3)
    assert enlarged(picture(30, 30), (20, 20), upscaler, device("cpu"), Silent()).shape == (20, 20, 3)


def test_what_is_no_upscaler_is_refused(tmp_path: Path) -> None:
    from safetensors.torch import save_file

    save_file({"a.weight": torch.zeros(3)}, tmp_path / "other.safetensors")
    (tmp_path / "old.pth").write_bytes(b"PK\x03\x04")
    for name, reason in (("other.safetensors", "no upscaler of a kind known"), ("old.pth", "pickle")):
        with pytest.raises(BadInput, match=reason):
            enlarged(picture(8, 8), (16, 16), tmp_path / name, device("cpu"), Silent())
