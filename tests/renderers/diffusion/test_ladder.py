"""Out of memory: one rung lower each time, the user told, the same seed, and what worked is remembered."""

from __future__ import annotations

import gc
import itertools
import weakref
from typing import Any

import numpy as np
import pytest
import torch

from engine.errors import Cancelled, EngineFailure
from engine.renderers.diffusion.devices import Device, device
from engine.renderers.diffusion.ladder import climb, explained, lower, out_of_memory
from engine.renderers.diffusion.memory import Placement, place
from tests.fakes import Silent
from tests.tiny.families import FAMILIES

GPU = Device(kind="cuda", name="cpu:0", label="a GPU", precisions=("bf16",), attention="flash", total=8, free=8)
"""A device that takes hooks and moves as a GPU does, and computes here."""
_names = itertools.count()


def fresh() -> tuple[str, int]:
    return f"model {next(_names)}", 64 * 64


def test_every_rung_in_turn_down_to_the_cpu() -> None:
    tried, context = list[Placement](), Silent()

    def work(placement: Placement) -> str:
        tried.append(placement)
        if placement.device.kind != "cpu":
            raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB.")
        return "drawn"

    done, last = climb(Placement(GPU, "bf16"), fresh(), work, context)
    assert done == "drawn"
    assert [(p.emptied, p.tiled, p.offload, p.scale, p.device.kind) for p in tried] == [
        (False, False, "none", 1.0, "cuda"),
        (True, False, "none", 1.0, "cuda"),
        (True, True, "none", 1.0, "cuda"),
        (True, True, "model", 1.0, "cuda"),
        (True, True, "sequential", 1.0, "cuda"),
        (True, True, "sequential", 0.7, "cuda"),
        (True, True, "sequential", 0.5, "cuda"),
        (True, True, "none", 1.0, "cpu"),
    ]
    assert last == tried[-1]
    assert len(context.told) == len(tried) - 1
    assert all(sentence.endswith(".") and len(sentence) < 120 for sentence in context.told)


def test_what_worked_is_tried_first_the_next_time_and_told_no_more() -> None:
    key, context, tried = fresh(), Silent(), list[Placement]()

    def work(placement: Placement) -> None:
        tried.append(placement)
        if placement.offload != "model":
            raise torch.OutOfMemoryError("CUDA out of memory.")

    climb(Placement(GPU, "bf16"), key, work, Silent())
    tried.clear()
    climb(Placement(GPU, "bf16"), key, work, context)
    assert [placement.offload for placement in tried] == ["model"]
    assert context.told == []
    climb(Placement(GPU, "bf16"), fresh(), work, context)
    assert context.told != []


def test_what_worked_is_given_up_once_there_is_more_memory_again() -> None:
    """As when another program took the card for a while."""
    key, left, tried = fresh(), [2], list[Placement]()

    def work(placement: Placement) -> None:
        tried.append(placement)
        if left[0] < 4 and placement.device.kind != "cpu":
            raise torch.OutOfMemoryError("CUDA out of memory.")

    def last() -> str:
        climb(Placement(GPU, "bf16"), key, work, Silent(), free=lambda: left[0])
        return tried[-1].device.kind

    assert (last(), last()) == ("cpu", "cpu")
    assert len(tried) == 9, "the second time the CPU is tried first"
    left[0] = 8
    assert (last(), last()) == ("cuda", "cuda")
    assert len(tried) == 11


def test_what_was_planned_short_of_memory_is_told_once() -> None:
    key, context = fresh(), Silent()
    for _ in range(2):
        climb(Placement(GPU, "bf16", tiled=True, offload="model"), key, lambda placement: None, context)
    assert context.told == [
        "The model does not fit into the memory of a GPU whole: only the part at work lies there. This is slower."
    ]
    climb(Placement(GPU, "bf16", tiled=True), fresh(), lambda placement: None, context)
    assert len(context.told) == 1
    assert explained(Placement(GPU, "bf16", offload="model", quantised="fp8")).startswith("The denoiser at half its size")


def test_a_region_is_never_drawn_smaller() -> None:
    tried = list[Placement]()

    def work(placement: Placement) -> None:
        tried.append(placement)
        raise MemoryError

    with pytest.raises(EngineFailure, match="needs more memory"):
        climb(Placement(GPU, "bf16"), fresh(), work, Silent(), resizable=False)
    assert {placement.scale for placement in tried} == {1.0}


def test_the_last_rung_fails_with_what_to_do() -> None:
    def work(placement: Placement) -> None:
        raise RuntimeError("[enforce fail at alloc_cpu.cpp:117] DefaultCPUAllocator: not enough memory: you tried to allocate")

    with pytest.raises(EngineFailure, match=r"needs more memory .* Choose a smaller size"):
        climb(Placement(device("cpu"), "fp32"), fresh(), work, Silent())


@pytest.mark.parametrize("error", [RuntimeError("mat1 and mat2 shapes cannot be multiplied"), Cancelled(), FileNotFoundError()])
def test_what_has_nothing_to_do_with_memory_passes_through(error: Exception) -> None:
    def work(placement: Placement) -> None:
        raise error

    context = Silent()
    with pytest.raises(type(error)):
        climb(Placement(GPU, "bf16"), fresh(), work, context)
    assert context.told == []


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (torch.OutOfMemoryError("CUDA out of memory."), True),
        (RuntimeError("MPS backend out of memory (MPS allocated: 17.71 GiB)"), True),
        (RuntimeError("CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling `cublasCreate(handle)`"), True),
        (RuntimeError("HIP out of memory. Tried to allocate 20.00 MiB"), True),
        (RuntimeError("XPU out of memory. Tried to allocate"), True),
        (MemoryError(), True),
        (OSError(12, "Cannot allocate memory"), True),
        (OSError(2, "No such file"), False),
        (RuntimeError("CUDA error: an illegal memory access was encountered"), False),
    ],
)
def test_the_ways_in_which_memory_is_said_to_have_run_out(error: Exception, expected: bool) -> None:
    assert out_of_memory(error) is expected


def test_nothing_of_a_failed_pass_is_alive_when_the_next_begins() -> None:
    alive: list[weakref.ref[torch.Tensor]] = []

    def work(placement: Placement) -> int:
        left = sum(seen() is not None for seen in alive)
        tensor = torch.ones(8)
        alive.append(weakref.ref(tensor))
        if placement.offload == "none":
            raise torch.OutOfMemoryError("CUDA out of memory.")
        return left

    gc.disable()
    try:
        left, _ = climb(Placement(GPU, "bf16"), fresh(), work, Silent())
    finally:
        gc.enable()
    assert left == 0


@pytest.fixture(scope="module")
def pipeline() -> Any:
    torch.manual_seed(0)
    made = FAMILIES["sd15"]()
    made.set_progress_bar_config(disable=True)
    return made


def drawn(pipeline: Any) -> Any:
    random = torch.Generator().manual_seed(5)
    return pipeline("a cat", num_inference_steps=2, width=64, height=64, generator=random, output_type="np").images[0]


@pytest.mark.parametrize("where", ["unet", "vae"])
def test_a_real_pipeline_goes_on_after_running_out_anywhere(where: str, pipeline: Any) -> None:
    """The door is the network's forward pass: it raises what torch raises on a full GPU, until the rung that fits."""

    def work(placement: Placement) -> Any:
        place(pipeline, placement)
        network = getattr(pipeline, where)
        name = "decode" if where == "vae" else "forward"
        own = getattr(network, name)

        def full(*arguments: object, **named: object) -> object:
            if placement.offload == "none":
                raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 20.00 MiB.")
            return own(*arguments, **named)

        setattr(network, name, full)
        try:
            return drawn(pipeline)
        finally:
            setattr(network, name, own)
            pipeline.maybe_free_model_hooks()

    context = Silent()
    picture, placement = climb(Placement(GPU, "fp32"), fresh(), work, context)
    assert placement.offload == "model"
    assert len(context.told) == 3
    place(pipeline, Placement(device("cpu"), "fp32", tiled=True))
    assert np.array_equal(picture, drawn(pipeline))


def test_below_the_last_rung_there_is_none() -> None:
    last = Placement(device("cpu"), "fp32", tiled=True, emptied=True, scale=0.5)
    assert lower(last) is None
