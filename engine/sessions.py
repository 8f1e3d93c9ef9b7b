"""ONNX: a network of torch's as a program; where ONNX Runtime runs best here, a session opened there, what it raises."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, Final

from engine.errors import BadInput

OPSET: Final = 20
CPU: Final = "CPUExecutionProvider"
DIRECTML: Final = "DmlExecutionProvider"
PROVIDERS: Final = {
    "directml": DIRECTML,
    "cuda": "CUDAExecutionProvider",
    "rocm": "ROCMExecutionProvider",
    "mps": "CoreMLExecutionProvider",
    "cpu": CPU,
}
"""The provider for each kind of device, the best first."""


def traced(network: Any, inputs: tuple[Any, ...] = (), **how: Any) -> Any:
    """A module of torch's, traced with the inputs, or a program of `torch.export`, as an ONNX program; `how` as
    `torch.onnx.export` takes it.

    Raises `torch.onnx.OnnxExporterError` for one that ONNX cannot express.
    """
    import torch

    with torch.no_grad():
        return torch.onnx.export(
            network,
            inputs,
            dynamo=True,
            optimize=False,  # ONNX Runtime does it for the provider at hand
            opset_version=OPSET,
            verbose=False,
            **how,
        )


def provider(device: str = "auto") -> str:
    """The best execution provider of this installation: DirectML on Windows, Core ML on a Mac, else the processor; or the one
    for a device that is asked for, "cpu", "cuda" or "directml:1", with its number.

    Raises BadInput, with what there is, for a device that ONNX Runtime does not run on here.
    """
    import onnxruntime

    able = onnxruntime.get_available_providers()
    there = {kind: name for kind, name in PROVIDERS.items() if name in able}
    kind, _, number = device.strip().lower().partition(":")
    if kind in ("", "auto"):
        return next(iter(there.values()))
    if kind not in there or (number and not number.isdecimal()):
        raise BadInput(
            f"ONNX Runtime does not run on a device {device!r} here.",
            f"Use auto or one of: {', '.join(there)}; or another renderer.",
        )
    return f"{there[kind]}:{number}" if number and kind != "cpu" else there[kind]


def opened(file: Path, provider: str, threads: int = 0) -> Any:
    """A session on the provider (`provider()`), on the processor for what that cannot do, with at most so many threads (0: as
    many as there are cores). Raises one of `faults()`."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.log_severity_level = 4
    name, _, number = provider.partition(":")
    if name == DIRECTML:
        options.enable_mem_pattern = False
    numbered = (name, {"device_id": number}) if number else name
    return onnxruntime.InferenceSession(str(file), options, providers=list({name: numbered, CPU: CPU}.values()))


@cache
def faults() -> tuple[type[Exception], ...]:
    """ONNX Runtime raises exceptions of its own without a common class, and some of Python's."""
    from onnxruntime.capi import onnxruntime_pybind11_state as state

    own = [value for value in vars(state).values() if isinstance(value, type) and issubclass(value, Exception)]
    return (RuntimeError, ValueError, *own)
