"""A network of a pipeline as an ONNX file: traced with the arguments of a real call, every size left open that can be.

A folder holds `model.onnx`, its weights beside it, and `call.json`: the shape of what the network gives back, and for which
sizes the file holds.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from engine.renderers.onnx import conditions
from engine.sessions import traced

WHOLE: Final = "call.json"


@dataclass(frozen=True)
class Call:
    """The arguments of a network's call: `tensors` in order, fractions among them, and all else (None for each tensor)."""

    tensors: tuple[Any, ...]
    leaves: tuple[Any, ...]
    spec: Any

    @classmethod
    def of(cls, args: Sequence[Any], named: dict[str, Any]) -> Call:
        import torch
        from torch.utils import _pytree as pytree

        leaves, spec = pytree.tree_flatten((tuple(args), named))
        leaves = [_tensor(leaf) for leaf in leaves]
        tensors = tuple(leaf for leaf in leaves if isinstance(leaf, torch.Tensor))
        return cls(tensors, tuple(None if isinstance(leaf, torch.Tensor) else (leaf,) for leaf in leaves), spec)

    @property
    def signature(self) -> str:
        """Two calls of one signature differ in numbers and sizes alone: one file does for both where sizes can be left open."""
        return self._hash([(str(tensor.dtype), tensor.ndim) for tensor in self.tensors])

    @property
    def size(self) -> str:
        """Two calls of one size as well go through one file always."""
        return self._hash([*self.shapes])

    @property
    def shapes(self) -> tuple[tuple[int, ...], ...]:
        return tuple(tuple(tensor.shape) for tensor in self.tensors)

    def _hash(self, kinds: list[Any]) -> str:
        return hashlib.sha256(repr((kinds, self.leaves, str(self.spec))).encode()).hexdigest()[:12]

    def arguments(self, tensors: Sequence[Any]) -> tuple[tuple[Any, ...], dict[str, Any]]:
        """The call again, with other tensors."""
        from torch.utils import _pytree as pytree

        rest = iter(tensors)
        leaves = [next(rest) if leaf is None else leaf[0] for leaf in self.leaves]
        args, named = pytree.tree_unflatten(leaves, self.spec)
        return args, named


def _tensor(leaf: Any) -> Any:
    """Numbers as tensors. A whole number alone is a step's time: with another scheduler a fraction, so it is taken as one."""
    import torch

    if isinstance(leaf, float):
        return torch.tensor(leaf)
    alone = isinstance(leaf, torch.Tensor) and leaf.ndim == 0 and not leaf.is_floating_point()
    return leaf.float() if alone else leaf


def export(forward: Any, network: Any, call: Call, folder: Path, *, sized: bool = False) -> None:
    """Write `network`, whose `forward` is called as in `call`, into `folder`, whole or not at all; `sized`: for the sizes of
    the call alone. Raises `torch.onnx.OnnxExporterError` for a network that cannot be written so."""
    import torch
    from torch.utils import _pytree as pytree

    outputs: list[dict[str, Any]] = []

    class Flat(torch.nn.Module):
        """Tensors in, tensors out."""

        def __init__(self) -> None:
            super().__init__()
            self.network = network

        def forward(self, tensors: Sequence[Any]) -> list[Any]:
            args, named = call.arguments(tensors)
            leaves, spec = pytree.tree_flatten(forward(*args, **named))
            kept = [isinstance(leaf, torch.Tensor) for leaf in leaves]
            outputs[:] = [{"spec": pytree.treespec_dumps(spec), "kept": kept}]
            return [leaf for leaf in leaves if isinstance(leaf, torch.Tensor)]

    still, free = torch.export.Dim.STATIC, torch.export.Dim.AUTO  # tracing leaves no size of 1 open
    sizes = [{axis: still if sized or size < 2 else free for axis, size in enumerate(shape)} for shape in call.shapes]
    program, held = _traced(Flat(), list(call.tensors), sizes)
    said = {**outputs[0], "sized": sized, "conditions": held}
    partial = folder.with_name(folder.name + ".partial")
    shutil.rmtree(partial, ignore_errors=True)
    partial.mkdir(parents=True)
    try:
        program.save(str(partial / "model.onnx"), external_data=True)
        (partial / WHOLE).write_text(json.dumps(said), "utf-8")
        shutil.rmtree(folder, ignore_errors=True)
        partial.rename(folder)
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def _traced(network: Any, tensors: list[Any], sizes: list[dict[int, Any]]) -> tuple[Any, list[str]]:
    """The network as an ONNX program, and the conditions on sizes under which it is that."""
    import torch

    try:
        with torch.no_grad():
            program = torch.export.export(network.eval(), (tensors,), dynamic_shapes=(sizes,), strict=False)
        taken = {node.name: node.meta["val"].shape for node in program.graph.find_nodes(op="placeholder")}
        shapes = [taken[name] for name in program.graph_signature.user_inputs]
        held = conditions.of(shapes, getattr(program, "_guards_code", []))  # where torch tells them
        conditions.meet([tensor.shape for tensor in tensors], held)
    except (RuntimeError, ValueError, TypeError, LookupError, AttributeError, AssertionError) as error:
        # The network answered this very call a moment ago, so whatever is raised is tracing's.
        raise torch.onnx.OnnxExporterError(str(error)) from error
    return traced(program), held


@dataclass(frozen=True)
class Written:
    """What `call.json` says: how a network's outputs go together, and the sizes that the file is for."""

    spec: Any
    kept: tuple[bool, ...]
    sized: bool
    conditions: tuple[str, ...]

    @classmethod
    def read(cls, folder: Path) -> Written:
        from torch.utils import _pytree as pytree

        said = json.loads((folder / WHOLE).read_text("utf-8"))
        return cls(pytree.treespec_loads(said["spec"]), tuple(said["kept"]), said["sized"], tuple(said["conditions"]))

    def answer(self, tensors: Sequence[Any]) -> Any:
        from torch.utils import _pytree as pytree

        rest = iter(tensors)
        return pytree.tree_unflatten([next(rest) if kept else None for kept in self.kept], self.spec)
