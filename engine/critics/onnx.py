"""One door to the critics' own networks: ONNX files known by their hash, run by ONNX Runtime where they run best.

A file that ships lies in `resources/critics/NAME.onnx` beside its card `NAME.toml`, which names the hash.
"""

from __future__ import annotations

import hashlib
import os
import threading
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np

from engine.errors import EngineFailure
from engine.types import Array

CPU = "CPUExecutionProvider"
QUICK = ("CUDAExecutionProvider", "DmlExecutionProvider", "CoreMLExecutionProvider")
LARGE = 20_000_000
"""Bytes of a file from which on a graphics card is worth the way to it and back."""
BATCH = 16
"""At most so many inputs go through at once, which bounds the memory."""


class Network:
    """A verified network. `provider` runs it; `fallback` says why that is not the one first chosen, "" where it is.

    Raises EngineFailure for a file that is missing, is not the one the hash names, or is no network that ONNX Runtime reads.
    """

    def __init__(self, path: Path, sha256: str) -> None:
        self._path = path
        try:
            data = path.read_bytes()
        except OSError as error:
            raise EngineFailure(
                f"The network {path.name} cannot be read ({error.strerror}).", "Install Plantain again."
            ) from error
        if hashlib.sha256(data).hexdigest() != sha256:
            raise EngineFailure(f"The network {path.name} is not the one its card names.", "Install Plantain again.")
        self._data = data
        self._lock = threading.Lock()
        self.fallback = ""
        self._session, self.provider = self._opened()

    def run(self, inputs: Sequence[Array] | Array) -> list[Array]:
        """Every output for a stack of inputs (n, …), n first in each as well; a provider that fails is given up for the CPU."""
        (wanted,) = self._session.get_inputs()
        stack = np.asarray(inputs, np.float32)
        shape = tuple(wanted.shape)
        if stack.ndim != len(shape) or any(
            isinstance(a, int) and a != b for a, b in zip(shape[1:], stack.shape[1:], strict=True)
        ):
            raise EngineFailure(f"The network {self._path.name} takes {shape}, not {stack.shape}.", "Install Plantain again.")
        parts = [self._batch(wanted.name, stack[at : at + BATCH]) for at in range(0, len(stack), BATCH)]
        return [np.concatenate(outputs) for outputs in zip(*parts, strict=True)]

    def _batch(self, name: str, stack: Array) -> list[Array]:
        with self._lock:
            try:
                return list(self._session.run(None, {name: stack}))
            except _faults() as error:
                if self.provider == CPU:
                    raise EngineFailure(
                        f"The network {self._path.name} stopped: {error}.", "Install Plantain again."
                    ) from error
                self.fallback = f"{self.provider} failed: {error}"
                self._session, self.provider = self._load(CPU), CPU
                return list(self._session.run(None, {name: stack}))

    def _opened(self) -> tuple[Any, str]:
        import onnxruntime

        able = onnxruntime.get_available_providers()
        quick = next((name for name in QUICK if name in able), CPU) if len(self._data) >= LARGE else CPU
        if quick != CPU:
            try:
                return self._load(quick), quick
            except _faults() as error:
                self.fallback = f"{quick} failed: {error}"
        try:
            return self._load(CPU), CPU
        except _faults() as error:
            raise EngineFailure(f"The network {self._path.name} cannot be used: {error}.", "Install Plantain again.") from error

    def _load(self, provider: str) -> Any:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = min(4, os.cpu_count() or 1)
        options.inter_op_num_threads = 1
        options.log_severity_level = 4
        return onnxruntime.InferenceSession(self._data, options, providers=[provider])


@cache
def network(name: str) -> Network:
    """The network that ships under this name, loaded once."""
    return Network(Path(str(files("resources"))) / "critics" / f"{name}.onnx", card(name)["sha256"])


@cache
def card(name: str) -> dict[str, Any]:
    """What a shipped network was made from, how it was measured and where it fails."""
    return tomllib.loads(files("resources").joinpath("critics", f"{name}.toml").read_text("utf-8"))


@cache
def _faults() -> tuple[type[Exception], ...]:
    """What ONNX Runtime raises: its own classes, all of them RuntimeErrors or plain Exceptions of its module."""
    from onnxruntime.capi import onnxruntime_pybind11_state as state

    own = [value for value in vars(state).values() if isinstance(value, type) and issubclass(value, Exception)]
    return (RuntimeError, ValueError, *own)
