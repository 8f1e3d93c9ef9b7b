"""One door to the critics' own networks: ONNX files known by their hash, run by ONNX Runtime where they run best.

A network that ships lies in `resources/critics/NAME.onnx` beside its card `NAME.toml`, which names the hash. One that the
user brought is a model of the library, whose record names it.
"""

from __future__ import annotations

import hashlib
import os
import threading
import time
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

import numpy as np

from engine.api import RunContext
from engine.errors import EngineFailure
from engine.models.critic_folder import NETWORKS, Shape, agree, spelt
from engine.models.critics import Installed
from engine.models.onnx import SUFFIX
from engine.sessions import CPU, faults, opened, provider
from engine.types import Array

LARGE: Final = 40_000_000
"""Bytes of a network from which on a graphics card is worth the way to it and back."""
THREADS = min(4, os.cpu_count() or 1)
"""Of each network that is opened from now on; 1 in a process of several that share the cores."""
BATCH: Final = 16
"""At most so many inputs go through at once, which bounds the memory."""


class Network:
    """A verified network: `Network(path, sha256).run(context, {input: stack})`. One may be shared between threads. `name`
    stands for it in the trace's timings, `notes` are what its file says of it, `answers` the shapes that its outputs must have.

    Raises EngineFailure for a file that is missing, is not the one the hash names, or is none that ONNX Runtime reads.
    """

    def __init__(self, path: Path, sha256: str, name: str = "", answers: Sequence[Shape] = ()) -> None:
        self._path, self.name, self._answers = path, name or path.stem, answers
        _verify(path, sha256)
        self._lock = threading.Lock()
        self._given_up: tuple[str, Exception] | None = None
        self._session, self.provider = self._opened()
        self._inputs = {entry.name: entry for entry in self._session.get_inputs()}
        self.notes: dict[str, str] = self._session.get_modelmeta().custom_metadata_map

    @property
    def inputs(self) -> tuple[str, ...]:
        """The names of the inputs, in the network's order."""
        return tuple(self._inputs)

    def run(self, context: RunContext, inputs: Mapping[str, Array]) -> list[Array]:
        """Every output for a stack of each input (n, …), n first in each as well, at most BATCH of them at a time, or as many
        as its file says it takes.

        A provider that fails is given up for the processor, which `context` is told. Raises EngineFailure for inputs of
        another name or shape, where the processor fails too, and for answers of another shape or that are no finite numbers.
        """
        stacks = {name: self._fitting(name, stack) for name, stack in inputs.items()}
        if stacks.keys() != self._inputs.keys():
            raise EngineFailure(f"The network {self._path.name} takes {', '.join(self._inputs)}.", AGAIN)
        count = len(next(iter(stacks.values())))
        most = min([BATCH, *(one.shape[0] for one in self._inputs.values() if one.shape[:1] and isinstance(one.shape[0], int))])
        parts = [
            self._batch(context, {name: stack[at : at + most] for name, stack in stacks.items()})
            for at in range(0, max(1, count), most)
        ]
        answers = [np.concatenate(outputs) for outputs in zip(*parts, strict=True)]
        if self._answers and not agree([answer.shape for answer in answers], self._answers):
            shapes = spelt(answer.shape for answer in answers)
            raise EngineFailure(f"The network {self._path.name} gave {shapes} instead of {spelt(self._answers)}.", AGAIN)
        if not all(np.isfinite(answer).all() for answer in answers):
            raise EngineFailure(f"The network {self._path.name} gave what are no numbers.", AGAIN)
        return answers

    def _fitting(self, name: str, stack: Array) -> Array:
        wanted = self._inputs.get(name)
        shape = tuple(wanted.shape) if wanted else ()
        fixed = zip(shape[1:], stack.shape[1:], strict=False)
        if wanted is None or len(shape) != stack.ndim or any(isinstance(a, int) and a != b for a, b in fixed):
            raise EngineFailure(f"The network {self._path.name} takes no {name} of the shape {stack.shape}.", AGAIN)
        return np.ascontiguousarray(stack, _TYPES[wanted.type])

    def _batch(self, context: RunContext, stacks: Mapping[str, Array]) -> list[Array]:
        with self._lock:
            since = time.perf_counter()
            try:
                answer = list(self._session.run(None, stacks))
            except faults() as error:
                if self.provider == CPU:
                    raise EngineFailure(f"The network {self._path.name} stopped: {error}.", AGAIN) from error
                self._given_up = self.provider, error
                self._session, self.provider = opened(self._path, CPU, THREADS), CPU
                answer = list(self._session.run(None, stacks))
            context.took(f"network:{self.name}", time.perf_counter() - since)
            if self._given_up:
                lost, fault = self._given_up
                context.tell(f"{self._path.name} runs on the processor, because {lost} failed ({fault}).")
                self._given_up = None
            return answer

    def _opened(self) -> tuple[Any, str]:
        large = sum(file.stat().st_size for file in self._path.parent.glob(f"{self._path.name}*")) >= LARGE
        chosen = provider() if large else CPU
        try:
            return opened(self._path, chosen, THREADS), chosen
        except faults() as error:
            if chosen == CPU:
                raise EngineFailure(f"The network {self._path.name} cannot be used ({error}).", AGAIN) from error
            self._given_up = chosen, error
        return opened(self._path, CPU, THREADS), CPU


AGAIN: Final = "Install or import it again."
_TYPES: Final = {
    "tensor(float)": np.float32, "tensor(float16)": np.float16, "tensor(int64)": np.int64, "tensor(int32)": np.int32,
    "tensor(bool)": np.bool_, "tensor(uint8)": np.uint8,
}  # fmt: skip


@cache
def shipped(name: str) -> Network:
    """The network that ships under this name, loaded once."""
    return Network(Path(str(files("resources"))) / "critics" / f"{name}.onnx", card(name)["sha256"])


def brought(critic: Installed, name: str) -> Network:
    """The network of this name of a critic of the library, loaded once. Raises EngineFailure where any of its files is not
    the one that was imported."""
    answers = NETWORKS[critic.card.kind][name].outputs
    return _brought(critic.model.file, critic.card.networks[name], tuple(critic.hashes.items()), answers)


@lru_cache(maxsize=8)
def _brought(folder: Path, network: str, hashes: tuple[tuple[str, str], ...], answers: tuple[Shape, ...]) -> Network:
    for file, sha256 in hashes:
        if not file.endswith(SUFFIX):
            _verify(folder / file, sha256)
    return Network(folder / network, dict(hashes)[network], f"{folder.name}/{Path(network).stem}", answers)


def _verify(path: Path, sha256: str) -> None:
    try:
        with path.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise EngineFailure(f"The network {path.name} cannot be read ({error.strerror}).", AGAIN) from error
    if found != sha256:
        raise EngineFailure(f"The network {path.name} is not the one its card names.", AGAIN)


@cache
def card(name: str) -> dict[str, Any]:
    """What a shipped network was made from, how it was measured and where it fails."""
    return tomllib.loads(files("resources").joinpath("critics", f"{name}.toml").read_text("utf-8"))
