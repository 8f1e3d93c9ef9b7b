"""Where ONNX Runtime runs: what is best here, or the device that is asked for."""

from __future__ import annotations

import onnxruntime
import pytest

from engine.errors import BadInput
from engine.sessions import CPU, DIRECTML, provider


def test_the_best_provider_or_the_one_that_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(onnxruntime, "get_available_providers", lambda: [CPU, "CUDAExecutionProvider", DIRECTML])
    asked = ("auto", "", "directml", "DirectML:1", "cuda:0", "cpu", "cpu:0")
    assert [provider(device) for device in asked] == [
        DIRECTML, DIRECTML, DIRECTML, f"{DIRECTML}:1", "CUDAExecutionProvider:0", CPU, CPU,
    ]  # fmt: skip


@pytest.mark.parametrize("device", ["mps", "xpu", "cuda:x", "gpu"])
def test_a_device_that_is_not_there_is_told_with_those_that_are(device: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(onnxruntime, "get_available_providers", lambda: [CPU, "CUDAExecutionProvider"])
    with pytest.raises(BadInput, match=f"does not run on a device '{device}' here.*cuda, cpu"):
        provider(device)
