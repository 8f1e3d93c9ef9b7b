"""ONNX Runtime: where it runs best here, a session that is opened there, and what it raises."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, Final

CPU: Final = "CPUExecutionProvider"
DIRECTML: Final = "DmlExecutionProvider"
BEST: Final = (DIRECTML, "CUDAExecutionProvider", "ROCMExecutionProvider", "CoreMLExecutionProvider", CPU)


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
