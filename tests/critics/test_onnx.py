"""The door to the critics' networks, on real files and the real ONNX Runtime."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper

from engine import sessions
from engine.critics import onnx as door
from engine.critics.onnx import BATCH, Network, brought
from engine.errors import EngineFailure
from engine.models import library
from engine.models.critics import installed
from engine.models.importing import import_model
from tests.critics.networks import redness
from tests.fakes import Silent


def saved(path: Path, *, opset: int = 17, batch: int | str = "n") -> str:
    """A network that gives each input, three channels of any size, and its mean. Returns the file's hash."""
    picture = helper.make_tensor_value_info("picture", TensorProto.FLOAT, [batch, 3, "h", "w"])
    outputs = [
        helper.make_tensor_value_info("same", TensorProto.FLOAT, [batch, 3, "h", "w"]),
        helper.make_tensor_value_info("mean", TensorProto.FLOAT, [batch, 1, 1, 1]),
    ]
    nodes = [
        helper.make_node("Identity", ["picture"], ["same"]),
        helper.make_node("ReduceMean", ["picture"], ["mean"], axes=[1, 2, 3]),
    ]
    model = helper.make_model(
        helper.make_graph(nodes, "mean", [picture], outputs), opset_imports=[helper.make_opsetid("", opset)], ir_version=8
    )
    onnx.save(model, path)
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_every_output_of_a_stack_comes_back_in_order(tmp_path: Path) -> None:
    network = Network(tmp_path / "mean.onnx", saved(tmp_path / "mean.onnx"))
    stack = np.random.default_rng(0).random((2 * BATCH + 3, 3, 5, 7))
    same, mean = network.run(Silent(), {"picture": stack})
    np.testing.assert_allclose(same, stack, rtol=1e-6)
    np.testing.assert_allclose(mean[:, 0, 0, 0], stack.mean((1, 2, 3)), rtol=1e-5)
    assert network.run(Silent(), {"picture": stack[:0]})[1].shape == (0, 1, 1, 1)


@pytest.mark.parametrize(("name", "shape"), [("picture", (1, 4, 5, 5)), ("picture", (3, 5, 5)), ("image", (1, 3, 5, 5))])
def test_other_inputs_are_refused(tmp_path: Path, name: str, shape: tuple[int, ...]) -> None:
    network = Network(tmp_path / "mean.onnx", saved(tmp_path / "mean.onnx"))
    with pytest.raises(EngineFailure, match="takes no"):
        network.run(Silent(), {name: np.zeros(shape)})


def test_inputs_left_out_are_named(tmp_path: Path) -> None:
    with pytest.raises(EngineFailure, match="takes picture"):
        Network(tmp_path / "mean.onnx", saved(tmp_path / "mean.onnx")).run(Silent(), {})


def test_a_file_that_is_not_what_its_hash_names_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "mean.onnx"
    sha256 = saved(path)
    path.write_bytes(path.read_bytes() + b"\0")
    with pytest.raises(EngineFailure, match="not the one its card names"):
        Network(path, sha256)
    with pytest.raises(EngineFailure, match="cannot be read"):
        Network(tmp_path / "none.onnx", sha256)


def _nonsense(path: Path) -> str:
    path.write_bytes(b"no network")
    return hashlib.sha256(b"no network").hexdigest()


@pytest.mark.parametrize("write", [_nonsense, lambda path: saved(path, opset=999)], ids=["nonsense", "opset"])
def test_what_the_runtime_cannot_read_is_told(tmp_path: Path, write: Callable[[Path], str]) -> None:
    with pytest.raises(EngineFailure, match="cannot be used"):
        Network(tmp_path / "bad.onnx", write(tmp_path / "bad.onnx"))


def test_answers_that_are_none_are_told(tmp_path: Path) -> None:
    path = tmp_path / "mean.onnx"
    network = Network(path, saved(path), answers=(("n", 3, "h", "w"), ("n", 2, 1, 1)))
    with pytest.raises(EngineFailure, match=r"gave \(1, 3, 2, 2\), \(1, 1, 1, 1\) instead of \(n, 3, h, w\), \(n, 2, 1, 1\)"):
        network.run(Silent(), {"picture": np.ones((1, 3, 2, 2))})
    with pytest.raises(EngineFailure, match="gave what are no numbers"):
        Network(path, saved(path)).run(Silent(), {"picture": np.full((1, 3, 2, 2), np.nan)})


def test_a_network_that_takes_one_at_a_time_gets_them_so(tmp_path: Path) -> None:
    path = tmp_path / "mean.onnx"
    network = Network(path, saved(path, batch=1))
    assert network.run(Silent(), {"picture": np.ones((3, 3, 2, 2))})[1].ravel().tolist() == [1, 1, 1]


class _Failing:
    """A session of a graphics card that is lost as soon as it computes."""

    def __init__(self, real: Any) -> None:
        self.get_inputs, self.get_modelmeta = real.get_inputs, real.get_modelmeta

    def run(self, *_: object) -> list[Any]:
        raise RuntimeError("device removed")


@pytest.mark.parametrize("when", ["opening", "running"])
def test_a_provider_that_fails_is_given_up_and_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, when: str) -> None:
    def opened(file: Path, provider: str, threads: int = 0) -> Any:
        if provider == sessions.CPU:
            return sessions.opened(file, provider, threads)
        if when == "opening":
            raise RuntimeError("device removed")
        return _Failing(sessions.opened(file, sessions.CPU, threads))

    monkeypatch.setattr(door, "LARGE", 0)
    monkeypatch.setattr(door, "provider", lambda: sessions.DIRECTML)
    monkeypatch.setattr(door, "opened", opened)
    network = Network(tmp_path / "mean.onnx", saved(tmp_path / "mean.onnx"))
    context = Silent()
    for _ in range(2):
        assert network.run(context, {"picture": np.ones((1, 3, 2, 2))})[1].item() == 1
    assert context.told == ["mean.onnx runs on the processor, because DmlExecutionProvider failed (device removed)."]
    assert network.provider == sessions.CPU


def test_a_critic_s_network_runs_once_every_file_of_it_is_as_it_was_imported(tmp_path: Path) -> None:
    import_model(library(), redness(tmp_path / "Redness"), lambda _: None)
    (critic,) = installed("safety")
    network = brought(critic, "classifier")
    red = np.zeros((1, 3, 32, 32), np.float32)
    red[:, 0] = 1
    assert network.run(Silent(), {"pixels": red})[0].tolist() == [[1, 0, 0]]
    assert brought(critic, "classifier") is network

    card = critic.model.file / "critic.json"
    card.write_text(card.read_text("utf-8").replace("red", "not red"), "utf-8")
    door._brought.cache_clear()
    with pytest.raises(EngineFailure, match=r"critic\.json is not the one"):
        brought(critic, "classifier")
