"""The out-of-memory ladder: what is tried, one thing after the other, when a pass does not fit, and what the user is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from math import inf
from typing import Final, TypeVar

from engine.api import RunContext
from engine.errors import EngineFailure
from engine.renderers.diffusion.devices import devices, empty_cache
from engine.renderers.diffusion.memory import SMALLER, Placement
from engine.renderers.diffusion.speed import QUANTISED

T = TypeVar("T")
Key = tuple[str, int]

SIGNS: Final = (
    "out of memory", "not enough memory", "can't allocate memory", "cannot allocate memory", "cublas_status_alloc_failed",
    "cudnn_status_alloc_failed", "failed to allocate", "allocation on device",
)  # fmt: skip
_PAGING_FILE_TOO_SMALL: Final = 1455
MORE: Final = 1.1
"""With so many times as much free as when memory ran out, what worked then is given up for what was planned."""
_worked: dict[tuple[str, str, str, int], tuple[Placement, float]] = {}


def climb(
    first: Placement,
    key: Key,
    work: Callable[[Placement], T],
    context: RunContext,
    *,
    free: Callable[[], float] = lambda: 0,
    resizable: bool = True,
) -> tuple[T, Placement]:
    """`work` done where it fits: after running out of memory it is done anew, one rung lower, and the user is told.

    `key` is the model and the pixels: what worked for it is tried first the next time, unless much more of the device is
    `free` by then than when memory ran out. `work` must be repeatable, with the same seed; where it is not `resizable` it is
    never asked for a smaller picture. Raises EngineFailure where even the last rung does not fit; whatever else `work` raises
    passes through.
    """
    at = (first.device.name, first.quantised, *key)
    placement, short = _worked.get(at, (first, inf))
    if free() > MORE * short:
        placement, short = first, inf
    if at not in _worked and (sentence := explained(first)):
        context.tell(sentence)
    while True:
        try:
            done = work(placement)
        except (RuntimeError, MemoryError, OSError) as error:
            if not out_of_memory(error):
                raise
        else:
            _worked[at] = replace(placement, emptied=False), short
            return done, placement
        # The error is forgotten by here, and with it the frames that held the pass's tensors.
        empty_cache(placement.device)
        short = min(short, free())
        step = lower(placement, resizable=resizable)
        if step is None:
            raise EngineFailure(
                f"The model needs more memory than {placement.device.label} has, even for a smaller picture.",
                "Choose a smaller size, a smaller model, or close other programs.",
            )
        placement, sentence = step
        context.tell(sentence)


def explained(planned: Placement) -> str:
    """What was planned before loading that the user will notice, in a sentence; "" where the model simply fits."""
    label = planned.device.label
    if planned.scale < 1:
        return f"The picture does not fit into the memory of {label}: it is drawn at {planned.scale:.0%} and then enlarged."
    if planned.offload == "sequential":
        return f"The model does not fit into the memory of {label}: it comes there layer by layer. This is much slower."
    if planned.quantised != "none":
        return QUANTISED[planned.quantised].price
    if planned.offload == "model":
        return f"The model does not fit into the memory of {label} whole: only the part at work lies there. This is slower."
    return ""


def out_of_memory(error: BaseException) -> bool:
    """Whether the error is a device's or the computer's way of saying that memory ran out."""
    if isinstance(error, MemoryError) or getattr(error, "winerror", None) == _PAGING_FILE_TOO_SMALL:
        return True
    if isinstance(error, OSError):
        return error.errno == 12
    return type(error).__name__ == "OutOfMemoryError" or any(sign in str(error).lower() for sign in SIGNS)


def lower(placement: Placement, *, resizable: bool = True) -> tuple[Placement, str] | None:
    """The next rung, and the sentence for it; None below the last."""
    here = placement.device
    if not placement.emptied:
        return replace(placement, emptied=True), f"Memory ran out on {here.label}; what was kept for later is freed."
    if not placement.tiled:
        return replace(placement, tiled=True), "Memory is still short; the picture is now decoded in tiles."
    if placement.offload == "none" and not here.shares_memory:
        return replace(
            placement, offload="model"
        ), "Memory is still short; only the part at work stays on the GPU. This is slower."
    if placement.offload == "model":
        sentence = "Memory is still short; the model now comes to the GPU layer by layer. This is much slower."
        return replace(placement, offload="sequential"), sentence
    for scale in SMALLER if resizable else ():
        if scale < placement.scale:
            sentence = f"Memory is still short; the picture is drawn at {scale:.0%} of its size and then enlarged."
            return replace(placement, scale=scale), sentence
    if here.kind == "cpu":
        return None
    cpu = next(found for found in devices() if found.kind == "cpu")
    sentence = "The GPU's memory does not suffice; the picture is drawn by the CPU. This can take minutes."
    return Placement(cpu, cpu.precision, tiled=True, emptied=True), sentence
