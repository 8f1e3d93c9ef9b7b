"""ONNX: a network of torch's as a program; where ONNX Runtime runs best here, a session opened there, what it raises."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, Final

OPSET: Final = 20
CPU: Final = "CPUExecutionProvider"
DIRECTML: Final = "DmlExecutionProvider"
BEST: Final = (DIRECTML, "CUDAExecutionProvider", "ROCMExecutionProvider", "CoreMLExecutionProvider", CPU)


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


def provider() -> str:
    """The best execution provider of this installation: DirectML on Windows, Core ML on a Mac, else the processor."""
    import onnxruntime

    able = onnxruntime.get_available_providers()
    return next(name for name in BEST if name in able)


def opened(file: Path, provider: str, threads: int = 0) -> Any:
    """A session on the provider, on the processor for what that cannot do, with at most so many threads (0: as many as
    there are cores). Raises one of `faults()`."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.log_severity_level = 4
    if provider == DIRECTML:
        options.enable_mem_pattern = False
    return onnxruntime.InferenceSession(str(file), options, providers=list(dict.fromkeys((provider, CPU))))


@cache
def faults() -> tuple[type[Exception], ...]:
    """ONNX Runtime raises exceptions of its own without a common class, and some of Python's."""
    from onnxruntime.capi import onnxruntime_pybind11_state as state

    own = [value for value in vars(state).values() if isinstance(value, type) and issubclass(value, Exception)]
    return (RuntimeError, ValueError, *own)
