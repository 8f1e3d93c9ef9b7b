"""What this machine can compute on, found out by computing: a backend that only says it is there does not count.

Run as a module it prints its findings as JSON, so that a window can ask without loading torch itself.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from typing import Any, Final, Literal

from engine.codec import from_json, to_json
from engine.errors import BadInput, EngineError
from engine.types import Value

Kind = Literal["cuda", "rocm", "xpu", "mps", "cpu"]
Precision = Literal["bf16", "fp16", "fp32"]
Attention = Literal["flash", "memory-efficient", "math"]

NAMES: Final[dict[Precision, str]] = {"bf16": "bfloat16", "fp16": "float16", "fp32": "float32"}
_AS_GOOD: Final[dict[Precision, float]] = {"fp32": 1e-2, "fp16": 3e-2, "bf16": 1e-1}
"""How far a result may be from the CPU's in fp32, as a share of its spread; tensor cores round fp32 too."""
AMPERE: Final = (8, 0)
"""The compute capability from which NVIDIA's cards compute in bf16."""
_SIDE = 48
WORD: Final = "--devices-process"
"""What an installed program, which has no `python -m`, is called with to say what it can compute on."""


class Device(Value, frozen=True):
    """A device that computed right in each of `precisions`, the one to use first. Bytes; `free` as it was when probed.

    `name` is torch's, "cuda:0"; `attention` the best kernel that ran: flash and memory-efficient need memory in proportion
    to the picture, math to its square.
    """

    kind: Kind
    name: str
    label: str
    precisions: tuple[Precision, ...]
    attention: Attention
    total: int
    free: int

    @property
    def precision(self) -> Precision:
        return self.precisions[0]

    @property
    def shares_memory(self) -> bool:
        """Whether its memory is the computer's own, so that moving a model off it frees nothing."""
        return self.kind in {"cpu", "mps"}


@cache
def devices() -> tuple[Device, ...]:
    """Every device that computes right, the fastest kind first, the CPU last; probed once a process."""
    return tuple(_found())


def device(asked: str = "auto") -> Device:
    """The best device, or the one asked for: a kind ("cuda", "cpu"), or torch's name ("cuda:1").

    Raises BadInput, with what there is, where it is not there or does not compute right.
    """
    there = devices()
    wanted = asked.strip().lower()
    for found in there:
        if wanted in {"", "auto", found.kind, found.name}:
            return found
    names = ", ".join(f"{found.name} ({found.label})" for found in there)
    raise BadInput(f"There is no device {asked!r} that works here.", f"Use auto or one of: {names}.")


def precision(on: Device, wanted: Precision | Literal["auto"]) -> Precision:
    """The device's best, or the one asked for. Raises BadInput where it does not compute right in that."""
    if wanted == "auto":
        return on.precision
    if wanted not in on.precisions:
        names = ", ".join(on.precisions)
        raise BadInput(f"{on.label} does not compute right in {wanted}.", f"Use auto or one of: {names}.")
    return wanted


def free_bytes(on: Device, held: int = 0) -> int:
    """What a model may take on the device now: what is free, and what this process has there, or says that it has `held`."""
    import torch

    free = _memory(on.kind, on.name)[0]
    if on.kind in {"cuda", "rocm"}:
        return free + int(torch.cuda.memory_reserved(on.name))
    if on.kind == "xpu":
        return free + int(torch.xpu.memory_reserved(on.name))
    return free + held


def empty_cache(on: Device) -> None:
    """Gives back what torch keeps for later, on the device and from dead objects."""
    import gc

    import torch

    gc.collect()
    if on.kind in {"cuda", "rocm"}:
        torch.cuda.empty_cache()
    elif on.kind == "xpu":
        torch.xpu.empty_cache()
    elif on.kind == "mps":
        torch.mps.empty_cache()


def report(seconds: float = 60.0) -> list[str]:
    """A line for each device, found by a child process: this one neither loads torch nor hangs with a driver."""
    if find_spec("torch") is None:
        return ["none: torch is not installed; install plantain[diffusion]"]
    start = [WORD] if getattr(sys, "frozen", False) else ["-m", "engine.renderers.diffusion.devices"]
    try:
        done = subprocess.run([sys.executable, *start], capture_output=True, text=True, timeout=seconds, check=False)
    except subprocess.TimeoutExpired:
        return [f"unknown: the probe did not answer within {seconds:.0f} seconds; a graphics driver may hang"]
    try:
        return [describe(from_json(Device, json.dumps(found), "The probe")) for found in json.loads(done.stdout)]
    except (ValueError, EngineError):
        last = (done.stderr.strip().splitlines() or ["nothing was said"])[-1]
        return [f"unknown: the probe broke off with code {done.returncode} ({last})"]


def describe(found: Device) -> str:
    gigabytes = f"{found.free / 1e9:.1f} of {found.total / 1e9:.1f} GB free"
    return f"{found.name}: {found.label}, {gigabytes}, {', '.join(found.precisions)}, {found.attention} attention"


def _found() -> Iterator[Device]:
    import torch

    candidates: list[tuple[Kind, str, str]] = []
    if torch.cuda.is_available():
        kind: Kind = "rocm" if torch.version.hip else "cuda"
        candidates += [(kind, f"cuda:{n}", torch.cuda.get_device_name(n)) for n in range(torch.cuda.device_count())]
    if torch.xpu.is_available():
        candidates += [("xpu", f"xpu:{n}", torch.xpu.get_device_name(n)) for n in range(torch.xpu.device_count())]
    if torch.backends.mps.is_available():
        candidates.append(("mps", "mps", "Apple GPU"))
    candidates.append(("cpu", "cpu", f"{torch.get_num_threads()} threads"))
    for kind, name, label in candidates:
        precisions = _precisions(kind, name)
        if precisions:
            free, total = _memory(kind, name)
            yield Device(
                kind=kind, name=name, label=label, precisions=precisions, attention=_attention(name, precisions[0]),
                total=total, free=free,
            )  # fmt: skip


def _precisions(kind: Kind, name: str) -> tuple[Precision, ...]:
    """Those that give the right numbers, the best first: fp32 on a CPU, where it is always fast, else half the bytes. NVIDIA's
    cards before Ampere only imitate bf16, slowly and without a kernel for attention, so that they begin with fp16."""
    import torch

    best: Precision = "fp32" if kind == "cpu" else "bf16"
    if kind == "cuda" and torch.cuda.get_device_capability(name) < AMPERE:
        best = "fp16"
    order = sorted(NAMES, key=lambda precision: precision != best)
    return tuple(precision for precision in order if _computes(name, precision))


def _computes(name: str, precision: Precision) -> bool:
    """Whether a convolution, a normalisation, an attention and a product come out as they do on the CPU in fp32."""
    import torch

    try:
        expected = _sample(torch.device("cpu"), torch.float32)
        result = _sample(torch.device(name), getattr(torch, NAMES[precision])).float().cpu()
    except (RuntimeError, NotImplementedError, TypeError):
        return False
    off = (result - expected).abs().max() / expected.std()
    return bool(torch.isfinite(result).all()) and float(off) < _AS_GOOD[precision]


def _sample(on: Any, dtype: Any) -> Any:
    """A network's kinds of work in small: what half precision overflows in, or a driver gets wrong, shows here."""
    import torch
    from torch.nn import functional

    random = torch.Generator().manual_seed(7)

    def drawn(*shape: int) -> Any:
        return torch.randn(*shape, generator=random).to(on, dtype)

    image = functional.group_norm(functional.conv2d(drawn(1, 8, 24, 24), drawn(16, 8, 3, 3), padding=1) / 8, 4)
    tokens = functional.silu(image).flatten(2).transpose(1, 2)
    attended = functional.scaled_dot_product_attention(*(tokens @ drawn(16, 16) / 4 for _ in range(3)))
    return attended @ drawn(16, _SIDE) / 4


def _attention(name: str, precision: Precision) -> Attention:
    import torch
    from torch.nn.attention import SDPBackend, sdpa_kernel

    tokens = torch.ones(1, 2, 64, 64, dtype=getattr(torch, NAMES[precision]), device=name)
    kernels: tuple[tuple[Attention, Any], ...] = (
        ("flash", [SDPBackend.FLASH_ATTENTION, SDPBackend.CUDNN_ATTENTION]),
        ("memory-efficient", SDPBackend.EFFICIENT_ATTENTION),
    )
    for attention, kernel in kernels:
        try:
            with sdpa_kernel(kernel):
                torch.nn.functional.scaled_dot_product_attention(tokens, tokens, tokens)
            return attention
        except RuntimeError:
            continue
    return "math"


def _memory(kind: Kind, name: str) -> tuple[int, int]:
    """Free and total bytes."""
    import psutil
    import torch

    if kind in {"cuda", "rocm"}:
        free, total = torch.cuda.mem_get_info(name)
    elif kind == "xpu":
        free, total = torch.xpu.mem_get_info(name)
    elif kind == "mps":
        total = torch.mps.recommended_max_memory()
        free = min(total - torch.mps.driver_allocated_memory(), psutil.virtual_memory().available)
    else:
        memory = psutil.virtual_memory()
        free, total = memory.available, memory.total
    return int(free), int(total)


def main() -> int:
    sys.stdout.write(f"[{','.join(to_json(found) for found in devices())}]")
    return 0


if __name__ == "__main__":
    main()
