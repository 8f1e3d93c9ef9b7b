"""A torch network as an ONNX file that gives the same answers, which is measured before the file counts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import numpy as np

from engine import sessions
from engine.errors import BadInput, first_line

LARGE: Final = 1_900_000_000
"""Bytes of weights from which on they are kept in half precision and beside the network: a file holds 2 GB at most."""
SHARP: Final = 1 << 20
"""Arrays of fewer bytes stay in full precision even then."""
EXACT: Final = 1e-3
"""How far an answer may be off, as a share of the largest number in it."""
ROUNDED: Final = 2e-2
"""The same with weights in half precision."""
OTHER: Final = "Use another version of this critic."


def write(
    network: Any,
    forward: Callable[..., Any],
    inputs: dict[str, Any],
    outputs: tuple[str, ...],
    path: Path,
    axes: tuple[int, ...] = (),
) -> float:
    """Write what `forward(*inputs)` computes with a torch network as an ONNX file; returns how far it is off at most.

    `inputs` is a stack of two examples by name; any number goes through the file, and any size along the other `axes`.
    Raises BadInput where ONNX cannot say what is computed, or the file answers otherwise.
    """
    import torch

    class Forward(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.network = network

        def forward(self, *stacks: Any) -> Any:
            return forward(*stacks)

    try:
        program = sessions.traced(
            Forward().eval(),
            tuple(inputs.values()),
            input_names=list(inputs),
            output_names=list(outputs),
            dynamic_shapes=(tuple({0: torch.export.Dim("n"), **dict.fromkeys(axes, torch.export.Dim.AUTO)} for _ in inputs),),
        )
    except torch.onnx.OnnxExporterError as error:
        raise BadInput(f"“{path.stem}” cannot be exported to ONNX ({first_line(error.__cause__ or error)}).", OTHER) from error
    large = sum(value.const_value.nbytes for value in program.model.graph.initializers.values()) >= LARGE
    if large:
        halve(program.model, SHARP)
    program.save(str(path), external_data=large)
    off = _off(forward, inputs, path, axes)
    if not off <= (ROUNDED if large else EXACT):
        raise BadInput(f"“{path.stem}” answers otherwise once it is exported: it is off by {off:.2g}.", OTHER)
    return off


def halve(model: Any, least: int) -> None:
    """Keep weights of so many bytes or more in half precision; they are made full again when the network is opened."""
    import onnx_ir as ir

    graph = model.graph
    for name, value in list(graph.initializers.items()):
        if value.dtype == ir.DataType.FLOAT and value.const_value.nbytes >= least:
            half = ir.Value(name=f"{name}.half", const_value=ir.tensor(value.const_value.numpy().astype(np.float16)))
            graph.register_initializer(half)
            cast = ir.node("Cast", [half], attributes={"to": int(ir.DataType.FLOAT)})
            graph.insert_before(graph[0], cast)
            value.replace_all_uses_with(cast.outputs[0])
            del graph.initializers[name]


def _off(forward: Callable[..., Any], inputs: dict[str, Any], path: Path, axes: tuple[int, ...]) -> float:
    """The largest difference between the file's answers and torch's to one example, not traced with, nor as large along
    `axes`."""
    import torch

    single = {name: stack[:1].flip(-1) for name, stack in inputs.items()}
    for axis in axes:
        single = {name: stack.narrow(axis, 0, 3 * stack.shape[axis] // 4) for name, stack in single.items()}
    with torch.no_grad():
        wanted = forward(*single.values())
    session = sessions.opened(path, sessions.CPU)
    given = session.run(None, {name: stack.numpy() for name, stack in single.items()})
    pairs = zip(given, wanted if isinstance(wanted, tuple) else (wanted,), strict=True)
    return max(float(np.abs(got - want.numpy()).max() / max(float(want.abs().max()), 1e-6)) for got, want in pairs)
