"""One network handed over to ONNX Runtime: when it is exported, for which calls, and when torch runs it instead."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import torch

pytest.importorskip("diffusers", reason="needs the diffusion extra")

from engine.errors import EngineFailure
from engine.renderers.onnx import networks
from engine.renderers.onnx.export import WHOLE, export
from engine.renderers.onnx.networks import Handed, empty
from tests.renderers.onnx.pairs import built

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning", "ignore::UserWarning")


def handed(made: Callable[[], Any], folder: Path, told: list[str], read: Callable[[], Any] | None = None) -> Any:
    """A network that has no weights, run from the files in the folder; `read` gives those that it had."""
    network = made()
    empty(network)
    network.forward = Handed("transformer", network, folder, read or made, told.append)
    return network


class Turning(torch.nn.Module):
    """Looks its answer up in complex numbers, which ONNX does not have, unless it is given a single number."""

    def __init__(self) -> None:
        super().__init__()
        self.angles = torch.nn.Parameter(torch.arange(8.0))

    def forward(self, at: torch.Tensor) -> torch.Tensor:
        return torch.view_as_real(torch.polar(torch.ones(8), self.angles)[at]) if at.ndim else self.angles * at


class Halving(torch.nn.Module):
    """Halves its picture and doubles it again, odd ones by a row less."""

    def forward(self, picture: torch.Tensor) -> torch.Tensor:
        rows = picture.shape[-2]
        small = torch.nn.functional.avg_pool2d(picture, 2, ceil_mode=True)
        large = torch.nn.functional.interpolate(small, scale_factor=2.0)
        return picture + (large if rows % 2 == 0 else large[..., :-1, :])


class Across(torch.nn.Module):
    """Takes pictures of two widths, each in a way of its own that leaves no size open."""

    def forward(self, picture: torch.Tensor) -> torch.Tensor:
        across = {16: 4, 64: 8}[picture.shape[-1]]
        return picture.reshape(-1, across, across).mean(-1)


def test_the_weights_are_read_to_export_a_network_and_not_again(tmp_path: Path) -> None:
    torch.manual_seed(0)
    whole = torch.nn.Linear(3, 3)
    weights, told = whole.state_dict(), list[str]()

    def read() -> Any:
        network = torch.nn.Linear(3, 3)
        network.load_state_dict(weights)
        return network

    for reading in (read, _never):
        network = handed(lambda: torch.nn.Linear(3, 3), tmp_path, told, reading)
        assert {weight.untyped_storage().nbytes() for weight in network.parameters()} == {4}
        for pictures in (torch.rand(2, 3), torch.rand(5, 3)):
            assert torch.allclose(network(pictures), whole(pictures), atol=1e-6)
    assert told == ["The transformer is made ready for ONNX Runtime. This is done once for a model."]


def test_torch_runs_what_onnx_cannot_say_which_is_found_out_and_told_once(tmp_path: Path) -> None:
    told: list[str] = []
    for _ in range(2):
        network = handed(Turning, tmp_path, told)
        for at in (torch.tensor([1, 2]), torch.tensor([3]), torch.tensor([1, 2])):
            assert torch.equal(network(at), Turning()(at))
    assert [sentence.split(" (")[0] for sentence in told] == [
        "The transformer is made ready for ONNX Runtime. This is done once for a model.",
        "The transformer of this model cannot be exported to ONNX",
    ]


def test_weights_come_back_once_where_torch_must_run_what_was_exported_for_other_calls(tmp_path: Path) -> None:
    reads: list[int] = []

    def read() -> Any:
        reads.append(1)
        return Turning()

    network = handed(Turning, tmp_path, [], read)
    for _ in range(3):
        assert torch.equal(network(torch.tensor(2.0)), 2 * torch.arange(8.0))
        assert torch.equal(network(torch.tensor([3])), Turning()(torch.tensor([3])))
    assert len(reads) == 2
    assert network.angles.untyped_storage().nbytes() == 4


def test_sizes_that_go_another_way_through_a_network_have_another_file(tmp_path: Path) -> None:
    told: list[str] = []
    network = handed(Halving, tmp_path, told)
    for rows, columns in ((8, 4), (12, 6), (9, 4), (11, 6), (20, 10)):
        picture = torch.rand(2, 3, rows, columns)
        assert torch.allclose(network(picture), Halving()(picture))
    assert len(list(tmp_path.glob(f"*/{WHOLE}"))) == 2
    assert [sentence.rpartition(" ")[2] for sentence in told] == ["model.", "size."]


@pytest.mark.slow
def test_a_u_net_draws_odd_sizes_as_well_as_even_ones(tmp_path: Path) -> None:
    told: list[str] = []
    whole, words = built("sd15").unet.eval(), torch.rand(2, 77, 32)
    network = handed(partial(deepcopy, whole), tmp_path, told)
    for rows, columns in ((8, 8), (9, 8), (12, 10), (11, 12), (13, 6)):
        latents = torch.rand(2, 4, rows, columns)
        with torch.no_grad():
            one, other = (unet(latents, torch.tensor(3), words, return_dict=False)[0] for unet in (whole, network))
        assert torch.allclose(one, other, atol=1e-5)
    assert len(told) == 2


def test_a_network_that_takes_no_open_size_has_a_file_for_each(tmp_path: Path) -> None:
    told: list[str] = []
    network = handed(Across, tmp_path, told)
    for width in (16, 64, 16):
        picture = torch.rand(2, width)
        assert torch.allclose(network(picture), Across()(picture))
    assert len(list(tmp_path.glob(f"*/{WHOLE}"))) == 2
    assert not any("cannot" in sentence for sentence in told)


def test_a_file_that_answers_otherwise_than_torch_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def wrong(forward: Any, network: Any, *rest: Any, **how: Any) -> None:
        export(lambda **given: 1.1 * forward(**given), network, *rest, **how)

    monkeypatch.setattr(networks, "export", wrong)
    told: list[str] = []
    picture, whole = torch.rand(2, 3), torch.nn.Linear(3, 3)
    network = handed(lambda: torch.nn.Linear(3, 3), tmp_path, told, lambda: whole)
    with torch.no_grad():
        assert torch.equal(network(picture), whole(picture))
    assert told[-1].endswith("(it would answer 10% differently), so torch runs it.")


def test_a_damaged_file_is_told_with_what_to_do(tmp_path: Path) -> None:
    network = handed(lambda: torch.nn.Linear(3, 3), tmp_path, [])
    network(torch.rand(2, 3))
    next(tmp_path.glob("*/model.onnx")).write_bytes(b"no network")
    network = handed(lambda: torch.nn.Linear(3, 3), tmp_path, [])
    with pytest.raises(EngineFailure, match=r"transformer cannot be opened.*Delete"):
        network(torch.rand(2, 3))


def _never() -> Any:
    raise AssertionError("the weights are not needed again")
